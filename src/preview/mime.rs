//! MIME types by file extension, and the content hash that serves as `ETag`.

use crate::digest::Digest;
use serde::Serialize;

/// Stands for bytes: the same for the same ones.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub(super) struct ContentHash(pub String);

impl ContentHash {
    /// The mark of some bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Digest::of(bytes).short(12))
    }

    /// As an entity tag.
    pub(super) fn tag(&self) -> String {
        format!("\"{}\"", self.0)
    }
}

/// The media type of a file, with its character set where it is text.
pub(super) fn mime_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}
