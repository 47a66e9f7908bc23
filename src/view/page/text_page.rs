//! A page of the site's own.

use super::stories::StoryNote;
use crate::view::text::blocks::{StoryFigure, TextBlock};
use serde::Serialize;

/// A page that somebody wrote: about the site, how to reach those behind it, how to read it.
#[derive(Debug, Clone, Serialize)]
pub struct TextPageView {
    /// What it is about, in one or two sentences.
    pub summary: String,
    /// The text; words that state a figure carry the mark of a note.
    pub blocks: Vec<TextBlock<StoryFigure>>,
    /// The language of the text as a tag, if it is not the page's; else nothing.
    pub text_lang: Option<String>,
    /// A sentence that says so; nothing where the text is in the page's language.
    pub untranslated: Option<String>,
    /// Where the figures in the text come from, in the order of their numbers.
    pub notes: Vec<StoryNote>,
}
