//! Sums and balances: measured ones printed to some digits, financial years, quotas for parts of the period,
//! revisions before and after the due day, counts of which it is known when they began at the latest.

use super::super::build::{actual, target, words as text};
use super::numbers::{Demand, Exact, Print, Words, better, kind, words};
use super::path::Path;
use super::{
    Calendar, Saying, after, bring_up, calendar, check_order, count, day_by_day, hash,
    is_more_finely_written, it, later_day, published, report_day, run, stretch, takes_nothing_back, verdicts,
};
use crate::evaluate::{Status, Verdict, evaluate};
use crate::model::{
    Actual, Better, Indicator, Measure, Period, Report, Revision, RevisionChange, Source, Target,
};
use jiff::civil::Date;
use proptest::prelude::*;

type Stretch = (usize, usize);

#[derive(Debug, Clone)]
pub struct World {
    pub calendar: Calendar,
    pub signed: bool,
    pub counted: bool,
    /// True if two halves make up the whole; else two towns are some of a city.
    pub complete: bool,
    pub seed: u64,
    pub told: Vec<Told>,
    pub asked: Stretch,
    pub due_earlier: usize,
    pub demand: (u8, i32, i128, i128),
    pub better: Better,
    pub row: Option<(u8, Vec<i128>)>,
    /// Days from the start, how much later its source is published, and by how much was asked before; or that
    /// it is dropped.
    pub revised: Option<(i64, i64, Option<i128>)>,
    pub as_of: super::When,
    /// A figure that is false, and by how much.
    pub lie: Option<(usize, i64)>,
}

#[derive(Debug, Clone)]
pub struct Told {
    pub of: Stretch,
    pub aim: u8,
    pub words: Words,
    pub lag: i64,
    pub scope: usize,
    /// Its start is not stated: so many months before it it had not begun, so many after it it had.
    pub unknown: Option<(Option<usize>, Option<usize>)>,
    pub same_start: bool,
    pub partial: bool,
    pub provisional: bool,
}

fn told() -> impl Strategy<Value = Told> {
    let rare = |odds: u8| (0..odds).prop_map(|lot| lot == 0);
    let months = || proptest::option::of(0_usize..4);
    let unknown = proptest::option::weighted(0.15, (months(), months()));
    ((stretch(), 0_u8..4, words(-2..=2), 0_i64..90, 0_usize..4), (unknown, any::<bool>(), rare(12), rare(8)))
        .prop_map(|((of, aim, words, lag, scope), (unknown, same_start, partial, provisional))| Told {
            of,
            aim,
            words,
            lag,
            scope: scope % 3,
            unknown,
            same_start,
            partial,
            provisional,
        })
}

pub fn world() -> impl Strategy<Value = World> {
    let off = prop_oneof![2 => Just(0_i128), 2 => -2_i128..3, 3 => -300_i128..300];
    let row = proptest::option::weighted(
        0.3,
        (prop_oneof![Just(255_u8), any::<u8>()], proptest::collection::vec(-9_i128..9, 8)),
    );
    let revised = proptest::option::weighted(
        0.25,
        (0_i64..900, 0_i64..200, proptest::option::weighted(0.8, -200_i128..200)),
    );
    let earlier = prop_oneof![6 => Just(0_usize), 1 => 1_usize..6];
    (
        (calendar(), any::<bool>(), any::<bool>(), any::<bool>(), any::<u64>()),
        (proptest::collection::vec(told(), 0..10), stretch(), earlier),
        ((kind(), -1_i32..2, off, 0_i128..90), better()),
        (row, revised, super::when()),
    )
        .prop_map(
            |(
                (calendar, signed, counted, complete, seed),
                (told, asked, earlier),
                (demand, better),
                (row, revised, as_of),
            )| World {
                calendar,
                signed,
                counted,
                complete,
                seed,
                told,
                asked,
                due_earlier: earlier.min(asked.1 - 1),
                demand,
                better,
                row,
                revised,
                as_of,
                lie: None,
            },
        )
}

