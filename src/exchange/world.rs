//! A small report for tests, with the odd cases that data files must survive, and an evaluation of it
//! written by hand so that every kind of statement occurs.

use crate::evaluate::{
    Basis, ClaimCheck, ClaimOutcome, Conflict, ConflictKind, Counts, Evaluation, IndicatorEvaluation,
    Interval, LeftOutWhy, MadeGood, MethodReading, PathPoint, Quantity, Reason, Status, TrendCategory,
    TrendFormula, TrendPoint, TrendReading, Use, Verdict,
};
use crate::model::{
    ActualKind, Better, Binding, IndicatorId, Lang, Period, Report, ScopeId, SourceId, TrendMethod,
};
use crate::tree::FileTree;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

const FILES: [(&str, &str); 9] = [
    (
        "site.yaml",
        "title: 报告\nlanguages: [zh-Hans]\nreport_date: 2020-09-30\n\
         licence: { title: CC BY 4.0, url: 'https://creativecommons.org/licenses/by/4.0/' }\n",
    ),
    (
        "partnerships.yaml",
        "scopes:\n  both: { title: 两市, kind: partnership }\n\
         \x20 own: { title: { zh-Hans: 东莞—昭通, en: Dongguan }, kind: partnership, part_of: both, \
         source: plan, locator: 二 }\n\
         \x20 town-a: { title: 甲镇, kind: place, part_of: own }\n\
         \x20 town-b: { title: 乙镇, kind: place, part_of: own }\n\
         groups:\n  towns: { title: 镇, members: [town-a, town-b] }\n",
    ),
    (
        "units.yaml",
        "units:\n  bureau: { title: 人社局, kind: bureau }\n  towns: { title: 结对镇街, kind: group }\n",
    ),
    (
        "plans/three-years.yaml",
        "title: 行动方案\nnumber: 5号\nissued: 2018-09-25\nperiod: 2018..2020\nscope: own\nsource: plan\n\
         actions:\n  - id: labour\n    number: '5'\n    title: 劳务协作帮扶行动\n    short: 劳务协作\n\
         \x20   locator: 二（五）\n    units: [bureau]\n    tasks:\n\
         \x20     - { number: '5.2', title: 劳务输出, text: 每年八千, due: 2018-2020年, lead: [bureau], \
         partner: [towns], locator: 附件 5.2 }\n",
    ),
    (
        "sources/plan.yaml",
        "title: 方案\npublished: 2018-09-25\nkind: plan\nlanguage: zh-Hans\npublisher: 市政府\n\
         url: 'https://example.org/plan?a=1&b=2'\n",
    ),
    (
        "sources/feature.yaml",
        "title: '=专题'\npublished: 2020-06-25..2020-07-31\ninferred: 按内容推断\nkind: newspaper\n\
         language: zh-Hans\nclaims:\n  - { text: 接近一半, locator: 帮助就业, compute: ratio, \
         of: ['workers@2020-01..2020-05', 'workers@2019'], states: { nearly: 0.5 } }\n",
    ),
    (
        "indicators/workers.yaml",
        "title: { zh-Hans: \"=吸纳,\\\"劳动力\\\"\\n就业</script><b>\", en: Workers }\n\
         definition: 到东莞就业的人\nplan: three-years\ntask: '5.2'\nmeasure: flow\nbetter: higher\n\
         unit: person\nscope: own\n\
         baseline: { period: 2017, value: 1.1万, source: feature, locator: 背景 }\n\
         trend: { methods: [linear], base_year: 2017, target_year: 2020, target: 8000 }\n\
         targets:\n  - { each: year, at_least: 8000, source: plan, locator: 附件 5.2, revisions: \
         [{ on: 2019-06-30, was: { between: [0.5万, 0.6万] }, why: 提高, who: 市政府, source: plan, \
         locator: 二 }] }\n\
         \x20 - { over: plan, for_each: { towns: 2 }, source: plan, locator: 附件 5.2 }\n\
         \x20 - { period: 2020, between: [1, 1.5万], due: 2020-10-31, pace: steps, source: plan, locator: x, \
         derived: 推算 }\n\
         actuals:\n  - { period: 2020-01..2020-05, value: 2127, source: feature, locator: '-帮助就业' }\n\
         \x20 - { period: 2019, about: 4300, source: feature, locator: '@x', partial: true }\n\
         \x20 - { period: ..2020-06, at_most: 12.54亿, scope: both, source: feature, locator: 三, \
         note: '+注', provisional: true }\n\
         \x20 - { period: 2019-06, between: [1千, 0.2万], source: feature, locator: 四, \
         superseded_by: 2019 }\n\
         \x20 - { period: 2018-01, value: 5, source: feature, locator: 五, kind: planned, \
         definition: 只算一月 }\n",
    ),
    (
        "indicators/growth.yaml",
        "title: 增速\nmeasure: rate\nbetter: lower\nunit: percent\nscope: own\n\
         actuals:\n  - { at: 2019-12-31, value: -3.20%, source: feature, locator: 附 }\n",
    ),
    (
        "indicators/park.yaml",
        "title: 园区开工\nmeasure: milestone\nbetter: higher\nscope: town-a\nplan: three-years\ntask: '5.2'\n\
         targets:\n  - { by: 2019-12-31, done: true, source: plan, locator: 一 }\n\
         actuals:\n  - { done: 2019-08, source: feature, locator: 二 }\n",
    ),
];

