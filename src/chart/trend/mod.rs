//! Published points in time, and what was planned for them: only what was published is drawn, and gaps stay gaps.

mod aims;
mod drawing;
mod figures;
mod plot;
mod scale;

use super::canvas::{Canvas, PAD, WIDTH};
use super::glyph;
use super::paint::{Anchor, NAME, Rect};
use super::spec::{Series, Trend};
use super::wrap::wrap;
use plot::{Plot, Size};
pub use scale::is_cut;

const GUTTER: f64 = 16.0;
const HALF: f64 = (WIDTH - 2.0 * PAD - GUTTER) / 2.0;
const WHOLE: f64 = WIDTH - 2.0 * PAD;
const NAME_LINE: f64 = 17.0;
/// Between small plots below each other.
const BETWEEN: f64 = 12.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Trend, top: f64) -> f64 {
    let mut y = top;
    let mut rest: &[Series] = &spec.series;
    let several = rest.len() > 1;
    while let [one, after @ ..] = rest {
        if one.points.is_empty() && one.aims.is_empty() {
            rest = after;
            continue;
        }
        // The first of several is the whole of which the others are parts, and the others stand two to a row.
        let is_first = rest.len() == spec.series.len();
        let pair = match after.first() {
            Some(next) if !is_first && plot::fits(one, HALF) && plot::fits(next, HALF) => Some(next),
            _ => None,
        };
        let alone = pair.is_none();
        let narrow = alone && !is_first && plot::fits(one, HALF) && after.is_empty();
        let width = if alone && !narrow { WHOLE } else { HALF };
        let size = if several && !(is_first && alone) { Size::Small } else { Size::Full };
        let mut bottom: f64 = y;
        for (index, series) in [Some(one), pair].into_iter().flatten().enumerate() {
            let left = PAD + (HALF + GUTTER) * index as f64;
            let head = name(canvas, series, (left, y), width);
            let area = Rect { left, top: y + head, right: left + width, bottom: y + head };
            if let Some(plot) = Plot::of(series, &spec.gap, area, size) {
                bottom = bottom.max(plot.draw(canvas));
            }
        }
        y = bottom + if several { BETWEEN } else { 0.0 };
        rest = if pair.is_some() { after.get(1..).unwrap_or_default() } else { after };
    }
    y
}

/// Draws the name of a series and returns its height.
fn name(canvas: &mut Canvas, series: &Series, at: (f64, f64), width: f64) -> f64 {
    if series.name.is_empty() {
        return 0.0;
    }
    let sign = if series.status.is_some() { 17.0 } else { 0.0 };
    let lines = wrap(&series.name, width - sign, NAME.measure());
    canvas.mark(&series.interaction, |canvas| {
        if let Some(status) = series.status {
            glyph::draw(canvas, status, (at.0 + 6.0, at.1 + 10.0), 5.6);
        }
        canvas.lines((at.0 + sign, at.1 + 14.5), &lines, NAME_LINE, NAME, Anchor::Start);
    });
    NAME_LINE * lines.len() as f64 + 2.0
}
