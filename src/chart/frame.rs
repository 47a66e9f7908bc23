//! The frame around every plot: title, subtitle and legend above, notes and source below.

use super::canvas::{Canvas, PAD, WIDTH};
use super::key;
use super::paint::{Anchor, SMALL, SUBTITLE, TITLE};
use super::spec::{ChartSpec, Frame};
use super::wrap::{wrap, wrap_balanced};

const TEXT_WIDTH: f64 = WIDTH - 2.0 * PAD;

/// Draws what stands above the plot and returns where the plot may begin.
pub(super) fn head(canvas: &mut Canvas, spec: &ChartSpec, frame: Frame) -> f64 {
    let mut y = if frame == Frame::Full { 8.0 } else { 2.0 };
    canvas.group("head", |canvas| {
        if frame == Frame::Full {
            for line in wrap_balanced(&spec.title, TEXT_WIDTH, TITLE.measure()) {
                y += 20.0;
                canvas.text((PAD, y - 4.0), &line, TITLE, Anchor::Start);
            }
            for line in wrap_balanced(&spec.subtitle, TEXT_WIDTH, SUBTITLE.measure()) {
                y += 17.0;
                canvas.text((PAD, y - 3.0), &line, SUBTITLE, Anchor::Start);
            }
        }
        y = key::draw(canvas, &spec.key, y);
    });
    y + 6.0
}

/// Draws what stands below the plot and returns the height of the whole.
pub(super) fn foot(canvas: &mut Canvas, spec: &ChartSpec, frame: Frame, bottom: f64) -> f64 {
    let source = (frame == Frame::Full).then_some(&spec.source);
    let lines: Vec<String> = spec.notes.iter().chain(source).flat_map(|text| note_lines(text)).collect();
    if lines.is_empty() {
        return bottom + 6.0;
    }
    let first = bottom + 8.0 + 12.0;
    canvas.group("foot", |canvas| {
        canvas.lines((PAD, first), &lines, 15.0, SMALL, Anchor::Start);
    });
    first + 15.0 * (lines.len() - 1) as f64 + 9.0
}

/// The lines of a note: full ones, unless that leaves one or two signs alone on the last.
fn note_lines(text: &str) -> Vec<String> {
    let lines = wrap(text, TEXT_WIDTH, SMALL.measure());
    let alone = lines.last().is_some_and(|last| SMALL.measure().width(last) < 3.0 * SMALL.size);
    if lines.len() > 1 && alone { wrap_balanced(text, TEXT_WIDTH, SMALL.measure()) } else { lines }
}
