//! The plan with its checklist, and one page an action.

use crate::model::{Action, ActionId, Plan, Task, UnitId};
use crate::view::context::PageContext;
use crate::view::page::link::Link;
use crate::view::page::{
    ActionRow, ActionView, Body, CountView, Fact, FilterView, PlanActionView, PlanView, StatusFilter,
    StatusView, TaskIndicatorView, TaskView,
};
use crate::view::pages::{entries, list_links};
use crate::view::parts::PageParts;
use crate::view::route::{BriefKey, Route, task_anchor};
use crate::view::shown::Shown;
use crate::view::wording::verdicts::{self, StatusTally};
use crate::view::{brief, charts, parts, results};
use std::collections::{BTreeMap, BTreeSet};

/// Writes a plan's page.
pub(in crate::view) fn plan(page_ctx: &PageContext<'_>, plan: Option<&Plan>) -> PageParts {
    let Some(plan) = plan else { return parts::not_found(page_ctx) };
    let ctx = page_ctx.lang;
    let rows = actions(page_ctx, plan);
    let mut all = StatusTally::new();
    for (_, tally) in &rows {
        for (shown, count) in tally {
            *all.entry(*shown).or_default() += count;
        }
    }
    let actions: Vec<PlanActionView> = plan
        .actions
        .iter()
        .map(|action| PlanActionView {
            link: page_ctx.link(&Route::Action(action.id.clone()), ctx.words(&action.title)),
            number: action.number.clone(),
            anchor: format!("action-{}", action.id),
            summary: ctx.maybe(action.summary.as_ref()),
            status_keys: Vec::new(),
            tasks: action.tasks.iter().map(|task| task_view(page_ctx, plan, task)).collect(),
        })
        .map(|action| {
            let keys: BTreeSet<&String> = action.tasks.iter().flat_map(|task| &task.status_keys).collect();
            PlanActionView { status_keys: keys.into_iter().cloned().collect(), ..action }
        })
        .collect();
    let counts = counts_of(page_ctx, plan, &all);
    let view = PlanView {
        facts: facts(page_ctx, plan),
        aim: ctx.maybe(plan.aim.as_ref()),
        lead_note: ctx.maybe(plan.lead_inferred.as_ref()),
        statuses: counts.iter().map(|count| status_filter(&count.status, &actions)).collect(),
        total: all.values().sum(),
        units: filters(page_ctx, plan),
        counts,
        actions,
        results: results::view(page_ctx, plan),
        brief: brief::card_of(page_ctx, &BriefKey::Plan(plan.id.clone())),
    };
    PageParts {
        title: ctx.words(&plan.title).into_owned(),
        description: ctx.say("about-plan", &[("plan", &ctx.words(&plan.title))]),
        crumbs: vec![page_ctx.home()],
        body: Body::Plan(Box::new(view)),
    }
}

/// A status with the number of tasks that have a target in it.
fn status_filter(status: &StatusView, actions: &[PlanActionView]) -> StatusFilter {
    let tasks = actions.iter().flat_map(|action| &action.tasks);
    let count = tasks.filter(|task| task.status_keys.contains(&status.key)).count();
    StatusFilter { status: status.clone(), count }
}

fn facts(page_ctx: &PageContext<'_>, plan: &Plan) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let fact =
        |name: &str, text: String, href: Option<String>| Fact { name: ctx.locale.word(name), text, href };
    let source = page_ctx.source(&plan.source);
    let scope = page_ctx.scope(&plan.scope);
    let mut facts = Vec::new();
    let number = plan.number.as_ref().map(|number| ctx.locator(&plan.source, number));
    facts.extend(number.map(|number| fact("fact-number", number, None)));
    facts.extend(plan.issued.map(|day| fact("fact-issued", ctx.locale.day(day), None)));
    facts.push(fact("fact-period", ctx.locale.period(&plan.period), None));
    facts.push(fact("fact-scope", scope.text, Some(scope.href)));
    facts.push(fact("fact-document", source.text, Some(source.href)));
    facts
}

