//! What several kinds of page show: facts, tasks, rows of indicators and figures, checked claims.

use super::figure::ChartView;
use super::link::{Link, TitledLink};
use super::status::VerdictLine;
use serde::Serialize;

/// A fact: a name and what it is.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What is said: its name, without a colon.
    pub name: String,
    /// What it is.
    pub text: String,
    /// The address it leads to; nothing for words alone.
    pub href: Option<String>,
}

/// One of the numbered pages of a long list.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    /// Its number, or an ellipsis for those left out.
    pub text: String,
    /// Its address; nothing for an ellipsis.
    pub href: Option<String>,
    /// True for the page itself.
    pub current: bool,
}

/// A row of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct TaskView {
    /// Its number in the plan: 1, or 5.2.
    pub number: String,
    /// An id for links within the page: `task-5-2`.
    pub anchor: String,
    /// Its name.
    pub title: String,
    /// What was promised.
    pub text: String,
    /// The due date, as the plan words it.
    pub due: String,
    /// The units that answer first; empty if the plan names none.
    pub lead: Vec<Link>,
    /// The units that take part; empty if there are none.
    pub partner: Vec<Link>,
    /// The ids of all its units, those that lead first.
    pub unit_ids: Vec<String>,
    /// The keys of the statuses of its targets, each once, for `data-status`; empty if it has none.
    pub status_keys: Vec<String>,
    /// Where it stands in the plan's document; leads to the page of the source.
    pub place: Link,
    /// The judged indicators that measure it: the first of them, if there are very many. Empty if nothing does.
    pub indicators: Vec<TaskIndicatorView>,
    /// The rest of them, with how many in words; nothing if all are here.
    pub more: Option<Link>,
    /// The list of figures that bear on it without a target; nothing if there are none.
    pub context: Option<Link>,
    /// A sentence that says so, for a task that no judged indicator measures; else nothing.
    pub without: Option<String>,
    /// Stories that tell of it.
    pub stories: Vec<Link>,
}

/// An indicator under a task.
#[derive(Debug, Clone, Serialize)]
pub struct TaskIndicatorView {
    /// Its page.
    pub link: Link,
    /// Its verdicts, a line each.
    pub verdicts: Vec<VerdictLine>,
}

/// An indicator in a list.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// Its id on the page of a source, which targets lead to; nothing elsewhere.
    pub anchor: Option<String>,
    /// Its page.
    pub link: Link,
    /// Its verdicts, a line each; empty for context.
    pub verdicts: Vec<VerdictLine>,
    /// For context up to four of its figures with their time: 2019年 22.04万元. Empty for what is judged.
    pub figures: Vec<String>,
}

/// An indicator as a card with its chart.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorCard {
    /// Its page.
    pub link: Link,
    /// What is proven, as a sentence.
    pub sentence: String,
    /// The verdicts, a line each; empty for context.
    pub verdicts: Vec<VerdictLine>,
    /// The chart; nothing where there is none, or where the charts before it weigh 30 kB already.
    pub chart: Option<ChartView>,
}

/// A figure on a scope's or source's page.
#[derive(Debug, Clone, Serialize)]
pub struct ScopeFigure {
    /// Its id on the page.
    pub anchor: String,
    /// The indicator; leads to the figure's place on its page.
    pub indicator: Link,
    /// Of when: 2020年1—5月.
    pub time: String,
    /// The figure with its unit and qualifier: 约1,043.47万元.
    pub value: String,
    /// On a source's page of whom it speaks; on a scope's page the source that says it, where it stands on that
    /// source's page.
    pub other: TitledLink,
    /// Where in the document: page, paragraph.
    pub locator: String,
    /// What it is, if it is no result: 预计. Else nothing.
    pub kind: Option<String>,
}

/// A source's arithmetic, checked.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    /// What the source states, in its words.
    pub text: String,
    /// Where in the source.
    pub locator: String,
    /// Whether it holds: `holds`, `rounds_to`, `holds_by_truncation`, `does_not_hold`, `cannot_tell`.
    pub outcome_key: String,
    /// The same in words.
    pub outcome: String,
    /// What comes out, as a sentence.
    pub computed: String,
    /// The figures it is about; each leads to its place on an indicator's page.
    pub figures: Vec<Link>,
    /// The source.
    pub source: Link,
}
