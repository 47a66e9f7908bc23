//! Targets that no figure can reach because of a sign.

use super::common::{figures, is_percent, warn};
use crate::diagnostic::Code;
use crate::load::cursor::Faults;
use crate::locale::lang;
use crate::model::{Condition, Indicator, Measure, MeasurementUnit, Text, Written};
use rust_decimal::Decimal;

/// Names every target of an indicator that no figure can reach.
pub(super) fn check(indicator: &Indicator, unit: &MeasurementUnit, faults: &mut Faults) {
    let never_negative = match indicator.measure {
        Measure::Flow => !indicator.signed,
        Measure::Stock => unit.counted,
        Measure::Rate | Measure::Growth | Measure::Milestone => false,
    };
    let positive = is_percent(unit) && says_a_fall(&indicator.title) && is_reported_above_zero(indicator);
    let mut before = None;
    for target in &indicator.targets {
        let zero = Decimal::ZERO;
        let (why, hint) = match &target.condition {
            Condition::Below(most) if never_negative && most.value() <= zero => {
                ("no count lies below that", "ask for none: \"exactly: 0\"")
            }
            Condition::AtMost(most) | Condition::Below(most) | Condition::Exactly(most)
                if positive && most.value() < zero =>
            {
                (
                    "what is asked lies below zero, and every figure of this fall above it",
                    "write figures and targets with the same sign: a fall by 13.5% is 13.5% of a reduction",
                )
            }
            _ => continue,
        };
        // A target that is asked of each year stands in one place.
        if before.replace(&target.origin) == Some(&target.origin) {
            continue;
        }
        let asked = target.condition.numbers().text().unwrap_or_default();
        faults.push(warn(
            Code::OutOfReach,
            &target.origin,
            format!("{asked} cannot be reached: {why}"),
            hint,
        ));
    }
}

/// Whether a name speaks of a fall in any language: 单位GDP能耗降低.
fn says_a_fall(title: &Text) -> bool {
    title.iter().any(|(_, words)| {
        let words = words.to_lowercase();
        lang::all()
            .iter()
            .flat_map(|language| language.wording.changes.falls)
            .any(|fall| fall.chars().count() > 1 && words.contains(fall))
            || words.contains("reduc")
    })
}

fn is_reported_above_zero(indicator: &Indicator) -> bool {
    let mut all =
        figures(indicator).filter_map(|one| one.value.numbers().all().next()).map(Written::value).peekable();
    all.peek().is_some() && all.all(|value| value > Decimal::ZERO)
}
