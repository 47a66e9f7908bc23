//! Which chart an indicator gets, and its words: frame, key, notes, description, table twin.

mod attainment;
mod context;
mod cumulative;
mod judged;
mod members;
mod overview;
mod value;

pub(super) use attainment::{attainment, multiples, tiles};
pub(super) use overview::{Overview, network, scorecard};

use super::desk::{Desk, Here, Shown};
use super::headline::headline;
use super::page::{ChartView, Link, TableCell};
use super::reasons;
use super::route::{Address, Route};
use crate::chart::{ChartSpec, KeyItem, Plot, Style, Swatch, draw};
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
fn kind(desk: &Desk<'_>, indicator: &Indicator) -> Option<ChartKind> {
    let fitting = indicator.charts(&desk.report.scopes);
    match &indicator.chart {
        ChartChoice::None => None,
        ChartChoice::Kind(asked, _) if fitting.contains(asked) => Some(*asked),
        ChartChoice::Auto | ChartChoice::Kind(..) => fitting.first().copied(),
    }
}

/// True if there is anything to draw of an indicator.
pub(super) fn has_drawing(desk: &Desk<'_>, indicator: &Indicator) -> bool {
    kind(desk, indicator).is_some()
}

/// The drawing of an indicator, if it gets one.
pub(super) fn drawing(desk: &Desk<'_>, indicator: &Indicator) -> Option<Drawing> {
    let kind = kind(desk, indicator)?;
    let made = match kind {
        ChartKind::Columns => judged::columns(desk, indicator),
        ChartKind::Bullets => judged::bullets(desk, indicator),
        ChartKind::Cumulative => cumulative::cumulative(desk, indicator),
        ChartKind::Timeline => judged::timeline(desk, indicator),
        ChartKind::Units => members::units(desk, indicator),
        ChartKind::Ranges => judged::ranges(desk, indicator),
        ChartKind::Tiles if indicator.targets.is_empty() => context::tiles(desk, indicator),
        ChartKind::Tiles => members::tiles(desk, indicator),
        ChartKind::Multiples => members::multiples(desk, indicator),
        ChartKind::Slope => context::slope(desk, indicator, true),
        ChartKind::Dumbbell => context::slope(desk, indicator, false),
        ChartKind::Trend => context::trend(desk, indicator),
    };
    let telling = match &made.plot {
        Plot::Trend(trend) => trend.points.iter().filter(|point| point.value.is_some()).count() > 1,
        Plot::Timeline(_) => !indicator.targets.is_empty(),
        _ => true,
    };
    let frame = Frame::of(desk, indicator);
    let spec = ChartSpec {
        id: format!("c-{}", indicator.id),
        lang: desk.locale.lang().as_str().to_owned(),
        title: frame.title,
        subtitle: frame.subtitle,
        aria: aria(desk, indicator),
        key: key(desk, &made),
        notes: made.notes.iter().map(|name| desk.locale.word(name)).collect(),
        source: source_line(desk, &sources(indicator).into_iter().cloned().collect::<Vec<_>>()),
        plot: made.plot,
    };
    Some(Drawing { spec, telling })
}

/// What a drawing says above its plot.
struct Frame {
    title: String,
    subtitle: String,
}

impl Frame {
    fn of(desk: &Desk<'_>, indicator: &Indicator) -> Self {
        Self { title: headline(desk, indicator), subtitle: subtitle(desk, indicator) }
    }
}

/// A plot with the notes that explain its marks.
struct Made {
    plot: Plot,
    notes: Vec<&'static str>,
    /// What the two sorts of dots stand for.
    sorts: Vec<(Swatch, String)>,
}

impl Made {
    fn new(plot: Plot, notes: Vec<&'static str>) -> Self {
        Self { plot, notes, sorts: Vec::new() }
    }
}

fn subtitle(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let measure = desk.locale.word(match indicator.measure {
        Measure::Flow => "measure-flow",
        Measure::Stock => "measure-stock",
        Measure::Rate => "measure-rate",
        Measure::Milestone => "measure-milestone",
    });
    let unit = desk.unit(indicator).and_then(|unit| desk.locale.unit_name(unit));
    let context = indicator.targets.is_empty();
    let name = match (context, unit.is_some()) {
        (false, true) => "subtitle-judged",
        (false, false) => "subtitle-judged-plain",
        (true, true) => "subtitle-context",
        (true, false) => "subtitle-context-plain",
    };
    let (scope, unit) = (desk.scope(&indicator.scope), unit.unwrap_or_default());
    desk.locale.sentence(&desk.say(name, &[("measure", &measure), ("scope", &scope), ("unit", &unit)]))
}

