//! Incremental builds for the preview: a session reloads what changed, and renders a file when it is asked for.
//!
//! Loading and evaluating take what did not change from the time before; pages, drawings and data files are
//! made when they are asked for, by the functions that a build uses. So nothing has to be known of what depends
//! on what beyond a file and what it refers to, and every byte is that of a full build.

use crate::brief::{self, Printer};
use crate::computed;
use crate::conflict_diagnostics;
use crate::diagnostic::{Diagnostic, Outcome, Severity};
use crate::evaluate::{Evaluation, evaluate_again};
use crate::exchange;
use crate::load::{Drafts, Memory, reload};
use crate::locale::Locale;
use crate::model::Report;
use crate::photo::{self, PhotoOrder};
use crate::site::{self, Theme};
use crate::tree::FileTree;
use crate::view::{self, BriefKey, CrossRefs, Pages, Route};
use jiff::civil::Date;
use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

/// The last site that could be made, and what is remembered for the next one.
#[derive(Debug)]
pub struct Session {
    as_of: Option<Date>,
    drafts: Drafts,
    memory: Memory,
    theme: Option<(FileTree, Theme)>,
    standing: Option<LastGood>,
    /// Pictures of photos. Their names carry what they are made of, so that none is ever out of date.
    pictures: RefCell<FileTree>,
    /// Sets briefs with the faces that a build uses.
    printer: Printer,
}

/// A report that was judged, and the languages that it is shown in.
#[derive(Debug)]
struct LastGood {
    report: Report,
    evaluation: Evaluation,
    locales: Vec<Locale>,
    content: Arc<FileTree>,
}

impl Session {
    /// Nothing made yet; `as_of` replaces the site's report date.
    pub fn new(as_of: Option<Date>, drafts: Drafts) -> Self {
        Self {
            as_of,
            drafts,
            memory: Memory::default(),
            theme: None,
            standing: None,
            pictures: RefCell::default(),
            printer: Printer::default(),
        }
    }

    /// Makes the site from these files, in so far as it differs from the one that stands, and says all that is
    /// wrong with them. With errors the site that stood goes on standing.
    pub fn make(&mut self, content: &Arc<FileTree>, theme: &FileTree) -> Vec<Diagnostic> {
        let Outcome { value: report, mut diagnostics } = reload(content, self.drafts, &mut self.memory);
        let theme = self.new_theme(theme).map_err(|found| diagnostics.extend(found));
        if let Some(report) = report {
            let earlier = self.standing.as_ref().map(|old| (&old.report, &old.evaluation));
            let evaluation = evaluate_again(&report, self.as_of.unwrap_or(report.site.report_date), earlier);
            diagnostics.extend(conflict_diagnostics::findings(&report, &evaluation));
            diagnostics.extend(computed::findings(&report, &evaluation));
            diagnostics = conflict_diagnostics::silence(&report.site, diagnostics);
            let stands = diagnostics.iter().all(|one| one.severity() != Severity::Error);
            if let Ok(theme) = theme
                && stands
            {
                let locales = self.locales(&report);
                self.standing = Some(LastGood { report, evaluation, locales, content: Arc::clone(content) });
                self.theme = theme.or_else(|| self.theme.take());
            }
        }
        Outcome::<()>::judged(None, diagnostics).diagnostics
    }

    /// Forgets everything but the site that stands: what a broken-off making left behind is not trusted.
    pub fn forget(&mut self) {
        self.memory = Memory::default();
    }

    /// A theme of files that differ from those of the theme that stands; none if they do not.
    fn new_theme(&self, files: &FileTree) -> Result<Option<(FileTree, Theme)>, Vec<Diagnostic>> {
        if self.theme.as_ref().is_some_and(|(old, _)| old == files) {
            return Ok(None);
        }
        Ok(Some((files.clone(), Theme::new(files)?)))
    }

    /// The languages of a report; the same ones as before if its settings say the same of them.
    fn locales(&mut self, report: &Report) -> Vec<Locale> {
        let site = &report.site;
        match self.standing.take() {
            Some(old)
                if old.report.site.languages == site.languages
                    && old.report.site.traditional == site.traditional
                    && old.report.site.terms == site.terms
                    && old.report.site.scope_words == site.scope_words =>
            {
                old.locales
            }
            _ => site.languages.iter().filter_map(|lang| Locale::of(site, lang)).collect(),
        }
    }

