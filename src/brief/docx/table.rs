//! Tables with a head that every page repeats.

use super::measure::{ACROSS, WIDTH};
use super::notes::Notes;
use super::picture::label;
use super::properties::{LineHeight, ParagraphProperties, RunProperties};
use super::text::PartWriter;
use crate::lang_marks::plain;
use crate::view::{BriefTable, Run};

/// A table of so many rows stays on one page.
const SHORT: usize = 8;

/// Writes a table under its caption.
pub(super) fn write<'b>(writer: &mut PartWriter<'b>, table: &'b BriefTable, notes: &mut Notes<'b>) {
    let (wide, style, head) = if table.wide {
        (ACROSS, "BriefWideTable", "BriefWideTable")
    } else {
        (WIDTH, "BriefTable", "BriefTableHead")
    };
    let widths = widths(table, wide);
    if widths.is_empty() {
        return;
    }
    label(writer, &ParagraphProperties::of("Caption"), &table.label, &table.caption);
    writer.xml.open("w:tbl", &[]);
    writer.xml.open("w:tblPr", &[]);
    writer.xml.empty("w:tblStyle", &[("w:val", "TableGrid")]);
    writer.xml.empty("w:tblW", &[("w:w", &wide.to_string()), ("w:type", "dxa")]);
    writer.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    writer.xml.empty(
        "w:tblLook",
        &[("w:val", "0620"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")],
    );
    writer
        .xml
        .empty("w:tblCaption", &[("w:val", &format!("{} {}", plain(&table.label), plain(&table.caption)))]);
    writer.xml.close("w:tblPr");
    grid(writer, &widths);
    row(writer, true, |writer| {
        for (column, width) in table.columns.iter().zip(&widths) {
            let align = Some("center");
            let frame = ParagraphProperties { with_next: true, align, ..ParagraphProperties::of(head) };
            let look = RunProperties { style: table.wide.then_some("Strong"), ..RunProperties::default() };
            cell(writer, *width, 1, true, |writer| {
                writer.paragraph(&frame, |writer| writer.words(&column.head, &look));
            });
        }
    });
    for (at, cells) in table.rows.iter().enumerate() {
        let with_next = table.rows.len() <= SHORT && at + 1 < table.rows.len();
        if let ([words], true) = (cells.as_slice(), widths.len() > 1) {
            let frame = ParagraphProperties { with_next: true, ..ParagraphProperties::of(style) };
            row(writer, false, |writer| {
                cell(writer, wide, widths.len(), false, |writer| {
                    writer.paragraph(&frame, |writer| notes.runs(writer, words));
                });
            });
            continue;
        }
        row(writer, false, |writer| {
            for (at, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
                let frame = ParagraphProperties {
                    with_next,
                    align: Some(column.align),
                    ..ParagraphProperties::of(style)
                };
                let words: &'b [Run] = cells.get(at).map_or(&[], Vec::as_slice);
                cell(writer, *width, 1, false, |writer| {
                    writer.paragraph(&frame, |writer| notes.runs(writer, words));
                });
            }
        });
    }
    writer.xml.close("w:tbl");
}

/// The widths of columns by their shares; together they are that of the type area.
fn widths(table: &BriefTable, all_of_it: u32) -> Vec<u32> {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.share.max(1))).sum();
    let mut left = all_of_it;
    let mut widths: Vec<u32> = table
        .columns
        .iter()
        .map(|column| {
            let width = all_of_it * u32::from(column.share.max(1)) / all;
            left -= width;
            width
        })
        .collect();
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths
}

/// The columns of a table.
pub(super) fn grid(writer: &mut PartWriter<'_>, widths: &[u32]) {
    writer.xml.open("w:tblGrid", &[]);
    for width in widths {
        writer.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    writer.xml.close("w:tblGrid");
}

/// A row, which stays on one page.
pub(super) fn row<'b>(writer: &mut PartWriter<'b>, head: bool, write: impl FnOnce(&mut PartWriter<'b>)) {
    writer.xml.open("w:tr", &[]);
    writer.xml.open("w:trPr", &[]);
    writer.xml.empty("w:cantSplit", &[]);
    if head {
        writer.xml.empty("w:tblHeader", &[]);
    }
    writer.xml.close("w:trPr");
    write(writer);
    writer.xml.close("w:tr");
}

/// A cell over so many columns.
pub(super) fn cell<'b>(
    writer: &mut PartWriter<'b>,
    width: u32,
    columns: usize,
    centred: bool,
    write: impl FnOnce(&mut PartWriter<'b>),
) {
    writer.xml.open("w:tc", &[]);
    writer.xml.open("w:tcPr", &[]);
    writer.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    if columns > 1 {
        writer.xml.empty("w:gridSpan", &[("w:val", &columns.to_string())]);
    }
    if centred {
        writer.xml.empty("w:vAlign", &[("w:val", "center")]);
    }
    writer.xml.close("w:tcPr");
    write(writer);
    writer.xml.close("w:tc");
}

/// A paragraph that nobody sees, where the format wants one.
pub(super) fn nothing(writer: &mut PartWriter<'_>) {
    let frame = ParagraphProperties {
        line: Some(LineHeight::Exact(20)),
        before: Some(0),
        after: Some(0),
        ..ParagraphProperties::default()
    };
    writer.line(&frame, "");
}
