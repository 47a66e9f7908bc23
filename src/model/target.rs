//! Targets: what a plan asks of an indicator, over which days, and how it was changed.

use super::{Cell, Every, IndicatorId, Measure, Numbers, Origin, Period, ScopeId, SourceId, Text, Written};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

/// Names a target: `<indicator>@<period>`, with `;scope=…` where the scope is not the indicator's, the
/// categories of its cell such as `;sex=women`, and `;n=2` for a second target over the same region.
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
    /// More than that: that much itself fails.
    Above(Written),
    /// Less than that: that much itself fails.
    Below(Written),
    /// About that much (左右): the tolerance is that of a figure written so, and the side on which it fails
    /// is that of the indicator's direction.
    About(Written),
    /// That it be so much more or less than another indicator of the same time and scope.
    Against(Against),
    /// That it be done.
    Done,
}

/// A threshold that is another indicator's number for the same time and scope (高于GDP增长).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// The other indicator.
    pub indicator: IndicatorId,
    /// How it has to stand to that number.
    pub side: Side,
    /// Where the other indicator is named.
    pub origin: Origin,
}

/// How a number has to stand to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// As much or more.
    AtLeast,
    /// As much or less.
    AtMost,
    /// As much.
    Exactly,
    /// More.
    Above,
    /// Less.
    Below,
    /// Between so much below and so much above it.
    Within(Written, Written),
}

impl Side {
    /// The condition once the other number is known. None where that leaves the range of numbers.
    pub fn than(&self, other: &Written) -> Option<Condition> {
        Some(match self {
            Self::AtLeast => Condition::AtLeast(other.clone()),
            Self::AtMost => Condition::AtMost(other.clone()),
            Self::Exactly => Condition::Exactly(other.clone()),
            Self::Above => Condition::Above(other.clone()),
            Self::Below => Condition::Below(other.clone()),
            Self::Within(low, high) => {
                let by = |end: &Written| {
                    let value = other.value().checked_add(end.value())?;
                    Some(Written::worked_out(value, other.step().min(end.step()), other.is_percent()))
                };
                Condition::Within(by(low)?, by(high)?)
            }
        })
    }
}

/// How a threshold follows from a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// So many percentage points more; less below zero.
    Points(Written),
    /// So many per cent of it more; less below zero.
    Relative(Written),
    /// So much more; less below zero.
    Amount(Written),
    /// So many times as much.
    Times(Written),
}

impl Change {
    /// The threshold, exact, with no fewer digits than the baseline has. None where it leaves the range of
    /// numbers.
    pub fn from(&self, baseline: &Written) -> Option<Written> {
        let base = baseline.value();
        let (value, step) = match self {
            Self::Points(more) | Self::Amount(more) => {
                (base.checked_add(more.value())?, baseline.step().min(more.step()))
            }
            Self::Relative(more) => {
                let share = more.value().checked_div(Decimal::ONE_HUNDRED)?;
                (base.checked_add(base.checked_mul(share)?)?, baseline.step())
            }
            Self::Times(times) => (base.checked_mul(times.value())?, baseline.step()),
        };
        Some(Written::worked_out(value, step, baseline.is_percent()))
    }
}

/// A threshold that was worked out from a baseline, as printed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromBaseline {
    /// The baseline.
    pub baseline: Written,
    /// What is asked of it.
    pub change: Change,
}

/// Of which time a growth is asked or reported, where it is not that of one period on the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Reckoning {
    /// Of the period on the one before; for anything but a growth the only one.
    #[default]
    Single,
    /// A year, on average over the period (年均).
    Average,
    /// Over the whole period together (累计).
    Cumulative,
}

impl Reckoning {
    /// The name in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Average => "average",
            Self::Cumulative => "cumulative",
        }
    }
}

