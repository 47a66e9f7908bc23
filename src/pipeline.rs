//! The whole program on one screen: phases composed, no logic.

use crate::diagnostic::{Diagnostic, Outcome};
use crate::evaluate::{Evaluation, evaluate};
use crate::exchange;
use crate::findings;
use crate::locale::Locale;
use crate::model::Report;
use crate::photo;
use crate::site::{self, Theme};
use crate::tree::FileTree;
use crate::typeface::Carried;
use crate::view::{self, SiteView};
use jiff::civil::Date;
use std::sync::Arc;

/// Content that was loaded and judged.
#[derive(Debug)]
pub struct Checked {
    /// The report and its evaluation, if the content has no error.
    pub judged: Option<(Report, Evaluation)>,
    /// Everything that was found, errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads and evaluates the content, and decodes its photos; `as_of` replaces the site's report date.
pub fn check(content: &FileTree, as_of: Option<Date>) -> Checked {
    let Checked { judged, mut diagnostics } = judge(content, as_of);
    if let Some((report, _)) = &judged {
        diagnostics.extend(photo::look_through(&view::photos(report), content));
    }
    let Outcome { value, diagnostics } = Outcome::judged(judged, diagnostics);
    Checked { judged: value, diagnostics }
}

/// Loads and evaluates the content; `as_of` replaces the site's report date.
pub fn judge(content: &FileTree, as_of: Option<Date>) -> Checked {
    let Outcome { value, mut diagnostics } = crate::load::load(content);
    let judged = value.map(|report| {
        let evaluation = evaluate(&report, as_of.unwrap_or(report.site.report_date));
        diagnostics.extend(findings::findings(&report, &evaluation));
        diagnostics = findings::silence(&report.site, std::mem::take(&mut diagnostics));
        (report, evaluation)
    });
    Checked { judged, diagnostics }
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

/// Builds the site in memory; `theme` holds the files that override the built-in theme, `earlier` the pictures
/// of the last site.
pub fn build(
    content: &FileTree,
    theme: &FileTree,
    earlier: &FileTree,
    as_of: Option<Date>,
) -> Outcome<Built> {
    let Checked { judged, mut diagnostics } = judge(content, as_of);
    let theme = Theme::new(theme).map_err(|found| diagnostics.extend(found)).ok();
    let built = judged.zip(theme).and_then(|((report, evaluation), theme)| {
        let mut views: Vec<SiteView> = report
            .site
            .languages
            .iter()
            .filter_map(|lang| Locale::of(&report.site, lang))
            .map(|locale| view(&report, &evaluation, &locale))
            .collect();
        let cards = cards(&mut views, &report, earlier, &mut diagnostics);
        let rendered = site::render(&views, &theme);
        diagnostics.extend(rendered.diagnostics);
        let mut files = rendered.value?;
        let pictures = photo::develop(&view::photos(&report), content, earlier);
        diagnostics.extend(pictures.diagnostics);
        for (path, bytes) in pictures.value?.iter() {
            files.add(path, Arc::clone(bytes)).map_err(|taken| diagnostics.push(site::taken(&taken))).ok();
        }
        let tables = views
            .iter()
            .flat_map(|view| &view.tables)
            .map(|table| (table.path.clone(), exchange::table(&table.head, &table.rows)));
        for (path, bytes) in exchange::files(&report, &evaluation).into_iter().chain(tables).chain(cards) {
            files.add(path, bytes).map_err(|taken| diagnostics.push(site::taken(&taken))).ok();
        }
        Some(Built {
            files,
            pages: views.iter().map(|view| view.pages.len()).sum(),
            indicators: report.indicators.len(),
            verdicts: evaluation.counts.iter().map(|(status, count)| (status.as_str(), count)).collect(),
        })
    });
    Outcome::judged(built, diagnostics)
}

/// All pages in one language, with their cards if pictures can be made of them.
fn view(report: &Report, evaluation: &Evaluation, locale: &Locale) -> SiteView {
    let mut view = view::build(report, evaluation, locale);
    if Carried::PRESENT {
        view::cards(&mut view, report, evaluation, locale);
    }
    view
}

/// Makes pictures of the cards.
#[cfg(feature = "faces")]
fn cards(
    views: &mut [SiteView],
    report: &Report,
    earlier: &FileTree,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, Vec<u8>)> {
    let (pictures, found) = crate::previews::previews(views, report, earlier);
    diagnostics.extend(findings::silence(&report.site, found));
    pictures
}

/// Without faces there are no pictures.
#[cfg(not(feature = "faces"))]
fn cards(_: &mut [SiteView], _: &Report, _: &FileTree, _: &mut [Diagnostic]) -> Vec<(String, Vec<u8>)> {
    Vec::new()
}
