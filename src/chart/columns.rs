//! Yearly columns: outlined boxes for exact plans, one heavy line for equal minimums.
//!
//! Standing columns need slots wide enough for their words. Where they are not, the same
//! figures lie down in rows and nothing overlaps.

mod fit;
mod plan;
mod standing;

pub(super) use plan::plan_below;
use standing::{FIGURE_LINE, LABEL_LINE, NOTE, NOTE_LINE, PlanLabels, StandingColumns};

use super::bar::{BarStyle, Direction, Lane};
use super::canvas::{Canvas, PAD};
use super::extent::{Extent, Reach, is_comparable, plan_bottom, plan_top};
use super::paint::{Anchor, FIGURE, LABEL, PLAN, Point, Rect, Stroke};
use super::plotters_backend::{SlotMark, Slots};
use super::rows::{Row, Rows};
use super::spec::{Column, Columns, Coverage, Value};
use super::token::Token;
use super::verdict_line;
use super::wrap::wrap_label;

const SCALE_HEIGHT: f64 = 132.0;
const PLANS_HEIGHT: f64 = 64.0;
const PLAN_LINE: f64 = 17.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Columns, top: f64) -> f64 {
    if spec.columns.is_empty() {
        return top;
    }
    match StandingColumns::fit(spec) {
        Some(standing) => standing.draw(canvas, top),
        None => lying(canvas, spec, top),
    }
}

fn extents(spec: &Columns) -> impl Iterator<Item = Extent> + Clone + '_ {
    spec.columns.iter().filter_map(|column| column.value.as_ref()).map(Extent::of)
}

fn axis(spec: &Columns) -> f64 {
    Extent::axis(extents(spec), spec.columns.iter().filter_map(|column| column.plan.as_ref()).map(plan_top))
}

fn lying(canvas: &mut Canvas, spec: &Columns, top: f64) -> f64 {
    let rows = spec
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
    Rows { all: rows, no_data: &spec.no_data, max: axis(spec) }.draw(canvas, top)
}

impl<'a> StandingColumns<'a> {
    fn headroom(&self) -> f64 {
        let words = self.spec.columns.iter().map(|column| self.block(column).height()).fold(0.0, f64::max);
        words + 8.0
    }

    /// A plot without any length needs no height, and one of plans alone needs little.
    fn scale_height(&self) -> f64 {
        let columns = &self.spec.columns;
        if columns.iter().any(|column| column.value.is_some()) {
            SCALE_HEIGHT
        } else if columns.iter().any(|column| column.plan.is_some()) {
            PLANS_HEIGHT
        } else {
            30.0
        }
    }

    /// What arrows and torn edges need above the scale.
    fn spare(&self, max: f64) -> f64 {
        let beyond = extents(self.spec).any(|extent| match extent.reach {
            Reach::None => false,
            Reach::Open => true,
            Reach::Cap(cap) => cap > max,
        });
        if beyond { 26.0 } else { 0.0 }
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let max = axis(self.spec);
        let spare = self.spare(max);
        let scale_top = top + self.headroom() + spare;
        let area =
            Rect { left: PAD, top: scale_top, right: self.right, bottom: scale_top + self.scale_height() };
        let slots = Slots { area, count: self.spec.columns.len(), max };
        let shared = if self.labels == PlanLabels::Shared { self.shared_plan() } else { None };
        let mut marks = Vec::new();
        for (index, column) in self.spec.columns.iter().enumerate() {
            marks.push(SlotMark::centred(index, 0.0, move |canvas, at| {
                canvas.mark(&column.interaction, |canvas| {
                    self.column(canvas, column, at[0], max, spare, shared.is_some());
                });
            }));
        }
        marks.extend(self.breaks(&area, top));
        if let Some(plan) = shared {
            marks.extend(self.shared_lines(plan));
        }
        canvas.group("marks", |canvas| slots.draw(canvas, marks));
        self.words_below(canvas, &area)
    }

