//! Diagnostics (errors and warnings) as data: what is wrong, where, and what to write instead.
//!
//! Content faults are collected, never thrown: one run names all of them. Each has a [`Code`] that
//! settings, tests and other programs can rely on.

mod code;
mod example;
mod print;

pub use code::{Code, Severity};
pub use example::Example;
pub use print::{Format, print};

pub use crate::model::Origin;

/// One fault, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
    /// Where.
    pub origin: Origin,
    /// Other places that belong to it, each with a word on why.
    pub related: Vec<(Origin, String)>,
}

impl Diagnostic {
    /// A fault without a hint.
    pub fn new(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, origin, related: Vec::new() }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds another place that belongs to the fault.
    #[must_use]
    pub fn also(mut self, origin: Origin, why: impl Into<String>) -> Self {
        self.related.push((origin, why.into()));
        self
    }

    /// Whether it stops a build.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// What a phase could make of its input, and everything that it found wrong.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// The result, if one could be built.
    pub value: Option<T>,
    /// What was found, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    /// A result with nothing wrong.
    pub fn clean(value: T) -> Self {
        Self { value: Some(value), diagnostics: Vec::new() }
    }

    /// Keeps the value only if no diagnostic is an error; sorts and deduplicates.
    pub fn judged(value: Option<T>, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| (&a.origin, a.code, &a.message).cmp(&(&b.origin, b.code, &b.message)));
        diagnostics.dedup();
        let faulty = diagnostics.iter().any(|found| found.severity() == Severity::Error);
        Self { value: if faulty { None } else { value }, diagnostics }
    }
}

/// The word of a list that a mistyped one is nearest to, if any is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}
