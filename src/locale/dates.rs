//! Days and periods in words: 2020年1—5月, 截至2020年6月; January–May 2020, up to June 2020.

use super::Locale;
use crate::model::{Every, Measure, Named, PLAIN_LABEL, Period, Target, Years};
use jiff::civil::Date;
use std::borrow::Cow;

impl Locale {
    /// A day: 2020年12月31日.
    pub fn day(&self, day: Date) -> String {
        self.say(
            "date-day",
            &[("year", &day.year().to_string()), ("month", self.month(day)), ("day", &day.day().to_string())],
        )
    }

    /// A period in the shortest words that say it.
    pub fn period(&self, period: &Period) -> String {
        let end = period.end();
        let Some(start) = period.start() else {
            return self.say("date-until", &[("end", &self.end(end))]);
        };
        let whole_months = start.day() == 1 && end == end.last_of_month();
        let whole_years = whole_months && start.month() == 1 && end.month() == 12;
        let (y1, y2) = (start.year().to_string(), end.year().to_string());
        let (m1, m2) = (self.month(start), self.month(end));
        let same_year = start.year() == end.year();
        match (whole_years, whole_months) {
            _ if start == end => self.day(start),
            (true, _) if same_year => self.say("date-year", &[("year", &y1)]),
            (true, _) => self.say("date-years", &[("from", &y1), ("to", &y2)]),
            (_, true) if same_year && start.month() == end.month() => {
                self.say("date-month", &[("year", &y1), ("month", m1)])
            }
            (_, true) if same_year => self.say("date-months", &[("year", &y1), ("from", m1), ("to", m2)]),
            (_, true) => {
                let from = self.say("date-month", &[("year", &y1), ("month", m1)]);
                let to = self.say("date-month", &[("year", &y2), ("month", m2)]);
                self.say("date-range", &[("from", &from), ("to", &to)])
            }
            _ => {
                let from = if start.day() == 1 && start.month() == 1 && !same_year {
                    self.say("date-year", &[("year", &y1)])
                } else if start.day() == 1 {
                    self.say("date-month", &[("year", &y1), ("month", m1)])
                } else {
                    self.day(start)
                };
                self.say("date-range", &[("from", &from), ("to", &self.end(end))])
            }
        }
    }

    /// A period as a plan names it, such as FY2024 or the first quarter of 2023/24; where it does not, in the
    /// shortest words that say it.
    pub fn period_of(&self, years: Years<'_>, period: &Period) -> String {
        let label = years.label().map_or(Cow::Borrowed(PLAIN_LABEL), |label| self.text(label));
        match years.named(period) {
            None => self.period(period),
            Some(Named::Years(first, last)) if first == last => years.fill(&label, first),
            Some(Named::Years(first, last)) => {
                let (from, to) = (years.fill(&label, first), years.fill(&label, last));
                self.say("date-range", &[("from", &from), ("to", &to)])
            }
            Some(Named::Part(start, every, number)) => {
                let name = match every {
                    Every::Half => format!("date-half-{number}"),
                    _ => format!("date-quarter-{number}"),
                };
                self.say(&name, &[("year", &years.fill(&label, start))])
            }
        }
    }

    /// The time of a target: of a state its date, else its period as the plan names it.
    pub fn time_asked(&self, years: Years<'_>, measure: Measure, target: &Target) -> String {
        if target.is_state(measure) {
            return self.say("date-due", &[("day", &self.day(target.due))]);
        }
        self.period_of(years, &target.period)
    }

    /// The time of a dated figure: its day, or the stretch within which it lies; that its source does not name the
    /// day is said beside the figure.
    pub fn at(&self, period: &Period) -> String {
        match period.start() {
            Some(_) => self.period(period),
            None => self.say("date-by", &[("end", &self.end(period.end()))]),
        }
    }

    /// What stands for the month of a day in a date.
    fn month(&self, day: Date) -> &'static str {
        usize::try_from(day.month() - 1)
            .ok()
            .and_then(|at| self.made_of.rules.months.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// The last day of a period, as a year, month or day.
    fn end(&self, end: Date) -> String {
        let (year, month) = (end.year().to_string(), self.month(end));
        if end.month() == 12 && end.day() == 31 {
            self.say("date-year", &[("year", &year)])
        } else if end == end.last_of_month() {
            self.say("date-month", &[("year", &year), ("month", month)])
        } else {
            self.day(end)
        }
    }
}
