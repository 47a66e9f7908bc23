//! One file as its raw type.

use super::files::ContentFile;
use crate::diagnostic::Diagnostic;
use crate::yaml::{Document, Shape};
use serde::de::DeserializeOwned;

/// A file that was read as its raw type.
pub(super) struct Parsed<T> {
    pub stem: String,
    pub document: Document,
    pub raw: T,
}

/// Reads a file that is YAML throughout.
pub(super) fn read<T: DeserializeOwned>(
    file: &ContentFile,
    shape: &Shape<T>,
) -> Result<Parsed<T>, Vec<Diagnostic>> {
    let document = Document::parse(&file.path, &file.text, 0..file.text.len())?;
    let raw = document.read(shape)?;
    Ok(Parsed { stem: file.stem.clone(), document, raw })
}