impl World {
    fn scope(&self, scope: usize) -> &'static str {
        let names = if self.complete { ["whole", "half-a", "half-b"] } else { ["city", "town-a", "town-b"] };
        names[scope]
    }

    /// What came together in some months.
    pub fn sum(&self, scope: usize, (from, length): Stretch) -> Exact {
        let parts = match scope {
            0 if self.complete => 1..3,
            0 => 1..4,
            one => one..one + 1,
        };
        let amount = |month: usize, part: usize| {
            let any = i64::try_from(hash([self.seed, count(month), count(part), 1]) % 81).expect("small");
            let amount = if self.signed { any - 35 } else { (any - 20).max(0) };
            amount * if self.counted { 1000 } else { 1237 }
        };
        let months = || from..from + length;
        Exact::thousandths(
            parts.flat_map(|part| months().map(move |month| (month, part))).map(|(m, p)| amount(m, p)).sum(),
        )
    }

    fn judged(&self) -> Stretch {
        (self.asked.0, self.asked.1 - self.due_earlier)
    }

    fn report_day(&self) -> Date {
        report_day(self.calendar, self.due(), self.as_of)
    }

    fn due(&self) -> Date {
        self.calendar.last(self.asked.0 + self.asked.1 - self.due_earlier)
    }

    fn of(&self, told: &Told) -> Stretch {
        let (from, length) = self.judged();
        match told.aim {
            0 => (from, (told.of.0 + told.of.1) % length + 1),
            1 if length > 3 => {
                (from + (told.of.0 / 3 * 3) % length, 3.min(length - (told.of.0 / 3 * 3) % length))
            }
            _ => told.of,
        }
    }

    fn places(&self, places: i32) -> i32 {
        if self.counted { places.min(0) } else { places }
    }

    fn limited(&self, print: Print) -> Print {
        if self.signed { print } else { Print { units: print.units.max(1), ..print } }
    }

    pub fn demand(&self, more: i128) -> Demand {
        let (kind, places, off, width) = self.demand;
        let low = self.sum(0, self.judged()).rounded(self.places(places)).plus(off + more);
        Demand { kind, low: self.limited(low), width, better: self.better }
    }

    /// What is judged on a day; none if it was dropped by then.
    fn in_force(&self, as_of: Date) -> Option<Demand> {
        let last = as_of.min(self.due());
        match self.revised {
            Some((on, lag, was)) if after(self.calendar.first(0), on + lag) <= last => {
                was.map(|_| self.demand(0))
            }
            Some((_, _, Some(was))) => Some(self.demand(was)),
            _ => Some(self.demand(0)),
        }
    }

    /// The number that is told, and the days on which it is published.
    fn says(&self, place: usize) -> (Exact, Date) {
        let told = &self.told[place];
        let of = self.of(told);
        let number = self.sum(told.scope, of);
        let zero = Exact::thousandths(0);
        let number = match self.lie {
            Some((liar, wrong)) if liar == place => number.plus(Exact::thousandths(wrong * 1000)).max(zero),
            _ if told.partial && !self.signed => number.less(Exact::thousandths(7000)).max(zero),
            _ => number,
        };
        (number, after(self.calendar.last(of.0 + of.1), told.lag))
    }

    fn words(&self, words: Words) -> Words {
        Words { places: self.places(words.places), ..words }
    }

    fn actual(&self, place: usize) -> (Actual, Source) {
        let told = &self.told[place];
        let (number, on) = self.says(place);
        let (from, length) = self.of(told);
        let value = self.words(told.words).say(number, self.signed).0;
        let id = format!("paper-{place}");
        let whole = self.calendar.period((from, length));
        let (earliest, latest) = told.unknown.unwrap_or_default();
        let time = match told.unknown {
            Some(_) => Period::new(None, whole.end()).expect("forwards"),
            None => whole,
        };
        let month = |month: usize| self.calendar.first(month);
        let one = Actual {
            partial: told.partial && !self.signed,
            provisional: told.provisional,
            since_at_earliest: earliest.map(|months| month(from.saturating_sub(months))),
            since_at_latest: latest.map(|months| month((from + months).min(from + length - 1))),
            ..actual(time, value, self.scope(told.scope), &id)
        };
        (one, published(&id, on))
    }

    /// Quotas for quarters of the period, where less than them fails.
    fn row(&self) -> Vec<(Stretch, Demand)> {
        let demand = self.demand(0);
        let (from, length) = self.asked;
        let Some((mask, off)) = &self.row else { return Vec::new() };
        if self.signed || self.due_earlier > 0 || length < 6 || !demand.rises() {
            return Vec::new();
        }
        let share = |off: i128| {
            let quarters = i128::try_from(length / 3).expect("small");
            Print { units: (demand.low.units / quarters + off).max(0), ..demand.low }
        };
        (0..length / 3)
            .zip(off)
            .filter(|(place, _)| mask >> place & 1 == 1)
            .map(|(place, off)| ((from + place * 3, 3), Demand { low: share(*off), ..demand }))
            .collect()
    }

    pub fn report(&self) -> Report {
        let (mut actuals, mut sources): (Vec<Actual>, Vec<Source>) =
            (0..self.told.len()).map(|place| self.actual(place)).unzip();
        // Some of those that began together say so.
        let start = |told: &Told| (told.scope, self.of(told).0);
        for (place, told) in self.told.iter().enumerate() {
            let other = self.told[..place].iter().position(|other| start(other) == start(told));
            let unknown = told.unknown.is_some() && told.same_start;
            actuals[place].same_start_as = other.filter(|_| unknown);
        }
        let mut revisions = Vec::new();
        if let Some((on, lag, was)) = self.revised {
            let on = after(self.calendar.first(0), on);
            sources.push(published("decree", after(on, lag)));
            revisions.push(Revision {
                on,
                change: was
                    .map_or(RevisionChange::Dropped, |was| RevisionChange::Was(self.demand(was).condition())),
                why: text("reason"),
                who: None,
                source: Some((super::super::build::source_id("decree"), "p. 1".into())),
            });
        }
        let ask = |name: String, of: Stretch, demand: Demand| {
            target(name, self.calendar.period(of), self.scope(0), demand.condition())
        };
        let main =
            Target { due: self.due(), revisions, ..ask("it@world".into(), self.asked, self.demand(0)) };
        let row = self.row().into_iter().enumerate();
        let row = row.map(|(place, (of, demand))| ask(format!("it@quarter-{place}"), of, demand));
        let it = Indicator {
            targets: std::iter::once(main).chain(row).collect(),
            actuals,
            signed: self.signed,
            better: self.better,
            ..it(Measure::Flow, self.scope(0))
        };
        super::report(it, sources, self.counted, false)
    }

    fn verdict(&self, as_of: Date) -> Verdict {
        let evaluation = evaluate(&self.report(), as_of);
        assert!(evaluation.conflicts.is_empty(), "a true world has no conflict: {:?}", evaluation.conflicts);
        verdicts(&evaluation)[0].clone()
    }

    /// What was said by a day of exactly what is judged, all of it.
    fn sayings(&self, as_of: Date) -> Vec<Saying> {
        let mut all = Vec::new();
        for (place, told) in self.told.iter().enumerate() {
            let (number, on) = self.says(place);
            let is_all = self.signed || !told.partial;
            if told.scope == 0
                && self.of(told) == self.judged()
                && is_all
                && told.unknown.is_none()
                && on <= as_of
            {
                all.push(self.words(told.words).say(number, self.signed));
            }
        }
        all
    }

    /// What was published by a day of exactly what is judged, as printed.
    fn published(&self, as_of: Date) -> Vec<Print> {
        self.sayings(as_of).into_iter().filter_map(|(_, printed)| printed).collect()
    }

    fn path(&self, demand: Demand) -> Option<(Path, bool)> {
        let (low, about) = (demand.low.exact(), demand.low.about());
        let (goal, minimum) = match (demand.kind, demand.better) {
            (1 | 3, _) => (low, false),
            (7, Better::Lower) => (low.plus(about), false),
            (7, _) => (low.less(about), true),
            _ => (low, true),
        };
        let zero = Exact::thousandths(0);
        let start = Some((self.calendar.last(self.asked.0), zero));
        let end = self.asked.0 + self.asked.1;
        let mut total = zero;
        let mut points = Vec::new();
        for ((from, length), quota) in self.row() {
            total = total.plus(quota.goal()?);
            if from + length < end {
                points.push((self.calendar.last(from + length), total));
            }
        }
        let first = self.calendar.last(self.asked.0 + 3);
        let even = points.len() + 1 == self.asked.1 / 3
            // The middle of the period alone.
            || (points.len() == 1 && points[0].0 == self.calendar.last(self.asked.0 + self.asked.1 / 2))
            // Every other quarter of two years.
            || (self.asked.1 == 24
                && points.len() == 3
                && points.iter().zip([6, 12, 18]).all(|(point, month)| point.0 == self.calendar.last(self.asked.0 + month)));
        assert!(first > self.calendar.last(self.asked.0), "quarters go forwards");
        Some((Path::new(start, &points, even, (self.due(), goal), minimum), minimum))
    }
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let as_of = world.report_day();
    let (verdict, due) = (world.verdict(as_of), world.due());
    let status = verdict.status.as_str();
    let total = world.sum(0, world.judged());
    prop_assert!(total.is_in(verdict.interval), "{total:?} {verdict:?}");
    let Some(demand) = world.in_force(as_of) else {
        prop_assert_eq!(status, "dropped");
        return Ok(());
    };
    prop_assert_eq!(&verdict.condition, &demand.condition(), "what was in force on the due day");
    let published = world.published(as_of);
    let says = |held: bool| {
        demand.satisfies(total) == held
            || published.iter().any(|printed| demand.as_published(Some(*printed)) == Some(held))
    };
    let too_much = || {
        let fine = published.iter().filter(|printed| printed.places >= demand.low.places);
        demand.is_too_much(total) || fine.clone().any(|printed| demand.is_too_much(printed.exact()))
    };
    match status {
        "met" => {
            let for_good = !world.signed && matches!(demand.kind, 0 | 2 | 5 | 7);
            prop_assert!((as_of >= due || for_good) && says(true), "{total:?} {verdict:?}");
        }
        "missed" => {
            prop_assert!(
                says(false) && (as_of > due || (!world.signed && too_much())),
                "{total:?} {verdict:?}"
            );
        }
        "on_track" | "behind" | "under_way" | "not_due" => prop_assert!(as_of <= due, "{verdict:?}"),
        "undetermined" => prop_assert!(as_of > due, "{verdict:?}"),
        "reached" | "dropped" => prop_assert!(false, "{verdict:?}"),
        _ => {}
    }
    let told: Vec<&Told> = (0..world.told.len())
        .filter(|place| world.says(*place).1 <= as_of)
        .map(|place| &world.told[place])
        .collect();
    if matches!(status, "met" | "missed") && told.iter().all(|told| told.provisional) {
        prop_assert!(verdict.provisional || told.is_empty(), "{verdict:?}");
    }
    let Some(point) = &verdict.path else { return Ok(()) };
    let from = world.asked.0;
    let to = (from + 1..=from + world.asked.1).find(|month| world.calendar.last(*month) == point.date);
    let so_far = world.sum(0, (from, to.expect("figures end with a month") - from));
    prop_assert!(so_far.is_in(point.interval), "{so_far:?} {verdict:?}");
    let Some((path, minimum)) = world.path(demand) else { return Ok(()) };
    let planned = path.at(point.date).expect("inside the period");
    match status {
        "on_track" if minimum => prop_assert!(so_far >= planned, "{so_far:?} {planned:?} {verdict:?}"),
        "on_track" => prop_assert!(so_far <= planned, "{so_far:?} {planned:?} {verdict:?}"),
        "behind" => {
            let certain = !demand.satisfies(total);
            prop_assert!(certain || (minimum && so_far < planned), "{so_far:?} {planned:?} {verdict:?}");
        }
        _ => {}
    }
    Ok(())
}

