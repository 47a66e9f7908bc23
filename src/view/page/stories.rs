//! The stories: their list, and the page of one.

use super::figure::PhotoView;
use super::link::{Link, TitledLink};
use super::parts::Fact;
use crate::view::text::blocks::{StoryFigure, TextBlock};
use serde::Serialize;

/// The stories.
#[derive(Debug, Clone, Serialize)]
pub struct StoriesView {
    /// All of them.
    pub stories: Vec<StoryCard>,
}

/// A story in a list.
#[derive(Debug, Clone, Serialize)]
pub struct StoryCard {
    /// Its page.
    pub link: Link,
    /// What it is about.
    pub summary: String,
    /// Where and when.
    pub where_when: String,
    /// Its first photo, if it has one.
    pub photo: Option<PhotoView>,
}

/// One story.
#[derive(Debug, Clone, Serialize)]
pub struct StoryView {
    /// What it is about.
    pub summary: String,
    /// Where and when.
    pub where_when: String,
    /// The text; figures carry their source.
    pub blocks: Vec<TextBlock<StoryFigure>>,
    /// The language of the text, if it is not the page's.
    pub text_lang: Option<String>,
    /// A sentence that says so.
    pub untranslated: Option<String>,
    /// The photos that do not stand in its text, to stand after it.
    pub photos: Vec<PhotoView>,
    /// The figures it uses, as numbered notes.
    pub notes: Vec<StoryNote>,
    /// The people it names, each with their role.
    pub people: Vec<Fact>,
    /// The indicators it speaks of.
    pub indicators: Vec<Link>,
    /// The sources it draws on.
    pub sources: Vec<Link>,
    /// The story before and after it.
    pub previous: Option<Link>,
    /// The story after it.
    pub next: Option<Link>,
}

/// A note under a story: where a figure comes from.
#[derive(Debug, Clone, Serialize)]
pub struct StoryNote {
    /// Its number in the text.
    pub number: usize,
    /// Its place on the page: `note-1`.
    pub anchor: String,
    /// The place in the text that it belongs to: `ref-1`.
    pub back: String,
    /// The indicator, linked to the figure.
    pub figure: Link,
    /// Period, value and qualifier, in words.
    pub text: String,
    /// The source, linked.
    pub source: TitledLink,
    /// Where in the source.
    pub locator: String,
}
