//! Yearly columns: outlined boxes for exact plans, one heavy line for equal minimums.
//!
//! Standing columns need slots wide enough for their words. Where they are not, the same
//! figures lie down in rows and nothing overlaps.

use super::bar::{Direction, Lane, Look};
use super::canvas::{Canvas, PAD, WIDTH};
use super::easel::{Mark, Slots};
use super::extent::{Extent, Reach, is_comparable, plan_bottom, plan_top};
use super::key;
use super::paint::{ASIDE, Anchor, FIGURE, Fill, LABEL, PLAN, Point, Rect, Stroke, Type};
use super::rows::{Row, Rows};
use super::spec::{Column, Columns, Coverage, Plan, PlanKind, Swatch, Value};
use super::token::Token;
use super::verdict_line;
use super::wrap::wrap;

const NOTE: Type = Type::plain(11.5, Token::Muted);
const SCALE_HEIGHT: f64 = 132.0;
const FIGURE_LINE: f64 = 16.0;
const NOTE_LINE: f64 = 14.0;
const LABEL_LINE: f64 = 15.0;
const PLAN_LINE: f64 = 17.0;
/// The widest plan label that stands at the right end of a shared line.
const SHARED_LABEL: f64 = 104.0;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Columns, top: f64) -> f64 {
    if spec.columns.is_empty() {
        return top;
    }
    match Standing::fit(spec) {
        Some(standing) => standing.draw(canvas, top),
        None => lying(canvas, spec, top),
    }
}

fn extents(spec: &Columns) -> impl Iterator<Item = Extent> + Clone + '_ {
    spec.columns
        .iter()
        .filter_map(|column| column.value.as_ref())
        .map(Extent::of)
}

fn axis(spec: &Columns) -> f64 {
    Extent::axis(
        extents(spec),
        spec.columns
            .iter()
            .filter_map(|column| column.plan.as_ref())
            .map(plan_top),
    )
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
            touch: &column.touch,
        })
        .collect();
    Rows {
        all: rows,
        no_data: &spec.no_data,
        max: axis(spec),
    }
    .draw(canvas, top)
}

/// Where the planned figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlanLabels {
    /// Once, at the right end of one line through all slots.
    Shared,
    /// Right of each box or line.
    Beside,
    /// In a line of their own under the years.
    Below,
    /// There are none.
    Absent,
}

/// Columns that fit standing.
struct Standing<'a> {
    spec: &'a Columns,
    labels: PlanLabels,
    right: f64,
    slot: f64,
}

impl<'a> Standing<'a> {
    fn fit(spec: &'a Columns) -> Option<Self> {
        [
            PlanLabels::Shared,
            PlanLabels::Beside,
            PlanLabels::Below,
            PlanLabels::Absent,
        ]
        .into_iter()
        .map(|labels| Self::with(spec, labels))
        .find(|standing| standing.labels_fit() && standing.words_fit())
    }

    fn with(spec: &'a Columns, labels: PlanLabels) -> Self {
        let plans = spec
            .columns
            .iter()
            .filter_map(|column| column.plan.as_ref());
        let widest = plans
            .map(|plan| PLAN.measure().width(&plan.label))
            .fold(0.0, f64::max);
        let right = match labels {
            PlanLabels::Shared => WIDTH - PAD - widest - 6.0,
            PlanLabels::Beside => WIDTH - PAD - widest.min(60.0) / 2.0,
            PlanLabels::Below | PlanLabels::Absent => WIDTH - PAD,
        };
        let slot = (right - PAD) / spec.columns.len() as f64;
        Self {
            spec,
            labels,
            right,
            slot,
        }
    }

    fn bar_width(&self) -> f64 {
        (self.slot * 0.46).clamp(8.0, 44.0)
    }

    fn box_width(&self) -> f64 {
        self.bar_width() * 1.41
    }

