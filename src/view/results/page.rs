//! The table on a page.

use super::asked::times;
use super::cells::ResultsCell;
use super::table::{ROWS, Results, ResultsRow};
use crate::model::{Indicator, Plan};
use crate::view::context::PageContext;
use crate::view::page::{
    Fact, ResultsAsked, ResultsFigure, ResultsGroupView, ResultsHead, ResultsRowView, ResultsStand,
    ResultsView,
};
use crate::view::route::{Route, target_anchor};

/// The table of a plan for this page; none if nothing in it has a target.
pub(in crate::view) fn view(page_ctx: &PageContext<'_>, plan: &Plan) -> Option<ResultsView> {
    let ctx = page_ctx.lang;
    let plan = ctx.report.plans.get(&plan.id)?;
    let results = Results::of(ctx, plan)?;
    let all = results.rows().count();
    let mut room = ROWS;
    let mut groups = Vec::new();
    for group in &results.groups {
        let taken = group.rows.len().min(room);
        room -= taken;
        let rows: Vec<ResultsRowView> =
            group.rows.iter().take(taken).map(|one| row(page_ctx, &results, one)).collect();
        if !rows.is_empty() {
            groups.push(ResultsGroupView { title: group.title.clone(), rows });
        }
    }
    let file = Route::ResultsCsv(plan.id.clone());
    let heads = results.heads(ctx);
    // The baseline and the years stand before target and status.
    let figures = heads.len() - results.years.len() - 3..heads.len() - 2;
    Some(ResultsView {
        title: ctx.locale.word("results-title"),
        width: heads.len(),
        head: heads
            .into_iter()
            .enumerate()
            .map(|(at, text)| ResultsHead { text, figures: figures.contains(&at) })
            .collect(),
        has_binding: results.has_binding,
        has_lead: results.has_lead,
        groups,
        more: (all > ROWS).then(|| {
            let count = ctx.locale.count(all - ROWS);
            page_ctx.link(&file, ctx.say("results-more-rows", &[("count", &count)]))
        }),
        csv: page_ctx.link(&file, ctx.locale.word("results-csv")),
    })
}

/// The file of a plan for the page of the data files; none if nothing in it has a target.
pub(in crate::view) fn file(page_ctx: &PageContext<'_>, plan: &Plan) -> Option<Fact> {
    let ctx = page_ctx.lang;
    ctx.refs.of_plan(&plan.id).find(|indicator| !indicator.targets.is_empty())?;
    let route = Route::ResultsCsv(plan.id.clone());
    Some(Fact {
        name: route.path().rsplit('/').next().unwrap_or_default().to_owned(),
        text: ctx.say("results-file", &[("plan", &ctx.words(&plan.title))]),
        href: Some(page_ctx.address.link(&route)),
    })
}

fn row(page_ctx: &PageContext<'_>, results: &Results<'_>, row: &ResultsRow<'_>) -> ResultsRowView {
    let ctx = page_ctx.lang;
    let indicator = row.indicator;
    let several = row.asked.targets.len() > 1;
    let page = Route::Indicator(indicator.id.clone());
    let anchor = |at: usize| indicator.targets.get(at).map(|one| target_anchor(&one.id)).unwrap_or_default();
    let asked = row.asked.once().into_iter().map(|one| ResultsAsked {
        asked: page_ctx.link_at(&page, &anchor(one.first.at), &one.first.asked),
        when: times(ctx, &one.times),
    });
    let stands = row.asked.targets.iter().map(|line| ResultsStand {
        status: ctx.status(line.shown),
        of: if several { times(ctx, &line.times) } else { String::new() },
        remarks: line.remarks.clone(),
    });
    let years = results.years.iter().zip(&row.years);
    ResultsRowView {
        number: ctx.locale.count(row.number),
        indicator: page_ctx.indicator(indicator),
        unit: row.unit_word(ctx),
        binding: row.binding_word(ctx),
        lead: row.lead.iter().map(|unit| page_ctx.unit(unit)).collect(),
        baseline: figure(page_ctx, indicator, results.baseline(ctx, row)),
        years: years.map(|(year, known)| figure(page_ctx, indicator, row.year(ctx, year, known))).collect(),
        asked: asked.collect(),
        stands: stands.collect(),
        others: (row.asked.others > 0).then(|| {
            let count = ctx.locale.count(row.asked.others);
            let text = ctx.say("results-more-targets", &[("count", &count)]);
            page_ctx.link(&page, text)
        }),
    }
}

fn figure(page_ctx: &PageContext<'_>, indicator: &Indicator, cell: ResultsCell) -> ResultsFigure {
    let page = Route::Indicator(indicator.id.clone());
    let href = cell.anchor.as_ref().map(|anchor| page_ctx.address.link_at(&page, anchor));
    ResultsFigure { text: cell.text, href, time: cell.time, marks: cell.marks, missing: cell.missing }
}
