//! The days that a target speaks of: one period, or the parts of a plan's years; and the day by which it asks.

use super::context::Context;
use crate::diagnostic::Code;
use crate::load::cursor::{Cursor, Faults};
use crate::load::raw::RawTarget;
use crate::load::values;
use crate::model::{Every, Measure, Period};
use jiff::civil::Date;

/// One stretch of days that is asked about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time {
    pub period: Period,
    pub due: Date,
    /// Written `by: 2025`: the state that is reported for it.
    pub reported_for: bool,
    /// Written `by:` with a day.
    pub by_day: bool,
}

impl Context<'_> {
    /// The periods with their due dates.
    pub(super) fn times(&self, raw: &RawTarget, spot: &Cursor<'_>, faults: &mut Faults) -> Option<Vec<Time>> {
        let given: Vec<&str> = [
            ("each", raw.each.is_some()),
            ("over", raw.over.is_some()),
            ("period", raw.period.is_some()),
            ("by", raw.by.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, there)| there.then_some(key))
        .collect();
        let &[key] = given.as_slice() else {
            let message = if given.is_empty() {
                "this target has no time".to_owned()
            } else {
                format!("this target has {} times: {}", given.len(), given.join(", "))
            };
            faults.add(Code::TimeForms, spot, message, "write exactly one of each, over, period or by");
            return None;
        };
        let at = spot.key(key);
        let mut reported_for = false;
        let periods = match (key, raw.each) {
            (_, Some(every)) => self.each(every.into(), &at, faults)?,
            ("by", _) => {
                let (period, is_reported_for) = self.by(raw.by.as_deref()?, &at, faults)?;
                reported_for = is_reported_for;
                vec![period]
            }
            _ => {
                let text = raw.over.as_deref().or(raw.period.as_deref())?;
                let whole = text == "plan";
                vec![if whole {
                    self.plan_period(&at, faults)?
                } else {
                    self.reading.period(text, &at, faults)?
                }]
            }
        };
        let plan = self.plan.map(|plan| plan.period);
        for period in &periods {
            if let Some(plan) = plan.filter(|plan| !plan.contains(period)) {
                let message = format!("{} is not within the plan's period {}", period.text(), plan.text());
                faults.add(Code::OutsidePlan, &at, message, "a target belongs to the plan that promises it");
                return None;
            }
            if period.start().is_none() {
                faults.add(Code::BadPeriod, &at, "a target's period has a first day", "write it: 2018..2020");
                return None;
            }
        }
        let due = due(raw, &periods, spot, faults)?;
        let by_day = key == "by" && !reported_for;
        let time = |(period, due)| Time { period, due, reported_for, by_day };
        Some(periods.into_iter().zip(due).map(time).collect())
    }

    /// The period of the plan, which a target needs that does not write its own.
    fn plan_period(&self, at: &Cursor<'_>, faults: &mut Faults) -> Option<Period> {
        if self.plan.is_none() && !self.plan_is_named {
            let hint = "add \"plan:\" to the indicator, or write a period";
            faults.add(Code::MissingKey, at, "this needs the plan's period", hint);
        }
        self.plan.map(|plan| plan.period)
    }

    /// `each: year`: the parts of the plan's period, counted from the day on which its years start.
    fn each(&self, every: Every, at: &Cursor<'_>, faults: &mut Faults) -> Option<Vec<Period>> {
        let period = self.plan_period(at, faults)?;
        self.divided(period, every, at, faults)
    }

    /// A period in whole parts of the plan's years.
    pub(super) fn divided(
        &self,
        period: Period,
        every: Every,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Vec<Period>> {
        let parts = self.reading.years().divide(period, every);
        if parts.is_none() {
            let (part, (month, day)) = (word(every), self.plan.map_or((1, 1), |plan| plan.year_starts));
            let message = format!(
                "{} does not divide into whole {part}s, counted from {month:02}-{day:02}",
                period.text()
            );
            let hint = format!(
                "say in the plan on which day its years start (\"year_starts: 07-01\" for July to June), or \
                 write a target for each {part} with \"period:\""
            );
            faults.add(Code::UnevenPeriod, at, message, hint);
        }
        parts
    }

    /// `by: 2020-12-31` runs from the plan's start to that day; `by: 2020` asks for what is reported for 2020.
    fn by(&self, text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<(Period, bool)> {
        let period = self.reading.period(text, at, faults)?;
        let end = period.end();
        if self.measure == Measure::Growth {
            let message = "a growth is asked of a period, and not by a day";
            faults.add(Code::MeasureMismatch, at, message, "write \"each: year\", \"period:\" or \"over:\"");
            return None;
        }
        if period.start() != Some(end) {
            if matches!(self.measure, Measure::Flow | Measure::Milestone) {
                let message = "only a state or a rate is reported for a period";
                faults.add(Code::MeasureMismatch, at, message, format!("write the last day: {end}"));
                return None;
            }
            return Some((period, true));
        }
        let plan = self.plan_period(at, faults)?;
        let Ok(period) = Period::new(plan.start(), end) else {
            faults.add(Code::OutsidePlan, at, format!("{end} lies before the plan begins"), "check the day");
            return None;
        };
        Some((period, false))
    }
}

/// A part of a year as hints and messages name it.
fn word(every: Every) -> &'static str {
    match every {
        Every::Year => "year",
        Every::Half => "half year",
        Every::Quarter => "quarter",
        Every::Month => "month",
    }
}

/// The due date of each period: its end, or the earlier day that is written.
fn due(raw: &RawTarget, periods: &[Period], spot: &Cursor<'_>, faults: &mut Faults) -> Option<Vec<Date>> {
    let Some(text) = &raw.due else {
        return Some(periods.iter().map(Period::end).collect());
    };
    let at = spot.key("due");
    let mut all = Vec::new();
    for period in periods {
        // `03-31` is the last such day of the period: in a year from July to June that of the second half.
        let full = if text.len() == 5 {
            let in_year = |year: i16| format!("{year:04}-{text}");
            let last = in_year(period.end().year());
            let after = crate::model::parse_date(&last).is_ok_and(|day| day > period.end());
            if after { in_year(period.end().year() - 1) } else { last }
        } else {
            text.clone()
        };
        let due = values::day(&full, &at, faults)?;
        if !period.contains(&Period::day(due)) {
            let message = format!("{due} does not lie in {}", period.text());
            faults.add(Code::BadDate, &at, message, "a due date is a day of the target's period");
            return None;
        }
        all.push(due);
    }
    Some(all)
}
