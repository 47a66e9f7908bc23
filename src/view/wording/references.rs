//! References in a text: the figure or verdict that each states, its link, and the source of its figure.

use crate::model::{Actual, Bound, FigureKey, Formula, Indicator, IndicatorId, SourceId, TargetId, Text};
use crate::view::context::PageContext;
use crate::view::page::link::{Link, TitledLink};
use crate::view::route::{RESULTS_ANCHOR, Route, target_anchor};
use crate::view::shown::Shown;
use crate::view::wording::{computations, proven};

/// Where a figure or promise of a text comes from.
pub(in crate::view) struct ReferenceOrigin<'a> {
    /// The indicator, linked to the figure.
    pub figure: Link,
    /// Period, value and qualifier, in words.
    pub text: String,
    /// The source, linked to the figure's place on its page.
    pub link: TitledLink,
    /// The source.
    pub source: &'a SourceId,
    /// Where in it, as the source's language has it.
    pub locator: &'a str,
}

/// A text's words line by line, in the page's language.
pub(in crate::view) fn lines_of(page_ctx: &PageContext<'_>, text: &Text) -> Vec<String> {
    page_ctx.lang.locale.lines(text)
}

/// The indicator of a reference.
pub(in crate::view) fn indicator<'a>(page_ctx: &PageContext<'a>, id: &IndicatorId) -> Option<&'a Indicator> {
    page_ctx.lang.report.indicators.get(id).map(AsRef::as_ref)
}

/// The figures and promises that a reference states, whose notes stand behind it: those behind a computed number, or
/// its own.
pub(in crate::view) fn stated(bound: &Bound) -> Vec<Bound> {
    match bound {
        Bound::Computed(computation) => {
            computation.formula.figures().into_iter().cloned().map(Bound::Figure).collect()
        }
        other => vec![other.clone()],
    }
}

fn bound_actual<'a>(page_ctx: &PageContext<'a>, key: &FigureKey) -> Option<(&'a Indicator, &'a Actual)> {
    let indicator = indicator(page_ctx, &key.indicator)?;
    Some((indicator, indicator.at(key.place)?))
}

/// Where a figure or a promise comes from; any other reference comes from nowhere.
pub(in crate::view) fn origin<'a>(page_ctx: &PageContext<'a>, bound: &Bound) -> Option<ReferenceOrigin<'a>> {
    let ctx = page_ctx.lang;
    match bound {
        Bound::Figure(key) => {
            let (indicator, actual) = bound_actual(page_ctx, key)?;
            let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
            Some(ReferenceOrigin {
                figure: figure_link(page_ctx, key)?,
                text: ctx.say("note-text", &[("time", &ctx.time(indicator, actual)), ("value", &value)]),
                link: match key.place.actual() {
                    Some(at) => page_ctx.source_of(indicator, at, &actual.source),
                    None => page_ctx.short_source(&actual.source),
                },
                source: &actual.source,
                locator: &actual.locator,
            })
        }
        Bound::Promise(id, target) => {
            let indicator = indicator(page_ctx, id)?;
            let (_, target, verdict) = ctx.target(indicator, target)?;
            let condition = proven::asked(ctx, indicator, target, verdict);
            let period = ctx.when(indicator, target);
            let to = Route::Indicator(id.clone());
            Some(ReferenceOrigin {
                figure: page_ctx.link_at(&to, &target_anchor(&target.id), ctx.words(&indicator.title)),
                text: ctx.say("promise-text", &[("period", &period), ("condition", &condition)]),
                link: page_ctx.short_source(&target.source),
                source: &target.source,
                locator: &target.locator,
            })
        }
        _ => None,
    }
}

fn figure_link(page_ctx: &PageContext<'_>, key: &FigureKey) -> Option<Link> {
    let indicator = indicator(page_ctx, &key.indicator)?;
    let anchor = page_ctx.lang.anchor(indicator, key.place);
    let title = page_ctx.lang.words(&indicator.title);
    Some(page_ctx.link_at(&Route::Indicator(indicator.id.clone()), &anchor, title))
}

/// The words that stand for a reference whose own words are empty.
pub(in crate::view) fn filled(page_ctx: &PageContext<'_>, bound: &Bound) -> String {
    let ctx = page_ctx.lang;
    match bound {
        Bound::Figure(key) => bound_actual(page_ctx, key)
            .map(|(indicator, actual)| ctx.locale.value(&actual.value, ctx.unit(indicator)))
            .unwrap_or_default(),
        Bound::Promise(id, target) => indicator(page_ctx, id)
            .and_then(|indicator| {
                let (_, target, verdict) = ctx.target(indicator, target)?;
                Some(proven::asked(ctx, indicator, target, verdict))
            })
            .unwrap_or_default(),
        Bound::Verdict(id, target) => stands(page_ctx, id, target)
            .map(|shown| ctx.locale.word(&format!("status-{}", shown.key())))
            .unwrap_or_default(),
        Bound::Computed(computation) => computations::filled(ctx, &computation.formula),
        Bound::Chart(id) | Bound::Table(id) => {
            indicator(page_ctx, id).map(|one| ctx.words(&one.title).into_owned()).unwrap_or_default()
        }
        Bound::PlanTable(_) => ctx.locale.word("results-title"),
        Bound::Source(id) => ctx.source(id),
        Bound::Task(task) => task.number.clone(),
        Bound::Story(id) => page_ctx.story(id).text,
        Bound::Page(id) => page_ctx.text_page(id).text,
        // A photo is shown, never linked.
        Bound::Photo(_) => String::new(),
    }
}

/// How a target stands.
pub(in crate::view) fn stands(
    page_ctx: &PageContext<'_>,
    id: &IndicatorId,
    target: &TargetId,
) -> Option<Shown> {
    let (_, _, verdict) = page_ctx.lang.target(indicator(page_ctx, id)?, target)?;
    Some(Shown::of(verdict))
}

/// Where a reference leads.
pub(in crate::view) fn leads_to(page_ctx: &PageContext<'_>, bound: &Bound) -> Option<String> {
    Some(match bound {
        Bound::Figure(key) => figure_link(page_ctx, key)?.href,
        Bound::Promise(id, target) | Bound::Verdict(id, target) => {
            let (_, target, _) = page_ctx.lang.target(indicator(page_ctx, id)?, target)?;
            page_ctx.address.link_at(&Route::Indicator(id.clone()), &target_anchor(&target.id))
        }
        Bound::Computed(computation) => match &computation.formula {
            Formula::Count(count) => page_ctx.address.link(&Route::plan(page_ctx.lang.report, &count.plan)),
            of_figures => figure_link(page_ctx, of_figures.figures().last()?)?.href,
        },
        Bound::Chart(id) | Bound::Table(id) => page_ctx.address.link(&Route::Indicator(id.clone())),
        Bound::PlanTable(id) => {
            page_ctx.address.link_at(&Route::plan(page_ctx.lang.report, id), RESULTS_ANCHOR)
        }
        Bound::Source(id) => page_ctx.source(id).href,
        Bound::Task(task) => {
            page_ctx.task_link(page_ctx.lang.report.plans.get(&task.plan)?, &task.number, String::new()).href
        }
        Bound::Story(id) => page_ctx.story(id).href,
        Bound::Page(id) => page_ctx.text_page(id).href,
        Bound::Photo(_) => return None,
    })
}
