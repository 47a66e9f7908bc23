//! Numbering definitions: lists that count themselves, so that an item put in between renumbers the rest.

use super::lang::Script;
use super::measure::CELL;
use super::namespaces::WORD;
use super::notes::Notes;
use super::properties::{ParagraphProperties, RunProperties};
use super::text::PartWriter;
use crate::view::ListItem;
use crate::xml::Xml;

/// As many levels as Word has.
const LEVELS: usize = 9;

/// Items that count on from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NumberedSeries {
    level: usize,
    /// The number of its first item; none for dots.
    start: Option<u32>,
}

/// The series of a brief.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<NumberedSeries>);

impl Lists {
    /// Writes a list.
    pub(super) fn write<'b>(
        &mut self,
        writer: &mut PartWriter<'b>,
        items: &'b [ListItem],
        notes: &mut Notes<'b>,
        first: Option<u32>,
    ) {
        // The series open at each level, and the number that its next item has.
        let mut open: Vec<(usize, Option<u32>)> = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let level = item.level.min(LEVELS - 1);
            let number: Option<u32> = item.marker.trim_end_matches('.').parse().ok();
            open.truncate(level + 1);
            while open.len() <= level {
                let id = self.begin(open.len(), number);
                open.push((id, number));
            }
            if open[level].1 != number {
                open[level] = (self.begin(level, number), number);
            }
            let (id, next) = &mut open[level];
            *next = next.map(|number| number.saturating_add(1));
            let before = if at == 0 { first } else { None };
            let frame = ParagraphProperties {
                item: Some((*id, level)),
                before,
                ..ParagraphProperties::of("ListParagraph")
            };
            writer.paragraph(&frame, |writer| notes.runs(writer, &item.runs));
        }
    }

    /// A new series; its id counts from 1.
    fn begin(&mut self, level: usize, start: Option<u32>) -> usize {
        self.0.push(NumberedSeries { level, start });
        self.0.len()
    }

    /// Writes the part.
    pub(super) fn part(&self, script: Script) -> Vec<u8> {
        let mut xml = Xml::exact();
        xml.open("w:numbering", &[("xmlns:w", WORD)]);
        for (id, format) in [("0", "bullet"), ("1", "decimal")] {
            xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
            xml.empty("w:multiLevelType", &[("w:val", "hybridMultilevel")]);
            for level in 0..LEVELS {
                level_of(&mut xml, script, level, format);
            }
            xml.close("w:abstractNum");
        }
        for (series, id) in self.0.iter().zip(1..) {
            xml.open("w:num", &[("w:numId", &id.to_string())]);
            xml.empty("w:abstractNumId", &[("w:val", if series.start.is_some() { "1" } else { "0" })]);
            if let Some(start) = series.start {
                xml.open("w:lvlOverride", &[("w:ilvl", &series.level.to_string())]);
                xml.empty("w:startOverride", &[("w:val", &start.to_string())]);
                xml.close("w:lvlOverride");
            }
            xml.close("w:num");
        }
        xml.close("w:numbering");
        xml.into_bytes()
    }
}

fn level_of(xml: &mut Xml, script: Script, level: usize, format: &str) {
    let words = match (format, script.is_chinese()) {
        ("decimal", _) => format!("%{}.", level + 1),
        (_, true) => "·".to_owned(),
        _ => "•".to_owned(),
    };
    xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
    xml.empty("w:start", &[("w:val", "1")]);
    xml.empty("w:numFmt", &[("w:val", format)]);
    // In Chinese an item begins two characters in and turns at the margin, like any paragraph.
    let deep = u32::try_from(level).unwrap_or_default();
    if script.is_chinese() {
        xml.empty("w:suff", &[("w:val", "space")]);
    }
    xml.empty("w:lvlText", &[("w:val", &words)]);
    xml.empty("w:lvlJc", &[("w:val", "left")]);
    if script.is_chinese() {
        let characters = 2 + 2 * deep;
        let frame = ParagraphProperties {
            left: Some(0),
            first: Some((100 * characters, CELL * characters)),
            ..ParagraphProperties::default()
        };
        frame.write(xml);
    } else {
        let left = (360 * (deep + 1)).to_string();
        xml.open("w:pPr", &[]);
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", "360")]);
        xml.close("w:pPr");
    }
    RunProperties::default().write(xml, script);
    xml.close("w:lvl");
}
