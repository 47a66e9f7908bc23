//! The list of indicators, and one page an indicator.

use super::build::Sheet;
use super::desk::{Desk, Here, task_anchor};
use super::headline::headline;
use super::index::Group;
use super::lists;
use super::page::{Body, ClaimView, Fact, IndicatorGroup, IndicatorRow, IndicatorView, IndicatorsView, Link};
use super::plans::plan_route;
use super::route::Route;
use super::{charts, reasons, sources, trends, verdicts};
use crate::evaluate::ConflictKind;
use crate::model::{Better, Indicator, IndicatorId, Measure, Plan};

/// Writes the list.
pub(super) fn list(here: &Here<'_>) -> Sheet {
    let desk = here.desk;
    let index = desk.index;
    let plan = desk.report.plans.values().next();
    let view = IndicatorsView {
        counts: verdicts::counts(desk, &verdicts::count(desk, index.order.iter().copied())),
        scorecard: plan.and_then(|plan| {
            charts::scorecard(desk, plan).map(|chart| chart.figure(here, &plan_route(desk, plan)))
        }),
        yearly: plan.and_then(|plan| {
            charts::multiples(here, plan).map(|chart| chart.figure(here, &plan_route(desk, plan)))
        }),
        judged: groups(here, &index.groups.judged, lists::judged_is_long(index)),
        context: groups(here, &index.groups.context, lists::context_is_long(index)),
    };
    here.plain("page-indicators", "about-indicators", Body::Indicators(Box::new(view)))
}

/// Groups with their rows, or with the way to them if they are too long for this page.
fn groups(here: &Here<'_>, groups: &[Group<'_>], long: bool) -> Vec<IndicatorGroup> {
    let desk = here.desk;
    groups
        .iter()
        .map(|group| IndicatorGroup {
            title: group.title(desk),
            anchor: group.anchor.clone(),
            count: group.members.len(),
            size: desk.say("count-indicators", &[("count", &desk.locale.count(group.members.len()))]),
            counts: verdicts::counts(desk, &verdicts::count(desk, group.members.iter().copied())),
            href: long.then(|| here.address.link(&Route::List(group.anchor.clone(), 1))),
            rows: group.members.iter().filter(|_| !long).map(|one| here.indicator_row(one)).collect(),
        })
        .collect()
}

impl Here<'_> {
    /// An indicator in a list: its verdicts, or for context its first figures.
    pub(super) fn indicator_row(&self, indicator: &Indicator) -> IndicatorRow {
        if indicator.targets.is_empty() {
            return context_row(self, indicator);
        }
        IndicatorRow {
            link: self.indicator(indicator),
            verdicts: self.lines_in_short(indicator),
            figures: Vec::new(),
        }
    }
}

/// An indicator without targets in a list.
pub(super) fn context_row(here: &Here<'_>, indicator: &Indicator) -> IndicatorRow {
    const SHOWN: usize = 4;
    let desk = here.desk;
    let figures = (0..indicator.actuals.len().min(SHOWN))
        .map(|index| reasons::figure(desk, indicator, index, &indicator.scope))
        .collect();
    IndicatorRow { link: here.indicator(indicator), verdicts: Vec::new(), figures }
}

/// Writes an indicator's page.
pub(super) fn indicator(here: &Here<'_>, id: &IndicatorId) -> Sheet {
    let desk = here.desk;
    let Some(indicator) = desk.report.indicators.get(id) else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let (before, after) = desk.index.neighbours(id);
    let lead = headline(desk, indicator);
    let title = desk.words(&indicator.title);
    let view = IndicatorView {
        definition: desk.maybe(indicator.definition.as_ref()),
        facts: facts(here, indicator),
        embed: here.embed(indicator),
        chart: here.chart(indicator),
        verdicts: here.verdicts(indicator),
        figures: here.figures(indicator),
        baseline: here.baseline(indicator),
        conflicts: conflicts(desk, indicator),
        trend: desk.judged(id).trend.as_ref().map(|reading| trends::trend(desk, reading)),
        note: desk.maybe(indicator.note.as_ref()),
        claims: claims(here, id),
        stories: here.stories(desk.index.stories_of.get(id)),
        downloads: here.downloads(indicator),
        previous: before.map(|other| here.indicator(other)),
        next: after.map(|other| here.indicator(other)),
        // The heading names the indicator already.
        lead: desk.locale.sentence(
            lead.strip_prefix(title.as_ref())
                .map_or(lead.as_str(), |rest| rest.trim_start_matches(['：', ':', ' '])),
        ),
    };
    let mut crumbs = vec![here.home(), here.link(&Route::Indicators, desk.locale.word("page-indicators"))];
    if let Some((_, action, _)) = indicator.task.as_ref().and_then(|task| desk.report.task(task)) {
        crumbs.push(here.link(&Route::Action(action.id.clone()), desk.words(&action.title)));
    }
    Sheet { title: title.into_owned(), description: lead, crumbs, body: Body::Indicator(Box::new(view)) }
}

