//! Rates over periods, in years that need not be calendar years: averages of their parts or not, printed to some
//! digits, said by several sources, preliminary, of other scopes, reported for a time that is not their own.

use super::super::build::{actual, target, words as text};
use super::numbers::{Demand, Exact, Print, Words, better, kind, words};
use super::path::Path;
use super::{
    Calendar, MONTHS, after, calendar, check_order, count, hash, it, published, report_day, run, stretch,
    verdicts,
};
use crate::evaluate::{Basis, Verdict, evaluate};
use crate::model::{
    Actual, ActualKind, Every, Holds, Indicator, Measure, Period, Report, Source, Target, Value,
};
use jiff::civil::Date;
use proptest::prelude::*;

type Stretch = (usize, usize);

#[derive(Debug, Clone)]
struct World {
    calendar: Calendar,
    /// True if the rate of a period is the average of its months, weighted; else each is what it is.
    averages: bool,
    seed: u64,
    told: Vec<Told>,
    asked: Stretch,
    holds: Holds,
    demand: (u8, i32, i128, i128),
    better: crate::model::Better,
    /// Thousandths, on the day before the plan.
    baseline: Option<i64>,
    /// Quarters of the period of which something is asked too, and by how much more or less than in the end.
    row: Option<(u8, Vec<i128>)>,
    as_of: i64,
}

#[derive(Debug, Clone)]
struct Told {
    of: Stretch,
    /// Of what is asked, or of a quarter of it.
    aim: u8,
    dated: bool,
    words: Words,
    lag: i64,
    /// 0 is who is asked.
    scope: u8,
    other_definition: bool,
    /// It is preliminary and wrong by some thousandths, until the final one is published so many days later.
    wrong: Option<(i64, i64)>,
    stands_for: bool,
    margin: Option<(u8, u8)>,
}

/// What a source says for who is asked, as it is known on the report date.
struct Heard {
    of: Stretch,
    dated: bool,
    number: Exact,
    printed: Option<Print>,
    published: Date,
    stands_for: bool,
    wrong: bool,
}

