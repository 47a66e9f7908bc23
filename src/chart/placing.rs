//! Collision avoidance for labels: which places of a plot are taken by words and marks already.

use super::canvas::{PAD, WIDTH};
use super::paint::{Anchor, Point, Rect, Type};

/// The boxes taken so far, and the bounds of the free ones.
#[derive(Debug)]
pub(super) struct Taken {
    bounds: Rect,
    boxes: Vec<Rect>,
    lines: Vec<Rect>,
}

impl Taken {
    /// Nothing is taken between these heights.
    pub(super) fn between(top: f64, bottom: f64) -> Self {
        Self::within(Rect { left: PAD / 2.0, top, right: WIDTH - PAD / 2.0, bottom })
    }

    /// Nothing is taken inside these bounds.
    pub(super) fn within(bounds: Rect) -> Self {
        Self { bounds, boxes: Vec::new(), lines: Vec::new() }
    }

    /// A mark stands here, whatever else does.
    pub(super) fn block(&mut self, rect: Rect) {
        self.boxes.push(rect);
    }

    /// A line runs here, which words had better leave free.
    pub(super) fn run_line(&mut self, from: Point, to: Point) {
        const STEP: f64 = 4.0;
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let steps = (length / STEP).ceil().clamp(1.0, 200.0);
        for step in 0..=steps as usize {
            let share = step as f64 / steps;
            let at = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            self.lines.push(Rect::sized(at.0 - 0.5, at.1 - 0.5, 1.0, 1.0));
        }
    }

    /// Takes the place of a line of text on this baseline, unless it is taken or outside.
    pub(super) fn text(&mut self, at: Point, text: &str, kind: Type, anchor: Anchor) -> bool {
        let rect = text_box(at, text, kind, anchor);
        self.rect(rect)
    }

    /// The place among some that is free for a line of text and lies over the fewest lines, the first of those alike;
    /// it is then taken.
    pub(super) fn first_free(
        &mut self,
        places: &[(Point, Anchor)],
        text: &str,
        kind: Type,
    ) -> Option<(Point, Anchor)> {
        let rect = |place: &(Point, Anchor)| text_box(place.0, text, kind, place.1);
        let crossed = |place: &&(Point, Anchor)| {
            let rect = rect(place);
            self.lines.iter().filter(|line| overlap(&rect, line)).count()
        };
        let found = *places.iter().filter(|place| self.is_free(&rect(place))).min_by_key(crossed)?;
        self.boxes.push(rect(&found));
        Some(found)
    }

    fn is_free(&self, rect: &Rect) -> bool {
        let bounds = &self.bounds;
        let inside = rect.left >= bounds.left
            && rect.right <= bounds.right
            && rect.top >= bounds.top
            && rect.bottom <= bounds.bottom;
        inside && self.boxes.iter().all(|other| !overlap(rect, other))
    }

    /// Takes a box, unless it is taken or outside.
    pub(super) fn rect(&mut self, rect: Rect) -> bool {
        let free = self.is_free(&rect);
        if free {
            self.boxes.push(rect);
        }
        free
    }
}

fn text_box(at: Point, text: &str, kind: Type, anchor: Anchor) -> Rect {
    let width = kind.measure().width(text);
    let left = match anchor {
        Anchor::Start => at.0,
        Anchor::Middle => at.0 - width / 2.0,
        Anchor::End => at.0 - width,
    };
    Rect { left, top: at.1 - kind.size * 0.85, right: left + width, bottom: at.1 + kind.size * 0.2 }
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one.left < other.right + 3.0
        && other.left < one.right + 3.0
        && one.top < other.bottom
        && other.top < one.bottom
}
