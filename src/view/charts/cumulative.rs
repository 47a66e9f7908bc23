//! Running totals towards a target over several years.

use super::judged::{columns, interaction, line, nothing};
use super::value::{geometry, notes};
use crate::chart::{
    Coverage, Cumulative, Interaction, Plan, PlanKind, Plot, Status, Step, Value as Mark, Verdict as Line,
};
use crate::evaluate::{Interval, RunningTotal, running_totals};
use crate::model::{Condition, Indicator, Period, Target};
use crate::view::charts::frame::PlotWithNotes;
use crate::view::context::LangContext;
use rust_decimal::Decimal;

/// One step a year of the target over several years.
pub(super) fn cumulative(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let found = indicator.long_target().and_then(|target| ctx.target(indicator, &target.id));
    let Some((_, target, verdict)) = found else { return columns(ctx, indicator) };
    let totals = running_totals(ctx.report, indicator, target, ctx.evaluation.as_of);
    let last = totals.len().saturating_sub(1);
    let mut earlier = 0.0;
    let mut steps = Vec::with_capacity(totals.len());
    for (index, total) in totals.iter().enumerate() {
        let value = mark(ctx, indicator, total);
        let before = earlier;
        if let Some(low) = total.interval.low {
            earlier = geometry(low);
        }
        steps.push(Step {
            label: year(ctx, total, index == last, target),
            earlier: before,
            value,
            plan: total.planned.map(|planned| plan(ctx, indicator, planned, &verdict.condition)),
            verdict: if index == last { Some(line(ctx, verdict)) } else { on_the_way(ctx, total) },
            interaction: if index == last {
                interaction(ctx, indicator, target, verdict)
            } else {
                Interaction::default()
            },
        });
    }
    let mut notes = notes(steps.iter().filter_map(|step| step.value.as_ref()));
    if steps.iter().any(|step| step.earlier > 0.0) {
        notes.insert(0, "chart-note-earlier");
    }
    PlotWithNotes::new(Plot::Cumulative(Cumulative { steps, no_data: nothing(ctx, indicator) }), notes)
}

/// The year; where the target ends or begins within one, its days.
fn year(ctx: &LangContext<'_>, total: &RunningTotal, last: bool, target: &Target) -> String {
    match Period::year(total.year) {
        Ok(year) if !last || year.end() == target.period.end() => ctx.locale.period(&year),
        _ => ctx.locale.day(total.end),
    }
}

/// Hatched, where the figures end before the year does and nothing caps what came after.
fn mark(ctx: &LangContext<'_>, indicator: &Indicator, total: &RunningTotal) -> Option<Mark> {
    let unit = ctx.unit(indicator);
    let Interval { low, high, .. } = total.interval;
    if low.is_none() && high.is_none() {
        return None;
    }
    let label = ctx.locale.proven_label(total.interval, unit);
    Some(match (low, high) {
        (Some(low), None) if total.through < total.end => {
            let note = ctx.say("chart-through", &[("day", &ctx.locale.day(total.through))]);
            Mark::exact(geometry(low), ctx.locale.quantity(low, unit)).covering(Coverage::Part, note)
        }
        (Some(low), Some(high)) if low == high => Mark::exact(geometry(low), label),
        _ => Mark::bounds(geometry(low.unwrap_or_default()), high.map(geometry), label),
    })
}

fn plan(ctx: &LangContext<'_>, indicator: &Indicator, planned: Decimal, condition: &Condition) -> Plan {
    let amount = ctx.locale.quantity(planned, ctx.unit(indicator));
    match condition {
        Condition::Exactly(_) | Condition::About(_) => {
            Plan { kind: PlanKind::Exact(geometry(planned)), label: amount }
        }
        _ => Plan {
            kind: PlanKind::Minimum(geometry(planned)),
            label: ctx.say("chart-plan-minimum", &[("value", &amount)]),
        },
    }
}

/// What is proven of a year on the way against what was planned by then; nothing where neither is.
fn on_the_way(ctx: &LangContext<'_>, total: &RunningTotal) -> Option<Line> {
    let planned = total.planned.filter(|planned| !planned.is_zero())?;
    let share = |value: Option<Decimal>| {
        value.and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(planned))
    };
    let attainment = Interval::new(share(total.interval.low), share(total.interval.high));
    let status = if total.is_ahead()? { Status::OnTrack } else { Status::Behind };
    Some(Line { status, text: ctx.locale.attainment_label(attainment) })
}
