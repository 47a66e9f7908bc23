//! A figure of the table in words: the number without its unit, which has a column of its own, its marks, its time
//! where that is not the column's, and for what is not there a dash with the reason.

use super::table::{Results, ResultsRow};
use super::years::{Why, YearFigure};
use crate::model::{Actual, Indicator, Lang, MeasurementUnit, Observation, Period, Reckoning, Text, Value};
use crate::view::context::LangContext;
use crate::view::route::target_anchor;
use crate::view::wording::{condition, proven};
use rust_decimal::Decimal;

/// What stands where there is no figure.
const DASH: &str = "—";

/// A figure in words.
#[derive(Debug, Clone, Default)]
pub(in crate::view) struct ResultsCell {
    /// The number, or a dash.
    pub text: String,
    /// The number itself, where it is one and no range.
    pub number: Option<Decimal>,
    /// True if the words say more than the number: about, in all.
    pub says_more: bool,
    /// Of when, where that is not the column's time; else empty.
    pub time: String,
    /// What has to be known with it, each in a word or two; for a dash why there is no figure.
    pub marks: Vec<String>,
    /// Where the figure stands on the page of its indicator.
    pub anchor: Option<String>,
    /// True if there is no figure.
    pub missing: bool,
}

impl ResultsRow<'_> {
    /// What is known of a year.
    pub(in crate::view) fn year(
        &self,
        ctx: &LangContext<'_>,
        year: &Period,
        known: &YearFigure<'_>,
    ) -> ResultsCell {
        let words = CellWords::of(ctx, self.indicator);
        let mut cell = match known {
            YearFigure::Figures { figures, of } => words.figures(figures, of.as_ref()),
            YearFigure::Sum(sum, used) => ResultsCell {
                text: ctx.locale.quantity(*sum, words.unit.as_ref()),
                number: Some(*sum),
                marks: vec![ctx.locale.word("results-mark-sum")],
                anchor: used.first().map(|index| ctx.actual_anchor(self.indicator, *index)),
                ..ResultsCell::default()
            },
            YearFigure::Proven(interval, at, _) => ResultsCell {
                text: ctx.locale.proven(*interval, words.unit.as_ref()),
                number: interval.low.filter(|low| interval.high == Some(*low)),
                says_more: interval.low.is_none() || interval.low != interval.high,
                marks: vec![ctx.locale.word("results-mark-proven")],
                // What several figures prove is told step by step in the verdict.
                anchor: self.indicator.targets.get(*at).map(|target| target_anchor(&target.id)),
                ..ResultsCell::default()
            },
            YearFigure::Missing(index, actual) => words.not_there(*index, actual),
            YearFigure::Nothing(why) => nothing(ctx, *why),
        };
        let breaks = self.indicator.breaks.iter().any(|one| Period::day(one.on).meets(year));
        if breaks && !cell.missing {
            cell.marks.push(ctx.locale.word("results-mark-break"));
        }
        cell
    }
}

impl Results<'_> {
    /// The state before the plan, with its year or day.
    pub(in crate::view) fn baseline(&self, ctx: &LangContext<'_>, row: &ResultsRow<'_>) -> ResultsCell {
        let Some((index, actual)) = row.baseline else {
            return ResultsCell { text: DASH.to_owned(), missing: true, ..ResultsCell::default() };
        };
        let words = CellWords::of(ctx, row.indicator);
        if actual.value == Value::Missing {
            return ResultsCell {
                anchor: Some(ctx.baseline_anchor(row.indicator, index)),
                ..words.not_there(index, actual)
            };
        }
        let years = self.plan.years();
        // The state at the end of a year is that year's.
        let year = actual.time.start().filter(|_| actual.dated).and_then(|day| {
            let year = (day.year() - 1..=day.year()).filter_map(|start| years.year(start));
            year.into_iter().find(|year| Period::day(year.end()) == actual.time)
        });
        let time = match year {
            Some(year) => ctx.locale.period_of(years, &year),
            None => proven::time(ctx, row.indicator, actual),
        };
        ResultsCell {
            time,
            anchor: Some(ctx.baseline_anchor(row.indicator, index)),
            ..words.figures(&[(index, actual)], None)
        }
    }
}

