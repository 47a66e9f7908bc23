//! The home page: what was promised, what is proven, what is not, and why.

use super::build::PageParts;
use super::context::{LangContext, PageContext, Shown};
use super::page::{ActionRow, Body, FindingView, HomeView, IndicatorCard, Link, OpenReasonView, StoryCard};
use super::plans::plan_route;
use super::route::Route;
use super::verdicts::{self, StatusTally};
use super::{brief, headline::headline, open_reasons, sources};
use crate::evaluate::{Status, Verdict};
use crate::model::{ActionKind, Indicator, Plan, Target};

/// Writes the home page.
pub(super) fn home(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let report = ctx.report;
    let plan = report.plans.values().next();
    let planned = planned(ctx);
    let all = verdicts::count(ctx, planned.iter().copied());
    let total: usize = all.values().sum();
    let actions: Vec<(ActionRow, StatusTally)> = plan.map(|plan| actions(page_ctx, plan)).unwrap_or_default();
    let lead = plan.map(|plan| lead(ctx, plan, &all, total)).unwrap_or_default();
    let view = HomeView {
        promise: plan.map(|plan| promise(ctx, plan, total)).unwrap_or_default(),
        plan: plan.map(|plan| page_ctx.link(&Route::Plan, ctx.words(&plan.title))),
        counts: plan.map_or_else(|| verdicts::counts(ctx, &all), |plan| page_ctx.counts_of(plan, &all)),
        total,
        proven: findings(page_ctx, &planned, is_proven),
        proven_more: plan.map(|plan| more(page_ctx, plan, &all, is_proven)).unwrap_or_default(),
        missed: findings(page_ctx, &planned, verdicts::is_missed),
        missed_more: plan.map(|plan| more(page_ctx, plan, &all, verdicts::is_missed)).unwrap_or_default(),
        open: open(page_ctx, plan, &planned),
        actions: actions.into_iter().map(|(row, _)| row).collect(),
        figures: report
            .site
            .home
            .figures
            .iter()
            .filter_map(|id| report.indicators.get(id))
            .scan(0, |drawn, one| Some(page_ctx.card(one, drawn)))
            .collect(),
        stories: report.site.home.stories.iter().filter_map(|id| page_ctx.story_card(id)).collect(),
        briefs: (!brief::all(ctx).is_empty())
            .then(|| page_ctx.link(&Route::Briefs, ctx.locale.word("about-briefs"))),
        other_plans: report
            .plans
            .values()
            .skip(1)
            .map(|plan| page_ctx.link(&plan_route(ctx, plan), ctx.words(&plan.title)))
            .collect(),
        sources: sources::cards(page_ctx),
        data: page_ctx.link(&Route::Data, ctx.locale.word("page-data")),
        lead: lead.clone(),
    };
    let title = ctx.words(&report.site.title).into_owned();
    PageParts { title, description: lead, crumbs: Vec::new(), body: Body::Home(Box::new(view)) }
}

/// The indicators that the home page counts: those of the first plan, or all if there is none.
pub(super) fn planned<'a>(ctx: &LangContext<'a>) -> Vec<&'a Indicator> {
    match ctx.report.plans.values().next() {
        Some(plan) => of_plan(ctx, plan),
        None => ctx.refs.order.clone(),
    }
}

/// The judged indicators of a plan.
fn of_plan<'a>(ctx: &LangContext<'a>, plan: &Plan) -> Vec<&'a Indicator> {
    let belongs = |indicator: &&&Indicator| indicator.task.as_ref().is_some_and(|task| task.plan == plan.id);
    ctx.refs.order.iter().filter(belongs).copied().collect()
}

pub(super) fn lead(ctx: &LangContext<'_>, plan: &Plan, all: &StatusTally, total: usize) -> String {
    let parts = verdicts::parts(ctx, all, "home-lead-part");
    ctx.say(
        "home-lead",
        &[("plan", &ctx.words(&plan.title)), ("total", &ctx.locale.count(total)), ("parts", &parts)],
    )
}

