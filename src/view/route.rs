//! Routing: every address (URL) of the site comes from here, as a path of the output and as a relative link.
//!
//! Links are relative, so that the site works under any base path and from `file://`; that is why
//! every link to a page ends in `index.html`.

use crate::model::{
    ActionId, BriefId, IndicatorId, Lang, PageId, PhotoId, PlanId, Report, ScopeId, SourceId, StoryId,
    TargetId, UnitId,
};

/// A page or file of the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The home page.
    Home,
    /// The page of the first plan.
    Plan,
    /// The page of another plan.
    OtherPlan(PlanId),
    /// All indicators.
    Indicators,
    /// A numbered page of indicators that have something in common, from 1.
    List(String, usize),
    /// One action.
    Action(ActionId),
    /// One indicator.
    Indicator(IndicatorId),
    /// The drawing of an indicator.
    Chart(IndicatorId),
    /// The card of the site: the picture that stands for a page where a link to it is shown.
    Card,
    /// The card of an indicator.
    IndicatorCard(IndicatorId),
    /// The card of a story.
    StoryCard(StoryId),
    /// A file of a chart beside its page: the page, the chart's name, the file's ending.
    ChartFile(Box<Route>, &'static str, &'static str),
    /// The figures of a source or scope as a table beside its page.
    FiguresCsv(Box<Route>),
    /// The main indicators of a plan as a table, beside the data files.
    ResultsCsv(PlanId),
    /// The table of an indicator.
    IndicatorCsv(IndicatorId),
    /// The data of an indicator.
    IndicatorJson(IndicatorId),
    /// Who assists whom.
    Partnerships,
    /// One scope.
    Partnership(ScopeId),
    /// A further page of a scope, from 2.
    PartnershipMore(ScopeId, usize),
    /// The responsible units.
    Units,
    /// One unit.
    Unit(UnitId),
    /// The stories.
    Stories,
    /// One story.
    Story(StoryId),
    /// A picture of a photo beside a story.
    Photo {
        /// The story.
        story: StoryId,
        /// The photo.
        photo: PhotoId,
        /// The picture's width in pixels.
        width: u32,
        /// What stands for the photo's bytes.
        mark: String,
        /// What its name ends in.
        ending: &'static str,
    },
    /// A page of the site's own.
    Page(PageId),
    /// The sources.
    Sources,
    /// One source.
    Source(SourceId),
    /// A further page of a source, from 2.
    SourceMore(SourceId, usize),
    /// The briefs.
    Briefs,
    /// One brief.
    Brief(BriefKey),
    /// A file of a brief, by its ending.
    BriefFile(BriefKey, &'static str),
    /// How verdicts are reached.
    Methods,
    /// What changed since the edition before.
    Changes,
    /// The data files.
    Data,
    /// One data file.
    DataFile(&'static str),
    /// The feed.
    Feed,
    /// The search page.
    Search,
    /// A script of the search index.
    SearchScript(String),
    /// The page shown for an address that does not exist.
    NotFound,
    /// The page at the address that a thing had before it was renamed: the page whose address that was, by the old
    /// id, and the one that it leads to.
    Moved(Box<Route>, Box<Route>),
    /// A file of the theme.
    Asset(String),
}

impl Route {
    /// Its path in the output, with forward slashes.
    pub fn path(&self) -> String {
        let folder = |folder: &str, id: &str| format!("{folder}/{id}/index.html");
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Plan => "plan/index.html".to_owned(),
            Self::OtherPlan(id) => folder("plan", id.as_str()),
            Self::Indicators => "indicators/index.html".to_owned(),
            Self::List(name, 1) => folder("lists", name),
            Self::List(name, page) => format!("lists/{name}/{page}/index.html"),
            Self::Action(id) => folder("actions", id.as_str()),
            Self::Indicator(id) => folder("indicators", id.as_str()),
            Self::Chart(id) => format!("indicators/{id}/chart.svg"),
            Self::Card => "card.png".to_owned(),
            Self::IndicatorCard(id) => format!("indicators/{id}/card.png"),
            Self::StoryCard(id) => format!("stories/{id}/card.png"),
            Self::ChartFile(page, name, ending) => {
                let page = page.path();
                format!("{}{name}.{ending}", page.trim_end_matches("index.html"))
            }
            Self::FiguresCsv(page) => format!("{}figures.csv", page.path().trim_end_matches("index.html")),
            Self::ResultsCsv(id) => format!("data/results-{id}.csv"),
            Self::IndicatorCsv(id) => format!("indicators/{id}/data.csv"),
            Self::IndicatorJson(id) => format!("indicators/{id}/data.json"),
            Self::Partnerships => "partnerships/index.html".to_owned(),
            Self::Partnership(id) => folder("partnerships", id.as_str()),
            Self::PartnershipMore(id, page) => format!("partnerships/{id}/{page}/index.html"),
            Self::Units => "units/index.html".to_owned(),
            Self::Unit(id) => folder("units", id.as_str()),
            Self::Stories => "stories/index.html".to_owned(),
            Self::Story(id) => folder("stories", id.as_str()),
            Self::Photo { story, photo, width, mark, ending } => {
                format!("stories/{story}/{photo}-{width}-{mark}.{ending}")
            }
            Self::Page(id) => folder("pages", id.as_str()),
            Self::Sources => "sources/index.html".to_owned(),
            Self::Source(id) => folder("sources", id.as_str()),
            Self::SourceMore(id, page) => format!("sources/{id}/{page}/index.html"),
            Self::Briefs => "briefs/index.html".to_owned(),
            Self::Brief(key) => folder("briefs", &key.name()),
            Self::BriefFile(key, ending) => {
                let name = key.name();
                format!("briefs/{name}/{name}.{ending}")
            }
            Self::Methods => "methods/index.html".to_owned(),
            Self::Changes => "changes/index.html".to_owned(),
            Self::Data => "data/index.html".to_owned(),
            Self::DataFile(name) => format!("data/{name}"),
            Self::Feed => "feed.xml".to_owned(),
            Self::Search => "search/index.html".to_owned(),
            Self::SearchScript(name) => format!("search/{name}"),
            Self::NotFound => "404.html".to_owned(),
            Self::Moved(from, _) => from.path(),
            Self::Asset(path) => format!("assets/{path}"),
        }
    }

    /// The data files of the whole report.
    pub const DATA_FILES: [&str; 5] =
        ["report.json", "indicators.csv", "targets.csv", "actuals.csv", "verdicts.csv"];

    /// The data file at a path of the output, if one can stand there.
    pub fn data_at(path: &str) -> Option<Self> {
        if let Some(name) = path.strip_prefix("data/") {
            return Self::DATA_FILES.into_iter().find(|one| *one == name).map(Self::DataFile);
        }
        let (id, name) = Self::beside_indicator(path)?;
        let id = IndicatorId::new(id).ok()?;
        match name {
            "data.csv" => Some(Self::IndicatorCsv(id)),
            "data.json" => Some(Self::IndicatorJson(id)),
            _ => None,
        }
    }

    /// The id and the name of a file at a path in the folder of an indicator, below that of the language.
    pub fn beside_indicator(path: &str) -> Option<(&str, &str)> {
        path.strip_prefix("indicators/")?.split_once('/').filter(|(_, name)| !name.contains('/'))
    }

    /// The file of the theme at a path of the output.
    pub fn asset_at(path: &str) -> Option<&str> {
        path.strip_prefix("assets/")
    }

    /// The page of a plan: the first one has the short address.
    pub fn plan(report: &Report, id: &PlanId) -> Self {
        match report.plans.keys().next() {
            Some(first) if first == id => Self::Plan,
            _ => Self::OtherPlan(id.clone()),
        }
    }

    /// A numbered page of a source.
    pub fn source(id: &SourceId, page: usize) -> Self {
        if page <= 1 { Self::Source(id.clone()) } else { Self::SourceMore(id.clone(), page) }
    }

    /// A numbered page of a scope.
    pub fn partnership(id: &ScopeId, page: usize) -> Self {
        if page <= 1 { Self::Partnership(id.clone()) } else { Self::PartnershipMore(id.clone(), page) }
    }

    /// True for the path of a file that is slow to make, and is taken over from the last site where it is still
    /// the same: the picture of a photo, a card, the PDF of a brief.
    #[allow(clippy::case_sensitive_file_extension_comparisons, reason = "the endings are our own")]
    pub fn is_kept(path: &str) -> bool {
        if path.rsplit('/').next() == Some("card.png") || path.ends_with(".pdf") {
            return true;
        }
        path.starts_with("stories/") && [".jpg", ".png"].iter().any(|ending| path.ends_with(ending))
    }

    /// True for what all languages share: data, photos and the theme's files stand once, at the site's root.
    pub fn is_shared(&self) -> bool {
        matches!(
            self,
            Self::DataFile(_)
                | Self::IndicatorCsv(_)
                | Self::IndicatorJson(_)
                | Self::Photo { .. }
                | Self::Asset(_)
        )
    }
}

