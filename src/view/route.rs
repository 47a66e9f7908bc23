//! Every address of the site comes from here: as a path of the output, and as a relative link.
//!
//! Links are relative, so that the site works under any base path and from `file://`; that is why
//! every link to a page ends in `index.html`.

use crate::model::{ActionId, IndicatorId, PlanId, ScopeId, SourceId, StoryId, UnitId};

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
    /// The table of an indicator.
    IndicatorCsv(IndicatorId),
    /// The data of an indicator.
    IndicatorJson(IndicatorId),
    /// Who assists whom.
    Partnerships,
    /// One scope.
    Partnership(ScopeId),
    /// The responsible units.
    Units,
    /// One unit.
    Unit(UnitId),
    /// The stories.
    Stories,
    /// One story.
    Story(StoryId),
    /// The sources.
    Sources,
    /// One source.
    Source(SourceId),
    /// How verdicts are reached.
    Methods,
    /// The data files.
    Data,
    /// One data file.
    DataFile(&'static str),
    /// The page shown for an address that does not exist.
    NotFound,
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
            Self::Action(id) => folder("actions", id.as_str()),
            Self::Indicator(id) => folder("indicators", id.as_str()),
            Self::Chart(id) => format!("indicators/{id}/chart.svg"),
            Self::Card => "card.png".to_owned(),
            Self::IndicatorCard(id) => format!("indicators/{id}/card.png"),
            Self::StoryCard(id) => format!("stories/{id}/card.png"),
            Self::IndicatorCsv(id) => format!("indicators/{id}/data.csv"),
            Self::IndicatorJson(id) => format!("indicators/{id}/data.json"),
            Self::Partnerships => "partnerships/index.html".to_owned(),
            Self::Partnership(id) => folder("partnerships", id.as_str()),
            Self::Units => "units/index.html".to_owned(),
            Self::Unit(id) => folder("units", id.as_str()),
            Self::Stories => "stories/index.html".to_owned(),
            Self::Story(id) => folder("stories", id.as_str()),
            Self::Sources => "sources/index.html".to_owned(),
            Self::Source(id) => folder("sources", id.as_str()),
            Self::Methods => "methods/index.html".to_owned(),
            Self::Data => "data/index.html".to_owned(),
            Self::DataFile(name) => format!("data/{name}"),
            Self::NotFound => "404.html".to_owned(),
            Self::Asset(path) => format!("assets/{path}"),
        }
    }

    /// The way up from this page to the site's root: `../../`, or nothing on the home page.
    pub fn root(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// A relative link from this page to another.
    pub fn link(&self, to: &Self) -> String {
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

    /// A relative link to a place on another page, or on this one.
    pub fn link_at(&self, to: &Self, fragment: &str) -> String {
        if self == to { format!("#{fragment}") } else { format!("{}#{fragment}", self.link(to)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_the_page() {
        let indicator = Route::Indicator(IndicatorId::new("a").expect("id"));
        assert_eq!(Route::Home.link(&indicator), "indicators/a/index.html");
        assert_eq!(indicator.link(&Route::Home), "../../index.html");
        assert_eq!(indicator.link(&Route::Indicators), "../index.html");
        assert_eq!(indicator.link(&Route::Indicator(IndicatorId::new("b").expect("id"))), "../b/index.html");
        assert_eq!(indicator.link(&Route::Chart(IndicatorId::new("a").expect("id"))), "chart.svg");
        assert_eq!(indicator.link_at(&indicator, "x"), "#x");
        assert_eq!(Route::Plan.link(&Route::Plan), "index.html");
        assert_eq!(indicator.root(), "../../");
        assert_eq!(Route::NotFound.root(), "");
    }
}
