//! Whether words say what was computed, rounded as they are written and no more exactly than the figures are.

use super::arithmetic::Computed;
use crate::evaluate::Interval;
use crate::model::{Said, Value, Written};
use rust_decimal::Decimal;

/// How words fit what was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// They say it.
    Fits,
    /// They say something else.
    Other,
    /// They leave out that it is only about so.
    NotExact,
    /// They have more digits than the figures can give.
    TooFine,
}

/// Holds words against what was computed.
pub(super) fn fit(said: &Said, computed: &Computed) -> Fit {
    // What is said to have fallen by a number has changed by less than nothing.
    let interval = if said.falls { turned(computed.interval) } else { computed.interval };
    let plain = computed.plain.map(|plain| if said.falls { -plain } else { plain });
    let within = |low: Option<Decimal>, high: Option<Decimal>| {
        let range = Interval::new(low, high);
        match plain {
            Some(plain) => range.holds(plain),
            None => interval.low.is_some() && interval.high.is_some() && range.contains(&interval),
        }
    };
    let less = |number: &Written, by: Option<Decimal>| number.value().checked_sub(by?);
    let more = |number: &Written, by: Option<Decimal>| number.value().checked_add(by?);
    let yes = |fits: bool| if fits { Fit::Fits } else { Fit::Other };
    match &said.value {
        Value::Value(number) => {
            let half = number.step().checked_div(Decimal::TWO);
            if !within(less(number, half), more(number, half)) {
                Fit::Other
            } else if computed.about {
                Fit::NotExact
            } else if too_fine(number, interval) {
                Fit::TooFine
            } else {
                Fit::Fits
            }
        }
        Value::About(number) => yes(within(
            less(number, Some(number.rounds_within())),
            more(number, Some(number.rounds_within())),
        )),
        Value::Nearly(number) => {
            yes(within(less(number, Some(number.rounds_within())), Some(number.value())))
        }
        Value::MoreThan(number) => yes(interval.is_above(number.value())),
        Value::AtLeast(number) => yes(interval.is_at_least(number.value())),
        Value::AtMost(number) => yes(interval.is_at_most(number.value())),
        Value::Between(low, high) => {
            yes(interval.is_at_least(low.value()) && interval.is_at_most(high.value()))
        }
        Value::Missing | Value::Done | Value::InProgress => Fit::Other,
    }
}

/// Whether a number has digits that mean nothing: its last digit is worth less than a tenth of what the figures
/// leave open.
fn too_fine(number: &Written, interval: Interval) -> bool {
    let open = interval.low.zip(interval.high).and_then(|(low, high)| high.checked_sub(low));
    // 6.0 claims a decimal that 6 does not; the zeros of 4100 claim nothing.
    let step = if number.step() < Decimal::ONE { number.step() } else { number.significant_step() };
    let least = step.checked_mul(Decimal::TEN);
    open.zip(least).is_some_and(|(open, least)| open > least)
}

fn turned(interval: Interval) -> Interval {
    Interval::exactly(Decimal::ZERO).minus(&interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, falls: bool) -> Said {
        Said { value: Value::Value(number(text)), falls }
    }

    fn number(text: &str) -> Written {
        Written::parse(text).expect(text)
    }

    fn computed(plain: &str, low: &str, high: &str) -> Computed {
        let value = |text: &str| Some(number(text).value());
        let interval = Interval::new(value(low), value(high));
        Computed { plain: value(plain), interval, step: None, about: false }
    }

    #[test]
    fn words_are_held_against_the_numbers_as_printed_and_rounded_as_written() {
        let growth = computed("5.38", "5.28", "5.48");
        for (words, wanted) in
            [("5.4%", Fit::Fits), ("5%", Fit::Fits), ("5.3%", Fit::Other), ("6%", Fit::Other)]
        {
            assert_eq!(fit(&said(words, false), &growth), wanted, "{words}");
        }
        assert_eq!(fit(&said("5.4%", true), &growth), Fit::Other);
        assert_eq!(fit(&said("0.4", true), &computed("-0.4", "-0.5", "-0.3")), Fit::Fits);
        assert_eq!(fit(&said("0.4", false), &computed("-0.4", "-0.5", "-0.3")), Fit::Other);
    }

    #[test]
    fn digits_that_the_figures_cannot_give_are_refused() {
        // 1.7万 to 1.8万.
        let growth = computed("5.882", "0", "12.12");
        assert_eq!(fit(&said("5.88%", false), &growth), Fit::TooFine);
        let about = Said { value: Value::About(number("6%")), falls: false };
        assert_eq!(fit(&about, &growth), Fit::Fits);
    }

    #[test]
    fn a_floor_proves_a_floor_and_no_number() {
        let floor = Computed {
            plain: None,
            interval: Interval::new(Some(Decimal::from(100)), None),
            step: None,
            about: false,
        };
        let words =
            |value: fn(Written) -> Value, text: &str| Said { value: value(number(text)), falls: false };
        assert_eq!(fit(&words(Value::AtLeast, "100"), &floor), Fit::Fits);
        assert_eq!(fit(&words(Value::MoreThan, "100"), &floor), Fit::Other);
        assert_eq!(fit(&words(Value::Value, "100"), &floor), Fit::Other);
    }
}
