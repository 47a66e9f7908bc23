//! The plan: what was promised, by whom, until when.

use super::{ActionId, Origin, Period, PlanId, ScopeId, SourceId, Text, UnitId, Years};
use jiff::civil::Date;

/// A document with a period, actions and safeguards.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The stem of its file.
    pub id: PlanId,
    /// Its name.
    pub title: Text,
    /// The number under which it was issued, such as 东扶贫〔2018〕5号.
    pub number: Option<String>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// The days for which it promises something.
    pub period: Period,
    /// The month and day on which its years start: (1, 1) for calendar years.
    pub year_starts: (i8, i8),
    /// How a year of it is named, with `{start}`, `{end}` or `{end2}` in it: `FY{end}`.
    pub year_label: Option<Text>,
    /// Who assists whom under it.
    pub scope: ScopeId,
    /// The document itself.
    pub source: SourceId,
    /// What it set out to do, in our words.
    pub aim: Option<Text>,
    /// Says so where the lead unit of a task is our reading and not the document's word.
    pub lead_inferred: Option<Text>,
    /// Its chapters, in order.
    pub actions: Vec<Action>,
    /// Where it is written.
    pub origin: Origin,
}

/// Whether a chapter is one of the plan's actions or its safeguards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// One of the actions.
    Action,
    /// The safeguards, which count as one more.
    Safeguard,
}

/// One chapter of the plan.
#[derive(Debug, Clone)]
pub struct Action {
    /// The address of its page.
    pub id: ActionId,
    /// Its number as the plan writes it.
    pub number: String,
    /// Its full name.
    pub title: Text,
    /// A name short enough for a chart.
    pub short: Text,
    /// An action or the safeguards.
    pub kind: ActionKind,
    /// What it promises, in our words.
    pub summary: Option<Text>,
    /// Where it stands in the plan's document.
    pub locator: Option<String>,
    /// The units that the chapter names, in its order.
    pub units: Vec<UnitId>,
    /// The rows of the checklist under it.
    pub tasks: Vec<Task>,
    /// Where it is written.
    pub origin: Origin,
}

/// A numbered row of the plan's checklist.
#[derive(Debug, Clone)]
pub struct Task {
    /// Its number as the checklist writes it.
    pub number: String,
    /// Its name.
    pub title: Text,
    /// What was promised, in our words.
    pub text: Text,
    /// The due date as written.
    pub due: Text,
    /// The units that answer first.
    pub lead: Vec<UnitId>,
    /// The units that take part.
    pub partner: Vec<UnitId>,
    /// Where it stands in the plan's document.
    pub locator: String,
    /// Where it is written.
    pub origin: Origin,
    /// Where what was promised is written.
    pub text_origin: Origin,
}

/// Names a task: its plan and its number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaskRef {
    /// The plan.
    pub plan: PlanId,
    /// The number of the row.
    pub number: String,
}

impl Plan {
    /// The years in which it counts.
    pub fn years(&self) -> Years<'_> {
        Years::new(self.year_starts, self.year_label.as_ref())
    }

    /// The task of a number, with its action.
    pub fn task(&self, number: &str) -> Option<(&Action, &Task)> {
        self.actions
            .iter()
            .find_map(|action| Some((action, action.tasks.iter().find(|task| task.number == number)?)))
    }

    /// All tasks with their actions, in the plan's order.
    pub fn tasks(&self) -> impl Iterator<Item = (&Action, &Task)> {
        self.actions.iter().flat_map(|action| action.tasks.iter().map(move |task| (action, task)))
    }
}
