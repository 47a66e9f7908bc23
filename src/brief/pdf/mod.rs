//! A brief as PDF, set by Typst: PDF/A-2a to archive and PDF/UA-1 for accessibility, byte-identical on every run.

mod faces;
mod missing;
mod words;
mod world;

pub use faces::PdfFaces;
pub use missing::Missing;

use self::missing::missing;
use self::world::{BriefWorld, file};
use crate::digest::Digest;
use crate::view::{BriefBlock, BriefView, glyph_files};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::syntax::{FileId, Source};
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("brief.typ");

/// Counts up whenever the same brief gives another PDF: another Typst, another carried face.
const MAKING: u32 = 1;

/// As far from its end as the description of a PDF begins.
const DESCRIPTION: usize = 16_384;

/// Why a brief is not set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfFault {
    /// No face has these characters.
    Missing(Vec<Missing>),
    /// Typst refused, in its own words: a fault of the template.
    Refused(String),
}

impl fmt::Display for PdfFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(all) => {
                let said: Vec<String> = all.iter().map(Missing::to_string).collect();
                f.write_str(&said.join("; "))
            }
            Self::Refused(why) => write!(f, "the page cannot be set: {why}"),
        }
    }
}

impl std::error::Error for PdfFault {}

/// Sets briefs; made once for many of them.
pub struct PdfWriter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: PdfFaces,
    template: Source,
    /// What every brief finds: roles of faces, glyphs of statuses.
    shared: HashMap<FileId, Bytes>,
}

impl fmt::Debug for PdfWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PdfWriter").field("faces", self.faces.roles()).finish_non_exhaustive()
    }
}

impl PdfWriter {
    /// A writer with these faces.
    ///
    /// # Errors
    /// [`PdfFault::Refused`] if its own files have no names, which cannot be.
    pub fn new(faces: PdfFaces) -> Result<Self, PdfFault> {
        let mut shared = HashMap::new();
        add(&mut shared, "/faces.json", json(faces.roles())?)?;
        for (status, svg) in glyph_files() {
            add(&mut shared, &format!("/glyph-{status}.svg"), svg.into_bytes())?;
        }
        let main = file("/brief.typ").ok_or_else(|| PdfFault::Refused("a name of a file".to_owned()))?;
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(faces.book()),
            template: Source::new(main, TEMPLATE.to_owned()),
            faces,
            shared,
        })
    }

    /// Looks whether every character of a brief has a face.
    ///
    /// # Errors
    /// [`PdfFault::Missing`] if one has none.
    pub fn look_through(&self, brief: &BriefView) -> Result<(), PdfFault> {
        let lacking = missing(brief, &self.faces);
        if lacking.is_empty() { Ok(()) } else { Err(PdfFault::Missing(lacking)) }
    }

    /// The PDF of a brief.
    ///
    /// # Errors
    /// [`PdfFault`]; a character that no face has is one.
    pub fn pdf(&self, brief: &BriefView) -> Result<Vec<u8>, PdfFault> {
        self.look_through(brief)?;
        let mut files = self.shared.clone();
        let view = serde_json::to_value(brief).map_err(|error| PdfFault::Refused(error.to_string()))?;
        add(&mut files, "/brief.json", json(&words::in_pieces(view))?)?;
        for block in &brief.blocks {
            if let BriefBlock::Chart(chart) = block {
                add(&mut files, &format!("/{}.svg", chart.id), chart.svg.clone().into_bytes())?;
            }
        }
        let world = BriefWorld {
            library: &self.library,
            book: &self.book,
            faces: &self.faces,
            template: &self.template,
            files,
        };
        let document = typst::compile::<PagedDocument>(&world).output.map_err(|found| refused(&found))?;
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| PdfFault::Refused(error.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{}-{}", brief.name, brief.lang)),
            creator: Smart::Custom(Some(made_by(&mark(brief)?))),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|found| refused(&found))
    }

    /// Forgets what was remembered of briefs that were set long ago; a program that goes on calls it now and
    /// then.
    pub fn forget() {
        typst::comemo::evict(30);
    }
}

/// True if a PDF was made of this brief by this version, with the carried faces alone or any others.
pub fn is_of(pdf: &[u8], brief: &BriefView) -> bool {
    let Ok(mark) = mark(brief) else { return false };
    let (by, end) = (made_by(&mark), &pdf[pdf.len().saturating_sub(DESCRIPTION)..]);
    end.windows(by.len()).any(|part| part == by.as_bytes())
}

/// What the PDF says of the program that made it.
fn made_by(mark: &str) -> String {
    format!("shanhai {} {mark}", env!("CARGO_PKG_VERSION"))
}

/// The mark of a brief: a digest of all that its PDF depends on besides the faces of a machine.
fn mark(brief: &BriefView) -> Result<String, PdfFault> {
    let mut digest = Digest::of(MAKING.to_be_bytes()).and(TEMPLATE).and(json(brief)?);
    for block in &brief.blocks {
        if let BriefBlock::Chart(chart) = block {
            digest = digest.and(&chart.svg);
        }
    }
    Ok(digest.short(16))
}

fn add(files: &mut HashMap<FileId, Bytes>, name: &str, bytes: Vec<u8>) -> Result<(), PdfFault> {
    let id = file(name).ok_or_else(|| PdfFault::Refused(format!("\"{name}\" is no name of a file")))?;
    files.insert(id, Bytes::new(bytes));
    Ok(())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, PdfFault> {
    serde_json::to_vec(value).map_err(|error| PdfFault::Refused(error.to_string()))
}

fn refused(found: &[SourceDiagnostic]) -> PdfFault {
    let said: Vec<String> = found
        .iter()
        .map(|one| {
            let hints: Vec<String> = one.hints.iter().map(|hint| hint.v.to_string()).collect();
            format!("{} {}", one.message, hints.join(" "))
        })
        .collect();
    PdfFault::Refused(said.join("; "))
}
