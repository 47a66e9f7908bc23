//! The words by which a text is read: numbers spelled out, qualifiers, and what stands around a number.

use rust_decimal::Decimal;

/// The words of a language for what texts state. A list that a language has no use for is empty.
#[derive(Debug, Default)]
pub struct Wording {
    /// True if words stand apart, so that a word counts only where no letter touches it.
    pub spaced: bool,
    /// Numbers in words, and powers of ten behind a number.
    pub numerals: NumeralWords,
    /// Words that say how exact a figure is.
    pub qualifiers: Qualifiers,
    /// Words that say which way something changed.
    pub changes: ChangeWords,
    /// Words around a number in running text.
    pub prose: ProseWords,
    /// Places in a document that have a name in every language: what stands before the number, what behind it, and the
    /// message that says it.
    pub places_named: &'static [(&'static str, &'static str, &'static str)],
}

/// How a language says a number.
#[derive(Debug, Default)]
pub struct NumeralWords {
    /// Powers of ten that follow a number at once, whatever stands behind them: 万, 亿.
    pub scales: &'static [(&'static str, i64)],
    /// Powers of ten that are words of their own: million.
    pub scale_words: &'static [(&'static str, i64)],
    /// The numbers from zero on by their names; the index is the number.
    pub small: &'static [&'static str],
    /// The tens, from twenty on.
    pub tens: &'static [&'static str],
    /// Ordinals; the index is the number less one.
    pub ordinals: &'static [&'static str],
    /// What may stand between a number and its power of ten and says "and some more": 余, 多.
    pub more: &'static [char],
    /// Words between the ends of a range.
    pub range: &'static [&'static str],
    /// Reads a number written in characters that stand at a byte of a text: 四十二.
    pub spelled: Option<fn(&str, usize) -> Option<Spelled>>,
    /// What stands behind a number in per cent.
    pub percent: &'static [&'static str],
    /// What stands behind a number of percentage points.
    pub points: &'static [&'static str],
}

/// A number written in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelled {
    /// Where it ends.
    pub end: usize,
    /// Its value, what its last digit is worth, and whether it is in per cent; none if the characters say no one
    /// number: 十几, 三分之一.
    pub number: Option<(Decimal, Decimal, bool)>,
}

/// Words that say which way something changed.
#[derive(Debug, Default)]
pub struct ChangeWords {
    /// That it rose.
    pub rises: &'static [&'static str],
    /// That it fell.
    pub falls: &'static [&'static str],
}

/// The words that say a figure's qualifier; the first of each list is shown as an example.
#[derive(Debug, Default)]
pub struct Qualifiers {
    /// About.
    pub about: &'static [&'static str],
    /// More than.
    pub more_than: &'static [&'static str],
    /// At least.
    pub at_least: &'static [&'static str],
    /// Nearly.
    pub nearly: &'static [&'static str],
    /// At most.
    pub at_most: &'static [&'static str],
    /// Words for "at most" that hold words for "more than" or "at least": no more than.
    pub caps: &'static [&'static str],
}

/// The words around a number that belong to it, and those that make it no figure.
#[derive(Debug, Default)]
pub struct ProseWords {
    /// Words at once before a number that say how exact it is: 约.
    pub about: &'static [&'static str],
    /// Words that end in one of these but are words of their own: 节约.
    pub not_about: &'static [&'static str],
    /// Powers of ten at once after a number: 万.
    pub scales: &'static [char],
    /// What may stand between them: 余, 多.
    pub more: &'static [char],
    /// Units and counters at once after a number, whatever stands behind them: 公里, 人.
    pub units: &'static [&'static str],
    /// Powers of ten and units that are words of their own. What is counted is left out: "in 2019 people moved"
    /// has a year.
    pub unit_words: &'static [&'static str],
    /// Names of the months and what they are shortened to.
    pub months: &'static [&'static str],
    /// Half days behind an hour: p.m.
    pub half_days: &'static [&'static str],
    /// Words before a number that only names a place in a text, in small letters: chapter.
    pub places: &'static [&'static str],
    /// Marks before a number that names a thing: No.
    pub marks: &'static [&'static str],
    /// Characters that make an ordinal of the number behind them, and of those joined to it: 第.
    pub ordinals: &'static [char],
    /// What follows a number that names a time or a thing rather than counts it: 年代, 号.
    pub names: &'static [&'static str],
    /// What follows a year without 年: 学年.
    pub year_labels: &'static [&'static str],
    /// Units of time, at the end of a number's words: 个月.
    pub times: &'static [&'static str],
    /// Units and counters that make no figure of a number written in characters: 十年.
    pub no_units: &'static [&'static str],
    /// Characters between two numbers that belong together, besides dashes and strokes: 至.
    pub joiners: &'static [char],
}
