//! What is proven of one target, as a mark: solid to the floor, open to the cap, hatched for a part.

use crate::chart::{Coverage, Plan, PlanKind, Value as Mark, ValueKind};
use crate::evaluate::Verdict;
use crate::model::{Condition, Indicator, Target, Value};
use crate::view::context::LangContext;
use crate::view::wording::{
    self,
    proven::{self, Sole},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// A number for the geometry only; what is read comes from the decimal.
pub(super) fn geometry(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// The mark for a target: what its figures prove, in base units or in per cent of what was asked.
pub(super) fn mark(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
    percent: bool,
) -> Option<Mark> {
    let (interval, attainment) = (proven::bounds(indicator, verdict), verdict.reached().1);
    let scale = if percent { attainment } else { interval };
    let unit = ctx.unit(indicator);
    if let Some(worked_out) = verdict.worked_out.filter(|_| !percent) {
        return Some(Mark::exact(geometry(worked_out), ctx.locale.quantity(worked_out, unit)));
    }
    let label = ctx.locale.proven_label(interval, unit);
    if label.is_empty() {
        return if percent { None } else { not_comparable(ctx, indicator, target) };
    }
    let said = proven::sole(ctx, indicator, verdict);
    let figure = |index: usize| indicator.actuals.get(index);
    let (sole, cap) = match said {
        Some(Sole::Figure(index)) => (figure(index), None),
        Some(Sole::Cap(index)) => (None, figure(index)),
        None => (None, None),
    };
    // A single number stands where its source printed it, whatever its rounding leaves open.
    // What another part of the quantity came to is a minimum or maximum of this one.
    let own = |actual: &&crate::model::Actual| actual.cell == target.cell;
    let printed = sole.filter(own).filter(|actual| !actual.partial).and_then(|actual| match &actual.value {
        Value::Value(number) => Some(number.value()),
        _ => None,
    });
    let low = printed.filter(|_| !percent).or(scale.low).unwrap_or_default();
    let part = sole.filter(own).filter(|actual| {
        !actual.dated && actual.time != target.period && target.period.contains(&actual.time)
    });
    let kind = match sole.filter(own).map(|actual| &actual.value) {
        Some(Value::About(_)) => ValueKind::About,
        Some(Value::MoreThan(_)) => ValueKind::MoreThan,
        Some(_) if part.is_some() || printed.is_some() => ValueKind::Exact,
        _ if interval.low == interval.high => ValueKind::Exact,
        _ => ValueKind::Bounds,
    };
    let label = match (sole, cap.map(|actual| &actual.value)) {
        (Some(actual), _) => ctx.locale.value_label(&actual.value, unit),
        (None, Some(Value::Value(number))) => {
            ctx.say("chart-at-most", &[("value", &ctx.locale.written(number, unit))])
        }
        _ => label,
    };
    let high = match kind {
        ValueKind::Bounds => scale.high,
        _ => Some(low),
    };
    let mark = Mark::bounds(geometry(low), high.map(geometry), label).of_kind(kind);
    Some(match part {
        Some(actual) => mark.covering(Coverage::Part, ctx.locale.period(&actual.time)),
        None => mark,
    })
}

/// A figure of the target's own days and scope that counts something else: shown light.
fn not_comparable(ctx: &LangContext<'_>, indicator: &Indicator, target: &Target) -> Option<Mark> {
    let actual = indicator.actuals.iter().find(|actual| {
        actual.definition.is_some() && actual.scope == target.scope && target.period.contains(&actual.time)
    })?;
    let number = actual.value.numbers().all().next()?;
    let label = ctx.locale.value_label(&actual.value, ctx.unit(indicator));
    let mark = Mark::exact(geometry(number.value()), label);
    Some(mark.covering(Coverage::NotComparable, ctx.locale.word("chart-key-not-comparable")))
}

/// What a target asks, as a mark; in per cent every threshold is 100.
pub(super) fn plan(ctx: &LangContext<'_>, indicator: &Indicator, condition: &Condition) -> Option<Plan> {
    let unit = ctx.unit(indicator);
    let written = |n: &crate::model::Written| ctx.locale.quantity(n.value(), unit);
    Some(match condition {
        Condition::AtLeast(n) | Condition::Above(n) => {
            let name = if matches!(condition, Condition::Above(_)) {
                "chart-value-more-than"
            } else {
                "chart-plan-minimum"
            };
            Plan {
                kind: PlanKind::Minimum(geometry(n.value())),
                label: ctx.say(name, &[("value", &written(n))]),
            }
        }
        Condition::AtMost(n) | Condition::Below(n) => {
            let name = if matches!(condition, Condition::Below(_)) {
                "chart-less-than"
            } else {
                "chart-plan-maximum"
            };
            Plan {
                kind: PlanKind::Maximum(geometry(n.value())),
                label: ctx.say(name, &[("value", &written(n))]),
            }
        }
        Condition::Exactly(n) => Plan { kind: PlanKind::Exact(geometry(n.value())), label: written(n) },
        Condition::About(n) => Plan {
            kind: PlanKind::Exact(geometry(n.value())),
            label: wording::condition::condition(ctx, indicator, condition),
        },
        Condition::Between(low, high) | Condition::Within(low, high) => Plan {
            kind: PlanKind::Range { low: geometry(low.value()), high: geometry(high.value()) },
            label: wording::condition::condition(ctx, indicator, condition),
        },
        Condition::Against(_) | Condition::Done => return None,
    })
}

/// The notes that some marks need.
pub(super) fn notes<'m>(marks: impl Iterator<Item = &'m Mark>) -> Vec<&'static str> {
    let mut notes = Vec::new();
    let mut add = |note: &'static str| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    for mark in marks {
        match mark.coverage {
            Coverage::Part => add("chart-note-part"),
            Coverage::NotComparable => add("chart-note-not-comparable"),
            Coverage::Earlier | Coverage::Full => {}
        }
        match mark.kind {
            ValueKind::Bounds => add("chart-note-bounds"),
            ValueKind::About => add("chart-note-about"),
            ValueKind::MoreThan => add("chart-note-more"),
            ValueKind::Exact => {}
        }
    }
    notes
}
