//! sitemap.xml with hreflang alternates of each page, and robots.txt.

use crate::view::{PageView, Route};
use crate::xml::Xml;

/// Pages that nobody should land on from a search engine.
fn is_listed(page: &PageView) -> bool {
    !matches!(page.route, Route::NotFound | Route::Search | Route::Moved(..))
}

/// The sitemap of all pages; none if the site does not know where it stands.
pub(super) fn sitemap(pages: &[&PageView]) -> Option<Vec<u8>> {
    let mut xml = Xml::indented();
    let space = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    xml.open("urlset", &[space, ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    for page in pages.iter().filter(|page| is_listed(page)) {
        xml.open("url", &[]);
        xml.text("loc", page.canonical.as_ref()?);
        for other in &page.site.languages {
            let href = other.url.as_ref()?;
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", &other.lang), ("href", href)]);
        }
        xml.close("url");
    }
    xml.close("urlset");
    Some(xml.into_bytes())
}

/// Everything may be read; where the sitemap stands, if there is one.
pub(super) fn robots(sitemap: Option<&str>) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = sitemap {
        text.push_str("Sitemap: ");
        text.push_str(url);
        text.push('\n');
    }
    text.into_bytes()
}
