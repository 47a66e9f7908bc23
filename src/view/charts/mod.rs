//! Which chart an indicator gets, and its words: frame, legend (the key), notes, text alternative, data table.

mod attainment;
mod context;
mod cumulative;
mod judged;
mod members;
mod overview;
mod value;

pub(super) use attainment::{attainment, multiples, tiles};
pub(super) use overview::{Overview, network, scorecard};

use super::context::{LangContext, PageContext, Shown};
use super::headline::headline;
use super::page::{ChartView, Link, TableCell};
use super::reasons;
use super::route::{Address, Route};
use crate::chart::{ChartSpec, KeyItem, Plot, Style, Swatch, draw};
use crate::escape::escape_html;
use crate::model::{ChartChoice, ChartKind, Indicator, Measure, SourceId};
use std::collections::BTreeSet;

/// The drawing of an indicator, before it is drawn.
pub(super) struct Drawing {
    /// The frame and the plot.
    pub spec: ChartSpec,
    /// False for a single figure: it has a file, but a page says it better in words.
    pub telling: bool,
}

/// The kind of plot an indicator gets; none if it asks for none or has nothing to draw. A kind that it
/// asks for and cannot fill has been reported, and the one that suits it is drawn.
fn kind(ctx: &LangContext<'_>, indicator: &Indicator) -> Option<ChartKind> {
    let fitting = indicator.charts(&ctx.report.scopes);
    match &indicator.chart {
        ChartChoice::None => None,
        ChartChoice::Kind(asked, _) if fitting.contains(asked) => Some(*asked),
        ChartChoice::Auto | ChartChoice::Kind(..) => fitting.first().copied(),
    }
}

/// True if there is anything to draw of an indicator.
pub(super) fn has_drawing(ctx: &LangContext<'_>, indicator: &Indicator) -> bool {
    kind(ctx, indicator).is_some()
}

/// The drawing of an indicator, if it gets one.
pub(super) fn drawing(ctx: &LangContext<'_>, indicator: &Indicator) -> Option<Drawing> {
    let kind = kind(ctx, indicator)?;
    let made = match kind {
        ChartKind::Columns => judged::columns(ctx, indicator),
        ChartKind::Bullets => judged::bullets(ctx, indicator),
        ChartKind::Cumulative => cumulative::cumulative(ctx, indicator),
        ChartKind::Timeline => judged::timeline(ctx, indicator),
        ChartKind::Units => members::units(ctx, indicator),
        ChartKind::Ranges => judged::ranges(ctx, indicator),
        ChartKind::Tiles if indicator.targets.is_empty() => context::tiles(ctx, indicator),
        ChartKind::Tiles => members::tiles(ctx, indicator),
        ChartKind::Multiples => members::multiples(ctx, indicator),
        ChartKind::Slope => context::slope(ctx, indicator, true),
        ChartKind::Dumbbell => context::slope(ctx, indicator, false),
        ChartKind::Trend => context::trend(ctx, indicator),
    };
    let telling = match &made.plot {
        Plot::Trend(trend) => trend.points.iter().filter(|point| point.value.is_some()).count() > 1,
        Plot::Timeline(_) => !indicator.targets.is_empty(),
        _ => true,
    };
    let frame = ChartHeading::of(ctx, indicator);
    let spec = ChartSpec {
        id: format!("c-{}", indicator.id),
        lang: ctx.locale.lang().as_str().to_owned(),
        title: frame.title,
        subtitle: frame.subtitle,
        aria: aria(ctx, indicator),
        key: key(ctx, &made),
        notes: made.notes.iter().map(|name| ctx.locale.word(name)).collect(),
        source: source_line(ctx, &sources(indicator).into_iter().cloned().collect::<Vec<_>>()),
        plot: made.plot,
    };
    Some(Drawing { spec, telling })
}

/// What a drawing says above its plot.
struct ChartHeading {
    title: String,
    subtitle: String,
}

