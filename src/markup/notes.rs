//! Footnotes that lead from one to another: in a circle they would never end, and in a long chain nobody follows them.

use super::tree::{Block, Inline, Markup, MarkupFault, MarkupFaultKind};
use super::walk::{each_block, runs_of, walk};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many notes may stand within one another.
pub const DEEPEST_NOTE: usize = 4;

/// A note as its definition writes it.
#[derive(Default)]
struct Note<'m> {
    /// The notes that it refers to, each with the place of the reference.
    names: Vec<(&'m str, Range<usize>)>,
    /// How many notes stand within one another here, itself among them; none until it is known.
    deep: Option<usize>,
    /// True while what it refers to is looked at.
    open: bool,
}

/// References that lead back to the note that they stand in, and those that lead too deep. Each reference is followed
/// once, and none of them by a call within a call.
pub(super) fn faults(markup: &Markup) -> Vec<MarkupFault> {
    let mut notes: BTreeMap<&str, Note<'_>> = BTreeMap::new();
    for block in &markup.blocks {
        if let Block::FootnoteDefinition { label, blocks, .. } = block {
            let names = &mut notes.entry(label).or_default().names;
            each_block(blocks, &mut |block| {
                for inline in runs_of(block).into_iter().flat_map(walk) {
                    if let Inline::FootnoteReference { label, span } = inline {
                        names.push((label, span.clone()));
                    }
                }
            });
        }
    }
    let mut faults = Vec::new();
    let labels: Vec<&str> = notes.keys().copied().collect();
    for label in labels {
        follow(label, &mut notes, &mut faults);
    }
    faults
}

fn follow<'m>(label: &'m str, notes: &mut BTreeMap<&'m str, Note<'m>>, faults: &mut Vec<MarkupFault>) {
    let mut path: Vec<(&str, usize)> = vec![(label, 0)];
    while let Some((label, next)) = path.pop() {
        let Some(note) = notes.get_mut(label).filter(|note| note.deep.is_none()) else { continue };
        note.open = true;
        let Some((name, span)) = note.names.get(next).cloned() else {
            let names: Vec<(&str, Range<usize>)> = note.names.clone();
            let below = |(name, _): &(&str, _)| notes.get(name).and_then(|note| note.deep).unwrap_or(0);
            let deep = 1 + names.iter().map(below).max().unwrap_or(0);
            if deep == DEEPEST_NOTE + 1
                && let Some((_, span)) = names.iter().find(|name| below(name) == DEEPEST_NOTE)
            {
                faults.push(MarkupFault { kind: MarkupFaultKind::DeepNote, span: span.clone() });
            }
            if let Some(note) = notes.get_mut(label) {
                note.deep = Some(deep);
                note.open = false;
            }
            continue;
        };
        path.push((label, next + 1));
        match notes.get(name) {
            Some(other) if other.open => {
                faults.push(MarkupFault { kind: MarkupFaultKind::NoteCircle(name.to_owned()), span });
            }
            Some(_) => path.push((name, 0)),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markup::{MarkupFaultKind, parse};

    /// The circles and depths that a text is faulted for.
    fn found(text: &str) -> Vec<String> {
        let said = |kind: &MarkupFaultKind| match kind {
            MarkupFaultKind::NoteCircle(label) => label.clone(),
            other => format!("{other:?}"),
        };
        parse(text, 0).faults.iter().map(|fault| said(&fault.kind)).collect()
    }

    #[test]
    fn a_note_that_leads_back_to_itself_is_a_fault() {
        assert_eq!(found("x[^1]\n\n[^1]: y[^1]\n"), ["1"]);
        assert_eq!(found("x[^1]\n\n[^1]: y[^2]\n\n[^2]: z[^1]\n"), ["1"]);
        assert_eq!(found("x[^1]\n\n[^1]: y[^2]\n\n[^2]: z\n"), [""; 0]);
    }

    #[test]
    fn a_chain_of_any_length_ends_in_a_fault_and_not_in_a_crash() {
        let chain = |many: usize| {
            let notes: Vec<String> = (1..many).map(|at| format!("[^{at}]: y[^{}]\n\n", at + 1)).collect();
            let notes = notes.concat();
            format!("x[^1]\n\n{notes}[^{many}]: z\n")
        };
        assert_eq!(found(&chain(4)), [""; 0]);
        assert_eq!(found(&chain(5)), ["DeepNote"]);
        assert_eq!(found(&chain(50_000)), ["DeepNote"]);
    }
}
