//! Published methods of reading a trend, by name, beside the verdict and never instead of it.

//!
//! The only place with floating-point numbers: the methods take roots. What comes out is rounded to five
//! decimals, so that the last bits of a machine's arithmetic never show.

use super::case::Case;
use super::figure::is_published;
use super::interval::plain_number;
use super::region::{Span, date};
use crate::model::{Better, Measure, Trend, TrendMethod};
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
        .map(|method| apply(*method, trend, case.indicator.better, base, current))
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

/// What a method is given, as numbers that roots can be taken of.
struct Input {
    base: f64,
    current: f64,
    /// Years from base to current, and from base to the target year.
    years: f64,
    years_in_all: f64,
    target: Option<f64>,
    limit: Option<f64>,
    /// 1 if more is better, -1 if less is.
    direction: f64,
}

fn apply(
    method: TrendMethod,
    trend: &Trend,
    better: Better,
    base: Option<(i16, Decimal)>,
    current: Option<(i16, Decimal)>,
) -> MethodReading {
    let input = || -> Option<Input> {
        let ((base_year, base), (current_year, current)) = base.zip(current)?;
        Some(Input {
            base: float(base)?,
            current: float(current)?,
            years: f64::from(current_year) - f64::from(base_year),
            years_in_all: f64::from(trend.target_year) - f64::from(base_year),
            target: match trend.target {
                Some(target) => Some(float(target)?),
                None => None,
            },
            limit: trend.limit.and_then(float),
            direction: match better {
                Better::Higher => 1.0,
                Better::Lower => -1.0,
                Better::Range => return None,
            },
        })
    };
    let found = input().and_then(|input| {
        let achieved = input.target.is_some_and(|target| input.direction * (input.current - target) >= 0.0);
        match method {
            TrendMethod::Linear => linear(&input, achieved),
            TrendMethod::OpenSdg => open_sdg(&input, achieved),
            TrendMethod::Eurostat => eurostat(&input, achieved),
        }
    });
    let (progress, score, category) = found.unwrap_or((None, None, TrendCategory::NotAvailable));
    MethodReading { method, progress: progress.and_then(decimal), score: score.and_then(decimal), category }
}

/// A method's number, score and word.
type Found = (Option<f64>, Option<f64>, TrendCategory);

/// The straight line from base to target: on it or above, below it, or the wrong way.
fn linear(input: &Input, achieved: bool) -> Option<Found> {
    let way = input.target? - input.base;
    let time = input.years / input.years_in_all;
    let progress = ((input.current - input.base) / way) / time;
    if achieved {
        return Some((finite(progress), None, TrendCategory::Achieved));
    }
    let progress = finite(progress).filter(|_| input.years >= 1.0 && input.years_in_all > 0.0)?;
    let category = cut(progress, [1.0, 0.0, 0.0], [TrendCategory::Substantial, TrendCategory::Limited]);
    Some((Some(progress), None, category))
}

/// The compound-growth method of Open SDG 2.4 as Statistics Canada uses it.
fn open_sdg(input: &Input, achieved: bool) -> Option<Found> {
    use TrendCategory::{Achieved, Moderate, Substantial};
    if achieved {
        return Some((None, Some(5.0), Achieved));
    }
    let base = not_zero(input.base);
    let differ_in_sign = base * input.current < 0.0;
    let sign = if base < 0.0 { -1.0 } else { 1.0 };
    let growth = growth(input.current, base, input.years).filter(|_| !differ_in_sign)?;
    let towards = sign * input.direction * growth;
    if let Some(target) = input.target.map(not_zero) {
        let needed = self::growth(target, base, input.years_in_all)?.abs();
        let progress = finite(towards / needed)?;
        let score = if progress >= 0.6 {
            (7.1429 * progress - 4.2857).min(5.0)
        } else {
            (4.1667 * progress - 2.5).max(-5.0)
        };
        let category = cut(progress, [0.95, 0.60, 0.0], [Substantial, Moderate]);
        return Some((Some(progress), Some(score), category));
    }
    let room = input.limit.map_or(1.0, |limit| room(base.abs(), limit.abs()));
    let (high, middle) = (0.015 * room, 0.005 * room);
    let score = if towards < 0.0 {
        (125.0 * towards - 2.5).max(-5.0)
    } else if room <= 0.0 {
        5.0
    } else if towards >= high {
        (500.0 * towards / room - 5.0).min(5.0)
    } else if towards >= middle {
        250.0 * towards / room - 1.25
    } else {
        500.0 * towards / room - 2.5
    };
    let category = cut(towards, [high, middle, 0.0], [Substantial, Moderate]);
    Some((Some(towards), Some(score), category))
}

