//! On-demand rendering: pages made one by one when somebody asks for them, by the same functions as
//! [`build`](super::build), without the pages that nobody looks at.

use super::build::{drawing, few_routes, page};
use crate::locale::Locale;
use crate::model::Indicator;
use crate::view::brief;
use crate::view::brief::blocks::BriefView;
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::CrossRefs;
use crate::view::head::social_card;
use crate::view::page::PageView;
use crate::view::route::{Address, BriefKey, Route, tree};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The pages and drawings of a site, each made when it is asked for. `'d` is how long the contexts for drawings
/// stand, `'r` how long the index of the report does.
pub struct Pages<'d, 'r> {
    index: &'r CrossRefs<'r>,
    languages: Vec<Language<'d, 'r>>,
}

/// One language's tree of pages.
struct Language<'d, 'r> {
    /// The folder of the language, with a slash; nothing for the site's own.
    tree: String,
    locale: &'r Locale,
    unmarked: &'r Locale,
    drawings: &'d OnceCell<LangContext<'r>>,
    ctx: OnceCell<LangContext<'d>>,
    routes: OnceCell<BTreeMap<String, Route>>,
}

/// Works on the pages of a report in some languages; nothing is made beforehand.
pub fn with_pages<R>(index: &CrossRefs<'_>, locales: &[Locale], work: impl FnOnce(&Pages<'_, '_>) -> R) -> R {
    let unmarked: Vec<Locale> = locales.iter().map(Locale::unmarked).collect();
    let drawings: Vec<OnceCell<LangContext<'_>>> = locales.iter().map(|_| OnceCell::new()).collect();
    let languages = locales
        .iter()
        .zip(&unmarked)
        .zip(&drawings)
        .map(|((locale, unmarked), drawings)| Language {
            tree: tree(index.report, locale.lang()),
            locale,
            unmarked,
            drawings,
            ctx: OnceCell::new(),
            routes: OnceCell::new(),
        })
        .collect();
    work(&Pages { index, languages })
}

impl<'d, 'r: 'd> Pages<'d, 'r> {
    /// The page at a path of the output.
    pub fn page(&self, path: &str) -> Option<PageView> {
        let language = self.language(path);
        let route = self.route(language, path)?;
        Some(page(self.context(language), route))
    }

    /// The drawing at a path of the output.
    pub fn drawing(&self, path: &str) -> Option<String> {
        let language = self.language(path);
        let indicator = self.indicator(language, path, "chart.svg")?;
        let ctx = self.context(language);
        drawing(ctx, indicator).map(|(_, svg)| svg)
    }

    /// The drawing of the card whose picture is at a path of the output.
    pub fn card(&self, path: &str) -> Option<String> {
        let language = self.language(path);
        let below = path.strip_prefix(&language.tree)?.strip_suffix("card.png")?;
        let page = self.route(language, &format!("{}{below}index.html", language.tree))?;
        social_card::drawing(self.context(language), &page).map(|card| card.svg)
    }

    /// The brief whose file is at a path of the output, what it is about, and the file's ending.
    pub fn brief<'p>(&self, path: &'p str) -> Option<(BriefKey, BriefView, &'p str)> {
        let language = self.language(path);
        let (folder, file) = path.rsplit_once('/')?;
        let (name, ending) = file.rsplit_once('.')?;
        let Some(Route::Brief(key)) = self.route(language, &format!("{folder}/index.html")) else {
            return None;
        };
        let page_ctx = PageContext::at(self.context(language), Route::Brief(key.clone()));
        let brief = brief::brief(&page_ctx, &key).filter(|brief| brief.name == name)?;
        Some((key, brief, ending))
    }

    /// The language in whose tree a path lies.
    fn language(&self, path: &str) -> &Language<'d, 'r> {
        let own = self.languages.iter().find(|one| !one.tree.is_empty() && path.starts_with(&one.tree));
        own.unwrap_or(&self.languages[0])
    }

    fn context<'s>(&'s self, language: &'s Language<'d, 'r>) -> &'s LangContext<'d> {
        language.ctx.get_or_init(|| {
            let drawings =
                language.drawings.get_or_init(|| LangContext::new(self.index, language.unmarked, None));
            LangContext::new(self.index, language.locale, Some(drawings))
        })
    }

    /// The page at a path. Indicators are many, and a path says by itself which one it is of.
    fn route(&self, language: &Language<'d, 'r>, path: &str) -> Option<Route> {
        match self.indicator(language, path, "index.html") {
            Some(indicator) => Some(Route::Indicator(indicator.id.clone())),
            None => self.routes(language).get(path).cloned(),
        }
    }

    /// The indicator whose file of some name is at a path.
    fn indicator(&self, language: &Language<'d, 'r>, path: &str, name: &str) -> Option<&'r Indicator> {
        let (id, _) =
            Route::beside_indicator(path.strip_prefix(&language.tree)?).filter(|(_, file)| *file == name)?;
        self.index.report.indicators.get(id).map(AsRef::as_ref)
    }

    /// The other pages by path.
    fn routes<'s>(&'s self, language: &'s Language<'d, 'r>) -> &'s BTreeMap<String, Route> {
        language.routes.get_or_init(|| {
            let at = |route: &Route| Address::new(&language.tree, route.clone()).path();
            few_routes(self.context(language)).into_iter().map(|route| (at(&route), route)).collect()
        })
    }
}
