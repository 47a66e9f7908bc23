//! The plan with its checklist, and one page an action.

use super::build::Sheet;
use super::charts;
use super::desk::{Desk, Here, Shown, task_anchor};
use super::home;
use super::indicators::context_row;
use super::page::{
    ActionView, Body, CountView, Fact, FilterView, Link, PlanActionView, PlanView, StatusFilter, StatusView,
    TaskIndicatorView, TaskView,
};
use super::paper::{self, BriefKey};
use super::route::Route;
use super::verdicts::{self, Tally};
use crate::model::{Action, ActionId, Plan, Task, UnitId};
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
            status_keys: Vec::new(),
            tasks: action.tasks.iter().map(|task| here.task(plan, task)).collect(),
        })
        .map(|action| {
            let keys: BTreeSet<&String> = action.tasks.iter().flat_map(|task| &task.status_keys).collect();
            PlanActionView { status_keys: keys.into_iter().cloned().collect(), ..action }
        })
        .collect();
    let counts = here.counts_of(plan, &all);
    let view = PlanView {
        facts: facts(here, plan),
        aim: desk.maybe(plan.aim.as_ref()),
        lead_note: desk.maybe(plan.lead_inferred.as_ref()),
        statuses: counts.iter().map(|count| status_filter(&count.status, &actions)).collect(),
        total: all.values().sum(),
        units: filters(here, plan),
        counts,
        actions,
        brief: paper::card_of(here, &BriefKey::Plan(plan.id.clone())),
    };
    Sheet {
        title: desk.words(&plan.title).into_owned(),
        description: desk.say("about-plan", &[("plan", &desk.words(&plan.title))]),
        crumbs: vec![here.home()],
        body: Body::Plan(Box::new(view)),
    }
}

/// A status with the number of tasks that have a target in it.
fn status_filter(status: &StatusView, actions: &[PlanActionView]) -> StatusFilter {
    let tasks = actions.iter().flat_map(|action| &action.tasks);
    let count = tasks.filter(|task| task.status_keys.contains(&status.key)).count();
    StatusFilter { status: status.clone(), count }
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
    let mut filters: Vec<FilterView> =
        counts.into_iter().map(|(id, count)| FilterView { link: here.unit(id), count }).collect();
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
    let (judged, context): (Vec<_>, Vec<_>) =
        desk.index.of_action(plan, action).partition(|one| !one.targets.is_empty());
    let tally = verdicts::count(desk, judged.iter().copied());
    let total: usize = tally.values().sum();
    let lead = if total == 0 {
        desk.locale.word("action-lead-none")
    } else {
        let parts = verdicts::parts(desk, &tally, "home-lead-part");
        desk.say("action-lead", &[("total", &desk.locale.count(total)), ("parts", &parts)])
    };
    let mut stories: BTreeSet<_> = BTreeSet::new();
    let told = action.tasks.iter().filter_map(|task| desk.index.stories_on(plan, task));
    stories.extend(told.flatten().copied());
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
        cards: judged.iter().take(CARDS).scan(0, |drawn, one| Some(here.card(one, drawn))).collect(),
        more: here.more(action.id.as_str(), judged.len().saturating_sub(CARDS)),
        context: context.iter().take(CARDS).map(|indicator| context_row(here, indicator)).collect(),
        context_lists: if context.len() > CARDS { context_lists(here, plan, action) } else { Vec::new() },
        stories: stories.into_iter().filter_map(|id| here.story_card(id)).collect(),
        brief: paper::card_of(here, &BriefKey::Action(id.clone())),
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

/// The lists of the figures that bear on the tasks of an action, each called by its task.
fn context_lists(here: &Here<'_>, plan: &Plan, action: &Action) -> Vec<Link> {
    let list = |task: &Task| {
        let all = here.task(plan, task).context?;
        let text = format!("{} {}", task.number, here.desk.words(&task.title));
        Some(Link { text, ..all })
    };
    action.tasks.iter().filter_map(list).collect()
}

/// As many indicators as an action's page shows in full; the rest stand in its list.
const CARDS: usize = 20;
/// As many indicators as all rows of a checklist name together, and each of them at least and at most; the
/// rest stand in the action's list.
const NAMED: usize = 150;
const NAMED_A_TASK: (usize, usize) = (2, 10);

impl Here<'_> {
    /// The way to the indicators of an action that are not shown, if there are any.
    fn more(&self, action: &str, rest: usize) -> Option<Link> {
        (rest > 0).then(|| Link {
            text: self.desk.say("and-more", &[("count", &self.desk.locale.count(rest))]),
            href: self.list_of_action(action),
        })
    }

    /// The counts of a plan's targets, each with the list of them.
    pub(super) fn counts_of(&self, plan: &Plan, tally: &Tally) -> Vec<CountView> {
        let shown = Shown::ALL.into_iter().filter(|shown| tally.contains_key(shown));
        let counts = verdicts::counts(self.desk, tally).into_iter().zip(shown);
        counts
            .map(|(count, shown)| CountView { href: self.list_of_status(&plan.id, shown), ..count })
            .collect()
    }

    /// A row of the checklist.
    pub(super) fn task(&self, plan: &Plan, task: &Task) -> TaskView {
        let desk = self.desk;
        let (judged, context): (Vec<_>, Vec<_>) = desk
            .index
            .of_task(plan, task)
            .iter()
            .copied()
            .partition(|indicator| !indicator.targets.is_empty());
        let (least, most) = NAMED_A_TASK;
        let named = (NAMED / plan.tasks().count().max(1)).clamp(least, most);
        let indicators: Vec<TaskIndicatorView> = judged
            .iter()
            .take(named)
            .map(|indicator| TaskIndicatorView {
                link: self.indicator(indicator),
                verdicts: self.lines_in_short(indicator),
            })
            .collect();
        let status_keys: BTreeSet<&str> =
            verdicts::count(desk, judged.iter().copied()).into_keys().map(Shown::key).collect();
        let action = plan.task(&task.number).map_or("", |(action, _)| action.id.as_str());
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
            status_keys: status_keys.into_iter().map(str::to_owned).collect(),
            place: Link { text: desk.locator(&plan.source, &task.locator), href: source.href },
            without: indicators.is_empty().then(|| desk.locale.word("task-without")),
            more: self.more(action, judged.len().saturating_sub(named)),
            context: (!context.is_empty()).then(|| Link {
                text: desk.say("related-figures-count", &[("count", &desk.locale.count(context.len()))]),
                href: self.list_of_task(plan, task),
            }),
            stories: self.stories(desk.index.stories_on(plan, task)),
            indicators,
        }
    }
}
