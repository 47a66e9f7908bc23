//! What the evaluation says: verdicts beside the report, never inside it.

use super::Interval;
use super::basis::{Basis, MadeGood};
use super::conflict::Conflict;
use super::counts::Counts;
use super::reason::Reason;
use super::status::Status;
use super::{ClaimCheck, TrendReading};
use crate::model::{Binding, Condition, IndicatorId, Period, TargetId};
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
    /// How all indicators stand, each as its last-due target.
    pub by_indicator: Counts,
    /// How the targets stand that bind (约束性), and those that are what is expected (预期性).
    pub by_binding: [(Binding, Counts); 2],
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
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own, and none excludes another")]
pub struct Verdict {
    /// The target.
    pub target: TargetId,
    /// The condition that was in force on the due day, or on the report date if that is earlier.
    pub condition: Condition,
    /// Where it stands.
    pub status: Status,
    /// True if a planned range was passed at its upper end, which is no failure.
    pub exceeded: bool,
    /// The other indicator whose number the threshold is, and what is known of it.
    pub against: Option<Threshold>,
    /// Growth compounded from the numbers as printed, in the terms of the target, to the digits that decide.
    pub worked_out: Option<Decimal>,
    /// What is proven about the whole of the target's region, in base units.
    pub interval: Interval,
    /// The same in per cent of the minimum that is asked, or of the way to it from the baseline: exact, neither
    /// clamped nor rounded ([`shown_percent`](super::shown_percent) does that). Open where such a number
    /// means nothing: of a limit, a band, a rate without a baseline.
    pub attainment: Interval,
    /// For a target not yet due: what is proven up to the day of the latest figure.
    pub path: Option<PathPoint>,
    /// For a stock or rate: the day of the figure, or the stretch within which that day lies, or the
    /// period of the rate; for a milestone: the time of the figure that decides.
    pub dated: Option<Period>,
    /// The figures that decide it, or that say how it stands, by index: what a headline names.
    pub deciding: Vec<usize>,
    /// As what they decide, for a stock or rate that is decided.
    pub basis: Option<Basis>,
    /// True if the threshold, or the path of one not yet due, lies within the confidence interval of a
    /// figure that decides.
    pub within_margin: bool,
    /// True if it rests on a figure that its source calls preliminary.
    pub provisional: bool,
    /// True if it rests on a figure that its source estimated or imputed.
    pub estimated: bool,
    /// For a missed one: when it was reached after all.
    pub made_good: Option<MadeGood>,
    /// Revisions after the due day, by index: told beside the verdict, and not judged by.
    pub later_changes: Vec<usize>,
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

/// A threshold that is another indicator's number for the same time and scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// The other indicator.
    pub indicator: IndicatorId,
    /// Its figures that say it, by index among its own actuals; empty if none is known.
    pub actuals: Vec<usize>,
    /// What they prove.
    pub interval: Interval,
}

/// What is proven about the part of a target's period up to the latest figure, and what was planned
/// by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPoint {
    /// The last day of the latest figure that bears on the target.
    pub date: Date,
    /// What was planned by that day, in base units; none without a path.
    pub planned: Option<Decimal>,
    /// The same rounded to the digits that decide: on the same side of what was reported as the exact one.
    pub planned_shown: Option<Decimal>,
    /// Of a figure of some day in a stretch: what was planned on the first of its days, where that differs, as shown.
    pub first_shown: Option<Decimal>,
    /// The same in per cent of the condition's threshold.
    pub planned_attainment: Option<Decimal>,
    /// What is proven up to that day, in base units.
    pub interval: Interval,
    /// The same in per cent of the condition's threshold.
    pub attainment: Interval,
}
