//! What figures prove of a region of a flow: its interval, and the figures that make each end.

use super::Interval;
use super::case::Case;
use super::cover::cover;
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
        let interval = Interval::new(floor.as_ref().map(|p| p.total), cap.as_ref().map(|p| p.total));
        Self { span, interval, floor, cap }
    }
}
