//! Language tags as Word names them (BCP 47 by region), and the script that a layout depends on.

/// The script of a brief: what its layout and its faces depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Simplified Chinese.
    Simplified,
    /// Traditional Chinese.
    Traditional,
    /// Anything else.
    Latin,
}

impl Script {
    /// That of a language tag such as `zh-Hans`.
    pub(super) fn of(lang: &str) -> Self {
        match word_tag(lang) {
            "zh-TW" | "zh-HK" => Self::Traditional,
            tag if tag.starts_with("zh") => Self::Simplified,
            _ => Self::Latin,
        }
    }

    /// True for Chinese.
    pub(super) fn is_chinese(self) -> bool {
        self != Self::Latin
    }
}

/// A language by the tag under which Word has its dictionaries: by place, not by script.
pub(super) fn word_tag(lang: &str) -> &str {
    match lang {
        "zh" | "zh-Hans" => "zh-CN",
        "zh-Hant" => "zh-TW",
        "en" => "en-GB",
        other => other,
    }
}

/// The languages of a page: that of its letters and digits, and that of its East Asian characters. In Chinese too
/// the first is one of letters: by Chinese rules a number would be broken at the end of a line.
pub(super) fn languages(script: Script, lang: &str) -> [&str; 2] {
    if script.is_chinese() { ["en-US", word_tag(lang)] } else { [word_tag(lang), "zh-CN"] }
}
