//! What a written value says: an interval of exact decimals.

use super::{Quantity, Value, Written};
use rust_decimal::Decimal;

/// An interval in base units (persons, yuan, per cent). An end of `None` is unknown: nothing is
/// proven on that side.
///
/// An end may be open, that is, not itself possible: "more than 100" proves more than 100. "About",
/// "nearly" and rounded figures have closed ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval {
    /// The proven minimum.
    pub low: Option<Decimal>,
    /// The proven maximum.
    pub high: Option<Decimal>,
    /// True if the value lies above `low` and is not equal to it.
    pub low_open: bool,
    /// True if the value lies below `high` and is not equal to it.
    pub high_open: bool,
}

impl Interval {
    /// Nothing is proven.
    pub const OPEN: Self = Self { low: None, high: None, low_open: false, high_open: false };

    /// An interval from its two ends, both closed.
    pub fn new(low: Option<Decimal>, high: Option<Decimal>) -> Self {
        Self { low, high, low_open: false, high_open: false }
    }

    /// Exactly that value.
    pub fn exactly(value: Decimal) -> Self {
        Self::new(Some(value), Some(value))
    }

    /// The same ends; true for each that is open. An end that is unknown is neither.
    #[must_use]
    pub fn with_open_ends(self, low: bool, high: bool) -> Self {
        Self { low_open: low && self.low.is_some(), high_open: high && self.high.is_some(), ..self }
    }

    /// What a written value says of a quantity. A quantity that is never negative has no minimum below
    /// zero. A value with no number (done, in progress) says nothing.
    ///
    /// Ends beyond 28 digits are left unknown rather than guessed.
    pub fn of(value: &Value, quantity: Quantity) -> Self {
        let interval = match value {
            Value::Value(written) => around(written.value(), written.rounding(quantity.counted)),
            Value::About(written) => around(written.value(), written.tolerance()),
            Value::MoreThan(written) => Self::new(Some(written.value()), None).with_open_ends(true, false),
            Value::AtLeast(written) => Self::new(Some(written.value()), None),
            Value::Nearly(written) => {
                let low = written.tolerance().and_then(|t| written.value().checked_sub(t));
                Self::new(low, Some(written.value()))
            }
            Value::AtMost(written) => Self::new(None, Some(written.value())),
            Value::Between(low, high) => Self::new(Some(low.value()), Some(high.value())),
            Value::Done | Value::InProgress | Value::Missing => Self::OPEN,
        };
        let may_be_clamped = quantity.never_negative && interval.high.is_none_or(|high| !negative(high));
        match interval.low {
            Some(low) if may_be_clamped && negative(low) => {
                Self { low: Some(Decimal::ZERO), low_open: false, ..interval }
            }
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

    /// True if no value lies in it: what it was made of contradicts itself.
    pub fn is_empty(&self) -> bool {
        self.low
            .zip(self.high)
            .is_some_and(|(low, high)| low > high || (low == high && (self.low_open || self.high_open)))
    }

    /// True if every value in it is that much or more.
    pub fn is_at_least(&self, least: Decimal) -> bool {
        self.low.is_some_and(|low| low >= least)
    }

    /// True if every value in it is that much or less.
    pub fn is_at_most(&self, most: Decimal) -> bool {
        self.high.is_some_and(|high| high <= most)
    }

    /// True if every value in it is more than that.
    pub fn is_above(&self, value: Decimal) -> bool {
        self.low.is_some_and(|low| low > value || (low == value && self.low_open))
    }

    /// True if every value in it is less than that.
    pub fn is_below(&self, value: Decimal) -> bool {
        self.high.is_some_and(|high| high < value || (high == value && self.high_open))
    }

    /// True if that value lies in it.
    pub fn holds(&self, value: Decimal) -> bool {
        !self.is_above(value) && !self.is_below(value)
    }

    /// True if every value of the other lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        other.is_empty() || self.intersect(other) == *other
    }

    /// True if some value lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        !self.intersect(other).is_empty()
    }

