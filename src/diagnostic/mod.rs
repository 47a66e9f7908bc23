//! Diagnostics (errors and warnings) as data: what is wrong, where, and what to write instead.
//!
//! Content faults are collected, never thrown: one run names all of them. Each has a [`Code`] that
//! settings, tests and other programs can rely on.

mod code;
mod example;
mod fault;
mod print;

pub use code::{Code, Severity};
pub use example::Example;
pub use fault::Diagnostic;
pub use print::{Format, MOST_SHOWN, More, first_of, plural, print};

pub use crate::model::Origin;

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

/// Words with more characters than this are not compared.
const LONGEST_WORD: usize = 100;

/// The word of a list that a mistyped one is nearest to, if any is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // What is longer than any word is near to none, and a word of quite another length need not be compared.
    let length = word.chars().take(LONGEST_WORD + 1).count();
    if length > LONGEST_WORD {
        return None;
    }
    known
        .into_iter()
        .filter(|candidate| {
            let other = candidate.chars().count();
            length.abs_diff(other) <= (other / 3).max(1)
        })
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}
