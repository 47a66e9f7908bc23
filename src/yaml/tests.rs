use super::*;
use crate::diagnostic::Diagnostic;
use proptest::prelude::*;
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
struct Sample {
    /// What it is called.
    title: String,
    #[serde(default)]
    items: Vec<Item>,
    note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
struct Item {
    value: String,
    #[serde(default)]
    partial: bool,
    kind: Option<Word>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Word {
    /// One.
    Result,
    Planned,
}

fn parse(text: &str) -> Result<Document, Vec<Diagnostic>> {
    let text: Arc<str> = Arc::from(text);
    Document::parse(&Arc::from("a.yaml"), &text, 0..text.len())
}

fn faults(text: &str) -> Vec<(&'static str, usize, usize)> {
    let found = match parse(text) {
        Err(found) => found,
        Ok(document) => document.read::<Sample>(&Shape::new()).err().unwrap_or_default(),
    };
    found.iter().map(|f| (f.code.as_str(), f.origin.line, f.origin.column)).collect()
}

#[test]
fn numbers_arrive_as_written() {
    let document = parse("title: 2019\nitems:\n  - { value: 12.50 }\n  - value: 1.7万\n    partial: true\n")
        .expect("clean");
    let sample: Sample = document.read(&Shape::new()).expect("fits");
    assert_eq!(sample.items[0].value, "12.50");
    assert_eq!(sample.items[1].value, "1.7万");
    assert!(sample.items[1].partial);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_accepted() {
    let document = parse("\u{feff}title: 甲\r\nnote: 乙\r\n").expect("clean");
    let sample: Sample = document.read(&Shape::new()).expect("fits");
    assert_eq!(sample.note.as_deref(), Some("乙"));
    assert_eq!(document.origin(document.root.get("note").expect("note").span.clone()).line, 2);
}

#[test]
fn every_deviation_is_named_at_its_place() {
    assert_eq!(
        faults("titel: a\nitems:\n  - { valu: 1, partial: ja }\n  - [1]\n"),
        vec![
            ("unknown-key", 1, 1),
            ("unknown-key", 3, 7),
            ("wrong-type", 3, 25),
            ("missing-key", 3, 7),
            ("wrong-type", 4, 5),
            ("missing-key", 1, 1),
        ]
    );
    assert_eq!(faults("title: a\nitems:\n  - { value: 1, kind: planed }\n"), vec![("unknown-word", 3, 23)]);
    assert_eq!(faults("title:\n"), vec![("wrong-type", 1, 6)]);
}

#[test]
fn what_hides_meaning_is_refused() {
    assert_eq!(
        faults("title: &x a\nnote: *x\n").iter().map(|f| f.0).collect::<Vec<_>>(),
        ["yaml-refused", "yaml-refused"]
    );
    assert_eq!(faults("title: a\ntitle: b\n"), vec![("duplicate-key", 2, 1)]);
    assert_eq!(faults("title: !!str a\n")[0].0, "yaml-refused");
    assert_eq!(faults("title: a\n---\ntitle: b\n")[0].0, "yaml-refused");
    assert_eq!(faults("title: \"a\nb: c\n")[0].0, "yaml-syntax");
    assert_eq!(faults(&format!("title: {}", "[".repeat(70) + &"]".repeat(70)))[0].0, "too-deep");
}

proptest! {
    /// The two parsers agree: what the tree holds is what serde reads.
    #[test]
    fn tree_and_serde_agree(title in "[a-z甲乙丙:# \"'\\[\\]{}&*!|>%@,-]{0,12}", values in prop::collection::vec("[0-9]{1,6}(\\.[0-9]{1,3})?[万亿]?", 0..4)) {
        let mut text = format!("title: {title}\nitems:\n");
        for value in &values {
            text.extend(["  - { value: ", value, " }\n"]);
        }
        if values.is_empty() { text.push_str("  []\n"); }
        if let Ok(document) = parse(&text) && let Ok(sample) = document.read::<Sample>(&Shape::new()) {
            let Kind::Scalar { text: seen, .. } = &document.root.get("title").expect("title").kind else { panic!("a text") };
            prop_assert_eq!(seen, &sample.title);
            prop_assert_eq!(sample.items.iter().map(|item| item.value.clone()).collect::<Vec<_>>(), values);
        }
    }

    #[test]
    fn never_panics(text in "\\PC{0,80}") {
        let _ = faults(&text);
    }
}
