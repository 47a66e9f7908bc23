//! Figures that name other figures of their indicator: those that replace them, and those whose count began
//! on the same day.

use crate::diagnostic::Code;
use crate::load::raw::RawActual;
use crate::load::spot::{Faults, Spot};
use crate::model::{Actual, FigureFault, ScopeId, find_actual};

/// Connects each figure with those that it names.
pub(in crate::load) fn connect(
    raw: &[RawActual],
    reported: &mut [Actual],
    scope: &ScopeId,
    spot: &Spot<'_>,
    faults: &mut Faults,
) {
    for (index, raw) in raw.iter().enumerate() {
        let at = spot.key("actuals").item(index);
        if let Some(address) = &raw.superseded_by {
            let at = at.key("superseded_by");
            reported[index].superseded_by = other(address, index, reported, scope, &at, faults);
        }
        if let Some(address) = &raw.same_start_as {
            let at = at.key("same_start_as");
            reported[index].same_start_as = other(address, index, reported, scope, &at, faults);
        }
    }
}

/// The figure that another one names.
fn other(
    address: &str,
    index: usize,
    reported: &[Actual],
    scope: &ScopeId,
    at: &Spot<'_>,
    faults: &mut Faults,
) -> Option<usize> {
    match find_actual(reported, scope, address) {
        Ok(other) if other != index => Some(other),
        Ok(_) => {
            let hint = "name another figure of this indicator";
            faults.add(Code::UnknownFigure, at, "a figure cannot name itself", hint);
            None
        }
        Err(fault) => {
            fault_of(&fault, address, at, faults);
            None
        }
    }
}

fn indicator_of(address: &str) -> &str {
    address.split('@').next().unwrap_or_default()
}

/// Says why an address names no figure.
pub(in crate::load) fn fault_of(fault: &FigureFault, address: &str, at: &Spot<'_>, faults: &mut Faults) {
    match fault {
        FigureFault::Form => {
            let hint = "write indicator@2019, with ;scope=… or ;source=… if needed";
            faults.add(
                Code::UnknownFigure,
                at,
                format!("\"{address}\" is not the address of a figure"),
                hint,
            );
        }
        // Figures that are there but have faults of their own are not missing.
        FigureFault::None { .. } if faults.is_broken(Code::UnknownFigure, indicator_of(address)) => {}
        FigureFault::None { known } => {
            let hint = if known.is_empty() {
                "it has no figures".to_owned()
            } else {
                format!("its figures are: {}", known.join(", "))
            };
            faults.add(Code::UnknownFigure, at, format!("there is no figure \"{address}\""), hint);
        }
        FigureFault::Several { known } => {
            let message = format!("\"{address}\" names {} figures", known.len());
            faults.add(Code::AmbiguousFigure, at, message, format!("say which: {}", known.join(", ")));
        }
    }
}
