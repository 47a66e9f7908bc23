//! Small column charts side by side, each on a scale of its own, all with their plan line.
//! If the words of any panel do not fit, all panels lie down in rows.

use super::bar::{Direction, Lane, Look};
use super::canvas::{Canvas, PAD, WIDTH};
use super::easel::{Mark, Slots};
use super::extent::{Extent, is_comparable, plan_top};
use super::glyph;
use super::paint::{Anchor, NAME, Point, Rect, Type};
use super::rows::{Row, Rows};
use super::spec::{Column, Multiples, Panel, Status};
use super::token::Token;
use super::wrap::wrap;

const FIGURE: Type = Type::plain(11.5, Token::Ink);
const YEAR: Type = Type::plain(11.5, Token::Muted);
const COLUMNS: usize = 2;
const GUTTER: f64 = 16.0;
const PANEL: f64 = (WIDTH - 2.0 * PAD - GUTTER) / COLUMNS as f64;
const SCALE_HEIGHT: f64 = 46.0;
const NAME_LINE: f64 = 17.0;
/// Arrows and torn edges of bounds.
const SPARE: f64 = 16.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Multiples, top: f64) -> f64 {
    if !spec.panels.iter().all(|panel| fits(panel, &spec.no_data)) {
        return lying(canvas, spec, top);
    }
    let mut y = top;
    for pair in spec.panels.chunks(COLUMNS) {
        let lines = pair.iter().map(|panel| name_lines(panel).len()).max().unwrap_or(1);
        for (index, panel) in pair.iter().enumerate() {
            let left = PAD + (PANEL + GUTTER) * index as f64;
            draw_panel(canvas, panel, &spec.no_data, (left, y), lines);
        }
        y += NAME_LINE * lines as f64 + 2.0 + 34.0 + SCALE_HEIGHT + 24.0;
    }
    y
}

fn name_lines(panel: &Panel) -> Vec<String> {
    wrap(&panel.name, PANEL - 17.0, NAME.measure())
}

fn fits(panel: &Panel, no_data: &str) -> bool {
    let slot = PANEL / panel.columns.len().max(1) as f64;
    panel.columns.iter().all(|column| {
        let words = column.value.as_ref().map_or(no_data, |value| &value.label);
        let diamond = if is_missed(column) { 11.0 } else { 0.0 };
        FIGURE.measure().width(words) + diamond <= slot - 3.0
            && YEAR.measure().width(&column.label) <= slot - 3.0
    })
}

fn is_missed(column: &Column) -> bool {
    column.verdict.as_ref().is_some_and(|verdict| verdict.status == Status::Missed)
}

fn panel_max(panel: &Panel) -> f64 {
    let extents = panel.columns.iter().filter_map(|column| column.value.as_ref()).map(Extent::of);
    Extent::axis(extents, panel.columns.iter().filter_map(|column| column.plan.as_ref()).map(plan_top))
}

fn draw_panel(canvas: &mut Canvas, panel: &Panel, no_data: &str, at: Point, lines: usize) {
    canvas.mark(&panel.touch, |canvas| {
        glyph::draw(canvas, panel.status, (at.0 + 6.0, at.1 + 10.0), 5.6);
        canvas.lines((at.0 + 17.0, at.1 + 14.5), &name_lines(panel), NAME_LINE, NAME, Anchor::Start);
    });
    let top = at.1 + NAME_LINE * lines as f64 + 36.0;
    let area = Rect { left: at.0, top, right: at.0 + PANEL, bottom: top + SCALE_HEIGHT };
    let slots = Slots { area, count: panel.columns.len(), max: panel_max(panel) };
    let slot = PANEL / panel.columns.len().max(1) as f64;
    let marks = panel
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            Mark::centred(index, 0.0, move |canvas, at| {
                canvas.mark(&column.touch, |canvas| {
                    draw_column(canvas, column, no_data, at[0], (slot, slots.max));
                });
            })
        })
        .collect();
    slots.draw(canvas, marks);
}

fn draw_column(canvas: &mut Canvas, column: &Column, no_data: &str, foot: Point, (slot, max): (f64, f64)) {
    let half = (slot * 0.25).min(13.0);
    let lane = Lane {
        direction: Direction::Up,
        base: foot.1,
        sides: (foot.0 - half, foot.0 + half),
        scale: SCALE_HEIGHT / max,
        end: SCALE_HEIGHT,
        spare: SPARE,
    };
    let plan = column.plan.as_ref().filter(|_| is_comparable(column.value.as_ref())).map(plan_top);
    let aim = plan.unwrap_or(0.0);
    let (mut solid, mut reached) = (0.0, 0.0);
    if let Some(value) = &column.value {
        let extent = Extent::of(value);
        solid = extent.solid;
        reached = lane.drawn_length(extent, aim);
        lane.draw(canvas, extent, Look { kind: value.kind, coverage: value.coverage }, aim);
    }
    if let Some(plan) = plan {
        lane.plan_line(canvas, plan, solid > plan, half * 0.5);
    }
    canvas.text((foot.0, foot.1 + 14.0), &column.label, YEAR, Anchor::Middle);
    let Some(value) = &column.value else {
        let lifted = if lane.length(aim) < 20.0 { lane.length(aim) } else { 0.0 };
        canvas.text((foot.0, foot.1 - lifted - 6.0), no_data, YEAR, Anchor::Middle);
        return;
    };
    let line = lane.length(aim);
    let above = if plan.is_some() && line + 14.0 > reached { reached.max(line) } else { reached };
    let y = foot.1 - above - 4.5;
    canvas.text((foot.0, y), &value.label, FIGURE, Anchor::Middle);
    if is_missed(column) {
        let x = foot.0 + FIGURE.measure().width(&value.label) / 2.0 + 6.0;
        glyph::draw(canvas, Status::Missed, (x, y - 4.0), 4.0);
    }
}

fn lying(canvas: &mut Canvas, spec: &Multiples, top: f64) -> f64 {
    let mut y = top;
    for panel in &spec.panels {
        let name = wrap(&panel.name, WIDTH - 2.0 * PAD - 17.0, NAME.measure());
        canvas.mark(&panel.touch, |canvas| {
            glyph::draw(canvas, panel.status, (PAD + 6.0, y + 10.0), 5.6);
            canvas.lines((PAD + 17.0, y + 14.5), &name, NAME_LINE, NAME, Anchor::Start);
        });
        let rows = panel
            .columns
            .iter()
            .map(|column| Row {
                status: column.verdict.as_ref().map(|verdict| verdict.status),
                name: &column.label,
                aside: column.plan.as_ref().map_or("", |plan| &plan.label),
                value: column.value.as_ref(),
                outcome: column.verdict.as_ref().map_or("", |verdict| &verdict.text),
                plan: column.plan.clone(),
                touch: &column.touch,
            })
            .collect();
        let rows = Rows { all: rows, no_data: &spec.no_data, max: panel_max(panel) };
        y = rows.draw(canvas, y + NAME_LINE * name.len() as f64 + 2.0) + 8.0;
    }
    y
}
