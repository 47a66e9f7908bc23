//! The words of one language: messages, numbers, dates.
//!
//! A language is a folder in [`lang`]: its messages in the [Fluent](https://projectfluent.org) format, so that a
//! translator needs little Rust, and the rules by which numbers and dates are written here.

mod codes;
mod dates;
pub mod lang;
mod locators;
#[cfg(all(test, feature = "traditional"))]
mod name_tests;
mod numbers;
mod terms;
#[cfg(test)]
mod tests;
#[cfg(feature = "traditional")]
mod traditional;

pub use codes::CodeCatalogue;

use crate::lang_marks;
use crate::model::{Lang, Site, Text};
use crate::search::Fold;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use lang::{Language, is_han};
use std::{borrow::Cow, collections::BTreeMap, fmt, sync::Arc};

/// Simplified Chinese, from which Traditional Chinese is converted.
const SIMPLIFIED: &str = "zh-Hans";
/// Traditional Chinese.
const TRADITIONAL: &str = "zh-Hant";

/// One language. A copy is cheap.
#[derive(Clone)]
pub struct Locale {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
    /// What the language is made of.
    made_of: &'static Language,
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

    /// The locale of one of a site's languages, with the site's own words, for Traditional Chinese too.
    pub fn of(site: &Site, lang: &Lang) -> Option<Self> {
        let mut locale = Self::with(lang, &site.traditional)?;
        let own = FluentResource::try_new(locale.own_messages(site)).unwrap_or_else(|(partly, _)| partly);
        Arc::get_mut(&mut locale.bundle)?.add_resource_overriding(own);
        Some(locale)
    }

