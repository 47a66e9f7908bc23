//! A planned amount by day: points with straight lines between them, compared without dividing.

use super::region::{Day, Span};
use rust_decimal::{Decimal, RoundingStrategy};
use std::cmp::Ordering;

/// What is planned by a day: a point and a share of the way to the next. Compared without dividing, so
/// that no rounding decides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Planned {
    from: Decimal,
    way: Decimal,
    gone: i64,
    of: i64,
}

impl Planned {
    fn exactly(value: Decimal) -> Self {
        Self { from: value, way: Decimal::ZERO, gone: 0, of: 1 }
    }

    /// The number, as exact as digits allow.
    pub fn value(self) -> Option<Decimal> {
        let part = self.way.checked_mul(Decimal::from(self.gone))?.checked_div(Decimal::from(self.of))?;
        Some(self.from.checked_add(part)?.normalize())
    }

    /// How a value stands to it.
    pub fn compare(self, value: Decimal) -> Option<Ordering> {
        let left = value.checked_sub(self.from)?.checked_mul(Decimal::from(self.of))?;
        Some(left.cmp(&self.way.checked_mul(Decimal::from(self.gone))?))
    }

    fn is_at_most(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(Ordering::is_ge)
    }

    fn is_above(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(Ordering::is_lt)
    }

    fn is_at_least(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(Ordering::is_le)
    }

    fn is_below(self, value: Decimal) -> bool {
        self.compare(value).is_some_and(Ordering::is_gt)
    }
}

/// What is planned on some days of a stretch: at its ends, and at each turn of the line between them. As
/// the line is straight between those, they say all of it.
#[derive(Debug, Clone)]
pub(super) struct Range(Vec<Planned>);

impl Range {
    /// What is planned on the last of the days.
    pub fn last(&self) -> Option<Planned> {
        self.0.last().copied()
    }

    /// What is planned on the first of the days.
    pub fn first(&self) -> Option<Planned> {
        self.0.first().copied()
    }

    /// True if it is this value on every day.
    pub fn is_level_at(&self, value: Decimal) -> bool {
        self.0.iter().all(|planned| planned.compare(value) == Some(Ordering::Equal))
    }

    /// True if a minimum is at or above what is planned on every day.
    pub fn is_reached_by(&self, low: Decimal) -> bool {
        self.0.iter().all(|planned| planned.is_at_most(low))
    }

    /// True if a maximum is below what is planned on every day.
    pub fn is_missed_by(&self, high: Decimal) -> bool {
        self.0.iter().all(|planned| planned.is_above(high))
    }

    /// True if a maximum is at or below what is planned on every day.
    pub fn is_kept_by(&self, high: Decimal) -> bool {
        self.0.iter().all(|planned| planned.is_at_least(high))
    }

    /// True if a minimum is above what is planned on every day.
    pub fn is_passed_by(&self, low: Decimal) -> bool {
        self.0.iter().all(|planned| planned.is_below(low))
    }

    /// True if what is planned on some day lies between two values.
    pub fn meets(&self, (low, high): (Decimal, Decimal)) -> bool {
        !self.is_missed_by(high) && !self.is_passed_by(low)
    }
}

/// Points by day, in order; between two of them a straight line, or nothing until the next.
#[derive(Debug, Clone)]
pub(super) struct Line {
    points: Vec<(Day, Decimal)>,
    steps: bool,
}

impl Line {
    /// None without a point.
    pub fn new(mut points: Vec<(Day, Decimal)>, steps: bool) -> Option<Self> {
        points.sort_by_key(|(day, _)| *day);
        points.dedup_by_key(|(day, _)| *day);
        (!points.is_empty()).then_some(Self { points, steps })
    }

    /// The same amount on every day.
    pub fn level(value: Decimal) -> Self {
        Self { points: vec![(Day::MIN, value)], steps: true }
    }

    /// Its corners in order, those of a stair too; what holds since ever begins on the day given.
    pub fn corners(&self, since: Day) -> Vec<(Day, Decimal)> {
        let mut corners: Vec<(Day, Decimal)> = Vec::new();
        for (day, value) in &self.points {
            let day = if *day == Day::MIN { since } else { *day };
            if let Some((_, before)) = corners.last().copied().filter(|_| self.steps) {
                corners.push((day, before));
            }
            corners.push((day, *value));
        }
        corners
    }

