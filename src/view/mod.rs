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

mod bound;
mod build;
mod cards;
mod charts;
mod desk;
mod explain;
mod feed;
mod figures;
mod headline;
mod home;
mod index;
mod indicators;
mod linked;
mod lists;
mod methods;
mod open;
mod page;
mod pages;
mod paper;
mod partnerships;
mod photos;
mod plans;
pub mod prose;
mod reasons;
mod records;
mod route;
mod search;
mod sources;
mod stories;
mod trends;
mod units;
mod verdicts;

pub use build::{build, glyph_files, glyphs};
pub use explain::{ExplainedFigure, ExplainedTarget, Explanation, explain};
pub use index::Index;
pub use page::*;
pub use pages::{Pages, with_pages};
pub use paper::{
    BriefCard, BriefGroup, BriefKey, BriefView, BriefsView, Column, Imprint, ListItem, NoteMark, PaperBlock,
    PaperChart, PaperNote, PaperTable, PaperWords, Run, briefs,
};
pub use photos::photos;
pub use route::{Address, Route};
