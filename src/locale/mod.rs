//! The words of one language: messages, numbers, dates.
//!
//! Messages live in one catalogue a language, in the [Fluent](https://projectfluent.org) format, so
//! that a translator needs no Rust. Numbers and dates are written here by rule.

mod dates;
mod numbers;
mod rules;
#[cfg(test)]
mod tests;

use crate::model::Lang;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rules::Rules;
use std::{collections::BTreeMap, fmt};

/// What one language is made of.
struct Catalogue {
    tag: &'static str,
    messages: &'static str,
    /// The words of the interface.
    interface: &'static str,
    rules: &'static Rules,
}

/// The languages.
const CATALOGUES: [Catalogue; 2] = [
    Catalogue {
        tag: "zh-Hans",
        messages: include_str!("zh-Hans.ftl"),
        interface: include_str!("interface.zh-Hans.ftl"),
        rules: &rules::CHINESE,
    },
    Catalogue {
        tag: "en",
        messages: include_str!("en.ftl"),
        interface: include_str!("interface.en.ftl"),
        rules: &rules::ENGLISH,
    },
];

/// One language.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    interface: &'static str,
    rules: &'static Rules,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Locale {
    /// The locale of a language; `None` if there is no catalogue for it.
    pub fn new(lang: &Lang) -> Option<Self> {
        let catalogue = CATALOGUES.iter().find(|catalogue| catalogue.tag == lang.as_str())?;
        let id = lang.as_str().parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around what is filled in are meant for mixed directions; ours is one.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(count) if count.options.use_grouping => {
                Some(numbers::keep_decimals(&count.as_string()))
            }
            _ => None,
        }));
        for text in [catalogue.messages, catalogue.interface] {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partly, _)| partly);
            // A name in both catalogues would hide one of the two: a test looks that there is none.
            bundle.add_resource_overriding(resource);
        }
        Some(Self { lang: lang.clone(), bundle, interface: catalogue.interface, rules: catalogue.rules })
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
        self.interface
            .lines()
            .chain(SHARED)
            .filter_map(|line| line.split_once(" = "))
            .filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(|(name, _)| (name.trim().replace('-', "_"), self.word(name.trim())))
            .collect()
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
            Some(first) if self.rules.capitals => first.to_uppercase().chain(rest).collect(),
            _ => words.to_owned(),
        }
    }

    /// Sentences that follow each other.
    pub fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(&self.word("sentence-space"))
    }
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
