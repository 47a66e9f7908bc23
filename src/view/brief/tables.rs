//! The tables and charts of a brief: targets with what is proven, figures as reported, documents.

use super::members::attention;
use super::writer::BriefWriter;
use crate::evaluate::{Reason, Verdict};
use crate::model::{FigurePlace, Indicator, Period, SourceId, Target};
use crate::view::brief::blocks::Column;
use crate::view::charts;
use crate::view::context::LangContext;
use crate::view::cross_refs::lists::{FigureAt, TargetsOf};
use crate::view::shown::Shown;
use crate::view::text::blocks::Run;
use crate::view::wording::proven;
use std::collections::BTreeSet;

/// As many rows as a table has: a brief is read, and a list of thousands is on the site.
pub(super) const ROWS: usize = 120;

/// As many of them as one indicator takes.
const ROWS_EACH: usize = 30;

/// As many places as are noted one by one for what is said; more have one note together.
const PLACES: usize = 6;

/// As many members, targets or figures as a chart shows that a brief takes by itself.
const DRAWN: usize = 120;

/// As many documents as that note names.
const NAMED: usize = 3;

/// A cell.
pub(super) type Cells = Vec<Vec<Run>>;

impl<'h> BriefWriter<'h> {
    /// The chart of an indicator, if it has one that tells more than its words.
    pub(super) fn telling_chart(&mut self, indicator: &Indicator) -> bool {
        // A dot or a row for each of thousands is no picture any more.
        if largest(indicator) > DRAWN {
            return false;
        }
        let drawing =
            charts::drawing(self.page_ctx.lang.drawings(), indicator).filter(|drawing| drawing.telling);
        if let Some(drawing) = &drawing {
            self.chart(&drawing.spec, None);
        }
        drawing.is_some()
    }

    /// The chart of an indicator that a text asks for; the table where there is nothing to draw.
    pub(super) fn chart_of(&mut self, indicator: &Indicator, caption: Option<String>) {
        match charts::drawing(self.page_ctx.lang.drawings(), indicator) {
            Some(drawing) => self.chart(&drawing.spec, caption),
            None => self.table_of(indicator, caption),
        }
    }

    /// The table of an indicator: its targets, or its figures if it has none.
    pub(super) fn table_of(&mut self, indicator: &Indicator, caption: Option<String>) {
        let caption = caption.unwrap_or_else(|| self.page_ctx.lang.words(&indicator.title).into_owned());
        if indicator.targets.is_empty() {
            let figures: Vec<FigureAt<'_>> = (0..indicator.actuals.len().min(ROWS))
                .map(|at| (indicator, FigurePlace::Actual(at)))
                .collect();
            self.figures_table(caption, &figures);
            self.rest("paper-figures-more", indicator.actuals.len().saturating_sub(ROWS));
        } else {
            let tops = (0..indicator.targets.len())
                .filter(|at| indicator.targets[*at].member_of.is_none())
                .collect();
            self.targets_table(caption, &[(indicator, tops)]);
        }
    }

    /// Targets: what was asked, what is proven, how it stands. Targets of one indicator of which the same is
    /// said stand in one row with all their periods; of one with more rows than are read, those stand there that
    /// ask for attention first.
    pub(super) fn targets_table(&mut self, caption: String, targets: &[TargetsOf<'_>]) {
        let mut rows: Vec<Cells> = Vec::new();
        let all: usize = targets.iter().map(|(_, places)| places.len()).sum();
        let mut told = 0;
        for (indicator, places) in targets {
            let room = ROWS.saturating_sub(rows.len()).min(ROWS_EACH);
            let mut first = true;
            for row in attention_first(self.target_rows(indicator, places), room) {
                told += row.targets;
                rows.push(self.cells(indicator, &row, first));
                first = false;
            }
        }
        let columns = self.columns(&[
            ("paper-column-indicator", "left", 27),
            ("paper-column-period", "left", 17),
            ("paper-column-asked", "left", 18),
            ("paper-column-proven", "left", 19),
            ("paper-column-status", "left", 19),
        ]);
        self.table(caption, columns, rows);
        self.rest("paper-targets-more", all - told);
    }

    /// Says how many are not told of, if any.
    pub(super) fn rest(&mut self, message: &str, count: usize) {
        if count > 0 {
            let ctx = self.page_ctx.lang;
            self.words(ctx.say(message, &[("count", &ctx.locale.count(count))]));
        }
    }

    /// The rows of an indicator's targets, in the order written.
    fn target_rows<'i>(&self, indicator: &'i Indicator, places: &[usize]) -> Vec<TargetRow<'i, 'h>> {
        let judged = self.page_ctx.lang.judged(&indicator.id);
        let mut rows: Vec<TargetRow<'i, 'h>> = Vec::new();
        for at in places {
            let (Some(target), Some(verdict)) = (indicator.targets.get(*at), judged.verdicts.get(*at)) else {
                continue;
            };
            let row = self.row(indicator, target, verdict);
            match rows.last_mut().filter(|before| before.same(&row)) {
                Some(before) => {
                    before.periods.extend(row.periods);
                    before.dates.extend(row.dates);
                    before.targets += 1;
                }
                None => rows.push(row),
            }
        }
        rows
    }

