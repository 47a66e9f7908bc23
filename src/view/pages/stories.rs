//! Stories: the list, and one page a story whose figures carry their sources.

use crate::model::{Bound, BoundText, IndicatorId, Story, StoryId};
use crate::view::context::PageContext;
use crate::view::page::{Body, Fact, StoriesView, StoryView};
use crate::view::pages::{bound_text, entries};
use crate::view::parts::{self, PageParts};
use crate::view::route::Route;
use crate::view::wording::stories;
use std::collections::BTreeSet;

/// Writes the list.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let report = page_ctx.lang.report;
    let first: Vec<&StoryId> = report.site.home.stories.iter().collect();
    let rest = report.stories.keys().filter(|id| !first.contains(id));
    let stories =
        first.iter().copied().chain(rest).filter_map(|id| entries::story_card(page_ctx, id)).collect();
    parts::plain(page_ctx, "page-stories", "about-stories", Body::Stories(StoriesView { stories }))
}

/// Writes a story's page.
pub(in crate::view) fn story(page_ctx: &PageContext<'_>, id: &StoryId) -> PageParts {
    let ctx = page_ctx.lang;
    let found = ctx.report.stories.get(id).and_then(|story| Some((story, ctx.text_of(&story.texts)?)));
    let Some((story, (lang, text))) = found else {
        return parts::not_found(page_ctx);
    };
    let ids: Vec<&StoryId> = ctx.report.stories.keys().collect();
    let at = ids.iter().position(|other| *other == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| ids.get(at)).map(|id| page_ctx.story(id));
    let shown = bound_text::parts(page_ctx, Some(story), (lang, text));
    let summary = ctx.words(&story.summary).into_owned();
    let view = StoryView {
        where_when: stories::where_when(ctx, story),
        blocks: shown.blocks,
        photos: shown.photos,
        untranslated: shown.untranslated,
        text_lang: shown.lang,
        notes: shown.notes,
        people: story
            .people
            .iter()
            .map(|person| Fact {
                name: ctx.locale.name(&person.name).into_owned(),
                text: ctx.words(&person.role).into_owned(),
                href: None,
            })
            .collect(),
        indicators: indicators(story, text)
            .into_iter()
            .filter_map(|id| ctx.report.indicators.get(id))
            .map(|one| page_ctx.indicator(one))
            .collect(),
        sources: stories::sources(ctx, id).into_iter().map(|source| page_ctx.source(source)).collect(),
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
        summary: summary.clone(),
    };
    PageParts {
        title: ctx.words(&story.title).into_owned(),
        description: summary,
        crumbs: vec![page_ctx.home(), page_ctx.link(&Route::Stories, ctx.locale.word("page-stories"))],
        body: Body::Story(Box::new(view)),
    }
}

/// The indicators a story names or uses.
fn indicators<'s>(story: &'s Story, text: &'s BoundText) -> BTreeSet<&'s IndicatorId> {
    let used = text.bound.values().flat_map(|bound| match bound {
        Bound::Figure(key) => vec![&key.indicator],
        Bound::Promise(id, _) | Bound::Verdict(id, _) | Bound::Chart(id) | Bound::Table(id) => vec![id],
        Bound::Computed(computation) => computation.formula.indicators(),
        Bound::PlanTable(_)
        | Bound::Source(_)
        | Bound::Task(_)
        | Bound::Story(_)
        | Bound::Page(_)
        | Bound::Photo(_) => Vec::new(),
    });
    story.indicators.iter().chain(used).collect()
}
