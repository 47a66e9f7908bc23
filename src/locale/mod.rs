//! The words of one language: messages, numbers, dates.
//!
//! Messages live in one catalogue a language, in the [Fluent](https://projectfluent.org) format, so
//! that a translator needs no Rust. Numbers and dates are written here by rule.

mod dates;
mod numbers;
#[cfg(feature = "traditional")]
mod traditional;

use crate::model::{Lang, Site, Text};
use crate::runs;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::{borrow::Cow, collections::BTreeMap, fmt, sync::Arc};

/// The catalogues: tag, messages, words of the interface.
const CATALOGUES: [(&str, &str, &str); 1] =
    [("zh-Hans", include_str!("zh-Hans.ftl"), include_str!("interface.zh-Hans.ftl"))];

/// Simplified Chinese, from which Traditional Chinese is converted.
const SIMPLIFIED: &str = "zh-Hans";
/// Traditional Chinese.
const TRADITIONAL: &str = "zh-Hant";

/// One language. A copy is cheap.
#[derive(Clone)]
pub struct Locale {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
    interface: &'static str,
    /// Whether words of another language are marked as such.
    marks: bool,
    /// For Traditional Chinese: how Simplified texts become it.
    #[cfg(feature = "traditional")]
    traditional: Option<Arc<traditional::Traditional>>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Locale {
    /// The locale of a language; `None` if there is no catalogue for it.
    pub fn new(lang: &Lang) -> Option<Self> {
        Self::with(lang, &BTreeMap::new())
    }

    /// The locale of one of a site's languages, with the site's own words for Traditional Chinese.
    pub fn of(site: &Site, lang: &Lang) -> Option<Self> {
        Self::with(lang, &site.traditional)
    }

    #[cfg_attr(not(feature = "traditional"), expect(unused_variables))]
    fn with(lang: &Lang, own_words: &BTreeMap<String, String>) -> Option<Self> {
        let converted = lang.as_str() == TRADITIONAL;
        let catalogue = if converted { SIMPLIFIED } else { lang.as_str() };
        let (_, messages, interface) = CATALOGUES.iter().find(|(tag, ..)| *tag == catalogue)?;
        if converted && cfg!(not(feature = "traditional")) {
            return None;
        }
        #[cfg(feature = "traditional")]
        let traditional =
            if converted { Some(Arc::new(traditional::Traditional::new(own_words)?)) } else { None };
        let mut bundle = FluentBundle::new_concurrent(vec![lang.as_str().parse().ok()?]);
        // Marks around what is filled in are meant for mixed directions; ours is one.
        bundle.set_use_isolating(false);
        for text in [messages, interface] {
            #[cfg(feature = "traditional")]
            let converted = traditional.as_ref().map(|traditional| traditional.convert(text));
            #[cfg(not(feature = "traditional"))]
            let converted = None;
            let resource = FluentResource::try_new(converted.unwrap_or_else(|| (*text).to_owned()))
                .unwrap_or_else(|(partly, _)| partly);
            // A name in both catalogues would hide one of the two: a test looks that there is none.
            bundle.add_resource_overriding(resource);
        }
        Some(Self {
            lang: lang.clone(),
            bundle: Arc::new(bundle),
            interface,
            marks: true,
            #[cfg(feature = "traditional")]
            traditional,
        })
    }

    /// The same language for places that cannot say which language a word is of: drawings, a terminal,
    /// a feed. Words of another language stand there without marks.
    #[must_use]
    pub fn unmarked(&self) -> Self {
        Self { marks: false, ..self.clone() }
    }

    /// A Simplified text in Traditional Chinese, if that is this locale's language.
    #[cfg_attr(not(feature = "traditional"), expect(unused_variables, clippy::unused_self))]
    fn convert(&self, text: &str) -> Option<String> {
        #[cfg(feature = "traditional")]
        return self.traditional.as_ref().map(|one| one.convert(text));
        #[cfg(not(feature = "traditional"))]
        None
    }

    /// Words of the report that are written in a language, as they stand on a page of this one: as they
    /// are, converted, or marked as [foreign](runs::foreign). Words without a Chinese character, such as
    /// a number or `CC BY 4.0`, are the same in every language.
    pub fn written_in<'t>(&self, lang: &Lang, words: &'t str) -> Cow<'t, str> {
        if *lang == self.lang {
            return Cow::Borrowed(words);
        }
        let chinese = lang.as_str().starts_with("zh");
        if chinese && !words.chars().any(is_han) {
            return Cow::Borrowed(words);
        }
        match self.convert(words).filter(|_| lang.as_str() == SIMPLIFIED) {
            Some(converted) => Cow::Owned(converted),
            None if self.marks => Cow::Owned(runs::foreign(lang.as_str(), words)),
            None => Cow::Borrowed(words),
        }
    }

    /// A text in this language: written by hand, else converted from Simplified, else in the language
    /// in which it is there, marked as such.
    pub fn text<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        let simplified = Lang::new(SIMPLIFIED);
        let from = if self.lang.as_str() == TRADITIONAL && !text.has(&self.lang) && text.has(&simplified) {
            &simplified
        } else {
            &self.lang
        };
        let (lang, words) = text.get(from);
        self.written_in(lang, words)
    }

    /// Words written in a language, converted if this locale's language is made from it, else as they are.
    pub fn converted<'t>(&self, lang: &Lang, words: &'t str) -> Cow<'t, str> {
        match self.convert(words).filter(|_| lang.as_str() == SIMPLIFIED) {
            Some(converted) => Cow::Owned(converted),
            None => Cow::Borrowed(words),
        }
    }

    /// True if a text in that language can stand on a page of this one: it is the same, or it is converted.
    pub fn can_write(&self, lang: &Lang) -> bool {
        *lang == self.lang || (self.is_converted() && lang.as_str() == SIMPLIFIED)
    }

    /// The languages to look for a text in, the best first: this one, the one it is converted from, then
    /// the site's in its order.
    pub fn sources_of(&self, site: &[Lang]) -> Vec<Lang> {
        let simplified = self.is_converted().then(|| Lang::new(SIMPLIFIED));
        [self.lang.clone()].into_iter().chain(simplified).chain(site.iter().cloned()).collect()
    }

    /// True if texts are converted by the program, which a page then says.
    pub fn is_converted(&self) -> bool {
        self.lang.as_str() == TRADITIONAL
    }

    /// The language.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// A message with what is filled in. A message that is missing shows its name in brackets, which
    /// a test of the whole site looks for.
    pub fn say(&self, name: &str, fill: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else {
            return format!("⟦{name}⟧");
        };
        let mut args = FluentArgs::new();
        for (key, value) in fill {
            args.set(*key, *value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if errors.is_empty() { text } else { format!("⟦{name}⟧") }
    }

    /// A message that may be absent: a meaning that not every word has.
    pub fn word(&self, name: &str) -> String {
        self.say(name, &[])
    }

    /// The words of the interface by name, hyphens written as underscores.
    pub fn interface(&self) -> BTreeMap<String, String> {
        const SHARED: [&str; 1] = ["list-separator = "];
        self.interface
            .lines()
            .chain(SHARED)
            .filter_map(|line| line.split_once(" = "))
            .filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(|(name, _)| (name.trim().replace('-', "_"), self.word(name.trim())))
            .collect()
    }

    /// Words in a row: 甲、乙、丙.
    pub fn list(&self, words: &[String]) -> String {
        words.join(&self.word("list-separator"))
    }
}

/// A Chinese character.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The names of the messages of a catalogue, in order.
    fn names(text: &str) -> Vec<&str> {
        text.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" = "))
            .map(|(name, _)| name)
            .collect()
    }

    #[test]
    fn every_message_has_one_name_and_can_be_read() {
        for (tag, messages, interface) in CATALOGUES {
            let all: Vec<&str> = names(messages).into_iter().chain(names(interface)).collect();
            let distinct: BTreeSet<&str> = all.iter().copied().collect();
            let twice: Vec<&&str> =
                distinct.iter().filter(|name| all.iter().filter(|other| other == name).count() > 1).collect();
            assert!(twice.is_empty(), "{tag}: {twice:?}");
            for text in [messages, interface] {
                assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{tag}");
            }
        }
    }

    #[test]
    fn a_missing_message_shows_its_name() {
        let locale = Locale::new(&Lang::new("zh-Hans")).expect("the catalogue");
        assert_eq!(locale.say("no-such-message", &[]), "⟦no-such-message⟧");
        assert_eq!(locale.say("date-year", &[]), "⟦date-year⟧");
        assert!(Locale::new(&Lang::new("tlh")).is_none());
    }
}
