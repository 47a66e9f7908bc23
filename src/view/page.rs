//! What a reader sees: plain structs of finished words, one for each kind of page.
//!
//! Every text is in the page's language, every link is relative to the page, every number is written
//! out. A field that ends in `_html` holds markup that is safe to put in a page as it is; everything
//! else is text, and the templates escape it.

pub(in crate::view) mod figure;
pub(in crate::view) mod link;

pub use figure::{ChartView, PhotoView, TableCell};
pub use link::{Link, TitledLink};

use super::brief::blocks::{BriefCard, BriefView, BriefsView};
use super::route::Route;
use super::text::blocks::{StoryFigure, TextBlock};
use crate::search::Index;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The whole site in one language.
#[derive(Debug, Clone)]
pub struct SiteView {
    /// The pages, in order of their path.
    pub pages: Vec<PageView>,
    /// Drawings that stand as files of their own: path and SVG.
    pub drawings: Vec<(String, String)>,
    /// Drawings of cards, to be made pictures of.
    pub cards: Vec<CardDrawing>,
    /// Tables behind drawings that speak of several indicators.
    pub tables: Vec<ChartTable>,
    /// The feed, if the site knows where it stands.
    pub feed: Option<FeedView>,
    /// What the search page finds.
    pub index: Index,
    /// The folder of the language, with a slash; nothing for the site's own.
    pub tree: String,
}

/// The table behind a chart, as a file.
#[derive(Debug, Clone)]
pub struct ChartTable {
    /// Its path in the output.
    pub path: String,
    /// Its columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// A feed: what is new, for programs that look for it.
#[derive(Debug, Clone)]
pub struct FeedView {
    /// The language of its words.
    pub lang: String,
    /// The site's name.
    pub title: String,
    /// One sentence under it.
    pub subtitle: Option<String>,
    /// Who publishes.
    pub author: String,
    /// Under which terms.
    pub licence: Option<String>,
    /// The home page.
    pub home: String,
    /// The feed itself.
    pub url: String,
    /// When it changed last, as RFC 3339 writes it.
    pub updated: String,
    /// The entries, the first ones first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug, Clone)]
pub struct FeedEntry {
    /// Its title.
    pub title: String,
    /// What it says.
    pub summary: String,
    /// Its page; also what it is known by.
    pub url: String,
    /// When it changed last.
    pub updated: String,
}

/// One page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// Where it stands.
    #[serde(skip)]
    pub route: Route,
    /// Its path in the output.
    pub path: String,
    /// The way up to the home page's folder in this language: `../../`.
    pub root: String,
    /// The way up to the site's root, where `assets/` and `data/` stand for all languages.
    pub top: String,
    /// The language of the page.
    pub lang: String,
    /// Its title, as its heading and in the browser's tab.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The picture that stands for it where a link to it is shown; none if the site has no address or
    /// wants none.
    pub card: Option<CardView>,
    /// Its absolute address, if the site knows where it stands.
    pub canonical: Option<String>,
    /// What the page is, for programs: JSON-LD that is safe to stand in a script element.
    pub linked_html: Option<String>,
    /// Further names and contents for the page's head: what government sites in China have to state.
    pub meta: Vec<Fact>,
    /// What all pages share.
    pub site: SiteHead,
    /// Where the page stands below the home page; the page itself is not in it.
    pub crumbs: Vec<Link>,
    /// What is on it; `kind` names the template.
    pub body: Body,
}

/// The drawing of a card.
#[derive(Debug, Clone)]
pub struct CardDrawing {
    /// What it is the card of.
    pub route: Route,
    /// The path of its picture in the output.
    pub path: String,
    /// The drawing.
    pub svg: String,
}

/// A picture for previews of a page.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// Its path in the output.
    #[serde(skip)]
    pub path: String,
    /// Its whole address, with the site's.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What is on it, in words.
    pub alt: String,
}

