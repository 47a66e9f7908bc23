//! Claims and conflicts as records: where sources state arithmetic, and where figures disagree.

use super::part::{LangMap, end, start};
use crate::evaluate::{ClaimCheck, Conflict};
use crate::exchange::named::Named;
use crate::exchange::number;
use crate::model::{FigureKey, FigurePlace, Report, Value};
use serde::Serialize;

/// Arithmetic that a source states, and what comes out.
#[derive(Debug, Serialize)]
pub(super) struct ClaimRecord<'a> {
    source: &'a str,
    text: LangMap<'a>,
    locator: &'a str,
    compute: &'static str,
    of: Vec<FigureRecord<'a>>,
    states: Option<StatedRecord>,
    computed: Option<String>,
    low: Option<String>,
    high: Option<String>,
    outcome: &'static str,
}

impl<'a> ClaimRecord<'a> {
    /// The record of a checked claim; none if the report has no such claim.
    pub(super) fn new(report: &'a Report, check: &ClaimCheck) -> Option<Self> {
        let source = report.sources.get(&check.source)?;
        let claim = source.claims.get(check.claim)?;
        Some(Self {
            source: source.id.as_str(),
            text: LangMap(&claim.text),
            locator: &claim.locator,
            compute: claim.compute.name(),
            of: claim.of.iter().map(FigureRecord::new).collect(),
            states: claim.states.as_ref().map(|stated| StatedRecord::new(&stated.0)),
            computed: number::end(check.computed),
            low: number::end(check.interval.low),
            high: number::end(check.interval.high),
            outcome: check.outcome.as_str(),
        })
    }
}

/// A figure of an indicator: the index of an actual, or of one of its baselines.
#[derive(Debug, Serialize)]
struct FigureRecord<'a> {
    indicator: &'a str,
    actual: Option<usize>,
    baseline: Option<usize>,
}

impl<'a> FigureRecord<'a> {
    fn new(key: &'a FigureKey) -> Self {
        let (actual, baseline) = match key.place {
            FigurePlace::Actual(index) => (Some(index), None),
            FigurePlace::Baseline(index) => (None, Some(index)),
        };
        Self { indicator: key.indicator.as_str(), actual, baseline }
    }
}

/// What a claim says comes out.
#[derive(Debug, Serialize)]
struct StatedRecord {
    qualifier: &'static str,
    as_written: Option<String>,
}

impl StatedRecord {
    fn new(value: &Value) -> Self {
        Self { qualifier: value.name(), as_written: value.numbers().text() }
    }
}

/// Figures that cannot all be true.
#[derive(Debug, Serialize)]
pub(super) struct ConflictRecord<'a> {
    indicator: &'a str,
    kind: &'static str,
    start: Option<String>,
    end: String,
    scope: &'a str,
    floor: &'a [usize],
    cap: &'a [usize],
    low: Option<String>,
    high: Option<String>,
    accepted: bool,
}

impl<'a> ConflictRecord<'a> {
    /// The record of a conflict.
    pub(super) fn new(conflict: &'a Conflict) -> Self {
        Self {
            indicator: conflict.indicator.as_str(),
            kind: conflict.kind.name(),
            start: start(&conflict.period),
            end: end(&conflict.period),
            scope: conflict.scope.as_str(),
            floor: &conflict.floor,
            cap: &conflict.cap,
            low: number::end(conflict.interval.low),
            high: number::end(conflict.interval.high),
            accepted: conflict.accepted,
        }
    }
}
