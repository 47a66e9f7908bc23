//! A pseudo-language for tests (pseudo-localisation): English with an accent on every letter that can bear one and
//! each vowel twice, so about a third longer. A word that stands on a page without an accent comes from no catalogue.
//!
//! Its messages are written from the English ones by the program, so that nobody has to keep them.

use super::{Language, Rules, en};
use std::borrow::Cow;

pub(super) fn language() -> Language {
    let english = en::language();
    Language {
        tag: "en-XA",
        name: accented("Accented English").leak(),
        messages: Cow::Owned(catalogue(&english.messages)),
        interface: Cow::Owned(catalogue(&english.interface)),
        forms: Cow::Owned(catalogue(&english.forms)),
        codes: Cow::Owned(catalogue(&english.codes)),
        rules: Rules {
            scales: english
                .rules
                .scales
                .iter()
                .map(|(scale, word)| (*scale, &*accented(word).leak()))
                .collect::<Vec<_>>()
                .leak(),
            months: english.rules.months.map(|month| &*accented(month).leak()),
            ..english.rules
        },
        units: english
            .units
            .iter()
            .map(|(id, words)| (*id, &*accented(words).leak()))
            .collect::<Vec<_>>()
            .leak(),
        ..english
    }
}

/// A catalogue with the words of its messages accented, and not their names, variables and selectors.
fn catalogue(text: &str) -> String {
    text.lines().fold(String::with_capacity(text.len() * 2), |mut out, line| {
        if line.starts_with('#') {
            out.push_str(line);
        } else {
            let words = words_at(line);
            out.push_str(&line[..words]);
            pattern(&line[words..], &mut out);
        }
        out.push('\n');
        out
    })
}

/// Where the words of a line begin: behind `name =`, `.attribute =`, `[variant]` or `*[other]`.
fn words_at(line: &str) -> usize {
    let bare = line.trim_start();
    let at = line.len() - bare.len();
    if bare.starts_with('[') || bare.starts_with("*[") {
        return bare.find(']').map_or(at, |end| at + end + 1);
    }
    let name = bare.find(" =").filter(|end| !bare[..*end].contains([' ', '{']));
    name.map_or(at, |end| at + end + " =".len())
}

/// Words with what is filled in: `{ $variable }` stays as it is, `{ " words " }` are words again.
fn pattern(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&accented(&rest[..open]));
        let end = rest[open..].find('}').map_or(rest.len(), |end| open + end + 1);
        let filled = &rest[open..end];
        match (filled.find('"'), filled.rfind('"')) {
            (Some(first), Some(last)) if first < last => {
                out.push_str(&filled[..=first]);
                out.push_str(&accented(&filled[first + 1..last]));
                out.push_str(&filled[last..]);
            }
            _ => out.push_str(filled),
        }
        rest = &rest[end..];
    }
    out.push_str(&accented(rest));
}

/// Words with accents; `%n`, for which a script puts a number, stays.
fn accented(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    let mut before = ' ';
    for c in words.chars() {
        match ACCENTS.iter().find(|(plain, _)| *plain == c) {
            Some((_, accent)) if before != '%' => {
                out.push(*accent);
                if "aeiou".contains(c) {
                    out.push(*accent);
                }
            }
            _ => out.push(c),
        }
        before = c;
    }
    out
}

#[rustfmt::skip] // an alphabet
const ACCENTS: [(char, char); 42] = [
    ('a', 'á'), ('c', 'ç'), ('d', 'ď'), ('e', 'é'), ('g', 'ğ'), ('h', 'ĥ'), ('i', 'í'), ('j', 'ĵ'), ('k', 'ķ'),
    ('l', 'ľ'), ('n', 'ñ'), ('o', 'ó'), ('r', 'ř'), ('s', 'š'), ('t', 'ť'), ('u', 'ú'), ('w', 'ŵ'), ('y', 'ý'),
    ('z', 'ž'),
    ('A', 'Á'), ('C', 'Ç'), ('D', 'Ď'), ('E', 'É'), ('G', 'Ğ'), ('H', 'Ĥ'), ('I', 'Í'), ('J', 'Ĵ'), ('K', 'Ķ'),
    ('L', 'Ĺ'), ('N', 'Ñ'), ('O', 'Ó'), ('R', 'Ř'), ('S', 'Š'), ('T', 'Ť'), ('U', 'Ú'), ('W', 'Ŵ'), ('Y', 'Ý'),
    ('Z', 'Ž'),
    ('m', 'ṁ'), ('p', 'ṗ'), ('b', 'ḃ'), ('f', 'ḟ'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_accented_and_what_is_filled_in_is_not() {
        let english = "# a note\nfound = { $count ->\n    [one] one { \"or \" }\n   *[other] { $count } more\n} in %n\n    .counted = no\n";
        let accented = "# a note\nfound = { $count ->\n    [one] óóñéé { \"óóř \" }\n   *[other] { $count } ṁóóřéé\n} ííñ %n\n    .counted = ñóó\n";
        assert_eq!(catalogue(english), accented);
    }
}
