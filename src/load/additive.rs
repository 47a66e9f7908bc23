//! Adding up only what adds up: per cent, prices and averages of several places have no sum.

use super::raw::RawIndicator;
use super::spot::{Faults, Spot};
use crate::diagnostic::Code;
use crate::model::{Measure, MeasurementUnit};

/// What to write instead.
pub(super) const HINT: &str = "write \"measure: rate\": a rate is asked of each place and never added; or name a \
                               unit of measure of your own with \"additive: true\" if its amounts do add up";

/// True if amounts of a quantity would be added over places in such a unit, which they cannot be.
pub(super) fn is_refused(measure: Measure, unit: Option<&MeasurementUnit>) -> bool {
    matches!(measure, Measure::Flow | Measure::Stock) && unit.is_some_and(|unit| !unit.additive)
}

/// Notes that amounts are given for another place than those before.
pub(super) fn refuse(at: &Spot<'_>, faults: &mut Faults) {
    faults.add(Code::NotAdditive, at, "amounts in this unit of measure do not add up over places", HINT);
}

/// A count or a state in such a unit speaks of one place only: over several it would be added.
pub(super) fn check(raw: &RawIndicator, spot: &Spot<'_>, faults: &mut Faults) {
    let targets = raw.targets.iter().map(|raw| raw.scope.as_deref()).enumerate();
    let actuals = raw.actuals.iter().map(|raw| raw.scope.as_deref()).enumerate();
    let all = targets.map(|one| ("targets", one)).chain(actuals.map(|one| ("actuals", one)));
    let own = raw.scope.as_str();
    let mut first = None;
    for (list, (index, scope)) in all {
        let scope = scope.unwrap_or(own);
        if *first.get_or_insert(scope) != scope {
            return refuse(&spot.key(list).item(index).key("scope"), faults);
        }
    }
}
