//! What was planned: boxes behind the columns, heavy lines across them, figures beside them.

use super::fit::shared_label;
use super::{LABEL_LINE, StandingColumns};
use crate::chart::bar::Lane;
use crate::chart::canvas::Canvas;
use crate::chart::extent::{is_comparable, plan_bottom, plan_top};
use crate::chart::key;
use crate::chart::paint::{Anchor, Fill, PLAN, Point, Rect, Stroke};
use crate::chart::plotters_backend::SlotMark;
use crate::chart::spec::{Plan, PlanKind, Swatch};
use crate::chart::token::Token;

impl<'a> StandingColumns<'a> {
    pub(super) fn plan_box(&self, canvas: &mut Canvas, plan: &Plan, lane: &Lane, empty: bool) {
        let middle = f64::midpoint(lane.sides.0, lane.sides.1);
        let half = self.box_width() / 2.0;
        let rect = |from: f64, to: f64| Rect {
            left: middle - half,
            top: lane.base - lane.length(to),
            right: middle + half,
            bottom: lane.base - lane.length(from),
        };
        match plan.kind {
            PlanKind::Exact(_) => {
                let stroke =
                    if empty { Stroke::dashed(Token::Plan, 1.3) } else { Stroke::solid(Token::Plan, 1.3) };
                canvas.rect(rect(0.0, plan_top(plan)), Fill::None, Some(stroke));
            }
            PlanKind::Range { .. } => {
                let band = rect(plan_bottom(plan), plan_top(plan));
                canvas.rect(band, Fill::Token(Token::Band), Some(Stroke::solid(Token::Plan, 1.2)));
            }
            PlanKind::Minimum(_) | PlanKind::Maximum(_) => {}
        }
    }

    pub(super) fn plan_line(&self, canvas: &mut Canvas, plan: &Plan, lane: &Lane, solid: f64, shared: bool) {
        let beyond = (self.box_width() - self.bar_width()) / 2.0;
        let (PlanKind::Minimum(_) | PlanKind::Maximum(_)) = plan.kind else {
            return;
        };
        let value = plan_top(plan);
        if shared {
            // The line itself runs through all slots and is drawn last.
            if solid > value {
                let y = lane.base - lane.length(value);
                canvas.line((lane.sides.0, y), (lane.sides.1, y), Stroke::solid(Token::Paper, 4.8));
            }
            return;
        }
        lane.plan_line(canvas, value, solid > value, beyond);
        if let PlanKind::Maximum(_) = plan.kind {
            let y = lane.base - lane.length(value);
            for x in [lane.sides.0 - beyond + 0.8, lane.sides.1 + beyond - 0.8] {
                canvas.line((x, y), (x, y + 6.0), Stroke::solid(Token::Plan, 1.6));
            }
        }
    }

    /// One line over each run of comparable columns; the last carries the label.
    pub(super) fn shared_lines(&self, plan: &'a Plan) -> Vec<SlotMark<'a>> {
        let mut runs: Vec<[usize; 2]> = Vec::new();
        for (index, column) in self.spec.columns.iter().enumerate() {
            if !is_comparable(column.value.as_ref()) {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run[1] == index => run[1] = index + 1,
                _ => runs.push([index, index + 1]),
            }
        }
        let label_x = self.right + 4.0;
        let last = runs.len().saturating_sub(1);
        let maximum = matches!(plan.kind, PlanKind::Maximum(_));
        runs.into_iter()
            .enumerate()
            .map(|(index, run)| {
                SlotMark::between(run, plan_top(plan), move |canvas, at| {
                    let (from, to, y) = (at[0].0 + 4.0, at[1].0, at[0].1);
                    canvas.line((from, y), (to, y), Stroke::solid(Token::Plan, 2.4));
                    if maximum {
                        for x in [from + 0.8, to - 0.8] {
                            canvas.line((x, y), (x, y + 6.0), Stroke::solid(Token::Plan, 1.6));
                        }
                    }
                    if index == last {
                        let lines = shared_label(plan);
                        let first = y + PLAN.drop() - LABEL_LINE * (lines.len().max(1) - 1) as f64 / 2.0;
                        canvas.lines((label_x, first), &lines, LABEL_LINE, PLAN, Anchor::Start);
                    }
                })
            })
            .collect()
    }
}

/// A planned figure after its sample, centred on a baseline.
pub(in crate::chart) fn plan_below(canvas: &mut Canvas, plan: &Plan, at: Point) {
    let swatch = match plan.kind {
        PlanKind::Exact(_) => Swatch::PlanExact,
        PlanKind::Minimum(_) => Swatch::PlanMinimum,
        PlanKind::Maximum(_) => Swatch::PlanMaximum,
        PlanKind::Range { .. } => Swatch::PlanRange,
    };
    let left = at.0 - f64::midpoint(PLAN.measure().width(&plan.label), 15.0);
    key::sample(canvas, swatch, left, at.1);
    canvas.text((left + 15.0, at.1), &plan.label, PLAN, Anchor::Start);
}
