//! How a figure was come by, where it was not simply observed.

use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::RawActual;
use crate::load::values::Languages;
use crate::model::{Measure, Observation, Text, Value};

/// True for a figure that its source does not give.
pub(super) fn has_no_value(raw: &RawActual) -> bool {
    raw.observation.map(Observation::from).is_some_and(|observation| !observation.has_value())
}

/// The value of such a figure: none may be written.
pub(super) fn no_value(given: &[&str], spot: &Cursor<'_>, faults: &mut Faults) -> Option<Value> {
    if let Some(key) = given.first() {
        let message = "what was suppressed or not collected has no value";
        let hint = format!("take \"{key}\" out, or \"observation\"");
        faults.add(Code::ValueForms, &spot.name(key), message, hint);
        return None;
    }
    Some(Value::Missing)
}

/// Reads `observation` and `reason`.
#[expect(clippy::option_option, reason = "none is a fault, and most figures are simply observed")]
pub(super) fn read(
    raw: &RawActual,
    measure: Measure,
    languages: &Languages,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Option<(Observation, Option<Text>)>> {
    let reason = languages.maybe(raw.reason.as_ref(), &spot.key("reason"), faults);
    let Some(observation) = raw.observation.map(Observation::from) else {
        if reason.is_some() {
            let hint = "add \"observation:\", or write it as \"note:\"";
            let message = "a reason is given, but not of what";
            faults.add(Code::MissingKey, &spot.name("reason"), message, hint);
            return None;
        }
        return Some(None);
    };
    let at = spot.name("observation");
    if measure == Measure::Milestone {
        let message = "a milestone is seen, or it is not";
        faults.add(Code::MeasureMismatch, &at, message, "take \"observation\" out");
        return None;
    }
    if reason.is_none() && !observation.has_value() {
        let hint = "add \"reason:\" with why there is no value";
        faults.add(Code::MissingKey, &at, "what has no value needs its reason", hint);
        return None;
    }
    Some(Some((observation, reason)))
}
