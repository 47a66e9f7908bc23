//! Number words: parses the numbers that a text states, in figures or spelled out: `22.04万元`,
//! `1.254 billion yuan`, `five roads`, `3–5 million`, `the sixth year`.

use crate::locale::lang::{self, NumeralWords, is_han};
use crate::model::Written;
use rust_decimal::Decimal;
use std::ops::Range;

/// One number that words state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    /// The words it is stated in, with their scale: `1.254 billion`.
    pub(super) text: String,
    /// What they say, in base units.
    pub(super) value: Decimal,
}

/// Marks between the ends of a range in every language.
const RANGE: &[&str] = &["-", "–", "—", "~", "～"];

/// How each language says a number.
fn numerals() -> impl Iterator<Item = &'static NumeralWords> {
    lang::all().iter().map(|language| &language.wording.numerals)
}

/// A number as found, before its scale is applied.
struct FoundNumber {
    number: Decimal,
    scale: i64,
    /// The number itself.
    digits: Range<usize>,
    /// Where its scale ends.
    end: usize,
}

/// The numbers in `words`, in order. An ordinal counts only where nothing else does: `the first
/// 40 days` states 40.
pub(super) fn numbers(words: &str) -> Vec<Stated> {
    let mut found = Vec::new();
    let mut ordinal = None;
    let mut at = 0;
    while let Some(c) = words[at..].chars().next() {
        let mut next = at + c.len_utf8();
        if c.is_ascii_digit() {
            next = digits_end(words, at);
            let number = words[at..next].trim_end_matches(['.', ',']);
            if let Ok(written) = Written::parse(number) {
                found.push(scaled(words, written.value(), at..at + number.len()));
            }
        } else if is_letter(c) {
            next = word_end(words, at);
            if let Some((number, end)) = spelled(words, at) {
                next = end;
                found.push(scaled(words, Decimal::from(number), at..end));
            } else if let Some(index) = numerals().find_map(|one| place(one.ordinals, &words[at..next])) {
                let found =
                    FoundNumber { number: Decimal::from(index + 1), scale: 1, digits: at..next, end: next };
                ordinal = ordinal.or(Some(found));
            }
        }
        at = next;
    }
    if found.is_empty() {
        found.extend(ordinal);
    }
    share_scale(words, &mut found);
    found.iter().filter_map(|one| stated(words, one)).collect()
}

fn stated(words: &str, found: &FoundNumber) -> Option<Stated> {
    let value = found.number.checked_mul(Decimal::from(found.scale))?.normalize();
    Some(Stated { text: words[found.digits.start..found.end].to_owned(), value })
}

fn digits_end(words: &str, at: usize) -> usize {
    let more = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    words[at..].find(|c| !more(c)).map_or(words.len(), |end| at + end)
}

/// A letter of a script in which words stand apart.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_han(c)
}

fn word_end(words: &str, at: usize) -> usize {
    words[at..].find(|c: char| !c.is_numeric() && !is_letter(c)).map_or(words.len(), |end| at + end)
}

fn place(names: &[&str], word: &str) -> Option<u32> {
    names.iter().position(|name| same(name, word)).and_then(|at| u32::try_from(at).ok())
}

/// Whether a word is that of a list, which has small letters.
fn same(name: &str, word: &str) -> bool {
    name.eq_ignore_ascii_case(word) || *name == word.to_lowercase()
}

/// A number up to ninety-nine spelled out at `at`, and where it ends.
fn spelled(words: &str, at: usize) -> Option<(u32, usize)> {
    let end = word_end(words, at);
    let word = &words[at..end];
    numerals().find_map(|numerals| {
        if let Some(small) = place(numerals.small, word) {
            return Some((small, end));
        }
        let ten = (place(numerals.tens, word)? + 2) * 10;
        let ones = words[end..].strip_prefix('-').and_then(|_| {
            let ones_end = word_end(words, end + 1);
            let ones = place(numerals.small, &words[end + 1..ones_end]).filter(|ones| (1..10).contains(ones));
            ones.map(|ones| (ten + ones, ones_end))
        });
        Some(ones.unwrap_or((ten, end)))
    })
}

/// The number at `digits` with the scale behind it: 万, 多亿, million.
fn scaled(words: &str, number: Decimal, digits: Range<usize>) -> FoundNumber {
    let rest = &words[digits.end..];
    let more = |c: char| matches!(c, ' ' | '\n') || numerals().any(|one| one.more.contains(&c));
    let after = rest.trim_start_matches(more);
    let start = words.len() - after.len();
    let word = &after[..word_end(after, 0)];
    let at_once = numerals().flat_map(|one| one.scales).find(|(name, _)| after.starts_with(name));
    let apart = || numerals().flat_map(|one| one.scale_words).find(|(name, _)| same(name, word));
    let (scale, end) =
        at_once.or_else(apart).map_or((1, digits.end), |(name, scale)| (*scale, start + name.len()));
    FoundNumber { number, scale, digits, end }
}

/// `3–5 million` and `300至500万`: the scale of the second number is that of the first as well.
fn share_scale(words: &str, found: &mut [FoundNumber]) {
    if let [first, second] = found {
        let between = words[first.end..second.digits.start].trim().to_lowercase();
        if first.scale == 1 && first.number < second.number && is_range(&between) {
            first.scale = second.scale;
        }
    }
}

/// What may stand between the ends of a range.
fn is_range(between: &str) -> bool {
    RANGE.contains(&between) || numerals().any(|one| one.range.contains(&between))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(words: &str) -> Vec<String> {
        numbers(words).iter().map(|stated| stated.value.to_string()).collect()
    }

    #[test]
    fn a_number_is_read_in_figures_and_in_words() {
        for (words, value) in [
            ("22.04万元", "220400"),
            ("20多万個", "200000"),
            ("4400萬元", "44000000"),
            ("220,400 yuan", "220400"),
            ("1.254 billion yuan", "1254000000"),
            ("87.7 thousand jobs", "87700"),
            ("more than 1 million square metres", "1000000"),
            ("five village roads", "5"),
            ("Forty-eight workshops", "48"),
            ("twenty-odd teachers", "20"),
            ("two hundred buses", "200"),
            ("the sixth year", "6"),
            ("the first 40 days", "40"),
            ("zero cases", "0"),
            ("92.44%", "92.44"),
        ] {
            assert_eq!(values(words), [value], "{words}");
        }
    }

    #[test]
    fn words_that_only_look_like_numbers_state_none() {
        for words in ["someone", "often", "seconds", "millions of people", "a tension", ""] {
            assert_eq!(values(words), [""; 0], "{words}");
        }
    }

    #[test]
    fn both_ends_of_a_range_share_the_scale_behind_it() {
        for words in
            ["3–5 million yuan", "three to five million yuan", "300至500万元", "3 million to 5 million"]
        {
            assert_eq!(values(words), ["3000000", "5000000"], "{words}");
        }
        assert_eq!(values("900 to 1.2 million"), ["900", "1200000"]);
        assert_eq!(values("3 of 5 million"), ["3", "5000000"]);
    }

    #[test]
    fn a_number_keeps_the_words_it_was_said_in() {
        let said: Vec<String> = numbers("about 1.254 billion yuan").into_iter().map(|one| one.text).collect();
        assert_eq!(said, ["1.254 billion"]);
    }
}
