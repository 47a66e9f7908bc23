//! Published methods of reading a trend, by name, beside the verdict and never instead of it.
//!
//! `method` is the only place with floating-point numbers: the methods take roots. What comes out is
//! rounded to five decimals, so that the last bits of a machine's arithmetic never show. docs/trends.md says what
//! each method computes.

mod method;
mod reading;
mod series;

pub use reading::{
    MethodReading, TrendCategory, TrendFormula, TrendGap, TrendLeftOut, TrendPoint, TrendReading,
};

use super::case::Case;

/// Reads the trend of an indicator that asks for one.
pub(super) fn read(case: &Case<'_>) -> Option<TrendReading> {
    let trend = case.indicator.trend.as_ref()?;
    let better = case.indicator.better;
    let (series, left_out) = series::read(case);
    let base = series.range(trend.base_year..).next().map(|(_, point)| *point);
    let current = series.last_key_value().map(|(_, point)| *point);
    let readings: Vec<MethodReading> =
        trend.methods.iter().map(|method| method::apply(*method, trend, better, base, current)).collect();
    let directions: Vec<u8> = readings.iter().filter_map(|reading| reading.category.direction()).collect();
    Some(TrendReading {
        base,
        base_year: trend.base_year,
        current,
        target: trend.target.map(|target| (trend.target_year, target)),
        limit: trend.limit,
        better,
        left_out,
        disagree: directions.windows(2).any(|pair| pair[0] != pair[1]),
        readings,
    })
}
