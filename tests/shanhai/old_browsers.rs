//! Pages are read in office browsers years behind: what is sent is held against what Chromium 80 and Safari 13 read.

use crate::sites::{Built, aid, live};
use std::collections::BTreeSet;

/// Properties that both read.
const READ: &str = "align-content align-items align-self background border border-block-end border-block-start \
    border-bottom border-collapse border-color border-inline-end border-inline-start border-inline-start-color \
    border-inline-end-color border-block-end-color border-block-start-color border-radius border-style border-width bottom \
    box-shadow box-sizing break-after break-before break-inside caption-side clip clip-path color column-gap columns \
    content cursor display fill fill-opacity flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap \
    float font font-family font-size font-style font-variant-numeric font-weight gap grid-auto-flow \
    grid-auto-rows grid-column grid-row grid-template-columns grid-template-rows height justify-content justify-items justify-self \
    left letter-spacing line-break line-height list-style list-style-type margin margin-block-end margin-block-start \
    margin-bottom margin-inline-end margin-inline-start margin-left margin-right margin-top max-height max-width \
    min-height min-width object-fit opacity order outline outline-offset overflow overflow-wrap overflow-x overflow-y \
    padding padding-block-end padding-block-start padding-bottom padding-inline-end padding-inline-start padding-left \
    padding-right padding-top page place-content place-items pointer-events position quotes right row-gap scroll-padding-top size \
    stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width table-layout text-align \
    text-decoration text-decoration-color text-decoration-style text-indent text-transform top transform vertical-align \
    visibility white-space width word-break z-index -webkit-mask-image -webkit-print-color-adjust \
    -webkit-text-emphasis -webkit-text-emphasis-position -webkit-text-size-adjust";

/// Properties that one of them leaves out, and what stands without: no page needs them.
const LEFT_OUT: [(&str, &str); 22] = [
    ("accent-color", "boxes to tick are the system's colour"),
    ("aspect-ratio", "pictures keep their own"),
    ("color-scheme", "boxes and bars are light"),
    ("container-type", "queries of the window stand in for those of the container"),
    ("content-visibility", "the whole page is laid out at once"),
    ("contain-intrinsic-size", "the whole page is laid out at once"),
    ("forced-color-adjust", "there are no forced colours"),
    ("hanging-punctuation", "marks stay within the line"),
    ("mask-image", "has its prefixed form beside it"),
    ("print-color-adjust", "has its prefixed form beside it"),
    ("scroll-behavior", "places are jumped to"),
    ("scroll-margin-top", "places are jumped to"),
    ("text-autospace", "Chinese and Latin stand close"),
    ("text-decoration-thickness", "links have the browser's line"),
    ("text-emphasis", "has its prefixed form beside it"),
    ("text-emphasis-position", "has its prefixed form beside it"),
    ("text-justify", "lines are justified by the browser's rule"),
    ("text-spacing-trim", "marks are full width"),
    ("text-underline-offset", "links have the browser's line"),
    ("text-wrap", "headings break where they must"),
    ("appearance", "controls are the system's"),
    ("inset", "only asked for, to tell what a browser is"),
];

/// Selectors that take a rule with them in an old browser, and so stand in none with others.
const ALONE: [&str; 5] = [":has(", ":focus-visible", "::marker", ":where(", "::details-content"];

/// What no style sheet that is sent may hold, in any place.
const NO_CSS: [&str; 12] = [
    "@layer",
    "@property",
    "@scope",
    "@starting-style",
    "@import",
    ":is(",
    "clamp(",
    "inset-inline",
    "inset-block",
    "margin-inline:",
    "padding-block:",
    "dvh",
];

/// What no script that is sent may use.
const NO_JS: [&str; 12] = [
    "replaceChildren",
    "replaceAll",
    "matchAll",
    "?.",
    "??",
    ".at(",
    "(?<",
    "Object.hasOwn",
    "structuredClone",
    "findLast",
    "=>",
    "`",
];

/// A rule that is sent: its selectors and its declarations, and within which others it stands.
struct Rule {
    within: Vec<String>,
    selectors: String,
    body: String,
}

