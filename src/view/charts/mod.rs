//! Which chart an indicator gets, and its words: frame, legend (the key), notes, text alternative, data table.

mod attainment;
mod context;
mod cumulative;
pub(super) mod frame;
mod judged;
mod members;
pub(super) mod overview;
mod series;
mod value;

pub(super) use attainment::{attainment, multiples, tiles};
pub(super) use frame::sources;
pub(super) use overview::{Overview, network, scorecard};

use self::frame::{drawn, key, source_line, subtitle};
use crate::chart::{ChartSpec, Plot};
use crate::escape::escape_html;
use crate::evaluate::Verdict;
use crate::model::{Actual, ChartChoice, ChartKind, Indicator, SourceId, Target};
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

/// True if an indicator has a drawing that says more than its words: one with a file of its own.
pub(super) fn has_drawing(ctx: &LangContext<'_>, indicator: &Indicator) -> bool {
    drawing(ctx, indicator).is_some_and(|drawing| drawing.telling)
}

/// False for a single dot, and where nothing at all is known: a page says that better in words.
fn tells(plot: &Plot, indicator: &Indicator) -> bool {
    let is_known = |value: &Option<crate::chart::Value>| value.is_some();
    match plot {
        Plot::Trend(trend) => trend
            .series
            .iter()
            .any(|series| series.points.iter().filter(|point| is_known(&point.value)).count() > 1),
        Plot::Timeline(_) => !indicator.targets.is_empty(),
        Plot::Columns(plot) => plot.columns.iter().any(|column| is_known(&column.value)),
        Plot::Bullets(plot) => plot.rows.iter().any(|row| is_known(&row.value)),
        Plot::Cumulative(plot) => plot.steps.iter().any(|step| is_known(&step.value)),
        Plot::Ranges(plot) => plot.rows.iter().any(|row| is_known(&row.value)),
        Plot::Tiles(plot) => plot.tiles.iter().any(|tile| is_known(&tile.value)),
        Plot::Multiples(plot) => {
            plot.panels.iter().flat_map(|panel| &panel.columns).any(|column| is_known(&column.value))
        }
        Plot::Units(plot) => {
            let nothing = [crate::chart::Status::NoData, crate::chart::Status::NotDue];
            plot.stacks.is_some() || plot.groups.iter().any(|group| !nothing.contains(&group.status))
        }
        Plot::Slope(_) | Plot::Scorecard(_) | Plot::Network(_) => true,
    }
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
        ChartKind::Trend if indicator.targets.is_empty() => context::trend(ctx, indicator),
        ChartKind::Trend => series::series(ctx, indicator),
    };
    let telling = tells(&made.plot, indicator);
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
    let published = published(ctx, indicator);
    let mut clauses: Vec<String> = published
        .iter()
        .map(|row| ctx.say("chart-published", &[("time", &row.time), ("value", &row.value)]))
        .collect();
    let targets = shown_targets(ctx, indicator);
    clauses.extend(targets.into_iter().map(|(target, verdict)| {
        let period = judged::name(ctx, indicator, target);
        let asked = proven::asked(ctx, indicator, target, verdict);
        let shown = proven::proven(ctx, indicator, target, verdict);
        let status = ctx.locale.word(&format!("status-{}", Shown::of(verdict).key()));
        let name = if shown.is_empty() { "chart-sentence-nothing" } else { "chart-sentence" };
        ctx.say(name, &[("period", &period), ("asked", &asked), ("shown", &shown), ("status", &status)])
    }));
    if clauses.is_empty() {
        clauses = (0..indicator.actuals.len())
            .map(|index| reasons::figure(ctx, indicator, index, &indicator.scope))
            .collect();
    }
    let said = clauses.join(&ctx.locale.word("sentence-separator"));
    format!("{}{}", ctx.locale.sentence(&said), ctx.locale.word("full-stop"))
}

/// A published figure that a series draws, as its description and its table say it.
struct PublishedRow {
    time: String,
    value: String,
    source: SourceId,
}

/// The figures of the series that an indicator's chart draws beside its targets; of another chart none.
fn published(ctx: &LangContext<'_>, indicator: &Indicator) -> Vec<PublishedRow> {
    if indicator.targets.is_empty() || kind(ctx, indicator) != Some(ChartKind::Trend) {
        return Vec::new();
    }
    let unit = ctx.unit(indicator);
    let row = |name: &str, actual: &Actual| {
        let time = ctx.time(indicator, actual);
        let time = if name.is_empty() {
            time
        } else {
            ctx.say("chart-row-of", &[("whom", name), ("period", &time)])
        };
        PublishedRow { time, value: ctx.locale.value(&actual.value, unit), source: actual.source.clone() }
    };
    let courses = series::courses(ctx, indicator);
    courses
        .iter()
        .flat_map(|(name, course)| course.points.iter().map(move |actual| row(name, actual)))
        .collect()
}

/// The targets that an indicator's chart shows: of series those that they lead to.
fn shown_targets<'i, 'd>(ctx: &LangContext<'d>, indicator: &'i Indicator) -> Vec<(&'i Target, &'d Verdict)> {
    if kind(ctx, indicator) != Some(ChartKind::Trend) {
        return ctx.drawn(indicator);
    }
    let all = series::courses(ctx, indicator);
    let targets = all.into_iter().flat_map(|(_, course)| course.targets);
    targets
        .filter_map(|target| ctx.target(indicator, &target.id))
        .map(|(_, target, verdict)| (target, verdict))
        .collect()
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
    if has_drawing(page_ctx.lang.drawings(), indicator) {
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
    let published = published(ctx, indicator).into_iter().map(|row| {
        let source = page_ctx.short_source(&row.source);
        let source = TableCell { text: source.text, href: Some(source.href) };
        vec![text(row.time), text(String::new()), text(row.value), text(String::new()), source]
    });
    let judged = shown_targets(ctx, indicator).into_iter().map(|(target, verdict)| {
        let source = cards::place(page_ctx, indicator, target);
        vec![
            text(judged::name(ctx, indicator, target)),
            text(proven::asked(ctx, indicator, target, verdict)),
            text(proven::proven(ctx, indicator, target, verdict)),
            text(ctx.status(Shown::of(verdict)).word),
            TableCell { text: source.text, href: Some(source.href) },
        ]
    });
    let rows = published.chain(judged).collect();
    let names = [
        "chart-table-period",
        "chart-table-asked",
        "chart-table-proven",
        "chart-table-status",
        "chart-table-source",
    ];
    (heads(&names), rows)
}
