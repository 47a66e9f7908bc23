//! Run properties (w:rPr) and paragraph properties (w:pPr), written in the order in which the OOXML schema wants
//! the elements: Word refuses a file that has them in another.

use super::face::DocxFace;
use super::lang::{Script, word_tag};
use crate::xml::Xml;

/// Red of a masthead and its rule.
pub(super) const RED: &str = "E60012";

/// Where the parts of a run are written: what is said of it besides its words.
#[allow(clippy::struct_excessive_bools, reason = "each is a look of its own, as the format has them")]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RunProperties<'t> {
    /// A style of characters.
    pub style: Option<&'static str>,
    pub face: Option<DocxFace>,
    /// Its words are Chinese on a page that is not.
    pub foreign_chinese: bool,
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    pub underlined: bool,
    pub colour: Option<&'static str>,
    /// Room between characters, twentieths of a point.
    pub tracking: i32,
    /// Half points.
    pub size: Option<u32>,
    pub raised: bool,
    /// Its language, if not that of the page.
    pub lang: Option<&'t str>,
}

impl RunProperties<'_> {
    /// Writes `w:rPr`, if there is anything to say.
    pub(super) fn write(&self, xml: &mut Xml, script: Script) {
        let plain = self.style.is_none()
            && self.face.is_none()
            && !(self.bold || self.italic || self.struck || self.underlined || self.raised)
            && self.colour.is_none()
            && self.tracking == 0
            && self.size.is_none()
            && self.lang.is_none();
        if plain {
            return;
        }
        xml.open("w:rPr", &[]);
        if let Some(style) = self.style {
            xml.empty("w:rStyle", &[("w:val", style)]);
        }
        if let Some(face) = self.face {
            face.write(xml, script, self.foreign_chinese);
        } else if self.foreign_chinese {
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
        }
        for (is, names) in [(self.bold, ["w:b", "w:bCs"]), (self.italic, ["w:i", "w:iCs"])] {
            for name in names.into_iter().filter(|_| is) {
                xml.empty(name, &[]);
            }
        }
        if self.struck {
            xml.empty("w:strike", &[]);
        }
        if let Some(colour) = self.colour {
            xml.empty("w:color", &[("w:val", colour)]);
        }
        if self.tracking != 0 {
            xml.empty("w:spacing", &[("w:val", &self.tracking.to_string())]);
        }
        if let Some(size) = self.size.map(|size| size.to_string()) {
            xml.empty("w:sz", &[("w:val", &size)]);
            xml.empty("w:szCs", &[("w:val", &size)]);
        }
        if self.underlined {
            xml.empty("w:u", &[("w:val", "single")]);
        }
        if self.raised {
            xml.empty("w:vertAlign", &[("w:val", "superscript")]);
        }
        if let Some(lang) = self.lang.map(word_tag) {
            // East Asian characters have a language of their own; the letters and digits among them keep the page's.
            let asian = ["zh", "ja", "ko"].iter().any(|tag| lang.starts_with(tag));
            xml.empty("w:lang", &[(if asian { "w:eastAsia" } else { "w:val" }, lang)]);
        }
        xml.close("w:rPr");
    }
}

/// The height of a line, in twentieths of a point where it is exact.
#[derive(Debug, Clone, Copy)]
pub(super) enum LineHeight {
    /// Always this.
    Exact(u32),
    /// As the type asks, times this many 240ths.
    Free(u32),
}

/// What is said of a paragraph. Lengths are twentieths of a point.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ParagraphProperties {
    pub style: Option<&'static str>,
    /// It stays with the next.
    pub with_next: bool,
    /// It stays on one page.
    pub whole: bool,
    /// As on the grid of an official document: each character stands in its cell, beside a digit too, and no line
    /// leaves its page for the sake of another.
    pub in_cells: bool,
    /// The list that it is an item of, and how deep.
    pub item: Option<(usize, usize)>,
    /// A rule below: colour and eighths of a point.
    pub ruled: Option<(&'static str, u32)>,
    /// Where words end that follow a tab.
    pub tab: Option<u32>,
    pub before: Option<u32>,
    pub after: Option<u32>,
    pub line: Option<LineHeight>,
    pub left: Option<u32>,
    pub right: Option<u32>,
    /// The first line begins so much further in: hundredths of a character, and what that is.
    pub first: Option<(u32, u32)>,
    /// `both`, `center`, `left`, `right`.
    pub align: Option<&'static str>,
    /// Its level in the outline, from 0.
    pub outline: Option<u32>,
}

impl ParagraphProperties {
    /// A paragraph of a style.
    pub(super) fn of(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// Writes `w:pPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.open("w:pPr", &[]);
        if let Some(style) = self.style {
            xml.empty("w:pStyle", &[("w:val", style)]);
        }
        for (is, name) in [(self.with_next, "w:keepNext"), (self.whole, "w:keepLines")] {
            if is {
                xml.empty(name, &[]);
            }
        }
        let off = [("w:val", "0")];
        if self.in_cells {
            xml.empty("w:widowControl", &off);
        }
        if let Some((list, level)) = self.item {
            xml.open("w:numPr", &[]);
            xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
            xml.empty("w:numId", &[("w:val", &list.to_string())]);
            xml.close("w:numPr");
        }
        if let Some((colour, thick)) = self.ruled {
            xml.open("w:pBdr", &[]);
            let rule =
                [("w:val", "single"), ("w:sz", &thick.to_string()), ("w:space", "8"), ("w:color", colour)];
            xml.empty("w:bottom", &rule);
            xml.close("w:pBdr");
        }
        if let Some(tab) = self.tab {
            xml.open("w:tabs", &[]);
            xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &tab.to_string())]);
            xml.close("w:tabs");
        }
        if self.in_cells {
            xml.empty("w:autoSpaceDE", &off);
            xml.empty("w:autoSpaceDN", &off);
        }
        self.spacing(xml);
        self.indents(xml);
        if let Some(align) = self.align {
            xml.empty("w:jc", &[("w:val", align)]);
        }
        if let Some(level) = self.outline {
            xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
        }
        xml.close("w:pPr");
    }

    fn spacing(&self, xml: &mut Xml) {
        let (rule, line) = match self.line {
            Some(LineHeight::Exact(line)) => (Some("exact"), Some(line)),
            Some(LineHeight::Free(line)) => (Some("auto"), Some(line)),
            None => (None, None),
        };
        let numbers = [("w:before", self.before), ("w:after", self.after), ("w:line", line)];
        let said = written(&numbers);
        let mut said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        said.extend(rule.map(|rule| ("w:lineRule", rule)));
        if !said.is_empty() {
            xml.empty("w:spacing", &said);
        }
    }

    fn indents(&self, xml: &mut Xml) {
        let characters = self.first.map(|(characters, _)| characters);
        let first = self.first.map(|(_, first)| first);
        let numbers = [
            ("w:left", self.left),
            ("w:right", self.right),
            ("w:firstLineChars", characters),
            ("w:firstLine", first),
        ];
        let said = written(&numbers);
        let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        if !said.is_empty() {
            xml.empty("w:ind", &said);
        }
    }
}

/// The numbers that are there, as words.
fn written(numbers: &[(&'static str, Option<u32>)]) -> Vec<(&'static str, String)> {
    numbers.iter().filter_map(|(name, number)| Some((*name, (*number)?.to_string()))).collect()
}
