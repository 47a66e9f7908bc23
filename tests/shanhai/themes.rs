//! Themes: what a folder in themes/ may replace, and what happens when it is wrong.

use crate::project::Project;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn a_theme_replaces_the_built_in_one_file_by_file() {
    let project = Project::starter()
        .file("themes/plain/templates/not_found.html", "{% extends \"base.html\" %}{% block content %}<h1>{{ title }}</h1><p>自己的话</p>{% endblock content %}")
        .file("themes/plain/extra.css", "body { color: black; }")
        .file("themes/plain/assets/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    project.run(&["build", "--theme", "plain"]).exit(0);
    assert!(project.text("output/404.html").contains("自己的话"));
    assert!(project.text("output/assets/style.css").ends_with("body{color:black}\n"));
    assert!(project.text("output/assets/mark.svg").starts_with("<svg"));
    // What is not replaced is as built in.
    let own = Project::starter();
    own.run(&["build"]).exit(0);
    assert_eq!(project.text("output/plan/index.html"), own.text("output/plan/index.html"));
}

#[test]
fn what_a_view_says_is_escaped() {
    let project = Project::starter();
    let site = project.text("content/site.yaml");
    let title = site.lines().find(|line| line.starts_with("title:")).unwrap();
    project.put("content/site.yaml", site.replace(title, "title: \"<script>alert(1)</script>\""));
    project.run(&["build"]).exit(0);
    let home = project.text("output/index.html");
    assert!(home.contains("&lt;script&gt;alert(1)") && !home.contains("<script>"));
}

#[test]
fn a_template_that_fails_is_named_with_its_line() {
    let project = Project::starter().file(
        "themes/odd/templates/not_found.html",
        "{% extends \"base.html\" %}\n{% block content %}\n<h1>{{ titel }}</h1>{% endblock content %}",
    );
    project
        .run(&["build", "--theme", "odd"])
        .exit(1)
        .stderr_has("error[bad-theme]")
        .stderr_has("templates/not_found.html:3:");
    project.put("themes/odd/templates/not_found.html", "{% if %}");
    project
        .run(&["build", "--theme", "odd"])
        .exit(1)
        .stderr_has("error[bad-theme]")
        .stderr_has("not_found.html:1:");
    assert!(!project.path("output").exists());
}

#[test]
fn a_file_without_a_place_in_a_theme_is_named() {
    let project = Project::starter().file("themes/odd/templates/indeks.html", "x");
    project
        .run(&["build", "--theme", "odd"])
        .exit(1)
        .stderr_has("templates/indeks.html")
        .stderr_has("replaces nothing");
}

#[test]
fn the_style_sheet_is_small() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    // What old browsers need besides stands there twice: queries of the window beside those of the container.
    assert!(project.text("output/assets/style.css").len() < 38_000);
}

/// The colours of a style sheet by name, as red, green and blue.
fn colours(css: &str) -> BTreeMap<String, [f64; 3]> {
    css.split("--")
        .skip(1)
        .filter_map(|rest| {
            let (name, value) = rest.split_once(':')?;
            let value = value.trim().strip_prefix('#')?.split(';').next()?;
            let digits: Vec<u8> = value
                .chars()
                .map_while(|one| one.to_digit(16))
                .map(|one| u8::try_from(one).unwrap())
                .collect();
            let channel = |at: usize| match digits.len() {
                3 => f64::from(digits[at] * 17),
                _ => f64::from(digits[at * 2] * 16 + digits[at * 2 + 1]),
            };
            Some((name.to_owned(), [channel(0), channel(1), channel(2)]))
        })
        .collect()
}

/// Contrast as WCAG 2 defines it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let [red, green, blue] = colour.map(|channel| {
            let value = channel / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What is written on what, and what only has to be seen on it.
