//! An indicator at a glance: what was planned, what is proven, how it stands, what is missing; and many places in
//! one table.

use crate::evaluate::Verdict;
use crate::model::{Indicator, Target};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{HeroStand, HeroView, StandingsCell, StandingsRow, StandingsView};
use crate::view::route::target_anchor;
use crate::view::shown::Shown;
use crate::view::wording::verdicts::{self, StatusTally};
use crate::view::wording::{headline, missing, proven};

/// As many conditions as are named, each with its times.
const NAMED: usize = 3;

/// As many targets as are told one under the other; more of several places are a table.
const CARDS: usize = 6;

/// An indicator at a glance; nothing without a target.
pub(in crate::view) fn view(ctx: &LangContext<'_>, indicator: &Indicator) -> Option<HeroView> {
    let all = ctx.tops(indicator);
    let own: Vec<_> =
        all.iter().copied().filter(|(target, _)| ctx.of_whom(indicator, target).is_none()).collect();
    let others: Vec<_> =
        all.iter().copied().filter(|(target, _)| ctx.of_whom(indicator, target).is_some()).collect();
    let (tops, others) = if own.is_empty() { (all, Vec::new()) } else { (own, others) };
    if tops.is_empty() {
        return None;
    }
    let of_each = tops.iter().any(|(target, _)| ctx.of_whom(indicator, target).is_some());
    Some(HeroView {
        planned: planned(ctx, indicator, &tops),
        proven: (!of_each).then(|| headline::latest_figure(ctx, indicator, &tops)).flatten(),
        stands: {
            let mut stands = stands(ctx, indicator, &tops, of_each);
            stands.extend(
                self::stands(ctx, indicator, &others, true)
                    .into_iter()
                    .map(|one| HeroStand { of: ctx.say("hero-others", &[("targets", &one.of)]), ..one }),
            );
            stands
        },
        missing: (!of_each)
            .then(|| {
                let needs = tops.iter().filter_map(|(_, verdict)| verdict.settled_by.as_ref());
                missing::figures(ctx, indicator, needs)
            })
            .flatten(),
    })
}

/// What was asked, a line for each condition with its times.
fn planned(ctx: &LangContext<'_>, indicator: &Indicator, tops: &[(&Target, &Verdict)]) -> Vec<String> {
    let mut by_condition: Vec<(String, Vec<&Target>)> = Vec::new();
    for (target, verdict) in tops {
        let asked = proven::asked(ctx, indicator, target, verdict);
        match by_condition.iter_mut().find(|(known, _)| *known == asked) {
            Some((_, targets)) => targets.push(target),
            None => by_condition.push((asked, vec![target])),
        }
    }
    let rest = by_condition.len().saturating_sub(NAMED);
    let mut lines: Vec<String> = by_condition
        .iter()
        .take(NAMED)
        .map(|(asked, targets)| {
            let times = headline::together(ctx, indicator, targets);
            let name = if asks_each_year(targets) { "asked-each-year" } else { "asked-in" };
            ctx.locale.sentence(&ctx.say(name, &[("condition", asked), ("period", &times)]))
        })
        .collect();
    if rest > 0 {
        lines.push(ctx.say("and-more", &[("count", &ctx.locale.count(rest))]));
    }
    lines
}

/// True for the same asked of several whole years, each for itself.
fn asks_each_year(targets: &[&Target]) -> bool {
    let years = targets.iter().filter(|target| {
        target.period.start().is_some_and(|start| (target.period.end() - start).get_days() <= 366)
    });
    let mut starts: Vec<_> = years.map(|target| target.period.start()).collect();
    starts.dedup();
    starts.len() > 1 && starts.len() == targets.len()
}

/// How the targets stand: each status with its times, or with how many there are.
fn stands(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    tops: &[(&Target, &Verdict)],
    of_each: bool,
) -> Vec<HeroStand> {
    let mut groups: Vec<(Shown, Vec<&Target>)> = Vec::new();
    for (target, verdict) in tops {
        let shown = Shown::of(verdict);
        match groups.iter_mut().find(|(known, _)| *known == shown) {
            Some((_, targets)) => targets.push(target),
            None => groups.push((shown, vec![target])),
        }
    }
    let alone = groups.len() == 1 && !of_each;
    groups
        .into_iter()
        .map(|(shown, targets)| {
            let of = match () {
                () if alone => String::new(),
                () if of_each => ctx.say("action-targets", &[("count", &ctx.locale.count(targets.len()))]),
                () => headline::together(ctx, indicator, &targets),
            };
            HeroStand { status: ctx.status(shown), of }
        })
        .collect()
}

/// Many targets of several places or parts in one table; nothing where there are few.
pub(in crate::view) fn standings(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Option<StandingsView> {
    let ctx = page_ctx.lang;
    let tops = ctx.tops(indicator);
    let whom =
        |target: &Target| ctx.of_whom(indicator, target).unwrap_or_else(|| ctx.scope(&indicator.scope));
    let mut names: Vec<String> = Vec::new();
    let mut times: Vec<(jiff::civil::Date, String)> = Vec::new();
    for (target, _) in &tops {
        let (name, time) = (whom(target), ctx.when_alone(indicator, target));
        if !names.contains(&name) {
            names.push(name);
        }
        if !times.iter().any(|(_, known)| *known == time) {
            times.push((target.due, time));
        }
    }
    if tops.len() <= CARDS || names.len() < 2 {
        return None;
    }
    times.sort_by_key(|(due, _)| *due);
    let cell = |name: &String, time: &String| -> Vec<StandingsCell> {
        let of_it = |target: &Target| whom(target) == *name && ctx.when_alone(indicator, target) == *time;
        let found = tops.iter().filter(|(target, _)| of_it(target));
        found
            .map(|(target, verdict)| {
                let said = proven::proven(ctx, indicator, target, verdict);
                let text =
                    if said.is_empty() { proven::asked(ctx, indicator, target, verdict) } else { said };
                StandingsCell {
                    status: ctx.status(Shown::of(verdict)),
                    text,
                    href: format!("#{}", target_anchor(&target.id)),
                }
            })
            .collect()
    };
    let rows = names.iter().map(|name| StandingsRow {
        name: name.clone(),
        cells: times.iter().map(|(_, time)| cell(name, time)).collect(),
    });
    Some(StandingsView {
        lead: counted(ctx, indicator),
        rows: rows.collect(),
        head: times.iter().map(|(_, time)| time.clone()).collect(),
    })
}

/// How many targets of an indicator stand how.
fn counted(ctx: &LangContext<'_>, indicator: &Indicator) -> String {
    let tally: StatusTally = verdicts::count(ctx, [indicator]);
    verdicts::parts(ctx, &tally, "home-lead-part")
}
