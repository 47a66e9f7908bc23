//! Days and periods in words: 2020年1—5月, 截至2020年6月.

use super::Locale;
use crate::model::Period;
use jiff::civil::Date;

impl Locale {
    /// A day: 2020年12月31日.
    pub fn day(&self, day: Date) -> String {
        self.say(
            "date-day",
            &[
                ("year", &day.year().to_string()),
                ("month", &day.month().to_string()),
                ("day", &day.day().to_string()),
            ],
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
        let (m1, m2) = (start.month().to_string(), end.month().to_string());
        let same_year = start.year() == end.year();
        match (whole_years, whole_months) {
            _ if start == end => self.day(start),
            (true, _) if same_year => self.say("date-year", &[("year", &y1)]),
            (true, _) => self.say("date-years", &[("from", &y1), ("to", &y2)]),
            (_, true) if same_year && start.month() == end.month() => {
                self.say("date-month", &[("year", &y1), ("month", &m1)])
            }
            (_, true) if same_year => self.say("date-months", &[("year", &y1), ("from", &m1), ("to", &m2)]),
            (_, true) => {
                let from = self.say("date-month", &[("year", &y1), ("month", &m1)]);
                let to = self.say("date-month", &[("year", &y2), ("month", &m2)]);
                self.say("date-range", &[("from", &from), ("to", &to)])
            }
            _ => {
                let from = if start.day() == 1 && start.month() == 1 && !same_year {
                    self.say("date-year", &[("year", &y1)])
                } else if start.day() == 1 {
                    self.say("date-month", &[("year", &y1), ("month", &m1)])
                } else {
                    self.day(start)
                };
                self.say("date-range", &[("from", &from), ("to", &self.end(end))])
            }
        }
    }

    /// The time of a dated figure: its day, or "some day in" the stretch within which it lies.
    pub fn at(&self, period: &Period) -> String {
        match period.start() {
            Some(start) if start == period.end() => self.day(start),
            Some(_) => self.say("date-some-day", &[("period", &self.period(period))]),
            None => self.say("date-by", &[("end", &self.end(period.end()))]),
        }
    }

    /// The last day of a period, as a year, month or day.
    fn end(&self, end: Date) -> String {
        let (year, month) = (end.year().to_string(), end.month().to_string());
        if end.month() == 12 && end.day() == 31 {
            self.say("date-year", &[("year", &year)])
        } else if end == end.last_of_month() {
            self.say("date-month", &[("year", &year), ("month", &month)])
        } else {
            self.day(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn periods_are_said_in_the_shortest_words() {
        let locale = Locale::new(&Lang::new("zh-Hans")).expect("the catalogue");
        for (text, words) in [
            ("2019", "2019年"),
            ("2018..2020", "2018—2020年"),
            ("2020-01..2020-05", "2020年1—5月"),
            ("2019-05", "2019年5月"),
            ("2019-05-31", "2019年5月31日"),
            ("..2020-06", "截至2020年6月"),
            ("..2019", "截至2019年"),
            ("2016-09..2019-07", "2016年9月—2019年7月"),
            ("2017-01..2020-12-16", "2017年—2020年12月16日"),
            ("2017-07-03..2020-12-16", "2017年7月3日—2020年12月16日"),
        ] {
            assert_eq!(locale.period(&Period::parse(text).expect(text)), words, "{text}");
        }
        assert_eq!(locale.at(&Period::parse("2019-12-31").expect("day")), "2019年12月31日");
        assert_eq!(locale.at(&Period::parse("2020-06").expect("month")), "2020年6月某日");
    }
}
