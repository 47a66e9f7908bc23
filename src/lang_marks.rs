//! Language marks: words of another language inside a text, for the HTML `lang` attribute.
//!
//! A page in English may have to show a Chinese locator, or a note that nobody translated. Such a run
//! is marked where the words are taken from the report, travels inside ordinary strings through
//! messages and views, and becomes an element with `lang` when a page is finished. The marks are
//! noncharacters, which content cannot contain: U+FDD0, the language, U+FDD1, the words, U+FDD2.

use std::borrow::Cow;

const OPEN: char = '\u{fdd0}';
const WORDS: char = '\u{fdd1}';
const CLOSE: char = '\u{fdd2}';

/// True for a character that content must not contain, because it means something here.
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
    if !text.contains(OPEN) {
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

/// Where a character of a page stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Text,
    /// Between `<` and `>`, perhaps within quotation marks.
    Tag(Option<char>),
}

/// Turns the marks of a finished page into elements with `lang`. Where an element cannot stand, in an
/// attribute, a title, a drawing or a script, only the words stay.
pub fn elements(html: String) -> String {
    if !html.contains(OPEN) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 256);
    let mut at = At::Text;
    // The elements that hold no elements of ours, and how deep we are in them.
    let mut inert = 0_usize;
    let mut open: Vec<bool> = Vec::new();
    let mut rest = html.as_str();
    while let Some(c) = rest.chars().next() {
        let next = &rest[c.len_utf8()..];
        match c {
            OPEN => {
                let (tag, words) = next.split_once(WORDS).unwrap_or((next, ""));
                let element = at == At::Text && inert == 0;
                if element {
                    out.push_str("<span lang=\"");
                    out.push_str(tag);
                    out.push_str("\">");
                }
                open.push(element);
                rest = words;
                continue;
            }
            CLOSE => {
                if open.pop() == Some(true) {
                    out.push_str("</span>");
                }
                rest = next;
                continue;
            }
            '<' if at == At::Text => {
                at = At::Tag(None);
                match inert_element(next) {
                    Some(true) => inert += 1,
                    Some(false) => inert = inert.saturating_sub(1),
                    None => {}
                }
            }
            '>' if at == At::Tag(None) => at = At::Text,
            '"' | '\'' => match at {
                At::Tag(None) => at = At::Tag(Some(c)),
                At::Tag(Some(quote)) if quote == c => at = At::Tag(None),
                _ => {}
            },
            _ => {}
        }
        out.push(c);
        rest = next;
    }
    out
}

/// Whether a tag opens or closes an element that can hold no other element of a page.
fn inert_element(tag: &str) -> Option<bool> {
    let (opens, name) = tag.strip_prefix('/').map_or((true, tag), |name| (false, name));
    let name: &str = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    matches!(name, "title" | "script" | "style" | "textarea" | "svg").then_some(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_becomes_an_element_in_text_and_words_elsewhere() {
        let run = foreign("zh-Hans", "楼下村");
        let page = format!(
            "<title>{run}</title><p title=\"a > {run}\">In {run}, &lt;b&gt;</p><svg><title>{run}</title><text>{run}</text></svg><i>{run}</i>"
        );
        let span = "<span lang=\"zh-Hans\">楼下村</span>";
        assert_eq!(
            elements(page),
            format!(
                "<title>楼下村</title><p title=\"a > 楼下村\">In {span}, &lt;b&gt;</p><svg><title>楼下村</title><text>楼下村</text></svg><i>{span}</i>"
            )
        );
    }

    #[test]
    fn marks_leave_no_trace_in_plain_words() {
        let text = format!("In {} 2019", foreign("zh-Hans", "楼下村"));
        assert_eq!(plain(&text), "In 楼下村 2019");
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
