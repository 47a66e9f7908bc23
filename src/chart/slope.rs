//! Before and after: a line per row between two axes from zero, every end labelled.
//! Many equal rows become a [`dumbbell`](super::dumbbell) each.

use super::canvas::{Canvas, PAD, WIDTH};
use super::dumbbell;
use super::extent::{Extent, Reach};
use super::paint::{ASIDE, Anchor, Fill, NAME, Point, Stroke, Type};
use super::spec::{Slope, SlopeRow, Value};
use super::token::Token;

const HEIGHT: f64 = 176.0;
const LABEL_STEP: f64 = 16.0;
const LABEL_GAP: f64 = 15.0;
/// Lines need this much room between the axes.
const NARROWEST: f64 = 80.0;
const MOST_LINES: usize = 8;

/// Draws below `top` and returns where the plot ends.
pub(super) fn draw(canvas: &mut Canvas, spec: &Slope, top: f64) -> f64 {
    if spec.rows.is_empty() {
        return top;
    }
    match Lines::fit(spec) {
        Some(lines) => lines.draw(canvas, top),
        None => dumbbell::draw(canvas, spec, top),
    }
}

/// The value at the end of the scale.
pub(super) fn axis(spec: &Slope) -> f64 {
    let values = spec.rows.iter().flat_map(|row| [row.before.as_ref(), row.after.as_ref()]).flatten();
    Extent::axis(values.map(Extent::of), std::iter::empty())
}

/// One row whose two figures are known.
struct SlopeLine<'a> {
    row: &'a SlopeRow,
    before: &'a Value,
    after: &'a Value,
}

impl SlopeLine<'_> {
    fn kind(&self) -> Type {
        if self.row.main { NAME } else { ASIDE }
    }

    fn after_words(&self) -> String {
        format!("{} {}", self.after.label, self.row.name)
    }
}

struct Lines<'a> {
    spec: &'a Slope,
    drawn: Vec<SlopeLine<'a>>,
    left: f64,
    right: f64,
    max: f64,
}

