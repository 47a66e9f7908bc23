//! Running text as a reader sees it, each character with its place in the file.

use super::seen::{OBJECT, is_held, seen};
use super::target::Target;
use super::tree::{Block, Inline, Markup};
use super::walk::{each_block, runs_of};
use crate::code_points;
use std::ops::Range;

/// One character of running text.
#[derive(Debug, Clone)]
pub(super) struct RunningChar {
    pub(super) c: char,
    /// Its place; a character decoded from a reference has the place of the whole reference.
    pub(super) span: Range<usize>,
    /// Whether it stands in the words of a link that is held against the report: a figure, a promise, something
    /// computed.
    pub(super) bound: bool,
    /// Whether it is drawn in a circle, raised, or as part of a fraction: it may only name something.
    pub(super) dressed: bool,
}

/// One paragraph, heading or cell.
pub(super) struct Running {
    pub(super) marks: Vec<RunningChar>,
    pub(super) heading: bool,
}

impl Markup {
    /// The running texts of the document, in reading order.
    pub(super) fn running(&self) -> Vec<Running> {
        let mut found = Vec::new();
        each_block(&self.blocks, &mut |block| {
            let heading = matches!(block, Block::Heading { .. });
            for run in runs_of(block) {
                let mut marks = Vec::new();
                flatten(run, false, &mut marks);
                found.push(Running { marks, heading });
            }
        });
        found
    }
}

fn flatten(inlines: &[Inline], bound: bool, marks: &mut Vec<RunningChar>) {
    for inline in inlines {
        match inline {
            Inline::Text { text, span } => push_text(text, span, bound, marks),
            Inline::Link { target, children, .. } if is_held(target) => {
                flatten(children, true, marks);
            }
            Inline::Emphasis { children, .. }
            | Inline::Strong { children, .. }
            | Inline::Strikethrough { children, .. } => flatten(children, bound, marks),
            Inline::Link { target, children, .. } if !matches!(target, Target::Task(_)) => {
                flatten(children, bound, marks);
            }
            Inline::SoftBreak { span } | Inline::HardBreak { span } => {
                marks.push(RunningChar { c: '\n', span: span.clone(), bound, dressed: false });
            }
            _ => marks.push(RunningChar { c: OBJECT, span: inline.span(), bound, dressed: false }),
        }
    }
}

fn push_text(text: &str, span: &Range<usize>, bound: bool, marks: &mut Vec<RunningChar>) {
    let verbatim = text.len() == span.len();
    for (at, c) in text.char_indices() {
        let start = span.start + at;
        let span = if verbatim { start..start + c.len_utf8() } else { span.clone() };
        // A raised digit behind a letter is of a unit or a formula: m², CO₂.
        let of_letter = marks.last().is_some_and(|mark| mark.c.is_ascii_alphabetic());
        if let Some(number) = code_points::dressed(c).filter(|_| !of_letter) {
            let digit = |c| RunningChar { c, span: span.clone(), bound, dressed: true };
            marks.extend(number.chars().map(digit));
        } else {
            marks.extend(seen(c).map(|c| RunningChar { c, span, bound, dressed: false }));
        }
    }
}
