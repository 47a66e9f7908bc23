//! The list of indicators, and one page an indicator.

use super::build::PageParts;
use super::context::{LangContext, PageContext, task_anchor};
use super::cross_refs::Group;
use super::headline::headline;
use super::lists;
use super::page::{
    Body, ClaimView, Fact, IndicatorGroup, IndicatorRow, IndicatorView, IndicatorsView, Link, TrendView,
};
use super::plans::plan_route;
use super::route::Route;
use super::{charts, reasons, sources, verdicts};
use crate::evaluate::{ConflictKind, TrendReading};
use crate::model::{Better, Indicator, IndicatorId, Measure, Plan, TrendMethod};
use rust_decimal::Decimal;

/// Writes the list.
pub(super) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let index = ctx.refs;
    let plan = ctx.report.plans.values().next();
    let view = IndicatorsView {
        counts: verdicts::counts(ctx, &verdicts::count(ctx, index.order.iter().copied())),
        scorecard: plan.and_then(|plan| {
            charts::scorecard(ctx, plan).map(|chart| chart.figure(page_ctx, &plan_route(ctx, plan)))
        }),
        yearly: plan.and_then(|plan| {
            charts::multiples(page_ctx, plan).map(|chart| chart.figure(page_ctx, &plan_route(ctx, plan)))
        }),
        judged: groups(page_ctx, &index.groups.judged, lists::judged_is_long(index)),
        context: groups(page_ctx, &index.groups.context, lists::context_is_long(index)),
    };
    page_ctx.plain("page-indicators", "about-indicators", Body::Indicators(Box::new(view)))
}

/// Groups with their rows, or with the way to them if they are too long for this page.
fn groups(page_ctx: &PageContext<'_>, groups: &[Group<'_>], long: bool) -> Vec<IndicatorGroup> {
    let ctx = page_ctx.lang;
    groups
        .iter()
        .map(|group| IndicatorGroup {
            title: group.title(ctx),
            anchor: group.anchor.clone(),
            count: group.members.len(),
            size: ctx.say("count-indicators", &[("count", &ctx.locale.count(group.members.len()))]),
            counts: verdicts::counts(ctx, &verdicts::count(ctx, group.members.iter().copied())),
            href: long.then(|| page_ctx.address.link(&Route::List(group.anchor.clone(), 1))),
            rows: group.members.iter().filter(|_| !long).map(|one| page_ctx.indicator_row(one)).collect(),
        })
        .collect()
}

impl PageContext<'_> {
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
pub(super) fn context_row(page_ctx: &PageContext<'_>, indicator: &Indicator) -> IndicatorRow {
    const SHOWN: usize = 4;
    let ctx = page_ctx.lang;
    let figures = (0..indicator.actuals.len().min(SHOWN))
        .map(|index| reasons::figure(ctx, indicator, index, &indicator.scope))
        .collect();
    IndicatorRow { link: page_ctx.indicator(indicator), verdicts: Vec::new(), figures }
}

/// Writes an indicator's page.
pub(super) fn indicator(page_ctx: &PageContext<'_>, id: &IndicatorId) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(indicator) = ctx.report.indicators.get(id) else {
        return page_ctx.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let (before, after) = ctx.refs.neighbours(id);
    let lead = headline(ctx, indicator);
    let title = ctx.words(&indicator.title);
    let view = IndicatorView {
        definition: ctx.maybe(indicator.definition.as_ref()),
        facts: facts(page_ctx, indicator),
        embed: page_ctx.embed(indicator),
        chart: page_ctx.chart(indicator),
        verdicts: page_ctx.verdicts(indicator),
        figures: page_ctx.figures(indicator),
        baseline: page_ctx.baseline(indicator),
        conflicts: conflicts(ctx, indicator),
        trend: ctx.judged(id).trend.as_ref().map(|reading| trend(ctx, reading)),
        note: ctx.maybe(indicator.note.as_ref()),
        claims: claims(page_ctx, id),
        stories: page_ctx.stories(ctx.refs.stories_of.get(id)),
        downloads: page_ctx.downloads(indicator),
        previous: before.map(|other| page_ctx.indicator(other)),
        next: after.map(|other| page_ctx.indicator(other)),
        // The heading names the indicator already.
        lead: ctx.locale.sentence(
            lead.strip_prefix(title.as_ref())
                .map_or(lead.as_str(), |rest| rest.trim_start_matches(['：', ':', ' '])),
        ),
    };
    let mut crumbs =
        vec![page_ctx.home(), page_ctx.link(&Route::Indicators, ctx.locale.word("page-indicators"))];
    if let Some((_, action, _)) = indicator.task.as_ref().and_then(|task| ctx.report.task(task)) {
        crumbs.push(page_ctx.link(&Route::Action(action.id.clone()), ctx.words(&action.title)));
    }
    PageParts { title: title.into_owned(), description: lead, crumbs, body: Body::Indicator(Box::new(view)) }
}