/// A page or file in one of the site's languages. The site's own language stands at the root, each
/// further one in a folder of its name, as the same tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The folder of the language with a slash, or nothing for the site's own.
    tree: String,
    /// The page or file.
    pub route: Route,
}

impl Address {
    /// A page of a language; `tree` is its folder with a slash, or nothing for the site's own language.
    pub fn new(tree: &str, route: Route) -> Self {
        Self { tree: tree.to_owned(), route }
    }

    /// Its path in the output, with forward slashes.
    pub fn path(&self) -> String {
        let path = self.route.path();
        if self.route.is_shared() { path } else { format!("{}{path}", self.tree) }
    }

    /// The way up from this page to the home page's folder in its language: `../../`, or nothing on the
    /// home page.
    pub fn root(&self) -> String {
        "../".repeat(self.route.path().matches('/').count())
    }

    /// The way up from this page to the site's root, where what all languages share stands.
    pub fn top(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// A relative link from this page to another in its language, or to what all languages share.
    pub fn link(&self, to: &Route) -> String {
        self.link_to(&Self::new(&self.tree, to.clone()))
    }

    /// A relative link to a place on another page, or on this one.
    pub fn link_at(&self, to: &Route, fragment: &str) -> String {
        if self.route == *to { format!("#{fragment}") } else { format!("{}#{fragment}", self.link(to)) }
    }

    /// A relative link from this page to an address in any language.
    pub fn link_to(&self, to: &Self) -> String {
        let (from, to) = (self.path(), to.path());
        let from_folders: Vec<&str> =
            from.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
        let to_parts: Vec<&str> = to.split('/').collect();
        let shared =
            from_folders.iter().zip(&to_parts).take_while(|(a, b)| a == b).count().min(to_parts.len() - 1);
        let mut link = "../".repeat(from_folders.len() - shared);
        link.push_str(&to_parts[shared..].join("/"));
        link
    }
}

/// What a brief is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum BriefKey {
    /// One that somebody wrote.
    Written(BriefId),
    /// A whole plan.
    Plan(PlanId),
    /// An action of a plan.
    Action(ActionId),
    /// A pairing, or any other scope.
    Partnership(ScopeId),
    /// What a unit answers for.
    Unit(UnitId),
}

