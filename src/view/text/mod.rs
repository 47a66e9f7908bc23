//! Prose: the text of a story or a brief, from its Markdown tree to blocks of finished words.
//!
//! Stories show the blocks by their templates; briefs number and flatten them for paper. Neither writes markup here.

mod blocks;
mod from_markup;

pub use blocks::{NoteMark, Run, StoryFigure, TextBlock, TextCell, TextItem};

pub(super) use from_markup::{BoundLink, References, TextBuilder};
