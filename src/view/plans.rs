//! The plan with its checklist, and one page an action.

use super::build::Sheet;
use super::charts;
use super::desk::{Desk, Here, task_anchor};
use super::home;
use super::indicators::context_row;
use super::page::{
    ActionView, Body, Fact, FilterView, Link, PlanActionView, PlanView, StatusView, TaskIndicatorView,
    TaskView,
};
use super::route::Route;
use super::verdicts::{self, Tally};
use crate::model::{Action, ActionId, Plan, Task, TaskRef, UnitId};
use std::collections::{BTreeMap, BTreeSet};

/// Where a plan's page stands: the first plan has the short address.
pub(super) fn plan_route(desk: &Desk<'_>, plan: &Plan) -> Route {
    match desk.report.plans.keys().next() {
        Some(first) if *first == plan.id => Route::Plan,
        _ => Route::OtherPlan(plan.id.clone()),
    }
}

/// Writes a plan's page.
pub(super) fn plan(here: &Here<'_>, plan: Option<&Plan>) -> Sheet {
    let Some(plan) = plan else { return here.plain("page-not-found", "about-not-found", Body::NotFound) };
    let desk = here.desk;
    let rows = home::actions(here, plan);
    let mut all = Tally::new();
    for (_, tally) in &rows {
        for (shown, count) in tally {
            *all.entry(*shown).or_default() += count;
        }
    }
    let actions: Vec<PlanActionView> = plan
        .actions
        .iter()
        .map(|action| PlanActionView {
            link: here.link(&Route::Action(action.id.clone()), desk.words(&action.title)),
            number: action.number.clone(),
            anchor: format!("action-{}", action.id),
            summary: desk.maybe(action.summary.as_ref()),
            tasks: action.tasks.iter().map(|task| here.task(plan, task)).collect(),
        })
        .collect();
    let counts = verdicts::counts(desk, &all);
    let view = PlanView {
        facts: facts(here, plan),
        aim: desk.maybe(plan.aim.as_ref()),
        lead_note: desk.maybe(plan.lead_inferred.as_ref()),
        statuses: counts.iter().map(|count| count.status.clone()).collect::<Vec<StatusView>>(),
        total: all.values().sum(),
        units: filters(here, plan),
        scorecard: charts::scorecard(desk, plan).map(|chart| chart.figure(here, &here.address.route)),
        yearly: charts::multiples(here, plan).map(|chart| chart.figure(here, &here.address.route)),
        counts,
        actions,
    };
    Sheet {
        title: desk.words(&plan.title).into_owned(),
        description: desk.say("about-plan", &[("plan", &desk.words(&plan.title))]),
        crumbs: vec![here.home()],
        body: Body::Plan(Box::new(view)),
    }
}

fn facts(here: &Here<'_>, plan: &Plan) -> Vec<Fact> {
    let desk = here.desk;
    let fact =
        |name: &str, text: String, href: Option<String>| Fact { name: desk.locale.word(name), text, href };
    let source = here.source(&plan.source);
    let scope = here.scope(&plan.scope);
    let mut facts = Vec::new();
    let number = plan.number.as_ref().map(|number| desk.locator(&plan.source, number));
    facts.extend(number.map(|number| fact("fact-number", number, None)));
    facts.extend(plan.issued.map(|day| fact("fact-issued", desk.locale.day(day), None)));
    facts.push(fact("fact-period", desk.locale.period(&plan.period), None));
    facts.push(fact("fact-scope", scope.text, Some(scope.href)));
    facts.push(fact("fact-document", source.text, Some(source.href)));
    facts
}

/// The units of a plan's tasks with the number of tasks they answer for.
fn filters(here: &Here<'_>, plan: &Plan) -> Vec<FilterView> {
    let mut counts: BTreeMap<&UnitId, usize> = BTreeMap::new();
    for (_, task) in plan.tasks() {
        for unit in task.lead.iter().chain(&task.partner).collect::<BTreeSet<_>>() {
            *counts.entry(unit).or_default() += 1;
        }
    }
    let mut filters: Vec<FilterView> = counts
        .into_iter()
        .map(|(id, count)| FilterView { id: id.to_string(), text: here.unit(id).text, count })
        .collect();
    filters.sort_by_key(|filter| std::cmp::Reverse(filter.count));
    filters
}

