//! What figures prove of a region of a flow: its interval, and the figures that make each end.

use super::Interval;
use super::case::Case;
use super::cover::cover;
use super::figure::Figure;
use super::packing::packing;
use super::region::Span;
use super::sum::Proven;

/// What figures prove of a region.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub span: Span,
    pub interval: Interval,
    pub floor: Option<Proven>,
    pub cap: Option<Proven>,
}

impl Ground {
    pub fn of(case: &Case<'_>, scope: usize, span: Span) -> Self {
        let floor = packing(case.tree, &case.figures, scope, span);
        let cap = cover(case.tree, &case.figures, scope, span);
        let any = |proven: &Option<Proven>, open: fn(&Figure) -> bool| {
            let places = proven.iter().flat_map(|proven| &proven.figures);
            places.filter_map(|place| case.figures.get(*place)).any(open)
        };
        // A sum with one open end is open.
        let interval = Interval::new(floor.as_ref().map(|p| p.total), cap.as_ref().map(|p| p.total))
            .with_open_ends(any(&floor, |figure| figure.low_open), any(&cap, |figure| figure.high_open));
        Self { span, interval, floor, cap }
    }
}
