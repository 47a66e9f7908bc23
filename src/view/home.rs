//! The home page: what was promised, what is proven, what is not, and why.

use super::build::Sheet;
use super::desk::{Desk, Here, Shown};
use super::page::{ActionRow, Body, FindingView, HomeView, IndicatorCard, Link, OpenReasonView, StoryCard};
use super::plans::plan_route;
use super::route::Route;
use super::verdicts::{self, Tally};
use super::{headline::headline, open, paper, sources};
use crate::evaluate::{Status, Verdict};
use crate::model::{ActionKind, Indicator, Plan, Target};

/// Writes the home page.
pub(super) fn home(here: &Here<'_>) -> Sheet {
    let desk = here.desk;
    let report = desk.report;
    let plan = report.plans.values().next();
    let planned = planned(desk);
    let all = verdicts::count(desk, planned.iter().copied());
    let total: usize = all.values().sum();
    let actions: Vec<(ActionRow, Tally)> = plan.map(|plan| actions(here, plan)).unwrap_or_default();
    let lead = plan.map(|plan| lead(desk, plan, &all, total)).unwrap_or_default();
    let view = HomeView {
        promise: plan.map(|plan| promise(desk, plan, total)).unwrap_or_default(),
        plan: plan.map(|plan| here.link(&Route::Plan, desk.words(&plan.title))),
        counts: plan.map_or_else(|| verdicts::counts(desk, &all), |plan| here.counts_of(plan, &all)),
        total,
        proven: findings(here, &planned, is_proven),
        proven_more: plan.map(|plan| more(here, plan, &all, is_proven)).unwrap_or_default(),
        missed: findings(here, &planned, verdicts::is_missed),
        missed_more: plan.map(|plan| more(here, plan, &all, verdicts::is_missed)).unwrap_or_default(),
        open: open(here, plan, &planned),
        actions: actions.into_iter().map(|(row, _)| row).collect(),
        figures: report
            .site
            .home
            .figures
            .iter()
            .filter_map(|id| report.indicators.get(id))
            .scan(0, |drawn, one| Some(here.card(one, drawn)))
            .collect(),
        stories: report.site.home.stories.iter().filter_map(|id| here.story_card(id)).collect(),
        briefs: (!paper::all(desk).is_empty())
            .then(|| here.link(&Route::Briefs, desk.locale.word("about-briefs"))),
        other_plans: report
            .plans
            .values()
            .skip(1)
            .map(|plan| here.link(&plan_route(desk, plan), desk.words(&plan.title)))
            .collect(),
        sources: sources::cards(here),
        data: here.link(&Route::Data, desk.locale.word("page-data")),
        lead: lead.clone(),
    };
    let title = desk.words(&report.site.title).into_owned();
    Sheet { title, description: lead, crumbs: Vec::new(), body: Body::Home(Box::new(view)) }
}

/// The indicators that the home page counts: those of the first plan, or all if there is none.
pub(super) fn planned<'a>(desk: &Desk<'a>) -> Vec<&'a Indicator> {
    match desk.report.plans.values().next() {
        Some(plan) => of_plan(desk, plan),
        None => desk.index.order.clone(),
    }
}

/// The judged indicators of a plan.
fn of_plan<'a>(desk: &Desk<'a>, plan: &Plan) -> Vec<&'a Indicator> {
    let belongs = |indicator: &&&Indicator| indicator.task.as_ref().is_some_and(|task| task.plan == plan.id);
    desk.index.order.iter().filter(belongs).copied().collect()
}

pub(super) fn lead(desk: &Desk<'_>, plan: &Plan, all: &Tally, total: usize) -> String {
    let parts = verdicts::parts(desk, all, "home-lead-part");
    desk.say(
        "home-lead",
        &[("plan", &desk.words(&plan.title)), ("total", &desk.locale.count(total)), ("parts", &parts)],
    )
}

/// How much a plan promises.
pub(super) fn size(desk: &Desk<'_>, plan: &Plan, total: usize) -> String {
    let actions = plan.actions.iter().filter(|action| action.kind == ActionKind::Action).count();
    desk.say(
        "home-promise-size",
        &[
            ("actions", &desk.locale.count(actions)),
            ("tasks", &desk.locale.count(plan.tasks().count())),
            ("targets", &desk.locale.count(total)),
        ],
    )
}

fn promise(desk: &Desk<'_>, plan: &Plan, total: usize) -> Vec<String> {
    let figures: usize = desk
        .report
        .indicators
        .values()
        .map(|one| one.actuals.len() + usize::from(one.baseline.is_some()))
        .sum();
    let number = plan.number.as_ref().map(|number| desk.locator(&plan.source, number)).unwrap_or_default();
    let named = if plan.number.is_some() { "home-promise-plan-numbered" } else { "home-promise-plan" };
    vec![
        desk.say(
            named,
            &[
                ("plan", &desk.words(&plan.title)),
                ("number", &number),
                ("scope", &desk.scope(&plan.scope)),
                ("period", &desk.locale.period(&plan.period)),
            ],
        ),
        size(desk, plan, total),
        desk.say(
            "home-sources",
            &[
                ("count", &desk.locale.count(desk.report.sources.len())),
                ("figures", &desk.locale.count(figures)),
            ],
        ),
    ]
}

