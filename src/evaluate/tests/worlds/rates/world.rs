//! Rates over periods, in years that need not be calendar years: averages of their parts or not, printed to some
//! digits, said by several sources, preliminary, of other scopes, reported for a time that is not their own.

use super::super::super::build::{actual, target, words as text};
use super::super::numbers::{Demand, Exact, Print, Words, better, kind, words};
use super::super::{
    Calendar, When, after, calendar, count, hash, it, published, report, report_day, row, stretch, verdicts,
    when,
};
use crate::evaluate::{Verdict, evaluate};
use crate::model::{
    Actual, ActualKind, Better, Every, Holds, Indicator, Measure, Period, Report, Source, Target, Value,
};
use jiff::civil::Date;
use proptest::prelude::*;

pub type Stretch = (usize, usize);

#[derive(Debug, Clone)]
pub struct World {
    pub calendar: Calendar,
    /// True if the rate of a period is the average of its months, weighted; else each is what it is.
    pub averages: bool,
    pub seed: u64,
    pub told: Vec<Told>,
    pub asked: Stretch,
    pub holds: Holds,
    pub demand: (u8, i32, i128, i128),
    pub better: Better,
    /// Thousandths, on the day before the plan.
    pub baseline: Option<i64>,
    /// Quarters of the period of which something is asked too, and by how much more or less than in the end.
    pub row: Option<(u8, Vec<i128>)>,
    pub as_of: When,
}

#[derive(Debug, Clone)]
pub struct Told {
    pub of: Stretch,
    /// Of what is asked, or of one of its parts.
    pub aim: u8,
    /// Which of the parts, in turn.
    pub place: usize,
    pub dated: bool,
    pub words: Words,
    pub lag: i64,
    /// 0 is who is asked.
    pub scope: u8,
    pub other_definition: bool,
    /// It is preliminary and wrong by some thousandths, until the final one is published so many days later.
    pub wrong: Option<(i64, i64)>,
    pub stands_for: bool,
    pub margin: Option<(u8, u8)>,
}

/// What a source says for who is asked, as it is known on the report date.
pub struct Heard {
    pub of: Stretch,
    pub dated: bool,
    pub number: Exact,
    pub printed: Option<Print>,
    pub published: Date,
    pub stands_for: bool,
    pub wrong: bool,
}

pub fn told() -> impl Strategy<Value = Told> {
    let rare = |odds: u8| (0..odds).prop_map(|lot| lot == 0);
    let wrong = proptest::option::weighted(0.1, (-2000_i64..2000, 1_i64..200));
    let margin = proptest::option::weighted(0.1, (0_u8..9, 0_u8..9));
    (
        (stretch(), 0_u8..6, rare(8), words(0..=3), 0_i64..120),
        (prop_oneof![8 => Just(0_u8), 1 => 1_u8..3], rare(15), wrong, rare(10), margin),
    )
        .prop_map(
            |((of, aim, dated, words, lag), (scope, other_definition, wrong, stands_for, margin))| Told {
                of,
                aim,
                place: 0,
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

pub fn world() -> impl Strategy<Value = World> {
    let holds = prop_oneof![
        5 => Just(Holds::AtDue),
        1 => Just(Holds::Once),
        1 => Just(Holds::Throughout { every: None }),
        2 => Just(Holds::Throughout { every: Some(Every::Quarter) }),
    ];
    let off = prop_oneof![3 => Just(0_i128), 2 => -2_i128..3, 1 => -30_i128..30];
    let demand = (kind(), 0_i32..3, off, 0_i128..4);
    (
        (calendar(), any::<bool>(), any::<u64>(), proptest::collection::vec(told(), 0..8)),
        (stretch(), holds, demand, better()),
        (proptest::option::of(60_000_i64..66_000), row(), when()),
    )
        .prop_map(
            |((calendar, averages, seed, told), (asked, holds, demand, better), (baseline, row, as_of))| {
                let told = told.into_iter().enumerate().map(|(place, told)| Told { place, ..told }).collect();
                World { calendar, averages, seed, told, asked, holds, demand, better, baseline, row, as_of }
            },
        )
}

impl World {
    /// Between 60 and 66 per cent; some worlds hardly move, so that parts and whole come close to what is asked.
    fn some_rate(&self, any: u64) -> Exact {
        let wide = [40, 400, 6000][usize::try_from(self.seed % 3).expect("small")];
        Exact::thousandths(60_000 + i64::try_from(self.seed / 3 % (6001 - wide) + any % wide).expect("small"))
    }

    fn month(&self, month: usize, scope: u8) -> Exact {
        self.some_rate(hash([self.seed, count(month), scope.into(), 1]))
    }

    /// The true rate of some months, or of one of their days.
    pub fn rate(&self, (from, length): Stretch, dated: bool, scope: u8) -> Exact {
        if length == 1 && !dated {
            return self.month(from, scope);
        }
        if dated || !self.averages {
            let seeds = [self.seed, count(from * 100 + length), scope.into(), 2 + u64::from(dated)];
            return self.some_rate(hash(seeds));
        }
        let weight = |month: usize| i64::try_from(hash([self.seed, count(month), scope.into(), 4]) % 5 + 1);
        let weights: Vec<i64> = (from..from + length).map(|month| weight(month).expect("small")).collect();
        let all = weights.iter().sum::<i64>();
        let shares = (from..).zip(weights).map(|(month, weight)| self.month(month, scope).share(weight, all));
        shares.reduce(Exact::plus).expect("a month")
    }

    pub fn of(&self, told: &Told) -> Stretch {
        let (from, length) = self.asked;
        let part = |parts: usize| (from + told.place % parts * (length / parts), length / parts);
        match told.aim {
            0 => self.asked,
            1 | 2 if length % 2 == 0 => part(2),
            3 if length % 3 == 0 => part(3),
            _ => told.of,
        }
    }

    pub fn report_day(&self) -> Date {
        report_day(self.calendar, self.due(), self.as_of)
    }

    pub fn due(&self) -> Date {
        self.calendar.last(self.asked.0 + self.asked.1)
    }

    pub fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let low = self.rate(self.asked, false, 0).rounded(places).plus(off);
        Demand { kind, low, width, better: self.better }
    }

    pub fn quarters(&self) -> impl Iterator<Item = Stretch> {
        let (from, length) = self.asked;
        (from..from + length).step_by(3).map(move |quarter| (quarter, 3.min(length)))
    }

    /// Of whom a figure is, of what and where its day is not stated; the first is of no day, so that this is the
    /// rate of a period.
    pub fn is_dated(&self, place: usize) -> bool {
        self.told[place].dated && place > 0
    }

    /// Each thing told: as it is known at first, with when it is published, and as it is known in the end.
    pub fn says(&self, place: usize, preliminary: bool) -> (Exact, Date) {
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

    pub fn heard(&self, as_of: Date) -> Vec<Heard> {
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

    pub fn actual(&self, place: usize, preliminary: bool) -> (Actual, Source) {
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
    pub fn row(&self) -> Vec<(Stretch, Print)> {
        let Some((mask, off)) = &self.row else { return Vec::new() };
        let low = self.demand().low;
        self.quarters()
            .zip(off)
            .enumerate()
            .filter(|(place, (quarter, _))| mask >> place & 1 == 1 && *quarter != self.asked)
            .map(|(_, (quarter, off))| (quarter, low.plus(*off)))
            .collect()
    }

    pub fn report(&self) -> Report {
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
        report(it, sources, false, self.averages)
    }

    pub fn verdict(&self, as_of: Date) -> Verdict {
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
}