    /// A row as cells; the indicator is named in its first, and in each of another scope.
    fn cells(&mut self, indicator: &Indicator, row: &TargetRow<'_, '_>, first: bool) -> Cells {
        let ctx = self.page_ctx.lang;
        let title = ctx.words(&indicator.title);
        let name = match &row.scope {
            Some(scope) => ctx.say("paper-of-scope", &[("title", &title), ("scope", scope)]),
            None if first => title.into_owned(),
            None => String::new(),
        };
        let name = if name.is_empty() {
            Vec::new()
        } else {
            vec![Run { href: Some(self.page_ctx.indicator(indicator).href), ..Run::plain(name) }]
        };
        let asked = vec![Run::plain(row.asked.clone()), self.place(&row.target.source, &row.target.locator)];
        let mut proven = vec![Run::plain(row.proven.clone())];
        if !row.proven.is_empty() {
            proven.extend(self.marks(indicator, row.verdict));
        }
        vec![name, vec![Run::plain(row.when(ctx))], asked, proven, vec![row.status.clone()]]
    }

    fn row<'i>(&self, indicator: &Indicator, target: &'i Target, verdict: &'h Verdict) -> TargetRow<'i, 'h> {
        let ctx = self.page_ctx.lang;
        TargetRow {
            target,
            verdict,
            targets: 1,
            scope: ctx.of_whom(indicator, target),
            periods: vec![target.period],
            dates: if target.has_a_date(indicator.measure) {
                vec![ctx.when_alone(indicator, target)]
            } else {
                Vec::new()
            },
            asked: proven::asked(ctx, indicator, target, verdict),
            proven: proven::proven(ctx, indicator, target, verdict),
            status: self.status(indicator, target, verdict),
        }
    }

    /// How a target stands, as glyph and word, with what has to be known beside it.
    pub(super) fn status(&self, indicator: &Indicator, target: &Target, verdict: &Verdict) -> Run {
        let ctx = self.page_ctx.lang;
        let shown = Shown::of(verdict);
        let mut word = ctx.status(shown).word;
        let remarks = proven::remarks(ctx, indicator, target, verdict);
        if !remarks.is_empty() {
            let all = remarks.join(&ctx.locale.word("clause-separator"));
            word = ctx.say("head-remarked", &[("status", &word), ("remarks", &all)]);
        }
        Run { status: Some(shown.key().to_owned()), ..Run::plain(word) }
    }

    /// The marks of the figures that prove what is proven of a target.
    pub(super) fn marks(&mut self, indicator: &Indicator, verdict: &Verdict) -> Vec<Run> {
        let mut used: Vec<usize> = Vec::new();
        for reason in verdict.reasons.iter().filter(|reason| proves(reason)) {
            for at in reason.actuals() {
                if !used.contains(at) {
                    used.push(*at);
                }
            }
        }
        let figures = used.iter().filter_map(|at| indicator.actuals.get(*at));
        let places: BTreeSet<(&SourceId, &str)> =
            figures.clone().map(|actual| (&actual.source, actual.locator.as_str())).collect();
        if places.len() > PLACES {
            return vec![self.many(indicator, used)];
        }
        let mut marks: Vec<Run> = Vec::new();
        for actual in figures {
            let mark = self.place(&actual.source, &actual.locator);
            let known = |other: &Run| {
                other.note.as_ref().map(|note| note.number) == mark.note.as_ref().map(|note| note.number)
            };
            if !marks.iter().any(known) {
                marks.push(mark);
            }
        }
        marks
    }

    /// The mark of the one note for many figures: how many they are, of which documents, and where each stands.
    fn many(&mut self, indicator: &Indicator, used: Vec<usize>) -> Run {
        let ctx = self.page_ctx.lang;
        let sources: BTreeSet<&SourceId> =
            used.iter().filter_map(|at| indicator.actuals.get(*at)).map(|actual| &actual.source).collect();
        let page = self.page_ctx.indicator(indicator).href;
        let runs = vec![
            Run::plain(self.documents_of(used.len(), &sources)),
            Run { href: Some(page), ..Run::plain(ctx.locale.word("paper-note-page")) },
        ];
        self.figures_note(&indicator.id, used, &sources, runs)
    }

    /// How many figures come from which documents, as a sentence.
    pub(super) fn documents_of(&self, figures: usize, sources: &BTreeSet<&SourceId>) -> String {
        let ctx = self.page_ctx.lang;
        let names: Vec<String> =
            sources.iter().take(NAMED).map(|id| self.page_ctx.short_source(id).text).collect();
        let more = if sources.len() > NAMED { "paper-note-sources-more" } else { "paper-note-sources" };
        let documents = ctx
            .say(more, &[("names", &ctx.locale.list(&names)), ("count", &ctx.locale.count(sources.len()))]);
        let figures = ctx.locale.count(figures);
        ctx.say("paper-note-figures", &[("count", &figures), ("documents", &documents)])
    }

    /// Figures as reported: what, when, how much, with their places.
    pub(super) fn figures_table(&mut self, caption: String, figures: &[FigureAt<'_>]) {
        let ctx = self.page_ctx.lang;
        let mut rows: Vec<Cells> = Vec::new();
        for (indicator, at) in figures {
            let Some(actual) = indicator.at(*at) else { continue };
            let name = ctx.words(&indicator.title).into_owned();
            let mut value = vec![Run::plain(ctx.locale.value(&actual.value, ctx.unit(indicator)))];
            value.push(self.place(&actual.source, &actual.locator));
            rows.push(vec![
                vec![Run { href: Some(self.page_ctx.indicator(indicator).href), ..Run::plain(name) }],
                vec![Run::plain(ctx.time(indicator, actual))],
                value,
            ]);
        }
        let columns = self.columns(&[
            ("paper-column-indicator", "left", 45),
            ("paper-column-period", "left", 27),
            ("paper-column-reported", "left", 28),
        ]);
        self.table(caption, columns, rows);
    }

    /// The heads of columns, each with its alignment and its share of the width.
    pub(super) fn columns(&self, columns: &[(&str, &'static str, u8)]) -> Vec<Column> {
        columns
            .iter()
            .map(|(head, align, share)| Column {
                head: self.page_ctx.lang.locale.word(head),
                align,
                share: *share,
            })
            .collect()
    }
}

/// What a row of targets says.
struct TargetRow<'i, 'd> {
    /// Its first target.
    target: &'i Target,
    verdict: &'d Verdict,
    /// How many targets it speaks of.
    targets: usize,
    scope: Option<String>,
    periods: Vec<Period>,
    /// Of states: the dates on which they are asked, instead of periods.
    dates: Vec<String>,
    asked: String,
    proven: String,
    status: Run,
}

impl TargetRow<'_, '_> {
    fn when(&self, ctx: &LangContext<'_>) -> String {
        if self.dates.is_empty() { together(ctx, &self.periods) } else { ctx.locale.list(&self.dates) }
    }

    fn same(&self, other: &Self) -> bool {
        (&self.scope, &self.asked, &self.proven, &self.status)
            == (&other.scope, &other.asked, &other.proven, &other.status)
    }
}

/// As many of some rows as there is room for, in their order: those that ask for attention before the others.
fn attention_first<'i, 'd>(rows: Vec<TargetRow<'i, 'd>>, room: usize) -> Vec<TargetRow<'i, 'd>> {
    if rows.len() <= room {
        return rows;
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| attention(rows[*at].verdict));
    let kept: BTreeSet<usize> = order.into_iter().take(room).collect();
    rows.into_iter().enumerate().filter(|(at, _)| kept.contains(at)).map(|(_, row)| row).collect()
}

/// How many members or places at most a drawing of an indicator has to show.
fn largest(indicator: &Indicator) -> usize {
    let members = indicator.targets.iter().map(|target| target.members.len()).max().unwrap_or_default();
    let tops = indicator.targets.iter().filter(|target| target.member_of.is_none()).count();
    members.max(tops).max(if indicator.targets.is_empty() { indicator.actuals.len() } else { 0 })
}

/// True for a step of an argument that rests on figures, and not on their being left out.
fn proves(reason: &Reason) -> bool {
    !matches!(reason, Reason::LeftOut { .. } | Reason::Rounding { .. })
}

/// Periods in a row; years that follow each other are named by the first and the last.
fn together(ctx: &LangContext<'_>, periods: &[Period]) -> String {
    let year = |period: &Period| {
        let (start, end) = (period.start()?, period.end());
        let whole = start.day() == 1 && start.month() == 1 && end.month() == 12 && end.day() == 31;
        (whole && start.year() == end.year()).then(|| start.year())
    };
    let years: Option<Vec<i16>> = periods.iter().map(year).collect();
    match years.as_deref() {
        Some([first, .., last]) if years.iter().flatten().zip(*first..).all(|(year, next)| *year == next) => {
            ctx.say("paper-each-year", &[("from", &first.to_string()), ("to", &last.to_string())])
        }
        _ => ctx.locale.list(&periods.iter().map(|period| ctx.locale.period(period)).collect::<Vec<_>>()),
    }
}
