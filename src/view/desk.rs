//! What every page of a language is written from: the report, its evaluation, who refers to what, and the words.

use super::index::Index;
use super::page::{Link, StatusView, TitledLink};
use super::route::{Address, Route};
use crate::chart::{self, glyph_use};
use crate::evaluate::{Evaluation, IndicatorEvaluation, Status, Verdict};
use crate::locale::Locale;
use crate::model::{
    Actual, Indicator, IndicatorId, Lang, MeasurementUnit, Period, Report, ScopeId, SourceId, StoryId,
    Target, TargetId, Text, UnitId,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The writer's desk: read only, shared by all pages.
pub(super) struct Desk<'a> {
    pub report: &'a Report,
    pub evaluation: &'a Evaluation,
    pub locale: &'a Locale,
    /// The folder of the language, with a slash; nothing for the site's own.
    pub tree: String,
    /// Who refers to what.
    pub index: &'a Index<'a>,
    /// The words of the interface, the same on every page.
    pub interface: Arc<BTreeMap<String, String>>,
    /// Each status with glyph and words: they stand on every page many times.
    statuses: BTreeMap<Shown, StatusView>,
    /// The same desk for drawings, whose words carry no marks of another language; none on that desk.
    unmarked: Option<&'a Desk<'a>>,
}

impl<'a> Desk<'a> {
    /// Lays the desk; `unmarked` is one with [`Locale::unmarked`], for drawings.
    pub fn new(index: &'a Index<'a>, locale: &'a Locale, unmarked: Option<&'a Desk<'a>>) -> Self {
        Self {
            report: index.report,
            evaluation: index.evaluation,
            locale,
            tree: tree(index.report, locale.lang()),
            index,
            interface: Arc::new(locale.interface()),
            statuses: Shown::ALL.into_iter().map(|shown| (shown, status(locale, shown))).collect(),
            unmarked,
        }
    }

    /// The absolute address of a page or file, if the site knows where it stands. A page is named by its
    /// folder, as a server shows it.
    pub fn url(&self, address: &Address) -> Option<String> {
        let path = address.path();
        let path = path.strip_suffix("index.html").unwrap_or(&path);
        Some(format!("{}{path}", self.report.site.base_url.as_ref()?))
    }

    /// The desk for drawings.
    pub fn drawings(&self) -> &Self {
        self.unmarked.unwrap_or(self)
    }

    /// A place in a source, in the source's language.
    pub fn locator(&self, source: &SourceId, locator: &str) -> String {
        match self.report.sources.get(source) {
            Some(source) => self.locale.written_in(&source.language, locator).into_owned(),
            None => locator.to_owned(),
        }
    }

