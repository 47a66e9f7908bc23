//! The page of a plan, with its checklist.

use super::link::Link;
use super::parts::{Fact, TaskView};
use super::status::{CountView, StatusView};
use crate::view::brief::blocks::BriefCard;
use serde::Serialize;

/// A plan with its checklist.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    /// Facts about it: number, issued, period, who assists whom, document.
    pub facts: Vec<Fact>,
    /// What it set out to do.
    pub aim: Option<String>,
    /// Says how the lead units were read.
    pub lead_note: Option<String>,
    /// All targets by status.
    pub counts: Vec<CountView>,
    /// Number of all targets.
    pub total: usize,
    /// The statuses that occur, for the filter.
    pub statuses: Vec<StatusFilter>,
    /// The units that occur, for the filter: id and name.
    pub units: Vec<FilterView>,
    /// The chapters with their tasks.
    pub actions: Vec<PlanActionView>,
    /// The brief on it.
    pub brief: Option<BriefCard>,
}

/// A status in the filter of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct StatusFilter {
    /// What rows carry in `data-status`.
    pub status: StatusView,
    /// How many tasks have a target in it.
    pub count: usize,
}

/// A unit in the filter of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Its page, which lists its tasks.
    pub link: Link,
    /// How many tasks of the plan it answers for.
    pub count: usize,
}

/// A chapter on the plan's page.
#[derive(Debug, Clone, Serialize)]
pub struct PlanActionView {
    /// Its page.
    pub link: Link,
    /// Its number.
    pub number: String,
    /// An id for links within the page.
    pub anchor: String,
    /// What it promises.
    pub summary: Option<String>,
    /// The statuses of all its tasks, for the filter.
    pub status_keys: Vec<String>,
    /// Its tasks.
    pub tasks: Vec<TaskView>,
}
