//! What is reported or proven of a target: in the words of its source where one figure says it all, with its
//! time; else the bounds that several figures prove together.

use crate::evaluate::{Interval, Reason, Status, Verdict};
use crate::model::{Actual, Condition, Indicator, Measure, RevisionChange, Target, Value, Written};
use crate::view::context::LangContext;
use crate::view::wording::condition;
use rust_decimal::{Decimal, RoundingStrategy};

/// The one figure in whose words a target is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Sole {
    /// It says what was reached, or a part of it.
    Figure(usize),
    /// It counts more than was asked, and so is the most that can have been reached.
    Cap(usize),
}

/// The one figure that says all that the verdict rests on; none where several prove it together.
pub(in crate::view) fn sole(ctx: &LangContext<'_>, indicator: &Indicator, verdict: &Verdict) -> Option<Sole> {
    let (reached, _) = verdict.reached();
    // Of figures that contradict each other none is the one that says it.
    let disputed = |index: &usize| {
        verdict.reasons.iter().any(|reason| match reason {
            Reason::Disputed { actuals } => actuals.contains(index),
            _ => false,
        })
    };
    let intervals = &ctx.judged(&indicator.id).intervals;
    // Of a state or rate the figure that says exactly what is proven.
    let of_time = verdict.reasons.iter().find_map(|reason| match reason {
        Reason::Decided { actuals, .. } | Reason::Latest { actuals, .. } | Reason::Broken { actuals, .. } => {
            actuals.iter().copied().find(|index| intervals.get(*index) == Some(&reached) && !disputed(index))
        }
        _ => None,
    });
    if let Some(index) = of_time {
        return Some(Sole::Figure(index));
    }
    let floor = verdict.reasons.iter().find_map(|reason| match reason {
        Reason::FloorFrom { actuals, less, .. } if less.is_empty() => {
            only(actuals).filter(|one| !disputed(one))
        }
        _ => None,
    });
    let cap = verdict.reasons.iter().find_map(|reason| match reason {
        Reason::CapFrom { actuals, less, .. } if less.is_empty() => {
            only(actuals).filter(|one| !disputed(one))
        }
        _ => None,
    });
    let by_maximum = reached.low.is_none() || rests_on_maximum(verdict);
    match (floor, cap) {
        (Some(one), Some(other)) if one == other => Some(Sole::Figure(one)),
        (_, Some(cap)) if by_maximum => Some(Sole::Cap(cap)),
        (Some(floor), _) if !by_maximum => Some(Sole::Figure(floor)),
        _ => None,
    }
}

/// The only one of some figures.
fn only(actuals: &[usize]) -> Option<usize> {
    match actuals {
        [one] => Some(*one),
        _ => None,
    }
}

/// True if it is the most that can have been reached which decides.
fn rests_on_maximum(verdict: &Verdict) -> bool {
    match (&verdict.condition, verdict.status) {
        (Condition::AtMost(_) | Condition::Below(_), status) => {
            matches!(status, Status::Met | Status::OnTrack | Status::Reached)
        }
        (_, status) => matches!(status, Status::Missed | Status::Behind),
    }
}

