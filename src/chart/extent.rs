//! The scale of a bar: how far it is solid, how far it may reach, where it is cut.

use super::number::{sane, sane_high};
use super::spec::{Coverage, Plan, PlanKind, Value, ValueKind};

/// A cap beyond this many times what the axis needs is cut, so that the plan stays readable.
const CUT: f64 = 2.2;

/// A value as a length to be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    /// Solid up to here: the figure, or the proven floor.
    pub(super) solid: f64,
    /// What may lie beyond.
    pub(super) reach: Reach,
}

/// How far a value may reach beyond what is proven.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reach {
    /// No further.
    None,
    /// Up to this cap.
    Cap(f64),
    /// Nobody knows.
    Open,
}

impl Extent {
    /// A plain, about or more-than figure ends where it says (the middle of its rounding
    /// interval); bounds are solid to the floor and reach to the cap.
    pub(super) fn of(value: &Value) -> Self {
        let low = sane(value.low);
        let high = sane_high(value.high).map(|high| high.max(low));
        match value.kind {
            ValueKind::Exact | ValueKind::About => {
                Self { solid: high.map_or(low, |high| f64::midpoint(low, high)), reach: Reach::None }
            }
            ValueKind::MoreThan => Self { solid: low, reach: Reach::None },
            ValueKind::Bounds => {
                let reach = match high {
                    Some(high) if high > low => Reach::Cap(high),
                    Some(_) => Reach::None,
                    None => Reach::Open,
                };
                Self { solid: low, reach }
            }
        }
    }

    /// The value at the end of the axis: everything proven and planned, and the caps unless
    /// they lie far beyond. Never zero.
    pub(super) fn axis(extents: impl Iterator<Item = Self> + Clone, plans: impl Iterator<Item = f64>) -> f64 {
        let need = extents.clone().map(|extent| extent.solid).chain(plans).fold(0.0, f64::max);
        let caps = extents.filter_map(|extent| match extent.reach {
            Reach::Cap(cap) if need <= 0.0 || cap <= need * CUT => Some(cap),
            _ => None,
        });
        let max = caps.fold(need, f64::max);
        if max > 0.0 { max } else { 1.0 }
    }
}

/// The largest number a plan names.
pub(super) fn plan_top(plan: &Plan) -> f64 {
    match plan.kind {
        PlanKind::Exact(value) | PlanKind::Minimum(value) | PlanKind::Maximum(value) => sane(value),
        PlanKind::Range { low, high } => sane(low).max(sane(high)),
    }
}

/// The smallest number a plan names.
pub(super) fn plan_bottom(plan: &Plan) -> f64 {
    match plan.kind {
        PlanKind::Range { low, high } => sane(low).min(sane(high)),
        _ => plan_top(plan),
    }
}

/// Whether a figure may stand beside the plan at all.
pub(super) fn is_comparable(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.coverage != Coverage::NotComparable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bounds_reach_beyond_what_is_solid() {
        let about = Value { high: Some(420.0), ..Value::exact(380.0, "") }.of_kind(ValueKind::About);
        assert_eq!(Extent::of(&about), Extent { solid: 400.0, reach: Reach::None });
        assert_eq!(Extent::of(&Value::bounds(5.0, None, "")).reach, Reach::Open);
        assert_eq!(Extent::of(&Value::bounds(0.0, Some(9.0), "")).reach, Reach::Cap(9.0));
    }

    #[test]
    fn a_far_cap_does_not_stretch_the_axis() {
        let near = Extent { solid: 50.0, reach: Reach::Cap(180.0) };
        let far = Extent { solid: 50.0, reach: Reach::Cap(900.0) };
        assert!((Extent::axis([near].into_iter(), [100.0].into_iter()) - 180.0).abs() < 1e-9);
        assert!((Extent::axis([far].into_iter(), [100.0].into_iter()) - 100.0).abs() < 1e-9);
        assert!((Extent::axis([].into_iter(), [].into_iter()) - 1.0).abs() < 1e-9);
    }
}