impl ChartHeading {
    fn of(ctx: &LangContext<'_>, indicator: &Indicator) -> Self {
        Self { title: headline(ctx, indicator), subtitle: subtitle(ctx, indicator) }
    }
}

/// A plot with the notes that explain its marks.
struct PlotWithNotes {
    plot: Plot,
    notes: Vec<&'static str>,
    /// What the two sorts of dots stand for.
    sorts: Vec<(Swatch, String)>,
}

impl PlotWithNotes {
    fn new(plot: Plot, notes: Vec<&'static str>) -> Self {
        Self { plot, notes, sorts: Vec::new() }
    }
}

fn subtitle(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let measure = ctx.locale.word(match indicator.measure {
        Measure::Flow => "measure-flow",
        Measure::Stock => "measure-stock",
        Measure::Rate => "measure-rate",
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

/// The description read aloud: one clause a target, or one a figure.
fn aria(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let unit = ctx.unit(indicator);
    let mut clauses: Vec<String> = ctx
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| {
            let (period, asked) =
                (ctx.locale.period(&target.period), ctx.locale.condition(&verdict.condition, unit));
            let shown = ctx.locale.proven(verdict.reached().0, unit);
            let status = ctx.locale.word(&format!("status-{}", Shown::of(verdict).key()));
            let name = if shown.is_empty() { "chart-sentence-nothing" } else { "chart-sentence" };
            ctx.say(name, &[("period", &period), ("asked", &asked), ("shown", &shown), ("status", &status)])
        })
        .collect();
    if clauses.is_empty() {
        clauses = (0..indicator.actuals.len())
            .map(|index| reasons::figure(ctx, indicator, index, &indicator.scope))
            .collect();
    }
    let said = clauses.join(&ctx.locale.word("sentence-separator"));
    format!("{}{}", ctx.locale.sentence(&said), ctx.locale.word("full-stop"))
}

/// The key: every sample that the plot needs, in words. Where the status stands in words beside each
/// glyph, the key leaves it out.
fn key(ctx: &LangContext<'_>, made: &PlotWithNotes) -> Vec<KeyItem> {
    let spoken = matches!(made.plot, Plot::Timeline(_) | Plot::Units(_));
    made.plot
        .swatches()
        .into_iter()
        .filter_map(|swatch| {
            let name = match swatch {
                Swatch::Actual => "chart-key-actual",
                Swatch::Earlier => "chart-key-earlier",
                Swatch::NotComparable => "chart-key-not-comparable",
                Swatch::Part => "chart-key-part",
                Swatch::Bounds => "chart-key-bounds",
                Swatch::PlanExact => "chart-key-plan-exact",
                Swatch::PlanMinimum => "chart-key-plan-minimum",
                Swatch::PlanMaximum => "chart-key-plan-maximum",
                Swatch::PlanRange => "chart-key-plan-range",
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
pub(super) fn sources(indicator: &Indicator) -> Vec<&SourceId> {
    let mut seen = BTreeSet::new();
    let targets = indicator.targets.iter().map(|target| &target.source);
    let actuals = indicator.baseline.iter().chain(&indicator.actuals).map(|actual| &actual.source);
    targets.chain(actuals).filter(|source| seen.insert(*source)).collect()
}

/// The line that names sources, in short.
fn source_line(ctx: &LangContext<'_>, sources: &[SourceId]) -> String {
    let names: Vec<String> = sources.iter().map(|id| ctx.short_source(id)).collect();
    if names.is_empty() {
        String::new()
    } else {
        ctx.say("chart-source", &[("sources", &ctx.locale.list(&names))])
    }
}

/// A finished drawing as a figure of a page.
fn drawn(spec: &ChartSpec, head: Vec<String>, rows: Vec<Vec<TableCell>>) -> ChartView {
    ChartView {
        id: spec.id.clone(),
        title: spec.title.clone(),
        subtitle: spec.subtitle.clone(),
        svg_html: draw(spec, Style::FIGURE),
        description: spec.aria.clone(),
        head,
        rows,
        sources: Vec::new(),
        downloads: Vec::new(),
    }
}

impl PageContext<'_> {
    /// The chart of an indicator for this page; none where a page says it better in words.
    pub fn chart(&self, indicator: &Indicator) -> Option<ChartView> {
        let drawing = drawing(self.lang.drawings(), indicator).filter(|drawing| drawing.telling)?;
        Some(self.chart_of(indicator, &drawing))
    }

    /// The chart of an indicator that a text asks for, even if it is a single figure.
    pub fn chart_asked(&self, indicator: &Indicator) -> Option<ChartView> {
        Some(self.chart_of(indicator, &drawing(self.lang.drawings(), indicator)?))
    }

    fn chart_of(&self, indicator: &Indicator, drawing: &Drawing) -> ChartView {
        let (head, rows) = self.data_table(indicator);
        ChartView {
            // The drawing's words carry no marks of another language; those of the page do.
            title: headline(self.lang, indicator),
            subtitle: subtitle(self.lang, indicator),
            sources: sources(indicator).into_iter().map(|id| self.short_source(id)).collect(),
            downloads: self.downloads(indicator),
            ..drawn(&drawing.spec, head, rows)
        }
    }

    /// How another site shows the chart: HTML to copy, with the picture and a link to this page. Needs the
    /// site's own address, because a relative one leads nowhere from there.
    pub fn embed(&self, indicator: &Indicator) -> Option<String> {
        let drawing = drawing(self.lang.drawings(), indicator).filter(|drawing| drawing.telling)?;
        let picture = Address::new(&self.lang.tree, Route::Chart(indicator.id.clone()));
        let (page, picture) = (self.lang.url(&self.address)?, self.lang.url(&picture)?);
        Some(format!(
            "<a href=\"{}\"><img src=\"{}\" width=\"360\" alt=\"{}\"></a>",
            escape_html(&page),
            escape_html(&picture),
            escape_html(&drawing.spec.title),
        ))
    }

    /// Files to take away.
    pub fn downloads(&self, indicator: &Indicator) -> Vec<Link> {
        let id = &indicator.id;
        let mut files = Vec::new();
        if kind(self.lang, indicator).is_some() {
            files.push(self.link(&Route::Chart(id.clone()), self.lang.locale.word("download-svg")));
        }
        files.push(self.link(&Route::IndicatorCsv(id.clone()), self.lang.locale.word("download-csv")));
        files.push(self.link(&Route::IndicatorJson(id.clone()), self.lang.locale.word("download-json")));
        files
    }

    /// The data table of a chart: targets with what is proven, or the figures of a context series.
    fn data_table(&self, indicator: &Indicator) -> (Vec<String>, Vec<Vec<TableCell>>) {
        let ctx = self.lang;
        let heads = |names: &[&str]| names.iter().map(|name| ctx.locale.word(name)).collect::<Vec<_>>();
        let text = |text: String| TableCell { text, href: None };
        if indicator.targets.is_empty() {
            let rows = self
                .figures(indicator)
                .into_iter()
                .map(|figure| {
                    vec![
                        text(figure.time),
                        text(figure.scope.text),
                        text(figure.value),
                        TableCell { text: figure.source.text, href: Some(figure.source.href) },
                    ]
                })
                .collect();
            return (
                heads(&[
                    "chart-table-period",
                    "chart-table-scope",
                    "chart-table-reported",
                    "chart-table-source",
                ]),
                rows,
            );
        }
        let rows = self
            .verdicts(indicator)
            .into_iter()
            .map(|verdict| {
                vec![
                    text(verdict.period),
                    text(verdict.condition),
                    text(verdict.proven),
                    TableCell { text: verdict.status.word, href: None },
                    TableCell { text: verdict.source.text, href: Some(verdict.source.href) },
                ]
            })
            .collect();
        let names = [
            "chart-table-period",
            "chart-table-asked",
            "chart-table-proven",
            "chart-table-status",
            "chart-table-source",
        ];
        (heads(&names), rows)
    }
}
