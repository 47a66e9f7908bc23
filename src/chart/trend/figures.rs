//! What was published: points with their figures, and the lines that connect them.

use super::plot::Plot;
use super::scale::{Published, Reading, signed};
use crate::chart::canvas::Canvas;
use crate::chart::paint::{ASIDE, Anchor, FIGURE, Fill, Point, Rect, Stroke};
use crate::chart::placing::Taken;
use crate::chart::spec::Coverage;
use crate::chart::token::Token;

/// Connects the points that may be compared: dashed over times without a figure.
pub(super) fn lines(plot: &Plot<'_>, canvas: &mut Canvas, taken: &mut Taken) {
    for (from, to, dashed) in connected(plot) {
        let stroke =
            if dashed { Stroke::dashed(Token::Earlier, 2.0) } else { Stroke::solid(Token::Actual, 2.6) };
        canvas.line(from, to, stroke);
        taken.run_line(from, to);
    }
}

/// The ends of each line, and whether it is dashed.
fn connected(plot: &Plot<'_>) -> Vec<(Point, Point, bool)> {
    let mut all = Vec::new();
    let mut before: Option<(&Published<'_>, f64)> = None;
    let mut is_gap = false;
    for one in &plot.published {
        is_gap |= one.point.after_gap;
        let Some(value) = one.reading.point() else {
            // Through a range no line leads.
            is_gap = true;
            continue;
        };
        if let Some((from, level)) = before
            && !plot.is_broken(from.point.at, one.point.at)
        {
            all.push((plot.at(from.point.at, level), plot.at(one.point.at, value), is_gap));
        }
        (before, is_gap) = (Some((one, value)), false);
    }
    all
}

/// Takes the places of the marks.
pub(super) fn block(plot: &Plot<'_>, taken: &mut Taken) {
    for one in &plot.published {
        let (x, y) = plot.at(one.point.at, one.reading.top());
        match one.reading {
            Reading::Point(_) => taken.block(Rect::sized(x - 3.0, y - 3.0, 6.0, 6.0)),
            Reading::Open(_) => {
                taken.block(Rect { left: x - 4.0, top: y - 18.0, right: x + 4.0, bottom: y + 3.0 });
            }
            Reading::Between(low, _) => {
                let foot = plot.at(one.point.at, low).1;
                taken.block(Rect { left: x - 3.0, top: y, right: x + 3.0, bottom: foot });
            }
        }
        if let Some((low, high)) = one.point.margin {
            let (top, bottom) = (plot.at(one.point.at, signed(high)).1, plot.at(one.point.at, signed(low)).1);
            taken.block(Rect { left: x - 2.0, top, right: x + 2.0, bottom });
        }
    }
}

/// Draws the points with their figures; the ends first, so that figures between give way to them.
pub(super) fn draw(plot: &Plot<'_>, canvas: &mut Canvas, taken: &mut Taken) {
    let last = plot.published.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..plot.published.len()).collect();
    order.sort_by_key(|index| *index != 0 && *index != last);
    for index in order {
        let one = &plot.published[index];
        canvas.mark(&one.point.interaction, |canvas| {
            mark(plot, canvas, one);
            let places = places(plot, index, last);
            if let Some((at, anchor)) = taken.first_free(&places, &one.value.label, FIGURE) {
                canvas.text(at, &one.value.label, FIGURE, anchor);
            }
        });
    }
}

