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

/// A world for the growth of work: scopes as pairs of a name and the place of the one that contains it,
/// figures as (scope, first day, last day, number) in days from 2000, and the targets' days.
struct World {
    scopes: Vec<(Option<usize>, bool)>,
    figures: Vec<(usize, i64, i64, i64)>,
    targets: Vec<(usize, i64, i64)>,
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 20) % u64::try_from(most).expect("small")).expect("small")
    }

    fn day(&mut self, most: usize) -> i64 {
        i64::try_from(self.below(most)).expect("small")
    }
}

/// Scopes level by level, each with so many parts.
fn levels(parts: &[usize], complete: bool) -> Vec<(Option<usize>, bool)> {
    let mut all = vec![(None, complete)];
    let mut level = vec![0];
    for count in parts {
        let mut next = Vec::new();
        for above in level {
            for _ in 0..*count {
                next.push(all.len());
                all.push((Some(above), complete));
            }
        }
        level = next;
    }
    all
}

impl World {
    fn days(&self) -> i64 {
        self.figures.iter().map(|(_, _, to, _)| *to).max().unwrap_or(1)
    }

    /// Figures that are true of a world in which each lowest scope has its own number every day.
    fn new(
        scopes: Vec<(Option<usize>, bool)>,
        told: &[(usize, i64, i64)],
        targets: Vec<(usize, i64, i64)>,
    ) -> Self {
        let lowest: Vec<i64> = (0..scopes.len())
            .map(|scope| {
                // A scope that is not made up by its parts has a rest of its own.
                let has_parts = scopes.iter().any(|(above, _)| *above == Some(scope));
                if has_parts && scopes[scope].1 { 0 } else { 1 + i64::try_from(scope % 5).expect("small") }
            })
            .collect();
        let mut rates = lowest;
        for scope in (1..scopes.len()).rev() {
            let above = scopes[scope].0.expect("not the top");
            rates[above] += rates[scope];
        }
        let figures =
            told.iter().map(|(scope, from, to)| (*scope, *from, *to, rates[*scope] * (to - from))).collect();
        Self { scopes, figures, targets }
    }

    fn judge(&self) -> (Duration, crate::evaluate::Evaluation) {
        let zero = day("2000-01-01");
        let time = |from: i64, to: i64| {
            let date =
                |day: i64| zero.checked_add(jiff::SignedDuration::from_hours(24 * day)).expect("in range");
            crate::model::Period::new(Some(date(from)), date(to - 1)).expect("forwards")
        };
        let name = |scope: usize| format!("s{scope}");
        let scopes: Vec<Scope> = self
            .scopes
            .iter()
            .enumerate()
            .map(|(at, (above, complete))| scope(&name(at), above.map(name).as_deref(), *complete))
            .collect();
        let mut it = indicator("it", Measure::Flow, "s0");
        for (scope, from, to, number) in &self.figures {
            it.actuals.push(actual(time(*from, *to), value(&number.to_string()), &name(*scope), "early"));
        }
        for (number, (scope, from, to)) in self.targets.iter().enumerate() {
            it.targets.push(target(
                format!("it@{number}"),
                time(*from, *to),
                &name(*scope),
                at_least("5000"),
            ));
        }
        let report = report(scopes, vec![source("early", "1999-01-01")], vec![it]);
        let last =
            zero.checked_add(jiff::SignedDuration::from_hours(24 * (self.days() + 400))).expect("in range");
        let start = Instant::now();
        let evaluation = evaluate(&report, last);
        (start.elapsed(), evaluation)
    }
}

fn month(number: i64) -> (i64, i64) {
    (number * 365 / 12, (number + 1) * 365 / 12)
}