/// What all pages share.
#[derive(Debug, Clone, Serialize)]
pub struct SiteHead {
    /// The site's name.
    pub title: String,
    /// The part of its name before a colon, for the head of the page.
    pub short_title: String,
    /// One sentence under the name.
    pub tagline: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Terms of use.
    pub licence: Option<Link>,
    /// The report date, written out.
    pub as_of: String,
    /// A sentence that says what the report date means.
    pub as_of_note: String,
    /// The site's languages, each with the link to this page in it; empty if there is only one.
    pub languages: Vec<LanguageView>,
    /// What a reader should know of this language's pages, such as that a program converted them.
    pub notice: Option<String>,
    /// The search page.
    pub search: Link,
    /// The feed, if there is one.
    pub feed: Option<Link>,
    /// Records of the site for its foot: who is responsible, registrations.
    pub records: Vec<Fact>,
    /// The main menu.
    pub menu: Vec<MenuItem>,
    /// The home page.
    pub home: String,
    /// The style sheet.
    pub stylesheet: String,
    /// The program's name and version.
    pub generator: String,
    /// Words of the interface by name, for templates: `site.words.skip_to_content`. They are the same on
    /// all pages and are handed to the templates once.
    #[serde(skip)]
    pub words: Arc<BTreeMap<String, String>>,
}

/// A language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// Its name in itself: English.
    pub text: String,
    /// Its tag.
    pub lang: String,
    /// This page in it.
    pub href: String,
    /// The same as an absolute address, if the site knows where it stands.
    pub url: Option<String>,
    /// True for the language of this page.
    pub current: bool,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// The words.
    pub text: String,
    /// The link.
    pub href: String,
    /// True if the page belongs to it.
    pub current: bool,
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
    /// How verdicts are reached.
    Methods(Box<MethodsView>),
    /// The data files.
    Data(DataView),
    /// The search page.
    Search(Box<SearchView>),
    /// Nothing is here.
    NotFound,
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
            Self::Methods(_) => "methods",
            Self::Data(_) => "data",
            Self::Search(_) => "search",
            Self::NotFound => "not_found",
        }
    }
}

/// A status: always a glyph and a word.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// Its name in data files, such as `on_track`; `exceeded` for a range that was passed.
    pub key: String,
    /// The word: 已证实达到.
    pub word: String,
    /// One sentence that says what it means.
    pub meaning: String,
    /// The glyph, as SVG that is hidden from screen readers; its drawing stands once at the end of the page.
    pub glyph_html: String,
}

/// How many targets stand in a status.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// The status.
    pub status: StatusView,
    /// How many.
    pub count: usize,
    /// The share of all in per cent, to draw with: 0 to 100.
    pub share: f64,
    /// The shares before it, to draw with.
    pub offset: f64,
    /// Where they are listed, if anywhere.
    pub href: Option<String>,
}

/// The home page: what was promised, how it stands, and why not more is proven.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// The answer in one or two sentences.
    pub lead: String,
    /// What was promised: sentences with the plan, its period and its numbers.
    pub promise: Vec<String>,
    /// The plan's page.
    pub plan: Option<Link>,
    /// All targets by status, in a fixed order, without empty ones.
    pub counts: Vec<CountView>,
    /// Number of all targets.
    pub total: usize,
    /// The proven ones by name, each with a sentence.
    pub proven: Vec<FindingView>,
    /// The rest of the proven ones, if not all are named here.
    pub proven_more: Vec<Link>,
    /// The missed ones or those behind, each with a sentence.
    pub missed: Vec<FindingView>,
    /// The rest of the missed ones, if not all are named here.
    pub missed_more: Vec<Link>,
    /// Why the rest is open: groups of reasons with counts and an example each.
    pub open: Vec<OpenReasonView>,
    /// Each action with its counts.
    pub actions: Vec<ActionRow>,
    /// The most telling indicators, each with its chart.
    pub figures: Vec<IndicatorCard>,
    /// The stories shown first.
    pub stories: Vec<StoryCard>,
    /// The page of the briefs, if somebody wrote one or there is a plan to write of.
    pub briefs: Option<Link>,
    /// Further plans.
    pub other_plans: Vec<Link>,
    /// The sources.
    pub sources: Vec<SourceCard>,
    /// The line that points to the data files.
    pub data: Link,
}

