//! What a page is before its head is added, and pages that say no more than a message.

use crate::view::context::PageContext;
use crate::view::page::Body;
use crate::view::page::link::Link;
/// What a page is before its head is added: title, description, crumbs and body.
pub(in crate::view) struct PageParts {
    pub title: String,
    pub description: String,
    pub crumbs: Vec<Link>,
    pub body: Body,
}

/// A page whose title and description are messages.
pub(in crate::view) fn plain(page_ctx: &PageContext<'_>, title: &str, about: &str, body: Body) -> PageParts {
    PageParts {
        title: page_ctx.lang.locale.word(title),
        description: page_ctx.lang.locale.word(about),
        crumbs: vec![page_ctx.home()],
        body,
    }
}

/// The page for what does not exist.
pub(in crate::view) fn not_found(page_ctx: &PageContext<'_>) -> PageParts {
    plain(page_ctx, "page-not-found", "about-not-found", Body::NotFound)
}