    /// One column with its plan and its figure; `foot` is on the axis.
    fn column(&self, canvas: &mut Canvas, column: &Column, foot: Point, max: f64, spare: f64, shared: bool) {
        let (x, base) = foot;
        let half = self.bar_width() / 2.0;
        let lane = Lane {
            direction: Direction::Up,
            base,
            sides: (x - half, x + half),
            scale: self.scale_height() / max,
            end: self.scale_height(),
            spare,
        };
        let plan = column.plan.as_ref().filter(|_| is_comparable(column.value.as_ref()));
        let target = plan.map_or(0.0, plan_bottom);
        if let Some(plan) = plan {
            self.plan_box(canvas, plan, &lane, column.value.is_none());
        }
        let mut reached = 0.0;
        let mut solid = 0.0;
        if let Some(value) = &column.value {
            let extent = Extent::of(value);
            solid = extent.solid;
            reached = lane.drawn_length(extent, target);
            lane.draw(canvas, extent, BarStyle { kind: value.kind, coverage: value.coverage }, target);
            lane.nothing(canvas, value);
        }
        if let Some(plan) = plan {
            self.plan_line(canvas, plan, &lane, solid, shared);
            if self.labels == PlanLabels::Beside {
                let y = (base - lane.length(plan_top(plan)) + PLAN.drop()).min(base - 4.0);
                canvas.text((x + self.box_width() / 2.0 + 4.0, y), &plan.label, PLAN, Anchor::Start);
            }
        }
        let lines = plan.map(|plan| [lane.length(plan_bottom(plan)), lane.length(plan_top(plan))]);
        self.figure(canvas, column, foot, reached, lines);
    }

    /// The figure above its bar, lifted over a plan line that would run through it.
    fn figure(
        &self,
        canvas: &mut Canvas,
        column: &Column,
        foot: Point,
        reached: f64,
        lines: Option<[f64; 2]>,
    ) {
        let block = self.block(column);
        let mut bottom = reached + 5.0;
        for line in lines.iter().flatten() {
            if *line > bottom - 6.0 && *line < bottom + block.height() + 1.0 {
                bottom = line + 6.0;
            }
        }
        let mut y = foot.1 - bottom;
        for line in block.figure.iter().rev() {
            canvas.text((foot.0, y), line, FIGURE, Anchor::Middle);
            y -= FIGURE_LINE;
        }
        for line in block.note.iter().rev() {
            canvas.text((foot.0, y), line, NOTE, Anchor::Middle);
            y -= NOTE_LINE;
        }
    }

    /// A dashed rule between figures that cannot be compared, as in statistical yearbooks.
    fn breaks(&self, area: &Rect, top: f64) -> Vec<SlotMark<'a>> {
        let differs =
            |value: &Option<Value>| value.as_ref().is_some_and(|v| v.coverage == Coverage::NotComparable);
        let (top, bottom) = (top + 2.0, area.bottom + 14.0);
        self.spec
            .columns
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| differs(&pair[0].value) != differs(&pair[1].value))
            .map(|(index, _)| {
                SlotMark::between([index + 1, index + 1], 0.0, move |canvas, at| {
                    let x = at[0].0;
                    canvas.line((x, top), (x, bottom), Stroke::dashed(Token::Axis, 1.2));
                })
            })
            .collect()
    }

    /// Years, planned figures and verdicts under the axis.
    fn words_below(&self, canvas: &mut Canvas, area: &Rect) -> f64 {
        let centre = |index: usize| PAD + self.slot * (index as f64 + 0.5);
        let labels: Vec<Vec<String>> = self
            .spec
            .columns
            .iter()
            .map(|c| wrap_label(&c.label, self.slot - 4.0, LABEL.measure()))
            .collect();
        let mut y = area.bottom;
        canvas.group("axis", |canvas| {
            for (index, lines) in labels.iter().enumerate() {
                let x = centre(index);
                canvas.lines((x, y + 16.0), lines, LABEL_LINE, LABEL, Anchor::Middle);
            }
        });
        y += 4.0 + LABEL_LINE * labels.iter().map(Vec::len).max().unwrap_or(0) as f64;
        if self.labels == PlanLabels::Below {
            for (index, column) in self.spec.columns.iter().enumerate() {
                if let Some(plan) = &column.plan {
                    plan_below(canvas, plan, (centre(index), y + 13.0));
                }
            }
            y += PLAN_LINE;
        }
        let mut height: f64 = 0.0;
        for (index, column) in self.spec.columns.iter().enumerate() {
            if let Some(verdict) = &column.verdict {
                verdict_line::draw(canvas, verdict, (centre(index), y), self.slot);
            }
            height = height.max(verdict_line::height(column.verdict.as_ref(), self.slot));
        }
        y + height
    }
}
