//! Running totals towards one final figure: light for what was there before, dark or hatched
//! for what came, and the last plan drawn heavier, because it is the target.

use super::bar::{BarStyle, Direction, Lane};
use super::canvas::{Canvas, PAD, WIDTH};
use super::columns::plan_below;
use super::extent::{Extent, Reach, plan_bottom, plan_top};
use super::number::sane;
use super::paint::{ASIDE, Anchor, FIGURE, Fill, LABEL, PLAN, Point, Rect, Stroke, Type};
use super::plotters_backend::{SlotMark, Slots};
use super::rows::{Row, Rows};
use super::spec::{Coverage, Cumulative, Plan, PlanKind, Step};
use super::token::Token;
use super::verdict_line;
use super::wrap::wrap_label;

const SCALE_HEIGHT: f64 = 146.0;
const SPARE: f64 = 24.0;
const LABEL_LINE: f64 = 15.0;
const FIGURE_LINE: f64 = 16.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Cumulative, top: f64) -> f64 {
    if spec.steps.is_empty() {
        return top;
    }
    let standing = [true, false].map(|beside| Staircase::new(spec, beside));
    match standing.iter().find(|staircase| staircase.fits()) {
        Some(staircase) => staircase.draw(canvas, top),
        None => lying(canvas, spec, standing[0].max, top),
    }
}

fn lying(canvas: &mut Canvas, spec: &Cumulative, max: f64, top: f64) -> f64 {
    let rows = spec
        .steps
        .iter()
        .map(|step| Row {
            status: step.verdict.as_ref().map(|verdict| verdict.status),
            name: &step.label,
            aside: step.plan.as_ref().map_or("", |plan| &plan.label),
            value: step.value.as_ref(),
            outcome: step.verdict.as_ref().map_or("", |verdict| &verdict.text),
            plan: step.plan.clone(),
            interaction: &step.interaction,
        })
        .collect();
    Rows { all: rows, no_data: &spec.no_data, max }.draw(canvas, top)
}

struct Staircase<'a> {
    spec: &'a Cumulative,
    max: f64,
    /// Whether planned figures stand beside their boxes, or in a line of their own under the figures.
    beside: bool,
    /// The right edge of the last slot.
    right: f64,
    slot: f64,
}

impl<'a> Staircase<'a> {
    fn new(spec: &'a Cumulative, beside: bool) -> Self {
        let plans = spec.steps.iter().filter_map(|step| step.plan.as_ref());
        let extents = spec.steps.iter().filter_map(|step| step.value.as_ref()).map(Extent::of);
        let widest =
            plans.clone().map(|plan| plan_type(true).measure().width(&plan.label)).fold(0.0, f64::max);
        let right = if beside { WIDTH - PAD - (widest * 0.6).min(48.0) } else { WIDTH - PAD };
        Self {
            spec,
            beside,
            max: Extent::axis(extents, plans.map(plan_top)),
            right,
            slot: (right - PAD) / spec.steps.len().max(1) as f64,
        }
    }

    fn bar_width(&self) -> f64 {
        (self.slot * 0.46).clamp(8.0, 44.0)
    }

    fn box_width(&self) -> f64 {
        self.bar_width() * 1.41
    }

    fn fits(&self) -> bool {
        let room = self.slot - 4.0;
        let last = self.spec.steps.len().saturating_sub(1);
        self.slot >= 40.0
            && self.spec.steps.iter().enumerate().all(|(index, step)| {
                let edge = if index == last {
                    WIDTH - 4.0 - self.right + self.slot / 2.0
                } else {
                    self.slot - self.box_width() / 2.0
                };
                let plan = step
                    .plan
                    .as_ref()
                    .map_or(0.0, |plan| plan_type(index == last).measure().width(&plan.label));
                let figure = self.figure(step);
                // Where there is no figure, its words stand inside the box of the plan, or have the slot.
                let nothing = match (&step.value, &step.plan) {
                    (Some(_), _) => true,
                    (None, Some(_)) => self.no_data_width() <= self.box_width() + 4.0,
                    (None, None) => self.no_data_width() <= room,
                };
                let planned = if self.beside {
                    self.box_width() / 2.0 + 4.0 + plan <= edge
                } else {
                    plan + 18.0 <= self.slot
                };
                nothing
                    && planned
                    && wrap_label(&step.label, room, LABEL.measure()).len() == 1
                    && figure.len() <= 2
                    && FIGURE.measure().widest(&figure) <= room
                    && step.verdict.as_ref().is_none_or(|v| verdict_line::lines(v, self.slot).len() <= 3)
            })
    }

    fn no_data_width(&self) -> f64 {
        ASIDE.measure().width(&self.spec.no_data)
    }

    fn figure(&self, step: &Step) -> Vec<String> {
        step.value
            .as_ref()
            .map_or_else(Vec::new, |value| wrap_label(&value.label, self.slot - 4.0, FIGURE.measure()))
    }

