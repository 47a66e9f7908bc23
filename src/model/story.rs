//! Case stories: who, where, when, and text bound to figures.

use super::{IndicatorId, Lang, Origin, Period, SourceId, StoryId, Text};
use crate::markup::Markup;
use std::collections::BTreeMap;

/// A case story.
#[derive(Debug, Clone)]
pub struct Story {
    /// The name of its folder.
    pub id: StoryId,
    /// Its title.
    pub title: Text,
    /// One or two sentences that stand for it in lists.
    pub summary: Text,
    /// Where it happened.
    pub place: Option<Text>,
    /// When it happened.
    pub period: Option<Period>,
    /// The indicators it speaks of.
    pub indicators: Vec<IndicatorId>,
    /// The sources it draws on.
    pub sources: Vec<SourceId>,
    /// The people it names.
    pub people: Vec<Person>,
    /// Its text in each language it is written in.
    pub texts: BTreeMap<Lang, StoryText>,
    /// Where it is written.
    pub origin: Origin,
}

/// A person named in a story.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name.
    pub name: String,
    /// In which role the story names them.
    pub role: Text,
    /// True for an official or business person in that public role.
    pub public: bool,
    /// Who agreed that a private person is named.
    pub consent: Option<String>,
}

/// The text of a story in one language.
#[derive(Debug, Clone)]
pub struct StoryText {
    /// The file's path.
    pub file: String,
    /// The parsed text.
    pub markup: Markup,
    /// Numbers bound to nothing that were looked at and accepted.
    pub silence: Vec<StoryNumberSilence>,
}

/// A number in a story that is no figure of the report.
#[derive(Debug, Clone)]
pub struct StoryNumberSilence {
    /// The number as it stands in the text.
    pub number: String,
    /// Why it needs no source.
    pub reason: String,
}
