//! Thresholds that come from another number: that of another indicator for the same time and scope, or a baseline as
//! it is printed.

use super::super::build::{actual, indicator, target};
use super::numbers::{Exact, Print, Words, words};
use super::{
    after, bring_up, check_order, day_by_day, hash, it, one_of_each, published, report, run, verdicts,
};
use crate::evaluate::{Status, Verdict, evaluate};
use crate::model::{
    Actual, ActualKind, Against, Better, Change, Condition, FromBaseline, Indicator, IndicatorId, Measure,
    Origin, Period, Report, Side, Source, Target, Value,
};
use jiff::civil::Date;
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct World {
    /// States of the last day; else rates over the year.
    is_state: bool,
    seed: u64,
    told: Vec<Told>,
    side: u8,
    /// How far below and above it the band reaches, as printed.
    by: (Print, Print),
    /// How much more than the baseline, if it is that.
    change: Option<(u8, Print, i32)>,
    as_of: i64,
}

#[derive(Debug, Clone)]
struct Told {
    of_other: bool,
    /// The year before, another scope.
    elsewhere: u8,
    words: Words,
    lag: i64,
}

const YEAR: [Date; 2] = [Date::constant(2019, 1, 1), Date::constant(2019, 12, 31)];

fn world() -> impl Strategy<Value = World> {
    let elsewhere = prop_oneof![8 => Just(0_u8), 1 => 1_u8..3];
    let told = (any::<bool>(), elsewhere, words(0..=2), 0_i64..200)
        .prop_map(|(of_other, elsewhere, words, lag)| Told { of_other, elsewhere, words, lag });
    let end = |sign: i128| {
        (0_i128..6, 0_i32..2).prop_map(move |(units, places)| Print { units: sign * units, places })
    };
    let change = (0_u8..3, (-9_i128..10, 0_i32..2), 0_i32..2)
        .prop_map(|(kind, (units, places), base)| (kind, Print { units, places }, base));
    let days = prop_oneof![1 => -20_i64..366, 3 => 366_i64..600];
    let what =
        (any::<bool>(), any::<u64>(), 0_u8..6, (end(-1), end(1)), proptest::option::weighted(0.4, change));
    (what, proptest::collection::vec(told, 0..7), days).prop_map(
        |((is_state, seed, side, by, change), told, as_of)| World {
            is_state,
            seed,
            told,
            side,
            by,
            change,
            as_of,
        },
    )
}

/// What is asked once the other number is known: from, to, and how many decimals that is printed with.
#[derive(Debug, Clone, Copy)]
struct Asked {
    low: Exact,
    high: Exact,
    places: i32,
}

impl World {
    /// The true numbers: of other years and scopes, and of the other indicator, which is close to it.
    fn truth(&self, of_other: bool, elsewhere: u8) -> Exact {
        let wide = [3, 60, 900][usize::try_from(self.seed % 3).expect("small")];
        let base = 4000 + self.seed / 4 % 2000;
        let lot = hash([self.seed, u64::from(of_other), u64::from(elsewhere), 1]) % wide;
        Exact::thousandths(i64::try_from(base + lot).expect("small"))
    }

    fn baseline(&self, places: i32) -> Print {
        self.truth(true, 9).rounded(places)
    }

    fn due() -> Date {
        YEAR[1]
    }

    fn day(told: &Told) -> Date {
        let end = if told.elsewhere == 1 { YEAR[0].yesterday().expect("in range") } else { Self::due() };
        after(end, told.lag)
    }

    fn side(&self) -> Side {
        match self.side {
            0 => Side::AtLeast,
            1 => Side::AtMost,
            2 => Side::Exactly,
            3 => Side::Above,
            4 => Side::Below,
            _ => Side::Within(self.by.0.written(), self.by.1.written()),
        }
    }

    /// What is asked of it where the other number is this one, printed with so many decimals.
    fn asked(&self, other: Exact, places: i32) -> Asked {
        if self.side < 5 {
            return Asked { low: other, high: other, places };
        }
        let (low, high) = (other.plus(self.by.0.exact()), other.plus(self.by.1.exact()));
        Asked { low, high, places: places.max(self.by.0.places.max(self.by.1.places)) }
    }

    fn satisfies(&self, number: Exact, asked: Asked) -> bool {
        match self.side {
            0 => number >= asked.low,
            1 => number <= asked.high,
            3 => number > asked.low,
            4 => number < asked.high,
            _ => asked.low <= number && number <= asked.high,
        }
    }

