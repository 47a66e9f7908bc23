//! Rates over periods, in years that need not be calendar years: averages of their parts or not, printed to some
//! digits, said by several sources, preliminary, of other scopes, reported for a time that is not their own.

pub mod world;

use self::world::*;
use super::numbers::{Demand, Exact};
use super::path::Path;
use super::{bring_up, check_order, day_by_day, later_day, one_of_each, run, takes_nothing_back};
use crate::evaluate::{Basis, Status, Verdict};
use crate::model::Holds;
use jiff::civil::Date;
use proptest::prelude::*;

impl World {
    /// Whether it may be said of a period that what is asked held, or that it did not: it is true, or that is what
    /// was published of exactly that period, or else reported for it.
    fn may_be_said(&self, heard: &[Heard], of: Stretch, held: bool) -> bool {
        let demand = self.demand();
        let due = self.calendar.last(of.0 + of.1);
        let in_time = || heard.iter().filter(|one| one.published >= due);
        let exact: Vec<&Heard> = in_time().filter(|one| !one.dated && one.of == of).collect();
        let finest = exact.iter().filter_map(|one| one.printed).map(|printed| printed.places).max();
        let is_finest = |one: &&&Heard| one.printed.is_some_and(|printed| Some(printed.places) == finest);
        let says = |one: &Heard| {
            demand.as_published(one.printed) == Some(held) || demand.satisfies(one.number) == held
        };
        demand.satisfies(self.rate(of, false, 0)) == held
            || exact.iter().filter(is_finest).any(|one| demand.as_published(one.printed) == Some(held))
            || (exact.is_empty() && of == self.asked && in_time().any(|one| one.stands_for && says(one)))
    }

    fn path(&self) -> Option<Path> {
        let demand = self.demand();
        let goal = demand.goal()?;
        let rises = demand.rises();
        let base = self.baseline.map(|number| Exact::thousandths(number).rounded(1).exact());
        let on_the_way = |base: &Exact| if rises { *base < goal } else { *base > goal };
        let start = base.filter(on_the_way).map(|base| (self.calendar.last(0), base));
        let row = self.row();
        let points: Vec<(Date, Exact)> = row
            .iter()
            .filter(|(quarter, _)| quarter.0 + quarter.1 < self.asked.0 + self.asked.1)
            .filter_map(|((from, length), low)| {
                Some((self.calendar.last(from + length), Demand { low: *low, ..demand }.goal()?))
            })
            .collect();
        // Every quarter, or the middle, divides the period into steps of one length.
        let (from, length) = self.asked;
        let ends: Vec<usize> =
            row.iter().map(|((quarter, _), _)| quarter + 3 - from).filter(|end| *end < length).collect();
        let step = ends.first().copied().unwrap_or(length);
        let even = step * (ends.len() + 1) == length && ends.windows(2).all(|pair| pair[1] - pair[0] == step);
        let level = (self.calendar.last(0), goal);
        if points.is_empty() && start.is_none() {
            return Some(Path::new(Some(level), &[], true, (self.due(), goal), rises));
        }
        let points: Vec<(Date, Exact)> = match start {
            None if !even => {
                // Against the threshold itself, below which nothing is easier.
                points
                    .into_iter()
                    .filter(|(_, value)| if rises { *value >= goal } else { *value <= goal })
                    .collect()
            }
            _ => points,
        };
        if points.is_empty() && start.is_none() {
            return Some(Path::new(Some(level), &[], true, (self.due(), goal), rises));
        }
        Some(Path::new(start, &points, even || start.is_none(), (self.due(), goal), rises))
    }
}

