//! Which days of a region have a maximum at all.

use super::figure::Figure;
use super::region::{Span, Tree, intersection, union};
use std::collections::BTreeMap;

/// The stretches of a region that are covered by figures with a maximum: for the scope itself, for one that
/// contains it, or for all of the parts that make it up completely.
pub(super) fn covered(tree: &Tree<'_>, figures: &[Figure], scope: usize, span: Span) -> Vec<Span> {
    let mut own: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let mut top = Vec::new();
    for figure in figures.iter().filter(|figure| figure.high.is_some()) {
        let Some(days) = figure.certainly_holds().filter(|days| days.meets(span)) else { continue };
        if tree.lies_in(scope, figure.scope) {
            top.push(days);
        } else if tree.helps_to_cover(figure.scope, scope) {
            own.entry(figure.scope).or_default().push(days);
        }
    }
    intersection(&with_parts(tree, &own, scope, top), &[span])
}

fn with_parts(
    tree: &Tree<'_>,
    own: &BTreeMap<usize, Vec<Span>>,
    scope: usize,
    mut spans: Vec<Span>,
) -> Vec<Span> {
    if tree.is_covered_by_children(scope) {
        let mut parts = tree
            .children(scope)
            .iter()
            .map(|part| with_parts(tree, own, *part, own.get(part).cloned().unwrap_or_default()));
        if let Some(first) = parts.next() {
            spans.extend(parts.fold(first, |all, part| intersection(&all, &part)));
        }
    }
    union(spans)
}
