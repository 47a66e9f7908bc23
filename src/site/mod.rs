//! Rendering: views + theme (Tera templates) → the HTML files of the site, in memory.
//!
//! Templates see [`PageView`](crate::view::PageView) and nothing else. What stands in a template is HTML;
//! what comes from a view is escaped, except fields that end in `_html`.

mod context;
mod escape;
mod feed;
mod glyphs;
mod lower_css;
mod minify_css;
mod sitemap;
mod theme;

pub use theme::{Theme, taken};

use crate::diagnostic::{Diagnostic, Outcome};
use crate::tree::FileTree;
use crate::view::{BriefView, PageView, Route, SiteView};
use rayon::prelude::*;

/// Renders all pages of a site, given in each of its languages, and adds its drawings and the theme's assets.
///
/// A template that fails is a diagnostic of the theme; each is reported once, however many pages use it.
pub fn render(views: &[SiteView], theme: &Theme) -> Outcome<FileTree> {
    let pages: Vec<&PageView> = views.iter().flat_map(|view| &view.pages).collect();
    let rendered: Vec<Result<(String, String), Box<Diagnostic>>> = pages
        .par_iter()
        .map_with(None, |words, page| theme.page(page, words).map(|html| (page.path.clone(), html)))
        .collect();
    let mut files = FileTree::new();
    let mut faults = Vec::new();
    for one in rendered {
        match one {
            Ok((path, html)) => add(&mut files, path, html.into_bytes(), &mut faults),
            Err(found) => faults.push(*found),
        }
    }
    for (path, svg) in views.iter().flat_map(|view| &view.drawings) {
        add(&mut files, path.clone(), svg.clone().into_bytes(), &mut faults);
    }
    let map = sitemap::sitemap(&pages);
    let address = views.first().and_then(|view| view.feed.as_ref()).map(|feed| feed.home.clone());
    let where_map = address.filter(|_| map.is_some()).map(|home| format!("{home}sitemap.xml"));
    add(&mut files, "robots.txt".to_owned(), sitemap::robots(where_map.as_deref()), &mut faults);
    if let Some(map) = map {
        add(&mut files, "sitemap.xml".to_owned(), map, &mut faults);
    }
    for view in views {
        if let Some(feed) = &view.feed {
            add(&mut files, format!("{}{}", view.tree, Route::Feed.path()), feed::atom(feed), &mut faults);
        }
        for (name, script) in view.index.scripts() {
            let path = format!("{}{}", view.tree, Route::SearchScript(name).path());
            add(&mut files, path, script.into_bytes(), &mut faults);
        }
    }
    for (name, bytes) in theme.assets() {
        add(&mut files, Route::Asset(name).path(), bytes, &mut faults);
    }
    Outcome::judged(Some(files), faults)
}

/// The paths that two pages of a site want, found without rendering it.
pub fn taken_twice(paths: impl Iterator<Item = String>) -> Vec<Diagnostic> {
    let mut files = FileTree::new();
    paths.filter_map(|path| files.add(path, Vec::new()).err()).map(|path| taken(&path)).collect()
}

/// Renders one page, as [`render`] does.
///
/// # Errors
/// What is wrong with the template.
pub fn render_page(page: &PageView, theme: &Theme) -> Result<String, Box<Diagnostic>> {
    theme.page(page, &mut None)
}

/// A brief as a page of its own, with its style sheet in it and no link that leads into a site.
///
/// # Errors
/// What is wrong with the template.
pub fn brief(brief: &BriefView, theme: &Theme) -> Result<Vec<u8>, Box<Diagnostic>> {
    Ok(theme.brief(&brief.alone())?.into_bytes())
}

/// Two writers of one path are a fault of ours or of a theme, never a race.
fn add(files: &mut FileTree, path: String, bytes: Vec<u8>, faults: &mut Vec<Diagnostic>) {
    if let Err(path) = files.add(path, bytes) {
        faults.push(taken(&path));
    }
}

#[cfg(test)]
mod tests;
