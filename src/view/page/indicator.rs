//! The page of an indicator: its verdicts, figures and trends in full.

use super::figure::ChartView;
use super::link::{Link, TitledLink};
use super::parts::{ClaimView, Fact};
use super::status::StatusView;
use serde::Serialize;

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// What is proven, as a sentence; for context what it is.
    pub lead: String,
    /// What is counted.
    pub definition: Option<String>,
    /// Facts: measure, unit, scope, direction, task, action.
    pub facts: Vec<Fact>,
    /// The chart.
    pub chart: Option<ChartView>,
    /// How to show the chart on another site; needs the site's own address.
    pub embed: Option<String>,
    /// The verdicts in full; wholes before their members.
    pub verdicts: Vec<VerdictView>,
    /// Every figure.
    pub figures: Vec<FigureView>,
    /// The state before the plan.
    pub baseline: Option<FigureView>,
    /// Figures that contradict each other, as sentences.
    pub conflicts: Vec<String>,
    /// Named trend methods, if it asks for any.
    pub trend: Option<TrendView>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Arithmetic of sources that uses its figures.
    pub claims: Vec<ClaimView>,
    /// Stories that use it.
    pub stories: Vec<Link>,
    /// Files to take away.
    pub downloads: Vec<Link>,
    /// The indicator before and after it in the list.
    pub previous: Option<Link>,
    /// The indicator after it.
    pub next: Option<Link>,
}

/// A verdict in full.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictView {
    /// Its place on the page.
    pub anchor: String,
    /// The period.
    pub period: String,
    /// The scope, where it is not the indicator's.
    pub scope: Option<Link>,
    /// What was asked.
    pub condition: String,
    /// By when.
    pub due: String,
    /// How it stands.
    pub status: StatusView,
    /// What is proven: 至少2,127人.
    pub proven: String,
    /// The same in per cent of what was asked: 至少26.6%.
    pub attainment: String,
    /// For a target not yet due: what was planned by when.
    pub path: Option<String>,
    /// The argument, one sentence a step.
    pub reasons: Vec<String>,
    /// What would settle it.
    pub settled_by: Option<String>,
    /// Where it is promised.
    pub source: TitledLink,
    /// How the condition follows from the source.
    pub derived: Option<String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// What it was before, as sentences.
    pub revisions: Vec<String>,
    /// For a whole: its members.
    pub members: Vec<VerdictView>,
    /// For a whole: a sentence on how the members stand.
    pub members_lead: Option<String>,
}

/// A figure as reported.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its place on the page: `figure-3`.
    pub anchor: String,
    /// When: 2020年1—5月.
    pub time: String,
    /// Of whom.
    pub scope: Link,
    /// What: 约1,043.47万元.
    pub value: String,
    /// What the written value means, if it is not exact: 在1,043.37万元至1,043.57万元之间.
    pub meaning: Option<String>,
    /// The document, linked to the figure's place on its page.
    pub source: TitledLink,
    /// Where in the document.
    pub locator: String,
    /// What it is, if it is no result: 预计.
    pub kind: Option<String>,
    /// What it was used for: 下限, 上限, 参考.
    pub used_for: Vec<String>,
    /// How what was counted differs, that it is partial or provisional, notes.
    pub remarks: Vec<String>,
}

/// Named methods of reading a trend.
#[derive(Debug, Clone, Serialize)]
pub struct TrendView {
    /// One row a method: its name, its result, its formula with the inputs.
    pub rows: Vec<Vec<String>>,
    /// The head of the table.
    pub head: Vec<String>,
    /// What else went in: direction, limit, the years that were taken, the figures that were not read.
    pub notes: Vec<String>,
    /// A sentence if they disagree.
    pub disagree: Option<String>,
}
