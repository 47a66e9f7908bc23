//! Verdicts in full, in one line, and counted.

use crate::evaluate::{Reason, Status, Verdict};
use crate::model::{Indicator, RevisionChange, Target};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::link::TitledLink;
use crate::view::page::{CountView, VerdictLine, VerdictView};
use crate::view::route::{Route, target_anchor};
use crate::view::shown::Shown;
use crate::view::wording::reasons::Reasons;
use crate::view::wording::{self, proven};
use std::collections::BTreeMap;

/// The verdicts of an indicator, wholes with their members.
pub(in crate::view) fn views(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<VerdictView> {
    let judged = page_ctx.lang.judged(&indicator.id);
    indicator
        .targets
        .iter()
        .zip(&judged.verdicts)
        .enumerate()
        .filter(|(_, (target, _))| target.member_of.is_none())
        .map(|(index, (target, verdict))| view(page_ctx, indicator, index, target, verdict))
        .collect()
}

fn view(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    index: usize,
    target: &Target,
    verdict: &Verdict,
) -> VerdictView {
    let ctx = page_ctx.lang;
    let locale = ctx.locale;
    let reasons = Reasons { ctx, indicator, target };
    let members: Vec<VerdictView> = target
        .members
        .iter()
        .filter_map(|id| ctx.target(indicator, id))
        .map(|(at, member, verdict)| view(page_ctx, indicator, at, member, verdict))
        .collect();
    // What is said of the members stands in their own lead, not among the reasons.
    let steps: Vec<Reason> = verdict
        .reasons
        .iter()
        .filter(|reason| !matches!(reason, Reason::MemberCounts { .. }))
        .cloned()
        .collect();
    let path = path(page_ctx, indicator, target, verdict);
    let told_of_path = target.member_of.is_none() && path.is_some();
    VerdictView {
        anchor: target_anchor(index),
        period: ctx.when(indicator, target),
        scope: (target.scope != indicator.scope).then(|| page_ctx.scope(&target.scope)),
        condition: proven::asked(ctx, indicator, target, verdict),
        due: locale.day(target.due),
        status: ctx.status(Shown::of(verdict)),
        proven: proven::proven(ctx, indicator, target, verdict),
        attainment: proven::share(ctx, indicator, target, verdict),
        distance: proven::distance(ctx, indicator, verdict),
        remarks: proven::remarks(ctx, indicator, target, verdict),
        path,
        reasons: reasons.sentences_beside(&steps, told_of_path),
        settled_by: verdict.settled_by.as_ref().map(|reason| reasons.sentence(reason)),
        source: place(page_ctx, target),
        derived: ctx.maybe(target.derived.as_ref()),
        note: ctx.maybe(target.note.as_ref()),
        revisions: target.revisions.iter().map(|revision| revised(page_ctx, indicator, revision)).collect(),
        members_lead: (!members.is_empty()).then(|| {
            ctx.say(
                "members-lead",
                &[("parts", &parts(ctx, &tally(ctx, indicator, target), "reason-member-count"))],
            )
        }),
        members,
    }
}

/// Where a target is promised.
pub(in crate::view) fn place(page_ctx: &PageContext<'_>, target: &Target) -> TitledLink {
    let link = page_ctx.short_source(&target.source);
    let locator = page_ctx.lang.locator(&target.source, &target.locator);
    let text = format!("{} {locator}", link.text).trim().to_owned();
    TitledLink { text, ..link }
}

fn path(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> Option<String> {
    let ctx = page_ctx.lang;
    let (locale, unit) = (ctx.locale, ctx.unit(indicator));
    let path = verdict.path.as_ref().filter(|_| !verdict.status.is_settled())?;
    let shown = proven::proven(ctx, indicator, target, verdict);
    if path.interval.is_open() || shown.is_empty() {
        return None;
    }
    let date = locale.day(path.date);
    let quantity =
        |planned| wording::condition::growth_towards(ctx, indicator, target, &locale.quantity(planned, unit));
    // A share of the way from the baseline says no more than the two numbers do.
    let share = path.planned_attainment.filter(|_| !proven::is_of_a_way(indicator, target));
    Some(match (path.planned_shown, share) {
        (Some(planned), None) => ctx.say(
            "path-planned-amount",
            &[("date", &date), ("planned", &quantity(planned)), ("shown", &shown)],
        ),
        (Some(planned), Some(share)) => ctx.say(
            "path-planned",
            &[
                ("date", &date),
                ("planned", &quantity(planned)),
                ("percent", &locale.percent(share)),
                ("shown", &shown),
            ],
        ),
        _ => ctx.say("path-none", &[("date", &date), ("shown", &shown)]),
    })
}

fn revised(page_ctx: &PageContext<'_>, indicator: &Indicator, revision: &crate::model::Revision) -> String {
    let ctx = page_ctx.lang;
    let (on, why) = (ctx.locale.day(revision.on), ctx.words(&revision.why).into_owned());
    let mut said = vec![match &revision.change {
        RevisionChange::Was(condition) => {
            let was = wording::condition::condition(ctx, indicator, condition);
            ctx.say("revision-was", &[("on", &on), ("was", &was), ("why", &why)])
        }
        RevisionChange::Dropped => ctx.say("revision-dropped", &[("on", &on), ("why", &why)]),
    }];
    said.extend(revision.who.as_ref().map(|who| ctx.say("revision-who", &[("who", &ctx.words(who))])));
    ctx.locale.sentences(&said)
}

/// The verdicts of an indicator, one line each.
pub(in crate::view) fn lines(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<VerdictLine> {
    let ctx = page_ctx.lang;
    let judged = ctx.judged(&indicator.id);
    indicator
        .targets
        .iter()
        .zip(&judged.verdicts)
        .enumerate()
        .filter(|(_, (target, _))| target.member_of.is_none())
        .map(|(index, (target, verdict))| line(page_ctx, indicator, index, target, verdict))
        .collect()
}

/// The verdicts of an indicator to scan: one line for periods of which the same is said.
pub(in crate::view) fn lines_in_short(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<VerdictLine> {
    in_short(page_ctx.lang, lines(page_ctx, indicator))
}

/// One verdict in one line.
pub(in crate::view) fn line(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    index: usize,
    target: &Target,
    verdict: &Verdict,
) -> VerdictLine {
    let ctx = page_ctx.lang;
    // A share of the way from the baseline, alone beside 65%, would be read as the figure itself.
    let attainment = ctx.locale.attainment(verdict.reached().1);
    let shown = if attainment.is_empty() || proven::is_of_a_way(indicator, target) {
        proven::proven(ctx, indicator, target, verdict)
    } else {
        attainment
    };
    let members = target.members.len();
    VerdictLine {
        period: ctx.when(indicator, target),
        condition: proven::asked(ctx, indicator, target, verdict),
        status: ctx.status(Shown::of(verdict)),
        attainment: shown,
        remarks: proven::remarks(ctx, indicator, target, verdict),
        href: page_ctx.address.link_at(&Route::Indicator(indicator.id.clone()), &target_anchor(index)),
        whole: match members {
            0 if target.scope == indicator.scope => None,
            0 => Some(ctx.scope(&target.scope)),
            _ => Some(ctx.say("whole-of", &[("count", &ctx.locale.count(members))])),
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

/// True if a status leaves the target open.
pub(in crate::view) fn is_open(status: Status) -> bool {
    matches!(
        status,
        Status::UnderWay | Status::Undetermined | Status::NotComparable | Status::NoData | Status::NotDue
    )
}
