//! The years in which a plan counts: calendar years, or twelve months from another day; and their names.

use super::{Period, PeriodFault, Text, period};
use jiff::{ToSpan, civil::Date};

/// The day on which a plan's years start, and how they are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years<'a> {
    starts: (i8, i8),
    label: Option<&'a Text>,
}

/// How a year is named where nobody says it and it is no calendar year: 2023/24.
pub const PLAIN_LABEL: &str = "{start}/{end2}";

/// What stands for a number in the name of a year, and how many digits it has.
const FIELDS: [(&str, usize); 4] = [("{start}", 4), ("{end}", 4), ("{start2}", 2), ("{end2}", 2)];

/// Why a text cannot be the name of a plan's years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelFault {
    /// It has neither `{start}` nor `{end}`.
    NoYear,
    /// It has something else in braces.
    UnknownField(String),
    /// It has nothing but a number, as a calendar year has.
    LikeCalendar,
}

/// The parts into which a plan's years are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Every {
    /// Twelve months from the day on which the plan's years start.
    Year,
    /// Six of them.
    Half,
    /// Three of them.
    Quarter,
    /// One.
    Month,
}

impl Every {
    /// How many months such a part has.
    pub fn months(self) -> i32 {
        match self {
            Self::Year => 12,
            Self::Half => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }
}

/// A stretch of a plan's years as it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Whole years: the calendar years in which the first and the last of them start.
    Years(i16, i16),
    /// A part of one: the calendar year in which it starts, a half or a quarter, and its number from 1.
    Part(i16, Every, i8),
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

    /// True if they start on 1 January.
    pub fn is_calendar(&self) -> bool {
        self.starts == (1, 1)
    }

    /// The month and day on which they start.
    pub fn starts(&self) -> (i8, i8) {
        self.starts
    }

