//! Figures that contradict each other.

use super::Interval;
use crate::model::{IndicatorId, Period, ScopeId};

/// Figures of one indicator that cannot all be true. None of them is used until it is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What kind of contradiction it is.
    pub kind: ConflictKind,
    /// The days on which they disagree.
    pub period: Period,
    /// Of whom.
    pub scope: ScopeId,
    /// The figures that say "at least", by index.
    pub floor: Vec<usize>,
    /// The figures that say "at most", by index.
    pub cap: Vec<usize>,
    /// What they say: the minimum of the first lies above the maximum of the second. Open for a
    /// milestone.
    pub interval: Interval,
    /// True if one of them is marked as standing in spite of it.
    pub accepted: bool,
}

/// The kinds of contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// Two figures for the same days and scope do not meet.
    SameRegion,
    /// What lies inside adds up to more than what contains it: a flow that falls as its period grows, a
    /// part larger than its whole, yearly figures that cannot make up a total.
    PartsExceedWhole,
    /// A milestone that was done and later seen unfinished, or done at two different times.
    Milestone,
}