    #[cfg_attr(not(feature = "traditional"), expect(unused_variables))]
    fn with(lang: &Lang, own_words: &BTreeMap<String, String>) -> Option<Self> {
        let converted = lang.as_str() == TRADITIONAL;
        let written = if converted { SIMPLIFIED } else { lang.as_str() };
        let made_of = lang::of(written)?;
        if converted && cfg!(not(feature = "traditional")) {
            return None;
        }
        #[cfg(feature = "traditional")]
        let traditional =
            if converted { Some(Arc::new(traditional::Traditional::new(own_words)?)) } else { None };
        let mut bundle = FluentBundle::new_concurrent(vec![lang.as_str().parse().ok()?]);
        // Marks around what is filled in are meant for mixed directions; ours is one.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(count) if count.options.use_grouping => {
                Some(numbers::keep_decimals(&count.as_string()))
            }
            _ => None,
        }));
        for text in [&*made_of.messages, &*made_of.interface, &*made_of.forms] {
            #[cfg(feature = "traditional")]
            let converted = traditional.as_ref().map(|traditional| traditional.convert(text));
            #[cfg(not(feature = "traditional"))]
            let converted = None;
            let resource = FluentResource::try_new(converted.unwrap_or_else(|| text.to_owned()))
                .unwrap_or_else(|(partly, _)| partly);
            // A name in both catalogues would hide one of the two: a test looks that there is none.
            bundle.add_resource_overriding(resource);
        }
        Some(Self {
            lang: lang.clone(),
            bundle: Arc::new(bundle),
            made_of,
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
    /// are, converted, or marked as [foreign](lang_marks::foreign). Words without a Chinese character, such as
    /// a number or `CC BY 4.0`, are the same in every language.
    pub fn written_in<'t>(&self, lang: &Lang, words: &'t str) -> Cow<'t, str> {
        if *lang == self.lang {
            return self.with_quotations(words);
        }
        let chinese = lang.as_str().starts_with("zh");
        if chinese && !words.chars().any(is_han) {
            return Cow::Borrowed(words);
        }
        match self.convert(words).filter(|_| lang.as_str() == SIMPLIFIED) {
            Some(converted) => Cow::Owned(converted),
            None if self.marks => Cow::Owned(lang_marks::foreign(lang.as_str(), words)),
            None => Cow::Borrowed(words),
        }
    }

    /// Words of this language that quote Chinese ones, such as "the first quarter (一季度前)": the quoted ones
    /// are marked. Chinese pages need no marks for Latin words, which fonts and voices tell by themselves.
    fn with_quotations<'t>(&self, words: &'t str) -> Cow<'t, str> {
        if !self.marks || self.lang.as_str().starts_with("zh") || !words.chars().any(is_han) {
            return Cow::Borrowed(words);
        }
        let mut out = String::with_capacity(words.len() + 32);
        let mut rest = words;
        while let Some(start) = rest.find(is_han) {
            let run = &rest[start..];
            let end = run.find(|c: char| !is_quoted(c)).unwrap_or(run.len());
            out.push_str(&rest[..start]);
            out.push_str(&lang_marks::foreign(SIMPLIFIED, &run[..end]));
            rest = &run[end..];
        }
        out.push_str(rest);
        Cow::Owned(out)
    }

    /// A text in this language: written by hand, else converted from Simplified, else in the language
    /// in which it is there, marked as such.
    pub fn text<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        let (lang, words) = self.chosen(text);
        self.written_in(lang, words)
    }

    /// A person's name: as it is written for this language, else as it is written, never in other characters.
    pub fn name<'t>(&self, name: &'t Text) -> Cow<'t, str> {
        let (lang, words) = self.chosen(name);
        if self.is_converted() && lang.as_str() == SIMPLIFIED {
            return Cow::Borrowed(words);
        }
        self.written_in(lang, words)
    }

    /// The lines of a text as [`Self::text`] has them, without empty ones. Each is marked by itself, so that no mark
    /// is cut.
    pub fn lines(&self, text: &Text) -> Vec<String> {
        let (lang, words) = self.chosen(text);
        let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| self.written_in(lang, line).into_owned()).collect()
    }

    /// The words of a text that this locale's are made from, and their language.
    fn chosen<'t>(&self, text: &'t Text) -> (&'t Lang, &'t str) {
        let simplified = Lang::new(SIMPLIFIED);
        let from = if self.lang.as_str() == TRADITIONAL && !text.has(&self.lang) && text.has(&simplified) {
            &simplified
        } else {
            &self.lang
        };
        text.get(from)
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

    /// How the search compares characters: Traditional ones as Simplified ones.
    #[cfg(feature = "traditional")]
    pub fn fold(&self) -> Fold {
        Fold::new(traditional::simplified())
    }

    /// How the search compares characters; this program does not know Traditional ones.
    #[cfg(not(feature = "traditional"))]
    pub fn fold(&self) -> Fold {
        Fold::default()
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
    ///
    /// A whole number is given as a number, so that a message can agree with it: `1 target`, `14 targets`.
    pub fn say(&self, name: &str, fill: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else {
            return format!("⟦{name}⟧");
        };
        let mut args = FluentArgs::new();
        for (key, value) in fill {
            args.set(*key, filled(value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if errors.is_empty() { text } else { format!("⟦{name}⟧") }
    }

    /// A message that may be absent: a meaning that not every word has.
    pub fn word(&self, name: &str) -> String {
        self.say(name, &[])
    }

    /// A word as it stands behind a number: `34 without data`. It is the message's attribute `counted`, or the
    /// word itself where the language has no other.
    pub fn counted(&self, name: &str) -> String {
        let message = self.bundle.get_message(name);
        match message.and_then(|message| message.get_attribute("counted")) {
            Some(counted) => self.bundle.format_pattern(counted.value(), None, &mut Vec::new()).into_owned(),
            None => self.word(name),
        }
    }

    /// The words of the interface by name, hyphens written as underscores.
    pub fn interface(&self) -> BTreeMap<String, String> {
        const SHARED: [&str; 1] = ["list-separator = "];
        self.made_of
            .interface
            .lines()
            .chain(SHARED)
            .filter_map(|line| line.split_once(" = "))
            .filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(|(name, _)| (name.trim().replace('-', "_"), self.word(name.trim())))
            .collect()
    }

    /// The number of a heading, the first one being 1: 一, 二 on the first two levels where the language has such,
    /// else digits.
    pub fn heading_number(&self, level: u8, count: usize) -> String {
        match self.made_of.rules.heading_number.filter(|_| level < 3) {
            Some(number) => number(count),
            None => self.count(count),
        }
    }

    /// The name of a language in this one: as the catalogue has it, else as the language calls itself.
    pub fn name_of(&self, lang: &Lang) -> String {
        let name = format!("lang-{}", lang.as_str());
        if self.bundle.has_message(&name) {
            return self.word(&name);
        }
        match own_name(lang) {
            name if self.marks && lang != &self.lang => lang_marks::foreign(lang.as_str(), name),
            name => name.to_owned(),
        }
    }

    /// Words in a row: 甲、乙、丙; a, b and c.
    pub fn list(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => {
                let before = before.join(&self.word("list-separator"));
                format!("{before}{}{last}", self.word("list-last-separator"))
            }
        }
    }

    /// Words that begin a sentence or stand alone as a label: with a capital letter, if the language has them.
    pub fn sentence(&self, words: &str) -> String {
        let mut rest = words.chars();
        match rest.next() {
            Some(first) if self.made_of.rules.capitals => first.to_uppercase().chain(rest).collect(),
            _ => words.to_owned(),
        }
    }

    /// Sentences that follow each other.
    pub fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(&self.word("sentence-space"))
    }
}

/// What a language calls itself; its tag, if the program does not know it.
pub fn own_name(lang: &Lang) -> &str {
    lang::own_name(lang.as_str()).unwrap_or(lang.as_str())
}

/// What belongs to a run of Chinese words: their characters and full-width punctuation.
fn is_quoted(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3001}'..='\u{3015}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff1f}')
}

/// A text as it is filled in: a whole number counts as a number, and is written as it was.
fn filled(text: &str) -> FluentValue<'_> {
    // An f64 holds fifteen digits exactly.
    const DIGITS: usize = 15;
    let bare = text.replace(',', "");
    let number = bare.chars().all(|c| c.is_ascii_digit()) && (1..=DIGITS).contains(&bare.len());
    let apart = bare != text;
    let same = number
        && (bare == "0" || !bare.starts_with('0'))
        && (!apart || numbers::keep_decimals(&bare) == text);
    match bare.parse::<f64>() {
        Ok(value) if same => {
            // Up to 999 it makes no difference, and a number that a catalogue names has it: `[0] none`.
            let use_grouping = apart || bare.len() <= 3;
            let options = FluentNumberOptions { use_grouping, ..FluentNumberOptions::default() };
            FluentValue::Number(FluentNumber::new(value, options))
        }
        _ => FluentValue::from(text),
    }
}
