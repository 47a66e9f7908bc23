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
//! ```text
//! nesting                what is nested too deep is refused before it is parsed
//! front_matter, build    head and body; events → tree, with emphasis, slug (ids of headings), notes (footnotes)
//! target, address        where a link leads; the allow-list for addresses outside
//! reference, computed    links that name a figure, a verdict, a computation
//! running, around, seen  text as a reader sees it, with its places; what stands beside a link
//! numbers, number_words, characters   numbers in running text
//! ```
//!
//! Absent on purpose: whether a reference leads anywhere (`load`), and every kind of output.

mod address;
mod around;
mod build;
mod build_inlines;
mod characters;
mod cjk;
mod computed;
mod emphasis;
mod front_matter;
mod nesting;
mod notes;
mod number_words;
mod numbers;
mod reference;
mod running;
mod scan;
mod seen;
mod slug;
mod target;
mod tree;
mod walk;

pub use address::{AddressFault, outward_address, web_address};
pub use around::Around;
pub use cjk::{is_cjk, joins};
pub use computed::{ComputedRef, CountRef};
pub use front_matter::split_front_matter;
pub use notes::DEEPEST_NOTE;
pub use numbers::NumberSpot;
pub use reference::{FigureRef, OfWhom, RefFault, VerdictRef};
pub use target::{Target, TargetFault};
pub use tree::{Align, Block, Cell, DEEPEST, Image, Inline, Item, Markup, MarkupFault, MarkupFaultKind};
pub use walk::{Reference, plain_text, walk};

use crate::code_points::is_unwanted;
use emphasis::Prepared;
use std::ops::Range;

/// Parses a body that begins `base` bytes into its file. A BOM at the file's start is passed
/// over. What is wrong is in [`Markup::faults`].
pub fn parse(body: &str, base: usize) -> Markup {
    let (body, base) = match body.strip_prefix('\u{FEFF}') {
        Some(rest) if base == 0 => (rest, body.len() - rest.len()),
        _ => (body, base),
    };
    if let Some(deep) = nesting::too_deep(body) {
        return nesting::unread(body, base, deep);
    }
    let mut markup = build::build(body, base, &Prepared::cjk_friendly(body));
    let written = control_characters(body, base);
    let decoded = decoded_characters(&markup);
    // What stands there as it is need not be named again by the words that hold it.
    let decoded = decoded.into_iter().filter(|fault| {
        let first = written.partition_point(|known| known.span.start < fault.span.start);
        written.get(first).is_none_or(|known| known.span.end > fault.span.end)
    });
    markup.faults.extend(decoded.collect::<Vec<_>>());
    let notes = notes::faults(&markup);
    markup.faults.extend(notes);
    markup.faults.extend(written);
    markup.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    markup
}

/// One fault for each run of control characters that text does not need.
fn control_characters(body: &str, base: usize) -> Vec<MarkupFault> {
    let mut faults: Vec<MarkupFault> = Vec::new();
    for (at, c) in body.char_indices().filter(|(_, c)| is_unwanted(*c)) {
        let span = base + at..base + at + c.len_utf8();
        match faults.last_mut() {
            Some(last) if last.span.end == span.start => last.span.end = span.end,
            _ => faults.push(MarkupFault { kind: MarkupFaultKind::ControlCharacter(c), span }),
        }
    }
    faults
}

/// One fault for each piece of text with such a character, which may have been written as a reference (`&#7;`).
fn decoded_characters(markup: &Markup) -> Vec<MarkupFault> {
    let mut faults = Vec::new();
    let mut look = |texts: &[&str], span: &Range<usize>| {
        if let Some(odd) = texts.iter().flat_map(|text| text.chars()).find(|c| is_unwanted(*c)) {
            faults.push(MarkupFault { kind: MarkupFaultKind::ControlCharacter(odd), span: span.clone() });
        }
    };
    for inline in markup.inlines() {
        match inline {
            Inline::Text { text, span } | Inline::Code { text, span } => look(&[text], span),
            Inline::Link { title, span, target: Target::Url(url), .. } => look(&[title, url], span),
            Inline::Link { title, span, .. } => look(&[title], span),
            Inline::Image(image) => look(&[&image.alt, &image.title], &image.span),
            _ => {}
        }
    }
    walk::each_block(&markup.blocks, &mut |block| {
        if let Block::Figure(image) = block {
            look(&[&image.alt, &image.title], &image.span);
        }
    });
    faults
}

#[cfg(test)]
mod tests;
