//! Dots stacked over a scale, with a heavy line before the first figure that satisfies the plan. Those
//! that missed it are named, beside the dots where there is room.

use super::{RADIUS, STEP, dot, named, touch_of};
use crate::chart::canvas::{Canvas, PAD, WIDTH};
use crate::chart::extent::plan_bottom;
use crate::chart::number::sane;
use crate::chart::paint::{ASIDE, Anchor, LABEL, NAME, PLAN, Point, Stroke};
use crate::chart::spec::{Stack, Stacks, Status, Unit, UnitGroup};
use crate::chart::token::Token;
use crate::chart::wrap::{shorten, wrap};

/// A stack grows this high before it grows wider.
const HIGHEST: usize = 10;
const LINE: f64 = 17.0;
/// Names wider than this stand under the plot.
const WIDEST_NAME: f64 = 104.0;
/// More names than this stand under the plot.
const MOST_NAMES: usize = 8;

/// Draws below `top` and returns where the stacks end.
pub(super) fn draw(canvas: &mut Canvas, spec: &Stacks, top: f64) -> f64 {
    if spec.stacks.is_empty() {
        return top;
    }
    let field = StackPlot::new(spec);
    let plan = wrap(&spec.plan.label, WIDTH - PAD - field.plan_x() - 6.0, PLAN.measure());
    let plan_under = field.plan_x() > WIDTH / 2.0;
    let plan = if plan_under { wrap(&spec.plan.label, WIDTH - 2.0 * PAD, PLAN.measure()) } else { plan };
    let dots = top + 6.0 + LINE * plan.len() as f64;
    let axis = dots + 4.0 + STEP * field.rows().max(2) as f64;
    let axis = if field.beside { axis.max(top + field.names_height() + 4.0) } else { axis };
    let (x, anchor) =
        if plan_under { (WIDTH - PAD, Anchor::End) } else { (field.plan_x() + 6.0, Anchor::Start) };
    canvas.lines((x, top + 14.0), &plan, LINE, PLAN, anchor);
    let line = if plan_under { dots } else { top + 2.0 };
    for (index, stack) in spec.stacks.iter().enumerate() {
        field.stack(canvas, stack, (field.centre(index), axis));
    }
    canvas.line((field.left, axis), (WIDTH - PAD, axis), Stroke::solid(Token::Axis, 1.0));
    canvas.line((field.plan_x(), line), (field.plan_x(), axis), Stroke::solid(Token::Plan, 2.4));
    let mut y = axis + 17.0;
    for (index, stack) in spec.stacks.iter().enumerate() {
        let label = shorten(&stack.label, field.slot - 3.0, LABEL.measure());
        canvas.text((field.centre(index), y), &label, LABEL, Anchor::Middle);
    }
    let unit = wrap(&spec.axis, WIDTH - 2.0 * PAD, ASIDE.measure());
    canvas.lines((WIDTH - PAD, y + LINE), &unit, LINE, ASIDE, Anchor::End);
    if field.beside {
        field.names_beside(canvas, axis);
    }
    y += LINE * unit.len() as f64;
    if !field.beside {
        y = field.names_below(canvas, y);
    }
    y + 10.0
}

struct StackPlot<'a> {
    spec: &'a Stacks,
    missed: Vec<&'a Unit>,
    /// Whether the names of the missed stand left of the plot.
    beside: bool,
    left: f64,
    slot: f64,
}

impl<'a> StackPlot<'a> {
    fn new(spec: &'a Stacks) -> Self {
        let missed: Vec<&Unit> = spec
            .stacks
            .iter()
            .flat_map(|stack| &stack.units)
            .filter(|(status, unit)| *status == Status::Missed && !unit.name.trim().is_empty())
            .map(|(_, unit)| unit)
            .collect();
        let names = missed.iter().map(|unit| ASIDE.measure().width(&unit.name));
        let widest = names.fold(NAME.measure().width(&spec.missed), f64::max);
        let beside = !missed.is_empty() && missed.len() <= MOST_NAMES && widest <= WIDEST_NAME;
        let left = if beside { PAD + widest + 12.0 } else { PAD };
        let slot = (WIDTH - PAD - left) / spec.stacks.len().max(1) as f64;
        Self { spec, missed, beside, left, slot }
    }

    fn centre(&self, index: usize) -> f64 {
        self.left + self.slot * (index as f64 + 0.5)
    }

    /// The border before the first figure that satisfies the plan.
    fn plan_x(&self) -> f64 {
        let asked = plan_bottom(&self.spec.plan);
        let below = self.spec.stacks.iter().take_while(|stack| sane(stack.value) < asked).count();
        self.left + self.slot * below as f64
    }

    /// How many dots stand side by side in a stack.
    fn abreast(&self, stack: &Stack) -> usize {
        let most = ((self.slot - 2.0) / STEP).floor().max(1.0) as usize;
        stack.units.len().div_ceil(HIGHEST).clamp(1, most)
    }

    fn rows(&self) -> usize {
        self.spec
            .stacks
            .iter()
            .map(|stack| stack.units.len().div_ceil(self.abreast(stack)))
            .max()
            .unwrap_or(0)
    }

    fn stack(&self, canvas: &mut Canvas, stack: &Stack, foot: Point) {
        let abreast = self.abreast(stack);
        let left = foot.0 - STEP * (abreast - 1) as f64 / 2.0;
        for (index, (status, unit)) in stack.units.iter().enumerate() {
            let (column, row) = (index % abreast, index / abreast);
            let at = (left + STEP * column as f64, foot.1 - RADIUS - 3.0 - STEP * row as f64);
            canvas.mark(&touch_of(unit), |canvas| dot(canvas, *status, unit.sort, at));
        }
    }

    fn names_height(&self) -> f64 {
        LINE * (self.missed.len() + 1) as f64
    }

    fn names_beside(&self, canvas: &mut Canvas, axis: f64) {
        let mut y = axis - 4.0 - LINE * self.missed.len() as f64;
        canvas.text((PAD, y), &self.spec.missed, NAME.coloured(Token::Short), Anchor::Start);
        for unit in &self.missed {
            y += LINE;
            canvas.text((PAD, y), &unit.name, ASIDE.coloured(Token::Short), Anchor::Start);
        }
    }

    fn names_below(&self, canvas: &mut Canvas, top: f64) -> f64 {
        if self.missed.is_empty() {
            return top;
        }
        let heading = wrap(&self.spec.missed, WIDTH - 2.0 * PAD, NAME.measure());
        let mut y = top + LINE + 4.0;
        canvas.lines((PAD, y), &heading, LINE, NAME.coloured(Token::Short), Anchor::Start);
        y += LINE * heading.len().saturating_sub(1) as f64 + 4.0;
        let group = UnitGroup {
            status: Status::Missed,
            label: String::new(),
            count: String::new(),
            units: self.missed.iter().map(|unit| (*unit).clone()).collect(),
            named: true,
        };
        named(canvas, &group, y)
    }
}
