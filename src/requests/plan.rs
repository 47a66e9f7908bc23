//! From a request to what its workbooks ask: names, units, decimals, and what is known already.

use super::answer::{of_figure, scale, shown};
use super::form::{Column, Form, Layout, Row, Sent, Time};
use crate::locale::Locale;
use crate::model::{
    Actual, ActualKind, AskedColumn, AskedOf, AskedRow, Indicator, Measure, MeasurementUnit, Observation,
    Period, Report, Request, SourceId, UnitStyle, Value, Written,
};
use rust_decimal::Decimal;

/// Lays a request out.
pub fn layout(report: &Report, request: &Request, locale: &Locale) -> Layout {
    let locale = &locale.unmarked();
    let forms = request.asked.iter().map(|asked| {
        let rows = asked.rows.iter().filter_map(|row| {
            let indicator = report.indicators.get(&row.indicator)?;
            Some(Planner { report, request, locale, indicator, asked: row }.row(&asked.of))
        });
        Form { of: asked.of.clone(), title: unit_title(report, &asked.of, locale), rows: rows.collect() }
    });
    Layout {
        request: request.id.to_string(),
        source: request.source.to_string(),
        title: locale.text(&request.title).into_owned(),
        due: request.due,
        contact: request.contact.as_ref().map(|text| locale.text(text).into_owned()),
        columns: request.columns.iter().map(|column| self::column(report, column, locale)).collect(),
        forms: forms.collect(),
    }
}

/// What one who is asked is called.
fn unit_title(report: &Report, of: &AskedOf, locale: &Locale) -> String {
    let title = match of {
        AskedOf::Unit(id) => report.units.get(id).map(|unit| &unit.title),
        AskedOf::Scope(id) => report.scopes.get(id).map(|scope| &scope.title),
    };
    title.map_or_else(|| of.id().to_owned(), |title| locale.text(title).into_owned())
}

fn column(report: &Report, column: &AskedColumn, locale: &Locale) -> Column {
    // A name of a year is seen as it is written, and any other time in words.
    let years =
        report.plans.values().map(|plan| plan.years()).find(|years| years.named(&column.period).is_some());
    let title =
        years.map_or_else(|| locale.period(&column.period), |years| locale.period_of(years, &column.period));
    Column { key: column.text.clone(), title, period: column.period, open: column.open }
}

/// The last day of a time, as a time.
pub(super) fn last_day(period: &Period) -> Period {
    Period::day(period.end())
}

/// The figures of a region that are in force and speak of exactly a column's time; those of the request's own source
/// first, then those of the source that was published last.
pub(super) fn current<'i>(
    (report, source): (&Report, &SourceId),
    indicator: &'i Indicator,
    row: &Row,
    period: &Period,
) -> Option<&'i Actual> {
    let is_own = |one: &Actual| one.source == *source;
    let speaks = |one: &&Actual| {
        let meets = match row.time {
            Time::Over => !one.dated && one.time == *period,
            Time::At => {
                one.dated
                    && one.time.end() == period.end()
                    && (one.time == *period || period.contains(&one.time))
            }
            Time::Done if one.value == Value::Done => one.time.end() <= period.end(),
            Time::Done => one.time.end() == period.end(),
        };
        let kind = one.kind == ActualKind::Result || (is_own(one) && one.kind == ActualKind::Expected);
        let there = one.value != Value::Missing || is_own(one);
        let region = one.scope == row.scope && one.cell == row.cell;
        region && meets && kind && there && one.definition.is_none() && one.superseded_by.is_none()
    };
    let published = |one: &Actual| report.sources.get(&one.source).map(|source| source.published.end());
    // Of two that are alike the later one in the file.
    indicator.actuals.iter().filter(speaks).max_by_key(|one| (is_own(one), published(one)))
}

struct Planner<'a> {
    report: &'a Report,
    request: &'a Request,
    locale: &'a Locale,
    indicator: &'a Indicator,
    asked: &'a AskedRow,
}

