//! Texts without quotes in a JSON Schema: what looks like a number or a yes is one for an editor, and a text here.

use serde_json::{Value as Json, json};

/// Lets plain numbers and yes or no through wherever a text is asked for of which nothing more is known. A text with
/// a pattern or from a list says itself what it takes.
pub(super) fn allow(schema: &mut Json) {
    match schema {
        Json::Object(keys) => {
            let free = !["const", "enum", "pattern"].iter().any(|key| keys.contains_key(*key));
            match keys.get_mut("type") {
                Some(kind @ Json::String(_)) if free && kind == "string" => {
                    *kind = json!(["string", "number", "boolean"]);
                }
                Some(Json::Array(kinds)) if free && *kinds == [json!("string"), json!("null")] => {
                    *kinds = vec![json!("string"), json!("number"), json!("boolean"), json!("null")];
                }
                _ => {}
            }
            keys.values_mut().for_each(allow);
        }
        Json::Array(items) => items.iter_mut().for_each(allow),
        _ => {}
    }
}
