//! Normalization (case folding, widths): how characters are compared.

use super::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Characters that count as the same: each with the one that stands for it.
#[derive(Debug, Clone, Default)]
pub struct Fold(BTreeMap<char, char>);

impl Fold {
    /// Takes pairs of a character and the one that it is compared as.
    pub fn new(pairs: impl IntoIterator<Item = (char, char)>) -> Self {
        Self(pairs.into_iter().filter(|(from, to)| from != to).collect())
    }

    /// A character as it is compared: half width, lower case, Simplified.
    pub fn fold(&self, c: char) -> char {
        let half = match c {
            '\u{3000}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        let mut lower = half.to_lowercase();
        let lower = match (lower.next(), lower.next()) {
            (Some(one), None) => one,
            _ => half,
        };
        self.0.get(&lower).copied().unwrap_or(lower)
    }

    /// The pairs that can matter to a search of these entries, one after the other in a string: a
    /// character that folds to one that no entry holds need not be known.
    pub(super) fn table<'e>(&self, entries: impl Iterator<Item = &'e Entry>) -> String {
        let held: BTreeSet<char> =
            entries.flat_map(|e| e.title.chars().chain(e.text.chars())).map(|c| self.fold(c)).collect();
        self.0.iter().filter(|(_, to)| held.contains(to)).flat_map(|(from, to)| [*from, *to]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_script_do_not_matter() {
        let fold = Fold::new([('雲', '云'), ('乾', '干'), ('云', '云')]);
        let folded: String = "ＡbＣ　雲云１％".chars().map(|c| fold.fold(c)).collect();
        assert_eq!(folded, "abc 云云1%");
        let entry =
            Entry {
                title: "云南".to_owned(), kind: String::new(), href: String::new(), text: String::new()
            };
        assert_eq!(fold.table([&entry].into_iter()), "雲云");
    }
}
