//! The door to YAML: any text gives a document whose places lie in it, or faults; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shanhai::yaml::{Document, Kind, Node};
use std::sync::Arc;

/// Every span lies within the text, between two characters.
fn placed(node: &Node, text: &str) {
    assert!(text.get(node.span.clone()).is_some(), "{:?} is no part of the text", node.span);
    match &node.kind {
        Kind::List(items) => items.iter().for_each(|item| placed(item, text)),
        Kind::Map(pairs) => pairs.iter().for_each(|(_, key, value)| {
            assert!(text.get(key.clone()).is_some(), "{key:?} is no part of the text");
            placed(value, text);
        }),
        Kind::Scalar { .. } => {}
    }
}

fuzz_target!(|text: &str| {
    let (file, whole): (Arc<str>, Arc<str>) = (Arc::from("fuzz.yaml"), Arc::from(text));
    match Document::parse(&file, &whole, 0..text.len()) {
        Ok(document) => placed(&document.root, text),
        Err(faults) => assert!(!faults.is_empty(), "a refusal says why"),
    }
});