/// A finding on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    /// The status.
    pub status: StatusView,
    /// The indicator.
    pub link: Link,
    /// What is proven, as a sentence.
    pub sentence: String,
}

/// Why targets are open.
#[derive(Debug, Clone, Serialize)]
pub struct OpenReasonView {
    /// The status that they share.
    pub status: StatusView,
    /// How many.
    pub count: usize,
    /// Why, in one sentence.
    pub why: String,
    /// All targets of this status.
    pub all: Option<String>,
}

/// An action in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ActionRow {
    /// Its page, with its full name.
    pub link: Link,
    /// Its number: 一, 5.
    pub number: String,
    /// How many tasks and targets, in words.
    pub size: String,
    /// The targets by status.
    pub counts: Vec<CountView>,
}

/// A plan with its checklist.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    /// Facts about it: number, issued, period, who assists whom, document.
    pub facts: Vec<Fact>,
    /// What it set out to do.
    pub aim: Option<String>,
    /// Says how the lead units were read.
    pub lead_note: Option<String>,
    /// All targets by status.
    pub counts: Vec<CountView>,
    /// Number of all targets.
    pub total: usize,
    /// The statuses that occur, for the filter.
    pub statuses: Vec<StatusFilter>,
    /// The units that occur, for the filter: id and name.
    pub units: Vec<FilterView>,
    /// The chapters with their tasks.
    pub actions: Vec<PlanActionView>,
    /// The brief on it.
    pub brief: Option<BriefCard>,
}

/// A status in the filter of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct StatusFilter {
    /// What rows carry in `data-status`.
    pub status: StatusView,
    /// How many tasks have a target in it.
    pub count: usize,
}

/// A unit in the filter of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Its page, which lists its tasks.
    pub link: Link,
    /// How many tasks of the plan it answers for.
    pub count: usize,
}

/// A fact: a name and what it is.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// What it is.
    pub text: String,
    /// A link for it.
    pub href: Option<String>,
}

/// A chapter on the plan's page.
#[derive(Debug, Clone, Serialize)]
pub struct PlanActionView {
    /// Its page.
    pub link: Link,
    /// Its number.
    pub number: String,
    /// An id for links within the page.
    pub anchor: String,
    /// What it promises.
    pub summary: Option<String>,
    /// The statuses of all its tasks, for the filter.
    pub status_keys: Vec<String>,
    /// Its tasks.
    pub tasks: Vec<TaskView>,
}

/// A row of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct TaskView {
    /// Its number.
    pub number: String,
    /// An id for links: `task-5-2`.
    pub anchor: String,
    /// Its name.
    pub title: String,
    /// What was promised.
    pub text: String,
    /// The due date as written.
    pub due: String,
    /// The units that answer first.
    pub lead: Vec<Link>,
    /// The units that take part.
    pub partner: Vec<Link>,
    /// The ids of all its units, for the filter.
    pub unit_ids: Vec<String>,
    /// The statuses of its targets, for the filter.
    pub status_keys: Vec<String>,
    /// Where it stands in the plan's document, as a link to the source.
    pub place: Link,
    /// What measures it: the first of them, if there are very many.
    pub indicators: Vec<TaskIndicatorView>,
    /// The rest of them.
    pub more: Option<Link>,
    /// The list of figures that bear on it without a target.
    pub context: Option<Link>,
    /// A sentence for a task without a number to judge.
    pub without: Option<String>,
    /// Stories that tell of it.
    pub stories: Vec<Link>,
}

/// An indicator under a task.
#[derive(Debug, Clone, Serialize)]
pub struct TaskIndicatorView {
    /// Its page.
    pub link: Link,
    /// Its verdicts, in short.
    pub verdicts: Vec<VerdictLine>,
}

