//! Diagnostic renderers: for a terminal, JSON for programs, and GitHub's annotations.

use super::{Diagnostic, Severity};
use crate::code_points::shown;
use crate::model::Origin;
use crate::tree::FileTree;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write as _;

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a person at a terminal.
    Text,
    /// One JSON object a line.
    Json,
    /// Workflow commands that GitHub shows beside the line.
    Github,
}

/// Writes diagnostics out; `sources` holds the files they point into. `colour` is for terminals.
pub fn print(diagnostics: &[Diagnostic], sources: &FileTree, format: Format, colour: bool) -> String {
    let mut out = String::new();
    for found in diagnostics {
        match format {
            Format::Text => text(&mut out, found, sources, colour),
            Format::Json => json(&mut out, found),
            Format::Github => github(&mut out, found),
        }
    }
    out
}

fn text(out: &mut String, found: &Diagnostic, sources: &FileTree, colour: bool) {
    let level = match found.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (message, file) = (shown(&found.message), shown(&found.origin.file));
    let title = level.primary_title(message.as_ref()).id(found.code.as_str());
    let mut group = Group::with_title(title);
    if let Some(source) = sources.text(&found.origin.file) {
        let snippet = Snippet::source(source)
            .path(file.as_ref())
            .annotation(AnnotationKind::Primary.span(one_line(source, found.origin.start, found.origin.end)));
        group = group.element(snippet);
    } else {
        group = group.element(annotate_snippets::Origin::path(file.as_ref()));
    }
    let related: Vec<(&Origin, Cow<'_, str>)> =
        found.related.iter().map(|(origin, _)| (origin, shown(&origin.file))).collect();
    for ((origin, file), (_, why)) in related.iter().zip(&found.related) {
        if let Some(source) = sources.text(&origin.file) {
            let snippet = Snippet::source(source).path(file.as_ref()).annotation(
                AnnotationKind::Context.span(one_line(source, origin.start, origin.end)).label(why.as_str()),
            );
            group = group.element(snippet);
        }
    }
    let hint = found.hint.as_deref().map(shown);
    if let Some(hint) = &hint {
        group = group.element(Level::HELP.message(hint.as_ref()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let _ = writeln!(out, "{}\n", renderer.decor_style(DecorStyle::Ascii).render(&[group]));
}

/// A span never runs over its first line: a whole list underlined says nothing.
fn one_line(source: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = start.min(source.len());
    let end = end.clamp(start, source.len());
    let line_end = source[start..].find('\n').map_or(source.len(), |at| start + at);
    start..end.min(line_end)
}

#[derive(Serialize)]
struct Record<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn json(out: &mut String, found: &Diagnostic) {
    let record = Record {
        severity: word(found.severity()),
        code: found.code.as_str(),
        file: &found.origin.file,
        line: found.origin.line,
        column: found.origin.column,
        message: &found.message,
        hint: found.hint.as_deref(),
        related: found
            .related
            .iter()
            .map(|(at, why)| Related { file: &at.file, line: at.line, column: at.column, message: why })
            .collect(),
    };
    if let Ok(line) = serde_json::to_string(&record) {
        let _ = writeln!(out, "{line}");
    }
}

fn github(out: &mut String, found: &Diagnostic) {
    let escape = |text: &str| shown(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    let hint = found.hint.as_deref().map(|hint| format!("\n{hint}")).unwrap_or_default();
    let _ = writeln!(
        out,
        "::{} file={},line={},col={},title={}::{}",
        word(found.severity()),
        property(&found.origin.file),
        found.origin.line,
        found.origin.column,
        found.code.as_str(),
        escape(&format!("{}{hint}", found.message)),
    );
}
