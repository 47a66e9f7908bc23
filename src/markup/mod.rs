//! Markdown text → a small immutable document tree with places in the file.

mod cjk;
mod front_matter;
mod reference;
mod target;

pub use cjk::is_cjk;
pub use front_matter::split_front_matter;
pub use reference::{FigureRef, RefFault, VerdictRef};
pub use target::{Target, TargetFault};