/// The units of a plan's tasks with the number of tasks they answer for.
fn filters(page_ctx: &PageContext<'_>, plan: &Plan) -> Vec<FilterView> {
    let mut counts: BTreeMap<&UnitId, usize> = BTreeMap::new();
    for (_, task) in plan.tasks() {
        for unit in task.lead.iter().chain(&task.partner).collect::<BTreeSet<_>>() {
            *counts.entry(unit).or_default() += 1;
        }
    }
    let mut filters: Vec<FilterView> =
        counts.into_iter().map(|(id, count)| FilterView { link: page_ctx.unit(id), count }).collect();
    filters.sort_by_key(|filter| std::cmp::Reverse(filter.count));
    filters
}

/// Writes an action's page.
pub(in crate::view) fn action(page_ctx: &PageContext<'_>, id: &ActionId) -> PageParts {
    let ctx = page_ctx.lang;
    let actions: Vec<(&Plan, &Action)> = ctx
        .report
        .plans
        .values()
        .flat_map(|plan| plan.actions.iter().map(move |action| (plan, action)))
        .collect();
    let Some(at) = actions.iter().position(|(_, action)| action.id == *id) else {
        return parts::not_found(page_ctx);
    };
    let (plan, action) = actions[at];
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| actions.get(at))
            .filter(|(other, _)| other.id == plan.id)
            .map(|(_, action)| page_ctx.link(&Route::Action(action.id.clone()), ctx.words(&action.title)))
    };
    let (judged, context): (Vec<_>, Vec<_>) =
        ctx.refs.of_action(plan, action).partition(|one| !one.targets.is_empty());
    let tally = verdicts::count(ctx, judged.iter().copied());
    let total: usize = tally.values().sum();
    let lead = if total == 0 {
        ctx.locale.word("action-lead-none")
    } else {
        let parts = verdicts::parts(ctx, &tally, "home-lead-part");
        ctx.say("action-lead", &[("total", &ctx.locale.count(total)), ("parts", &parts)])
    };
    let mut stories: BTreeSet<_> = BTreeSet::new();
    let told = action.tasks.iter().filter_map(|task| ctx.refs.stories_on(plan, task));
    stories.extend(told.flatten().copied());
    let title = ctx.words(&action.title).into_owned();
    let plan_link = page_ctx.link(&Route::plan(ctx.report, &plan.id), ctx.words(&plan.title));
    let view = ActionView {
        number: action.number.clone(),
        summary: ctx.maybe(action.summary.as_ref()),
        plan: plan_link.clone(),
        place: action.locator.as_ref().map(|locator| {
            let source = page_ctx.source(&plan.source);
            let text = format!("{} {}", source.text, ctx.locator(&plan.source, locator));
            Link { text, href: source.href }
        }),
        units: action.units.iter().map(|unit| page_ctx.unit(unit)).collect(),
        counts: verdicts::counts(ctx, &tally),
        total,
        lead,
        tasks: action.tasks.iter().map(|task| task_view(page_ctx, plan, task)).collect(),
        attainment: charts::attainment(page_ctx, plan, action)
            .map(|chart| chart.figure(page_ctx, &page_ctx.address.route)),
        cards: judged
            .iter()
            .take(CARDS)
            .scan(0, |drawn, one| Some(entries::indicator_card(page_ctx, one, drawn)))
            .collect(),
        more: more(page_ctx, action.id.as_str(), judged.len().saturating_sub(CARDS)),
        context: context
            .iter()
            .take(CARDS)
            .map(|indicator| entries::context_row(page_ctx, indicator))
            .collect(),
        context_lists: if context.len() > CARDS { context_lists(page_ctx, plan, action) } else { Vec::new() },
        stories: stories.into_iter().filter_map(|id| entries::story_card(page_ctx, id)).collect(),
        brief: brief::card_of(page_ctx, &BriefKey::Action(id.clone())),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
    };
    PageParts {
        description: ctx.say("about-action", &[("action", &title)]),
        title,
        crumbs: vec![page_ctx.home(), plan_link],
        body: Body::Action(Box::new(view)),
    }
}

