//! Published methods of reading a trend, by name, beside the verdict and never instead of it.
//!
//! `method` is the only place with floating-point numbers: the methods take roots. What comes out is
//! rounded to five decimals, so that the last bits of a machine's arithmetic never show.

mod method;

use super::case::Case;
use super::figure::is_published;
use super::interval::plain_number;
use super::region::{Span, date};
use crate::model::{Measure, TrendMethod};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What the named methods say of an indicator, and what they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendReading {
    /// The year and value from which they start; none without any value.
    pub base: Option<(i16, Decimal)>,
    /// The last year and its value.
    pub current: Option<(i16, Decimal)>,
    /// The target year and the distant target, if there is one.
    pub target: Option<(i16, Decimal)>,
    /// The limit that the indicator cannot pass.
    pub limit: Option<Decimal>,
    /// One reading for each method asked for, in the order asked.
    pub readings: Vec<MethodReading>,
    /// True if two of them say that different things are happening.
    pub disagree: bool,
}

/// What one method says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodReading {
    /// The method.
    pub method: TrendMethod,
    /// Its number, to five decimals. `linear`: the share of the way gone, divided by the share of the time
    /// gone. `open-sdg`: P, growth divided by the growth needed, or growth alone without a target.
    /// `eurostat`: the same ratio, or growth a year in the good direction. None where the method gives
    /// none.
    pub progress: Option<Decimal>,
    /// Its score, to five decimals, where the method has one.
    pub score: Option<Decimal>,
    /// Its word for it.
    pub category: TrendCategory,
}

/// What a method calls what it sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendCategory {
    /// The target is achieved.
    Achieved,
    /// Substantial (Open SDG), significant (Eurostat), on the line or above (linear).
    Substantial,
    /// Moderate progress.
    Moderate,
    /// Limited (Open SDG) or insufficient (Eurostat) progress, below the line (linear).
    Limited,
    /// Deterioration (Open SDG), movement away, moderate or significant (Eurostat), the wrong way
    /// (linear).
    Deterioration,
    /// The figures do not allow the method.
    NotAvailable,
}

impl TrendCategory {
    /// The name in data files, snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::Substantial => "substantial",
            Self::Moderate => "moderate",
            Self::Limited => "limited",
            Self::Deterioration => "deterioration",
            Self::NotAvailable => "not_available",
        }
    }
}

/// Reads the trend of an indicator that asks for one.
pub(super) fn read(case: &Case<'_>) -> Option<TrendReading> {
    let trend = case.indicator.trend.as_ref()?;
    let series = series(case);
    let base = series.range(trend.base_year..).next().map(|(year, value)| (*year, *value));
    let current = series.last_key_value().map(|(year, value)| (*year, *value));
    let readings: Vec<MethodReading> = trend
        .methods
        .iter()
        .map(|method| method::apply(*method, trend, case.indicator.better, base, current))
        .collect();
    let directions: Vec<u8> = readings.iter().filter_map(|reading| reading.category.direction()).collect();
    Some(TrendReading {
        base,
        current,
        target: trend.target.map(|target| (trend.target_year, target)),
        limit: trend.limit,
        disagree: directions.windows(2).any(|pair| pair[0] != pair[1]),
        readings,
    })
}

impl TrendCategory {
    /// What is said to be happening, so that two methods with different words can be compared: enough
    /// progress, some, or the wrong way.
    fn direction(self) -> Option<u8> {
        match self {
            Self::Achieved | Self::Substantial => Some(2),
            Self::Moderate | Self::Limited => Some(1),
            Self::Deterioration => Some(0),
            Self::NotAvailable => None,
        }
    }
}

/// One plain number a year for the indicator's own scope: of a flow the whole years, of a stock the
/// latest day of the year, of a rate either.
fn series(case: &Case<'_>) -> BTreeMap<i16, Decimal> {
    let indicator = case.indicator;
    let scope = case.tree.number(&indicator.scope);
    let mut latest: BTreeMap<i16, (Span, Decimal)> = BTreeMap::new();
    let mut note = |span: Span, dated: bool, value: Decimal| {
        let last = date(span.to - 1);
        let whole_year =
            last.day_of_year() == last.days_in_year() && span.days() == i64::from(last.days_in_year());
        let in_year = span.start_known() && date(span.from).year() == last.year();
        let fits = match indicator.measure {
            Measure::Flow => whole_year,
            Measure::Stock => dated && in_year,
            Measure::Rate => whole_year || (dated && in_year),
            Measure::Milestone => false,
        };
        if fits && latest.get(&last.year()).is_none_or(|(known, _)| *known <= span) {
            latest.insert(last.year(), (span, value));
        }
    };
    let baseline = indicator.baseline.as_ref().filter(|baseline| {
        baseline.scope == indicator.scope
            && baseline.definition.is_none()
            && is_published(case.report, baseline, case.as_of)
    });
    if let Some((baseline, value)) = baseline.and_then(|b| Some((b, plain_number(&b.value)?))) {
        note(Span::of(&baseline.time), baseline.dated, value);
    }
    for figure in case.figures.iter().filter(|figure| Some(figure.scope) == scope && !figure.partial) {
        if let Some(value) = figure.plain {
            note(figure.span, figure.dated, value);
        }
    }
    latest.into_iter().map(|(year, (_, value))| (year, value)).collect()
}
