//! Briefs → files to print and to edit.
//!
//! ```text
//! BriefView ─┬─► pdf   Typst: the grid of an official document, PDF/A-2a and PDF/UA-1
//!            └─► docx  the same structure, for those who must edit
//! ```
//!
//! Nothing is read from anywhere: faces and drawings are handed in, so that the same brief gives the same
//! bytes. Everything of Typst stands behind [`Press`].

use crate::typeface::Role;
use std::sync::Arc;

#[cfg(feature = "pdf")]
mod faces;
#[cfg(feature = "pdf")]
mod missing;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod world;

#[cfg(feature = "pdf")]
pub use faces::Faces;
#[cfg(feature = "pdf")]
pub use missing::Missing;
#[cfg(feature = "pdf")]
pub use pdf::{Fault, Press, is_of};

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
