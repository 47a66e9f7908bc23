//! The frame of words around a plot: heading, legend, source line; and the drawing as a figure of a page.

use crate::chart::{ChartSpec, KeyItem, Plot, Style, Swatch, draw};
use crate::model::{Indicator, Measure, SourceId};
use crate::view::context::LangContext;
use crate::view::page::{ChartView, TableCell};
use crate::view::shown::Shown;
use crate::view::wording::headline::headline;
use std::collections::BTreeSet;

/// What a drawing says above its plot.
pub(in crate::view) struct ChartHeading {
    pub title: String,
    pub subtitle: String,
}

impl ChartHeading {
    pub(crate) fn of(ctx: &LangContext<'_>, indicator: &Indicator) -> Self {
        Self { title: headline(ctx, indicator), subtitle: subtitle(ctx, indicator) }
    }
}

/// A plot with the notes that explain its marks.
pub(in crate::view) struct PlotWithNotes {
    pub plot: Plot,
    pub notes: Vec<&'static str>,
    /// What the two sorts of dots stand for.
    pub sorts: Vec<(Swatch, String)>,
}

impl PlotWithNotes {
    pub(crate) fn new(plot: Plot, notes: Vec<&'static str>) -> Self {
        Self { plot, notes, sorts: Vec::new() }
    }
}

pub(in crate::view) fn subtitle(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let measure = ctx.locale.word(match indicator.measure {
        Measure::Flow => "measure-flow",
        Measure::Stock => "measure-stock",
        Measure::Rate => "measure-rate",
        Measure::Growth => "measure-growth",
        Measure::Milestone => "measure-milestone",
    });
    let unit = ctx.unit(indicator).and_then(|unit| ctx.locale.unit_name(unit));
    let context = indicator.targets.is_empty();
    let name = match (context, unit.is_some()) {
        (false, true) => "subtitle-judged",
        (false, false) => "subtitle-judged-plain",
        (true, true) => "subtitle-context",
        (true, false) => "subtitle-context-plain",
    };
    let (scope, unit) = (ctx.scope(&indicator.scope), unit.unwrap_or_default());
    ctx.locale.sentence(&ctx.say(name, &[("measure", &measure), ("scope", &scope), ("unit", &unit)]))
}

/// The key: every sample that the plot needs, in words. Where the status stands in words beside each
/// glyph, the key leaves it out.
pub(in crate::view) fn key(ctx: &LangContext<'_>, made: &PlotWithNotes) -> Vec<KeyItem> {
    let spoken = matches!(made.plot, Plot::Timeline(_) | Plot::Units(_));
    made.plot
        .swatches()
        .into_iter()
        .filter_map(|swatch| {
            let name = match swatch {
                Swatch::Actual => "chart-key-actual",
                Swatch::Earlier => "chart-key-earlier",
                Swatch::NotComparable => "chart-key-not-comparable",
                Swatch::Part | Swatch::PointPart => "chart-key-part",
                Swatch::Bounds => "chart-key-bounds",
                Swatch::PlanExact => "chart-key-plan-exact",
                Swatch::PlanMinimum => "chart-key-plan-minimum",
                Swatch::PlanMaximum => "chart-key-plan-maximum",
                Swatch::PlanRange => "chart-key-plan-range",
                Swatch::Point => "chart-key-point",
                Swatch::PointBefore => "chart-key-before",
                Swatch::PointHollow => "chart-key-hollow",
                Swatch::Margin => "chart-key-margin",
                Swatch::Path => "chart-key-path",
                Swatch::Needed => "chart-key-needed",
                Swatch::UnitMain | Swatch::UnitSecond => {
                    let label = made.sorts.iter().find(|(sort, _)| *sort == swatch)?.1.clone();
                    return Some(KeyItem { swatch, label });
                }
                Swatch::Status(_) if spoken => return None,
                Swatch::Status(status) => {
                    let shown = Shown::ALL.into_iter().find(|shown| shown.glyph() == status)?;
                    let label = ctx.status(shown).word;
                    return Some(KeyItem { swatch, label });
                }
            };
            Some(KeyItem { swatch, label: ctx.locale.sentence(&ctx.locale.word(name)) })
        })
        .collect()
}

/// The documents behind the targets and figures of an indicator, in the order they occur.
pub(in crate::view) fn sources(indicator: &Indicator) -> Vec<&SourceId> {
    let mut seen = BTreeSet::new();
    let targets = indicator.targets.iter().map(|target| &target.source);
    let actuals = indicator.baselines().chain(&indicator.actuals).map(|actual| &actual.source);
    targets.chain(actuals).filter(|source| seen.insert(*source)).collect()
}

/// The line that names sources, in short.
pub(in crate::view) fn source_line(ctx: &LangContext<'_>, sources: &[SourceId]) -> String {
    let names: Vec<String> = sources.iter().map(|id| ctx.short_source(id)).collect();
    if names.is_empty() {
        String::new()
    } else {
        ctx.say("chart-source", &[("sources", &ctx.locale.list(&names))])
    }
}

/// A finished drawing as a figure of a page.
pub(in crate::view) fn drawn(spec: &ChartSpec, head: Vec<String>, rows: Vec<Vec<TableCell>>) -> ChartView {
    ChartView {
        id: spec.id.clone(),
        title: spec.title.clone(),
        verdict: None,
        subtitle: spec.subtitle.clone(),
        svg_html: draw(spec, Style::FIGURE),
        description: spec.aria.clone(),
        head,
        rows,
        sources: Vec::new(),
        downloads: Vec::new(),
    }
}
