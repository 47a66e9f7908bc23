//! The list of all indicators, and the lists of those that have something in common.

use super::figure::ChartView;
use super::parts::{IndicatorRow, PageLink};
use super::status::CountView;
use serde::Serialize;

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
