//! Charts of indicators without targets: only published points, no verdict.

use super::members::{in_rows, name};
use super::series;
use super::value::{geometry, point_mark};
use crate::chart::{
    Interaction, Plot, Series, Slope, SlopeRow, Status, Tile, Tiles, Trend, TrendPoint, Value as Mark,
    ValueKind,
};
use crate::model::{Actual, Indicator, ScopeId, Value};
use crate::view::charts::frame::PlotWithNotes;
use crate::view::context::LangContext;
use rust_decimal::Decimal;

/// Before and after, a row a place; `lines` makes the indicator's own scope the main one of several, so
/// that they are drawn between two axes.
pub(super) fn slope(ctx: &LangContext<'_>, indicator: &Indicator, lines: bool) -> PlotWithNotes {
    let pairs = indicator.pairs();
    let several = pairs.len() > 1;
    let rows: Vec<SlopeRow> = pairs
        .iter()
        .map(|(scope, [before, after])| SlopeRow {
            name: if several { name(ctx, scope) } else { String::new() },
            before: mark(ctx, indicator, before.1),
            after: mark(ctx, indicator, after.1),
            main: !several || (lines && **scope == indicator.scope),
            interaction: Interaction::default(),
        })
        .collect();
    let heading =
        |at: usize| pairs.first().map(|(_, pair)| ctx.time(indicator, pair[at].1)).unwrap_or_default();
    let plot = Plot::Slope(Slope {
        before: heading(0),
        after: heading(1),
        zero: "0".to_owned(),
        rows,
        no_data: ctx.locale.word("chart-no-data"),
    });
    PlotWithNotes::new(plot, Vec::new())
}

/// Published points in their years.
pub(super) fn trend(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let points = indicator.series(&indicator.scope);
    let (first, last) = (points.first().map_or(0, |p| p.0), points.last().map_or(0, |p| p.0));
    // Years without a point keep their place only where the stretch is short enough to read.
    let every_year = last - first <= 12;
    let mut drawn: Vec<TrendPoint> = Vec::new();
    let mut before: Option<i32> = None;
    for year in first..=last {
        let actual = points.iter().find(|point| point.0 == year).map(|(_, actual)| *actual);
        // A point of a year stands for its last day.
        let breaks = indicator.breaks.iter().any(|one| i32::from(one.on.year()) == year);
        match actual {
            Some(actual) => {
                drawn.push(TrendPoint {
                    at: year,
                    label: year.to_string(),
                    value: point_mark(ctx, indicator, actual),
                    margin: series::margin(actual),
                    hollow: series::is_hollow(actual),
                    after_gap: before.is_some_and(|before| year - before > 1),
                    breaks,
                    interaction: series::tip(ctx, indicator, actual),
                });
                before = Some(year);
            }
            None if every_year => {
                drawn.push(TrendPoint { at: year, label: year.to_string(), breaks, ..TrendPoint::default() });
            }
            None => {}
        }
    }
    let all = vec![Series { points: drawn, zero: ctx.locale.number(Decimal::ZERO), ..Series::default() }];
    let notes = series::notes(&all);
    PlotWithNotes::new(Plot::Trend(Trend { series: all, gap: ctx.locale.word("chart-gap") }), notes)
}

/// The latest figure of each place, a tile each.
pub(super) fn tiles(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    tiles_of(ctx, indicator, &indicator.places_with_a_figure(&ctx.report.scopes))
}

/// Figures of places, a tile each, in the order of the places' names.
pub(super) fn tiles_of(ctx: &LangContext<'_>, indicator: &Indicator, figures: &[&Actual]) -> PlotWithNotes {
    let places: Vec<&ScopeId> = figures.iter().map(|actual| &actual.scope).collect();
    let tiles: Vec<Tile> = in_rows(ctx, &places)
        .into_iter()
        .map(|(at, name, (column, row))| Tile {
            column,
            row,
            name,
            value: mark(ctx, indicator, figures[at]),
            plan: ctx.time(indicator, figures[at]),
            judged: false,
            status: Status::NoData,
            interaction: Interaction::default(),
        })
        .collect();
    let plot = Plot::Tiles(Tiles { tiles, no_data: ctx.locale.word("chart-no-data") });
    PlotWithNotes::new(plot, vec!["chart-note-tiles"])
}

fn mark(ctx: &LangContext<'_>, indicator: &Indicator, actual: &Actual) -> Option<Mark> {
    let (number, kind) = match &actual.value {
        Value::Value(n) | Value::AtLeast(n) | Value::Nearly(n) | Value::AtMost(n) => (n, ValueKind::Exact),
        Value::About(n) => (n, ValueKind::About),
        Value::MoreThan(n) => (n, ValueKind::MoreThan),
        Value::Between(low, _) => (low, ValueKind::Exact),
        Value::Done | Value::InProgress | Value::Missing => return None,
    };
    let label = ctx.locale.value_label(&actual.value, ctx.unit(indicator));
    Some(Mark::exact(geometry(number.value()), label).of_kind(kind))
}
