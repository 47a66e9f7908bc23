//! The methods themselves: base, current and target in, a number, a score and a word out.
//!
//! `open-sdg` is the compound-growth method of Open SDG 2.4, `eurostat` the compound annual growth rate
//! of Eurostat's monitoring reports; `linear` is the straight line. All numbers are turned so that above
//! zero is the good direction, of quantities below zero too.

use super::reading::{MethodReading, TrendCategory, TrendFormula, TrendGap, TrendPoint};
use crate::model::{Better, Trend, TrendMethod};
use rust_decimal::Decimal;

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

impl Input {
    fn new(
        trend: &Trend,
        better: Better,
        base: Option<TrendPoint>,
        current: Option<TrendPoint>,
    ) -> Result<Self, TrendGap> {
        let direction = match better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
            Better::Range => return Err(TrendGap::NoDirection),
        };
        let current = current.ok_or(TrendGap::NoNumbers)?;
        let base = base.ok_or(TrendGap::NoneSinceBase)?;
        let target = trend.target.map(float).transpose()?;
        let years_in_all = f64::from(trend.target_year) - f64::from(base.year);
        Ok(Self {
            base: float(base.value)?,
            current: float(current.value)?,
            years: f64::from(current.year) - f64::from(base.year),
            years_in_all,
            target,
            limit: trend.limit.map(float).transpose()?,
            direction,
        })
    }

    fn is_achieved(&self) -> bool {
        self.target.is_some_and(|target| self.direction * (self.current - target) >= 0.0)
    }

    /// What every number needs: that a year has passed, and that the target year is to come.
    fn timed(&self) -> Result<(), TrendGap> {
        if self.years < 1.0 {
            Err(TrendGap::OneYear)
        } else if self.target.is_some() && self.years_in_all < 1.0 {
            Err(TrendGap::TargetYearPassed)
        } else {
            Ok(())
        }
    }

    /// Compound growth a year so far, above zero in the good direction; over the growth needed, if there
    /// is a target.
    fn growth(&self, base: f64, target: Option<f64>) -> Result<f64, TrendGap> {
        self.timed()?;
        // Below zero, growth makes a quantity smaller.
        let towards = base.signum() * self.direction * growth(self.current, base, self.years)?;
        let Some(target) = target else { return finite(towards) };
        let needed = growth(target, base, self.years_in_all)?.abs();
        if needed > 0.0 { finite(towards / needed) } else { Err(TrendGap::BaseIsTarget) }
    }
}

/// What a method makes of its input.
struct Found {
    progress: Result<f64, TrendGap>,
    cuts: Vec<f64>,
    score: Option<f64>,
}

pub(super) fn apply(
    method: TrendMethod,
    trend: &Trend,
    better: Better,
    base: Option<TrendPoint>,
    current: Option<TrendPoint>,
) -> MethodReading {
    let formula = match (method, trend.target) {
        (TrendMethod::Linear, _) => TrendFormula::Line,
        (_, Some(_)) => TrendFormula::GrowthOverNeeded,
        (_, None) => TrendFormula::Growth,
    };
    let input = Input::new(trend, better, base, current);
    let achieved = input.as_ref().is_ok_and(Input::is_achieved);
    let found = match input {
        Ok(input) => match method {
            TrendMethod::Linear => linear(&input),
            TrendMethod::OpenSdg => open_sdg(&input, achieved),
            TrendMethod::Eurostat => eurostat(&input),
        },
        Err(gap) => Found { progress: Err(gap), cuts: Vec::new(), score: None },
    };
    let category = match found.progress {
        _ if achieved => TrendCategory::Achieved,
        Ok(progress) => word(progress, &found.cuts),
        Err(_) => TrendCategory::NotAvailable,
    };
    MethodReading {
        method,
        formula,
        progress: found.progress.ok().and_then(decimal),
        cuts: found.cuts.into_iter().filter_map(decimal).collect(),
        score: found.score.and_then(decimal),
        category,
        gap: found.progress.err(),
    }
}

