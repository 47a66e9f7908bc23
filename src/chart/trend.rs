//! A context series: only published points are drawn, and gaps stay gaps.

use std::cell::RefCell;

use super::canvas::{Canvas, PAD, WIDTH};
use super::extent::{Extent, Reach};
use super::paint::{ASIDE, Anchor, FIGURE, Fill, Point, Rect, Stroke, Type};
use super::placing::Taken;
use super::plotters_backend::{SlotMark, Slots};
use super::spec::{Trend, TrendPoint, Value};
use super::token::Token;

const HEIGHT: f64 = 128.0;
/// A lone point has no course.
const LONE_HEIGHT: f64 = 40.0;
const YEAR: Type = Type::plain(13.2, Token::Ink);
/// More places than this on the time axis cannot be told apart.
const MOST_SLOTS: i64 = 400;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Trend, top: f64) -> f64 {
    let mut points: Vec<&TrendPoint> = spec.points.iter().collect();
    points.sort_by_key(|point| point.at);
    points.dedup_by_key(|point| point.at);
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return top;
    };
    let span = i64::from(last.at) - i64::from(first.at);
    let published: Vec<PublishedPoint> = points
        .iter()
        .filter_map(|point| point.value.as_ref().map(|value| (point, value)))
        .map(|(point, value)| PublishedPoint {
            point,
            value,
            slot: slot(i64::from(point.at) - i64::from(first.at), span),
            extent: Extent::of(value),
        })
        .collect();
    let series = Series { spec, points: &points, published, first: first.at, span };
    series.draw(canvas, top)
}

/// The slot of a distance in time; very long series are squeezed.
fn slot(distance: i64, span: i64) -> usize {
    let slot = if span < MOST_SLOTS { distance } else { distance * (MOST_SLOTS - 1) / span };
    usize::try_from(slot).unwrap_or(0)
}

struct PublishedPoint<'a> {
    point: &'a TrendPoint,
    value: &'a Value,
    slot: usize,
    extent: Extent,
}

struct Series<'a> {
    spec: &'a Trend,
    points: &'a [&'a TrendPoint],
    published: Vec<PublishedPoint<'a>>,
    first: i32,
    span: i64,
}

impl Series<'_> {
    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let max = Extent::axis(self.published.iter().map(|one| one.extent), std::iter::empty());
        let label =
            |one: Option<&PublishedPoint>| one.map_or(0.0, |one| FIGURE.measure().width(&one.value.label));
        let count = slot(self.span, self.span) + 1;
        let half_slot = (WIDTH - 2.0 * PAD) / count as f64 / 2.0;
        // The first figure stands left of its point and the last one right of it.
        let (before, after) = (label(self.published.first()), label(self.published.last()));
        let wide = before + after > 200.0;
        let side = |width: f64| {
            if wide { 0.0 } else { (width + 14.0 - half_slot).max(0.0) }
        };
        let left = PAD + side(if self.published.len() > 1 { before } else { 0.0 });
        let height = if self.published.len() > 1 { HEIGHT } else { LONE_HEIGHT };
        let area =
            Rect { left, top: top + 26.0, right: WIDTH - PAD - side(after), bottom: top + 26.0 + height };
        let slots = Slots { area, count, max };
        let taken = RefCell::new(Taken::between(top, area.bottom - 1.0));
        let mut marks = self.lines(&taken);
        marks.extend(self.dots(&taken, wide));
        canvas.group("marks", |canvas| slots.draw(canvas, marks));
        self.years(canvas, area, count);
        area.bottom + 22.0
    }

    fn lines<'m>(&'m self, taken: &'m RefCell<Taken>) -> Vec<SlotMark<'m>> {
        // The longest gap says in words that its years are unpublished.
        let longest = (1..self.published.len())
            .filter(|index| !self.is_broken(&self.published[*index - 1], &self.published[*index]))
            .max_by_key(|index| gap(&self.published[index - 1], &self.published[*index]));
        (1..self.published.len())
            .filter(|index| !self.is_broken(&self.published[*index - 1], &self.published[*index]))
            .map(|index| {
                let (from, to) = (&self.published[index - 1], &self.published[index]);
                let dashed = gap(from, to) > 1;
                let says = dashed && longest == Some(index);
                let text = if says { self.spec.gap.as_str() } else { "" };
                SlotMark::line(
                    [(from.slot, from.extent.solid), (to.slot, to.extent.solid)],
                    move |canvas, at| {
                        let stroke = if dashed {
                            Stroke::dashed(Token::Earlier, 2.0)
                        } else {
                            Stroke::solid(Token::Actual, 2.6)
                        };
                        canvas.line(at[0], at[1], stroke);
                        gap_words(canvas, &mut taken.borrow_mut(), text, [at[0], at[1]]);
                    },
                )
            })
            .collect()
    }

    /// True if another method of counting began between two points.
    fn is_broken(&self, from: &PublishedPoint, to: &PublishedPoint) -> bool {
        self.points.iter().any(|point| point.breaks && from.point.at < point.at && point.at <= to.point.at)
    }

    fn dots<'m>(&'m self, taken: &'m RefCell<Taken>, wide: bool) -> Vec<SlotMark<'m>> {
        let last = self.published.len().saturating_sub(1);
        // The ends come first, so that figures between give way to them.
        let mut order: Vec<usize> = (0..self.published.len()).collect();
        order.sort_by_key(|index| *index != 0 && *index != last);
        order
            .into_iter()
            .map(|index| {
                let one = &self.published[index];
                let level = |other: Option<&PublishedPoint>| {
                    other.map_or(one.extent.solid, |other| other.extent.solid)
                };
                let before = level(index.checked_sub(1).and_then(|at| self.published.get(at)));
                let after = level(self.published.get(index + 1));
                let place = if wide || (index > 0 && index < last) {
                    LabelPosition::between(before - one.extent.solid, after - one.extent.solid)
                } else if index == last {
                    LabelPosition::Right
                } else {
                    LabelPosition::Left
                };
                SlotMark::centred(one.slot, one.extent.solid, move |canvas, at| {
                    canvas.mark(&one.point.interaction, |canvas| {
                        one.draw(canvas, at[0], place, &mut taken.borrow_mut());
                    });
                })
            })
            .collect()
    }

    /// Years under the axis: published ones first, others where there is room.
    fn years(&self, canvas: &mut Canvas, area: Rect, count: usize) {
        let width = (area.right - area.left) / count as f64;
        let mut taken = Taken::between(area.bottom, area.bottom + 40.0);
        let (with, without): (Vec<&TrendPoint>, Vec<&TrendPoint>) =
            self.points.iter().partition(|point| point.value.is_some());
        let ends: Vec<&TrendPoint> = [with.first(), with.last()].into_iter().flatten().copied().collect();
        let mut drawn: Vec<i32> = Vec::new();
        for point in ends.into_iter().chain(with).chain(without) {
            let distance = i64::from(point.at) - i64::from(self.first);
            let x = area.left + width * (slot(distance, self.span) as f64 + 0.5);
            let at = (x, area.bottom + 17.0);
            if !drawn.contains(&point.at) && taken.text(at, &point.label, YEAR, Anchor::Middle) {
                drawn.push(point.at);
                canvas.line((x, area.bottom), (x, area.bottom + 3.0), Stroke::solid(Token::Axis, 1.0));
                canvas.text(at, &point.label, YEAR, Anchor::Middle);
            }
        }
    }
}

