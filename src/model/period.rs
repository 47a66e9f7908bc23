//! Stretches of days: `2019`, `2019-Q1`, `2019年一季度`, `2019-05`, `2018..2020`, `..2020-06`.

use jiff::civil::Date;
use std::fmt;

/// A closed stretch of days; the start may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    start: Option<Date>,
    end: Date,
}

/// Why a text is not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodFault {
    /// Not of a known form.
    Form,
    /// A month or day that the calendar does not have.
    NoSuchDay,
    /// The end lies before the start.
    Backwards,
    /// A year that no plan speaks of: two digits too many or too few are easily written.
    Year,
}

/// The years in which a day may lie.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A period in the shortest form in which it can be written.
#[derive(Debug, Clone, Copy)]
pub struct PeriodText<'a>(&'a Period);

impl Period {
    /// A stretch from one day to another, both included.
    ///
    /// # Errors
    /// [`PeriodFault::Backwards`] if the end lies before the start.
    pub fn new(start: Option<Date>, end: Date) -> Result<Self, PeriodFault> {
        match start {
            Some(start) if start > end => Err(PeriodFault::Backwards),
            _ => Ok(Self { start, end }),
        }
    }

    /// A single day.
    pub fn day(day: Date) -> Self {
        Self { start: Some(day), end: day }
    }

    /// A calendar year.
    ///
    /// # Errors
    /// [`PeriodFault::NoSuchDay`] for a year that the calendar does not have.
    pub fn year(year: i16) -> Result<Self, PeriodFault> {
        Ok(Self { start: Some(date(year, 1, 1)?), end: date(year, 12, 31)? })
    }

    /// Reads a period as it stands in a file.
    ///
    /// # Errors
    /// Says whether the form, the calendar or the order is wrong.
    pub fn parse(text: &str) -> Result<Self, PeriodFault> {
        let text = text.trim();
        match text.split_once("..") {
            None => piece(text),
            Some(("", end)) => Ok(Self { start: None, end: piece(end)?.end }),
            Some((start, end)) => Self::new(piece(start)?.start, piece(end)?.end),
        }
    }

    /// The first day, if it is known.
    pub fn start(&self) -> Option<Date> {
        self.start
    }

    /// The last day.
    pub fn end(&self) -> Date {
        self.end
    }

    /// True if every day of `other` is a day of this period. A period of unknown start is
    /// contained in none; what an unknown start contains is for the evaluation to say.
    pub fn contains(&self, other: &Self) -> bool {
        match (self.start, other.start) {
            (_, None) => false,
            (None, Some(_)) => other.end <= self.end,
            (Some(mine), Some(theirs)) => mine <= theirs && other.end <= self.end,
        }
    }

    /// True if the two share at least one day.
    pub fn meets(&self, other: &Self) -> bool {
        self.start.is_none_or(|start| start <= other.end) && other.start.is_none_or(|start| start <= self.end)
    }

    /// Number of days, if the start is known.
    pub fn days(&self) -> Option<i64> {
        let span = self.start?.until(self.end).ok()?;
        Some(i64::from(span.get_days()) + 1)
    }

    /// The years it touches, if the start is known.
    pub fn years(&self) -> Option<std::ops::RangeInclusive<i16>> {
        Some(self.start?.year()..=self.end.year())
    }

    /// The shortest form: `2019` rather than `2019-01-01..2019-12-31`.
    pub fn text(&self) -> PeriodText<'_> {
        PeriodText(self)
    }
}

/// Reads a day written in full: `2020-12-31`.
///
/// # Errors
/// Says whether the form or the calendar is wrong.
pub fn parse_date(text: &str) -> Result<Date, PeriodFault> {
    let period = piece(text.trim())?;
    if text.trim().len() == 10 { Ok(period.end) } else { Err(PeriodFault::Form) }
}

fn date(year: i16, month: i8, day: i8) -> Result<Date, PeriodFault> {
    if !YEARS.contains(&year) {
        return Err(PeriodFault::Year);
    }
    Date::new(year, month, day).map_err(|_| PeriodFault::NoSuchDay)
}

/// The first and last month of a part of a year, by its name.
pub(super) fn part_of_year(name: &str) -> Option<(i8, i8)> {
    Some(match name.strip_prefix('第').unwrap_or(name) {
        "Q1" | "一季度" => (1, 3),
        "Q2" | "二季度" => (4, 6),
        "Q3" | "三季度" => (7, 9),
        "Q4" | "四季度" => (10, 12),
        "H1" | "上半年" => (1, 6),
        "H2" | "下半年" => (7, 12),
        "前三季度" => (1, 9),
        "全年" => (1, 12),
        _ => return None,
    })
}