/// True if a number that decides as it is printed gives way to one of the same days that is more finely written.
fn gives_way(world: &World, before: Date, then: Date) -> bool {
    let finest = world.published(before).into_iter().max_by_key(|printed| printed.places);
    let places = world.demand(0).low.places;
    is_more_finely_written(finest.filter(|printed| printed.places >= places), &world.sayings(then))
}

/// One more true figure takes back nothing, unless it says the same sum more finely or is a correction.
fn check_final(world: &World, later: i64) -> Result<(), TestCaseError> {
    let due = world.due();
    let afterwards = |(on, lag, _): &(i64, i64, Option<i128>)| after(world.calendar.first(0), on + lag) > due;
    let world = World { revised: world.revised.filter(afterwards), ..world.clone() };
    let as_of = world.report_day();
    let end = later_day(as_of, due, later);
    if gives_way(&world, as_of, end) {
        return Ok(());
    }
    let (before, then) = (world.verdict(as_of), world.verdict(end));
    takes_nothing_back(&before, &then)
}

/// The same on every day on which something is published.
pub fn stays_final(world: &World) -> Result<bool, TestCaseError> {
    let days = (0..world.told.len()).map(|place| world.says(place).1).chain([after(world.due(), 1)]);
    let gives_way =
        |(before, _): (Date, &Verdict), (then, _): (Date, &Verdict)| gives_way(world, before, then);
    day_by_day(days.collect(), |day| world.verdict(day), gives_way)
}

