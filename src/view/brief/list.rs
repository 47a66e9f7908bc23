//! Which briefs there are, and each as an entry of a list.

use super::title::title;
use crate::model::{ScopeId, ScopeKind};
use crate::view::brief::blocks::BriefCard;
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::CrossRefs;
use crate::view::page::link::Link;
use crate::view::route::{BriefKey, Route};
use std::cmp::Reverse;

/// As many figures at least are told of a scope for which nothing was promised.
const ENOUGH: usize = 3;

/// True if enough is known of a scope to fill a page: something was promised for it, or several figures
/// were reported.
fn has_matter(ctx: &LangContext<'_>, id: &ScopeId) -> bool {
    let CrossRefs { targets, figures, .. } = ctx.refs;
    !targets.in_scope.get(id).is_empty() || figures.in_scope.get(id).len() >= ENOUGH
}

/// Every brief of the site: those that were written and are published, the newest first, and one for each plan, action
/// and pairing of which enough is known. One that was written keeps its name.
pub(in crate::view) fn all(ctx: &LangContext<'_>) -> Vec<BriefKey> {
    let report = ctx.report;
    let mut written: Vec<_> = report.briefs.values().collect();
    written.sort_by_key(|brief| Reverse(brief.date.unwrap_or(ctx.evaluation.as_of)));
    let mut keys: Vec<BriefKey> = written.into_iter().map(|one| BriefKey::Written(one.id.clone())).collect();
    keys.extend(report.plans.keys().cloned().map(BriefKey::Plan));
    keys.extend(
        report.plans.values().flat_map(|plan| &plan.actions).map(|one| BriefKey::Action(one.id.clone())),
    );
    keys.extend(report.scopes.iter().map(|scope| BriefKey::Partnership(scope.id.clone())));
    keys.retain(|key| exists(ctx, key));
    keys
}

/// The brief with its files, for the page of what it is about.
pub(in crate::view) fn card_of(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<BriefCard> {
    exists(page_ctx.lang, key).then(|| card(page_ctx, key))
}

/// A brief in a list.
pub(in crate::view) fn card(page_ctx: &PageContext<'_>, key: &BriefKey) -> BriefCard {
    let ctx = page_ctx.lang;
    let link = page_ctx.link(&Route::Brief(key.clone()), title(page_ctx, key));
    let (about, summary) = match key {
        BriefKey::Written(id) => ctx.report.briefs.get(id).map_or_else(Default::default, |brief| {
            let day = ctx.locale.day(brief.date.unwrap_or(ctx.evaluation.as_of));
            let issue = brief.issue.map(|n| ctx.say("paper-issue", &[("n", &n.to_string())]));
            let about = issue.into_iter().chain([day]).collect::<Vec<_>>();
            (about.join(&ctx.locale.word("clause-separator")), ctx.words(&brief.summary).into_owned())
        }),
        _ => Default::default(),
    };
    BriefCard { link, about, summary, downloads: downloads(page_ctx, key) }
}

/// True for a brief that has a page: one that was written, unless it is kept off the site, keeps its name, whatever would
/// write itself under it; of a place, and of a pairing or programme of which nothing is known, there is none.
pub(super) fn exists(ctx: &LangContext<'_>, key: &BriefKey) -> bool {
    let report = ctx.report;
    let matter = match key {
        BriefKey::Written(id) => return report.briefs.get(id).is_some_and(|one| one.published),
        BriefKey::Plan(_) | BriefKey::Action(_) => true,
        BriefKey::Partnership(id) => {
            report
                .scopes
                .get(id)
                .is_some_and(|scope| matches!(scope.kind, ScopeKind::Partnership | ScopeKind::Programme))
                && has_matter(ctx, id)
        }
        BriefKey::Unit(_) => false,
    };
    let name = key.name();
    matter && !report.briefs.values().any(|written| written.published && written.id.as_str() == name)
}

/// The files of a brief.
pub(in crate::view) fn downloads(page_ctx: &PageContext<'_>, key: &BriefKey) -> Vec<Link> {
    let link = |ending: &'static str| {
        let word = page_ctx.lang.locale.word(&format!("download-{ending}"));
        page_ctx.link(&Route::BriefFile(key.clone(), ending), word)
    };
    key.formats().map(link).collect()
}
