//! The document model of texts, before it is HTML, PDF or DOCX.

pub(super) mod blocks;