impl Planner<'_> {
    fn row(&self, of: &AskedOf) -> Row {
        let (indicator, asked) = (self.indicator, self.asked);
        let suffix = asked.suffix.clone().unwrap_or_else(|| self.suffix());
        let decimals = asked.decimals.unwrap_or_else(|| self.decimals(&suffix));
        let mut row = Row {
            mark: format!("{}|{}{}", asked.indicator, asked.scope, asked.cell),
            indicator: asked.indicator.clone(),
            scope: asked.scope.clone(),
            cell: asked.cell.clone(),
            number: indicator.task.as_ref().map(|task| task.number.clone()).unwrap_or_default(),
            title: self.title(of),
            unit: self.unit(&suffix),
            decimals,
            time: self.time(),
            beside: self.beside(&suffix),
            suffix,
            sent: Vec::new(),
        };
        let source = (self.report, &self.request.source);
        row.sent = self
            .request
            .columns
            .iter()
            .map(|column| {
                let actual = current(source, indicator, &row, &column.period)?;
                let (said, nature) = of_figure(actual, row.shape());
                let reason = actual.observation.as_ref().and_then(|(_, why)| why.as_ref());
                let note = if matches!(actual.observation, Some((Observation::NotCollected, _))) {
                    reason
                } else {
                    actual.note.as_ref()
                };
                let own = actual.source == self.request.source;
                let note =
                    note.filter(|_| own).map(|text| self.locale.text(text).into_owned()).unwrap_or_default();
                Some(Sent { said, nature, note })
            })
            .collect();
        row
    }

    /// The name, with the place and the part where they are not the sheet's own.
    fn title(&self, of: &AskedOf) -> String {
        let locale = self.locale;
        let mut title = locale.text(&self.indicator.title).into_owned();
        let own = match of {
            AskedOf::Unit(_) => self.asked.scope == self.indicator.scope,
            AskedOf::Scope(scope) => self.asked.scope == *scope,
        };
        let mut of = Vec::new();
        if let Some(scope) = self.report.scopes.get(&self.asked.scope).filter(|_| !own) {
            of.push(locale.text(&scope.title).into_owned());
        }
        for (dimension, category) in self.asked.cell.iter() {
            let dimension = self.indicator.dimensions.iter().find(|one| one.id == *dimension);
            let category = dimension.and_then(|one| one.category(category.as_str()));
            of.extend(category.map(|one| locale.text(&one.title).into_owned()));
        }
        if !of.is_empty() {
            title = locale.say("form-row-of", &[("title", &title), ("of", &locale.list(&of))]);
        }
        title
    }

    fn measured_in(&self) -> Option<&MeasurementUnit> {
        self.indicator.unit.as_ref().and_then(|id| self.report.measurement_units.get(id))
    }

    fn unit(&self, suffix: &str) -> String {
        let word = self.measured_in().and_then(|unit| self.locale.unit_name(unit)).unwrap_or_default();
        if suffix == "%" { "%".to_owned() } else { format!("{suffix}{word}") }
    }

    /// The figures of the region, then all of the indicator; the later ones last.
    fn figures(&self) -> Vec<&Actual> {
        let own = |one: &&Actual| one.scope == self.asked.scope && one.cell == self.asked.cell;
        let all = || {
            self.indicator
                .actuals
                .iter()
                .chain(self.indicator.baselines())
                .filter(|one| one.superseded_by.is_none())
        };
        let mut figures: Vec<&Actual> = all().filter(own).collect();
        if figures.is_empty() {
            figures = all().collect();
        }
        figures.sort_by_key(|one| one.time.end());
        figures
    }

    /// The numbers that targets of the region ask for.
    fn targets(&self) -> Vec<&Written> {
        let of = self.indicator.targets.iter().filter(|one| one.scope == self.asked.scope);
        of.flat_map(|target| target.condition.numbers().all()).collect()
    }

    /// What stands behind the last number that was written.
    fn suffix(&self) -> String {
        let figures = self.figures();
        let last = figures.iter().rev().find_map(|one| one.value.numbers().all().next());
        let Some(written) = last.or_else(|| self.targets().first().copied()) else {
            let percent = self.measured_in().is_some_and(|unit| unit.style == UnitStyle::Percent);
            return if percent { "%".to_owned() } else { String::new() };
        };
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−');
        let suffix = written.text().trim_start_matches(digits).trim();
        if suffix == "％" { "%".to_owned() } else { suffix.to_owned() }
    }

    /// As many as the numbers of the region have, in the unit of the row.
    fn decimals(&self, suffix: &str) -> u32 {
        let scale = scale(suffix);
        let places =
            |written: &Written| written.step().checked_div(scale).map_or(0, |step| step.normalize().scale());
        let figures = self.figures();
        let of_figures = figures.iter().flat_map(|one| one.value.numbers().all()).map(places).max();
        of_figures.or_else(|| self.targets().into_iter().map(places).max()).unwrap_or(0).min(10)
    }

    fn time(&self) -> Time {
        match self.indicator.measure {
            Measure::Flow | Measure::Growth => Time::Over,
            Measure::Stock => Time::At,
            Measure::Milestone => Time::Done,
            // As its last figure was; where there is none, as it was promised.
            Measure::Rate => {
                let last = self.figures().last().map(|one| one.dated);
                let target = self.indicator.targets.first().map(|one| one.is_state(self.indicator.measure));
                if last.or(target).unwrap_or(true) { Time::At } else { Time::Over }
            }
        }
    }

    /// What to compare a first figure with.
    fn beside(&self, suffix: &str) -> Option<Decimal> {
        let own = |one: &&Actual| one.scope == self.asked.scope && one.cell == self.asked.cell;
        let base = self.indicator.baselines().find(own).and_then(|one| one.value.numbers().all().next());
        let targets = self.targets();
        // What a target asks of several years together says little of one of them.
        let target = targets.first().copied().filter(|_| self.indicator.measure != Measure::Flow);
        let number = base.or(target)?;
        Some(shown(number.value().checked_div(scale(suffix))?, number.step().scale().min(10)))
    }
}
