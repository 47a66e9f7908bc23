//! YAML parsing and validation: text → a tree with the span of every key and value, and typed reading (serde).
//!
//! Two parsers share the work. `granit-parser` gives events with byte ranges: from them comes the
//! [`Node`] tree that every later fault points into, and the refusal of what hides a file's meaning
//! (anchors, tags, merge keys, a key written twice, deep nesting). `serde_yaml` then reads the typed
//! raw structs, after [`shape`] has held the tree against their own JSON Schema and named *all*
//! unknown, missing and mistyped keys at once; serde alone would stop at the first.

mod node;
mod plain_texts;
mod shape;

pub use node::{Kind, Node};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Origin;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::de::DeserializeOwned;
use std::{marker::PhantomData, ops::Range, sync::Arc};

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
        })
    }

    /// Reads the document as a raw type.
    ///
    /// # Errors
    /// Every key that is unknown, missing or of the wrong type.
    pub fn read<T: DeserializeOwned>(&self, shape: &Shape<T>) -> Result<T, Vec<Diagnostic>> {
        let faults = shape::check(self, &shape.schema);
        if !faults.is_empty() {
            return Err(faults);
        }
        serde_yaml::from_str(&self.text[self.yaml.clone()]).map_err(|error| {
            let at = error.location().map_or(0, |location| location.index()) + self.yaml.start;
            vec![Diagnostic::new(Code::WrongType, self.origin(at..at + 1), error.to_string())]
        })
    }

    /// The place of a byte range.
    pub fn origin(&self, span: Range<usize>) -> Origin {
        Origin::locate(&self.file, &self.text, span)
    }
}

/// What files of a raw type look like; made once for all of them.
#[derive(Debug)]
pub struct Shape<T> {
    schema: serde_json::Value,
    of: PhantomData<fn() -> T>,
}

impl<T: JsonSchema> Shape<T> {
    /// The shape of a type.
    #[allow(clippy::new_without_default, reason = "it is long work, not a default")]
    pub fn new() -> Self {
        Self { schema: schema::<T>(), of: PhantomData }
    }
}

/// The JSON Schema (draft 7) of a raw type, with nothing referred to elsewhere: what `shanhai schema`
/// writes and what [`Document::read`] checks against.
pub fn schema<T: JsonSchema>() -> serde_json::Value {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    plain_texts::allow(&mut schema);
    schema
}

#[cfg(test)]
mod tests;