fn mark(plot: &Plot<'_>, canvas: &mut Canvas, one: &Published<'_>) {
    let radius = if plot.is_small() || plot.published.len() > 12 { 4.0 } else { 5.0 };
    let ring = Stroke::solid(Token::Actual, 1.6);
    let unproven = Stroke::dotted(Token::Actual, 1.6);
    let at = |value: f64| plot.at(one.point.at, value);
    if let Some((low, high)) = one.point.margin {
        let (low, high) = (at(signed(low)), at(signed(high)));
        canvas.line(low, high, Stroke::solid(Token::Actual, 1.4));
        for (x, y) in [low, high] {
            canvas.line((x - 4.0, y), (x + 4.0, y), Stroke::solid(Token::Actual, 1.4));
        }
    }
    match one.reading {
        Reading::Point(value) => {
            let centre = at(value);
            match one.value.coverage {
                _ if one.point.hollow => {
                    canvas.circle(centre, radius - 0.8, Fill::Token(Token::Paper), Some(ring));
                }
                Coverage::Full => canvas.circle(centre, radius, Fill::Token(Token::Actual), None),
                Coverage::Earlier | Coverage::NotComparable => {
                    canvas.circle(centre, radius, Fill::Token(Token::Earlier), None);
                }
                Coverage::Part => {}
            }
            if one.value.coverage == Coverage::Part {
                canvas.circle(centre, radius - 0.8, Fill::Token(Token::Paper), Some(ring));
                canvas.half_disc(centre, radius - 0.8, Fill::Token(Token::Actual));
            }
        }
        Reading::Open(value) => {
            let (x, y) = at(value);
            canvas.polyline(&[(x - 4.0, y - 14.0), (x, y - 18.0), (x + 4.0, y - 14.0)], ring);
            canvas.line((x, y), (x, y - 17.0), unproven);
            canvas.circle((x, y), radius - 0.8, Fill::Token(Token::Paper), Some(ring));
        }
        Reading::Between(low, high) => {
            let (foot, head) = (at(low), at(high));
            canvas.line(foot, head, unproven);
            canvas.line((head.0 - 5.0, head.1), (head.0 + 5.0, head.1), ring);
            if low != 0.0 {
                canvas.line((foot.0 - 5.0, foot.1), (foot.0 + 5.0, foot.1), ring);
            }
        }
    }
}

/// Where the figure of a point may stand, the best place first, so that no line runs through it.
fn places(plot: &Plot<'_>, index: usize, last: usize) -> Vec<(Point, Anchor)> {
    let one = &plot.published[index];
    let (x, y) = plot.at(one.point.at, one.reading.top());
    let high = one.point.margin.map_or(y, |(_, high)| plot.at(one.point.at, signed(high)).1);
    let low = one.point.margin.map_or(y, |(low, _)| plot.at(one.point.at, signed(low)).1);
    let high = if matches!(one.reading, Reading::Open(_)) { high.min(y - 18.0) } else { high };
    let left = ((x - 9.0, y + FIGURE.drop()), Anchor::End);
    let right = ((x + 9.0, y + FIGURE.drop()), Anchor::Start);
    let above = ((x, high - 10.0), Anchor::Middle);
    let below = ((x, low + 20.0), Anchor::Middle);
    let around = [
        ((x + 2.0, high - 9.0), Anchor::End),
        ((x - 2.0, high - 9.0), Anchor::Start),
        ((x + 2.0, low + 20.0), Anchor::End),
        ((x - 2.0, low + 20.0), Anchor::Start),
    ];
    let level = |other: Option<&Published<'_>>| {
        other.and_then(|other| other.reading.point()).map_or(y, |value| plot.at(0, value).1)
    };
    let before = level(index.checked_sub(1).and_then(|at| plot.published.get(at)));
    let after = level(plot.published.get(index + 1));
    // A valley has its figure below, all else above.
    let is_valley = before < y && after < y;
    let mut all = Vec::new();
    if last > 0 && index == last {
        all.push(right);
    } else if last > 0 && index == 0 {
        all.push(left);
    }
    if is_valley {
        all.extend([below, above]);
    } else {
        all.extend([above, below]);
    }
    all.extend(around);
    all.extend([
        ((x, high - 25.0), Anchor::Middle),
        ((x, low + 35.0), Anchor::Middle),
        right,
        left,
        ((x + 2.0, high - 25.0), Anchor::End),
        ((x - 2.0, high - 25.0), Anchor::Start),
        ((x, high - 40.0), Anchor::Middle),
    ]);
    all
}

/// Says at the longest dashed line that its times are unpublished, on the side that it leaves free.
pub(super) fn gap_words(plot: &Plot<'_>, canvas: &mut Canvas, taken: &mut Taken) {
    let longest = connected(plot)
        .into_iter()
        .filter(|(.., dashed)| *dashed)
        .max_by(|one, other| (one.1.0 - one.0.0).total_cmp(&(other.1.0 - other.0.0)));
    let Some((from, to, _)) = longest.filter(|_| !plot.gap.is_empty()) else { return };
    let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
    let falls = to.1 >= from.1;
    let (side, anchor) = if falls { (8.0, Anchor::Start) } else { (-8.0, Anchor::End) };
    let places = [
        ((middle.0 + side, middle.1 - 8.0), anchor),
        ((middle.0, middle.1 - 10.0), Anchor::Middle),
        ((middle.0, middle.1 + 20.0), Anchor::Middle),
    ];
    if let Some((at, anchor)) = taken.first_free(&places, plot.gap, ASIDE) {
        canvas.text(at, plot.gap, ASIDE, anchor);
    }
}