fn facts(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<Fact> {
    let ctx = page_ctx.lang;
    let word = |name: &str| ctx.locale.word(name);
    let fact = |name: &str, link: Link| Fact { name: word(name), text: link.text, href: Some(link.href) };
    let plain =
        |name: &str, text: String| Fact { name: word(name), text: ctx.locale.sentence(&text), href: None };
    let mut facts = Vec::new();
    if let Some((plan, action, task)) = indicator.task.as_ref().and_then(|task| ctx.report.task(task)) {
        let text = format!("{} {}", task.number, ctx.words(&task.title));
        facts.push(fact("fact-task", task_link(page_ctx, plan, &task.number, text)));
        facts.push(fact(
            "fact-action",
            page_ctx.link(&Route::Action(action.id.clone()), ctx.words(&action.title)),
        ));
    }
    facts.push(fact("fact-scope", page_ctx.scope(&indicator.scope)));
    facts.push(plain(
        "fact-measure",
        word(match indicator.measure {
            Measure::Flow => "measure-flow",
            Measure::Stock => "measure-stock",
            Measure::Rate => "measure-rate",
            Measure::Milestone => "measure-milestone",
        }),
    ));
    if let Some(unit) = ctx.unit(indicator).and_then(|unit| ctx.locale.unit_name(unit)) {
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
pub(super) fn task_link(page_ctx: &PageContext<'_>, plan: &Plan, number: &str, text: String) -> Link {
    page_ctx.link_at(&plan_route(page_ctx.lang, plan), &task_anchor(number), text)
}

fn conflicts(ctx: &LangContext<'_>, indicator: &Indicator) -> Vec<String> {
    ctx.evaluation
        .conflicts
        .iter()
        .filter(|conflict| conflict.indicator == indicator.id)
        .map(|conflict| conflict_sentence(ctx, indicator, conflict))
        .collect()
}

/// A conflict as a sentence, with what follows from it.
pub(super) fn conflict_sentence(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    conflict: &crate::evaluate::Conflict,
) -> String {
    let join = |indexes: &[usize]| {
        let words: Vec<String> =
            indexes.iter().map(|index| reasons::figure(ctx, indicator, *index, &indicator.scope)).collect();
        ctx.locale.list(&words)
    };
    let name = match conflict.kind {
        ConflictKind::SameRegion => "conflict-same",
        ConflictKind::PartsExceedWhole => "conflict-parts",
        ConflictKind::Milestone => "conflict-milestone",
    };
    let what = ctx.say(name, &[("floor", &join(&conflict.floor)), ("cap", &join(&conflict.cap))]);
    let then = ctx.locale.word(if conflict.accepted { "conflict-accepted" } else { "conflict-open" });
    ctx.locale.sentence(&ctx.locale.sentences(&[what, then]))
}

fn claims(page_ctx: &PageContext<'_>, id: &IndicatorId) -> Vec<ClaimView> {
    let found = page_ctx.lang.refs.claims_of.get(id).into_iter().flatten();
    found.filter_map(|index| sources::claim(page_ctx, &page_ctx.lang.evaluation.claims[*index])).collect()
}

fn trend(ctx: &LangContext<'_>, reading: &TrendReading) -> TrendView {
    let word = |name: &str| ctx.locale.word(name);
    let show = |value: Decimal| ctx.locale.number(value);
    let inputs: Vec<String> = [reading.base, reading.current, reading.target]
        .into_iter()
        .flatten()
        .map(|(year, value)| ctx.say("trend-base", &[("year", &year.to_string()), ("value", &show(value))]))
        .collect();
    let rows = reading
        .readings
        .iter()
        .map(|one| {
            let method = match one.method {
                TrendMethod::Linear => "trend-linear",
                TrendMethod::OpenSdg => "trend-open-sdg",
                TrendMethod::Eurostat => "trend-eurostat",
            };
            let score = one.progress.map(|progress| ctx.say("trend-score", &[("progress", &show(progress))]));
            vec![
                word(method),
                ctx.locale.sentence(&word(&format!("trend-{}", one.category.as_str()))),
                [ctx.locale.list(&inputs), score.unwrap_or_default()].join(" ").trim().to_owned(),
            ]
        })
        .collect();
    TrendView {
        head: vec![word("trend-method"), word("trend-result"), word("trend-inputs")],
        rows,
        disagree: reading.disagree.then(|| word("trend-disagree")),
    }
}
