//! The confidence interval that a source gives with a figure.

use crate::diagnostic::Code;
use crate::load::raw::RawActual;
use crate::load::spot::{Faults, Spot};
use crate::load::values;
use crate::model::{Value, Written};
use rust_decimal::Decimal;

/// The interval and its level.
#[derive(Debug, Default)]
pub(super) struct Margin {
    pub ends: Option<(Written, Written)>,
    pub level: Option<Decimal>,
}

/// Reads `ci` and `ci_level`. They go with a plain value that lies between the ends.
pub(super) fn read(
    raw: &RawActual,
    value: Option<&Value>,
    spot: &Spot<'_>,
    faults: &mut Faults,
) -> Option<Margin> {
    let Some(ends) = &raw.ci else {
        if raw.ci_level.is_some() {
            let hint = "add \"ci: [low, high]\", or take it out";
            let message = "a level is given for an interval that is not there";
            faults.add(Code::ValueForms, &spot.name("ci_level"), message, hint);
            return None;
        }
        return Some(Margin::default());
    };
    let at = spot.key("ci");
    let (low, high) = values::range(ends, &at, faults)?;
    match value {
        Some(Value::Value(plain)) if plain.value() < low.value() || high.value() < plain.value() => {
            let message = format!("{plain} does not lie between {low} and {high}");
            faults.add(Code::BadRange, &at, message, "check the figure and the ends of its interval");
            return None;
        }
        Some(Value::Value(_)) | None => {}
        Some(_) => {
            let hint = "write the source's estimate as \"value:\", or its ends as \"between:\"";
            faults.add(Code::ValueForms, &spot.name("ci"), "an interval goes with a plain value", hint);
            return None;
        }
    }
    let level = match &raw.ci_level {
        None => None,
        Some(text) => {
            let at = spot.key("ci_level");
            let level = values::number(text, &at, faults)?.value();
            if level <= Decimal::ZERO || level >= Decimal::ONE_HUNDRED {
                let message = format!("a level of confidence cannot be {text}");
                faults.add(Code::BadNumber, &at, message, "write it in per cent, such as 95");
                return None;
            }
            Some(level)
        }
    };
    Some(Margin { ends: Some((low, high)), level })
}
