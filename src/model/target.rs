//! Targets: what a plan asks of an indicator, over which days, and how it was changed.

use super::{Every, Measure, Numbers, Origin, Period, ScopeId, SourceId, Text, Written};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

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
    /// More than that: that much itself fails.
    Above(Written),
    /// Less than that: that much itself fails.
    Below(Written),
    /// About that much (左右): the tolerance is that of a figure written so, and the side on which it fails
    /// is that of the indicator's direction.
    About(Written),
    /// That it be done.
    Done,
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
            Self::Done => Numbers::None,
        }
    }

    /// The value against which attainment is computed, in base units: the threshold, or the lower
    /// end of a range; none for a milestone.
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
    /// What it asks, as last revised.
    pub condition: Condition,
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
    /// True if it has to hold on a date, and so is shown with it.
    pub fn has_a_date(&self, measure: Measure) -> bool {
        self.holds == Holds::AtDue && self.is_state(measure)
    }

    /// True if it asks for a state on its due day, and not for what is counted or held over its period: a state
    /// is spoken of by its date.
    pub fn is_state(&self, measure: Measure) -> bool {
        let state = match measure {
            Measure::Flow => false,
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
