//! The thing itself under its new id: its file or folder, its key, the alias, and settings that name its file.

use super::alias;
use super::order::{RenameKind, RenameOrder};
use super::texts::TextEdit;
use crate::markup;
use crate::tree::FileTree;
use crate::yaml::{Document, Kind, Node};
use std::ops::Range;
use std::sync::Arc;

const SITE: &str = "content/site.yaml";

/// What changes where the thing is defined.
pub(super) struct Definition {
    /// Parts of files, by path.
    pub edits: Vec<(String, Vec<TextEdit>)>,
    /// The file or folder that gets another path.
    pub moved: Option<(String, String)>,
}

/// What changes where a thing is defined; none if its file is written in a way to which no alias
/// can be added.
pub(super) fn of(content: &FileTree, kind: RenameKind, order: RenameOrder<'_>) -> Option<Definition> {
    let RenameOrder { old, new, .. } = order;
    if kind == RenameKind::UnitOfMeasure {
        let site = parsed(content, SITE)?;
        let units = site.root.get("measurement_units")?;
        let key = units.key_span(old)?;
        let at = find(&site.text, key, old)?;
        let edits =
            vec![TextEdit { at, with: new.to_owned() }, alias::added(&site.text, units.get(old)?, old)?];
        return Some(Definition { edits: vec![(SITE.to_owned(), edits)], moved: None });
    }
    let (file, from, to) = if kind == RenameKind::Indicator {
        let ending = format!("/{old}.yaml");
        let mut files = content.iter().map(|(path, _)| path);
        let file = files.find(|path| path.starts_with("content/indicators/") && path.ends_with(&ending))?;
        let folder = file.strip_suffix(&ending)?;
        (file.to_owned(), file.to_owned(), format!("{folder}/{new}.yaml"))
    } else {
        let folder = format!("content/stories/{old}");
        (format!("{folder}/index.md"), folder, format!("content/stories/{new}"))
    };
    let document = parsed(content, &file)?;
    let edit = alias::added(&document.text, &document.root, old)?;
    let mut edits = vec![(file, vec![edit])];
    let silences = silences(content, &from, &to);
    if !silences.is_empty() {
        edits.push((SITE.to_owned(), silences));
    }
    Some(Definition { edits, moved: Some((from, to)) })
}

/// True if the site defines a unit of measure of that id.
pub(super) fn is_own_unit(content: &FileTree, id: &str) -> bool {
    parsed(content, SITE).is_some_and(|site| {
        site.root.get("measurement_units").is_some_and(|units| units.key_span(id).is_some())
    })
}

/// The YAML of a file, or its front matter.
fn parsed(content: &FileTree, path: &str) -> Option<Document> {
    let text: Arc<str> = Arc::from(content.text(path)?);
    let yaml = match path.strip_suffix(".md") {
        Some(_) => markup::split_front_matter(&text)?.0,
        None => 0..text.len(),
    };
    Document::parse(&Arc::from(path), &text, yaml).ok()
}

/// The settings of the site that accept a warning of a file which gets another path.
fn silences(content: &FileTree, from: &str, to: &str) -> Vec<TextEdit> {
    let Some(site) = parsed(content, SITE) else { return Vec::new() };
    let Some(Kind::List(all)) = site.root.get("silence").map(|list| &list.kind) else { return Vec::new() };
    let below = |path: &str| path.strip_prefix("content/").unwrap_or(path).to_owned();
    let (from, to) = (below(from), below(to));
    let edit = |node: &Node| {
        let Kind::Scalar { text, .. } = &node.kind else { return None };
        let rest = text.strip_prefix(&from).filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
        let written = site.text.get(node.span.clone())?;
        let at = node.span.start + written.find(&from)?;
        written.contains(rest).then(|| TextEdit { at: at..at + from.len(), with: to.clone() })
    };
    all.iter().filter_map(|one| one.get("at")).filter_map(edit).collect()
}

/// The first place of an id in a part of a text, where it stands by itself.
pub(super) fn find(text: &str, within: Range<usize>, id: &str) -> Option<Range<usize>> {
    let part = text.get(within.clone())?;
    let of_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let stands_alone = |at: usize| !part[..at].ends_with(of_id) && !part[at + id.len()..].starts_with(of_id);
    let at = part.match_indices(id).map(|(at, _)| at).find(|at| stands_alone(*at))?;
    Some(within.start + at..within.start + at + id.len())
}
