//! A bar and the notation at its end, standing or lying: solid, hatched, light, zig-zag,
//! chevron, dotted outline, arrow, torn edge.

use super::canvas::Canvas;
use super::extent::{Extent, Reach};
use super::paint::{Fill, Point, Rect, Stroke};
use super::spec::{Coverage, Value, ValueKind};
use super::token::Token;

/// The way a bar grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// A column.
    Up,
    /// A lying bar.
    Right,
}

/// The strip a bar grows along.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lane {
    /// The way it grows.
    pub(super) direction: Direction,
    /// The coordinate of zero.
    pub(super) base: f64,
    /// The coordinates of its two sides.
    pub(super) sides: (f64, f64),
    /// Drawing units to one unit of value.
    pub(super) scale: f64,
    /// The longest length, beyond which outlines are torn.
    pub(super) end: f64,
    /// How far arrows and torn edges may stand out beyond the end.
    pub(super) spare: f64,
}

/// How the bar is filled and how it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct BarStyle {
    /// Decides the end.
    pub(super) kind: ValueKind,
    /// Decides the filling.
    pub(super) coverage: Coverage,
}

const ZIGZAG: f64 = 4.0;
const OUTLINE: Stroke = Stroke::dotted(Token::Actual, 1.4);
const EDGE: Stroke = Stroke::solid(Token::Actual, 1.4);