/// The rules of a sheet. What is sent is written by the program, so brackets are paired.
fn rules(css: &str, within: &[String], out: &mut Vec<Rule>) {
    let mut rest = css.trim();
    while let Some(open) = rest.find('{') {
        let prelude = rest[..open].trim().to_owned();
        let mut depth = 1;
        let close = rest[open + 1..]
            .char_indices()
            .find(|(_, sign)| {
                match sign {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                depth == 0
            })
            .map_or_else(|| panic!("an open bracket: {prelude}"), |(at, _)| open + 1 + at);
        let body = &rest[open + 1..close];
        if ["@media", "@supports", "@container"].iter().any(|one| prelude.starts_with(one)) {
            let deeper: Vec<String> = within.iter().cloned().chain([prelude]).collect();
            rules(body, &deeper, out);
        } else {
            out.push(Rule { within: within.to_vec(), selectors: prelude, body: body.to_owned() });
        }
        rest = rest[close + 1..].trim();
    }
    assert!(rest.is_empty(), "not in a rule: {rest}");
}

/// What of a style sheet an old browser would stumble over.
fn stumbles(css: &str) -> Vec<String> {
    let mut found: Vec<String> =
        NO_CSS.iter().filter(|one| css.contains(*one)).map(|one| format!("holds {one}")).collect();
    let known: BTreeSet<&str> =
        READ.split_whitespace().chain(LEFT_OUT.iter().map(|(name, _)| *name)).collect();
    let mut all = Vec::new();
    rules(css, &[], &mut all);
    for rule in &all {
        // Marks in the margin of a printed sheet are for those who know them.
        if rule.selectors.starts_with("@page") {
            continue;
        }
        if ["@", "&"].iter().any(|sign| rule.selectors.starts_with(sign)) || rule.body.contains('{') {
            found.push(format!("nests: {}", rule.selectors));
            continue;
        }
        if rule.selectors.contains(',') && ALONE.iter().any(|one| rule.selectors.contains(one)) {
            found.push(format!("is lost as a whole: {}", rule.selectors));
        }
        for declaration in rule.body.split(';').filter(|one| !one.is_empty()) {
            let name = declaration.split(':').next().unwrap_or_default();
            if !name.starts_with("--") && !known.contains(name) {
                found.push(format!("sets {name}: {}", rule.selectors));
            }
        }
    }
    // What a query of the container says, one of the window says too.
    let count =
        |name: &str| all.iter().filter(|rule| rule.within.iter().any(|one| one.starts_with(name))).count();
    if count("@container") != count("@supports not (container-type") {
        found.push("a query of the container stands alone".to_owned());
    }
    found
}

fn sheets(site: &Built) -> impl Iterator<Item = (&String, &str)> {
    let css = site.files.iter().filter(|(path, _)| path.ends_with(".css"));
    css.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("text")))
}

#[test]
fn style_sheets_hold_nothing_that_old_browsers_stumble_over() {
    for (path, css) in sheets(aid()) {
        assert_eq!(stumbles(css), Vec::<String>::new(), "{path}");
    }
    // The test sees what it looks for.
    for bad in [
        "@layer a{p{color:red}}",
        "p{inset-inline-start:0}",
        "p{q{color:red}}",
        "p,q:has(a){color:red}",
        "p{anchor-name:--a}",
        "@container (min-width:1rem){p{color:red}}",
    ] {
        assert!(!stumbles(bad).is_empty(), "{bad}");
    }
}

#[test]
fn scripts_hold_nothing_that_old_browsers_stumble_over() {
    let site = aid();
    let scripts: Vec<_> = site.files.iter().filter(|(path, _)| path.ends_with("assets/search.js")).collect();
    assert!(!scripts.is_empty());
    for (path, bytes) in scripts {
        let text = std::str::from_utf8(bytes).expect("text");
        for new in NO_JS {
            assert!(!text.contains(new), "{path}: {new}");
        }
    }
}

/// Without a style sheet, or before it is there, a drawing without a size fills the screen.
#[test]
fn every_drawing_in_a_page_has_a_size_and_colours_of_its_own() {
    for site in [aid(), live()] {
        for (path, text) in site.pages() {
            for drawing in text.split("<svg").skip(1) {
                let head = &drawing[..drawing.find('>').expect("an end")];
                assert!(head.contains(" width=\"") && head.contains(" height=\""), "{path}: <svg{head}>");
            }
            for mark in text.split(" class=\"f-").skip(1) {
                let tag = &mark[..mark.find('>').expect("an end")];
                assert!(tag.contains(" fill=\""), "{path}: {tag}");
            }
        }
    }
}
