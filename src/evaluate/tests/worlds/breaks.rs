//! Sums that are counted by another method from some day on: what was counted by one says nothing of what the other
//! would have counted.

use super::super::build::{actual, target, words as text};
use super::numbers::{Demand, Exact, Print, Words, better, kind, words};
use super::{
    Calendar, When, after, bring_up, calendar, check_order, count, day_by_day, hash, it, one_of_each,
    published, report, report_day, run, stretch, verdicts, when,
};
use crate::evaluate::{Reason, Status, Verdict, evaluate};
use crate::model::{Actual, Better, Break, Indicator, Measure, Report, Source};
use jiff::civil::Date;
use proptest::prelude::*;

type Stretch = (usize, usize);

#[derive(Debug, Clone)]
struct World {
    calendar: Calendar,
    counted: bool,
    seed: u64,
    /// The month with which the other method begins.
    broken: usize,
    told: Vec<Told>,
    asked: Stretch,
    demand: (u8, i32, i128, i128),
    better: Better,
    as_of: When,
}

#[derive(Debug, Clone)]
struct Told {
    of: Stretch,
    aimed: bool,
    words: Words,
    lag: i64,
}

fn world() -> impl Strategy<Value = World> {
    let told = (stretch(), (0_u8..3).prop_map(|lot| lot == 0), words(-1..=2), 0_i64..90)
        .prop_map(|(of, aimed, words, lag)| Told { of, aimed, words, lag });
    let off = prop_oneof![2 => Just(0_i128), 2 => -2_i128..3, 2 => -300_i128..300];
    let broken = prop_oneof![2 => Just(12_usize), 1 => Just(6), 1 => 1_usize..24];
    let world = (calendar(), any::<bool>(), any::<u64>(), broken, stretch());
    let demand = (kind(), -1_i32..2, off, 0_i128..90);
    (world, proptest::collection::vec(told, 0..9), demand, better(), when()).prop_map(
        |((calendar, counted, seed, broken, asked), told, demand, better, as_of)| World {
            calendar,
            counted,
            seed,
            broken,
            told,
            asked,
            demand,
            better,
            as_of,
        },
    )
}

impl World {
    /// What is counted in a month by the old or the new method; nearly the same in some worlds.
    fn month(&self, month: usize, new: bool) -> Exact {
        let alike = self.seed.is_multiple_of(2);
        let base = i64::try_from(hash([self.seed, count(month), 0, 1]) % 300).expect("small");
        let other = i64::try_from(hash([self.seed, count(month), 1, 2]) % 300).expect("small");
        let number = match (new, alike) {
            (false, _) => base * 1000,
            (true, true) => base * 1000 + other * 3,
            (true, false) => other * 1000,
        };
        Exact::thousandths(if self.counted { number / 1000 * 1000 } else { number })
    }

    fn sum(&self, (from, length): Stretch, new: impl Fn(usize) -> bool) -> Exact {
        (from..from + length).fold(Exact::new(0, 1), |sum, month| sum.plus(self.month(month, new(month))))
    }

    fn of(&self, told: &Told) -> Stretch {
        if told.aimed { self.asked } else { told.of }
    }

    fn is_crossed(&self, (from, length): Stretch) -> bool {
        from < self.broken && self.broken < from + length
    }

    /// What the method of the due day counts, or would have counted.
    fn truth(&self) -> Exact {
        let new = self.asked.0 + self.asked.1 > self.broken;
        self.sum(self.asked, |_| new)
    }

    fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let rounded = self.truth().rounded(places).plus(off);
        let low = Print { units: rounded.units.max(0), ..rounded };
        Demand { kind, low, width, better: self.better }
    }

    fn due(&self) -> Date {
        self.calendar.last(self.asked.0 + self.asked.1)
    }

    fn day(&self, told: &Told) -> Date {
        let (from, length) = self.of(told);
        after(self.calendar.last(from + length), told.lag)
    }

    fn actual(&self, place: usize) -> (Actual, Source, Option<Print>) {
        let told = &self.told[place];
        let of = self.of(told);
        let number = self.sum(of, |month| month >= self.broken);
        let (value, printed) = told.words.say(number, false);
        let id = format!("paper-{place}");
        let source = published(&id, self.day(told));
        (actual(self.calendar.period(of), value, "city", &id), source, printed)
    }

    fn report(&self) -> Report {
        let told = (0..self.told.len()).map(|place| self.actual(place));
        let (actuals, sources) = told.map(|(actual, source, _)| (actual, source)).unzip();
        let condition = self.demand().condition();
        let targets = vec![target("it@world".into(), self.calendar.period(self.asked), "city", condition)];
        let breaks = vec![Break { on: self.calendar.first(self.broken), why: text("another method") }];
        let it = Indicator { targets, actuals, breaks, better: self.better, ..it(Measure::Flow, "city") };
        report(it, sources, self.counted, false)
    }

    fn verdict(&self, as_of: Date) -> Verdict {
        let evaluation = evaluate(&self.report(), as_of);
        assert!(evaluation.conflicts.is_empty(), "a true world has no conflict: {:?}", evaluation.conflicts);
        verdicts(&evaluation)[0].clone()
    }

    fn report_day(&self) -> Date {
        report_day(self.calendar, self.due(), self.as_of)
    }

    /// What is published of exactly that, by one method.
    fn own(&self, as_of: Date) -> impl Iterator<Item = Print> {
        let is_own = move |told: &Told| {
            self.of(told) == self.asked && !self.is_crossed(self.asked) && self.day(told) <= as_of
        };
        (0..self.told.len())
            .filter(move |place| is_own(&self.told[*place]))
            .filter_map(|place| self.actual(place).2)
    }
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let (as_of, due, demand) = (world.report_day(), world.due(), world.demand());
    let verdict = world.verdict(as_of);
    let may_be_said = |held: bool| {
        demand.satisfies(world.truth()) == held
            || world.own(as_of).any(|one| demand.as_published(Some(one)) == Some(held))
    };
    let right = match verdict.status.as_str() {
        "met" => may_be_said(true),
        "missed" => may_be_said(false) && (as_of > due || demand.is_too_much(world.truth())),
        "on_track" | "behind" | "under_way" | "not_due" => as_of <= due,
        "undetermined" => as_of > due,
        "reached" | "dropped" => false,
        _ => true,
    };
    // A limit that is broken as printed is broken for good.
    let printed = world.own(as_of).any(|one| demand.is_too_much(one.exact()));
    prop_assert!(right || (verdict.status == Status::Missed && printed), "{verdict:?}");
    if as_of > due {
        prop_assert!(world.truth().is_in(verdict.interval), "{:?} {verdict:?}", world.truth());
    }
    // Nothing of the other method is ever added.
    let (from, length) = world.asked;
    let new = from + length > world.broken;
    let proven = verdict.reasons.iter().filter_map(|reason| match reason {
        Reason::FloorFrom { actuals, less, .. } => Some([&actuals[..], less].concat()),
        _ => None,
    });
    for place in proven.flatten() {
        let of = world.of(&world.told[place]);
        let by_new = of.0 >= world.broken;
        prop_assert!(!world.is_crossed(of) && by_new == new, "{verdict:?}");
    }
    Ok(())
}

fn stays_final(world: &World) -> Result<bool, TestCaseError> {
    let world = &World { told: one_of_each(&world.told, |told| world.of(told)), ..world.clone() };
    let days = world.told.iter().map(|told| world.day(told)).chain([after(world.due(), 1)]).collect();
    day_by_day(days, |day| world.verdict(day), |_, _| false)
}

#[test]
fn no_verdict_across_a_break_is_wrong() {
    run(3000, &world(), |world| check(&world));
}

#[test]
fn what_is_final_across_a_break_is_final() {
    run(1500, &world(), |world| stays_final(&world).map(|_| ()));
}

#[test]
fn the_order_of_figures_across_a_break_changes_nothing() {
    run(1000, &(world(), 0_usize..9), |(world, by)| check_order(&world.report(), world.report_day(), by));
}

#[test]
fn random_breaks_bring_up_every_status() {
    let judge = |world: &World| world.verdict(world.report_day());
    bring_up(&world(), judge, &[Status::Dropped, Status::Reached]);
}
