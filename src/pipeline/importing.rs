//! What an import needs of the whole: sources that are not there yet, and which verdicts turn.

use crate::evaluate::Evaluation;
use crate::locale::Locale;
use crate::model::Report;
use crate::tree::FileTree;
use crate::view::{self, CrossRefs};
use crate::yaml::{Document, Kind};
use std::fmt::Write as _;
use std::sync::Arc;

/// A verdict that is another one than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The indicator and what was asked of it.
    pub target: String,
    /// What was proven before.
    pub before: String,
    /// What is proven now.
    pub after: String,
}

/// Adds a source for each request that names one which nobody has written, so that the content can be judged; says
/// which, by path and text.
#[allow(clippy::case_sensitive_file_extension_comparisons, reason = "endings are written in small letters")]
pub fn propose_sources(files: &mut FileTree) -> Vec<(String, String)> {
    let requests: Vec<(String, Arc<str>)> = files
        .iter()
        .filter(|(path, _)| path.starts_with("content/requests/") && path.ends_with(".yaml"))
        .filter_map(|(path, bytes)| Some((path.to_owned(), Arc::from(std::str::from_utf8(bytes).ok()?))))
        .collect();
    let lang = first_language(files).unwrap_or_else(|| "zh-Hans".to_owned());
    let mut proposed = Vec::new();
    for (path, text) in requests {
        let Ok(document) = Document::parse(&Arc::from(path.as_str()), &text, 0..text.len()) else { continue };
        let word = |key: &str| match &document.root.get(key)?.kind {
            Kind::Scalar { text, .. } => Some(text.clone()),
            Kind::Map(entries) => entries.iter().find_map(|(_, _, value)| match &value.kind {
                Kind::Scalar { text, .. } => Some(text.clone()),
                _ => None,
            }),
            Kind::List(_) => None,
        };
        let (Some(source), Some(title), Some(due)) = (word("source"), word("title"), word("due")) else {
            continue;
        };
        let path = format!("content/sources/{source}.yaml");
        if files.get(&path).is_some() {
            continue;
        }
        let title = serde_json::to_string(&title).unwrap_or_default();
        let mut text = String::new();
        let _ = write!(text, "title: {title}\npublished: {due}\nkind: report\nlanguage: {lang}\n");
        files.put(path.clone(), text.clone().into_bytes());
        proposed.push((path, text));
    }
    proposed
}

fn first_language(files: &FileTree) -> Option<String> {
    let file = "content/site.yaml";
    let text: Arc<str> = Arc::from(files.text(file)?);
    let document = Document::parse(&Arc::from(file), &text, 0..text.len()).ok()?;
    match &document.root.get("languages")?.at(0)?.kind {
        Kind::Scalar { text, .. } => Some(text.clone()),
        _ => None,
    }
}

/// The verdicts that are others than before, in the words of a language.
pub fn turned(
    (report, evaluation): (&Report, &Evaluation),
    (new_report, new_evaluation): (&Report, &Evaluation),
    locale: &Locale,
) -> Vec<Turned> {
    let (old, new) = (CrossRefs::new(report, evaluation), CrossRefs::new(new_report, new_evaluation));
    let mut turned = Vec::new();
    for (id, indicator) in &new_report.indicators {
        let explained = |refs| view::explain(refs, locale, id.as_str());
        let (Some(before), Some(after)) = (explained(&old), explained(&new)) else { continue };
        for after in after.targets {
            let same = before.targets.iter().find(|one| one.target == after.target);
            let Some(before) = same.filter(|before| before.status != after.status) else { continue };
            turned.push(Turned {
                target: format!("{} {}", locale.text(&indicator.title), after.asked),
                before: status(locale, before.status),
                after: status(locale, after.status),
            });
        }
    }
    turned
}

/// A status in words.
fn status(locale: &Locale, name: &str) -> String {
    locale.word(&format!("status-{name}"))
}