/// The report.
pub(super) fn report() -> Report {
    let mut tree = FileTree::new();
    for (path, text) in FILES {
        tree.add(format!("content/{path}"), text.as_bytes()).expect("each path once");
    }
    let loaded = crate::load::load(&tree);
    let mut report = loaded.value.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    // Whatever languages the interface has: the data of a site in two.
    report.site.languages.push(Lang::new("en"));
    report
}

/// The day on which it is written.
pub(super) const AS_OF: Date = date(2020, 9, 30);

/// Every reason once, with data that no other has.
pub(super) fn reasons() -> Vec<Reason> {
    let year = Period::year(2019).expect("a year");
    let open = Period::new(None, date(2017, 12, 31)).expect("a period");
    let whys = [
        LeftOutWhy::SourceNotYetPublished,
        LeftOutWhy::NotAResult(ActualKind::Planned),
        LeftOutWhy::OthersProveMore,
    ];
    let mut all = vec![
        Reason::FloorFrom { actuals: vec![0], less: vec![2], total: Decimal::new(212_700, 2), open: true },
        Reason::CapFrom { actuals: vec![1, 2], less: vec![], total: Decimal::new(45, 1), open: false },
        Reason::CapOfPart { actuals: vec![1], periods: vec![year] },
        Reason::OnlyCap,
        Reason::OnlyFloor,
        Reason::NoFloorFor { periods: vec![year] },
        Reason::NoCapFor { periods: vec![open, year] },
        Reason::CapSpansMore { actual: 2, outside: vec![open], wider: Some(scope("both")), beyond: None },
        Reason::Latest { actuals: vec![0], on: Period::day(AS_OF) },
        Reason::BeforeDue { on: year, due: AS_OF, held: Some(true) },
        Reason::LimitNotKept,
        Reason::LimitNotBroken,
        Reason::Decided { actuals: vec![1], on: year, basis: Basis::AroundDueDay },
        Reason::Broken { actuals: vec![1], on: year },
        Reason::PartsKept { kept: 1, of: 4 },
        Reason::NotEveryDay,
        Reason::ToBeConfirmed { due: AS_OF },
        Reason::MadeGood { actuals: vec![1], on: AS_OF, days: 9 },
        Reason::NothingForPeriod { period: year },
        Reason::ChangedLater { revision: 0 },
        Reason::Rounding { actuals: vec![1] },
        Reason::Disputed { actuals: vec![0, 1] },
        Reason::PathAt { date: AS_OF, planned: Some(Decimal::new(33150, 1)), first: None },
        Reason::AlreadyBeyond,
        Reason::AlreadyShort,
        Reason::TooClose,
        Reason::DueEarlier { due: AS_OF, end: date(2020, 12, 31) },
        Reason::NotBegun { start: AS_OF },
        Reason::NothingReported,
        Reason::DroppedBy { revision: 0 },
        Reason::BeforeRevision { revision: 0 },
        Reason::MemberCounts { counts: Counts::from_iter([Status::Met, Status::Met]) },
        Reason::DoneBy { actual: 0, by: AS_OF },
        Reason::DoneLate { actual: 0, from: AS_OF },
        Reason::DoneAround { actual: 0, period: year },
        Reason::Unfinished { actual: 0, period: year },
        Reason::Needs { period: year, scope: scope("own") },
    ];
    all.extend(whys.map(|why| Reason::LeftOut { actuals: vec![3, 4], why }));
    all
}

