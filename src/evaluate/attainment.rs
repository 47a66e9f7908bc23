//! How much of what was asked is reached, in per cent: only where such a number means something.

use super::Interval;
use super::case::{Asked, Case};
use super::figure::is_published;
use super::region::{Day, Span};
use crate::model::{Actual, Measure};
use rust_decimal::Decimal;

/// Against what a value is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attainment {
    /// A share of the amount asked.
    Share { of: Decimal },
    /// A share of the way from the baseline to what is asked.
    Way { from: Decimal, to: Decimal },
}

impl Attainment {
    /// Only a minimum is attained in per cent: of a flow or a counted stock as a share of it, with a baseline
    /// for the target's scope as a share of the way. Of a limit or a band, of a rate without a baseline, there
    /// is none: what is said of them is the distance.
    pub fn of(case: &Case<'_>, asked: &Asked<'_>) -> Option<Self> {
        if !asked.demand.rises() || asked.is_a_whole() {
            return None;
        }
        let to = asked.in_force.condition.threshold()?;
        let share = (to > Decimal::ZERO).then_some(Self::Share { of: to });
        match case.indicator.measure {
            Measure::Flow => share.filter(|_| !case.indicator.signed),
            Measure::Stock | Measure::Rate => match baseline(case, asked) {
                Some((_, from)) => (to > from).then_some(Self::Way { from, to }),
                None => share.filter(|_| case.quantity.counted && case.quantity.never_negative),
            },
            Measure::Growth | Measure::Milestone => None,
        }
    }

    /// An interval in per cent. A maximum alone says nothing unless it lies below all of it. Of a way there is no
    /// more than all: beyond it is "at least 100 %".
    pub fn interval(self, interval: Interval) -> Interval {
        let low = interval.low.and_then(|low| self.percent(low));
        let high = interval.high.and_then(|high| self.percent(high));
        let all = Decimal::ONE_HUNDRED;
        if matches!(self, Self::Way { .. }) && high.is_none_or(|high| high > all) {
            return match low {
                Some(low) if low > Decimal::ZERO => Interval::new(Some(low.min(all)), None)
                    .with_open_ends(interval.low_open && low < all, false),
                _ => Interval::OPEN,
            };
        }
        if low.is_none_or(|low| low.is_zero()) && high.is_none_or(|high| high >= Decimal::ONE_HUNDRED) {
            return Interval::OPEN;
        }
        Interval::new(low, high).with_open_ends(interval.low_open, interval.high_open)
    }

    /// A value in per cent. What is less than all never becomes 100 % by having too many digits.
    pub fn percent(self, value: Decimal) -> Option<Decimal> {
        let (part, all) = match self {
            Self::Share { of } => (value, of),
            Self::Way { from, to } => (value.checked_sub(from)?, to.checked_sub(from)?),
        };
        let percent = match part.checked_mul(Decimal::ONE_HUNDRED) {
            Some(hundredfold) => hundredfold.checked_div(all)?,
            None => part.checked_div(all)?.checked_mul(Decimal::ONE_HUNDRED)?,
        };
        let almost = Decimal::ONE_HUNDRED - Decimal::new(1, 20);
        Some(if part < all { percent.min(almost) } else { percent.max(Decimal::ONE_HUNDRED) }.normalize())
    }
}

/// The day and number of the baseline, where there is one for the target's scope and cell, counted by its method.
pub(super) fn baseline(case: &Case<'_>, asked: &Asked<'_>) -> Option<(Day, Decimal)> {
    let of_it = |baseline: &&Actual| {
        baseline.scope == asked.target.scope
            && baseline.cell == asked.target.cell
            && case.method.counted(baseline)
            && baseline.definition.is_none()
            && is_published(case.report, baseline, case.as_of)
    };
    let baseline = case.indicator.baselines().find(of_it)?;
    let number = baseline.value.plain_number()?;
    Some((Span::of(&baseline.time).to - 1, number))
}

/// A share in per cent as it is shown everywhere, to one decimal: a minimum is rounded down and a maximum
/// up, and 100 is shown only for what is 100.
pub fn shown_percent(percent: Decimal, end: PercentEnd) -> Decimal {
    let hundred = Decimal::ONE_HUNDRED;
    for places in 1..=20 {
        let unit = Decimal::new(1, places);
        let down = percent.checked_div(unit).map_or(percent, |units| units.floor() * unit);
        let shown = if end == PercentEnd::Maximum && down != percent { down + unit } else { down };
        if shown != hundred || percent == hundred {
            return shown.normalize();
        }
    }
    percent
}

/// Which end of what is proven a per cent is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PercentEnd {
    /// At least so much, or exactly so much.
    Minimum,
    /// At most so much.
    Maximum,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect(text)
    }

    #[test]
    fn a_share_is_neither_clamped_nor_rounded_up_to_all_of_it() {
        let of_8000 = Attainment::Share { of: Decimal::from(8000) };
        assert_eq!(of_8000.percent(Decimal::from(2127)), Some(number("26.5875")));
        assert_eq!(of_8000.percent(Decimal::from(16000)), Some(Decimal::from(200)));
        let almost_all = number("2.9999999999999999999999999999");
        let percent = Attainment::Share { of: Decimal::from(3) }.percent(almost_all).expect("a share");
        assert!(percent < Decimal::ONE_HUNDRED, "{percent}");
    }

    #[test]
    fn with_a_baseline_it_is_the_share_of_the_way() {
        let way = Attainment::Way { from: number("61.0"), to: number("65") };
        assert_eq!(way.percent(number("64.1")), Some(number("77.5")));
    }

    #[test]
    fn nobody_goes_more_than_all_of_a_way() {
        let way = Attainment::Way { from: number("87"), to: number("87.5") };
        let gone = |low: &str, high: &str| way.interval(Interval::new(Some(number(low)), Some(number(high))));
        assert_eq!(gone("87.95", "88.05"), Interval::new(Some(Decimal::ONE_HUNDRED), None));
        assert_eq!(gone("87.4", "87.6"), Interval::new(Some(Decimal::from(80)), None));
        assert_eq!(gone("87.5", "87.5"), Interval::exactly(Decimal::ONE_HUNDRED));
        assert_eq!(gone("86.9", "87.6"), Interval::OPEN);
        assert_eq!(way.interval(Interval::new(None, Some(number("87.4")))).high, Some(Decimal::from(80)));
    }

    #[test]
    fn a_maximum_alone_says_something_only_below_all_of_it() {
        let of_100 = Attainment::Share { of: Decimal::from(100) };
        let at_most = |most: &str| of_100.interval(Interval::new(None, Some(number(most))));
        assert_eq!(at_most("77.1"), Interval::new(None, Some(number("77.1"))));
        assert_eq!(at_most("6683.3"), Interval::OPEN);
    }

    #[test]
    fn minima_are_rounded_down_and_maxima_up() {
        let shown = |text: &str, end| shown_percent(number(text), end).to_string();
        assert_eq!(shown("26.5875", PercentEnd::Minimum), "26.5");
        assert_eq!(shown("77.06", PercentEnd::Maximum), "77.1");
        assert_eq!(shown("99.99", PercentEnd::Maximum), "99.99");
        assert_eq!(shown("100.02", PercentEnd::Minimum), "100.02");
        assert_eq!(shown("100", PercentEnd::Maximum), "100");
    }
}
