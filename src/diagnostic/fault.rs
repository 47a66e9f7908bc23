//! One fault of the content, with its place and what to write instead.

use super::code::{Code, Severity};
use crate::model::Origin;

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
