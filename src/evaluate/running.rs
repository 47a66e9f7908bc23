//! Running totals: what is proven of a flow from the beginning of a target to the end of each year.

use super::Interval;
use super::case::Asked;
use super::cells::Cases;
use super::flow::bearing;
use super::ground::Ground;
use super::points::totals;
use super::region::{Span, Tree, date, day};
use crate::model::{Indicator, Measure, Report, Target};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What is proven of a flow up to the end of a year of a target's period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningTotal {
    /// The calendar year.
    pub year: i16,
    /// The last day of the figures that make the floor; the year's last day if there are none.
    pub through: Date,
    /// The last day of the year, or of the target's period.
    pub end: Date,
    /// What is proven from the first day of the period to `end`, in base units.
    pub interval: Interval,
    /// What was planned by `end`: what other targets ask by then; on the last day the target itself.
    pub planned: Option<Decimal>,
}

impl RunningTotal {
    /// Whether what was planned by then is proven to be reached, or proven to be missed; none where
    /// neither is, or nothing was planned.
    pub fn is_ahead(&self) -> Option<bool> {
        let planned = self.planned?;
        if self.interval.low.is_some_and(|low| low >= planned) {
            Some(true)
        } else if self.interval.high.is_some_and(|high| high < planned) {
            Some(false)
        } else {
            None
        }
    }
}

/// The running totals of a target, a year each. None for what is not counted over a period, and where
/// the period's first day is unknown.
pub fn running_totals(
    report: &Report,
    indicator: &Indicator,
    target: &Target,
    as_of: Date,
) -> Vec<RunningTotal> {
    let tree = Tree::new(&report.scopes);
    let cases = Cases::new(report, &tree, indicator, day(as_of));
    let case = cases.of(target);
    let (Measure::Flow, Some(asked), Some(years)) =
        (indicator.measure, Asked::new(case, target), target.period.years())
    else {
        return Vec::new();
    };
    let amount = asked.demand.required();
    let totals = if amount.is_some() { totals(case, &asked) } else { Vec::new() };
    years
        .filter_map(|year| {
            let end = Date::new(year, 12, 31).ok()?.min(target.period.end());
            let span = Span::new(asked.period.from, day(end) + 1);
            let ground = Ground::of(case, asked.scope, span);
            let is_last = end == target.period.end();
            let through = case
                .figures
                .iter()
                .filter(|figure| figure.floor().is_some() && span.contains(figure.span))
                .filter(|figure| bearing(&tree, figure, asked.scope, span, span).is_ok())
                .map(|figure| date(figure.known_to - 1))
                .max();
            let by_then = totals.iter().rev().find(|(to, _)| *to <= span.to).map(|(_, total)| *total);
            let planned = if is_last { amount } else { by_then };
            Some(RunningTotal {
                year,
                through: through.unwrap_or(end),
                end,
                interval: ground.interval,
                planned,
            })
        })
        .collect()
}
