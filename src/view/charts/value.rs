//! What is proven of one target, as a mark: solid to the floor, open to the cap, hatched for a part.

use crate::chart::{Coverage, Plan, PlanKind, Value as Mark, ValueKind};
use crate::evaluate::{Interval, Verdict};
use crate::model::{Actual, Condition, Indicator, Target, Value, Written};
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
    let scale = if percent { share_of_limit(verdict).unwrap_or(attainment) } else { interval };
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
    let own = |actual: &&Actual| actual.cell == target.cell;
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

/// What is proven in per cent of a limit, which a bar is drawn against; none of anything else.
fn share_of_limit(verdict: &Verdict) -> Option<Interval> {
    let (Condition::AtMost(limit) | Condition::Below(limit)) = &verdict.condition else { return None };
    let (limit, known) = (limit.value(), verdict.reached().0);
    let share = |end: Option<Decimal>| end?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(limit);
    (limit > Decimal::ZERO).then(|| Interval::new(share(known.low), share(known.high)))
}

/// A published figure as a point: a number where its source says one, else what it says of it.
pub(super) fn point_mark(ctx: &LangContext<'_>, indicator: &Indicator, actual: &Actual) -> Option<Mark> {
    let label = ctx.locale.value_label(&actual.value, ctx.unit(indicator));
    let at = |number: &Written| geometry(number.value());
    Some(match &actual.value {
        // Of what may be more the number is the least.
        Value::Value(n) if actual.partial => Mark::bounds(at(n), None, label),
        Value::Value(n) | Value::Nearly(n) => Mark::exact(at(n), label),
        Value::About(n) => Mark::exact(at(n), label).of_kind(ValueKind::About),
        Value::MoreThan(n) => Mark::exact(at(n), label).of_kind(ValueKind::MoreThan),
        Value::AtLeast(n) => Mark::bounds(at(n), None, label),
        Value::AtMost(n) => Mark::bounds(0.0, Some(at(n)), label),
        Value::Between(low, high) => Mark::bounds(at(low), Some(at(high)), label),
        Value::Done | Value::InProgress | Value::Missing => return None,
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
    let written = |n: &Written| ctx.locale.written(n, unit);
    let edge = |kind: fn(f64) -> PlanKind, name: &str, n: &Written| Plan {
        kind: kind(geometry(n.value())),
        label: ctx.say(name, &[("value", &written(n))]),
    };
    Some(match condition {
        Condition::AtLeast(n) => edge(PlanKind::Minimum, "chart-plan-minimum", n),
        Condition::Above(n) => edge(PlanKind::Minimum, "chart-value-more-than", n),
        Condition::AtMost(n) => edge(PlanKind::Maximum, "chart-plan-maximum", n),
        Condition::Below(n) => edge(PlanKind::Maximum, "chart-less-than", n),
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
