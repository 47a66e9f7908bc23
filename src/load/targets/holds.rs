//! When a target on a state or a rate has to hold.

use super::context::Context;
use super::times::Time;
use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::{RawHolds, RawTarget};
use crate::model::{Every, Holds, Measure, Period};

impl Context<'_> {
    /// When it has to hold. A count over a period or a milestone has no such choice.
    pub(super) fn holds(&self, raw: &RawTarget, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Holds> {
        if raw.every.is_some() && raw.holds != Some(RawHolds::Throughout) {
            let hint = "add \"holds: throughout\", or write \"each:\" for a target of each of them";
            let message = "\"every\" names the parts in which a target holds throughout";
            faults.add(Code::TimeForms, &spot.name("every"), message, hint);
            return None;
        }
        let Some(holds) = raw.holds else { return Some(Holds::AtDue) };
        if matches!(self.measure, Measure::Flow | Measure::Growth | Measure::Milestone) {
            let message = "only a target on a stock or a rate says when it has to hold";
            let hint = "take \"holds\" out, or check the indicator's measure";
            faults.add(Code::MeasureMismatch, &spot.name("holds"), message, hint);
            return None;
        }
        Some(match holds {
            RawHolds::AtDue => Holds::AtDue,
            RawHolds::Once => Holds::Once,
            RawHolds::Throughout => Holds::Throughout { every: raw.every.map(Every::from) },
        })
    }

    /// The times with the parts in which a target holds throughout.
    pub(super) fn parts(
        &self,
        times: Vec<Time>,
        holds: Holds,
        raw: &RawTarget,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<(Time, Vec<Period>)>> {
        let Holds::Throughout { every: Some(every) } = holds else {
            return Some(times.into_iter().map(|time| (time, Vec::new())).collect());
        };
        if raw.due.is_some() {
            let message = "what holds throughout has no earlier day by which it is due";
            faults.add(
                Code::TimeForms,
                &spot.name("due"),
                message,
                "take \"due\" out, or end the period there",
            );
            return None;
        }
        let at = spot.key("every");
        let divided = |time: Time| Some((time, self.divided(time.period, every, &at, faults)?));
        times.into_iter().map(divided).collect()
    }

    /// Whether the sum over the members is a target of the whole.
    pub(super) fn whole_sum(&self, raw: &RawTarget, spot: &Cursor<'_>, faults: &mut Faults) -> bool {
        if raw.whole.is_some() && raw.for_each.is_none() && raw.for_each_category.is_none() {
            let message = "a sum over members is asked for, but there are no members";
            faults.add(
                Code::ConditionForms,
                &spot.name("whole"),
                message,
                "take \"whole\" out, or write \"for_each:\" or \"for_each_category:\"",
            );
        }
        if raw.whole.is_some() && matches!(self.measure, Measure::Rate | Measure::Growth) {
            let message = "a rate has no sum over its members";
            let hint = "take \"whole\" out: every member is asked for itself";
            faults.add(Code::NotAdditive, &spot.name("whole"), message, hint);
        }
        raw.whole.is_some()
    }
}
