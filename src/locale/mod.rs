//! The words of one language: messages, numbers, dates.
//!
//! Messages live in one catalogue a language, in the [Fluent](https://projectfluent.org) format, so
//! that a translator needs no Rust. Numbers and dates are written here by rule.

mod dates;
mod numbers;

use crate::model::Lang;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::{collections::BTreeMap, fmt};

/// The catalogues: tag, messages, words of the interface.
const CATALOGUES: [(&str, &str, &str); 1] =
    [("zh-Hans", include_str!("zh-Hans.ftl"), include_str!("interface.zh-Hans.ftl"))];

/// One language.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    interface: &'static str,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Locale {
    /// The locale of a language; `None` if there is no catalogue for it.
    pub fn new(lang: &Lang) -> Option<Self> {
        let (_, messages, interface) = CATALOGUES.iter().find(|(tag, ..)| *tag == lang.as_str())?;
        let id = lang.as_str().parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around what is filled in are meant for mixed directions; ours is one.
        bundle.set_use_isolating(false);
        for text in [messages, interface] {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partly, _)| partly);
            // A name in both catalogues would hide one of the two: a test looks that there is none.
            bundle.add_resource_overriding(resource);
        }
        Some(Self { lang: lang.clone(), bundle, interface })
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
