//! Large reports: nothing grows faster than it must.

use super::build::*;
use crate::evaluate::evaluate;
use crate::model::{Indicator, Measure, Scope, Target};
use std::time::{Duration, Instant};

/// One indicator with a figure for every month of 2016 to 2020 for a city and for its towns, and totals
/// since 2016 up to every quarter.
fn crowded(number: usize, towns: usize) -> Indicator {
    let mut it = indicator(&format!("it-{number}"), Measure::Flow, "whole");
    let places = std::iter::once("whole".to_owned()).chain((0..towns).map(|town| format!("town-{town}")));
    for place in places {
        for year in 2016..=2020 {
            for month in 1..=12 {
                let amount = if place == "whole" { towns * 10 } else { 10 };
                let time = period(&format!("{year}-{month:02}"));
                it.actuals.push(actual(time, value(&amount.to_string()), &place, "early"));
            }
        }
    }
    for year in 2016..=2020_usize {
        for quarter in 1..=4 {
            let months = (year - 2016) * 12 + quarter * 3;
            let time = period(&format!("2016-01..{year}-Q{quarter}"));
            it.actuals.push(actual(time, value(&(months * towns * 10).to_string()), "whole", "early"));
        }
    }
    let asked = |over: &str| target(format!("it@{over}"), period(over), "whole", at_least("5000"));
    it.targets = ["2018", "2019", "2020", "2018..2020"].map(asked).to_vec();
    it.targets.push(Target { due: day("2020-06-30"), ..asked("2018..2020") });
    it
}

fn time(indicators: usize, towns: usize) -> Duration {
    let mut scopes: Vec<Scope> = vec![scope("whole", None, true)];
    scopes.extend((0..towns).map(|town| scope(&format!("town-{town}"), Some("whole"), false)));
    let all = (0..indicators).map(|number| crowded(number, towns)).collect();
    let report = report(scopes, vec![source("early", "2000-01-01")], all);
    let start = Instant::now();
    let evaluation = evaluate(&report, day("2021-05-11"));
    assert!(evaluation.conflicts.is_empty());
    assert_eq!(evaluation.counts.total(), indicators * 5);
    start.elapsed()
}

#[test]
fn a_crowded_indicator_takes_no_time() {
    // Eighty figures, then five hundred of nine scopes that make each other up.
    for towns in [0, 8] {
        let took = time(2, towns);
        assert!(took < Duration::from_secs(10), "{towns} towns: {took:?}");
    }
}

#[test]
#[ignore = "prints how long large reports take"]
fn how_long_large_reports_take() {
    for (indicators, towns) in [(1000, 0), (100, 2), (20, 8)] {
        let took = time(indicators, towns);
        println!("{indicators} indicators of {} figures: {took:?}", 80 + towns * 60);
    }
}
