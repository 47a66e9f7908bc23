//! Indicators: one quantity each, with what was promised and what was reported.

use super::{
    ChartChoice, IndicatorId, MeasurementUnitId, Origin, Period, ScopeId, SourceId, TaskRef, Text, Written,
};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

/// How a quantity adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Counted during a period, never negative: adds over time and over scopes.
    Flow,
    /// The state at a date: adds over scopes only.
    Stock,
    /// A share, average or price: adds over nothing.
    Rate,
    /// Something that is done or not.
    Milestone,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// A range was planned.
    Range,
}

/// One quantity with a unit, a measure and a direction; its targets and actuals.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// The stem of its file.
    pub id: IndicatorId,
    /// Its name.
    pub title: Text,
    /// What is counted.
    pub definition: Option<Text>,
    /// The task it measures; none for context.
    pub task: Option<TaskRef>,
    /// How it adds up.
    pub measure: Measure,
    /// Which way is good.
    pub better: Better,
    /// What it is counted in; none for a milestone.
    pub unit: Option<MeasurementUnitId>,
    /// Of whom it speaks where nothing else is said.
    pub scope: ScopeId,
    /// The state before the plan.
    pub baseline: Option<Actual>,
    /// What was promised: yearly and per-member targets written out, each with its own id, in the
    /// order written.
    pub targets: Vec<Target>,
    /// What was reported: from its own file first, then from tables, in the order written.
    pub actuals: Vec<Actual>,
    /// Which chart it asks for.
    pub chart: ChartChoice,
    /// A published method that it asks to be shown beside the verdict.
    pub trend: Option<Trend>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

/// Names a target: `<indicator>@<period>`, with `;scope=…` where the scope is not the indicator's and
/// `;n=2` for a second target over the same region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct TargetId(pub String);

impl fmt::Display for TargetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a target asks of its region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// That much or more.
    AtLeast(Written),
    /// That much or less.
    AtMost(Written),
    /// Exactly that much.
    Exactly(Written),
    /// A planned range: below it fails, above it is no failure.
    Between(Written, Written),
    /// A band to stay in: outside on either side fails.
    Within(Written, Written),
    /// That it be done.
    Done,
}

impl Condition {
    /// The value against which attainment is computed, in base units: the threshold, or the lower
    /// end of a range; none for a milestone.
    pub fn threshold(&self) -> Option<Decimal> {
        match self {
            Self::AtLeast(t)
            | Self::AtMost(t)
            | Self::Exactly(t)
            | Self::Between(t, _)
            | Self::Within(t, _) => Some(t.value()),
            Self::Done => None,
        }
    }
}

/// The path along which a target is expected to be reached before it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// The quota accrues by the day.
    Linear,
    /// The quota falls due at the end of its period.
    Steps,
    /// No path: nothing can be on track or behind.
    None,
}

/// A condition on an indicator over a region.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its id.
    pub id: TargetId,
    /// The days it speaks of.
    pub period: Period,
    /// Of whom it speaks.
    pub scope: ScopeId,
    /// What it asks, as last revised.
    pub condition: Condition,
    /// The day by which it asks it: the period's end, or an earlier day.
    pub due: Date,
    /// The path expected on the way.
    pub pace: Pace,
    /// The document that promises it.
    pub source: SourceId,
    /// Where in the document.
    pub locator: String,
    /// How the condition follows from the source, where it does not stand there.
    pub derived: Option<Text>,
    /// For a whole over members: the members' targets.
    pub members: Vec<TargetId>,
    /// For a member: the whole it belongs to.
    pub member_of: Option<TargetId>,
    /// What it was before, oldest first.
    pub revisions: Vec<Revision>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

/// A change of a target.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The day of the change.
    pub on: Date,
    /// What changed.
    pub change: RevisionChange,
    /// Why.
    pub why: Text,
    /// Who decided.
    pub who: Option<Text>,
    /// The document that says so, and where.
    pub source: Option<(SourceId, String)>,
}

/// What a revision did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevisionChange {
    /// The condition was this until then.
    Was(Condition),
    /// The target was dropped.
    Dropped,
}

/// What a source says of a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A plain number.
    Value(Written),
    /// 约, 左右: about.
    About(Written),
    /// 超, 多, 余: more than.
    MoreThan(Written),
    /// 以上, 至少: at least.
    AtLeast(Written),
    /// 近: nearly.
    Nearly(Written),
    /// 以下, 至多: at most.
    AtMost(Written),
    /// A range.
    Between(Written, Written),
    /// A milestone: done at some day of the actual's time.
    Done,
    /// A milestone: seen unfinished at the actual's time.
    InProgress,
}

/// What a figure is to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActualKind {
    /// A result: the only kind that is judged.
    Result,
    /// Planned.
    Planned,
    /// Expected.
    Expected,
    /// A standard to compare with.
    Standard,
    /// The state before.
    Baseline,
    /// Background.
    Background,
}

/// A figure that a source reports.
#[derive(Debug, Clone)]
pub struct Actual {
    /// The days it counts, or, for a dated figure, the stretch within which its day lies.
    pub time: Period,
    /// True for a figure at a date (`at`), false for one over a period.
    pub dated: bool,
    /// What was reported.
    pub value: Value,
    /// Of whom.
    pub scope: ScopeId,
    /// The document.
    pub source: SourceId,
    /// Where in the document.
    pub locator: String,
    /// What the figure is to its source.
    pub kind: ActualKind,
    /// How what was counted differs from the indicator's definition.
    pub definition: Option<Text>,
    /// True if the source does not say that this is all of them.
    pub partial: bool,
    /// True if the source calls it preliminary.
    pub provisional: bool,
    /// The actual of the same indicator that replaces it: an index.
    pub superseded_by: Option<usize>,
    /// Why this and a disagreeing figure are both kept.
    pub both_stand: Option<Text>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

/// A published method of reading a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendMethod {
    /// The straight line from the base to the target.
    Linear,
    /// Compound growth, Open SDG 2.4.
    OpenSdg,
    /// Eurostat's compound annual growth rate.
    Eurostat,
}

/// What a trend is computed from, besides the actuals.
#[derive(Debug, Clone)]
pub struct Trend {
    /// The methods asked for, in the order written.
    pub methods: Vec<TrendMethod>,
    /// The base year.
    pub base_year: i16,
    /// The target year.
    pub target_year: i16,
    /// The distant target, if there is one.
    pub target: Option<Decimal>,
    /// A limit that the indicator cannot pass, such as 100 for a share.
    pub limit: Option<Decimal>,
    /// Where it is written.
    pub origin: Origin,
}
