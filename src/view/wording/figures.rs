//! Figures as reported: in an indicator's table, on a scope's and on a source's page.

use crate::evaluate::{Interval, Use};
use crate::model::{Actual, FigurePlace, Indicator, Value};
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::lists::{FigureAt, by_time};
use crate::view::page::link::TitledLink;
use crate::view::page::{FigureView, ScopeFigure};
use crate::view::route::Route;
use crate::view::wording::reasons::kind_key;
use crate::view::wording::{condition, documents, reasons};

/// Every figure of an indicator.
pub(in crate::view) fn views(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<FigureView> {
    let judged = page_ctx.lang.judged(&indicator.id);
    let order = by_time(&indicator.actuals);
    order
        .into_iter()
        .map(|index| {
            let actual = &indicator.actuals[index];
            let uses = judged.uses.get(index).map(Vec::as_slice).unwrap_or_default();
            let used_for = used_for(page_ctx.lang, uses);
            let source = page_ctx.source_of(indicator, index, &actual.source);
            let meaning = judged
                .intervals
                .get(index)
                .and_then(|interval| meaning(page_ctx, indicator, actual, *interval));
            FigureView {
                meaning,
                used_for,
                ..figure(page_ctx, indicator, actual, page_ctx.lang.actual_anchor(indicator, index), source)
            }
        })
        .collect()
}

/// What verdicts used a figure for. One that says both how much it was at least and at most is what they rest on.
fn used_for(ctx: &LangContext<'_>, uses: &[Use]) -> Vec<String> {
    if uses.contains(&Use::Floor) && uses.contains(&Use::Cap) {
        return vec![ctx.locale.sentence(&ctx.locale.word("use-both"))];
    }
    uses.iter().map(|one| ctx.locale.sentence(&ctx.locale.word(&format!("use-{}", one.as_str())))).collect()
}

/// The states before the plan, the indicator's own first.
pub(in crate::view) fn baselines(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<FigureView> {
    let view = |(index, actual): (usize, &Actual)| {
        let source = page_ctx.short_source(&actual.source);
        figure(page_ctx, indicator, actual, page_ctx.lang.baseline_anchor(indicator, index), source)
    };
    indicator.baselines().enumerate().map(view).collect()
}

fn figure(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    actual: &Actual,
    anchor: String,
    source: TitledLink,
) -> FigureView {
    let ctx = page_ctx.lang;
    FigureView {
        anchor,
        time: ctx.time(indicator, actual),
        scope: page_ctx.scope(&actual.scope),
        value: ctx.locale.value(&actual.value, ctx.unit(indicator)),
        meaning: None,
        source,
        locator: ctx.locator(&actual.source, &actual.locator),
        original: documents::original(page_ctx, &actual.source),
        kind: kind_key(actual.kind).map(|key| ctx.locale.word(key)),
        used_for: Vec::new(),
        remarks: remarks(page_ctx, indicator, actual),
    }
}

/// What the written value means, where it is not exact.
fn meaning(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    actual: &Actual,
    interval: Interval,
) -> Option<String> {
    if !matches!(actual.value, Value::Value(_) | Value::About(_) | Value::Nearly(_))
        || interval.low == interval.high
    {
        return None;
    }
    let unit = page_ctx.lang.unit(indicator);
    let range = page_ctx.lang.locale.between(interval.low?, interval.high?, unit);
    Some(page_ctx.lang.say("meaning-between", &[("range", &range)]))
}

fn remarks(page_ctx: &PageContext<'_>, indicator: &Indicator, actual: &Actual) -> Vec<String> {
    let ctx = page_ctx.lang;
    let mut remarks = Vec::new();
    let is_a_stretch = actual.time.start().is_some_and(|start| start < actual.time.end());
    if actual.dated && is_a_stretch {
        remarks.push(ctx.locale.word("remark-day"));
    }
    if let Some(text) = &actual.definition {
        remarks.push(ctx.say("remark-definition", &[("text", &ctx.words(text))]));
    }
    if actual.partial {
        remarks.push(ctx.locale.word("remark-partial"));
    }
    if actual.provisional {
        remarks.push(ctx.locale.word("remark-provisional"));
    }
    if let Some((observation, reason)) = &actual.observation {
        let word = ctx.locale.word(&format!("observation-{}", observation.as_str()));
        remarks.push(match reason {
            Some(reason) => ctx.say("remark-observed", &[("word", &word), ("text", &ctx.words(reason))]),
            None => ctx.locale.sentence(&word),
        });
    }
    if let Some(other) = actual.superseded_by {
        let other = reasons::figure(ctx, indicator, other, &actual.scope);
        remarks.push(ctx.say("remark-superseded", &[("other", &other)]));
    }
    if let Some(text) = &actual.both_stand {
        remarks.push(ctx.say("remark-both", &[("text", &ctx.words(text))]));
    }
    if !actual.computed_from.is_empty() {
        remarks.push(ctx.say("remark-computed", &[("figures", &worked_out_from(ctx, actual))]));
    }
    remarks.extend(ctx.maybe(actual.note.as_ref()));
    remarks
}

/// As many figures as are named one by one.
const NAMED: usize = 6;

/// The figures that one was worked out from, each with its indicator and source.
fn worked_out_from(ctx: &LangContext<'_>, actual: &Actual) -> String {
    let named = actual.computed_from.iter().take(NAMED).filter_map(|(id, index)| {
        let of = ctx.report.indicators.get(id)?;
        let source = ctx.source(&of.actuals.get(*index)?.source);
        let figure = reasons::figure(ctx, of, *index, &actual.scope);
        let title = condition::title(ctx, id);
        Some(ctx.say("computed-part", &[("title", &title), ("figure", &figure), ("source", &source)]))
    });
    let mut all: Vec<String> = named.collect();
    let more = actual.computed_from.len().saturating_sub(NAMED);
    if more > 0 {
        all.push(ctx.say("computed-more", &[("count", &ctx.locale.count(more))]));
    }
    ctx.locale.list(&all)
}

/// Figures of a scope, with who says so.
pub(in crate::view) fn of_scope(page_ctx: &PageContext<'_>, figures: &[FigureAt<'_>]) -> Vec<ScopeFigure> {
    figures
        .iter()
        .filter_map(|(indicator, at)| {
            let at = at.actual()?;
            let actual = indicator.actuals.get(at)?;
            let other = page_ctx.source_of(indicator, at, &actual.source);
            Some(row(page_ctx, indicator, FigurePlace::Actual(at), actual, other))
        })
        .collect()
}

/// Figures drawn from a source, with of whom they speak.
pub(in crate::view) fn of_source(page_ctx: &PageContext<'_>, figures: &[FigureAt<'_>]) -> Vec<ScopeFigure> {
    figures
        .iter()
        .filter_map(|(indicator, at)| {
            let actual = indicator.at(*at)?;
            Some(row(page_ctx, indicator, *at, actual, page_ctx.scope(&actual.scope).into()))
        })
        .collect()
}

fn row(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    place: FigurePlace,
    actual: &Actual,
    other: TitledLink,
) -> ScopeFigure {
    let ctx = page_ctx.lang;
    ScopeFigure {
        anchor: ctx.source_anchor(indicator, place),
        indicator: page_ctx.link_at(
            &Route::Indicator(indicator.id.clone()),
            &ctx.anchor(indicator, place),
            ctx.words(&indicator.title),
        ),
        time: ctx.time(indicator, actual),
        value: ctx.locale.value(&actual.value, ctx.unit(indicator)),
        other,
        locator: ctx.locator(&actual.source, &actual.locator),
        kind: kind_key(actual.kind).map(|key| ctx.locale.word(key)),
    }
}
