//! Which places of a plot are taken by words already.

use super::canvas::{PAD, WIDTH};
use super::paint::{Anchor, Point, Rect, Type};

/// The boxes taken so far.
#[derive(Debug, Default)]
pub(super) struct Taken(Vec<Rect>);

impl Taken {
    /// Takes the place of a line of text on this baseline, unless it is taken or outside.
    pub(super) fn text(&mut self, at: Point, text: &str, kind: Type, anchor: Anchor) -> bool {
        let width = kind.measure().width(text);
        let left = match anchor {
            Anchor::Start => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::End => at.0 - width,
        };
        let rect = Rect {
            left,
            top: at.1 - kind.size * 0.85,
            right: left + width,
            bottom: at.1 + kind.size * 0.2,
        };
        self.rect(rect)
    }

    /// Takes a box, unless it is taken or outside.
    pub(super) fn rect(&mut self, rect: Rect) -> bool {
        let inside = rect.left >= PAD / 2.0 && rect.right <= WIDTH - PAD / 2.0;
        let free = inside && self.0.iter().all(|other| !overlap(&rect, other));
        if free {
            self.0.push(rect);
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
