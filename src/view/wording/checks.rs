//! Claims and conflicts in words: arithmetic that a source states, and figures that disagree.

use crate::evaluate::{ClaimCheck, Conflict, ConflictKind};
use crate::model::{Compute, FigureKey, Indicator};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::ClaimView;
use crate::view::page::link::Link;
use crate::view::route::Route;
use crate::view::wording::reasons;
use rust_decimal::Decimal;

/// A claim with what came out.
pub(in crate::view) fn claim(page_ctx: &PageContext<'_>, check: &ClaimCheck) -> Option<ClaimView> {
    let ctx = page_ctx.lang;
    let claim = ctx.report.sources.get(&check.source)?.claims.get(check.claim)?;
    // A sum or difference is of what its figures count, and has their unit.
    let counted = claim.of.first().and_then(|key| ctx.unit(ctx.report.indicators.get(&key.indicator)?));
    let show = |value: Decimal| match claim.compute {
        Compute::Share => format!("{}%", ctx.locale.number(value.round_dp(2))),
        Compute::Ratio => ctx.locale.number(value.round_dp(4)),
        Compute::Difference => ctx.locale.difference(value.round_dp(4), counted),
        Compute::Sum => ctx.locale.quantity(value.round_dp(4), counted),
    };
    let computed = match (check.computed, check.interval.low, check.interval.high) {
        (Some(value), ..) => ctx.say("claim-computed", &[("value", &show(value))]),
        (None, Some(low), Some(high)) => {
            ctx.say("claim-computed-between", &[("low", &show(low)), ("high", &show(high))])
        }
        (None, Some(low), None) => {
            ctx.say("claim-computed", &[("value", &ctx.say("proven-at-least", &[("value", &show(low))]))])
        }
        (None, None, Some(high)) => {
            ctx.say("claim-computed", &[("value", &ctx.say("proven-at-most", &[("value", &show(high))]))])
        }
        (None, None, None) => ctx.locale.word("claim-nothing"),
    };
    let key = check.outcome.as_str();
    Some(ClaimView {
        text: ctx.words(&claim.text).into_owned(),
        locator: ctx.locator(&check.source, &claim.locator),
        outcome_key: key.to_owned(),
        outcome: ctx.locale.sentence(&ctx.locale.word(&format!("claim-{key}"))),
        computed: ctx.locale.sentence(&computed),
        figures: claim.of.iter().filter_map(|key| figure(page_ctx, key)).collect(),
        source: page_ctx.source(&check.source),
    })
}

/// A link to a figure, named by its time and value.
fn figure(page_ctx: &PageContext<'_>, key: &FigureKey) -> Option<Link> {
    let ctx = page_ctx.lang;
    let indicator = ctx.report.indicators.get(&key.indicator)?;
    let actual = indicator.at(key.place)?;
    let anchor = ctx.anchor(indicator, key.place);
    let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
    let text = ctx.say("claim-figure", &[("title", &ctx.words(&indicator.title)), ("value", &value)]);
    Some(page_ctx.link_at(&Route::Indicator(indicator.id.clone()), &anchor, text))
}

/// A conflict as a sentence, with what follows from it.
pub(in crate::view) fn conflict_sentence(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    conflict: &Conflict,
) -> String {
    let join = |indexes: &[usize]| {
        let words: Vec<String> =
            indexes.iter().map(|index| reasons::figure(ctx, indicator, *index, &indicator.scope)).collect();
        ctx.locale.list(&words)
    };
    let name = match conflict.kind {
        ConflictKind::SameRegion => "conflict-same",
        ConflictKind::PartsExceedWhole => "conflict-parts",
        ConflictKind::Milestone => "conflict-milestone",
    };
    let what = ctx.say(name, &[("floor", &join(&conflict.floor)), ("cap", &join(&conflict.cap))]);
    let then = ctx.locale.word(if conflict.accepted { "conflict-accepted" } else { "conflict-open" });
    ctx.locale.sentence(&ctx.locale.sentences(&[what, then]))
}
