//! The table is what the faces have, and it says so of texts.

#![allow(clippy::disallowed_methods, reason = "a test writes the table anew")]

use super::*;
use crate::typeface::Carried;

/// `SHANHAI_BLESS=1` writes the table anew when a face was replaced.
#[test]
fn the_table_is_what_the_faces_have() {
    let mut table = vec![0_u8; 8192];
    let faces = Carried::ALL.map(|face| face.truetype().expect("the face unpacks"));
    let parsed: Vec<_> =
        faces.iter().map(|data| ttf_parser::Face::parse(data, 0).expect("it is TrueType")).collect();
    for c in (0..0x10000_u32).filter_map(char::from_u32) {
        if parsed.iter().all(|face| face.glyph_index(c).is_some()) {
            table[u32::from(c) as usize / 8] |= 1 << (u32::from(c) % 8);
        }
    }
    if std::env::var_os("SHANHAI_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/typeface/faces/common.bin");
        std::fs::write(path, &table).expect("the table is written");
        return;
    }
    assert!(table == COMMON, "bless the table of common characters");
}

#[test]
fn common_words_are_covered_and_rare_ones_are_looked_for() {
    for text in ["东莞昭通ABCé，。“”≥％", "a: \"x\\n\" # A &amp; B & C"] {
        assert!(covers([text.as_bytes()].into_iter()), "{text}");
    }
    for text in ["𠮷野家", "\u{13000}", "\"\\u5409\"", "\"\\U00020BB7\"", "&#x20BB7;", "&Uuml;", "မြန်မာ"]
    {
        assert!(!covers([text.as_bytes()].into_iter()), "{text}");
    }
}
