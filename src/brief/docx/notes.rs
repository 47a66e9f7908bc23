//! Footnotes.

use super::lang::Script;
use super::links::Links;
use super::namespaces::SPACES;
use super::properties::{ParagraphProperties, RunProperties};
use super::text::PartWriter;
use crate::view::{BriefBlock, BriefNote, BriefView, Run};
use std::collections::{BTreeMap, BTreeSet};

/// The notes of a brief in the order in which they are first referred to: that is how Word counts them.
pub(super) struct Notes<'b> {
    all: &'b [BriefNote],
    /// The brief's numbers of those referred to so far.
    order: Vec<usize>,
    /// The brief's numbers of those referred to more than once.
    repeated: BTreeSet<usize>,
}

impl<'b> Notes<'b> {
    /// Of a brief that nothing is written of yet.
    pub(super) fn of(brief: &'b BriefView) -> Self {
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        for mark in brief.blocks.iter().flat_map(runs).filter_map(|run| run.note.as_ref()) {
            *times.entry(mark.number).or_default() += 1;
        }
        let repeated = times.into_iter().filter(|(_, times)| *times > 1).map(|(number, _)| number).collect();
        Self { all: &brief.notes, order: Vec::new(), repeated }
    }

    /// Writes runs of the text with their notes.
    pub(super) fn runs(&mut self, writer: &mut PartWriter<'_>, runs: &[Run]) {
        for (at, run) in runs.iter().enumerate() {
            if let Some(mark) = &run.note {
                self.mark(writer, mark.number);
                continue;
            }
            writer.spoken(run);
            // A line end with nothing after it would be an empty line.
            if run.ends_line && at + 1 < runs.len() {
                writer.line_end();
            }
        }
    }

    /// Refers to a note: with the note itself the first time, with its number after that. Word keeps both
    /// right when notes are added or taken away. In brackets, as a number after a number is taken for a power.
    pub(super) fn mark(&mut self, writer: &mut PartWriter<'_>, number: usize) {
        if !self.all.iter().any(|note| note.number == number) {
            return;
        }
        let raised = RunProperties { style: Some("FootnoteReference"), ..RunProperties::default() };
        writer.words("[", &raised);
        let known = self.order.iter().position(|other| *other == number);
        let at = known.unwrap_or(self.order.len()) + 1;
        let (id, name) = (at.to_string(), format!("_Note{at}"));
        if known.is_some() {
            writer.xml.open("w:fldSimple", &[("w:instr", &format!(" NOTEREF {name} \\f \\h "))]);
            writer.words(&id, &raised);
            writer.xml.close("w:fldSimple");
        } else {
            self.order.push(number);
            let repeated = self.repeated.contains(&number);
            if repeated {
                writer.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            }
            writer.xml.open("w:r", &[]);
            raised.write(&mut writer.xml, writer.script);
            writer.xml.empty("w:footnoteReference", &[("w:id", &id)]);
            writer.xml.close("w:r");
            if repeated {
                writer.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
            }
        }
        writer.words("]", &raised);
    }

    /// The part with the notes, and the links in it.
    pub(super) fn part(&self, script: Script) -> (Vec<u8>, Links) {
        let mut writer = PartWriter::new(script, "w:footnotes", SPACES);
        // Word asks for the lines that divide notes from text.
        for (id, kind, line) in
            [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
        {
            writer.xml.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            writer.paragraph(&ParagraphProperties::of("FootnoteText"), |writer| {
                writer.xml.open("w:r", &[]);
                writer.xml.empty(line, &[]);
                writer.xml.close("w:r");
            });
            writer.xml.close("w:footnote");
        }
        let raised = RunProperties { style: Some("FootnoteReference"), ..RunProperties::default() };
        for (number, id) in self.order.iter().zip(1..) {
            writer.xml.open("w:footnote", &[("w:id", &id.to_string())]);
            writer.paragraph(&ParagraphProperties::of("FootnoteText"), |writer| {
                // Nothing before it: LibreOffice would leave that out.
                writer.xml.open("w:r", &[]);
                raised.write(&mut writer.xml, script);
                writer.xml.empty("w:footnoteRef", &[]);
                writer.xml.close("w:r");
                writer.words(" ", &RunProperties::default());
                let said = self.all.iter().find(|note| note.number == *number);
                for run in said.into_iter().flat_map(|note| &note.runs) {
                    writer.spoken(run);
                }
            });
            writer.xml.close("w:footnote");
        }
        writer.xml.close("w:footnotes");
        (writer.xml.into_bytes(), writer.links)
    }
}

/// The runs of a block in reading order.
fn runs(block: &BriefBlock) -> Box<dyn Iterator<Item = &Run> + '_> {
    match block {
        BriefBlock::Heading { runs, .. } | BriefBlock::Paragraph { runs } => Box::new(runs.iter()),
        BriefBlock::List { items, .. } => Box::new(items.iter().flat_map(|item| &item.runs)),
        BriefBlock::Quote { paragraphs } => Box::new(paragraphs.iter().flatten()),
        BriefBlock::Table(table) => Box::new(table.rows.iter().flatten().flatten()),
        BriefBlock::Chart(_) | BriefBlock::Rule => Box::new(std::iter::empty()),
    }
}
