//! Stories in words: where and when, their plain text, the sources that they draw on.

use crate::model::{SourceId, Story, StoryId};
use crate::view::context::LangContext;

/// Where and when a story happened.
pub(in crate::view) fn where_when(ctx: &LangContext<'_>, story: &Story) -> String {
    let place = ctx.maybe(story.place.as_ref());
    let period = story.period.map(|period| ctx.locale.period(&period));
    match (place, period) {
        (Some(place), Some(period)) => ctx.say("story-where-when", &[("where", &place), ("when", &period)]),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// The sources a story draws on.
pub(in crate::view) fn sources<'a>(ctx: &LangContext<'a>, id: &StoryId) -> Vec<&'a SourceId> {
    ctx.refs
        .stories_from
        .iter()
        .filter(|(_, stories)| stories.contains(id))
        .map(|(source, _)| *source)
        .collect()
}