/// The worlds, by name.
fn worlds() -> Vec<(&'static str, World)> {
    let months = |scopes: &[usize], count: i64| -> Vec<(usize, i64, i64)> {
        let all = |scope: usize| (0..count).map(month).map(move |(from, to)| (scope, from, to));
        scopes.iter().flat_map(|scope| all(*scope)).collect()
    };
    let years = |scope: usize, count: i64| (0..count).map(move |year| (scope, year * 365, (year + 1) * 365));
    let random = |dice: &mut Dice, scopes: &[usize], each: usize, days: usize| -> Vec<(usize, i64, i64)> {
        let mut all = Vec::new();
        for scope in scopes {
            for _ in 0..each {
                let from = dice.day(days);
                all.push((*scope, from, from + 1 + dice.day(400)));
            }
        }
        all
    };
    let mut dice = Dice(0x5eed);
    let binary = levels(&[2, 2, 2, 2], true);
    let all: Vec<usize> = (0..31).collect();
    let chain = |scopes: usize| levels(&vec![1; scopes - 1], false);
    let wide = levels(&[199], true);
    let four = levels(&[7, 7, 9], true);
    let of_four: Vec<usize> = (0..four.len()).collect();
    let four_open = levels(&[7, 7, 9], false);
    let fifty = |dice: &mut Dice, scopes: usize| -> Vec<(usize, i64, i64)> {
        (0..50)
            .map(|at| {
                let from = dice.day(3000);
                (if at < 10 { 0 } else { dice.below(scopes) }, from, from + 365)
            })
            .collect()
    };
    vec![
        ("31 scopes, a binary tree, seven years of months", {
            let targets = (0..31).flat_map(|scope| years(scope, 7)).collect();
            World::new(binary, &months(&all, 84), targets)
        }),
        ("a chain of five scopes, 1,000 figures", {
            let told = random(&mut dice, &[0, 1, 2, 3, 4], 200, 3000);
            World::new(chain(5), &told, years(0, 8).chain(years(4, 8)).collect())
        }),
        ("a chain of five scopes, 1,000 figures each", {
            let told = random(&mut dice, &[0, 1, 2, 3, 4], 1000, 3000);
            World::new(chain(5), &told, years(0, 8).chain(years(4, 8)).collect())
        }),
        ("10,000 figures over 200 scopes side by side", {
            let told = random(&mut dice, &(0..200).collect::<Vec<_>>(), 50, 3000);
            let targets = fifty(&mut dice, 200);
            World::new(wide, &told, targets)
        }),
        ("10,000 figures over 500 scopes, four levels, 50 targets", {
            let told = random(&mut dice, &of_four, 20, 3000);
            let targets = fifty(&mut dice, 500);
            World::new(four, &told, targets)
        }),
        ("the same where parts do not make up their wholes", {
            let told = random(&mut dice, &of_four, 20, 3000);
            let targets = fifty(&mut dice, 500);
            World::new(four_open, &told, targets)
        }),
        ("the same in months", {
            let told = months(&of_four, 20);
            let targets = (0..50).map(|at| (at * 10, 0, 365)).collect();
            World::new(levels(&[7, 7, 9], true), &told, targets)
        }),
        ("4,000 scopes with one figure each", {
            let scopes = levels(&[3999], true);
            let told: Vec<_> = (0..4000).map(|scope| (scope, 0, 365)).collect();
            World::new(scopes, &told, (0..50).map(|at| (at * 10, 0, 365)).collect())
        }),
        ("500 monthly targets", {
            let told = months(&[0, 1, 2], 500);
            let targets = (0..500).map(month).map(|(from, to)| (0, from, to)).collect();
            World::new(levels(&[2], true), &told, targets)
        }),
        ("three years of days, 30 parts", {
            let told: Vec<_> =
                (0..31).flat_map(|scope| (0..1000).map(move |day| (scope, day, day + 1))).collect();
            World::new(levels(&[30], false), &told, vec![(0, 0, 365), (1, 0, 365)])
        }),
    ]
}

/// Work grows with figures, scopes and targets together, not with their product. An optimised build takes
/// a fraction of these limits; `how_long_worlds_take` prints it.
#[test]
fn worlds_of_many_figures_scopes_and_targets_are_judged_at_once() {
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 4 });
    for (name, world) in worlds() {
        let (took, evaluation) = world.judge();
        assert!(evaluation.conflicts.is_empty(), "{name}: {:?}", evaluation.conflicts.first());
        assert!(took < limit, "{name}: {took:?}");
    }
}

#[test]
#[ignore = "prints how long worlds of many scopes take"]
fn how_long_worlds_take() {
    for (name, world) in worlds() {
        let (took, _) = world.judge();
        println!("{name}: {} figures, {} targets: {took:?}", world.figures.len(), world.targets.len());
    }
}
