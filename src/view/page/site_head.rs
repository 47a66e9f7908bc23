//! What stands around every page: the head and foot of the site, its languages, its menu.

use super::link::Link;
use super::parts::Fact;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A picture for previews of a page.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// Its path in the output.
    #[serde(skip)]
    pub path: String,
    /// Its absolute address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What is on it, in words, for those who do not see it.
    pub alt: String,
}

/// What all pages share.
#[derive(Debug, Clone, Serialize)]
pub struct SiteHead {
    /// The site's name.
    pub title: String,
    /// The part of its name before a colon, for the head of the page; the whole name if it has none.
    pub short_title: String,
    /// One sentence under the name; nothing if the site states none.
    pub tagline: Option<String>,
    /// Who publishes it; nothing if the site does not say.
    pub publisher: Option<String>,
    /// Terms of use; `href` is empty if they have no address. Nothing if the site does not say.
    pub licence: Option<Link>,
    /// The report date, written out.
    pub as_of: String,
    /// A sentence that says what the report date means.
    pub as_of_note: String,
    /// The site's languages, each with the link to this page in it; empty if there is only one.
    pub languages: Vec<LanguageView>,
    /// What a reader should know of this language's pages: that a program converted them. Nothing where none
    /// did.
    pub notice: Option<String>,
    /// The search page.
    pub search: Link,
    /// The page of what changed since the edition before; nothing if the site names none.
    pub changes: Option<Link>,
    /// The feed; nothing if the site does not know where it stands.
    pub feed: Option<Link>,
    /// Records of the site for its foot: who is responsible, registrations; empty if it states none.
    pub records: Vec<Fact>,
    /// The main menu, in the order in which it is shown.
    pub menu: Vec<MenuItem>,
    /// The address of the home page in this language.
    pub home: String,
    /// The address of the style sheet.
    pub stylesheet: String,
    /// The program's name and version, in words.
    pub generator: String,
    /// Words of the interface by name: `site.words.skip_to_content`. They are the same on all pages of a
    /// language.
    #[serde(skip)]
    pub words: Arc<BTreeMap<String, String>>,
}

/// A language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// Its name in itself: English.
    pub text: String,
    /// Its tag: `en`.
    pub lang: String,
    /// The address of this page in it.
    pub href: String,
    /// The same as an absolute address; nothing if the site does not know where it stands.
    pub url: Option<String>,
    /// True for the language of this page.
    pub current: bool,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// The words.
    pub text: String,
    /// The address.
    pub href: String,
    /// True if the page is the one it leads to, or belongs to it.
    pub current: bool,
}
