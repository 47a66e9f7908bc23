//! Packing and cover against trying out every choice of figures.

use super::build::*;
use crate::evaluate::cover::cover;
use crate::evaluate::figure::Figure;
use crate::evaluate::packing::packing;
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
    let figure = (0..SLOTS, 1..=SLOTS, 0_usize..7, 0_i64..30).prop_map(|(from, len, scope, amount)| Figure {
        actuals: vec![],
        span: Span::new(from, (from + len).min(SLOTS)),
        scope,
        dated: false,
        low: Some(Decimal::from(amount)),
        high: Some(Decimal::from(amount)),
        plain: None,
        partial: false,
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn packing_is_the_best_choice(figures in figures(), scope in 0_usize..7, from in 0..3, len in 1..=SLOTS) {
        let scopes = scopes(false);
        let tree = Tree::new(&scopes);
        let span = Span::new(from, (from + len).min(SLOTS));
        let apart = |set: &[&Figure]| set.iter().enumerate().all(|(i, a)| set[..i].iter().all(|b| {
            !a.span.meets(b.span) || !(tree.lies_in(a.scope, b.scope) || tree.lies_in(b.scope, a.scope))
        }));
        let inside = |figure: &&Figure| span.contains(figure.span) && tree.lies_in(figure.scope, scope);
        let best = subsets(&figures).filter(|set| set.iter().all(inside) && apart(set)).map(|set| total(&set)).max();
        let found = packing(&tree, &figures, scope, span);
        match &found {
            Some(found) => {
                let chosen: Vec<&Figure> = found.figures.iter().map(|place| &figures[*place]).collect();
                prop_assert!(chosen.iter().all(inside) && apart(&chosen));
                prop_assert_eq!(total(&chosen), found.total);
                prop_assert_eq!(Some(found.total), best);
            }
            None => prop_assert!(!figures.iter().any(|figure| inside(&figure))),
        }
    }

    #[test]
    fn cover_is_the_cheapest_choice(
        figures in figures(), complete: bool, scope in 0_usize..7, from in 0..3, len in 1..=SLOTS,
    ) {
        let scopes = scopes(complete);
        let tree = Tree::new(&scopes);
        let span = Span::new(from, (from + len).min(SLOTS));
        let asked = pieces(&tree, scope, span);
        // Without completeness only figures for the scope or a containing one can cover.
        let may = |figure: &&Figure| complete || tree.lies_in(scope, figure.scope);
        let covers = |set: &[&Figure]| {
            set.iter().fold(0, |bits, figure| bits | pieces(&tree, figure.scope, figure.span)) & asked == asked
        };
        let best = subsets(&figures).filter(|set| set.iter().all(may) && covers(set)).map(|set| total(&set)).min();
        let found = cover(&tree, &figures, scope, span);
        if let Some(found) = &found {
            let chosen: Vec<&Figure> = found.figures.iter().map(|place| &figures[*place]).collect();
            prop_assert!(covers(&chosen) && chosen.iter().all(may));
            prop_assert!(total(&chosen) <= found.total);
        }
        if complete {
            // Over several scopes the cover is put together stretch by stretch: sound, not always cheapest.
            prop_assert_eq!(found.is_some(), best.is_some());
            prop_assert!(found.map(|found| found.total) >= best);
        } else {
            prop_assert_eq!(found.map(|found| found.total), best);
        }
    }
}
