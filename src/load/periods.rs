//! Periods as files of a plan write them: by the calendar, or by the names of the plan's years.
//!
//! `2009-10` is October 2009 by rule and the year 2009–2010 by the habit of many offices. Where there is
//! reason to think of the latter, neither is chosen: the writer says which it is.

use super::cursor::{Cursor, Faults};
use crate::diagnostic::Code;
use crate::model::{PLAIN_LABEL, Period, PeriodFault, Plan, Text, Years};

/// How the periods of an indicator, or of a column of a table, are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    years: Years<'a>,
    doubt: Doubt,
    /// A year of the plan by its name, as an example.
    first_year: Option<i16>,
}

/// Which texts of the form `2009-10` may be two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// None: they are months.
    None,
    /// Those of which the second number is so much more than the first.
    By(i16),
    /// Those of which the second number is more than the first.
    Later,
}

/// What texts that stand under each other say of months and years; looked through once for all of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column(Option<Doubt>);

impl Column {
    /// Looks through the texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut pairs: Vec<(i16, i16)> = texts.flat_map(|text| text.split("..")).filter_map(pair).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let gap = |(year, second): (i16, i16)| second - year.rem_euclid(100);
        let no_month = pairs.iter().any(|pair| pair.1 > 12 && gap(*pair) > 0);
        Self(match pairs.as_slice() {
            _ if no_month => Some(Doubt::Later),
            [first, rest @ ..]
                if !rest.is_empty() && gap(*first) > 0 && rest.iter().all(|one| gap(*one) == gap(*first)) =>
            {
                Some(Doubt::By(gap(*first)))
            }
            _ => None,
        })
    }
}

impl<'a> Reading<'a> {
    /// By the calendar.
    pub(super) const CALENDAR: Self = Self { years: Years::CALENDAR, doubt: Doubt::None, first_year: None };

    /// As a plan counts its years.
    pub(super) fn of(plan: Option<&'a Plan>) -> Self {
        let Some(plan) = plan else { return Self::CALENDAR };
        let years = plan.years();
        let first_year = plan.period.start().map(|start| {
            let (month, day) = years.starts();
            if (start.month(), start.day()) < (month, day) { start.year() - 1 } else { start.year() }
        });
        Self { first_year, ..Self::by(years) }
    }

    /// In such years, before a plan is known.
    pub(super) fn by(years: Years<'a>) -> Self {
        let doubt = if years.is_calendar() { Doubt::None } else { Doubt::By(1) };
        Self { years, doubt, first_year: None }
    }

