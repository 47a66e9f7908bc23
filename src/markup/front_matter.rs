//! Front matter: where a text's YAML head ends and its Markdown body begins.

use std::ops::Range;

/// The line that opens and closes the head.
const FENCE: &str = "---";

/// Finds the YAML head of a whole file and the body after it.
///
/// The first line must be `---` (a BOM before it and spaces after it are accepted), and a
/// later line must be `---` again. Both ranges are byte offsets in `text`; the fences belong
/// to neither. `None` means that there is no head, or that it is never closed: then the whole
/// text is body.
pub fn split_front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let opening = lines.next().filter(|line| is_fence(line))?;
    let yaml_start = start + opening.len();
    let mut at = yaml_start;
    for line in lines {
        let end = at + line.len();
        if is_fence(line) {
            return Some((yaml_start..at, end..text.len()));
        }
        at = end;
    }
    None
}

/// Whether a line is a fence: three hyphens at its very start, nothing but space behind.
fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

#[cfg(test)]
mod tests {
    use super::split_front_matter;
    use proptest::prelude::*;

    fn parts(text: &str) -> Option<(&str, &str)> {
        split_front_matter(text).map(|(yaml, body)| (&text[yaml], &text[body]))
    }

    #[test]
    fn head_and_body_are_found_in_every_line_ending() {
        assert_eq!(parts("---\na: 1\n---\nbody\n"), Some(("a: 1\n", "body\n")));
        assert_eq!(parts("---\r\na: 1\r\n---\r\nbody"), Some(("a: 1\r\n", "body")));
        assert_eq!(parts("\u{FEFF}---\na: 1\n---  \n正文"), Some(("a: 1\n", "正文")));
        assert_eq!(parts("---\n---\n"), Some(("", "")));
        assert_eq!(parts("---\na: 1\n---"), Some(("a: 1\n", "")));
    }

    #[test]
    fn a_later_rule_belongs_to_the_body() {
        assert_eq!(parts("---\na: 1\n---\nx\n\n---\n"), Some(("a: 1\n", "x\n\n---\n")));
    }

    #[test]
    fn text_without_a_closed_head_has_none() {
        for text in ["", "body", "---\na: 1\n", "----\na\n---\n", " ---\na\n---\n", "a\n---\nb\n---\n"] {
            assert_eq!(parts(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn ranges_lie_in_the_text(text in "(---|\r|\n|\u{FEFF}|真|a| ){0,30}") {
            if let Some((yaml, body)) = split_front_matter(&text) {
                prop_assert!(yaml.end < body.start && body.end == text.len());
                prop_assert!(text.is_char_boundary(yaml.start) && text.is_char_boundary(body.start));
            }
        }
    }
}
