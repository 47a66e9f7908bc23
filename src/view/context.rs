//! The context that pages are written from: of a language (report, evaluation, cross-references, words), and of a page.

use crate::chart::glyph_use;
use crate::evaluate::{Evaluation, IndicatorEvaluation, Verdict};
use crate::locale::Locale;
use crate::model::{
    Actual, Cell, FigurePlace, Indicator, IndicatorId, Lang, MeasurementUnit, PageId, Period, Report,
    ScopeId, SourceId, StoryId, Target, TargetId, Text, UnitId,
};
use crate::model::{BoundText, Plan};
use crate::view::cross_refs::{CrossRefs, paging};
use crate::view::page::StatusView;
use crate::view::page::link::{Link, TitledLink};
use crate::view::route::{Address, Route, task_anchor, tree};
use crate::view::shown::Shown;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What every page of a language is written from: read only, shared by all pages.
pub(super) struct LangContext<'a> {
    pub report: &'a Report,
    pub evaluation: &'a Evaluation,
    pub locale: &'a Locale,
    /// The folder of the language, with a slash; nothing for the site's own.
    pub tree: String,
    /// Who refers to what.
    pub refs: &'a CrossRefs<'a>,
    /// The words of the interface, the same on every page.
    pub interface: Arc<BTreeMap<String, String>>,
    /// Each status with glyph and words: they stand on every page many times.
    statuses: BTreeMap<Shown, StatusView>,
    /// The same context for drawings, whose words carry no marks of another language; none in that one.
    unmarked: Option<&'a LangContext<'a>>,
}

impl<'a> LangContext<'a> {
    /// The context of a language; `unmarked` is one with [`Locale::unmarked`], for drawings.
    pub(super) fn new(
        index: &'a CrossRefs<'a>,
        locale: &'a Locale,
        unmarked: Option<&'a LangContext<'a>>,
    ) -> Self {
        Self {
            report: index.report,
            evaluation: index.evaluation,
            locale,
            tree: tree(index.report, locale.lang()),
            refs: index,
            interface: Arc::new(locale.interface()),
            statuses: Shown::ALL.into_iter().map(|shown| (shown, status(locale, shown))).collect(),
            unmarked,
        }
    }

    /// The absolute address of a page or file, if the site knows where it stands. A page is named by its
    /// folder, as a server shows it.
    pub(super) fn url(&self, address: &Address) -> Option<String> {
        let path = address.path();
        let path = path.strip_suffix("index.html").unwrap_or(&path);
        Some(format!("{}{path}", self.report.site.base_url.as_ref()?))
    }

    /// The context for drawings.
    pub(super) fn drawings(&self) -> &Self {
        self.unmarked.unwrap_or(self)
    }

    /// A place in a source, in the source's language.
    pub(super) fn locator(&self, source: &SourceId, locator: &str) -> String {
        match self.report.sources.get(source) {
            Some(source) => self.locale.place_in(&source.language, locator),
            None => locator.to_owned(),
        }
    }

