//! What a reader sees, before any HTML: the report and its evaluation in the words of one language.
//!
//! ```text
//! build ─► one function a kind of page ─► desk (words of a language) ─► index (report, evaluation, who refers to what)
//!                     │
//!                     ├─ verdicts, reasons, open, figures, headline  words for what is proven
//!                     ├─ lists                                  what belongs together, cut into pages
//!                     ├─ paper                                  briefs, for all their formats
//!                     ├─ charts, cards                          which chart, and its words; pictures for previews
//!                     └─ route                                  every address
//! ```
//!
//! The structs of [`page`] are plain and serialisable; templates see nothing else.

mod brief;
mod build;
mod cards;
mod charts;
mod context;
mod cross_refs;
mod explain;
mod feed;
mod figures;
mod headline;
mod home;
mod indicators;
mod json_ld;
mod lists;
mod methods;
mod open_reasons;
mod page;
mod pages;
mod partnerships;
mod photos;
mod plans;
pub mod prose;
mod reasons;
mod records;
mod references;
mod route;
mod search;
mod sources;
mod stories;
mod units;
mod verdicts;

pub use brief::{
    BriefBlock, BriefCard, BriefChart, BriefGroup, BriefKey, BriefNote, BriefTable, BriefView, BriefWords,
    BriefsView, Column, Imprint, ListItem, NoteMark, Run, briefs,
};
pub use build::{build, glyph_files, glyphs};
pub use cross_refs::CrossRefs;
pub use explain::{ExplainedFigure, ExplainedTarget, Explanation, explain};
pub use page::*;
pub use pages::{Pages, with_pages};
pub use photos::photos;
pub use route::{Address, Route};
