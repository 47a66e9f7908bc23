//! Running totals towards a target over several years.

use super::Made;
use super::judged::{columns, line, nothing, touch};
use super::value::{geometry, notes};
use crate::chart::{
    Coverage, Cumulative, Plan, PlanKind, Plot, Status, Step, Touch, Value as Mark, Verdict as Line,
};
use crate::evaluate::{Interval, RunningTotal, running_totals};
use crate::model::{Condition, Indicator, Period, Target};
use crate::view::desk::Desk;
use rust_decimal::Decimal;

/// One step a year of the target over several years.
pub(super) fn cumulative(desk: &Desk<'_>, indicator: &Indicator) -> Made {
    let found = indicator.long_target().and_then(|target| desk.target(indicator, &target.id));
    let Some((_, target, verdict)) = found else { return columns(desk, indicator) };
    let totals = running_totals(desk.report, indicator, target, desk.evaluation.as_of);
    let last = totals.len().saturating_sub(1);
    let mut earlier = 0.0;
    let mut steps = Vec::with_capacity(totals.len());
    for (index, total) in totals.iter().enumerate() {
        let value = mark(desk, indicator, total);
        let before = earlier;
        if let Some(low) = total.interval.low {
            earlier = geometry(low);
        }
        steps.push(Step {
            label: year(desk, total, index == last, target),
            earlier: before,
            value,
            plan: total.planned.map(|planned| plan(desk, indicator, planned, &verdict.condition)),
            verdict: if index == last { Some(line(desk, verdict)) } else { on_the_way(desk, total) },
            touch: if index == last { touch(desk, indicator, target, verdict) } else { Touch::default() },
        });
    }
    let mut notes = notes(steps.iter().filter_map(|step| step.value.as_ref()));
    if steps.iter().any(|step| step.earlier > 0.0) {
        notes.insert(0, "chart-note-earlier");
    }
    Made::new(Plot::Cumulative(Cumulative { steps, no_data: nothing(desk, indicator) }), notes)
}

/// The year; where the target ends or begins within one, its days.
fn year(desk: &Desk<'_>, total: &RunningTotal, last: bool, target: &Target) -> String {
    match Period::year(total.year) {
        Ok(year) if !last || year.end() == target.period.end() => desk.locale.period(&year),
        _ => desk.locale.day(total.end),
    }
}

/// Hatched, where the figures end before the year does and nothing caps what came after.
fn mark(desk: &Desk<'_>, indicator: &Indicator, total: &RunningTotal) -> Option<Mark> {
    let unit = desk.unit(indicator);
    let Interval { low, high, .. } = total.interval;
    if low.is_none() && high.is_none() {
        return None;
    }
    let label = desk.locale.proven_label(total.interval, unit);
    Some(match (low, high) {
        (Some(low), None) if total.through < total.end => {
            let note = desk.say("chart-through", &[("day", &desk.locale.day(total.through))]);
            Mark::exact(geometry(low), desk.locale.quantity(low, unit)).covering(Coverage::Part, note)
        }
        (Some(low), Some(high)) if low == high => Mark::exact(geometry(low), label),
        _ => Mark::bounds(geometry(low.unwrap_or_default()), high.map(geometry), label),
    })
}

fn plan(desk: &Desk<'_>, indicator: &Indicator, planned: Decimal, condition: &Condition) -> Plan {
    let amount = desk.locale.quantity(planned, desk.unit(indicator));
    match condition {
        Condition::Exactly(_) | Condition::About(_) => {
            Plan { kind: PlanKind::Exact(geometry(planned)), label: amount }
        }
        _ => Plan {
            kind: PlanKind::Minimum(geometry(planned)),
            label: desk.say("chart-plan-minimum", &[("value", &amount)]),
        },
    }
}

/// What is proven of a year on the way against what was planned by then; nothing where neither is.
fn on_the_way(desk: &Desk<'_>, total: &RunningTotal) -> Option<Line> {
    let planned = total.planned.filter(|planned| !planned.is_zero())?;
    let share = |value: Option<Decimal>| {
        value.and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(planned))
    };
    let attainment = Interval::new(share(total.interval.low), share(total.interval.high));
    let status = if total.is_ahead()? { Status::OnTrack } else { Status::Behind };
    Some(Line { status, text: desk.locale.attainment_label(attainment) })
}
