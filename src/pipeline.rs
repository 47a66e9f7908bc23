//! The whole program on one screen: phases composed, no logic.

use crate::diagnostic::{Diagnostic, Outcome};
use crate::model::Report;
use crate::tree::FileTree;
use jiff::civil::Date;

/// Content that was loaded and judged.
#[derive(Debug)]
pub struct Checked {
    /// The report, if the content has no error.
    pub report: Option<Report>,
    /// Everything that was found, errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads and evaluates the content; `as_of` replaces the site's report date.
pub fn check(content: &FileTree, as_of: Option<Date>) -> Checked {
    let _ = as_of;
    let Outcome { value, diagnostics } = crate::load::load(content);
    Checked { report: value, diagnostics }
}

/// What a build made.
#[derive(Debug)]
pub struct Built {
    /// Every file of the site.
    pub files: FileTree,
    /// Pages written.
    pub pages: usize,
    /// Indicators shown.
    pub indicators: usize,
    /// Verdicts by status: the status as the data files write it, and how many.
    pub verdicts: Vec<(&'static str, usize)>,
}

/// Builds the site in memory; `theme` holds the files that override the built-in theme.
pub fn build(content: &FileTree, theme: &FileTree, as_of: Option<Date>) -> Outcome<Built> {
    let _ = theme;
    let checked = check(content, as_of);
    let built = checked.report.map(|report| Built {
        files: FileTree::new(),
        pages: 0,
        indicators: report.indicators.len(),
        verdicts: Vec::new(),
    });
    Outcome::judged(built, checked.diagnostics)
}