    fn spare(&self) -> f64 {
        let beyond =
            self.spec.steps.iter().filter_map(|s| s.value.as_ref()).map(Extent::of).any(
                |extent| match extent.reach {
                    Reach::None => false,
                    Reach::Open => true,
                    Reach::Cap(cap) => cap > self.max,
                },
            );
        if beyond { SPARE } else { 0.0 }
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let scale_top = top + 10.0 + self.spare();
        let area = Rect { left: PAD, top: scale_top, right: self.right, bottom: scale_top + SCALE_HEIGHT };
        let last = self.spec.steps.len() - 1;
        let marks = self
            .spec
            .steps
            .iter()
            .enumerate()
            .map(|(index, step)| {
                SlotMark::centred(index, 0.0, move |canvas, at| {
                    canvas.mark(&step.interaction, |canvas| {
                        self.step(canvas, step, at[0], index == last);
                    });
                })
            })
            .collect();
        let slots = Slots { area, count: self.spec.steps.len(), max: self.max };
        canvas.group("marks", |canvas| slots.draw(canvas, marks));
        self.words_below(canvas, area.bottom)
    }

    fn step(&self, canvas: &mut Canvas, step: &Step, foot: Point, target: bool) {
        let half = self.bar_width() / 2.0;
        let lane = Lane {
            direction: Direction::Up,
            base: foot.1,
            sides: (foot.0 - half, foot.0 + half),
            scale: SCALE_HEIGHT / self.max,
            end: SCALE_HEIGHT,
            spare: self.spare(),
        };
        let aim = step.plan.as_ref().map_or(0.0, plan_bottom);
        let mut solid = 0.0;
        if let Some(value) = &step.value {
            let extent = Extent::of(value);
            solid = extent.solid;
            lane.draw(canvas, extent, BarStyle { kind: value.kind, coverage: value.coverage }, aim);
            let earlier = sane(step.earlier).min(solid);
            let light = Extent { solid: earlier, reach: Reach::None };
            let look = BarStyle { kind: super::spec::ValueKind::Exact, coverage: Coverage::Earlier };
            lane.draw(canvas, light, look, aim);
            if earlier > 0.0 {
                let y = foot.1 - lane.length(earlier);
                canvas.line((foot.0 - half, y), (foot.0 + half, y), Stroke::solid(Token::Paper, 1.4));
            }
        } else {
            canvas.text((foot.0, foot.1 - 8.0), &self.spec.no_data, ASIDE, Anchor::Middle);
        }
        if let Some(plan) = &step.plan {
            self.plan(canvas, plan, &lane, solid, target);
        }
    }

    fn plan(&self, canvas: &mut Canvas, plan: &Plan, lane: &Lane, solid: f64, target: bool) {
        let middle = f64::midpoint(lane.sides.0, lane.sides.1);
        let half = self.box_width() / 2.0;
        let top = lane.base - lane.length(plan_top(plan));
        match plan.kind {
            PlanKind::Exact(_) | PlanKind::Range { .. } => {
                let rect = Rect { left: middle - half, top, right: middle + half, bottom: lane.base };
                let width = if target { 2.2 } else { 1.2 };
                canvas.rect(rect, Fill::None, Some(Stroke::solid(Token::Plan, width)));
            }
            PlanKind::Minimum(value) | PlanKind::Maximum(value) => {
                lane.plan_line(canvas, sane(value), solid > value, half - self.bar_width() / 2.0);
            }
        }
        let kind = plan_type(target);
        if self.beside {
            // Not below the axis, where the years stand.
            let y = (top + kind.drop()).min(lane.base - 4.0);
            canvas.text((middle + half + 4.0, y), &plan.label, kind, Anchor::Start);
        }
    }

    fn words_below(&self, canvas: &mut Canvas, axis: f64) -> f64 {
        let room = self.slot - 4.0;
        let steps = self.spec.steps.iter().enumerate();
        let centre = |index: usize| PAD + self.slot * (index as f64 + 0.5);
        let figure_lines = self.spec.steps.iter().map(|step| self.figure(step).len()).max().unwrap_or(0);
        let noted = self.spec.steps.iter().any(|step| note(step).is_some());
        let mut y = axis + 4.0 + LABEL_LINE;
        for (index, step) in steps.clone() {
            canvas.text((centre(index), axis + 16.0), &step.label, LABEL, Anchor::Middle);
        }
        for (index, step) in steps.clone() {
            canvas.lines((centre(index), y + 16.0), &self.figure(step), FIGURE_LINE, FIGURE, Anchor::Middle);
        }
        y += 4.0 + FIGURE_LINE * figure_lines as f64;
        if noted {
            for (index, step) in steps.clone() {
                let text = super::wrap::shorten(note(step).unwrap_or_default(), room, ASIDE.measure());
                canvas.text((centre(index), y + 13.0), &text, ASIDE, Anchor::Middle);
            }
            y += 15.0;
        }
        if !self.beside {
            for (index, step) in steps.clone() {
                if let Some(plan) = &step.plan {
                    plan_below(canvas, plan, (centre(index), y + 14.0));
                }
            }
            y += LABEL_LINE + 2.0;
        }
        let mut height: f64 = 0.0;
        for (index, step) in steps {
            if let Some(verdict) = &step.verdict {
                verdict_line::draw(canvas, verdict, (centre(index), y), self.slot);
            }
            height = height.max(verdict_line::height(step.verdict.as_ref(), self.slot));
        }
        y + height
    }
}

fn note(step: &Step) -> Option<&str> {
    step.value.as_ref().and_then(|value| value.note.as_deref())
}

/// The final plan is the target and is written bold.
fn plan_type(target: bool) -> Type {
    Type { bold: target, ..PLAN }
}