impl<'a> Lines<'a> {
    fn fit(spec: &'a Slope) -> Option<Self> {
        let few = spec.rows.len() < 3 || spec.rows.iter().any(|row| row.main);
        if !few || spec.rows.len() > MOST_LINES {
            return None;
        }
        let mut lines = Vec::with_capacity(spec.rows.len());
        for row in &spec.rows {
            let (before, after) = (row.before.as_ref()?, row.after.as_ref()?);
            let proven = [before, after].into_iter().all(|value| Extent::of(value).reach == Reach::None);
            if !proven {
                return None;
            }
            lines.push(SlopeLine { row, before, after });
        }
        let widest = |words: fn(&SlopeLine<'a>) -> String| {
            lines.iter().map(|line| line.kind().measure().width(&words(line))).fold(0.0, f64::max)
        };
        let left = PAD
            + widest(|line| line.before.label.clone()).max(NAME.measure().width(&spec.before) / 2.0)
            + LABEL_GAP;
        let right = WIDTH
            - PAD
            - widest(SlopeLine::after_words).max(NAME.measure().width(&spec.after) / 2.0)
            - LABEL_GAP;
        let headings = NAME.measure().width(&spec.before) + NAME.measure().width(&spec.after);
        let wide_enough = right - left >= NARROWEST.max(headings / 2.0 + 10.0);
        // A wide drawing of two axes is no better than one of moderate width.
        let right = right.min(left + 190.0);
        wide_enough.then(|| Self { spec, left, right, max: axis(spec), drawn: lines })
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let upper = top + 24.0;
        let base = upper + 14.0 + HEIGHT;
        let y = |value: &Value| base - HEIGHT * Extent::of(value).solid / self.max;
        let axis = Stroke::solid(Token::Axis, 1.0);
        canvas.group("axis", |canvas| {
            canvas.polyline(
                &[(self.left, upper), (self.left, base), (self.right, base), (self.right, upper)],
                axis,
            );
            canvas.text((self.left, upper - 7.0), &self.spec.before, NAME, Anchor::Middle);
            canvas.text((self.right, upper - 7.0), &self.spec.after, NAME, Anchor::Middle);
        });
        let limits = (upper + 4.0, base);
        let levels = |end: fn(&SlopeLine<'a>) -> &'a Value| -> Vec<f64> {
            self.drawn.iter().map(|line| y(end(line))).collect()
        };
        let mut before = levels(|line| line.before);
        // Zero keeps its place, and the figures give way, unless one of them is zero.
        if before.iter().all(|level| base - level > 2.0) {
            before.push(base);
            let at = (self.left - 8.0, base + ASIDE.drop());
            canvas.text(at, &self.spec.zero, ASIDE, Anchor::End);
        }
        let before = spread(&before, limits);
        let after = spread(&levels(|line| line.after), limits);
        // The main row is drawn last, over the others.
        let mut order: Vec<usize> = (0..self.drawn.len()).collect();
        order.sort_by_key(|index| self.drawn[*index].row.main);
        canvas.group("marks", |canvas| {
            for index in order {
                let line = &self.drawn[index];
                let ends = [(self.left, y(line.before)), (self.right, y(line.after))];
                canvas.mark(&line.row.interaction, |canvas| {
                    line.draw(canvas, ends, [before[index], after[index]]);
                });
            }
        });
        base + 4.0
    }
}

impl SlopeLine<'_> {
    fn draw(&self, canvas: &mut Canvas, ends: [Point; 2], labels: [f64; 2]) {
        let (token, width, radius) =
            if self.row.main { (Token::Actual, 3.2, 5.0) } else { (Token::Earlier, 1.8, 3.2) };
        let [from, to] = ends;
        canvas.line(from, to, Stroke::solid(token, width));
        canvas.circle(from, radius, Fill::Token(token), None);
        canvas.circle(to, radius, Fill::Token(token), None);
        leader(canvas, from, labels[0], -1.0);
        leader(canvas, to, labels[1], 1.0);
        let kind = self.kind();
        canvas.text((from.0 - LABEL_GAP, labels[0] + kind.drop()), &self.before.label, kind, Anchor::End);
        canvas.text((to.0 + LABEL_GAP, labels[1] + kind.drop()), &self.after_words(), kind, Anchor::Start);
    }
}

/// A hairline from a point to its displaced label.
fn leader(canvas: &mut Canvas, point: Point, label: f64, side: f64) {
    if (label - point.1).abs() > 2.0 {
        let points =
            [(point.0 + 4.0 * side, point.1), (point.0 + 9.0 * side, label), (point.0 + 12.0 * side, label)];
        canvas.polyline(&points, Stroke::solid(Token::Axis, 0.8));
    }
}

/// Moves positions apart, in their order, within limits.
fn spread(positions: &[f64], limits: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by(|one, other| positions[*one].total_cmp(&positions[*other]));
    let mut placed = positions.to_vec();
    let mut last = limits.0 - LABEL_STEP;
    for index in &order {
        placed[*index] = placed[*index].max(last + LABEL_STEP);
        last = placed[*index];
    }
    let mut next = limits.1 + LABEL_STEP;
    for index in order.iter().rev() {
        placed[*index] = placed[*index].min(next - LABEL_STEP);
        next = placed[*index];
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_labels_keep_order_and_distance() {
        let placed = spread(&[100.0, 101.0, 99.0, 176.0], (0.0, 176.0));
        assert!(placed[2] < placed[0] && placed[0] < placed[1] && placed[1] < placed[3]);
        assert!(placed[0] - placed[2] >= LABEL_STEP - 1e-9 && placed[1] - placed[0] >= LABEL_STEP - 1e-9);
        assert!(placed.iter().all(|at| (0.0..=176.0).contains(at)));
    }
}
