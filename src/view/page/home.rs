//! The home page.

use super::link::Link;
use super::parts::IndicatorCard;
use super::sources::SourceCard;
use super::status::{CountView, StatusView};
use super::stories::StoryCard;
use serde::Serialize;

/// The home page: what was promised, how it stands, and why not more is proven.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// The answer in one or two sentences; empty if there is no plan.
    pub lead: String,
    /// What was promised: sentences with the first plan, its period, its size and its sources. Empty if there
    /// is no plan.
    pub promise: Vec<String>,
    /// The first plan's page; nothing if there is no plan.
    pub plan: Option<Link>,
    /// The targets of the first plan by status, or all if there is no plan; in a fixed order, without empty
    /// ones.
    pub counts: Vec<CountView>,
    /// Number of these targets; wholes count once.
    pub total: usize,
    /// Up to three targets that are proven met.
    pub proven: Vec<FindingView>,
    /// The lists of all of them; empty if all are named here.
    pub proven_more: Vec<Link>,
    /// Up to three targets that are proven to be missed.
    pub missed: Vec<FindingView>,
    /// The lists of all of them; empty if all are named here.
    pub missed_more: Vec<Link>,
    /// Up to three targets that are not yet due and reached already, which the due day has to confirm.
    pub reached: Vec<FindingView>,
    /// The lists of all of them; empty if all are named here.
    pub reached_more: Vec<Link>,
    /// Up to three targets that are not yet due and behind the plan.
    pub behind: Vec<FindingView>,
    /// The lists of all of them; empty if all are named here.
    pub behind_more: Vec<Link>,
    /// Why the rest is open, one entry a reason.
    pub open: Vec<OpenReasonView>,
    /// True if each target is drawn as a square of its own; false where there are too many of them, which are better
    /// drawn as bars.
    pub has_squares: bool,
    /// Each action of the first plan with its counts.
    pub actions: Vec<ActionRow>,
    /// Where to go on: the plan's table, the stories, the briefs, the data. What is not there is left out.
    pub ways: Vec<Link>,
    /// The indicators that the site chose for its home page (`home: figures`), each with its chart.
    pub figures: Vec<IndicatorCard>,
    /// The stories that the site chose for its home page (`home: stories`).
    pub stories: Vec<StoryCard>,
    /// Further plans; empty if there is only one.
    pub other_plans: Vec<Link>,
    /// The latest sources, by date.
    pub sources: Vec<SourceCard>,
    /// The page of all sources.
    pub all_sources: Link,
    /// The page of the data files.
    pub data: Link,
}

/// A finding on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    /// The status.
    pub status: StatusView,
    /// The indicator's page.
    pub link: Link,
    /// What is proven, as a sentence.
    pub sentence: String,
}

/// Why targets are open.
#[derive(Debug, Clone, Serialize)]
pub struct OpenReasonView {
    /// The status that they share.
    pub status: StatusView,
    /// How many targets.
    pub count: usize,
    /// Why, in one sentence.
    pub why: String,
    /// The address of the list of all targets of this status; nothing where there is none.
    pub all: Option<String>,
}

/// An action in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ActionRow {
    /// Its page, with its full name.
    pub link: Link,
    /// Its number in the plan: 一, 5.
    pub number: String,
    /// How many tasks and targets, in words.
    pub size: String,
    /// Its targets by status; empty if it has none.
    pub counts: Vec<CountView>,
    /// Its targets one by one, those of the same status together; empty where they are drawn as bars.
    pub targets: Vec<TargetSquare>,
}

/// A target in a picture of all of them.
#[derive(Debug, Clone, Serialize)]
pub struct TargetSquare {
    /// How it stands.
    pub status: StatusView,
    /// Its name: indicator, time and status.
    pub name: String,
    /// The address of its verdict.
    pub href: String,
}
