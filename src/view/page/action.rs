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
