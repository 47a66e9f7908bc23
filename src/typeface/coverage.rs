//! Coverage: the characters for which every embedded font has a glyph, as a table that is read without unpacking the
//! fonts. That takes half a second, and a check of content that has no rare character needs none of it.

#[cfg(test)]
mod tests;

/// A bit for each character of the basic plane, the lowest first. A test holds it to the fonts.
static COMMON: &[u8; 8192] = include_bytes!("faces/common.bin");

/// Entities that stand for characters that every face has.
const ENTITIES: [&str; 6] = ["amp;", "lt;", "gt;", "quot;", "apos;", "nbsp;"];

/// True if nothing that a reader is shown of these files can lack a glyph. False says nothing yet: a character may
/// stand in a comment, or in one face and not in another.
pub fn covers<'a>(mut files: impl Iterator<Item = &'a [u8]>) -> bool {
    files.all(|bytes| match std::str::from_utf8(bytes) {
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