/// A verdict in one line.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictLine {
    /// The period: 2019年. In a table to scan several, if all else is the same: 2018年、2019年.
    pub period: String,
    /// What was asked: 不少于8,000人.
    pub condition: String,
    /// How it stands.
    pub status: StatusView,
    /// What is proven, in short: 至少26.6%. Empty if nothing is.
    pub attainment: String,
    /// The verdict's place on the indicator's page.
    pub href: String,
    /// For a whole over members: 22个镇街合计.
    pub whole: Option<String>,
}

/// All indicators.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorsView {
    /// All targets by status.
    pub counts: Vec<CountView>,
    /// The actions of the first plan as one drawing.
    pub scorecard: Option<ChartView>,
    /// The indicators that are asked for year by year, a small plot each.
    pub yearly: Option<ChartView>,
    /// Those that are judged, by action.
    pub judged: Vec<IndicatorGroup>,
    /// Those that are context, by task or place.
    pub context: Vec<IndicatorGroup>,
}

/// A group in the list of indicators.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorGroup {
    /// Its name.
    pub title: String,
    /// An id for links within the page.
    pub anchor: String,
    /// How many indicators it has.
    pub count: usize,
    /// The same in words.
    pub size: String,
    /// Their targets by status.
    pub counts: Vec<CountView>,
    /// Its own page, if the whole list is too long for one.
    pub href: Option<String>,
    /// Its indicators, if it has no page of its own.
    pub rows: Vec<IndicatorRow>,
}

/// Indicators that have something in common: an action, a place, a status.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// What they have in common, if that needs saying.
    pub about: Option<String>,
    /// Those on this page.
    pub rows: Vec<IndicatorRow>,
    /// The pages of the list.
    pub pages: Vec<PageLink>,
}

/// One of the numbered pages of a long list.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    /// Its number, or an ellipsis for those left out.
    pub text: String,
    /// Its address; nothing for those left out.
    pub href: Option<String>,
    /// True for the page itself.
    pub current: bool,
}

/// An indicator in a list.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// Its page.
    pub link: Link,
    /// Its verdicts, in short; empty for context.
    pub verdicts: Vec<VerdictLine>,
    /// For context: the figures in short, such as 2019年 22.04万元.
    pub figures: Vec<String>,
}

/// One action.
#[derive(Debug, Clone, Serialize)]
pub struct ActionView {
    /// Its number.
    pub number: String,
    /// What it promises.
    pub summary: Option<String>,
    /// The plan.
    pub plan: Link,
    /// Where it stands in the plan's document.
    pub place: Option<Link>,
    /// The units that its chapter names.
    pub units: Vec<Link>,
    /// Its targets by status.
    pub counts: Vec<CountView>,
    /// Number of its targets.
    pub total: usize,
    /// A sentence on how it stands.
    pub lead: String,
    /// Its tasks.
    pub tasks: Vec<TaskView>,
    /// How far its indicators came, side by side, where that is known of several.
    pub attainment: Option<ChartView>,
    /// Its judged indicators with their charts: the first of them, if there are very many.
    pub cards: Vec<IndicatorCard>,
    /// The rest of them.
    pub more: Option<Link>,
    /// Figures that bear on it without a target: the first of them.
    pub context: Vec<IndicatorRow>,
    /// The lists of all of these, one a task.
    pub context_lists: Vec<Link>,
    /// Stories that tell of it.
    pub stories: Vec<StoryCard>,
    /// The brief on it.
    pub brief: Option<BriefCard>,
    /// The action before and after it.
    pub previous: Option<Link>,
    /// The action after it.
    pub next: Option<Link>,
}

