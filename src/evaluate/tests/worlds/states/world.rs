//! States of a day: printed to some digits, by several sources for one day, preliminary, of a day somewhere in a
//! month, reported for a time that is not their own, of two halves that make up a whole.

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

const SCOPES: [&str; 3] = ["whole", "half-a", "half-b"];

#[derive(Debug, Clone)]
pub struct World {
    pub calendar: Calendar,
    /// A stock that is counted or measured, or a rate of a day: of that the halves say nothing.
    pub of: Of,
    pub never_falls: bool,
    pub seed: u64,
    pub told: Vec<Told>,
    pub asked: (usize, usize),
    pub reported_for: bool,
    pub holds: Holds,
    pub demand: (u8, i32, i128, i128),
    pub better: Better,
    pub baseline: bool,
    pub row: Option<(u8, Vec<i128>)>,
    pub as_of: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Counted,
    Measured,
    Rate,
}

#[derive(Debug, Clone)]
pub struct Told {
    /// The month after which it is told, or that in which the target is due.
    pub month: usize,
    pub aimed: bool,
    /// Of the month's last day, of another, of one somewhere in the month, in the target's period, in two months.
    pub when: u8,
    pub lot: u64,
    pub words: Words,
    pub lag: i64,
    pub scope: usize,
    pub other_definition: bool,
    pub wrong: Option<(i64, i64)>,
    pub stands_for: bool,
    pub margin: Option<u8>,
}

/// What is known on the report date.
pub struct Heard {
    pub time: Period,
    /// The day of which it is in truth.
    pub day: Date,
    pub scope: usize,
    pub number: Exact,
    pub printed: Option<Print>,
    pub published: Date,
    pub stands_for: bool,
    pub wrong: bool,
    /// The confidence interval that its source gives.
    pub margin: Option<(Exact, Exact)>,
}

pub fn told() -> impl Strategy<Value = Told> {
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

pub fn world() -> impl Strategy<Value = World> {
    let holds = prop_oneof![
        5 => Just(Holds::AtDue),
        2 => Just(Holds::Once),
        1 => Just(Holds::Throughout { every: None }),
        1 => Just(Holds::Throughout { every: Some(Every::Quarter) }),
    ];
    let of = prop_oneof![Just(Of::Counted), Just(Of::Measured), Just(Of::Rate)];
    let off = prop_oneof![3 => Just(0_i128), 2 => -2_i128..3, 1 => -9_i128..9];
    (
        (calendar(), of, any::<bool>(), any::<u64>(), proptest::collection::vec(told(), 0..9)),
        (stretch(), (0_u8..5).prop_map(|lot| lot == 0), holds, (kind(), 0_i32..2, off, 0_i128..4), better()),
        (any::<bool>(), row(), when()),
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
    pub fn state(&self, scope: usize, day: Date) -> Exact {
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
        // What is left never falls below nothing.
        Exact::thousandths((30_000 + (0..steps).map(step).sum::<i64>()).max(0))
    }

    pub fn first(&self) -> Date {
        self.calendar.first(self.asked.0)
    }

    pub fn report_day(&self) -> Date {
        report_day(self.calendar, self.due(), self.as_of)
    }

    pub fn due(&self) -> Date {
        self.calendar.last(self.asked.0 + self.asked.1)
    }

    pub fn quarters(&self) -> impl Iterator<Item = (usize, usize)> {
        let (from, length) = self.asked;
        (from..from + length).step_by(3).map(move |quarter| (quarter, 3.min(length)))
    }

    /// Counted things are whole; a rough number of them is printed in 千.
    pub fn words(&self, words: Words) -> Words {
        let places = if self.of == Of::Counted { -(words.places % 2) } else { words.places };
        Words { places, ..words }
    }

    pub fn demand(&self) -> Demand {
        let (kind, places, off, width) = self.demand;
        let places = if self.of == Of::Counted { 0 } else { places };
        let low = self.state(0, self.due()).rounded(places).plus(off);
        Demand { kind, low, width, better: self.better }
    }

    /// When it is of, and of which day in truth.
    pub fn time(&self, told: &Told) -> (Period, Date) {
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

    pub fn says(&self, told: &Told, preliminary: bool) -> (Exact, Date) {
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
    pub fn heard(&self, as_of: Date) -> Vec<Heard> {
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
                let margin = told.margin.zip(printed).map(|(wide, printed)| {
                    (printed.plus(-i128::from(wide)).exact(), printed.plus(wide.into()).exact())
                });
                all.push(Heard { time, day, scope, number, printed, published, stands_for, wrong, margin });
            }
        }
        all
    }

    pub fn actual(&self, place: usize, preliminary: bool) -> (Actual, Source) {
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

    pub fn row(&self) -> Vec<((usize, usize), Print)> {
        let Some((mask, off)) = &self.row else { return Vec::new() };
        let low = self.demand().low;
        self.quarters()
            .zip(off)
            .enumerate()
            .filter(|(place, (quarter, _))| mask >> place & 1 == 1 && *quarter != self.asked)
            .map(|(_, (quarter, off))| (quarter, low.plus(*off)))
            .collect()
    }

    pub fn measure(&self) -> Measure {
        if self.of == Of::Rate { Measure::Rate } else { Measure::Stock }
    }

    pub fn base(&self) -> (Date, Print) {
        let day = self.calendar.last(0);
        (day, self.state(0, day).rounded(i32::from(self.of != Of::Counted)))
    }

    pub fn report(&self) -> Report {
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
        report(it, sources, self.of == Of::Counted, false)
    }

    pub fn verdict(&self, as_of: Date) -> Verdict {
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
}
