//! The full-text search index behind the search page: entries → scripts that a page loads.
//!
//! Every script calls one function of the search program, so that it works from a server and from
//! `file://` alike. Words are compared in a folded form: lower case, half width, Traditional characters
//! as Simplified ones, `2,127` as `2127`; the program does the same to what a reader types. It alone knows stems and
//! words of the same meaning, so that both sides need not agree about them.
//!
//! A small site has all its texts in a few scripts, which are looked through whole. From
//! [`SMALL`] entries on, further scripts say which entries hold a pair of neighbouring characters, and
//! only texts that hold all pairs of the query are loaded.

mod entry;
mod fold;
mod grams;

pub use entry::Entry;
pub use fold::Fold;

use serde_json::json;

/// Up to so many entries are looked through whole.
const SMALL: usize = 3000;

/// Entries a script.
const CHUNK: usize = 500;

/// Everything that can be found in one language.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// In the order in which equally good results are shown.
    pub entries: Vec<Entry>,
    /// How characters are compared.
    pub fold: Fold,
    /// Words that mean the same to a reader, group by group.
    pub synonyms: Vec<Vec<String>>,
    /// Words of a question that say nothing of what is looked for: 多少, how many.
    pub fillers: Vec<String>,
}

impl Index {
    /// The scripts of the index by name. The first, `index.js`, says what the others are.
    pub fn scripts(&self) -> Vec<(String, String)> {
        let large = self.entries.len() > SMALL;
        let mut scripts = vec![(
            "index.js".to_owned(),
            call(
                "index",
                &[json!({
                    "entries": self.entries.len(),
                    "chunk": CHUNK,
                    "buckets": if large { grams::BUCKETS } else { 0 },
                    "fold": self.fold.table(self.entries.iter()),
                    "synonyms": self.synonyms,
                    "fillers": self.fillers,
                })],
            ),
        )];
        for (number, chunk) in self.entries.chunks(CHUNK).enumerate() {
            let list: Vec<_> =
                chunk.iter().map(|e| json!([e.title, e.kind, e.href, e.text, e.answers])).collect();
            scripts.push((format!("entries-{number}.js"), call("entries", &[json!(number), json!(list)])));
        }
        if large {
            for (number, bucket) in grams::buckets(&self.entries, &self.fold).into_iter().enumerate() {
                let found = serde_json::to_value(bucket).unwrap_or_default();
                scripts.push((format!("pairs-{number}.js"), call("pairs", &[json!(number), found])));
            }
        }
        scripts
    }
}

/// A call of the search program. Line separators that old scripts do not allow in strings are escaped.
fn call(name: &str, arguments: &[serde_json::Value]) -> String {
    let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    format!("shanhaiSearch.{name}({});\n", arguments.join(","))
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(count: usize) -> Index {
        let entry = |n: usize| Entry {
            title: format!("指标{n}"),
            kind: "指标".to_owned(),
            href: format!("../indicators/i{n}/index.html"),
            text: "森林覆盖率".to_owned(),
            answers: Vec::new(),
        };
        Index { entries: (0..count).map(entry).collect(), ..Index::default() }
    }

    #[test]
    fn a_small_index_has_no_pairs_and_a_large_one_has() {
        let names = |count| index(count).scripts().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(0), ["index.js"]);
        assert_eq!(names(501), ["index.js", "entries-0.js", "entries-1.js"]);
        assert_eq!(names(SMALL + 1).len(), 1 + SMALL / CHUNK + 1 + grams::BUCKETS);
    }

    #[test]
    fn a_script_is_one_call_with_json() {
        let mut one = index(1);
        one.entries[0].text = "a\u{2028}\"</script>".to_owned();
        let (name, script) = one.scripts().pop().expect("a script");
        assert_eq!(name, "entries-0.js");
        let json = script.strip_prefix("shanhaiSearch.entries(0,").and_then(|rest| rest.strip_suffix(");\n"));
        let back: Vec<Vec<serde_json::Value>> = serde_json::from_str(json.expect("a call")).expect("JSON");
        assert_eq!(back[0][3], "a\u{2028}\"</script>");
        assert!(!script.contains('\u{2028}'));
    }
}
