//! Over which time a growth is asked: of each period on the one before, a year on average (年均), or together (累计).

use super::conditions::{self, Stated};
use super::context::{Context, Of};
use super::times::Time;
use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::RawTarget;
use crate::model::{Every, Measure, Period, Reckoning};

impl Context<'_> {
    /// How a growth over several years is asked, if it is.
    pub(super) fn reckoned(
        &self,
        raw: &RawTarget,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Reckoning> {
        let (key, reckoning) = match (&raw.average, &raw.cumulative) {
            (Some(_), _) => ("average", Reckoning::Average),
            (None, Some(_)) => ("cumulative", Reckoning::Cumulative),
            (None, None) => return None,
        };
        if self.measure != Measure::Growth {
            let message = format!("\"{key}\" is asked of a growth only");
            let hint = "write \"measure: growth\", or the condition without it";
            faults.add(Code::MeasureMismatch, &spot.name(key), message, hint);
        }
        let also = conditions::given(&conditions::written(raw));
        let other = also.first().copied().or(raw.for_each.is_some().then_some("for_each"));
        let other = other.or(raw.for_each_category.is_some().then_some("for_each_category"));
        let other = other.or((raw.average.is_some() && raw.cumulative.is_some()).then_some("cumulative"));
        if let Some(other) = other {
            let message = format!("this target has two conditions: {key} and {other}");
            faults.add(Code::ConditionForms, &spot.name(other), message, "keep one of the two");
        }
        Some(reckoning)
    }

    /// The condition that stands inside `average` or `cumulative`.
    pub(super) fn reckoned_condition(
        &self,
        reckoning: Reckoning,
        raw: &RawTarget,
        of: Of<'_>,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Stated> {
        let inner = raw.average.as_ref().or(raw.cumulative.as_ref())?;
        self.condition(inner, of, &spot.key(reckoning.as_str()), faults)
    }

    /// A growth over several years is asked over whole ones, and in no other form than over a period.
    pub(super) fn whole_years(
        &self,
        reckoning: Reckoning,
        times: &[(Time, Vec<Period>)],
        raw: &RawTarget,
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) {
        if reckoning == Reckoning::Single {
            return;
        }
        if raw.each.is_some() {
            let message = "what is asked of each year by itself has no average";
            let hint = "write \"over: plan\", or the condition without it";
            faults.add(Code::TimeForms, &spot.name("each"), message, hint);
        } else if let Some((time, _)) = times.first() {
            let key = if raw.over.is_some() { "over" } else { "period" };
            let _ = self.divided(time.period, Every::Year, &spot.key(key), faults);
        }
        if raw.due.is_some() {
            let message = "an average is known once its last year is over";
            faults.add(Code::TimeForms, &spot.name("due"), message, "take \"due\" out");
        }
    }
}
