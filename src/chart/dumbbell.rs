//! Before and after as one track per row: a light dot, a dark dot, and the way between.

use super::canvas::{Canvas, PAD, WIDTH};
use super::extent::{Extent, Reach};
use super::paint::{ASIDE, Anchor, Fill, NAME, Point, Stroke, Type};
use super::slope;
use super::spec::{Slope, SlopeRow, Value};
use super::token::Token;
use super::wrap::wrap;

const LINE: f64 = 17.0;
const LEFT: f64 = PAD + 6.0;
const RIGHT: f64 = WIDTH - PAD - 6.0;
const DOT: f64 = 5.0;
/// From a dot in the words to its figure.
const LEAD: f64 = 9.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Slope, top: f64) -> f64 {
    let max = slope::axis(spec);
    let mut y = heading(canvas, spec, top);
    for row in &spec.rows {
        canvas.mark(&row.interaction, |canvas| {
            y = words(canvas, row, &spec.no_data, y) + 12.0;
            track(canvas, row, max, y);
        });
        y += 11.0;
    }
    y
}

/// Which dot is which.
fn heading(canvas: &mut Canvas, spec: &Slope, top: f64) -> f64 {
    let mut x = PAD;
    let mut baseline = top + 12.0;
    for (text, after) in [(&spec.before, false), (&spec.after, true)] {
        let width = ASIDE.measure().width(text) + 2.0 * LEAD;
        if x > PAD && x + width > WIDTH - PAD {
            x = PAD;
            baseline += LINE;
        }
        dot(canvas, (x + DOT, baseline - 4.3), after);
        canvas.text((x + DOT + LEAD, baseline), text, ASIDE, Anchor::Start);
        x += width + 16.0;
    }
    baseline + 4.0
}

fn dot(canvas: &mut Canvas, at: Point, after: bool) {
    if after {
        canvas.circle(at, DOT, Fill::Token(Token::Actual), None);
    } else {
        canvas.circle(at, DOT - 0.7, Fill::Token(Token::Paper), Some(Stroke::solid(Token::Actual, 1.4)));
    }
}

/// The name, and both figures after their dots; returns the last baseline.
fn words(canvas: &mut Canvas, row: &SlopeRow, no_data: &str, top: f64) -> f64 {
    let said = |value: &Option<Value>| value.as_ref().map_or(no_data, |value| &value.label).to_owned();
    let figures = [(said(&row.before), ASIDE, false), (said(&row.after), NAME, true)];
    let name = if row.main { NAME } else { Type { bold: false, ..NAME } };
    let width_of = |(text, kind, _): &(String, Type, bool)| kind.measure().width(text) + DOT + LEAD;
    let width: f64 = figures.iter().map(width_of).sum::<f64>() + 12.0;
    let mut baseline = top + LINE;
    let lines = wrap(&row.name, WIDTH - 2.0 * PAD, name.measure());
    canvas.lines((PAD, baseline), &lines, LINE, name, Anchor::Start);
    baseline += LINE * lines.len().saturating_sub(1) as f64;
    let last = lines.last().map_or(0.0, |line| name.measure().width(line));
    if PAD + last + 12.0 + width > WIDTH - PAD {
        baseline += LINE;
    }
    if width <= WIDTH - 2.0 * PAD {
        let mut x = WIDTH - PAD - width;
        for figure in &figures {
            dot(canvas, (x + DOT, baseline - 4.5), figure.2);
            canvas.text((x + DOT + LEAD, baseline), &figure.0, figure.1, Anchor::Start);
            x += width_of(figure) + 12.0;
        }
        return baseline;
    }
    for (text, kind, after) in &figures {
        dot(canvas, (PAD + DOT, baseline - 4.5), *after);
        let lines = wrap(text, WIDTH - 2.0 * PAD - DOT - LEAD, kind.measure());
        canvas.lines((PAD + DOT + LEAD, baseline), &lines, LINE, *kind, Anchor::Start);
        baseline += LINE * lines.len() as f64;
    }
    baseline - LINE
}

fn track(canvas: &mut Canvas, row: &SlopeRow, max: f64, y: f64) {
    let x = |value: f64| LEFT + (RIGHT - LEFT) * (value / max).min(1.0);
    canvas.line((LEFT, y), (RIGHT, y), Stroke::solid(Token::Grid, 1.0));
    let ends = [row.before.as_ref(), row.after.as_ref()].map(|value| value.map(Extent::of));
    if let [Some(before), Some(after)] = ends {
        canvas.line((x(before.solid), y), (x(after.solid), y), Stroke::solid(Token::Earlier, 3.0));
    }
    for (extent, after) in ends.iter().zip([false, true]) {
        let Some(extent) = extent else { continue };
        let unproven = Stroke::dotted(Token::Actual, 2.0);
        match extent.reach {
            Reach::None => {}
            Reach::Cap(cap) => canvas.line((x(extent.solid), y), (x(cap), y), unproven),
            Reach::Open => {
                canvas.line((x(extent.solid), y), (RIGHT, y), unproven);
                let head = [(RIGHT - 4.0, y - 4.0), (RIGHT, y), (RIGHT - 4.0, y + 4.0)];
                canvas.polyline(&head, Stroke::solid(Token::Actual, 1.8));
            }
        }
        dot(canvas, (x(extent.solid), y), after);
    }
}
