//! What holds of every site, whatever its numbers: asked of the frozen copy and of the live content alike.

use crate::project::Project;
use crate::sites::{Built, aid, attributes, files, live, repository};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every check here runs over both; how much there is to see is pinned on the frozen one.
fn both() -> [&'static Built; 2] {
    [aid(), live()]
}

/// At least so many on the frozen site, and some on the live one.
#[track_caller]
fn seen(site: &Built, count: usize, least: usize, what: &str) {
    let least = if site.name == "aid" { least } else { 1 };
    assert!(count >= least, "{}: only {count} {what} were seen", site.name);
}

/// `check` has nothing to say about the live content.
#[test]
fn the_live_content_has_no_fault() {
    let project = Project::new();
    project.overlay_at("content", &repository().join("content"));
    project.run(&["check", "--strict"]).exit(0).stdout_is("");
}

#[test]
fn every_page_is_whole_and_runs_nothing() {
    for site in both() {
        seen(site, site.pages().count(), 400, "pages");
        for (path, html) in site.pages() {
            let opens = format!("<!DOCTYPE html>\n<html lang=\"{}\">", site.language(path));
            assert!(html.starts_with(&opens), "{path}");
            assert_eq!(html.matches("<h1>").count(), 1, "{path}");
            assert!(html.contains("class=\"skip\"") && html.contains("<main id=\"content\""), "{path}");
            // Data for programs runs nothing; the search page brings its program in files.
            let html = &html
                .replace("<script type=\"application/ld+json\">", "")
                .replace("assets/search.js\" defer></script>", "")
                .replace("<script src=\"index.js\" defer></script>", "")
                .replace("<script src=\"../../", "")
                .replace("<script src=\"../", "");
            for never in ["<script", " style=\"", "<style", "javascript:", " onclick", "⟦", "http://"] {
                assert!(
                    !html.contains(never) || (never == "http://" && html.contains("www.w3.org")),
                    "{path}: {never}"
                );
            }
            let ids = attributes(html, "id");
            let distinct: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), distinct.len(), "{path} has an id twice");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for site in both() {
        let ids: BTreeMap<&str, BTreeSet<&str>> =
            site.pages().map(|(path, html)| (path, attributes(html, "id").into_iter().collect())).collect();
        let mut links = 0;
        for (path, html) in site.pages() {
            let folder = Path::new(path).parent().unwrap();
            for href in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
                if href.starts_with("https://") {
                    continue;
                }
                let (file, fragment) =
                    href.split_once('#').map_or((href, None), |(file, id)| (file, Some(id)));
                let to = if file.is_empty() { path.to_owned() } else { normal(&folder.join(file)) };
                assert!(site.files.contains_key(&to), "{path}: {href} leads to no file");
                if let Some(id) = fragment {
                    assert!(
                        ids.get(to.as_str()).is_some_and(|known| known.contains(id)),
                        "{path}: no #{id} in {to}"
                    );
                }
                links += 1;
            }
        }
        seen(site, links, 10_000, "links");
    }
}

