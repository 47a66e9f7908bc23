//! Visitors: ways through a tree.

use super::around::{Around, around};
use super::cjk::joins;
use super::target::Target;
use super::tree::{Block, Image, Inline, Markup};
use std::ops::Range;

/// A place where a text leads elsewhere: a link, an image, a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Where it leads.
    pub target: &'a Target,
    /// The link's words or the image's alternative text; may be empty.
    pub words: String,
    /// What a reader sees there and on both sides of it; nothing for an image.
    pub around: Around,
    /// Whether it is an image rather than a link.
    pub image: bool,
    /// Whether it is the whole of its paragraph: a [`Block::Figure`].
    pub alone: bool,
    /// Where it stands.
    pub span: Range<usize>,
}

impl Markup {
    /// All inlines in reading order, each before what is within it. The image of a
    /// [`Block::Figure`] is not among them: see [`Markup::references`].
    pub fn inlines(&self) -> impl Iterator<Item = &Inline> {
        self.runs().into_iter().flat_map(walk)
    }

    /// What the text says, without marks: its paragraphs, headings and cells with a space between.
    pub fn plain_text(&self) -> String {
        self.runs().into_iter().map(plain_text).collect::<Vec<_>>().join(" ")
    }

    /// All links, images and figures in reading order.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut found = Vec::new();
        each_block(&self.blocks, &mut |block| {
            if let Block::Figure(image) = block {
                found.push(Reference { alone: true, ..image_reference(image) });
            }
            for run in runs_of(block) {
                let mut seen = around(run).into_iter();
                for inline in walk(run) {
                    match inline {
                        Inline::Link { target, children, span, .. } => {
                            let words = plain_text(children);
                            // Both ways through the run meet the links in the same order.
                            let around = seen.next().unwrap_or_default();
                            found.push(Reference {
                                target,
                                words,
                                around,
                                image: false,
                                alone: false,
                                span: span.clone(),
                            });
                        }
                        Inline::Image(image) => found.push(image_reference(image)),
                        _ => {}
                    }
                }
            }
        });
        found
    }

    /// The running texts: one per paragraph, heading and table cell.
    pub(super) fn runs(&self) -> Vec<&[Inline]> {
        let mut runs = Vec::new();
        each_block(&self.blocks, &mut |block| runs.extend(runs_of(block)));
        runs
    }
}

/// All inlines of a run in reading order, each before what is within it.
pub fn walk(inlines: &[Inline]) -> impl Iterator<Item = &Inline> {
    let mut waiting: Vec<&Inline> = inlines.iter().rev().collect();
    std::iter::from_fn(move || {
        let next = waiting.pop()?;
        waiting.extend(next.children().iter().rev());
        Some(next)
    })
}

/// What a run says, without marks: images by their alternative text, footnote references
/// not at all. A soft line break is a space, or nothing between two CJK characters.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    let mut broken = false;
    for inline in walk(inlines) {
        let words = match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => text.as_str(),
            Inline::Image(image) => image.alt.as_str(),
            Inline::HardBreak { .. } => "\n",
            Inline::SoftBreak { .. } => {
                broken = true;
                continue;
            }
            _ => continue,
        };
        if std::mem::take(&mut broken) {
            let joined = joins(out.chars().rev(), words.chars());
            if !joined {
                out.push(' ');
            }
        }
        out.push_str(words);
    }
    out
}

/// Visits every block, each before what is within it.
pub(super) fn each_block<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::Quote { blocks, .. } | Block::FootnoteDefinition { blocks, .. } => {
                each_block(blocks, visit);
            }
            Block::List { items, .. } => {
                for item in items {
                    each_block(&item.blocks, visit);
                }
            }
            _ => {}
        }
    }
}

/// The runs that a block holds itself.
pub(super) fn runs_of(block: &Block) -> Vec<&[Inline]> {
    match block {
        Block::Heading { inlines, .. } | Block::Paragraph { inlines, .. } => vec![inlines],
        Block::Table { head, rows, .. } => {
            let rows = rows.iter().flatten();
            head.iter().chain(rows).map(|cell| cell.inlines.as_slice()).collect()
        }
        _ => Vec::new(),
    }
}

fn image_reference(image: &Image) -> Reference<'_> {
    Reference {
        target: &image.target,
        words: image.alt.clone(),
        around: Around::default(),
        image: true,
        alone: false,
        span: image.span.clone(),
    }
}