/// The description read aloud: one clause a target, or one a figure.
fn aria(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let unit = desk.unit(indicator);
    let mut clauses: Vec<String> = desk
        .tops(indicator)
        .into_iter()
        .map(|(target, verdict)| {
            let (period, asked) =
                (desk.period(indicator, &target.period), desk.locale.condition(&verdict.condition, unit));
            let shown = desk.locale.proven(verdict.reached().0, unit);
            let status = desk.locale.word(&format!("status-{}", Shown::of(verdict).key()));
            let name = if shown.is_empty() { "chart-sentence-nothing" } else { "chart-sentence" };
            desk.say(name, &[("period", &period), ("asked", &asked), ("shown", &shown), ("status", &status)])
        })
        .collect();
    if clauses.is_empty() {
        clauses = (0..indicator.actuals.len())
            .map(|index| reasons::figure(desk, indicator, index, &indicator.scope))
            .collect();
    }
    let said = clauses.join(&desk.locale.word("sentence-separator"));
    format!("{}{}", desk.locale.sentence(&said), desk.locale.word("full-stop"))
}

/// The key: every sample that the plot needs, in words. Where the status stands in words beside each
/// glyph, the key leaves it out.
fn key(desk: &Desk<'_>, made: &Made) -> Vec<KeyItem> {
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
                    let label = desk.status(shown).word;
                    return Some(KeyItem { swatch, label });
                }
            };
            Some(KeyItem { swatch, label: desk.locale.sentence(&desk.locale.word(name)) })
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
fn source_line(desk: &Desk<'_>, sources: &[SourceId]) -> String {
    let names: Vec<String> = sources.iter().map(|id| desk.short_source(id)).collect();
    if names.is_empty() {
        String::new()
    } else {
        desk.say("chart-source", &[("sources", &desk.locale.list(&names))])
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

impl Here<'_> {
    /// The chart of an indicator for this page; none where a page says it better in words.
    pub fn chart(&self, indicator: &Indicator) -> Option<ChartView> {
        let drawing = drawing(self.desk.drawings(), indicator).filter(|drawing| drawing.telling)?;
        Some(self.chart_of(indicator, &drawing))
    }

    /// The chart of an indicator that a text asks for, even if it is a single figure.
    pub fn chart_asked(&self, indicator: &Indicator) -> Option<ChartView> {
        Some(self.chart_of(indicator, &drawing(self.desk.drawings(), indicator)?))
    }

    fn chart_of(&self, indicator: &Indicator, drawing: &Drawing) -> ChartView {
        let (head, rows) = self.twin(indicator);
        ChartView {
            // The drawing's words carry no marks of another language; those of the page do.
            title: headline(self.desk, indicator),
            subtitle: subtitle(self.desk, indicator),
            sources: sources(indicator).into_iter().map(|id| self.short_source(id)).collect(),
            downloads: self.downloads(indicator),
            ..drawn(&drawing.spec, head, rows)
        }
    }

    /// How another site shows the chart: HTML to copy, with the picture and a link to this page. Needs the
    /// site's own address, because a relative one leads nowhere from there.
    pub fn embed(&self, indicator: &Indicator) -> Option<String> {
        let drawing = drawing(self.desk.drawings(), indicator).filter(|drawing| drawing.telling)?;
        let picture = Address::new(&self.desk.tree, Route::Chart(indicator.id.clone()));
        let (page, picture) = (self.desk.url(&self.address)?, self.desk.url(&picture)?);
        let escaped = |text: &str| {
            text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
        };
        Some(format!(
            "<a href=\"{}\"><img src=\"{}\" width=\"360\" alt=\"{}\"></a>",
            escaped(&page),
            escaped(&picture),
            escaped(&drawing.spec.title),
        ))
    }

    /// Files to take away.
    pub fn downloads(&self, indicator: &Indicator) -> Vec<Link> {
        let id = &indicator.id;
        let mut files = Vec::new();
        if kind(self.desk, indicator).is_some() {
            files.push(self.link(&Route::Chart(id.clone()), self.desk.locale.word("download-svg")));
        }
        files.push(self.link(&Route::IndicatorCsv(id.clone()), self.desk.locale.word("download-csv")));
        files.push(self.link(&Route::IndicatorJson(id.clone()), self.desk.locale.word("download-json")));
        files
    }

    /// The table twin: targets with what is proven, or the figures of a context series.
    fn twin(&self, indicator: &Indicator) -> (Vec<String>, Vec<Vec<TableCell>>) {
        let desk = self.desk;
        let heads = |names: &[&str]| names.iter().map(|name| desk.locale.word(name)).collect::<Vec<_>>();
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
