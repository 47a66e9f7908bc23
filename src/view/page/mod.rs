//! The template contract: what a reader sees, as plain structs of finished words, one for each kind of page.
//! `docs/templates.md` is written from their doc comments.
//!
//! Every text is in the page's language, every link is relative to the page, every number is written
//! out. A field that ends in `_html` holds markup that is safe to put in a page as it is; everything
//! else is text, and the templates escape it. [`files`] is what a site has beside its pages.

mod action;
mod changes;
mod data;
pub(in crate::view) mod figure;
mod files;
mod frame;
mod home;
mod indicator;
mod indicators;
pub(in crate::view) mod link;
mod matrix;
mod methods;
mod moved;
mod partnerships;
mod parts;
mod plan;
mod results;
mod search;
mod site_head;
mod sources;
mod status;
mod stories;
mod text_page;
mod units;

pub use action::ActionView;
pub use changes::{ChangeGroup, ChangeRow, ChangesView};
pub use data::DataView;
pub use figure::{ChartView, PhotoView, TableCell};
pub use files::{CardDrawing, ChartTable, FeedEntry, FeedView, SiteView};
pub use frame::{Body, PageView};
pub use home::{ActionRow, FindingView, HomeView, OpenReasonView, TargetSquare};
pub use indicator::{
    FigureView, HeroStand, HeroView, IndicatorView, StandingsCell, StandingsRow, StandingsView, TrendView,
    VerdictView,
};
pub use indicators::{IndicatorGroup, IndicatorsView, ListView};
pub use link::{Link, TitledLink};
pub use matrix::{MatrixCell, MatrixRow, MatrixView};
pub use methods::{MethodSection, MethodsView};
pub use moved::MovedView;
pub use partnerships::{PartnershipView, PartnershipsView, ScopeNode};
pub use parts::{
    ClaimView, Fact, IndicatorCard, IndicatorRow, PageLink, ScopeFigure, TaskIndicatorView, TaskView,
};
pub use plan::{FilterView, PlanActionView, PlanView, StatusFilter};
pub use results::{
    ResultsAsked, ResultsFigure, ResultsGroupView, ResultsHead, ResultsRowView, ResultsStand, ResultsView,
};
pub use search::SearchView;
pub use site_head::{CardView, LanguageView, MenuItem, SiteHead};
pub use sources::{SourceCard, SourceView, SourcesView};
pub use status::{CountView, StatusView, VerdictLine};
pub use stories::{StoriesView, StoryCard, StoryNote, StoryView};
pub use text_page::TextPageView;
pub use units::{UnitRow, UnitView, UnitsView};
