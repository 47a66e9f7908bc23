//! Which chart an indicator gets, and its words: frame, legend (the key), notes, text alternative, data table.

mod attainment;
mod context;
mod cumulative;
pub(super) mod frame;
mod judged;
mod members;
pub(super) mod overview;
mod value;

pub(super) use attainment::{attainment, multiples, tiles};
pub(super) use frame::sources;
pub(super) use overview::{Overview, network, scorecard};

use self::frame::{drawn, key, source_line, subtitle};
use crate::chart::{ChartSpec, Plot};
use crate::escape::escape_html;
use crate::model::{ChartChoice, ChartKind, Indicator};
use crate::view::charts::frame::ChartHeading;
use crate::view::context::{LangContext, PageContext};
use crate::view::page::link::Link;
use crate::view::page::{ChartView, TableCell};
use crate::view::route::{Address, Route};
use crate::view::shown::Shown;
use crate::view::wording::headline::headline;
use crate::view::wording::{cards, figures, proven, reasons};

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

/// The description read aloud: one clause a target, or one a figure.
fn aria(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let mut clauses: Vec<String> = ctx
        .drawn(indicator)
        .into_iter()
        .map(|(target, verdict)| {
            let (period, asked) =
                (ctx.when(indicator, target), proven::asked(ctx, indicator, target, verdict));
            let shown = proven::proven(ctx, indicator, target, verdict);
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

/// The chart of an indicator for this page; none where a page says it better in words.
pub(in crate::view) fn of(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Option<ChartView> {
    let drawing = drawing(page_ctx.lang.drawings(), indicator).filter(|drawing| drawing.telling)?;
    Some(with_table(page_ctx, indicator, &drawing))
}

/// The chart of an indicator that a text asks for, even if it is a single figure.
pub(in crate::view) fn asked(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Option<ChartView> {
    Some(with_table(page_ctx, indicator, &drawing(page_ctx.lang.drawings(), indicator)?))
}

fn with_table(page_ctx: &PageContext<'_>, indicator: &Indicator, drawing: &Drawing) -> ChartView {
    let (head, rows) = data_table(page_ctx, indicator);
    ChartView {
        // The drawing's words carry no marks of another language; those of the page do.
        title: headline(page_ctx.lang, indicator),
        subtitle: subtitle(page_ctx.lang, indicator),
        sources: sources(indicator).into_iter().map(|id| page_ctx.short_source(id)).collect(),
        downloads: downloads(page_ctx, indicator),
        ..drawn(&drawing.spec, head, rows)
    }
}

/// How another site shows the chart: HTML to copy, with the picture and a link to this page. Needs the
/// site's own address, because a relative one leads nowhere from there.
pub(in crate::view) fn embed(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Option<String> {
    let drawing = drawing(page_ctx.lang.drawings(), indicator).filter(|drawing| drawing.telling)?;
    let picture = Address::new(&page_ctx.lang.tree, Route::Chart(indicator.id.clone()));
    let (page, picture) = (page_ctx.lang.url(&page_ctx.address)?, page_ctx.lang.url(&picture)?);
    Some(format!(
        "<a href=\"{}\"><img src=\"{}\" width=\"360\" alt=\"{}\"></a>",
        escape_html(&page),
        escape_html(&picture),
        escape_html(&drawing.spec.title),
    ))
}

/// Files to take away.
pub(in crate::view) fn downloads(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<Link> {
    let id = &indicator.id;
    let mut files = Vec::new();
    if kind(page_ctx.lang, indicator).is_some() {
        files.push(page_ctx.link(&Route::Chart(id.clone()), page_ctx.lang.locale.word("download-svg")));
    }
    files.push(page_ctx.link(&Route::IndicatorCsv(id.clone()), page_ctx.lang.locale.word("download-csv")));
    files.push(page_ctx.link(&Route::IndicatorJson(id.clone()), page_ctx.lang.locale.word("download-json")));
    files
}

/// The data table of a chart: targets with what is proven, or the figures of a context series.
fn data_table(page_ctx: &PageContext<'_>, indicator: &Indicator) -> (Vec<String>, Vec<Vec<TableCell>>) {
    let ctx = page_ctx.lang;
    let heads = |names: &[&str]| names.iter().map(|name| ctx.locale.word(name)).collect::<Vec<_>>();
    let text = |text: String| TableCell { text, href: None };
    if indicator.targets.is_empty() {
        let rows = figures::views(page_ctx, indicator)
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
            heads(&["chart-table-period", "chart-table-scope", "chart-table-reported", "chart-table-source"]),
            rows,
        );
    }
    let rows = cards::each(page_ctx, indicator)
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
