//! Briefs (简报) as files to print and to edit: PDF by Typst, DOCX as Office Open XML (OOXML).
//!
//! ```text
//! BriefView ─┬─► pdf      Typst: the grid of an official document (GB/T 9704), PDF/A-2a and PDF/UA-1
//!            └─► docx     the same structure as WordprocessingML, for those who must edit
//! printer                 which files the briefs of a site have, their cache, and the diagnostic of a failure
//! ```
//!
//! Nothing is read from anywhere: faces and drawings are handed in, so that the same brief gives the same
//! bytes. Everything of Typst stands behind [`PdfWriter`].

mod docx;
mod face_file;
#[cfg(feature = "pdf")]
mod pdf;
mod printer;

pub use docx::{Docx, Unwritten};
pub use face_file::FaceFile;
#[cfg(feature = "pdf")]
pub use pdf::{Missing, PdfFaces, PdfFault, PdfWriter, is_of};
#[cfg(feature = "faces")]
pub use printer::unprintable;
pub use printer::{Print, Printer, Unprinted, add, fault, prints};
