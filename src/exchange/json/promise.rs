//! Targets and verdicts as records.

use super::part::{CellRecord, DaySpan, LangMap, cited, end, range, start, value};
use super::reason;
use crate::evaluate::{PathPoint, Threshold, Verdict};
use crate::exchange::named::{Named, every};
use crate::exchange::number;
use crate::model::{Change, Condition, FromBaseline, IndicatorId, Revision, RevisionChange, Target};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;

/// What was promised.
#[derive(Debug, Serialize)]
pub(super) struct TargetRecord<'a> {
    id: &'a str,
    start: Option<String>,
    end: String,
    scope: &'a str,
    #[serde(rename = "where")]
    cell: CellRecord<'a>,
    condition: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[String; 2]>,
    as_written: Option<String>,
    due: String,
    pace: &'static str,
    holds: &'static str,
    every: Option<&'static str>,
    reported_for: bool,
    reckoning: &'static str,
    against: Option<&'a str>,
    from_baseline: Option<BaselineRecord>,
    binding: Option<&'static str>,
    source: &'a str,
    locator: &'a str,
    despite_break: Option<LangMap<'a>>,
    derived: Option<LangMap<'a>>,
    members: Vec<&'a str>,
    member_of: Option<&'a str>,
    revisions: Vec<RevisionRecord<'a>>,
    note: Option<LangMap<'a>>,
}

impl<'a> TargetRecord<'a> {
    /// The record of a target.
    pub(super) fn new(target: &'a Target) -> Self {
        let numbers = target.condition.numbers();
        Self {
            id: &target.id.0,
            start: start(&target.period),
            end: end(&target.period),
            scope: target.scope.as_str(),
            cell: CellRecord(&target.cell),
            condition: target.condition.name(),
            value: value(numbers),
            range: range(numbers),
            as_written: numbers.text(),
            due: target.due.to_string(),
            pace: target.pace.name(),
            holds: target.holds.name(),
            every: every(target.holds),
            reported_for: target.reported_for,
            reckoning: target.reckoning.as_str(),
            against: target.condition.other().map(IndicatorId::as_str),
            from_baseline: target.from_baseline.as_ref().map(BaselineRecord::new),
            binding: target.binding.as_ref().map(Named::name),
            source: target.source.as_str(),
            locator: &target.locator,
            despite_break: target.despite_break.as_ref().map(LangMap),
            derived: target.derived.as_ref().map(LangMap),
            members: target.members.iter().map(|id| id.0.as_str()).collect(),
            member_of: target.member_of.as_ref().map(|id| id.0.as_str()),
            revisions: target.revisions.iter().map(RevisionRecord::new).collect(),
            note: target.note.as_ref().map(LangMap),
        }
    }
}

/// How a threshold follows from the baseline.
#[derive(Debug, Serialize)]
struct BaselineRecord {
    baseline: String,
    change: &'static str,
    by: String,
}

impl BaselineRecord {
    fn new(from: &FromBaseline) -> Self {
        let (change, by) = match &from.change {
            Change::Points(by) => ("points", by),
            Change::Relative(by) => ("relative", by),
            Change::Amount(by) => ("amount", by),
            Change::Times(by) => ("times", by),
        };
        Self { baseline: from.baseline.text().to_owned(), change, by: number::plain(by.value()) }
    }
}

/// What is known of the other indicator.
#[derive(Debug, Serialize)]
struct ThresholdRecord<'a> {
    indicator: &'a str,
    actuals: &'a [usize],
    low: Option<String>,
    high: Option<String>,
}

impl<'a> ThresholdRecord<'a> {
    fn new(threshold: &'a Threshold) -> Self {
        Self {
            indicator: threshold.indicator.as_str(),
            actuals: &threshold.actuals,
            low: number::end(threshold.interval.low),
            high: number::end(threshold.interval.high),
        }
    }
}

