//! Contextual escaping: what a template writes into an attribute, a title, a script or a drawing has no marks of
//! another language, since no element can stand there.
//!
//! The place of every `{{ … }}` is known from the template alone, so this is settled once, when the theme is read:
//! such an expression gets the filter `plain`. A theme's own templates need not think of it.

/// A template with its filters, and where each was put in.
pub(super) struct Plain {
    /// The template as the engine gets it.
    pub text: String,
    /// What was added: after so many bytes of the new text, so many bytes.
    added: Vec<(usize, usize)>,
}

/// Where a character of a template stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Text,
    /// Between `<` and `>`, perhaps within quotation marks.
    Tag(Option<char>),
}

impl Plain {
    /// Reads a template.
    pub(super) fn new(template: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(template.len() + 256), added: Vec::new() };
        let mut at = At::Text;
        // How deep we are in elements that hold no elements of a page.
        let mut inert = 0_usize;
        let mut rest = template;
        while let Some(c) = rest.chars().next() {
            if let Some(end) = tag_end(rest) {
                let (tag, after) = rest.split_at(end);
                if tag.starts_with("{{") && (inert > 0 || at != At::Text) {
                    plain.expression(tag);
                } else {
                    plain.text.push_str(tag);
                }
                rest = after;
                continue;
            }
            let next = &rest[c.len_utf8()..];
            match (c, at) {
                ('<', At::Text) if next.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                    at = At::Tag(None);
                    match inert_element(next) {
                        Some(true) => inert += 1,
                        Some(false) => inert = inert.saturating_sub(1),
                        None => {}
                    }
                }
                ('>', At::Tag(None)) => at = At::Text,
                ('"' | '\'', At::Tag(None)) => at = At::Tag(Some(c)),
                (_, At::Tag(Some(quote))) if quote == c => at = At::Tag(None),
                _ => {}
            }
            plain.text.push(c);
            rest = next;
        }
        plain
    }

    /// Writes an expression with the filter: `{{ a }}` as `{{ (a) | plain }}`. Words that are joined lose their
    /// marks before they are.
    fn expression(&mut self, tag: &str) {
        let open = if tag.starts_with("{{-") { 3 } else { 2 };
        let close = tag.len() - if tag.ends_with("-}}") { 3 } else { 2 };
        let inner = tag.get(open..close).unwrap_or_default();
        if inner.trim_start().starts_with('<') || inner.trim().is_empty() {
            self.text.push_str(tag);
            return;
        }
        self.text.push_str(&tag[..open]);
        self.add(" (");
        let mut rest = inner;
        while let Some(at) = rest.find("| join") {
            self.text.push_str(&rest[..at]);
            self.add("| plain ");
            self.text.push_str("| join");
            rest = &rest[at + "| join".len()..];
        }
        self.text.push_str(rest);
        self.add(") | plain ");
        self.text.push_str(&tag[close..]);
    }

    fn add(&mut self, words: &str) {
        self.added.push((self.text.len(), words.len()));
        self.text.push_str(words);
    }

    /// The place in the template as written of a place in [`Self::text`].
    pub(super) fn written(&self, at: usize) -> usize {
        let before = self.added.iter().take_while(|(start, _)| *start < at);
        at - before.map(|(start, length)| (*length).min(at - start)).sum::<usize>()
    }
}

/// The end of an expression, a statement or a comment of the engine's that begins a text.
fn tag_end(text: &str) -> Option<usize> {
    let close =
        [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter().find(|(open, _)| text.starts_with(open));
    let (open, close) = close?;
    Some(text[open.len()..].find(close).map_or(text.len(), |end| open.len() + end + close.len()))
}

/// Whether a tag opens or closes an element that can hold no other element of a page.
fn inert_element(tag: &str) -> Option<bool> {
    let (opens, name) = tag.strip_prefix('/').map_or((true, tag), |name| (false, name));
    let name: &str = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    matches!(name, "title" | "script" | "style" | "textarea" | "option" | "svg").then_some(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_no_element_can_stand_is_the_filter_put_in() {
        for (template, filtered) in [
            ("<p>{{ a }}</p>", "<p>{{ a }}</p>"),
            ("<p title=\"{{ a }}\">{{ b }}</p>", "<p title=\"{{ ( a ) | plain }}\">{{ b }}</p>"),
            (
                "<title>{% if a %}{{- b -}}{% endif %}</title>",
                "<title>{% if a %}{{- ( b ) | plain -}}{% endif %}</title>",
            ),
            (
                "<svg><title>{{ a }}</title>{{ b }}</svg>{{ c }}",
                "<svg><title>{{ ( a ) | plain }}</title>{{ ( b ) | plain }}</svg>{{ c }}",
            ),
            (
                "<i class='{{ a | join(sep=\" \") }}'>",
                "<i class='{{ ( a | plain | join(sep=\" \") ) | plain }}'>",
            ),
            ("a < b {{ c }} {# <i {{ d }} #} > {{ e }}", "a < b {{ c }} {# <i {{ d }} #} > {{ e }}"),
            (
                "<p{% if a > 1 %} id=\"x\"{% endif %}>{{ <A b={c} /> }}",
                "<p{% if a > 1 %} id=\"x\"{% endif %}>{{ <A b={c} /> }}",
            ),
        ] {
            assert_eq!(Plain::new(template).text.replace("  ", " "), filtered);
        }
    }

    #[test]
    fn a_place_is_found_again_in_the_template_as_written() {
        let template = "<p title=\"{{ a }}\" id=\"{{ b | join(sep=x) }}\">{{ wrong }}</p>";
        let plain = Plain::new(template);
        for words in ["a }}", "b |", "join(", "wrong", "</p>"] {
            let at = plain.text.find(words.trim_end_matches(" }}")).unwrap_or_default();
            assert_eq!(
                plain.written(at),
                template.find(words.trim_end_matches(" }}")).unwrap_or_default(),
                "{words}"
            );
        }
    }
}