    /// What is planned by a day; none before the first point.
    pub fn at(&self, day: Day) -> Option<Planned> {
        let next = self.points.partition_point(|(point, _)| *point <= day);
        let (from, value) = *self.points.get(next.checked_sub(1)?)?;
        match self.points.get(next).filter(|_| !self.steps) {
            Some((to, then)) => Some(Planned {
                from: value,
                way: then.checked_sub(value)?,
                gone: i64::from(day) - i64::from(from),
                of: i64::from(*to) - i64::from(from),
            }),
            None => Some(Planned::exactly(value)),
        }
    }

    /// What is planned on the days of a stretch; none if it begins before the line does.
    pub fn over(&self, span: Span) -> Option<Range> {
        let last = span.to - 1;
        let turns = self.points.iter().map(|(day, _)| *day).filter(|day| span.from < *day && *day < last);
        let mut all = vec![self.at(span.from)?];
        all.extend(turns.filter_map(|day| self.at(day)));
        all.push(self.at(last)?);
        Some(Range(all))
    }
}

/// With how many decimals what is planned on the way is shown at least: one more than the threshold has, since a
/// day's share of it is seldom as round; none of things that are counted, and none behind four digits.
pub(super) fn planned_places(planned: Decimal, asked: u32, counted: bool) -> u32 {
    let is_whole = counted && asked == 0;
    let has_four_digits = planned.abs() >= Decimal::new(1000, asked.min(28));
    if is_whole || has_four_digits { asked } else { asked + 1 }
}

/// A planned value with the fewest digits, and no fewer than asked, that still stand on the same side of
/// the values that it is compared with: 64.2 and not 64 beside a reported 64.1.
pub(super) fn to_the_digits_that_decide(planned: Decimal, beside: &[Decimal], places: u32) -> Decimal {
    (places..=28)
        .map(|places| planned.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
        .find(|shown| beside.iter().all(|value| value.cmp(shown) == value.cmp(&planned)))
        .unwrap_or(planned)
        .normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect(text)
    }

    #[test]
    fn straight_between_points_and_level_after_the_last() {
        let line = Line::new(vec![(10, Decimal::TEN), (0, Decimal::ZERO), (20, Decimal::ONE_HUNDRED)], false)
            .expect("points");
        let at = |day: Day| line.at(day).and_then(Planned::value);
        assert_eq!([at(-1), at(0), at(5)], [None, Some(Decimal::ZERO), Some(Decimal::from(5))]);
        assert_eq!([at(15), at(30)], [Some(Decimal::from(55)), Some(Decimal::ONE_HUNDRED)]);
        let steps = Line { steps: true, ..line };
        assert_eq!(steps.at(19).and_then(Planned::value), Some(Decimal::TEN));
    }

    #[test]
    fn over_a_stretch_only_what_holds_for_every_day_is_proven() {
        let line = Line::new(vec![(0, Decimal::ZERO), (10, Decimal::TEN), (20, Decimal::ZERO)], false);
        let range = line.expect("points").over(Span::new(5, 16)).expect("a range");
        assert!(range.is_reached_by(Decimal::TEN) && !range.is_reached_by(Decimal::from(9)));
        assert!(range.is_missed_by(Decimal::from(4)) && !range.is_missed_by(Decimal::from(5)));
    }

    #[test]
    fn a_planned_value_has_one_digit_more_than_what_is_asked() {
        let places = |planned: &str, asked, counted| planned_places(number(planned), asked, counted);
        assert_eq!(
            [places("9.56", 0, false), places("-14.7", 0, false), places("3.96", 1, false)],
            [1, 1, 2]
        );
        assert_eq!(places("120.9", 0, true), 0, "no tenth of a person");
        assert_eq!([places("806575.3", 0, false), places("912.5", 1, false)], [0, 1], "four digits do");
    }

    #[test]
    fn a_planned_value_is_shown_to_the_digits_that_decide() {
        let shown = |planned: &str, beside: &str| {
            to_the_digits_that_decide(number(planned), &[number(beside)], 0).to_string()
        };
        assert_eq!(shown("64.2", "64.1"), "64.2");
        assert_eq!(shown("3322.404", "2127"), "3322");
        assert_eq!(shown("50.049", "50"), "50.05");
        assert_eq!(shown("64", "64"), "64");
    }
}
