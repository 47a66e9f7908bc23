//! XML files: quick-xml's writer with the calls that feeds, sitemaps and office documents need.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// A document being written, into memory.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a document with one element a line: for readers of its source.
    pub fn indented() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
    }

    /// Begins a document in which every space counts.
    pub fn exact() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(element(name, attributes)));
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(element(name, attributes)));
    }

    /// An element with words.
    pub fn text(&mut self, name: &str, words: &str) {
        self.text_with(name, &[], words);
    }

    /// An element with attributes and words.
    pub fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.write(Event::Text(BytesText::new(&allowed(words))));
        self.close(name);
    }

    /// The finished document, with a line end.
    pub fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&mut self, event: Event<'_>) {
        // Writing to memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn element<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let attributes = attributes.iter().map(|(name, value)| (*name, allowed(value)));
    BytesStart::new(name).with_attributes(attributes)
}

/// The words without characters that no XML file can hold, not even escaped; one of them and a reader refuses
/// the whole file.
fn allowed(words: &str) -> Cow<'_, str> {
    let refused =
        |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if words.contains(refused) { Cow::Owned(words.replace(refused, "")) } else { Cow::Borrowed(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_hold_are_left_out() {
        let mut xml = Xml::exact();
        xml.text_with("a", &[("b", "1\u{0}<\u{ffff}2\u{1b}")], "tab\there\u{8}, \u{fffe}& there");
        let written = String::from_utf8(xml.into_bytes()).unwrap();
        let read = roxmltree::Document::parse(&written).unwrap();
        assert_eq!(read.root_element().attribute("b"), Some("1<2"));
        assert_eq!(read.root_element().text(), Some("tab\there, & there"));
    }
}
