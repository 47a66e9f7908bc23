//! Normalization (case folding, widths, separators): what counts as written alike.

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

    /// A text as it is compared: half width, lower case, Simplified; dashes of every length are spaces, and
    /// apostrophes and the separators of thousands are nothing. The search program does the same to what is typed.
    pub fn text(&self, text: &str) -> Vec<char> {
        let chars: Vec<char> = text.chars().filter_map(|c| self.fold(c)).collect();
        let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        let separates = |at: usize| {
            chars[at] == ','
                && at > 0
                && digit(at - 1)
                && (1..=3).all(|step| digit(at + step))
                && !digit(at + 4)
        };
        (0..chars.len()).filter(|at| !separates(*at)).map(|at| chars[at]).collect()
    }

    /// A character as it is compared; none where it does not count.
    fn fold(&self, c: char) -> Option<char> {
        let half = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        Some(match half {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {
                return None;
            }
            '-'
            | '~'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{301c}'
            | '\u{3000}'
            | '\u{a0}'
            | '\u{2009}'
            | '\u{202f}' => ' ',
            half => {
                let mut lower = half.to_lowercase();
                let lower = match (lower.next(), lower.next()) {
                    (Some(one), None) => one,
                    _ => half,
                };
                self.0.get(&lower).copied().unwrap_or(lower)
            }
        })
    }

    /// The pairs that can matter to a search of these entries, one after the other in a string: a
    /// character that folds to one that no entry holds need not be known.
    pub(super) fn table<'e>(&self, entries: impl Iterator<Item = &'e Entry>) -> String {
        let held: BTreeSet<char> =
            entries.flat_map(|e| e.parts().flat_map(str::chars)).filter_map(|c| self.fold(c)).collect();
        self.0.iter().filter(|(_, to)| held.contains(to)).flat_map(|(from, to)| [*from, *to]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_script_do_not_matter() {
        let fold = Fold::new([('雲', '云'), ('乾', '干'), ('云', '云')]);
        let folded = |text: &str| fold.text(text).into_iter().collect::<String>();
        assert_eq!(folded("ＡbＣ　雲云１％"), "abc 云云1%");
        let entry = Entry { title: "云南".to_owned(), ..Entry::default() };
        assert_eq!(fold.table([&entry].into_iter()), "雲云");
    }

    #[test]
    fn separators_dashes_and_apostrophes_do_not_matter() {
        let folded = |text: &str| Fold::default().text(text).into_iter().collect::<String>();
        assert_eq!(folded("2,127人，１，043，470"), "2127人,1043470");
        assert_eq!(folded("2019,2020; 1,2"), "2019,2020; 1,2");
        assert_eq!(folded("Dongguan–Zhaotong"), folded("dongguan-zhaotong"));
        assert_eq!(folded("Shenzhen’s"), folded("Shenzhen's"));
        assert_eq!(folded("1—5月"), "1 5月");
    }
}
