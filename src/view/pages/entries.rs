//! Entries of lists: an indicator as a row or with its chart, a story.

use crate::model::{Indicator, StoryId};
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::groups::{Group, Heading};
use crate::view::cross_refs::lists::TargetsOf;
use crate::view::page::{IndicatorCard, IndicatorRow, StoryCard};
use crate::view::wording::headline::headline;
use crate::view::wording::{reasons, stories, verdicts};
use crate::view::{charts, photos};

/// An indicator in a list: its verdicts, or for context its first figures.
pub(in crate::view) fn indicator_row(page_ctx: &PageContext<'_>, indicator: &Indicator) -> IndicatorRow {
    if indicator.targets.is_empty() {
        return context_row(page_ctx, indicator);
    }
    IndicatorRow {
        anchor: None,
        link: page_ctx.indicator(indicator),
        verdicts: verdicts::lines_in_short(page_ctx, indicator),
        figures: Vec::new(),
    }
}

/// An indicator without targets in a list.
pub(in crate::view) fn context_row(page_ctx: &PageContext<'_>, indicator: &Indicator) -> IndicatorRow {
    const SHOWN: usize = 4;
    let ctx = page_ctx.lang;
    // The latest that stand; earlier ones and what was replaced are on the indicator's page.
    let mut shown: Vec<usize> =
        (0..indicator.actuals.len()).filter(|at| indicator.actuals[*at].superseded_by.is_none()).collect();
    shown.sort_by_key(|at| indicator.actuals[*at].time.end());
    let figures = shown[shown.len().saturating_sub(SHOWN)..]
        .iter()
        .copied()
        .map(|index| reasons::figure(ctx, indicator, index, &indicator.scope))
        .collect();
    IndicatorRow { anchor: None, link: page_ctx.indicator(indicator), verdicts: Vec::new(), figures }
}

/// Some targets of an indicator as a row of a list.
pub(in crate::view) fn targets_row(
    page_ctx: &PageContext<'_>,
    (indicator, targets): &TargetsOf<'_>,
) -> IndicatorRow {
    let judged = page_ctx.lang.judged(&indicator.id);
    let lines = targets
        .iter()
        .filter_map(|at| {
            let (target, verdict) = (indicator.targets.get(*at)?, judged.verdicts.get(*at)?);
            Some(verdicts::line(page_ctx, indicator, target, verdict))
        })
        .collect();
    IndicatorRow {
        anchor: None,
        link: page_ctx.indicator(indicator),
        verdicts: verdicts::in_short(page_ctx.lang, lines),
        figures: Vec::new(),
    }
}

/// An indicator as a card with its chart, as long as the charts of the page stay light; `drawn` counts
/// their bytes. Without its chart a card has the verdicts in words.
pub(in crate::view) fn indicator_card(
    page_ctx: &PageContext<'_>,
    indicator: &Indicator,
    drawn: &mut usize,
) -> IndicatorCard {
    const LIGHT: usize = 30_000;
    let chart = charts::of(page_ctx, indicator).filter(|chart| *drawn + chart.svg_html.len() <= LIGHT);
    *drawn += chart.as_ref().map_or(0, |chart| chart.svg_html.len());
    IndicatorCard {
        link: page_ctx.indicator(indicator),
        sentence: headline(page_ctx.lang, indicator),
        verdicts: verdicts::lines_in_short(page_ctx, indicator),
        chart,
    }
}

/// A story in a list.
pub(in crate::view) fn story_card(page_ctx: &PageContext<'_>, id: &StoryId) -> Option<StoryCard> {
    let story = page_ctx.lang.report.stories.get(id)?;
    Some(StoryCard {
        link: page_ctx.story(id),
        summary: page_ctx.lang.words(&story.summary).into_owned(),
        where_when: stories::where_when(page_ctx.lang, story),
        photo: photos::in_card(page_ctx, story),
    })
}

/// The heading in the words of a language.
pub(in crate::view) fn group_title(group: &Group<'_>, ctx: &LangContext<'_>) -> String {
    match group.heading {
        Heading::Action(action) => ctx.words(&action.title).into_owned(),
        Heading::Task(_, task, _) => {
            ctx.say("group-context-of-task", &[("number", &task.number), ("title", &ctx.words(&task.title))])
        }
        Heading::Scope(scope, _) => ctx.scope(scope),
    }
}
