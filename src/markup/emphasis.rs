//! Emphasis beside CJK characters.
//!
//! `CommonMark` lets `**` open or close only where spaces or punctuation set words apart, so
//! `**真，**她` shows its asterisks. The CJK-friendly amendment
//! (<https://github.com/tats-u/markdown-cjk-friendly>) mends this: a run of `*` or `~~` with
//! text on both sides, one of them CJK, may both open and close. The parser knows no such
//! rule, but it lets a run do both when punctuation stands on both sides. So the parser is
//! given a copy in which a punctuation mark that the text does not contain, the *stop*, stands
//! between such a run and its neighbours; it is taken out of every string that comes back, and
//! [`Prepared::source`] maps places in the copy to places in the text.
//!
//! A stop is never put beside ASCII punctuation, which is punctuation already: so it cannot
//! part an escape, a fence, a bracket, an entity or a tag from its neighbour, and the blocks
//! and spans of the copy are those of the text.

use super::cjk::{is_cjk, is_variation};
use std::borrow::Cow;
use std::ops::Range;

/// Punctuation marks rare enough that one of them is missing from any real text. All are
/// three bytes long.
const STOPS: Range<u32> = 0x2E00..0x2E2F;

/// A text made ready for the parser.
pub(super) struct Prepared<'a> {
    text: Cow<'a, str>,
    stop: Option<char>,
    /// Where in `text` the stops stand, ascending.
    places: Vec<usize>,
}

impl<'a> Prepared<'a> {
    /// The text as it is, without the treatment.
    pub(super) fn plain(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), stop: None, places: Vec::new() }
    }

    /// The text with its stops.
    pub(super) fn cjk_friendly(text: &'a str) -> Self {
        let gaps = gaps(text);
        // A text that holds every stop keeps CommonMark's own rule.
        let Some(stop) = (!gaps.is_empty()).then(|| missing_stop(text)).flatten() else {
            return Self::plain(text);
        };
        let mut copy = String::with_capacity(text.len() + gaps.len() * stop.len_utf8());
        let mut places = Vec::with_capacity(gaps.len());
        let mut from = 0;
        for gap in gaps {
            copy.push_str(&text[from..gap]);
            places.push(copy.len());
            copy.push(stop);
            from = gap;
        }
        copy.push_str(&text[from..]);
        Self { text: Cow::Owned(copy), stop: Some(stop), places }
    }

    /// What the parser reads.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A string from the parser without its stops.
    pub(super) fn clean(&self, text: &str) -> String {
        match self.stop {
            Some(stop) => text.replace(stop, ""),
            None => text.to_owned(),
        }
    }

    /// The range of the original text that a range of the copy stands for.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    fn offset(&self, at: usize) -> usize {
        let width = self.stop.map_or(0, char::len_utf8);
        // Within a stop counts as before it: both its edges are one place in the text.
        let before = self.places.partition_point(|place| place + width <= at);
        let inside = self.places.get(before).map_or(0, |place| at.saturating_sub(*place));
        at - before * width - inside
    }
}

/// A stop that is neither in the text nor spelt there as a character reference.
fn missing_stop(text: &str) -> Option<char> {
    let lower = text.contains("&#").then(|| text.to_ascii_lowercase());
    let spelt = |code: u32| {
        lower.as_ref().is_some_and(|t| t.contains(&format!("{code:x}")) || t.contains(&code.to_string()))
    };
    STOPS.filter(|code| !spelt(*code)).filter_map(char::from_u32).find(|stop| !text.contains(*stop))
}

/// The places, ascending, where a stop belongs.
fn gaps(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut gaps = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|b| matches!(b, b'*' | b'~')) {
        let mark = bytes[at + found];
        let start = at + found;
        let end = start + bytes[start..].iter().take_while(|b| **b == mark).count();
        at = end;
        // One tilde is no mark of ours (see the builder), and three are a fence.
        if mark == b'~' && end - start != 2 {
            continue;
        }
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { continue };
        if before.is_whitespace() || after.is_whitespace() {
            continue;
        }
        // An escaped first mark needs no care: the backslash before it is ASCII punctuation.
        if is_cjk(after) || ends_in_cjk(&text[..start]) {
            gaps.extend((!before.is_ascii_punctuation()).then_some(start));
            gaps.extend((!after.is_ascii_punctuation()).then_some(end));
        }
    }
    gaps
}

/// Whether a text ends in a CJK character, with or without a variation selector.
fn ends_in_cjk(text: &str) -> bool {
    let mut back = text.chars().rev();
    match (back.next(), back.next()) {
        // A curly quote asked for in its full-width form.
        (Some('\u{FE01}'), Some('‘' | '’' | '“' | '”')) | (Some('\u{E0100}'..='\u{E01EF}'), _) => {
            true
        }
        (Some(c), Some(base)) if is_variation(c) => is_cjk(base),
        (Some(c), _) => is_cjk(c),
        (None, _) => false,
    }
}

#[cfg(test)]
#[path = "emphasis_tests.rs"]
mod tests;