    /// How the content names a year, if it does.
    pub fn label(&self) -> Option<&'a Text> {
        self.label
    }

    /// The year that starts in a calendar year.
    pub fn year(&self, start: i16) -> Option<Period> {
        let first = Date::new(start, self.starts.0, self.starts.1).ok()?;
        Period::new(Some(first), part_end(first, Every::Year)?).ok()
    }

    /// A period in whole parts, counted from the day on which years start; none if it does not divide.
    pub fn divide(&self, period: Period, every: Every) -> Option<Vec<Period>> {
        let mut first = period.start().filter(|first| self.begins(*first, every))?;
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

    /// How a period is named: whole years, or a half or quarter of one. Nothing for any other, and for calendar
    /// years that have no name of their own.
    pub fn named(&self, period: &Period) -> Option<Named> {
        if self.is_calendar() && self.label.is_none() {
            return None;
        }
        let first = period.start()?;
        if let Some(years) = self.divide(*period, Every::Year) {
            let last = years.last().and_then(Period::start)?;
            return Some(Named::Years(first.year(), last.year()));
        }
        let every = [Every::Half, Every::Quarter]
            .into_iter()
            .find(|every| self.begins(first, *every) && part_end(first, *every) == Some(period.end()))?;
        let months = self.months_into(first);
        let start = if first.month() < self.starts.0 { first.year() - 1 } else { first.year() };
        Some(Named::Part(start, every, i8::try_from(months / every.months() + 1).ok()?))
    }

    /// The name of a year that starts in a calendar year, by a label in one language.
    pub fn fill(&self, label: &str, start: i16) -> String {
        let end = if self.is_calendar() { start } else { start + 1 };
        let two = |year: i16| format!("{:02}", year.rem_euclid(100));
        label
            .replace("{start}", &start.to_string())
            .replace("{end}", &end.to_string())
            .replace("{start2}", &two(start))
            .replace("{end2}", &two(end))
    }

    /// Reads a period as it stands in a file of the plan: by the name of its years, or as any other.
    ///
    /// # Errors
    /// Says whether the form, the calendar or the order is wrong.
    pub fn read(&self, text: &str) -> Result<Period, PeriodFault> {
        let piece = |text: &str| self.by_name(text).map_or_else(|| period::piece(text), Ok);
        match text.trim().split_once("..") {
            None => piece(text.trim()),
            Some(("", end)) => Period::new(None, piece(end)?.end()),
            Some((start, end)) => Period::new(piece(start)?.start(), piece(end)?.end()),
        }
    }

    /// `FY2024`, `2023/24`, `FY2024-Q1`, `2023年度一季度`.
    fn by_name(&self, text: &str) -> Option<Period> {
        let own = self.label.into_iter().flat_map(Text::iter).map(|(_, label)| label);
        let plain = (!self.is_calendar()).then_some(PLAIN_LABEL);
        own.chain(plain).find_map(|label| {
            let (start, part) = self.match_label(label, text)?;
            let year = self.year(start)?;
            let part = part.trim_start_matches([' ', '-']);
            if part.is_empty() {
                return Some(year);
            }
            let (from, to) = period::part_of_year(part)?;
            let first = year.start()?.checked_add((i32::from(from) - 1).months()).ok()?;
            let last = year.start()?.checked_add(i32::from(to).months()).ok()?.yesterday().ok()?;
            Period::new(Some(first), last).ok()
        })
    }

    /// The calendar year in which the year starts that stands at the beginning of a text, and what follows it.
    fn match_label<'t>(&self, label: &str, text: &'t str) -> Option<(i16, &'t str)> {
        let later = i16::from(!self.is_calendar());
        let (mut label, mut text) = (label, text);
        let (mut start, mut short) = (None, Vec::new());
        while let Some(c) = label.chars().next() {
            let Some((name, digits)) = FIELDS.iter().find(|(name, _)| label.starts_with(name)) else {
                text = text.strip_prefix(c)?;
                label = &label[c.len_utf8()..];
                continue;
            };
            let number = text.get(..*digits).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?;
            let number: i16 = number.parse().ok()?;
            let back = if name.starts_with("{end") { later } else { 0 };
            match digits {
                4 if start.is_some_and(|start| start != number - back) => return None,
                4 => start = Some(number - back),
                _ => short.push((number, back)),
            }
            (label, text) = (&label[name.len()..], &text[*digits..]);
        }
        let start = start?;
        let agrees = short.iter().all(|(number, later)| (start + later).rem_euclid(100) == *number);
        (agrees && period::YEARS.contains(&start)).then_some((start, text))
    }

    /// True if such a part can start on a day.
    fn begins(&self, day: Date, every: Every) -> bool {
        day.day() == self.starts.1 && self.months_into(day) % every.months() == 0
    }

    /// How many months of its year have gone by on a day.
    fn months_into(&self, day: Date) -> i32 {
        (i32::from(day.month()) - i32::from(self.starts.0)).rem_euclid(12)
    }
}

/// Looks whether a text can name the years of a plan.
///
/// # Errors
/// Says what it lacks, or has too much of.
pub fn check_label(label: &str) -> Result<(), LabelFault> {
    let bare = FIELDS.iter().fold(label.to_owned(), |bare, (name, _)| bare.replace(name, ""));
    if let Some(start) = bare.find('{') {
        let end = bare[start..].find('}').map_or(bare.len(), |end| start + end + 1);
        return Err(LabelFault::UnknownField(bare[start..end].to_owned()));
    }
    if !label.contains("{start}") && !label.contains("{end}") {
        return Err(LabelFault::NoYear);
    }
    if bare.trim().is_empty() {
        return Err(LabelFault::LikeCalendar);
    }
    Ok(())
}

