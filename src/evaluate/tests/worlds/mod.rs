//! Random worlds of every other shape: rates over periods, states printed to some digits, balances, financial
//! years, figures that are false. A second opinion: what is true is said here from the true numbers and from
//! what was printed, with no rule of the engine in it.
//!
//! `SHANHAI_WORLDS=100000 cargo test --release worlds` tries a hundred thousand of each.

mod breaks;
mod cells;
mod flows;
mod growth;
mod lies;
mod numbers;
mod path;
mod rates;
mod states;
mod thresholds;
mod ties;
mod wholes;

use self::numbers::{Print, excludes};
use super::build::{indicator, source, words};
use crate::evaluate::{Evaluation, Reason, Status, Verdict, evaluate};
use crate::model::{
    Actual, Indicator, Measure, MeasurementUnit, MeasurementUnitId, Period, Report, Source, UnitStyle, Value,
};
use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeMap;

/// Months of each world: two of the plan's years.
pub const MONTHS: usize = 24;

/// Tries a property in some thousand worlds, or as many as `SHANHAI_WORLDS` says; the same ones each time.
pub fn run<S: Strategy>(cases: u32, worlds: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: std::fmt::Debug,
{
    let asked = std::env::var("SHANHAI_WORLDS").ok().and_then(|text| text.parse().ok());
    let cases = asked.unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
        .run(worlds, test)
        .unwrap_or_else(|fault| panic!("{fault}"));
}

/// What is checked means something only if such worlds bring every verdict up.
pub fn bring_up<S: Strategy>(worlds: &S, judge: impl Fn(&S::Value) -> Verdict, but: &[Status]) {
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut seen: BTreeMap<Status, usize> = BTreeMap::new();
    for _ in 0..2000 {
        let world = worlds.new_tree(&mut runner).expect("a world").current();
        *seen.entry(judge(&world).status).or_default() += 1;
    }
    for status in Status::ALL.into_iter().filter(|status| !but.contains(status)) {
        assert!(seen.get(&status).is_some_and(|count| *count >= 5), "{status:?}: {seen:?}");
    }
}

/// The months of a plan whose years start on the first of some month, counted from 2018.
#[derive(Debug, Clone, Copy)]
pub struct Calendar(pub i8);

impl Calendar {
    /// The first day of a month.
    pub fn first(self, month: usize) -> Date {
        let months = i32::try_from(month).expect("small").months();
        Date::constant(2018, self.0, 1).checked_add(months).expect("in range")
    }

    /// The last day before a month.
    pub fn last(self, month: usize) -> Date {
        self.first(month).yesterday().expect("in range")
    }

    pub fn period(self, (from, length): (usize, usize)) -> Period {
        Period::new(Some(self.first(from)), self.last(from + length)).expect("forwards")
    }
}

pub fn calendar() -> impl Strategy<Value = Calendar> {
    prop_oneof![2 => Just(Calendar(7)), 1 => Just(Calendar(1)), 1 => Just(Calendar(4))]
}

/// Years, halves, quarters and months, as plans and offices have them: the first month and how many.
pub fn stretch() -> impl Strategy<Value = (usize, usize)> {
    let one = |length: usize| (0..MONTHS / length).prop_map(move |place| (place * length, length));
    prop_oneof![1 => one(24), 4 => one(12), 3 => one(6), 5 => one(3), 2 => one(1)]
}

pub fn after(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).expect("in range")
}

/// The report date: so many days from a month before the plan begins, or from the due day.
#[derive(Debug, Clone, Copy)]
pub enum When {
    Begun(i64),
    Due(i64),
}

pub fn when() -> impl Strategy<Value = When> {
    prop_oneof![3 => (0_i64..950).prop_map(When::Begun), 1 => (-1_i64..4).prop_map(When::Due)]
}

pub fn report_day(calendar: Calendar, due: Date, when: When) -> Date {
    match when {
        When::Begun(days) => after(calendar.first(0), days - 30),
        When::Due(days) => after(due, days),
    }
}

/// Some day after a report date; often one when it is due and more is known.
pub fn later_day(as_of: Date, due: Date, later: i64) -> Date {
    after(if later % 2 == 0 { as_of } else { as_of.max(due) }, later)
}

/// What is met or missed on a day is so on a later one.
pub fn takes_nothing_back(before: &Verdict, then: &Verdict) -> Result<(), TestCaseError> {
    if matches!(before.status, Status::Met | Status::Missed) {
        prop_assert_eq!(before.status, then.status, "{:?} then {:?}", before, then);
    }
    Ok(())
}

/// What is told, once of each thing.
pub fn one_of_each<T: Clone, K: PartialEq>(told: &[T], of: impl Fn(&T) -> K) -> Vec<T> {
    let mut once: Vec<T> = Vec::new();
    for one in told {
        if !once.iter().any(|known| of(known) == of(one)) {
            once.push(one.clone());
        }
    }
    once
}