    /// A text in the page's language.
    pub fn words<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        self.locale.text(text)
    }

    /// A text that may be absent, in the page's language.
    pub fn maybe(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.words(text).into_owned())
    }

    /// A message of the language; see [`Locale::say`].
    pub fn say(&self, name: &str, fill: &[(&str, &str)]) -> String {
        self.locale.say(name, fill)
    }

    /// What the evaluation says of an indicator.
    pub fn judged(&self, id: &IndicatorId) -> &'a IndicatorEvaluation {
        self.index.judged(id)
    }

    /// The targets that count, with their verdicts: wholes and single ones, not members.
    pub fn tops<'i>(&self, indicator: &'i Indicator) -> Vec<(&'i Target, &'a Verdict)> {
        let judged = self.judged(&indicator.id);
        indicator
            .targets
            .iter()
            .zip(&judged.verdicts)
            .filter(|(target, _)| target.member_of.is_none())
            .collect()
    }

    /// A target of an indicator with its verdict.
    pub fn target<'i>(
        &self,
        indicator: &'i Indicator,
        id: &TargetId,
    ) -> Option<(usize, &'i Target, &'a Verdict)> {
        let at = indicator.targets.iter().position(|target| target.id == *id)?;
        Some((at, &indicator.targets[at], self.judged(&indicator.id).verdicts.get(at)?))
    }

    /// The unit of measure of an indicator.
    pub fn unit(&self, indicator: &Indicator) -> Option<&'a MeasurementUnit> {
        self.report.measurement_units.get(indicator.unit.as_ref()?)
    }

    /// The name of a scope.
    pub fn scope(&self, id: &ScopeId) -> String {
        self.report
            .scopes
            .get(id)
            .map_or_else(|| id.to_string(), |scope| self.words(&scope.title).into_owned())
    }

    /// The name of a source.
    pub fn source(&self, id: &SourceId) -> String {
        self.report
            .sources
            .get(id)
            .map_or_else(|| id.to_string(), |source| self.words(&source.title).into_owned())
    }

    /// The name of a source where there is little room.
    pub fn short_source(&self, id: &SourceId) -> String {
        let short = self.report.sources.get(id).and_then(|source| source.short.as_ref());
        short.map_or_else(|| self.source(id), |short| self.words(short).into_owned())
    }

    /// When an actual speaks of.
    pub fn time(&self, actual: &Actual) -> String {
        if actual.dated { self.locale.at(&actual.time) } else { self.locale.period(&actual.time) }
    }

    /// A period of an indicator, as its plan names it.
    pub fn period(&self, indicator: &Indicator, period: &Period) -> String {
        self.locale.period_of(indicator.years(&self.report.plans), period)
    }

    /// The time of a target: of a state its date, else its period as the plan names it.
    pub fn time_asked(&self, indicator: &Indicator, target: &Target) -> String {
        self.locale.time_asked(indicator.years(&self.report.plans), indicator.measure, target)
    }

    /// A status as glyph, word and meaning.
    pub fn status(&self, shown: Shown) -> StatusView {
        self.statuses.get(&shown).cloned().unwrap_or_else(|| status(self.locale, shown))
    }
}

fn status(locale: &Locale, shown: Shown) -> StatusView {
    let key = shown.key();
    StatusView {
        key: key.to_owned(),
        word: locale.sentence(&locale.word(&format!("status-{key}"))),
        meaning: locale.word(&format!("status-{key}-meaning")),
        glyph_html: glyph_use(&shown.symbol()),
    }
}

/// The folder of a language, with a slash; nothing for the site's own.
pub(super) fn tree(report: &Report, lang: &Lang) -> String {
    if *lang == report.site.language() { String::new() } else { format!("{}/", lang.as_str()) }
}

/// A status as a reader sees it: a met range that was passed has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shown {
    /// As evaluated.
    As(Status),
    /// Met, and above the planned range.
    Exceeded,
}

impl Shown {
    /// All, in the order of lists: proven first, then what is open, then what cannot be judged.
    pub const ALL: [Self; 12] = [
        Self::As(Status::Met),
        Self::Exceeded,
        Self::As(Status::Reached),
        Self::As(Status::OnTrack),
        Self::As(Status::Missed),
        Self::As(Status::Behind),
        Self::As(Status::UnderWay),
        Self::As(Status::Undetermined),
        Self::As(Status::NotComparable),
        Self::As(Status::NoData),
        Self::As(Status::NotDue),
        Self::As(Status::Dropped),
    ];

    /// How a verdict is shown.
    pub fn of(verdict: &Verdict) -> Self {
        if verdict.exceeded { Self::Exceeded } else { Self::As(verdict.status) }
    }

    /// The name in data files and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::As(status) => status.as_str(),
        }
    }

    /// The id of its glyph's drawing on a page.
    pub fn symbol(self) -> String {
        format!("glyph-{}", self.key())
    }

    /// The glyph.
    pub fn glyph(self) -> chart::Status {
        match self {
            Self::Exceeded => chart::Status::Exceeded,
            Self::As(Status::Met) => chart::Status::Met,
            Self::As(Status::Missed) => chart::Status::Missed,
            Self::As(Status::Reached) => chart::Status::Reached,
            Self::As(Status::OnTrack) => chart::Status::OnTrack,
            Self::As(Status::Behind) => chart::Status::Behind,
            Self::As(Status::UnderWay) => chart::Status::UnderWay,
            Self::As(Status::Undetermined) => chart::Status::Undetermined,
            Self::As(Status::NotComparable) => chart::Status::NotComparable,
            Self::As(Status::NoData) => chart::Status::NoData,
            Self::As(Status::NotDue) => chart::Status::NotDue,
            Self::As(Status::Dropped) => chart::Status::Dropped,
        }
    }
}

