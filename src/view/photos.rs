//! Responsive images: which pictures a site needs of its photos, and how a page shows one.

use crate::model::{Photo, Report, Story, StoryId};
use crate::photo::{self, PhotoOrder, Picture};
use crate::view::context::PageContext;
use crate::view::page::PhotoView;
use crate::view::route::Route;
use std::borrow::Cow;

/// The picture that browsers take which do not choose: its width in pixels, or the largest below it.
const USUAL: u32 = 960;

/// How wide a photo is shown, for browsers to choose a picture by: as the style sheet has it.
const IN_STORY: &str = "(min-width: 45rem) 42.5rem, calc(100vw - 2rem)";
const IN_CARD: &str = "(min-width: 42rem) 24rem, calc(100vw - 2rem)";

/// Every photo of the report with the pictures that pages show of it, whatever their language.
pub fn photos(report: &Report) -> Vec<PhotoOrder> {
    let orders = report.stories.values().flat_map(|story| {
        story.photos.iter().map(|photo| PhotoOrder {
            file: photo.file.clone(),
            kind: photo.kind,
            pictures: photo::widths(photo.width)
                .into_iter()
                .map(|width| Picture {
                    path: route(&story.id, photo, width).path(),
                    width,
                    height: photo::height_at(width, (photo.width, photo.height)),
                })
                .collect(),
            origin: photo.origin.clone(),
        })
    });
    orders.collect()
}

fn route(story: &StoryId, photo: &Photo, width: u32) -> Route {
    Route::Photo {
        story: story.clone(),
        photo: photo.id.clone(),
        width,
        mark: photo.mark.clone(),
        ending: photo::ending(photo.kind),
    }
}

/// A photo in its story. `alt` replaces its description, unless it is empty; the first photo of a page
/// is loaded at once, the others when they are near.
pub(in crate::view) fn in_story(
    page_ctx: &PageContext<'_>,
    story: &Story,
    photo: &Photo,
    alt: &str,
    first: bool,
) -> PhotoView {
    sized(page_ctx, story, photo, alt, IN_STORY, first)
}

/// The first photo of a story, for a card.
pub(in crate::view) fn in_card(page_ctx: &PageContext<'_>, story: &Story) -> Option<PhotoView> {
    Some(sized(page_ctx, story, story.photos.first()?, "", IN_CARD, false))
}

fn sized(
    page_ctx: &PageContext<'_>,
    story: &Story,
    photo: &Photo,
    alt: &str,
    sizes: &str,
    first: bool,
) -> PhotoView {
    let ctx = page_ctx.lang;
    let widths = photo::widths(photo.width);
    let address = |width: u32| page_ctx.address.link(&route(&story.id, photo, width));
    let usual = widths.iter().copied().filter(|width| *width <= USUAL).max().unwrap_or(photo.width);
    let alt = if alt.trim().is_empty() { ctx.words(&photo.alt) } else { Cow::Borrowed(alt.trim()) };
    PhotoView {
        src: address(usual),
        srcset: widths
            .iter()
            .map(|width| format!("{} {width}w", address(*width)))
            .collect::<Vec<_>>()
            .join(", "),
        sizes: sizes.to_owned(),
        width: usual,
        height: photo::height_at(usual, (photo.width, photo.height)),
        alt: alt.into_owned(),
        caption: ctx.maybe(photo.caption.as_ref()),
        credit: ctx.say("photo-credit", &[("who", &ctx.words(&photo.credit))]),
        loading: if first { "eager" } else { "lazy" },
    }
}
