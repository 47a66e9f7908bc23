//! From the blocks of a text to those of a brief: headings and tables are numbered, lists are flattened.

use super::blocks::{BriefBlock, Column, ListItem};
use super::writer::BriefWriter;
use crate::markup::{Block, Image};
use crate::model::{Bound, BoundText, Lang};
use crate::view::text::blocks::{Run, TextBlock, TextCell, TextItem};
use crate::view::text::from_markup::{BoundLink, References, TextBuilder};
use crate::view::wording::references;

/// Writes a text into a brief.
pub(super) fn write(writer: &mut BriefWriter<'_>, lang: &Lang, text: &BoundText) {
    let blocks = &text.markup.blocks;
    let mut builder = TextBuilder::new(blocks, BriefReferences { writer, lang, text });
    // Block by block, because notes are numbered in reading order, also those of charts and tables.
    for block in blocks.iter().filter(|block| !matches!(block, Block::FootnoteDefinition { .. })) {
        for block in builder.blocks(std::slice::from_ref(block)) {
            builder.references.place(block);
        }
    }
}

/// A chart or a table of an indicator, as a text asks for it.
struct Placed {
    bound: Bound,
    caption: Option<String>,
}

/// The references of a text, resolved for a brief.
struct BriefReferences<'p, 'h> {
    writer: &'p mut BriefWriter<'h>,
    lang: &'p Lang,
    text: &'p BoundText,
}

impl References for BriefReferences<'_, '_> {
    type Figure = Placed;

    fn words(&self, words: &str) -> String {
        let locale = self.writer.page_ctx.lang.locale;
        if locale.can_write(self.lang) {
            locale.written_in(self.lang, words).into_owned()
        } else {
            words.to_owned()
        }
    }

    fn figure(&mut self, image: &Image, alone: bool) -> Option<Placed> {
        let bound = self.text.bound.get(&image.span.start).filter(|_| alone)?.clone();
        let caption = Some(self.words(&image.alt)).filter(|words| !words.trim().is_empty());
        Some(Placed { bound, caption })
    }

    fn bound(&self, start: usize) -> Option<BoundLink> {
        let page_ctx = self.writer.page_ctx;
        let bound = self.text.bound.get(&start)?;
        let status = match bound {
            Bound::Verdict(id, target) => {
                references::stands(page_ctx, id, target).map(|shown| shown.key().to_owned())
            }
            _ => None,
        };
        Some(BoundLink {
            href: references::leads_to(page_ctx, bound),
            filled: references::filled(page_ctx, bound),
            status,
            figure: matches!(bound, Bound::Figure(_) | Bound::Promise(..) | Bound::Computed(_)),
        })
    }

    fn notes(&mut self, start: usize) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for one in self.text.bound.get(&start).map(references::stated).unwrap_or_default() {
            let Some(origin) = references::origin(self.writer.page_ctx, &one) else { continue };
            let mark = self.writer.place(origin.source, origin.locator);
            // Two figures of one place in a source have one note.
            if runs.iter().all(|other| {
                other.note.as_ref().map(|note| note.number) != mark.note.as_ref().map(|note| note.number)
            }) {
                runs.push(mark);
            }
        }
        runs
    }

    /// On paper nothing leads to a heading.
    fn heading(&self, _: &str) -> Option<String> {
        None
    }

    fn footnote(&mut self, label: &str, said: Vec<TextBlock<Placed>>) -> Run {
        let said = said.into_iter().flat_map(words_of).flatten().collect();
        self.writer.own_note(label, said)
    }
}

