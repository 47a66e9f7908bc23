//! The table as a file for spreadsheets, in the words of the site's language: numbers as they are, what has to be
//! known with them in a column of its own.

use super::asked::{AskedTime, times};
use super::cells::ResultsCell;
use super::table::{Results, ResultsRow};
use crate::model::Plan;
use crate::view::context::LangContext;
use crate::view::page::ChartTable;
use crate::view::route::{Address, Route};

/// The file of a plan; none if nothing in it has a target.
pub(in crate::view) fn csv(ctx: &LangContext<'_>, plan: &Plan) -> Option<ChartTable> {
    // A file has no marks of another language.
    let ctx = ctx.drawings();
    let plan = ctx.report.plans.get(&plan.id)?;
    let results = Results::of(ctx, plan)?;
    let rows = results
        .groups
        .iter()
        .flat_map(|group| group.rows.iter().map(|one| row(ctx, &results, group.title.as_deref(), one)))
        .collect();
    let path = Address::new(&ctx.tree, Route::ResultsCsv(plan.id.clone())).path();
    Some(ChartTable { path, head: head(ctx, &results), rows })
}

fn head(ctx: &LangContext<'_>, results: &Results<'_>) -> Vec<String> {
    let word = |name: &str| ctx.locale.word(name);
    let mut head: Vec<String> =
        ["results-number", "results-group", "results-indicator", "results-unit"].map(word).to_vec();
    head.extend(results.has_binding.then(|| word("results-binding")));
    head.extend(results.has_lead.then(|| word("results-lead")));
    head.extend(["results-baseline", "results-baseline-time"].map(word));
    head.extend(results.years.iter().map(|year| ctx.locale.period_of(results.plan.years(), year)));
    head.extend(["results-target", "results-due", "results-status", "results-remarks"].map(word));
    head
}

fn row(
    ctx: &LangContext<'_>,
    results: &Results<'_>,
    group: Option<&str>,
    row: &ResultsRow<'_>,
) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut line = vec![
        row.number.to_string(),
        group.unwrap_or_default().to_owned(),
        ctx.words(&row.indicator.title).into_owned(),
        row.unit_word(ctx),
    ];
    line.extend(results.has_binding.then(|| row.binding_word(ctx)));
    let units = row.lead.iter().filter_map(|id| ctx.report.units.get(id));
    let lead: Vec<String> = units.map(|unit| ctx.words(&unit.title).into_owned()).collect();
    line.extend(results.has_lead.then(|| lead.join("; ")));
    let baseline = results.baseline(ctx, row);
    let time = baseline.time.clone();
    let base = ResultsCell { time: String::new(), ..baseline };
    line.push(number(ctx, &base, &ctx.locale.word("results-baseline"), &mut remarks));
    line.push(time);
    for (year, known) in results.years.iter().zip(&row.years) {
        let cell = row.year(ctx, year, known);
        let name = ctx.locale.period_of(results.plan.years(), year);
        line.push(number(ctx, &cell, &name, &mut remarks));
    }
    let lines = &row.asked.targets;
    let once = row.asked.once();
    let of = |several: bool, when: &[AskedTime], said: String| {
        let when = times(ctx, when);
        if several { ctx.say("results-said-of", &[("of", &when), ("said", &said)]) } else { said }
    };
    let separator = ctx.locale.word("semicolon");
    let join = |said: Vec<String>| said.join(&separator);
    line.push(join(once.iter().map(|one| of(once.len() > 1, &one.times, one.first.asked.clone())).collect()));
    line.push(lines.iter().map(|one| one.target.due).max().map(|due| due.to_string()).unwrap_or_default());
    line.push(join(
        lines.iter().map(|one| of(lines.len() > 1, &one.times, ctx.status(one.shown).word)).collect(),
    ));
    for remark in lines.iter().flat_map(|one| &one.remarks) {
        if !remarks.contains(remark) {
            remarks.push(remark.clone());
        }
    }
    if row.asked.others > 0 {
        let count = ctx.locale.count(row.asked.others);
        remarks.push(ctx.say("results-more-targets", &[("count", &count)]));
    }
    line.push(join(remarks));
    line
}

/// The number of a cell as it is; what is no plain number, and what has to be known with it, is a remark.
fn number(ctx: &LangContext<'_>, cell: &ResultsCell, of: &str, remarks: &mut Vec<String>) -> String {
    let mut said: Vec<String> = Vec::new();
    if cell.says_more {
        said.push(cell.text.clone());
    }
    said.extend(Some(cell.time.clone()).filter(|time| !time.is_empty()));
    said.extend(cell.marks.iter().cloned());
    if !said.is_empty() {
        let said = said.join(&ctx.locale.word("list-separator"));
        remarks.push(ctx.say("results-said-of", &[("of", of), ("said", &said)]));
    }
    cell.number.map(|number| number.normalize().to_string()).unwrap_or_default()
}
