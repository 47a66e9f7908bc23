//! The OOXML package: its parts, content types and relationships (ECMA-376, part 2), zipped.

use super::lang::{Script, languages, word_tag};
use super::notes::Links;
use super::picture::DrawnChart;
use crate::lang_marks::plain;
use crate::view::BriefView;
use crate::xml::Xml;
use std::io::{Cursor, Write as _};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The name of the elements of text.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The names that a part with text declares.
pub(super) const SPACES: &[(&str, &str)] = &[("xmlns:w", WORD), ("xmlns:r", OFFICE)];

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that every brief has besides its text: file, what it is, id.
const PARTS: [(&str, &str, &str); 7] = [
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("fontTable", "fontTable", "faces"),
    ("numbering", "numbering", "lists"),
    ("footnotes", "footnotes", "notes"),
    ("footer1", "footer", FOOTER_ODD),
    ("footer2", "footer", FOOTER_EVEN),
];

/// The ids of the feet of pages.
pub(super) const FOOTER_ODD: &str = "odd";
pub(super) const FOOTER_EVEN: &str = "even";

/// What was written of a brief.
pub(super) struct Parts {
    pub document: Vec<u8>,
    pub links: Links,
    pub notes: Vec<u8>,
    pub note_links: Links,
    pub styles: Vec<u8>,
    pub faces: Vec<u8>,
    pub lists: Vec<u8>,
    pub footers: [Vec<u8>; 2],
    pub pictures: Vec<DrawnChart>,
}

/// Packs the parts. Every file has the same time, the first that the format knows.
///
/// # Errors
/// If a part is larger than the format can hold.
pub(super) fn pack(brief: &BriefView, parts: &Parts) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    // They are packed already.
    let stored = packed.compression_method(CompressionMethod::Stored);
    let [odd, even] = &parts.footers;
    let fixed: [(&str, &[u8]); 14] = [
        ("[Content_Types].xml", &types()),
        ("_rels/.rels", &package_relations()),
        ("docProps/core.xml", &core(brief)),
        ("docProps/app.xml", &application()),
        ("word/document.xml", &parts.document),
        ("word/_rels/document.xml.rels", &document_relations(parts)),
        ("word/styles.xml", &parts.styles),
        ("word/settings.xml", &settings(brief)),
        ("word/fontTable.xml", &parts.faces),
        ("word/numbering.xml", &parts.lists),
        ("word/footnotes.xml", &parts.notes),
        ("word/_rels/footnotes.xml.rels", &relations(|xml| link_relations(xml, &parts.note_links))),
        ("word/footer1.xml", odd),
        ("word/footer2.xml", even),
    ];
    for (name, bytes) in fixed {
        zip.start_file(name, packed)?;
        zip.write_all(bytes)?;
    }
    for (picture, at) in parts.pictures.iter().zip(1..) {
        zip.start_file(format!("word/{}", media(at)), stored)?;
        zip.write_all(&picture.png)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn media(at: usize) -> String {
    format!("media/image{at}.png")
}

/// The id of a picture, counted from 1.
pub(super) fn picture_id(at: usize) -> String {
    format!("picture{at}")
}

fn types() -> Vec<u8> {
    let mut xml = Xml::exact();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    for (ending, kind) in [("png", "image/png"), ("rels", relations), ("xml", "application/xml")] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    let mut part =
        |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
    part("/word/document.xml", &format!("{TYPES}.document.main+xml"));
    for (file, kind, _) in PARTS {
        part(&format!("/word/{file}.xml"), &format!("{TYPES}.{kind}+xml"));
    }
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    xml.close("Types");
    xml.into_bytes()
}

fn relations(write: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::exact();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    write(&mut xml);
    xml.close("Relationships");
    xml.into_bytes()
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

fn package_relations() -> Vec<u8> {
    relations(|xml| {
        relation(xml, "text", &format!("{OFFICE}/officeDocument"), "word/document.xml");
        let core = format!("{PACKAGE}/relationships/metadata/core-properties");
        relation(xml, "core", &core, "docProps/core.xml");
        relation(xml, "application", &format!("{OFFICE}/extended-properties"), "docProps/app.xml");
    })
}

fn document_relations(parts: &Parts) -> Vec<u8> {
    relations(|xml| {
        for (file, kind, id) in PARTS {
            relation(xml, id, &format!("{OFFICE}/{kind}"), &format!("{file}.xml"));
        }
        for at in 1..=parts.pictures.len() {
            relation(xml, &picture_id(at), &format!("{OFFICE}/image"), &media(at));
        }
        link_relations(xml, &parts.links);
    })
}

fn link_relations(xml: &mut Xml, links: &Links) {
    let kind = format!("{OFFICE}/hyperlink");
    for (id, href) in links.iter() {
        xml.empty(
            "Relationship",
            &[("Id", &id), ("Type", &kind), ("Target", href), ("TargetMode", "External")],
        );
    }
}

/// What the file says of itself. Its time is the day of the brief, not that of the run.
fn core(brief: &BriefView) -> Vec<u8> {
    let mut xml = Xml::exact();
    let names = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
        ("xmlns:dcterms", "http://purl.org/dc/terms/".to_owned()),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.open("cp:coreProperties", &names);
    xml.text("dc:title", &plain(&brief.subject));
    xml.text("dc:creator", &plain(&brief.issuer));
    xml.text("dc:description", &plain(&brief.summary));
    xml.text("dc:language", word_tag(&brief.lang));
    let [year, month, day] = brief.day;
    let time = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.text_with(name, &[("xsi:type", "dcterms:W3CDTF")], &time);
    }
    xml.close("cp:coreProperties");
    xml.into_bytes()
}

fn application() -> Vec<u8> {
    let mut xml = Xml::exact();
    let name = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", name)]);
    xml.text("Application", "shanhai");
    xml.close("Properties");
    xml.into_bytes()
}

fn settings(brief: &BriefView) -> Vec<u8> {
    let chinese = Script::of(&brief.lang).is_chinese();
    let mut xml = Xml::exact();
    xml.open("w:settings", &[("xmlns:w", WORD)]);
    // The wider margin is at the binding, on both sides of a sheet.
    xml.empty("w:mirrorMargins", &[]);
    xml.empty("w:defaultTabStop", &[("w:val", "420")]);
    xml.empty("w:evenAndOddHeaders", &[]);
    if chinese {
        xml.empty("w:characterSpacingControl", &[("w:val", "compressPunctuation")]);
    }
    xml.open("w:footnotePr", &[]);
    for id in ["-1", "0"] {
        xml.empty("w:footnote", &[("w:id", id)]);
    }
    xml.close("w:footnotePr");
    xml.open("w:compat", &[]);
    // A line that somebody ended is not stretched to the margin.
    xml.empty("w:doNotExpandShiftReturn", &[]);
    let word = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")]);
    xml.close("w:compat");
    let [letters, asian] = languages(Script::of(&brief.lang), &brief.lang);
    xml.empty("w:themeFontLang", &[("w:val", letters), ("w:eastAsia", asian)]);
    xml.close("w:settings");
    xml.into_bytes()
}
