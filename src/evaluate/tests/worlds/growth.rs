//! Growth over several years: asked on average or together, told by year, for several years, or for the whole time.

use super::super::build::{actual, target};
use super::numbers::{Demand, Exact, Print, Words, better, kind, words};
use super::{after, bring_up, check_order, count, day_by_day, hash, it, published, report, run, verdicts};
use crate::evaluate::{Basis, Status, Verdict, evaluate};
use crate::model::{Actual, Better, Indicator, Measure, Period, Reckoning, Report, Source, Target};
use jiff::civil::Date;
use proptest::prelude::*;
use std::cell::Cell;

/// Years from the first one: where it begins, and how many.
type Years = (usize, usize);

#[derive(Debug, Clone)]
struct World {
    years: usize,
    reckoning: Reckoning,
    seed: u64,
    told: Vec<Told>,
    demand: (u8, i32, i128, i128),
    better: Better,
    /// Days from the first of the first year.
    as_of: i64,
}

#[derive(Debug, Clone)]
struct Told {
    of: Years,
    reckoning: Reckoning,
    words: Words,
    lag: i64,
    other_scope: bool,
}

fn first(year: usize) -> Date {
    Date::constant(2018 + i16::try_from(year).expect("small"), 1, 1)
}

fn last((from, length): Years) -> Date {
    first(from + length).yesterday().expect("in range")
}

fn period(of: Years) -> Period {
    Period::new(Some(first(of.0)), last(of)).expect("forwards")
}

fn told(
    years: usize,
    whole: Reckoning,
    places: std::ops::RangeInclusive<i32>,
) -> impl Strategy<Value = Told> {
    let other_scope = (0_u8..12).prop_map(|lot| lot == 0);
    (0_u8..9, 0..years, 1..=years, words(places), 0_i64..300, other_scope).prop_map(
        move |(which, from, length, words, lag, other_scope)| {
            let (of, reckoning) = match which {
                0 => ((0, years), whole),
                1..6 => ((from, 1), Reckoning::Single),
                6 => ((from, length.min(years - from)), Reckoning::Average),
                _ => ((from, length.min(years - from)), Reckoning::Cumulative),
            };
            Told { of, reckoning, words, lag, other_scope }
        },
    )
}

/// Numbers printed with so many decimals, and a threshold so many of its last digits away.
fn world(
    places: std::ops::RangeInclusive<i32>,
    off: impl Strategy<Value = i128> + Clone,
) -> impl Strategy<Value = World> {
    let reckoning = prop_oneof![Just(Reckoning::Average), Just(Reckoning::Cumulative)];
    (1_usize..4, reckoning).prop_flat_map(move |(years, reckoning)| {
        let demand = (kind(), 0_i32..3, off.clone(), 0_i128..4);
        let told = proptest::collection::vec(told(years, reckoning, places.clone()), 0..8);
        let days = -20..366 * i64::try_from(years + 1).expect("small");
        (any::<u64>(), told, demand, better(), days).prop_map(move |(seed, told, demand, better, as_of)| {
            World { years, reckoning, seed, told, demand, better, as_of }
        })
    })
}

fn some() -> impl Strategy<Value = World> {
    world(0..=2, prop_oneof![3 => Just(0_i128), 2 => -2_i128..3, 1 => -30_i128..30])
}

fn close() -> impl Strategy<Value = World> {
    world(1..=2, -1_i128..2)
}

impl World {
    /// The factor of one year: a growth of 3 to 9 per cent with two decimals, or a fall by 2 to 4.
    fn factor(&self, year: usize, other_scope: bool) -> Exact {
        let lot = hash([self.seed, count(year), u64::from(other_scope), 1]);
        let wide = [4, 40, 199][usize::try_from(self.seed % 3).expect("small")];
        let hundredths = i64::try_from(300 + self.seed / 16 % 400 + lot % wide).expect("small");
        let falls = (self.seed / 3).is_multiple_of(4);
        let hundredths = if falls { -200 - (hundredths - 300) / 3 } else { hundredths };
        Exact::new(i128::from(hundredths), 100).factor()
    }

    fn product(&self, (from, length): Years, other_scope: bool) -> Exact {
        (from..from + length).fold(Exact::new(1, 1), |all, year| all.times(self.factor(year, other_scope)))
    }