/// The actions of a plan with their counts.
pub(super) fn actions(here: &Here<'_>, plan: &Plan) -> Vec<(ActionRow, Tally)> {
    let desk = here.desk;
    plan.actions
        .iter()
        .map(|action| {
            let tally = verdicts::count(desk, desk.index.of_action(plan, action));
            let (tasks, targets): (usize, usize) = (action.tasks.len(), tally.values().sum());
            let count = |name: &str, count: usize| desk.say(name, &[("count", &desk.locale.count(count))]);
            let targets = if targets == 0 {
                desk.locale.word("action-no-targets")
            } else {
                count("action-targets", targets)
            };
            let row = ActionRow {
                link: here.link(&Route::Action(action.id.clone()), desk.words(&action.title)),
                number: action.number.clone(),
                size: desk.locale.list(&[count("action-tasks", tasks), targets]),
                counts: verdicts::counts(desk, &tally),
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
fn more(here: &Here<'_>, plan: &Plan, all: &Tally, wanted: fn(Status) -> bool) -> Vec<Link> {
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
            let status = here.desk.status(*shown);
            let text = here.desk.say(
                "all-of-status",
                &[("count", &here.desk.locale.count(*count)), ("status", &status.word)],
            );
            Some(Link { text, href: here.list_of_status(&plan.id, *shown)? })
        })
        .collect()
}

/// The first targets of some statuses, each with what is proven.
fn findings(here: &Here<'_>, indicators: &[&Indicator], wanted: fn(Status) -> bool) -> Vec<FindingView> {
    let desk = here.desk;
    let mut found = Vec::new();
    for indicator in indicators {
        for (target, verdict) in
            desk.tops(indicator).into_iter().filter(|(_, verdict)| wanted(verdict.status))
        {
            if found.len() == SHOWN {
                return found;
            }
            found.push(FindingView {
                status: desk.status(Shown::of(verdict)),
                link: here.indicator(indicator),
                sentence: finding(desk, indicator, target, verdict),
            });
        }
    }
    found
}

pub(super) fn finding(desk: &Desk<'_>, indicator: &Indicator, target: &Target, verdict: &Verdict) -> String {
    let unit = desk.unit(indicator);
    let period = desk.period(indicator, &target.period);
    let proven = desk.locale.proven(verdict.reached().0, unit);
    if proven.is_empty() {
        let word = desk.locale.word(&format!("status-{}", Shown::of(verdict).key()));
        let finding = desk.say("finding-done", &[("period", &period), ("proven", &word)]);
        return desk.locale.sentence(&finding);
    }
    let condition = desk.locale.condition(&verdict.condition, unit);
    let finding = desk.say("finding", &[("period", &period), ("proven", &proven), ("condition", &condition)]);
    desk.locale.sentence(&finding)
}

/// Why targets are open.
fn open(here: &Here<'_>, plan: Option<&Plan>, indicators: &[&Indicator]) -> Vec<OpenReasonView> {
    let desk = here.desk;
    let all =
        indicators.iter().flat_map(|one| desk.tops(one).into_iter().map(|(_, verdict)| (*one, verdict)));
    open::groups(all)
        .into_iter()
        .map(|group| OpenReasonView {
            status: desk.status(group.shown),
            count: group.members.len(),
            why: desk.locale.word(group.why),
            all: plan.and_then(|plan| here.list_of_status(&plan.id, group.shown)),
        })
        .collect()
}

impl Here<'_> {
    /// An indicator as a card with its chart, as long as the charts of the page stay light; `drawn` counts
    /// their bytes. Without its chart a card has the verdicts in words.
    pub(super) fn card(&self, indicator: &Indicator, drawn: &mut usize) -> IndicatorCard {
        const LIGHT: usize = 30_000;
        let chart = self.chart(indicator).filter(|chart| *drawn + chart.svg_html.len() <= LIGHT);
        *drawn += chart.as_ref().map_or(0, |chart| chart.svg_html.len());
        IndicatorCard {
            link: self.indicator(indicator),
            sentence: headline(self.desk, indicator),
            verdicts: self.lines_in_short(indicator),
            chart,
        }
    }

    /// A story in a list.
    pub(super) fn story_card(&self, id: &crate::model::StoryId) -> Option<StoryCard> {
        let story = self.desk.report.stories.get(id)?;
        Some(StoryCard {
            link: self.story(id),
            summary: self.desk.words(&story.summary).into_owned(),
            where_when: super::stories::where_when(self.desk, story),
            photo: self.card_photo(story),
        })
    }
}
