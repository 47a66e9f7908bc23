//! What several kinds of page show: facts, tasks, rows of indicators and figures, checked claims.

use super::figure::ChartView;
use super::link::{Link, TitledLink};
use super::status::VerdictLine;
use serde::Serialize;

/// A fact: a name and what it is.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// What it is.
    pub text: String,
    /// A link for it.
    pub href: Option<String>,
}

/// One of the numbered pages of a long list.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    /// Its number, or an ellipsis for those left out.
    pub text: String,
    /// Its address; nothing for those left out.
    pub href: Option<String>,
    /// True for the page itself.
    pub current: bool,
}

/// A row of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct TaskView {
    /// Its number.
    pub number: String,
    /// An id for links: `task-5-2`.
    pub anchor: String,
    /// Its name.
    pub title: String,
    /// What was promised.
    pub text: String,
    /// The due date as written.
    pub due: String,
    /// The units that answer first.
    pub lead: Vec<Link>,
    /// The units that take part.
    pub partner: Vec<Link>,
    /// The ids of all its units, for the filter.
    pub unit_ids: Vec<String>,
    /// The statuses of its targets, for the filter.
    pub status_keys: Vec<String>,
    /// Where it stands in the plan's document, as a link to the source.
    pub place: Link,
    /// What measures it: the first of them, if there are very many.
    pub indicators: Vec<TaskIndicatorView>,
    /// The rest of them.
    pub more: Option<Link>,
    /// The list of figures that bear on it without a target.
    pub context: Option<Link>,
    /// A sentence for a task without a number to judge.
    pub without: Option<String>,
    /// Stories that tell of it.
    pub stories: Vec<Link>,
}

/// An indicator under a task.
#[derive(Debug, Clone, Serialize)]
pub struct TaskIndicatorView {
    /// Its page.
    pub link: Link,
    /// Its verdicts, in short.
    pub verdicts: Vec<VerdictLine>,
}

/// An indicator in a list.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// Its page.
    pub link: Link,
    /// Its verdicts, in short; empty for context.
    pub verdicts: Vec<VerdictLine>,
    /// For context: the figures in short, such as 2019年 22.04万元.
    pub figures: Vec<String>,
}

/// An indicator as a card with its chart.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorCard {
    /// Its page.
    pub link: Link,
    /// What is proven, as a sentence.
    pub sentence: String,
    /// The verdicts, in short.
    pub verdicts: Vec<VerdictLine>,
    /// The chart; nothing where the page has enough of them.
    pub chart: Option<ChartView>,
}

/// A figure on a scope's or source's page.
#[derive(Debug, Clone, Serialize)]
pub struct ScopeFigure {
    /// Its place on the page.
    pub anchor: String,
    /// The indicator, linked to the figure.
    pub indicator: Link,
    /// When.
    pub time: String,
    /// What.
    pub value: String,
    /// Of whom (on a source's page), or by whom it is said (on a scope's page).
    pub other: TitledLink,
    /// Where in the document.
    pub locator: String,
    /// What it is, if it is no result.
    pub kind: Option<String>,
}

/// A source's arithmetic, checked.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    /// What the source states.
    pub text: String,
    /// Where.
    pub locator: String,
    /// Holds, rounds to, does not hold: `holds`, `rounds_to`, `holds_by_truncation`, `does_not_hold`, `cannot_tell`.
    pub outcome_key: String,
    /// The same in words.
    pub outcome: String,
    /// What comes out.
    pub computed: String,
    /// The figures it is about.
    pub figures: Vec<Link>,
    /// The source.
    pub source: Link,
}
