//! A text in one language or several.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};
use std::{borrow::Cow, collections::BTreeMap, fmt};

/// A plain text in the site's first language, or a map from language to text.
#[derive(Debug, Clone)]
pub enum RawText {
    /// In the site's first language.
    Plain(String),
    /// By language tag.
    ByLang(BTreeMap<String, String>),
}

impl JsonSchema for RawText {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "text",
            "anyOf": [
                { "type": ["string", "boolean", "integer"] },
                { "type": "object", "additionalProperties": { "type": "string" } }
            ]
        })
    }
}

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> de::Visitor<'de> for TextVisitor {
    type Value = RawText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a map of languages")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<RawText, E> {
        Ok(RawText::Plain(text.to_owned()))
    }

    fn visit_bool<E: de::Error>(self, text: bool) -> Result<RawText, E> {
        Ok(RawText::Plain(text.to_string()))
    }

    fn visit_i64<E: de::Error>(self, text: i64) -> Result<RawText, E> {
        Ok(RawText::Plain(text.to_string()))
    }

    fn visit_u64<E: de::Error>(self, text: u64) -> Result<RawText, E> {
        Ok(RawText::Plain(text.to_string()))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<RawText, E> {
        Err(E::custom("put a text that looks like a number in quotes, so that it stays as written"))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<RawText, A::Error> {
        let mut by_lang = BTreeMap::new();
        while let Some((lang, text)) = map.next_entry()? {
            by_lang.insert(lang, text);
        }
        Ok(RawText::ByLang(by_lang))
    }
}
