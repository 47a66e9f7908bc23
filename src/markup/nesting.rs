//! A bound on nesting that holds before anything is parsed. The parser compares each line with every quotation and list
//! that is open: without a bound, half a text of marks and half of short lines take time that grows with the square.

use super::tree::{Block, DEEPEST, Inline, Markup, MarkupFault, MarkupFaultKind};
use std::ops::Range;

/// Brackets that may be open in one paragraph: the parser tries each as the beginning of a link.
const OPEN_BRACKETS: usize = 10_000;

/// The line whose marks or indentation nest far deeper than a tree may be, or with which far too many brackets are
/// open; the tree's own bound is finer.
pub(super) fn too_deep(body: &str) -> Option<Range<usize>> {
    let (mut at, mut open) = (0, 0_usize);
    for line in body.split_inclusive('\n') {
        if line.trim().is_empty() {
            open = 0;
        }
        for byte in line.bytes() {
            match byte {
                b'[' => open += 1,
                b']' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > OPEN_BRACKETS {
                return Some(at..at + line.trim_end_matches(['\r', '\n']).len());
            }
        }
        if line.len() > DEEPEST && depth(line) > 2 * DEEPEST {
            return Some(at..at + line.trim_end_matches(['\r', '\n']).len());
        }
        at += line.len();
    }
    None
}

/// How deep the marks at the beginning of a line may nest: each `>`, each mark of a list with a space behind it, and
/// every second column before the last of them.
fn depth(line: &str) -> usize {
    let bytes = line.as_bytes();
    let (mut at, mut marks, mut blanks, mut deepest) = (0, 0, 0, 0);
    while let Some(byte) = bytes.get(at) {
        let ends = |at: usize| matches!(bytes.get(at), Some(b' ' | b'\t' | b'\r' | b'\n') | None);
        match byte {
            b' ' => blanks += 1,
            b'\t' => blanks += 4,
            b'>' => marks += 1,
            b'-' | b'*' | b'+' if ends(at + 1) => marks += 1,
            b'0'..=b'9' => {
                at += bytes[at..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
                if !(matches!(bytes.get(at), Some(b'.' | b')')) && ends(at + 1)) {
                    break;
                }
                marks += 1;
            }
            _ => break,
        }
        if !matches!(byte, b' ' | b'\t') {
            // The space behind each mark is its own.
            deepest = marks + (blanks - blanks.min(marks)) / 2;
        }
        at += 1;
    }
    deepest
}

/// A text that is not parsed: its first line as words, and the fault.
pub(super) fn unread(body: &str, base: usize, deep: Range<usize>) -> Markup {
    let first = body.lines().next().unwrap_or_default();
    let span = base..base + first.len();
    let words = Inline::Text { text: first.to_owned(), span: span.clone() };
    let fault = MarkupFault { kind: MarkupFaultKind::TooDeep, span: base + deep.start..base + deep.end };
    let inlines = if first.is_empty() { Vec::new() } else { vec![words] };
    let blocks = if inlines.is_empty() { Vec::new() } else { vec![Block::Paragraph { inlines, span }] };
    Markup { blocks, faults: vec![fault] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::parse;

    #[test]
    fn what_nests_without_end_is_a_fault_and_not_parsed() {
        let lazy = "a\n".repeat(10_000);
        for head in [">".repeat(20_000), "- ".repeat(10_000), "1. ".repeat(10_000)] {
            let markup = parse(&format!("{head}\n{lazy}"), 0);
            assert!(markup.faults.iter().any(|fault| fault.kind == MarkupFaultKind::TooDeep), "{head:.9}");
        }
        for open in ["[", "![", "[[a]", "a\n["] {
            let markup = parse(&open.repeat(20_000), 0);
            assert!(markup.faults.iter().any(|fault| fault.kind == MarkupFaultKind::TooDeep), "{open}");
        }
        assert_eq!(too_deep(&"[a]\n".repeat(20_000)), None);
        assert_eq!(too_deep(&"- [ a\n\n".repeat(20_000)), None);
        let steps = (0..300).map(|at| "  ".repeat(at) + "- a\n").collect::<Vec<_>>().concat();
        assert!(too_deep(&steps).is_some());
    }

    #[test]
    fn tables_rules_code_and_far_indented_words_are_no_nesting() {
        let code = format!("    {}words\n", " ".repeat(400));
        for text in ["-".repeat(400), "*".repeat(400), format!("{:300}", 1), code] {
            assert_eq!(too_deep(&text), None, "{text}");
        }
    }
}
