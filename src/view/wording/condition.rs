//! What a target asks, in words: against another indicator, from a baseline, over several years.

use crate::evaluate::Verdict;
use crate::model::{
    Change, Condition, FromBaseline, Indicator, IndicatorId, Measure, Reckoning, Target, Written,
};
use crate::view::context::LangContext;
use rust_decimal::Decimal;

/// A condition by itself: not less than 6%; a fall of 13.5% or more; more than “GDP growth”.
pub(in crate::view) fn condition(ctx: &LangContext<'_>, indicator: &Indicator, asked: &Condition) -> String {
    let unit = ctx.unit(indicator);
    match asked {
        Condition::Against(against) => ctx.locale.against(against, &title(ctx, &against.indicator), unit),
        // A growth of at most −13.5% is a fall of 13.5% or more.
        Condition::AtMost(most) if asks_a_fall(indicator, asked) => {
            let fall = ctx.locale.quantity(most.value().abs(), unit);
            ctx.say("condition-fall", &[("value", &fall)])
        }
        other => ctx.locale.condition(other, unit),
    }
}

/// What one target asks: its condition with the time over which it asks a growth, with the sum by which its threshold
/// follows from the baseline, and with the other indicator whose number it is.
pub(in crate::view) fn of_target(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> String {
    let judged = &verdict.condition;
    let said = match (&target.condition, &verdict.against) {
        (Condition::Against(against), Some(known)) if !known.actuals.is_empty() => {
            let unit = ctx.unit(indicator);
            let other = title(ctx, &known.indicator);
            let asked = ctx.locale.against(against, &other, unit);
            let printed = known.actuals.iter().find_map(|index| {
                Some(&ctx.report.indicators.get(&known.indicator)?.actuals.get(*index)?.value)
            });
            let number = printed.map_or_else(
                || ctx.locale.proven(known.interval, unit),
                |value| ctx.locale.value(value, unit),
            );
            ctx.say("asked-with-number", &[("condition", &asked), ("number", &number)])
        }
        _ => condition(ctx, indicator, judged),
    };
    let said = match target.reckoning {
        Reckoning::Single => said,
        Reckoning::Average => ctx.say("asked-average", &[("condition", &said)]),
        Reckoning::Cumulative => ctx.say("asked-cumulative", &[("condition", &said)]),
    };
    match &target.from_baseline {
        // An earlier condition does not follow from it.
        Some(from) if *judged == target.condition => {
            ctx.say("asked-from-baseline", &[("condition", &said), ("sum", &sum(ctx, indicator, from))])
        }
        _ => said,
    }
}

/// True if a target asks for a fall, of which −9.2% is one of 9.2%.
pub(in crate::view) fn asks_a_fall(indicator: &Indicator, asked: &Condition) -> bool {
    matches!(asked, Condition::AtMost(most) if indicator.measure == Measure::Growth && most.value() < Decimal::ZERO)
}

/// A growth in the terms of its target: 6.6% a year on average; where a fall is asked, a fall of 9.2% in all.
pub(in crate::view) fn growth_towards(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    value: &str,
) -> String {
    let fall = value.strip_prefix('−').filter(|_| asks_a_fall(indicator, &target.condition));
    let Some(fall) = fall else { return growth(ctx, target.reckoning, value) };
    let name = match target.reckoning {
        Reckoning::Single => "growth-fall",
        Reckoning::Average => "growth-fall-average",
        Reckoning::Cumulative => "growth-fall-cumulative",
    };
    ctx.say(name, &[("value", fall)])
}

/// A growth over several years as it is reckoned: 6.6% a year on average.
pub(in crate::view) fn growth(ctx: &LangContext<'_>, reckoning: Reckoning, value: &str) -> String {
    match reckoning {
        Reckoning::Single => value.to_owned(),
        Reckoning::Average => ctx.say("growth-average", &[("value", value)]),
        Reckoning::Cumulative => ctx.say("growth-cumulative", &[("value", value)]),
    }
}

/// The name of another indicator.
pub(in crate::view) fn title(ctx: &LangContext<'_>, id: &IndicatorId) -> String {
    let other = ctx.report.indicators.get(id);
    other.map_or_else(|| id.to_string(), |other| ctx.words(&other.title).into_owned())
}

/// The sum by which a threshold follows from its baseline: 61.0% + 4 percentage points.
fn sum(ctx: &LangContext<'_>, indicator: &Indicator, from: &FromBaseline) -> String {
    let unit = ctx.unit(indicator);
    let baseline = ctx.locale.written(&from.baseline, unit);
    let by = |number: &Written, amount: String| {
        let name = if number.value() < Decimal::ZERO { "sum-less" } else { "sum-more" };
        ctx.say(name, &[("baseline", &baseline), ("amount", &amount)])
    };
    match &from.change {
        Change::Points(number) | Change::Amount(number) => {
            by(number, ctx.locale.difference(number.value().abs(), unit))
        }
        Change::Relative(number) => by(number, format!("{}%", ctx.locale.number(number.value().abs()))),
        Change::Times(number) => {
            ctx.say("sum-times", &[("baseline", &baseline), ("times", &ctx.locale.number(number.value()))])
        }
    }
}
