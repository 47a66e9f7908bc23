//! Schema validation: holds a tree against the JSON Schema of the type it is to be read as, and names every deviation.
//!
//! It knows the part of JSON Schema that `schemars` writes for our raw types: objects with closed
//! keys, maps, lists, texts, numbers, yes/no, words from a list, and `anyOf`.

use super::document::Document;
use super::node::{Kind, Node};
use crate::diagnostic::{Code, Diagnostic, nearest};
use serde_json::Value as Json;
use std::ops::Range;

/// Every way in which the document differs from the schema.
pub(super) fn check(document: &Document, schema: &Json) -> Vec<Diagnostic> {
    let mut checker = Checker { document, faults: Vec::new() };
    checker.node(&document.root, schema, "the file");
    checker.faults
}

struct Checker<'a> {
    document: &'a Document,
    faults: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn fault(&mut self, code: Code, span: Range<usize>, message: String, hint: Option<String>) {
        let mut found = Diagnostic::new(code, self.document.origin(span), message);
        found.hint = hint;
        self.faults.push(found);
    }

    fn node(&mut self, node: &Node, schema: &Json, name: &str) {
        let Some(schema) = fitting(node, schema) else {
            let allowed = allowed(schema);
            self.fault(
                Code::WrongType,
                node.span.clone(),
                format!("{name} must be {allowed}, not {}", what(node)),
                None,
            );
            return;
        };
        match &node.kind {
            Kind::Map(entries) => self.map(node, entries, schema),
            Kind::List(items) => {
                if let Some(item) = schema.get("items") {
                    for one in items {
                        self.node(one, item, "an item of this list");
                    }
                }
                self.length(node, items.len(), schema, name);
            }
            Kind::Scalar { text, .. } => self.word(node, text, schema, name),
        }
    }

    fn map(&mut self, node: &Node, entries: &[(String, Range<usize>, Node)], schema: &Json) {
        let properties = schema.get("properties").and_then(Json::as_object);
        let other = schema.get("additionalProperties");
        for (key, span, value) in entries {
            if let Some(schema) = properties.and_then(|known| known.get(key)) {
                self.node(value, schema, &format!("\"{key}\""));
            } else if let Some(schema) =
                other.filter(|schema| schema.is_object() || **schema == Json::Bool(true))
            {
                self.node(value, schema, &format!("\"{key}\""));
            } else {
                let known: Vec<&str> =
                    properties.map(|known| known.keys().map(String::as_str).collect()).unwrap_or_default();
                let hint = match nearest(key, known.iter().copied()) {
                    _ if key.starts_with(|c: char| c.is_ascii_digit()) => {
                        "if it belongs to a number with a comma, put the number in quotes: \"1,043.47万\""
                            .to_owned()
                    }
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => format!("the keys here are: {}", known.join(", ")),
                };
                self.fault(
                    Code::UnknownKey,
                    span.clone(),
                    format!("\"{key}\" means nothing here"),
                    Some(hint),
                );
            }
        }
        for key in
            schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
        {
            if node.get(key).is_none() {
                let head = entries.first().map_or(node.span.clone(), |(_, span, _)| span.clone());
                let about =
                    properties.and_then(|known| known.get(key)?.get("description")?.as_str()).map(|text| {
                        format!(
                            "add \"{key}:\" ({})",
                            text.split('\n').next().unwrap_or_default().trim_end_matches('.')
                        )
                    });
                self.fault(Code::MissingKey, head, format!("\"{key}\" is missing here"), about);
            }
        }
    }

    fn length(&mut self, node: &Node, len: usize, schema: &Json, name: &str) {
        let bound = |key: &str| schema.get(key).and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
        let (least, most) = (bound("minItems"), bound("maxItems"));
        if least.is_some_and(|least| len < least) || most.is_some_and(|most| len > most) {
            let wanted = match (least, most) {
                (Some(least), Some(most)) if least == most => format!("exactly {least}"),
                (Some(least), _) => format!("at least {least}"),
                (_, most) => format!("at most {}", most.unwrap_or(len)),
            };
            self.fault(
                Code::WrongType,
                node.span.clone(),
                format!("{name} needs {wanted} items, not {len}"),
                None,
            );
        }
    }

    fn word(&mut self, node: &Node, text: &str, schema: &Json, name: &str) {
        let Some(words) = words(schema) else { return };
        if !words.contains(&text) {
            let hint = nearest(text, words.iter().copied()).map_or_else(
                || format!("write one of: {}", words.join(", ")),
                |near| format!("did you mean \"{near}\"?"),
            );
            self.fault(
                Code::UnknownWord,
                node.span.clone(),
                format!("{name} cannot be \"{text}\""),
                Some(hint),
            );
        }
    }
}

