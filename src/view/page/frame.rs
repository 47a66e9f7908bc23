//! A page: what every template gets, and the kinds of page.

use super::action::ActionView;
use super::changes::ChangesView;
use super::data::DataView;
use super::home::HomeView;
use super::indicator::IndicatorView;
use super::indicators::{IndicatorsView, ListView};
use super::link::Link;
use super::methods::MethodsView;
use super::moved::MovedView;
use super::partnerships::{PartnershipView, PartnershipsView};
use super::parts::Fact;
use super::plan::PlanView;
use super::search::SearchView;
use super::site_head::{CardView, SiteHead};
use super::sources::{SourceView, SourcesView};
use super::stories::{StoriesView, StoryView};
use super::text_page::TextPageView;
use super::units::{UnitView, UnitsView};
use crate::view::brief::blocks::{BriefView, BriefsView};
use crate::view::route::Route;
use serde::Serialize;

/// One page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// Where it stands.
    #[serde(skip)]
    pub route: Route,
    /// Its path in the output, from the site's root: `en/indicators/beds/index.html`.
    pub path: String,
    /// The way up to the folder of this language's home page: `../../`; empty on the home page.
    pub root: String,
    /// The way up to the site's root, where `assets/` and `data/` stand for all languages; empty at the root.
    pub top: String,
    /// The language of the page, as a tag: `zh-Hans`.
    pub lang: String,
    /// Its title, as its heading and in the browser's tab.
    pub title: String,
    /// One sentence for search engines and previews; many pages show it as their lead.
    pub description: String,
    /// The picture that stands for it where a link to it is shown; nothing if the site has no address, wants
    /// none, or the program was built without faces.
    pub card: Option<CardView>,
    /// Its absolute address, or that of the page that it leads on to; nothing if the site does not know where it
    /// stands.
    pub canonical: Option<String>,
    /// What the page is, for programs: JSON-LD that is safe to stand in a script element; nothing where there
    /// is nothing to say.
    pub linked_html: Option<String>,
    /// Further names and contents for the page's head: what government sites in China have to state. Empty if
    /// the site has no code as such (`records: site_code`).
    pub meta: Vec<Fact>,
    /// What all pages share.
    pub site: SiteHead,
    /// Where the page stands below the home page, from the home page down; the page itself is not in it.
    pub crumbs: Vec<Link>,
    /// What is on it; `kind` names the template.
    pub body: Body,
}

/// What is on a page.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// The home page.
    Home(Box<HomeView>),
    /// A plan.
    Plan(Box<PlanView>),
    /// All indicators.
    Indicators(Box<IndicatorsView>),
    /// Indicators that have something in common.
    List(Box<ListView>),
    /// One action.
    Action(Box<ActionView>),
    /// One indicator.
    Indicator(Box<IndicatorView>),
    /// Who assists whom.
    Partnerships(Box<PartnershipsView>),
    /// One scope.
    Partnership(Box<PartnershipView>),
    /// The responsible units.
    Units(UnitsView),
    /// One unit.
    Unit(Box<UnitView>),
    /// The stories.
    Stories(StoriesView),
    /// One story.
    Story(Box<StoryView>),
    /// The briefs.
    Briefs(BriefsView),
    /// One brief.
    Brief(Box<BriefView>),
    /// The sources.
    Sources(SourcesView),
    /// One source.
    Source(Box<SourceView>),
    /// A page of the site's own.
    Page(Box<TextPageView>),
    /// How verdicts are reached.
    Methods(Box<MethodsView>),
    /// What changed since the edition before.
    Changes(ChangesView),
    /// The data files.
    Data(DataView),
    /// The search page.
    Search(Box<SearchView>),
    /// Nothing is here.
    NotFound,
    /// It stands elsewhere now.
    Moved(MovedView),
}

impl Body {
    /// The name of the kind, as it is serialised: the name of its template.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Plan(_) => "plan",
            Self::Indicators(_) => "indicators",
            Self::List(_) => "list",
            Self::Action(_) => "action",
            Self::Indicator(_) => "indicator",
            Self::Partnerships(_) => "partnerships",
            Self::Partnership(_) => "partnership",
            Self::Units(_) => "units",
            Self::Unit(_) => "unit",
            Self::Stories(_) => "stories",
            Self::Story(_) => "story",
            Self::Briefs(_) => "briefs",
            Self::Brief(_) => "brief",
            Self::Sources(_) => "sources",
            Self::Source(_) => "source",
            Self::Page(_) => "page",
            Self::Methods(_) => "methods",
            Self::Changes(_) => "changes",
            Self::Data(_) => "data",
            Self::Search(_) => "search",
            Self::NotFound => "not_found",
            Self::Moved(_) => "moved",
        }
    }
}
