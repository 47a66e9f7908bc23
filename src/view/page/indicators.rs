//! The list of all indicators, and the lists of those that have something in common.

use super::figure::ChartView;
use super::parts::{IndicatorRow, PageLink};
use super::status::CountView;
use serde::Serialize;

/// All indicators.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorsView {
    /// All targets by status, without empty ones.
    pub counts: Vec<CountView>,
    /// The actions of the first plan as one drawing; nothing if there is nothing to draw.
    pub scorecard: Option<ChartView>,
    /// The indicators that are asked for year by year, a small plot each; nothing if something is known of too
    /// few of them, or there are more than fit.
    pub yearly: Option<ChartView>,
    /// Those that are judged, by action.
    pub judged: Vec<IndicatorGroup>,
    /// Those that are context, by task or place; empty if there are none.
    pub context: Vec<IndicatorGroup>,
}

/// A group in the list of indicators.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorGroup {
    /// Its name: that of an action, a task or a place.
    pub title: String,
    /// An id for links within the page.
    pub anchor: String,
    /// How many indicators it has.
    pub count: usize,
    /// The same in words.
    pub size: String,
    /// Their targets by status; empty for context.
    pub counts: Vec<CountView>,
    /// The address of its own page, if the whole list is too long for one; else nothing.
    pub href: Option<String>,
    /// Its indicators; empty if it has a page of its own.
    pub rows: Vec<IndicatorRow>,
}

/// Indicators that have something in common: an action, a place, a status.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// A sentence on what they have in common; nothing if the title says it.
    pub about: Option<String>,
    /// Those on this page.
    pub rows: Vec<IndicatorRow>,
    /// The pages of the list; empty if there is only one.
    pub pages: Vec<PageLink>,
}