/// What is reported or proven, with its time where that is not the target's own: 2,127人（2020年1—5月）,
/// at least 2,500 people. Empty if nothing is.
pub(in crate::view) fn proven(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> String {
    told(ctx, indicator, target, verdict, |actual| is_its_own_time(target, actual))
}

/// The same with its time in any case, for a sentence that names no other.
pub(in crate::view) fn proven_at(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> String {
    told(ctx, indicator, target, verdict, |_| false)
}

fn told(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
    without_time: impl Fn(&Actual) -> bool,
) -> String {
    let unit = ctx.unit(indicator);
    let growth = |value: &str| condition::growth_towards(ctx, indicator, target, value);
    if let Some(worked_out) = verdict.worked_out {
        let value = growth(&ctx.locale.quantity(worked_out, unit));
        // Until all years are known it is said of which it is.
        let part = verdict.dated.filter(|dated| *dated != target.period);
        return part.map_or(value.clone(), |part| {
            ctx.say("proven-figure", &[("value", &value), ("time", &ctx.period(indicator, &part))])
        });
    }
    let said = sole(ctx, indicator, verdict).and_then(|sole| {
        let (index, is_cap) = match sole {
            Sole::Figure(index) => (index, false),
            Sole::Cap(index) => (index, true),
        };
        let actual = indicator.actuals.get(index)?;
        let at =
            |name: &str, number: &Written| ctx.say(name, &[("value", &ctx.locale.written(number, unit))]);
        let value = match &actual.value {
            Value::Value(number) if is_cap => at("proven-at-most", number),
            Value::Value(number) if actual.partial => at("proven-at-least", number),
            Value::AtMost(_) | Value::Nearly(_) => ctx.locale.value(&actual.value, unit),
            // What more than it can have been is not said by it.
            _ if is_cap => return None,
            value => ctx.locale.value(value, unit),
        };
        let value = growth(&value);
        let of_scope = actual.scope != target.scope;
        if without_time(actual) && !of_scope && actual.cell == target.cell {
            return Some(value);
        }
        let name = if of_scope { "proven-figure-of-scope" } else { "proven-figure" };
        let scope = if of_scope { ctx.scope(&actual.scope) } else { String::new() };
        // Of which part it is, the target says.
        let time = if actual.cell == target.cell {
            time_alone(ctx, indicator, actual)
        } else {
            time(ctx, indicator, actual)
        };
        Some(ctx.say(name, &[("value", &value), ("time", &time), ("scope", &scope)]))
    });
    said.unwrap_or_else(|| ctx.locale.proven(bounds(indicator, verdict), unit))
}

/// The time of a figure, a period as the plan names it.
pub(in crate::view) fn time(ctx: &LangContext<'_>, indicator: &Indicator, actual: &Actual) -> String {
    ctx.of_cell(indicator, &actual.cell, time_alone(ctx, indicator, actual))
}

fn time_alone(ctx: &LangContext<'_>, indicator: &Indicator, actual: &Actual) -> String {
    // That the day is somewhere in a stretch is said where it matters, by the reason.
    let is_day = actual.time.start() == Some(actual.time.end());
    if actual.dated && is_day { ctx.locale.at(&actual.time) } else { ctx.period(indicator, &actual.time) }
}

/// True if what is proven is of another time than the target, and says so: 64.1% (31 December 2024).
pub(in crate::view) fn is_of_another_time(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> bool {
    if verdict.worked_out.is_some() {
        return verdict.dated.is_some_and(|dated| dated != target.period);
    }
    let Some(Sole::Figure(index) | Sole::Cap(index)) = sole(ctx, indicator, verdict) else { return false };
    indicator.actuals.get(index).is_some_and(|actual| !is_its_own_time(target, actual))
}

/// How much of what is asked is reached, in per cent: of the way from the baseline, where there is one; of that
/// nothing once all of it is gone, which the verdict says.
pub(in crate::view) fn share(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> String {
    let (_, attainment) = verdict.reached();
    let said = ctx.locale.attainment(attainment);
    if said.is_empty() || !is_of_a_way(indicator, target) {
        return said;
    }
    if attainment.low.is_some_and(|low| low >= Decimal::ONE_HUNDRED) {
        return String::new();
    }
    ctx.say("share-of-way", &[("share", &said)])
}

/// True if attainment is told as the share of the way from the baseline.
pub(in crate::view) fn is_of_a_way(indicator: &Indicator, target: &Target) -> bool {
    matches!(indicator.measure, Measure::Stock | Measure::Rate)
        && indicator.baselines().any(|one| one.scope == target.scope && one.cell == target.cell)
}

/// True if a figure is of the time that the target itself names.
fn is_its_own_time(target: &Target, actual: &Actual) -> bool {
    if actual.dated {
        actual.time.start() == Some(target.due) && actual.time.end() == target.due
    } else {
        actual.time == target.period
    }
}

/// What several figures prove, rounded outwards to what the coarsest of them is known to, unless that would
/// put an end on the other side of what was asked.
pub(in crate::view) fn bounds(indicator: &Indicator, verdict: &Verdict) -> Interval {
    let (reached, _) = verdict.reached();
    if reached.low == reached.high {
        return reached;
    }
    let steps = verdict.reasons.iter().flat_map(|reason| match reason {
        Reason::FloorFrom { actuals, less, .. } | Reason::CapFrom { actuals, less, .. } => {
            actuals.iter().chain(less).copied().collect()
        }
        Reason::Decided { actuals, .. } | Reason::Latest { actuals, .. } => actuals.clone(),
        _ => Vec::new(),
    });
    let step = steps.filter_map(|index| step(&indicator.actuals.get(index)?.value)).max();
    let Some(step) = step.filter(|step| !step.is_zero()) else { return reached };
    let asked: Vec<Decimal> = verdict.condition.numbers().all().map(Written::value).collect();
    let low = reached.low.map(|low| outwards(low, step, &asked, RoundingStrategy::ToNegativeInfinity));
    let high = reached.high.map(|high| outwards(high, step, &asked, RoundingStrategy::ToPositiveInfinity));
    Interval { low, high, ..reached }
}

fn outwards(end: Decimal, step: Decimal, asked: &[Decimal], strategy: RoundingStrategy) -> Decimal {
    let mut step = step;
    for _ in 0..9 {
        let steps = end.checked_div(step).map(|steps| steps.round_dp_with_strategy(0, strategy));
        let rounded = steps.and_then(|steps| steps.checked_mul(step)).unwrap_or(end);
        if asked.iter().all(|asked| asked.cmp(&rounded) == asked.cmp(&end)) {
            return rounded.normalize();
        }
        step /= Decimal::TEN;
    }
    end
}

/// A number rounded down to a multiple of what a digit is worth.
pub(in crate::view) fn down_to(value: Decimal, step: Decimal) -> Decimal {
    outwards(value, step, &[], RoundingStrategy::ToNegativeInfinity)
}

/// What the last digit of a written value is worth.
pub(in crate::view) fn step(value: &Value) -> Option<Decimal> {
    value.numbers().all().map(Written::step).max()
}

/// What is asked, as judged. A whole over members asks it of each of them, and no sum.
pub(in crate::view) fn asked(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> String {
    if target.members.is_empty() || target.whole_sum {
        return condition::of_target(ctx, indicator, target, verdict);
    }
    let words = |asked: &Condition| condition::condition(ctx, indicator, asked);
    let mut each: Vec<String> = Vec::new();
    for (_, _, member) in target.members.iter().filter_map(|id| ctx.target(indicator, id)) {
        let said = words(&member.condition);
        if !each.contains(&said) {
            each.push(said);
        }
    }
    match each.as_slice() {
        [one] => ctx.say("asked-of-each", &[("condition", one)]),
        several if several.len() <= 3 => {
            ctx.say("asked-by-member", &[("conditions", &ctx.locale.list(several))])
        }
        _ => ctx.locale.word("asked-of-each-its-own"),
    }
}

/// How far a plain figure lies from a limit or a range that it had to keep: 1.1 minutes above the limit. Empty
/// for a minimum, and where no single number is known.
pub(in crate::view) fn distance(ctx: &LangContext<'_>, indicator: &Indicator, verdict: &Verdict) -> String {
    // Before the due day it is the path that says how it stands.
    if !matches!(verdict.status, Status::Met | Status::Missed) {
        return String::new();
    }
    let Some(Sole::Figure(index)) = sole(ctx, indicator, verdict) else { return String::new() };
    let Some(Value::Value(number)) = indicator.actuals.get(index).map(|actual| &actual.value) else {
        return String::new();
    };
    let number = number.value();
    let by = |name: &str, more: Decimal, less: Decimal| {
        let (unit, amount) = (ctx.unit(indicator), (more - less).normalize());
        // From 5.2 % to 5.5 % are 0.3 percentage points, and no per cent.
        let amount = ctx.locale.difference(amount, unit);
        ctx.say(name, &[("amount", &amount)])
    };
    match &verdict.condition {
        Condition::AtMost(limit) | Condition::Below(limit) if number > limit.value() => {
            by("distance-above-limit", number, limit.value())
        }
        Condition::AtMost(limit) | Condition::Below(limit) if number < limit.value() => {
            by("distance-below-limit", limit.value(), number)
        }
        Condition::Within(low, _) if number < low.value() => by("distance-below-range", low.value(), number),
        Condition::Within(_, high) if number > high.value() => {
            by("distance-above-range", number, high.value())
        }
        _ => String::new(),
    }
}

/// What has to be known with a verdict wherever it is shown, each in a few words: that it lies within the
/// margin, rests on a preliminary figure, was made good, or that what was asked was changed afterwards.
pub(in crate::view) fn remarks(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> Vec<String> {
    let mut all = Vec::new();
    if verdict.within_margin {
        all.push(ctx.locale.word("verdict-within-margin"));
    }
    if verdict.provisional {
        all.push(ctx.locale.word("verdict-provisional"));
    }
    if verdict.estimated {
        all.push(ctx.locale.word("verdict-estimated"));
    }
    if let Some(good) = verdict.made_good {
        let days = ctx.locale.count(usize::try_from(good.days).unwrap_or_default());
        all.push(ctx.say("verdict-made-good", &[("on", &ctx.locale.day(good.on)), ("days", &days)]));
    }
    all.extend(verdict.later_changes.iter().filter_map(|at| changed_later(ctx, indicator, target, *at)));
    all
}

/// What a change after the due day made of what was asked.
pub(in crate::view) fn changed_later(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    at: usize,
) -> Option<String> {
    let revision = target.revisions.get(at)?;
    let on = ctx.locale.day(revision.on);
    let RevisionChange::Was(was) = &revision.change else {
        return Some(ctx.say("verdict-dropped-later", &[("on", &on)]));
    };
    // What came in its place is what the next revision replaced, or what stands now.
    let now = target.revisions[at + 1..]
        .iter()
        .find_map(|next| match &next.change {
            RevisionChange::Was(condition) => Some(condition),
            RevisionChange::Dropped => None,
        })
        .unwrap_or(&target.condition);
    let words = |asked: &Condition| condition::condition(ctx, indicator, asked);
    Some(ctx.say("verdict-changed-later", &[("on", &on), ("was", &words(was)), ("now", &words(now))]))
}
