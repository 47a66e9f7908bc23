//! Intervals divided, and what comes out as a value.

use crate::model::{Indicator, Interval, Value, Written};
use rust_decimal::{Decimal, RoundingStrategy};

/// Digits of a per cent that was worked out, where none decides more.
const PLACES: u32 = 1;

/// Digits to which the ends of a quotient are rounded outwards.
const DIGITS: u32 = 12;

/// How many per cent one amount is of another. None where the other may be nothing, or either below zero.
pub(super) fn quotient(part: Interval, whole: Interval) -> Option<Interval> {
    if part.low.is_some_and(|low| low < Decimal::ZERO) {
        return None;
    }
    let share = part.percent_of(&whole).filter(|share| !share.is_open())?;
    if part.is_exact() && whole.is_exact() {
        return Some(share);
    }
    let rounded =
        |end: Option<Decimal>, strategy| end.map(|end| end.round_dp_with_strategy(DIGITS, strategy));
    Some(Interval::new(
        rounded(share.low, RoundingStrategy::ToNegativeInfinity),
        rounded(share.high, RoundingStrategy::ToPositiveInfinity),
    ))
}

/// By how many per cent an amount is more than another, which lies above zero.
pub(super) fn difference(now: Interval, before: Interval) -> Option<Interval> {
    let ratio = quotient(now, before)?;
    let less = |end: Option<Decimal>| end.and_then(|end| end.checked_sub(Decimal::ONE_HUNDRED));
    Some(Interval::new(less(ratio.low), less(ratio.high)).with_open_ends(ratio.low_open, ratio.high_open))
}

/// What comes out as a value: exact, between two ends, or one of them. It is shown with few digits, and more where
/// it lies close to what a target asks.
pub(super) fn value(interval: Interval, of: &Indicator, percent: bool) -> Option<Value> {
    let unlike = |places: u32, end: Decimal| {
        let shown = end.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        thresholds(of).any(|asked| asked.cmp(&shown) != asked.cmp(&end))
    };
    let told = |end: Decimal| {
        // A sum has the digits of its parts.
        let least = if percent { PLACES } else { end.scale() };
        let places = (least..=DIGITS).find(|places| !unlike(*places, end)).unwrap_or(DIGITS);
        Written::computed(end, places, percent)
    };
    Some(match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => Value::Value(told(low)),
        (Some(low), Some(high)) => Value::Between(told(low), told(high)),
        (Some(low), None) if interval.low_open => Value::MoreThan(told(low)),
        (Some(low), None) => Value::AtLeast(told(low)),
        (None, Some(high)) => Value::AtMost(told(high)),
        (None, None) => return None,
    })
}

/// The thresholds of an indicator's targets.
fn thresholds(one: &Indicator) -> impl Iterator<Item = Decimal> {
    one.targets.iter().flat_map(|target| target.condition.numbers().all().map(Written::value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(low: i64, high: i64) -> Interval {
        Interval::new(Some(Decimal::from(low)), Some(Decimal::from(high)))
    }

    #[test]
    fn a_share_lies_between_the_least_of_the_most_and_the_most_of_the_least() {
        assert_eq!(
            quotient(interval(1, 2), interval(4, 8)),
            Some(Interval::new(Some(Decimal::new(125, 1)), Some(Decimal::from(50)),))
        );
        assert_eq!(quotient(interval(1, 1), interval(0, 8)), None, "of nothing there is no share");
        assert_eq!(quotient(interval(-1, 1), interval(4, 8)), None);
    }

    #[test]
    fn a_change_is_a_ratio_less_a_hundred() {
        assert_eq!(difference(interval(106, 106), interval(100, 100)), Some(interval(6, 6)));
        assert_eq!(difference(interval(90, 90), interval(100, 100)), Some(interval(-10, -10)));
    }
}