/// An indicator as a card with its chart.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorCard {
    /// Its page.
    pub link: Link,
    /// What is proven, as a sentence.
    pub sentence: String,
    /// The verdicts, in short.
    pub verdicts: Vec<VerdictLine>,
    /// The chart; nothing where the page has enough of them.
    pub chart: Option<ChartView>,
}

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// What is proven, as a sentence; for context what it is.
    pub lead: String,
    /// What is counted.
    pub definition: Option<String>,
    /// Facts: measure, unit, scope, direction, task, action.
    pub facts: Vec<Fact>,
    /// The chart.
    pub chart: Option<ChartView>,
    /// How to show the chart on another site; needs the site's own address.
    pub embed: Option<String>,
    /// The verdicts in full; wholes before their members.
    pub verdicts: Vec<VerdictView>,
    /// Every figure.
    pub figures: Vec<FigureView>,
    /// The state before the plan.
    pub baseline: Option<FigureView>,
    /// Figures that contradict each other, as sentences.
    pub conflicts: Vec<String>,
    /// Named trend methods, if it asks for any.
    pub trend: Option<TrendView>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Arithmetic of sources that uses its figures.
    pub claims: Vec<ClaimView>,
    /// Stories that use it.
    pub stories: Vec<Link>,
    /// Files to take away.
    pub downloads: Vec<Link>,
    /// The indicator before and after it in the list.
    pub previous: Option<Link>,
    /// The indicator after it.
    pub next: Option<Link>,
}

/// A verdict in full.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictView {
    /// Its place on the page.
    pub anchor: String,
    /// The period.
    pub period: String,
    /// The scope, where it is not the indicator's.
    pub scope: Option<Link>,
    /// What was asked.
    pub condition: String,
    /// By when.
    pub due: String,
    /// How it stands.
    pub status: StatusView,
    /// What is proven: 至少2,127人.
    pub proven: String,
    /// The same in per cent of what was asked: 至少26.6%.
    pub attainment: String,
    /// For a target not yet due: what was planned by when.
    pub path: Option<String>,
    /// The argument, one sentence a step.
    pub reasons: Vec<String>,
    /// What would settle it.
    pub settled_by: Option<String>,
    /// Where it is promised.
    pub source: TitledLink,
    /// How the condition follows from the source.
    pub derived: Option<String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// What it was before, as sentences.
    pub revisions: Vec<String>,
    /// For a whole: its members.
    pub members: Vec<VerdictView>,
    /// For a whole: a sentence on how the members stand.
    pub members_lead: Option<String>,
}

/// A figure as reported.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its place on the page: `figure-3`.
    pub anchor: String,
    /// When: 2020年1—5月.
    pub time: String,
    /// Of whom.
    pub scope: Link,
    /// What: 约1,043.47万元.
    pub value: String,
    /// What the written value means, if it is not exact: 在1,043.37万元至1,043.57万元之间.
    pub meaning: Option<String>,
    /// The document, linked to the figure's place on its page.
    pub source: TitledLink,
    /// Where in the document.
    pub locator: String,
    /// What it is, if it is no result: 预计.
    pub kind: Option<String>,
    /// What it was used for: 下限, 上限, 参考.
    pub used_for: Vec<String>,
    /// How what was counted differs, that it is partial or provisional, notes.
    pub remarks: Vec<String>,
}

/// Named methods of reading a trend.
#[derive(Debug, Clone, Serialize)]
pub struct TrendView {
    /// One row a method: its name, its result, its formula with the inputs.
    pub rows: Vec<Vec<String>>,
    /// The head of the table.
    pub head: Vec<String>,
    /// What else went in: direction, limit, the years that were taken, the figures that were not read.
    pub notes: Vec<String>,
    /// A sentence if they disagree.
    pub disagree: Option<String>,
}

/// A source's arithmetic, checked.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    /// What the source states.
    pub text: String,
    /// Where.
    pub locator: String,
    /// Holds, rounds to, does not hold: `holds`, `rounds_to`, `holds_by_truncation`, `does_not_hold`, `cannot_tell`.
    pub outcome_key: String,
    /// The same in words.
    pub outcome: String,
    /// What comes out.
    pub computed: String,
    /// The figures it is about.
    pub figures: Vec<Link>,
    /// The source.
    pub source: Link,
}

