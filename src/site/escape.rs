//! Writing words into markup: escaped, and each stretch of another language in an element with `lang`.
//!
//! [Language marks](crate::lang_marks) end here. Templates call [`words`] for every `{{ … }}` (auto-escape); where no
//! element can stand (attributes, titles, scripts, drawings) [`super::context`] puts the filter [`plain`] before it.

use crate::lang_marks;
use std::borrow::Cow;
use std::io::{self, Write};
use tera::{Kwargs, State, Value, escape_html};

/// Writes words as HTML text.
pub(super) fn words(text: &str, out: &mut dyn Write) -> io::Result<()> {
    if !text.contains(lang_marks::is_mark) {
        return escape_html(text, out);
    }
    for (lang, piece) in lang_marks::pieces(text) {
        match lang {
            Some(lang) => {
                out.write_all(b"<span lang=\"")?;
                escape_html(lang, out)?;
                out.write_all(b"\">")?;
                escape_html(piece, out)?;
                out.write_all(b"</span>")?;
            }
            None => escape_html(piece, out)?,
        }
    }
    Ok(())
}

/// The filter `plain`: words without marks, and lists of words.
pub(super) fn plain(value: &Value, _: Kwargs, _: &State<'_>) -> Value {
    if let Some(text) = value.as_str() {
        return match lang_marks::plain(text) {
            Cow::Borrowed(_) => value.clone(),
            Cow::Owned(text) if value.is_safe() => Value::safe_string(&text),
            Cow::Owned(text) => Value::from(text),
        };
    }
    match value.as_array() {
        Some(items) => Value::from(items.iter().map(without_marks).collect::<Vec<Value>>()),
        None => value.clone(),
    }
}

fn without_marks(value: &Value) -> Value {
    match value.as_str().map(lang_marks::plain) {
        Some(Cow::Owned(text)) => Value::from(text),
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang_marks::foreign;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        words(text, &mut out).expect("memory takes it");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_stretch_of_another_language_becomes_an_element_around_escaped_words() {
        let text = format!("In <b> {}", foreign("zh-Hans", "楼下&村"));
        assert_eq!(written(&text), "In &lt;b&gt; <span lang=\"zh-Hans\">楼下&amp;村</span>");
        assert_eq!(written("no \"marks\""), "no &quot;marks&quot;");
    }

    #[test]
    fn what_is_cut_out_of_a_stretch_leaves_no_mark() {
        let text = foreign("zh-Hans", "上\n下");
        for line in text.lines() {
            assert!(!written(line).contains(lang_marks::is_mark), "{line}");
        }
    }
}