/// How much of the usual growth a quantity can still show that is limited at `limit`.
fn room(base: f64, limit: f64) -> f64 {
    if base >= 2.0 * limit {
        1.0
    } else if base <= limit {
        1.0 - (base / limit).powf(4.44)
    } else {
        1.0 - ((2.0 * limit - base) / limit).powf(4.44)
    }
}

/// Eurostat's compound annual growth rate: with a target the actual rate over the rate needed, cut at
/// 95, 60 and 0 per cent; without, the rate itself in the good direction, cut at 1 and 0 per cent.
fn eurostat(input: &Input, achieved: bool) -> Option<Found> {
    use TrendCategory::{Achieved, Moderate, Substantial};
    let actual = growth(input.current, input.base, input.years);
    let Some(target) = input.target else {
        let progress = input.direction * actual?;
        return Some((Some(progress), None, cut(progress, [0.01, 0.0, 0.0], [Substantial, Moderate])));
    };
    let progress = growth(target, input.base, input.years_in_all)
        .zip(actual)
        .and_then(|(needed, actual)| finite(actual / needed));
    if achieved {
        return Some((progress, None, Achieved));
    }
    Some((progress, None, cut(progress?, [0.95, 0.60, 0.0], [Substantial, Moderate])))
}

/// The word for a number: at or above the first cut, the second, the third, or below all.
fn cut(progress: f64, cuts: [f64; 3], [first, second]: [TrendCategory; 2]) -> TrendCategory {
    if progress >= cuts[0] {
        first
    } else if progress >= cuts[1] {
        second
    } else if progress >= cuts[2] {
        TrendCategory::Limited
    } else {
        TrendCategory::Deterioration
    }
}

/// Compound growth a year; none over less than a year, and where no root exists.
fn growth(to: f64, from: f64, years: f64) -> Option<f64> {
    if years < 1.0 { None } else { finite((to / from).powf(1.0 / years) - 1.0) }
}

