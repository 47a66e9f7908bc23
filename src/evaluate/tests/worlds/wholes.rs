//! Wholes over members: the worst of them, whatever anybody else had.

use super::super::build::words as text;
use super::super::world::{
    Asking, Telling, Truth, aim, asking, assemble, date, flow_actual, pose, report_date, report_day, telling,
};
use super::{run, verdicts};
use crate::evaluate::{Counts, Reason, evaluate};
use crate::model::{Condition, Measure, Report, Revision, RevisionChange, Target, TargetId};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Two towns of one city and one of another, and of each whether the plan dropped it.
#[derive(Debug, Clone)]
struct World {
    seed: u64,
    told: Vec<Telling>,
    asked: Asking,
    dropped: [bool; 3],
    first: bool,
    as_of: (bool, usize),
}

const MEMBERS: [usize; 3] = [3, 4, 5];

/// Where a whole stands, from the worst.
const WORST: [&str; 10] = [
    "missed",
    "undetermined",
    "not_comparable",
    "no_data",
    "behind",
    "under_way",
    "not_due",
    "on_track",
    "reached",
    "met",
];

fn world() -> impl Strategy<Value = World> {
    let dropped = || (0_u8..6).prop_map(|lot| lot == 0);
    let told = proptest::collection::vec(telling(), 0..20);
    (any::<u64>(), told, asking(), [dropped(), dropped(), dropped()], any::<bool>(), report_day()).prop_map(
        |(seed, told, asked, dropped, first, as_of)| World { seed, told, asked, dropped, first, as_of },
    )
}

impl World {
    fn number(&self, truth: &Truth, scope: usize) -> i64 {
        truth.flow(scope, self.asked.from, self.asked.to - self.asked.due_earlier)
    }

    /// The same is asked of each: about what the first of them has.
    fn report(&self) -> Report {
        let truth = Truth::new(self.seed);
        // Somebody tells of each member, and of their city as well.
        let told: Vec<Telling> = aim(&self.told, &self.asked)
            .into_iter()
            .enumerate()
            .map(|(place, told)| {
                let scope = if told.aimed { MEMBERS[place % 3] } else { told.scope };
                let to = if place % 2 == 0 && told.aimed { self.asked.to } else { told.to };
                Telling { to, scope, ..told }
            })
            .collect();
        let actuals: Vec<_> =
            told.iter().enumerate().map(|(place, told)| flow_actual(&truth, told, place)).collect();
        let number = self.number(&truth, MEMBERS[0]);
        let of = |scope: usize| {
            let target = pose(&Asking { scope, ..self.asked.clone() }, number, scope);
            let dropped =
                MEMBERS.iter().position(|one| *one == scope).is_some_and(|place| self.dropped[place]);
            let revision = Revision {
                on: date(0),
                change: RevisionChange::Dropped,
                why: text("reason"),
                who: None,
                source: None,
            };
            Target { revisions: dropped.then_some(revision).into_iter().collect(), ..target }
        };
        let mut targets: Vec<Target> = MEMBERS
            .iter()
            .map(|scope| Target { member_of: Some(TargetId("it@0".into())), ..of(*scope) })
            .collect();
        let members = targets.iter().map(|target| target.id.clone()).collect();
        let whole = Target { members, ..of(0) };
        targets.insert(if self.first { 0 } else { 3 }, whole);
        assemble(Measure::Flow, &actuals, targets)
    }
}

fn holds(condition: &Condition, number: i64) -> bool {
    let number = Decimal::from(number);
    match condition {
        Condition::AtLeast(t) | Condition::Between(t, _) => number >= t.value(),
        Condition::AtMost(t) => number <= t.value(),
        Condition::Exactly(t) => number == t.value(),
        Condition::Within(a, b) => a.value() <= number && number <= b.value(),
        _ => unreachable!("nobody asks it"),
    }
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let evaluation = evaluate(&world.report(), report_date(&world.asked, world.as_of));
    let all = verdicts(&evaluation);
    let (whole, members) = if world.first { (&all[0], &all[1..]) } else { (&all[3], &all[..3]) };
    let stand: Vec<&str> = members.iter().map(|one| one.status.as_str()).collect();
    let worst = WORST.into_iter().find(|status| stand.contains(status)).unwrap_or("dropped");
    prop_assert_eq!(whole.status.as_str(), worst, "{:?}", stand);
    prop_assert!(whole.path.is_none() && whole.attainment.is_open() && whole.interval.is_open(), "{whole:?}");
    let counts: Counts = members.iter().map(|one| one.status).collect();
    prop_assert!(whole.reasons.contains(&Reason::MemberCounts { counts }), "{whole:?}");
    let truth = Truth::new(world.seed);
    let asked = MEMBERS.iter().zip(world.dropped).filter(|(_, dropped)| !dropped);
    let mut held = asked.map(|(scope, _)| holds(&whole.condition, world.number(&truth, *scope)));
    match worst {
        "met" => prop_assert!(held.all(|held| held), "{whole:?}"),
        "missed" => prop_assert!(held.any(|held| !held), "{whole:?}"),
        _ => {}
    }
    Ok(())
}

#[test]
fn a_whole_stands_as_the_worst_of_its_members() {
    run(3000, &world(), |world| check(&world));
}
