//! From a parsed Markdown text to the blocks of a brief.

use super::blocks::{BriefBlock, Column, ListItem, Run};
use super::writer::BriefWriter;
use crate::markup::{Align, Block, Cell, Image, Inline, Item, Target, is_cjk};
use crate::model::{Bound, BoundText, Lang};
use std::collections::BTreeMap;

/// Writes a text into a brief.
pub(super) fn write(writer: &mut BriefWriter<'_>, lang: &Lang, text: &BoundText) {
    let mut own = BTreeMap::new();
    for block in &text.markup.blocks {
        if let Block::FootnoteDefinition { label, blocks, .. } = block {
            own.insert(label.as_str(), blocks.as_slice());
        }
    }
    let mut prose = Prose { writer, lang, text, own };
    prose.blocks(&text.markup.blocks);
}

struct Prose<'p, 'h> {
    writer: &'p mut BriefWriter<'h>,
    lang: &'p Lang,
    text: &'p BoundText,
    /// What footnotes of the writer's own say, by their label.
    own: BTreeMap<&'p str, &'p [Block]>,
}

impl<'p> Prose<'p, '_> {
    fn blocks(&mut self, blocks: &'p [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'p Block) {
        match block {
            Block::Heading { level, inlines, .. } => {
                let runs = self.runs(inlines);
                // The title stands alone on the first level, as on a page.
                self.writer.heading(level.saturating_sub(1).max(1), runs);
            }
            Block::Paragraph { inlines, .. } => {
                let runs = self.runs(inlines);
                self.writer.paragraph(runs);
            }
            Block::Figure(image) => self.figure(image),
            Block::List { start, items, .. } => {
                let mut flat = Vec::new();
                self.items(*start, items, 0, &mut flat);
                self.writer.block(BriefBlock::List { ordered: start.is_some(), small: false, items: flat });
            }
            Block::Quote { blocks, .. } => {
                let paragraphs = blocks.iter().filter_map(|block| self.paragraph(block)).collect();
                self.writer.block(BriefBlock::Quote { paragraphs });
            }
            Block::Table { align, head, rows, .. } => self.table(align, head, rows),
            Block::Code { text, .. } => {
                let lines = text.lines().map(|line| Run { code: true, ends_line: true, ..Run::plain(line) });
                self.writer.paragraph(lines.collect());
            }
            Block::Rule { .. } => self.writer.block(BriefBlock::Rule),
            // It stands where it is referred to.
            Block::FootnoteDefinition { .. } => {}
        }
    }

    /// The words of a block that stands where only words can.
    fn paragraph(&mut self, block: &'p Block) -> Option<Vec<Run>> {
        match block {
            Block::Paragraph { inlines, .. } | Block::Heading { inlines, .. } => Some(self.runs(inlines)),
            Block::Code { text, .. } => Some(vec![Run { code: true, ..Run::plain(text.trim_end()) }]),
            _ => None,
        }
    }

    /// Items and what is nested in them, one after the other.
    fn items(&mut self, start: Option<u64>, items: &'p [Item], level: usize, flat: &mut Vec<ListItem>) {
        for (item, at) in items.iter().zip(0..) {
            let marker = start.map_or_else(|| "·".to_owned(), |start| format!("{}.", start + at));
            let mut runs = Vec::new();
            let mut nested = Vec::new();
            for block in &item.blocks {
                if let Block::List { start, items, .. } = block {
                    nested.push((*start, items));
                } else if let Some(more) = self.paragraph(block) {
                    if !runs.is_empty() {
                        runs.push(Run { ends_line: true, ..Run::default() });
                    }
                    runs.extend(more);
                }
            }
            flat.push(ListItem { level, marker, runs });
            for (start, items) in nested {
                self.items(start, items, level + 1, flat);
            }
        }
    }

    fn table(&mut self, align: &[Align], head: &'p [Cell], rows: &'p [Vec<Cell>]) {
        let share = u8::try_from(100 / head.len().max(1)).unwrap_or(1);
        let heads: Vec<Vec<Run>> = head.iter().map(|cell| self.runs(&cell.inlines)).collect();
        let columns = heads
            .iter()
            .zip(align)
            .map(|(head, align)| Column {
                head: head.iter().map(|run| run.text.as_str()).collect(),
                align: match align {
                    Align::None | Align::Left => "left",
                    Align::Center => "center",
                    Align::Right => "right",
                },
                share,
            })
            .collect();
        let rows = rows.iter().map(|row| row.iter().map(|cell| self.runs(&cell.inlines)).collect()).collect();
        let mut rows: Vec<Vec<Vec<Run>>> = rows;
        // A head is repeated on every page and its notes cannot be: they stand in the first row.
        for (cell, head) in rows.first_mut().into_iter().flatten().zip(heads) {
            cell.extend(head.into_iter().filter(|run| run.note.is_some()));
        }
        self.writer.table(String::new(), columns, rows);
    }

    /// A chart or a table of an indicator.
    fn figure(&mut self, image: &'p Image) {
        let Some(bound) = self.text.bound.get(&image.span.start) else {
            let words = self.words(&image.alt);
            self.writer.words(words);
            return;
        };
        let caption = Some(self.words(&image.alt)).filter(|words| !words.trim().is_empty());
        let page_ctx = self.writer.page_ctx;
        match bound {
            Bound::Chart(id) => {
                if let Some(indicator) = page_ctx.bound_indicator(id) {
                    self.writer.chart_of(indicator, caption);
                }
            }
            Bound::Table(id) => {
                if let Some(indicator) = page_ctx.bound_indicator(id) {
                    self.writer.table_of(indicator, caption);
                }
            }
            _ => {}
        }
    }

    /// Words of the text in the characters of the brief.
    fn words(&self, words: &str) -> String {
        let locale = self.writer.page_ctx.lang.locale;
        if locale.can_write(self.lang) {
            locale.written_in(self.lang, words).into_owned()
        } else {
            words.to_owned()
        }
    }

    fn runs(&mut self, inlines: &'p [Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.inlines(inlines, &Run::default(), &mut runs);
        runs
    }

    fn inlines(&mut self, inlines: &'p [Inline], look: &Run, runs: &mut Vec<Run>) {
        for (index, inline) in inlines.iter().enumerate() {
            let in_look = |text: String| Run { text, ..look.clone() };
            match inline {
                Inline::Text { text, .. } => runs.push(in_look(self.words(text))),
                Inline::Emphasis { children, .. } => {
                    let run = Run { emphasis: true, ..look.clone() };
                    self.inlines(children, &run, runs);
                }
                Inline::Strong { children, .. } => {
                    let run = Run { strong: true, ..look.clone() };
                    self.inlines(children, &run, runs);
                }
                Inline::Strikethrough { children, .. } => {
                    let run = Run { struck: true, ..look.clone() };
                    self.inlines(children, &run, runs);
                }
                Inline::Code { text, .. } => runs.push(Run { code: true, ..in_look(text.clone()) }),
                Inline::Link { target, children, span, .. } => {
                    self.link(target, children, span.start, look, runs);
                }
                Inline::Image(image) => {
                    let words = self.words(&image.alt);
                    runs.push(in_look(words));
                }
                Inline::SoftBreak { .. } => {
                    // A line end between two Chinese characters is no space.
                    let before = runs.last().and_then(|run| run.text.chars().last());
                    let next = inlines.get(index + 1).and_then(first_char);
                    if !(before.is_some_and(is_cjk) && next.is_some_and(is_cjk)) {
                        runs.push(in_look(" ".to_owned()));
                    }
                }
                Inline::HardBreak { .. } => {
                    runs.push(Run { ends_line: true, ..in_look(String::new()) });
                }
                Inline::FootnoteReference { label, .. } => {
                    let said = self.own.get(label.as_str()).copied().unwrap_or_default();
                    let mut note = Vec::new();
                    for block in said {
                        note.extend(self.paragraph(block).into_iter().flatten());
                    }
                    runs.push(self.writer.own_note(label, note));
                }
            }
        }
    }

    fn link(
        &mut self,
        target: &Target,
        children: &'p [Inline],
        start: usize,
        look: &Run,
        runs: &mut Vec<Run>,
    ) {
        let page_ctx = self.writer.page_ctx;
        let Some(bound) = self.text.bound.get(&start) else {
            let href = match target {
                Target::Url(url) => Some(url.clone()),
                _ => None,
            };
            let run = Run { href, ..look.clone() };
            self.inlines(children, &run, runs);
            return;
        };
        let run = Run { href: page_ctx.leads_to(bound), ..look.clone() };
        let status = match bound {
            Bound::Verdict(id, target) => page_ctx.stands(id, target).map(|shown| shown.key().to_owned()),
            _ => None,
        };
        let from = runs.len();
        self.inlines(children, &run, runs);
        if runs[from..].iter().all(|run| run.text.trim().is_empty()) {
            runs.truncate(from);
            runs.push(Run { text: page_ctx.filled(bound), ..run });
        }
        if let Some(first) = runs.get_mut(from) {
            first.status = status;
        }
        if let Some(origin) = page_ctx.origin(bound) {
            let mark = self.writer.place(origin.source, origin.locator);
            runs.push(mark);
        }
    }
}

fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text { text, .. } => text.chars().next(),
        _ => inline.children().first().and_then(first_char),
    }
}
