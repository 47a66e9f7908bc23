//! What would settle a verdict, tried out: only what does is said.

use super::case::{Asked, Case};
use super::region::Span;
use super::{Interval, Reason};
use rust_decimal::Decimal;

/// Values on both sides of each threshold and at it, among those that are possible: if each of them decides,
/// every one does.
pub(super) fn values(asked: &Asked<'_>, possible: Interval) -> Vec<Decimal> {
    // Less than a digit away it may be printed as the threshold, and stays open.
    let unit = asked.demand.step().max(Decimal::ONE);
    let ends = [asked.demand.required(), asked.demand.ceiling()].into_iter().flatten();
    let mut all: Vec<Decimal> = ends
        .flat_map(|end| [Some(end), end.checked_sub(unit), end.checked_add(unit)])
        .flatten()
        .chain(possible.low)
        .chain(possible.high)
        .filter(|value| possible.holds(*value))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// True if a figure with both ends is there already for that scope and time, used or in conflict.
pub(super) fn is_reported(case: &Case<'_>, scope: usize, span: Span, dated: bool) -> bool {
    case.figures.iter().chain(&case.contested).any(|figure| {
        figure.scope == scope
            && figure.span == span
            && figure.dated == dated
            && figure.low.is_some()
            && figure.high.is_some()
    })
}

/// Which end is missing for the proof that the condition asks for.
pub(super) fn missing_end(asked: &Asked<'_>, interval: Interval) -> Option<Reason> {
    let limit = asked.demand.most.is_some();
    match (interval.low, interval.high) {
        (None, Some(_)) if asked.demand.falls() => Some(Reason::LimitNotBroken),
        (None, Some(_)) => Some(Reason::OnlyCap),
        (Some(_), None) if limit => Some(Reason::LimitNotKept),
        (Some(_), None) => Some(Reason::OnlyFloor),
        _ => None,
    }
}
