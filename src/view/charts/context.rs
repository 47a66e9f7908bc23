//! Charts of indicators without targets: only published points, no verdict.

use super::Made;
use super::value::{explain, geometry};
use crate::chart::{Plot, Slope, SlopeRow, Touch, Trend, TrendPoint, Value as Mark, ValueKind};
use crate::model::{Actual, ActualKind, Indicator, Measure, Value};
use crate::view::desk::Desk;

/// A published point of a series.
pub(super) struct Point<'i> {
    /// The year on the axis.
    pub year: i32,
    actual: &'i Actual,
}

/// The points that can stand in one series: results and the state before, of the indicator's own
/// scope and definition, one a year; a period of several years has no place on an axis of years.
pub(super) fn points<'i>(_: &Desk<'_>, indicator: &'i Indicator) -> Vec<Point<'i>> {
    let usable = |actual: &&Actual| {
        matches!(actual.kind, ActualKind::Result | ActualKind::Baseline)
            && actual.scope == indicator.scope
            && actual.definition.is_none()
            && actual.superseded_by.is_none()
            && !matches!(actual.value, Value::Done | Value::InProgress)
            && actual.time.years().is_some_and(|years| years.count() == 1)
    };
    if indicator.measure == Measure::Milestone {
        return Vec::new();
    }
    let mut points: Vec<Point<'_>> = indicator
        .baseline
        .iter()
        .chain(&indicator.actuals)
        .filter(usable)
        .map(|actual| Point { year: i32::from(actual.time.end().year()), actual })
        .collect();
    points.sort_by_key(|point| (point.year, point.actual.time));
    let mut years: Vec<i32> = points.iter().map(|point| point.year).collect();
    years.dedup();
    if years.len() == points.len() { points } else { Vec::new() }
}

/// Before and after.
pub(super) fn slope(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let points = points(desk, indicator);
    let value = |index: usize| points.get(index).and_then(|point| mark(desk, indicator, point.actual));
    let name = |index: usize| points.get(index).map(|point| desk.time(point.actual)).unwrap_or_default();
    let row = SlopeRow {
        name: String::new(),
        before: value(0),
        after: value(1),
        main: true,
        touch: Touch::default(),
    };
    let (mut swatches, mut notes) = (Vec::new(), Vec::new());
    explain([row.before.as_ref(), row.after.as_ref()].into_iter(), &mut swatches, &mut notes);
    let plot = Plot::Slope(Slope {
        before: name(0),
        after: name(1),
        zero: "0".to_owned(),
        rows: vec![row],
        no_data: desk.locale.word("chart-no-data"),
    });
    Made { plot, swatches: Vec::new(), notes }
}

/// Published points in their years.
pub(super) fn trend(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let points = points(desk, indicator);
    let (first, last) = (points.first().map_or(0, |p| p.year), points.last().map_or(0, |p| p.year));
    // Years without a point keep their place only where the stretch is short enough to read.
    let every_year = last - first <= 12;
    let mut drawn: Vec<TrendPoint> = Vec::new();
    for year in first..=last {
        let point = points.iter().find(|point| point.year == year);
        if point.is_some() || every_year {
            drawn.push(TrendPoint {
                at: year,
                label: year.to_string(),
                value: point.and_then(|point| mark(desk, indicator, point.actual)),
                touch: Touch::default(),
            });
        }
    }
    let (mut swatches, mut notes) = (Vec::new(), Vec::new());
    explain(drawn.iter().map(|point| point.value.as_ref()), &mut swatches, &mut notes);
    let plot = Plot::Trend(Trend { points: drawn, gap: desk.locale.word("chart-gap") });
    Made { plot, swatches: Vec::new(), notes: Vec::new() }
}

fn mark(desk: &Desk<'_>, indicator: &Indicator, actual: &Actual) -> Option<Mark> {
    let (number, kind) = match &actual.value {
        Value::Value(n) | Value::AtLeast(n) | Value::Nearly(n) | Value::AtMost(n) => (n, ValueKind::Exact),
        Value::About(n) => (n, ValueKind::About),
        Value::MoreThan(n) => (n, ValueKind::MoreThan),
        Value::Between(low, _) => (low, ValueKind::Exact),
        Value::Done | Value::InProgress => return None,
    };
    let label = desk.locale.value_label(&actual.value, desk.unit(indicator));
    Some(Mark::exact(geometry(number.value()), label).of_kind(kind))
}
