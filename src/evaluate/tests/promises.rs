//! What a verdict on a state promises, in random worlds: when it has to hold, which condition counts, and that
//! final is final. A second opinion: what is true is said here from the true state of every day, with no rule of the
//! engine in it.

use super::build::*;
use crate::evaluate::{Verdict, evaluate};
use crate::model::{
    Actual, Condition, Every, Holds, Measure, Period, Report, Revision, RevisionChange, Source, Target, Value,
};
use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The world: 2018 and 2019. The target speaks of a stretch of quarters within.
const DAYS: i64 = 730;

fn date(day: i64) -> Date {
    Date::constant(2018, 1, 1).checked_add(day.days()).expect("in range")
}

#[derive(Debug, Clone)]
struct World {
    measure: Measure,
    holds: Holds,
    never_falls: bool,
    /// The state of each day is the level plus so many steps.
    level: i64,
    steps: Vec<i64>,
    told: Vec<Told>,
    from: usize,
    quarters: usize,
    kind: u8,
    threshold: i64,
    /// The day of a revision, the lag of its source, and what was asked before; or that it was dropped.
    revised: Option<(i64, i64, Option<i64>)>,
    as_of: i64,
}

#[derive(Debug, Clone)]
struct Told {
    day: i64,
    lag: i64,
    wide: i64,
    vague: i64,
}

fn world() -> impl Strategy<Value = World> {
    let holds = prop_oneof![
        3 => Just(Holds::AtDue),
        2 => Just(Holds::Once),
        1 => Just(Holds::Throughout { every: None }),
        2 => Just(Holds::Throughout { every: Some(Every::Quarter) }),
    ];
    // Many figures stand on the last day of a quarter.
    let day = prop_oneof![2 => (1_usize..=8).prop_map(quarter_end), 1 => 0..DAYS];
    let wide = prop_oneof![5 => Just(0_i64), 1 => 1_i64..60];
    let told = (day, 0_i64..120, wide, prop_oneof![3 => Just(0_i64), 1 => 1_i64..4])
        .prop_map(|(day, lag, wide, vague)| Told { day, lag, wide, vague });
    let revised = proptest::option::weighted(
        0.3,
        (0_i64..900, 0_i64..200, proptest::option::weighted(0.8, 90_i64..112)),
    );
    (
        (prop_oneof![Just(Measure::Stock), Just(Measure::Rate)], holds, any::<bool>(), 94_i64..106),
        proptest::collection::vec(-1_i64..=1, 24),
        proptest::collection::vec(told, 0..9),
        (0_usize..6, 1_usize..5, 0_u8..5, 94_i64..106),
        (revised, 0_i64..1000),
    )
        .prop_map(|((measure, holds, never_falls, level), steps, told, asked, (revised, as_of))| World {
            measure,
            holds,
            never_falls,
            level,
            steps,
            told,
            from: asked.0,
            quarters: asked.1.min(8 - asked.0),
            kind: asked.2,
            threshold: asked.3,
            revised,
            as_of,
        })
}

fn quarter_end(quarter: usize) -> i64 {
    let months = i32::try_from(quarter * 3).expect("small");
    let next = Date::constant(2018, 1, 1).checked_add(months.months()).expect("in range");
    i64::from(Date::constant(2018, 1, 1).until(next).expect("in range").get_days()) - 1
}

impl World {
    /// The true state of a day; it changes once a month.
    fn on(&self, day: i64) -> i64 {
        let steps = usize::try_from(day / 31 + 1).expect("small").min(self.steps.len());
        let step = |step: &i64| if self.never_falls { step.abs() } else { *step };
        self.level + self.steps[..steps].iter().map(step).sum::<i64>()
    }

    fn first(&self) -> i64 {
        if self.from == 0 { 0 } else { quarter_end(self.from) + 1 }
    }

    fn due(&self) -> i64 {
        quarter_end(self.from + self.quarters)
    }

    fn condition(&self, threshold: i64) -> Condition {
        let t = w(&threshold.to_string());
        match self.kind {
            0 => Condition::AtLeast(t),
            1 => Condition::AtMost(t),
            2 => Condition::Above(t),
            3 => Condition::Below(t),
            _ => Condition::Within(t, w(&(threshold + 3).to_string())),
        }
    }

