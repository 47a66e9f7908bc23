//! Pseudo-localisation: a site in accented English, whose every word of the interface has an accent. A word without
//! one, outside the words of the content, is hard-coded.

use crate::cli::STARTER;
use crate::disk;
use crate::locale::Locale;
use crate::site::Theme;
use crate::tree::FileTree;
use crate::view::CrossRefs;
use std::collections::{BTreeMap, BTreeSet};

/// Names that are the same in every language.
const NAMES: &[&str] = &["shanhai"];

/// Elements that have no end.
const VOID: [&str; 6] = ["meta", "link", "br", "img", "input", "hr"];

/// The words of a page that are written without an accent: what is read, and what is read aloud.
fn bare_words(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        if open.iter().all(|(_, passed)| !passed) {
            bare(text, &mut found);
        }
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>', '/']).next().unwrap_or_default();
        // What is in another language is the content's; code is no language.
        let foreign = name != "html" && tag.contains(" lang=\"");
        let passed = foreign || matches!(name, "script" | "style" | "code");
        if tag.starts_with("</") {
            if let Some(at) = open.iter().rposition(|(other, _)| *other == name) {
                open.truncate(at);
            }
        } else if !tag.starts_with("<!") {
            let shown = open.iter().all(|(_, passed)| !passed) && !foreign;
            for attribute in
                ["title", "alt", "aria-label", "placeholder", "data-label", "data-none", "data-many"]
            {
                if let Some(value) = value(tag, attribute).filter(|_| shown) {
                    bare(value, &mut found);
                }
            }
            if name == "meta" && ["description", "og:title", "og:description"].iter().any(|n| tag.contains(n))
            {
                bare(value(tag, "content").unwrap_or_default(), &mut found);
            }
            if !VOID.contains(&name) && !tag.ends_with("/>") {
                open.push((name, passed));
            }
        }
        rest = after;
    }
    found
}

fn value<'t>(tag: &'t str, attribute: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split('"').next()
}

/// Adds the words of Latin letters of which none has an accent.
fn bare(text: &str, found: &mut BTreeSet<String>) {
    let text = text
        .replace("&amp;", "&")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&#160;", " ");
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    // Addresses and names of files are no words.
    let files = [".csv", ".json", ".html"];
    let is_name = |word: &str| word.contains("://") || files.iter().any(|ending| word.ends_with(ending));
    let words = text.split_whitespace().filter(|word| !is_name(word));
    let parts = words.flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    found.extend(parts.filter(is_word).filter(|word| !NAMES.contains(word)).map(str::to_owned));
}

/// The words without an accent on all pages in the pseudo-language of a site, each with the first page that has it.
fn bare_on(content: &FileTree, allowed: &[&str]) -> BTreeMap<String, String> {
    // Pages alone: the carried faces have no accented letters to set a PDF with.
    let (report, evaluation) = super::judge(content, None).judged.expect("content without an error");
    let theme = Theme::new(&FileTree::new()).unwrap_or_else(|found| panic!("{found:#?}"));
    let locales: Vec<Locale> =
        report.site.languages.iter().filter_map(|lang| Locale::of(&report.site, lang)).collect();
    let rendered = super::render_texts(&CrossRefs::new(&report, &evaluation), &locales, &theme);
    let files = rendered.value.unwrap_or_else(|| panic!("{:#?}", rendered.diagnostics));
    let mut all = BTreeMap::new();
    let mut pages = 0;
    for (path, bytes) in
        files.iter().filter(|(path, _)| path.starts_with("en-XA/") && path.ends_with("/index.html"))
    {
        let html = std::str::from_utf8(bytes).expect("pages are text");
        pages += 1;
        assert!(html.contains('ó'), "{path} has no word of the interface");
        let words = bare_words(html).into_iter().filter(|word| !allowed.contains(&word.as_str()));
        for word in words {
            all.entry(word).or_insert_with(|| path.to_owned());
        }
    }
    assert!(pages > 10, "{pages} pages");
    all
}

/// A site with the pseudo-language beside its own.
fn with_accents(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> FileTree {
    let mut tree = FileTree::new();
    for (path, bytes) in files {
        let bytes = if path == "content/site.yaml" {
            let text = String::from_utf8(bytes).expect("text");
            let lines = text.lines().map(|line| match line.strip_prefix("languages:") {
                Some(_) => "languages: [zh-Hans, en-XA]",
                None => line,
            });
            lines.collect::<Vec<_>>().join("\n").into_bytes()
        } else {
            bytes
        };
        tree.add(path, bytes).expect("each once");
    }
    tree
}

#[test]
fn every_word_of_the_interface_comes_from_a_catalogue() {
    let files = STARTER.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    assert_eq!(bare_on(&with_accents(files), &[]), BTreeMap::new());
}

/// The report of this repository has every kind of page; what its own words are in Latin letters is named here.
#[test]
fn no_kind_of_page_has_words_of_its_own() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (content, _) = disk::read(&root.join("content"), "content");
    let files = content.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    // The licence, whose name is the same in every language.
    assert_eq!(bare_on(&with_accents(files), &["CC", "BY"]), BTreeMap::new());
}

#[test]
fn words_without_an_accent_are_found_wherever_they_are_read() {
    let html = "<html lang=\"en-XA\"><title>Ťíťľéé</title><p title=\"Hint\">Óóññéé more</p><span lang=\"en\">its own</span>\
        <svg><text>Chart</text></svg><script>let no = 1</script><a href=\"a/b\">ťóó</a><img alt=\"Photo\"></html>";
    assert_eq!(Vec::from_iter(bare_words(html)), ["Chart", "Hint", "Photo", "more"]);
}
