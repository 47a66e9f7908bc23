//! What is proven of a region against trying out every choice of figures.

use super::build::*;
use crate::evaluate::Interval;
use crate::evaluate::bounds::{Bounds, Proven};
use crate::evaluate::figure::Figure;
use crate::evaluate::region::{Span, Tree};
use crate::model::ScopeTree;
use proptest::prelude::*;
use rust_decimal::Decimal;

const SLOTS: i32 = 6;

/// A province of two cities of two towns each; `complete` says whether parts make up their wholes.
fn scopes(complete: bool) -> ScopeTree {
    let all = [
        scope("a", None, complete),
        scope("b", Some("a"), complete),
        scope("c", Some("a"), complete),
        scope("d", Some("b"), complete),
        scope("e", Some("b"), complete),
        scope("f", Some("c"), complete),
        scope("g", Some("c"), complete),
    ];
    ScopeTree::new(all.into_iter().map(|s| (s.id.clone(), s)).collect(), std::collections::BTreeMap::new())
}

fn figures() -> impl Strategy<Value = Vec<Figure>> {
    let figure = (0..SLOTS, 1..=SLOTS, 0_usize..7, 0_i64..30).prop_map(|(from, len, scope, amount)| {
        let span = Span::new(from, (from + len).min(SLOTS));
        Figure::over(scope, span, Interval::exactly(Decimal::from(amount)))
    });
    proptest::collection::vec(figure, 0..9)
}

fn subsets(figures: &[Figure]) -> impl Iterator<Item = Vec<&Figure>> {
    (0_u32..1 << figures.len()).map(|set| {
        figures.iter().enumerate().filter(move |(i, _)| set & (1 << i) != 0).map(|(_, f)| f).collect()
    })
}

fn total(figures: &[&Figure]) -> Decimal {
    figures.iter().filter_map(|figure| figure.low).sum()
}

/// The town-days of a region, as the smallest pieces there are.
fn pieces(tree: &Tree<'_>, scope: usize, span: Span) -> u64 {
    let mut bits = 0;
    for town in 3..7 {
        for slot in span.from..span.to {
            if tree.lies_in(town, scope) {
                bits |= 1 << (i32::try_from(town).expect("small") * SLOTS + slot);
            }
        }
    }
    bits
}

#[test]
fn a_scopes_own_figures_and_its_parts_take_turns() {
    let of = |scope: &str, over: &str, number: &str| (scope.to_owned(), over.to_owned(), number.to_owned());
    let told = |figures: &[(String, String, String)]| {
        let mut build = flow().target("2018..2020", at_least("60")).asked(|t| t.scope = scope_id("whole"));
        for (scope, over, number) in figures {
            build = build.actual(over, value(number)).of(scope);
        }
        build.on("2021-05-11").interval()
    };
    let parts = |over: &str| [of("half-a", over, "5"), of("half-b", over, "6")];
    let own = |over: &str| vec![of("whole", over, "10")];
    assert_eq!(told(&[own("2018..2019"), parts("2020").to_vec()].concat()), "21..21");
    assert_eq!(told(&[own("2019..2020"), parts("2018").to_vec()].concat()), "21..21");
    let turns = [own("2018"), parts("2019").to_vec(), own("2020")].concat();
    assert_eq!(told(&turns), "31..31");
    let parts_around = [parts("2018").to_vec(), own("2019"), parts("2020").to_vec()].concat();
    assert_eq!(told(&parts_around), "32..32");
    assert_eq!(told(&turns[..3]), "21..", "2020 is open");
}

/// How often each town-day is counted by figures: those added less those taken away.
fn times(tree: &Tree<'_>, plus: &[&Figure], minus: &[&Figure]) -> Vec<i32> {
    let mut times = vec![0; 7 * usize::try_from(SLOTS).expect("small")];
    for (figures, one) in [(plus, 1), (minus, -1)] {
        for figure in figures {
            let pieces = pieces(tree, figure.scope, figure.span);
            for (bit, times) in times.iter_mut().enumerate() {
                *times += if pieces & (1 << bit) == 0 { 0 } else { one };
            }
        }
    }
    times
}

