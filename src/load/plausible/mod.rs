//! Plausibility: numbers that may well be slips of the pen. Each is a warning that a site can accept with a reason;
//! a false alarm is worse than none, so each looks for more than one sign.

mod common;
mod size;
mod target;
mod task;
mod written;

use super::cursor::Faults;
use super::indicators::Indicators;
use crate::model::{MeasurementUnit, MeasurementUnitId, Plan, PlanId};
use std::collections::BTreeMap;

/// Looks through all indicators and plans, once all figures are known.
pub(super) fn check(
    indicators: &Indicators,
    plans: &BTreeMap<PlanId, Plan>,
    units: &BTreeMap<MeasurementUnitId, MeasurementUnit>,
    faults: &mut Faults,
) {
    for indicator in indicators.values() {
        let unit = indicator.unit.as_ref().and_then(|id| units.get(id));
        let Some(unit) = unit else { continue };
        let told = written::check(indicator, unit, faults);
        if !told {
            size::check(indicator, unit, faults);
        }
        target::check(indicator, unit, faults);
    }
    task::check(indicators, plans, faults);
}
