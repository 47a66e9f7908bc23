//! Briefs: those that somebody wrote, and those that write themselves from the data.
//!
//! ```text
//! written ─► prose ─┐
//!                   ├─► writer (blocks in order, notes) ─► BriefView ─► HTML, PDF, DOCX
//! automatic ────────┘
//! ```

mod automatic;
pub(super) mod blocks;
mod frame;
mod list;
mod members;
mod prose;
mod results;
mod tables;
mod title;
mod writer;
mod written;

pub(super) use list::{all, card, card_of};
pub(super) use title::title;

use crate::locale::Locale;
use crate::view::brief::blocks::BriefView;
use crate::view::context::{LangContext, PageContext};
use crate::view::cross_refs::CrossRefs;
use crate::view::route::{BriefKey, Route};

/// Writes a brief; none if the report has nothing for it.
pub(super) fn brief(page_ctx: &PageContext<'_>, key: &BriefKey) -> Option<BriefView> {
    let mut view = match key {
        BriefKey::Written(id) => written::written(page_ctx, page_ctx.lang.report.briefs.get(id)?)?,
        _ => automatic::brief(page_ctx, key)?,
    };
    view.downloads = list::downloads(page_ctx, key);
    Some(view)
}

/// Some briefs in one language, as [`BriefKey`] names them; what the report has nothing for is left out.
pub fn briefs(index: &CrossRefs<'_>, locale: &Locale, keys: &[BriefKey]) -> Vec<(BriefKey, BriefView)> {
    let unmarked = locale.unmarked();
    let unmarked = LangContext::new(index, &unmarked, None);
    let ctx = LangContext::new(index, locale, Some(&unmarked));
    let brief = |key: &BriefKey| {
        let page_ctx = PageContext::at(&ctx, Route::Brief(key.clone()));
        Some((key.clone(), brief(&page_ctx, key)?))
    };
    keys.iter().filter_map(brief).collect()
}