/// The straight line from base to target: on it or above, below it, or the wrong way.
fn linear(input: &Input) -> Found {
    let progress = || {
        let target = input.target.ok_or(TrendGap::NoTarget)?;
        input.timed()?;
        let (way, time) = ((target - input.base).abs(), input.years / input.years_in_all);
        // Where the base lies beyond the target, leaving it is no way towards it.
        let gone = input.direction * (input.current - input.base);
        if way > 0.0 { finite(gone / way / time) } else { Err(TrendGap::BaseIsTarget) }
    };
    Found { progress: progress(), cuts: vec![1.0, 0.0], score: None }
}

/// The compound-growth method of Open SDG 2.4 as Statistics Canada uses it.
fn open_sdg(input: &Input, achieved: bool) -> Found {
    let base = not_zero(input.base);
    let room = match (input.target, input.limit) {
        (None, Some(limit)) => room(base.abs(), limit.abs()),
        _ => 1.0,
    };
    let differ_in_sign = base * input.current < 0.0;
    let progress = if differ_in_sign {
        input.timed().and(Err(TrendGap::NoGrowthRate))
    } else {
        input.growth(base, input.target.map(not_zero))
    };
    let (cuts, score): (Vec<f64>, _) = if input.target.is_some() {
        let score = |progress: f64| {
            if progress >= 0.6 {
                (7.1429 * progress - 4.2857).min(5.0)
            } else {
                (4.1667 * progress - 2.5).max(-5.0)
            }
        };
        (vec![0.95, 0.60, 0.0], progress.ok().map(score))
    } else {
        let (high, middle) = (0.015 * room, 0.005 * room);
        let score = |growth: f64| {
            if growth < 0.0 {
                (125.0 * growth - 2.5).max(-5.0)
            } else if room <= 0.0 {
                5.0
            } else if growth >= high {
                (500.0 * growth / room - 5.0).min(5.0)
            } else if growth >= middle {
                250.0 * growth / room - 1.25
            } else {
                500.0 * growth / room - 2.5
            }
        };
        (vec![high, middle, 0.0], progress.ok().map(score))
    };
    Found { progress, cuts, score: if achieved { Some(5.0) } else { score } }
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
fn eurostat(input: &Input) -> Found {
    let cuts = if input.target.is_some() { vec![0.95, 0.60, 0.0] } else { vec![0.01, 0.0, 0.0] };
    Found { progress: input.growth(input.base, input.target), cuts, score: None }
}

/// The word for a number: at or above the first cut, the second, the third, or below all. Of two cuts the
/// second is that of limited progress.
fn word(progress: f64, cuts: &[f64]) -> TrendCategory {
    use TrendCategory::{Limited, Moderate, Substantial};
    let words: &[TrendCategory] =
        if cuts.len() == 2 { &[Substantial, Limited] } else { &[Substantial, Moderate, Limited] };
    let at = cuts.iter().position(|cut| progress >= *cut);
    at.and_then(|at| words.get(at)).copied().unwrap_or(TrendCategory::Deterioration)
}

/// Compound growth a year; none where no root exists.
fn growth(to: f64, from: f64, years: f64) -> Result<f64, TrendGap> {
    let times = finite(to / from)?;
    if times < 0.0 { Err(TrendGap::NoGrowthRate) } else { finite(times.powf(1.0 / years) - 1.0) }
}

/// A base or target of nought counts as a little more.
fn not_zero(value: f64) -> f64 {
    if value.abs() > 0.0 { value } else { 0.001 }
}

fn finite(value: f64) -> Result<f64, TrendGap> {
    if value.is_finite() { Ok(value) } else { Err(TrendGap::NoGrowthRate) }
}

fn float(value: Decimal) -> Result<f64, TrendGap> {
    f64::try_from(value).map_err(|_| TrendGap::NoGrowthRate).and_then(finite)
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
        let tenth = |(year, tenths)| {
            let period = crate::model::Period::year(year).expect("a year");
            Some(TrendPoint { year, value: Decimal::new(tenths, 1), period, actual: None })
        };
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
        let r = read(TrendMethod::OpenSdg, &t, Better::Lower, (2015, 145), (2015, 145));
        assert_eq!(r.gap, Some(TrendGap::OneYear));
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
    fn leaving_a_target_that_the_base_has_passed_is_no_progress() {
        // At most 20 % was asked, the base had 14.5 %, and now it is 22 %.
        let t = trend(Some(2000), None, 2015);
        for method in [TrendMethod::OpenSdg, TrendMethod::Eurostat, TrendMethod::Linear] {
            let r = read(method, &t, Better::Lower, (2015, 145), (2023, 220));
            assert_eq!(r.category, TrendCategory::Deterioration, "{method:?}");
            assert!(r.progress.is_some_and(|progress| progress < Decimal::ZERO), "{method:?}");
        }
    }

    #[test]
    fn below_zero_less_of_a_debt_is_more() {
        let free = trend(None, None, 2015);
        for (current, word) in [(-130, "substantial"), (-144, "moderate"), (-150, "deterioration")] {
            let r = read(TrendMethod::Eurostat, &free, Better::Higher, (2015, -145), (2020, current));
            assert_eq!(r.category.as_str(), word, "{current}");
        }
        let t = trend(Some(-725), None, 2015);
        for method in [TrendMethod::OpenSdg, TrendMethod::Eurostat] {
            let r = read(method, &t, Better::Higher, (2015, -145), (2023, -104));
            assert_eq!(r.progress.map(|p| p.to_string()), Some("0.90109".into()), "{method:?}");
        }
    }

    #[test]
    fn the_number_is_given_for_an_achieved_target_too() {
        let t = trend(Some(725), None, 2015);
        for (method, number) in [
            (TrendMethod::OpenSdg, "1.92676"),
            (TrendMethod::Eurostat, "1.92676"),
            (TrendMethod::Linear, "1.93966"),
        ] {
            let r = read(method, &t, Better::Lower, (2015, 145), (2023, 70));
            assert_eq!(r.category, TrendCategory::Achieved);
            let shown = r.progress.map(|p| p.to_string()).unwrap_or_default();
            assert!(shown.starts_with(number), "{method:?}: {shown}");
        }
        let r = read(TrendMethod::OpenSdg, &t, Better::Lower, (2015, 70), (2015, 70));
        assert_eq!((r.category, r.progress, r.gap), (TrendCategory::Achieved, None, Some(TrendGap::OneYear)));
    }

    #[test]
    fn every_gap_has_its_own_cause() {
        let gap =
            |method, trend: &Trend, better, base, current| read(method, trend, better, base, current).gap;
        let (lower, t) = (Better::Lower, trend(Some(725), None, 2015));
        let point = |year| TrendPoint {
            year,
            value: Decimal::TEN,
            period: crate::model::Period::year(year).expect("a year"),
            actual: None,
        };
        let none = apply(TrendMethod::Linear, &t, lower, None, None);
        assert_eq!(none.gap, Some(TrendGap::NoNumbers));
        let early = apply(TrendMethod::Linear, &t, lower, None, Some(point(2010)));
        assert_eq!(early.gap, Some(TrendGap::NoneSinceBase));
        assert_eq!(gap(TrendMethod::Linear, &t, lower, (2015, 145), (2015, 145)), Some(TrendGap::OneYear));
        for (base, current) in [((2015, 145), (2020, -10)), ((2015, -145), (2020, 100))] {
            assert_eq!(gap(TrendMethod::Eurostat, &t, lower, base, current), Some(TrendGap::NoGrowthRate));
        }
        assert_eq!(
            gap(TrendMethod::Eurostat, &t, lower, (2015, 0), (2020, 10)),
            Some(TrendGap::NoGrowthRate)
        );
        let equal = trend(Some(1450), None, 2015);
        for method in [TrendMethod::OpenSdg, TrendMethod::Eurostat, TrendMethod::Linear] {
            assert_eq!(gap(method, &equal, lower, (2015, 145), (2020, 150)), Some(TrendGap::BaseIsTarget));
        }
        let free = trend(None, None, 2015);
        assert_eq!(gap(TrendMethod::Linear, &free, lower, (2015, 145), (2020, 1)), Some(TrendGap::NoTarget));
        assert_eq!(
            gap(TrendMethod::Linear, &t, lower, (2030, 145), (2031, 150)),
            Some(TrendGap::TargetYearPassed)
        );
        assert_eq!(
            gap(TrendMethod::Linear, &t, Better::Range, (2015, 145), (2020, 1)),
            Some(TrendGap::NoDirection)
        );
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