/// The lists of the figures that bear on the tasks of an action, each called by its task.
fn context_lists(page_ctx: &PageContext<'_>, plan: &Plan, action: &Action) -> Vec<Link> {
    let list = |task: &Task| {
        let all = task_view(page_ctx, plan, task).context?;
        let text = format!("{} {}", task.number, page_ctx.lang.words(&task.title));
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

/// The actions of a plan with their counts.
pub(in crate::view) fn actions(page_ctx: &PageContext<'_>, plan: &Plan) -> Vec<(ActionRow, StatusTally)> {
    let ctx = page_ctx.lang;
    plan.actions
        .iter()
        .map(|action| {
            let tally = verdicts::count(ctx, ctx.refs.of_action(plan, action));
            let (tasks, targets): (usize, usize) = (action.tasks.len(), tally.values().sum());
            let count = |name: &str, count: usize| ctx.say(name, &[("count", &ctx.locale.count(count))]);
            let targets = if targets == 0 {
                ctx.locale.word("action-no-targets")
            } else {
                count("action-targets", targets)
            };
            let row = ActionRow {
                link: page_ctx.link(&Route::Action(action.id.clone()), ctx.words(&action.title)),
                number: action.number.clone(),
                size: ctx.locale.list(&[count("action-tasks", tasks), targets]),
                counts: verdicts::counts(ctx, &tally),
                targets: Vec::new(),
            };
            (row, tally)
        })
        .collect()
}

/// The way to the indicators of an action that are not shown, if there are any.
fn more(page_ctx: &PageContext<'_>, action: &str, rest: usize) -> Option<Link> {
    (rest > 0).then(|| Link {
        text: page_ctx.lang.say("and-more", &[("count", &page_ctx.lang.locale.count(rest))]),
        href: list_links::list_of_action(page_ctx, action),
    })
}

/// The counts of a plan's targets, each with the list of them.
pub(in crate::view) fn counts_of(
    page_ctx: &PageContext<'_>,
    plan: &Plan,
    tally: &StatusTally,
) -> Vec<CountView> {
    let shown = Shown::ALL.into_iter().filter(|shown| tally.contains_key(shown));
    let counts = verdicts::counts(page_ctx.lang, tally).into_iter().zip(shown);
    counts
        .map(|(count, shown)| CountView {
            href: list_links::list_of_status(page_ctx, &plan.id, shown),
            ..count
        })
        .collect()
}

/// A row of the checklist.
pub(in crate::view) fn task_view(page_ctx: &PageContext<'_>, plan: &Plan, task: &Task) -> TaskView {
    let ctx = page_ctx.lang;
    let (judged, context): (Vec<_>, Vec<_>) =
        ctx.refs.of_task(plan, task).iter().copied().partition(|indicator| !indicator.targets.is_empty());
    let (least, most) = NAMED_A_TASK;
    let named = (NAMED / plan.tasks().count().max(1)).clamp(least, most);
    let indicators: Vec<TaskIndicatorView> = judged
        .iter()
        .take(named)
        .map(|indicator| TaskIndicatorView {
            link: page_ctx.indicator(indicator),
            verdicts: verdicts::lines_in_short(page_ctx, indicator),
        })
        .collect();
    let status_keys: BTreeSet<&str> =
        verdicts::count(ctx, judged.iter().copied()).into_keys().map(Shown::key).collect();
    let action = plan.task(&task.number).map_or("", |(action, _)| action.id.as_str());
    let source = page_ctx.source(&plan.source);
    TaskView {
        number: task.number.clone(),
        anchor: task_anchor(&task.number),
        title: ctx.words(&task.title).into_owned(),
        text: ctx.words(&task.text).into_owned(),
        due: ctx.words(&task.due).into_owned(),
        lead: task.lead.iter().map(|unit| page_ctx.unit(unit)).collect(),
        partner: task.partner.iter().map(|unit| page_ctx.unit(unit)).collect(),
        unit_ids: task.lead.iter().chain(&task.partner).map(ToString::to_string).collect(),
        status_keys: status_keys.into_iter().map(str::to_owned).collect(),
        place: Link { text: ctx.locator(&plan.source, &task.locator), href: source.href },
        without: indicators.is_empty().then(|| ctx.locale.word("task-without")),
        more: more(page_ctx, action, judged.len().saturating_sub(named)),
        context: (!context.is_empty()).then(|| Link {
            text: ctx.say("related-figures-count", &[("count", &ctx.locale.count(context.len()))]),
            href: list_links::list_of_task(page_ctx, plan, task),
        }),
        stories: page_ctx.stories(ctx.refs.stories_on(plan, task)),
        indicators,
    }
}
