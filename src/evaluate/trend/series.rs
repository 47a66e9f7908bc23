//! Which figures are the number of a year.

use super::reading::{TrendLeftOut, TrendPoint};
use crate::evaluate::case::Case;
use crate::evaluate::figure::is_published;
use crate::evaluate::region::{Span, date};
use crate::model::Measure;
use jiff::ToSpan;
use std::collections::BTreeMap;

/// How well a figure fits its year: the later place wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Twelve months that are no calendar year.
    TwelveMonths,
    /// The calendar year, or a day of it: the latest one.
    Year(Span),
}

/// The year of which days speak, and how well; none if they are more or less than one. Twelve months that
/// are no calendar year count for the year in which they begin, as Open SDG reads "2015/16".
fn year(measure: Measure, span: Span, dated: bool) -> Option<(i16, Fit)> {
    if !span.start_known() {
        return None;
    }
    let (first, next) = (date(span.from), date(span.to));
    let last = date(span.to - 1);
    if dated {
        let counts = matches!(measure, Measure::Stock | Measure::Rate);
        return (counts && first.year() == last.year()).then_some((last.year(), Fit::Year(span)));
    }
    let counts = matches!(measure, Measure::Flow | Measure::Rate | Measure::Growth);
    if !counts || first.checked_add(1.year()).ok() != Some(next) {
        return None;
    }
    let is_calendar = first.day_of_year() == 1;
    Some((first.year(), if is_calendar { Fit::Year(span) } else { Fit::TwelveMonths }))
}

/// One plain number a year for the indicator's own scope: of a flow the whole years, of a stock the
/// latest day of the year, of a rate either. And the figures for that scope that are none, with the cause.
pub(super) fn read(case: &Case<'_>) -> (BTreeMap<i16, TrendPoint>, Vec<(usize, TrendLeftOut)>) {
    let indicator = case.indicator;
    let scope = case.tree.number(&indicator.scope);
    let mut years: BTreeMap<i16, (Fit, TrendPoint)> = BTreeMap::new();
    let mut left_out: Vec<(usize, TrendLeftOut)> = Vec::new();
    let mut note = |span: Span, dated: bool, value, actual: Option<usize>| {
        let Some((year, fit)) = year(indicator.measure, span, dated) else {
            left_out.extend(actual.map(|index| (index, TrendLeftOut::NoYear)));
            return;
        };
        let point = TrendPoint { year, value, period: span.period(), actual };
        let beaten = match years.get(&year) {
            Some((known, _)) if *known > fit => point.actual,
            _ => years.insert(year, (fit, point)).and_then(|(_, before)| before.actual),
        };
        left_out.extend(beaten.map(|index| (index, TrendLeftOut::OtherOfTheYear)));
    };
    let baseline = indicator.baseline.as_ref().filter(|baseline| {
        baseline.scope == indicator.scope
            && baseline.cell.is_headline()
            && case.method.counted(baseline)
            && baseline.definition.is_none()
            && is_published(case.report, baseline, case.as_of)
    });
    if let Some((baseline, value)) = baseline.and_then(|b| Some((b, b.value.plain_number()?))) {
        note(Span::of(&baseline.time), baseline.dated, value, None);
    }
    let mut vague = Vec::new();
    for figure in case.figures.iter().filter(|figure| Some(figure.scope) == scope && !figure.put_together) {
        match figure.plain.filter(|_| !figure.partial) {
            Some(value) => note(figure.span, figure.dated, value, figure.actuals.first().copied()),
            None => vague.extend(figure.actuals.iter().map(|index| (*index, TrendLeftOut::NoPlainNumber))),
        }
    }
    left_out.extend(vague);
    left_out.sort_unstable();
    (years.into_iter().map(|(year, (_, point))| (year, point)).collect(), left_out)
}