/// A base or target of nought counts as a little more.
fn not_zero(value: f64) -> f64 {
    if value.abs() > 0.0 { value } else { 0.001 }
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

fn float(value: Decimal) -> Option<f64> {
    f64::try_from(value).ok().and_then(finite)
}

/// To five decimals; none beyond 28 digits.
fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_str_exact(&format!("{value:.5}")).ok().map(|value| value.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(target: Option<i64>, limit: Option<i64>, base_year: i16) -> Trend {
        Trend {
            methods: Vec::new(),
            base_year,
            target_year: 2030,
            target: target.map(|hundredths| Decimal::new(hundredths, 2)),
            limit: limit.map(Decimal::from),
            origin: crate::model::Origin::file("test"),
        }
    }

    fn read(
        method: TrendMethod,
        trend: &Trend,
        better: Better,
        base: (i16, i64),
        current: (i16, i64),
    ) -> MethodReading {
        let tenth = |(year, tenths)| Some((year, Decimal::new(tenths, 1)));
        apply(method, trend, better, tenth(base), tenth(current))
    }

    fn shown(reading: &MethodReading) -> (String, String, &'static str) {
        let text = |value: Option<Decimal>| value.map_or("-".into(), |v| v.to_string());
        (text(reading.progress), text(reading.score), reading.category.as_str())
    }

    #[test]
    fn open_sdg_with_a_target_as_worked() {
        let r = read(
            TrendMethod::OpenSdg,
            &trend(Some(725), None, 2015),
            Better::Lower,
            (2015, 145),
            (2023, 104),
        );
        assert_eq!(shown(&r), ("0.90109".into(), "2.15070".trim_end_matches('0').into(), "moderate"));
    }

    #[test]
    fn open_sdg_with_a_limit_as_worked() {
        let r = read(
            TrendMethod::OpenSdg,
            &trend(None, Some(100), 2015),
            Better::Higher,
            (2016, 666),
            (2023, 714),
        );
        assert_eq!(shown(&r), ("0.00999".into(), "1.73975".into(), "moderate"));
    }

    #[test]
    fn open_sdg_says_nothing_where_the_method_gives_nothing() {
        let t = trend(Some(725), None, 2015);
        for (base, current) in
            [((2015, 145), (2015, 145)), ((2015, -10), (2020, 100)), ((2015, 73), (2014, 80))]
        {
            let r = read(TrendMethod::OpenSdg, &t, Better::Lower, base, current);
            assert_eq!(r.category, TrendCategory::NotAvailable, "{base:?} {current:?}");
        }
        let equal = trend(Some(1450), None, 2015);
        let r = read(TrendMethod::OpenSdg, &equal, Better::Lower, (2015, 145), (2020, 150));
        assert_eq!(r.category, TrendCategory::NotAvailable);
        let r = read(TrendMethod::OpenSdg, &t, Better::Range, (2015, 145), (2020, 150));
        assert_eq!(r.category, TrendCategory::NotAvailable);
    }

    #[test]
    fn achieved_is_tested_first_and_away_is_deterioration() {
        let t = trend(Some(725), None, 2015);
        let r = read(TrendMethod::OpenSdg, &t, Better::Lower, (2015, 145), (2020, 70));
        assert_eq!((r.category, r.score), (TrendCategory::Achieved, Some(Decimal::from(5))));
        for method in [TrendMethod::OpenSdg, TrendMethod::Eurostat, TrendMethod::Linear] {
            let r = read(method, &t, Better::Lower, (2015, 145), (2020, 150));
            assert_eq!(r.category, TrendCategory::Deterioration, "{method:?}");
        }
    }

    #[test]
    fn eurostat_and_linear() {
        let t = trend(Some(725), None, 2015);
        let r = read(TrendMethod::Eurostat, &t, Better::Lower, (2015, 145), (2023, 104));
        assert_eq!(shown(&r), ("0.90109".into(), "-".into(), "moderate"));
        // 4.1 of 7.25 in 8 of 15 years: ahead of the line.
        let r = read(TrendMethod::Linear, &t, Better::Lower, (2015, 145), (2023, 104));
        assert_eq!(shown(&r), ("1.06034".into(), "-".into(), "substantial"));
        let free = trend(None, None, 2015);
        for (current, word) in [(161, "substantial"), (146, "moderate"), (144, "deterioration")] {
            let r = read(TrendMethod::Eurostat, &free, Better::Higher, (2015, 145), (2020, current));
            assert_eq!(r.category.as_str(), word, "{current}");
        }
        let r = read(TrendMethod::Linear, &free, Better::Higher, (2015, 145), (2020, 150));
        assert_eq!(r.category, TrendCategory::NotAvailable);
    }

    #[test]
    fn near_its_limit_little_growth_is_expected() {
        for (base, limit, expected) in
            [(66.6, 100.0, "0.835"), (200.0, 100.0, "1.000"), (150.0, 100.0, "0.954")]
        {
            assert_eq!(format!("{:.3}", room(base, limit)), expected);
        }
    }
}
