//! Responsible units: what each leads and takes part in.

use crate::model::{Plan, Task, UnitId};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{Body, UnitRow, UnitView, UnitsView};
use crate::view::pages::{list_links, plans};
use crate::view::parts;
use crate::view::parts::PageParts;
use crate::view::route::Route;
use crate::view::wording::verdicts::{self, StatusTally};

/// The tasks of a unit: those it leads, and those in which it takes part.
struct Duties<'a> {
    leads: Vec<(&'a Plan, &'a Task)>,
    partners: Vec<(&'a Plan, &'a Task)>,
}

fn duties<'a>(ctx: &LangContext<'a>, unit: &UnitId) -> Duties<'a> {
    let all = || ctx.report.plans.values().flat_map(|plan| plan.tasks().map(move |(_, task)| (plan, task)));
    Duties {
        leads: all().filter(|(_, task)| task.lead.contains(unit)).collect(),
        partners: all()
            .filter(|(_, task)| !task.lead.contains(unit) && task.partner.contains(unit))
            .collect(),
    }
}

fn tally(ctx: &LangContext<'_>, tasks: &[(&Plan, &Task)]) -> StatusTally {
    verdicts::count(ctx, tasks.iter().flat_map(|(plan, task)| ctx.refs.of_task(plan, task)).copied())
}

/// The units by what they answer for; those that answer for as much in the order written.
fn in_order<'a>(ctx: &LangContext<'a>) -> Vec<(&'a UnitId, Duties<'a>)> {
    let mut written: Vec<_> = ctx.report.units.values().collect();
    written.sort_by_key(|unit| unit.origin.start);
    let mut units: Vec<_> = written.into_iter().map(|unit| (&unit.id, duties(ctx, &unit.id))).collect();
    units.sort_by_key(|(_, duties)| std::cmp::Reverse((duties.leads.len(), duties.partners.len())));
    units
}

/// Writes the list.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let rows: Vec<UnitRow> = in_order(ctx)
        .into_iter()
        .map(|(id, duties)| UnitRow {
            link: page_ctx.unit(id),
            leads: duties.leads.len(),
            partners: duties.partners.len(),
            counts: verdicts::counts(ctx, &tally(ctx, &duties.leads)),
        })
        .collect();
    parts::plain(page_ctx, "page-units", "about-units", Body::Units(UnitsView { rows }))
}

/// Writes a unit's page.
pub(in crate::view) fn unit(page_ctx: &PageContext<'_>, id: &UnitId) -> PageParts {
    let ctx = page_ctx.lang;
    let duties = duties(ctx, id);
    let tasks = |all: &[(&Plan, &Task)]| {
        all.iter().map(|(plan, task)| plans::task_view(page_ctx, plan, task)).collect::<Vec<_>>()
    };
    let (leads, partners) = (ctx.locale.count(duties.leads.len()), ctx.locale.count(duties.partners.len()));
    let note = duties.leads.iter().chain(&duties.partners).find_map(|(plan, _)| plan.lead_inferred.as_ref());
    let order: Vec<&UnitId> = in_order(ctx).into_iter().map(|(id, _)| id).collect();
    let (previous, next) = list_links::neighbours_in(&order, &id, |other| page_ctx.unit(other));
    let view = UnitView {
        previous,
        next,
        lead: ctx.say("unit-lead", &[("leads", &leads), ("partners", &partners)]),
        counts: verdicts::counts(ctx, &tally(ctx, &duties.leads)),
        leads: tasks(&duties.leads),
        partners: tasks(&duties.partners),
        lead_note: ctx.maybe(note),
    };
    let title = page_ctx.unit(id).text;
    PageParts {
        description: ctx.say("about-unit", &[("unit", &title)]),
        title,
        crumbs: vec![page_ctx.home(), page_ctx.link(&Route::Units, ctx.locale.word("page-units"))],
        body: Body::Unit(Box::new(view)),
    }
}
