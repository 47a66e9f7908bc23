//! Case stories: who, where, when, and text bound to figures.

use super::{
    Alias, Computation, FigureKey, IndicatorId, Lang, Origin, PageId, Period, Photo, PhotoId, PlanId,
    SourceId, StoryId, TargetId, TaskRef, Text,
};
use crate::markup::Markup;
use std::{collections::BTreeMap, sync::Arc};

/// A case story.
#[derive(Debug, Clone)]
pub struct Story {
    /// The name of its folder.
    pub id: StoryId,
    /// The ids that it had before.
    pub aliases: Vec<Alias<StoryId>>,
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
    /// The photos beside it, in the order in which it names them.
    pub photos: Vec<Photo>,
    /// Its text in each language it is written in.
    pub texts: BTreeMap<Lang, BoundText>,
    /// Where it is written.
    pub origin: Origin,
}

/// A person named in a story.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name.
    pub name: Text,
    /// In which role the story names them.
    pub role: Text,
    /// True for an official or business person in that public role.
    pub public: bool,
    /// Who agreed that a private person is named.
    pub consent: Option<String>,
}

/// The text of a story or brief in one language.
#[derive(Debug, Clone)]
pub struct BoundText {
    /// The file's path.
    pub file: String,
    /// The parsed text.
    pub markup: Arc<Markup>,
    /// What each of its references leads to, by the byte at which the link or image begins.
    pub bound: BTreeMap<usize, Bound>,
}

/// What a reference in a text leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A figure.
    Figure(FigureKey),
    /// What was promised.
    Promise(IndicatorId, TargetId),
    /// How a target stands.
    Verdict(IndicatorId, TargetId),
    /// Something computed.
    Computed(Box<Computation>),
    /// An indicator's chart.
    Chart(IndicatorId),
    /// An indicator's table.
    Table(IndicatorId),
    /// The table of a plan's main indicators.
    PlanTable(PlanId),
    /// A source.
    Source(SourceId),
    /// A task.
    Task(TaskRef),
    /// Another story.
    Story(StoryId),
    /// A page of the site's own.
    Page(PageId),
    /// A photo beside this story.
    Photo(PhotoId),
}
