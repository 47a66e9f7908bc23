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

/// So many diagnostics are written out; the others are counted.
pub const MOST_SHOWN: usize = 100;

/// The first diagnostics, all errors before any warning where they are too many, and those that are not shown.
pub fn first_of<'d>(diagnostics: &[&'d Diagnostic]) -> (Vec<&'d Diagnostic>, More) {
    let mut all = diagnostics.to_vec();
    if all.len() > MOST_SHOWN {
        all.sort_by_key(|found| found.severity());
    }
    let rest = all.split_off(all.len().min(MOST_SHOWN));
    let errors = rest.iter().filter(|found| found.severity() == Severity::Error).count();
    (all, More { errors, warnings: rest.len() - errors })
}

/// How many diagnostics are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct More {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl More {
    /// In words, `and 9,900 more: 9,800 errors, 100 warnings`; nothing if all are shown.
    pub fn words(self) -> Option<String> {
        let Self { errors, warnings } = self;
        let many = |count: usize, word: &str| {
            (count > 0).then(|| format!("{} {}", in_groups(count), plural(count, word)))
        };
        let said: Vec<String> =
            [many(errors, "error"), many(warnings, "warning")].into_iter().flatten().collect();
        (errors + warnings > 0)
            .then(|| format!("and {} more: {}", in_groups(errors + warnings), said.join(", ")))
    }
}

/// A noun as it stands behind a count: 1 page, 12 pages.
pub fn plural(count: usize, noun: &str) -> String {
    format!("{noun}{}", if count == 1 { "" } else { "s" })
}

/// A count with its thousands apart.
fn in_groups(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Writes the first hundred diagnostics out, and how many more there are; `sources` holds the files they point into.
/// `colour` is for terminals.
pub fn print(diagnostics: &[Diagnostic], sources: &FileTree, format: Format, colour: bool) -> String {
    let mut out = String::new();
    let (shown, more) = first_of(&diagnostics.iter().collect::<Vec<_>>());
    for found in shown {
        match format {
            Format::Text => text(&mut out, found, sources, colour),
            Format::Json => json(&mut out, found),
            Format::Github => github(&mut out, found),
        }
    }
    if let Some(words) = more.words() {
        let level = if more.errors > 0 { "error" } else { "warning" };
        let _ = match format {
            Format::Text => writeln!(out, "{words}\n"),
            Format::Json => writeln!(out, "{}", serde_json::json!({ "more": more })),
            Format::Github => writeln!(out, "::{level}::{words}"),
        };
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
    let at = &found.origin;
    group = match sources.text(&at.file).map(|source| line_of(source, at.start, at.end)) {
        Some((line, above, span)) if line.len() <= LONGEST_LINE => group.element(
            Snippet::source(line)
                .line_start(at.line.saturating_sub(above).max(1))
                .path(file.as_ref())
                .annotation(AnnotationKind::Primary.span(span)),
        ),
        Some(_) => {
            let place = annotate_snippets::Origin::path(file.as_ref());
            group.element(place.line(at.line).char_column(at.column))
        }
        None => group.element(annotate_snippets::Origin::path(file.as_ref())),
    };
    let related: Vec<(&Origin, Cow<'_, str>)> =
        found.related.iter().map(|(origin, _)| (origin, shown(&origin.file))).collect();
    for ((at, file), (_, why)) in related.iter().zip(&found.related) {
        let Some(source) = sources.text(&at.file) else { continue };
        let (line, above, span) = line_of(source, at.start, at.end);
        group = if line.len() <= LONGEST_LINE {
            let marked = AnnotationKind::Context.span(span).label(why.as_str());
            group.element(
                Snippet::source(line)
                    .line_start(at.line.saturating_sub(above).max(1))
                    .path(file.as_ref())
                    .annotation(marked),
            )
        } else {
            let place = annotate_snippets::Origin::path(file.as_ref());
            group.element(place.line(at.line).char_column(at.column))
        };
    }
    let hint = found.hint.as_deref().map(shown);
    if let Some(hint) = &hint {
        group = group.element(Level::HELP.message(hint.as_ref()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let _ = writeln!(out, "{}\n", renderer.decor_style(DecorStyle::Ascii).render(&[group]));
}

/// A longer line is not shown: a screen full of it says nothing.
const LONGEST_LINE: usize = 4096;

/// The line in which a span begins, and the span within it: it never runs over its first line, as a whole list
/// underlined says nothing. The line alone is shown to the renderer, which looks through all that it is given.
fn line_of(source: &str, start: usize, end: usize) -> (&str, usize, std::ops::Range<usize>) {
    let start = start.min(source.len());
    // What is missed at the end of a file is shown behind its last line, not below it.
    let last_end = source.strip_suffix('\n').unwrap_or(source).len();
    let above = usize::from(start > last_end);
    let start = start.min(last_end);
    let end = end.clamp(start, source.len());
    let first = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let last = source[start..].find('\n').map_or(source.len(), |at| start + at);
    (&source[first..last], above, start - first..end.min(last) - first)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Origin};

    fn many(warnings: usize, errors: usize) -> Vec<Diagnostic> {
        let of = |code: Code| move |_| Diagnostic::new(code, Origin::file("content/a.yaml"), "x");
        (0..warnings).map(of(Code::Conflict)).chain((0..errors).map(of(Code::BadNumber))).collect()
    }

    #[test]
    fn the_first_hundred_are_written_errors_before_warnings_and_the_others_counted() {
        let written =
            |format, warnings, errors| print(&many(warnings, errors), &FileTree::new(), format, false);
        let text = written(Format::Text, 5000, 1040);
        assert_eq!((text.matches("error[").count(), text.matches("warning[").count()), (100, 0));
        assert!(text.ends_with("and 5,940 more: 940 errors, 5,000 warnings\n\n"), "{text}");
        let text = written(Format::Text, 101, 1);
        assert_eq!((text.matches("error[").count(), text.matches("warning[").count()), (1, 99));
        assert!(text.ends_with("and 2 more: 2 warnings\n\n"), "{text}");
        assert!(!written(Format::Text, 60, 40).contains("more"));
        let json = written(Format::Json, 0, 101);
        assert_eq!(json.lines().count(), 101);
        assert_eq!(json.lines().last(), Some("{\"more\":{\"errors\":1,\"warnings\":0}}"));
        let github = written(Format::Github, 101, 0);
        assert_eq!(github.lines().last(), Some("::warning::and 1 more: 1 warning"));
    }
}
