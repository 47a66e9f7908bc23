//! Dots, each with the name of its unit: in its tooltip or beside it.

use crate::chart::canvas::{Canvas, PAD, WIDTH};
use crate::chart::glyph;
use crate::chart::paint::{ASIDE, Anchor, Fill, Point, Stroke};
use crate::chart::spec::{Interaction, Status, Unit, UnitGroup, UnitSort};
use crate::chart::token::Token;
use crate::chart::wrap::shorten;

pub(super) const LEFT: f64 = PAD + 19.0;
pub(super) const RIGHT: f64 = WIDTH - PAD;
pub(super) const LINE: f64 = 17.0;
pub(super) const STEP: f64 = 16.5;
pub(super) const RADIUS: f64 = 6.2;

/// The unit's name is its tooltip, unless there is a longer one.
pub(super) fn touch_of(unit: &Unit) -> Interaction {
    let tip = unit.interaction.tip.clone().or_else(|| Some(unit.name.clone()));
    Interaction { tip, href: unit.interaction.href.clone() }
}

pub(super) fn dot(canvas: &mut Canvas, status: Status, sort: UnitSort, at: Point) {
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
pub(super) fn named(canvas: &mut Canvas, group: &UnitGroup, top: f64) -> f64 {
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
