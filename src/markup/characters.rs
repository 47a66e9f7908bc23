//! Numbers written in characters, in running text: 四十二项, 百分之五点二.

use super::number_words::words;
use super::scan::Scanner;
use crate::locale::lang;
use rust_decimal::Decimal;
use std::ops::Range;

/// The most characters of a number that are looked at.
const LONGEST: usize = 32;
/// What may stand before a number and makes it a name: 第三.
const BEFORE: usize = 2;

/// Where the number that begins at `at` stands, if it is a figure, and where to go on; none if no number begins there.
pub(super) fn read(scan: &Scanner<'_>, at: usize) -> Option<(Option<Range<usize>>, usize)> {
    if !scan.at(at).is_some_and(lang::is_han) {
        return None;
    }
    let from = at.saturating_sub(BEFORE);
    let until = scan.marks.len().min(at + LONGEST);
    let text: String = scan.marks[from..until].iter().map(|mark| mark.c).collect();
    let start: usize = scan.marks[from..at].iter().map(|mark| mark.c.len_utf8()).sum();
    let mut readers = lang::all().iter().filter_map(|language| language.wording.numerals.spelled);
    let found = readers.find_map(|read| read(&text, start))?;
    let length = text.get(start..found.end)?.chars().count().max(1);
    let end = at + length;
    let counts = found.number.is_some_and(|(value, _, percent)| percent || value >= Decimal::TEN);
    if !counts || !is_counted(scan, end, found.number.is_some_and(|(.., percent)| percent)) {
        return Some((None, end));
    }
    Some((Some(at..end), end))
}

/// Whether a unit stands behind that makes a figure of the number: 十二项, but not 十年.
fn is_counted(scan: &Scanner<'_>, end: usize, percent: bool) -> bool {
    let unit_end = scan.unit(end);
    let only = |word: &str| scan.word(end, word) && unit_end == end + word.chars().count();
    percent || unit_end > end && !words(|prose| prose.no_units).any(only)
}
