//! The two scales of a series: time from left to right, and values that may lie below zero.

use crate::chart::number::LARGEST;
use crate::chart::paint::Rect;
use crate::chart::spec::{Series, TrendPoint, Value, ValueKind};

/// Where the least value is at most this share of the greatest, the scale begins at zero.
const NEAR_ZERO: f64 = 0.5;
/// The ends of a scale lie at least this share of its greatest value apart, so that a hair's difference does not
/// look like a change.
const LEAST_SPREAD: f64 = 0.03;
/// Room for words under the lowest point, where the scale does not begin at zero.
const FOOT: f64 = 24.0;

/// What a published figure says of the quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reading {
    /// It is this.
    Point(f64),
    /// At least this; nobody knows how much more.
    Open(f64),
    /// Between both.
    Between(f64, f64),
}

impl Reading {
    pub(super) fn of(value: &Value) -> Self {
        let low = signed(value.low);
        let high = value.high.filter(|high| high.is_finite()).map(|high| signed(high).max(low));
        match (value.kind, high) {
            (ValueKind::Exact | ValueKind::About, high) => {
                Self::Point(high.map_or(low, |high| f64::midpoint(low, high)))
            }
            (ValueKind::Bounds, None) => Self::Open(low),
            (ValueKind::Bounds, Some(high)) if high > low => Self::Between(low, high),
            (ValueKind::MoreThan, _) | (ValueKind::Bounds, Some(_)) => Self::Point(low),
        }
    }

    /// Where a line may lead: to a number, not to a range.
    pub(super) fn point(self) -> Option<f64> {
        match self {
            Self::Point(value) | Self::Open(value) => Some(value),
            Self::Between(..) => None,
        }
    }

    /// Where it reaches highest on the drawing.
    pub(super) fn top(self) -> f64 {
        match self {
            Self::Point(value) | Self::Open(value) => value,
            Self::Between(_, high) => high,
        }
    }
}

/// A date with its figure.
pub(super) struct Published<'a> {
    pub(super) point: &'a TrendPoint,
    pub(super) value: &'a Value,
    pub(super) reading: Reading,
}

impl<'a> Published<'a> {
    pub(super) fn of(point: &'a TrendPoint) -> Option<Self> {
        point.value.as_ref().map(|value| Self { point, value, reading: Reading::of(value) })
    }
}

/// A number on either side of zero: undefined ones become a harmless one.
pub(super) fn signed(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-LARGEST, LARGEST) }
}

/// Where a value lies on the drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heights {
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
}

impl Heights {
    /// A scale that fits what is drawn, between two heights.
    pub(super) fn fit(values: &[f64], top: f64, bottom: f64) -> Self {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (least, most) = if least <= most { (least, most) } else { (0.0, 1.0) };
        let size = least.abs().max(most.abs());
        let (mut from, mut to) = (least, most);
        if from >= 0.0 && from <= to * NEAR_ZERO {
            from = 0.0;
        } else if to <= 0.0 && to >= from * NEAR_ZERO {
            to = 0.0;
        } else {
            let lacking = (size * LEAST_SPREAD - (to - from)).max(0.0);
            (from, to) = (from - lacking / 2.0, to + lacking / 2.0);
        }
        if to - from <= 0.0 {
            to = from + 1.0;
        }
        let foot = if from == 0.0 { 0.0 } else { FOOT };
        Self { from, to, top, bottom: bottom - foot }
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let share = (value - self.from) / (self.to - self.from);
        self.bottom - share.clamp(0.0, 1.0) * (self.bottom - self.top)
    }

    /// True if zero is on it.
    pub(super) fn has_zero(&self) -> bool {
        self.from <= 0.0 && 0.0 <= self.to
    }

    /// True if it begins at zero.
    pub(super) fn begins_at_zero(&self) -> bool {
        self.from == 0.0
    }
}

/// Where a time lies on the drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    first: i32,
    last: i32,
    left: f64,
    right: f64,
}

impl Times {
    /// From the first to the last position of a series; none without any.
    pub(super) fn of(series: &Series, area: &Rect) -> Option<Self> {
        let aims = series.aims.iter().chain(&series.needed);
        let all = series
            .points
            .iter()
            .map(|point| point.at)
            .chain(aims.flat_map(|aim| [aim.at, aim.from.unwrap_or(aim.at)]))
            .chain(series.path.iter().map(|(at, _)| *at));
        let (first, last) = (all.clone().min()?, all.max()?);
        Some(Self { first, last, left: area.left, right: area.right })
    }

    pub(super) fn x(&self, at: i32) -> f64 {
        let span = i64::from(self.last) - i64::from(self.first);
        if span == 0 {
            return f64::midpoint(self.left, self.right);
        }
        let gone = i64::from(at) - i64::from(self.first);
        self.left + (self.right - self.left) * gone as f64 / span as f64
    }
}

/// Every number that the scale of a series has to hold.
pub(super) fn values(series: &Series) -> Vec<f64> {
    let mut all = Vec::new();
    for point in &series.points {
        let Some(value) = &point.value else { continue };
        match Reading::of(value) {
            Reading::Point(number) | Reading::Open(number) => all.push(number),
            Reading::Between(low, high) => {
                // Zero is where a range begins of which only the upper end is known.
                all.extend([low, high].into_iter().filter(|end| *end != 0.0));
            }
        }
        all.extend(point.margin.iter().flat_map(|(low, high)| [signed(*low), signed(*high)]));
    }
    all.extend(series.path.iter().map(|(_, value)| signed(*value)));
    for aim in series.aims.iter().chain(&series.needed) {
        let (low, high) = ends(aim.plan.kind);
        all.extend([low, high]);
    }
    all
}

/// The least and the greatest number of a plan.
pub(super) fn ends(kind: crate::chart::spec::PlanKind) -> (f64, f64) {
    use crate::chart::spec::PlanKind;
    match kind {
        PlanKind::Exact(value) | PlanKind::Minimum(value) | PlanKind::Maximum(value) => {
            (signed(value), signed(value))
        }
        PlanKind::Range { low, high } => {
            let (low, high) = (signed(low), signed(high));
            (low.min(high), low.max(high))
        }
    }
}

/// True if the scale of a series, drawn, does not reach zero.
pub fn is_cut(series: &Series) -> bool {
    !Heights::fit(&values(series), 0.0, 100.0).has_zero()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_fits_what_is_drawn() {
        let of = |values: &[f64]| {
            let heights = Heights::fit(values, 0.0, 100.0);
            (heights.from, heights.to)
        };
        assert_eq!(of(&[3.0, 12.0]), (0.0, 12.0), "zero is near");
        assert_eq!(of(&[61.0, 65.0]), (61.0, 65.0));
        assert_eq!(of(&[99.0, 100.0]), (98.0, 101.0), "a hair's difference looks like one");
        assert_eq!(of(&[-3.0, -13.5]), (-13.5, 0.0), "below zero from zero down");
        assert_eq!(of(&[-3.0, 5.0]), (-3.0, 5.0));
        assert_eq!(of(&[0.0, 0.0]), (0.0, 1.0));
        assert_eq!(of(&[]), (0.0, 1.0));
    }

    #[test]
    fn a_figure_below_zero_keeps_its_place() {
        let exact = Value::exact(-9.2, "−9.2%");
        assert_eq!(Reading::of(&exact), Reading::Point(-9.2));
        let heights = Heights::fit(&[-9.2, 0.0], 0.0, 100.0);
        assert!(heights.y(-9.2) > heights.y(0.0), "lower on the drawing");
    }
}
