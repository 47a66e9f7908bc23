//! Simplified Chinese → Traditional Chinese, by the phrases of `OpenCC`.
//!
//! Words and forms are those of Taiwan's standard (`s2tw`); the vocabulary stays that of the text. A name
//! that the phrases get wrong is given in `site.yaml` with its form, and then stands as given.

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Converts texts; the site's own words go first.
pub(super) struct Traditional {
    phrases: OpenCC,
    /// The site's words with their forms, the longer ones first.
    own: Vec<(String, String)>,
}

impl Traditional {
    /// Makes a converter that leaves the site's own words as they are given; `None` if the phrases
    /// that the program carries cannot be read, which a test rules out.
    pub(super) fn new(own: &BTreeMap<String, String>) -> Option<Self> {
        let phrases = OpenCC::from_config(BuiltinConfig::S2tw).ok()?;
        let mut own: Vec<(String, String)> =
            own.iter().map(|(word, form)| (word.clone(), form.clone())).collect();
        own.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        Some(Self { phrases, own })
    }

    /// A text in Traditional characters.
    pub(super) fn convert(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let (mut from, mut at) = (0, 0);
        while at < text.len() {
            match self.own.iter().find(|(word, _)| text[at..].starts_with(word.as_str())) {
                Some((word, form)) => {
                    self.phrase(&text[from..at], &mut out);
                    out.push_str(form);
                    at += word.len();
                    from = at;
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        self.phrase(&text[from..], &mut out);
        out
    }

    fn phrase(&self, text: &str, out: &mut String) {
        if text.is_ascii() {
            out.push_str(text);
            return;
        }
        let mut before = None;
        for c in self.phrases.convert(text).chars() {
            // Traditional Chinese quotes with corner brackets; an apostrophe stays one.
            out.push(match c {
                '“' => '「',
                '”' => '」',
                '‘' => '『',
                '’' if before.is_none_or(|c: char| !c.is_ascii_alphanumeric()) => '』',
                c => c,
            });
            before = Some(c);
        }
    }
}

/// Every Traditional character with the Simplified one that it is compared as in a search.
pub(super) fn simplified() -> Vec<(char, char)> {
    static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let Ok(phrases) = OpenCC::from_config(BuiltinConfig::T2s) else { return Vec::new() };
        // A line end between two keeps them from being read as a phrase.
        let all: Vec<char> = ('\u{3400}'..='\u{9fff}').chain('\u{f900}'..='\u{faff}').collect();
        let text: String = all.iter().flat_map(|c| [*c, '\n']).collect();
        let converted = phrases.convert(&text);
        all.into_iter()
            .zip(converted.split('\n'))
            .filter_map(|(from, to)| {
                let mut to = to.chars();
                to.next().filter(|to| *to != from).map(|to| (from, to))
            })
            .collect()
    });
    PAIRS.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_converted_by_phrase_and_names_as_given() {
        let plain = Traditional::new(&BTreeMap::new()).expect("the phrases");
        for (simplified, traditional) in [
            ("干部", "幹部"),
            ("干旱", "乾旱"),
            ("干涉", "干涉"),
            ("后来", "後來"),
            ("皇后", "皇后"),
            ("头发", "頭髮"),
            ("发展", "發展"),
            ("一只鸽子", "一隻鴿子"),
            ("只有", "只有"),
            ("面条", "麵條"),
            ("里程", "里程"),
            ("村里", "村裡"),
            ("云南昭通", "雲南昭通"),
            ("12.54亿元", "12.54億元"),
            ("他说“我在‘村里’。”", "他說「我在『村裡』。」"),
            ("Zhaotong’s 县", "Zhaotong’s 縣"),
            ("not Chinese", "not Chinese"),
        ] {
            assert_eq!(plain.convert(simplified), traditional, "{simplified}");
        }
        let own =
            BTreeMap::from([("范里".to_owned(), "范里".to_owned()), ("后所".to_owned(), "后所".to_owned())]);
        let named = Traditional::new(&own).expect("the phrases");
        assert_eq!(plain.convert("后所镇"), "後所鎮");
        assert_eq!(named.convert("后所镇后来的范里"), "后所鎮後來的范里");
    }
}
