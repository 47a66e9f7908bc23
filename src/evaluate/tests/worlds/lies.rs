//! Worlds in which one figure is false. It is not known which: what is said has to hold whichever of them is left
//! out, as long as the others can be true together.

use super::super::build::{actual, source, source_id, target, words as text};
use super::super::solver::cells::{Answer, Possible, possible};
use super::flows;
use super::numbers::{Demand, Exact, Print, Words, better, kind, reach, words};
use super::{it, run, verdicts};
use crate::evaluate::evaluate;
use crate::model::{Actual, Better, Indicator, Measure, Period, Report, Target, Value};
use jiff::civil::Date;
use proptest::prelude::*;

/// What an exact solver says of the target without one of the figures; none if the others contradict each other.
fn without(report: &Report, left_out: Option<usize>) -> Option<Possible> {
    let it = report.indicators.values().next().expect("one");
    let source = left_out.map(|place| &it.actuals[place].source);
    let target = &it.targets[0];
    possible(report, it, &target.scope, &target.period, |one| Some(&one.source) != source)
}

/// A verdict is true of all ways of leaving one figure out; and nobody's acceptance changes it.
fn check(report: &Report) -> Result<(), TestCaseError> {
    let as_of = Date::constant(2024, 1, 1);
    let evaluation = evaluate(report, as_of);
    let verdict = &verdicts(&evaluation)[0];
    let figures = report.indicators.values().next().expect("one").actuals.len();
    let said = match verdict.status.as_str() {
        "met" => Some(Answer::Holds),
        "missed" => Some(Answer::Fails),
        _ => None,
    };
    let ways: Vec<Possible> = match without(report, None) {
        Some(all) => {
            prop_assert!(evaluation.conflicts.is_empty(), "it can be true: {:?}", evaluation.conflicts);
            vec![all]
        }
        None => (0..figures).filter_map(|place| without(report, Some(place))).collect(),
    };
    prop_assert!(!ways.is_empty(), "without the false one all others are true");
    for way in ways.iter().filter(|_| said.is_some()) {
        prop_assert_eq!(Some(way.answer(&verdict.condition)), said, "{:?} against {:?}", verdict, way);
    }
    let mut accepted = report.clone();
    for it in accepted.indicators.values_mut() {
        let stand = |one: &Actual| Actual { both_stand: Some(text("why")), ..one.clone() };
        let actuals = it.actuals.iter().map(stand).collect();
        *it = Indicator { actuals, ..it.as_ref().clone() }.into();
    }
    let other = evaluate(&accepted, as_of);
    let other = &verdicts(&other)[0];
    prop_assert_eq!((verdict.status, verdict.interval), (other.status, other.interval), "whoever accepts it");
    Ok(())
}

/// A counted sum of which one figure is false, told by at most seven.
fn a_sum() -> impl Strategy<Value = flows::World> {
    (flows::world(), 0_usize..9, prop_oneof![-300_i64..300, -20_i64..20]).prop_map(|(world, liar, wrong)| {
        let mut told = world.told;
        told.truncate(7);
        for one in &mut told {
            one.same_start = false;
        }
        let (kind, _, off, width) = world.demand;
        let lie = (!told.is_empty()).then(|| (liar % told.len().max(1), wrong));
        flows::World {
            told,
            signed: false,
            counted: true,
            due_earlier: 0,
            demand: (kind % 7, 0, off / 4, width),
            row: None,
            revised: None,
            lie,
            ..world
        }
    })
}

/// A state on one day, of two halves and of the whole.
#[derive(Debug, Clone)]
struct State {
    halves: [i64; 2],
    told: Vec<(usize, Words)>,
    lie: (usize, i64),
    kind: u8,
    off: i128,
}

fn a_state() -> impl Strategy<Value = State> {
    (
        [20_i64..60, 20_i64..60],
        proptest::collection::vec((0_usize..3, words(-1..=0)), 1..7),
        (0_usize..9, -40_i64..40),
        kind(),
        -20_i128..20,
    )
        .prop_map(|(halves, told, lie, kind, off)| State { halves, told, lie, kind: kind % 7, off })
}

impl State {
    fn report(&self) -> Report {
        let day = Period::day(Date::constant(2019, 12, 31));
        let number = |scope: usize| match scope {
            0 => self.halves[0] + self.halves[1],
            half => self.halves[half - 1],
        };
        let mut sources = Vec::new();
        let mut actuals = Vec::new();
        for (place, (scope, words)) in self.told.iter().enumerate() {
            let wrong = if self.lie.0 % self.told.len() == place { self.lie.1 } else { 0 };
            let number = Exact::thousandths((number(*scope) + wrong).max(0) * 1000);
            let id = format!("paper-{place}");
            sources.push(source(&id, "2020-02-01"));
            let value = words.say(number, false).0;
            let scope = ["whole", "half-a", "half-b"][*scope];
            actuals.push(Actual { dated: true, source: source_id(&id), ..actual(day, value, scope, &id) });
        }
        let low = Exact::thousandths(number(0) * 1000).rounded(0).plus(self.off);
        let demand = Demand { kind: self.kind, low, width: 5, better: Better::Higher };
        let targets: Vec<Target> = vec![target("it@state".into(), day, "whole", demand.condition())];
        super::report(Indicator { targets, actuals, ..it(Measure::Stock, "whole") }, sources, true, false)
    }
}