/// Who assists whom.
#[derive(Debug, Clone, Serialize)]
pub struct PartnershipsView {
    /// Towns and counties as one drawing.
    pub network: Option<ChartView>,
    /// All scopes, each after the one that contains it.
    pub nodes: Vec<ScopeNode>,
}

/// A scope in the tree.
#[derive(Debug, Clone, Serialize)]
pub struct ScopeNode {
    /// How deep it stands: 0 at the top.
    pub depth: usize,
    /// Its page.
    pub link: Link,
    /// What it is: 对口帮扶, 地方, 机构.
    pub kind: String,
}

/// One scope.
#[derive(Debug, Clone, Serialize)]
pub struct PartnershipView {
    /// A sentence on it.
    pub about: Option<String>,
    /// Facts: who assists, who is assisted, part of, source.
    pub facts: Vec<Fact>,
    /// What is inside.
    pub children: Vec<Link>,
    /// What is known of each place directly inside.
    pub places: Option<ChartView>,
    /// Verdicts on targets of this scope.
    pub verdicts: Vec<IndicatorRow>,
    /// Figures of this scope.
    pub figures: Vec<ScopeFigure>,
    /// How many figures there are on all its pages.
    pub figure_count: usize,
    /// Its pages, if there are several.
    pub pages: Vec<PageLink>,
    /// Stories that take place here.
    pub stories: Vec<Link>,
    /// The brief on it, if it is a pairing of which anything is known.
    pub brief: Option<BriefCard>,
    /// The scope before it.
    pub previous: Option<Link>,
    /// The scope after it.
    pub next: Option<Link>,
}

/// A figure on a scope's or source's page.
#[derive(Debug, Clone, Serialize)]
pub struct ScopeFigure {
    /// Its place on the page.
    pub anchor: String,
    /// The indicator, linked to the figure.
    pub indicator: Link,
    /// When.
    pub time: String,
    /// What.
    pub value: String,
    /// Of whom (on a source's page), or by whom it is said (on a scope's page).
    pub other: TitledLink,
    /// Where in the document.
    pub locator: String,
    /// What it is, if it is no result.
    pub kind: Option<String>,
}

/// The responsible units.
#[derive(Debug, Clone, Serialize)]
pub struct UnitsView {
    /// One row a unit.
    pub rows: Vec<UnitRow>,
}

/// A unit in a list.
#[derive(Debug, Clone, Serialize)]
pub struct UnitRow {
    /// Its page.
    pub link: Link,
    /// How many tasks it leads.
    pub leads: usize,
    /// In how many more it takes part.
    pub partners: usize,
    /// The targets of the tasks it leads, by status.
    pub counts: Vec<CountView>,
}

/// One unit.
#[derive(Debug, Clone, Serialize)]
pub struct UnitView {
    /// A sentence on what it answers for.
    pub lead: String,
    /// The tasks it leads.
    pub leads: Vec<TaskView>,
    /// The tasks in which it takes part.
    pub partners: Vec<TaskView>,
    /// The targets of the tasks it leads, by status.
    pub counts: Vec<CountView>,
    /// Says how the lead units were read.
    pub lead_note: Option<String>,
    /// The unit before it in the list.
    pub previous: Option<Link>,
    /// The unit after it.
    pub next: Option<Link>,
}

/// The stories.
#[derive(Debug, Clone, Serialize)]
pub struct StoriesView {
    /// All of them.
    pub stories: Vec<StoryCard>,
}

/// A story in a list.
#[derive(Debug, Clone, Serialize)]
pub struct StoryCard {
    /// Its page.
    pub link: Link,
    /// What it is about.
    pub summary: String,
    /// Where and when.
    pub where_when: String,
    /// Its first photo, if it has one.
    pub photo: Option<PhotoView>,
}

