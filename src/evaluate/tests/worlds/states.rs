//! States of a day: printed to some digits, by several sources for one day, preliminary, of a day somewhere in a
//! month, reported for a time that is not their own, of two halves that make up a whole.

use super::super::build::{actual, target, words as text};
use super::numbers::{Demand, Exact, Print, Words, better, kind, words};
use super::path::Path;
use super::{
    Calendar, after, calendar, check_order, count, hash, it, published, report_day, run, stretch, verdicts,
};
use crate::evaluate::{Verdict, evaluate};
use crate::model::{
    Actual, ActualKind, Better, Every, Holds, Indicator, Measure, Period, Report, Source, Target, Value,
};
use jiff::civil::Date;
use proptest::prelude::*;

const SCOPES: [&str; 3] = ["whole", "half-a", "half-b"];

#[derive(Debug, Clone)]
struct World {
    calendar: Calendar,
    /// A stock that is counted or measured, or a rate of a day: of that the halves say nothing.
    of: Of,
    never_falls: bool,
    seed: u64,
    told: Vec<Told>,
    asked: (usize, usize),
    reported_for: bool,
    holds: Holds,
    demand: (u8, i32, i128, i128),
    better: Better,
    baseline: bool,
    row: Option<(u8, Vec<i128>)>,
    as_of: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Counted,
    Measured,
    Rate,
}

#[derive(Debug, Clone)]
struct Told {
    /// The month after which it is told, or that in which the target is due.
    month: usize,
    aimed: bool,
    /// Of the month's last day, of another, of one somewhere in the month, in the target's period, in two months.
    when: u8,
    lot: u64,
    words: Words,
    lag: i64,
    scope: usize,
    other_definition: bool,
    wrong: Option<(i64, i64)>,
    stands_for: bool,
    margin: Option<u8>,
}

/// What is known on the report date.
struct Heard {
    time: Period,
    /// The day of which it is in truth.
    day: Date,
    scope: usize,
    number: Exact,
    printed: Option<Print>,
    published: Date,
    stands_for: bool,
    wrong: bool,
}

fn told() -> impl Strategy<Value = Told> {
    let rare = |odds: u8| (0..odds).prop_map(|lot| lot == 0);
    let when = prop_oneof![5 => Just(0_u8), 1 => 1_u8..5];
    let month = prop_oneof![2 => (1_usize..9).prop_map(|quarter| quarter * 3), 1 => 1_usize..25];
    (
        (month, rare(3), when, any::<u64>(), words(0..=2), 0_i64..100),
        (
            prop_oneof![3 => Just(0_usize), 1 => 1_usize..3],
            rare(20),
            proptest::option::weighted(0.06, (-900_i64..900, 1_i64..200)),
            rare(12),
            proptest::option::weighted(0.1, 0_u8..9),
        ),
    )
        .prop_map(
            |(
                (month, aimed, when, lot, words, lag),
                (scope, other_definition, wrong, stands_for, margin),
            )| Told {
                month,
                aimed,
                when,
                lot,
                words,
                lag,
                scope,
                other_definition,
                wrong,
                stands_for,
                margin,
            },
        )
}

fn world() -> impl Strategy<Value = World> {
    let holds = prop_oneof![
        5 => Just(Holds::AtDue),
        2 => Just(Holds::Once),
        1 => Just(Holds::Throughout { every: None }),
        1 => Just(Holds::Throughout { every: Some(Every::Quarter) }),
    ];
    let of = prop_oneof![Just(Of::Counted), Just(Of::Measured), Just(Of::Rate)];
    let off = prop_oneof![3 => Just(0_i128), 2 => -2_i128..3, 1 => -9_i128..9];
    let row = proptest::option::weighted(
        0.3,
        (prop_oneof![Just(255_u8), any::<u8>()], proptest::collection::vec(-3_i128..3, 8)),
    );
    (
        (calendar(), of, any::<bool>(), any::<u64>(), proptest::collection::vec(told(), 0..9)),
        (stretch(), (0_u8..5).prop_map(|lot| lot == 0), holds, (kind(), 0_i32..2, off, 0_i128..4), better()),
        (any::<bool>(), row, 0_i64..900),
    )
        .prop_map(
            |(
                (calendar, of, never_falls, seed, told),
                (asked, reported_for, holds, demand, better),
                (baseline, row, as_of),
            )| World {
                calendar,
                of,
                never_falls,
                seed,
                told,
                asked,
                reported_for: reported_for && holds == Holds::AtDue,
                holds,
                demand,
                better,
                baseline,
                row,
                as_of,
            },
        )
}

