//! Markdown text → a small immutable document tree with places in the file.
//!
//! ```text
//! file ─ split_front_matter ─▶ body ─ parse ─▶ Markup { blocks, faults }
//!                                                 │
//!                    load: references(), numbers() │ site, brief: blocks → HTML, print
//! ```
//!
//! The language is `CommonMark` with tables, footnotes and `~~strikethrough~~`, and with
//! emphasis that works beside CJK characters. Raw HTML is text; there are no heading
//! attributes, no typographic replacements, no templates. Every link target passes the
//! allow-list of [`Target::parse`]; what it refuses stays in the tree as [`Target::Refused`]
//! and is a fault. Any text gives a tree: parsing neither fails nor panics.
//!
//! Absent on purpose: whether a reference leads anywhere (`load`), and every kind of output.

mod build;
mod build_inlines;
mod cjk;
mod emphasis;
mod front_matter;
mod number_words;
mod numbers;
mod reference;
mod running;
mod scan;
mod slug;
mod target;
mod tree;
mod walk;

pub use cjk::is_cjk;
pub use front_matter::split_front_matter;
pub use numbers::NumberSpot;
pub use reference::{FigureRef, RefFault, VerdictRef};
pub use target::{Target, TargetFault};
pub use tree::{Align, Block, Cell, Image, Inline, Item, Markup, MarkupFault, MarkupFaultKind};
pub use walk::{Reference, plain_text, walk};

use emphasis::Prepared;

/// How deep blocks and inlines may stand within each other.
pub const DEEPEST: usize = 64;

/// Parses a body that begins `base` bytes into its file. A BOM at the file's start is passed
/// over. What is wrong is in [`Markup::faults`].
pub fn parse(body: &str, base: usize) -> Markup {
    let (body, base) = match body.strip_prefix('\u{FEFF}') {
        Some(rest) if base == 0 => (rest, body.len() - rest.len()),
        _ => (body, base),
    };
    let mut markup = build::build(body, base, &Prepared::cjk_friendly(body));
    markup.faults.extend(control_characters(body, base));
    markup.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    markup
}

/// One fault for each run of control characters that text does not need.
fn control_characters(body: &str, base: usize) -> Vec<MarkupFault> {
    let mut faults: Vec<MarkupFault> = Vec::new();
    let unwanted = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    for (at, c) in body.char_indices().filter(|(_, c)| unwanted(*c)) {
        let span = base + at..base + at + c.len_utf8();
        match faults.last_mut() {
            Some(last) if last.span.end == span.start => last.span.end = span.end,
            _ => faults.push(MarkupFault { kind: MarkupFaultKind::ControlCharacter(c), span }),
        }
    }
    faults
}

#[cfg(test)]
mod tests;