/// One story.
#[derive(Debug, Clone, Serialize)]
pub struct StoryView {
    /// What it is about.
    pub summary: String,
    /// Where and when.
    pub where_when: String,
    /// The text; figures carry their source.
    pub blocks: Vec<TextBlock<StoryFigure>>,
    /// The language of the text, if it is not the page's.
    pub text_lang: Option<String>,
    /// A sentence that says so.
    pub untranslated: Option<String>,
    /// The photos that do not stand in its text, to stand after it.
    pub photos: Vec<PhotoView>,
    /// The figures it uses, as numbered notes.
    pub notes: Vec<StoryNote>,
    /// The people it names, each with their role.
    pub people: Vec<Fact>,
    /// The indicators it speaks of.
    pub indicators: Vec<Link>,
    /// The sources it draws on.
    pub sources: Vec<Link>,
    /// The story before and after it.
    pub previous: Option<Link>,
    /// The story after it.
    pub next: Option<Link>,
}

/// A note under a story: where a figure comes from.
#[derive(Debug, Clone, Serialize)]
pub struct StoryNote {
    /// Its number in the text.
    pub number: usize,
    /// Its place on the page: `note-1`.
    pub anchor: String,
    /// The place in the text that it belongs to: `ref-1`.
    pub back: String,
    /// The indicator, linked to the figure.
    pub figure: Link,
    /// Period, value and qualifier, in words.
    pub text: String,
    /// The source, linked.
    pub source: TitledLink,
    /// Where in the source.
    pub locator: String,
}

/// The sources.
#[derive(Debug, Clone, Serialize)]
pub struct SourcesView {
    /// All of them, by date.
    pub sources: Vec<SourceCard>,
}

/// A source in a list.
#[derive(Debug, Clone, Serialize)]
pub struct SourceCard {
    /// Its page.
    pub link: Link,
    /// Publisher and date.
    pub about: String,
    /// How many figures, targets and checked claims come from it, in words; empty if none do.
    pub holds: String,
}

/// One source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Facts: publisher, date, number, language, where to read it.
    pub facts: Vec<Fact>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Its claims, checked.
    pub claims: Vec<ClaimView>,
    /// The targets it promises.
    pub targets: Vec<IndicatorRow>,
    /// The figures drawn from it.
    pub figures: Vec<ScopeFigure>,
    /// How many figures there are on all its pages.
    pub figure_count: usize,
    /// Its pages, if there are several.
    pub pages: Vec<PageLink>,
    /// Stories that draw on it.
    pub stories: Vec<Link>,
    /// The source before it, by date.
    pub previous: Option<Link>,
    /// The source after it.
    pub next: Option<Link>,
}

/// How verdicts are reached.
#[derive(Debug, Clone, Serialize)]
pub struct MethodsView {
    /// Sections: heading, anchor and paragraphs.
    pub sections: Vec<MethodSection>,
    /// Each status with its meaning and its count on this site.
    pub statuses: Vec<CountView>,
    /// Figures by use: as a floor, a cap, for reference.
    pub uses: Vec<Fact>,
    /// Why figures were left out, with counts.
    pub left_out: Vec<Fact>,
    /// Claims by outcome.
    pub claims: Vec<Fact>,
    /// Conflicts, as sentences.
    pub conflicts: Vec<String>,
}

/// A section of the methods page.
#[derive(Debug, Clone, Serialize)]
pub struct MethodSection {
    /// An id for links within the page.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// The search page: what the search program says, and where to look without it.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// Said when nothing was found.
    pub none: String,
    /// Said when one entry was found.
    pub one: String,
    /// Said when several were found; `%n` stands for how many.
    pub many: String,
    /// Said when a large index needs more characters.
    pub short: String,
    /// Said when the index could not be loaded.
    pub failed: String,
    /// The lists of the site.
    pub lists: Vec<Link>,
}

/// The data files.
#[derive(Debug, Clone, Serialize)]
pub struct DataView {
    /// Each file: what it holds, and its link.
    pub files: Vec<Fact>,
}
