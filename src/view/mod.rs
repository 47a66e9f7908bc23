//! What a reader sees, before any HTML: the report and its evaluation in the words of one language.
//!
//! ```text
//! build, on_demand   every page of a site; one page when it is asked for
//!   head             around a page and beside the site: JSON-LD, social cards, feed, records
//!   pages            one file a kind of page
//!     brief          briefs, for all their formats
//!     results        the main indicators of a plan in one table
//!     charts         which chart, and its words
//!       wording      what is proven in words: verdicts, reasons, figures, headline, references
//!         context    the report in one language; a page and its links
//!           cross_refs   who refers to what; long lists cut into pages
//!             shown, route, page, text   statuses as shown; every address; what templates see
//! ```
//!
//! A file names only files below its own floor; a test looks for circles. The structs of [`page`] are plain and
//! serialisable; templates see nothing else.

mod brief;
mod build;
mod charts;
mod context;
mod cross_refs;
mod explain;
mod head;
mod on_demand;
mod page;
mod pages;
mod parts;
mod photos;
mod results;
mod route;
mod shown;
mod text;
#[allow(unreachable_pub, reason = "what is public there says what other rooms may take")]
mod wording;

pub use brief::blocks::{
    BriefBlock, BriefCard, BriefChart, BriefGroup, BriefNote, BriefTable, BriefView, BriefWords, BriefsView,
    Column, Imprint, ListItem,
};
pub use brief::briefs;
pub use build::{build, glyph_files, glyphs, paths};
pub use cross_refs::CrossRefs;
pub use explain::{ExplainedFigure, ExplainedTarget, Explanation, explain};
pub use on_demand::{Pages, with_pages};
pub use page::*;
pub use photos::photos;
pub use route::{Address, BriefKey, Route};
pub use text::blocks::{NoteMark, Run, StoryFigure, TextBlock, TextCell, TextItem};