    /// What is true of some years, in per cent: on average to within the fifth decimal, since a root has no end.
    fn truth(&self, of: Years, reckoning: Reckoning, other_scope: bool) -> Exact {
        let product = self.product(of, other_scope);
        if reckoning == Reckoning::Average { mean(product, of.1) } else { product.percent() }
    }

    fn all(&self) -> Years {
        (0, self.years)
    }

    fn due(&self) -> Date {
        last(self.all())
    }

    fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let low = self.truth(self.all(), self.reckoning, false).rounded(places).plus(off);
        Demand { kind, low, width, better: self.better }
    }

    fn actual(&self, place: usize) -> (Actual, Source, Option<Print>) {
        let told = &self.told[place];
        let id = format!("paper-{place}");
        let (value, printed) = told.words.say(self.truth(told.of, told.reckoning, told.other_scope), true);
        let scope = if told.other_scope { "town-a" } else { "city" };
        let one = Actual { reckoning: told.reckoning, ..actual(period(told.of), value, scope, &id) };
        (one, published(&id, Self::day(told)), printed)
    }

    fn day(told: &Told) -> Date {
        after(last(told.of), told.lag)
    }

    fn report(&self) -> Report {
        let told = (0..self.told.len()).map(|place| self.actual(place));
        let (actuals, sources) = told.map(|(actual, source, _)| (actual, source)).unzip();
        let condition = self.demand().condition();
        let asked = target("it@world".into(), period(self.all()), "city", condition);
        let targets = vec![Target { reckoning: self.reckoning, ..asked }];
        let it = Indicator { targets, actuals, better: self.better, ..it(Measure::Growth, "city") };
        report(it, sources, false, false)
    }

    fn verdict(&self, as_of: Date) -> Verdict {
        let evaluation = evaluate(&self.report(), as_of);
        assert!(evaluation.conflicts.is_empty(), "a true world has no conflict: {:?}", evaluation.conflicts);
        verdicts(&evaluation)[0].clone()
    }

    fn report_day(&self) -> Date {
        after(first(0), self.as_of)
    }

    /// What sources said by then of exactly what is asked, as plain numbers: none is coarser than all others.
    fn own(&self, as_of: Date) -> Vec<Print> {
        let is_own = |told: &Told| {
            told.of == self.all()
                && !told.other_scope
                && (told.reckoning == self.reckoning || self.years == 1)
                && Self::day(told) <= as_of
        };
        let own = (0..self.told.len()).filter(|place| is_own(&self.told[*place]));
        let printed: Vec<Print> = own.filter_map(|place| self.actual(place).2).collect();
        let finest = printed.iter().map(|one| one.places).max();
        printed.into_iter().filter(|one| Some(one.places) == finest).collect()
    }

    /// True, or published as a plain number of exactly what is asked.
    fn may_be_said(&self, held: bool, as_of: Date) -> bool {
        let demand = self.demand();
        demand.satisfies(self.truth(self.all(), self.reckoning, false)) == held
            || self.own(as_of).into_iter().any(|one| demand.as_published(Some(one)) == Some(held))
    }
}

