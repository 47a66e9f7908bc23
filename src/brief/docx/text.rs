//! Words → runs: looks, languages, links, notes.

use super::face::DocxFace;
use super::lang::Script;
use super::links::Links;
use super::properties::{ParagraphProperties, RunProperties};
use crate::lang_marks::pieces;
use crate::view::Run;
use crate::xml::Xml;

/// Writes the paragraphs of one part of the file.
pub(super) struct PartWriter<'b> {
    pub xml: Xml,
    pub script: Script,
    /// The language of the words, if not that of the brief.
    pub lang: Option<&'b str>,
    pub links: Links,
}

impl PartWriter<'_> {
    /// A writer of a part that begins with an element; who calls it closes that.
    pub(super) fn new(script: Script, root: &str, spaces: &[(&str, &str)]) -> Self {
        let mut xml = Xml::exact();
        xml.open(root, spaces);
        Self { xml, script, lang: None, links: Links::default() }
    }

    /// A paragraph of words in one look.
    pub(super) fn line(&mut self, frame: &ParagraphProperties, words: &str) {
        self.paragraph(frame, |writer| writer.words(words, &RunProperties::default()));
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, frame: &ParagraphProperties, write: impl FnOnce(&mut Self)) {
        self.xml.open("w:p", &[]);
        frame.write(&mut self.xml);
        write(self);
        self.xml.close("w:p");
    }

    /// Words; each piece in another language is a run of its own that says so.
    pub(super) fn words(&mut self, words: &str, look: &RunProperties<'_>) {
        for (lang, piece) in pieces(words) {
            let mut look = RunProperties { lang: lang.or(self.lang), ..*look };
            match look.lang.map(Script::of) {
                Some(Script::Latin) if look.face.is_none() && self.script.is_chinese() => {
                    look.face = Some(DocxFace::Latin);
                }
                Some(script) => look.foreign_chinese = script.is_chinese() && !self.script.is_chinese(),
                None => {}
            }
            self.run(&look, piece);
        }
    }

    /// One run; a line end in it is one in the file.
    fn run(&mut self, look: &RunProperties<'_>, words: &str) {
        self.xml.open("w:r", &[]);
        look.write(&mut self.xml, self.script);
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.xml.empty("w:br", &[]);
            }
            for (at, stretch) in line.split('\t').enumerate() {
                if at > 0 {
                    self.xml.empty("w:tab", &[]);
                }
                let stretch = stretch.trim_end_matches('\r');
                if !stretch.is_empty() {
                    self.xml.text_with("w:t", &[("xml:space", "preserve")], stretch);
                }
            }
        }
        self.xml.close("w:r");
    }

    /// A line end.
    pub(super) fn line_end(&mut self) {
        self.xml.open("w:r", &[]);
        self.xml.empty("w:br", &[]);
        self.xml.close("w:r");
    }

    /// The words of a run, as a link if they lead anywhere outside the site. Within it addresses are relative,
    /// and a file that is sent on has none.
    pub(super) fn spoken(&mut self, run: &Run) {
        if run.text.is_empty() {
            return;
        }
        let look = look_of(run);
        let link = run.href.as_deref().and_then(|href| self.links.add(href));
        if let Some(link) = link {
            self.xml.open("w:hyperlink", &[("r:id", &link), ("w:history", "1")]);
            let style = look.style.or(Some("Hyperlink"));
            self.words(&run.text, &RunProperties { style, underlined: look.style.is_some(), ..look });
            self.xml.close("w:hyperlink");
        } else {
            self.words(&run.text, &look);
        }
    }
}

fn look_of(run: &Run) -> RunProperties<'static> {
    let style = match (run.code, run.strong, run.emphasis) {
        (true, ..) => Some("Code"),
        (_, true, true) => Some("StrongEmphasis"),
        (_, true, _) => Some("Strong"),
        (_, _, true) => Some("Emphasis"),
        _ => None,
    };
    RunProperties { style, struck: run.struck, ..RunProperties::default() }
}
