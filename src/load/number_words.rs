//! Number words: parses the numbers that a text states, in figures or spelled out: `22.04万元`,
//! `1.254 billion yuan`, `five roads`, `3–5 million`, `the sixth year`.

use crate::code_points;
use crate::locale::lang::{self, NumeralWords, is_han};
use crate::model::Written;
use rust_decimal::Decimal;
use std::ops::Range;

/// One number that words state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    /// The words it is stated in, with their scale, and what they say in base units: `1.254 billion`.
    pub(super) written: Written,
    /// True if points of per cent stand behind it.
    pub(super) points: bool,
    /// Where in the words it stands, of the words as [`narrow`] makes them.
    pub(super) place: Range<usize>,
}

/// Words with digits of every script, and signs of full width, as plain ones, without what nobody sees: ４２．５％ and
/// ٤٢.٥% are 42.5%.
pub(super) fn narrow(words: &str) -> String {
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' if !matches!(c, '，' | '；' | '：' | '（' | '）' | '？' | '！' | '～') => {
            code_points::half_width(c)
        }
        '\u{2212}' | '\u{2011}' | '\u{2010}' => '-',
        _ => code_points::plain_digit(c),
    };
    words.chars().filter(|c| !code_points::is_invisible(*c)).map(plain).collect()
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
    /// What its last digit is worth.
    step: Decimal,
    percent: bool,
    scale: i64,
    /// The number itself.
    digits: Range<usize>,
    /// Where its scale ends.
    end: usize,
}

/// The numbers in `words`, in order. An ordinal counts only where nothing else does, `the first 40 days` states 40;
/// nor does a number in characters count beside one in digits: 一个月2000元 states 2,000.
pub(super) fn numbers(words: &str) -> Vec<Stated> {
    let words = narrow(words);
    let words = words.as_str();
    let mut found = Vec::new();
    let mut in_characters = Vec::new();
    let mut ordinal = None;
    let mut at = 0;
    while let Some(c) = words[at..].chars().next() {
        let mut next = at + c.len_utf8();
        if c.is_ascii_digit() {
            next = digits_end(words, at);
            let number = words[at..next].trim_end_matches(['.', ',']);
            if let Ok(written) = Written::parse(number) {
                let end = at + number.len();
                let (value, start) = match sign(words, at).filter(|_| found.is_empty()) {
                    Some(start) => (-written.value(), start),
                    None => (written.value(), at),
                };
                found.push(scaled(words, (value, written.step(), false), start..end));
            }
        } else if is_letter(c) {
            next = word_end(words, at);
            if let Some((number, end)) = spelled(words, at) {
                next = end;
                found.push(scaled(words, (Decimal::from(number), Decimal::ONE, false), at..end));
            } else if let Some(index) = numerals().find_map(|one| place(one.ordinals, &words[at..next])) {
                let number = (Decimal::from(index + 1), Decimal::ONE, false);
                ordinal = ordinal.or(Some(plain(number, at..next)));
            }
        } else if let Some(one) = numerals().filter_map(|one| one.spelled).find_map(|read| read(words, at)) {
            next = one.end.max(next);
            if let Some(number) = one.number {
                in_characters.push(scaled(words, number, at..one.end));
            }
        }
        at = next;
    }
    if found.is_empty() {
        found = in_characters;
    }
    if found.is_empty() {
        found.extend(ordinal);
    }
    share_scale(words, &mut found);
    found.iter().filter_map(|one| stated(words, one)).collect()
}

fn stated(words: &str, found: &FoundNumber) -> Option<Stated> {
    let scale = Decimal::from(found.scale);
    let (value, step) = (found.number.checked_mul(scale)?, found.step.checked_mul(scale)?);
    let behind = words[found.end..].trim_start();
    let stands = |list: fn(&NumeralWords) -> &'static [&'static str]| {
        numerals().flat_map(list).any(|word| behind.starts_with(word))
    };
    let points = stands(|one| one.points);
    let percent = found.percent || (!points && stands(|one| one.percent));
    let place = found.digits.start..found.end;
    Some(Stated { written: Written::said(&words[place.clone()], value, step, percent), points, place })
}

/// Where the sign before a number stands: -42, but not the hyphen of A-42 nor the dash of 3-5.
fn sign(words: &str, at: usize) -> Option<usize> {
    let before = words[..at].strip_suffix('-')?;
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!before.ends_with(part)).then_some(before.len())
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

/// A number without a scale.
fn plain((number, step, percent): (Decimal, Decimal, bool), digits: Range<usize>) -> FoundNumber {
    let end = digits.end;
    FoundNumber { number, step, percent, scale: 1, digits, end }
}

/// The number at `digits` with the scale behind it: 万, 多亿, million.
fn scaled(words: &str, number: (Decimal, Decimal, bool), digits: Range<usize>) -> FoundNumber {
    let rest = &words[digits.end..];
    let more = |c: char| c.is_whitespace() || numerals().any(|one| one.more.contains(&c));
    let after = rest.trim_start_matches(more);
    let start = words.len() - after.len();
    let word = &after[..word_end(after, 0)];
    let at_once = numerals().flat_map(|one| one.scales).find(|(name, _)| after.starts_with(name));
    let apart = || numerals().flat_map(|one| one.scale_words).find(|(name, _)| same(name, word));
    let (scale, end) =
        at_once.or_else(apart).map_or((1, digits.end), |(name, scale)| (*scale, start + name.len()));
    FoundNumber { scale, end, ..plain(number, digits) }
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
        numbers(words).iter().map(|stated| stated.written.value().to_string()).collect()
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
            ("４２项", "42"),
            ("５．２％", "5.2"),
            ("四十二项", "42"),
            ("百分之五点二", "5.2"),
            ("二十多万个", "200000"),
            ("一个月2000元", "2000"),
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
    fn per_cent_and_points_are_told_apart() {
        let kinds = |words: &str| {
            let said = numbers(words);
            (said[0].written.is_percent(), said[0].points)
        };
        for (words, wanted) in [
            ("0.4个百分点", (false, true)),
            ("0.4 percentage points", (false, true)),
            ("6.0%", (true, false)),
            ("6.0 per cent", (true, false)),
            ("百分之六", (true, false)),
            ("6人", (false, false)),
        ] {
            assert_eq!(kinds(words), wanted, "{words}");
        }
    }

    #[test]
    fn a_number_keeps_the_words_it_was_said_in() {
        let said = numbers("about 1.254 billion yuan");
        assert_eq!(said.iter().map(|one| one.written.text()).collect::<Vec<_>>(), ["1.254 billion"]);
        assert_eq!(said[0].written.step().to_string(), "1000000");
    }
}
