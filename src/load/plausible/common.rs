//! What the checks of plausibility have in common.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Actual, Indicator, MeasurementUnit, Origin, UnitStyle};

/// A warning, and how to accept it.
pub(super) fn warn(code: Code, origin: &Origin, message: String, hint: &str) -> Diagnostic {
    let hint =
        format!("{hint}; if it is right as it is, accept it under \"silence:\" in site.yaml with a reason");
    Diagnostic::new(code, origin.clone(), message).hint(hint)
}

/// All figures of an indicator that a source gives, the baselines among them.
pub(super) fn figures(indicator: &Indicator) -> impl Iterator<Item = &Actual> {
    indicator.baselines().chain(&indicator.actuals).filter(|actual| actual.computed_from.is_empty())
}

pub(super) fn is_percent(unit: &MeasurementUnit) -> bool {
    unit.style == UnitStyle::Percent
}
