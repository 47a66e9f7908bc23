//! A series drawn on its scales, and the words under its axis.

use super::plot::{Plot, SIGN, YEAR, below};
use super::{aims, figures};
use crate::chart::canvas::Canvas;
use crate::chart::glyph;
use crate::chart::paint::{ASIDE, Anchor, PLAN, Point, Rect, Stroke};
use crate::chart::placing::Taken;
use crate::chart::spec::{Aim, TrendPoint};
use crate::chart::token::Token;
use crate::chart::wrap::wrap_balanced;

const YEAR_LINE: f64 = 17.0;
const VERDICT_LINE: f64 = 15.0;

impl<'a> Plot<'a> {
    /// Draws it and returns where it ends.
    pub(super) fn draw(&self, canvas: &mut Canvas) -> f64 {
        let mut taken = Taken::within(Rect { bottom: self.area.bottom - 1.0, ..self.bounds });
        canvas.group("marks", |canvas| {
            aims::bands(self, canvas);
            self.axis(canvas, &mut taken);
            aims::path(self, canvas, &mut taken);
            self.breaks(canvas);
            figures::lines(self, canvas, &mut taken);
            aims::lines(self, canvas, &mut taken);
            figures::block(self, &mut taken);
            aims::labels(self, canvas, &mut taken);
            figures::draw(self, canvas, &mut taken);
            figures::gap_words(self, canvas, &mut taken);
        });
        self.words_below(canvas)
    }

    /// A line at zero; where the scale does not reach it, one with a break at its beginning.
    fn axis(&self, canvas: &mut Canvas, taken: &mut Taken) {
        let Rect { left, right, bottom, .. } = self.area;
        let (left, right) = (left.min(self.bounds.left + 14.0), right);
        let line = Stroke::solid(Token::Axis, 1.0);
        if self.heights.has_zero() {
            let y = self.heights.y(0.0);
            canvas.line((left, y), (right, y), line);
            if !self.heights.begins_at_zero() && !self.series.zero.is_empty() {
                let width = ASIDE.measure().width(&self.series.zero);
                // Above the line, so that what lies below zero does not touch it.
                let at = (self.bounds.left + 4.0, y - 4.0);
                if taken.first_free(&[(at, Anchor::Start)], &self.series.zero, ASIDE).is_some() {
                    canvas.text(at, &self.series.zero, ASIDE, Anchor::Start);
                }
                taken.block(Rect::sized(left, y - 1.0, width, 2.0));
            }
            return;
        }
        let (from, step) = (left + 4.0, 3.0);
        let teeth = [
            (left, bottom),
            (from, bottom),
            (from + step, bottom - 5.0),
            (from + 2.0 * step, bottom + 3.0),
            (from + 3.0 * step, bottom),
            (right, bottom),
        ];
        canvas.polyline(&teeth, line);
    }

    /// A dashed rule where another method of counting began, as in statistical yearbooks.
    fn breaks(&self, canvas: &mut Canvas) {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        for (before, after) in pairs.filter(|(_, after)| after.breaks) {
            let x = f64::midpoint(self.times.x(before.at), self.times.x(after.at));
            let (top, bottom) = (self.area.top - 12.0, self.area.bottom + 3.0);
            canvas.line((x, top), (x, bottom), Stroke::dashed(Token::Axis, 1.2));
        }
    }

    /// Years under the axis, in two lines where they do not fit in one; under them how what was asked stands.
    fn words_below(&self, canvas: &mut Canvas) -> f64 {
        let top = self.area.bottom;
        let row = |line: usize| Rect {
            top: top + YEAR_LINE * line as f64,
            bottom: top + YEAR_LINE * (line + 1) as f64 + 6.0,
            ..self.bounds
        };
        let mut rows = [Taken::within(row(0)), Taken::within(row(1))];
        let mut used = 0;
        let mut said: Vec<i32> = Vec::new();
        canvas.group("axis", |canvas| {
            for (at, label) in self.years() {
                if said.contains(&at) {
                    continue;
                }
                let x = self.times.x(at);
                for (line, taken) in rows.iter_mut().enumerate() {
                    let baseline = top + YEAR_LINE * (line + 1) as f64;
                    let places = [Anchor::Middle, Anchor::End, Anchor::Start].map(|anchor| {
                        // An end of the axis keeps its year inside the drawing.
                        let x = match anchor {
                            Anchor::Middle => x,
                            Anchor::End => x.max(self.bounds.right),
                            Anchor::Start => x.min(self.bounds.left),
                        };
                        ((x, baseline), anchor)
                    });
                    let width = YEAR.measure().width(label);
                    let near_right = x + width / 2.0 > self.bounds.right;
                    let near_left = x - width / 2.0 < self.bounds.left;
                    let places: Vec<(Point, Anchor)> = match (near_left, near_right) {
                        (false, false) => vec![places[0]],
                        (_, true) => vec![places[1]],
                        (true, false) => vec![places[2]],
                    };
                    if let Some((at_point, anchor)) = taken.first_free(&places, label, YEAR) {
                        said.push(at);
                        used = used.max(line + 1);
                        canvas.line((x, top), (x, top + 3.0), Stroke::solid(Token::Axis, 1.0));
                        canvas.text(at_point, label, YEAR, anchor);
                        break;
                    }
                }
            }
        });
        let bottom = top + 5.0 + YEAR_LINE * used.max(1) as f64;
        self.verdicts(canvas, bottom)
    }

