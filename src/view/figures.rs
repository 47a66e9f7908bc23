//! Figures as reported: in an indicator's table, on a scope's and on a source's page.

use super::context::{PageContext, figure_anchor, source_anchor};
use super::cross_refs::FigureAt;
use super::page::{FigureView, ScopeFigure};
use super::reasons::kind_key;
use super::route::Route;
use crate::evaluate::Interval;
use crate::model::{Actual, Indicator, Value};

impl PageContext<'_> {
    /// Every figure of an indicator.
    pub fn figures(&self, indicator: &Indicator) -> Vec<FigureView> {
        let judged = self.lang.judged(&indicator.id);
        let order = by_time(&indicator.actuals);
        order
            .into_iter()
            .map(|index| {
                let actual = &indicator.actuals[index];
                let uses = judged.uses.get(index).map(Vec::as_slice).unwrap_or_default();
                let used_for =
                    uses.iter().map(|one| self.lang.locale.word(&format!("use-{}", one.as_str()))).collect();
                let source = self.source_of(indicator, index, &actual.source);
                let meaning = judged
                    .intervals
                    .get(index)
                    .and_then(|interval| self.meaning(indicator, actual, *interval));
                FigureView {
                    meaning,
                    used_for,
                    ..self.figure(indicator, actual, figure_anchor(index), source)
                }
            })
            .collect()
    }

    /// The state before the plan.
    pub fn baseline(&self, indicator: &Indicator) -> Option<FigureView> {
        let actual = indicator.baseline.as_ref()?;
        let source = self.short_source(&actual.source);
        Some(self.figure(indicator, actual, "baseline".to_owned(), source))
    }

    fn figure(
        &self,
        indicator: &Indicator,
        actual: &Actual,
        anchor: String,
        source: super::TitledLink,
    ) -> FigureView {
        let ctx = self.lang;
        FigureView {
            anchor,
            time: ctx.time(actual),
            scope: self.scope(&actual.scope),
            value: ctx.locale.value(&actual.value, ctx.unit(indicator)),
            meaning: None,
            source,
            locator: ctx.locator(&actual.source, &actual.locator),
            kind: kind_key(actual.kind).map(|key| ctx.locale.word(key)),
            used_for: Vec::new(),
            remarks: self.remarks(indicator, actual),
        }
    }

    /// What the written value means, where it is not exact.
    fn meaning(&self, indicator: &Indicator, actual: &Actual, interval: Interval) -> Option<String> {
        if !matches!(actual.value, Value::Value(_) | Value::About(_) | Value::Nearly(_))
            || interval.low == interval.high
        {
            return None;
        }
        let unit = self.lang.unit(indicator);
        let range = self.lang.locale.between(interval.low?, interval.high?, unit);
        Some(self.lang.say("meaning-between", &[("range", &range)]))
    }

    fn remarks(&self, indicator: &Indicator, actual: &Actual) -> Vec<String> {
        let ctx = self.lang;
        let mut remarks = Vec::new();
        if let Some(text) = &actual.definition {
            remarks.push(ctx.say("remark-definition", &[("text", &ctx.words(text))]));
        }
        if actual.partial {
            remarks.push(ctx.locale.word("remark-partial"));
        }
        if actual.provisional {
            remarks.push(ctx.locale.word("remark-provisional"));
        }
        if let Some(other) = actual.superseded_by {
            let other = super::reasons::figure(ctx, indicator, other, &actual.scope);
            remarks.push(ctx.say("remark-superseded", &[("other", &other)]));
        }
        if let Some(text) = &actual.both_stand {
            remarks.push(ctx.say("remark-both", &[("text", &ctx.words(text))]));
        }
        remarks.extend(ctx.maybe(actual.note.as_ref()));
        remarks
    }

    /// Figures of a scope, with who says so.
    pub fn figures_of_scope(&self, figures: &[FigureAt<'_>]) -> Vec<ScopeFigure> {
        figures
            .iter()
            .filter_map(|(indicator, at)| {
                let at = (*at)?;
                let actual = indicator.actuals.get(at)?;
                let other = self.source_of(indicator, at, &actual.source);
                Some(self.row(indicator, at, actual, other))
            })
            .collect()
    }

    /// Figures drawn from a source, with of whom they speak.
    pub fn figures_of_source(&self, figures: &[FigureAt<'_>]) -> Vec<ScopeFigure> {
        figures
            .iter()
            .filter_map(|(indicator, at)| {
                let actual = at.map_or(indicator.baseline.as_ref(), |at| indicator.actuals.get(at))?;
                let row =
                    self.row(indicator, at.unwrap_or_default(), actual, self.scope(&actual.scope).into());
                if at.is_some() {
                    return Some(row);
                }
                let link =
                    self.link_at(&Route::Indicator(indicator.id.clone()), "baseline", row.indicator.text);
                Some(ScopeFigure { anchor: format!("{}-baseline", indicator.id), indicator: link, ..row })
            })
            .collect()
    }

    fn row(
        &self,
        indicator: &Indicator,
        index: usize,
        actual: &Actual,
        other: super::TitledLink,
    ) -> ScopeFigure {
        let ctx = self.lang;
        ScopeFigure {
            anchor: source_anchor(&indicator.id, index),
            indicator: self.link_at(
                &Route::Indicator(indicator.id.clone()),
                &figure_anchor(index),
                ctx.words(&indicator.title),
            ),
            time: ctx.time(actual),
            value: ctx.locale.value(&actual.value, ctx.unit(indicator)),
            other,
            locator: ctx.locator(&actual.source, &actual.locator),
            kind: kind_key(actual.kind).map(|key| ctx.locale.word(key)),
        }
    }
}

/// The order in which figures are read: by when they end, then by when they begin, then as written.
pub(super) fn by_time(actuals: &[Actual]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..actuals.len()).collect();
    order.sort_by_key(|index| (actuals[*index].time.end(), actuals[*index].time.start()));
    order
}