    /// The threshold from the baseline as printed, worked out here once more, and the condition as the program has it.
    fn by_baseline(&self) -> Option<(Asked, Condition, FromBaseline)> {
        let (kind, more, places) = self.change?;
        let base = self.baseline(places);
        let (change, exact) = match kind {
            0 => (Change::Amount(more.written()), base.exact().plus(more.exact())),
            1 => {
                let part = base.exact().times(more.exact()).times(Exact::new(1, 100));
                (Change::Relative(more.written()), base.exact().plus(part))
            }
            _ => {
                let times = Print { units: 8 + more.units.abs(), places: 1 };
                (Change::Times(times.written()), base.exact().times(times.exact()))
            }
        };
        let baseline = base.written();
        let threshold = change.from(&baseline)?;
        assert_eq!(Exact::of(threshold.value()), exact, "a threshold is exact");
        let places = i32::try_from(threshold.step().scale()).expect("small");
        let asked = Asked { low: exact, high: exact, places };
        let side = if self.side < 5 { self.side() } else { Side::AtLeast };
        Some((asked, side.than(&threshold)?, FromBaseline { baseline, change }))
    }

    fn actual(&self, place: usize) -> (Actual, Source, Option<Print>) {
        let told = &self.told[place];
        let (value, printed) = told.words.say(self.truth(told.of_other, told.elsewhere), true);
        let id = format!("paper-{place}");
        let scope = if told.elsewhere == 2 { "other-city" } else { "city" };
        let [first, last] = if told.elsewhere == 1 {
            [Date::constant(2018, 1, 1), Date::constant(2018, 12, 31)]
        } else {
            YEAR
        };
        let time =
            if self.is_state { Period::day(last) } else { Period::new(Some(first), last).expect("forwards") };
        let one = Actual { dated: self.is_state, ..actual(time, value, scope, &id) };
        (one, published(&id, Self::day(told)), printed)
    }

    fn report(&self) -> Report {
        let measure = if self.is_state { Measure::Stock } else { Measure::Rate };
        let other = IndicatorId::new("other").expect("an id");
        let figures = |of_other: bool| -> Vec<Actual> {
            let places = (0..self.told.len()).filter(|place| self.told[*place].of_other == of_other);
            places.map(|place| self.actual(place).0).collect()
        };
        let sources = (0..self.told.len()).map(|place| self.actual(place).1).collect();
        let period = Period::new(Some(YEAR[0]), YEAR[1]).expect("forwards");
        let (condition, from_baseline) = if let Some((_, condition, from)) = self.by_baseline() {
            (condition, Some(from))
        } else {
            let (indicator, side, origin) = (other.clone(), self.side(), Origin::file("content/test.yaml"));
            (Condition::Against(Against { indicator, side, origin }), None)
        };
        let asked = Target {
            from_baseline,
            by_day: self.is_state,
            ..target("it@world".into(), period, "city", condition)
        };
        let better = match self.side {
            0 | 3 => Better::Higher,
            1 | 4 => Better::Lower,
            _ => Better::Range,
        };
        let baseline = self.change.map(|(_, _, places)| Actual {
            dated: true,
            kind: ActualKind::Baseline,
            ..actual(
                Period::day(Date::constant(2018, 12, 31)),
                Value::Value(self.baseline(places).written()),
                "city",
                "early",
            )
        });
        let one = Indicator {
            targets: vec![asked],
            actuals: figures(false),
            better,
            baseline,
            ..it(measure, "city")
        };
        let mut all = report(one, sources, false, false);
        let unit = all.indicators.values().next().and_then(|one| one.unit.clone());
        let second = Indicator { unit, actuals: figures(true), ..indicator("other", measure, "city") };
        all.indicators.insert(other, second.into());
        all
    }

    fn verdict(&self, as_of: Date) -> Verdict {
        let evaluation = evaluate(&self.report(), as_of);
        assert!(evaluation.conflicts.is_empty(), "a true world has no conflict: {:?}", evaluation.conflicts);
        verdicts(&evaluation)[0].clone()
    }

    fn report_day(&self) -> Date {
        after(YEAR[0], self.as_of)
    }

