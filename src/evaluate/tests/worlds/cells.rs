//! Quantities divided by sex and by age: what is said of any cell is true of it, whatever other cells it was
//! said by.

use super::super::build::{actual, source_id, target, words};
use super::{Calendar, after, check_order, count, hash, it, published, takes_nothing_back, verdicts};
use crate::evaluate::basis::Basis;
use crate::evaluate::{Status, Verdict, evaluate};
use crate::model::{
    Actual, Category, CategoryId, Cell, Condition, Dimension, DimensionId, Indicator, Measure, Origin,
    Report, Source, Target, Value, Written,
};
use jiff::civil::Date;
use proptest::prelude::*;

/// Categories of each of two dimensions: those that have a name, and others that nobody names where it is not
/// complete.
const NAMED: [usize; 2] = [3, 2];
const ALL: [usize; 2] = [4, 3];
/// A place that is its two halves, and these.
const SCOPES: [&str; 3] = ["whole", "half-a", "half-b"];

/// What is said or asked of a region: for each dimension which category, if any.
#[derive(Debug, Clone)]
struct Of {
    scope: usize,
    stretch: (usize, usize),
    cell: [Option<usize>; 2],
}

#[derive(Debug, Clone)]
struct Say {
    of: Of,
    form: u8,
    by: i64,
    partial: bool,
    delay: i64,
    paper: bool,
    /// Of the days and the place of the first target, so that figures of several cells meet.
    aimed: bool,
}

#[derive(Debug, Clone)]
struct World {
    seed: u64,
    measure: Measure,
    signed: bool,
    complete: [bool; 2],
    told: Vec<Say>,
    asked: Vec<(Of, bool, i64)>,
    as_of: i64,
    later: i64,
}

fn of(stretches: usize) -> impl Strategy<Value = Of> {
    let stretch = prop_oneof![
        3 => Just((0, 6)),
        2 => (0_usize..2).prop_map(|place| (place * 3, 3)),
        1 => (0..stretches).prop_map(|place| (place, 1)),
    ];
    let cell = |dimension: usize| proptest::option::weighted(0.5, 0..NAMED[dimension]);
    (0_usize..3, stretch, [cell(0).boxed(), cell(1).boxed()]).prop_map(|(scope, stretch, cell)| Of {
        scope,
        stretch,
        cell,
    })
}

fn world(measure: Measure, signed: bool) -> impl Strategy<Value = World> {
    let rarely = || (0_u8..6).prop_map(|lot| lot == 0);
    let say = (of(6), 0_u8..6, 0_i64..6, rarely(), 0_i64..120, any::<bool>(), any::<bool>());
    let say = say.prop_map(|(of, form, by, partial, delay, paper, aimed)| Say {
        of,
        form,
        by,
        partial,
        delay,
        paper,
        aimed,
    });
    let told = proptest::collection::vec(say, 0..24);
    let asked = proptest::collection::vec((of(6), any::<bool>(), -6_i64..7), 1..4);
    let told = (told, asked).prop_map(|(told, asked)| {
        let of = asked[0].0.clone();
        let aim = |say: Say| {
            let of = if say.aimed { Of { cell: say.of.cell, ..of.clone() } } else { say.of };
            Say { of, ..say }
        };
        (told.into_iter().map(aim).collect::<Vec<Say>>(), asked)
    });
    (any::<u64>(), any::<[bool; 2]>(), told, 0_i64..500, 0_i64..300).prop_map(
        move |(seed, complete, (told, asked), as_of, later)| World {
            seed,
            measure,
            signed,
            complete,
            told,
            asked,
            as_of,
            later,
        },
    )
}

const CALENDAR: Calendar = Calendar(1);

impl World {
    /// The true number of a region, added up from its smallest parts.
    fn truth(&self, of: &Of) -> i64 {
        let scopes = if of.scope == 0 { 1..3 } else { of.scope..of.scope + 1 };
        let (from, length) = of.stretch;
        let months = if self.measure == Measure::Stock {
            from + length - 1..from + length
        } else {
            from..from + length
        };
        let categories = |dimension: usize| match of.cell[dimension] {
            Some(one) => one..one + 1,
            None => 0..if self.complete[dimension] { NAMED[dimension] } else { ALL[dimension] },
        };
        let mut all = 0;
        for scope in scopes {
            for month in months.clone() {
                for sex in categories(0) {
                    for age in categories(1) {
                        let place = scope * 1000 + month * 100 + sex * 10 + age;
                        let number = i64::try_from(hash([self.seed, count(place), 7, 7]) % 9).expect("small");
                        all += if self.signed { number - 4 } else { number };
                    }
                }
            }
        }
        all
    }

