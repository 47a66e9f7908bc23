//! What the evaluation proves, in the words of a language: verdicts, reasons, figures, references, documents.

pub(super) mod cards;
pub(super) mod checks;
mod computations;
pub(super) mod condition;
pub(super) mod documents;
pub(super) mod figures;
pub(super) mod headline;
pub(super) mod hero;
pub(super) mod missing;
pub(super) mod open_reasons;
pub(super) mod proven;
pub(super) mod reasons;
pub(super) mod references;
pub(super) mod stories;
pub(super) mod summary;
pub(super) mod trends;
pub(super) mod verdicts;