/// One more true figure never widens what is proven.
fn check_narrower(world: &World, without: usize) -> Result<(), TestCaseError> {
    let as_of = after(world.due(), 1000);
    let mut fewer = World { revised: None, ..world.clone() };
    let all = fewer.verdict(as_of).interval;
    if fewer.told.is_empty() {
        return Ok(());
    }
    // Nobody else began with it.
    for told in &mut fewer.told {
        told.same_start = false;
    }
    let most = fewer.verdict(as_of).interval;
    fewer.told.remove(without % world.told.len());
    let less = fewer.verdict(as_of).interval;
    for (more, less) in [(all, most), (most, less)] {
        prop_assert!(less.contains(&more), "{more:?} beyond {less:?}");
    }
    Ok(())
}

#[test]
fn no_verdict_on_a_sum_or_balance_is_wrong() {
    run(5000, &world(), |world| check(&world));
}

#[test]
fn what_is_final_of_a_sum_or_balance_is_final() {
    run(5000, &(world(), 1_i64..500), |(world, later)| check_final(&world, later));
}

#[test]
fn one_more_true_figure_never_widens_a_sum_or_balance() {
    run(3000, &(world(), 0_usize..9), |(world, without)| check_narrower(&world, without));
}

#[test]
fn the_order_of_sums_and_balances_changes_nothing() {
    run(3000, &(world(), 0_usize..9), |(world, by)| check_order(&world.report(), world.report_day(), by));
}

#[test]
fn random_sums_and_balances_bring_up_every_status() {
    let judge = |world: &World| world.verdict(world.report_day());
    bring_up(&world(), judge, &[Status::Reached]);
}