    fn cell(of: &Of) -> Cell {
        let named = of.cell.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?)));
        Cell::new(named.map(|(place, one)| (dimension_id(place), category_id(one))).collect())
    }

    fn last(of: &Of) -> Date {
        CALENDAR.last(of.stretch.0 + of.stretch.1)
    }

    fn actual(&self, say: &Say, place: usize) -> (Actual, Source) {
        let number = self.truth(&say.of);
        let w = |number: i64| Written::parse(&number.to_string()).expect("a number");
        let low = if self.signed { number - say.by } else { (number - say.by).max(0) };
        let value = match say.form {
            0..=2 => Value::Value(w(number)),
            3 => Value::AtLeast(w(low)),
            4 => Value::AtMost(w(number + say.by)),
            _ => Value::Between(w(low), w(number + say.by)),
        };
        // What a part of them came to is a minimum, of what cannot be negative.
        let partial = say.partial && !self.signed && !matches!(value, Value::AtMost(_));
        let value = if partial { Value::Value(w(low)) } else { value };
        let on = after(Self::last(&say.of), say.delay);
        let id = if say.paper { format!("paper-{on}") } else { format!("of-{place}") };
        let source = published(&id, on);
        let dated = self.measure == Measure::Stock;
        let time = CALENDAR.period(say.of.stretch);
        let time = if dated { crate::model::Period::day(time.end()) } else { time };
        let actual = Actual {
            dated,
            partial,
            cell: Self::cell(&say.of),
            source: source_id(&id),
            ..actual(time, value, SCOPES[say.of.scope], "early")
        };
        (actual, source)
    }

    fn target(&self, (of, least, off): &(Of, bool, i64), place: usize) -> Target {
        let number = self.truth(of) + off;
        let number = if self.signed { number } else { number.max(0) };
        let w = Written::parse(&number.to_string()).expect("a number");
        let condition = if *least { Condition::AtLeast(w) } else { Condition::AtMost(w) };
        let time = CALENDAR.period(of.stretch);
        let id = format!("it@{place}");
        Target {
            cell: Self::cell(of),
            by_day: self.measure == Measure::Stock,
            ..target(id, time, SCOPES[of.scope], condition)
        }
    }

    fn report(&self) -> Report {
        let told: Vec<_> = self.told.iter().enumerate().map(|(place, say)| self.actual(say, place)).collect();
        let targets = self.asked.iter().enumerate().map(|(place, asked)| self.target(asked, place));
        let it = Indicator {
            targets: targets.collect(),
            actuals: told.iter().map(|(actual, _)| actual.clone()).collect(),
            dimensions: (0..2).map(|place| dimension(place, self.complete[place])).collect(),
            signed: self.signed,
            ..it(self.measure, "whole")
        };
        super::report(it, told.into_iter().map(|(_, source)| source).collect(), true, false)
    }

    fn as_of(&self) -> Date {
        after(CALENDAR.first(0), self.as_of)
    }
}

fn dimension_id(place: usize) -> DimensionId {
    DimensionId::new(["sex", "age"][place]).expect("an id")
}

fn category_id(place: usize) -> CategoryId {
    CategoryId::new(["a", "b", "c"][place]).expect("an id")
}

fn dimension(place: usize, complete: bool) -> Dimension {
    let category = |one: usize| Category { id: category_id(one), title: words("category") };
    Dimension {
        id: dimension_id(place),
        title: words("dimension"),
        categories: (0..NAMED[place]).map(category).collect(),
        complete,
        origin: Origin::file("content/test.yaml"),
    }
}

/// What is said of each target is true of the world that was told of.
fn check(world: &World) -> Result<(), TestCaseError> {
    let report = world.report();
    let evaluation = evaluate(&report, world.as_of());
    prop_assert!(evaluation.conflicts.is_empty(), "a true world has no conflict: {:?}", evaluation.conflicts);
    let later = evaluate(&report, after(world.as_of(), world.later));
    let all = verdicts(&evaluation).iter().zip(verdicts(&later)).zip(&world.asked);
    for ((verdict, then), (of, ..)) in all {
        let truth = rust_decimal::Decimal::from(world.truth(of));
        let held = match &verdict.condition {
            Condition::AtLeast(t) => truth >= t.value(),
            Condition::AtMost(t) => truth <= t.value(),
            _ => unreachable!("nobody asks it"),
        };
        match verdict.status {
            Status::Met => prop_assert!(held, "{verdict:?}, in truth {truth}"),
            Status::Missed => prop_assert!(!held, "{verdict:?}, in truth {truth}"),
            _ => {}
        }
        let of_all_of_it = world.measure == Measure::Flow || verdict.basis == Some(Basis::DueDay);
        let holds = |verdict: &Verdict| {
            verdict.interval.low.is_none_or(|low| low <= truth)
                && verdict.interval.high.is_none_or(|high| truth <= high)
        };
        prop_assert!(!of_all_of_it || holds(verdict), "{verdict:?}, in truth {truth}");
        takes_nothing_back(verdict, then)?;
    }
    check_order(&report, world.as_of(), world.told.len() / 2)
}

#[test]
fn what_cells_say_of_each_other_is_true_of_a_flow() {
    super::run(800, &world(Measure::Flow, false), |world| check(&world));
}

#[test]
fn what_cells_say_of_each_other_is_true_of_a_stock() {
    super::run(800, &world(Measure::Stock, false), |world| check(&world));
}

#[test]
fn what_cells_say_of_each_other_is_true_of_a_balance() {
    super::run(800, &world(Measure::Flow, true), |world| check(&world));
}

/// A world in which cells decide nothing would prove nothing.
#[test]
fn cells_decide() {
    let judge = |world: &World| verdicts(&evaluate(&world.report(), world.as_of()))[0].clone();
    let but = [Status::Dropped, Status::Reached, Status::OnTrack, Status::Behind];
    super::bring_up(&world(Measure::Flow, false), judge, &but);
}
