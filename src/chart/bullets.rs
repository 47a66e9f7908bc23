//! Attainment bullets: rows of unlike units, each against its own plan at 100 %.

use super::canvas::Canvas;
use super::extent::Extent;
use super::paint::{ASIDE, Anchor};
use super::rows::{Row, Rows};
use super::spec::{Bullets, Plan, PlanKind};
use super::token::Token;

/// Where every plan lies.
const HUNDRED: f64 = 100.0;
/// The scale shows at least this much, so that the plan is not the edge.
const LEAST: f64 = 125.0;
/// Bars are whole up to here; then they are torn, so that the plan stays readable.
const MOST: f64 = 300.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Bullets, top: f64) -> f64 {
    let extents = spec.rows.iter().filter_map(|row| row.value.as_ref()).map(Extent::of);
    let rows = spec
        .rows
        .iter()
        .map(|row| Row {
            status: Some(row.status),
            name: &row.name,
            aside: &row.plan,
            value: row.value.as_ref(),
            outcome: &row.percent,
            plan: Some(Plan { kind: PlanKind::Minimum(HUNDRED), label: String::new() }),
            interaction: &row.interaction,
        })
        .collect();
    let rows =
        Rows { all: rows, no_data: &spec.no_data, max: Extent::axis(extents, [LEAST].into_iter()).min(MOST) };
    let label = ASIDE.coloured(Token::Plan);
    canvas.text((rows.position(HUNDRED), top + 11.0), &spec.hundred, label, Anchor::Middle);
    rows.draw(canvas, top + 14.0)
}