    fn satisfies(&self, threshold: i64, state: i64) -> bool {
        match self.kind {
            0 => state >= threshold,
            1 => state <= threshold,
            2 => state > threshold,
            3 => state < threshold,
            _ => (threshold..=threshold + 3).contains(&state),
        }
    }

    /// The threshold that is judged on a day, or none if the target was dropped by then: what was in force on
    /// the due day, or on the day if that is earlier.
    fn in_force(&self, as_of: i64) -> Option<i64> {
        match self.revised {
            Some((on, lag, was)) if on + lag <= as_of.min(self.due()) => was.map(|_| self.threshold),
            Some((_, _, Some(was))) => Some(was),
            _ => Some(self.threshold),
        }
    }

    fn actual(&self, told: &Told, place: usize) -> (Actual, Source) {
        let last = (told.day + told.wide).min(DAYS - 1);
        let time = Period::new(Some(date(told.day)), date(last)).expect("forwards");
        // A day somewhere in the stretch: the end of the quarter, which is what is reported for it, or its middle.
        let end = (1..=8).map(quarter_end).find(|end| (told.day..=last).contains(end));
        let state = self.on(end.unwrap_or(i64::midpoint(told.day, last)));
        let value = match told.vague {
            0 => value(&state.to_string()),
            1 => Value::AtLeast(w(&(state - 1).to_string())),
            2 => Value::AtMost(w(&(state + 2).to_string())),
            _ => Value::Between(w(&(state - 1).to_string()), w(&(state + 1).to_string())),
        };
        let id = format!("paper-{place}");
        let source = source(&id, &date(last + told.lag).to_string());
        (Actual { dated: true, ..actual(time, value, "city", &id) }, source)
    }

    fn report(&self) -> Report {
        let told: Vec<_> =
            self.told.iter().enumerate().map(|(place, told)| self.actual(told, place)).collect();
        let mut sources = vec![source("early", "2000-01-01")];
        sources.extend(told.iter().map(|(_, source)| source.clone()));
        let period = Period::new(Some(date(self.first())), date(self.due())).expect("forwards");
        let mut revisions = Vec::new();
        if let Some((on, lag, was)) = self.revised {
            sources.push(source("decree", &date(on + lag).to_string()));
            revisions.push(Revision {
                on: date(on),
                change: was.map_or(RevisionChange::Dropped, |was| RevisionChange::Was(self.condition(was))),
                why: words_of("reason"),
                who: None,
                source: Some((source_id("decree"), "p. 1".into())),
            });
        }
        let parts = match self.holds {
            Holds::Throughout { every: Some(_) } => (self.from..self.from + self.quarters)
                .map(|quarter| {
                    let first = if quarter == 0 { 0 } else { quarter_end(quarter) + 1 };
                    Period::new(Some(date(first)), date(quarter_end(quarter + 1))).expect("forwards")
                })
                .collect(),
            _ => Vec::new(),
        };
        let condition = self.condition(self.threshold);
        let mut it = indicator("it", self.measure, "city");
        it.never_falls = self.never_falls;
        it.actuals = told.into_iter().map(|(actual, _)| actual).collect();
        it.targets = vec![Target {
            holds: self.holds,
            parts,
            revisions,
            by_day: self.measure == Measure::Rate,
            ..target("it@world".into(), period, "city", condition)
        }];
        report(tree(), sources, vec![it])
    }

    fn verdict(&self, as_of: i64) -> Verdict {
        let evaluation = evaluate(&self.report(), date(as_of));
        assert!(evaluation.conflicts.is_empty(), "a true world has no conflict: {:?}", evaluation.conflicts);
        evaluation.indicators.values().next().expect("one").verdicts[0].clone()
    }
}

fn words_of(text: &str) -> crate::model::Text {
    words(text)
}