fn nothing(ctx: &LangContext<'_>, why: Why) -> ResultsCell {
    let name = match why {
        Why::NotBegun => "results-not-begun",
        Why::Running => "results-running",
        Why::Elsewhere => "results-elsewhere",
        Why::NotReported => "results-not-reported",
    };
    ResultsCell {
        text: DASH.to_owned(),
        marks: vec![ctx.locale.word(name)],
        missing: true,
        ..ResultsCell::default()
    }
}

/// What figures of an indicator are said with.
struct CellWords<'a> {
    ctx: &'a LangContext<'a>,
    indicator: &'a Indicator,
    /// Its unit of measure without a name: it only says how numbers are written.
    unit: Option<MeasurementUnit>,
}

impl<'a> CellWords<'a> {
    fn of(ctx: &'a LangContext<'_>, indicator: &'a Indicator) -> Self {
        let unit = ctx.unit(indicator).map(|unit| MeasurementUnit {
            title: Text::plain(Lang::new(ctx.locale.lang().as_str()), ""),
            ..unit.clone()
        });
        Self { ctx, indicator, unit }
    }

    fn figures(&self, figures: &[(usize, &Actual)], of: Option<&Period>) -> ResultsCell {
        let ctx = self.ctx;
        let mut said: Vec<String> = Vec::new();
        let mut marks: Vec<String> = Vec::new();
        for (_, actual) in figures {
            let value = ctx.locale.value(&actual.value, self.unit.as_ref());
            let value = condition::growth(ctx, actual.reckoning, &value);
            if !said.contains(&value) {
                said.push(value);
            }
            for mark in self.marks(actual) {
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
        }
        let first = figures.first();
        let number = match (said.len(), first) {
            (1, Some((_, Actual { value: Value::Value(written), partial: false, .. }))) => {
                Some(written.value())
            }
            _ => None,
        };
        let time = of.and(first).map(|(_, actual)| proven::time(ctx, self.indicator, actual));
        let says_more = number.is_none() || figures.iter().any(|(_, one)| one.reckoning != Reckoning::Single);
        ResultsCell {
            says_more,
            text: said.join(&ctx.locale.word("clause-separator")),
            number,
            time: time.unwrap_or_default(),
            marks,
            anchor: first.map(|(index, _)| ctx.actual_anchor(self.indicator, *index)),
            missing: false,
        }
    }

    fn marks(&self, actual: &Actual) -> Vec<String> {
        let marks = [
            (actual.provisional, "results-mark-provisional"),
            (actual.partial, "results-mark-partial"),
            (is_observed(actual, Observation::Estimated), "results-mark-estimated"),
            (is_observed(actual, Observation::Imputed), "results-mark-imputed"),
        ];
        marks.into_iter().filter(|(is, _)| *is).map(|(_, name)| self.ctx.locale.word(name)).collect()
    }

    /// A dash for a figure that its source keeps back or nobody collected, with the reason.
    fn not_there(&self, index: usize, actual: &Actual) -> ResultsCell {
        let word = |observation: &Observation| {
            self.ctx.locale.word(&format!("observation-{}", observation.as_str()))
        };
        let why = match &actual.observation {
            Some((how, Some(reason))) => {
                let reason = self.ctx.words(reason);
                self.ctx.say("remark-observed", &[("word", &word(how)), ("text", &reason)])
            }
            Some((how, None)) => word(how),
            None => self.ctx.locale.word("value-missing"),
        };
        ResultsCell {
            text: DASH.to_owned(),
            marks: vec![why],
            anchor: Some(self.ctx.actual_anchor(self.indicator, index)),
            missing: true,
            ..ResultsCell::default()
        }
    }
}

fn is_observed(actual: &Actual, how: Observation) -> bool {
    actual.observation.as_ref().is_some_and(|(observation, _)| *observation == how)
}
