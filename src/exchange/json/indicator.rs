//! An indicator as a record: what was promised, what was reported, what that proves.

use super::part::{CellRecord, DaySpan, LangMap, end, start};
use super::promise::{TargetRecord, VerdictRecord};
use crate::evaluate::{MethodReading, TrendPoint, TrendReading, Use};
use crate::exchange::named::Named;
use crate::exchange::number;
use crate::exchange::whole::{Reported, Whole};
use crate::model::{Break, Category, Dimension};
use rust_decimal::Decimal;
use serde::Serialize;

/// One indicator.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorRecord<'a> {
    id: &'a str,
    aliases: Vec<&'a str>,
    title: LangMap<'a>,
    definition: Option<LangMap<'a>>,
    unit: Option<&'a str>,
    measure: &'static str,
    better: &'static str,
    signed: bool,
    never_falls: bool,
    binding: Option<&'static str>,
    scope: &'a str,
    dimensions: Vec<DimensionRecord<'a>>,
    plan: Option<&'a str>,
    task: Option<&'a str>,
    level: Option<&'static str>,
    baseline: Option<ActualRecord<'a>>,
    baselines: Vec<ActualRecord<'a>>,
    breaks: Vec<BreakRecord<'a>>,
    related: Vec<&'a str>,
    targets: Vec<TargetRecord<'a>>,
    actuals: Vec<ActualRecord<'a>>,
    verdicts: Vec<VerdictRecord<'a>>,
    trend: Option<TrendRecord>,
    note: Option<LangMap<'a>>,
}

impl<'a> IndicatorRecord<'a> {
    /// The record of an indicator.
    pub(super) fn new(whole: Whole<'a>) -> Self {
        let indicator = whole.indicator;
        let task = indicator.task.as_ref();
        Self {
            id: indicator.id.as_str(),
            aliases: indicator.aliases.iter().map(|alias| alias.id.as_str()).collect(),
            title: LangMap(&indicator.title),
            definition: indicator.definition.as_ref().map(LangMap),
            unit: indicator.unit.as_ref().map(crate::model::MeasurementUnitId::as_str),
            measure: indicator.measure.name(),
            better: indicator.better.name(),
            signed: indicator.signed,
            never_falls: indicator.never_falls,
            binding: indicator.binding.as_ref().map(Named::name),
            scope: indicator.scope.as_str(),
            dimensions: indicator.dimensions.iter().map(DimensionRecord::new).collect(),
            plan: task.map(|task| task.plan.as_str()),
            task: task.map(|task| task.number.as_str()),
            level: indicator.level.as_ref().map(Named::name),
            baseline: whole.baseline().map(ActualRecord::new),
            baselines: whole.baselines().map(ActualRecord::new).collect(),
            breaks: indicator.breaks.iter().map(BreakRecord::new).collect(),
            related: indicator.related.iter().map(|one| one.indicator.as_str()).collect(),
            targets: indicator.targets.iter().map(TargetRecord::new).collect(),
            actuals: whole.actuals().map(ActualRecord::new).collect(),
            verdicts: whole.targets().filter_map(|(_, verdict)| verdict.map(VerdictRecord::new)).collect(),
            trend: whole.evaluation.and_then(|known| known.trend.as_ref()).map(TrendRecord::new),
            note: indicator.note.as_ref().map(LangMap),
        }
    }
}

/// A day on which another method of counting began.
#[derive(Debug, Serialize)]
struct BreakRecord<'a> {
    on: String,
    why: LangMap<'a>,
}

impl<'a> BreakRecord<'a> {
    fn new(one: &'a Break) -> Self {
        Self { on: one.on.to_string(), why: LangMap(&one.why) }
    }
}

/// How the quantity is divided.
#[derive(Debug, Serialize)]
struct DimensionRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
    complete: bool,
    categories: Vec<CategoryRecord<'a>>,
}

/// A part of what a dimension divides.
#[derive(Debug, Serialize)]
struct CategoryRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
}

impl<'a> DimensionRecord<'a> {
    fn new(dimension: &'a Dimension) -> Self {
        let category = |one: &'a Category| CategoryRecord { id: one.id.as_str(), title: LangMap(&one.title) };
        Self {
            id: dimension.id.as_str(),
            title: LangMap(&dimension.title),
            complete: dimension.complete,
            categories: dimension.categories.iter().map(category).collect(),
        }
    }
}

/// What a source reports.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a flat record: each is a key of the contract")]
struct ActualRecord<'a> {
    index: Option<usize>,
    start: Option<String>,
    end: String,
    dated: bool,
    scope: &'a str,
    #[serde(rename = "where")]
    cell: CellRecord<'a>,
    low: Option<String>,
    high: Option<String>,
    low_open: bool,
    high_open: bool,
    as_written: Option<String>,
    qualifier: &'static str,
    source: &'a str,
    locator: &'a str,
    used_for: Vec<&'static str>,
    kind: &'static str,
    definition: Option<LangMap<'a>>,
    partial: bool,
    provisional: bool,
    observation: Option<&'static str>,
    observation_reason: Option<LangMap<'a>>,
    superseded: bool,
    superseded_by: Option<usize>,
    both_stand: Option<LangMap<'a>>,
    reckoning: &'static str,
    computed_from: Vec<FigureRecord<'a>>,
    ci: Option<[String; 2]>,
    ci_level: Option<String>,
    stands_for: Option<DaySpan>,
    since_at_latest: Option<String>,
    since_at_earliest: Option<String>,
    same_start_as: Option<usize>,
    note: Option<LangMap<'a>>,
}

