//! Running text as a reader sees it, each character with its place in the file.

use super::target::Target;
use super::tree::{Block, Inline, Markup};
use super::walk::{each_block, runs_of};
use std::ops::Range;

/// Stands for what is no running text: code, an image, a note, the words of a task link.
pub(super) const OBJECT: char = '\u{FFFC}';

/// One character of running text.
#[derive(Debug, Clone)]
pub(super) struct RunningChar {
    pub(super) c: char,
    /// Its place; a character decoded from a reference has the place of the whole reference.
    pub(super) span: Range<usize>,
    /// Whether it stands in the words of a link that states what the report holds: a figure, a promise, a verdict,
    /// something computed.
    pub(super) bound: bool,
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
            Inline::Link {
                target: Target::Figure(_) | Target::Verdict(_) | Target::Promise(_) | Target::Computed(_),
                children,
                ..
            } => {
                flatten(children, true, marks);
            }
            Inline::Emphasis { children, .. }
            | Inline::Strong { children, .. }
            | Inline::Strikethrough { children, .. } => flatten(children, bound, marks),
            Inline::Link { target, children, .. } if !matches!(target, Target::Task(_)) => {
                flatten(children, bound, marks);
            }
            Inline::SoftBreak { span } | Inline::HardBreak { span } => {
                marks.push(RunningChar { c: '\n', span: span.clone(), bound });
            }
            _ => marks.push(RunningChar { c: OBJECT, span: inline.span(), bound }),
        }
    }
}

fn push_text(text: &str, span: &Range<usize>, bound: bool, marks: &mut Vec<RunningChar>) {
    let verbatim = text.len() == span.len();
    marks.extend(text.char_indices().map(|(at, c)| {
        let start = span.start + at;
        let span = if verbatim { start..start + c.len_utf8() } else { span.clone() };
        RunningChar { c: narrow(c), span, bound }
    }));
}

/// A digit of full width as a plain one: ４２ is 42.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        _ => c,
    }
}