/// How much a plan promises.
pub(super) fn size(ctx: &LangContext<'_>, plan: &Plan, total: usize) -> String {
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

fn promise(ctx: &LangContext<'_>, plan: &Plan, total: usize) -> Vec<String> {
    let figures: usize = ctx
        .report
        .indicators
        .values()
        .map(|one| one.actuals.len() + usize::from(one.baseline.is_some()))
        .sum();
    let number = plan.number.as_ref().map(|number| ctx.locator(&plan.source, number)).unwrap_or_default();
    let named = if plan.number.is_some() { "home-promise-plan-numbered" } else { "home-promise-plan" };
    vec![
        ctx.say(
            named,
            &[
                ("plan", &ctx.words(&plan.title)),
                ("number", &number),
                ("scope", &ctx.scope(&plan.scope)),
                ("period", &ctx.locale.period(&plan.period)),
            ],
        ),
        size(ctx, plan, total),
        ctx.say(
            "home-sources",
            &[
                ("count", &ctx.locale.count(ctx.report.sources.len())),
                ("figures", &ctx.locale.count(figures)),
            ],
        ),
    ]
}

/// The actions of a plan with their counts.
pub(super) fn actions(page_ctx: &PageContext<'_>, plan: &Plan) -> Vec<(ActionRow, StatusTally)> {
    let ctx = page_ctx.lang;
    plan.actions
        .iter()
        .map(|action| {
            let tally = verdicts::count(ctx, ctx.refs.of_action(plan, action));
            let (tasks, targets): (usize, usize) = (action.tasks.len(), tally.values().sum());
            let count = |name: &str, count: usize| ctx.say(name, &[("count", &ctx.locale.count(count))]);
            let targets = if targets == 0 {
                ctx.locale.word("action-no-targets")
            } else {
                count("action-targets", targets)
            };
            let row = ActionRow {
                link: page_ctx.link(&Route::Action(action.id.clone()), ctx.words(&action.title)),
                number: action.number.clone(),
                size: ctx.locale.list(&[count("action-tasks", tasks), targets]),
                counts: verdicts::counts(ctx, &tally),
            };
            (row, tally)
        })
        .collect()
}

fn is_proven(status: Status) -> bool {
    status == Status::Met
}

/// As many findings as the home page names.
const SHOWN: usize = 5;

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
            Some(Link { text, href: page_ctx.list_of_status(&plan.id, *shown)? })
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
                sentence: finding(ctx, indicator, target, verdict),
            });
        }
    }
    found
}

pub(super) fn finding(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    target: &Target,
    verdict: &Verdict,
) -> String {
    let unit = ctx.unit(indicator);
    let period = ctx.locale.period(&target.period);
    let proven = ctx.locale.proven(verdict.reached().0, unit);
    if proven.is_empty() {
        let word = ctx.locale.word(&format!("status-{}", Shown::of(verdict).key()));
        let finding = ctx.say("finding-done", &[("period", &period), ("proven", &word)]);
        return ctx.locale.sentence(&finding);
    }
    let condition = ctx.locale.condition(&verdict.condition, unit);
    let finding = ctx.say("finding", &[("period", &period), ("proven", &proven), ("condition", &condition)]);
    ctx.locale.sentence(&finding)
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
            all: plan.and_then(|plan| page_ctx.list_of_status(&plan.id, group.shown)),
        })
        .collect()
}

impl PageContext<'_> {
    /// An indicator as a card with its chart, as long as the charts of the page stay light; `drawn` counts
    /// their bytes. Without its chart a card has the verdicts in words.
    pub(super) fn card(&self, indicator: &Indicator, drawn: &mut usize) -> IndicatorCard {
        const LIGHT: usize = 30_000;
        let chart = self.chart(indicator).filter(|chart| *drawn + chart.svg_html.len() <= LIGHT);
        *drawn += chart.as_ref().map_or(0, |chart| chart.svg_html.len());
        IndicatorCard {
            link: self.indicator(indicator),
            sentence: headline(self.lang, indicator),
            verdicts: self.lines_in_short(indicator),
            chart,
        }
    }

    /// A story in a list.
    pub(super) fn story_card(&self, id: &crate::model::StoryId) -> Option<StoryCard> {
        let story = self.lang.report.stories.get(id)?;
        Some(StoryCard {
            link: self.story(id),
            summary: self.lang.words(&story.summary).into_owned(),
            where_when: super::stories::where_when(self.lang, story),
            photo: self.card_photo(story),
        })
    }
}
