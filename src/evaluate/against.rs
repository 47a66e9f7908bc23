//! A threshold that is another indicator's number: both figures are of the same time and scope.

use super::case::{Asked, Case};
use super::cells::Cases;
use super::demand::Demand;
use super::state::{self, Known};
use super::{Interval, Threshold};
use crate::model::{Condition, Indicator, Value, Written};
use rust_decimal::Decimal;

/// Puts in the other indicator's number, where the target is held against one. A number as printed is the threshold
/// as any that a plan writes; of one that is known within bounds both ends are, and what is said holds for both.
pub(super) fn resolve(case: &Case<'_>, asked: &mut Asked<'_>) {
    let Condition::Against(against) = asked.in_force.condition.clone() else { return };
    asked.against = Some(Threshold {
        indicator: against.indicator.clone(),
        actuals: Vec::new(),
        interval: Interval::OPEN,
    });
    let Some(other) = case.report.indicators.get(&against.indicator) else { return };
    let of_other = Cases::with(case.report, case.tree, other, case.as_of, &[asked.target]);
    let Some(known) = state::known_at(of_other.of(asked.target), asked) else { return };
    let better = case.indicator.better;
    match thresholds(other, &known).as_slice() {
        [one] => match against.side.than(one) {
            Some(condition) => {
                asked.demand = Demand::of(&condition, better);
                asked.in_force.condition = condition;
            }
            None => return,
        },
        [low, high] => match (against.side.than(low), against.side.than(high)) {
            (Some(low), Some(high)) => asked.demand = Demand::between(&low, &high, better),
            _ => return,
        },
        _ => return,
    }
    asked.against =
        Some(Threshold { indicator: against.indicator, actuals: known.actuals, interval: known.interval });
}

/// The number as printed, or the two ends between which it lies; nothing where one of them is unknown.
fn thresholds(other: &Indicator, known: &Known) -> Vec<Written> {
    let as_printed = |value: Decimal| {
        let written = known.actuals.iter().filter_map(|index| match &other.actuals.get(*index)?.value {
            Value::Value(written) if written.value() == value => Some(written),
            _ => None,
        });
        written.min_by_key(|written| written.step()).cloned()
    };
    if let Some(one) = known.printed.and_then(as_printed) {
        return vec![one];
    }
    match (known.interval.low, known.interval.high) {
        (Some(low), Some(high)) => vec![Written::exact(low), Written::exact(high)],
        _ => Vec::new(),
    }
}
