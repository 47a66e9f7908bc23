//! The theme: built-in templates, style sheet and assets, and the files of a theme folder that override
//! them one by one.

use super::context::Plain;
use super::lower_css::lowered;
use super::minify_css::minified;
use super::{escape, glyphs};
use crate::chart::{page_css, paper_css};
use crate::diagnostic::{Code, Diagnostic, Origin};
use crate::tree::{FileTree, PathTaken};
use crate::view::{BriefView, PageView};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, ErrorKind, Tera, Value};

/// The built-in templates.
const TEMPLATES: [(&str, &str); 29] = [
    ("text.html", include_str!("theme/templates/text.html")),
    ("sheet.html", include_str!("theme/templates/sheet.html")),
    ("brief.html", include_str!("theme/templates/brief.html")),
    ("brief_alone.html", include_str!("theme/templates/brief_alone.html")),
    ("briefs.html", include_str!("theme/templates/briefs.html")),
    ("search.html", include_str!("theme/templates/search.html")),
    ("base.html", include_str!("theme/templates/base.html")),
    ("components.html", include_str!("theme/templates/components.html")),
    ("home.html", include_str!("theme/templates/home.html")),
    ("plan.html", include_str!("theme/templates/plan.html")),
    ("indicators.html", include_str!("theme/templates/indicators.html")),
    ("list.html", include_str!("theme/templates/list.html")),
    ("action.html", include_str!("theme/templates/action.html")),
    ("indicator.html", include_str!("theme/templates/indicator.html")),
    ("partnerships.html", include_str!("theme/templates/partnerships.html")),
    ("partnership.html", include_str!("theme/templates/partnership.html")),
    ("units.html", include_str!("theme/templates/units.html")),
    ("unit.html", include_str!("theme/templates/unit.html")),
    ("stories.html", include_str!("theme/templates/stories.html")),
    ("page.html", include_str!("theme/templates/page.html")),
    ("story.html", include_str!("theme/templates/story.html")),
    ("sources.html", include_str!("theme/templates/sources.html")),
    ("source.html", include_str!("theme/templates/source.html")),
    ("methods.html", include_str!("theme/templates/methods.html")),
    ("changes.html", include_str!("theme/templates/changes.html")),
    ("data.html", include_str!("theme/templates/data.html")),
    ("moved.html", include_str!("theme/templates/moved.html")),
    ("not_found.html", include_str!("theme/templates/not_found.html")),
    ("tasks.html", include_str!("theme/templates/tasks.html")),
];

/// The built-in assets; the style sheet is put together from several parts.
const TOKENS: &str = include_str!("theme/tokens.css");
const STYLE: &str = include_str!("theme/style.css");
const BRIEF: &str = include_str!("theme/brief.css");
const SEARCH: &str = include_str!("theme/search.js");
const FAVICON: &str = include_str!("theme/favicon.svg");

/// Words as a view has them, and as templates want them.
pub(super) type SharedWords = (Arc<BTreeMap<String, String>>, Value);

/// Templates compiled, assets at hand.
pub struct Theme {
    tera: Tera,
    assets: BTreeMap<String, Vec<u8>>,
    /// The drawings of the statuses' glyphs, by id.
    glyphs: Vec<(String, String)>,
    /// The files of the theme folder, to point at when one of them is wrong.
    own: BTreeMap<String, OwnTemplate>,
}

/// What the template of a brief that stands alone gets, with `glyphs` besides.
#[derive(Serialize)]
struct BriefAlone<'a> {
    /// The language of the brief, as a tag: `zh-Hans`.
    lang: &'a str,
    /// Its title in one line.
    title: &'a str,
    /// The style sheet of briefs as text, to stand in a style element: there is no file beside it.
    style: String,
    /// The program's name and version.
    generator: String,
    /// The brief; no link in it leads into the site.
    body: &'a BriefView,
}

/// A template of the theme folder.
struct OwnTemplate {
    path: Arc<str>,
    /// As written.
    text: Arc<str>,
    /// As the engine has it.
    plain: Plain,
}

impl OwnTemplate {
    fn new(path: &str, text: &str) -> Self {
        Self { path: Arc::from(path), text: Arc::from(text), plain: Plain::new(text) }
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("assets", &self.assets.keys()).finish_non_exhaustive()
    }
}

