//! Small reports, written as briefly as they are read.
//!
//! The tree is always the same: a province of two cities, one of them with two towns. `whole` is a
//! second tree, a city whose two halves make it up completely.

use crate::evaluate::{Evaluation, LeftOutWhy, Reason, Status, Verdict, evaluate};
use crate::model::{
    Actual, ActualKind, Better, Cell, ChartChoice, Claim, ClaimStatement, Compute, Condition, FigureKey,
    FigurePlace, Holds, Home, Indicator, IndicatorId, Lang, Measure, MeasurementUnit, MeasurementUnitId,
    Origin, Pace, Period, Report, Scope, ScopeId, ScopeKind, ScopeTree, Site, Source, SourceId, SourceKind,
    Target, TargetId, Text, UnitStyle, Value, Written,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub fn w(text: &str) -> Written {
    Written::parse(text).expect(text)
}

pub fn value(text: &str) -> Value {
    Value::Value(w(text))
}

pub fn about(text: &str) -> Value {
    Value::About(w(text))
}

pub fn more_than(text: &str) -> Value {
    Value::MoreThan(w(text))
}

pub fn at_most(text: &str) -> Value {
    Value::AtMost(w(text))
}

pub fn at_least(text: &str) -> Condition {
    Condition::AtLeast(w(text))
}

pub fn no_more_than(text: &str) -> Condition {
    Condition::AtMost(w(text))
}

pub fn period(text: &str) -> Period {
    Period::parse(text).expect(text)
}

pub fn day(text: &str) -> jiff::civil::Date {
    period(text).end()
}

pub fn number(text: &str) -> Decimal {
    w(text).value()
}

pub fn words(text: &str) -> Text {
    Text::plain(Lang::new("en"), text)
}

fn here() -> Origin {
    Origin::file("content/test.yaml")
}

pub fn scope_id(id: &str) -> ScopeId {
    ScopeId::new(id).expect(id)
}

pub fn source_id(id: &str) -> SourceId {
    SourceId::new(id).expect(id)
}

pub fn scope(id: &str, part_of: Option<&str>, covers_all: bool) -> Scope {
    Scope {
        id: scope_id(id),
        title: words(id),
        kind: ScopeKind::Place,
        part_of: part_of.map(scope_id),
        from: None,
        to: None,
        covers_all,
        about: None,
        source: None,
        origin: here(),
    }
}

pub fn source(id: &str, published: &str) -> Source {
    Source {
        id: source_id(id),
        title: words(id),
        short: None,
        publisher: None,
        author: None,
        published: period(published),
        count_from_first: None,
        inferred: None,
        kind: SourceKind::Newspaper,
        language: Lang::new("en"),
        number: None,
        url: None,
        archive: None,
        note: None,
        claims: Vec::new(),
        origin: here(),
    }
}

pub fn actual(time: Period, value: Value, scope: &str, source: &str) -> Actual {
    Actual {
        reckoning: crate::model::Reckoning::Single,
        computed_from: Vec::new(),
        time,
        dated: false,
        value,
        ci: None,
        ci_level: None,
        stands_for: None,
        since_at_latest: None,
        since_at_earliest: None,
        same_start_as: None,
        scope: scope_id(scope),
        observation: None,
        cell: Cell::default(),
        source: source_id(source),
        locator: "p. 1".into(),
        kind: ActualKind::Result,
        definition: None,
        partial: false,
        provisional: false,
        superseded_by: None,
        both_stand: None,
        note: None,
        origin: here(),
    }
}

pub fn target(id: String, period: Period, scope: &str, condition: Condition) -> Target {
    Target {
        from_baseline: None,
        reckoning: crate::model::Reckoning::Single,
        id: TargetId(id),
        period,
        scope: scope_id(scope),
        cell: Cell::default(),
        condition,
        due: period.end(),
        reported_for: false,
        by_day: false,
        holds: Holds::AtDue,
        parts: Vec::new(),
        binding: None,
        whole_sum: false,
        pace: Pace::Linear,
        source: source_id("early"),
        locator: "p. 1".into(),
        despite_break: None,
        derived: None,
        members: Vec::new(),
        member_of: None,
        revisions: Vec::new(),
        note: None,
        origin: here(),
    }
}

pub fn indicator(id: &str, measure: Measure, scope: &str) -> Indicator {
    Indicator {
        computed: None,
        id: IndicatorId::new(id).expect(id),
        aliases: Vec::new(),
        title: words(id),
        definition: None,
        plan: None,
        task: None,
        measure,
        dimensions: Vec::new(),
        level: None,
        further_baselines: Vec::new(),
        breaks: Vec::new(),
        related: Vec::new(),
        signed: false,
        never_falls: false,
        binding: None,
        better: Better::Higher,
        unit: None,
        scope: scope_id(scope),
        baseline: None,
        targets: Vec::new(),
        actuals: Vec::new(),
        chart: ChartChoice::Auto,
        trend: None,
        note: None,
        origin: here(),
    }
}

pub fn report(scopes: Vec<Scope>, sources: Vec<Source>, indicators: Vec<Indicator>) -> Report {
    Report {
        pages: BTreeMap::new(),
        site: Site {
            menu: Vec::new(),
            title: words("test"),
            tagline: None,
            languages: vec![Lang::new("en")],
            base_url: None,
            og_images: true,
            synonyms: Vec::new(),
            earlier: None,
            briefs: crate::model::BriefSettings::default(),
            report_date: day("2021-05-11"),
            publisher: None,
            licence: None,
            home: Home::default(),
            records: crate::model::Records::default(),
            silence: Vec::new(),
            terms: crate::model::Terms::default(),
            scope_words: crate::model::ScopeWords::default(),
            traditional: BTreeMap::new(),
            origin: here(),
        },
        plans: BTreeMap::new(),
        scopes: ScopeTree::new(scopes.into_iter().map(|s| (s.id.clone(), s)).collect(), BTreeMap::new()),
        units: BTreeMap::new(),
        measurement_units: BTreeMap::new(),
        sources: sources.into_iter().map(|s| (s.id.clone(), s)).collect(),
        indicators: indicators.into_iter().map(|i| (i.id.clone(), i.into())).collect(),
        stories: BTreeMap::new(),
        briefs: BTreeMap::new(),
        requests: BTreeMap::new(),
    }
}

pub fn tree() -> Vec<Scope> {
    vec![
        scope("province", None, false),
        scope("city", Some("province"), false),
        scope("other-city", Some("province"), false),
        scope("town-a", Some("city"), false),
        scope("town-b", Some("city"), false),
        scope("whole", None, true),
        scope("half-a", Some("whole"), false),
        scope("half-b", Some("whole"), false),
    ]
}

/// One indicator of the city, and what is asked and said of it.
pub struct Build {
    indicator: Indicator,
    sources: Vec<Source>,
    unit: Option<MeasurementUnit>,
}

pub fn flow() -> Build {
    Build::new(Measure::Flow)
}

pub fn stock() -> Build {
    Build::new(Measure::Stock)
}

pub fn rate() -> Build {
    Build::new(Measure::Rate)
}

pub fn milestone() -> Build {
    Build::new(Measure::Milestone)
}

impl Build {
    fn new(measure: Measure) -> Self {
        Self {
            indicator: indicator("it", measure, "city"),
            sources: vec![source("early", "2000-01-01")],
            unit: None,
        }
    }

    /// A target of the city.
    pub fn target(mut self, over: &str, condition: Condition) -> Self {
        let id = format!("it@{over};n={}", self.indicator.targets.len());
        self.indicator.targets.push(target(id, period(over), "city", condition));
        self
    }

    /// Changes the last target.
    pub fn asked(mut self, change: impl FnOnce(&mut Target)) -> Self {
        change(self.indicator.targets.last_mut().expect("a target"));
        self
    }

    /// A figure for the city over a period; for stocks and rates at a date, in a source of that day.
    pub fn actual(mut self, time: &str, value: Value) -> Self {
        let measure = self.indicator.measure;
        let mut id = "early".to_owned();
        if matches!(measure, Measure::Stock | Measure::Rate) {
            let end = period(time).end().to_string();
            id = format!("of-{end}");
            if !self.sources.iter().any(|known| known.id.as_str() == id) {
                self.sources.push(source(&id, &end));
            }
        }
        let dated = measure != Measure::Flow;
        self.indicator.actuals.push(Actual { dated, ..actual(period(time), value, "city", &id) });
        self
    }

    /// Changes the last figure.
    pub fn said(mut self, change: impl FnOnce(&mut Actual)) -> Self {
        change(self.indicator.actuals.last_mut().expect("an actual"));
        self
    }

    /// The last figure is of another scope.
    pub fn of(self, scope: &str) -> Self {
        self.said(|actual| actual.scope = scope_id(scope))
    }

    /// The last figure's source was published then.
    pub fn published(mut self, on: &str) -> Self {
        let id = format!("paper-{}", self.sources.len());
        self.sources.push(source(&id, on));
        self.said(|actual| actual.source = source_id(&id))
    }

    /// The last source counts from the first day of the stretch by which it is dated.
    pub fn counts_from_first(mut self) -> Self {
        self.sources.last_mut().expect("a source").count_from_first = Some(words("why"));
        self
    }

    /// The last target's revisions are written in a source of that day.
    pub fn revised_by_source(mut self, on: &str) -> Self {
        self.sources.push(source("amendment", on));
        self.asked(|target| {
            for revision in &mut target.revisions {
                revision.source = Some((source_id("amendment"), "p. 1".into()));
            }
        })
    }

    pub fn baseline(mut self, at: &str, value: Value) -> Self {
        self.indicator.baseline = Some(Actual {
            dated: true,
            kind: ActualKind::Baseline,
            ..actual(period(at), value, "city", "early")
        });
        self
    }

    pub fn indicator(mut self, change: impl FnOnce(&mut Indicator)) -> Self {
        change(&mut self.indicator);
        self
    }

    /// A claim of the first source over figures by index.
    pub fn claim(mut self, compute: Compute, of: &[usize], states: Option<Value>) -> Self {
        let key = |index: &usize| FigureKey {
            indicator: self.indicator.id.clone(),
            place: FigurePlace::Actual(*index),
        };
        let claim = Claim {
            text: words("claim"),
            locator: "p. 1".into(),
            compute,
            of: of.iter().map(key).collect(),
            states: states.map(ClaimStatement),
            origin: here(),
        };
        self.sources[0].claims.push(claim);
        self
    }

    /// It is measured in a unit of its own.
    pub fn unit(mut self, counted: bool, averages: bool) -> Self {
        let id = MeasurementUnitId::new("unit").expect("an id");
        self.indicator.unit = Some(id.clone());
        self.unit = Some(MeasurementUnit {
            aliases: Vec::new(),
            id,
            title: words("unit"),
            style: UnitStyle::Size,
            counted,
            additive: true,
            averages,
        });
        self
    }

    pub fn report(self) -> Report {
        let mut report = report(tree(), self.sources, vec![self.indicator]);
        report.measurement_units.extend(self.unit.map(|unit| (unit.id.clone(), unit)));
        report
    }

    /// Evaluates it on a day.
    pub fn on(self, as_of: &str) -> Told {
        Told(evaluate(&self.report(), day(as_of)))
    }
}

/// What came out, with short ways to ask for it.
pub struct Told(pub Evaluation);

impl Told {
    pub fn verdicts(&self) -> &[Verdict] {
        &self.0.indicators.values().next().expect("an indicator").verdicts
    }

    pub fn first(&self) -> &Verdict {
        &self.verdicts()[0]
    }

    pub fn status(&self) -> Status {
        self.first().status
    }

    /// The first verdict's interval as text: `2127..8000`, with nothing for an open end.
    pub fn interval(&self) -> String {
        shown(self.first().interval)
    }

    pub fn has(&self, reason: &Reason) -> bool {
        self.first().reasons.contains(reason)
    }

    pub fn left_out(&self) -> Vec<(Vec<usize>, LeftOutWhy)> {
        let why = |reason: &Reason| match reason {
            Reason::LeftOut { actuals, why } => Some((actuals.clone(), *why)),
            _ => None,
        };
        self.first().reasons.iter().filter_map(why).collect()
    }

    /// Why the first figure was left out of the first target.
    pub fn why(&self) -> Option<LeftOutWhy> {
        self.left_out().into_iter().find(|(actuals, _)| actuals.contains(&0)).map(|(_, why)| why)
    }
}

pub fn shown(interval: crate::evaluate::Interval) -> String {
    let end = |end: Option<Decimal>| end.map_or(String::new(), |end| end.normalize().to_string());
    format!("{}..{}", end(interval.low), end(interval.high))
}

/// The same, cut after one decimal, as pages show shares of what is proven.
pub fn share(interval: crate::evaluate::Interval) -> String {
    let end = |end: Option<Decimal>| end.map_or(String::new(), |end| end.trunc_with_scale(1).to_string());
    format!("{}..{}", end(interval.low), end(interval.high))
}