/// The last day of the part that starts on a day.
fn part_end(first: Date, every: Every) -> Option<Date> {
    first.checked_add(every.months().months()).ok()?.yesterday().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    fn label(text: &str) -> Text {
        Text::plain(Lang::new("en"), text)
    }

    fn period(text: &str) -> Period {
        Period::parse(text).expect(text)
    }

    fn parts(years: Years<'_>, text: &str, every: Every) -> Option<Vec<String>> {
        let parts = years.divide(period(text), every)?;
        Some(parts.iter().map(|part| part.text().to_string()).collect())
    }

    #[test]
    fn a_period_divides_into_whole_years_from_the_day_on_which_they_start() {
        let july = Years::new((7, 1), None);
        let years = parts(july, "2023-07..2025-06", Every::Year).expect("two years");
        assert_eq!(years, ["2023-07..2024-06", "2024-07..2025-06"]);
        assert_eq!(parts(july, "2023-07..2024-06", Every::Half).expect("halves").len(), 2);
        assert_eq!(parts(july, "2023-07..2024-06", Every::Quarter).expect("quarters").len(), 4);
        assert_eq!(parts(july, "2023-07..2024-06", Every::Month).expect("months").len(), 12);
        assert_eq!(parts(july, "2023..2024", Every::Year), None);
        assert_eq!(parts(Years::CALENDAR, "2023-07..2025-06", Every::Year), None);
        assert_eq!(parts(Years::CALENDAR, "2023-07..2024-06", Every::Half).expect("halves").len(), 2);
        let april = parts(Years::new((4, 6), None), "2023-04-06..2025-04-05", Every::Year);
        assert_eq!(april.expect("tax years"), ["2023-04-06..2024-04-05", "2024-04-06..2025-04-05"]);
    }

    #[test]
    fn a_year_is_read_by_its_name() {
        let (ending, chinese) = (label("FY{end}"), label("{start}年度"));
        let july = |label| Years::new((7, 1), Some(label));
        for (years, text, same) in [
            (july(&ending), "FY2024", "2023-07..2024-06"),
            (july(&ending), "2023/24", "2023-07..2024-06"),
            (july(&ending), "FY2024-Q1", "2023-07..2023-09"),
            (july(&ending), "FY2024 H2", "2024-01..2024-06"),
            (july(&ending), "FY2024..FY2026", "2023-07..2026-06"),
            (july(&ending), "..FY2024", "..2024-06"),
            (july(&ending), "2024", "2024"),
            (july(&chinese), "2023年度", "2023-07..2024-06"),
            (july(&chinese), "2023年度前三季度", "2023-07..2024-03"),
            (july(&chinese), "2023年一季度", "2023-01..2023-03"),
            (Years::new((1, 1), Some(&ending)), "FY2024", "2024"),
        ] {
            assert_eq!(years.read(text), Ok(period(same)), "{text}");
        }
        for text in ["FY2024", "2023/24"] {
            assert_eq!(Years::CALENDAR.read(text), Err(PeriodFault::Form), "{text}");
        }
        for text in ["2023/25", "FY24", "FY2024-Q5", "2023/4"] {
            assert_eq!(july(&ending).read(text), Err(PeriodFault::Form), "{text}");
        }
    }

    #[test]
    fn whole_years_and_parts_of_one_have_names_and_nothing_else_has() {
        let july = Years::new((7, 1), None);
        for (text, name) in [
            ("2023-07..2024-06", Some(Named::Years(2023, 2023))),
            ("2023-07..2026-06", Some(Named::Years(2023, 2025))),
            ("2024-01..2024-06", Some(Named::Part(2023, Every::Half, 2))),
            ("2023-07..2023-09", Some(Named::Part(2023, Every::Quarter, 1))),
            ("2024-04..2024-06", Some(Named::Part(2023, Every::Quarter, 4))),
            ("2023-07", None),
            ("2023", None),
            ("..2024-06", None),
        ] {
            assert_eq!(july.named(&period(text)), name, "{text}");
        }
        assert_eq!(Years::CALENDAR.named(&period("2023")), None);
        assert_eq!(july.fill("FY{end}", 2023), "FY2024");
        assert_eq!(july.fill(PLAIN_LABEL, 1999), "1999/00");
    }

    #[test]
    fn a_label_names_a_year_and_nothing_else() {
        for fine in ["FY{end}", PLAIN_LABEL, "{start}年度", "FY{start2}/{end}"] {
            assert_eq!(check_label(fine), Ok(()), "{fine}");
        }
        assert_eq!(check_label("FY"), Err(LabelFault::NoYear));
        assert_eq!(check_label("FY{end2}"), Err(LabelFault::NoYear));
        assert_eq!(check_label("{end}"), Err(LabelFault::LikeCalendar));
        assert_eq!(check_label("FY{year}{end}"), Err(LabelFault::UnknownField("{year}".into())));
    }
}
