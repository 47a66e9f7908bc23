//! The pages of the site's own: a text whose figures carry their sources, as in a story.

use crate::model::PageId;
use crate::view::context::PageContext;
use crate::view::page::{Body, TextPageView};
use crate::view::pages::bound_text::BoundReferences;
use crate::view::parts::{self, PageParts};
use crate::view::text::blocks::level_headings;
use crate::view::text::from_markup::TextBuilder;

/// Writes a page.
pub(in crate::view) fn page(page_ctx: &PageContext<'_>, id: &PageId) -> PageParts {
    let ctx = page_ctx.lang;
    let found = ctx.report.pages.get(id).and_then(|page| Some((page, ctx.text_of(&page.texts)?)));
    let Some((page, (lang, text))) = found else {
        return parts::not_found(page_ctx);
    };
    let references = BoundReferences::new(page_ctx, None, text, lang);
    let notes = references.notes.clone();
    let mut blocks = TextBuilder::new(&text.markup.blocks, references).blocks(&text.markup.blocks);
    level_headings(&mut blocks);
    // A text that no program converts stands as it is, and says so.
    let text_lang = (!ctx.locale.can_write(lang)).then(|| lang.as_str().to_owned());
    let summary = ctx.words(&page.summary).into_owned();
    let view = TextPageView {
        blocks,
        untranslated: text_lang.as_ref().map(|_| ctx.locale.word("story-untranslated")),
        text_lang,
        notes,
        summary: summary.clone(),
    };
    PageParts {
        title: ctx.words(&page.title).into_owned(),
        description: summary,
        crumbs: vec![page_ctx.home()],
        body: Body::Page(Box::new(view)),
    }
}