    fn heard(&self, of_other: bool, as_of: Date) -> Vec<Option<Print>> {
        let is = |told: &Told| told.of_other == of_other && told.elsewhere == 0 && Self::day(told) <= as_of;
        let places = (0..self.told.len()).filter(|place| is(&self.told[*place]));
        places.map(|place| self.actual(place).2).collect()
    }
}

/// The most finely printed number.
fn finest(heard: &[Option<Print>]) -> Option<Print> {
    heard.iter().flatten().copied().max_by_key(|one| one.places)
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let as_of = world.report_day();
    let verdict = world.verdict(as_of);
    let (own, others) = (world.heard(false, as_of), world.heard(true, as_of));
    let (is, other) = (world.truth(false, 0), world.truth(true, 0));
    let fixed = world.by_baseline().map(|(asked, ..)| asked);
    let side =
        World { side: if fixed.is_some() && world.side >= 5 { 0 } else { world.side }, ..world.clone() };
    let printed = fixed.or_else(|| finest(&others).map(|one| world.asked(one.exact(), one.places)));
    let as_published = |asked: Asked| {
        finest(&own).filter(|one| one.places >= asked.places).map(|one| side.satisfies(one.exact(), asked))
    };
    // Of a number known within bounds both ends are thresholds.
    let bounds = verdict.against.as_ref().map(|one| one.interval);
    prop_assert!(bounds.is_none_or(|bounds| other.is_in(bounds)), "{other:?} {verdict:?}");
    let ends: Vec<Asked> = bounds
        .and_then(|bounds| Some([bounds.low?, bounds.high?]))
        .into_iter()
        .flatten()
        .map(|end| world.asked(Exact::of(end), i32::try_from(end.normalize().scale()).expect("small")))
        .collect();
    let by_both = |held: bool| {
        let says = |asked: &Asked| side.satisfies(is, *asked) == held || as_published(*asked) == Some(held);
        !ends.is_empty() && ends.iter().all(says)
    };
    let may_be_said = |held: bool| {
        let by_truth = fixed.is_none() && side.satisfies(is, world.asked(other, 3)) == held;
        by_truth
            || by_both(held)
            || printed
                .is_some_and(|asked| side.satisfies(is, asked) == held || as_published(asked) == Some(held))
    };
    let said = matches!(verdict.status, Status::Met | Status::Missed);
    let right = match verdict.status.as_str() {
        "met" => as_of >= World::due() && may_be_said(true),
        "missed" => as_of > World::due() && may_be_said(false),
        "on_track" | "behind" | "reached" | "under_way" | "not_due" => as_of <= World::due(),
        "undetermined" => as_of > World::due(),
        "dropped" => false,
        _ => true,
    };
    prop_assert!(right, "{verdict:?}");
    prop_assert!(!said || (!own.is_empty() && (fixed.is_some() || !others.is_empty())), "{verdict:?}");
    // Both printed, and as finely: that decides.
    let plain = own.iter().all(Option::is_some) && (fixed.is_some() || others.iter().all(Option::is_some));
    if as_of > World::due()
        && plain
        && let Some(held) = printed.and_then(as_published)
    {
        prop_assert_eq!(verdict.status.as_str(), if held { "met" } else { "missed" }, "{:?}", verdict);
    }
    Ok(())
}

/// One true figure of each number takes back nothing on any day.
fn stays_final(world: &World) -> Result<bool, TestCaseError> {
    let told = one_of_each(&world.told, |told| (told.of_other, told.elsewhere));
    let world = &World { told, ..world.clone() };
    let days = world.told.iter().map(World::day).chain([after(World::due(), 1)]).collect();
    day_by_day(days, |day| world.verdict(day), |_, _| false)
}

#[test]
fn no_verdict_by_another_number_is_wrong() {
    run(3000, &world(), |world| check(&world));
}

#[test]
fn what_is_final_by_another_number_is_final() {
    run(1500, &world(), |world| stays_final(&world).map(|_| ()));
}

#[test]
fn the_order_of_figures_beside_another_number_changes_nothing() {
    run(1000, &(world(), 0_usize..9), |(world, by)| check_order(&world.report(), world.report_day(), by));
}

#[test]
fn random_thresholds_bring_up_every_status() {
    let judge = |world: &World| world.verdict(world.report_day());
    let never = [
        Status::Dropped,
        Status::Reached,
        Status::Behind,
        Status::OnTrack,
        Status::UnderWay,
        Status::NotComparable,
    ];
    bring_up(&world(), judge, &never);
}
