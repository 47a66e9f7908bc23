//! Coverage: the characters for which every embedded font has a glyph, as a table that is read without unpacking the
//! fonts. That takes half a second, and a check of content that has no rare character needs none of it.

use crate::tree::FileTree;

/// A bit for each character of the basic plane, the lowest first. A test holds it to the fonts.
static COMMON: &[u8; 8192] = include_bytes!("faces/common.bin");

/// Entities that stand for characters that every face has.
const ENTITIES: [&str; 6] = ["amp;", "lt;", "gt;", "quot;", "apos;", "nbsp;"];

/// True if nothing that a reader is shown of this content can lack a glyph. False says nothing yet: a character may
/// stand in a comment, or in one face and not in another.
pub fn covers(content: &FileTree) -> bool {
    content.iter().all(|(_, bytes)| match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().all(|c| c.is_ascii() || is_common(c)) && !writes_otherwise(text),
        // A photo, or a table that is refused.
        Err(_) => true,
    })
}

/// True if every face has the character.
fn is_common(c: char) -> bool {
    let code = u32::from(c) as usize;
    COMMON.get(code / 8).is_some_and(|byte| byte >> (code % 8) & 1 == 1)
}

/// True if a text names characters instead of writing them: by an escape of YAML, by an entity.
fn writes_otherwise(text: &str) -> bool {
    let escaped = text.match_indices('\\').any(|(at, _)| {
        text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() && !matches!(c, 'n' | 't' | 'r'))
            || text[at + 1..].starts_with('_')
    });
    let by_entity = text.match_indices('&').any(|(at, _)| {
        let rest = &text[at + 1..];
        let named = rest.starts_with('#') || rest.starts_with(|c: char| c.is_ascii_alphabetic());
        named && !ENTITIES.iter().any(|entity| rest.starts_with(entity))
    });
    escaped || by_entity
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface::Carried;

    fn content(text: &str) -> FileTree {
        let mut files = FileTree::new();
        files.put("site.yaml", text.as_bytes().to_vec());
        files
    }

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
            assert!(covers(&content(text)), "{text}");
        }
        for text in ["𠮷野家", "\u{13000}", "\"\\u5409\"", "\"\\U00020BB7\"", "&#x20BB7;", "&Uuml;", "မြန်မာ"]
        {
            assert!(!covers(&content(text)), "{text}");
        }
    }
}
