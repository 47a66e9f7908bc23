//! States of a day: printed to some digits, by several sources for one day, preliminary, of a day somewhere in a
//! month, reported for a time that is not their own, of two halves that make up a whole.

pub mod world;

use self::world::*;
use super::numbers::{Demand, Exact, Print};
use super::path::Path;
use super::{after, bring_up, check_order, day_by_day, later_day, one_of_each, run, takes_nothing_back};
use crate::evaluate::{Basis, Status, Verdict};
use crate::model::{Holds, Period, Written};
use jiff::civil::Date;
use proptest::prelude::*;
use rust_decimal::Decimal;

impl World {
    /// Whether it may be said that it held on a day, or did not: it is true, or was published of exactly that day,
    /// or else of a day somewhere near it or for it.
    fn may_be_said(&self, heard: &[Heard], due: Date, held: bool) -> bool {
        let demand = self.demand();
        let own = || heard.iter().filter(|one| one.scope == 0);
        let in_time = || own().filter(|one| one.published >= due);
        let exact: Vec<&Heard> = in_time().filter(|one| one.time == Period::day(due)).collect();
        let finest = exact.iter().filter_map(|one| one.printed).map(|printed| printed.places).max();
        let is_finest = |one: &&&Heard| one.printed.is_some_and(|printed| Some(printed.places) == finest);
        let published = |one: &Heard| demand.as_published(one.printed) == Some(held);
        let says = |one: &Heard| published(one) || demand.satisfies(one.number) == held;
        let of_it = |one: &&Heard| {
            let reported = self.reported_for && one.time == self.calendar.period(self.asked);
            let days = one.time.days().unwrap_or(i64::MAX);
            let around = !self.reported_for && days <= 31 && one.time.contains(&Period::day(due));
            reported || around || (one.stands_for && (due == self.due()))
        };
        // What never falls is at least what it was, as it was published too.
        let grown = |one: &&Heard| if held { one.time.end() <= due } else { one.day >= due };
        demand.satisfies(self.state(0, due)) == held
            || exact.iter().filter(is_finest).any(|one| published(one))
            || (exact.is_empty() && in_time().filter(of_it).any(says))
            || (self.never_falls && demand.rises() && own().filter(grown).any(published))
    }

    /// What the last digit of the figures that decide is worth.
    fn last_digit(&self, verdict: &Verdict) -> Option<Decimal> {
        let report = self.report();
        let actuals = &report.indicators.values().next()?.actuals;
        verdict
            .deciding
            .iter()
            .flat_map(|index| actuals[*index].value.numbers().all())
            .map(Written::step)
            .min()
    }

    fn path(&self) -> Option<Path> {
        let demand = self.demand();
        let goal = demand.goal()?;
        let rises = demand.rises();
        let (day, base) = self.base();
        let on_the_way = |base: &Exact| if rises { *base < goal } else { *base > goal };
        let start = self.baseline.then(|| base.exact()).filter(on_the_way).map(|base| (day, base));
        let (from, length) = self.asked;
        let row: Vec<_> = self.row().into_iter().filter(|(of, _)| of.0 + of.1 < from + length).collect();
        let value = |low: Print| Demand { low, ..demand }.goal();
        let points: Vec<(Date, Exact)> = row
            .iter()
            .filter_map(|((from, length), low)| Some((self.calendar.last(from + length), value(*low)?)))
            .collect();
        if start.is_none() && points.is_empty() {
            return None;
        }
        let ends: Vec<usize> = row.iter().map(|((quarter, _), _)| quarter + 3 - from).collect();
        let step = ends.first().copied().unwrap_or(length);
        let even = step * (ends.len() + 1) == length && ends.windows(2).all(|pair| pair[1] - pair[0] == step);
        Some(Path::new(start, &points, even || start.is_none(), (self.due(), goal), rises))
    }
}