impl Lane {
    fn at(&self, length: f64, side: f64) -> Point {
        match self.direction {
            Direction::Up => (side, self.base - length),
            Direction::Right => (self.base + length, side),
        }
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.sides.0, self.sides.1)
    }

    /// The drawn length of a value; what lies beyond the end stops there.
    pub(super) fn length(&self, value: f64) -> f64 {
        (value * self.scale).min(self.end)
    }

    /// How far the bar's drawing reaches, arrows and torn edges included.
    pub(super) fn drawn_length(&self, extent: Extent, plan: f64) -> f64 {
        let solid = self.length(extent.solid);
        match extent.reach {
            Reach::None => solid,
            Reach::Cap(cap) if self.is_torn(cap) => self.end + self.spare,
            Reach::Cap(cap) => self.length(cap),
            Reach::Open => self.open_end(solid, plan),
        }
    }

    /// An open outline visibly passes the plan, because it may have.
    fn open_end(&self, solid: f64, plan: f64) -> f64 {
        (solid.max(self.length(plan)) + 14.0).max(solid + 22.0).min(self.end + self.spare)
    }

    fn is_torn(&self, value: f64) -> bool {
        value * self.scale > self.end + 0.01
    }

    /// Draws the bar; `plan` is the value an open outline has to pass.
    pub(super) fn draw(&self, canvas: &mut Canvas, extent: Extent, look: BarStyle, plan: f64) {
        let solid = self.length(extent.solid);
        if solid > 0.0 {
            self.solid(canvas, solid, look);
            if self.is_torn(extent.solid) {
                self.tear(canvas, solid - 10.0);
            }
        }
        match extent.reach {
            Reach::None => {}
            Reach::Cap(cap) if self.is_torn(cap) => self.torn_outline(canvas, solid),
            // A cap alone is no box that could be filled.
            Reach::Cap(cap) if solid <= 0.0 => self.whisker(canvas, self.length(cap)),
            Reach::Cap(cap) => self.outline(canvas, solid, self.length(cap)),
            Reach::Open => self.open_outline(canvas, solid, self.open_end(solid, plan)),
        }
    }

    fn solid(&self, canvas: &mut Canvas, length: f64, look: BarStyle) {
        let (fill, stroke) = match look.coverage {
            Coverage::Full => (Fill::Token(Token::Actual), None),
            Coverage::Part => (Fill::Hatch, Some(Stroke::solid(Token::Actual, 1.2))),
            Coverage::NotComparable | Coverage::Earlier => (Fill::Token(Token::Earlier), None),
        };
        let (from, to) = self.sides;
        if look.kind == ValueKind::About {
            canvas.polygon(&self.zigzag(length), fill, stroke);
        } else {
            let (start, end) = (self.at(0.0, from), self.at(length, to));
            let rect = Rect {
                left: start.0.min(end.0),
                top: start.1.min(end.1),
                right: start.0.max(end.0),
                bottom: start.1.max(end.1),
            };
            let inset = if stroke.is_some() && length > 1.2 { 0.6 } else { 0.0 };
            canvas.rect(rect.inset(inset), fill, stroke);
        }
        if look.kind == ValueKind::MoreThan && length > 14.0 {
            self.chevron(canvas, length, look.coverage);
        }
    }

    /// The points of a bar whose end is a zig-zag around its length.
    fn zigzag(&self, length: f64) -> Vec<Point> {
        let (from, to) = self.sides;
        let tooth = ZIGZAG.min(length);
        let (peak, valley) = (length + tooth / 2.0, length - tooth / 2.0);
        let teeth = ((to - from) / 8.0).round().clamp(2.0, 8.0);
        let width = (to - from) / teeth;
        let mut points = vec![self.at(0.0, from), self.at(valley, from)];
        for tooth in 0..teeth as usize {
            let start = from + width * tooth as f64;
            points.push(self.at(peak, start + width / 2.0));
            points.push(self.at(valley, start + width));
        }
        points.push(self.at(0.0, to));
        points
    }

    fn chevron(&self, canvas: &mut Canvas, length: f64, coverage: Coverage) {
        let middle = self.middle();
        let half = ((self.sides.1 - self.sides.0).abs() * 0.32).min(7.0);
        let points = [
            self.at(length - 5.0 - half * 0.85, middle - half),
            self.at(length - 5.0, middle),
            self.at(length - 5.0 - half * 0.85, middle + half),
        ];
        if coverage == Coverage::Part {
            canvas.polyline(&points, Stroke::solid(Token::Paper, 5.0));
            canvas.polyline(&points, Stroke::solid(Token::Actual, 1.8));
        } else {
            canvas.polyline(&points, Stroke::solid(Token::Paper, 1.8));
        }
    }

    fn outline(&self, canvas: &mut Canvas, solid: f64, cap: f64) {
        let (from, to) = (self.sides.0 + 0.7, self.sides.1 - 0.7);
        let points = [self.at(solid, from), self.at(cap, from), self.at(cap, to), self.at(solid, to)];
        canvas.polyline(&points, OUTLINE);
    }

    /// A dotted line from the axis to a cap, with a bar across its end.
    fn whisker(&self, canvas: &mut Canvas, cap: f64) {
        let middle = self.middle();
        let half = ((self.sides.1 - self.sides.0).abs() * 0.32).min(8.0);
        canvas.line(self.at(0.0, middle), self.at(cap, middle), Stroke { width: 1.8, ..OUTLINE });
        canvas.line(
            self.at(cap, middle - half),
            self.at(cap, middle + half),
            Stroke::solid(Token::Actual, 1.8),
        );
    }

    /// A figure of nothing: a ring on the axis, where a bar would have no length.
    pub(super) fn nothing(&self, canvas: &mut Canvas, value: &Value) {
        let zero = |end: f64| end == 0.0;
        if value.kind == ValueKind::Exact && zero(value.low) && value.high.is_none_or(zero) {
            let radius = ((self.sides.1 - self.sides.0).abs() * 0.36).min(4.5);
            let ring = Stroke::solid(Token::Actual, 1.8);
            canvas.circle(
                self.at(radius + 1.0, self.middle()),
                radius,
                Fill::Token(Token::Paper),
                Some(ring),
            );
        }
    }

    fn open_outline(&self, canvas: &mut Canvas, solid: f64, end: f64) {
        for side in [self.sides.0 + 0.7, self.sides.1 - 0.7] {
            canvas.line(self.at(solid, side), self.at(end - 5.0, side), OUTLINE);
        }
        self.arrow(canvas, end);
    }

    /// A dotted outline, or of a cap alone a line, cut by a torn edge: the figure beside it says where it ends.
    fn torn_outline(&self, canvas: &mut Canvas, solid: f64) {
        let cut = self.end + self.spare - 14.0;
        let sides =
            if solid > 0.0 { vec![self.sides.0 + 0.7, self.sides.1 - 0.7] } else { vec![self.middle()] };
        for side in sides {
            canvas.line(self.at(solid, side), self.at(cut, side), OUTLINE);
        }
        let (from, to) = self.sides;
        let edge: Vec<Point> = (0..=8)
            .map(|tooth| {
                let up = if tooth % 2 == 0 { -2.0 } else { 2.0 };
                self.at(cut + up, from + (to - from) * f64::from(tooth) / 8.0)
            })
            .collect();
        canvas.polyline(&edge, EDGE);
    }

    fn arrow(&self, canvas: &mut Canvas, end: f64) {
        let middle = self.middle();
        let half = ((self.sides.1 - self.sides.0).abs() * 0.3).min(5.0);
        canvas.polyline(
            &[self.at(end - half, middle - half), self.at(end, middle), self.at(end - half, middle + half)],
            Stroke::solid(Token::Actual, 1.8),
        );
        canvas.line(
            self.at(end - 9.0, middle),
            self.at(end - 0.9, middle),
            Stroke::solid(Token::Actual, 1.8),
        );
    }

    /// A slanting gap through a solid bar that is longer than the drawing.
    fn tear(&self, canvas: &mut Canvas, at: f64) {
        let (from, to) = self.sides;
        let gap = [
            self.at(at - 2.0, from - 1.0),
            self.at(at + 2.0, from - 1.0),
            self.at(at - 1.0, to + 1.0),
            self.at(at - 5.0, to + 1.0),
        ];
        canvas.polygon(&gap, Fill::Token(Token::Paper), None);
    }

    /// A heavy line across the lane at a planned value, `beyond` longer on both sides, kept
    /// apart from a bar that passes it.
    pub(super) fn plan_line(&self, canvas: &mut Canvas, value: f64, passed: bool, beyond: f64) {
        let length = self.length(value);
        let (from, to) = self.sides;
        if passed {
            canvas.line(self.at(length, from), self.at(length, to), Stroke::solid(Token::Paper, 4.8));
        }
        let heavy = Stroke::solid(Token::Plan, 2.4);
        canvas.line(self.at(length, from - beyond), self.at(length, to + beyond), heavy);
    }
}
