//! Computed numbers in words, where a text leaves its words to the program: 上升0.4个百分点, up 6.0%.

use crate::computed::{Computed, compute};
use crate::evaluate::Interval;
use crate::model::{ChangeForm, Formula, Indicator, MeasurementUnit, UnitStyle};
use crate::view::context::LangContext;
use rust_decimal::Decimal;

/// What is computed, in words; nothing if it cannot be, which is a fault of the content.
pub(in crate::view) fn filled(ctx: &LangContext<'_>, formula: &Formula) -> String {
    let Ok(computed) = compute(ctx.report, ctx.evaluation, formula) else { return String::new() };
    let unit = formula
        .indicators()
        .first()
        .and_then(|id| ctx.report.indicators.get(*id))
        .and_then(|indicator: &std::sync::Arc<Indicator>| ctx.unit(indicator));
    match formula {
        Formula::Count(_) => ctx.locale.number(computed.plain.unwrap_or_default()),
        Formula::Sum(_) => amount(ctx, &computed, unit),
        Formula::Share { .. } => percent(ctx, &computed),
        Formula::Change { form, .. } => change(ctx, computed, *form, unit),
    }
}

/// A change with the word that says which way it went; a change whose way is not known has none.
fn change(
    ctx: &LangContext<'_>,
    computed: Computed,
    form: ChangeForm,
    unit: Option<&MeasurementUnit>,
) -> String {
    let zero = Decimal::ZERO;
    let falls = match computed.plain {
        Some(plain) if plain.is_zero() => return ctx.locale.word("change-none"),
        Some(plain) => plain < zero,
        None => computed.interval.is_below(zero),
    };
    let turned = |interval: Interval| if falls { Interval::exactly(zero).minus(&interval) } else { interval };
    let computed = Computed {
        plain: computed.plain.map(|plain| plain.abs()),
        interval: turned(computed.interval),
        ..computed
    };
    let points = unit.is_some_and(|unit| unit.style == UnitStyle::Percent);
    let (kind, value) = match form {
        ChangeForm::Percent => ("percent", percent(ctx, &computed)),
        ChangeForm::Difference if points => {
            let number = told(ctx, &computed, places(computed.step), &|number| ctx.locale.number(number));
            ("points", ctx.say("distance-points", &[("number", &number)]))
        }
        ChangeForm::Difference => ("amount", amount(ctx, &computed, unit)),
    };
    let way = if falls { "down" } else { "up" };
    ctx.say(&format!("change-{kind}-{way}"), &[("value", &value)])
}

fn percent(ctx: &LangContext<'_>, computed: &Computed) -> String {
    told(ctx, computed, decimals(computed.interval), &|number| format!("{}%", ctx.locale.number(number)))
}

fn amount(ctx: &LangContext<'_>, computed: &Computed, unit: Option<&MeasurementUnit>) -> String {
    told(ctx, computed, places(computed.step), &|number| ctx.locale.quantity(number, unit))
}

/// The plain number, rounded, with "about" where a figure is; or else what is proven.
fn told(ctx: &LangContext<'_>, computed: &Computed, places: u32, show: &dyn Fn(Decimal) -> String) -> String {
    let Interval { low, high, low_open, .. } = computed.interval;
    match (computed.plain, low, high) {
        (Some(plain), ..) if computed.about => {
            ctx.say("value-about", &[("value", &show(plain.round_dp(places)))])
        }
        (Some(plain), ..) => show(plain.round_dp(places)),
        (None, Some(low), Some(high)) => {
            ctx.say("proven-between", &[("low", &show(low)), ("high", &show(high))])
        }
        (None, Some(low), None) if low_open => ctx.say("value-more-than", &[("value", &show(low))]),
        (None, Some(low), None) => ctx.say("proven-at-least", &[("value", &show(low))]),
        (None, None, Some(high)) => ctx.say("proven-at-most", &[("value", &show(high))]),
        (None, None, None) => String::new(),
    }
}

/// How many decimals the figures have.
fn places(step: Option<Decimal>) -> u32 {
    step.map_or(0, |step| step.normalize().scale())
}

/// How many decimals a per cent may have: one, unless what the figures leave open is much more than that.
fn decimals(interval: Interval) -> u32 {
    let open = interval.low.zip(interval.high).and_then(|(low, high)| high.checked_sub(low));
    u32::from(open.is_none_or(|open| open <= Decimal::ONE))
}
