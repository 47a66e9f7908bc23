//! What a written value says: an interval of exact decimals.

use crate::model::{Measure, Value, Written};
use rust_decimal::Decimal;

/// A closed interval in base units (persons, yuan, per cent). An end of `None` is open: nothing is
/// proven on that side.
///
/// The ends are closed: `more_than 100` is kept as "100 or more". That loses a hair of what the
/// words say and never claims more than they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval {
    /// The proven minimum.
    pub low: Option<Decimal>,
    /// The proven maximum.
    pub high: Option<Decimal>,
}

impl Interval {
    /// Nothing is proven.
    pub const OPEN: Self = Self { low: None, high: None };

    /// An interval from its two ends.
    pub fn new(low: Option<Decimal>, high: Option<Decimal>) -> Self {
        Self { low, high }
    }

    /// Exactly that value.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// What a written value says of a quantity of that measure. A flow is never negative, so its
    /// minimum never lies below zero. A value with no number (done, in progress) is open.
    ///
    /// Ends beyond 28 digits are left open rather than guessed.
    pub fn of(value: &Value, measure: Measure) -> Self {
        let interval = match value {
            Value::Value(written) => around(written.value(), rounding(written)),
            Value::About(written) => around(written.value(), tolerance(written)),
            Value::MoreThan(written) | Value::AtLeast(written) => Self::new(Some(written.value()), None),
            Value::Nearly(written) => {
                let low = tolerance(written).and_then(|t| written.value().checked_sub(t));
                Self::new(low, Some(written.value()))
            }
            Value::AtMost(written) => Self::new(None, Some(written.value())),
            Value::Between(low, high) => Self::new(Some(low.value()), Some(high.value())),
            Value::Done | Value::InProgress => Self::OPEN,
        };
        let may_be_clamped = measure == Measure::Flow && interval.high.is_none_or(|high| !negative(high));
        match interval.low {
            Some(low) if may_be_clamped && negative(low) => Self::new(Some(Decimal::ZERO), interval.high),
            _ => interval,
        }
    }

    /// True if neither end is proven.
    pub fn is_open(&self) -> bool {
        self.low.is_none() && self.high.is_none()
    }

    /// True if both ends are proven and equal.
    pub fn is_exact(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    /// True if some value lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// What both prove together. Empty (low above high) if they do not meet.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Self {
        let tighter =
            |a: Option<Decimal>, b: Option<Decimal>, pick: fn(Decimal, Decimal) -> Decimal| match (a, b) {
                (Some(a), Some(b)) => Some(pick(a, b)),
                (a, b) => a.or(b),
            };
        Self::new(tighter(self.low, other.low, Ord::max), tighter(self.high, other.high, Ord::min))
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        Self::new(
            self.low.zip(other.low).map(|(a, b)| a.min(b)),
            self.high.zip(other.high).map(|(a, b)| a.max(b)),
        )
    }
}

/// The number as a reader sees it, where the words give one and claim neither a floor nor a cap.
pub(super) fn plain_number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Value(written) | Value::About(written) => Some(written.value()),
        _ => None,
    }
}

fn negative(value: Decimal) -> bool {
    value < Decimal::ZERO
}

fn around(value: Decimal, half: Option<Decimal>) -> Interval {
    Interval::new(half.and_then(|h| value.checked_sub(h)), half.and_then(|h| value.checked_add(h)))
}

/// Half of what the last digit written is worth; nothing for a whole number written out in full.
pub(super) fn rounding(written: &Written) -> Option<Decimal> {
    if written.is_full() { Some(Decimal::ZERO) } else { written.step().checked_div(Decimal::TWO) }
}

/// What "about" leaves open on either side: 5 %, or ten units of the last digit written that is
/// not zero, whichever is smaller.
pub(super) fn tolerance(written: &Written) -> Option<Decimal> {
    let share = written.value().abs().checked_mul(Decimal::new(5, 2))?;
    let units = written.significant_step().checked_mul(Decimal::TEN);
    Some(units.map_or(share, |units| units.min(share)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn w(text: &str) -> Written {
        Written::parse(text).expect(text)
    }

    fn of(value: &Value) -> (String, String) {
        let shown = |end: Option<Decimal>| end.map_or("-".into(), |d| d.normalize().to_string());
        let interval = Interval::of(value, Measure::Flow);
        (shown(interval.low), shown(interval.high))
    }

    fn pair(low: &str, high: &str) -> (String, String) {
        (low.into(), high.into())
    }

    #[test]
    fn written_precision_is_the_rounding_interval() {
        assert_eq!(of(&Value::Value(w("19.13亿"))), pair("1912500000", "1913500000"));
        assert_eq!(of(&Value::Value(w("1.7万"))), pair("16500", "17500"));
        assert_eq!(of(&Value::Value(w("16200万"))), pair("161995000", "162005000"));
        assert_eq!(of(&Value::Value(w("2127"))), pair("2127", "2127"));
        assert_eq!(of(&Value::Value(w("15670.44"))), pair("15670.435", "15670.445"));
        assert_eq!(of(&Value::Value(w("21%"))), pair("20.5", "21.5"));
    }

    #[test]
    fn qualifiers_open_or_widen_the_interval() {
        assert_eq!(of(&Value::About(w("400"))), pair("380", "420"));
        assert_eq!(of(&Value::About(w("1043.47万"))), pair("10433700", "10435700"));
        assert_eq!(of(&Value::MoreThan(w("8000"))), pair("8000", "-"));
        assert_eq!(of(&Value::AtLeast(w("8000"))), pair("8000", "-"));
        assert_eq!(of(&Value::AtMost(w("8000"))), pair("-", "8000"));
        assert_eq!(of(&Value::Nearly(w("400"))), pair("380", "400"));
        assert_eq!(of(&Value::Between(w("3"), w("5"))), pair("3", "5"));
        assert_eq!(of(&Value::Done), pair("-", "-"));
    }

    #[test]
    fn a_flow_never_goes_below_zero_but_a_rate_may() {
        assert_eq!(of(&Value::Value(w("0万"))), pair("0", "5000"));
        let rate = Interval::of(&Value::Value(w("0%")), Measure::Rate);
        assert_eq!(rate.low, Some(Decimal::new(-5, 1)));
        // A negative flow is a contradiction, which the conflict check finds; it is not hidden here.
        let negative = Interval::of(&Value::Value(w("-3")), Measure::Flow);
        assert_eq!(negative, Interval::exactly(Decimal::from(-3)));
    }

    #[test]
    fn hull_and_intersection() {
        let a = Interval::new(Some(Decimal::ONE), Some(Decimal::TEN));
        let b = Interval::new(Some(Decimal::TWO), None);
        assert_eq!(a.intersect(&b), Interval::new(Some(Decimal::TWO), Some(Decimal::TEN)));
        assert_eq!(a.hull(&b), Interval::new(Some(Decimal::ONE), None));
        assert!(a.meets(&b));
        assert!(!Interval::exactly(Decimal::ONE).meets(&b));
    }

    #[test]
    fn the_largest_numbers_open_an_end_instead_of_failing() {
        let most = w("9999999999999999999999999999");
        let more = Written::exact(Decimal::MAX);
        for value in [Value::Value(most.clone()), Value::About(most), Value::About(more.clone())] {
            let _ = Interval::of(&value, Measure::Flow);
        }
        assert_eq!(Interval::of(&Value::About(more), Measure::Flow).high, None);
    }
}
