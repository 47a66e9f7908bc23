//! What an indicator proves, as one sentence: the lead of its page and the title of its chart.

use crate::evaluate::Verdict;
use crate::model::{ActualKind, Indicator, Period, Target};
use crate::view::context::LangContext;
use crate::view::shown::Shown;
use crate::view::wording::proven;
use crate::view::wording::verdicts::{self, StatusTally};

/// As many places and parts as are named, each with how it stands.
const NAMED: usize = 4;

/// As many times as are named of those that stand alike.
const TIMES: usize = 12;

/// The sentence of an indicator.
pub(in crate::view) fn headline(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let title = &*ctx.words(&indicator.title);
    let tops = ctx.tops(indicator);
    match tops.as_slice() {
        [] => context(ctx, indicator, title),
        [(target, verdict)] => single(ctx, indicator, target, verdict),
        several => mixed(ctx, indicator, several),
    }
}

/// One target: the figure with its date, what was asked, and how it stands; without a figure how it stands.
fn single(ctx: &LangContext<'_>, indicator: &Indicator, target: &Target, verdict: &Verdict) -> String {
    let title = &*ctx.words(&indicator.title);
    let key = Shown::of(verdict).key();
    let remarks = proven::remarks(ctx, indicator, target, verdict);
    let mut status = ctx.locale.word(&format!("status-{key}"));
    if !remarks.is_empty() {
        let all = remarks.join(&ctx.locale.word("clause-separator"));
        status = ctx.say("head-remarked", &[("status", &status), ("remarks", &all)]);
    }
    let figure = proven::proven_at(ctx, indicator, target, verdict);
    if figure.is_empty() {
        let period = ctx.when(indicator, target);
        return ctx
            .say(&format!("head-{key}"), &[("title", title), ("period", &period), ("status", &status)]);
    }
    let share = proven::share(ctx, indicator, target, verdict);
    let of_a_way = proven::is_of_a_way(indicator, target);
    let distance = proven::distance(ctx, indicator, verdict);
    let name = match (share.is_empty(), distance.is_empty()) {
        (false, _) if of_a_way => "head-figure-way",
        (false, _) => "head-figure-share",
        (true, false) => "head-figure-distance",
        (true, true) => "head-figure",
    };
    let condition = proven::asked(ctx, indicator, target, verdict);
    ctx.say(
        name,
        &[
            ("title", title),
            ("figure", &figure),
            ("condition", &condition),
            ("share", &share),
            ("distance", &distance),
            ("status", &status),
        ],
    )
}

/// The figure of the last target of the indicator's own scope that has one, with its time.
pub(in crate::view) fn latest_figure(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    tops: &[(&Target, &Verdict)],
) -> Option<String> {
    let mut own: Vec<_> = tops
        .iter()
        .filter(|(target, _)| target.scope == indicator.scope && target.cell.is_headline())
        .collect();
    own.sort_by_key(|(target, _)| target.due);
    own.into_iter()
        .rev()
        .map(|(target, verdict)| proven::proven_at(ctx, indicator, target, verdict))
        .find(|figure| !figure.is_empty())
}

/// Several targets: their periods grouped by scope and status, in the order in which they first occur.
fn mixed(ctx: &LangContext<'_>, indicator: &Indicator, tops: &[(&Target, &Verdict)]) -> String {
    let title = &*ctx.words(&indicator.title);
    let mut groups: Vec<(Shown, Option<String>, Vec<&Target>)> = Vec::new();
    for (target, verdict) in tops {
        let (shown, whom) = (Shown::of(verdict), ctx.of_whom(indicator, target));
        match groups.iter_mut().find(|(known, of, _)| *known == shown && *of == whom) {
            Some((.., targets)) => targets.push(target),
            None => groups.push((shown, whom, vec![target])),
        }
    }
    if let [(shown, ..)] = groups.as_slice()
        && matches!(shown.key(), "no_data" | "not_comparable")
    {
        return ctx.say(&format!("head-{}", shown.key()), &[("title", title)]);
    }
    // Of many places, parts and times it is said how many stand how; the page has each.
    let of_others = groups.iter().filter(|(_, whom, _)| whom.is_some()).count();
    let mut parts = Vec::new();
    let mut tally = StatusTally::new();
    for (shown, whom, targets) in groups {
        let periods = times(ctx, indicator, &targets);
        if periods.len() > TIMES || whom.is_some() && of_others > NAMED {
            *tally.entry(shown).or_default() += targets.len();
            continue;
        }
        let status = ctx.locale.word(&format!("status-{}", shown.key()));
        let name = if whom.is_none() { "head-mixed-part" } else { "head-mixed-part-of-scope" };
        let (whom, periods) = (whom.as_deref().unwrap_or_default(), ctx.locale.list(&periods));
        parts.push(ctx.say(name, &[("scope", whom), ("periods", &periods), ("status", &status)]));
    }
    if !tally.is_empty() {
        let all = verdicts::parts(ctx, &tally, "home-lead-part");
        let counted = if parts.is_empty() { all } else { ctx.say("head-mixed-others", &[("parts", &all)]) };
        parts.push(counted);
    }
    let parts = parts.join(&ctx.locale.word("clause-separator"));
    match latest_figure(ctx, indicator, tops) {
        Some(figure) => {
            ctx.say("head-mixed-figure", &[("title", title), ("figure", &figure), ("parts", &parts)])
        }
        None => ctx.say("head-mixed", &[("title", title), ("parts", &parts)]),
    }
}

