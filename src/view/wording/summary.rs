//! A plan in a sentence: how much it promises, how its targets stand, and what one of them proves.

use crate::evaluate::{Counts, Verdict, count_binding, count_indicators};
use crate::model::{ActionKind, Binding, Indicator, Plan, Target};
use crate::view::context::LangContext;
use crate::view::shown::Shown;
use crate::view::wording::proven;
use crate::view::wording::verdicts::{self, StatusTally};

/// The indicators that the home page counts: those of the first plan, or all if there is none.
pub(in crate::view) fn planned<'a>(ctx: &LangContext<'a>) -> Vec<&'a Indicator> {
    match ctx.report.plans.values().next() {
        Some(plan) => ctx.refs.of_plan(&plan.id).collect(),
        None => ctx.refs.order.clone(),
    }
}

pub(in crate::view) fn lead(ctx: &LangContext<'_>, plan: &Plan, all: &StatusTally, total: usize) -> String {
    let parts = verdicts::parts(ctx, all, "home-lead-part");
    ctx.say(
        "home-lead",
        &[("plan", &ctx.words(&plan.title)), ("total", &ctx.locale.count(total)), ("parts", &parts)],
    )
}

/// The counts by indicators, where they are fewer than the targets, and those of binding and of indicative
/// targets, where the plan tells them apart.
pub(in crate::view) fn counted_otherwise(
    ctx: &LangContext<'_>,
    planned: &[&Indicator],
    total: usize,
) -> Vec<String> {
    let all = || planned.iter().map(|one| (*one, ctx.judged(&one.id)));
    let line = |message: &str, counts: &Counts| {
        let tally: StatusTally = counts.iter().map(|(status, count)| (Shown::As(status), count)).collect();
        let parts = verdicts::parts(ctx, &tally, "home-lead-part");
        ctx.say(message, &[("parts", &parts)])
    };
    let mut lines = Vec::new();
    let by_indicator = count_indicators(all());
    if by_indicator.total() < total {
        lines.push(line("home-by-indicator", &by_indicator));
    }
    for (binding, message) in
        [(Binding::Binding, "home-by-binding"), (Binding::Indicative, "home-by-indicative")]
    {
        let counts = count_binding(all(), binding);
        if counts.total() > 0 {
            lines.push(line(message, &counts));
        }
    }
    lines
}

/// How much a plan promises.
pub(in crate::view) fn size(ctx: &LangContext<'_>, plan: &Plan, total: usize) -> String {
    let actions = plan.actions.iter().filter(|action| action.kind == ActionKind::Action).count();
    ctx.say(
        "home-promise-size",
        &[
            ("actions", &ctx.locale.count(actions)),
            ("tasks", &ctx.locale.count(plan.tasks().count())),
            ("targets", &ctx.locale.count(total)),
        ],
    )
}

/// What is proven of one target, and what was asked. `stands` says how it stands, where that is not said already.
pub(in crate::view) fn finding(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
    stands: Option<&str>,
) -> String {
    let period = ctx.when(indicator, target);
    let proven = proven::proven(ctx, indicator, target, verdict);
    if proven.is_empty() {
        let word = ctx.locale.word(&format!("status-{}", Shown::of(verdict).key()));
        let finding = ctx.say("finding-done", &[("period", &period), ("proven", &word)]);
        return ctx.locale.sentence(&finding);
    }
    let condition = proven::asked(ctx, indicator, target, verdict);
    // A figure of another time stands before the time of the target, or it would be read as of that.
    let dated = proven::is_of_another_time(ctx, indicator, target, verdict);
    let name = if dated { "finding-dated" } else { "finding" };
    let finding = ctx.say(name, &[("period", &period), ("proven", &proven), ("condition", &condition)]);
    let mut remarks = proven::remarks(ctx, indicator, target, verdict);
    remarks.splice(0..0, stands.map(str::to_owned));
    if remarks.is_empty() {
        return ctx.locale.sentence(&finding);
    }
    let remark = remarks.join(&ctx.locale.word("clause-separator"));
    ctx.locale.sentence(&ctx.say("finding-remarked", &[("finding", &finding), ("remark", &remark)]))
}

/// The lead of the home page; nothing without a plan.
pub(in crate::view) fn home_lead(ctx: &LangContext<'_>) -> String {
    let tally = verdicts::count(ctx, planned(ctx));
    let plan = ctx.report.plans.values().next();
    plan.map(|plan| lead(ctx, plan, &tally, tally.values().sum())).unwrap_or_default()
}
