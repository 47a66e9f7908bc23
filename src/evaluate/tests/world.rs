//! Random worlds: every town has its true number for every day; sources report true things about
//! them, vaguely.

use super::build::*;
use crate::model::{
    Actual, Condition, Indicator, Measure, Pace, Period, Report, Scope, Source, Target, Value, Written,
};
use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Days of the world: 2017 to 2020.
pub const DAYS: usize = 1461;
/// Scopes with the place of the one that contains them, and whether the tree says it all. City b
/// has a part that no scope names.
pub const SCOPES: [(&str, Option<usize>, bool); 7] = [
    ("province", None, true),
    ("city-a", Some(0), true),
    ("city-b", Some(0), false),
    ("town-c", Some(1), false),
    ("town-d", Some(1), false),
    ("town-e", Some(2), false),
    ("hidden", Some(2), false),
];
pub const NAMED: usize = 6;

pub fn date(day: usize) -> Date {
    day_zero().checked_add(i64::try_from(day).expect("small").days()).expect("in range")
}

pub fn day_zero() -> Date {
    Date::constant(2017, 1, 1)
}

/// The first day of each quarter, and the end of the world.
pub fn quarters() -> Vec<usize> {
    let first = |year: i16, month: i8| {
        usize::try_from(day_zero().until(Date::constant(year, month, 1)).expect("in range").get_days())
            .expect("later")
    };
    let mut all: Vec<usize> =
        (2017..2021).flat_map(|year| [1, 4, 7, 10].map(|month| first(year, month))).collect();
    all.push(DAYS);
    all
}

/// True numbers: for each scope the sum of all days before a day (a flow), or that of the day (a stock).
pub struct Truth {
    before: Vec<Vec<i64>>,
}

impl Truth {
    pub fn new(seed: u64) -> Self {
        let mut state = seed | 1;
        let mut random = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state >> 20
        };
        let mut daily = vec![vec![0_i64; DAYS]; SCOPES.len()];
        for leaf in [3, 4, 5, 6] {
            let busy = random() % 4 + 1;
            for number in &mut daily[leaf] {
                let lot = random();
                *number = if lot % 4 < busy { i64::try_from(lot / 7 % 6).expect("small") } else { 0 };
            }
        }
        for scope in (1..SCOPES.len()).rev() {
            let parent = SCOPES[scope].1.expect("not the top");
            let own = daily[scope].clone();
            daily[parent].iter_mut().zip(own).for_each(|(sum, part)| *sum += part);
        }
        let before = daily
            .iter()
            .map(|days| {
                let mut sum = 0;
                std::iter::once(0)
                    .chain(days.iter().map(|number| {
                        sum += number;
                        sum
                    }))
                    .collect()
            })
            .collect();
        Self { before }
    }

    /// What happened from one day to another, the last not included.
    pub fn flow(&self, scope: usize, from: usize, to: usize) -> i64 {
        self.before[scope][to] - self.before[scope][from]
    }

    pub fn on(&self, scope: usize, day: usize) -> i64 {
        self.flow(scope, day, day + 1)
    }
}

/// How a source reports: which days and scope, in which words.
#[derive(Debug, Clone)]
pub struct Telling {
    pub from: usize,
    pub to: usize,
    pub scope: usize,
    pub words: u8,
    pub slack: i64,
    pub start_unknown: bool,
    pub partial: bool,
    pub lag: usize,
    /// How close it is to what is asked: the same scope and start, or not at all.
    pub aimed: bool,
}

/// Some of the tellings turned towards the target: of its scope, from its first day to one inside.
pub fn aim(told: &[Telling], asked: &Asking) -> Vec<Telling> {
    let turn = |telling: &Telling| {
        let to = asked.from + 1 + (telling.to * 7) % (asked.to - asked.from);
        let aimed =
            Telling { from: asked.from, to, scope: asked.scope, lag: telling.lag % 10, ..telling.clone() };
        if telling.aimed { aimed } else { telling.clone() }
    };
    told.iter().map(turn).collect()
}

/// Mostly years, halves and quarters, so that figures add up and cover; some odd days.
pub fn days() -> impl Strategy<Value = (usize, usize)> {
    let stretch = |length: std::ops::Range<usize>| {
        (0_usize..16, length).prop_map(|(start, length)| {
            let quarters = quarters();
            (quarters[start], quarters[(start + length).min(16)])
        })
    };
    prop_oneof![
        4 => (0_usize..4, 1_usize..4).prop_map(|(year, years)| {
            let quarters = quarters();
            (quarters[year * 4], quarters[(year + years).min(4) * 4])
        }),
        3 => stretch(1..3),
        2 => stretch(1..9),
        2 => (0..DAYS, 1_usize..500).prop_map(|(from, length)| (from, (from + length).min(DAYS))),
    ]
}

/// Half of them the city that its towns make up.
pub fn someone() -> impl Strategy<Value = usize> {
    prop_oneof![Just(1), 0..NAMED]
}

/// The report date: half of them any day, half of them while what is asked is under way.
pub fn report_date(asked: &Asking, (under_way, day): (bool, usize)) -> Date {
    date(if under_way { asked.from + day % (asked.to - asked.from) } else { day })
}

pub fn report_day() -> impl Strategy<Value = (bool, usize)> {
    (any::<bool>(), 0_usize..1700)
}

