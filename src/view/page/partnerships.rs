//! Who assists whom: the tree of scopes, and the page of one.

use super::figure::ChartView;
use super::link::Link;
use super::parts::{Fact, IndicatorRow, PageLink, ScopeFigure};
use crate::view::brief::blocks::BriefCard;
use serde::Serialize;

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
