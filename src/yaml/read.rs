//! Typed reading: a document as a raw type, after it was held against the type's schema.

use super::document::Document;
use super::{plain_texts, shape};
use crate::diagnostic::{Code, Diagnostic};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

impl Document {
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
