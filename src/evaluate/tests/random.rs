//! Random worlds: every town has its true number for every day; sources report true things about
//! them, vaguely; and no verdict may ever be wrong about the truth.

use super::build::*;
use crate::evaluate::{Evaluation, Interval, Status, Verdict, evaluate};
use crate::model::{
    Actual, Condition, Indicator, Measure, Pace, Period, Report, Scope, Source, Target, Value, Written,
};
use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Days of the world: 2017 to 2020.
const DAYS: usize = 1461;
/// Scopes with the place of the one that contains them, and whether the tree says it all. City b
/// has a part that no scope names.
const SCOPES: [(&str, Option<usize>, bool); 7] = [
    ("province", None, true),
    ("city-a", Some(0), true),
    ("city-b", Some(0), false),
    ("town-c", Some(1), false),
    ("town-d", Some(1), false),
    ("town-e", Some(2), false),
    ("hidden", Some(2), false),
];
const NAMED: usize = 6;

fn date(day: usize) -> Date {
    day_zero().checked_add(i64::try_from(day).expect("small").days()).expect("in range")
}

fn day_zero() -> Date {
    Date::constant(2017, 1, 1)
}

/// The first day of each quarter, and the end of the world.
fn quarters() -> Vec<usize> {
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
struct Truth {
    before: Vec<Vec<i64>>,
}

impl Truth {
    fn new(seed: u64) -> Self {
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
    fn flow(&self, scope: usize, from: usize, to: usize) -> i64 {
        self.before[scope][to] - self.before[scope][from]
    }

    fn on(&self, scope: usize, day: usize) -> i64 {
        self.flow(scope, day, day + 1)
    }
}

/// How a source reports: which days and scope, in which words.
#[derive(Debug, Clone)]
struct Telling {
    from: usize,
    to: usize,
    scope: usize,
    words: u8,
    slack: i64,
    start_unknown: bool,
    partial: bool,
    lag: usize,
    /// How close it is to what is asked: the same scope and start, or not at all.
    aimed: bool,
}

/// Some of the tellings turned towards the target: of its scope, from its first day to one inside.
fn aim(told: &[Telling], asked: &Asking) -> Vec<Telling> {
    let turn = |telling: &Telling| {
        let to = asked.from + 1 + (telling.to * 7) % (asked.to - asked.from);
        let aimed =
            Telling { from: asked.from, to, scope: asked.scope, lag: telling.lag % 10, ..telling.clone() };
        if telling.aimed { aimed } else { telling.clone() }
    };
    told.iter().map(turn).collect()
}

/// Mostly years, halves and quarters, so that figures add up and cover; some odd days.
fn days() -> impl Strategy<Value = (usize, usize)> {
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
fn someone() -> impl Strategy<Value = usize> {
    prop_oneof![Just(1), 0..NAMED]
}

/// The report date: half of them any day, half of them while what is asked is under way.
fn report_date(asked: &Asking, (under_way, day): (bool, usize)) -> Date {
    date(if under_way { asked.from + day % (asked.to - asked.from) } else { day })
}

fn report_day() -> impl Strategy<Value = (bool, usize)> {
    (any::<bool>(), 0_usize..1700)
}

fn telling() -> impl Strategy<Value = Telling> {
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
fn truly(number: i64, words: u8, slack: i64) -> Value {
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

fn flow_actual(truth: &Truth, told: &Telling, place: usize) -> (Actual, Source) {
    let from = if told.start_unknown { 0 } else { told.from };
    let number = truth.flow(told.scope, from, told.to);
    // A partial count leaves some out, and says of those it has what it says.
    let number = if told.partial { number - number.min(told.slack) } else { number };
    let start = (!told.start_unknown).then(|| date(told.from));
    let time = Period::new(start, date(told.to - 1)).expect("forwards");
    publish(time, truly(number, told.words, told.slack), told, place)
}

fn publish(time: Period, value: Value, told: &Telling, place: usize) -> (Actual, Source) {
    let id = format!("source-{place}");
    let mut source = source(&id, "2000");
    source.published = Period::day(
        time.end().checked_add(i64::try_from(told.lag).expect("small").days()).expect("in range"),
    );
    (Actual { partial: told.partial, ..actual(time, value, SCOPES[told.scope].0, &id) }, source)
}

/// What is asked: days, scope, condition near the truth, due day, pace.
#[derive(Debug, Clone)]
struct Asking {
    from: usize,
    to: usize,
    scope: usize,
    kind: u8,
    off: i64,
    due_earlier: usize,
    pace: u8,
}

fn asking() -> impl Strategy<Value = Asking> {
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

fn pose(asked: &Asking, number: i64, place: usize) -> Target {
    let time = Period::new(Some(date(asked.from)), date(asked.to - 1)).expect("forwards");
    Target {
        due: date(asked.to - 1 - asked.due_earlier),
        pace: [Pace::Linear, Pace::Steps, Pace::None][usize::from(asked.pace)],
        ..target(format!("it@{place}"), time, SCOPES[asked.scope].0, near(number, asked))
    }
}

fn assemble(measure: Measure, actuals: &[(Actual, Source)], targets: Vec<Target>) -> Report {
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

fn verdicts(evaluation: &Evaluation) -> &[Verdict] {
    &evaluation.indicators.values().next().expect("one").verdicts
}

fn holds(condition: &Condition, number: i64) -> bool {
    let number = Decimal::from(number);
    match condition {
        Condition::AtLeast(t) | Condition::Between(t, _) => number >= t.value(),
        Condition::AtMost(t) => number <= t.value(),
        Condition::Exactly(t) => number == t.value(),
        Condition::Within(a, b) => a.value() <= number && number <= b.value(),
        Condition::Done => false,
    }
}

fn allows(interval: Interval, number: i64) -> bool {
    let number = Decimal::from(number);
    interval.low.is_none_or(|low| low <= number) && interval.high.is_none_or(|high| number <= high)
}

/// The truth of a target, and what its verdict says.
fn check_flow(
    truth: &Truth,
    asked: &Asking,
    target: &Target,
    verdict: &Verdict,
    as_of: Date,
) -> Result<(), TestCaseError> {
    let to = asked.to - asked.due_earlier;
    let number = truth.flow(asked.scope, asked.from, to);
    prop_assert!(allows(verdict.interval, number), "{number} {:?}", verdict);
    let held = holds(&target.condition, number);
    match verdict.status {
        Status::Met => prop_assert!(held, "{number} {verdict:?}"),
        Status::Missed => prop_assert!(!held && as_of > target.due, "{number} {verdict:?}"),
        Status::OnTrack | Status::Behind | Status::UnderWay => prop_assert!(as_of <= target.due),
        Status::Undetermined => prop_assert!(as_of > target.due),
        _ => {}
    }
    let Some(path) = &verdict.path else { return Ok(()) };
    let day = usize::try_from(day_zero().until(path.date).expect("in range").get_days()).expect("later");
    let so_far = truth.flow(asked.scope, asked.from, day + 1);
    prop_assert!(allows(path.interval, so_far), "{so_far} {verdict:?}");
    // The path once more, from the day counts alone.
    let goal = target.condition.threshold().expect("a number");
    let linear = goal * Decimal::from(day + 1 - asked.from) / Decimal::from(to - asked.from);
    let hair = Decimal::new(1, 9);
    let planned = if target.pace == Pace::Linear { linear } else { goal };
    if target.pace == Pace::None {
        prop_assert_eq!(path.planned, None);
    }
    let so_far = Decimal::from(so_far);
    let ceiling = matches!(target.condition, Condition::AtMost(_));
    match verdict.status {
        Status::OnTrack if ceiling => prop_assert!(so_far <= planned + hair),
        Status::OnTrack => prop_assert!(so_far >= planned - hair, "{so_far} {planned} {verdict:?}"),
        Status::Behind => {
            let beyond = match &target.condition {
                Condition::AtMost(t) | Condition::Exactly(t) | Condition::Within(_, t) => {
                    Decimal::from(number) > t.value()
                }
                _ => false,
            };
            prop_assert!(beyond || (!ceiling && so_far < planned + hair), "{so_far} {planned} {verdict:?}");
        }
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12000))]

    #[test]
    fn no_verdict_on_a_flow_is_ever_wrong(
        seed: u64,
        told in proptest::collection::vec(telling(), 0..20),
        // One target a world, so that no other is a quota of it.
        asked in asking(),
        as_of in report_day(),
    ) {
        let truth = Truth::new(seed);
        let as_of = report_date(&asked, as_of);
        let actuals: Vec<_> = aim(&told, &asked).iter().enumerate().map(|(i, t)| flow_actual(&truth, t, i)).collect();
        let number = truth.flow(asked.scope, asked.from, asked.to - asked.due_earlier);
        let target = pose(&asked, number, 0);
        let evaluation = evaluate(&assemble(Measure::Flow, &actuals, vec![target.clone()]), as_of);
        prop_assert!(evaluation.conflicts.is_empty(), "{:?}", evaluation.conflicts);
        check_flow(&truth, &asked, &target, &verdicts(&evaluation)[0], as_of)?;
    }

    #[test]
    fn one_more_true_figure_never_widens_what_is_proven(
        seed: u64,
        told in proptest::collection::vec(telling(), 1..16),
        asked in proptest::collection::vec(asking(), 1..4),
    ) {
        let truth = Truth::new(seed);
        let as_of = date(1700);
        let actuals: Vec<_> = told.iter().enumerate().map(|(i, t)| flow_actual(&truth, t, i)).collect();
        let targets: Vec<Target> = asked.iter().enumerate().map(|(i, a)| {
            pose(a, truth.flow(a.scope, a.from, a.to - a.due_earlier), i)
        }).collect();
        let all = evaluate(&assemble(Measure::Flow, &actuals, targets.clone()), as_of);
        let fewer = evaluate(&assemble(Measure::Flow, &actuals[1..], targets), as_of);
        for (more, less) in verdicts(&all).iter().zip(verdicts(&fewer)) {
            let (more, less) = (more.interval, less.interval);
            prop_assert!(less.low.is_none_or(|low| more.low.is_some_and(|tighter| tighter >= low)));
            prop_assert!(less.high.is_none_or(|high| more.high.is_some_and(|tighter| tighter <= high)));
        }
    }

    #[test]
    fn the_order_of_figures_changes_nothing(
        seed: u64,
        told in proptest::collection::vec(telling(), 2..14),
        asked in asking(),
        as_of in report_day(),
        lies in proptest::collection::vec(0_i64..3000, 0..3),
        turn in 1_usize..9,
    ) {
        let truth = Truth::new(seed);
        let mut actuals: Vec<_> = aim(&told, &asked).iter().enumerate().map(|(i, t)| flow_actual(&truth, t, i)).collect();
        // Untrue ones too, so that conflicts are settled the same way.
        for ((actual, _), lie) in actuals.iter_mut().zip(&lies) {
            actual.value = Value::Value(w(&lie.to_string()));
        }
        let target = pose(&asked, truth.flow(asked.scope, asked.from, asked.to - asked.due_earlier), 0);
        let mut turned = actuals.clone();
        turned.rotate_left(turn % actuals.len());
        turned.reverse();
        let place = |index: usize| {
            let (actual, _) = &actuals[index];
            turned.iter().position(|(other, _)| other.source == actual.source).expect("the same")
        };
        let one = evaluate(&assemble(Measure::Flow, &actuals, vec![target.clone()]), report_date(&asked, as_of));
        let other = evaluate(&assemble(Measure::Flow, &turned, vec![target]), report_date(&asked, as_of));
        let (a, b) = (&verdicts(&one)[0], &verdicts(&other)[0]);
        prop_assert_eq!((a.status, a.interval, a.attainment, &a.path), (b.status, b.interval, b.attainment, &b.path));
        prop_assert_eq!(&a.settled_by, &b.settled_by);
        let uses = |evaluation: &Evaluation| evaluation.indicators.values().next().expect("one").uses.clone();
        let (ua, ub) = (uses(&one), uses(&other));
        for index in 0..actuals.len() {
            prop_assert_eq!(&ua[index], &ub[place(index)]);
        }
        let conflicts = |evaluation: &Evaluation| evaluation.conflicts.iter().map(|c| (c.kind, c.period, c.scope.clone(), c.interval)).collect::<Vec<_>>();
        prop_assert_eq!(conflicts(&one), conflicts(&other));
    }

    #[test]
    fn no_verdict_on_a_stock_or_rate_is_ever_wrong(
        seed: u64,
        is_rate: bool,
        told in proptest::collection::vec(telling(), 0..20),
        asked in asking(),
        as_of in report_day(),
    ) {
        let truth = Truth::new(seed);
        let as_of = report_date(&asked, as_of);
        // Most stand on the last day of a quarter, so that scopes meet on one day; some only somewhere
        // within a stretch.
        let actuals: Vec<_> = aim(&told, &asked).iter().enumerate().map(|(i, t)| {
            let day = t.to - 1;
            let stretch = if t.start_unknown { Period::new(Some(date(day.saturating_sub(5))), date((day + 3).min(DAYS - 1))) } else { Ok(Period::day(date(day))) };
            let number = truth.on(t.scope, day) * 100;
            let number = if t.partial { number - number.min(t.slack) } else { number };
            let (actual, source) = publish(stretch.expect("forwards"), truly(number, t.words, t.slack), t, i);
            (Actual { dated: true, ..actual }, source)
        }).collect();
        let last = asked.to - 1 - asked.due_earlier;
        let target = pose(&asked, truth.on(asked.scope, last) * 100, 0);
        let measure = if is_rate { Measure::Rate } else { Measure::Stock };
        let evaluation = evaluate(&assemble(measure, &actuals, vec![target.clone()]), as_of);
        prop_assert!(evaluation.conflicts.is_empty(), "{:?}", evaluation.conflicts);
        let verdict = &verdicts(&evaluation)[0];
        if let Some(dated) = verdict.dated {
            let numbers: Vec<i64> = (0..DAYS)
                .filter(|day| dated.contains(&Period::day(date(*day))))
                .map(|day| truth.on(asked.scope, day) * 100)
                .collect();
            prop_assert!(numbers.iter().any(|number| allows(verdict.interval, *number)), "{verdict:?}");
            if verdict.status == Status::Met {
                prop_assert!(numbers.iter().any(|number| holds(&target.condition, *number)), "{verdict:?}");
            }
        }
        if verdict.status == Status::Missed {
            prop_assert!(!holds(&target.condition, truth.on(asked.scope, last) * 100) && as_of > target.due, "{verdict:?}");
        }
    }

    #[test]
    fn no_verdict_on_a_milestone_is_ever_wrong(
        done in 0_usize..2000,
        told in proptest::collection::vec((telling(), any::<bool>()), 0..8),
        asked in asking(),
        as_of in report_day(),
    ) {
        let as_of = report_date(&asked, as_of);
        let actuals: Vec<_> = told.iter().enumerate().filter_map(|(i, (t, is_done))| {
            let time = Period::new((!t.start_unknown).then(|| date(t.from)), date(t.to - 1)).expect("forwards");
            let from = if t.start_unknown { 0 } else { t.from };
            let value = match is_done {
                true if from <= done && done < t.to => Value::Done,
                // On some day of these it was not yet done: at least on the first.
                false if from < done => Value::InProgress,
                _ => return None,
            };
            Some(publish(time, value, t, i))
        }).map(|(actual, source)| (Actual { scope: scope_id("city-a"), partial: false, ..actual }, source)).collect();
        let target = Target { scope: scope_id("city-a"), condition: Condition::Done, ..pose(&asked, 1, 0) };
        let evaluation = evaluate(&assemble(Measure::Milestone, &actuals, vec![target.clone()]), as_of);
        prop_assert!(evaluation.conflicts.is_empty(), "{:?}", evaluation.conflicts);
        let verdict = &verdicts(&evaluation)[0];
        match verdict.status {
            Status::Met => prop_assert!(date(done) <= target.due, "{verdict:?}"),
            Status::Missed => prop_assert!(date(done) > target.due && as_of > target.due, "{verdict:?}"),
            _ => {}
        }
    }
}

/// The properties above mean something only if such worlds bring every verdict up.
#[test]
fn random_worlds_bring_up_every_status() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let worlds = (any::<u64>(), proptest::collection::vec(telling(), 0..20), asking(), report_day());
    let mut seen: std::collections::BTreeMap<Status, usize> = std::collections::BTreeMap::new();
    for _ in 0..2000 {
        let (seed, told, asked, as_of) = worlds.new_tree(&mut runner).expect("a world").current();
        let truth = Truth::new(seed);
        let actuals: Vec<_> =
            aim(&told, &asked).iter().enumerate().map(|(i, t)| flow_actual(&truth, t, i)).collect();
        let target = pose(&asked, truth.flow(asked.scope, asked.from, asked.to - asked.due_earlier), 0);
        let evaluation =
            evaluate(&assemble(Measure::Flow, &actuals, vec![target]), report_date(&asked, as_of));
        *seen.entry(verdicts(&evaluation)[0].status).or_default() += 1;
    }
    for status in Status::ALL.into_iter().filter(|status| *status != Status::Dropped) {
        assert!(seen.get(&status).is_some_and(|count| *count >= 5), "{status:?}: {seen:?}");
    }
}
