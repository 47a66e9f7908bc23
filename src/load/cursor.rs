//! A cursor into a YAML document (its value, its span) while it is resolved, and the faults found on the way.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Lang, Lines, Origin};
use crate::yaml::{Document, Kind, Node};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

/// A value in a file: its place, and the tree below it where the file has one. A missing value
/// stands where its owner stands, so that every fault has a line.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    file: &'a Arc<str>,
    text: &'a Arc<str>,
    lines: &'a Lines,
    node: Option<&'a Node>,
    span: Range<usize>,
}

impl<'a> Cursor<'a> {
    /// The whole of a YAML document.
    pub(super) fn root(document: &'a Document) -> Self {
        // A fault of the file as a whole stands at its first line, not under all of it.
        let start = document.root.span.start;
        Self { node: Some(&document.root), ..Self::words(document, start..start) }
    }

    /// A stretch of a file below its front matter: words of a story.
    pub(super) fn words(document: &'a Document, span: Range<usize>) -> Self {
        Self { file: &document.file, text: &document.text, lines: &document.lines, node: None, span }
    }

    /// A stretch of a file that has no tree: a row of a table.
    pub(super) fn plain(
        file: &'a Arc<str>,
        text: &'a Arc<str>,
        lines: &'a Lines,
        span: Range<usize>,
    ) -> Self {
        Self { file, text, lines, node: None, span }
    }

    /// The value of a key.
    pub(super) fn key(&self, key: &str) -> Self {
        let child = self.node.and_then(|node| node.get(key));
        Self { node: child, span: child.map_or(self.span.clone(), |node| node.span.clone()), ..self.clone() }
    }

    /// The key itself.
    pub(super) fn name(&self, key: &str) -> Self {
        let span = self.node.and_then(|node| node.key_span(key)).unwrap_or(self.span.clone());
        Self { node: None, span, ..self.clone() }
    }

    /// An item of a list.
    pub(super) fn item(&self, index: usize) -> Self {
        let child = self.node.and_then(|node| node.at(index));
        Self { node: child, span: child.map_or(self.span.clone(), |node| node.span.clone()), ..self.clone() }
    }

    /// The text of a scalar, as written.
    pub(super) fn scalar(&self) -> Option<&'a str> {
        match &self.node?.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The place, for the model and for diagnostics.
    pub(super) fn origin(&self) -> Origin {
        self.lines.locate(self.file, self.text, self.span.clone())
    }
}

/// Collects faults; a phase goes on after each.
#[derive(Clone, Default)]
pub(super) struct Faults {
    /// What was found.
    pub found: Vec<Diagnostic>,
    broken: BTreeSet<(Code, String)>,
    /// What was broken before this part of the work began.
    broken_before: Arc<BTreeSet<(Code, String)>>,
    /// Where texts are not there in a language, by file and language.
    untranslated: BTreeMap<(Arc<str>, Lang), Vec<Origin>>,
}

impl Faults {
    /// Begins with what was found before.
    pub(super) fn new(found: Vec<Diagnostic>) -> Self {
        Self { found, ..Self::default() }
    }

    /// Notes that a thing is there but has faults of its own. References to it, which `unknown` would
    /// report, are then no faults: whoever reads them should mend the thing and not the reference.
    pub(super) fn broken(&mut self, unknown: Code, id: &str) {
        self.broken.insert((unknown, id.to_owned()));
    }

    /// True if a thing is there but has faults of its own.
    pub(super) fn is_broken(&self, unknown: Code, id: &str) -> bool {
        let key = (unknown, id.to_owned());
        self.broken.contains(&key) || self.broken_before.contains(&key)
    }

    /// True if anything of a kind has faults of its own.
    pub(super) fn any_broken(&self, unknown: Code) -> bool {
        self.broken.iter().chain(self.broken_before.iter()).any(|(code, _)| *code == unknown)
    }

    /// A collection for each of several parts of the work, which do not see what the others find.
    pub(super) fn parts(&self) -> impl Fn() -> Self + Sync + use<> {
        let broken = Arc::new(self.broken_before.union(&self.broken).cloned().collect::<BTreeSet<_>>());
        move || Self { broken_before: Arc::clone(&broken), ..Self::default() }
    }

    /// Takes over what a part has found.
    pub(super) fn take_over(&mut self, part: &Self) {
        self.found.extend_from_slice(&part.found);
        self.broken.extend(part.broken.iter().cloned());
        for (key, origins) in &part.untranslated {
            self.untranslated.entry(key.clone()).or_default().extend_from_slice(origins);
        }
    }

    /// Notes a fault that needs no more words.
    pub(super) fn add(
        &mut self,
        code: Code,
        at: &Cursor<'_>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.found.push(Diagnostic::new(code, at.origin(), message).hint(hint));
    }

    /// Notes a text that is not there in one of the site's languages.
    pub(super) fn untranslated(&mut self, lang: &Lang, at: &Cursor<'_>) {
        let key = (Arc::clone(at.file), lang.clone());
        self.untranslated.entry(key).or_default().push(at.origin());
    }

    /// Everything found. Texts that wait for a translation make one warning a file and language: a
    /// translator works file by file.
    pub(super) fn into_found(mut self) -> Vec<Diagnostic> {
        for ((_, lang), mut origins) in self.untranslated {
            const NAMED: usize = 8;
            origins.sort_by_key(|origin| origin.line);
            let lines: BTreeSet<usize> = origins.iter().map(|origin| origin.line).collect();
            let mut named: Vec<String> = lines.iter().take(NAMED).map(ToString::to_string).collect();
            if lines.len() > NAMED {
                named.push("…".to_owned());
            }
            let message = format!(
                "{} not in \"{}\": {} {}",
                if origins.len() == 1 {
                    "1 text of this file is".to_owned()
                } else {
                    format!("{} texts of this file are", origins.len())
                },
                lang.as_str(),
                if lines.len() == 1 { "line" } else { "lines" },
                named.join(", ")
            );
            let hint = format!(
                "write it as {{ zh-Hans: …, {}: … }}; until then its page shows the words it has",
                lang.as_str()
            );
            self.found.push(Diagnostic::new(Code::Untranslated, origins.swap_remove(0), message).hint(hint));
        }
        self.found
    }

    /// Notes a finished diagnostic.
    pub(super) fn push(&mut self, found: Diagnostic) {
        self.found.push(found);
    }
}
