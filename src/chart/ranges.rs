//! Rows of values against one planned range: an outlined band, glyphs in it or out of it.

use super::canvas::{Canvas, PAD, WIDTH};
use super::extent::{Extent, Reach, plan_bottom, plan_top};
use super::glyph;
use super::number::sane;
use super::paint::{ASIDE, Anchor, Fill, LABEL, NAME, PLAN, Rect, Stroke, Type};
use super::placing::Taken;
use super::spec::{PlanKind, RangeRow, Ranges};
use super::token::Token;
use super::wrap::{wrap, wrap_label};

const LINE: f64 = 16.0;
const ROW_PADDING: f64 = 12.0;
const WIDEST_NAME: f64 = 110.0;
const WIDEST_FIGURE: f64 = 84.0;
const RADIUS: f64 = 7.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Ranges, top: f64) -> f64 {
    let field = RangePlot::new(spec);
    let upper = top + 22.0;
    let heights: Vec<f64> = spec.rows.iter().map(|row| field.height(row)).collect();
    let lower = upper + heights.iter().sum::<f64>();
    field.band(canvas, upper, lower);
    let mut y = upper;
    for (row, height) in spec.rows.iter().zip(heights) {
        canvas.mark(&row.interaction, |canvas| {
            field.row(canvas, row, y + height / 2.0);
        });
        y += height;
    }
    field.ticks(canvas, lower);
    lower + if spec.ticks.is_empty() { 4.0 } else { 22.0 }
}

struct RangePlot<'a> {
    spec: &'a Ranges,
    left: f64,
    right: f64,
    max: f64,
}

impl<'a> RangePlot<'a> {
    fn new(spec: &'a Ranges) -> Self {
        let names = spec.rows.iter().map(|row| LABEL.measure().width(&row.name)).fold(0.0, f64::max);
        let figures = spec
            .rows
            .iter()
            .map(|row| figure_type(row).measure().width(figure(spec, row)))
            .fold(0.0, f64::max);
        let extents = spec.rows.iter().filter_map(|row| row.value.as_ref()).map(Extent::of);
        let need = spec.ticks.iter().map(|(value, _)| sane(*value)).chain([plan_top(&spec.plan)]);
        Self {
            spec,
            left: PAD + names.min(WIDEST_NAME) + 16.0,
            right: WIDTH - PAD - figures.min(WIDEST_FIGURE) - 14.0,
            max: Extent::axis(extents, need.collect::<Vec<f64>>().into_iter()),
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.left + (self.right - self.left) * (value / self.max).min(1.0)
    }

    fn height(&self, row: &RangeRow) -> f64 {
        let name = wrap(&row.name, WIDEST_NAME, LABEL.measure()).len();
        let figure = wrap_label(figure(self.spec, row), WIDEST_FIGURE, figure_type(row).measure()).len();
        LINE * name.max(figure).max(1) as f64 + ROW_PADDING
    }

    fn band(&self, canvas: &mut Canvas, upper: f64, lower: f64) {
        let (low, high) = (self.x(plan_bottom(&self.spec.plan)), self.x(plan_top(&self.spec.plan)));
        if let PlanKind::Range { .. } = self.spec.plan.kind {
            let band = Rect { left: low, top: upper, right: high, bottom: lower };
            canvas.rect(band, Fill::Token(Token::Band), Some(Stroke::solid(Token::Plan, 1.2)));
        } else {
            canvas.line((high, upper), (high, lower), Stroke::solid(Token::Plan, 2.5));
        }
        canvas.text((f64::midpoint(low, high), upper - 6.0), &self.spec.plan.label, PLAN, Anchor::Middle);
    }

    fn row(&self, canvas: &mut Canvas, row: &RangeRow, middle: f64) {
        canvas.line((self.left, middle), (self.right, middle), Stroke::solid(Token::Grid, 1.0));
        let name = wrap(&row.name, WIDEST_NAME, LABEL.measure());
        centred(canvas, &name, (self.left - 14.0, middle), LABEL);
        let kind = figure_type(row);
        let words = wrap_label(figure(self.spec, row), WIDEST_FIGURE, kind.measure());
        centred(canvas, &words, (WIDTH - PAD, middle), kind);
        let Some(value) = &row.value else { return };
        let extent = Extent::of(value);
        let unproven = Stroke::dotted(Token::Actual, 2.0);
        let at = match extent.reach {
            Reach::None => self.x(extent.solid),
            Reach::Cap(cap) => {
                let (from, to) = (self.x(extent.solid), self.x(cap));
                for end in [from, to] {
                    canvas.line((end, middle - 5.0), (end, middle + 5.0), Stroke::solid(Token::Actual, 1.4));
                }
                canvas.line((from, middle), (to, middle), unproven);
                f64::midpoint(from, to)
            }
            Reach::Open => {
                let from = self.x(extent.solid);
                canvas.line((from, middle), (self.right, middle), unproven);
                let head = [
                    (self.right - 4.0, middle - 4.0),
                    (self.right, middle),
                    (self.right - 4.0, middle + 4.0),
                ];
                canvas.polyline(&head, Stroke::solid(Token::Actual, 1.8));
                from
            }
        };
        glyph::draw(canvas, row.status, (at, middle), RADIUS);
    }

    fn ticks(&self, canvas: &mut Canvas, lower: f64) {
        let mut taken = Taken::between(lower, lower + 40.0);
        for (value, label) in &self.spec.ticks {
            let at = (self.x(sane(*value)), lower + 15.0);
            if taken.text(at, label, ASIDE, Anchor::Middle) {
                canvas.text(at, label, ASIDE, Anchor::Middle);
            }
        }
    }
}

fn figure<'a>(spec: &'a Ranges, row: &'a RangeRow) -> &'a str {
    row.value.as_ref().map_or(&spec.no_data, |value| &value.label)
}

fn figure_type(row: &RangeRow) -> Type {
    if row.value.is_some() { NAME } else { ASIDE }
}

/// Lines ending at a point, centred on its height.
fn centred(canvas: &mut Canvas, lines: &[String], at: (f64, f64), kind: Type) {
    let first = at.1 + kind.drop() - LINE * lines.len().saturating_sub(1) as f64 / 2.0;
    canvas.lines((at.0, first), lines, LINE, kind, Anchor::End);
}
