//! A glyph with its words, centred under a mark.

use super::canvas::Canvas;
use super::glyph;
use super::paint::{ASIDE, Anchor, Point};
use super::spec::Verdict;
use super::wrap::wrap_balanced;

const GLYPH: f64 = 16.0;
const LEADING: f64 = 15.0;

/// The words of a verdict, broken to fit a slot beside their glyph.
pub(super) fn lines(verdict: &Verdict, slot: f64) -> Vec<String> {
    wrap_balanced(&verdict.text, slot - GLYPH - 2.0, ASIDE.measure())
}

/// The height a verdict takes in a slot.
pub(super) fn height(verdict: Option<&Verdict>, slot: f64) -> f64 {
    verdict.map_or(0.0, |verdict| 5.0 + LEADING * lines(verdict, slot).len().max(1) as f64)
}

/// Draws it centred; `at` is the middle of the first line's upper edge.
pub(super) fn draw(canvas: &mut Canvas, verdict: &Verdict, at: Point, slot: f64) {
    let lines = lines(verdict, slot);
    let kind = ASIDE.coloured(glyph::word_token(verdict.status));
    let first = lines.first().map_or(0.0, |line| kind.measure().width(line));
    let whole = if first > 0.0 { first + GLYPH } else { 11.6 };
    let left = at.0 - whole / 2.0;
    let middle = at.1 + 5.0 + LEADING / 2.0;
    glyph::draw(canvas, verdict.status, (left + 5.8, middle), 5.8);
    for (index, line) in lines.iter().enumerate() {
        let baseline = middle + kind.drop() + LEADING * index as f64;
        if index == 0 {
            canvas.text((left + GLYPH, baseline), line, kind, Anchor::Start);
        } else {
            canvas.text((at.0, baseline), line, kind, Anchor::Middle);
        }
    }
}
