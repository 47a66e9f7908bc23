//! A parsed file: its text and the tree over it.

use super::node::{self, Node};
use crate::diagnostic::Diagnostic;
use crate::model::{Lines, Origin};
use std::ops::Range;
use std::sync::Arc;

/// A parsed file: its text and the tree over it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The path that diagnostics name.
    pub file: Arc<str>,
    /// The whole file.
    pub text: Arc<str>,
    /// The root of the tree; spans are byte offsets into the whole file.
    pub root: Node,
    /// The part of the file that is YAML: all of it, or the front matter.
    pub yaml: Range<usize>,
    /// Where its lines begin.
    pub lines: Lines,
}

impl Document {
    /// Parses the YAML in a part of a file.
    ///
    /// # Errors
    /// Every fault of syntax and of policy, each at its place.
    pub fn parse(file: &Arc<str>, text: &Arc<str>, yaml: Range<usize>) -> Result<Self, Vec<Diagnostic>> {
        let mark = if text[yaml.clone()].starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let yaml = yaml.start + mark..yaml.end;
        node::build(file, text, yaml.clone()).map(|root| Self {
            file: Arc::clone(file),
            text: Arc::clone(text),
            root,
            yaml,
            lines: Lines::of(text),
        })
    }

    /// The place of a byte range.
    pub fn origin(&self, span: Range<usize>) -> Origin {
        self.lines.locate(&self.file, &self.text, span)
    }
}
