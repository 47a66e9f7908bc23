//! The home page: what was promised, what is proven, what is not, and why.

use crate::evaluate::Status;
use crate::model::{Action, Indicator, Plan};
use crate::view::brief;
use crate::view::context::{LangContext, PageContext};
use crate::view::page::link::Link;
use crate::view::page::{
    ActionRow, Body, FindingView, HomeView, IndicatorCard, OpenReasonView, SourceCard, TargetSquare,
};
use crate::view::pages::{entries, list_links, plans};
use crate::view::parts::PageParts;
use crate::view::route::{Route, target_anchor};
use crate::view::shown::Shown;
use crate::view::wording::{
    documents, open_reasons, summary,
    verdicts::{self, StatusTally},
};

/// Writes the home page.
pub(in crate::view) fn home(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let report = ctx.report;
    let plan = report.plans.values().next();
    let planned = summary::planned(ctx);
    let all = verdicts::count(ctx, planned.iter().copied());
    let total: usize = all.values().sum();
    let actions: Vec<(ActionRow, StatusTally)> =
        plan.map(|plan| plans::actions(page_ctx, plan)).unwrap_or_default();
    let lead = summary::home_lead(ctx);
    let has_squares = total <= SQUARES;
    let view = HomeView {
        promise: plan.map(|plan| promise(ctx, plan, &planned, total)).unwrap_or_default(),
        plan: plan.map(|plan| page_ctx.link(&Route::Plan, ctx.words(&plan.title))),
        counts: plan
            .map_or_else(|| verdicts::counts(ctx, &all), |plan| plans::counts_of(page_ctx, plan, &all)),
        total,
        proven: findings(page_ctx, &planned, verdicts::is_met),
        proven_more: plan.map(|plan| more(page_ctx, plan, &all, verdicts::is_met)).unwrap_or_default(),
        missed: findings(page_ctx, &planned, verdicts::is_missed),
        missed_more: plan.map(|plan| more(page_ctx, plan, &all, verdicts::is_missed)).unwrap_or_default(),
        reached: findings(page_ctx, &planned, verdicts::is_reached),
        reached_more: plan.map(|plan| more(page_ctx, plan, &all, verdicts::is_reached)).unwrap_or_default(),
        behind: findings(page_ctx, &planned, verdicts::is_behind),
        behind_more: plan.map(|plan| more(page_ctx, plan, &all, verdicts::is_behind)).unwrap_or_default(),
        open: open(page_ctx, plan, &planned),
        has_squares,
        actions: actions
            .into_iter()
            .zip(plan.iter().flat_map(|plan| plan.actions.iter().map(move |action| (*plan, action))))
            .map(|((row, _), (plan, action))| ActionRow {
                targets: if has_squares { squares(page_ctx, plan, action) } else { Vec::new() },
                ..row
            })
            .collect(),
        ways: ways(page_ctx),
        figures: report
            .site
            .home
            .figures
            .iter()
            .filter_map(|id| report.indicators.get(id))
            .scan(OTHERS_DRAW, |drawn, one| Some(entries::indicator_card(page_ctx, one, drawn)))
            // The sentence says it here; the indicator's page has each target.
            .map(|card| IndicatorCard { verdicts: Vec::new(), ..card })
            .collect(),
        stories: report.site.home.stories.iter().filter_map(|id| entries::story_card(page_ctx, id)).collect(),
        other_plans: report
            .plans
            .values()
            .skip(1)
            .map(|plan| page_ctx.link(&Route::plan(ctx.report, &plan.id), ctx.words(&plan.title)))
            .collect(),
        sources: latest(documents::cards(page_ctx)),
        all_sources: page_ctx.link(&Route::Sources, ctx.locale.word("way-sources")),
        data: page_ctx.link(&Route::Data, ctx.locale.word("page-data")),
        lead: lead.clone(),
    };
    let title = ctx.words(&report.site.title).into_owned();
    PageParts { title, description: lead, crumbs: Vec::new(), body: Body::Home(Box::new(view)) }
}

fn promise(ctx: &LangContext<'_>, plan: &Plan, planned: &[&Indicator], total: usize) -> Vec<String> {
    let figures: usize =
        ctx.report.indicators.values().map(|one| one.actuals.len() + one.baselines().count()).sum();
    let number = plan.number.as_ref().map(|number| ctx.locator(&plan.source, number)).unwrap_or_default();
    let named = if plan.number.is_some() { "home-promise-plan-numbered" } else { "home-promise-plan" };
    let mut lines = vec![
        ctx.say(
            named,
            &[
                ("plan", &ctx.words(&plan.title)),
                ("number", &number),
                ("scope", &ctx.scope(&plan.scope)),
                ("period", &ctx.locale.period(&plan.period)),
            ],
        ),
        summary::size_without_targets(ctx, plan),
        ctx.say(
            "home-sources",
            &[
                ("count", &ctx.locale.count(ctx.report.sources.len())),
                ("figures", &ctx.locale.count(figures)),
            ],
        ),
    ];
    lines.extend(summary::counted_otherwise(ctx, planned, total));
    lines
}

