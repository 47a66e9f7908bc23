//! Collision avoidance for labels: which places of a plot are taken by words already.

use super::canvas::{PAD, WIDTH};
use super::paint::{Anchor, Point, Rect, Type};

/// The boxes taken so far, and the bounds of the free ones.
#[derive(Debug)]
pub(super) struct Taken {
    bounds: Rect,
    boxes: Vec<Rect>,
}

impl Taken {
    /// Nothing is taken between these heights.
    pub(super) fn between(top: f64, bottom: f64) -> Self {
        let bounds = Rect { left: PAD / 2.0, top, right: WIDTH - PAD / 2.0, bottom };
        Self { bounds, boxes: Vec::new() }
    }

    /// Takes the place of a line of text on this baseline, unless it is taken or outside.
    pub(super) fn text(&mut self, at: Point, text: &str, kind: Type, anchor: Anchor) -> bool {
        let width = kind.measure().width(text);
        let left = match anchor {
            Anchor::Start => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::End => at.0 - width,
        };
        let rect =
            Rect { left, top: at.1 - kind.size * 0.85, right: left + width, bottom: at.1 + kind.size * 0.2 };
        self.rect(rect)
    }

    /// Takes a box, unless it is taken or outside.
    fn rect(&mut self, rect: Rect) -> bool {
        let bounds = &self.bounds;
        let inside = rect.left >= bounds.left
            && rect.right <= bounds.right
            && rect.top >= bounds.top
            && rect.bottom <= bounds.bottom;
        let free = inside && self.boxes.iter().all(|other| !overlap(&rect, other));
        if free {
            self.boxes.push(rect);
        }
        free
    }
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one.left < other.right + 3.0
        && other.left < one.right + 3.0
        && one.top < other.bottom
        && other.top < one.bottom
}
