//! The whole program on one screen: phases composed, no logic.

mod importing;
mod incremental;
#[cfg(test)]
mod pseudo_language_tests;

pub use importing::{Turned, propose_sources, turned};
pub use incremental::{OnDemandSite, Session};

use crate::brief::{self, Printer, prints};
use crate::computed;
use crate::conflict_diagnostics;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::evaluate::{Evaluation, evaluate};
use crate::exchange;
use crate::locale::Locale;
use crate::model::Report;
use crate::photo;
use crate::site::{self, Theme};
use crate::tree::FileTree;
use crate::view::{self, BriefKey, CrossRefs, SiteView};
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

/// Loads and evaluates the content, decodes its photos, and looks through what would be printed; `as_of` replaces the site's report date.
pub fn check(content: &FileTree, as_of: Option<Date>) -> Checked {
    let Checked { judged, mut diagnostics } = judge(content, as_of);
    if let Some((report, evaluation)) = &judged {
        diagnostics.extend(photo::look_through(&view::photos(report), content));
        diagnostics.extend(unmakeable(content, report, evaluation));
    }
    let Outcome { value, diagnostics } = Outcome::judged(judged, diagnostics);
    Checked { judged: value, diagnostics }
}

/// What would stop a build though the content is sound by itself: two pages of one address, and what no face has a
/// glyph for. For the latter everything that is printed is put together, unless no character of the content can be missing.
fn unmakeable(content: &FileTree, report: &Report, evaluation: &Evaluation) -> Vec<Diagnostic> {
    let refs = looked_through(report, evaluation);
    let locales: Vec<Locale> =
        report.site.languages.iter().filter_map(|lang| Locale::of(&report.site, lang)).collect();
    #[cfg_attr(not(feature = "faces"), expect(unused_mut, reason = "cards and briefs add to it"))]
    let mut found = site::taken_twice(locales.iter().flat_map(|locale| view::paths(&refs, locale)));
    #[cfg(feature = "faces")]
    if !crate::typeface::covers(content.iter().map(|(_, bytes)| &**bytes)) {
        let mut views = views(&refs, &locales);
        found.extend(brief::unprintable(&views, report, &Printer::default()));
        let undrawn = crate::social_cards::undrawable(&mut views, report);
        found.extend(conflict_diagnostics::silence(&report.site, undrawn));
    }
    #[cfg(not(feature = "faces"))]
    let _ = content;
    found
}

/// Loads and evaluates the content; `as_of` replaces the site's report date.
pub fn judge(content: &FileTree, as_of: Option<Date>) -> Checked {
    let Outcome { value, mut diagnostics } = crate::load::load(content);
    let judged = value.map(|report| {
        let evaluation = evaluate(&report, as_of.unwrap_or(report.site.report_date));
        diagnostics.extend(conflict_diagnostics::findings(&report, &evaluation));
        diagnostics.extend(computed::findings(&report, &evaluation));
        diagnostics = conflict_diagnostics::silence(&report.site, std::mem::take(&mut diagnostics));
        (report, evaluation)
    });
    let Outcome { value: judged, diagnostics } = Outcome::judged(judged, diagnostics);
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
        let locales: Vec<Locale> =
            report.site.languages.iter().filter_map(|lang| Locale::of(&report.site, lang)).collect();
        let (rendered, pages) = render(&looked_through(&report, &evaluation), &locales, &theme, earlier);
        diagnostics.extend(rendered.diagnostics);
        let mut files = rendered.value?;
        let pictures = photo::develop(&view::photos(&report), content, earlier);
        diagnostics.extend(pictures.diagnostics);
        for (path, bytes) in pictures.value?.iter() {
            files.add(path, Arc::clone(bytes)).map_err(|taken| diagnostics.push(site::taken(&taken))).ok();
        }
        Some(Built {
            files,
            pages,
            indicators: report.indicators.len(),
            verdicts: evaluation.counts.iter().map(|(status, count)| (status.as_str(), count)).collect(),
        })
    });
    Outcome::judged(built, diagnostics)
}

/// Who refers to what in a report, and what changed since the edition before.
fn looked_through<'a>(report: &'a Report, evaluation: &'a Evaluation) -> CrossRefs<'a> {
    let mut refs = CrossRefs::new(report, evaluation);
    refs.changes = exchange::changes(report, evaluation);
    refs
}

