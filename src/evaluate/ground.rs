//! What figures prove of a region: its interval, and the figures that make each end.

use super::Interval;
use super::bounds::{Bounds, Proven};
use super::case::Case;
use super::region::Span;
use rust_decimal::Decimal;

/// Contradictions that bear on one region, above which none of them is tried.
const TRIED: usize = 16;

/// What figures prove of a region.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub span: Span,
    pub interval: Interval,
    pub floor: Option<Proven>,
    pub cap: Option<Proven>,
    /// Figures of contradictions that bear on the region, by index of actual. What is proven holds
    /// whichever side of each is right.
    pub disputed: Vec<usize>,
}

impl Ground {
    pub fn of(case: &Case<'_>, scope: usize, span: Span) -> Self {
        let mut ground = Self::by(&case.bounds, scope, span);
        let bearing: Vec<usize> =
            (0..case.disputes.len()).filter(|at| bears(case, *at, scope, span)).collect();
        let places = bearing.iter().filter_map(|at| case.disputes.get(*at));
        let places: Vec<usize> = places.flat_map(|one| one.floor.iter().chain(&one.cap)).copied().collect();
        ground.disputed = case.actuals(&places);
        if bearing.len() > TRIED {
            return ground;
        }
        for at in bearing {
            let Some(sides) = case.sides(at) else { continue };
            let tried: Vec<Self> = sides.iter().map(|bounds| Self::by(bounds, scope, span)).collect();
            if tried.iter().any(|one| one.interval.is_empty()) {
                continue;
            }
            // What all of them prove is the least that any of them does.
            let floors: Option<Vec<Proven>> = tried.iter().map(|one| one.floor.clone()).collect();
            let caps: Option<Vec<Proven>> = tried.into_iter().map(|one| one.cap).collect();
            let least = |all: Vec<Proven>, weaker: fn(&Proven, &Proven) -> bool| {
                all.into_iter().reduce(|a, b| if weaker(&b, &a) { b } else { a })
            };
            let floor = floors.and_then(|all| least(all, weaker_floor));
            let cap = caps.and_then(|all| least(all, weaker_cap));
            let floor = stronger(ground.floor.clone(), floor, weaker_floor);
            let cap = stronger(ground.cap.clone(), cap, weaker_cap);
            let interval = interval(floor.as_ref(), cap.as_ref());
            if !interval.is_empty() {
                ground = Self { interval, floor, cap, ..ground };
            }
        }
        ground
    }

    /// What one figure says by itself, where it decides and more is known.
    pub fn only(case: &Case<'_>, place: usize, whole: &Self) -> Self {
        let Some(figure) = case.figure(place) else { return whole.clone() };
        let by = |(total, open): (Decimal, bool)| Proven {
            total,
            open,
            figures: vec![place],
            plus: vec![place],
            minus: Vec::new(),
        };
        Self {
            span: whole.span,
            interval: figure.interval(),
            floor: figure.low.map(|low| by((low, figure.low_open))),
            cap: figure.high.map(|high| by((high, figure.high_open))),
            disputed: whole.disputed.clone(),
        }
    }

    fn by(bounds: &Bounds<'_>, scope: usize, span: Span) -> Self {
        let (floor, cap) = (bounds.floor(scope, span), bounds.cap(scope, span));
        let interval = interval(floor.as_ref(), cap.as_ref());
        Self { span, interval, floor, cap, disputed: Vec::new() }
    }
}

/// True if some figure of a contradiction speaks of the region, or of what contains it or lies inside.
fn bears(case: &Case<'_>, dispute: usize, scope: usize, span: Span) -> bool {
    case.disputes.get(dispute).is_some_and(|dispute| {
        dispute.floor.iter().chain(&dispute.cap).filter_map(|place| case.figure(*place)).any(|figure| {
            let related = case.tree.lies_in(figure.scope, scope) || case.tree.lies_in(scope, figure.scope);
            related && figure.span.meets(span)
        })
    })
}

fn interval(floor: Option<&Proven>, cap: Option<&Proven>) -> Interval {
    Interval::new(floor.map(|one| one.total), cap.map(|one| one.total))
        .with_open_ends(floor.is_some_and(|one| one.open), cap.is_some_and(|one| one.open))
}

fn weaker_floor(one: &Proven, other: &Proven) -> bool {
    (one.total, one.open) < (other.total, other.open)
}

fn weaker_cap(one: &Proven, other: &Proven) -> bool {
    (one.total, !one.open) > (other.total, !other.open)
}

/// The other if the one is weaker or missing.
fn stronger(
    one: Option<Proven>,
    other: Option<Proven>,
    weaker: fn(&Proven, &Proven) -> bool,
) -> Option<Proven> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if weaker(&one, &other) { other } else { one }),
        (one, other) => one.or(other),
    }
}
