//! How a number is written: decimal commas, parts of one where per cents belong, per cents of what is counted.

use super::common::{figures, is_percent, warn};
use crate::diagnostic::Code;
use crate::load::cursor::Faults;
use crate::model::{Indicator, MeasurementUnit, Origin, UnitStyle, Written};
use rust_decimal::Decimal;

/// Looks at every number of an indicator; says whether any was odd.
pub(super) fn check(indicator: &Indicator, unit: &MeasurementUnit, faults: &mut Faults) -> bool {
    let reported =
        figures(indicator).flat_map(|one| one.value.numbers().all().map(|number| (number, &one.origin)));
    let mut before = None;
    let asked = indicator.targets.iter().filter(|target| target.member_of.is_none());
    let asked = asked.flat_map(|one| one.condition.numbers().all().map(|number| (number, &one.origin)));
    let all: Vec<(&Written, &Origin)> = reported.chain(asked).collect();
    let mut told = false;
    for (number, origin) in &all {
        // A target that is asked of each year stands in one place.
        if before.replace((*origin, number.text())) == Some((*origin, number.text())) {
            continue;
        }
        let Some((code, message, hint)) = odd(number, unit, &all) else { continue };
        told = true;
        faults.push(warn(code, origin, message, hint));
    }
    told
}

fn odd(
    number: &Written,
    unit: &MeasurementUnit,
    all: &[(&Written, &Origin)],
) -> Option<(Code, String, &'static str)> {
    let text = number.text();
    let comma = text.contains(',') && !text.contains('.');
    if comma && (text.trim_start_matches(['-', '−']).starts_with("0,") || is_too_much(number, unit)) {
        let message = format!("\"{text}\" is read as {}: is its comma a decimal one?", number.value());
        return Some((Code::DecimalComma, message, "write a decimal point: 0.160"));
    }
    if number.is_percent() && is_amount(unit) {
        let message = format!("\"{text}\" is in per cent, and the unit of measure is not");
        return Some((
            Code::PercentOfAmount,
            message,
            "write the amount, or name a unit of measure in per cent",
        ));
    }
    if is_part_of_one(number, unit) && all.iter().any(|(other, _)| is_whole_per_cent(other)) {
        let hundred = (number.value() * Decimal::ONE_HUNDRED).normalize();
        let message = format!("\"{text}\" is read as {text} per cent: is {hundred} per cent meant?");
        return Some((Code::PartOfOne, message, "write 66.1, or 0.661% if it is as little as that"));
    }
    None
}

/// A grouped number in per cent that is a thousand times too much: 12,345 for 12.345.
fn is_too_much(number: &Written, unit: &MeasurementUnit) -> bool {
    is_percent(unit) && number.value().abs() >= Decimal::ONE_THOUSAND
}

/// Persons, yuan, tonnes: what no per cent can be.
fn is_amount(unit: &MeasurementUnit) -> bool {
    unit.additive && unit.style != UnitStyle::Percent
}

/// 0.661 with no sign behind it.
fn is_part_of_one(number: &Written, unit: &MeasurementUnit) -> bool {
    let value = number.value();
    is_percent(unit)
        && !number.is_percent()
        && value > Decimal::ZERO
        && value < Decimal::ONE
        && value.scale() > 1
}

/// Another number of the same indicator that shows that it is written in per cent.
fn is_whole_per_cent(other: &Written) -> bool {
    other.value().abs() >= Decimal::TEN
}