    /// A text in the page's language.
    pub(super) fn words<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        self.locale.text(text)
    }

    /// A text that may be absent, in the page's language.
    pub(super) fn maybe(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.words(text).into_owned())
    }

    /// A message of the language; see [`Locale::say`].
    pub(super) fn say(&self, name: &str, fill: &[(&str, &str)]) -> String {
        self.locale.say(name, fill)
    }

    /// What the evaluation says of an indicator.
    pub(super) fn judged(&self, id: &IndicatorId) -> &'a IndicatorEvaluation {
        self.refs.judged(id)
    }

    /// The targets that count, with their verdicts: wholes and single ones, not members.
    pub(super) fn tops<'i>(&self, indicator: &'i Indicator) -> Vec<(&'i Target, &'a Verdict)> {
        let judged = self.judged(&indicator.id);
        indicator
            .targets
            .iter()
            .zip(&judged.verdicts)
            .filter(|(target, _)| target.member_of.is_none())
            .collect()
    }

    /// The targets that a chart shows, with their verdicts; see [`Indicator::tops`].
    pub(super) fn drawn<'i>(&self, indicator: &'i Indicator) -> Vec<(&'i Target, &'a Verdict)> {
        let mut tops = self.tops(indicator);
        if !indicator.dimensions.is_empty() {
            let drawn: BTreeSet<&TargetId> = indicator.tops().map(|target| &target.id).collect();
            tops.retain(|(target, _)| drawn.contains(&target.id));
        }
        tops
    }

    /// A target of an indicator with its verdict.
    pub(super) fn target<'i>(
        &self,
        indicator: &'i Indicator,
        id: &TargetId,
    ) -> Option<(usize, &'i Target, &'a Verdict)> {
        let at = indicator.targets.iter().position(|target| target.id == *id)?;
        Some((at, &indicator.targets[at], self.judged(&indicator.id).verdicts.get(at)?))
    }

    /// The place of a figure on its indicator's page.
    pub(super) fn anchor(&self, indicator: &Indicator, place: FigurePlace) -> String {
        self.refs.anchor(&indicator.id, place).to_owned()
    }

    /// The place of an actual on its indicator's page.
    pub(super) fn actual_anchor(&self, indicator: &Indicator, index: usize) -> String {
        self.anchor(indicator, FigurePlace::Actual(index))
    }

    /// The place of a baseline on its indicator's page.
    pub(super) fn baseline_anchor(&self, indicator: &Indicator, index: usize) -> String {
        self.anchor(indicator, FigurePlace::Baseline(index))
    }

    /// The place of a figure on its source's page.
    pub(super) fn source_anchor(&self, indicator: &Indicator, place: FigurePlace) -> String {
        format!("{}@{}", indicator.id, self.refs.anchor(&indicator.id, place))
    }

    /// The unit of measure of an indicator.
    pub(super) fn unit(&self, indicator: &Indicator) -> Option<&'a MeasurementUnit> {
        self.report.measurement_units.get(indicator.unit.as_ref()?)
    }

    /// The name of a scope.
    pub(super) fn scope(&self, id: &ScopeId) -> String {
        self.report
            .scopes
            .get(id)
            .map_or_else(|| id.to_string(), |scope| self.words(&scope.title).into_owned())
    }

    /// The name of a source.
    pub(super) fn source(&self, id: &SourceId) -> String {
        self.report
            .sources
            .get(id)
            .map_or_else(|| id.to_string(), |source| self.words(&source.title).into_owned())
    }

    /// The name of a source where there is little room.
    pub(super) fn short_source(&self, id: &SourceId) -> String {
        let short = self.report.sources.get(id).and_then(|source| source.short.as_ref());
        short.map_or_else(|| self.source(id), |short| self.words(short).into_owned())
    }

    /// When an actual speaks of, and of which part of the quantity.
    pub(super) fn time(&self, indicator: &Indicator, actual: &Actual) -> String {
        let time = if actual.dated { self.locale.at(&actual.time) } else { self.locale.period(&actual.time) };
        self.of_cell(indicator, &actual.cell, time)
    }

    /// A time with the part of the quantity that is meant; alone where that is the whole.
    pub(super) fn of_cell(&self, indicator: &Indicator, cell: &Cell, time: String) -> String {
        if cell.is_headline() {
            return time;
        }
        self.say("of-cell", &[("time", &time), ("cell", &self.cell(indicator, cell))])
    }

    /// The name of a cell: that of the category of each dimension, in the order in which they are written.
    pub(super) fn cell(&self, indicator: &Indicator, cell: &Cell) -> String {
        let named = indicator.dimensions.iter().filter_map(|dimension| {
            let id = cell.category(dimension.id.as_str())?;
            Some(self.words(&dimension.category(id.as_str())?.title).into_owned())
        });
        named.collect::<Vec<_>>().join(&self.locale.word("list-separator"))
    }

    /// Of whom and of which part a target speaks, where that is not all of which its indicator does.
    pub(super) fn of_whom(&self, indicator: &Indicator, target: &Target) -> Option<String> {
        let scope = (target.scope != indicator.scope).then(|| self.scope(&target.scope));
        let cell = (!target.cell.is_headline()).then(|| self.cell(indicator, &target.cell));
        let named: Vec<String> = scope.into_iter().chain(cell).collect();
        (!named.is_empty()).then(|| named.join(&self.locale.word("list-separator")))
    }

    /// The text in the page's language, or one that becomes it, or the first in the order of the site's
    /// languages; and the language that it is written in.
    pub(super) fn text_of<'s>(
        &self,
        texts: &'s BTreeMap<Lang, BoundText>,
    ) -> Option<(&'s Lang, &'s BoundText)> {
        let wanted = self.locale.sources_of(&self.report.site.languages);
        wanted.iter().find_map(|lang| texts.get_key_value(lang)).or_else(|| texts.first_key_value())
    }

    /// A period of an indicator, as its plan names it.
    pub(super) fn period(&self, indicator: &Indicator, period: &Period) -> String {
        self.locale.period_of(indicator.years(&self.report.plans), period)
    }

    /// The time of a target: of a state its date, else its period as the plan names it.
    pub(super) fn time_asked(&self, indicator: &Indicator, target: &Target) -> String {
        self.locale.time_asked(indicator.years(&self.report.plans), indicator.measure, target)
    }

    /// When a target has to hold, and of which part of the quantity it speaks.
    pub(super) fn when(&self, indicator: &Indicator, target: &Target) -> String {
        self.of_cell(indicator, &target.cell, self.when_alone(indicator, target))
    }

    /// When a target has to hold: a state its date, what may hold once or has to throughout its period.
    pub(super) fn when_alone(&self, indicator: &Indicator, target: &Target) -> String {
        if target.has_a_date(indicator.measure) {
            self.time_asked(indicator, target)
        } else {
            self.period(indicator, &target.period)
        }
    }

    /// A status as glyph, word and meaning.
    pub(super) fn status(&self, shown: Shown) -> StatusView {
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

/// A page while it is written: the context of its language and its address, so that every link is relative.
pub(super) struct PageContext<'a> {
    pub lang: &'a LangContext<'a>,
    pub address: Address,
}