fn facts(here: &Here<'_>, indicator: &Indicator) -> Vec<Fact> {
    let desk = here.desk;
    let word = |name: &str| desk.locale.word(name);
    let fact = |name: &str, link: Link| Fact { name: word(name), text: link.text, href: Some(link.href) };
    let plain =
        |name: &str, text: String| Fact { name: word(name), text: desk.locale.sentence(&text), href: None };
    let mut facts = Vec::new();
    if let Some((plan, action, task)) = indicator.task.as_ref().and_then(|task| desk.report.task(task)) {
        let text = format!("{} {}", task.number, desk.words(&task.title));
        facts.push(fact("fact-task", task_link(here, plan, &task.number, text)));
        facts.push(fact(
            "fact-action",
            here.link(&Route::Action(action.id.clone()), desk.words(&action.title)),
        ));
    }
    facts.push(fact("fact-scope", here.scope(&indicator.scope)));
    facts.push(plain(
        "fact-measure",
        word(match indicator.measure {
            Measure::Flow => "measure-flow",
            Measure::Stock => "measure-stock",
            Measure::Rate => "measure-rate",
            Measure::Milestone => "measure-milestone",
        }),
    ));
    if let Some(unit) = desk.unit(indicator).and_then(|unit| desk.locale.unit_name(unit)) {
        facts.push(plain("fact-unit", unit));
    }
    if !indicator.targets.is_empty() && indicator.measure != Measure::Milestone {
        facts.push(plain(
            "fact-better",
            word(match indicator.better {
                Better::Higher => "better-higher",
                Better::Lower => "better-lower",
                Better::Range => "better-range",
            }),
        ));
    }
    facts
}

/// A link to a task on its plan's page.
pub(super) fn task_link(here: &Here<'_>, plan: &Plan, number: &str, text: String) -> Link {
    here.link_at(&plan_route(here.desk, plan), &task_anchor(number), text)
}

fn conflicts(desk: &Desk<'_>, indicator: &Indicator) -> Vec<String> {
    desk.evaluation
        .conflicts
        .iter()
        .filter(|conflict| conflict.indicator == indicator.id)
        .map(|conflict| conflict_sentence(desk, indicator, conflict))
        .collect()
}

/// A conflict as a sentence, with what follows from it.
pub(super) fn conflict_sentence(
    desk: &Desk<'_>,
    indicator: &Indicator,
    conflict: &crate::evaluate::Conflict,
) -> String {
    let join = |indexes: &[usize]| {
        let words: Vec<String> =
            indexes.iter().map(|index| reasons::figure(desk, indicator, *index, &indicator.scope)).collect();
        desk.locale.list(&words)
    };
    let name = match conflict.kind {
        ConflictKind::SameRegion => "conflict-same",
        ConflictKind::PartsExceedWhole => "conflict-parts",
        ConflictKind::Milestone => "conflict-milestone",
    };
    let what = desk.say(name, &[("floor", &join(&conflict.floor)), ("cap", &join(&conflict.cap))]);
    let then = desk.locale.word(if conflict.accepted { "conflict-accepted" } else { "conflict-open" });
    desk.locale.sentence(&desk.locale.sentences(&[what, then]))
}

fn claims(here: &Here<'_>, id: &IndicatorId) -> Vec<ClaimView> {
    let found = here.desk.index.claims_of.get(id).into_iter().flatten();
    found.filter_map(|index| sources::claim(here, &here.desk.evaluation.claims[*index])).collect()
}
