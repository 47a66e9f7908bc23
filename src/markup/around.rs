//! What a reader sees at a link and on both sides of it, whatever marks, entities and links stand between: a number
//! is what its digits look like together, `9[42](figure:a)` is 942.

use super::seen::{OBJECT, is_held, seen};
use super::tree::Inline;

/// As many characters as are looked at on each side.
const WIDEST: usize = 48;

/// The words of a link and what touches them, without marks; digits of every script and width as plain ones, and
/// nothing of what nobody sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// What stands before it in its paragraph, heading or cell; the last characters of it.
    pub before: String,
    /// Its words; one character that stands for them where they are filled in.
    pub words: String,
    /// What stands behind it; the first characters of it.
    pub after: String,
    /// Whether any of its words, or all of them, are struck out.
    pub struck: bool,
    /// Whether the last digit before it belongs to a link that is held against the report as well.
    pub held_before: bool,
    /// The same of the first digit behind it.
    pub held_after: bool,
}

/// One character as a reader sees it.
struct Seen {
    c: char,
    held: bool,
    struck: bool,
}

/// What is around each link of a run, in reading order.
pub(super) fn around(run: &[Inline]) -> Vec<Around> {
    let (mut text, mut links) = (Vec::new(), Vec::new());
    flatten(run, false, false, &mut text, &mut links);
    links.into_iter().map(|(from, to)| cut(&text, from, to)).collect()
}

fn cut(text: &[Seen], from: usize, to: usize) -> Around {
    let words = |part: &[Seen]| part.iter().map(|one| one.c).collect::<String>();
    let before = &text[from.saturating_sub(WIDEST)..from];
    let after = &text[to..text.len().min(to + WIDEST)];
    let is_digit = |one: &&Seen| one.c.is_ascii_digit();
    Around {
        before: words(before),
        words: words(&text[from..to]),
        after: words(after),
        struck: text[from..to].iter().any(|one| one.struck),
        held_before: before.iter().rev().find(is_digit).is_some_and(|one| one.held),
        held_after: after.iter().find(is_digit).is_some_and(|one| one.held),
    }
}

fn flatten(
    inlines: &[Inline],
    held: bool,
    struck: bool,
    text: &mut Vec<Seen>,
    links: &mut Vec<(usize, usize)>,
) {
    for inline in inlines {
        match inline {
            Inline::Text { text: words, .. } | Inline::Code { text: words, .. } => {
                text.extend(words.chars().filter_map(seen).map(|c| Seen { c, held, struck }));
            }
            Inline::Link { target, children, .. } => {
                let from = text.len();
                let at = links.len();
                links.push((from, from));
                flatten(children, held || is_held(target), struck, text, links);
                links[at].1 = text.len();
                if from == text.len() {
                    // What is filled in stands here.
                    text.push(Seen { c: OBJECT, held, struck });
                    links[at].1 = text.len();
                }
            }
            Inline::Strikethrough { children, .. } => flatten(children, held, true, text, links),
            Inline::Emphasis { children, .. } | Inline::Strong { children, .. } => {
                flatten(children, held, struck, text, links);
            }
            Inline::SoftBreak { .. } => text.push(Seen { c: ' ', held, struck }),
            Inline::HardBreak { .. } => text.push(Seen { c: '\n', held, struck }),
            Inline::Image(_) | Inline::FootnoteReference { .. } => {
                text.push(Seen { c: OBJECT, held, struck });
            }
        }
    }
}