/// Everything but photos: pages, drawings, tables, data, cards and the files of briefs; and how many pages there
/// are. Cards and briefs that the last site has are taken from there.
fn render(
    index: &CrossRefs<'_>,
    locales: &[Locale],
    theme: &Theme,
    earlier: &FileTree,
) -> (Outcome<FileTree>, usize) {
    let mut views = views(index, locales);
    let (mut made, mut found) = cards(&mut views, index.report, earlier);
    let (prints, faults) = prints(&views, index.report, &Printer::default(), earlier);
    made.extend(prints);
    found.extend(faults);
    let mut rendered = with_data(site::render(&views, theme), index, &views);
    let Outcome { value, diagnostics } = &mut rendered;
    diagnostics.extend(found);
    if let Some(files) = value {
        add(files, made, diagnostics);
    }
    (rendered, views.iter().map(|view| view.pages.len()).sum())
}

/// Pages, drawings, tables and data alone: what the preview makes at once; it makes cards and briefs one by one.
fn render_texts(index: &CrossRefs<'_>, locales: &[Locale], theme: &Theme) -> Outcome<FileTree> {
    let views = views(index, locales);
    with_data(site::render(&views, theme), index, &views)
}

fn views(index: &CrossRefs<'_>, locales: &[Locale]) -> Vec<SiteView> {
    locales.iter().map(|locale| view::build(index, locale)).collect()
}

/// Adds the data files, and the tables of the pages, to what was rendered.
fn with_data(
    mut rendered: Outcome<FileTree>,
    index: &CrossRefs<'_>,
    views: &[SiteView],
) -> Outcome<FileTree> {
    if let Some(files) = &mut rendered.value {
        let tables = views
            .iter()
            .flat_map(|view| &view.tables)
            .map(|table| (table.path.clone(), exchange::table(&table.head, &table.rows)));
        let data = exchange::files(index.report, index.evaluation).into_iter().chain(tables);
        add(files, data, &mut rendered.diagnostics);
    }
    rendered
}

/// Adds files; a path that is taken is a fault.
fn add(
    files: &mut FileTree,
    made: impl IntoIterator<Item = (String, Vec<u8>)>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (path, bytes) in made {
        files.add(path, bytes).map_err(|taken| diagnostics.push(site::taken(&taken))).ok();
    }
}

/// Makes pictures of the cards, and says what could not be drawn.
#[cfg(feature = "faces")]
fn cards(
    views: &mut [SiteView],
    report: &Report,
    earlier: &FileTree,
) -> (Vec<(String, Vec<u8>)>, Vec<Diagnostic>) {
    let (pictures, found) = crate::social_cards::social_cards(views, report, earlier);
    (pictures, conflict_diagnostics::silence(&report.site, found))
}

/// Without faces there are no cards.
#[cfg(not(feature = "faces"))]
fn cards(_: &mut [SiteView], _: &Report, _: &FileTree) -> (Vec<(String, Vec<u8>)>, Vec<Diagnostic>) {
    Default::default()
}

/// Which briefs are wanted, and how.
#[derive(Debug)]
pub struct BriefOrder<'o> {
    /// What they are about.
    pub keys: &'o [BriefKey],
    /// In which languages.
    pub locales: &'o [Locale],
    /// In which formats: pdf, html, docx.
    pub formats: &'o [&'static str],
}

/// Briefs without the site around them, by name: `<name>.<format>`, with the language in between where there
/// are several; and what is wrong with them.
pub fn briefs(
    report: &Report,
    evaluation: &Evaluation,
    theme: &Theme,
    printer: &Printer,
    order: &BriefOrder<'_>,
) -> (Vec<(String, Vec<u8>)>, Vec<Diagnostic>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    let index = CrossRefs::new(report, evaluation);
    for locale in order.locales {
        let lang =
            if order.locales.len() > 1 { format!(".{}", locale.lang().as_str()) } else { String::new() };
        for (key, brief) in view::briefs(&index, locale, order.keys) {
            for format in order.formats {
                let made = match *format {
                    "html" => site::brief(&brief, theme).map_err(|found| *found),
                    other => printer.file(&brief, other).map_err(|why| brief::fault(report, &key, &why)),
                };
                match made {
                    Ok(bytes) => files.push((format!("{}{lang}.{format}", brief.name), bytes)),
                    Err(fault) => brief::add(&mut faults, fault),
                }
            }
        }
    }
    (files, faults)
}