/// Holds a verdict against the truth.
fn check(world: &World) -> Result<(), TestCaseError> {
    let (as_of, due) = (world.as_of, world.due());
    let verdict = world.verdict(as_of);
    let status = verdict.status.as_str();
    let Some(threshold) = world.in_force(as_of) else {
        prop_assert_eq!(status, "dropped");
        return Ok(());
    };
    prop_assert_ne!(status, "dropped", "nothing dropped it by {}", date(as_of.min(due)));
    prop_assert_eq!(&verdict.condition, &world.condition(threshold), "what was in force on the due day");
    let holds = |day: i64| world.satisfies(threshold, world.on(day));
    let days = world.first()..=due;
    match (status, world.holds) {
        // What never falls cannot come back below a minimum, so that it is proven before the due day.
        ("met", Holds::AtDue) => {
            let for_good = world.never_falls && matches!(world.kind, 0 | 2);
            prop_assert!((as_of >= due || for_good) && holds(due), "{verdict:?}");
        }
        ("missed", Holds::AtDue) => prop_assert!(as_of > due && !holds(due), "{verdict:?}"),
        ("met", Holds::Once) => {
            prop_assert!(days.clone().any(|day| day <= as_of && holds(day)), "{verdict:?}");
        }
        ("missed", Holds::Once) => {
            prop_assert!(as_of > due && world.never_falls && !days.clone().any(holds), "{verdict:?}");
        }
        ("met", Holds::Throughout { every: None }) => {
            prop_assert!(false, "no dates prove every day: {verdict:?}");
        }
        ("missed", Holds::Throughout { every: None }) => {
            prop_assert!(days.clone().any(|day| day <= as_of && !holds(day)), "{verdict:?}");
        }
        ("met" | "missed", Holds::Throughout { every: Some(_) }) => {
            let ends = || (world.from + 1..=world.from + world.quarters).map(quarter_end);
            if status == "met" {
                prop_assert!(ends().all(holds), "{verdict:?}");
            } else {
                prop_assert!(ends().any(|end| end <= as_of && !holds(end)), "{verdict:?}");
            }
        }
        ("reached", _) => {
            prop_assert!(as_of <= due && days.clone().any(|day| day <= as_of && holds(day)), "{verdict:?}");
        }
        ("on_track" | "behind" | "under_way" | "not_due", _) => prop_assert!(as_of <= due, "{verdict:?}"),
        ("undetermined", _) => prop_assert!(as_of > due, "{verdict:?}"),
        _ => {}
    }
    Ok(())
}

/// What later publications do to a verdict.
fn check_final(world: &World, later: i64) -> Result<(), TestCaseError> {
    // A revision may change what is asked until the due day; two states of one day may be of unlike fineness.
    let world = World { revised: None, told: distinct(&world.told), ..world.clone() };
    let (before, after) = (world.verdict(world.as_of), world.verdict(world.as_of + later));
    let status = before.status.as_str();
    if matches!(status, "met" | "missed") {
        prop_assert_eq!(status, after.status.as_str(), "{:?} then {:?}", before, after);
    }
    Ok(())
}

/// Figures of distinct times.
fn distinct(told: &[Told]) -> Vec<Told> {
    let mut kept: Vec<Told> = Vec::new();
    for one in told {
        let apart = |other: &Told| one.day > other.day + other.wide || other.day > one.day + one.wide;
        if kept.iter().all(apart) {
            kept.push(one.clone());
        }
    }
    kept
}

fn run(cases: u32, test: impl Fn((World, i64)) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, random)
        .run(&(world(), 1_i64..400), test)
        .unwrap_or_else(|fault| panic!("{fault}"));
}

fn cases() -> u32 {
    std::env::var("SHANHAI_WORLDS").ok().and_then(|text| text.parse().ok()).unwrap_or(6000)
}

#[test]
fn no_verdict_on_a_state_is_wrong_about_when_it_has_to_hold() {
    run(cases(), |(world, _)| check(&world));
}

#[test]
fn final_means_final() {
    run(cases(), |(world, later)| check_final(&world, later));
}

#[test]
fn a_world_is_what_it_says() {
    let world = World {
        measure: Measure::Stock,
        holds: Holds::AtDue,
        never_falls: true,
        level: 100,
        steps: vec![-1; 24],
        told: Vec::new(),
        from: 0,
        quarters: 4,
        kind: 0,
        threshold: 100,
        revised: Some((400, 10, Some(90))),
        as_of: 700,
    };
    assert_eq!((world.on(0), world.on(31), world.on(365)), (101, 102, 112), "what never falls never falls");
    assert_eq!((date(world.first()), date(world.due())), (day("2018-01-01"), day("2018-12-31")));
    assert_eq!(world.in_force(700), Some(90), "a change after the due day counts for nothing");
    let early = World { revised: Some((100, 10, Some(90))), ..world };
    assert_eq!((early.in_force(109), early.in_force(110)), (Some(90), Some(100)), "from its publication on");
}
