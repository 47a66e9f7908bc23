//! The page of an indicator: its verdicts, figures and trends in full.

use super::figure::ChartView;
use super::link::{Link, TitledLink};
use super::matrix::MatrixView;
use super::parts::{ClaimView, Fact};
use super::status::StatusView;
use serde::Serialize;

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// What is proven, as a sentence without the indicator's name; for context what it is.
    pub lead: String,
    /// What is counted; nothing if the content does not say.
    pub definition: Option<String>,
    /// Facts: task, action, scope, measure, unit, direction. What does not apply is left out.
    pub facts: Vec<Fact>,
    /// The chart; nothing if there is nothing to draw, or it asks for none.
    pub chart: Option<ChartView>,
    /// HTML to copy that shows the chart on another site, as text; nothing if the site does not know where it
    /// stands, or there is no chart.
    pub embed: Option<String>,
    /// The verdicts in full, wholes with their members in them; empty for context.
    pub verdicts: Vec<VerdictView>,
    /// The same figures as tables of parts and of places by time; empty where there is but one row.
    pub matrices: Vec<MatrixView>,
    /// Every figure, by time.
    pub figures: Vec<FigureView>,
    /// The states before the plan, its own first, then those of other scopes and parts; empty if none is known.
    pub baselines: Vec<FigureView>,
    /// The days on which another method of counting began, as sentences; empty if there is none.
    pub breaks: Vec<String>,
    /// Other indicators to look at beside it; empty if there are none.
    pub related: Vec<Link>,
    /// Figures that contradict each other, as sentences; empty if none do.
    pub conflicts: Vec<String>,
    /// Where the figures point, by published methods; nothing if it asks for none.
    pub trend: Option<TrendView>,
    /// What else a reader should know, in the editor's words; else nothing.
    pub note: Option<String>,
    /// Arithmetic of sources that uses its figures; empty if there is none.
    pub claims: Vec<ClaimView>,
    /// Stories that use it.
    pub stories: Vec<Link>,
    /// How to cite the page: who publishes it, its name, the site's, the report date, its address if the site has one.
    pub citation: String,
    /// Files to take away: the drawing (SVG), if there is one, and the figures (CSV, JSON).
    pub downloads: Vec<Link>,
    /// The indicator before it in the list; nothing on the first.
    pub previous: Option<Link>,
    /// The indicator after it; nothing on the last.
    pub next: Option<Link>,
}

/// A verdict in full.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictView {
    /// Its id on the page.
    pub anchor: String,
    /// The period.
    pub period: String,
    /// The page of its scope; nothing where it is the indicator's.
    pub scope: Option<Link>,
    /// What was asked: 不少于8,000人.
    pub condition: String,
    /// The day it is due, written out.
    pub due: String,
    /// How it stands.
    pub status: StatusView,
    /// What is reported, in the words of its source where one figure says it all: 2,127人（2020年1—5月）; else what
    /// several prove: 至少2,127人. Empty if nothing is.
    pub proven: String,
    /// The same in per cent of what was asked: 至少26.6%. Empty if nothing is.
    pub attainment: String,
    /// How far it lies from a limit or a range: 1.1 minutes above the limit. Empty for a minimum.
    pub distance: String,
    /// What has to be known with the verdict, each in a few words: that it lies within the margin of the figure,
    /// rests on a preliminary one, was made good, or that what was asked was changed afterwards.
    pub remarks: Vec<String>,
    /// For a target not yet settled, a sentence on what was planned and proven by when; else nothing.
    pub path: Option<String>,
    /// The argument, one sentence a step.
    pub reasons: Vec<String>,
    /// What would settle it, as a sentence; nothing if it is settled or nothing is known to.
    pub settled_by: Option<String>,
    /// Where it is promised; leads to the page of the source.
    pub source: TitledLink,
    /// How the condition follows from the source, in the editor's words; nothing where it stands there as it
    /// is.
    pub derived: Option<String>,
    /// What else a reader should know, in the editor's words; else nothing.
    pub note: Option<String>,
    /// What it was before, a sentence a revision; empty if it was never revised.
    pub revisions: Vec<String>,
    /// For a whole: its members, in the same shape. Else empty.
    pub members: Vec<VerdictView>,
    /// For a whole: a sentence on how the members stand. Else nothing.
    pub members_lead: Option<String>,
}

/// A figure as reported.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its id on the page: `2020-05`, or `baseline`.
    pub anchor: String,
    /// Of when: 2020年1—5月.
    pub time: String,
    /// Of whom; leads to the page of the scope.
    pub scope: Link,
    /// The figure with its unit and qualifier: 约1,043.47万元.
    pub value: String,
    /// What the written value means, if it is not exact: 在1,043.37万元至1,043.57万元之间. Else nothing.
    pub meaning: Option<String>,
    /// The document; leads to the figure's place on its page.
    pub source: TitledLink,
    /// Where in the document: page, paragraph.
    pub locator: String,
    /// Where the document can be read: its address, or in words where a copy is kept; nothing if neither is known.
    pub original: Option<Fact>,
    /// What it is, if it is no result: 预计. Else nothing.
    pub kind: Option<String>,
    /// What verdicts used it for: 下限, 上限, 参考. Empty for a baseline.
    pub used_for: Vec<String>,
    /// How what was counted differs, that it is partial or provisional, notes; empty if there are none.
    pub remarks: Vec<String>,
}

/// Named methods of reading a trend.
#[derive(Debug, Clone, Serialize)]
pub struct TrendView {
    /// One row a method, with a cell for each column: its name, its result, its formula with the inputs.
    pub rows: Vec<Vec<String>>,
    /// The heads of the columns.
    pub head: Vec<String>,
    /// What else went in: direction, limit, the years that were taken, the figures that were not read.
    pub notes: Vec<String>,
    /// A sentence if the methods disagree; else nothing.
    pub disagree: Option<String>,
}
