//! Who assists whom: the tree of scopes, and the page of one.

use super::figure::ChartView;
use super::link::Link;
use super::parts::{Fact, IndicatorRow, PageLink, ScopeFigure};
use crate::view::brief::blocks::BriefCard;
use serde::Serialize;

/// Who assists whom.
#[derive(Debug, Clone, Serialize)]
pub struct PartnershipsView {
    /// Who assists whom as one drawing; nothing if there are no pairs to draw.
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
    /// A sentence on it; nothing if the content does not say, or on a further page.
    pub about: Option<String>,
    /// Facts: what it is, who assists, who is assisted, part of, source. What is not known is left out; empty
    /// on a further page.
    pub facts: Vec<Fact>,
    /// The scopes directly inside; empty on a further page.
    pub children: Vec<Link>,
    /// What is known of each place directly inside, as one drawing; nothing if there is nothing to draw, or on
    /// a further page.
    pub places: Option<ChartView>,
    /// Verdicts on targets of this scope, members of wholes among them.
    pub verdicts: Vec<IndicatorRow>,
    /// Figures of this scope: those of this page.
    pub figures: Vec<ScopeFigure>,
    /// How many figures there are on all its pages.
    pub figure_count: usize,
    /// All of them as a table for spreadsheets (CSV); nothing if there are none.
    pub csv: Option<Link>,
    /// Its pages; empty if there is only one.
    pub pages: Vec<PageLink>,
    /// Stories that use its figures; empty on a further page.
    pub stories: Vec<Link>,
    /// The brief on it; nothing if it is no pairing, little is known of it, or on a further page.
    pub brief: Option<BriefCard>,
    /// The scope before it in the tree; nothing on the first.
    pub previous: Option<Link>,
    /// The scope after it in the tree; nothing on the last.
    pub next: Option<Link>,
}
