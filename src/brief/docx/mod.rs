//! A brief as DOCX (Office Open XML, `WordprocessingML`), for those who must edit: real styles, footnotes, lists and
//! tables, the layout of the PDF as far as a file can carry it that lines itself up anew in every program.
//!
//! ```text
//! BriefView ─► head, text, lists, table, picture, notes, foot   parts of the document
//!              styles, face                                     how they look
//!              package                                          the parts in one file
//! ```
//!
//! The parts are written as they stand in ECMA-376, with ids counted within the brief: the same brief gives the
//! same bytes, whatever else is written at the time.

mod face;
mod foot;
mod head;
mod lang;
mod links;
mod lists;
mod measure;
mod namespaces;
mod notes;
mod package;
mod picture;
mod properties;
mod section;
mod styles;
mod table;
mod text;

use crate::view::{BriefBlock, BriefChart, BriefView};
use lang::Script;
use lists::Lists;
use namespaces::SPACES;
use notes::Notes;
use package::Parts;
use picture::DrawnChart;
use properties::{ParagraphProperties, RunProperties};
use section::Sheet;
use std::fmt;
use text::PartWriter;

#[cfg(feature = "faces")]
use crate::raster;

/// Why a brief is not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritten {
    /// A chart has characters that no face has.
    Missing(String),
    /// A part cannot be made, in words: a fault of the program.
    Broken(String),
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(why) | Self::Broken(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Unwritten {}

/// Writes briefs for editing; made once for many of them.
#[derive(Debug)]
pub struct Docx {
    #[cfg(feature = "faces")]
    faces: raster::Faces,
}

impl Docx {
    /// A writer that draws charts with the carried faces; without those it writes their descriptions.
    ///
    /// # Errors
    /// [`Unwritten::Broken`] if a carried face cannot be unpacked.
    pub fn new() -> Result<Self, Unwritten> {
        Ok(Self {
            #[cfg(feature = "faces")]
            faces: raster::Faces::load().map_err(|error| Unwritten::Broken(error.to_string()))?,
        })
    }

    /// The file of a brief.
    ///
    /// # Errors
    /// [`Unwritten`], if a chart cannot be drawn.
    pub fn file(&self, brief: &BriefView) -> Result<Vec<u8>, Unwritten> {
        let mut drawn = Vec::new();
        for block in &brief.blocks {
            if let BriefBlock::Chart(chart) = block {
                drawn.extend(self.draw(chart)?);
            }
        }
        write(brief, drawn).map_err(|error| Unwritten::Broken(error.to_string()))
    }

    /// Looks whether the charts of a brief can be drawn.
    ///
    /// # Errors
    /// [`Unwritten`], if one cannot.
    #[cfg(feature = "faces")]
    pub fn look_through(&self, brief: &BriefView) -> Result<(), Unwritten> {
        brief.blocks.iter().try_for_each(|block| match block {
            BriefBlock::Chart(chart) => {
                raster::legible(&chart.svg, &self.faces).map_err(|fault| undrawn(&fault, chart))
            }
            _ => Ok(()),
        })
    }

    #[cfg(feature = "faces")]
    fn draw(&self, chart: &BriefChart) -> Result<Option<DrawnChart>, Unwritten> {
        let size = (picture::PIXELS, picture::HIGHEST_PIXELS);
        let png =
            raster::png_within(&chart.svg, size, &self.faces).map_err(|fault| undrawn(&fault, chart))?;
        Ok(DrawnChart::new(png))
    }

    #[cfg(not(feature = "faces"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "with faces it needs both")]
    fn draw(&self, _: &BriefChart) -> Result<Option<DrawnChart>, Unwritten> {
        Ok(None)
    }
}

/// Why there is no file of a brief with a chart that cannot be drawn.
#[cfg(feature = "faces")]
fn undrawn(fault: &raster::RasterFault, chart: &BriefChart) -> Unwritten {
    let why = format!("{fault}, in \"{}\"", chart.label);
    match fault {
        raster::RasterFault::Missing(_) => Unwritten::Missing(why),
        _ => Unwritten::Broken(why),
    }
}

/// Writes a brief; `drawn` are its charts in order, or none of them.
fn write(brief: &BriefView, drawn: Vec<DrawnChart>) -> zip::result::ZipResult<Vec<u8>> {
    let script = Script::of(&brief.lang);
    let mut notes = Notes::of(brief);
    let mut lists = Lists::default();
    let mut writer = PartWriter::new(script, "w:document", SPACES);
    writer.xml.open("w:body", &[]);
    head::write(&mut writer, brief);
    writer.lang = brief.text_lang.as_deref();
    blocks(&mut writer, &brief.blocks, &mut notes, &mut lists, &drawn);
    writer.lang = None;
    if let Some(words) = &brief.contributor {
        writer.line(&ParagraphProperties::of("BriefContributor"), words);
    }
    if let Some(words) = &brief.words.look_up {
        writer.line(&ParagraphProperties::of("BriefLookUp"), words);
    }
    if !brief.imprint.is_empty() {
        foot::imprint(&mut writer, &brief.imprint, &brief.words.colon);
    }
    section::properties(&mut writer, Sheet::Upright);
    writer.xml.close("w:body");
    writer.xml.close("w:document");
    let (notes, note_links) = notes.part(script);
    let parts = Parts {
        document: writer.xml.into_bytes(),
        links: writer.links,
        notes,
        note_links,
        styles: styles::part(script, &brief.lang),
        faces: face::table(script),
        lists: lists.part(script),
        footers: [foot::footer(script, "right"), foot::footer(script, "left")],
        pictures: drawn,
    };
    package::pack(brief, &parts)
}

/// Writes the text.
fn blocks<'b>(
    writer: &mut PartWriter<'b>,
    blocks: &'b [BriefBlock],
    notes: &mut Notes<'b>,
    lists: &mut Lists,
    drawn: &[DrawnChart],
) {
    let mut pictures = drawn.iter().zip(1..);
    // What follows a table keeps its distance from it.
    let mut gap = None;
    for block in blocks {
        let before = std::mem::take(&mut gap);
        match block {
            BriefBlock::Heading { level, number, runs } => {
                let style = ["Heading1", "Heading2", "Heading3"][usize::from((*level).clamp(1, 3) - 1)];
                writer.paragraph(
                    &ParagraphProperties { before, ..ParagraphProperties::of(style) },
                    |writer| {
                        let lang = writer.lang.take();
                        writer.words(number, &RunProperties::default());
                        writer.lang = lang;
                        notes.runs(writer, runs);
                    },
                );
            }
            BriefBlock::Paragraph { runs } => {
                writer.paragraph(
                    &ParagraphProperties { before, ..ParagraphProperties::of("BodyText") },
                    |writer| notes.runs(writer, runs),
                );
            }
            BriefBlock::List { items, .. } => lists.write(writer, items, notes, before),
            BriefBlock::Quote { paragraphs } => {
                for (runs, at) in paragraphs.iter().zip(0..) {
                    let before = if at == 0 { before } else { None };
                    writer.paragraph(
                        &ParagraphProperties { before, ..ParagraphProperties::of("Quote") },
                        |writer| {
                            notes.runs(writer, runs);
                        },
                    );
                }
            }
            BriefBlock::Table(table) if table.wide => {
                // The sheets before it end here, and its own end behind it.
                section::ends(writer, Sheet::Upright);
                table::write(writer, table, notes);
                section::ends(writer, Sheet::Across);
            }
            BriefBlock::Table(table) => {
                table::write(writer, table, notes);
                gap = Some(280);
            }
            BriefBlock::Chart(chart) => {
                let drawn = pictures.next().map(|(picture, at)| (at, picture));
                picture::write(writer, chart, drawn);
            }
            BriefBlock::Rule => {
                let third = measure::WIDTH * 35 / 100;
                let frame = ParagraphProperties {
                    ruled: Some(("auto", 4)),
                    left: Some(third),
                    right: Some(third),
                    before,
                    ..ParagraphProperties::default()
                };
                writer.line(&frame, "");
            }
        }
    }
    if gap.is_some() {
        // The text does not end with a table.
        table::nothing(writer);
    }
}

#[cfg(test)]
mod tests;
