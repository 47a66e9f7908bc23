//! From the parser's events to the tree: the blocks.

use super::DEEPEST;
use super::emphasis::Prepared;
use super::slug::Slugs;
use super::tree::{Align, Block, Cell, Inline, Item, Markup, MarkupFault};
use super::walk::plain_text;
use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag};
use std::iter::Peekable;
use std::ops::Range;

/// The parser's events, each with its place in the copy that it reads.
pub(super) type Events<'a> = Peekable<pulldown_cmark::OffsetIter<'a>>;

/// Builds the tree of `source`, which begins `base` bytes into its file. `prepared` is that
/// same text, ready for the parser.
pub(super) fn build(source: &str, base: usize, prepared: &Prepared<'_>) -> Markup {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut events = Parser::new_ext(prepared.text(), options).into_offset_iter().peekable();
    let mut builder =
        Builder { source, base, prepared, depth: 0, slugs: Slugs::default(), faults: Vec::new() };
    let blocks = builder.blocks(&mut events).0;
    Markup { blocks, faults: builder.faults }
}

pub(super) struct Builder<'a> {
    source: &'a str,
    pub(super) base: usize,
    pub(super) prepared: &'a Prepared<'a>,
    pub(super) depth: usize,
    slugs: Slugs,
    pub(super) faults: Vec<MarkupFault>,
}

impl Builder<'_> {
    /// Reads blocks up to the end of their container. Words that stand there without a
    /// paragraph (in a tight list) become one; the flag says whether there were any.
    fn blocks(&mut self, events: &mut Events<'_>) -> (Vec<Block>, bool) {
        let mut blocks = Vec::new();
        let mut bare = false;
        while let Some(event) = events.peek() {
            if is_inline(&event.0) {
                let inlines = self.inlines(events);
                if let (Some(first), Some(last)) = (inlines.first(), inlines.last()) {
                    bare = true;
                    let span = first.span().start..last.span().end;
                    blocks.push(paragraph(inlines, span));
                }
                continue;
            }
            match events.next() {
                Some((Event::Start(tag), range)) => {
                    blocks.extend(self.block(tag, &range, events));
                }
                Some((Event::Rule, range)) => blocks.push(Block::Rule { span: self.block_span(&range) }),
                Some((Event::End(_), _)) | None => break,
                Some(_) => {}
            }
        }
        (blocks, bare)
    }

    fn block(&mut self, tag: Tag<'_>, range: &Range<usize>, events: &mut Events<'_>) -> Option<Block> {
        let span = self.block_span(range);
        if self.depth == DEEPEST {
            let inlines = self.too_deep(span.clone(), events);
            return Some(Block::Paragraph { inlines, span });
        }
        self.depth += 1;
        let block = match tag {
            Tag::Heading { level, .. } => {
                let inlines = self.inside(events);
                let id = self.slugs.unique(&plain_text(&inlines));
                Block::Heading { level: level as u8, id, inlines, span }
            }
            Tag::BlockQuote(_) => Block::Quote { blocks: self.blocks(events).0, span },
            Tag::CodeBlock(kind) => self.code(&kind, span, events),
            Tag::List(start) => self.list(start, span, events),
            Tag::FootnoteDefinition(label) => {
                let label = self.prepared.clean(&label);
                Block::FootnoteDefinition { label, blocks: self.blocks(events).0, span }
            }
            Tag::Table(align) => self.table(&align, span, events),
            // Paragraphs and raw HTML; the options above make no other block.
            _ => paragraph(self.inside(events), span),
        };
        self.depth -= 1;
        // Raw HTML can be nothing but blank lines.
        let empty = matches!(&block, Block::Paragraph { inlines, .. } if inlines.is_empty());
        (!empty).then_some(block)
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, span: Range<usize>, events: &mut Events<'_>) -> Block {
        let language = match kind {
            CodeBlockKind::Fenced(info) => {
                self.prepared.clean(info).split_whitespace().next().map(str::to_owned)
            }
            CodeBlockKind::Indented => None,
        };
        let mut text = String::new();
        while let Some((Event::Text(line), _)) = events.next() {
            text.push_str(&self.prepared.clean(&line));
        }
        Block::Code { language, text, span }
    }

    fn list(&mut self, start: Option<u64>, span: Range<usize>, events: &mut Events<'_>) -> Block {
        let mut items = Vec::new();
        let mut tight = false;
        while let Some((Event::Start(_), range)) = events.next() {
            let (blocks, bare) = self.blocks(events);
            tight |= bare;
            items.push(Item { blocks, span: self.block_span(&range) });
        }
        Block::List { start, tight, items, span }
    }

    fn table(&mut self, align: &[Alignment], span: Range<usize>, events: &mut Events<'_>) -> Block {
        let align = align
            .iter()
            .map(|align| match align {
                Alignment::None => Align::None,
                Alignment::Left => Align::Left,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::Right,
            })
            .collect();
        let mut rows = Vec::new();
        while let Some((Event::Start(_), _)) = events.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(_), range)) = events.next() {
                cells.push(Cell { inlines: self.inside(events), span: self.block_span(&range) });
            }
            rows.push(cells);
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Block::Table { align, head, rows, span }
    }

    /// The file's own bytes at a span.
    pub(super) fn written(&self, span: &Range<usize>) -> &str {
        self.source.get(span.start - self.base..span.end - self.base).unwrap_or_default()
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Range<usize> {
        let range = self.prepared.source(range);
        range.start + self.base..range.end + self.base
    }

    /// A block's span without the line ends behind it.
    fn block_span(&self, range: &Range<usize>) -> Range<usize> {
        let span = self.span(range);
        span.start..span.start + self.written(&span).trim_end_matches(['\r', '\n']).len()
    }
}

/// A paragraph, or the figure that its only image makes.
fn paragraph(mut inlines: Vec<Inline>, span: Range<usize>) -> Block {
    match inlines.pop() {
        Some(Inline::Image(image)) if inlines.is_empty() => Block::Figure(image),
        last => {
            inlines.extend(last);
            Block::Paragraph { inlines, span }
        }
    }
}

/// Whether an event belongs to running text rather than to blocks.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(_) | Event::Rule => false,
        _ => true,
    }
}
