//! The pages of the site's own: a text whose figures carry their sources, as in a story.

use crate::model::PageId;
use crate::view::context::PageContext;
use crate::view::page::{Body, TextPageView};
use crate::view::pages::bound_text;
use crate::view::parts::{self, PageParts};

/// Writes a page.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>, id: &PageId) -> PageParts {
    let ctx = page_ctx.lang;
    let found = ctx.report.pages.get(id).and_then(|page| Some((page, ctx.text_of(&page.texts)?)));
    let Some((page, text)) = found else {
        return parts::not_found(page_ctx);
    };
    let text = bound_text::parts(page_ctx, None, text);
    let summary = ctx.words(&page.summary).into_owned();
    let view = TextPageView {
        blocks: text.blocks,
        untranslated: text.untranslated,
        text_lang: text.lang,
        notes: text.notes,
        summary: summary.clone(),
    };
    PageParts {
        title: ctx.words(&page.title).into_owned(),
        description: summary,
        crumbs: vec![page_ctx.home()],
        body: Body::Page(Box::new(view)),
    }
}
