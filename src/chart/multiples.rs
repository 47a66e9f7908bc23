//! Small column charts side by side, each on a scale of its own, all with their plan line.
//! If the words of any panel do not fit, all panels lie down in rows.

use super::bar::{BarStyle, Direction, Lane};
use super::canvas::{Canvas, PAD, WIDTH};
use super::extent::{Extent, is_comparable, plan_top};
use super::glyph;
use super::paint::{Anchor, NAME, Point, Rect, Type};
use super::plotters_backend::{SlotMark, Slots};
use super::rows::{Row, Rows};
use super::spec::{Column, Multiples, Panel, Status};
use super::token::Token;
use super::wrap::{wrap, wrap_label};

const FIGURE: Type = Type::plain(13.2, Token::Ink);
const YEAR: Type = Type::plain(12.5, Token::Muted);
const COLUMNS: usize = 2;
const GUTTER: f64 = 16.0;
const PANEL: f64 = (WIDTH - 2.0 * PAD - GUTTER) / COLUMNS as f64;
/// A panel in a row of its own.
const WHOLE: f64 = WIDTH - 2.0 * PAD;
const SCALE_HEIGHT: f64 = 46.0;
const FIGURE_LINE: f64 = 15.0;
const NAME_LINE: f64 = 17.0;
/// Arrows and torn edges of bounds.
const SPARE: f64 = 16.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Multiples, top: f64) -> f64 {
    let widths: Vec<Option<f64>> = spec.panels.iter().map(|panel| width(panel, &spec.no_data)).collect();
    if widths.contains(&None) {
        return lying(canvas, spec, top);
    }
    let mut y = top;
    let mut rest: Vec<(&Panel, f64)> =
        spec.panels.iter().zip(widths).map(|(panel, width)| (panel, width.unwrap_or(WHOLE))).collect();
    while !rest.is_empty() {
        let pair = rest.iter().take(COLUMNS).take_while(|(_, width)| *width < WHOLE).count().max(1);
        let row: Vec<(&Panel, f64)> = rest.drain(..pair).collect();
        let lines = row.iter().map(|(panel, width)| name_lines(panel, *width).len()).max().unwrap_or(1);
        let words = row.iter().map(|(panel, width)| figure_lines(panel, *width)).max().unwrap_or(1);
        let head = NAME_LINE * lines as f64 + 22.0 + FIGURE_LINE * words.max(1) as f64;
        for (index, (panel, width)) in row.into_iter().enumerate() {
            let left = PAD + (PANEL + GUTTER) * index as f64;
            draw_panel(canvas, panel, &spec.no_data, Rect::sized(left, y, width, head));
        }
        y += head + SCALE_HEIGHT + 24.0;
    }
    y
}

/// Half a row if the panel's words fit there, otherwise a whole one; none if they fit in neither.
fn width(panel: &Panel, no_data: &str) -> Option<f64> {
    [PANEL, WHOLE].into_iter().find(|width| fits(panel, no_data, *width))
}

fn name_lines(panel: &Panel, width: f64) -> Vec<String> {
    wrap(&panel.name, width - 17.0, NAME.measure())
}

fn slot(panel: &Panel, width: f64) -> f64 {
    width / panel.columns.len().max(1) as f64
}

fn label(column: &Column, room: f64) -> Vec<String> {
    column.value.as_ref().map_or_else(Vec::new, |value| wrap_label(&value.label, room, FIGURE.measure()))
}

fn figure_lines(panel: &Panel, width: f64) -> usize {
    let room = slot(panel, width) - 3.0;
    panel.columns.iter().map(|column| label(column, room - diamond(column)).len()).max().unwrap_or(0)
}

/// Room for the glyph beside a figure that missed its plan.
fn diamond(column: &Column) -> f64 {
    if is_missed(column) { 11.0 } else { 0.0 }
}