impl BriefKey {
    /// The formats of files besides a brief's page, by their endings.
    pub const FORMATS: &[&str] = if cfg!(feature = "pdf") { &["pdf", "docx"] } else { &["docx"] };

    /// The formats of its files on the site. One that writes itself is made anew with the data, and nobody edits
    /// it there; whoever must asks the command for it.
    pub fn formats(&self) -> impl Iterator<Item = &'static str> {
        let is_written = matches!(self, Self::Written(_));
        Self::FORMATS.iter().copied().filter(move |ending| is_written || *ending != "docx")
    }

    /// The name of its folder and its files. Names of those that write themselves say what they are about, so
    /// that none is that of another.
    pub fn name(&self) -> String {
        match self {
            Self::Written(id) => id.to_string(),
            Self::Plan(id) => format!("plan-of-{id}"),
            Self::Action(id) => format!("action-of-{id}"),
            Self::Partnership(id) => format!("scope-of-{id}"),
            Self::Unit(id) => format!("unit-of-{id}"),
        }
    }
}

/// The folder of a language, with a slash; nothing for the site's own.
pub(in crate::view) fn tree(report: &Report, lang: &Lang) -> String {
    if *lang == report.site.language() { String::new() } else { format!("{}/", lang.as_str()) }
}

/// The place of a target on its indicator's page: what its id says besides the indicator.
pub(in crate::view) fn target_anchor(target: &TargetId) -> String {
    format!("target-{}", target.0.split_once('@').map_or(target.0.as_str(), |(_, address)| address))
}

/// The place of the targets of an indicator on the page of the source that promises them.
pub(in crate::view) fn promise_anchor(indicator: &IndicatorId) -> String {
    format!("promise-{indicator}")
}

/// The place of the main indicators on their plan's page.
pub(in crate::view) const RESULTS_ANCHOR: &str = "results";

/// The place of a task on its plan's page.
pub(in crate::view) fn task_anchor(number: &str) -> String {
    format!("task-{}", number.replace('.', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> IndicatorId {
        IndicatorId::new(name).expect("id")
    }

    #[test]
    fn links_are_relative_to_the_page() {
        let at = |route: &Route| Address::new("", route.clone());
        let indicator = Route::Indicator(id("a"));
        assert_eq!(at(&Route::Home).link(&indicator), "indicators/a/index.html");
        assert_eq!(at(&indicator).link(&Route::Home), "../../index.html");
        assert_eq!(at(&indicator).link(&Route::Indicators), "../index.html");
        assert_eq!(at(&indicator).link(&Route::Indicator(id("b"))), "../b/index.html");
        assert_eq!(at(&indicator).link(&Route::Chart(id("a"))), "chart.svg");
        assert_eq!(at(&indicator).link_at(&indicator, "x"), "#x");
        assert_eq!(at(&Route::Plan).link(&Route::Plan), "index.html");
        assert_eq!(at(&indicator).root(), "../../");
        assert_eq!(at(&Route::NotFound).root(), "");
    }

    #[test]
    fn a_further_language_has_its_own_tree_and_shares_the_data() {
        let page = Address::new("en/", Route::Indicator(id("a")));
        assert_eq!(page.path(), "en/indicators/a/index.html");
        assert_eq!(page.link(&Route::Indicator(id("b"))), "../b/index.html");
        assert_eq!(page.link(&Route::IndicatorCsv(id("a"))), "../../../indicators/a/data.csv");
        assert_eq!(page.link(&Route::Asset("style.css".to_owned())), "../../../assets/style.css");
        assert_eq!(page.link_to(&Address::new("", page.route.clone())), "../../../indicators/a/index.html");
        assert_eq!(
            page.link_to(&Address::new("zh-Hant/", page.route.clone())),
            "../../../zh-Hant/indicators/a/index.html"
        );
        assert_eq!((page.root(), page.top()), ("../../".to_owned(), "../../../".to_owned()));
        assert_eq!(Address::new("en/", Route::Home).link_to(&Address::new("", Route::Home)), "../index.html");
    }
}