impl Theme {
    /// The built-in theme with the files of a theme folder laid over it: `templates/<name>.html` replaces a
    /// template, `tokens.css`, `style.css` and `brief.css` replace a part of the style sheets, `extra.css` is added to
    /// the first, `assets/…` are copied.
    ///
    /// # Errors
    /// Every file of the folder that is not one of these, and the first template that does not compile.
    pub fn new(files: &FileTree) -> Result<Self, Vec<Diagnostic>> {
        let mut templates: BTreeMap<String, String> =
            TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let (mut tokens, mut style, mut extra) = (TOKENS.to_owned(), STYLE.to_owned(), String::new());
        let mut brief = BRIEF.to_owned();
        let mut assets = BTreeMap::from([
            ("favicon.svg".to_owned(), FAVICON.as_bytes().to_vec()),
            ("search.js".to_owned(), SEARCH.as_bytes().to_vec()),
        ]);
        let mut own = BTreeMap::new();
        let mut faults = Vec::new();
        for (path, bytes) in files.iter() {
            // What counts is where a file stands in its theme: below themes/<name>/.
            let below = path.splitn(3, '/').nth(2).unwrap_or(path);
            if below.split('/').any(|part| part.starts_with('.')) {
                continue;
            }
            if let Some(name) = below.strip_prefix("assets/") {
                assets.insert(name.to_owned(), bytes.to_vec());
                continue;
            }
            let Ok(text) = std::str::from_utf8(bytes) else {
                faults.push(fault(path, "this file of the theme is not UTF-8 text", "save it as UTF-8"));
                continue;
            };
            match below {
                "tokens.css" => text.clone_into(&mut tokens),
                "style.css" => text.clone_into(&mut style),
                "extra.css" => text.clone_into(&mut extra),
                "brief.css" => text.clone_into(&mut brief),
                "README.md" => {}
                _ => match below.strip_prefix("templates/").filter(|name| templates.contains_key(*name)) {
                    Some(name) => {
                        own.insert(name.to_owned(), OwnTemplate::new(path, text));
                        templates.insert(name.to_owned(), text.to_owned());
                    }
                    None => faults.push(fault(
                        path,
                        "this file has no place in a theme: it replaces nothing",
                        "a theme has templates/, assets/, tokens.css, style.css, brief.css and extra.css",
                    )),
                },
            }
        }
        let sheet = format!("{}\n{tokens}\n{style}\n{extra}", page_css());
        assets.insert("style.css".to_owned(), sent(&sheet).into_bytes());
        let brief = format!("{brief}\n{}", paper_css(".sheet"));
        assets.insert("brief.css".to_owned(), sent(&brief).into_bytes());
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        tera.set_escape_fn(escape::words);
        tera.register_filter("plain", escape::plain);
        let templates = templates.into_iter().map(|(name, text)| (name, Plain::new(&text).text));
        if let Err(error) = tera.add_raw_templates(templates) {
            faults.push(located(&error, &own));
        }
        if faults.is_empty() {
            Ok(Self { tera, assets, glyphs: crate::view::glyphs(), own })
        } else {
            Err(faults)
        }
    }

    /// Renders a page. The words of the interface are the same on all pages of a language: `words` keeps
    /// them, as the templates want them, from one page to the next.
    ///
    /// # Errors
    /// What is wrong with the template, at its place if it is the theme folder's.
    pub(super) fn page(
        &self,
        page: &PageView,
        words: &mut Option<SharedWords>,
    ) -> Result<String, Box<Diagnostic>> {
        let mut context =
            Context::from_serialize(page).map_err(|error| Box::new(located(&error, &self.own)))?;
        let shared = match words.take() {
            Some(known) if Arc::ptr_eq(&known.0, &page.site.words) => known,
            _ => (Arc::clone(&page.site.words), Value::from_serializable(page.site.words.as_ref())),
        };
        let mut site = context.remove("site").and_then(Value::into_map).unwrap_or_default();
        site.insert("words".into(), shared.1.clone());
        context.insert_value("site", Value::from(site));
        let glyphs = context.get("body").map(|body| glyphs::used(&self.glyphs, body)).unwrap_or_default();
        context.insert("glyphs", &glyphs);
        *words = Some(shared);
        self.tera.render(&template(page), &context).map_err(|error| Box::new(located(&error, &self.own)))
    }

    /// Renders a brief as a page of its own.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(super) fn brief(&self, brief: &BriefView) -> Result<String, Box<Diagnostic>> {
        let style = self.assets.get("brief.css").map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let alone = BriefAlone {
            style: format!("{}\n{}", sent(&page_css()), style.unwrap_or_default()),
            lang: &brief.lang,
            title: &brief.subject,
            generator: format!("shanhai {}", env!("CARGO_PKG_VERSION")),
            body: brief,
        };
        let mut context =
            Context::from_serialize(&alone).map_err(|error| Box::new(located(&error, &self.own)))?;
        let glyphs = context.get("body").map(|body| glyphs::used(&self.glyphs, body)).unwrap_or_default();
        context.insert("glyphs", &glyphs);
        self.tera.render("brief_alone.html", &context).map_err(|error| Box::new(located(&error, &self.own)))
    }

    /// A file that goes with the pages, by its name.
    pub fn asset(&self, name: &str) -> Option<&[u8]> {
        self.assets.get(name).map(Vec::as_slice)
    }

    /// The files that go with the pages.
    pub(super) fn assets(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.assets.iter().map(|(name, bytes)| (name.clone(), bytes.clone()))
    }
}

/// A style sheet as it is sent: short, and in words that old browsers read.
fn sent(css: &str) -> String {
    lowered(&minified(css))
}

/// The template of a page: its kind, as `body.kind` writes it.
fn template(page: &PageView) -> String {
    format!("{}.html", page.body.kind())
}

/// The fault of two writers of one path.
pub fn taken(path: &PathTaken) -> Diagnostic {
    fault(&path.0, "two files of the site want this path", "rename one of them")
}

fn fault(path: &str, message: &str, hint: &str) -> Diagnostic {
    Diagnostic::new(Code::BadTheme, Origin::file(path), message).hint(hint)
}

/// An error of the template engine, at its place.
fn located(error: &tera::Error, own: &BTreeMap<String, OwnTemplate>) -> Diagnostic {
    let hint = "docs/templates.md lists what each template sees";
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let origin = match own.get(report.filename()) {
                Some(OwnTemplate { path, text, plain }) => {
                    let span = &report.span().range;
                    Origin::locate(path, text, plain.written(span.start)..plain.written(span.end))
                }
                None => Origin::file(&format!("(built-in) {}", report.filename())),
            };
            Diagnostic::new(
                Code::BadTheme,
                origin,
                format!("the template cannot be used: {}", report.message()),
            )
            .hint(hint)
        }
        other => {
            let path = own.values().next().map_or("themes", |file| file.path.as_ref());
            Diagnostic::new(Code::BadTheme, Origin::file(path), format!("the theme cannot be used: {other}"))
                .hint(hint)
        }
    }
}
