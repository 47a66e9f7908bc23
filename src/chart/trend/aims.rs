//! What was planned: the way, and a mark with its label for each time that was asked.

use super::plot::Plot;
use super::scale::{ends, signed};
use crate::chart::canvas::Canvas;
use crate::chart::paint::{Anchor, Fill, PLAN, Point, Rect, Stroke};
use crate::chart::placing::Taken;
use crate::chart::spec::{Aim, PlanKind};
use crate::chart::token::Token;

/// Half the length of a mark for one time.
const HALF: f64 = 13.0;

/// Neighbours that ask the same are one mark with one label.
struct Run<'a> {
    /// The last of them.
    aim: &'a Aim,
    from: f64,
    to: f64,
}

fn runs<'a>(plot: &Plot<'a>) -> Vec<Run<'a>> {
    let mut aims: Vec<&Aim> = plot.series.aims.iter().collect();
    aims.sort_by_key(|aim| aim.at);
    let nearest = aims.windows(2).map(|two| plot.times.x(two[1].at) - plot.times.x(two[0].at));
    let half = (nearest.fold(f64::INFINITY, f64::min) / 2.0 - 2.0).clamp(4.0, HALF);
    let mut runs: Vec<Run<'a>> = Vec::new();
    for aim in aims {
        let x = plot.times.x(aim.at);
        let (from, to) = match aim.from {
            Some(from) => (plot.times.x(from).min(x), plot.times.x(from).max(x)),
            None => (x - half, x + half),
        };
        match runs.last_mut() {
            Some(last) if last.aim.plan == aim.plan && aim.from.is_none() && last.aim.from.is_none() => {
                (last.aim, last.to) = (aim, to);
            }
            _ => runs.push(Run { aim, from, to }),
        }
    }
    runs
}

/// Planned ranges, under everything else.
pub(super) fn bands(plot: &Plot<'_>, canvas: &mut Canvas) {
    for run in runs(plot) {
        if let PlanKind::Range { .. } = run.aim.plan.kind {
            canvas.rect(band(plot, &run), Fill::Token(Token::Band), Some(Stroke::solid(Token::Plan, 1.2)));
        }
    }
}

fn band(plot: &Plot<'_>, run: &Run<'_>) -> Rect {
    let (low, high) = ends(run.aim.plan.kind);
    Rect { left: run.from, top: plot.heights.y(high), right: run.to, bottom: plot.heights.y(low) }
}

/// The way that was planned, thinner than what was reached.
pub(super) fn path(plot: &Plot<'_>, canvas: &mut Canvas, taken: &mut Taken) {
    let mut corners: Vec<(i32, f64)> = plot.series.path.clone();
    corners.sort_by_key(|(at, _)| *at);
    let points: Vec<Point> = corners.iter().map(|(at, value)| plot.at(*at, signed(*value))).collect();
    if points.len() < 2 {
        return;
    }
    canvas.polyline(&points, Stroke::solid(Token::Plan, 1.2));
    for pair in points.windows(2) {
        taken.run_line(pair[0], pair[1]);
    }
}

