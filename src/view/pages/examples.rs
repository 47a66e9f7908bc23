//! What the methods page shows as examples: targets and figures of the site itself.

use crate::evaluate::Interval;
use crate::model::{Actual, ActualKind, Indicator, Target, Value};
use crate::view::context::LangContext;
use crate::view::wording::proven;

/// What was asked and what was reported, of the first target with a figure of another time or place; words without
/// an example where there is none.
pub(super) fn question(ctx: &LangContext<'_>) -> String {
    let found = ctx.refs.order.iter().find_map(|indicator| {
        let (target, verdict) = ctx.tops(indicator).into_iter().find(|(target, _)| says_an_amount(target))?;
        let beside = indicator.actuals.iter().find(|actual| is_result(actual) && !is_of(actual, target))?;
        let asked = [
            ("period", &*ctx.when(indicator, target)),
            ("condition", &*proven::asked(ctx, indicator, target, verdict)),
        ];
        let said = [("time", &*ctx.time(indicator, beside)), ("value", &*value(ctx, indicator, beside))];
        Some((ctx.say("promise-text", &asked), ctx.say("note-text", &said)))
    });
    match found {
        Some((asked, said)) => ctx.say("method-question-example", &[("asked", &asked), ("said", &said)]),
        None => ctx.locale.word("method-question-1"),
    }
}

fn value(ctx: &LangContext<'_>, indicator: &Indicator, actual: &Actual) -> String {
    ctx.locale.value(&actual.value, ctx.unit(indicator))
}

/// How figures are read, with one that is rounded and one that is exact, where the site has such.
pub(super) fn reading(ctx: &LangContext<'_>) -> String {
    let find = |fits: fn(Interval) -> bool| {
        ctx.refs.order.iter().find_map(|indicator| {
            let judged = ctx.judged(&indicator.id);
            let all = indicator.actuals.iter().zip(&judged.intervals);
            let plain = |(actual, interval): &(&Actual, &Interval)| {
                is_result(actual) && matches!(actual.value, Value::Value(_)) && fits(**interval)
            };
            all.into_iter().find(plain).map(|(actual, interval)| (*indicator, actual, *interval))
        })
    };
    let mut sentences = vec![ctx.locale.word("method-value-1")];
    if let Some((indicator, actual, Interval { low: Some(low), high: Some(high), .. })) =
        find(|interval| !interval.is_exact() && interval.low.is_some() && interval.high.is_some())
    {
        let read = ctx.locale.between(low, high, ctx.unit(indicator));
        let fill = [("written", &*value(ctx, indicator, actual)), ("read", &*read)];
        sentences.push(ctx.say("method-value-rounded", &fill));
    }
    if let Some((indicator, actual, _)) = find(|interval| interval.is_exact()) {
        sentences.push(ctx.say("method-value-exact", &[("written", &value(ctx, indicator, actual))]));
    }
    ctx.locale.sentences(&sentences)
}

fn says_an_amount(target: &Target) -> bool {
    target.condition.threshold().is_some()
}

fn is_result(actual: &Actual) -> bool {
    actual.kind == ActualKind::Result && actual.superseded_by.is_none() && actual.value != Value::Missing
}

/// Whether a figure is of just what a target asks.
fn is_of(actual: &Actual, target: &Target) -> bool {
    actual.time == target.period && actual.scope == target.scope
}
