//! Prose: the text of a story or a brief, from its Markdown tree to blocks of finished words.
//!
//! Stories show the blocks by their templates; briefs number and flatten them for paper. Neither writes markup here.

pub(super) mod blocks;
pub(super) mod from_markup;
