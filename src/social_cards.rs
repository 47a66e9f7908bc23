//! Social cards (Open Graph preview images) as PNG: drawn, or taken from the last build where the drawing is the
//! same (a cache keyed by a digest of the SVG).
//!
//! A card that cannot be drawn is a warning, and its page goes without one of its own: a preview is not
//! worth a site.

use crate::chart::CARD_WIDTH;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Origin, Report};
use crate::raster::{Faces, RasterFault, is_of, legible, png};
use crate::tree::FileTree;
use crate::typeface::Unreadable;
use crate::view::{CardDrawing, CardView, Route, SiteView};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The pictures of all cards, by path, and what could not be drawn.
pub fn social_cards(
    views: &mut [SiteView],
    report: &Report,
    earlier: &FileTree,
) -> (Vec<(String, Vec<u8>)>, Vec<Diagnostic>) {
    let faces = OnceLock::new();
    let cards: Vec<CardDrawing> = views.iter_mut().flat_map(|view| std::mem::take(&mut view.cards)).collect();
    let made: Vec<(CardDrawing, Result<Vec<u8>, String>)> = cards
        .into_par_iter()
        .map(|card| {
            let kept = earlier.get(&card.path).filter(|picture| is_of(picture, &card.svg, CARD_WIDTH));
            let picture = kept.map_or_else(|| draw(&card.svg, &faces), |picture| Ok(picture.to_vec()));
            (card, picture)
        })
        .collect();
    let (mut pictures, mut failed) = (Vec::new(), Vec::new());
    for (card, picture) in made {
        match picture {
            Ok(picture) => pictures.push((card.path, picture)),
            Err(why) => failed.push((card, why)),
        }
    }
    let found = said(report, &failed);
    let failed: BTreeSet<String> = failed.into_iter().map(|(card, _)| card.path).collect();
    for view in views {
        without(view, &failed);
    }
    (pictures, found)
}

/// What could not be drawn of the cards of a site, found without drawing them.
pub fn undrawable(views: &mut [SiteView], report: &Report) -> Vec<Diagnostic> {
    let faces = OnceLock::new();
    let cards: Vec<CardDrawing> = views.iter_mut().flat_map(|view| std::mem::take(&mut view.cards)).collect();
    let looked = cards.into_par_iter().filter_map(|card| {
        let faces = faces.get_or_init(Faces::load).as_ref().map_err(Unreadable::to_string);
        let why =
            faces.and_then(|faces| legible(&card.svg, faces).map_err(|fault| fault.to_string())).err()?;
        Some((card, why))
    });
    said(report, &looked.collect::<Vec<_>>())
}

/// Cards that cannot be drawn, as warnings. The name of the site stands on all of them: what is wrong with it is said
/// once.
fn said(report: &Report, failed: &[(CardDrawing, String)]) -> Vec<Diagnostic> {
    let mut known = BTreeSet::new();
    let first = failed.iter().filter(|(_, why)| known.insert(why.as_str()));
    first
        .map(|(card, why)| {
            let message = format!("the picture for previews of this page cannot be drawn: {why}");
            Diagnostic::new(Code::NoPicture, origin(report, &card.route), message).hint(
                "write it with other characters, or have no pictures: \"og_images: false\" in site.yaml",
            )
        })
        .collect()
}

/// The picture of one card.
///
/// # Errors
/// Why there is none, in words.
pub fn picture(svg: &str) -> Result<Vec<u8>, String> {
    draw(svg, &OnceLock::new())
}

fn draw(svg: &str, faces: &OnceLock<Result<Faces, Unreadable>>) -> Result<Vec<u8>, String> {
    let faces = faces.get_or_init(Faces::load).as_ref().map_err(Unreadable::to_string)?;
    png(svg, CARD_WIDTH, faces).map_err(|fault: RasterFault| fault.to_string())
}

/// Pages whose card failed show the site's, if that did not.
fn without(view: &mut SiteView, failed: &BTreeSet<String>) {
    if failed.is_empty() {
        return;
    }
    let of_site: Option<CardView> = view
        .pages
        .iter()
        .find(|page| page.route == Route::Home)
        .and_then(|page| page.card.clone())
        .filter(|card| !failed.contains(&card.path));
    for page in &mut view.pages {
        if page.card.as_ref().is_some_and(|card| failed.contains(&card.path)) {
            page.card.clone_from(&of_site);
        }
    }
}

/// Where the words of a card are written.
fn origin(report: &Report, card: &Route) -> Origin {
    let of_page = match card {
        Route::IndicatorCard(id) => report.indicators.get(id).map(|indicator| &indicator.origin),
        Route::StoryCard(id) => report.stories.get(id).map(|story| &story.origin),
        _ => None,
    };
    of_page.unwrap_or(&report.site.origin).clone()
}
