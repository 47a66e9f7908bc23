//! One series on its scales: axis, lines, points, and the words under the axis.

use super::aims;
use super::figures::{self, Published};
use super::scale::{Heights, Times, values};
use crate::chart::canvas::Canvas;
use crate::chart::glyph;
use crate::chart::paint::{ASIDE, Anchor, FIGURE, PLAN, Point, Rect, Stroke, Type};
use crate::chart::placing::Taken;
use crate::chart::spec::{Aim, Series, TrendPoint};
use crate::chart::token::Token;
use crate::chart::wrap::wrap_balanced;

/// A lone point has no course.
const LONE_HEIGHT: f64 = 40.0;
/// Room for words over the highest point.
const HEAD: f64 = 26.0;
const YEAR: Type = Type::plain(13.2, Token::Ink);
const YEAR_LINE: f64 = 17.0;
const SIGN: f64 = 16.0;
const VERDICT_LINE: f64 = 15.0;

/// How large a plot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Full,
    /// One of several.
    Small,
}

impl Size {
    fn height(self) -> f64 {
        match self {
            Self::Full => 134.0,
            Self::Small => 78.0,
        }
    }
}

/// A series with its scales.
pub(super) struct Plot<'a> {
    pub(super) series: &'a Series,
    pub(super) gap: &'a str,
    pub(super) points: Vec<&'a TrendPoint>,
    pub(super) published: Vec<Published<'a>>,
    pub(super) times: Times,
    pub(super) heights: Heights,
    /// The plot without the room for words at its sides.
    pub(super) area: Rect,
    /// What words may fill.
    pub(super) bounds: Rect,
    size: Size,
}

/// True if the words of a series have room in so narrow a plot.
pub(super) fn fits(series: &Series, width: f64) -> bool {
    let figures = series.points.iter().filter_map(|point| point.value.as_ref());
    let figures = figures.map(|value| FIGURE.measure().width(&value.label));
    let plans = series.aims.iter().map(|aim| PLAN.measure().width(&aim.plan.label));
    let widest = figures.chain(plans).fold(0.0, f64::max);
    let published = series.points.iter().filter(|point| point.value.is_some()).count();
    widest * 2.0 + 30.0 <= width && published <= 5 && series.aims.len() <= 5
}

impl<'a> Plot<'a> {
    /// None of a series without any time.
    pub(super) fn of(series: &'a Series, gap: &'a str, bounds: Rect, size: Size) -> Option<Self> {
        let mut points: Vec<&TrendPoint> = series.points.iter().collect();
        points.sort_by_key(|point| point.at);
        points.dedup_by_key(|point| point.at);
        let published: Vec<Published<'a>> = points.iter().filter_map(|point| Published::of(point)).collect();
        let is_lone = published.len() < 2 && series.aims.is_empty() && series.path.is_empty();
        let height = if is_lone { LONE_HEIGHT } else { size.height() };
        let bottom = bounds.top + HEAD + height;
        let (before, after) = sides(series, &published, bounds.right - bounds.left);
        let area =
            Rect { left: bounds.left + before, top: bounds.top + HEAD, right: bounds.right - after, bottom };
        let times = Times::of(series, &area)?;
        let heights = Heights::fit(&values(series), area.top, bottom);
        let bounds = Rect { left: bounds.left - 4.0, right: bounds.right + 4.0, bottom, ..bounds };
        Some(Self { series, gap, points, published, times, heights, area, bounds, size })
    }

    pub(super) fn at(&self, at: i32, value: f64) -> Point {
        (self.times.x(at), self.heights.y(value))
    }

    /// True if what was asked is written under the years.
    pub(super) fn has_plans_below(&self) -> bool {
        let mut places: Vec<(f64, f64)> =
            self.series.aims.iter().map(|aim| (self.times.x(aim.at), below(aim))).collect();
        places.sort_by(|one, other| one.0.total_cmp(&other.0));
        let apart =
            places.windows(2).all(|two| two[1].0 - two[0].0 >= f64::midpoint(two[0].1, two[1].1) + 6.0);
        let (left, right) = (self.bounds.left, self.bounds.right);
        let inside = places.iter().all(|(x, width)| x - width / 2.0 >= left && x + width / 2.0 <= right);
        plans_below(self.series) && apart && inside
    }

    pub(super) fn is_small(&self) -> bool {
        self.size == Size::Small
    }

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

    /// True if another method of counting began between two positions.
    pub(super) fn is_broken(&self, from: i32, to: i32) -> bool {
        self.points.iter().any(|point| point.breaks && from < point.at && point.at <= to)
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

/// True if different things are asked of different times, each with how it stands.
fn plans_below(series: &Series) -> bool {
    let aims = &series.aims;
    let differ = aims.windows(2).any(|two| two[0].plan != two[1].plan);
    differ && aims.iter().all(|aim| aim.from.is_none() && aim.verdict.is_some())
}

/// The width of what was asked behind its glyph.
fn below(aim: &Aim) -> f64 {
    SIGN + PLAN.measure().width(&aim.plan.label)
}

/// The room that words need left of the first point and right of the last.
fn sides(series: &Series, published: &[Published<'_>], width: f64) -> (f64, f64) {
    let figure =
        |one: Option<&Published<'_>>| one.map_or(0.0, |one| FIGURE.measure().width(&one.value.label));
    let (before, after) = (figure(published.first()), figure(published.last()));
    let ends = published.first().zip(published.last()).map(|(first, last)| (first.point.at, last.point.at));
    let plan = series.aims.iter().max_by_key(|aim| aim.at);
    let plan_width = plan.map_or(0.0, |aim| PLAN.measure().width(&aim.plan.label));
    let latest = ends.is_none_or(|(_, last)| plan.is_some_and(|aim| aim.at > last));
    // Of what ends the plot the words stand beside it, unless they fill it.
    let plan_width = if plans_below(series) { 0.0 } else { plan_width };
    let after = if latest { plan_width } else { after.max(plan_width) };
    let room = width * 0.56;
    let earliest = series.path.first().map(|(at, _)| *at);
    let starts = ends.is_some_and(|(first, _)| earliest.is_none_or(|at| first <= at));
    let before = if starts && published.len() > 1 { before } else { 0.0 };
    let (before, after) = (before + 14.0, after + 14.0);
    let half_year = |label: Option<&str>| label.map_or(0.0, |label| YEAR.measure().width(label) / 2.0 - 4.0);
    let year = half_year(published.first().map(|one| one.point.label.as_str())).min(24.0);
    if before + after <= room {
        (before.max(year), after.max(20.0))
    } else if after <= room && after <= before {
        (year.max(16.0), after.max(20.0))
    } else if before <= room {
        (before.max(year), 24.0)
    } else {
        (year.max(16.0), 24.0)
    }
}
