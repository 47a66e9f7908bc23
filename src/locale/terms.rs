//! A site's own words for its actions, tasks, responsible units, members and scopes: messages that go before those of
//! the catalogue.

use super::Locale;
use crate::model::{ScopeWords, Site, Text};
use std::fmt::Write as _;

impl Locale {
    /// The messages in which a site's words stand, in the format of Fluent.
    pub(super) fn own_messages(&self, site: &Site) -> String {
        messages(self, site)
    }
}

fn messages(locale: &Locale, site: &Site) -> String {
    let mut out = String::new();
    let terms = &site.terms;
    let of_scopes = match site.scope_words {
        ScopeWords::Partnerships => None,
        ScopeWords::Places => Some("scopes-places"),
        ScopeWords::Organisations => Some("scopes-organisations"),
        ScopeWords::Programmes => Some("scopes-programmes"),
        ScopeWords::Various => Some("scopes-various"),
    };
    let own = |text: &Option<Text>| text.as_ref().and_then(|text| words(locale, text));
    for (name, term) in
        [("action", &terms.action), ("task", &terms.task), ("unit", &terms.unit), ("member", &terms.member)]
    {
        if let Some(words) = own(term) {
            define(locale, name, &words, &mut out);
            match name {
                "task" => say("-term-task-listed", &words, &mut out),
                "unit" => {
                    out.push_str("page-units = { -term-Units }\nmenu-units = { -term-Units }\nkind-unit = { -term-Unit }\n");
                }
                _ => {}
            }
        }
    }
    if let Some(words) = own(&terms.partnership).or_else(|| of_scopes.map(|name| locale.word(name))) {
        define(locale, "partnership", &words, &mut out);
        out.push_str(
            "page-partnerships = { -term-Partnerships }\nmenu-partnerships = { -term-Partnerships }\n\
             briefs-partnerships = { -term-Partnerships }\nkind-scope = { -term-Partnership }\n\
             about-partnerships = { about-scopes }\n",
        );
    }
    if of_scopes.is_some() {
        out.push_str("method-region-1 = { method-region-scopes }\n");
    }
    out
}

/// A term in the language of a locale; none if the site has none in it.
fn words(locale: &Locale, text: &Text) -> Option<String> {
    let written = locale.made_of.tag;
    let (_, words) = text.iter().find(|(lang, _)| lang.as_str() == written)?;
    Some(locale.convert(words).unwrap_or_else(|| words.to_owned()))
}

/// A term for one and for many (`district|districts`), both also as a heading begins with them.
fn define(locale: &Locale, name: &str, words: &str, out: &mut String) {
    let (one, many) = words.split_once('|').unwrap_or((words, words));
    let mut capital = name.chars();
    let capital: String = capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
    for (name, words) in [(name, one), (&capital, &*locale.sentence(one))] {
        say(&format!("-term-{name}"), words, out);
    }
    say(&format!("-term-{name}s"), many, out);
    say(&format!("-term-{capital}s"), &locale.sentence(many), out);
}

/// A message that is nothing but these words, whatever marks they hold.
fn say(name: &str, words: &str, out: &mut String) {
    let quoted = words.trim().replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ");
    let _ = writeln!(out, "{name} = {{ \"{quoted}\" }}");
}