fn fits(panel: &Panel, no_data: &str, width: f64) -> bool {
    let room = slot(panel, width) - 3.0;
    let lines = if width < WHOLE { 1 } else { 2 };
    panel.columns.iter().all(|column| {
        let words = label(column, room - diamond(column));
        let nothing = if column.value.is_none() { YEAR.measure().width(no_data) } else { 0.0 };
        words.len() <= lines
            && FIGURE.measure().widest(&words) + diamond(column) <= room
            && nothing <= room
            && YEAR.measure().width(&column.label) <= room
    })
}

fn is_missed(column: &Column) -> bool {
    column.verdict.as_ref().is_some_and(|verdict| verdict.status == Status::Missed)
}

fn panel_max(panel: &Panel) -> f64 {
    let extents = panel.columns.iter().filter_map(|column| column.value.as_ref()).map(Extent::of);
    Extent::axis(extents, panel.columns.iter().filter_map(|column| column.plan.as_ref()).map(plan_top))
}

/// One panel; `head` is the room over its scale.
fn draw_panel(canvas: &mut Canvas, panel: &Panel, no_data: &str, head: Rect) {
    let width = head.right - head.left;
    canvas.mark(&panel.interaction, |canvas| {
        glyph::draw(canvas, panel.status, (head.left + 6.0, head.top + 10.0), 5.6);
        let name = name_lines(panel, width);
        canvas.lines((head.left + 17.0, head.top + 14.5), &name, NAME_LINE, NAME, Anchor::Start);
    });
    let area = Rect { top: head.bottom, bottom: head.bottom + SCALE_HEIGHT, ..head };
    let slots = Slots { area, count: panel.columns.len(), max: panel_max(panel) };
    let slot = slot(panel, width);
    let marks = panel
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            SlotMark::centred(index, 0.0, move |canvas, at| {
                canvas.mark(&column.interaction, |canvas| {
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
        lane.draw(canvas, extent, BarStyle { kind: value.kind, coverage: value.coverage }, aim);
        lane.nothing(canvas, value);
    }
    if let Some(plan) = plan {
        lane.plan_line(canvas, plan, solid > plan, half * 0.5);
    }
    canvas.text((foot.0, foot.1 + 14.0), &column.label, YEAR, Anchor::Middle);
    if column.value.is_none() {
        let lifted = if lane.length(aim) < 20.0 { lane.length(aim) } else { 0.0 };
        canvas.text((foot.0, foot.1 - lifted - 6.0), no_data, YEAR, Anchor::Middle);
        return;
    }
    let line = lane.length(aim);
    let words = FIGURE_LINE * label(column, slot - 3.0 - diamond(column)).len().max(1) as f64;
    let crossed = plan.is_some() && line < reached + words + 6.0;
    let above = if crossed { reached.max(line) } else { reached };
    let y = foot.1 - above - 4.5;
    let lines = label(column, slot - 3.0 - diamond(column));
    let first = y - FIGURE_LINE * lines.len().saturating_sub(1) as f64;
    canvas.lines((foot.0, first), &lines, FIGURE_LINE, FIGURE, Anchor::Middle);
    if is_missed(column) {
        let last = lines.last().map_or(0.0, |line| FIGURE.measure().width(line));
        glyph::draw(canvas, Status::Missed, (foot.0 + last / 2.0 + 6.0, y - 4.5), 4.0);
    }
}

fn lying(canvas: &mut Canvas, spec: &Multiples, top: f64) -> f64 {
    let mut y = top;
    for panel in &spec.panels {
        let name = wrap(&panel.name, WIDTH - 2.0 * PAD - 17.0, NAME.measure());
        canvas.mark(&panel.interaction, |canvas| {
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
                interaction: &column.interaction,
            })
            .collect();
        let rows = Rows { all: rows, no_data: &spec.no_data, max: panel_max(panel) };
        y = rows.draw(canvas, y + NAME_LINE * name.len() as f64 + 2.0) + 8.0;
    }
    y
}
