//! The stories: their list, and the page of one.

use super::figure::PhotoView;
use super::link::{Link, TitledLink};
use super::parts::Fact;
use crate::view::text::blocks::{StoryFigure, TextBlock};
use serde::Serialize;

/// The stories.
#[derive(Debug, Clone, Serialize)]
pub struct StoriesView {
    /// All of them; those of the home page come first.
    pub stories: Vec<StoryCard>,
}

/// A story in a list.
#[derive(Debug, Clone, Serialize)]
pub struct StoryCard {
    /// Its page.
    pub link: Link,
    /// What it is about, in one or two sentences.
    pub summary: String,
    /// Where and when; empty if the content says neither.
    pub where_when: String,
    /// Its first photo; nothing if it has none.
    pub photo: Option<PhotoView>,
}

/// One story.
#[derive(Debug, Clone, Serialize)]
pub struct StoryView {
    /// What it is about, in one or two sentences.
    pub summary: String,
    /// Where and when; empty if the content says neither.
    pub where_when: String,
    /// The text; words that state a figure carry the mark of a note.
    pub blocks: Vec<TextBlock<StoryFigure>>,
    /// The language of the text as a tag, if it is not the page's; else nothing.
    pub text_lang: Option<String>,
    /// A sentence that says so; nothing where the text is in the page's language.
    pub untranslated: Option<String>,
    /// The photos that do not stand in its text, to stand after it; empty if all do.
    pub photos: Vec<PhotoView>,
    /// Where the figures in the text come from, in the order of their numbers.
    pub notes: Vec<StoryNote>,
    /// The people it names, each with their role; empty if it names none.
    pub people: Vec<Fact>,
    /// The indicators it speaks of; empty if there are none.
    pub indicators: Vec<Link>,
    /// The sources it draws on; empty if there are none.
    pub sources: Vec<Link>,
    /// The story before it, by id; nothing on the first.
    pub previous: Option<Link>,
    /// The story after it; nothing on the last.
    pub next: Option<Link>,
}

/// A note under a story: where a figure comes from.
#[derive(Debug, Clone, Serialize)]
pub struct StoryNote {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Its id on the page: `note-1`.
    pub anchor: String,
    /// The id of the place in the text where its number stands first: `ref-1`.
    pub back: String,
    /// The indicator; leads to the figure's place on its page.
    pub figure: Link,
    /// Period, value and qualifier, in words.
    pub text: String,
    /// The source; leads to the figure's place on its page.
    pub source: TitledLink,
    /// Where in the source; empty if it is not said.
    pub locator: String,
    /// Where the document can be read: its address, or in words where a copy is kept; nothing if neither is known.
    pub original: Option<Fact>,
}