/// The words that a schema allows, if it allows only certain words: an `enum`, or `oneOf` constants
/// (which is how `schemars` writes an enum with documented variants).
fn words(schema: &Json) -> Option<Vec<&str>> {
    if let Some(words) = schema.get("enum").and_then(Json::as_array) {
        return Some(words.iter().filter_map(Json::as_str).collect());
    }
    let options = schema.get("oneOf")?.as_array()?;
    let mut all = Vec::new();
    for option in options {
        match option.get("const").and_then(Json::as_str) {
            Some(word) => all.push(word),
            None => all.extend(option.get("enum")?.as_array()?.iter().filter_map(Json::as_str)),
        }
    }
    Some(all)
}

/// The schema, or the alternative of it, whose type the node has.
fn fitting<'s>(node: &Node, schema: &'s Json) -> Option<&'s Json> {
    if let Some(options) = schema.get("anyOf").and_then(Json::as_array) {
        return options.iter().find_map(|option| fitting(node, option));
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Json::String(one)) => vec![one],
        Some(Json::Array(many)) => many.iter().filter_map(Json::as_str).collect(),
        _ if words(schema).is_some() => vec!["string"],
        _ => return Some(schema),
    };
    let fits = types.iter().any(|kind| match (&node.kind, *kind) {
        (Kind::Map(_), "object") | (Kind::List(_), "array") => true,
        (Kind::Scalar { .. }, "null") => node.is_null(),
        (Kind::Scalar { .. }, "string") => !node.is_null(),
        (Kind::Scalar { text, plain: true }, "boolean") => matches!(text.as_str(), "true" | "false"),
        (Kind::Scalar { text, plain: true }, "integer") => text.parse::<i64>().is_ok(),
        (Kind::Scalar { text, plain: true }, "number") => text.parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    });
    fits.then_some(schema)
}

/// What a schema allows, in words.
fn allowed(schema: &Json) -> String {
    if let Some(options) = schema.get("anyOf").and_then(Json::as_array) {
        let mut all: Vec<String> = options.iter().map(allowed).filter(|text| !text.is_empty()).collect();
        all.dedup();
        return all.join(" or ");
    }
    let name = |kind: &str| match kind {
        "object" => "a map of keys and values",
        "array" => "a list",
        "string" => "a text",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        _ => "",
    };
    match schema.get("type") {
        Some(Json::String(kind)) => name(kind).to_owned(),
        // What is read as a text is written in any way: as a number, a yes.
        Some(Json::Array(kinds)) if kinds.iter().any(|kind| kind == "string") => name("string").to_owned(),
        Some(Json::Array(kinds)) => kinds
            .iter()
            .filter_map(Json::as_str)
            .map(name)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" or "),
        _ => "a text".to_owned(),
    }
}

fn what(node: &Node) -> String {
    match &node.kind {
        Kind::Map(_) => "a map".to_owned(),
        Kind::List(_) => "a list".to_owned(),
        Kind::Scalar { .. } if node.is_null() => "empty".to_owned(),
        Kind::Scalar { text, .. } if text.chars().count() > 20 => "this text".to_owned(),
        Kind::Scalar { text, .. } => format!("\"{text}\""),
    }
}
