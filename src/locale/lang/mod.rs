//! The languages: one folder each, with everything that the program knows of the language. The list below is the
//! only place that names them.
//!
//! This is a room of its own. It names nothing of ours, so that `locale`, `load` and `markup` may all name it:
//! `locale` writes with a language's messages and rules, `load` and `markup` read texts with its words.

mod form_words;
mod words;

pub use form_words::FormWords;
pub use words::{ChangeWords, NumeralWords, ProseWords, Qualifiers, Spelled, Wording};

use std::borrow::Cow;
use std::sync::LazyLock;

/// Declares the folder of each language as a module and lists what it holds.
macro_rules! languages {
    ($($(#[$only:meta])* $module:ident in $path:literal,)+) => {
        $($(#[$only])* #[path = $path] mod $module;)+

        /// The languages in which the interface is written, in the order in which they are named to a writer.
        static ALL: LazyLock<Vec<Language>> =
            LazyLock::new(|| vec![$($(#[$only])* $module::language(),)+]);
    };
}

languages! {
    zh_hans in "zh-Hans/mod.rs",
    en in "en/mod.rs",
    #[cfg(test)] en_xa in "en-XA/mod.rs",
}

/// What one language is made of.
#[derive(Debug)]
pub struct Language {
    /// Its tag (BCP 47): the name of its folder.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// The language whose pages the program converts from this one's: its tag and what it calls itself.
    pub converts_to: Option<(&'static str, &'static str)>,
    /// The sentences, in the format of Fluent.
    pub messages: Cow<'static, str>,
    /// The words of the interface, one a line, in the same format.
    pub interface: Cow<'static, str>,
    /// What stands in workbooks that ask for figures, and what is said of those that come back, in the same format.
    pub forms: Cow<'static, str>,
    /// What each code of a fault means and what to write instead, in the same format: a message a code, with the
    /// attributes `means` and `instead`.
    pub codes: Cow<'static, str>,
    /// How it writes numbers, dates and sentences.
    pub rules: Rules,
    /// Its words for what texts state: numbers, qualifiers, what stands around a number.
    pub wording: Wording,
    /// The words by which cells of workbooks are read.
    pub form_words: FormWords,
    /// Its words for the built-in units of measure, by their ids: one word, or `one|many`.
    pub units: &'static [(&'static str, &'static str)],
}

/// How a language writes.
#[derive(Debug)]
pub struct Rules {
    /// What may stand behind a number for a power of ten, the largest first, with the space before it.
    pub scales: &'static [(i64, &'static str)],
    /// When money is written with one of them.
    pub money: Scaling,
    /// When a count is.
    pub count: Scaling,
    /// When a number is that its source wrote with 千, 万 or 亿; none if it stays as its source wrote it.
    pub written: Option<Scaling>,
    /// True if thousands stand apart in a number with such a word too: 12,345.67 million.
    pub groups_scaled: bool,
    /// What stands for a month in a date, January first.
    pub months: [&'static str; 12],
    /// True if a sentence begins with a capital letter.
    pub capitals: bool,
    /// How headings are numbered on a brief's first two levels, if not with digits: 一, 二, 三.
    pub heading_number: Option<fn(usize) -> String>,
}

/// When a number is written with 万 and 亿, or with million and billion.
#[derive(Debug, Clone, Copy)]
pub struct Scaling {
    /// From this number on.
    pub from: i64,
    /// With so many decimals at most; a number that needs more is written out, so that no digit is lost.
    pub decimals: u32,
}

/// The languages in which the interface is written.
pub fn all() -> &'static [Language] {
    &ALL
}

/// A language by its tag.
pub fn of(tag: &str) -> Option<&'static Language> {
    all().iter().find(|language| language.tag == tag)
}

/// The tags of the languages; with `converted` also those whose pages the program converts.
pub fn tags(converted: bool) -> Vec<&'static str> {
    let with = |language: &'static Language| {
        let converted = language.converts_to.filter(|_| converted);
        [Some(language.tag), converted.map(|(tag, _)| tag)].into_iter().flatten()
    };
    all().iter().flat_map(with).collect()
}

/// What a language calls itself.
pub fn own_name(tag: &str) -> Option<&'static str> {
    let names = |language: &'static Language| [Some((language.tag, language.name)), language.converts_to];
    all().iter().flat_map(names).flatten().find(|(known, _)| *known == tag).map(|(_, name)| name)
}

/// A Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_same_units_of_measure() {
        let ids = |language: &Language| language.units.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        for language in all() {
            assert_eq!(ids(language), ids(&all()[0]), "{}", language.tag);
        }
    }

    #[test]
    fn languages_are_known_by_tag_and_name() {
        assert_eq!(&tags(true)[..3], ["zh-Hans", "zh-Hant", "en"]);
        assert_eq!(&tags(false)[..2], ["zh-Hans", "en"]);
        assert_eq!(own_name("zh-Hant"), Some("繁體中文"));
        assert_eq!(own_name("en"), Some("English"));
        assert_eq!(own_name("tlh"), None);
    }
}