    /// The years that are meant by names.
    pub(super) fn years(&self) -> Years<'a> {
        self.years
    }

    /// As one of several texts that stand under each other, which may tell months from years.
    #[must_use]
    pub(super) fn beside<'t>(self, texts: impl Iterator<Item = &'t str>) -> Self {
        self.in_column(Column::of(texts))
    }

    /// As one of several texts that were looked through before.
    #[must_use]
    pub(super) fn in_column(self, column: Column) -> Self {
        Self { doubt: column.0.unwrap_or(self.doubt), ..self }
    }

    /// Reads a period.
    pub(super) fn period(&self, text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<Period> {
        if let Some((year, second)) = text.split("..").filter_map(pair).find(|pair| self.doubts(*pair)) {
            let message = format!("\"{year}-{second:02}\" may be a month or a year");
            let hint = format!(
                "write {year}-{second:02}-01..{year}-{second:02}-{} for the month, or {}",
                last_day(year, second),
                self.other_reading(year, second - year.rem_euclid(100))
            );
            faults.add(Code::AmbiguousPeriod, at, message, hint);
            return None;
        }
        let (what, hint) = match self.years.read(text) {
            Ok(period) => return Some(period),
            Err(PeriodFault::Form) => (
                "is not a period",
                "write 2019, 2019-Q1, 2019年一季度, 2019-05, 2019-05-31, 2018..2020 or ..2020-06",
            ),
            Err(PeriodFault::NoSuchDay) => {
                ("names a day that the calendar does not have", "check month and day")
            }
            Err(PeriodFault::Backwards) => ("ends before it begins", "write the earlier side first"),
            Err(PeriodFault::Year) => ("lies outside the years 1900 to 2200", "check the year"),
        };
        let hint = format!("{hint}; {}", self.financial());
        faults.add(Code::BadPeriod, at, format!("\"{text}\" {what}"), hint);
        None
    }

    /// How a year that is no calendar year is written.
    fn financial(&self) -> String {
        if self.years.is_calendar() && self.years.label().is_none() {
            return "a financial year is written 2023-07..2024-06, or by its name (2023/24, FY2024) where the plan \
                    has \"year_starts\" and \"year_label\""
                .to_owned();
        }
        let year = self.first_year.unwrap_or(2023);
        format!("a year of this plan is written {}", self.example(year))
    }

    /// How the year that starts in a calendar year is written.
    fn example(&self, start: i16) -> String {
        let label = self.years.label().map(Text::own);
        if self.years.is_calendar() && label.is_none() {
            return format!("{start}-07..{}-06", start + 1);
        }
        self.years.fill(label.unwrap_or(PLAIN_LABEL), start)
    }

    /// How else two numbers may be meant of which the second is so much more than the first.
    fn other_reading(&self, year: i16, gap: i16) -> String {
        let named = !self.years.is_calendar() || self.years.label().is_some();
        match gap {
            1 if named => format!("{} for the year", self.example(year)),
            // Nobody knows with which month it begins.
            1 => format!(
                "the year's first and last month, such as {} if it begins in July; {year}..{} for both years",
                self.example(year),
                year + 1
            ),
            _ => format!("{year}..{} for the years", year + gap),
        }
    }

    fn doubts(&self, (year, second): (i16, i16)) -> bool {
        let gap = second - year.rem_euclid(100);
        // A number beyond 12 is no month: that has its own fault.
        (1..=12).contains(&second)
            && match self.doubt {
                Doubt::None => false,
                Doubt::By(years) => gap == years,
                Doubt::Later => gap > 0,
            }
    }
}

/// A text of the form `2009-10`.
fn pair(text: &str) -> Option<(i16, i16)> {
    let (year, second) = text.trim().split_once('-')?;
    let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    (digits(year, 4) && digits(second, 2)).then(|| Some((year.parse().ok()?, second.parse().ok()?)))?
}

fn last_day(year: i16, month: i16) -> i8 {
    let month = i8::try_from(month).ok();
    month
        .and_then(|month| jiff::civil::Date::new(year, month, 1).ok())
        .map_or(28, jiff::civil::Date::days_in_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubt(texts: &[&str]) -> Doubt {
        Reading::CALENDAR.beside(texts.iter().copied()).doubt
    }

    #[test]
    fn what_stands_beside_it_tells_a_month_from_a_year() {
        assert_eq!(doubt(&["2009-10", "2009-11", "2010-01"]), Doubt::None);
        assert_eq!(doubt(&["2009-10"]), Doubt::None);
        assert_eq!(doubt(&["2009-10", "2009-10"]), Doubt::None);
        assert_eq!(doubt(&["2009-10", "2010-11"]), Doubt::By(1));
        assert_eq!(doubt(&["2009-11", "2010-12"]), Doubt::By(2));
        assert_eq!(doubt(&["2009-10", "2009-11", "2011-13"]), Doubt::Later);
        assert_eq!(doubt(&["2019-10", "2019-13"]), Doubt::None);
        assert_eq!(doubt(&["2019-05", "2020-06"]), Doubt::None);
        assert_eq!(doubt(&["2019", "2020-01-31", "2018..2020"]), Doubt::None);
    }

    #[test]
    fn the_other_reading_guesses_no_month_and_counts_the_years() {
        assert_eq!(Reading::CALENDAR.other_reading(2003, 2), "2003..2005 for the years");
        let one = Reading::CALENDAR.other_reading(2009, 1);
        assert!(one.contains("if it begins in July") && one.ends_with("2009..2010 for both years"), "{one}");
    }
}