impl<'a> ActualRecord<'a> {
    fn new(reported_as: Reported<'a>) -> Self {
        let Reported { actual, index, interval, uses } = reported_as;
        Self {
            index,
            start: start(&actual.time),
            end: end(&actual.time),
            dated: actual.dated,
            scope: actual.scope.as_str(),
            cell: CellRecord(&actual.cell),
            low: number::end(interval.low),
            high: number::end(interval.high),
            low_open: interval.low_open,
            high_open: interval.high_open,
            as_written: actual.value.numbers().text(),
            qualifier: actual.value.name(),
            source: actual.source.as_str(),
            locator: &actual.locator,
            used_for: uses.iter().copied().map(Use::as_str).collect(),
            kind: actual.kind.name(),
            definition: actual.definition.as_ref().map(LangMap),
            partial: actual.partial,
            provisional: actual.provisional,
            observation: actual.observation.as_ref().map(|(observation, _)| observation.as_str()),
            observation_reason: actual.observation.as_ref().and_then(|(_, why)| why.as_ref().map(LangMap)),
            superseded: actual.superseded_by.is_some(),
            superseded_by: actual.superseded_by,
            both_stand: actual.both_stand.as_ref().map(LangMap),
            reckoning: actual.reckoning.as_str(),
            computed_from: actual
                .computed_from
                .iter()
                .map(|(indicator, index)| FigureRecord { indicator: indicator.as_str(), index: *index })
                .collect(),
            ci: actual.ci.as_ref().map(|(low, high)| [low, high].map(|end| number::plain(end.value()))),
            ci_level: actual.ci_level.map(number::plain),
            stands_for: actual.stands_for.map(DaySpan),
            since_at_latest: actual.since_at_latest.map(|day| day.to_string()),
            since_at_earliest: actual.since_at_earliest.map(|day| day.to_string()),
            same_start_as: actual.same_start_as,
            note: actual.note.as_ref().map(LangMap),
        }
    }
}

/// A figure of another indicator.
#[derive(Debug, Serialize)]
struct FigureRecord<'a> {
    indicator: &'a str,
    index: usize,
}

/// What named methods say of a trend.
#[derive(Debug, Serialize)]
struct TrendRecord {
    base_year: i16,
    base: Option<PointRecord>,
    current: Option<PointRecord>,
    target: Option<YearRecord>,
    limit: Option<String>,
    better: &'static str,
    left_out: Vec<TrendLeftOutRecord>,
    readings: Vec<ReadingRecord>,
    disagree: bool,
}

/// The number of a year, and the figure that gives it: null for the baseline.
#[derive(Debug, Serialize)]
struct PointRecord {
    year: i16,
    value: String,
    start: Option<String>,
    end: String,
    actual: Option<usize>,
}

impl PointRecord {
    fn new(point: TrendPoint) -> Self {
        Self {
            year: point.year,
            value: number::plain(point.value),
            start: start(&point.period),
            end: end(&point.period),
            actual: point.actual,
        }
    }
}

/// A figure that no method reads.
#[derive(Debug, Serialize)]
struct TrendLeftOutRecord {
    actual: usize,
    why: &'static str,
}

impl TrendRecord {
    fn new(trend: &TrendReading) -> Self {
        Self {
            base_year: trend.base_year,
            base: trend.base.map(PointRecord::new),
            current: trend.current.map(PointRecord::new),
            target: trend.target.map(YearRecord::new),
            limit: number::end(trend.limit),
            better: trend.better.name(),
            left_out: trend
                .left_out
                .iter()
                .map(|(actual, why)| TrendLeftOutRecord { actual: *actual, why: why.as_str() })
                .collect(),
            readings: trend.readings.iter().map(ReadingRecord::new).collect(),
            disagree: trend.disagree,
        }
    }
}

/// A value in a year.
#[derive(Debug, Serialize)]
struct YearRecord {
    year: i16,
    value: String,
}

impl YearRecord {
    fn new((year, value): (i16, Decimal)) -> Self {
        Self { year, value: number::plain(value) }
    }
}

/// What one method says.
#[derive(Debug, Serialize)]
struct ReadingRecord {
    method: &'static str,
    formula: &'static str,
    progress: Option<String>,
    cuts: Vec<String>,
    score: Option<String>,
    category: &'static str,
    gap: Option<&'static str>,
}

impl ReadingRecord {
    fn new(reading: &MethodReading) -> Self {
        Self {
            method: reading.method.name(),
            formula: reading.formula.as_str(),
            progress: number::end(reading.progress),
            cuts: reading.cuts.iter().map(|cut| number::plain(*cut)).collect(),
            score: number::end(reading.score),
            category: reading.category.as_str(),
            gap: reading.gap.map(crate::evaluate::TrendGap::as_str),
        }
    }
}
