//! What the figures for exactly what is asked say, beside all that others prove of it.
//!
//! A number as it is printed decides, and a later one may be printed that nobody has seen yet. So that no true
//! figure takes a verdict back, what others prove decides only where it holds of every number that may be printed.

use super::Interval;
use super::case::{Asked, Case};
use super::condition::with_zero;
use super::demand::Proof;
use super::figure::{Figure, Printed};
use rust_decimal::Decimal;

/// What figures of one time for one scope say together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Own {
    /// What they leave possible.
    pub interval: Interval,
    /// The number as printed, if they come to one.
    pub printed: Option<Decimal>,
    /// The number that decides as it is printed, if one of them is a plain one no coarser than the threshold.
    pub published: Option<Decimal>,
}

impl Own {
    /// The most finely written decides, and the others only have to agree; else all of them are possible. None
    /// without a figure.
    pub fn of<'f>(asked: &Asked<'_>, figures: impl Iterator<Item = &'f Figure> + Clone) -> Option<Self> {
        let all = figures.clone().map(Figure::interval);
        let common = all.clone().reduce(|a, b| a.intersect(&b))?;
        if common.is_empty() {
            let hull = all.reduce(|a, b| a.hull(&b))?;
            return Some(Self { interval: hull, printed: None, published: None });
        }
        let finest = finest(figures.clone());
        let mut printed = figures.clone().filter(|figure| is_as_fine(figure, finest));
        let Some(first) = printed.next().and_then(|figure| figure.printed) else {
            return Some(Self { interval: common, printed: None, published: None });
        };
        if printed.any(|other| other.printed != Some(first)) {
            // Rounded to as many digits, and not the same number.
            let finest = figures.filter(|figure| is_as_fine(figure, finest)).map(Figure::interval);
            let hull = finest.reduce(|a, b| a.hull(&b))?;
            return Some(Self { interval: hull, printed: None, published: None });
        }
        let published = asked.demand.takes_as_published(first, common).then_some(first.value);
        Some(Self { interval: common, printed: Some(first.value), published })
    }

    /// What they say by themselves: the number as published, or all that they leave possible.
    pub fn said(&self) -> Interval {
        self.published.map_or(self.interval, Interval::exactly)
    }
}

/// What the last digit of the most finely written plain number is worth.
pub(super) fn finest<'f>(figures: impl Iterator<Item = &'f Figure>) -> Option<Decimal> {
    figures.filter_map(|figure| figure.printed).map(|printed| printed.step).min()
}

fn is_as_fine(figure: &Figure, finest: Option<Decimal>) -> bool {
    figure.printed.is_some_and(|Printed { step, .. }| Some(step) == finest)
}

/// The figures that are most finely written.
pub(super) fn most_finely_written<'f>(
    figures: impl Iterator<Item = &'f Figure> + Clone,
) -> impl Iterator<Item = &'f Figure> {
    let finest = finest(figures.clone());
    figures.filter(move |figure| is_as_fine(figure, finest))
}

/// What is held against the condition where all figures together prove an interval: the number that decides as
/// published, though others prove more of it; all that is proven, if the scope's own figures decide; else every
/// number that may be printed of it.
pub(super) fn held_against(
    case: &Case<'_>,
    asked: &Asked<'_>,
    own: Option<&Own>,
    proven: Interval,
) -> Interval {
    match own {
        // They disagree beyond rounding.
        _ if proven.is_empty() => proven,
        Some(Own { published: Some(number), .. }) => Interval::exactly(*number),
        Some(own) if prove(case, asked, own.interval) != Proof::Open => proven,
        _ => as_it_may_be_printed(case, asked, proven),
    }
}

/// Whether an interval proves what is asked, of what is never negative too.
pub(super) fn prove(case: &Case<'_>, asked: &Asked<'_>, interval: Interval) -> Proof {
    asked.demand.prove(with_zero(case.quantity, interval))
}

/// Every number in an interval, and every one that a source may print for it which is compared as printed.
pub(super) fn as_it_may_be_printed(case: &Case<'_>, asked: &Asked<'_>, interval: Interval) -> Interval {
    printable(interval, asked.demand.step(), case.quantity.counted)
}

/// The same of what is written with digits of its own: a coarser number only has to agree with it.
pub(super) fn as_finely_printed(
    case: &Case<'_>,
    asked: &Asked<'_>,
    interval: Interval,
    step: Decimal,
) -> Interval {
    printable(interval, asked.demand.step().min(step), case.quantity.counted)
}

