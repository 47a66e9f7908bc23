//! Which chart an indicator gets, and its words: frame, key, notes, description, table twin.

mod context;
mod judged;
mod overview;
mod value;

pub(super) use overview::{network, scorecard};

use super::desk::{Desk, Here, Shown};
use super::headline::headline;
use super::page::{ChartView, Link, TableCell};
use super::reasons;
use super::route::Route;
use crate::chart::{ChartSpec, KeyItem, Plot, Style, Swatch, draw};
use crate::model::{ChartChoice, Indicator, Measure, SourceId};
use std::collections::BTreeSet;

/// The drawing of an indicator, before it is drawn.
pub(super) struct Drawing {
    /// The frame and the plot.
    pub spec: ChartSpec,
    /// False for a single figure: it has a file, but a page says it better in words.
    pub telling: bool,
}

/// Which kind of plot suits an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Columns,
    Bullets,
    Timeline,
    Slope,
    Trend,
    Units,
    Ranges,
}

/// The kind of plot an indicator gets; none if it asks for none or has nothing to draw.
fn kind(desk: &Desk<'_>, indicator: &Indicator) -> Option<Kind> {
    match &indicator.chart {
        ChartChoice::None => None,
        ChartChoice::Auto => automatic(desk, indicator),
        ChartChoice::Kind(name) => {
            named(name).filter(|kind| fits(*kind, desk, indicator)).or_else(|| automatic(desk, indicator))
        }
    }
}

/// The drawing of an indicator, if it gets one.
pub(super) fn drawing(desk: &Desk<'_>, indicator: &Indicator) -> Option<Drawing> {
    let kind = kind(desk, indicator)?;
    let made = match kind {
        Kind::Columns => judged::columns(desk, indicator),
        Kind::Bullets => judged::bullets(desk, indicator),
        Kind::Timeline => judged::timeline(desk, indicator),
        Kind::Units => judged::units(desk, indicator),
        Kind::Ranges => judged::ranges(desk, indicator),
        Kind::Slope => context::slope(desk, indicator),
        Kind::Trend => context::trend(desk, indicator),
    };
    let telling = match &made.plot {
        Plot::Trend(trend) => trend.points.iter().filter(|point| point.value.is_some()).count() > 1,
        Plot::Timeline(_) => !indicator.targets.is_empty(),
        _ => true,
    };
    let spec = ChartSpec {
        id: format!("c-{}", indicator.id),
        lang: desk.locale.lang().as_str().to_owned(),
        title: headline(desk, indicator),
        subtitle: subtitle(desk, indicator),
        aria: aria(desk, indicator),
        key: key(desk, &made.swatches),
        notes: made.notes.iter().map(|name| desk.locale.word(name)).collect(),
        source: source_line(desk, indicator),
        plot: made.plot,
    };
    Some(Drawing { spec, telling })
}

/// A plot with the samples its key needs and the notes that explain its marks.
struct Made {
    plot: Plot,
    swatches: Vec<Swatch>,
    notes: Vec<&'static str>,
}

fn named(name: &str) -> Option<Kind> {
    Some(match name {
        "columns" => Kind::Columns,
        "bullets" => Kind::Bullets,
        "timeline" => Kind::Timeline,
        "slope" => Kind::Slope,
        "trend" => Kind::Trend,
        "units" => Kind::Units,
        "ranges" => Kind::Ranges,
        _ => return None,
    })
}

/// A kind asked for by name must have what it draws; otherwise the automatic one is drawn.
fn fits(kind: Kind, desk: &Desk<'_>, indicator: &Indicator) -> bool {
    let judged = !indicator.targets.is_empty() && indicator.measure != Measure::Milestone;
    match kind {
        Kind::Columns | Kind::Bullets => judged,
        Kind::Units => indicator.targets.iter().any(|target| !target.members.is_empty()),
        Kind::Ranges => judged && judged::range(indicator).is_some(),
        Kind::Timeline => indicator.measure == Measure::Milestone,
        Kind::Slope => context::points(desk, indicator).len() == 2,
        Kind::Trend => !context::points(desk, indicator).is_empty(),
    }
}

/// The kind for a target's form, as docs/charts.md lists them.
fn automatic(desk: &Desk<'_>, indicator: &Indicator) -> Option<Kind> {
    let order = [Kind::Timeline, Kind::Units, Kind::Ranges];
    if let Some(kind) = order.into_iter().find(|kind| fits(*kind, desk, indicator)) {
        return Some(kind);
    }
    match desk.tops(indicator).len() {
        0 => {
            let points = context::points(desk, indicator);
            match points.as_slice() {
                [] => None,
                [a, b] if (b.year - a.year).abs() == 1 => Some(Kind::Slope),
                _ => Some(Kind::Trend),
            }
        }
        1 => Some(Kind::Bullets),
        _ => Some(Kind::Columns),
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
                (desk.locale.period(&target.period), desk.locale.condition(&verdict.condition, unit));
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

fn key(desk: &Desk<'_>, swatches: &[Swatch]) -> Vec<KeyItem> {
    swatches
        .iter()
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
                Swatch::UnitMain | Swatch::UnitSecond | Swatch::Status(_) => return None,
            };
            Some(KeyItem { swatch: *swatch, label: desk.locale.sentence(&desk.locale.word(name)) })
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

fn source_line(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let names: Vec<String> = sources(indicator).into_iter().map(|id| desk.source(id)).collect();
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
    /// The chart of an indicator for this page.
    pub fn chart(&self, indicator: &Indicator) -> Option<ChartView> {
        let drawing = drawing(self.desk.drawings(), indicator).filter(|drawing| drawing.telling)?;
        let (head, rows) = self.twin(indicator);
        Some(ChartView {
            // The drawing's words carry no marks of another language; those of the page do.
            title: headline(self.desk, indicator),
            subtitle: subtitle(self.desk, indicator),
            sources: sources(indicator).into_iter().map(|id| self.source(id)).collect(),
            downloads: self.downloads(indicator),
            ..drawn(&drawing.spec, head, rows)
        })
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
