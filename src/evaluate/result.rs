//! What the evaluation says: verdicts beside the report, never inside it.

use super::{ClaimCheck, Conflict, Interval, Reason, TrendReading};
use crate::model::{Condition, IndicatorId, Period, TargetId};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::{collections::BTreeMap, sync::Arc};

/// Everything that the figures published by a day prove about the targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The day on which the report is written.
    pub as_of: Date,
    /// Every indicator of the report.
    pub indicators: BTreeMap<IndicatorId, Arc<IndicatorEvaluation>>,
    /// Every claim of every source published by the day, in order of source id and place.
    pub claims: Vec<ClaimCheck>,
    /// Figures that contradict each other, in order of indicator id.
    pub conflicts: Vec<Conflict>,
    /// How all targets stand; a whole counts once, its members do not count besides.
    pub counts: Counts,
}

impl Evaluation {
    /// The verdict on a target of an indicator.
    pub fn verdict(&self, indicator: &IndicatorId, target: &TargetId) -> Option<&Verdict> {
        self.indicators.get(indicator)?.verdict(target)
    }
}

/// What the figures of one indicator prove.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndicatorEvaluation {
    /// One verdict for each target, in the order of the targets.
    pub verdicts: Vec<Verdict>,
    /// For each actual, what it was used for in any verdict; never empty.
    pub uses: Vec<Vec<Use>>,
    /// For each actual, what its written value says.
    pub intervals: Vec<Interval>,
    /// The named methods that the indicator asks for.
    pub trend: Option<TrendReading>,
}

impl IndicatorEvaluation {
    /// The verdict on a target.
    pub fn verdict(&self, target: &TargetId) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.target == *target)
    }
}

/// What a figure was used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It is part of a proven minimum.
    Floor,
    /// It is part of a proven maximum, of a target or a stretch of it.
    Cap,
    /// It is shown and proves nothing.
    Reference,
}

impl Use {
    /// The name in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Cap => "cap",
            Self::Reference => "reference",
        }
    }
}

/// What the figures prove about one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The target.
    pub target: TargetId,
    /// The condition that was in force at the report date.
    pub condition: Condition,
    /// Where it stands.
    pub status: Status,
    /// True if a planned range was passed at its upper end, which is no failure.
    pub exceeded: bool,
    /// What is proven about the whole of the target's region, in base units.
    pub interval: Interval,
    /// The same in per cent of the condition's threshold: exact, neither clamped nor rounded
    /// (showing it rounds towards what is proven). Open if the threshold is not above zero.
    pub attainment: Interval,
    /// For a target not yet due: what is proven up to the day of the latest figure.
    pub path: Option<PathPoint>,
    /// For a stock or rate: the day of the figure, or the stretch within which that day lies, or the
    /// period of the rate; for a milestone: the time of the figure that decides.
    pub dated: Option<Period>,
    /// The argument, step by step.
    pub reasons: Vec<Reason>,
    /// What would settle it, if it is not settled.
    pub settled_by: Option<Reason>,
}

impl Verdict {
    /// What to show as reached: up to the latest figure while the target is not yet due and
    /// something was reported, else over the whole region.
    pub fn reached(&self) -> (Interval, Interval) {
        match (&self.path, self.status.is_settled()) {
            (Some(path), false) => (path.interval, path.attainment),
            _ => (self.interval, self.attainment),
        }
    }
}

/// What is proven about the part of a target's period up to the latest figure, and what was planned
/// by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPoint {
    /// The last day of the latest figure that bears on the target.
    pub date: Date,
    /// What was planned by that day, in base units; none without a path.
    pub planned: Option<Decimal>,
    /// The same in per cent of the condition's threshold.
    pub planned_attainment: Option<Decimal>,
    /// What is proven up to that day, in base units.
    pub interval: Interval,
    /// The same in per cent of the condition's threshold.
    pub attainment: Interval,
}

/// Where a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The condition is proven, before the due day too.
    Met,
    /// The due day has passed and failure is proven.
    Missed,
    /// Not yet due; proven at or above the planned path.
    OnTrack,
    /// Not yet due; proven below the planned path, or failure is certain already.
    Behind,
    /// Not yet due; something bears on it, and nothing is proven.
    UnderWay,
    /// Due; figures bear on it and prove neither.
    Undetermined,
    /// Results were reported, and none bears on it.
    NotComparable,
    /// Nothing was reported.
    NoData,
    /// The period has not begun.
    NotDue,
    /// The plan was revised: the target no longer stands.
    Dropped,
}

impl Status {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Met,
        Self::Missed,
        Self::OnTrack,
        Self::Behind,
        Self::UnderWay,
        Self::Undetermined,
        Self::NotComparable,
        Self::NoData,
        Self::NotDue,
        Self::Dropped,
    ];

    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::OnTrack => "on_track",
            Self::Behind => "behind",
            Self::UnderWay => "under_way",
            Self::Undetermined => "undetermined",
            Self::NotComparable => "not_comparable",
            Self::NoData => "no_data",
            Self::NotDue => "not_due",
            Self::Dropped => "dropped",
        }
    }

    /// True if it is final as far as the figures go: met, missed or dropped.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Met | Self::Missed | Self::Dropped)
    }
}

/// How many targets stand in each status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    by_status: BTreeMap<Status, usize>,
}

impl Counts {
    /// The number in a status.
    pub fn of(&self, status: Status) -> usize {
        self.by_status.get(&status).copied().unwrap_or(0)
    }

    /// The number of all.
    pub fn total(&self) -> usize {
        self.by_status.values().sum()
    }

    /// The statuses in which at least one stands, in order, with the number.
    pub fn iter(&self) -> impl Iterator<Item = (Status, usize)> {
        self.by_status.iter().map(|(status, count)| (*status, *count))
    }
}

impl FromIterator<Status> for Counts {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            *counts.by_status.entry(status).or_default() += 1;
        }
        counts
    }
}
