//! Indicators under headings: judged ones by action, the others by task or scope.

use crate::model::{Action, Indicator, Plan, Report, ScopeId, Task};
use std::collections::BTreeMap;

/// All indicators, each in one group.
#[derive(Default)]
pub(in crate::view) struct Groups<'a> {
    /// Judged indicators by action.
    pub judged: Vec<Group<'a>>,
    /// The others by task or scope.
    pub context: Vec<Group<'a>>,
    tasks: BTreeMap<(&'a str, &'a str), TaskAt<'a>>,
}

/// A task, its plan and action, and its place in the plan, from 1.
type TaskAt<'a> = (&'a Plan, &'a Action, &'a Task, usize);

/// Indicators under one heading.
pub(in crate::view) struct Group<'a> {
    pub heading: Heading<'a>,
    /// An id for links, and the name of its own list.
    pub anchor: String,
    /// The indicators, in reading order.
    pub members: Vec<&'a Indicator>,
}

/// What the indicators of a group have in common.
#[derive(Clone, Copy)]
pub(in crate::view) enum Heading<'a> {
    /// They judge an action.
    Action(&'a Action),
    /// They bear on a task, which is the n-th of its plan.
    Task(&'a Plan, &'a Task, usize),
    /// They belong to no task: their scope. True if they are judged.
    Scope(&'a ScopeId, bool),
}

/// What tells a heading from others: of what kind it is, of whom, and which of several.
type Key<'a> = (&'static str, &'a str, usize);

impl<'a> Heading<'a> {
    fn key(self) -> Key<'a> {
        match self {
            Self::Action(action) => ("action", action.id.as_str(), 0),
            // A number may be any text, so its place stands for it.
            Self::Task(plan, _, place) => ("task", plan.id.as_str(), place),
            Self::Scope(scope, true) => ("judged", scope.as_str(), 0),
            Self::Scope(scope, false) => ("scope", scope.as_str(), 0),
        }
    }

    fn anchor(self) -> String {
        match self.key() {
            (kind, name, 0) => format!("{kind}-{name}"),
            (kind, name, place) => format!("{kind}-{name}-{place}"),
        }
    }
}

impl<'a> Groups<'a> {
    /// Groups indicators, which come in the order in which they are read.
    pub(crate) fn new(report: &'a Report, order: &[&'a Indicator]) -> Self {
        let mut groups = Self { tasks: tasks(report), ..Self::default() };
        let mut known: BTreeMap<Key<'a>, usize> = BTreeMap::new();
        for indicator in order {
            let (heading, is_judged) = (groups.heading(indicator), !indicator.targets.is_empty());
            let list = if is_judged { &mut groups.judged } else { &mut groups.context };
            let at = *known.entry(heading.key()).or_insert_with(|| {
                list.push(Group { heading, anchor: heading.anchor(), members: Vec::new() });
                list.len() - 1
            });
            list[at].members.push(indicator);
        }
        groups
    }

    fn heading(&self, indicator: &'a Indicator) -> Heading<'a> {
        let is_judged = !indicator.targets.is_empty();
        let task = indicator.task.as_ref();
        match task.and_then(|task| self.tasks.get(&(task.plan.as_str(), task.number.as_str()))) {
            Some((_, action, ..)) if is_judged => Heading::Action(action),
            Some((plan, _, task, place)) => Heading::Task(plan, task, *place),
            None => Heading::Scope(&indicator.scope, is_judged),
        }
    }

    /// The anchor of the group of what bears on a task; nothing for a task that there is not.
    pub(crate) fn of_task(&self, plan: &Plan, number: &str) -> String {
        self.tasks
            .get(&(plan.id.as_str(), number))
            .map(|(plan, _, task, place)| Heading::Task(plan, task, *place).anchor())
            .unwrap_or_default()
    }
}

fn tasks(report: &Report) -> BTreeMap<(&str, &str), TaskAt<'_>> {
    report
        .plans
        .values()
        .flat_map(|plan| {
            plan.tasks().zip(1..).map(move |((action, task), place)| {
                ((plan.id.as_str(), task.number.as_str()), (plan, action, task, place))
            })
        })
        .collect()
}
