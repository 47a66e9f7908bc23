//! Many units, one dot each: stacked under their status, and named where names matter.

mod dots;
mod stacks;

use dots::{LEFT, LINE, RADIUS, RIGHT, STEP, dot, named, touch_of};

use super::canvas::{Canvas, PAD};
use super::glyph;
use super::paint::{ASIDE, Anchor, NAME, Stroke};
use super::spec::{Status, UnitGroup, Units};
use super::token::Token;
use super::wrap::wrap;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Units, top: f64) -> f64 {
    let mut y = spec.stacks.as_ref().map_or(top, |stacks| stacks::draw(canvas, stacks, top));
    for group in &spec.groups {
        canvas.line((PAD, y), (RIGHT, y), Stroke::solid(Token::Grid, 1.0));
        y = heading(canvas, group, y);
        y = if group.named { named(canvas, group, y) } else { dots(canvas, group, y) };
        y += 8.0;
    }
    y
}

/// Glyph, status in words, and how many.
fn heading(canvas: &mut Canvas, group: &UnitGroup, top: f64) -> f64 {
    let mut baseline = top + 19.0;
    glyph::draw(canvas, group.status, (PAD + 6.0, baseline - 4.5), 6.2);
    let short = group.status == Status::Missed;
    let kind = if short { NAME.coloured(Token::Short) } else { NAME };
    let lines = wrap(&group.label, RIGHT - LEFT, kind.measure());
    canvas.lines((LEFT, baseline), &lines, LINE, kind, Anchor::Start);
    baseline += LINE * lines.len().saturating_sub(1) as f64;
    let end = LEFT + lines.last().map_or(0.0, |line| kind.measure().width(line));
    if end + 10.0 + ASIDE.measure().width(&group.count) > RIGHT {
        baseline += LINE;
    }
    canvas.text((RIGHT, baseline), &group.count, ASIDE, Anchor::End);
    baseline + 5.0
}

fn dots(canvas: &mut Canvas, group: &UnitGroup, top: f64) -> f64 {
    let per_line = ((RIGHT - LEFT) / STEP).floor().max(1.0) as usize;
    let mut bottom = top;
    for (index, unit) in group.units.iter().enumerate() {
        let (column, row) = (index % per_line, index / per_line);
        let at = (LEFT + STEP * column as f64 + RADIUS, top + STEP * row as f64 + RADIUS + 2.0);
        canvas.mark(&touch_of(unit), |canvas| {
            dot(canvas, group.status, unit.sort, at);
        });
        bottom = at.1 + RADIUS + 1.0;
    }
    bottom
}