/// A page while it is written: the desk and where the page stands, so that every link is relative.
pub(super) struct Here<'a> {
    pub desk: &'a Desk<'a>,
    pub address: Address,
}

impl<'a> Here<'a> {
    /// A page at a route.
    pub fn at(desk: &'a Desk<'a>, route: Route) -> Self {
        Self { desk, address: Address::new(&desk.tree, route) }
    }

    /// A link to a page.
    pub fn link(&self, to: &Route, text: impl Into<String>) -> Link {
        Link { text: text.into(), href: self.address.link(to) }
    }

    /// A link to a place on a page.
    pub fn link_at(&self, to: &Route, fragment: &str, text: impl Into<String>) -> Link {
        Link { text: text.into(), href: self.address.link_at(to, fragment) }
    }

    /// A link to an indicator.
    pub fn indicator(&self, indicator: &Indicator) -> Link {
        self.link(&Route::Indicator(indicator.id.clone()), self.desk.words(&indicator.title))
    }

    /// A link to a scope.
    pub fn scope(&self, id: &ScopeId) -> Link {
        self.link(&Route::Partnership(id.clone()), self.desk.scope(id))
    }

    /// A link to a source.
    pub fn source(&self, id: &SourceId) -> Link {
        self.link(&Route::Source(id.clone()), self.desk.source(id))
    }

    /// A link to a source by its short name.
    pub fn short_source(&self, id: &SourceId) -> TitledLink {
        let (text, title) = (self.desk.short_source(id), self.desk.source(id));
        let href = self.address.link(&Route::Source(id.clone()));
        TitledLink { title: (title != text).then_some(title), text, href }
    }

    /// A link to a figure on the page of its source, by the source's short name.
    pub fn source_of(&self, indicator: &Indicator, actual: usize, source: &SourceId) -> TitledLink {
        let anchor = source_anchor(&indicator.id, actual);
        let page = self.page_of(indicator, actual);
        let href = self.address.link_at(&Route::source(source, page), &anchor);
        TitledLink { href, ..self.short_source(source) }
    }

    /// A link to a unit.
    pub fn unit(&self, id: &UnitId) -> Link {
        let text = self
            .desk
            .report
            .units
            .get(id)
            .map_or_else(|| id.to_string(), |unit| self.desk.words(&unit.title).into_owned());
        self.link(&Route::Unit(id.clone()), text)
    }

    /// A link to a story.
    pub fn story(&self, id: &StoryId) -> Link {
        let text = self
            .desk
            .report
            .stories
            .get(id)
            .map_or_else(|| id.to_string(), |story| self.desk.words(&story.title).into_owned());
        self.link(&Route::Story(id.clone()), text)
    }

    /// Links to stories.
    pub fn stories(&self, ids: Option<&BTreeSet<&StoryId>>) -> Vec<Link> {
        ids.into_iter().flatten().map(|id| self.story(id)).collect()
    }
}

/// The place of a figure on its indicator's page.
pub(super) fn figure_anchor(actual: usize) -> String {
    format!("figure-{}", actual + 1)
}

/// The place of a verdict on its indicator's page.
pub(super) fn target_anchor(target: usize) -> String {
    format!("target-{}", target + 1)
}

/// The place of a figure on its source's page.
pub(super) fn source_anchor(indicator: &IndicatorId, actual: usize) -> String {
    format!("{indicator}-{}", actual + 1)
}

/// The place of a task on its plan's page.
pub(super) fn task_anchor(number: &str) -> String {
    format!("task-{}", number.replace('.', "-"))
}