    /// Works on the site that stands; none if none could be made yet.
    pub fn look<R>(&self, work: impl FnOnce(&OnDemandSite<'_, '_, '_>) -> R) -> Option<R> {
        let (LastGood { report, evaluation, locales, content }, (_, theme)) =
            (self.standing.as_ref()?, self.theme.as_ref()?);
        let index = &super::looked_through(report, evaluation);
        Some(view::with_pages(index, locales, |pages| {
            let (pictures, printer, rest) = (&self.pictures, &self.printer, &OnceCell::new());
            work(&OnDemandSite { index, pages, locales, theme, content, pictures, printer, rest })
        }))
    }
}

/// A site that can be asked for its files.
#[derive(Clone, Copy)]
pub struct OnDemandSite<'s, 'd, 'r> {
    /// The report, what it proves, and who refers to what in it.
    pub index: &'s CrossRefs<'s>,
    pages: &'s Pages<'d, 'r>,
    /// The languages, the site's own first.
    pub locales: &'s [Locale],
    theme: &'s Theme,
    content: &'s FileTree,
    pictures: &'s RefCell<FileTree>,
    printer: &'s Printer,
    rest: &'s OnceCell<FileTree>,
}

/// What the files are that only a full build makes: drawings and tables of several indicators, feeds, the map of
/// the site, the scripts of its search. They are made together, once a site, when one is asked for.
const REST: [&str; 7] = [".svg", ".csv", ".xml", ".txt", ".js", ".json", ".atom"];

impl<'r: 'd, 'd> OnDemandSite<'_, 'd, 'r> {
    /// The file at a path of the output, the same as in a build; none if there is none.
    ///
    /// # Errors
    /// What is wrong with the template of a page.
    pub fn file(&self, path: &str) -> Option<Result<Vec<u8>, Box<Diagnostic>>> {
        if is_page(path) {
            let page = self.pages.page(path)?;
            return Some(site::render_page(&page, self.theme).map(String::into_bytes));
        }
        if let Some(name) = Route::asset_at(path) {
            return self.theme.asset(name).map(|bytes| Ok(bytes.to_vec()));
        }
        let drawing = self.pages.drawing(path).map(String::into_bytes);
        if let Some(made) = drawing.or_else(|| exchange::file(self.index.report, self.index.evaluation, path))
        {
            return Some(Ok(made));
        }
        if BriefKey::FORMATS.iter().any(|ending| path.rsplit_once('.').is_some_and(|(_, own)| own == *ending))
        {
            return self.print(path);
        }
        self.picture(path).or_else(|| self.card(path).or_else(|| self.rest(path)).map(Ok))
    }

    /// A picture of a photo.
    fn picture(&self, path: &str) -> Option<Result<Vec<u8>, Box<Diagnostic>>> {
        let is_it = |order: &PhotoOrder| order.pictures.iter().any(|picture| picture.path == path);
        let order = view::photos(self.index.report).into_iter().find(is_it)?;
        if let Some(known) = self.pictures.borrow().get(path) {
            return Some(Ok(known.to_vec()));
        }
        let made = photo::develop(&[order], self.content, &FileTree::new());
        let Some(pictures) = made.value else {
            return made.diagnostics.into_iter().next().map(|one| Err(Box::new(one)));
        };
        for (name, bytes) in pictures.iter() {
            // One that is there already is the same.
            let _ = self.pictures.borrow_mut().add(name, Arc::clone(bytes));
        }
        pictures.get(path).map(|bytes| Ok(bytes.to_vec()))
    }

    /// The picture of a card; none if it cannot be drawn, which a build says.
    #[cfg(feature = "faces")]
    fn card(&self, path: &str) -> Option<Vec<u8>> {
        crate::social_cards::picture(&self.pages.card(path)?).ok()
    }

    #[cfg(not(feature = "faces"))]
    #[allow(clippy::unused_self, reason = "it has cards with faces")]
    fn card(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    /// The file of a brief.
    fn print(&self, path: &str) -> Option<Result<Vec<u8>, Box<Diagnostic>>> {
        let (key, brief, ending) = self.pages.brief(path)?;
        let made = self.printer.file(&brief, ending);
        self.printer.forget();
        Some(made.map_err(|why| Box::new(brief::fault(self.index.report, &key, &why))))
    }

    fn rest(&self, path: &str) -> Option<Vec<u8>> {
        if !REST.iter().any(|ending| path.ends_with(ending)) {
            return None;
        }
        let all = || {
            let rendered = super::render_texts(self.index, self.locales, self.theme);
            rendered.value.unwrap_or_default()
        };
        self.rest.get_or_init(all).get(path).map(<[u8]>::to_vec)
    }
}

/// True for the path of a page; the program writes endings in small letters only.
fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}