/// What it says on the way is true of the latest day that was told of.
fn check_on_the_way(world: &World, heard: &[Heard], verdict: &Verdict) -> Result<(), TestCaseError> {
    let (demand, status) = (world.demand(), verdict.status.as_str());
    let ahead = status != "behind";
    if let Holds::Throughout { every } = world.holds {
        let some = world
            .quarters()
            .any(|(from, length)| world.may_be_said(heard, world.calendar.last(from + length), true));
        prop_assert!(every.is_some() && status == "on_track" && some, "{verdict:?}");
        return Ok(());
    }
    let from = if world.reported_for && world.baseline { world.calendar.first(0) } else { world.first() };
    let reach = Period::new(Some(from), world.due()).expect("forwards");
    let bear: Vec<&Heard> = heard.iter().filter(|one| reach.contains(&one.time)).collect();
    let path = world.path();
    let holds = |day: Date, number: Exact, printed: Option<Print>| {
        if status == "reached" {
            return demand.satisfies(number) || demand.as_published(printed) == Some(true);
        }
        let (Some(planned), Some(goal)) = (path.as_ref().and_then(|path| path.at(day)), demand.goal()) else {
            return false;
        };
        let stands = |number: Exact| match (demand.rises(), ahead) {
            (true, true) => number >= planned,
            (true, false) => number < planned,
            (false, true) => number <= planned,
            (false, false) => number > planned,
        };
        let printed = printed.filter(|printed| planned == goal && printed.places >= demand.low.places);
        stands(number) || printed.is_some_and(|printed| stands(printed.exact()))
    };
    let own = |one: &&&Heard| one.scope == 0;
    let last =
        if bear.iter().all(|one| one.scope == 0) { bear.iter().map(|one| one.day).max() } else { None };
    let of_last = |one: &&&Heard| last.is_none_or(|last| one.day == last);
    let right = bear.iter().filter(of_last).any(|one| {
        let printed = Some(one).filter(own).and_then(|one| one.printed);
        holds(one.day, world.state(0, one.day), printed)
    });
    prop_assert!(right, "{verdict:?}");
    Ok(())
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let as_of = world.report_day();
    let (verdict, heard, due) = (world.verdict(as_of), world.heard(as_of), world.due());
    let (status, demand) = (verdict.status.as_str(), world.demand());
    let wrong = heard.iter().filter(|one| one.wrong).count();
    let grows = world.never_falls && demand.rises();
    let inside = Period::new(Some(world.first()), due).expect("forwards");
    let any = |held: bool| {
        let told = heard.iter().filter(|one| one.scope == 0 && inside.contains(&one.time));
        let days = || std::iter::successors(Some(world.first()), |day| Some(after(*day, 1)));
        let is_so = |day: Date| demand.satisfies(world.state(0, day)) == held;
        days().take_while(|day| *day <= due && *day <= as_of).any(is_so)
            || told.into_iter().any(|one| demand.as_published(one.printed) == Some(held))
    };
    let ends = || world.quarters().map(|(from, length)| world.calendar.last(from + length));
    let right = match (status, world.holds) {
        ("met", Holds::AtDue) => (as_of >= due || grows) && world.may_be_said(&heard, due, true),
        ("missed", Holds::AtDue) => as_of > due && world.may_be_said(&heard, due, false),
        ("met", Holds::Once) => any(true) || (grows && as_of >= due && world.may_be_said(&heard, due, true)),
        ("missed", Holds::Once) => grows && as_of > due && world.may_be_said(&heard, due, false),
        ("met", Holds::Throughout { every: None }) | ("dropped", _) => false,
        ("missed", Holds::Throughout { every: None }) => any(false),
        ("met", Holds::Throughout { .. }) => ends().all(|day| world.may_be_said(&heard, day, true)),
        ("missed", Holds::Throughout { .. }) => ends().any(|day| world.may_be_said(&heard, day, false)),
        ("on_track" | "behind" | "reached", _) => {
            prop_assert!(as_of <= due, "{verdict:?}");
            if wrong == 0 {
                check_on_the_way(world, &heard, &verdict)?;
            }
            true
        }
        ("under_way" | "not_due", _) => as_of <= due,
        ("undetermined", _) => as_of > due,
        _ => true,
    };
    // What one figure alone says is preliminary as that is.
    if let ([one], "met" | "missed") = (&heard[..], status) {
        prop_assert_eq!(verdict.provisional, one.wrong, "{:?}", verdict);
    }
    // A preliminary figure may be wrong, and is called so; of two that are wrong at once nothing is promised.
    prop_assert!(right || (wrong == 1 && verdict.provisional) || wrong > 1, "{verdict:?}");
    check_published(world, &heard, &verdict, as_of)
}