/// What is met or missed on a day is so on every later day on which something is published, but for what may
/// change it. Returns whether some verdict stayed open only because a number may yet be printed otherwise.
pub fn day_by_day(
    mut days: Vec<Date>,
    judge: impl Fn(Date) -> Verdict,
    may_change: impl Fn((Date, &Verdict), (Date, &Verdict)) -> bool,
) -> Result<bool, TestCaseError> {
    days.sort_unstable();
    days.dedup();
    let verdicts: Vec<(Date, Verdict)> = days.into_iter().map(|day| (day, judge(day))).collect();
    for pair in verdicts.windows(2) {
        let [(day, before), (next, then)] = pair else { continue };
        if !may_change((*day, before), (*next, then)) {
            takes_nothing_back(before, then)?;
        }
    }
    Ok(verdicts.iter().any(|(_, verdict)| verdict.reasons.contains(&Reason::TooClose)))
}

/// Words for exactly what is asked, and the number as printed if it is a plain one.
pub type Saying = (Value, Option<Print>);

/// True if something new that is said of exactly what is asked is more finely written than the number that
/// decided as printed, or says that it is more or less than that number.
pub fn is_more_finely_written(decided: Option<Print>, new: &[Saying]) -> bool {
    decided.is_some_and(|number| {
        new.iter().any(|(value, printed)| match printed {
            Some(printed) => printed.places > number.places,
            None => excludes(value, number.exact()),
        })
    })
}

/// Targets of other times beside the one that is judged: how many thousandths apart, for each of eight.
pub fn row() -> impl Strategy<Value = Option<(u8, Vec<i128>)>> {
    let which = prop_oneof![Just(255_u8), any::<u8>()];
    proptest::option::weighted(0.3, (which, proptest::collection::vec(-3_i128..3, 8)))
}

/// A number that depends on nothing but its seeds.
pub fn hash(seeds: [u64; 4]) -> u64 {
    seeds.into_iter().fold(0x9e37_79b9_7f4a_7c15, |state, seed| {
        let mixed = (state ^ seed).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb) ^ (mixed >> 31)
    })
}

pub fn count(number: usize) -> u64 {
    u64::try_from(number).expect("small")
}

/// A small report of one indicator measured in a unit of its own.
pub fn report(it: Indicator, sources: Vec<Source>, counted: bool, averages: bool) -> Report {
    let id = MeasurementUnitId::new("unit").expect("an id");
    let sources = sources.into_iter().chain([source("early", "2000-01-01")]).collect();
    let it = Indicator { unit: Some(id.clone()), ..it };
    let mut report = super::build::report(super::build::tree(), sources, vec![it]);
    let unit = MeasurementUnit {
        aliases: Vec::new(),
        id: id.clone(),
        title: words("unit"),
        style: UnitStyle::Size,
        counted,
        additive: true,
        averages,
    };
    report.measurement_units.insert(id, unit);
    report
}

/// An indicator that speaks of a scope.
pub fn it(measure: Measure, scope: &str) -> Indicator {
    indicator("it", measure, scope)
}

pub fn published(id: &str, on: Date) -> Source {
    source(id, &on.to_string())
}

pub fn verdicts(evaluation: &Evaluation) -> &[Verdict] {
    &evaluation.indicators.values().next().expect("one").verdicts
}

/// The same figures in another order.
pub fn turned(actuals: &[Actual], by: usize) -> Vec<Actual> {
    let mut order: Vec<usize> = (0..actuals.len()).collect();
    order.reverse();
    let by = if order.is_empty() { 0 } else { by % order.len() };
    order.rotate_left(by);
    let place = |old: usize| order.iter().position(|one| *one == old).expect("the same figures");
    order
        .iter()
        .map(|old| {
            let one = actuals[*old].clone();
            Actual {
                superseded_by: one.superseded_by.map(place),
                same_start_as: one.same_start_as.map(place),
                ..one
            }
        })
        .collect()
}

/// The order of figures changes nothing that is said.
pub fn check_order(report: &Report, as_of: Date, by: usize) -> Result<(), TestCaseError> {
    let mut other = report.clone();
    for it in other.indicators.values_mut() {
        let turned = Indicator { actuals: turned(&it.actuals, by), ..it.as_ref().clone() };
        *it = turned.into();
    }
    let (one, other) = (evaluate(report, as_of), evaluate(&other, as_of));
    for (a, b) in verdicts(&one).iter().zip(verdicts(&other)) {
        prop_assert_eq!((a.status, a.interval, a.attainment), (b.status, b.interval, b.attainment));
        prop_assert_eq!((&a.path, &a.dated, a.basis), (&b.path, &b.dated, b.basis));
        prop_assert_eq!((a.provisional, a.within_margin), (b.provisional, b.within_margin));
        prop_assert_eq!((&a.settled_by, a.made_good), (&b.settled_by, b.made_good));
    }
    Ok(())
}