    fn plans(&self) -> impl Iterator<Item = &'a Plan> {
        self.spec
            .columns
            .iter()
            .filter_map(|column| column.plan.as_ref())
    }

    fn labels_fit(&self) -> bool {
        match self.labels {
            PlanLabels::Absent => self.plans().next().is_none(),
            PlanLabels::Below => self
                .plans()
                .all(|plan| PLAN.measure().width(&plan.label) + 18.0 <= self.slot),
            PlanLabels::Shared => self.shared_plan().is_some(),
            PlanLabels::Beside => self.fits_beside(),
        }
    }

    /// The plan that all columns share, if they do and its label is short.
    fn shared_plan(&self) -> Option<&'a Plan> {
        let first = self.plans().next()?;
        let line = matches!(first.kind, PlanKind::Minimum(_) | PlanKind::Maximum(_));
        let same = self.spec.columns.len() > 1
            && self
                .spec
                .columns
                .iter()
                .all(|c| c.plan.as_ref() == Some(first));
        let short = PLAN.measure().width(&first.label) <= SHARED_LABEL;
        (line && same && short).then_some(first)
    }

    /// Beside its box a label may touch neither its own figure nor the next column's.
    fn fits_beside(&self) -> bool {
        let half = |column: &Column| {
            let words = self.block(column);
            let box_width = if column.plan.is_some() {
                self.box_width()
            } else {
                self.bar_width()
            };
            words.width().max(box_width) / 2.0
        };
        let columns = &self.spec.columns;
        let mut any = false;
        for (index, column) in columns.iter().enumerate() {
            let Some(plan) = &column.plan else { continue };
            any = true;
            let end = half(column) + 4.0 + PLAN.measure().width(&plan.label);
            let room = match columns.get(index + 1) {
                Some(next) => self.slot - half(next) - 3.0,
                None => WIDTH - 4.0 - self.right + self.slot / 2.0,
            };
            if end > room || half(column) > self.box_width() / 2.0 + 3.0 {
                return false;
            }
        }
        any
    }

    /// Whether every piece of words fits its slot in few lines.
    fn words_fit(&self) -> bool {
        let room = self.slot - 4.0;
        self.slot >= 30.0
            && self.spec.columns.iter().all(|column| {
                let block = self.block(column);
                let label = wrap(&column.label, room, LABEL.measure());
                let verdict = column
                    .verdict
                    .as_ref()
                    .map(|v| verdict_line::lines(v, self.slot))
                    .unwrap_or_default();
                block.width() <= room
                    && block.figure.len() <= 2
                    && block.note.len() <= 2
                    && label.len() <= 2
                    && LABEL.measure().widest(&label) <= room
                    && verdict.len() <= 3
                    && ASIDE.measure().widest(&verdict) <= self.slot - 18.0
                    && whole_words(&column.label, &label)
            })
    }

    fn block(&self, column: &Column) -> Block {
        let room = self.slot - 4.0;
        match &column.value {
            None => Block {
                note: wrap(&self.spec.no_data, room, NOTE.measure()),
                figure: Vec::new(),
            },
            Some(value) => Block {
                note: wrap(
                    value.note.as_deref().unwrap_or_default(),
                    room,
                    NOTE.measure(),
                ),
                figure: wrap(&value.label, room, FIGURE.measure()),
            },
        }
    }

    fn headroom(&self) -> f64 {
        let words = self
            .spec
            .columns
            .iter()
            .map(|column| self.block(column).height())
            .fold(0.0, f64::max);
        words + 8.0
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
        let area = Rect {
            left: PAD,
            top: scale_top,
            right: self.right,
            bottom: scale_top + SCALE_HEIGHT,
        };
        let slots = Slots {
            area,
            count: self.spec.columns.len(),
            max,
        };
        let shared = if self.labels == PlanLabels::Shared {
            self.shared_plan()
        } else {
            None
        };
        let mut marks = Vec::new();
        for (index, column) in self.spec.columns.iter().enumerate() {
            marks.push(Mark::centred(index, 0.0, move |canvas, at| {
                canvas.mark(&column.touch, |canvas| {
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
    fn column(
        &self,
        canvas: &mut Canvas,
        column: &Column,
        foot: Point,
        max: f64,
        spare: f64,
        shared: bool,
    ) {
        let (x, base) = foot;
        let half = self.bar_width() / 2.0;
        let lane = Lane {
            direction: Direction::Up,
            base,
            sides: (x - half, x + half),
            scale: SCALE_HEIGHT / max,
            end: SCALE_HEIGHT,
            spare,
        };
        let plan = column
            .plan
            .as_ref()
            .filter(|_| is_comparable(column.value.as_ref()));
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
            lane.draw(
                canvas,
                extent,
                Look {
                    kind: value.kind,
                    coverage: value.coverage,
                },
                target,
            );
        }
        if let Some(plan) = plan {
            self.plan_line(canvas, plan, &lane, solid, shared);
            if self.labels == PlanLabels::Beside {
                let y = base - lane.length(plan_top(plan)) + PLAN.drop();
                canvas.text(
                    (x + self.box_width() / 2.0 + 4.0, y),
                    &plan.label,
                    PLAN,
                    Anchor::Start,
                );
            }
        }
        let lines = plan.map(|plan| [lane.length(plan_bottom(plan)), lane.length(plan_top(plan))]);
        self.figure(canvas, column, foot, reached, lines);
    }

    fn plan_box(&self, canvas: &mut Canvas, plan: &Plan, lane: &Lane, empty: bool) {
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
                let stroke = if empty {
                    Stroke::dashed(Token::Plan, 1.3)
                } else {
                    Stroke::solid(Token::Plan, 1.3)
                };
                canvas.rect(rect(0.0, plan_top(plan)), Fill::None, Some(stroke));
            }
            PlanKind::Range { .. } => {
                let band = rect(plan_bottom(plan), plan_top(plan));
                canvas.rect(
                    band,
                    Fill::Token(Token::Band),
                    Some(Stroke::solid(Token::Plan, 1.2)),
                );
            }
            PlanKind::Minimum(_) | PlanKind::Maximum(_) => {}
        }
    }

    fn plan_line(&self, canvas: &mut Canvas, plan: &Plan, lane: &Lane, solid: f64, shared: bool) {
        let beyond = (self.box_width() - self.bar_width()) / 2.0;
        let (PlanKind::Minimum(_) | PlanKind::Maximum(_)) = plan.kind else {
            return;
        };
        let value = plan_top(plan);
        if shared {
            // The line itself runs through all slots and is drawn last.
            if solid > value {
                let y = lane.base - lane.length(value);
                canvas.line(
                    (lane.sides.0, y),
                    (lane.sides.1, y),
                    Stroke::solid(Token::Paper, 4.8),
                );
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
    fn breaks(&self, area: &Rect, top: f64) -> Vec<Mark<'a>> {
        let differs = |value: &Option<Value>| {
            value
                .as_ref()
                .is_some_and(|v| v.coverage == Coverage::NotComparable)
        };
        let (top, bottom) = (top + 2.0, area.bottom + 14.0);
        self.spec
            .columns
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| differs(&pair[0].value) != differs(&pair[1].value))
            .map(|(index, _)| {
                Mark::between([index + 1, index + 1], 0.0, move |canvas, at| {
                    let x = at[0].0;
                    canvas.line((x, top), (x, bottom), Stroke::dashed(Token::Axis, 1.2));
                })
            })
            .collect()
    }

    /// One line over each run of comparable columns; the last carries the label.
    fn shared_lines(&self, plan: &'a Plan) -> Vec<Mark<'a>> {
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
                Mark::between(run, plan_top(plan), move |canvas, at| {
                    let (from, to, y) = (at[0].0 + 4.0, at[1].0, at[0].1);
                    canvas.line((from, y), (to, y), Stroke::solid(Token::Plan, 2.4));
                    if maximum {
                        for x in [from + 0.8, to - 0.8] {
                            canvas.line((x, y), (x, y + 6.0), Stroke::solid(Token::Plan, 1.6));
                        }
                    }
                    if index == last {
                        canvas.text((label_x, y + PLAN.drop()), &plan.label, PLAN, Anchor::Start);
                    }
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
            .map(|c| wrap(&c.label, self.slot - 4.0, LABEL.measure()))
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

/// A planned figure after its sample, centred on a baseline.
fn plan_below(canvas: &mut Canvas, plan: &Plan, at: Point) {
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

/// Whether wrapping has cut no word of a spaced script in two.
fn whole_words(text: &str, lines: &[String]) -> bool {
    let ends = |line: &String| {
        line.chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_alphanumeric())
    };
    let starts = |line: &String| {
        line.chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric())
    };
    let cuts = lines
        .windows(2)
        .filter(|pair| ends(&pair[0]) && starts(&pair[1]))
        .count();
    cuts <= text.split_whitespace().count().saturating_sub(1)
}

/// The words over a column.
struct Block {
    note: Vec<String>,
    figure: Vec<String>,
}

impl Block {
    fn width(&self) -> f64 {
        FIGURE
            .measure()
            .widest(&self.figure)
            .max(NOTE.measure().widest(&self.note))
    }

    fn height(&self) -> f64 {
        FIGURE_LINE * self.figure.len() as f64 + NOTE_LINE * self.note.len() as f64
    }
}
