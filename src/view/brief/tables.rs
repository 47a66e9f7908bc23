//! The tables and charts of a brief: targets with what is proven, figures as reported, documents.

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

/// As many rows as a table has: a brief is read, and a list of thousands is on the site.
pub(super) const ROWS: usize = 120;

/// A cell.
pub(super) type Cells = Vec<Vec<Run>>;

impl BriefWriter<'_> {
    /// The chart of an indicator, if it has one that tells more than its words.
    pub(super) fn telling_chart(&mut self, indicator: &Indicator) -> bool {
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
            let figures: Vec<FigureAt<'_>> =
                (0..indicator.actuals.len()).map(|at| (indicator, FigurePlace::Actual(at))).collect();
            self.figures_table(caption, &figures);
        } else {
            let tops = (0..indicator.targets.len())
                .filter(|at| indicator.targets[*at].member_of.is_none())
                .collect();
            self.targets_table(caption, &[(indicator, tops)]);
        }
    }

    /// Targets: what was asked, what is proven, how it stands. Targets of one indicator of which the same is
    /// said stand in one row with all their periods.
    pub(super) fn targets_table(&mut self, caption: String, targets: &[TargetsOf<'_>]) {
        let mut rows: Vec<Cells> = Vec::new();
        let all: usize = targets.iter().map(|(_, places)| places.len()).sum();
        let mut told = 0;
        for (indicator, places) in targets {
            if rows.len() >= ROWS {
                break;
            }
            told += places.len();
            let mut last: Option<(TargetRow, usize)> = None;
            for at in places {
                let judged = self.page_ctx.lang.judged(&indicator.id);
                let (Some(target), Some(verdict)) = (indicator.targets.get(*at), judged.verdicts.get(*at))
                else {
                    continue;
                };
                let row = self.row(indicator, target, verdict);
                if let Some((before, place)) = &mut last
                    && before.same(&row)
                {
                    before.periods.extend(row.periods);
                    before.dates.extend(row.dates);
                    rows[*place][1] = vec![Run::plain(before.when(self.page_ctx.lang))];
                    continue;
                }
                let name = if last.is_none() || row.scope.is_some() {
                    let mut name = self.page_ctx.lang.words(&indicator.title).into_owned();
                    if let Some(scope) = &row.scope {
                        name =
                            self.page_ctx.lang.say("paper-of-scope", &[("title", &name), ("scope", scope)]);
                    }
                    vec![Run { href: Some(self.page_ctx.indicator(indicator).href), ..Run::plain(name) }]
                } else {
                    Vec::new()
                };
                let mut asked = vec![Run::plain(row.asked.clone())];
                asked.push(self.place(&target.source, &target.locator));
                let mut proven = vec![Run::plain(row.proven.clone())];
                if !row.proven.is_empty() {
                    proven.extend(self.marks(indicator, verdict));
                }
                rows.push(vec![
                    name,
                    vec![Run::plain(row.when(self.page_ctx.lang))],
                    asked,
                    proven,
                    vec![row.status.clone()],
                ]);
                last = Some((row, rows.len() - 1));
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

    fn row(&self, indicator: &Indicator, target: &Target, verdict: &Verdict) -> TargetRow {
        let ctx = self.page_ctx.lang;
        TargetRow {
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
        let places: Vec<(&SourceId, &str)> = used
            .iter()
            .filter_map(|at| indicator.actuals.get(*at))
            .map(|actual| (&actual.source, actual.locator.as_str()))
            .collect();
        let mut marks: Vec<Run> = Vec::new();
        for (source, locator) in places {
            let mark = self.place(source, locator);
            let known = |other: &Run| {
                other.note.as_ref().map(|note| note.number) == mark.note.as_ref().map(|note| note.number)
            };
            if !marks.iter().any(known) {
                marks.push(mark);
            }
        }
        marks
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
struct TargetRow {
    scope: Option<String>,
    periods: Vec<Period>,
    /// Of states: the dates on which they are asked, instead of periods.
    dates: Vec<String>,
    asked: String,
    proven: String,
    status: Run,
}

impl TargetRow {
    fn when(&self, ctx: &LangContext<'_>) -> String {
        if self.dates.is_empty() { together(ctx, &self.periods) } else { ctx.locale.list(&self.dates) }
    }

    fn same(&self, other: &Self) -> bool {
        (&self.scope, &self.asked, &self.proven, &self.status)
            == (&other.scope, &other.asked, &other.proven, &other.status)
    }
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
