//! The drawing backend for the plotters crate: its coordinates and axes, painted on our SVG canvas.
//!
//! plotters gives the coordinates and draws the axis. Slots are a plain scale, because a
//! segmented one misplaces a single segment. The stock SVG
//! backend is not used: it writes whole pixels, guesses text widths from bytes and knows
//! neither groups nor titles. The backend's pixel is a hundredth of a drawing unit.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{ChartBuilder, Color, IntoDrawingArea, RGBColor};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::canvas::{Canvas, WIDTH};
use super::number::{UNIT, fixed, unfixed};
use super::paint::{Fill, Point, Rect, Stroke};
use super::token::Token;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A canvas lent to plotters.
pub(super) struct CanvasBackend<'a> {
    canvas: &'a mut Canvas,
    height: f64,
}

/// A place on the slot axis, in slots, and a value.
type SlotPoint = (f64, f64);

type Paint<'a> = Box<dyn Fn(&mut Canvas, &[Point]) + 'a>;

/// A mark: points in slots and values, and the painting once they have become positions.
pub(super) struct SlotMark<'a> {
    points: Vec<SlotPoint>,
    paint: Paint<'a>,
}

impl<'a> SlotMark<'a> {
    fn new(points: impl Iterator<Item = SlotPoint>, paint: impl Fn(&mut Canvas, &[Point]) + 'a) -> Self {
        Self { points: points.collect(), paint: Box::new(paint) }
    }

    /// A mark at a value in the middle of a slot.
    pub(super) fn centred(slot: usize, value: f64, paint: impl Fn(&mut Canvas, &[Point]) + 'a) -> Self {
        Self::new([(slot as f64 + 0.5, value)].into_iter(), paint)
    }

    /// A mark at a value, between the borders before two slots.
    pub(super) fn between(slots: [usize; 2], value: f64, paint: impl Fn(&mut Canvas, &[Point]) + 'a) -> Self {
        Self::new(slots.into_iter().map(|slot| (slot as f64, value)), paint)
    }
}

impl<'p> PointCollection<'p, SlotPoint> for &'p SlotMark<'_> {
    type Point = &'p SlotPoint;
    type IntoIter = &'p [SlotPoint];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl Drawable<CanvasBackend<'_>> for SlotMark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        positions: I,
        backend: &mut CanvasBackend<'_>,
        _size: (u32, u32),
    ) -> Drawn {
        let positions: Vec<Point> = positions.map(|(x, y)| (unfixed(x), unfixed(y))).collect();
        (self.paint)(backend.canvas, &positions);
        Ok(())
    }
}

/// A plot of equal slots side by side on a scale from zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slots {
    /// Where it lies; the axis is its lower edge.
    pub(super) area: Rect,
    /// How many slots.
    pub(super) count: usize,
    /// The value at the upper edge.
    pub(super) max: f64,
}

impl Slots {
    /// Draws the axis and then the marks.
    pub(super) fn draw(&self, canvas: &mut Canvas, marks: Vec<SlotMark<'_>>) {
        if self.count == 0 {
            return;
        }
        let drawn = self.plot(canvas, marks);
        debug_assert!(drawn.is_ok(), "the canvas cannot fail: {drawn:?}");
    }

    fn plot(
        &self,
        canvas: &mut Canvas,
        marks: Vec<SlotMark<'_>>,
    ) -> Result<(), DrawingAreaErrorKind<Infallible>> {
        let end = self.count as f64;
        let backend = CanvasBackend { canvas, height: self.area.bottom };
        let root: DrawingArea<CanvasBackend<'_>, Shift> = backend.into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin_left(fixed(self.area.left))
            .margin_right(fixed(WIDTH - self.area.right))
            .margin_top(fixed(self.area.top))
            .build_cartesian_2d(0.0..end, 0.0..self.max.max(f64::MIN_POSITIVE))?;
        chart.draw_series(marks)?;
        let (red, green, blue) = Token::Axis.rgb();
        let axis = Color::stroke_width(&RGBColor(red, green, blue), UNIT.unsigned_abs());
        let ends = [(0.0, 0.0), (end, 0.0)];
        chart.draw_series([plotters::element::PathElement::new(ends, axis)])?;
        Ok(())
    }
}

/// A colour that plotters passes on leads back to its token.
fn token(colour: BackendColor) -> Token {
    Token::from_rgb(colour.rgb).unwrap_or(Token::Axis)
}

fn stroke<S: BackendStyle>(style: &S) -> Stroke {
    Stroke::solid(token(style.color()), f64::from(style.stroke_width()) / f64::from(UNIT))
}

fn point(at: BackendCoord) -> Point {
    (unfixed(at.0), unfixed(at.1))
}

impl DrawingBackend for CanvasBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (fixed(WIDTH).unsigned_abs(), fixed(self.height).unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _at: BackendCoord, _colour: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.canvas.line(point(from), point(to), stroke(style));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (point(upper_left), point(lower_right));
        let rect = Rect { left, top, right, bottom };
        if fill {
            self.canvas.rect(rect, Fill::Token(token(style.color())), None);
        } else {
            self.canvas.rect(rect, Fill::None, Some(stroke(style)));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<Point> = path.into_iter().map(point).collect();
        self.canvas.polyline(&points, stroke(style));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<Point> = corners.into_iter().map(point).collect();
        self.canvas.polygon(&points, Fill::Token(token(style.color())), None);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let radius = f64::from(radius) / f64::from(UNIT);
        if fill {
            self.canvas.circle(point(centre), radius, Fill::Token(token(style.color())), None);
        } else {
            self.canvas.circle(point(centre), radius, Fill::None, Some(stroke(style)));
        }
        Ok(())
    }

    /// Words are placed by the layouts, which wrap and shift them; plotters draws none.
    fn draw_text<S: BackendTextStyle>(&mut self, _text: &str, _style: &S, _at: BackendCoord) -> Drawn {
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = super::width::of(text, style.size(), false);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
