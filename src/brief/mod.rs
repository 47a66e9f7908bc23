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

use crate::typeface::Role;
use std::sync::Arc;

mod docx;
#[cfg(feature = "pdf")]
mod pdf;
mod printer;

pub use docx::{Docx, Unwritten};
#[cfg(feature = "pdf")]
pub use pdf::{Missing, PdfFaces, PdfFault, PdfWriter, is_of};
pub use printer::{Print, Printer, Unprinted, add, fault, prints};

/// A face of the machine, read.
#[derive(Debug, Clone)]
pub struct FaceFile {
    /// The role that it serves.
    pub role: Role,
    /// The whole file.
    pub data: Arc<Vec<u8>>,
    /// Its place in the file, if that is a collection; otherwise 0.
    pub index: u32,
}
