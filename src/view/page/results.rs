//! The main indicators of a plan and how far they have come, in one table.

use super::link::Link;
use super::status::StatusView;
use serde::Serialize;

/// The table of a plan's main indicators.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsView {
    /// What it is called: 主要指标进展情况表.
    pub title: String,
    /// The heads of its columns: number, indicator, unit of measure, whether it binds, who leads, baseline, the years,
    /// target, status; without those of which no indicator says anything.
    pub head: Vec<ResultsHead>,
    /// How many columns it has.
    pub width: usize,
    /// True if it has a column that says whether a target binds.
    pub has_binding: bool,
    /// True if it has a column of the units that lead.
    pub has_lead: bool,
    /// Its rows, by level or by action.
    pub groups: Vec<ResultsGroupView>,
    /// The file that has the rest, with how many in words; nothing if all rows are here.
    pub more: Option<Link>,
    /// The same as a file for spreadsheets.
    pub csv: Link,
}

/// The head of a column.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsHead {
    /// Its words.
    pub text: String,
    /// True if figures stand under it.
    pub figures: bool,
}

/// Rows that belong together.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsGroupView {
    /// The level, or the action; nothing if they have none.
    pub title: Option<String>,
    /// Its rows.
    pub rows: Vec<ResultsRowView>,
}

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsRowView {
    /// Its place in the table, from 1.
    pub number: String,
    /// Its page.
    pub indicator: Link,
    /// What it is counted in; empty for a milestone.
    pub unit: String,
    /// Whether its target binds: 约束性, 预期性; empty if nobody says.
    pub binding: String,
    /// The units that answer for it first; empty if the plan names none.
    pub lead: Vec<Link>,
    /// The state before the plan, with its year.
    pub baseline: ResultsFigure,
    /// A figure for each year of the plan.
    pub years: Vec<ResultsFigure>,
    /// What is asked: a line each where years are not asked alike.
    pub asked: Vec<ResultsAsked>,
    /// How it stands: a line each where years do not stand alike.
    pub stands: Vec<ResultsStand>,
    /// Its page, with how many more targets it has in words; nothing if all are here.
    pub others: Option<Link>,
}

/// A figure of a year, or of before.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsFigure {
    /// The number without its unit, with its qualifier; a dash where there is none.
    pub text: String,
    /// Where it stands among all figures of the indicator; nothing where there is none.
    pub href: Option<String>,
    /// Of when it is, where that is not the year of its column; else empty.
    pub time: String,
    /// What has to be known with it, each in a word or two: preliminary, estimated, new method. For a dash why there is
    /// no figure, as far as that is known.
    pub marks: Vec<String>,
    /// True if there is no figure.
    pub missing: bool,
}

/// What is asked.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsAsked {
    /// The condition with its unit; leads to the verdict.
    pub asked: Link,
    /// By when, or in which years.
    pub when: String,
}

/// How it stands.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsStand {
    /// The status.
    pub status: StatusView,
    /// Of which years, where the row has several; else empty.
    pub of: String,
    /// What has to be known with it; empty if nothing.
    pub remarks: Vec<String>,
}
