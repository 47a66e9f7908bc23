//! Worlds in which nearly every number lies within a digit of what is asked, told of by its parts and by itself, in
//! any order: what is printed of it decides, what its parts prove decides only what that cannot take back.

use super::numbers::{Words, better, kind, words};
use super::{calendar, flows, rates, run, states};
use crate::model::{Every, Holds};
use proptest::prelude::*;
use std::cell::Cell;

/// A number close to the threshold: the condition, the places it is printed with, how many of its last digits away.
fn demand() -> impl Strategy<Value = (u8, i32, i128, i128)> {
    (kind(), 0_i32..2, -1_i128..2, 0_i128..3)
}

/// Mostly plain numbers, with so many places.
fn saying(places: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Words> {
    (words(places), any::<bool>())
        .prop_map(|(words, plain)| Words { kind: if plain { 0 } else { words.kind }, ..words })
}

/// Tries a property, in worlds some of which stay open for being too close.
fn run_close<S: Strategy>(worlds: &S, stays_final: impl Fn(&S::Value) -> Result<bool, TestCaseError>)
where
    S::Value: std::fmt::Debug,
{
    let close = Cell::new(0);
    run(4000, worlds, |world| {
        close.set(close.get() + u32::from(stays_final(&world)?));
        Ok(())
    });
    assert!(close.get() > 40, "only {} worlds are too close", close.get());
}

fn sums() -> impl Strategy<Value = flows::World> {
    let asked = prop_oneof![Just((0_usize, 24_usize)), Just((12, 12)), Just((6, 6))];
    // The whole itself, a half of its time, one of its two scopes.
    let told = (0_u8..5, saying(-1..=1), saying(1..=3), 0_i64..200);
    let rare = || (0_u8..4).prop_map(|lot| lot == 0);
    let of = (calendar(), rare(), rare(), any::<u64>(), asked, demand(), better(), super::when());
    (of, proptest::collection::vec(told, 2..7)).prop_map(
        |((calendar, signed, counted, seed, asked, demand, better, as_of), told)| {
            let told = told.into_iter().map(|(which, finer, fine, lag)| {
                let (from, length) = asked;
                let (of, scope) = match which {
                    0 => (asked, 0),
                    1 | 2 => ((from + usize::from(which - 1) * length / 2, length / 2), 0),
                    which => (asked, usize::from(which) - 2),
                };
                let words =
                    if which == 0 { Words { places: demand.1 + finer.places, ..finer } } else { fine };
                flows::Told {
                    of,
                    aim: 3,
                    words,
                    lag,
                    scope,
                    unknown: None,
                    same_start: false,
                    partial: false,
                    provisional: false,
                }
            });
            flows::World {
                calendar,
                signed,
                counted,
                complete: true,
                seed,
                told: told.collect(),
                asked,
                due_earlier: 0,
                demand,
                better,
                row: None,
                revised: None,
                as_of,
                lie: None,
            }
        },
    )
}

fn days() -> impl Strategy<Value = states::world::World> {
    use states::world::{Of, Told, World};
    let holds = prop_oneof![
        4 => Just(Holds::AtDue),
        1 => Just(Holds::Once),
        1 => Just(Holds::Throughout { every: None }),
        1 => Just(Holds::Throughout { every: Some(Every::Quarter) }),
    ];
    let of = prop_oneof![1 => Just(Of::Counted), 4 => Just(Of::Measured)];
    // The due day or one close to it, before or after, of the whole or of one of its halves.
    let told = (0_u8..6, 0_usize..3, any::<u64>(), saying(-1..=1), saying(1..=3), 0_i64..100);
    let never_falls = (0_u8..3).prop_map(|lot| lot > 0);
    let world = (calendar(), of, never_falls, any::<u64>(), holds, demand(), better(), super::when());
    (world, proptest::collection::vec(told, 2..7)).prop_map(
        |((calendar, of, never_falls, seed, holds, demand, better, as_of), told)| {
            let asked = (0, 6);
            let told = told.into_iter().map(|(when, scope, lot, finer, fine, lag)| {
                let own = Words { places: (demand.1 + finer.places).max(0), ..finer };
                Told {
                    month: 7,
                    aimed: when < 4,
                    when: u8::from(when > 2),
                    lot,
                    words: if scope == 0 { own } else { fine },
                    lag,
                    scope,
                    other_definition: false,
                    wrong: None,
                    stands_for: false,
                    margin: None,
                }
            });
            let told = told.collect();
            let (reported_for, baseline, row) = (false, false, None);
            World {
                calendar,
                of,
                never_falls,
                seed,
                told,
                asked,
                reported_for,
                holds,
                demand,
                better,
                baseline,
                row,
                as_of,
            }
        },
    )
}

fn averages() -> impl Strategy<Value = rates::world::World> {
    use rates::world::{Told, World};
    let asked = prop_oneof![Just((0_usize, 24_usize)), Just((12, 12)), Just((6, 6))];
    // The whole, its halves, its thirds.
    let told = (0_u8..4, saying(-1..=1), saying(2..=3), 0_i64..120);
    let every = Holds::Throughout { every: Some(Every::Quarter) };
    let holds = prop_oneof![4 => Just(Holds::AtDue), 1 => Just(every)];
    let world = (calendar(), 0_u64..1 << 60, asked, holds, demand(), better(), super::when());
    (world, proptest::collection::vec(told, 2..9)).prop_map(
        |((calendar, seed, asked, holds, demand, better, as_of), told)| {
            let told = told.into_iter().enumerate().map(|(place, (aim, finer, fine, lag))| {
                let own = Words { places: (demand.1 + finer.places).max(0), ..finer };
                Told {
                    of: asked,
                    aim,
                    place,
                    dated: false,
                    words: if aim == 0 { own } else { fine },
                    lag,
                    scope: 0,
                    other_definition: false,
                    wrong: None,
                    stands_for: false,
                    margin: None,
                }
            });
            let told = told.collect();
            // The months of such worlds hardly differ.
            let seed = seed * 3;
            World {
                calendar,
                averages: true,
                seed,
                told,
                asked,
                holds,
                demand,
                better,
                baseline: None,
                row: None,
                as_of,
            }
        },
    )
}

#[test]
fn a_sum_close_to_what_is_asked_stays_as_it_was_judged() {
    run_close(&sums(), flows::stays_final);
}

#[test]
fn a_state_close_to_what_is_asked_stays_as_it_was_judged() {
    run_close(&days(), states::stays_final);
}

#[test]
fn an_average_close_to_what_is_asked_stays_as_it_was_judged() {
    run_close(&averages(), rates::stays_final);
}
