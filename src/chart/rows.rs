//! Lying bars, one row each, under a line of words: bullets, and columns too many or too
//! wordy to stand.

use super::bar::{BarStyle, Direction, Lane};
use super::canvas::{Canvas, PAD, WIDTH};
use super::extent::{Extent, Reach, is_comparable, plan_bottom, plan_top};
use super::glyph;
use super::paint::{ASIDE, Anchor, Fill, NAME, Point, Rect, Stroke, Type};
use super::spec::{Interaction, Plan, PlanKind, Status, Value};
use super::token::Token;
use super::wrap::wrap;

const LINE: f64 = 17.0;
const BAR: f64 = 14.0;
const LEFT: f64 = PAD;
const RIGHT: f64 = WIDTH - PAD;
/// Arrows and torn edges need this much beyond the scale.
const SPARE: f64 = 24.0;

/// One row, already in words.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The glyph before the name.
    pub(super) status: Option<Status>,
    /// Bold, at the left.
    pub(super) name: &'a str,
    /// Muted, after the name.
    pub(super) aside: &'a str,
    /// The figure's bar and label.
    pub(super) value: Option<&'a Value>,
    /// Muted, at the right end: the percentage or the verdict.
    pub(super) outcome: &'a str,
    /// What the bar is compared with.
    pub(super) plan: Option<Plan>,
    /// Tooltip and link.
    pub(super) interaction: &'a Interaction,
}

/// All rows on one scale.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    /// Top to bottom.
    pub(super) all: Vec<Row<'a>>,
    /// Stands in for an absent figure.
    pub(super) no_data: &'a str,
    /// The value at the end of the scale.
    pub(super) max: f64,
}

impl Rows<'_> {
    fn lane(&self, top: f64) -> Lane {
        let beyond =
            self.all.iter().filter_map(|row| row.value).map(Extent::of).any(|extent| match extent.reach {
                Reach::None => false,
                Reach::Open => true,
                Reach::Cap(cap) => cap > self.max,
            });
        let spare = if beyond { SPARE } else { 0.0 };
        let end = RIGHT - LEFT - spare;
        Lane {
            direction: Direction::Right,
            base: LEFT,
            sides: (top + 2.0, top + BAR - 2.0),
            scale: end / self.max.max(f64::MIN_POSITIVE),
            end,
            spare,
        }
    }

    /// Where a value lies from left to right.
    pub(super) fn position(&self, value: f64) -> f64 {
        let lane = self.lane(0.0);
        lane.base + lane.length(value)
    }

    /// Draws all rows below `top` and returns where they end.
    pub(super) fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let mut y = top;
        for row in &self.all {
            canvas.mark(row.interaction, |canvas| {
                y = row.heading(canvas, self.no_data, y) + 6.0;
                row.bar(canvas, &self.lane(y));
            });
            y += BAR + 9.0;
        }
        y
    }
}

impl Row<'_> {
    fn bar(&self, canvas: &mut Canvas, lane: &Lane) {
        let band = Rect { left: LEFT, top: lane.sides.0 - 2.0, right: RIGHT, bottom: lane.sides.1 + 2.0 };
        canvas.rect(band.inset(0.4), Fill::Token(Token::Band), Some(Stroke::solid(Token::Grid, 0.8)));
        let plan = self.plan.as_ref().filter(|_| is_comparable(self.value));
        let target = plan.map_or(0.0, plan_bottom);
        let mut solid = 0.0;
        if let Some(value) = self.value {
            let extent = Extent::of(value);
            solid = extent.solid;
            lane.draw(canvas, extent, BarStyle { kind: value.kind, coverage: value.coverage }, target);
            lane.nothing(canvas, value);
        }
        let Some(plan) = plan else { return };
        lane.plan_line(canvas, target, solid > target, 5.0);
        if let PlanKind::Range { .. } = plan.kind {
            lane.plan_line(canvas, plan_top(plan), solid > plan_top(plan), 5.0);
        }
    }

    /// The words over the bar: on one line if they fit, otherwise the name by itself.
    fn heading(&self, canvas: &mut Canvas, no_data: &str, top: f64) -> f64 {
        let left = if self.status.is_some() { LEFT + 17.0 } else { LEFT };
        if let Some(status) = self.status {
            glyph::draw(canvas, status, (LEFT + 6.0, top + LINE - 5.0), 6.0);
        }
        let right = self.right_words(no_data);
        let name = NAME.measure().width(self.name);
        let aside = ASIDE.measure().width(self.aside);
        let mut baseline = top + LINE;
        if left + name + gap(aside, 7.0) + 10.0 + width_of(&right) <= RIGHT {
            canvas.text((left, baseline), self.name, NAME, Anchor::Start);
            canvas.text((left + name + 7.0, baseline), self.aside, ASIDE, Anchor::Start);
            at_right(canvas, &right, baseline);
            return baseline;
        }
        let lines = wrap(self.name, RIGHT - left, NAME.measure());
        canvas.lines((left, baseline), &lines, LINE, NAME, Anchor::Start);
        baseline += LINE * lines.len() as f64;
        if left + aside + 10.0 + width_of(&right) <= RIGHT {
            canvas.text((left, baseline), self.aside, ASIDE, Anchor::Start);
            at_right(canvas, &right, baseline);
            return baseline;
        }
        stacked(canvas, (left, baseline), &right, self.aside)
    }

    fn right_words(&self, no_data: &str) -> Vec<(String, Type)> {
        let outcome = ASIDE.coloured(self.status.map_or(Token::Muted, glyph::word_token));
        let outcome =
            if self.status == Some(Status::Missed) { Type { bold: true, ..outcome } } else { outcome };
        let mut words = match self.value {
            None => vec![(no_data.to_owned(), ASIDE)],
            Some(value) => {
                let note = value.note.clone().unwrap_or_default();
                vec![(note, ASIDE), (value.label.clone(), NAME)]
            }
        };
        words.push((self.outcome.to_owned(), outcome));
        words.retain(|(text, _)| !text.trim().is_empty());
        words
    }
}

fn gap(width: f64, gap: f64) -> f64 {
    if width > 0.0 { width + gap } else { 0.0 }
}

fn width_of(words: &[(String, Type)]) -> f64 {
    let gaps = 6.0 * words.len().saturating_sub(1) as f64;
    words.iter().map(|(text, kind)| kind.measure().width(text)).sum::<f64>() + gaps
}

fn at_right(canvas: &mut Canvas, words: &[(String, Type)], baseline: f64) {
    let mut x = RIGHT;
    for (text, kind) in words.iter().rev() {
        canvas.text((x, baseline), text, *kind, Anchor::End);
        x -= kind.measure().width(text) + 6.0;
    }
}

/// The aside on lines of its own, then the rest; returns the last baseline.
fn stacked(canvas: &mut Canvas, at: Point, right: &[(String, Type)], aside: &str) -> f64 {
    let mut baseline = at.1;
    let mut piece = |canvas: &mut Canvas, text: &str, kind: Type| {
        let lines = wrap(text, RIGHT - at.0, kind.measure());
        canvas.lines((at.0, baseline), &lines, LINE, kind, Anchor::Start);
        baseline += LINE * lines.len() as f64;
    };
    piece(canvas, aside, ASIDE);
    if at.0 + width_of(right) > RIGHT {
        for (text, kind) in right {
            piece(canvas, text, *kind);
        }
        return baseline - LINE;
    }
    at_right(canvas, right, baseline);
    baseline
}
