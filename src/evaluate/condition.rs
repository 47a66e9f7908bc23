//! The condition that was in force, and what the plan changed about it later.

use super::Interval;
use super::Quantity;
use super::figure::source_day;
use super::region::{Day, day};
use crate::model::{Condition, Report, Revision, RevisionChange, Target};
use rust_decimal::Decimal;

/// The condition that was in force on a day.
#[derive(Debug, Clone)]
pub(super) struct InForce {
    pub condition: Condition,
    /// The first revision that is not yet in force on the report date, by index.
    pub before: Option<usize>,
    /// The revision that dropped it, by index.
    pub dropped: Option<usize>,
    /// Revisions that came into force after the due day and by the report date: told, and not judged by.
    pub later: Vec<usize>,
}

/// Goes back from the target as last revised to what it was on its due day, or on the report date if that
/// is earlier. A change made afterwards does not turn a miss into a success.
pub(super) fn in_force(report: &Report, target: &Target, as_of: Day) -> InForce {
    let judged_on = as_of.min(day(target.due));
    let from: Vec<Day> = target.revisions.iter().map(|revision| in_force_from(report, revision)).collect();
    let all = || target.revisions.iter().zip(&from).enumerate();
    let dropped = all()
        .find(|(_, (revision, from))| revision.change == RevisionChange::Dropped && **from <= judged_on)
        .map(|(index, _)| index);
    // In the order of the changes themselves: the last one in force, and what it changed the condition to.
    let mut changes: Vec<(usize, &Condition)> = all()
        .filter_map(|(index, (revision, _))| match &revision.change {
            RevisionChange::Was(condition) => Some((index, condition)),
            RevisionChange::Dropped => None,
        })
        .collect();
    changes.sort_by_key(|(index, _)| (target.revisions[*index].on, *index));
    let after = |day: Day| changes.iter().rposition(|(index, _)| from[*index] <= day).map_or(0, |at| at + 1);
    let next = changes.get(after(judged_on));
    let condition = next.map_or(&target.condition, |(_, condition)| *condition).clone();
    let before = changes.iter().map(|(index, _)| *index).find(|index| from[*index] > as_of);
    let later = all()
        .filter(|(_, (_, from))| judged_on < **from && **from <= as_of)
        .map(|(index, _)| index)
        .collect();
    InForce { condition, before, dropped, later }
}

/// A revision counts from its day on, or from its source's publication if that is later.
fn in_force_from(report: &Report, revision: &Revision) -> Day {
    let on = day(revision.on);
    let source = revision.source.as_ref().and_then(|(id, _)| report.sources.get(id));
    source.map_or(on, |source| on.max(source_day(source, None)))
}

/// What an interval proves once it is known that the quantity is never negative: one that is limited at
/// all is zero or more.
pub(super) fn with_zero(quantity: Quantity, interval: Interval) -> Interval {
    match interval {
        Interval { low: None, high: Some(_), .. } if quantity.never_negative => {
            Interval { low: Some(Decimal::ZERO), ..interval }
        }
        _ => interval,
    }
}