/// The lowest and the highest number that may be printed, with a last digit worth no more than `coarsest`. Of
/// what is counted, a whole number is exact.
fn printable(interval: Interval, coarsest: Decimal, counted: bool) -> Interval {
    let low = interval.low.map(|end| furthest(end, interval.low_open, coarsest, counted));
    // The mirror of a minimum.
    let high = interval.high.map(|end| furthest(-end, interval.high_open, coarsest, counted));
    Interval::new(low.and_then(|end| Some(end?.0)), high.and_then(|end| Some(-end?.0)))
        .with_open_ends(low.flatten().is_some_and(|end| end.1), high.flatten().is_some_and(|end| end.1))
}

/// The lowest number that may be printed of one that is `low` or more, and whether it is more than that. None if
/// it takes too many digits to say.
fn furthest(low: Decimal, open: bool, coarsest: Decimal, counted: bool) -> Option<(Decimal, bool)> {
    let (mut lowest, mut is_open) = (low, open);
    let mut step = coarsest;
    while step > Decimal::ZERO && !(counted && step <= Decimal::ONE) {
        let (printed, is_whole) = lowest_print(low, open, step)?;
        if printed < lowest || (printed == lowest && is_open) {
            (lowest, is_open) = (printed, false);
        }
        if is_whole {
            // Printed with more digits it is no less than it is.
            break;
        }
        step = step.checked_div(Decimal::TEN)?;
    }
    Some((lowest, is_open))
}

/// The lowest number that may be printed with such a last digit, and whether the end itself has no more digits.
fn lowest_print(low: Decimal, open: bool, step: Decimal) -> Option<(Decimal, bool)> {
    let units = low.checked_div(step)?;
    // A number is printed as the next one, up to half a unit away on either side.
    let from = units.checked_sub(Decimal::new(5, 1))?;
    let first = if open { from.floor() + Decimal::ONE } else { from.ceil() };
    Some((first.checked_mul(step)?, units.fract().is_zero()))
}

/// The least that a later day of what never falls may be printed as, where an earlier one was printed so, but for
/// what is more finely written than that.
pub(super) fn least_print_of_later(case: &Case<'_>, asked: &Asked<'_>, earlier: Printed) -> Option<Decimal> {
    let half = earlier.step.checked_div(Decimal::TWO)?;
    let low = earlier.value.checked_sub(half)?;
    let mut least = earlier.value;
    let mut step = asked.demand.step();
    while step > earlier.step && !(case.quantity.counted && step <= Decimal::ONE) {
        least = least.min(lowest_print(low, false, step)?.0);
        step = step.checked_div(Decimal::TEN)?;
    }
    Some(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect(text)
    }

    fn shown(interval: Interval) -> String {
        let end = |end: Option<Decimal>| end.map_or("-".into(), |end| end.normalize().to_string());
        let (open, close) =
            (if interval.low_open { "(" } else { "[" }, if interval.high_open { ")" } else { "]" });
        format!("{open}{} {}{close}", end(interval.low), end(interval.high))
    }

    fn printed(low: &str, high: &str, coarsest: &str, counted: bool) -> String {
        shown(printable(Interval::new(Some(number(low)), Some(number(high))), number(coarsest), counted))
    }

    #[test]
    fn a_number_may_be_printed_half_a_digit_away() {
        assert_eq!(printed("64.7", "64.9", "1", false), "[64.7 65]");
        assert_eq!(printed("64.2", "64.4", "1", false), "[64 64.4]");
        assert_eq!(printed("64.5", "65.5", "1", false), "[64 66]", "a half either way");
        assert_eq!(printed("65", "65", "1", false), "[65 65]");
        assert_eq!(printed("64.46", "64.46", "1", false), "[64 64.5]", "with one decimal");
        assert_eq!(printed("-0.7", "-0.2", "1", false), "[-1 0]");
        assert_eq!(printed("17950", "17950", "1000", true), "[17900 18000]", "in hundreds too");
    }

    #[test]
    fn what_is_counted_is_exact_when_it_is_written_out() {
        assert_eq!(printed("64", "66", "1", true), "[64 66]");
        assert_eq!(printed("17950", "18049", "1000", true), "[17900 18050]", "in tens too");
    }

    #[test]
    fn more_than_a_number_may_be_printed_as_that() {
        let more = |low: &str, counted: bool| {
            let interval = Interval::new(Some(number(low)), None).with_open_ends(true, false);
            shown(printable(interval, Decimal::ONE, counted))
        };
        assert_eq!(more("65", false), "[65 -]");
        assert_eq!(more("64.5", false), "[64.5 -]", "with one decimal");
        assert_eq!(more("65", true), "(65 -]");
    }

    #[test]
    fn a_threshold_that_is_exact_has_no_digit_to_be_printed_with() {
        assert_eq!(printed("64.7", "64.9", "0", false), "[64.7 64.9]");
    }
}
