//! A plan in a sentence: how much it promises, how its targets stand, and what one of them proves.

use crate::evaluate::{Counts, Status, Verdict, count_binding, count_indicators};
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

/// As many indicators with a target proven met as the home page names in its lead.
const NAMED: usize = 3;

/// Which statuses are counted together.
type Wanted = fn(Status) -> bool;

/// The lead of the home page; nothing without a plan. Its numbers add up to all targets: proven, missed, not yet due,
/// and those of which nothing can be concluded.
pub(in crate::view) fn home_lead(ctx: &LangContext<'_>) -> String {
    let Some(plan) = ctx.report.plans.values().next() else { return String::new() };
    let planned = planned(ctx);
    let tally = verdicts::count(ctx, planned.iter().copied());
    let count = |wanted: Wanted| -> usize {
        let of_kind = tally.iter().filter(|(shown, _)| match shown {
            Shown::As(status) => wanted(*status),
            Shown::Exceeded => wanted(Status::Met),
        });
        of_kind.map(|(_, count)| count).sum()
    };
    let part = |name: &str, count: usize| ctx.say(name, &[("count", &ctx.locale.count(count))]);
    // That none is missed is said as well: a reader asks for it first.
    let mut parts =
        vec![part("lead-met", count(verdicts::is_met)), part("lead-missed", count(verdicts::is_missed))];
    let rest: [(&str, Wanted); 3] = [
        ("lead-running", verdicts::is_running),
        ("lead-open", verdicts::is_inconclusive),
        ("lead-dropped", |status| status == Status::Dropped),
    ];
    for (name, wanted) in rest {
        let count = count(wanted);
        if count > 0 {
            parts.push(part(name, count));
        }
    }
    let total = ctx.locale.count(tally.values().sum());
    let parts = parts.join(&ctx.locale.word("clause-separator"));
    let said =
        ctx.say("home-lead-sum", &[("plan", &ctx.words(&plan.title)), ("total", &total), ("parts", &parts)]);
    let sentences: Vec<String> = [said].into_iter().chain(proven_kinds(ctx, &planned)).collect();
    ctx.locale.sentences(&sentences)
}

/// What kind those are that are proven met; nothing if none is.
fn proven_kinds(ctx: &LangContext<'_>, planned: &[&Indicator]) -> Option<String> {
    let is_met =
        |one: &&&Indicator| ctx.tops(one).iter().any(|(_, verdict)| verdicts::is_met(verdict.status));
    let met: Vec<&&Indicator> = planned.iter().filter(is_met).collect();
    let names: Vec<String> = met.iter().take(NAMED).map(|one| ctx.words(&one.title).into_owned()).collect();
    let name = if met.len() > NAMED { "lead-kinds-more" } else { "lead-kinds" };
    let count = ctx.locale.count(met.len());
    (!met.is_empty()).then(|| ctx.say(name, &[("names", &ctx.locale.list(&names)), ("count", &count)]))
}

/// How many actions and tasks a plan has, where its targets are counted already.
pub(in crate::view) fn size_without_targets(ctx: &LangContext<'_>, plan: &Plan) -> String {
    let actions = plan.actions.iter().filter(|action| action.kind == ActionKind::Action).count();
    ctx.say(
        "home-size",
        &[("actions", &ctx.locale.count(actions)), ("tasks", &ctx.locale.count(plan.tasks().count()))],
    )
}