    /// The years in the order of their right to room: what was asked, the ends, what was published, the others.
    fn years(&self) -> Vec<(i32, &str)> {
        let aims = self.series.aims.iter().map(|aim| (aim.at, aim.label.as_str()));
        let (with, without): (Vec<&TrendPoint>, Vec<&TrendPoint>) =
            self.points.iter().partition(|point| point.value.is_some());
        let said = |point: &&'a TrendPoint| (point.at, point.label.as_str());
        let last_aim = aims.clone().next_back();
        let ends: Vec<&TrendPoint> = [with.first(), with.last()].into_iter().flatten().copied().collect();
        let points = ends.iter().chain(&with).chain(&without).map(said);
        last_aim.into_iter().chain(aims).chain(points).filter(|(_, label)| !label.trim().is_empty()).collect()
    }

    fn verdicts(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let shown: Vec<(&Aim, &crate::chart::spec::Verdict)> = self
            .series
            .aims
            .iter()
            .filter_map(|aim| aim.verdict.as_ref().map(|verdict| (aim, verdict)))
            .collect();
        match shown.as_slice() {
            [] => top,
            // Before the name of a small plot its glyph stands already.
            [_] if self.series.status.is_some() && !self.series.name.is_empty() => top,
            [(aim, verdict)] => {
                let room = self.bounds.right - self.bounds.left - SIGN;
                let kind = ASIDE.coloured(glyph::word_token(verdict.status));
                let lines = wrap_balanced(&verdict.text, room, kind.measure());
                let width = SIGN + kind.measure().widest(&lines);
                let least = self.bounds.left + width / 2.0;
                let middle = (self.middle(aim)).min(self.bounds.right - width / 2.0).max(least);
                let left = middle - width / 2.0;
                let y = top + 3.0 + VERDICT_LINE / 2.0;
                canvas.mark(&aim.interaction, |canvas| {
                    glyph::draw(canvas, verdict.status, (left + 5.8, y), 5.8);
                    canvas.lines((left + SIGN, y + kind.drop()), &lines, VERDICT_LINE, kind, Anchor::Start);
                });
                top + 3.0 + VERDICT_LINE * lines.len().max(1) as f64
            }
            several => {
                let mut taken = Taken::within(Rect { top, bottom: top + 20.0, ..self.bounds });
                let y = top + 3.0 + VERDICT_LINE / 2.0;
                let with_plans = self.has_plans_below();
                for (aim, verdict) in several {
                    let x = self.middle(aim);
                    if with_plans {
                        let left = x - below(aim) / 2.0;
                        canvas.mark(&aim.interaction, |canvas| {
                            glyph::draw(canvas, verdict.status, (left + 5.8, y), 5.8);
                            let at = (left + SIGN, y + PLAN.drop());
                            canvas.text(at, &aim.plan.label, PLAN, Anchor::Start);
                        });
                    } else if taken.rect(Rect::sized(x - 4.0, y - 4.0, 8.0, 8.0)) {
                        canvas.mark(&aim.interaction, |canvas| {
                            glyph::draw(canvas, verdict.status, (x, y), 5.8);
                        });
                    }
                }
                top + 3.0 + VERDICT_LINE
            }
        }
    }

    /// Where the words of an aim stand under the axis.
    fn middle(&self, aim: &Aim) -> f64 {
        self.times.x(aim.at)
    }
}
