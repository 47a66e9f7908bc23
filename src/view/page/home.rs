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