const WRITTEN: [(&str, &[&str]); 6] = [
    ("ink", &["ground", "paper", "sea-soft", "warn-soft"]),
    ("muted", &["ground", "paper", "sea-soft"]),
    ("sea", &["ground", "paper", "sea-soft"]),
    ("warn", &["ground", "paper"]),
    ("paper", &["sea"]),
    ("sh-ink", &["sh-paper", "sh-band"]),
];
const SEEN: [(&str, &[&str]); 4] = [
    ("focus", &["ground", "paper"]),
    ("pine", &["ground", "paper"]),
    ("sh-actual", &["sh-paper"]),
    ("sh-short", &["sh-paper"]),
];

#[test]
fn every_theme_can_be_read_by_light_and_by_dark() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sheets = vec![root.join("src/site/theme/tokens.css")];
    for theme in fs::read_dir(root.join("themes")).unwrap() {
        sheets.push(theme.unwrap().path().join("tokens.css"));
    }
    assert!(sheets.len() > 1);
    for sheet in sheets.iter().filter(|sheet| sheet.exists()) {
        let css = fs::read_to_string(sheet).unwrap();
        let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").expect("a dark side");
        let dark = rest.split("@media").next().unwrap();
        let light = colours(light);
        // Drawings have their own colours in the dark, which a test beside them holds.
        let mut both = light.clone();
        both.retain(|name, _| !name.starts_with("sh-"));
        both.extend(colours(dark));
        for (scheme, colours) in [("light", light), ("dark", both)] {
            for (pairs, least) in [(&WRITTEN[..], 4.5), (&SEEN[..], 3.0)] {
                for (on, grounds) in pairs {
                    for ground in *grounds {
                        let (Some(a), Some(b)) = (colours.get(*on), colours.get(*ground)) else {
                            assert!(on.starts_with("sh-"), "{}: no --{on} or --{ground}", sheet.display());
                            continue;
                        };
                        let ratio = contrast(*a, *b);
                        assert!(ratio >= least, "{} {scheme}: {on} on {ground} {ratio:.2}", sheet.display());
                    }
                }
            }
        }
    }
}

/// A chart is one thing wherever it stands: a theme that draws its figure anew does so in stories too.
#[test]
fn a_theme_changes_charts_in_stories_and_on_pages_of_indicators_alike() {
    let components = include_str!("../../src/site/theme/templates/components.html");
    for (part, mark) in [
        ("<figure class=\"chart\">\n{{ <ChartHead", "<figure class=\"chart framed\">\n{{ <ChartHead"),
        ("<details class=\"twin\">", "<details class=\"twin framed\">"),
    ] {
        let theirs = components.replace(part, mark);
        assert_ne!(theirs, components, "{part}");
        let project = Project::starter().file("themes/own/templates/components.html", &theirs);
        let story = project.text("content/stories/zhang-village/index.md");
        project
            .put("content/stories/zhang-village/index.md", format!("{story}\n\n![卫生站](chart:clinics)\n"));
        project.run(&["build", "--theme", "own"]).exit(0);
        for page in ["stories/zhang-village", "indicators/clinics"] {
            assert!(
                project.text(&format!("output/{page}/index.html")).contains("framed\">"),
                "{page}: {part}"
            );
        }
    }
}

/// Words of another language are marked where they are read, and plain in attributes, whatever a theme writes.
#[test]
fn a_template_of_a_theme_writes_words_of_another_language_rightly() {
    let list = "{% extends \"base.html\" %}{% block content %}{% for one in body.stories %}\
        <p class=\"probe\" title=\"{{ one.link.text }}\">{{ one.link.text }}</p>{% endfor %}{% endblock content %}";
    let project = Project::starter().file("themes/own/templates/stories.html", list);
    let site = project.text("content/site.yaml").replace("languages: [zh-Hans]", "languages: [zh-Hans, en]");
    project.put("content/site.yaml", site);
    project.run(&["build", "--theme", "own"]).exit(0);
    let page = project.text("output/en/stories/index.html");
    let probe = page.split("<p class=\"probe\" title=\"").nth(1).unwrap();
    let (title, rest) = probe.split_once("\">").unwrap();
    assert!(!title.is_empty() && !title.contains('<'), "{title}");
    assert!(rest.starts_with(&format!("<span lang=\"zh-Hans\">{title}</span></p>")), "{rest}");
}