impl Condition {
    /// The numbers that it is written with.
    pub fn numbers(&self) -> Numbers<'_> {
        match self {
            Self::AtLeast(one)
            | Self::AtMost(one)
            | Self::Exactly(one)
            | Self::Above(one)
            | Self::Below(one)
            | Self::About(one) => Numbers::One(one),
            Self::Between(low, high) | Self::Within(low, high) => Numbers::Two(low, high),
            Self::Against(_) | Self::Done => Numbers::None,
        }
    }

    /// The other indicator that it is held against, if it is.
    pub fn other(&self) -> Option<&IndicatorId> {
        match self {
            Self::Against(against) => Some(&against.indicator),
            _ => None,
        }
    }

    /// The value against which attainment is computed, in base units: the threshold, or the lower
    /// end of a range; none for a milestone, and against another indicator.
    pub fn threshold(&self) -> Option<Decimal> {
        self.numbers().all().next().map(Written::value)
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

/// When a target on a state or a rate has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Holds {
    /// On the due day; for a rate over a period, in exactly that period.
    #[default]
    AtDue,
    /// On some day of the period.
    Once,
    /// On every day of the period, or in every part of it.
    Throughout {
        /// The parts that are reported one by one; none for every day.
        every: Option<Every>,
    },
}

/// How far a plan binds those who carry it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// 约束性: it must be reached.
    Binding,
    /// 预期性: it is what is expected.
    Indicative,
}

/// A condition on an indicator over a region.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its id.
    pub id: TargetId,
    /// The days it speaks of. For `by: 2025` these are the days of 2025; for `by:` with a day, those from the
    /// plan's start to it.
    pub period: Period,
    /// True if it was written `by: 2025`: it asks for the state that is reported for that period.
    pub reported_for: bool,
    /// True if it was written `by:` with a day: it asks for the state of that day, of a rate too.
    pub by_day: bool,
    /// Of whom it speaks.
    pub scope: ScopeId,
    /// Of which part of the quantity.
    pub cell: Cell,
    /// What it asks, as last revised.
    pub condition: Condition,
    /// How its threshold follows from a baseline, where it does.
    pub from_baseline: Option<FromBaseline>,
    /// Of which time it asks a growth.
    pub reckoning: Reckoning,
    /// The day by which it asks it: the period's end, or an earlier day.
    pub due: Date,
    /// When it has to hold, on a state or a rate.
    pub holds: Holds,
    /// For `holds: throughout` with `every`: the parts, in order. They fill the period.
    pub parts: Vec<Period>,
    /// The path expected on the way.
    pub pace: Pace,
    /// Whether it binds, if it says so itself.
    pub binding: Option<Binding>,
    /// The document that promises it.
    pub source: SourceId,
    /// Where in the document.
    pub locator: String,
    /// Why it is judged by figures from before and after a break alike.
    pub despite_break: Option<Text>,
    /// How the condition follows from the source, where it does not stand there.
    pub derived: Option<Text>,
    /// For a whole over members: the members' targets.
    pub members: Vec<TargetId>,
    /// For a member: the whole it belongs to.
    pub member_of: Option<TargetId>,
    /// For a whole over members: true if what is asked of it is the sum over its members (`whole: sum`).
    pub whole_sum: bool,
    /// What it was before, oldest first.
    pub revisions: Vec<Revision>,
    /// What else a reader should know.
    pub note: Option<Text>,
    /// Where it is written.
    pub origin: Origin,
}

impl Target {
    /// What it asks and what it asked before, oldest first.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let before = self.revisions.iter().filter_map(|revision| match &revision.change {
            RevisionChange::Was(condition) => Some(condition),
            RevisionChange::Dropped => None,
        });
        before.chain([&self.condition])
    }

    /// The other indicators that it is held against, or was.
    pub fn against(&self) -> impl Iterator<Item = &Against> {
        self.conditions().filter_map(|condition| match condition {
            Condition::Against(against) => Some(against),
            _ => None,
        })
    }

    /// True if it has to hold on a date, and so is shown with it.
    pub fn has_a_date(&self, measure: Measure) -> bool {
        self.holds == Holds::AtDue && self.is_state(measure)
    }

    /// True if it asks for a state on its due day, and not for what is counted or held over its period: a state
    /// is spoken of by its date.
    pub fn is_state(&self, measure: Measure) -> bool {
        let state = match measure {
            Measure::Flow | Measure::Growth => false,
            Measure::Stock | Measure::Milestone => true,
            Measure::Rate => self.by_day,
        };
        state && !self.reported_for && !matches!(self.holds, Holds::Throughout { .. })
    }
}

/// A change of a target.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The day of the change. It counts from then, or from its source's publication if that is later.
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
