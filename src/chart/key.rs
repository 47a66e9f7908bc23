//! The legend of a chart (its key): one line of swatches with words, which wraps if it must.

use super::canvas::{Canvas, PAD, WIDTH};
use super::glyph;
use super::paint::{Anchor, Fill, Rect, SMALL, Stroke};
use super::spec::{KeyItem, Swatch};
use super::token::Token;
use super::wrap::shorten;

const SAMPLE: f64 = 15.0;
const GAP: f64 = 12.0;
const ROW: f64 = 18.0;

/// Draws the key below `top` and returns where it ends.
pub(super) fn draw(canvas: &mut Canvas, key: &[KeyItem], top: f64) -> f64 {
    let widest = WIDTH - 2.0 * PAD - SAMPLE;
    let (mut x, mut baseline) = (PAD, top + ROW - 3.0);
    let mut placed = Vec::with_capacity(key.len());
    for item in key {
        let label = shorten(&item.label, widest, SMALL.measure());
        let width = SAMPLE + SMALL.measure().width(&label);
        if x > PAD && x + width > WIDTH - PAD {
            x = PAD;
            baseline += ROW;
        }
        placed.push((x, baseline, item.swatch, label));
        x += width + GAP;
    }
    let bottom = placed.last().map_or(top, |last| last.1 + 3.0);
    for (x, baseline, swatch, _) in &placed {
        sample(canvas, *swatch, *x, *baseline);
    }
    for (x, baseline, _, label) in &placed {
        canvas.text((x + SAMPLE, *baseline), label, SMALL, Anchor::Start);
    }
    bottom
}

/// One sample, eleven units wide, standing on a baseline.
pub(super) fn sample(canvas: &mut Canvas, swatch: Swatch, x: f64, baseline: f64) {
    let square = Rect::sized(x, baseline - 9.0, 11.0, 10.0);
    let middle = baseline - 4.0;
    let plan = Stroke::solid(Token::Plan, 1.5);
    match swatch {
        Swatch::Actual => canvas.rect(square, Fill::Token(Token::Actual), None),
        Swatch::Earlier | Swatch::NotComparable => {
            canvas.rect(square, Fill::Token(Token::Earlier), None);
        }
        Swatch::Part => {
            canvas.rect(square.inset(0.5), Fill::Hatch, Some(Stroke::solid(Token::Actual, 1.0)));
        }
        Swatch::Bounds => {
            canvas.rect(Rect { top: baseline - 3.5, ..square }, Fill::Token(Token::Actual), None);
            canvas.rect(square.inset(0.6), Fill::None, Some(Stroke::dotted(Token::Actual, 1.2)));
        }
        Swatch::PlanExact => canvas.rect(square.inset(0.75), Fill::None, Some(plan)),
        Swatch::PlanRange => {
            canvas.rect(square.inset(0.75), Fill::Token(Token::Band), Some(Stroke::solid(Token::Plan, 1.0)));
        }
        Swatch::PlanMinimum => canvas.line((x, middle), (x + 11.0, middle), Stroke::solid(Token::Plan, 2.5)),
        Swatch::PlanMaximum => {
            canvas.line((x, middle - 2.0), (x + 11.0, middle - 2.0), Stroke::solid(Token::Plan, 2.5));
            for tick in [x + 0.75, x + 10.25] {
                canvas.line((tick, middle - 2.0), (tick, middle + 3.5), plan);
            }
        }
        Swatch::Point | Swatch::PointBefore => {
            let token = if swatch == Swatch::Point { Token::Actual } else { Token::Earlier };
            canvas.circle((x + 5.5, middle), 4.4, Fill::Token(token), None);
        }
        Swatch::PointPart | Swatch::PointHollow => {
            let ring = Stroke::solid(Token::Actual, 1.4);
            canvas.circle((x + 5.5, middle), 3.8, Fill::Token(Token::Paper), Some(ring));
            if swatch == Swatch::PointPart {
                canvas.half_disc((x + 5.5, middle), 3.8, Fill::Token(Token::Actual));
            }
        }
        Swatch::Margin => {
            let (top, bottom) = (middle - 5.0, middle + 5.0);
            let thin = Stroke::solid(Token::Actual, 1.4);
            canvas.line((x + 5.5, top), (x + 5.5, bottom), thin);
            for y in [top, bottom] {
                canvas.line((x + 2.0, y), (x + 9.0, y), thin);
            }
        }
        Swatch::Path => {
            canvas.line((x, middle + 3.0), (x + 11.0, middle - 3.0), Stroke::solid(Token::Plan, 1.2));
        }
        Swatch::Needed => {
            canvas.line((x, middle), (x + 11.0, middle), Stroke::dashed(Token::Plan, 1.8));
        }
        Swatch::UnitMain => canvas.circle((x + 5.5, middle), 5.4, Fill::Token(Token::Actual), None),
        Swatch::UnitSecond => {
            canvas.circle(
                (x + 5.5, middle),
                4.8,
                Fill::Token(Token::Earlier),
                Some(Stroke::solid(Token::Actual, 1.3)),
            );
        }
        Swatch::Status(status) => glyph::draw(canvas, status, (x + 5.5, middle), 5.6),
    }
}
