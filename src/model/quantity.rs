//! What is known of a quantity before any figure of it is read.

use super::{Indicator, Measure, MeasurementUnit, MeasurementUnitId, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What the measure and the unit of an indicator say of all its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// True for things that are counted (people, villages): a whole number of them is exact. What is
    /// measured (tonnes, money, per cent) is known to half its last digit.
    pub counted: bool,
    /// True if it cannot lie below zero.
    pub never_negative: bool,
}

impl Quantity {
    /// Things that are counted over a period.
    pub const COUNT: Self = Self { counted: true, never_negative: true };

    /// A share, an average, a price.
    pub const RATE: Self = Self { counted: false, never_negative: false };

    /// What an indicator counts or measures. Without a unit a flow or stock is taken to be counted.
    pub fn of(units: &BTreeMap<MeasurementUnitId, MeasurementUnit>, indicator: &Indicator) -> Self {
        let unit = indicator.unit.as_ref().and_then(|id| units.get(id));
        let adds_up = matches!(indicator.measure, Measure::Flow | Measure::Stock);
        let counted = adds_up && unit.is_none_or(|unit| unit.counted);
        let never_negative = match indicator.measure {
            Measure::Flow | Measure::Stock if indicator.signed => false,
            Measure::Flow => true,
            Measure::Stock => counted || !indicator.actuals.iter().any(|actual| below_zero(&actual.value)),
            Measure::Rate | Measure::Growth | Measure::Milestone => false,
        };
        Self { counted, never_negative }
    }
}

/// True if some number written lies below zero.
fn below_zero(value: &Value) -> bool {
    value.numbers().all().next().is_some_and(|lowest| lowest.value() < Decimal::ZERO)
}
