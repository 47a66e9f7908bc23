//! In random worlds no verdict may ever be wrong about the truth.

use super::build::*;
use super::world::*;
use crate::evaluate::{Basis, Evaluation, Interval, Status, Verdict, evaluate};
use crate::model::{Actual, Condition, Measure, Pace, Period, Target, Value};
use jiff::civil::Date;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn verdicts(evaluation: &Evaluation) -> &[Verdict] {
    &evaluation.indicators.values().next().expect("one").verdicts
}

fn holds(condition: &Condition, number: i64) -> bool {
    let number = Decimal::from(number);
    match condition {
        Condition::AtLeast(t) | Condition::Between(t, _) => number >= t.value(),
        Condition::AtMost(t) => number <= t.value(),
        Condition::Above(t) => number > t.value(),
        Condition::Below(t) => number < t.value(),
        Condition::Exactly(t) | Condition::About(t) => number == t.value(),
        Condition::Within(a, b) => a.value() <= number && number <= b.value(),
        Condition::Against(_) | Condition::Done => false,
    }
}

fn is_too_much(condition: &Condition, number: i64) -> bool {
    match condition {
        Condition::AtMost(t) | Condition::Exactly(t) | Condition::Within(_, t) => {
            Decimal::from(number) > t.value()
        }
        Condition::Below(t) => Decimal::from(number) >= t.value(),
        _ => false,
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
        // A broken ceiling is final at once, since a flow only grows.
        Status::Missed => {
            let beyond = as_of > target.due || is_too_much(&target.condition, number);
            prop_assert!(!held && beyond, "{number} {verdict:?}");
        }
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
            prop_assert!(!ceiling && so_far < planned + hair, "{so_far} {planned} {verdict:?}");
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
            let holds_on = |day: usize| holds(&target.condition, truth.on(asked.scope, day) * 100);
            // Of a figure around the due day it is not known of which day it is: it fails on one of them.
            let failed = match (verdict.basis, verdict.dated) {
                (Some(Basis::AroundDueDay), Some(dated)) => {
                    (0..DAYS).any(|day| dated.contains(&Period::day(date(day))) && !holds_on(day))
                }
                _ => !holds_on(last),
            };
            prop_assert!(failed && as_of > target.due, "{verdict:?}");
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
    // A sum that only grows is met at once where a state is only reached.
    let brought_up = |status: &Status| !matches!(status, Status::Dropped | Status::Reached);
    for status in Status::ALL.into_iter().filter(brought_up) {
        assert!(seen.get(&status).is_some_and(|count| *count >= 5), "{status:?}: {seen:?}");
    }
}