fn gap(from: &PublishedPoint, to: &PublishedPoint) -> i64 {
    i64::from(to.point.at) - i64::from(from.point.at)
}

/// Beside the middle of a dashed line, on the side that it leaves free.
fn gap_words(canvas: &mut Canvas, taken: &mut Taken, text: &str, line: [Point; 2]) {
    if text.is_empty() {
        return;
    }
    let middle = (f64::midpoint(line[0].0, line[1].0), f64::midpoint(line[0].1, line[1].1));
    let falls = line[1].1 >= line[0].1;
    let (x, anchor) = if falls { (middle.0 + 8.0, Anchor::Start) } else { (middle.0 - 8.0, Anchor::End) };
    if taken.text((x, middle.1 - 8.0), text, ASIDE, anchor) {
        canvas.text((x, middle.1 - 8.0), text, ASIDE, anchor);
    }
}

/// Where a figure stands at its point, so that the line does not run through it.
#[derive(Debug, Clone, Copy)]
enum LabelPosition {
    Left,
    Right,
    Above,
    Below,
    AboveLeft,
    AboveRight,
    BelowLeft,
    BelowRight,
}

impl LabelPosition {
    /// From how much higher the neighbours are.
    fn between(before: f64, after: f64) -> Self {
        match (before > 0.0, after > 0.0) {
            (true, true) => Self::Below,
            (true, false) => Self::AboveRight,
            (false, true) => Self::AboveLeft,
            (false, false) => Self::Above,
        }
    }

    fn at(self, point: Point) -> (Point, Anchor) {
        let (x, y) = point;
        match self {
            Self::Left => ((x - 9.0, y + FIGURE.drop()), Anchor::End),
            Self::Right => ((x + 9.0, y + FIGURE.drop()), Anchor::Start),
            Self::Above => ((x, y - 10.0), Anchor::Middle),
            Self::Below => ((x, y + 20.0), Anchor::Middle),
            Self::AboveLeft => ((x + 2.0, y - 9.0), Anchor::End),
            Self::AboveRight => ((x - 2.0, y - 9.0), Anchor::Start),
            Self::BelowLeft => ((x + 2.0, y + 20.0), Anchor::End),
            Self::BelowRight => ((x - 2.0, y + 20.0), Anchor::Start),
        }
    }
}

impl PublishedPoint<'_> {
    fn draw(&self, canvas: &mut Canvas, at: Point, place: LabelPosition, taken: &mut Taken) {
        let unproven = Stroke::dotted(Token::Actual, 1.6);
        match self.extent.reach {
            Reach::None => canvas.circle(at, 5.0, Fill::Token(Token::Actual), None),
            Reach::Cap(_) | Reach::Open => {
                canvas.polyline(
                    &[(at.0 - 4.0, at.1 - 14.0), (at.0, at.1 - 18.0), (at.0 + 4.0, at.1 - 14.0)],
                    Stroke::solid(Token::Actual, 1.6),
                );
                canvas.line(at, (at.0, at.1 - 17.0), unproven);
                canvas.circle(at, 4.2, Fill::Token(Token::Paper), Some(Stroke::solid(Token::Actual, 1.6)));
            }
        }
        // A figure wider than its point's surroundings stands on the side that is free.
        for place in [
            place,
            LabelPosition::Above,
            LabelPosition::Below,
            LabelPosition::AboveRight,
            LabelPosition::AboveLeft,
            LabelPosition::BelowRight,
            LabelPosition::BelowLeft,
        ] {
            let (place, anchor) = place.at(at);
            if taken.text(place, &self.value.label, FIGURE, anchor) {
                canvas.text(place, &self.value.label, FIGURE, anchor);
                return;
            }
        }
    }
}