impl World {
    /// The true state of a day: it changes every ten days.
    fn state(&self, scope: usize, day: Date) -> Exact {
        if scope == 0 && self.of != Of::Rate {
            return self.state(1, day).plus(self.state(2, day));
        }
        let days = self.calendar.first(0).until(day).expect("in range").get_days();
        let steps = u64::try_from(days + 40).expect("from the baseline on") / 10;
        let step = |at: u64| {
            let any = i64::try_from(hash([self.seed, at, count(scope), 1]) % 7).expect("small") - 3;
            let step = if self.never_falls { any.max(0) } else { any };
            step * if self.of == Of::Counted { 1000 } else { 173 }
        };
        Exact::thousandths(30_000 + (0..steps).map(step).sum::<i64>())
    }

    fn first(&self) -> Date {
        self.calendar.first(self.asked.0)
    }

    fn due(&self) -> Date {
        self.calendar.last(self.asked.0 + self.asked.1)
    }

    fn quarters(&self) -> impl Iterator<Item = (usize, usize)> {
        let (from, length) = self.asked;
        (from..from + length).step_by(3).map(move |quarter| (quarter, 3.min(length)))
    }

    /// Counted things are whole; a rough number of them is printed in 千.
    fn words(&self, words: Words) -> Words {
        let places = if self.of == Of::Counted { -(words.places % 2) } else { words.places };
        Words { places, ..words }
    }

    fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let places = if self.of == Of::Counted { 0 } else { places };
        let low = self.state(0, self.due()).rounded(places).plus(off);
        Demand { kind, low, width, better: self.better }
    }

    /// When it is of, and of which day in truth.
    fn time(&self, told: &Told) -> (Period, Date) {
        let month = if told.aimed { self.asked.0 + self.asked.1 } else { told.month };
        let (first, last) = (self.calendar.first(month - 1), self.calendar.last(month));
        let within = |first: Date, last: Date| {
            let days = i64::from(first.until(last).expect("in range").get_days()) + 1;
            after(first, i64::try_from(told.lot % u64::try_from(days).expect("forwards")).expect("small"))
        };
        match told.when {
            0 => (Period::day(last), last),
            1 => (Period::day(within(first, last)), within(first, last)),
            2 => (Period::new(Some(first), last).expect("forwards"), within(first, last)),
            3 => (self.calendar.period(self.asked), within(self.first(), self.due())),
            _ => {
                let (first, last) = (after(last, -40), after(last, 12));
                (Period::new(Some(first), last).expect("forwards"), within(first, last))
            }
        }
    }

    fn says(&self, told: &Told, preliminary: bool) -> (Exact, Date) {
        let (time, day) = self.time(told);
        let number = self.state(told.scope, day);
        let first = after(time.end(), told.lag);
        match told.wrong {
            Some((wrong, _)) if preliminary => {
                let grain = if self.of == Of::Counted { wrong / 300 * 1000 } else { wrong };
                (number.plus(Exact::thousandths(grain)), first)
            }
            Some((_, later)) => (number, after(first, later)),
            None => (number, first),
        }
    }

    /// What is known of who is asked; of a stock also of its halves.
    fn heard(&self, as_of: Date) -> Vec<Heard> {
        let mut all = Vec::new();
        for told in &self.told {
            let (last, final_day) = self.says(told, false);
            let (first, at_first) = self.says(told, true);
            let wrong = told.wrong.is_some() && as_of < final_day;
            let (number, published) = if wrong { (first, at_first) } else { (last, final_day) };
            let related = told.scope == 0 || self.of != Of::Rate;
            if published <= as_of && related && !told.other_definition {
                let (time, day) = self.time(told);
                let printed = self.words(told.words).say(number, false).1;
                let (scope, stands_for) = (told.scope, told.stands_for);
                all.push(Heard { time, day, scope, number, printed, published, stands_for, wrong });
            }
        }
        all
    }

    fn actual(&self, place: usize, preliminary: bool) -> (Actual, Source) {
        let told = &self.told[place];
        let (number, on) = self.says(told, preliminary);
        let (value, printed) = self.words(told.words).say(number, false);
        let margin = told.margin.zip(printed).map(|(wide, printed)| {
            (printed.plus(-i128::from(wide)).written(), printed.plus(wide.into()).written())
        });
        let id = format!("paper-{place}{}", if preliminary { "-first" } else { "" });
        let one = Actual {
            dated: true,
            stands_for: told.stands_for.then(|| Period::day(self.due())),
            definition: told.other_definition.then(|| text("something else")),
            provisional: preliminary,
            ci: margin,
            ..actual(self.time(told).0, value, SCOPES[told.scope], &id)
        };
        (one, published(&id, on))
    }

    fn row(&self) -> Vec<((usize, usize), Print)> {
        let Some((mask, off)) = &self.row else { return Vec::new() };
        let low = self.demand().low;
        self.quarters()
            .zip(off)
            .enumerate()
            .filter(|(place, (quarter, _))| mask >> place & 1 == 1 && *quarter != self.asked)
            .map(|(_, (quarter, off))| (quarter, low.plus(*off)))
            .collect()
    }

    fn measure(&self) -> Measure {
        if self.of == Of::Rate { Measure::Rate } else { Measure::Stock }
    }

    fn base(&self) -> (Date, Print) {
        let day = self.calendar.last(0);
        (day, self.state(0, day).rounded(if self.of == Of::Counted { 0 } else { 1 }))
    }

    fn report(&self) -> Report {
        let mut actuals: Vec<(Actual, Source)> =
            (0..self.told.len()).map(|place| self.actual(place, false)).collect();
        for place in (0..self.told.len()).filter(|place| self.told[*place].wrong.is_some()) {
            let (one, source) = self.actual(place, true);
            actuals.push((Actual { superseded_by: Some(place), ..one }, source));
        }
        let baseline = self.baseline.then(|| Actual {
            dated: true,
            kind: ActualKind::Baseline,
            ..actual(Period::day(self.base().0), Value::Value(self.base().1.written()), "whole", "early")
        });
        let demand = self.demand();
        let ask = |name: String, of: (usize, usize), demand: Demand| Target {
            by_day: self.of == Of::Rate && !self.reported_for,
            ..target(name, self.calendar.period(of), "whole", demand.condition())
        };
        let mut targets = vec![Target {
            holds: self.holds,
            reported_for: self.reported_for,
            parts: match self.holds {
                Holds::Throughout { every: Some(_) } => {
                    self.quarters().map(|quarter| self.calendar.period(quarter)).collect()
                }
                _ => Vec::new(),
            },
            ..ask("it@world".into(), self.asked, demand)
        }];
        let row = self.row().into_iter().enumerate();
        targets.extend(row.map(|(place, (quarter, low))| {
            ask(format!("it@quarter-{place}"), quarter, Demand { low, ..demand })
        }));
        let (actuals, sources) = actuals.into_iter().unzip();
        let never_falls = self.never_falls;
        let it = it(self.measure(), "whole");
        let it = Indicator { targets, actuals, baseline, never_falls, better: self.better, ..it };
        super::report(it, sources, self.of == Of::Counted, false)
    }

    fn verdict(&self, as_of: Date) -> Verdict {
        let evaluation = evaluate(&self.report(), as_of);
        // A preliminary figure of another scope may lie as well.
        if self.told.iter().all(|told| told.wrong.is_none()) {
            assert!(
                evaluation.conflicts.is_empty(),
                "a true world has no conflict: {:?}",
                evaluation.conflicts
            );
        }
        verdicts(&evaluation)[0].clone()
    }

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
    let as_of = report_day(world.calendar, world.as_of);
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
        ("met", Holds::Once) => any(true),
        ("missed", Holds::Once) => grows && as_of > due && world.may_be_said(&heard, due, false),
        ("met", Holds::Throughout { every: None }) => false,
        ("missed", Holds::Throughout { every: None }) => any(false),
        ("met", Holds::Throughout { .. }) => ends().all(|day| world.may_be_said(&heard, day, true)),
        ("missed", Holds::Throughout { .. }) => ends().any(|day| world.may_be_said(&heard, day, false)),
        ("dropped", _) => false,
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
    Ok(())
}

/// One more true figure takes back nothing, unless it is more finely dated or written, or a correction.
fn check_final(world: &World, later: i64) -> Result<(), TestCaseError> {
    let mut world = World { told: Vec::new(), ..world.clone() };
    let mut known = Vec::new();
    for told in &world.clone().told {
        let one = Told { wrong: None, stands_for: false, when: told.when % 2, ..told.clone() };
        let of = (world.time(&one).0, one.scope);
        if !known.contains(&of) {
            known.push(of);
            world.told.push(one);
        }
    }
    let as_of = report_day(world.calendar, world.as_of);
    let (before, then) = (world.verdict(as_of), world.verdict(after(as_of, later)));
    if matches!(before.status.as_str(), "met" | "missed") {
        prop_assert_eq!(before.status, then.status, "{:?} then {:?}", before, then);
    }
    Ok(())
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
    run(3000, &(world(), 0_usize..9), |(world, by)| {
        check_order(&world.report(), report_day(world.calendar, world.as_of), by)
    });
}