impl<'a> PageContext<'a> {
    /// A page at a route.
    pub(super) fn at(ctx: &'a LangContext<'a>, route: Route) -> Self {
        Self { lang: ctx, address: Address::new(&ctx.tree, route) }
    }

    /// A link to a page.
    pub(super) fn link(&self, to: &Route, text: impl Into<String>) -> Link {
        Link { text: text.into(), href: self.address.link(to) }
    }

    /// A link to a place on a page.
    pub(super) fn link_at(&self, to: &Route, fragment: &str, text: impl Into<String>) -> Link {
        Link { text: text.into(), href: self.address.link_at(to, fragment) }
    }

    /// A link to an indicator.
    pub(super) fn indicator(&self, indicator: &Indicator) -> Link {
        self.link(&Route::Indicator(indicator.id.clone()), self.lang.words(&indicator.title))
    }

    /// A link to a scope.
    pub(super) fn scope(&self, id: &ScopeId) -> Link {
        self.link(&Route::Partnership(id.clone()), self.lang.scope(id))
    }

    /// A link to a source.
    pub(super) fn source(&self, id: &SourceId) -> Link {
        self.link(&Route::Source(id.clone()), self.lang.source(id))
    }

    /// A link to a source by its short name.
    pub(super) fn short_source(&self, id: &SourceId) -> TitledLink {
        let (text, title) = (self.lang.short_source(id), self.lang.source(id));
        let href = self.address.link(&Route::Source(id.clone()));
        TitledLink { title: (title != text).then_some(title), text, href }
    }

    /// A link to a figure on the page of its source, by the source's short name.
    pub(super) fn source_of(&self, indicator: &Indicator, actual: usize, source: &SourceId) -> TitledLink {
        let anchor = self.lang.source_anchor(indicator, FigurePlace::Actual(actual));
        let page = self.page_of(indicator, actual);
        let href = self.address.link_at(&Route::source(source, page), &anchor);
        TitledLink { href, ..self.short_source(source) }
    }

    /// A link to a unit.
    pub(super) fn unit(&self, id: &UnitId) -> Link {
        let text = self
            .lang
            .report
            .units
            .get(id)
            .map_or_else(|| id.to_string(), |unit| self.lang.words(&unit.title).into_owned());
        self.link(&Route::Unit(id.clone()), text)
    }

    /// A link to a story.
    pub(super) fn story(&self, id: &StoryId) -> Link {
        let text = self
            .lang
            .report
            .stories
            .get(id)
            .map_or_else(|| id.to_string(), |story| self.lang.words(&story.title).into_owned());
        self.link(&Route::Story(id.clone()), text)
    }

    /// A link to a page of the site's own.
    pub(super) fn text_page(&self, id: &PageId) -> Link {
        let page = self.lang.report.pages.get(id);
        let text = page.map_or_else(|| id.to_string(), |page| self.lang.words(&page.title).into_owned());
        self.link(&Route::Page(id.clone()), text)
    }

    /// Links to stories.
    pub(super) fn stories(&self, ids: Option<&BTreeSet<&StoryId>>) -> Vec<Link> {
        ids.into_iter().flatten().map(|id| self.story(id)).collect()
    }

    /// The crumb of the home page.
    pub(super) fn home(&self) -> Link {
        self.link(&Route::Home, self.lang.locale.word("crumb-home"))
    }

    /// A link to a task on its plan's page.
    pub(super) fn task_link(&self, plan: &Plan, number: &str, text: String) -> Link {
        self.link_at(&Route::plan(self.lang.report, &plan.id), &task_anchor(number), text)
    }

    /// The page of its source on which a figure stands.
    fn page_of(&self, indicator: &Indicator, actual: usize) -> usize {
        paging::page_of(self.lang.refs.place_in_source(&indicator.id, actual))
    }
}