/// One side of `..`: a year, half, quarter, month or day.
pub(super) fn piece(text: &str) -> Result<Period, PeriodFault> {
    let number = |part: &str, len: usize| -> Result<i16, PeriodFault> {
        if part.len() == len && part.bytes().all(|b| b.is_ascii_digit()) {
            part.parse().map_err(|_| PeriodFault::Form)
        } else {
            Err(PeriodFault::Form)
        }
    };
    let small =
        |part: &str| number(part, 2).and_then(|n| i8::try_from(n).map_err(|_| PeriodFault::NoSuchDay));
    let chinese = text.split_once('年').filter(|(_, part)| part_of_year(part).is_some());
    let parted = chinese.or_else(|| text.split_once('-'));
    let (year, rest) = parted.map_or((text, None), |(y, r)| (y, Some(r)));
    let year = number(year, 4)?;
    let Some(rest) = rest else { return Period::year(year) };
    let months = |first: i8, last: i8| -> Result<Period, PeriodFault> {
        let end = date(year, last, 1)?.last_of_month();
        Ok(Period { start: Some(date(year, first, 1)?), end })
    };
    if let Some((first, last)) = part_of_year(rest) {
        return months(first, last);
    }
    match rest.split_once('-') {
        None => {
            let month = small(rest)?;
            months(month, month)
        }
        Some((month, day)) => Ok(Period::day(date(year, small(month)?, small(day)?)?)),
    }
}

fn write_end(f: &mut fmt::Formatter<'_>, day: Date) -> fmt::Result {
    if day.month() == 12 && day.day() == 31 {
        write!(f, "{:04}", day.year())
    } else if day == day.last_of_month() {
        write!(f, "{:04}-{:02}", day.year(), day.month())
    } else {
        write!(f, "{day}")
    }
}

impl fmt::Display for PeriodText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = (self.0.start, self.0.end);
        let Some(start) = start else {
            f.write_str("..")?;
            return write_end(f, end);
        };
        if start == end {
            return write!(f, "{start}");
        }
        let whole_year =
            start.year() == end.year() && start.day_of_year() == 1 && end.month() == 12 && end.day() == 31;
        if whole_year {
            return write!(f, "{:04}", start.year());
        }
        let one_month = start.day() == 1 && end == start.last_of_month();
        if one_month {
            return write!(f, "{:04}-{:02}", start.year(), start.month());
        }
        // `2018..2020-06` says the same as `2018-01..2020-06` and both sides read alike.
        let both_years = start.day_of_year() == 1 && end.month() == 12 && end.day() == 31;
        let both_months = start.day() == 1 && end == end.last_of_month();
        if both_years {
            write!(f, "{:04}..{:04}", start.year(), end.year())
        } else if both_months {
            write!(f, "{:04}-{:02}..{:04}-{:02}", start.year(), start.month(), end.year(), end.month())
        } else {
            write!(f, "{start}..{end}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        Period::parse(text).expect(text).text().to_string()
    }

    #[test]
    fn every_form_is_read_and_written_short() {
        for (text, short) in [
            ("2019", "2019"),
            ("2019-Q1", "2019-01..2019-03"),
            ("2019-H2", "2019-07..2019-12"),
            ("2019-02", "2019-02"),
            ("2019年一季度", "2019-01..2019-03"),
            ("2019年第四季度", "2019-10..2019-12"),
            ("2019年上半年", "2019-01..2019-06"),
            ("2019年前三季度", "2019-01..2019-09"),
            ("2019年全年", "2019"),
            ("2019-05-31", "2019-05-31"),
            ("2018..2020", "2018..2020"),
            ("2017-07..2020-12-16", "2017-07-01..2020-12-16"),
            ("..2020-06", "..2020-06"),
            ("..2019", "..2019"),
            ("..2020-06-17", "..2020-06-17"),
            ("2020-01..2020-05", "2020-01..2020-05"),
        ] {
            assert_eq!(shown(text), short, "{text}");
        }
    }

    #[test]
    fn impossible_periods_are_refused_by_name() {
        for (text, fault) in [
            ("2019-13", PeriodFault::NoSuchDay),
            ("2019-02-30", PeriodFault::NoSuchDay),
            ("2020..2018", PeriodFault::Backwards),
            ("19", PeriodFault::Form),
            ("2019/05", PeriodFault::Form),
            ("2019-5", PeriodFault::Form),
            ("..", PeriodFault::Form),
            ("2019..", PeriodFault::Form),
            ("昨天", PeriodFault::Form),
            ("2019年", PeriodFault::Form),
            ("2019年五季度", PeriodFault::Form),
            ("1899", PeriodFault::Year),
            ("2201-01", PeriodFault::Year),
            ("0201-06-30", PeriodFault::Year),
        ] {
            assert_eq!(Period::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn an_unknown_start_is_contained_in_nothing() {
        let year = Period::parse("2019").expect("a year");
        let open = Period::parse("..2019-06").expect("open");
        assert!(!year.contains(&open));
        assert!(!open.contains(&year));
        assert!(Period::parse("..2020").expect("open").contains(&year));
        assert!(open.meets(&year));
    }

    proptest! {
        #[test]
        fn the_short_form_reads_back(start in 0_i32..4000, len in 0_i32..1500) {
            let first = Date::new(2015, 1, 1).expect("a day").checked_add(start.days()).expect("in range");
            let last = first.checked_add(len.days()).expect("in range");
            let period = Period::new(Some(first), last).expect("forwards");
            prop_assert_eq!(Period::parse(&period.text().to_string()), Ok(period));
            prop_assert_eq!(period.days(), Some(i64::from(len) + 1));
        }

        #[test]
        fn never_panics(text in "\\PC{0,30}") {
            let _ = Period::parse(&text);
        }
    }
}
