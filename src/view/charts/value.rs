//! What is proven of one target, as a mark: solid to the floor, open to the cap, hatched for a part.

use crate::chart::{Coverage, Plan, PlanKind, Value as Mark, ValueKind};
use crate::evaluate::{Reason, Verdict};
use crate::model::{Actual, Condition, Indicator, Target, Value};
use crate::view::desk::Desk;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// A number for the geometry only; what is read comes from the decimal.
pub(super) fn geometry(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// The mark for a target: what its figures prove, in base units or in per cent of what was asked.
pub(super) fn mark(
    desk: &Desk<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
    percent: bool,
) -> Option<Mark> {
    let (interval, attainment) = verdict.reached();
    let scale = if percent { attainment } else { interval };
    let unit = desk.unit(indicator);
    let label = desk.locale.proven_label(interval, unit);
    if label.is_empty() {
        return if percent { None } else { not_comparable(desk, indicator, target) };
    }
    let low = scale.low.unwrap_or_default();
    let sole = sole_figure(indicator, verdict);
    let part = sole.filter(|actual| {
        !actual.dated && actual.time != target.period && target.period.contains(&actual.time)
    });
    let kind = match sole.map(|actual| &actual.value) {
        Some(Value::About(_)) => ValueKind::About,
        Some(Value::MoreThan(_)) => ValueKind::MoreThan,
        Some(_) if part.is_some() || interval.low == interval.high => ValueKind::Exact,
        _ if interval.low == interval.high => ValueKind::Exact,
        _ => ValueKind::Bounds,
    };
    let label = sole.map_or(label, |actual| desk.locale.value_label(&actual.value, unit));
    let high = match kind {
        ValueKind::Bounds => scale.high,
        _ => Some(low),
    };
    let mark = Mark::bounds(geometry(low), high.map(geometry), label).of_kind(kind);
    Some(match part {
        Some(actual) => mark.covering(Coverage::Part, desk.locale.period(&actual.time)),
        None => mark,
    })
}

/// The one figure that makes the whole floor, if there is just one and nothing caps it besides.
fn sole_figure<'i>(indicator: &'i Indicator, verdict: &Verdict) -> Option<&'i Actual> {
    let floor = verdict.reasons.iter().find_map(|reason| match reason {
        Reason::FloorFrom { actuals, .. } | Reason::Latest { actuals, .. } => Some(actuals.as_slice()),
        _ => None,
    });
    match floor {
        Some([one]) => indicator.actuals.get(*one),
        _ => None,
    }
}

/// A figure of the target's own days and scope that counts something else: shown light.
fn not_comparable(desk: &Desk<'_>, indicator: &Indicator, target: &Target) -> Option<Mark> {
    let actual = indicator.actuals.iter().find(|actual| {
        actual.definition.is_some() && actual.scope == target.scope && target.period.contains(&actual.time)
    })?;
    let number = match &actual.value {
        Value::Value(n)
        | Value::About(n)
        | Value::MoreThan(n)
        | Value::AtLeast(n)
        | Value::Nearly(n)
        | Value::AtMost(n) => n,
        Value::Between(low, _) => low,
        Value::Done | Value::InProgress => return None,
    };
    let label = desk.locale.value_label(&actual.value, desk.unit(indicator));
    let mark = Mark::exact(geometry(number.value()), label);
    Some(mark.covering(Coverage::NotComparable, desk.locale.word("chart-key-not-comparable")))
}

/// What a target asks, as a mark; in per cent every threshold is 100.
pub(super) fn plan(desk: &Desk<'_>, indicator: &Indicator, condition: &Condition) -> Option<Plan> {
    let unit = desk.unit(indicator);
    let written = |n: &crate::model::Written| desk.locale.quantity(n.value(), unit);
    Some(match condition {
        Condition::AtLeast(n) | Condition::Above(n) => Plan {
            kind: PlanKind::Minimum(geometry(n.value())),
            label: desk.say("chart-plan-minimum", &[("value", &written(n))]),
        },
        Condition::AtMost(n) | Condition::Below(n) => Plan {
            kind: PlanKind::Maximum(geometry(n.value())),
            label: desk.say("chart-plan-maximum", &[("value", &written(n))]),
        },
        Condition::Exactly(n) => Plan { kind: PlanKind::Exact(geometry(n.value())), label: written(n) },
        Condition::About(n) => {
            Plan { kind: PlanKind::Exact(geometry(n.value())), label: desk.locale.condition(condition, unit) }
        }
        Condition::Between(low, high) | Condition::Within(low, high) => Plan {
            kind: PlanKind::Range { low: geometry(low.value()), high: geometry(high.value()) },
            label: desk.locale.condition(condition, unit),
        },
        Condition::Done => return None,
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