/// A mark for each that was asked: a heavy line for a least or a most, a box for just so much.
pub(super) fn lines(plot: &Plot<'_>, canvas: &mut Canvas, taken: &mut Taken) {
    for run in runs(plot) {
        let y = plot.heights.y(ends(run.aim.plan.kind).1);
        canvas.mark(&run.aim.interaction, |canvas| match run.aim.plan.kind {
            PlanKind::Exact(_) => {
                let rect = Rect { left: run.from, top: y - 3.5, right: run.to, bottom: y + 3.5 };
                canvas.rect(rect, Fill::None, Some(Stroke::solid(Token::Plan, 1.5)));
            }
            PlanKind::Minimum(_) | PlanKind::Maximum(_) => {
                canvas.line((run.from, y), (run.to, y), Stroke::solid(Token::Plan, 2.4));
                if let PlanKind::Maximum(_) = run.aim.plan.kind {
                    for x in [run.from + 0.8, run.to - 0.8] {
                        canvas.line((x, y), (x, y + 6.0), Stroke::solid(Token::Plan, 1.6));
                    }
                }
            }
            // It has been drawn.
            PlanKind::Range { .. } => {}
        });
        let (top, bottom) = match run.aim.plan.kind {
            PlanKind::Range { .. } => {
                let band = band(plot, &run);
                (band.top, band.bottom)
            }
            PlanKind::Maximum(_) => (y - 1.5, y + 6.0),
            PlanKind::Minimum(_) => (y - 1.5, y + 1.5),
            PlanKind::Exact(_) => (y - 4.0, y + 4.0),
        };
        if let PlanKind::Range { .. } = run.aim.plan.kind {
            taken.run_line((run.from, top), (run.to, top));
            taken.run_line((run.from, bottom), (run.to, bottom));
            taken.run_line((run.from, top), (run.from, bottom));
            taken.run_line((run.to, top), (run.to, bottom));
        } else {
            taken.block(Rect { left: run.from + 3.0, top, right: run.to - 3.0, bottom });
        }
    }
    if let Some(needed) = &plot.series.needed {
        let (from, to) = span(plot, needed);
        let y = plot.heights.y(ends(needed.plan.kind).1);
        canvas.line((from, y), (to, y), Stroke::dashed(Token::Plan, 1.8));
        taken.block(Rect { left: from, top: y - 1.5, right: to, bottom: y + 1.5 });
    }
}

fn span(plot: &Plot<'_>, aim: &Aim) -> (f64, f64) {
    let to = plot.times.x(aim.at);
    let from = aim.from.map_or(to - HALF, |from| plot.times.x(from));
    (from.min(to - HALF), from.max(to))
}

/// Writes what was asked beside its mark.
pub(super) fn labels(plot: &Plot<'_>, canvas: &mut Canvas, taken: &mut Taken) {
    let all = if plot.has_plans_below() { Vec::new() } else { runs(plot) };
    // The last is what all leads up to.
    for run in all.iter().rev() {
        let (low, high) = ends(run.aim.plan.kind);
        let (top, bottom) = (plot.heights.y(high), plot.heights.y(low));
        label(plot, canvas, taken, &run.aim.plan.label, (run.from, run.to), (top, bottom));
    }
    if let Some(needed) = &plot.series.needed {
        let y = plot.heights.y(ends(needed.plan.kind).1);
        label(plot, canvas, taken, &needed.plan.label, span(plot, needed), (y, y));
    }
}

fn label(
    plot: &Plot<'_>,
    canvas: &mut Canvas,
    taken: &mut Taken,
    words: &str,
    (from, to): (f64, f64),
    (top, bottom): (f64, f64),
) {
    let middle = f64::midpoint(from, to);
    let edge = plot.bounds.right - 4.0;
    let beside = f64::midpoint(top, bottom) + PLAN.drop();
    let (over, under) = (top - 7.0, bottom + 19.0);
    let mut places = vec![
        ((to + 5.0, beside), Anchor::Start),
        ((middle, over), Anchor::Middle),
        ((middle, under), Anchor::Middle),
        ((to, over), Anchor::End),
        ((from, over), Anchor::Start),
        ((to, under), Anchor::End),
        ((from, under), Anchor::Start),
        ((from - 5.0, beside), Anchor::End),
        ((middle, over - 15.0), Anchor::Middle),
        ((middle, under + 15.0), Anchor::Middle),
    ];
    // Wider than what is free on both sides: it ends with the drawing, near its mark all the same.
    if edge - to < PLAN.measure().width(words) {
        places.extend([
            ((edge, over), Anchor::End),
            ((edge, under), Anchor::End),
            ((edge, over - 15.0), Anchor::End),
            ((edge, under + 15.0), Anchor::End),
        ]);
    }
    if let Some((at, anchor)) = taken.first_free(&places, words, PLAN) {
        canvas.text(at, words, PLAN, anchor);
    }
}
