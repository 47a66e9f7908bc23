//! A brief as JSON for the Typst template. Words of another language are pieces there, so that no language mark is
//! left: a text stays a string, one with such words becomes a list of `{ lang, text }`.

use crate::lang_marks::{is_mark, pieces};
use serde_json::{Value, json};

/// A view without marks.
pub(super) fn in_pieces(value: Value) -> Value {
    match value {
        Value::String(text) if text.contains(is_mark) => pieces(&text)
            .into_iter()
            // Typst knows a language by its first part.
            .map(|(lang, text)| json!({ "lang": lang.and_then(|tag| tag.split('-').next()), "text": text }))
            .collect(),
        Value::Array(all) => all.into_iter().map(in_pieces).collect(),
        Value::Object(all) => all.into_iter().map(|(key, value)| (key, in_pieces(value))).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang_marks::foreign;

    #[test]
    fn words_of_another_language_are_pieces_and_no_mark_is_left() {
        let view =
            json!({ "title": [format!("In {}", foreign("zh-Hans", "楼下村"))], "day": 5, "plain": "words" });
        let pieces = in_pieces(view);
        assert_eq!(pieces["title"][0][1], json!({ "lang": "zh", "text": "楼下村" }));
        assert_eq!(pieces["title"][0][0], json!({ "lang": null, "text": "In " }));
        assert_eq!(pieces["plain"], "words");
        assert!(!pieces.to_string().contains(is_mark));
    }
}
