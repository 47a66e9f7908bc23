//! Slugs: ids of headings (anchors).

use std::collections::{BTreeMap, BTreeSet};

/// The id of a heading that has no letters.
const NAMELESS: &str = "section";

/// Hands out ids that are unique within one document.
#[derive(Default)]
pub(super) struct Slugs {
    used: BTreeSet<String>,
    /// The number that is tried next behind a slug.
    next: BTreeMap<String, u64>,
}

impl Slugs {
    /// The id for a heading: its slug, or the slug with the first free number behind it.
    pub(super) fn unique(&mut self, words: &str) -> String {
        let slug = slug(words);
        if self.used.insert(slug.clone()) {
            return slug;
        }
        let next = self.next.entry(slug.clone()).or_insert(1);
        loop {
            let id = format!("{slug}-{next}");
            *next += 1;
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The words as an id: letters and digits of any script in lower case, `_` kept, spaces and
/// hyphens as one `-`, all else left out.
fn slug(words: &str) -> String {
    let mut out = String::new();
    let mut gap = false;
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '_' {
            if std::mem::take(&mut gap) && !out.is_empty() {
                out.push('-');
            }
            out.push(c);
        } else {
            gap |= c.is_whitespace() || c == '-';
        }
    }
    if out.is_empty() { NAMELESS.to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::{Slugs, slug};

    #[test]
    fn slugs_keep_letters_of_every_script() {
        for (words, expected) in [
            ("一、村集体收入 2019", "一村集体收入-2019"),
            ("Hello,  World - again!", "hello-world-again"),
            ("  snake_case ", "snake_case"),
            ("！？", "section"),
            ("", "section"),
        ] {
            assert_eq!(slug(words), expected);
        }
    }

    #[test]
    fn ids_never_meet() {
        let mut slugs = Slugs::default();
        let ids = ["a", "a-1", "a", "a"].map(|words| slugs.unique(words));
        assert_eq!(ids, ["a", "a-1", "a-2", "a-3"]);
    }
}
