//! What stands at the end: the imprint; and the footers with page numbers.

use super::lang::Script;
use super::measure::{Sizes, WIDTH, ems};
use super::package;
use super::properties::{ParagraphProperties, RunProperties};
use super::table::{cell, grid, nothing, row};
use super::text::PartWriter;
use crate::lang_marks::plain;
use crate::view::Imprint;

/// The outer rules of the imprint, 0.35 mm, and the inner ones, 0.25 mm, in eighths of a point.
const RULES: [(&str, &str); 3] = [("w:top", "8"), ("w:bottom", "8"), ("w:insideH", "6")];

/// The room between the edge of the imprint and its words, one character.
const INSET: u32 = 280;

/// What programs add of their own on both sides of a cell, and a little more, so that no word turns.
const MARGINS: u32 = 260;

/// Writes the imprint: a table after the text, not fixed to the foot of the page, where it would come to lie
/// over notes.
pub(super) fn imprint(writer: &mut PartWriter<'_>, imprint: &Imprint, colon: &str) {
    let size = Sizes::of(writer.script).four * 10;
    let wide = |words: &str| ems(&plain(words)) * size / 100;
    // Turned lines begin under the first name.
    let labels = imprint.recipients.iter().map(|(word, _)| wide(word) + wide(colon)).max().unwrap_or(size);
    let labels = (INSET + labels + MARGINS).min(WIDTH / 3);
    let copies = imprint.copies.as_deref().map_or(0, |copies| wide(copies) + INSET + MARGINS).min(WIDTH / 2);
    let widths = [labels, WIDTH - labels - copies, copies];
    let frame = ParagraphProperties { with_next: true, ..ParagraphProperties::of("BriefImprint") };
    writer.line(&ParagraphProperties { with_next: true, ..ParagraphProperties::default() }, "");
    writer.xml.open("w:tbl", &[]);
    writer.xml.open("w:tblPr", &[]);
    writer.xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
    writer.xml.open("w:tblBorders", &[]);
    for (side, thick) in RULES {
        writer
            .xml
            .empty(side, &[("w:val", "single"), ("w:sz", thick), ("w:space", "0"), ("w:color", "auto")]);
    }
    writer.xml.close("w:tblBorders");
    writer.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    writer.xml.close("w:tblPr");
    let columns = if copies > 0 { 3 } else { 2 };
    grid(writer, &widths[..columns]);
    for (word, names) in &imprint.recipients {
        row(writer, false, |writer| {
            let label = ParagraphProperties { left: Some(INSET), ..frame };
            cell(writer, labels, 1, false, |writer| writer.line(&label, &format!("{word}{colon}")));
            let names_frame = ParagraphProperties { right: Some(INSET), ..frame };
            cell(writer, WIDTH - labels, columns - 1, false, |writer| writer.line(&names_frame, names));
        });
    }
    if !imprint.people.is_empty() || imprint.copies.is_some() {
        let people: Vec<String> =
            imprint.people.iter().map(|(word, name)| format!("{word}{colon}{name}")).collect();
        let people = people.join(if writer.script.is_chinese() { "\u{3000}" } else { "\u{2003}" });
        row(writer, false, |writer| {
            let left = ParagraphProperties { left: Some(INSET), with_next: false, ..frame };
            cell(writer, WIDTH - copies, 2, false, |writer| writer.line(&left, &people));
            if let Some(copies_words) = &imprint.copies {
                let right = ParagraphProperties {
                    right: Some(INSET),
                    align: Some("right"),
                    with_next: false,
                    ..frame
                };
                cell(writer, copies, 1, false, |writer| writer.line(&right, copies_words));
            }
        });
    }
    writer.xml.close("w:tbl");
    // A text does not end with a table.
    nothing(writer);
}

/// The foot of a page: its number, on the outer side.
pub(super) fn footer(script: Script, align: &'static str) -> Vec<u8> {
    let mut writer = PartWriter::new(script, "w:ftr", package::SPACES);
    writer.paragraph(
        &ParagraphProperties { align: Some(align), ..ParagraphProperties::of("Footer") },
        |writer| {
            writer.words("— ", &RunProperties::default());
            writer.xml.open("w:fldSimple", &[("w:instr", " PAGE ")]);
            writer.words("1", &RunProperties::default());
            writer.xml.close("w:fldSimple");
            writer.words(" —", &RunProperties::default());
        },
    );
    writer.xml.close("w:ftr");
    writer.xml.into_bytes()
}