    /// What both prove together. Empty if they do not meet.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Self {
        let (low, low_open) = match (self.low, other.low) {
            (Some(a), Some(b)) if a == b => (Some(a), self.low_open || other.low_open),
            (Some(a), Some(b)) if a < b => (Some(b), other.low_open),
            (None, b) => (b, other.low_open),
            (a, _) => (a, self.low_open),
        };
        let (high, high_open) = match (self.high, other.high) {
            (Some(a), Some(b)) if a == b => (Some(a), self.high_open || other.high_open),
            (Some(a), Some(b)) if a > b => (Some(b), other.high_open),
            (None, b) => (b, other.high_open),
            (a, _) => (a, self.high_open),
        };
        Self { low, high, low_open, high_open }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let (low, low_open) = match (self.low, other.low) {
            (Some(a), Some(b)) if a == b => (Some(a), self.low_open && other.low_open),
            (Some(a), Some(b)) if a > b => (Some(b), other.low_open),
            (Some(a), Some(_)) => (Some(a), self.low_open),
            _ => (None, false),
        };
        let (high, high_open) = match (self.high, other.high) {
            (Some(a), Some(b)) if a == b => (Some(a), self.high_open && other.high_open),
            (Some(a), Some(b)) if a < b => (Some(b), other.high_open),
            (Some(a), Some(_)) => (Some(a), self.high_open),
            _ => (None, false),
        };
        Self { low, high, low_open, high_open }
    }

    /// What the sum of a value of each can be.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let add = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
        Self::new(add(self.low, other.low), add(self.high, other.high))
            .with_open_ends(self.low_open || other.low_open, self.high_open || other.high_open)
    }

    /// How many per cent a value of this can be of a value of the other; none where that may be nothing or less.
    pub fn percent_of(&self, whole: &Self) -> Option<Self> {
        let least_whole = whole.low.filter(|low| *low > Decimal::ZERO);
        least_whole?;
        let percent = |part: Option<Decimal>, whole: Option<Decimal>| {
            part?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole?)
        };
        // What lies above zero is least of the largest whole, what lies below it of the smallest.
        let below = |end: Option<Decimal>| end.is_some_and(negative);
        let low = percent(self.low, if below(self.low) { least_whole } else { whole.high });
        let high = percent(self.high, if below(self.high) { whole.high } else { least_whole });
        Some(Self::new(low, high))
    }

    /// What a value of this less a value of the other can be.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let less = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_sub(b?);
        Self::new(less(self.low, other.high), less(self.high, other.low))
            .with_open_ends(self.low_open || other.high_open, self.high_open || other.low_open)
    }
}

impl Value {
    /// The number as a reader sees it, where the words give one and claim neither a floor nor a cap.
    pub fn plain_number(&self) -> Option<Decimal> {
        match self {
            Self::Value(written) | Self::About(written) => Some(written.value()),
            _ => None,
        }
    }
}

impl Written {
    /// Half of what the last digit written is worth; nothing for a whole number of counted things.
    pub fn rounding(&self, counted: bool) -> Option<Decimal> {
        if counted && self.is_full() { Some(Decimal::ZERO) } else { self.step().checked_div(Decimal::TWO) }
    }

    /// What "about" leaves open on either side: 5 %, or ten units of the last digit written that is
    /// not zero, whichever is smaller.
    pub fn tolerance(&self) -> Option<Decimal> {
        let share = self.value().abs().checked_mul(Decimal::new(5, 2))?;
        let units = self.significant_step().checked_mul(Decimal::TEN);
        Some(units.map_or(share, |units| units.min(share)))
    }
}

fn negative(value: Decimal) -> bool {
    value < Decimal::ZERO
}

fn around(value: Decimal, half: Option<Decimal>) -> Interval {
    Interval::new(half.and_then(|h| value.checked_sub(h)), half.and_then(|h| value.checked_add(h)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn w(text: &str) -> Written {
        Written::parse(text).expect(text)
    }

    fn of(value: &Value) -> (String, String) {
        let shown = |end: Option<Decimal>| end.map_or("-".into(), |d| d.normalize().to_string());
        let interval = Interval::of(value, Quantity::COUNT);
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
        let rate = Interval::of(&Value::Value(w("0%")), Quantity::RATE);
        assert_eq!(rate.low, Some(Decimal::new(-5, 1)));
        // A negative flow is a contradiction, which the conflict check finds; it is not hidden here.
        let negative = Interval::of(&Value::Value(w("-3")), Quantity::COUNT);
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
            let _ = Interval::of(&value, Quantity::COUNT);
        }
        assert_eq!(Interval::of(&Value::About(more), Quantity::COUNT).high, None);
    }

    #[test]
    fn a_whole_number_is_exact_only_of_what_is_counted() {
        let measured = Quantity { counted: false, never_negative: true };
        let of = |text: &str| Interval::of(&Value::Value(w(text)), measured);
        let ends = |low: &str, high: &str| Interval::new(Some(w(low).value()), Some(w(high).value()));
        assert_eq!(of("1.5803万"), ends("15802.5", "15803.5"));
        assert_eq!(of("99"), ends("98.5", "99.5"));
        assert_eq!(of("0.0万"), ends("0", "500"));
        let counted = Interval::of(&Value::Value(w("1.5803万")), Quantity::COUNT);
        assert_eq!(counted, Interval::exactly(Decimal::from(15803)));
    }

    #[test]
    fn more_than_has_an_open_end_that_arithmetic_keeps() {
        let more = Interval::of(&Value::MoreThan(w("65")), Quantity::COUNT);
        let number = Decimal::from(65);
        assert!(more.is_above(number) && !more.is_at_most(number) && !more.holds(number));
        let least = Interval::of(&Value::AtLeast(w("65")), Quantity::COUNT);
        assert!(!least.is_above(number) && least.is_at_least(number) && least.holds(number));
        let five = Interval::exactly(Decimal::from(5));
        assert!(more.plus(&five).is_above(Decimal::from(70)));
        assert!(!least.plus(&five).is_above(Decimal::from(70)));
        assert!(five.minus(&more).is_below(Decimal::from(-60)));
        assert!(!five.minus(&least).is_below(Decimal::from(-60)));
        assert!(more.intersect(&Interval::exactly(number)).is_empty());
        assert!(!more.meets(&Interval::exactly(number)) && least.meets(&Interval::exactly(number)));
        assert_eq!(more.hull(&least), least);
        assert_eq!(more.intersect(&least), more);
        assert!(least.contains(&more) && !more.contains(&least));
    }
}
