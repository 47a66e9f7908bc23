//! Plans as records: actions, tasks, and the indicators that measure each task.

use super::part::{DaySpan, LangMap};
use crate::exchange::named::Named;
use crate::model::{Action, Plan, Report, Task, TaskRef, UnitId};
use serde::Serialize;

/// One plan.
#[derive(Debug, Serialize)]
pub(super) struct PlanRecord<'a> {
    id: &'a str,
    title: LangMap<'a>,
    number: Option<&'a str>,
    issued: Option<String>,
    period: DaySpan,
    scope: &'a str,
    source: &'a str,
    aim: Option<LangMap<'a>>,
    lead_inferred: Option<LangMap<'a>>,
    actions: Vec<ActionRecord<'a>>,
}

impl<'a> PlanRecord<'a> {
    /// The record of a plan.
    pub(super) fn new(report: &'a Report, plan: &'a Plan) -> Self {
        Self {
            id: plan.id.as_str(),
            title: LangMap(&plan.title),
            number: plan.number.as_deref(),
            issued: plan.issued.map(|day| day.to_string()),
            period: DaySpan(plan.period),
            scope: plan.scope.as_str(),
            source: plan.source.as_str(),
            aim: plan.aim.as_ref().map(LangMap),
            lead_inferred: plan.lead_inferred.as_ref().map(LangMap),
            actions: plan.actions.iter().map(|action| ActionRecord::new(report, plan, action)).collect(),
        }
    }
}

/// One chapter of a plan.
#[derive(Debug, Serialize)]
struct ActionRecord<'a> {
    id: &'a str,
    number: &'a str,
    title: LangMap<'a>,
    short: LangMap<'a>,
    kind: &'static str,
    summary: Option<LangMap<'a>>,
    locator: Option<&'a str>,
    units: Vec<&'a str>,
    tasks: Vec<TaskRecord<'a>>,
}

impl<'a> ActionRecord<'a> {
    fn new(report: &'a Report, plan: &'a Plan, action: &'a Action) -> Self {
        Self {
            id: action.id.as_str(),
            number: &action.number,
            title: LangMap(&action.title),
            short: LangMap(&action.short),
            kind: action.kind.name(),
            summary: action.summary.as_ref().map(LangMap),
            locator: action.locator.as_deref(),
            units: ids(&action.units),
            tasks: action.tasks.iter().map(|task| TaskRecord::new(report, plan, task)).collect(),
        }
    }
}

/// One row of a plan's checklist.
#[derive(Debug, Serialize)]
struct TaskRecord<'a> {
    number: &'a str,
    title: LangMap<'a>,
    text: LangMap<'a>,
    due: LangMap<'a>,
    lead: Vec<&'a str>,
    partner: Vec<&'a str>,
    locator: &'a str,
    indicators: Vec<&'a str>,
}

impl<'a> TaskRecord<'a> {
    fn new(report: &'a Report, plan: &Plan, task: &'a Task) -> Self {
        let own = TaskRef { plan: plan.id.clone(), number: task.number.clone() };
        let measures_it = report.indicators.values().filter(|one| one.task.as_ref() == Some(&own));
        Self {
            number: &task.number,
            title: LangMap(&task.title),
            text: LangMap(&task.text),
            due: LangMap(&task.due),
            lead: ids(&task.lead),
            partner: ids(&task.partner),
            locator: &task.locator,
            indicators: measures_it.map(|indicator| indicator.id.as_str()).collect(),
        }
    }
}

fn ids(units: &[UnitId]) -> Vec<&str> {
    units.iter().map(UnitId::as_str).collect()
}
