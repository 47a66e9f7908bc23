//! YAML parsing and validation: text → a tree with the span of every key and value, and typed reading (serde).
//!
//! Two parsers share the work. `granit-parser` gives events with byte ranges: from them comes the
//! [`Node`] tree that every later fault points into, and the refusal of what hides a file's meaning
//! (anchors, tags, merge keys, a key written twice, deep nesting). `serde_yaml` then reads the typed
//! raw structs, after [`shape`] has held the tree against their own JSON Schema and named *all*
//! unknown, missing and mistyped keys at once; serde alone would stop at the first.

mod document;
mod node;
mod plain_texts;
mod read;
mod shape;

pub use document::Document;
pub use node::{Kind, Node};
pub use read::{Shape, schema};

#[cfg(test)]
mod tests;
