//! Verdicts in one line, and counted.

use crate::evaluate::{Status, Verdict};
use crate::model::{Indicator, Target};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{CountView, VerdictLine};
use crate::view::route::{Route, target_anchor};
use crate::view::shown::Shown;
use crate::view::wording::proven;
use std::collections::BTreeMap;

/// The verdicts of an indicator, one line each.
pub(in crate::view) fn lines(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<VerdictLine> {
    let tops = page_ctx.lang.tops(indicator).into_iter();
    tops.map(|(target, verdict)| line(page_ctx, indicator, target, verdict)).collect()
}

/// The verdicts of an indicator to scan: one line for periods of which the same is said.
pub(in crate::view) fn lines_in_short(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<VerdictLine> {
    in_short(page_ctx.lang, lines(page_ctx, indicator))
}

/// One verdict in one line.
pub(in crate::view) fn line(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> VerdictLine {
    let ctx = page_ctx.lang;
    // A share alone, beside 65% or 65 tonnes, would be read as the figure itself.
    let proven = proven::proven(ctx, indicator, target, verdict);
    let shown = if proven.is_empty() && !proven::is_of_a_way(indicator, target) {
        ctx.locale.attainment(verdict.reached().1)
    } else {
        proven
    };
    let members = target.members.len();
    VerdictLine {
        period: ctx.when(indicator, target),
        condition: proven::asked(ctx, indicator, target, verdict),
        status: ctx.status(Shown::of(verdict)),
        attainment: shown,
        remarks: proven::remarks(ctx, indicator, target, verdict),
        href: page_ctx.address.link_at(&Route::Indicator(indicator.id.clone()), &target_anchor(&target.id)),
        whole: match members {
            0 if target.scope == indicator.scope => None,
            0 => Some(ctx.scope(&target.scope)),
            _ => {
                let name = if target.whole_sum { "whole-sum-of" } else { "whole-of" };
                Some(ctx.say(name, &[("count", &ctx.locale.count(members))]))
            }
        },
    }
}

/// Lines that follow each other and differ in nothing but the period are one line with all their periods.
pub(in crate::view) fn in_short(ctx: &LangContext<'_>, lines: Vec<VerdictLine>) -> Vec<VerdictLine> {
    let separator = ctx.locale.word("list-separator");
    let mut short: Vec<VerdictLine> = Vec::new();
    for line in lines {
        match short.last_mut() {
            Some(last)
                if last.condition == line.condition
                    && last.status.key == line.status.key
                    && last.attainment == line.attainment
                    && last.remarks == line.remarks
                    && last.whole == line.whole =>
            {
                last.period = format!("{}{separator}{}", last.period, line.period);
            }
            _ => short.push(line),
        }
    }
    short
}

/// How many targets stand in each status.
pub(in crate::view) type StatusTally = BTreeMap<Shown, usize>;

/// Counts the targets that count of some indicators.
pub(in crate::view) fn count<'i>(
    ctx: &LangContext<'_>,
    indicators: impl IntoIterator<Item = &'i Indicator>,
) -> StatusTally {
    of(indicators.into_iter().flat_map(|one| ctx.tops(one)).map(|(_, verdict)| verdict))
}

/// Counts the members of a whole.
pub(in crate::view) fn tally(ctx: &LangContext<'_>, indicator: &Indicator, whole: &Target) -> StatusTally {
    of(whole.members.iter().filter_map(|id| ctx.target(indicator, id)).map(|(_, _, verdict)| verdict))
}

/// Counts verdicts.
pub(in crate::view) fn of<'v>(verdicts: impl Iterator<Item = &'v Verdict>) -> StatusTally {
    let mut tally = StatusTally::new();
    for verdict in verdicts {
        *tally.entry(Shown::of(verdict)).or_default() += 1;
    }
    tally
}

/// The counts in the order of lists, with their shares.
#[allow(clippy::cast_precision_loss, reason = "a share to draw with")]
pub(in crate::view) fn counts(ctx: &LangContext<'_>, tally: &StatusTally) -> Vec<CountView> {
    let total: usize = tally.values().sum();
    let percent = |count: usize| (count as f64 * 10_000.0 / total.max(1) as f64).round() / 100.0;
    let mut before = 0;
    let mut views = Vec::new();
    for (shown, count) in
        Shown::ALL.into_iter().filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
    {
        let (offset, share) = (percent(before), percent(count));
        views.push(CountView { status: ctx.status(shown), count, share, offset, href: None });
        before += count;
    }
    views
}

/// All statuses with their counts, those that nothing stands in as well.
pub(in crate::view) fn all_counts(ctx: &LangContext<'_>, tally: &StatusTally) -> Vec<CountView> {
    let mut all = tally.clone();
    for shown in Shown::ALL {
        all.entry(shown).or_default();
    }
    counts(ctx, &all)
}

/// The counts in words, in the order of lists: `3项证实达到，10项无法判定`.
pub(in crate::view) fn parts(ctx: &LangContext<'_>, tally: &StatusTally, message: &str) -> String {
    let words: Vec<String> = Shown::ALL
        .into_iter()
        .filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
        .map(|(shown, count)| {
            let word = ctx.locale.counted(&format!("status-{}", shown.key()));
            ctx.say(message, &[("count", &ctx.locale.count(count)), ("status", &word)])
        })
        .collect();
    ctx.locale.list(&words)
}

/// True if a target is proven met.
pub(in crate::view) fn is_met(status: Status) -> bool {
    status == Status::Met
}

/// True if a target is not yet due, and it is proven how it stands by now.
pub(in crate::view) fn is_on_the_way(status: Status) -> bool {
    matches!(status, Status::Reached | Status::OnTrack | Status::Behind)
}

/// True if a target is proven not to be met. One that is behind is not yet due.
pub(in crate::view) fn is_missed(status: Status) -> bool {
    status == Status::Missed
}

/// True if a target not yet due is reached already, which the due day has to confirm.
pub(in crate::view) fn is_reached(status: Status) -> bool {
    status == Status::Reached
}

/// True if a target not yet due is behind the plan.
pub(in crate::view) fn is_behind(status: Status) -> bool {
    status == Status::Behind
}

/// True if a target is not yet due, however it stands.
pub(in crate::view) fn is_running(status: Status) -> bool {
    is_on_the_way(status) || matches!(status, Status::UnderWay | Status::NotDue)
}

/// True if a target is due and the figures do not say how it went.
pub(in crate::view) fn is_inconclusive(status: Status) -> bool {
    matches!(status, Status::Undetermined | Status::NotComparable | Status::NoData)
}

/// True if a status leaves the target open.
pub(in crate::view) fn is_open(status: Status) -> bool {
    matches!(
        status,
        Status::UnderWay | Status::Undetermined | Status::NotComparable | Status::NoData | Status::NotDue
    )
}
