//! The list of briefs, and one page a brief.

use crate::view::brief::blocks::{BriefGroup, BriefsView};
use crate::view::brief::{all, card};
use crate::view::context::PageContext;
use crate::view::page::Body;
use crate::view::parts::PageParts;
use crate::view::route::{BriefKey, Route};
use crate::view::{brief, parts};
/// Writes the page of a brief.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>, key: &BriefKey) -> PageParts {
    let ctx = page_ctx.lang;
    let Some(view) = brief::brief(page_ctx, key) else {
        return parts::not_found(page_ctx);
    };
    PageParts {
        title: brief::title(page_ctx, key),
        description: view.summary.clone(),
        crumbs: vec![page_ctx.home(), page_ctx.link(&Route::Briefs, ctx.locale.word("page-briefs"))],
        body: Body::Brief(Box::new(view)),
    }
}

/// Writes the list of all briefs.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let ctx = page_ctx.lang;
    let mut written = Vec::new();
    let mut groups: Vec<BriefGroup> = ["briefs-plans", "briefs-actions", "briefs-partnerships"]
        .into_iter()
        .map(|title| BriefGroup { title: ctx.locale.word(title), briefs: Vec::new() })
        .collect();
    for key in all(ctx) {
        let at = match &key {
            BriefKey::Written(_) => {
                written.push(card(page_ctx, &key));
                continue;
            }
            BriefKey::Plan(_) => 0,
            BriefKey::Action(_) => 1,
            BriefKey::Partnership(_) | BriefKey::Unit(_) => 2,
        };
        groups[at].briefs.push(card(page_ctx, &key));
    }
    groups.retain(|group| !group.briefs.is_empty());
    parts::plain(page_ctx, "page-briefs", "about-briefs", Body::Briefs(BriefsView { written, groups }))
}
