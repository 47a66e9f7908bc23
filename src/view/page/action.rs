//! The page of an action.

use super::figure::ChartView;
use super::link::Link;
use super::parts::{IndicatorCard, IndicatorRow, TaskView};
use super::status::CountView;
use super::stories::StoryCard;
use crate::view::brief::blocks::BriefCard;
use serde::Serialize;

/// One action.
#[derive(Debug, Clone, Serialize)]
pub struct ActionView {
    /// Its number in the plan: 一, 5.
    pub number: String,
    /// What it promises; nothing if the content does not say.
    pub summary: Option<String>,
    /// The plan's page.
    pub plan: Link,
    /// Where it stands in the plan's document; nothing if the content does not say.
    pub place: Option<Link>,
    /// The units that its chapter names; empty if it names none.
    pub units: Vec<Link>,
    /// Its targets by status, without empty ones.
    pub counts: Vec<CountView>,
    /// Number of its targets; wholes count once.
    pub total: usize,
    /// A sentence on how it stands.
    pub lead: String,
    /// Its tasks.
    pub tasks: Vec<TaskView>,
    /// How far its indicators came, side by side; nothing if that is known of too few of them.
    pub attainment: Option<ChartView>,
    /// Its judged indicators, the first twenty of them.
    pub cards: Vec<IndicatorCard>,
    /// The rest of them, with how many in words; nothing if all are here.
    pub more: Option<Link>,
    /// Figures that bear on it without a target, the first twenty of them.
    pub context: Vec<IndicatorRow>,
    /// The lists of all of these, one a task; empty if all are here.
    pub context_lists: Vec<Link>,
    /// Stories that tell of its tasks.
    pub stories: Vec<StoryCard>,
    /// The brief that writes itself on it; nothing if one that somebody wrote has its name.
    pub brief: Option<BriefCard>,
    /// The action before it in the same plan; nothing on the first.
    pub previous: Option<Link>,
    /// The action after it; nothing on the last.
    pub next: Option<Link>,
}
