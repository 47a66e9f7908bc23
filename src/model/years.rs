//! The years in which a plan counts: calendar years, or twelve months from another day.

use super::{Every, Period, Text};
use jiff::{ToSpan, civil::Date};

/// The day on which a plan's years start, and how they are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years<'a> {
    starts: (i8, i8),
    label: Option<&'a Text>,
}

impl Years<'_> {
    /// Calendar years.
    pub const CALENDAR: Self = Self { starts: (1, 1), label: None };
}

impl<'a> Years<'a> {
    /// Years that start on a month and day that every year has.
    pub fn new(starts: (i8, i8), label: Option<&'a Text>) -> Self {
        Self { starts, label }
    }

    /// True if they are calendar years without a name of their own.
    pub fn is_calendar(&self) -> bool {
        self.starts == (1, 1)
    }

    /// The year that starts in a calendar year.
    pub fn year(&self, start: i16) -> Option<Period> {
        let first = Date::new(start, self.starts.0, self.starts.1).ok()?;
        Period::new(Some(first), part_end(first, Every::Year)?).ok()
    }

    /// A period in whole parts, counted from the day on which years start; none if it does not divide.
    pub fn divide(&self, period: Period, every: Every) -> Option<Vec<Period>> {
        let mut first = period.start()?;
        let months = i32::from(first.month()) - i32::from(self.starts.0);
        if first.day() != self.starts.1 || months.rem_euclid(every.months()) != 0 {
            return None;
        }
        let mut parts = Vec::new();
        loop {
            let last = part_end(first, every)?;
            if last > period.end() {
                return None;
            }
            parts.push(Period::new(Some(first), last).ok()?);
            if last == period.end() {
                return Some(parts);
            }
            first = last.tomorrow().ok()?;
        }
    }
}

/// The last day of the part that starts on a day.
fn part_end(first: Date, every: Every) -> Option<Date> {
    first.checked_add(every.months().months()).ok()?.yesterday().ok()
}