pub fn telling() -> impl Strategy<Value = Telling> {
    (days(), someone(), 0_u8..14, 0_i64..200, 0_u8..10, 0_u8..10, 0_usize..90, 0_u8..4).prop_map(
        |((from, to), scope, words, slack, start_unknown, partial, lag, aimed)| Telling {
            from,
            to,
            scope,
            words,
            slack,
            start_unknown: start_unknown == 0,
            partial: partial == 0,
            lag,
            aimed: aimed == 0,
        },
    )
}

/// True words for a number.
pub fn truly(number: i64, words: u8, slack: i64) -> Value {
    let plain = |number: i64| w(&number.to_string());
    let exact = Value::Value(plain(number));
    let tolerance = |written: &Written| {
        (written.value() * Decimal::new(5, 2)).min(written.significant_step() * Decimal::TEN)
    };
    let rounded =
        |decimals: u32| w(&format!("{}千", (Decimal::from(number) / Decimal::from(1000)).round_dp(decimals)));
    match words {
        0 => Value::Value(rounded(2)),
        1 => Value::Value(rounded(1)),
        2 => {
            let written = plain((number + 5) / 10 * 10);
            let near = (written.value() - Decimal::from(number)).abs() <= tolerance(&written);
            if near { Value::About(written) } else { exact }
        }
        3 if number > slack => Value::MoreThan(plain(number - slack - 1)),
        4 if number >= slack => Value::AtLeast(plain(number - slack)),
        5 => {
            let written = plain((number + 9) / 10 * 10);
            let near = written.value() - Decimal::from(number) <= tolerance(&written);
            if near { Value::Nearly(written) } else { exact }
        }
        6 => Value::AtMost(plain(number + slack)),
        7 => Value::Between(plain((number - slack).max(0)), plain(number + slack)),
        _ => exact,
    }
}

pub fn flow_actual(truth: &Truth, told: &Telling, place: usize) -> (Actual, Source) {
    let from = if told.start_unknown { 0 } else { told.from };
    let number = truth.flow(told.scope, from, told.to);
    // A partial count leaves some out, and says of those it has what it says.
    let number = if told.partial { number - number.min(told.slack) } else { number };
    let start = (!told.start_unknown).then(|| date(told.from));
    let time = Period::new(start, date(told.to - 1)).expect("forwards");
    publish(time, truly(number, told.words, told.slack), told, place)
}

pub fn publish(time: Period, value: Value, told: &Telling, place: usize) -> (Actual, Source) {
    let id = format!("source-{place}");
    let mut source = source(&id, "2000");
    source.published = Period::day(
        time.end().checked_add(i64::try_from(told.lag).expect("small").days()).expect("in range"),
    );
    (Actual { partial: told.partial, ..actual(time, value, SCOPES[told.scope].0, &id) }, source)
}

/// What is asked: days, scope, condition near the truth, due day, pace.
#[derive(Debug, Clone)]
pub struct Asking {
    pub from: usize,
    pub to: usize,
    pub scope: usize,
    pub kind: u8,
    pub off: i64,
    pub due_earlier: usize,
    pub pace: u8,
}

pub fn asking() -> impl Strategy<Value = Asking> {
    let kind = prop_oneof![3 => Just(0_u8), 2 => 1_u8..5];
    let pace = prop_oneof![3 => Just(0_u8), 1 => 1_u8..3];
    (days(), someone(), kind, -60_i64..60, 0_usize..300, pace).prop_map(
        |((from, to), scope, kind, off, due_earlier, pace)| {
            let due_earlier = if due_earlier < 250 { 0 } else { (due_earlier - 250).min(to - from - 1) };
            Asking { from, to, scope, kind, off, due_earlier, pace }
        },
    )
}

fn near(number: i64, asked: &Asking) -> Condition {
    let at = |percent: i64| w(&(number + number * percent / 100).max(0).to_string());
    match asked.kind {
        0 => Condition::AtLeast(at(asked.off)),
        1 => Condition::AtMost(at(asked.off)),
        2 => Condition::Exactly(at(if asked.off % 2 == 0 { 0 } else { asked.off })),
        3 => Condition::Between(at(asked.off), at(asked.off + 20)),
        _ => Condition::Within(at(asked.off), at(asked.off + 20)),
    }
}

pub fn pose(asked: &Asking, number: i64, place: usize) -> Target {
    let time = Period::new(Some(date(asked.from)), date(asked.to - 1)).expect("forwards");
    Target {
        due: date(asked.to - 1 - asked.due_earlier),
        pace: [Pace::Linear, Pace::Steps, Pace::None][usize::from(asked.pace)],
        ..target(format!("it@{place}"), time, SCOPES[asked.scope].0, near(number, asked))
    }
}

pub fn assemble(measure: Measure, actuals: &[(Actual, Source)], targets: Vec<Target>) -> Report {
    let scopes: Vec<Scope> = SCOPES[..NAMED]
        .iter()
        .map(|(id, parent, covers)| scope(id, parent.map(|parent| SCOPES[parent].0), *covers))
        .collect();
    let indicator = Indicator {
        targets,
        actuals: actuals.iter().map(|(actual, _)| actual.clone()).collect(),
        ..indicator("it", measure, "province")
    };
    report(scopes, actuals.iter().map(|(_, source)| source.clone()).collect(), vec![indicator])
}