/// When some targets have to hold, in words: each time, or of many how many targets there are.
pub(in crate::view) fn together(ctx: &LangContext<'_>, indicator: &Indicator, targets: &[&Target]) -> String {
    let times = times(ctx, indicator, targets);
    if times.len() > TIMES {
        return ctx.say("action-targets", &[("count", &ctx.locale.count(targets.len()))]);
    }
    ctx.locale.list(&times)
}

/// When some targets have to hold: dates of states one by one, periods that follow each other as one stretch.
fn times(ctx: &LangContext<'_>, indicator: &Indicator, targets: &[&Target]) -> Vec<String> {
    if targets.iter().any(|target| target.has_a_date(indicator.measure)) {
        let mut dates: Vec<String> = targets.iter().map(|target| ctx.when_alone(indicator, target)).collect();
        dates.dedup();
        return dates;
    }
    let mut merged: Vec<Period> = Vec::new();
    for period in targets.iter().map(|target| &target.period) {
        let follows = merged.last().filter(|last| {
            period.start().and_then(|start| start.yesterday().ok()) == Some(last.end())
                && last.start().is_some()
        });
        match follows.and_then(|last| Period::new(last.start(), period.end()).ok()) {
            Some(longer) => *merged.last_mut().unwrap_or(&mut longer.clone()) = longer,
            None if merged.contains(period) => {}
            None => merged.push(*period),
        }
    }
    merged.dedup();
    merged.iter().map(|period| ctx.period(indicator, period)).collect()
}

/// An indicator without targets: its figure, or the change between two.
fn context(ctx: &LangContext<'_>, indicator: &Indicator, title: &str) -> String {
    let unit = ctx.unit(indicator);
    let results: Vec<_> = indicator
        .baselines()
        .chain(&indicator.actuals)
        .filter(|actual| {
            actual.scope == indicator.scope && actual.cell.is_headline() && actual.definition.is_none()
        })
        .collect();
    let before_after = match results.as_slice() {
        [a, b] if a.time != b.time && a.is_like(b) && indicator.breaks.is_empty() => {
            Some(if a.time.end() <= b.time.end() { (a, b) } else { (b, a) })
        }
        _ => None,
    };
    if let Some((before, after)) = before_after {
        let say = |actual: &crate::model::Actual| {
            ctx.say(
                "said-figure",
                &[("time", &ctx.time(indicator, actual)), ("value", &ctx.locale.value(&actual.value, unit))],
            )
        };
        return ctx.say(
            "head-context-change",
            &[("title", title), ("before", &say(before)), ("after", &say(after))],
        );
    }
    match indicator.actuals.as_slice() {
        [] => ctx.say("head-context-none", &[("title", title)]),
        [one] => ctx.say(
            "head-context-one",
            &[
                ("title", title),
                ("time", &ctx.time(indicator, one)),
                ("value", &ctx.locale.value(&one.value, unit)),
            ],
        ),
        many => {
            let count = ctx.locale.count(many.len());
            // Of several the latest that stands in their series; of things that are not alike only how many.
            let Some((_, latest)) = indicator.series(&indicator.scope).last().copied() else {
                return ctx.say("head-context-many", &[("title", title), ("count", &count)]);
            };
            let (time, value) = (ctx.time(indicator, latest), ctx.locale.value(&latest.value, unit));
            ctx.say(
                "head-context-latest",
                &[("title", title), ("time", &time), ("value", &value), ("count", &count)],
            )
        }
    }
}

impl crate::model::Actual {
    /// True for two results or states before, both of a date or of stretches as long: what a change can be told
    /// between.
    fn is_like(&self, other: &Self) -> bool {
        let is_state = |one: &Self| matches!(one.kind, ActualKind::Result | ActualKind::Baseline);
        let as_long = self.time.days().zip(other.time.days()).is_some_and(|(a, b)| (a - b).abs() <= 2);
        is_state(self) && is_state(other) && self.dated == other.dated && (self.dated || as_long)
    }
}
