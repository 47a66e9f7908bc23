//! What a code means, with an example: `shanhai explain CODE`.

use crate::diagnostic::{Code, Example, Severity};
use crate::locale::Locale;
use serde::Serialize;
use std::fmt::Write as _;

/// A code explained in one language.
#[derive(Debug, Serialize)]
pub(super) struct ExplainedCode {
    code: &'static str,
    severity: &'static str,
    language: String,
    means: String,
    file: Option<&'static str>,
    wrong: Vec<&'static str>,
    right: Vec<&'static str>,
    instead: String,
    #[serde(skip)]
    frame: Frame,
}

/// The words around the parts.
#[derive(Debug)]
struct Frame {
    severity: String,
    example: String,
    instead: String,
}

impl ExplainedCode {
    /// Explains a code in the language of a locale.
    pub(super) fn new(code: Code, locale: &Locale) -> Self {
        let words = locale.codes();
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let Example { file, wrong, right } = code.example();
        Self {
            code: code.as_str(),
            severity,
            language: locale.lang().as_str().to_owned(),
            means: words.means(code.as_str()),
            file,
            wrong,
            right,
            instead: words.instead(code.as_str()),
            frame: Frame {
                severity: words.word(&format!("severity-{severity}")),
                example: words.word("example"),
                instead: words.word("instead"),
            },
        }
    }

    /// For a person: the meaning, the example as a diff, and what to write.
    pub(super) fn text(&self) -> String {
        let Self { code, severity, means, instead, frame, .. } = self;
        let mut out = format!("{severity}[{code}]\n{means}\n{}\n\n{}", frame.severity, frame.example);
        if let Some(file) = self.file {
            let _ = write!(out, "  {file}");
        }
        out.push('\n');
        for (mark, lines) in [('-', &self.wrong), ('+', &self.right)] {
            for line in lines {
                let _ = writeln!(out, "  {mark} {line}");
            }
        }
        let _ = writeln!(out, "\n{}\n  {instead}", frame.instead);
        out
    }
}
