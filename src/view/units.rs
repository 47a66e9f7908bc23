//! Responsible units: what each leads and takes part in.

use super::build::Sheet;
use super::desk::{Desk, Here};
use super::page::{Body, UnitRow, UnitView, UnitsView};
use super::route::Route;
use super::verdicts::{self, Tally};
use crate::model::{Plan, Task, UnitId};

/// The tasks of a unit: those it leads, and those in which it takes part.
struct Duties<'a> {
    leads: Vec<(&'a Plan, &'a Task)>,
    partners: Vec<(&'a Plan, &'a Task)>,
}

fn duties<'a>(desk: &Desk<'a>, unit: &UnitId) -> Duties<'a> {
    let all = || desk.report.plans.values().flat_map(|plan| plan.tasks().map(move |(_, task)| (plan, task)));
    Duties {
        leads: all().filter(|(_, task)| task.lead.contains(unit)).collect(),
        partners: all()
            .filter(|(_, task)| !task.lead.contains(unit) && task.partner.contains(unit))
            .collect(),
    }
}

fn tally(desk: &Desk<'_>, tasks: &[(&Plan, &Task)]) -> Tally {
    verdicts::count(desk, tasks.iter().flat_map(|(plan, task)| desk.index.of_task(plan, task)).copied())
}

/// The units by what they answer for.
fn in_order<'a>(desk: &Desk<'a>) -> Vec<(&'a UnitId, Duties<'a>)> {
    let mut units: Vec<_> = desk.report.units.keys().map(|id| (id, duties(desk, id))).collect();
    units.sort_by_key(|(_, duties)| std::cmp::Reverse((duties.leads.len(), duties.partners.len())));
    units
}

/// Writes the list.
pub(super) fn list(here: &Here<'_>) -> Sheet {
    let desk = here.desk;
    let rows: Vec<UnitRow> = in_order(desk)
        .into_iter()
        .map(|(id, duties)| UnitRow {
            link: here.unit(id),
            leads: duties.leads.len(),
            partners: duties.partners.len(),
            counts: verdicts::counts(desk, &tally(desk, &duties.leads)),
        })
        .collect();
    here.plain("page-units", "about-units", Body::Units(UnitsView { rows }))
}

/// Writes a unit's page.
pub(super) fn unit(here: &Here<'_>, id: &UnitId) -> Sheet {
    let desk = here.desk;
    let duties = duties(desk, id);
    let tasks =
        |all: &[(&Plan, &Task)]| all.iter().map(|(plan, task)| here.task(plan, task)).collect::<Vec<_>>();
    let (leads, partners) = (desk.locale.count(duties.leads.len()), desk.locale.count(duties.partners.len()));
    let note = duties.leads.iter().chain(&duties.partners).find_map(|(plan, _)| plan.lead_inferred.as_ref());
    let order: Vec<&UnitId> = in_order(desk).into_iter().map(|(id, _)| id).collect();
    let (previous, next) = super::lists::neighbours_in(&order, &id, |other| here.unit(other));
    let view = UnitView {
        previous,
        next,
        lead: desk.say("unit-lead", &[("leads", &leads), ("partners", &partners)]),
        counts: verdicts::counts(desk, &tally(desk, &duties.leads)),
        leads: tasks(&duties.leads),
        partners: tasks(&duties.partners),
        lead_note: desk.maybe(note),
    };
    let title = here.unit(id).text;
    Sheet {
        description: desk.say("about-unit", &[("unit", &title)]),
        title,
        crumbs: vec![here.home(), here.link(&Route::Units, desk.locale.word("page-units"))],
        body: Body::Unit(Box::new(view)),
    }
}