impl BriefReferences<'_, '_> {
    /// Puts a block of the text into the brief.
    fn place(&mut self, block: TextBlock<Placed>) {
        match block {
            // The title stands alone on the first level, as on a page.
            TextBlock::Heading { level, runs, .. } => {
                self.writer.heading(level.saturating_sub(1).max(1), runs);
            }
            TextBlock::Paragraph { runs } | TextBlock::Words { runs } => self.writer.paragraph(runs),
            TextBlock::List { start, items } => {
                let mut flat = Vec::new();
                flatten(start, items, 0, &mut flat);
                self.writer.block(BriefBlock::List { ordered: start.is_some(), small: false, items: flat });
            }
            TextBlock::Quote { blocks } => {
                let paragraphs = blocks.into_iter().flat_map(words_of).collect();
                self.writer.block(BriefBlock::Quote { paragraphs });
            }
            TextBlock::Table { head, rows } => self.table(head, rows),
            TextBlock::Code { text } => {
                let lines = text.lines().map(|line| Run { code: true, ends_line: true, ..Run::plain(line) });
                self.writer.paragraph(lines.collect());
            }
            TextBlock::Figure { figure: Placed { bound, caption } } => {
                let page_ctx = self.writer.page_ctx;
                match &bound {
                    Bound::Chart(id) => {
                        if let Some(indicator) = references::indicator(page_ctx, id) {
                            self.writer.chart_of(indicator, caption);
                        }
                    }
                    Bound::Table(id) => {
                        if let Some(indicator) = references::indicator(page_ctx, id) {
                            self.writer.table_of(indicator, caption);
                        }
                    }
                    Bound::PlanTable(id) => {
                        if let Some(plan) = page_ctx.lang.report.plans.get(id) {
                            self.writer.results_of(plan, caption);
                        }
                    }
                    _ => {}
                }
            }
            TextBlock::Rule => self.writer.block(BriefBlock::Rule),
            // It stands where it is referred to.
            TextBlock::Footnote { .. } => {}
        }
    }

    fn table(&mut self, head: Vec<TextCell>, rows: Vec<Vec<TextCell>>) {
        let share = u8::try_from(100 / head.len().max(1)).unwrap_or(1);
        let columns = head
            .iter()
            .map(|cell| Column {
                head: cell.runs.iter().map(|run| run.text.as_str()).collect(),
                align: cell.align,
                share,
            })
            .collect();
        let cells = |row: Vec<TextCell>| row.into_iter().map(|cell| cell.runs).collect();
        let mut rows: Vec<Vec<Vec<Run>>> = rows.into_iter().map(cells).collect();
        // A head is repeated on every page and its notes cannot be: they stand in the first row.
        for (cell, head) in rows.first_mut().into_iter().flatten().zip(head) {
            cell.extend(head.runs.into_iter().filter(|run| run.note.is_some()));
        }
        self.writer.table(String::new(), columns, rows);
    }
}

/// Items and what is nested in them, one after the other.
fn flatten(start: Option<u64>, items: Vec<TextItem<Placed>>, level: usize, flat: &mut Vec<ListItem>) {
    for (item, at) in items.into_iter().zip(0..) {
        let marker = start.map_or_else(|| "·".to_owned(), |start| format!("{}.", start + at));
        let mut runs: Vec<Run> = Vec::new();
        let mut nested = Vec::new();
        for block in item.blocks {
            if let TextBlock::List { start, items } = block {
                nested.push((start, items));
                continue;
            }
            for words in words_of(block) {
                if !runs.is_empty() {
                    runs.push(Run { ends_line: true, ..Run::default() });
                }
                runs.extend(words);
            }
        }
        flat.push(ListItem { level, marker, runs });
        for (start, items) in nested {
            flatten(start, items, level + 1, flat);
        }
    }
}

/// The words of a block that stands where only words can, paragraph by paragraph.
fn words_of(block: TextBlock<Placed>) -> Vec<Vec<Run>> {
    match block {
        TextBlock::Paragraph { runs } | TextBlock::Words { runs } | TextBlock::Heading { runs, .. } => {
            vec![runs]
        }
        TextBlock::Code { text } => vec![vec![Run { code: true, ..Run::plain(text.trim_end()) }]],
        TextBlock::List { items, .. } => {
            items.into_iter().flat_map(|item| item.blocks).flat_map(words_of).collect()
        }
        TextBlock::Quote { blocks } => blocks.into_iter().flat_map(words_of).collect(),
        TextBlock::Table { head, rows } => {
            let cells = head.into_iter().chain(rows.into_iter().flatten());
            cells.map(|cell| cell.runs).collect()
        }
        TextBlock::Figure { .. } | TextBlock::Rule | TextBlock::Footnote { .. } => Vec::new(),
    }
}
