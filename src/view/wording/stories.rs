//! Stories in words: where and when, their plain text, the sources that they draw on.

use crate::model::{BoundText, Lang, SourceId, Story, StoryId};
use crate::view::context::LangContext;
use std::collections::BTreeMap;

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

/// What the text of a story or a brief says, for the search.
pub(in crate::view) fn plain_text(
    ctx: &LangContext<'_>,
    texts: &BTreeMap<Lang, BoundText>,
) -> Option<String> {
    let (lang, text) = ctx.text_of(texts)?;
    Some(ctx.locale.converted(lang, &text.markup.plain_text()).into_owned())
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
