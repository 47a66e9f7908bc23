//! Where in the content something was written.

use std::{fmt, ops::Range, sync::Arc};

/// A place in a content file, kept with every fact that a later phase may have to point at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Path below the project folder, with forward slashes: `content/indicators/x.yaml`.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// First byte in the file.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Where the lines of a text begin: looked through once, so that a file of thousands of facts is not counted
/// through again for the place of each.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
    /// How many characters begin before every [`STEP`]th byte, so that no long line is counted through again either.
    before: Vec<usize>,
}

/// From one count of characters to the next.
const STEP: usize = 256;

impl Lines {
    /// Looks through a text.
    pub fn of(text: &str) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let mut count = 0;
        let before = text.as_bytes().chunks(STEP).map(|part| {
            let so_far = count;
            count += part.iter().filter(|byte| is_first(**byte)).count();
            so_far
        });
        Self { before: before.collect(), starts: std::iter::once(0).chain(after).collect() }
    }

    /// Locates a byte range of that same text, as [`Origin::locate`] does.
    pub fn locate(&self, file: &Arc<str>, text: &str, span: Range<usize>) -> Origin {
        let mut start = span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let line = self.starts.partition_point(|first| *first <= start);
        let line_start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or_default();
        Origin {
            file: Arc::clone(file),
            line,
            column: self.characters(text, start).saturating_sub(self.characters(text, line_start)) + 1,
            start,
            end: span.end.clamp(start, text.len()),
        }
    }

    /// How many characters begin before a byte.
    fn characters(&self, text: &str, at: usize) -> usize {
        let step = at / STEP;
        let Some(before) = self.before.get(step).or(self.before.last()) else { return 0 };
        let from = if step < self.before.len() { step * STEP } else { (self.before.len() - 1) * STEP };
        before + text.as_bytes()[from..at].iter().filter(|byte| is_first(**byte)).count()
    }
}

/// True for the first byte of a character.
fn is_first(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

impl Origin {
    /// Locates a byte range of a file's text. Of many in one file, ask its [`Lines`].
    pub fn locate(file: &Arc<str>, text: &str, span: Range<usize>) -> Self {
        Lines::of(text).locate(file, text, span)
    }

    /// The beginning of a file.
    pub fn file(file: &str) -> Self {
        Self { file: Arc::from(file), line: 1, column: 1, start: 0, end: 0 }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "甲\n乙丙: 1\n";
        let at = text.find('1').expect("there is a 1");
        let origin = Origin::locate(&Arc::from("a.yaml"), text, at..at + 1);
        assert_eq!((origin.line, origin.column), (2, 5));
        assert_eq!(origin.to_string(), "a.yaml:2:5");
    }

    #[test]
    fn a_place_in_a_long_line_is_that_of_its_characters() {
        let text = format!("x\n{}1", "甲a".repeat(5000));
        let (lines, file) = (Lines::of(&text), Arc::from("a.yaml"));
        for (at, _) in text.char_indices().skip(2).step_by(97).chain([(text.len(), ' ')]) {
            let column = text[2..at].chars().count() + 1;
            let found = lines.locate(&file, &text, at..at + 1);
            assert_eq!((found.line, found.column, found.start), (2, column, at));
        }
    }
}
