//! The list of indicators, and one page an indicator.

use crate::model::{Better, Break, Indicator, IndicatorId, Level, Measure};
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::groups::Group;
use crate::view::cross_refs::paging;
use crate::view::page::link::Link;
use crate::view::page::{Body, ClaimView, Fact, IndicatorGroup, IndicatorView, IndicatorsView};
use crate::view::pages::{entries, matrix};
use crate::view::parts::PageParts;
use crate::view::route::Route;
use crate::view::wording::headline::headline;
use crate::view::wording::trends;
use crate::view::wording::{cards, checks, figures, hero, verdicts};
use crate::view::{charts, parts};

/// Writes the list.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let index = ctx.refs;
    let plan = ctx.report.plans.values().next();
    let view = IndicatorsView {
        counts: verdicts::counts(ctx, &verdicts::count(ctx, index.order.iter().copied())),
        scorecard: plan.and_then(|plan| {
            charts::scorecard(ctx, plan)
                .map(|chart| chart.figure(page_ctx, &Route::plan(ctx.report, &plan.id)))
        }),
        yearly: plan.and_then(|plan| {
            charts::multiples(page_ctx, plan)
                .map(|chart| chart.figure(page_ctx, &Route::plan(ctx.report, &plan.id)))
        }),
        judged: groups(page_ctx, &index.groups.judged, paging::judged_is_long(index)),
        context: groups(page_ctx, &index.groups.context, paging::context_is_long(index)),
    };
    parts::plain(page_ctx, "page-indicators", "about-indicators", Body::Indicators(Box::new(view)))
}

/// Groups with their rows, or with the way to them if they are too long for this page.
fn groups(page_ctx: &PageContext<'_>, groups: &[Group<'_>], long: bool) -> Vec<IndicatorGroup> {
    let ctx = page_ctx.lang;
    groups
        .iter()
        .map(|group| IndicatorGroup {
            title: entries::group_title(group, ctx),
            anchor: group.anchor.clone(),
            count: group.members.len(),
            size: ctx.say("count-indicators", &[("count", &ctx.locale.count(group.members.len()))]),
            counts: verdicts::counts(ctx, &verdicts::count(ctx, group.members.iter().copied())),
            href: long.then(|| page_ctx.address.link(&Route::List(group.anchor.clone(), 1))),
            rows: group
                .members
                .iter()
                .filter(|_| !long)
                .map(|one| entries::indicator_row(page_ctx, one))
                .collect(),
        })
        .collect()
}

/// Writes an indicator's page.
pub(in crate::view) fn indicator(page_ctx: &PageContext<'_>, id: &IndicatorId) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(indicator) = ctx.report.indicators.get(id) else {
        return parts::not_found(page_ctx);
    };
    let (before, after) = ctx.refs.neighbours(id);
    let lead = headline(ctx, indicator);
    let title = ctx.words(&indicator.title);
    let view = IndicatorView {
        definition: ctx.maybe(indicator.definition.as_ref()),
        facts: facts(page_ctx, indicator),
        embed: charts::embed(page_ctx, indicator),
        chart: charts::of(page_ctx, indicator),
        hero: hero::view(ctx, indicator),
        standings: hero::standings(page_ctx, indicator),
        verdicts: cards::views(page_ctx, indicator),
        matrices: matrix::views(page_ctx, indicator),
        figures: figures::views(page_ctx, indicator),
        baselines: figures::baselines(page_ctx, indicator),
        breaks: breaks(ctx, indicator),
        related: related(page_ctx, indicator),
        conflicts: conflicts(ctx, indicator),
        trend: ctx.judged(id).trend.as_ref().map(|reading| trends::trend(ctx, reading)),
        note: ctx.maybe(indicator.note.as_ref()),
        claims: claims(page_ctx, id),
        stories: page_ctx.stories(ctx.refs.stories_of.get(id)),
        citation: citation(page_ctx, &title),
        downloads: charts::downloads(page_ctx, indicator),
        previous: before.map(|other| page_ctx.indicator(other)),
        next: after.map(|other| page_ctx.indicator(other)),
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
        facts.push(fact("fact-task", page_ctx.task_link(plan, &task.number, text)));
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
            Measure::Growth => "measure-growth",
            Measure::Milestone => "measure-milestone",
        }),
    ));
    if let Some(level) = indicator.level {
        facts.push(plain(
            "fact-level",
            word(match level {
                Level::Output => "level-output",
                Level::Outcome => "level-outcome",
                Level::Impact => "level-impact",
            }),
        ));
    }
    if let Some(unit) = ctx.unit(indicator).and_then(|unit| ctx.locale.unit_name(unit)) {
        // As it is written beside numbers: of mg/L a capital would make another unit.
        facts.push(Fact { name: word("fact-unit"), text: unit, href: None });
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

fn conflicts(ctx: &LangContext<'_>, indicator: &Indicator) -> Vec<String> {
    ctx.evaluation
        .conflicts
        .iter()
        .filter(|conflict| conflict.indicator == indicator.id)
        .map(|conflict| checks::conflict_sentence(ctx, indicator, conflict))
        .collect()
}

/// The days on which another method of counting began, as sentences.
fn breaks(ctx: &LangContext<'_>, indicator: &Indicator) -> Vec<String> {
    let told = |one: &Break| {
        let (on, why) = (ctx.locale.day(one.on), ctx.words(&one.why).into_owned());
        ctx.say("break-told", &[("on", &on), ("why", &why)])
    };
    indicator.breaks.iter().map(told).collect()
}

/// The indicators that its file names, then those of the same task that count the same of the same scope.
fn related<'a>(page_ctx: &PageContext<'a>, indicator: &Indicator) -> Vec<Link> {
    const MOST: usize = 8;
    let ctx = page_ctx.lang;
    let mut all: Vec<&'a Indicator> = indicator
        .related
        .iter()
        .filter_map(|one| ctx.report.indicators.get(&one.indicator).map(AsRef::as_ref))
        .collect();
    let alike = |other: &Indicator| {
        other.id != indicator.id
            && indicator.task.is_some()
            && other.task == indicator.task
            && other.unit == indicator.unit
            && other.scope == indicator.scope
    };
    for other in ctx.report.indicators.values().map(AsRef::as_ref).filter(|other| alike(other)) {
        if !all.iter().any(|known| known.id == other.id) {
            all.push(other);
        }
    }
    all.into_iter().take(MOST).map(|one| page_ctx.indicator(one)).collect()
}

fn claims(page_ctx: &PageContext<'_>, id: &IndicatorId) -> Vec<ClaimView> {
    let found = page_ctx.lang.refs.claims_of.get(id).into_iter().flatten();
    found.filter_map(|index| checks::claim(page_ctx, &page_ctx.lang.evaluation.claims[*index])).collect()
}

/// How to cite the page of an indicator.
fn citation(page_ctx: &PageContext<'_>, title: &str) -> String {
    let ctx = page_ctx.lang;
    let site = &ctx.report.site;
    let publisher = ctx.maybe(site.publisher.as_ref());
    let name = if publisher.is_some() { "cite-text" } else { "cite-text-alone" };
    let url = ctx.url(&page_ctx.address).unwrap_or_default();
    let fill = [
        ("publisher", publisher.as_deref().unwrap_or_default()),
        ("page", title),
        ("site", &ctx.words(&site.title)),
        ("day", &ctx.locale.day(ctx.evaluation.as_of)),
        ("url", &url),
    ];
    ctx.say(name, &fill).trim().to_owned()
}