/// The growth of one year that comes to so much over several: exact if it has no more than five decimals, else
/// between two numbers of five decimals.
fn mean(product: Exact, years: usize) -> Exact {
    let grid = 10_000_000_i128;
    let no_more = |units: i128| Exact::new(units, grid).power(years) <= product;
    let (mut low, mut high) = (0, 2 * grid);
    while high - low > 1 {
        let middle = i128::midpoint(low, high);
        if no_more(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    let exact = Exact::new(low, grid);
    if exact.power(years) == product {
        return exact.percent();
    }
    Exact::new(2 * low + 1, 2 * grid).percent()
}

/// What it says on the way is true of the first years, as many as the path speaks of.
fn check_path(world: &World, verdict: &Verdict) -> Result<(), TestCaseError> {
    let Some(point) = &verdict.path else { return Err(TestCaseError::fail(format!("no path: {verdict:?}"))) };
    let known = (1..=world.years).find(|length| last((0, *length)) == point.date);
    let (Some(known), Some(goal)) = (known, world.demand().goal()) else {
        return Err(TestCaseError::fail(format!("no such day: {verdict:?}")));
    };
    let product = world.product((0, known), false);
    let (reached, planned) = match world.reckoning {
        Reckoning::Cumulative if known < world.years => {
            (product.power(world.years), goal.factor().power(known))
        }
        Reckoning::Cumulative => (product, goal.factor()),
        _ => (product, goal.factor().power(known)),
    };
    let ahead = verdict.status == Status::OnTrack;
    let right = match (world.demand().rises(), ahead) {
        (true, true) => reached >= planned,
        (true, false) => reached < planned,
        (false, true) => reached <= planned,
        (false, false) => reached > planned,
    };
    prop_assert!(right, "{verdict:?}");
    Ok(())
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let (as_of, due) = (world.report_day(), world.due());
    let verdict = world.verdict(as_of);
    let right = match verdict.status.as_str() {
        "met" => as_of >= due && world.may_be_said(true, as_of),
        "missed" => as_of > due && world.may_be_said(false, as_of),
        "on_track" | "behind" => {
            check_path(world, &verdict)?;
            as_of <= due
        }
        "under_way" | "not_due" => as_of <= due,
        "undetermined" => as_of > due,
        "reached" | "dropped" => false,
        _ => true,
    };
    prop_assert!(right, "{verdict:?}");
    let known = (1..=world.years).find(|length| verdict.dated == Some(period((0, *length))));
    if let Some(known) = known {
        let truth = world.truth((0, known), world.reckoning, false);
        // A root is known to half a hundred-thousandth here.
        let [below, above] = [-1, 1].map(|way| truth.plus(Exact::new(way, 200_000)));
        let interval = verdict.interval;
        prop_assert!(interval.low.is_none_or(|low| Exact::of(low) <= above), "{truth:?} {verdict:?}");
        prop_assert!(interval.high.is_none_or(|high| Exact::of(high) >= below), "{truth:?} {verdict:?}");
    }
    // What is published of exactly that, as finely as what is asked and as any other figure, decides.
    let finest = world.told.iter().map(|told| told.words.places).max();
    let own = world.own(as_of);
    if as_of > due
        && own.iter().any(|one| Some(one.places) == finest)
        && let Some(held) = world.demand().as_published(own.first().copied())
    {
        prop_assert_eq!(verdict.status.as_str(), if held { "met" } else { "missed" }, "{:?}", verdict);
    }
    Ok(())
}

/// One true figure of each time takes back nothing on any day, but for a coarse number of the whole time that years
/// with more digits are published after.
fn stays_final(world: &World) -> Result<bool, TestCaseError> {
    let mut one_of_each = World { told: Vec::new(), ..world.clone() };
    for told in world.told.iter().filter(|told| !told.other_scope) {
        // Of one year the three are one.
        let same = |one: &Told| one.of == told.of && (one.reckoning == told.reckoning || told.of.1 == 1);
        if !one_of_each.told.iter().any(same) {
            one_of_each.told.push(told.clone());
        }
    }
    let world = &one_of_each;
    let may_change = |(day, before): (Date, &Verdict), (next, _): (Date, &Verdict)| {
        let own = world.own(day).first().map(|one| one.places);
        let is_new = |told: &&Told| (day..=next).contains(&World::day(told));
        let finer = |told: &Told| own.is_some_and(|own| told.words.places > own);
        before.basis == Some(Basis::WholePeriod) && world.told.iter().filter(is_new).any(finer)
    };
    let days: Vec<Date> = world.told.iter().map(World::day).collect();
    day_by_day(days, |day| world.verdict(day), may_change)
}

#[test]
fn no_verdict_on_growth_is_wrong() {
    run(2000, &some(), |world| check(&world));
    run(2000, &close(), |world| check(&world));
}

#[test]
fn what_is_final_of_growth_is_final() {
    let too_close = Cell::new(0);
    run(1500, &close(), |world| {
        too_close.set(too_close.get() + u32::from(stays_final(&world)?));
        Ok(())
    });
    assert!(too_close.get() > 20, "only {} worlds are too close", too_close.get());
}

#[test]
fn the_order_of_growth_changes_nothing() {
    run(1000, &(some(), 0_usize..9), |(world, by)| check_order(&world.report(), world.report_day(), by));
}

#[test]
fn random_growth_brings_up_every_status() {
    let judge = |world: &World| world.verdict(world.report_day());
    bring_up(&some(), judge, &[Status::Dropped, Status::Reached]);
}

#[test]
fn a_mean_lies_next_to_its_root() {
    let product = Exact::new(106, 100).power(3);
    assert_eq!(mean(product, 3), Exact::new(6, 1));
    let odd = mean(Exact::new(11, 10), 3);
    assert!(Exact::new(3228, 1000) < odd && odd < Exact::new(32_281, 10_000), "{odd:?}");
}
