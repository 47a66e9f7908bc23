//! Text that a reader sees, in one or more languages.

use std::collections::BTreeMap;

/// A language tag as it stands in `lang` attributes: `zh-Hans`, `zh-Hant`, `en`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Lang(String);

impl Lang {
    /// Takes a tag that is known to be one of the site's or of the catalogues'.
    pub fn new(tag: &str) -> Self {
        Self(tag.to_owned())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text in one or more languages. Never empty: it has at least one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    first: Lang,
    by_lang: BTreeMap<Lang, String>,
}

impl Text {
    /// A text in a single language.
    pub fn plain(lang: Lang, text: impl Into<String>) -> Self {
        Self { by_lang: BTreeMap::from([(lang.clone(), text.into())]), first: lang }
    }

    /// A text in several languages; `first` is the one to fall back to. `None` for an empty map.
    pub fn new(first: &Lang, by_lang: BTreeMap<Lang, String>) -> Option<Self> {
        let fallback =
            if by_lang.contains_key(first) { first.clone() } else { by_lang.keys().next()?.clone() };
        Some(Self { first: fallback, by_lang })
    }

    /// The text in a language, or in the fallback language, and which of them it is.
    pub fn get(&self, lang: &Lang) -> (&Lang, &str) {
        let (lang, text) = self
            .by_lang
            .get_key_value(lang)
            .or_else(|| self.by_lang.get_key_value(&self.first))
            .or_else(|| self.by_lang.first_key_value())
            .unzip();
        (lang.unwrap_or(&self.first), text.map_or("", String::as_str))
    }

    /// The words alone, without the tag: see [`Text::get`].
    pub fn words(&self, lang: &Lang) -> &str {
        self.get(lang).1
    }

    /// The words in the language to fall back to.
    pub fn own(&self) -> &str {
        self.words(&self.first)
    }

    /// True if the text is written in that language.
    pub fn has(&self, lang: &Lang) -> bool {
        self.by_lang.contains_key(lang)
    }

    /// Every language in which it is written, with the words.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.by_lang.iter().map(|(lang, words)| (lang, words.as_str()))
    }
}