/// Writes an action's page.
pub(super) fn action(here: &Here<'_>, id: &ActionId) -> Sheet {
    let desk = here.desk;
    let actions: Vec<(&Plan, &Action)> = desk
        .report
        .plans
        .values()
        .flat_map(|plan| plan.actions.iter().map(move |action| (plan, action)))
        .collect();
    let Some(at) = actions.iter().position(|(_, action)| action.id == *id) else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let (plan, action) = actions[at];
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| actions.get(at))
            .filter(|(other, _)| other.id == plan.id)
            .map(|(_, action)| here.link(&Route::Action(action.id.clone()), desk.words(&action.title)))
    };
    let tasks: Vec<TaskRef> = action
        .tasks
        .iter()
        .map(|task| TaskRef { plan: plan.id.clone(), number: task.number.clone() })
        .collect();
    let (judged, context): (Vec<_>, Vec<_>) = tasks
        .iter()
        .flat_map(|task| desk.report.indicators_of(task))
        .partition(|one| !one.targets.is_empty());
    let tally = verdicts::count(desk, judged.iter().copied());
    let total: usize = tally.values().sum();
    let lead = if total == 0 {
        desk.locale.word("action-lead-none")
    } else {
        let parts = verdicts::parts(desk, &tally, "home-lead-part");
        desk.say("action-lead", &[("total", &desk.locale.count(total)), ("parts", &parts)])
    };
    let mut stories: BTreeSet<_> = BTreeSet::new();
    stories.extend(tasks.iter().filter_map(|task| desk.stories_on.get(task)).flatten().copied());
    let title = desk.words(&action.title).into_owned();
    let plan_link = here.link(&plan_route(desk, plan), desk.words(&plan.title));
    let view = ActionView {
        number: action.number.clone(),
        summary: desk.maybe(action.summary.as_ref()),
        plan: plan_link.clone(),
        place: action.locator.as_ref().map(|locator| {
            let source = here.source(&plan.source);
            let text = format!("{} {}", source.text, desk.locator(&plan.source, locator));
            Link { text, href: source.href }
        }),
        units: action.units.iter().map(|unit| here.unit(unit)).collect(),
        counts: verdicts::counts(desk, &tally),
        total,
        lead,
        tasks: action.tasks.iter().map(|task| here.task(plan, task)).collect(),
        attainment: charts::attainment(here, plan, action)
            .map(|chart| chart.figure(here, &here.address.route)),
        cards: judged.iter().map(|indicator| here.card(indicator)).collect(),
        context: context.iter().map(|indicator| context_row(here, indicator)).collect(),
        stories: stories.into_iter().filter_map(|id| here.story_card(id)).collect(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
    };
    Sheet {
        description: desk.say("about-action", &[("action", &title)]),
        title,
        crumbs: vec![here.home(), plan_link],
        body: Body::Action(Box::new(view)),
    }
}

impl Here<'_> {
    /// A row of the checklist.
    pub(super) fn task(&self, plan: &Plan, task: &Task) -> TaskView {
        let desk = self.desk;
        let name = TaskRef { plan: plan.id.clone(), number: task.number.clone() };
        let (judged, context): (Vec<_>, Vec<_>) =
            desk.report.indicators_of(&name).partition(|indicator| !indicator.targets.is_empty());
        let indicators: Vec<TaskIndicatorView> = judged
            .iter()
            .map(|indicator| TaskIndicatorView {
                link: self.indicator(indicator),
                verdicts: self.lines(indicator),
            })
            .collect();
        let status_keys: BTreeSet<String> =
            indicators.iter().flat_map(|one| &one.verdicts).map(|line| line.status.key.clone()).collect();
        let source = self.source(&plan.source);
        TaskView {
            number: task.number.clone(),
            anchor: task_anchor(&task.number),
            title: desk.words(&task.title).into_owned(),
            text: desk.words(&task.text).into_owned(),
            due: desk.words(&task.due).into_owned(),
            lead: task.lead.iter().map(|unit| self.unit(unit)).collect(),
            partner: task.partner.iter().map(|unit| self.unit(unit)).collect(),
            unit_ids: task.lead.iter().chain(&task.partner).map(ToString::to_string).collect(),
            status_keys: status_keys.into_iter().collect(),
            place: Link { text: desk.locator(&plan.source, &task.locator), href: source.href },
            without: indicators.is_empty().then(|| desk.locale.word("task-without")),
            context: context.iter().map(|indicator| self.indicator(indicator)).collect(),
            stories: self.stories(desk.stories_on.get(&name)),
            indicators,
        }
    }
}