/// Figures that are true of a world: for each town and day a number.
fn true_figures() -> impl Strategy<Value = Vec<Figure>> {
    let world = proptest::collection::vec(0_i64..9, 7 * 6);
    let said = proptest::collection::vec((0_i64..4, 0_i64..4, any::<bool>()), 9);
    (figures(), world, said, any::<bool>()).prop_map(|(figures, world, said, exact)| {
        let scopes = scopes(true);
        let tree = Tree::new(&scopes);
        let tell = |(figure, said): (Figure, (i64, i64, bool))| {
            let bits = pieces(&tree, figure.scope, figure.span);
            let sum: i64 =
                world.iter().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0).map(|(_, n)| n).sum();
            let (less, more) = if exact { (0, 0) } else { (said.0.min(sum), said.1) };
            Figure {
                low: Some(Decimal::from(sum - less)),
                high: (exact || said.2).then(|| Decimal::from(sum + more)),
                ..figure
            }
        };
        figures.into_iter().zip(said).map(tell).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn minima_are_the_best_choice(figures in figures(), scope in 0_usize..7, from in 0..3, len in 1..=SLOTS) {
        let scopes = scopes(false);
        let tree = Tree::new(&scopes);
        let span = Span::new(from, (from + len).min(SLOTS));
        // Minima alone: nothing is taken away.
        let figures: Vec<Figure> = figures.into_iter().map(|figure| Figure { high: None, ..figure }).collect();
        let apart = |set: &[&Figure]| set.iter().enumerate().all(|(i, a)| set[..i].iter().all(|b| {
            !a.span.meets(b.span) || !(tree.lies_in(a.scope, b.scope) || tree.lies_in(b.scope, a.scope))
        }));
        let inside = |figure: &&Figure| span.contains(figure.span) && tree.lies_in(figure.scope, scope);
        let best = subsets(&figures).filter(|set| set.iter().all(inside) && apart(set)).map(|set| total(&set)).max();
        let found = Bounds::new(&tree, &figures, false, |_| true).floor(scope, span);
        match &found {
            Some(found) => {
                let chosen: Vec<&Figure> = found.figures.iter().map(|place| &figures[*place]).collect();
                prop_assert!(chosen.iter().all(inside) && apart(&chosen));
                prop_assert_eq!(total(&chosen), found.total);
                prop_assert_eq!(Some(found.total), best);
                prop_assert!(found.minus.is_empty());
            }
            None => prop_assert!(!figures.iter().any(|figure| inside(&figure))),
        }
    }

    #[test]
    fn maxima_are_the_cheapest_choice(
        figures in figures(), complete: bool, scope in 0_usize..7, from in 0..3, len in 1..=SLOTS,
    ) {
        let scopes = scopes(complete);
        let tree = Tree::new(&scopes);
        let span = Span::new(from, (from + len).min(SLOTS));
        let figures: Vec<Figure> = figures.into_iter().map(|figure| Figure { low: None, ..figure }).collect();
        let sum = |set: &[&Figure]| set.iter().filter_map(|figure| figure.high).sum::<Decimal>();
        let asked = pieces(&tree, scope, span);
        // Without completeness only figures for the scope or a containing one can cover.
        let may = |figure: &&Figure| complete || tree.lies_in(scope, figure.scope);
        let covers = |set: &[&Figure]| {
            set.iter().fold(0, |bits, figure| bits | pieces(&tree, figure.scope, figure.span)) & asked == asked
        };
        let best = subsets(&figures).filter(|set| set.iter().all(may) && covers(set)).map(|set| sum(&set)).min();
        let found = Bounds::new(&tree, &figures, false, |_| true).cap(scope, span);
        if let Some(found) = &found {
            let chosen: Vec<&Figure> = found.figures.iter().map(|place| &figures[*place]).collect();
            prop_assert!(covers(&chosen) && chosen.iter().all(may));
            prop_assert!(sum(&chosen) <= found.total);
        }
        if complete {
            // Over several scopes the cover is put together stretch by stretch: sound, not always cheapest.
            prop_assert_eq!(found.is_some(), best.is_some());
            prop_assert!(found.map(|found| found.total) >= best);
        } else {
            prop_assert_eq!(found.map(|found| found.total), best);
        }
    }

    #[test]
    fn a_proof_counts_no_day_too_often(
        figures in true_figures(), complete: bool, scope in 0_usize..7, from in 0..3, len in 1..=SLOTS,
    ) {
        let scopes = scopes(complete);
        let tree = Tree::new(&scopes);
        let span = Span::new(from, (from + len).min(SLOTS));
        let bounds = Bounds::new(&tree, &figures, false, |_| true);
        let asked = pieces(&tree, scope, span);
        let of = |places: &[usize]| -> Vec<&Figure> { places.iter().map(|place| &figures[*place]).collect() };
        let whole = |proven: &Proven| {
            let (plus, minus) = (of(&proven.plus), of(&proven.minus));
            (times(&tree, &plus, &minus), plus, minus)
        };
        let is_asked = |bit: usize| asked & (1 << bit) != 0;
        if let Some(floor) = bounds.floor(scope, span) {
            let (times, plus, minus) = whole(&floor);
            let sum = plus.iter().filter_map(|f| f.low).sum::<Decimal>()
                - minus.iter().filter_map(|f| f.high).sum::<Decimal>();
            // A figure that is used twice is listed once: only then the sums differ.
            if sum == floor.total {
                prop_assert!(times.iter().enumerate().all(|(bit, n)| *n <= i32::from(is_asked(bit))), "{floor:?}");
            }
        }
        if let Some(cap) = bounds.cap(scope, span) {
            let (times, plus, minus) = whole(&cap);
            let sum = plus.iter().filter_map(|f| f.high).sum::<Decimal>()
                - minus.iter().filter_map(|f| f.low).sum::<Decimal>();
            if sum == cap.total {
                prop_assert!(times.iter().enumerate().all(|(bit, n)| *n >= i32::from(is_asked(bit))), "{cap:?}");
            }
        }
    }
}