/// What it says on the way is true of what was told last.
fn check_path(world: &World, heard: &[Heard], verdict: &Verdict) -> Result<(), TestCaseError> {
    let demand = world.demand();
    let ahead = verdict.status.as_str() == "on_track";
    let (from, length) = world.asked;
    let inside = |one: &&Heard| {
        (!one.dated || one.stands_for) && from <= one.of.0 && one.of.0 + one.of.1 <= from + length
    };
    let mut bear: Vec<&Heard> = heard.iter().filter(inside).collect();
    if let Holds::Throughout { every } = world.holds
        && !bear.is_empty()
    {
        let kept = world.quarters().any(|of| world.may_be_said(heard, of, true));
        prop_assert!(every.is_some() && ahead && kept, "{verdict:?}");
        return Ok(());
    }
    if bear.is_empty() {
        // A year as long before it.
        let before = |one: &&Heard| !one.dated && one.of.1 == length && one.of.0 + length <= from;
        bear = heard.iter().filter(before).collect();
    }
    let end = |one: &Heard| one.of.0 + one.of.1;
    let last = bear.iter().map(|one| end(one)).max();
    let stands = |one: &&&Heard| {
        let Some(goal) = demand.goal() else {
            return demand.satisfies(one.number) == ahead || demand.as_published(one.printed) == Some(ahead);
        };
        let planned = world.path().and_then(|path| path.at(world.calendar.last(end(one))));
        let Some(planned) = planned else { return false };
        let holds = |number: Exact| {
            let (kept, level) = if demand.rises() {
                (number >= planned, number < planned)
            } else {
                (number <= planned, number > planned)
            };
            if ahead { kept } else { level }
        };
        // At the threshold itself it stands as it would be judged.
        let printed = one.printed.filter(|printed| planned == goal && printed.places >= demand.low.places);
        holds(one.number) || printed.is_some_and(|printed| holds(printed.exact()))
    };
    let of_last = bear.iter().filter(|one| Some(end(one)) == last);
    prop_assert!(of_last.clone().any(|one| stands(&one)), "{verdict:?}");
    Ok(())
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let as_of = world.report_day();
    let (verdict, heard, due) = (world.verdict(as_of), world.heard(as_of), world.due());
    let status = verdict.status.as_str();
    let demand = world.demand();
    let inside = || {
        let (from, length) = world.asked;
        let bears = |one: &&Heard| !one.dated || one.stands_for;
        let inside = move |one: &&Heard| from <= one.of.0 && one.of.0 + one.of.1 <= from + length;
        heard.iter().filter(bears).filter(inside)
    };
    let any = |held: bool| {
        inside()
            .any(|one| demand.satisfies(one.number) == held || demand.as_published(one.printed) == Some(held))
    };
    let right = match (status, world.holds) {
        ("met", Holds::AtDue) => as_of >= due && world.may_be_said(&heard, world.asked, true),
        ("missed", Holds::AtDue) => as_of > due && world.may_be_said(&heard, world.asked, false),
        ("met", Holds::Once) => any(true),
        ("missed", Holds::Throughout { every: None }) => any(false),
        ("reached" | "dropped", _) | ("missed", Holds::Once) | ("met", Holds::Throughout { every: None }) => {
            false
        }
        ("met", Holds::Throughout { .. }) => world.quarters().all(|of| world.may_be_said(&heard, of, true)),
        ("missed", Holds::Throughout { .. }) => {
            world.quarters().any(|of| world.may_be_said(&heard, of, false))
        }
        ("on_track" | "behind", _) => {
            prop_assert!(as_of <= due, "{verdict:?}");
            if !heard.iter().any(|one| one.wrong) {
                check_path(world, &heard, &verdict)?;
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
    // A preliminary figure may be wrong, and is called so.
    let wrong = verdict.provisional && heard.iter().any(|one| one.wrong);
    prop_assert!(right || wrong, "{verdict:?}");
    check_published(world, &heard, &verdict, as_of)
}

/// What is published of exactly the period, as finely as what is asked, decides; and without any it is not known.
fn check_published(
    world: &World,
    heard: &[Heard],
    verdict: &Verdict,
    as_of: Date,
) -> Result<(), TestCaseError> {
    let (due, demand, status) = (world.due(), world.demand(), verdict.status.as_str());
    if world.holds != Holds::AtDue || as_of <= due || heard.iter().any(|one| one.wrong) {
        return Ok(());
    }
    let in_time: Vec<&Heard> = heard.iter().filter(|one| one.published >= due).collect();
    let exact: Vec<&&Heard> = in_time.iter().filter(|one| !one.dated && one.of == world.asked).collect();
    let finest = exact.iter().filter_map(|one| one.printed).max_by_key(|printed| printed.places);
    if exact.iter().all(|one| one.printed.is_some())
        && let Some(held) = demand.as_published(finest)
    {
        prop_assert_eq!(status, if held { "met" } else { "missed" }, "as published: {:?}", verdict);
    }
    let said = matches!(status, "met" | "missed");
    if exact.is_empty() && !world.averages && !in_time.iter().any(|one| one.stands_for) {
        prop_assert!(!said, "nobody knows: {verdict:?}");
    }
    let of_the_period =
        verdict.dated == Some(world.calendar.period(world.asked)) && verdict.basis != Some(Basis::StandsFor);
    if said && of_the_period && !world.told.iter().any(|told| told.stands_for) {
        let rate = world.rate(world.asked, false, 0);
        prop_assert!(rate.is_in(verdict.interval), "{rate:?} {verdict:?}");
    }
    Ok(())
}

/// The world with one true figure of each time.
fn with_one_of_each(world: &World) -> World {
    let told = world.told.iter().map(|told| Told { wrong: None, stands_for: false, ..told.clone() });
    let told: Vec<Told> = told.collect();
    World { told: one_of_each(&told, |one| world.of(one)), ..world.clone() }
}

/// One more true figure takes back nothing, unless it is more finely written or a correction.
fn check_final(world: &World, later: i64) -> Result<(), TestCaseError> {
    let world = with_one_of_each(world);
    let as_of = world.report_day();
    let (before, then) = (world.verdict(as_of), world.verdict(later_day(as_of, world.due(), later)));
    takes_nothing_back(&before, &then)
}

/// The same on every day on which something is published.
pub fn stays_final(world: &World) -> Result<bool, TestCaseError> {
    let world = with_one_of_each(world);
    let days = (0..world.told.len()).map(|place| world.says(place, false).1);
    let days = days.chain([super::after(world.due(), 1)]).collect();
    day_by_day(days, |day| world.verdict(day), |_, _| false)
}

#[test]
fn no_verdict_on_the_rate_of_a_period_is_wrong() {
    run(5000, &world(), |world| check(&world));
}

#[test]
fn what_is_final_of_the_rate_of_a_period_is_final() {
    run(5000, &(world(), 1_i64..500), |(world, later)| check_final(&world, later));
}

#[test]
fn the_order_of_rates_changes_nothing() {
    run(3000, &(world(), 0_usize..9), |(world, by)| check_order(&world.report(), world.report_day(), by));
}

#[test]
fn random_rates_bring_up_every_status() {
    let judge = |world: &World| world.verdict(world.report_day());
    bring_up(&world(), judge, &[Status::Dropped, Status::Reached]);
}