/// The rate of one year, told by several.
#[derive(Debug, Clone)]
struct Rate {
    number: i64,
    told: Vec<Words>,
    lie: (usize, i64),
    demand: (u8, i32, i128, i128),
    better: Better,
}

fn a_rate() -> impl Strategy<Value = Rate> {
    let lie = prop_oneof![-900_i64..900, -9000_i64..9000];
    (
        60_000_i64..66_000,
        proptest::collection::vec(words(0..=2), 1..7),
        (0_usize..9, lie),
        (kind(), 0_i32..3, -20_i128..20, 0_i128..9),
        better(),
    )
        .prop_map(|(number, told, lie, demand, better)| Rate { number, told, lie, demand, better })
}

impl Rate {
    fn says(&self, place: usize) -> (Value, Option<Print>) {
        let wrong = if self.lie.0 % self.told.len() == place { self.lie.1 } else { 0 };
        self.told[place].say(Exact::thousandths(self.number + wrong), true)
    }

    fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let low = Exact::thousandths(self.number).rounded(places).plus(off);
        Demand { kind, low, width, better: self.better }
    }

    /// What can be true without one of those told: the ends, and a number between them that is not an end. None if
    /// the others contradict each other.
    fn without(&self, left_out: Option<usize>) -> Option<Vec<Exact>> {
        let rest = || (0..self.told.len()).filter(|place| Some(*place) != left_out);
        let reaches: Vec<_> = rest().map(|place| reach(&self.says(place).0)).collect();
        let low = reaches.iter().filter_map(|(low, _, open)| low.map(|low| (low, *open))).max();
        let high = reaches.iter().filter_map(|(_, high, _)| *high).min();
        let far = Exact::thousandths(1_000_000);
        let zero = Exact::thousandths(0);
        let ((low, open), high) = (low.unwrap_or((zero.less(far), false)), high.unwrap_or(far));
        if low > high || (low == high && open) {
            return None;
        }
        let mut all = vec![high, low.middle(high)];
        // A hair above an end that is itself not possible.
        all.push(if open { low.towards(high, 1, 1_000_000) } else { low });
        Some(all)
    }

    fn report(&self) -> Report {
        let year = Period::year(2019).expect("a year");
        let all = (0..self.told.len()).map(|place| {
            let id = format!("paper-{place}");
            (actual(year, self.says(place).0, "city", &id), source(&id, "2020-02-01"))
        });
        let (actuals, sources) = all.unzip();
        let targets = vec![target("it@rate".into(), year, "city", self.demand().condition())];
        let better = self.better;
        super::report(
            Indicator { better, targets, actuals, ..it(Measure::Rate, "city") },
            sources,
            false,
            false,
        )
    }
}

/// As for sums; and what is left may decide as it was printed.
fn check_rate(world: &Rate) -> Result<(), TestCaseError> {
    let evaluation = evaluate(&world.report(), Date::constant(2024, 1, 1));
    let verdict = &verdicts(&evaluation)[0];
    let held = match verdict.status.as_str() {
        "met" => true,
        "missed" => false,
        other => {
            prop_assert_eq!(other, "undetermined");
            return Ok(());
        }
    };
    let demand = world.demand();
    let places = 0..world.told.len();
    let ways: Vec<(Option<usize>, Vec<Exact>)> = match world.without(None) {
        Some(all) => vec![(None, all)],
        None => places.clone().filter_map(|place| Some((Some(place), world.without(Some(place))?))).collect(),
    };
    for (left_out, possible) in ways {
        let all = possible.iter().all(|number| demand.satisfies(*number) == held);
        let rest = places.clone().filter(|place| Some(*place) != left_out);
        let finest = rest.filter_map(|place| world.says(place).1).max_by_key(|printed| printed.places);
        let as_printed = demand.as_published(finest) == Some(held) && world.without(None).is_some();
        prop_assert!(all || as_printed, "without {left_out:?}: {possible:?} {verdict:?}");
    }
    Ok(())
}

#[test]
fn a_verdict_on_a_rate_holds_whichever_figure_is_false() {
    run(5000, &a_rate(), |world| check_rate(&world));
}

#[test]
fn a_verdict_on_a_sum_holds_whichever_figure_is_false() {
    run(1500, &a_sum(), |world| check(&world.report()));
}

#[test]
fn a_verdict_on_a_state_holds_whichever_figure_is_false() {
    run(3000, &a_state(), |world| check(&world.report()));
}
