//! Verdicts in full, as cards.

use crate::evaluate::{Reason, Verdict};
use crate::model::{Indicator, RevisionChange, Target};
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::paging;
use crate::view::page::VerdictView;
use crate::view::page::link::TitledLink;
use crate::view::route::{Route, promise_anchor, target_anchor};
use crate::view::shown::Shown;
use crate::view::wording::reasons::Reasons;
use crate::view::wording::{condition, missing, proven, verdicts};

/// The verdicts of an indicator, wholes with their members. Targets that differ in nothing but the time, and stand
/// alike for the same reasons, share a card.
pub(in crate::view) fn views(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<VerdictView> {
    let mut cards: Vec<(VerdictView, Vec<&Reason>)> = Vec::new();
    for (target, verdict) in page_ctx.lang.tops(indicator) {
        let view = view(page_ctx, indicator, target, verdict);
        let needs = verdict.settled_by.as_ref();
        match cards.iter_mut().find(|(known, _)| tells_the_same(known, &view)) {
            Some((known, needed)) => {
                join(page_ctx.lang, known, view);
                needed.extend(needs);
            }
            None => cards.push((view, needs.into_iter().collect())),
        }
    }
    let ctx = page_ctx.lang;
    let said = |(view, needs): (VerdictView, Vec<&Reason>)| VerdictView {
        settled_by: missing::figures(ctx, indicator, needs.into_iter()),
        ..view
    };
    cards.into_iter().map(said).collect()
}

/// True if a card says of a target all that there is to say, but for its time.
fn tells_the_same(card: &VerdictView, other: &VerdictView) -> bool {
    let said = |one: &VerdictView| {
        let scope = one.scope.as_ref().map(|scope| scope.href.clone());
        let told = [&one.condition, &one.proven, &one.attainment, &one.distance, &one.source.text];
        let told: Vec<String> = told.into_iter().cloned().collect();
        (scope, told, one.status.key.clone(), one.remarks.clone(), one.reasons.clone(), one.revisions.clone())
    };
    let plain = |one: &VerdictView| one.members.is_empty() && one.path.is_none();
    plain(card)
        && plain(other)
        && said(card) == said(other)
        && (&card.derived, &card.note) == (&other.derived, &other.note)
}

/// Tells of one more target in a card.
fn join(ctx: &LangContext<'_>, card: &mut VerdictView, other: VerdictView) {
    let separator = ctx.locale.word("list-separator");
    card.also.push(other.anchor);
    card.period = format!("{}{separator}{}", card.period, other.period);
    card.due = format!("{}{separator}{}", card.due, other.due);
    for one in other.aside {
        if !card.aside.contains(&one) {
            card.aside.push(one);
        }
    }
}

fn view(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
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
        .map(|(_, member, verdict)| view(page_ctx, indicator, member, verdict))
        .collect();
    // What is said of the members stands in their own lead, not among the reasons.
    let (mut steps, aside) = missing::apart(verdict.status, &verdict.reasons);
    // The due day has a line of its own.
    steps.retain(|reason| !matches!(reason, Reason::MemberCounts { .. } | Reason::DueEarlier { .. }));
    let left_out = missing::left_out(&aside);
    let path = path(page_ctx, indicator, target, verdict);
    let told_of_path = target.member_of.is_none() && path.is_some();
    VerdictView {
        anchor: target_anchor(&target.id),
        also: Vec::new(),
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
        aside_lead: (left_out > 0).then(|| ctx.say("figures-aside", &[("count", &locale.count(left_out))])),
        aside: reasons.sentences_beside(&aside, false),
        settled_by: verdict.settled_by.as_ref().map(|reason| reasons.sentence(reason)),
        source: place(page_ctx, indicator, target),
        derived: ctx.maybe(target.derived.as_ref()),
        note: ctx.maybe(target.note.as_ref()),
        revisions: target.revisions.iter().map(|revision| revised(page_ctx, indicator, revision)).collect(),
        members_lead: (!members.is_empty()).then(|| {
            ctx.say(
                "members-lead",
                &[(
                    "parts",
                    &verdicts::parts(ctx, &verdicts::tally(ctx, indicator, target), "reason-member-count"),
                )],
            )
        }),
        members,
    }
}

/// Where a target is promised: its place on the page of the source.
pub(in crate::view) fn place(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    target: &Target,
) -> TitledLink {
    /// Through so many indicators of a source one is looked for; beyond that the link leads to its first page.
    const LOOKED_THROUGH: usize = 500;
    let promised = page_ctx.lang.refs.targets.from_source.get(&target.source);
    let at = promised.iter().take(LOOKED_THROUGH).position(|(one, _)| one.id == indicator.id);
    let page = at.and_then(|at| paging::target_pages(promised).iter().position(|page| page.contains(&at)));
    let link = page_ctx.short_source(&target.source);
    let link = match page {
        Some(page) => {
            let route = Route::source(&target.source, page + 1);
            TitledLink { href: page_ctx.address.link_at(&route, &promise_anchor(&indicator.id)), ..link }
        }
        None => link,
    };
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
        |planned| condition::growth_towards(ctx, indicator, target, &locale.quantity(planned, unit));
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
            let was = condition::condition(ctx, indicator, condition);
            ctx.say("revision-was", &[("on", &on), ("was", &was), ("why", &why)])
        }
        RevisionChange::Dropped => ctx.say("revision-dropped", &[("on", &on), ("why", &why)]),
    }];
    said.extend(revision.who.as_ref().map(|who| ctx.say("revision-who", &[("who", &ctx.words(who))])));
    ctx.locale.sentences(&said)
}
