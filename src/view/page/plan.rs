//! The page of a plan, with its checklist.

use super::link::Link;
use super::parts::{Fact, TaskView};
use super::results::ResultsView;
use super::status::{CountView, StatusView};
use crate::view::brief::blocks::BriefCard;
use serde::Serialize;

/// A plan with its checklist.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    /// Facts about it: number, issued, period, scope, document. What is not known is left out.
    pub facts: Vec<Fact>,
    /// What it set out to do; nothing if the content does not say.
    pub aim: Option<String>,
    /// Says how the lead units were read, where the plan does not name them plainly; else nothing.
    pub lead_note: Option<String>,
    /// All targets by status, without empty ones.
    pub counts: Vec<CountView>,
    /// Number of all targets; wholes count once.
    pub total: usize,
    /// The statuses that occur, for the filter.
    pub statuses: Vec<StatusFilter>,
    /// The units that answer for tasks, those with most tasks first.
    pub units: Vec<FilterView>,
    /// The actions with their tasks.
    pub actions: Vec<PlanActionView>,
    /// Its main indicators in one table: baseline, each year's figure, target, status; nothing if none has a target.
    pub results: Option<ResultsView>,
    /// The brief that writes itself on it; nothing if one that somebody wrote has its name.
    pub brief: Option<BriefCard>,
}

/// A status in the filter of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct StatusFilter {
    /// The status; rows carry its `key` in `data-status`.
    pub status: StatusView,
    /// How many tasks have a target in it.
    pub count: usize,
}

/// A unit in the filter of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Its page, which lists its tasks.
    pub link: Link,
    /// For how many tasks of the plan it answers or takes part.
    pub count: usize,
}

/// A chapter on the plan's page.
#[derive(Debug, Clone, Serialize)]
pub struct PlanActionView {
    /// Its page.
    pub link: Link,
    /// Its number in the plan: 一, 5.
    pub number: String,
    /// An id for links within the page: `action-<id>`.
    pub anchor: String,
    /// What it promises; nothing if the content does not say.
    pub summary: Option<String>,
    /// The keys of the statuses of all its tasks, each once, for `data-status`.
    pub status_keys: Vec<String>,
    /// Its tasks.
    pub tasks: Vec<TaskView>,
}