/// A change of a target.
#[derive(Debug, Serialize)]
struct RevisionRecord<'a> {
    on: String,
    dropped: bool,
    was: Option<ConditionRecord>,
    why: LangMap<'a>,
    who: Option<LangMap<'a>>,
    source: Option<&'a str>,
    locator: Option<&'a str>,
}

impl<'a> RevisionRecord<'a> {
    fn new(revision: &'a Revision) -> Self {
        let was = match &revision.change {
            RevisionChange::Was(condition) => Some(ConditionRecord::new(condition)),
            RevisionChange::Dropped => None,
        };
        let (source, locator) = cited(revision.source.as_ref());
        Self {
            on: revision.on.to_string(),
            dropped: was.is_none(),
            was,
            why: LangMap(&revision.why),
            who: revision.who.as_ref().map(LangMap),
            source,
            locator,
        }
    }
}

/// What is or was asked.
#[derive(Debug, Serialize)]
struct ConditionRecord {
    condition: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[String; 2]>,
}

impl ConditionRecord {
    fn new(condition: &Condition) -> Self {
        let numbers = condition.numbers();
        Self { condition: condition.name(), value: value(numbers), range: range(numbers) }
    }
}

/// How a target stands.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a flat record: each is a key of the contract")]
pub(super) struct VerdictRecord<'a> {
    target: &'a str,
    status: &'static str,
    low: Option<String>,
    high: Option<String>,
    attainment_low: Option<String>,
    attainment_high: Option<String>,
    exceeded: bool,
    in_force: ConditionRecord,
    threshold: Option<ThresholdRecord<'a>>,
    worked_out: Option<String>,
    path: Option<PathRecord>,
    dated: Option<DaySpan>,
    deciding: &'a [usize],
    basis: Option<&'static str>,
    within_margin: bool,
    provisional: bool,
    estimated: bool,
    made_good_on: Option<String>,
    later_changes: &'a [usize],
    reasons: Vec<Value>,
    settled_by: Option<Value>,
}

impl<'a> VerdictRecord<'a> {
    /// The record of a verdict.
    pub(super) fn new(verdict: &'a Verdict) -> Self {
        Self {
            target: &verdict.target.0,
            status: verdict.status.as_str(),
            low: number::end(verdict.interval.low),
            high: number::end(verdict.interval.high),
            attainment_low: share(verdict.attainment.low),
            attainment_high: share(verdict.attainment.high),
            exceeded: verdict.exceeded,
            in_force: ConditionRecord::new(&verdict.condition),
            threshold: verdict.against.as_ref().map(ThresholdRecord::new),
            worked_out: number::end(verdict.worked_out),
            path: verdict.path.as_ref().map(PathRecord::new),
            dated: verdict.dated.map(DaySpan),
            deciding: &verdict.deciding,
            basis: verdict.basis.map(crate::evaluate::Basis::as_str),
            within_margin: verdict.within_margin,
            provisional: verdict.provisional,
            estimated: verdict.estimated,
            made_good_on: verdict.made_good.map(|good| good.on.to_string()),
            later_changes: &verdict.later_changes,
            reasons: verdict.reasons.iter().map(reason::object).collect(),
            settled_by: verdict.settled_by.as_ref().map(reason::object),
        }
    }
}

/// What was planned and what is proven up to the day of the latest figure.
#[derive(Debug, Serialize)]
struct PathRecord {
    date: String,
    planned: Option<String>,
    planned_attainment: Option<String>,
    low: Option<String>,
    high: Option<String>,
    attainment_low: Option<String>,
    attainment_high: Option<String>,
}

impl PathRecord {
    fn new(path: &PathPoint) -> Self {
        Self {
            date: path.date.to_string(),
            planned: number::end(path.planned),
            planned_attainment: share(path.planned_attainment),
            low: number::end(path.interval.low),
            high: number::end(path.interval.high),
            attainment_low: share(path.attainment.low),
            attainment_high: share(path.attainment.high),
        }
    }
}

fn share(value: Option<Decimal>) -> Option<String> {
    number::end(number::share(value))
}
