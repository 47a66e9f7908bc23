//! What a brief is called: the lines of its title, and the title in one line.

use crate::model::{Action, Plan};
use crate::view::context::{LangContext, PageContext};
use crate::view::route::BriefKey;
use crate::view::wording::references;

/// The title of a brief in one line.
pub(in crate::view) fn title(page_ctx: &PageContext<'_>, key: &BriefKey) -> String {
    match key {
        BriefKey::Written(id) => page_ctx
            .lang
            .report
            .briefs
            .get(id)
            .map(|brief| page_ctx.lang.locale.sentences(&references::lines_of(page_ctx, &brief.title)))
            .unwrap_or_default(),
        _ => subject(page_ctx, key).unwrap_or_default(),
    }
}

/// The title of a brief that writes itself, in one line.
fn subject(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<String> {
    Some(lines(page_ctx, key)?.join(&page_ctx.lang.locale.word("paper-title-space")))
}

/// The lines of its title.
pub(super) fn lines(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<Vec<String>> {
    let ctx = page_ctx.lang;
    let report = ctx.report;
    let (of, what) = match key {
        BriefKey::Written(_) => return None,
        BriefKey::Plan(id) => (&report.plans.get(id)?.title, "paper-title-plan"),
        BriefKey::Action(id) => (&action_of(ctx, id.as_str())?.1.title, "paper-title-action"),
        BriefKey::Partnership(id) => (&report.scopes.get(id)?.title, "paper-title-partnership"),
        BriefKey::Unit(id) => (&report.units.get(id)?.title, "paper-title-unit"),
    };
    Some(vec![ctx.words(of).into_owned(), ctx.locale.word(what)])
}

/// An action with its plan.
pub(super) fn action_of<'a>(ctx: &LangContext<'a>, id: &str) -> Option<(&'a Plan, &'a Action)> {
    ctx.report
        .plans
        .values()
        .flat_map(|plan| plan.actions.iter().map(move |action| (plan, action)))
        .find(|(_, action)| action.id.as_str() == id)
}