/// A path without `..`.
fn normal(path: &Path) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.to_str().unwrap().split('/') {
        match part {
            ".." => {
                parts.pop().expect("a link stays within the site");
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_drawing_is_well_formed_and_says_what_it_shows() {
    for site in both() {
        let mut drawings = 0;
        for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with("/chart.svg")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let root = document.root_element();
            assert!(
                root.attribute("viewBox").is_some() && root.attribute("lang") == Some(site.language(path)),
                "{path}"
            );
            for name in ["title", "desc"] {
                let words =
                    root.children().find(|child| child.has_tag_name(("http://www.w3.org/2000/svg", name)));
                assert!(
                    words.is_some_and(|node| node.text().is_some_and(|text| !text.is_empty())),
                    "{path} has no {name}"
                );
            }
            drawings += 1;
        }
        seen(site, drawings, 50, "drawings");
    }
}

#[test]
fn every_figure_leads_to_its_source() {
    for site in both() {
        let report = site.report();
        let mut figures = 0;
        for indicator in report["indicators"].as_array().unwrap() {
            let id = indicator["id"].as_str().unwrap();
            let page = site.page(&format!("indicators/{id}/index.html"));
            // Each figure has a place of its own on a page of its source, which may have further pages, numbered.
            let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            for href in attributes(page, "href") {
                let place = href.split_once("/sources/").and_then(|(_, place)| place.split_once('#'));
                if let Some((path, anchor)) =
                    place.filter(|(_, anchor)| anchor.starts_with(&format!("{id}@")))
                {
                    places.entry(path.split('/').next().unwrap()).or_default().insert(anchor);
                }
            }
            let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
            for actual in indicator["actuals"].as_array().unwrap() {
                *wanted.entry(actual["source"].as_str().unwrap()).or_default() += 1;
                assert!(!actual["locator"].as_str().unwrap().is_empty());
                figures += 1;
            }
            for (source, many) in wanted {
                let found = places.get(source).map_or(0, BTreeSet::len);
                assert!(found >= many, "{id}: {many} figures of {source}, links to {found} places there");
            }
        }
        seen(site, figures, 300, "figures");
    }
}

#[test]
fn every_page_is_light() {
    for site in both() {
        for (path, html) in site.pages() {
            // The page of a plan has its checklist and the table of its main indicators.
            let most = match path.matches('/').count() {
                _ if path.ends_with("plan/index.html") => 95_000,
                // Home draws every target.
                0 | 1 if ["", "en/", "zh-Hant/"].iter().any(|tree| *path == format!("{tree}index.html")) => {
                    85_000
                }
                _ => 66_000,
            };
            assert!(html.len() <= most, "{path} has {} bytes", html.len());
        }
    }
}

#[test]
fn a_page_holds_each_glyph_that_it_shows_once() {
    for site in both() {
        let mut shown = 0;
        for (path, html) in site.pages() {
            let uses: BTreeSet<&str> = attributes(html, "href")
                .into_iter()
                .filter_map(|href| href.strip_prefix("#glyph-"))
                .collect();
            assert_eq!(html.matches("<symbol ").count(), uses.len(), "{path}");
            for key in &uses {
                assert_eq!(html.matches(&format!("<symbol id=\"glyph-{key}\"")).count(), 1, "{path}: {key}");
            }
            shown += uses.len();
        }
        seen(site, shown, 500, "glyphs");
    }
}

/// Each further language has the same pages as the first, every page leads to itself in the others, and
/// a word that is in no language of the page says which it is.
#[test]
fn every_language_has_every_page() {
    for site in both() {
        let own: BTreeSet<&str> = site
            .pages()
            .map(|(path, _)| path)
            .filter(|path| site.language(path) == site.languages[0])
            .collect();
        for lang in &site.languages[1..] {
            let prefix = format!("{lang}/");
            let there: BTreeSet<&str> =
                site.pages().filter_map(|(path, _)| path.strip_prefix(&prefix)).collect();
            let differ: Vec<_> = there.symmetric_difference(&own).take(5).collect();
            assert!(differ.is_empty(), "{lang}: {differ:?} and perhaps more");
        }
        for (path, html) in site.pages() {
            let hreflang = attributes(html, "hreflang");
            for lang in &site.languages {
                assert!(hreflang.contains(&lang.as_str()), "{path} does not lead to {lang}");
            }
            assert!(!html.contains(['\u{fdd0}', '\u{fdd1}', '\u{fdd2}']), "{path} shows a mark");
        }
    }
}

/// On an English page, every Chinese word stands in an element that says it is Chinese.
#[test]
fn foreign_words_say_their_language() {
    for site in both() {
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let mut foreign = 0;
        for (path, html) in site.pages().filter(|(path, _)| site.language(path) == "en") {
            // Element by element: the language that is in force, by the nearest lang attribute.
            let mut open: Vec<(&str, Option<&str>)> = Vec::new();
            for piece in html.split('<').skip(1) {
                let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
                let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
                if let Some(closed) = tag.strip_prefix('/') {
                    while open.pop().is_some_and(|(name, _)| name != closed.trim()) {}
                } else if !tag.ends_with('/') && !tag.starts_with('!') && !is_void(name) {
                    open.push((name, attributes(tag, "lang").first().copied()));
                }
                let lang = open.iter().rev().find_map(|(_, lang)| *lang).unwrap_or("en");
                // Data for programs has no elements; it names its language itself.
                if text.chars().any(han) && name != "script" {
                    assert!(lang.starts_with("zh"), "{path}: {text:?} in {lang}");
                    foreign += 1;
                }
            }
        }
        seen(site, foreign, 100, "runs");
    }
}

fn is_void(name: &str) -> bool {
    ["meta", "link", "br", "hr", "img", "input", "path", "rect", "circle", "line", "use"].contains(&name)
}

/// The schemas beside the content, to which its first lines point, are those of this program.
#[test]
fn the_schemas_beside_the_content_are_current() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("schema");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shanhai"));
    assert!(command.args(["schema", "--out"]).arg(&out).status().unwrap().success());
    assert!(files(&out) == files(&repository().join(".schema")), "run `cargo run --release -- schema`");
    for (path, text) in files(&repository().join("content")) {
        let Some(line) =
            std::str::from_utf8(&text).unwrap().lines().next().filter(|_| path.ends_with(".yaml"))
        else {
            continue;
        };
        let schema =
            line.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{path}: {line}"));
        let to = repository().join("content").join(&path).parent().unwrap().join(schema);
        assert!(to.exists(), "{path}: {schema} is not there");
    }
}