fn told() -> impl Strategy<Value = Told> {
    let rare = |odds: u8| (0..odds).prop_map(|lot| lot == 0);
    let wrong = proptest::option::weighted(0.1, (-2000_i64..2000, 1_i64..200));
    let margin = proptest::option::weighted(0.1, (0_u8..9, 0_u8..9));
    (
        (stretch(), 0_u8..5, rare(8), words(0..=3), 0_i64..120),
        (prop_oneof![8 => Just(0_u8), 1 => 1_u8..3], rare(15), wrong, rare(10), margin),
    )
        .prop_map(
            |((of, aim, dated, words, lag), (scope, other_definition, wrong, stands_for, margin))| Told {
                of,
                aim,
                dated,
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
        1 => Just(Holds::Once),
        1 => Just(Holds::Throughout { every: None }),
        2 => Just(Holds::Throughout { every: Some(Every::Quarter) }),
    ];
    let off = prop_oneof![3 => Just(0_i128), 2 => -2_i128..3, 1 => -30_i128..30];
    let demand = (kind(), 0_i32..3, off, 0_i128..4);
    let row = proptest::option::weighted(
        0.3,
        (prop_oneof![Just(255_u8), any::<u8>()], proptest::collection::vec(-3_i128..3, 8)),
    );
    (
        (calendar(), any::<bool>(), any::<u64>(), proptest::collection::vec(told(), 0..8)),
        (stretch(), holds, demand, better()),
        (proptest::option::of(60_000_i64..66_000), row, 0_i64..950),
    )
        .prop_map(
            |((calendar, averages, seed, told), (asked, holds, demand, better), (baseline, row, as_of))| {
                World { calendar, averages, seed, told, asked, holds, demand, better, baseline, row, as_of }
            },
        )
}

impl World {
    fn month(&self, month: usize, scope: u8) -> i64 {
        60_000 + i64::try_from(hash([self.seed, count(month), scope.into(), 1]) % 6000).expect("small")
    }

    /// The true rate of some months, or of one of their days.
    fn rate(&self, (from, length): Stretch, dated: bool, scope: u8) -> Exact {
        if length == 1 && !dated {
            return Exact::thousandths(self.month(from, scope));
        }
        if dated || !self.averages {
            let any =
                hash([self.seed, count(from * 100 + length), scope.into(), 2 + u64::from(dated)]) % 6000;
            return Exact::thousandths(60_000 + i64::try_from(any).expect("small"));
        }
        let weight = |month: usize| i128::from(hash([self.seed, count(month), scope.into(), 4]) % 5 + 1);
        let months = || from..from + length;
        let sum: i128 = months().map(|month| weight(month) * i128::from(self.month(month, scope))).sum();
        Exact::new(sum, 1000 * months().map(weight).sum::<i128>())
    }

    fn of(&self, told: &Told) -> Stretch {
        let (from, length) = self.asked;
        match told.aim {
            0 => self.asked,
            1 | 2 if length > 3 => (from + (told.of.0 / 3 * 3) % length, 3),
            _ => told.of,
        }
    }

    fn due(&self) -> Date {
        self.calendar.last(self.asked.0 + self.asked.1)
    }

    fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let low = self.rate(self.asked, false, 0).rounded(places).plus(off);
        Demand { kind, low, width, better: self.better }
    }

    fn quarters(&self) -> impl Iterator<Item = Stretch> {
        let (from, length) = self.asked;
        (from..from + length).step_by(3).map(move |quarter| (quarter, 3.min(length)))
    }

    /// Of whom a figure is, of what and where its day is not stated; the first is of no day, so that this is the
    /// rate of a period.
    fn is_dated(&self, place: usize) -> bool {
        self.told[place].dated && place > 0
    }

    /// Each thing told: as it is known at first, with when it is published, and as it is known in the end.
    fn says(&self, place: usize, preliminary: bool) -> (Exact, Date) {
        let told = &self.told[place];
        let of = self.of(told);
        let number = self.rate(of, self.is_dated(place), told.scope);
        let first = after(self.calendar.last(of.0 + of.1), told.lag);
        match told.wrong {
            Some((wrong, _)) if preliminary => (number.plus(Exact::thousandths(wrong)), first),
            Some((_, later)) => (number, after(first, later)),
            None => (number, first),
        }
    }

    fn heard(&self, as_of: Date) -> Vec<Heard> {
        let mut all = Vec::new();
        for (place, told) in self.told.iter().enumerate() {
            let (last, final_day) = self.says(place, false);
            let (first, day) = self.says(place, true);
            let wrong = told.wrong.is_some() && as_of < final_day;
            let (number, published) = if wrong { (first, day) } else { (last, final_day) };
            if published <= as_of && told.scope == 0 && !told.other_definition {
                let printed = told.words.say(number, true).1;
                let (of, dated) = (self.of(told), self.is_dated(place));
                all.push(Heard { of, dated, number, printed, published, stands_for: told.stands_for, wrong });
            }
        }
        all
    }

    fn actual(&self, place: usize, preliminary: bool) -> (Actual, Source) {
        let told = &self.told[place];
        let (number, on) = self.says(place, preliminary);
        let (value, printed) = told.words.say(number, true);
        let id = format!("paper-{place}{}", if preliminary { "-first" } else { "" });
        let margin = told.margin.zip(printed).map(|((less, more), printed)| {
            (printed.plus(-i128::from(less)).written(), printed.plus(more.into()).written())
        });
        let time = self.calendar.period(self.of(told));
        let one = Actual {
            dated: self.is_dated(place),
            stands_for: told.stands_for.then(|| self.calendar.period(self.asked)),
            definition: told.other_definition.then(|| text("something else")),
            provisional: preliminary,
            ci: margin,
            ..actual(time, value, ["city", "province", "town-a"][usize::from(told.scope)], &id)
        };
        (one, published(&id, on))
    }

    /// What else is asked: of quarters of the period.
    fn row(&self) -> Vec<(Stretch, Print)> {
        let Some((mask, off)) = &self.row else { return Vec::new() };
        let low = self.demand().low;
        self.quarters()
            .zip(off)
            .enumerate()
            .filter(|(place, (quarter, _))| mask >> place & 1 == 1 && *quarter != self.asked)
            .map(|(_, (quarter, off))| (quarter, low.plus(*off)))
            .collect()
    }

    fn report(&self) -> Report {
        let all = (0..self.told.len()).filter(|place| self.told[*place].wrong.is_some());
        let first: Vec<usize> = all.collect();
        let mut actuals: Vec<(Actual, Source)> =
            (0..self.told.len()).map(|place| self.actual(place, false)).collect();
        for place in first {
            let (one, source) = self.actual(place, true);
            actuals.push((Actual { superseded_by: Some(place), ..one }, source));
        }
        let baseline = self.baseline.map(|number| Actual {
            dated: true,
            kind: ActualKind::Baseline,
            ..actual(
                Period::day(self.calendar.last(0)),
                Value::Value(Exact::thousandths(number).rounded(1).written()),
                "city",
                "early",
            )
        });
        let ask = |name: String, of: Stretch, demand: Demand| {
            target(name, self.calendar.period(of), "city", demand.condition())
        };
        let demand = self.demand();
        let mut targets = vec![Target {
            holds: self.holds,
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
        let it = Indicator { targets, actuals, baseline, better: self.better, ..it(Measure::Rate, "city") };
        super::report(it, sources, false, self.averages)
    }

    fn verdict(&self, as_of: Date) -> Verdict {
        let evaluation = evaluate(&self.report(), as_of);
        if !self.heard(as_of).iter().any(|one| one.wrong)
            && self.told.iter().all(|told| told.scope == 0 || told.wrong.is_none())
        {
            assert!(
                evaluation.conflicts.is_empty(),
                "a true world has no conflict: {:?}",
                evaluation.conflicts
            );
        }
        verdicts(&evaluation)[0].clone()
    }

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
    let inside = |one: &&Heard| !one.dated && from <= one.of.0 && one.of.0 + one.of.1 <= from + length;
    if let Holds::Throughout { every } = world.holds
        && heard.iter().any(|one| inside(&one) || one.stands_for)
    {
        let kept = world.quarters().any(|of| world.may_be_said(heard, of, true));
        prop_assert!(every.is_some() && ahead && kept, "{verdict:?}");
        return Ok(());
    }
    let mut bear: Vec<&Heard> = heard.iter().filter(|one| inside(one) || one.stands_for).collect();
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
    let as_of = report_day(world.calendar, world.as_of);
    let (verdict, heard, due) = (world.verdict(as_of), world.heard(as_of), world.due());
    let status = verdict.status.as_str();
    let demand = world.demand();
    let inside = || {
        let (from, length) = world.asked;
        heard.iter().filter(move |one| !one.dated && from <= one.of.0 && one.of.0 + one.of.1 <= from + length)
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
        ("missed", Holds::Once) | ("met", Holds::Throughout { every: None }) => false,
        ("met", Holds::Throughout { .. }) => world.quarters().all(|of| world.may_be_said(&heard, of, true)),
        ("missed", Holds::Throughout { .. }) => {
            world.quarters().any(|of| world.may_be_said(&heard, of, false))
        }
        ("reached" | "dropped", _) => false,
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

/// One more true figure takes back nothing, unless it is more finely written or a correction.
fn check_final(world: &World, later: i64) -> Result<(), TestCaseError> {
    let mut world = World { told: Vec::new(), ..world.clone() };
    let mut known = Vec::new();
    for told in &world.clone().told {
        let one = Told { wrong: None, stands_for: false, ..told.clone() };
        if !known.contains(&world.of(&one)) {
            known.push(world.of(&one));
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
fn no_verdict_on_the_rate_of_a_period_is_wrong() {
    assert!(MONTHS == 24, "two years");
    run(5000, &world(), |world| check(&world));
}

#[test]
fn what_is_final_of_the_rate_of_a_period_is_final() {
    run(5000, &(world(), 1_i64..500), |(world, later)| check_final(&world, later));
}

#[test]
fn the_order_of_rates_changes_nothing() {
    run(3000, &(world(), 0_usize..9), |(world, by)| {
        check_order(&world.report(), report_day(world.calendar, world.as_of), by)
    });
}