/// An evaluation of the report, not computed: it says a bit of everything.
pub(super) fn evaluation(report: &Report) -> Evaluation {
    let mut said = Evaluation {
        as_of: AS_OF,
        indicators: report.indicators.keys().map(|id| (id.clone(), bland(report, id).into())).collect(),
        claims: vec![ClaimCheck {
            source: SourceId::new("feature").expect("an id"),
            claim: 0,
            computed: Some(Decimal::new(494_651, 6)),
            interval: Interval::new(Some(Decimal::new(47, 2)), None),
            outcome: ClaimOutcome::Holds,
        }],
        conflicts: vec![Conflict {
            indicator: indicator("workers"),
            kind: ConflictKind::PartsExceedWhole,
            period: Period::new(None, AS_OF).expect("a period"),
            scope: scope("own"),
            floor: vec![0],
            cap: vec![1],
            interval: Interval::exactly(Decimal::TEN),
            accepted: false,
        }],
        counts: Counts::from_iter([Status::Behind, Status::Met]),
        by_indicator: Counts::from_iter([Status::Behind]),
        by_binding: [
            (Binding::Binding, Counts::from_iter([Status::Behind])),
            (Binding::Indicative, Counts::from_iter([Status::Met])),
        ],
    };
    let workers = said.indicators.get_mut("workers").map(std::sync::Arc::make_mut).expect("the indicator");
    workers.uses = vec![vec![Use::Floor, Use::Cap], vec![Use::Cap]];
    workers.trend = Some(TrendReading {
        base: Some(TrendPoint {
            year: 2017,
            value: Decimal::new(110_000, 1),
            period: Period::year(2017).expect("a year"),
            actual: Some(0),
        }),
        base_year: 2016,
        current: None,
        target: Some((2020, Decimal::from(8000))),
        limit: None,
        better: Better::Higher,
        left_out: vec![(1, crate::evaluate::TrendLeftOut::NoYear)],
        readings: vec![MethodReading {
            method: TrendMethod::OpenSdg,
            formula: TrendFormula::GrowthOverNeeded,
            cuts: vec![Decimal::new(95, 2), Decimal::new(60, 2), Decimal::ZERO],
            gap: None,
            progress: Some(Decimal::new(90109, 5)),
            score: None,
            category: TrendCategory::Moderate,
        }],
        disagree: false,
    });
    let verdict = workers.verdicts.get_mut(2).expect("a verdict on 2020");
    verdict.status = Status::Behind;
    verdict.exceeded = true;
    verdict.interval = Interval::new(Some(Decimal::from(2127)), None);
    verdict.attainment = Interval::new(Some(Decimal::new(26_587_599_999, 9)), None);
    verdict.path = Some(PathPoint {
        date: date(2020, 5, 31),
        planned: Some(Decimal::new(33224, 1)),
        planned_shown: Some(Decimal::from(3322)),
        first_shown: None,
        planned_attainment: Some(Decimal::new(41_530_054_644, 9)),
        interval: Interval::exactly(Decimal::from(2127)),
        attainment: Interval::exactly(Decimal::new(265_875, 4)),
    });
    verdict.dated = Some(Period::day(AS_OF));
    verdict.deciding = vec![0];
    verdict.basis = Some(Basis::AroundDueDay);
    verdict.within_margin = true;
    verdict.provisional = true;
    verdict.made_good = Some(MadeGood { on: AS_OF, days: 9 });
    verdict.later_changes = vec![0];
    verdict.reasons = reasons();
    verdict.settled_by =
        Some(Reason::Needs { period: Period::year(2020).expect("a year"), scope: scope("own") });
    said
}

/// An evaluation that proves nothing.
fn bland(report: &Report, id: &IndicatorId) -> IndicatorEvaluation {
    let indicator = &report.indicators[id];
    let verdict = |target: &crate::model::Target| Verdict {
        target: target.id.clone(),
        condition: target.condition.clone(),
        status: Status::NoData,
        exceeded: false,
        against: None,
        worked_out: None,
        interval: Interval::OPEN,
        attainment: Interval::OPEN,
        path: None,
        dated: None,
        deciding: Vec::new(),
        basis: None,
        within_margin: false,
        provisional: false,
        estimated: false,
        made_good: None,
        later_changes: Vec::new(),
        reasons: vec![Reason::NothingReported],
        settled_by: None,
    };
    IndicatorEvaluation {
        verdicts: indicator.targets.iter().map(verdict).collect(),
        uses: indicator.actuals.iter().map(|_| vec![Use::Reference]).collect(),
        intervals: indicator.actuals.iter().map(|a| Interval::of(&a.value, Quantity::COUNT)).collect(),
        trend: None,
    }
}

fn scope(id: &str) -> ScopeId {
    ScopeId::new(id).expect("an id")
}

fn indicator(id: &str) -> IndicatorId {
    IndicatorId::new(id).expect("an id")
}
