//! What a language says of the codes of faults: a catalogue of its own, which nothing but their explanation reads.

use super::Locale;
use fluent_bundle::{FluentBundle, FluentResource};

/// The words for codes in one language.
pub struct CodeCatalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// The words for codes.
    pub fn codes(&self) -> CodeCatalogue {
        let text = &self.made_of.codes;
        let converted = self.convert(text);
        let resource = FluentResource::try_new(converted.unwrap_or_else(|| text.clone().into_owned()))
            .unwrap_or_else(|(partly, _)| partly);
        let mut bundle = FluentBundle::new(self.lang.as_str().parse().into_iter().collect());
        bundle.add_resource_overriding(resource);
        CodeCatalogue { bundle }
    }
}

impl CodeCatalogue {
    /// What the fault means.
    pub fn means(&self, code: &str) -> String {
        self.say(code, Some("means"))
    }

    /// What to write instead.
    pub fn instead(&self, code: &str) -> String {
        self.say(code, Some("instead"))
    }

    /// A word of the frame around them.
    pub fn word(&self, name: &str) -> String {
        self.say(name, None)
    }

    /// A message, or an attribute of it. What is missing shows its name in brackets.
    fn say(&self, name: &str, attribute: Option<&str>) -> String {
        let pattern = self.bundle.get_message(name).and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        });
        match pattern {
            Some(pattern) => self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned(),
            None => format!("⟦{name}⟧"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lang;
    use super::*;
    use std::collections::BTreeSet;

    /// The codes of a catalogue, each with the attributes that it has.
    fn messages(text: &str) -> BTreeSet<String> {
        let mut code = "";
        let mut found = BTreeSet::new();
        for line in text.lines() {
            match line.split_once(" =") {
                Some((name, _)) if name.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    code = name;
                    found.insert(name.to_owned());
                }
                Some((name, _)) if name.trim().starts_with('.') => {
                    found.insert(format!("{code}{}", name.trim()));
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn every_language_says_the_same_of_the_codes() {
        let first = messages(&lang::all()[0].codes);
        assert!(first.len() > 100, "{}", first.len());
        for language in lang::all() {
            assert!(FluentResource::try_new(language.codes.to_string()).is_ok(), "{}", language.tag);
            let lacking: Vec<_> = first.symmetric_difference(&messages(&language.codes)).cloned().collect();
            assert!(lacking.is_empty(), "{}: {lacking:?}", language.tag);
        }
    }
}