/// What is published of exactly the due day, as finely as what is asked, decides.
fn check_published(
    world: &World,
    heard: &[Heard],
    verdict: &Verdict,
    as_of: Date,
) -> Result<(), TestCaseError> {
    let (due, demand, status) = (world.due(), world.demand(), verdict.status.as_str());
    // One figure alone, whose margin holds the threshold or does not.
    if let ([one], "met" | "missed", Some(goal)) = (heard, status, demand.goal()) {
        let within = one.margin.is_some_and(|(low, high)| low <= goal && goal <= high);
        prop_assert_eq!(verdict.within_margin, within, "{:?}", verdict);
    }
    if world.holds != Holds::AtDue || as_of <= due || world.told.iter().any(|told| told.wrong.is_some()) {
        return Ok(());
    }
    let exact: Vec<&Heard> = heard.iter().filter(|one| one.time == Period::day(due)).collect();
    let finest = exact.iter().filter_map(|one| one.printed).max_by_key(|printed| printed.places);
    if exact.iter().all(|one| one.scope == 0 && one.printed.is_some())
        && let Some(held) = demand.as_published(finest)
    {
        prop_assert_eq!(status, if held { "met" } else { "missed" }, "as published: {:?}", verdict);
    }
    prop_assert!(!verdict.within_margin || heard.iter().any(|one| one.margin.is_some()), "{verdict:?}");
    Ok(())
}

/// The world with one true figure of each day and scope.
fn with_one_of_each(world: &World) -> World {
    let told = world.told.iter().map(|told| Told {
        wrong: None,
        stands_for: false,
        when: told.when % 2,
        ..told.clone()
    });
    let told: Vec<Told> = told.collect();
    World { told: one_of_each(&told, |one| (world.time(one).0, one.scope)), ..world.clone() }
}

/// What decided for want of a figure of the due day gives way to one that is more finely written.
fn gives_way(world: &World, before: &Verdict, then: &Verdict) -> bool {
    let stood_in = before.basis == Some(Basis::NeverFalls) && then.basis == Some(Basis::DueDay);
    stood_in && world.last_digit(then) < world.last_digit(before)
}

/// One more true figure takes back nothing, unless it is more finely dated or written, or a correction.
fn check_final(world: &World, later: i64) -> Result<(), TestCaseError> {
    let world = with_one_of_each(world);
    let as_of = world.report_day();
    let (before, then) = (world.verdict(as_of), world.verdict(later_day(as_of, world.due(), later)));
    if gives_way(&world, &before, &then) { Ok(()) } else { takes_nothing_back(&before, &then) }
}

/// The same on every day on which something is published.
pub fn stays_final(world: &World) -> Result<bool, TestCaseError> {
    let world = with_one_of_each(world);
    let days = world.told.iter().map(|told| world.says(told, false).1);
    let gives_way =
        |(_, before): (Date, &Verdict), (_, then): (Date, &Verdict)| gives_way(&world, before, then);
    day_by_day(days.chain([after(world.due(), 1)]).collect(), |day| world.verdict(day), gives_way)
}

#[test]
fn no_verdict_on_a_state_as_it_was_printed_is_wrong() {
    run(5000, &world(), |world| check(&world));
}

#[test]
fn what_is_final_of_a_state_is_final() {
    run(5000, &(world(), 1_i64..500), |(world, later)| check_final(&world, later));
}

#[test]
fn the_order_of_states_changes_nothing() {
    run(3000, &(world(), 0_usize..9), |(world, by)| check_order(&world.report(), world.report_day(), by));
}

#[test]
fn random_states_bring_up_every_status() {
    let judge = |world: &World| world.verdict(world.report_day());
    bring_up(&world(), judge, &[Status::Dropped]);
}
