//! shanhai: a plan, reported figures and stories in; a judged public report out.
//!
//! ```text
//! read      disk → FileTree                                   (effects)
//! load      FileTree → Outcome<Report>
//! evaluate  &Report, as_of → Evaluation
//! view      report + evaluation + locale → SiteView
//! draw      ChartSpec → SVG
//! picture   SiteView → pictures of its cards
//! develop   photos → pictures
//! print     BriefView → PDF, DOCX
//! render    SiteView + Theme → Outcome<FileTree>
//! write     FileTree → disk                                   (effects)
//! ```
//!
//! [`pipeline`] composes the phases; `docs/architecture.md` says which room may name which.

pub mod brief;
pub mod changes;
pub mod chart;
pub mod cli;
pub mod code_points;
#[allow(unreachable_pub, reason = "what is public there says what other rooms may take")]
pub mod computed;
pub mod conflict_diagnostics;
pub mod diagnostic;
pub mod digest;
pub mod disk;
pub mod escape;
#[allow(unreachable_pub, reason = "what is public there says what other rooms may take")]
pub mod evaluate;
pub mod exchange;
pub mod load;
pub mod locale;
pub mod markup;
pub mod model;
pub mod photo;
pub mod pipeline;
pub mod preview;
pub mod rename;
pub mod requests;
#[cfg(feature = "faces")]
pub mod social_cards;

pub mod lang_marks;
#[cfg(feature = "faces")]
pub mod raster;
pub mod search;
pub mod site;
pub mod tree;
pub mod typeface;
pub mod view;
pub mod xml;
pub mod yaml;