/// The latest sources: the page of sources has all.
fn latest(mut sources: Vec<SourceCard>) -> Vec<SourceCard> {
    sources.split_off(sources.len().saturating_sub(SHOWN))
}

/// The picture of the targets weighs as well: so many bytes less are left for the charts of cards.
const OTHERS_DRAW: usize = 8_000;

/// As many targets as are drawn one by one.
const SQUARES: usize = 300;

/// The targets of an action one by one, those of the same status together.
fn squares(page_ctx: &PageContext<'_>, plan: &Plan, action: &Action) -> Vec<TargetSquare> {
    let ctx = page_ctx.lang;
    let mut found: Vec<(usize, TargetSquare)> = Vec::new();
    for indicator in ctx.refs.of_action(plan, action) {
        for (target, verdict) in ctx.tops(indicator) {
            let shown = Shown::of(verdict);
            let status = ctx.status(shown);
            let (title, period) = (ctx.words(&indicator.title), ctx.when(indicator, target));
            let whom = ctx.of_whom(indicator, target).unwrap_or_default();
            let fill: &[(&str, &str)] =
                &[("title", &title), ("period", &period), ("whom", &whom), ("status", &status.word)];
            let name = ctx.say(if whom.is_empty() { "square-name" } else { "square-name-of-whom" }, fill);
            let href =
                page_ctx.address.link_at(&Route::Indicator(indicator.id.clone()), &target_anchor(&target.id));
            let place = Shown::ALL.iter().position(|one| *one == shown).unwrap_or_default();
            found.push((place, TargetSquare { status, name, href }));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, square)| square).collect()
}

/// Where a reader may want to go on.
fn ways(page_ctx: &PageContext<'_>) -> Vec<Link> {
    let (ctx, report) = (page_ctx.lang, page_ctx.lang.report);
    let way = |is_there: bool, route: Route, name: &str| {
        is_there.then(|| page_ctx.link(&route, ctx.locale.word(name)))
    };
    let all = [
        way(!report.plans.is_empty(), Route::Plan, "way-plan"),
        way(!report.stories.is_empty(), Route::Stories, "way-stories"),
        way(!brief::all(ctx).is_empty(), Route::Briefs, "way-briefs"),
        way(true, Route::Data, "way-data"),
    ];
    all.into_iter().flatten().collect()
}

/// As many findings as the home page names.
const SHOWN: usize = 3;

/// The ways to all findings of some statuses, if not all of them are named.
fn more(page_ctx: &PageContext<'_>, plan: &Plan, all: &StatusTally, wanted: fn(Status) -> bool) -> Vec<Link> {
    let of_kind = || {
        all.iter().filter(|(shown, _)| match shown {
            Shown::As(status) => wanted(*status),
            Shown::Exceeded => wanted(Status::Met),
        })
    };
    if of_kind().map(|(_, count)| count).sum::<usize>() <= SHOWN {
        return Vec::new();
    }
    of_kind()
        .filter_map(|(shown, count)| {
            let status = page_ctx.lang.status(*shown);
            let text = page_ctx.lang.say(
                "all-of-status",
                &[("count", &page_ctx.lang.locale.count(*count)), ("status", &status.word)],
            );
            Some(Link { text, href: list_links::list_of_status(page_ctx, &plan.id, *shown)? })
        })
        .collect()
}

/// The first targets of some statuses, each with what is proven.
fn findings(
    page_ctx: &PageContext<'_>,
    indicators: &[&Indicator],
    wanted: fn(Status) -> bool,
) -> Vec<FindingView> {
    let ctx = page_ctx.lang;
    let mut found = Vec::new();
    for indicator in indicators {
        for (target, verdict) in ctx.tops(indicator).into_iter().filter(|(_, verdict)| wanted(verdict.status))
        {
            if found.len() == SHOWN {
                return found;
            }
            found.push(FindingView {
                status: ctx.status(Shown::of(verdict)),
                link: page_ctx.indicator(indicator),
                sentence: summary::finding(ctx, indicator, target, verdict, None),
            });
        }
    }
    found
}

/// Why targets are open.
fn open(page_ctx: &PageContext<'_>, plan: Option<&Plan>, indicators: &[&Indicator]) -> Vec<OpenReasonView> {
    let ctx = page_ctx.lang;
    let all = indicators.iter().flat_map(|one| ctx.tops(one).into_iter().map(|(_, verdict)| (*one, verdict)));
    open_reasons::groups(all)
        .into_iter()
        .map(|group| OpenReasonView {
            status: ctx.status(group.shown),
            count: group.members.len(),
            why: ctx.locale.word(group.why),
            all: plan.and_then(|plan| list_links::list_of_status(page_ctx, &plan.id, group.shown)),
        })
        .collect()
}
