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
    /// What is counted; nothing if the content does not say.
    pub definition: Option<String>,
    /// Facts: task, action, scope, measure, unit, direction. What does not apply is left out.
    pub facts: Vec<Fact>,
    /// The chart; nothing if there is nothing to draw, or it asks for none.
    pub chart: Option<ChartView>,
    /// HTML to copy that shows the chart on another site, as text; nothing if the site does not know where it
    /// stands, or there is no chart.
    pub embed: Option<String>,
    /// How it stands at a glance; nothing for context.
    pub hero: Option<HeroView>,
    /// Where many places or parts have targets of their own: how each stands in each time. Else nothing; with it the
    /// verdicts in full are better folded away.
    pub standings: Option<StandingsView>,
    /// The verdicts in full, wholes with their members in them, targets for the same reasons in one; empty for context.
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

/// An indicator at a glance: planned, proven, how it stands, and what is missing.
#[derive(Debug, Clone, Serialize)]
pub struct HeroView {
    /// What was asked, with the times, one line for each condition: 不少于8,000人（2018—2020年每年）.
    pub planned: Vec<String>,
    /// The latest figure that bears on it, with its time; nothing if there is none.
    pub proven: Option<String>,
    /// How the targets stand, one entry a status.
    pub stands: Vec<HeroStand>,
    /// Which figures are missing to say more; nothing if all is settled or nothing is known to settle it.
    pub missing: Option<String>,
}

/// Targets of one status.
#[derive(Debug, Clone, Serialize)]
pub struct HeroStand {
    /// The status.
    pub status: StatusView,
    /// Of which times, or of how many targets; empty where there is but one target.
    pub of: String,
}

/// Targets of several places or parts in a table: a row a place or part, a column a time.
#[derive(Debug, Clone, Serialize)]
pub struct StandingsView {
    /// How many targets stand how.
    pub lead: String,
    /// The times, one a column.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<StandingsRow>,
}

/// One of its rows.
#[derive(Debug, Clone, Serialize)]
pub struct StandingsRow {
    /// The place or part.
    pub name: String,
    /// One cell a column, each with the targets of that time: none, one or several.
    pub cells: Vec<Vec<StandingsCell>>,
}

/// A target in the table.
#[derive(Debug, Clone, Serialize)]
pub struct StandingsCell {
    /// How it stands.
    pub status: StatusView,
    /// What is proven, else what is asked.
    pub text: String,
    /// The address of the verdict in full.
    pub href: String,
}

/// A verdict in full, or several that stand alike for the same reasons.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictView {
    /// Its id on the page.
    pub anchor: String,
    /// The ids of the further targets that it tells of; empty for one alone.
    pub also: Vec<String>,
    /// The period, or those of all of them.
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
    /// The argument, one sentence a step: the figures that decide, and what they leave open.
    pub reasons: Vec<String>,
    /// How many figures had no part in it, in words; nothing if there are none.
    pub aside_lead: Option<String>,
    /// Why these had no part in it, one sentence a cause; to be unfolded on demand.
    pub aside: Vec<String>,
    /// The figure that is missing to settle it; nothing if it is settled or none is known to.
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
