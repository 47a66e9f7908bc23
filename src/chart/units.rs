//! Many units, one dot each: stacked under their status, and named where names matter.

mod stacks;

use super::canvas::{Canvas, PAD, WIDTH};
use super::glyph;
use super::paint::{ASIDE, Anchor, Fill, NAME, Point, Stroke};
use super::spec::{Interaction, Status, Unit, UnitGroup, UnitSort, Units};
use super::token::Token;
use super::wrap::{shorten, wrap};

const LEFT: f64 = PAD + 19.0;
const RIGHT: f64 = WIDTH - PAD;
const LINE: f64 = 17.0;
const STEP: f64 = 16.5;
const RADIUS: f64 = 6.2;

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

/// The unit's name is its tooltip, unless there is a longer one.
fn touch_of(unit: &Unit) -> Interaction {
    let tip = unit.interaction.tip.clone().or_else(|| Some(unit.name.clone()));
    Interaction { tip, href: unit.interaction.href.clone() }
}

fn dot(canvas: &mut Canvas, status: Status, sort: UnitSort, at: Point) {
    match (status, sort) {
        (Status::Met | Status::Exceeded, UnitSort::Main) => {
            canvas.circle(at, RADIUS, Fill::Token(Token::Actual), None);
        }
        (Status::Met | Status::Exceeded, UnitSort::Second) => {
            let edge = Stroke::solid(Token::Actual, 1.4);
            canvas.circle(at, RADIUS - 0.7, Fill::Token(Token::Earlier), Some(edge));
        }
        _ => glyph::draw(canvas, status, at, RADIUS),
    }
}

/// A flow of dots with their names.
fn named(canvas: &mut Canvas, group: &UnitGroup, top: f64) -> f64 {
    let kind = ASIDE.coloured(glyph::word_token(group.status));
    let (mut x, mut y) = (LEFT, top);
    for unit in &group.units {
        let name = shorten(&unit.name, RIGHT - LEFT - STEP, kind.measure());
        let width = STEP + kind.measure().width(&name);
        if x > LEFT && x + width > RIGHT {
            x = LEFT;
            y += LINE + 1.0;
        }
        let middle = y + RADIUS + 2.0;
        canvas.mark(&unit.interaction, |canvas| {
            dot(canvas, group.status, unit.sort, (x + RADIUS, middle));
            canvas.text((x + STEP, middle + kind.drop()), &name, kind, Anchor::Start);
        });
        x += width + 12.0;
    }
    if group.units.is_empty() { top } else { y + 2.0 * RADIUS + 3.0 }
}
