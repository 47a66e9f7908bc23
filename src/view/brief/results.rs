//! The main indicators of a plan in a brief, on a sheet of its own across where they are many.

use super::tables::Cells;
use super::writer::BriefWriter;
use crate::model::{Plan, SourceId};
use crate::view::brief::blocks::Column;
use crate::view::results::{ROWS, Results, ResultsCell, ResultsRow, YearFigure, times};
use crate::view::route::{Route, target_anchor};
use crate::view::text::blocks::Run;
use std::collections::BTreeSet;

/// A table of more rows lies across on a sheet of its own.
const UPRIGHT: usize = 10;

impl BriefWriter<'_> {
    /// The main indicators of a plan.
    pub(super) fn results_of(&mut self, plan: &Plan, caption: Option<String>) {
        let ctx = self.page_ctx.lang;
        let Some(plan) = ctx.report.plans.get(&plan.id) else { return };
        let Some(results) = Results::of(ctx, plan) else { return };
        let all = results.rows().count();
        let mut rows: Vec<Cells> = Vec::new();
        let mut room = ROWS;
        for group in &results.groups {
            if let Some(title) = group.title.as_ref().filter(|_| room > 0) {
                rows.push(vec![vec![Run { strong: true, ..Run::plain(title) }]]);
            }
            for row in group.rows.iter().take(room) {
                rows.push(self.results_row(&results, row));
            }
            room = room.saturating_sub(group.rows.len());
        }
        let caption = caption.unwrap_or_else(|| ctx.locale.word("results-title"));
        let columns = columns(&results, results.heads(ctx));
        self.table_across(caption, columns, rows, all > UPRIGHT);
        self.words(ctx.locale.word("results-places"));
        self.rest("paper-targets-more", all.saturating_sub(ROWS));
    }

    fn results_row(&mut self, results: &Results<'_>, row: &ResultsRow<'_>) -> Cells {
        let ctx = self.page_ctx.lang;
        let link = self.page_ctx.indicator(row.indicator);
        let mut name = vec![Run { href: Some(link.href), ..Run::plain(link.text) }];
        name.extend(self.sources_of(row));
        let mut cells = vec![vec![Run::plain(ctx.locale.count(row.number))], name];
        cells.push(vec![Run::plain(row.unit_word(ctx))]);
        cells.extend(results.has_binding.then(|| vec![Run::plain(row.binding_word(ctx))]));
        let lead: Vec<String> = row.lead.iter().map(|unit| self.page_ctx.unit(unit).text).collect();
        cells.extend(results.has_lead.then(|| vec![Run::plain(ctx.locale.list(&lead))]));
        cells.push(self.figure_cell(row, results.baseline(ctx, row)));
        for (year, known) in results.years.iter().zip(&row.years) {
            cells.push(self.figure_cell(row, row.year(ctx, year, known)));
        }
        let (mut asked, mut stands) = (Vec::new(), Vec::new());
        let several = row.asked.targets.len() > 1;
        let new_line = || Run { ends_line: true, ..Run::default() };
        for one in row.asked.once() {
            if !asked.is_empty() {
                asked.push(new_line());
            }
            let line = one.first;
            let when = times(ctx, &one.times);
            let said = ctx.say("results-said-of", &[("of", &when), ("said", &line.asked)]);
            let page = Route::Indicator(row.indicator.id.clone());
            let target = row.indicator.targets.get(line.at);
            let href = target.map(|target| self.page_ctx.address.link_at(&page, &target_anchor(&target.id)));
            asked.push(Run { href, ..Run::plain(said) });
        }
        for line in &row.asked.targets {
            if !stands.is_empty() {
                stands.push(new_line());
            }
            if several {
                let when = times(ctx, &line.times);
                stands.push(Run::plain(ctx.say("results-said-of", &[("of", &when), ("said", "")])));
            }
            stands.push(self.status(row.indicator, line.target, line.verdict));
        }
        cells.extend([asked, stands]);
        cells
    }

    fn figure_cell(&self, row: &ResultsRow<'_>, cell: ResultsCell) -> Vec<Run> {
        let page = Route::Indicator(row.indicator.id.clone());
        let href = cell.anchor.map(|anchor| self.page_ctx.address.link_at(&page, &anchor));
        let mut runs = vec![Run { href, ..Run::plain(cell.text) }];
        let known: Vec<String> =
            Some(cell.time).filter(|time| !time.is_empty()).into_iter().chain(cell.marks).collect();
        for one in known {
            runs.push(Run { ends_line: true, ..Run::default() });
            runs.push(Run::plain(one));
        }
        runs
    }

    /// The mark of the note that says where a row comes from: what promises it, and the documents of its figures.
    fn sources_of(&mut self, row: &ResultsRow<'_>) -> Vec<Run> {
        let ctx = self.page_ctx.lang;
        let mut runs: Vec<Run> = Vec::new();
        let mut sources: BTreeSet<&SourceId> = BTreeSet::new();
        let mut places: Vec<(&SourceId, &str)> = Vec::new();
        for one in row.asked.once() {
            let place = (&one.first.target.source, one.first.target.locator.as_str());
            if !places.contains(&place) {
                places.push(place);
            }
        }
        for (source, locator) in places {
            sources.insert(source);
            let link = self.page_ctx.short_source(source);
            let place = ctx.locator(source, locator);
            runs.push(Run { href: Some(link.href), ..Run::plain(link.text) });
            runs.push(Run::plain(ctx.say("paper-place", &[("place", &place)])));
            runs.push(Run::plain(ctx.locale.word("sentence-space")));
        }
        let used: BTreeSet<usize> = row.years.iter().flat_map(YearFigure::used).collect();
        let told = used.iter().filter_map(|at| row.indicator.actuals.get(*at));
        let told: Vec<&SourceId> =
            told.chain(row.baseline.map(|(_, actual)| actual)).map(|actual| &actual.source).collect();
        if !told.is_empty() {
            runs.push(Run::plain(self.documents_of(told.len(), &told.iter().copied().collect())));
        }
        sources.extend(told);
        vec![self.sources_note(&format!("results-{}", row.indicator.id), &sources, runs)]
    }
}

/// The columns with their shares of the width: names and conditions need more of it than numbers.
fn columns(results: &Results<'_>, heads: Vec<String>) -> Vec<Column> {
    let mut shares: Vec<(&'static str, u8)> = vec![("center", 6), ("left", 20), ("left", 8)];
    shares.extend(results.has_binding.then_some(("left", 7)));
    shares.extend(results.has_lead.then_some(("left", 12)));
    // Few years have more room each.
    let figure = if results.years.len() > 3 { 9 } else { 12 };
    shares.extend(std::iter::repeat_n(("right", figure), results.years.len() + 1));
    shares.extend([("left", 22), ("left", 18)]);
    heads.into_iter().zip(shares).map(|(head, (align, share))| Column { head, align, share }).collect()
}
