//! Language marks: words of another language inside a text, for the HTML `lang` attribute.
//!
//! A page in English may have to show a Chinese locator, or a note that nobody translated. Such a run
//! is marked where the words are taken from the report, travels inside ordinary strings through
//! messages and views, and ends where it is written: as an element with `lang` in HTML, as a run with a language
//! in PDF and DOCX, as plain words everywhere else. No file that is written holds a mark. They are noncharacters,
//! which content cannot contain: U+FDD0, the language, U+FDD1, the words, U+FDD2.

use std::borrow::Cow;

const OPEN: char = '\u{fdd0}';
const WORDS: char = '\u{fdd1}';
const CLOSE: char = '\u{fdd2}';

/// True for a mark.
pub fn is_mark(c: char) -> bool {
    matches!(c, OPEN..=CLOSE)
}

/// Marks words as being of another language; `lang` is a tag such as `zh-Hans`.
pub fn foreign(lang: &str, words: &str) -> String {
    format!("{OPEN}{lang}{WORDS}{words}{CLOSE}")
}

/// The words without marks, for a place that cannot say which language they are: a drawing, a
/// terminal, a feed.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut tag = false;
    for c in text.chars() {
        match c {
            OPEN => tag = true,
            WORDS => tag = false,
            c if tag || c == CLOSE => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The words in pieces of one language each; none for that of the words around. For a writer of a format that
/// has its own way to name a language.
pub fn pieces(text: &str) -> Vec<(Option<&str>, &str)> {
    let mut pieces = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([OPEN, CLOSE]) {
        let (words, mark) = rest.split_at(at);
        pieces.push((open.last().copied(), words));
        rest = if let Some(opened) = mark.strip_prefix(OPEN) {
            let (lang, words) = opened.split_once(WORDS).unwrap_or((opened, ""));
            open.push(lang);
            words
        } else {
            open.pop();
            &mark[CLOSE.len_utf8()..]
        };
    }
    pieces.push((open.last().copied(), rest));
    pieces.retain(|(_, words)| !words.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_leave_no_trace_in_plain_words() {
        let text = format!("In {} 2019", foreign("zh-Hans", "楼下村"));
        assert_eq!(plain(&text), "In 楼下村 2019");
        let cut = foreign("zh-Hans", "楼下\n村");
        assert_eq!(cut.lines().map(plain).collect::<Vec<_>>(), ["楼下", "村"]);
        assert!(matches!(plain("In Louxia"), Cow::Borrowed(_)));
        assert!(text.chars().any(is_mark) && !plain(&text).chars().any(is_mark));
    }

    #[test]
    fn pieces_are_words_of_one_language_each() {
        let inner = foreign("en", "GB/T 9704");
        let text = format!("In {}, {}", foreign("zh-Hans", &format!("按{inner}排")), foreign("en", ""));
        assert_eq!(
            pieces(&text),
            [
                (None, "In "),
                (Some("zh-Hans"), "按"),
                (Some("en"), "GB/T 9704"),
                (Some("zh-Hans"), "排"),
                (None, ", ")
            ]
        );
        assert_eq!(pieces(""), []);
    }
}
