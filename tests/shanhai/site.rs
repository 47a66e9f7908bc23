//! The site as a whole: the repository's own content built, every page and link of it looked at.

use crate::project::Project;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The real site's files by path, built once for all tests.
pub(crate) fn site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: OnceLock<(TempDir, BTreeMap<String, Vec<u8>>)> = OnceLock::new();
    &SITE
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let files = build(folder.path(), &[]);
            (folder, files)
        })
        .1
}

/// Builds the repository's content into a folder and reads what came out.
fn build(folder: &Path, more: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    build_from(&repository().join("content"), folder, more)
}

fn build_from(content: &Path, folder: &Path, more: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let output = folder.join("site");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shanhai"));
    command.current_dir(folder).args(["build", "--content"]).arg(content).arg("--output").arg(&output);
    for (name, value) in more {
        command.env(name, value);
    }
    let ran = command.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    assert!(!said.contains("warning"), "{said}");
    assert!(said.contains(" pages, ") && said.contains("verdicts: "), "{said}");
    files(&output)
}

fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (below, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    site()
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// The language of a page or drawing, by the folder it stands in.
fn language(path: &str) -> &str {
    ["zh-Hant", "en"]
        .into_iter()
        .find(|lang| path.strip_prefix(lang).is_some_and(|rest| rest.starts_with('/')))
        .unwrap_or("zh-Hans")
}

/// The values of an attribute, in the order of the page.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let open = format!(" {name}=\"");
    html.split(&open).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn every_page_is_whole_and_runs_nothing() {
    assert!(pages().count() > 400);
    for (path, html) in pages() {
        let opens = format!("<!DOCTYPE html>\n<html lang=\"{}\">", language(path));
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

#[test]
fn every_language_has_words_for_everything() {
    for lang in ["zh-Hans", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        for (path, bytes) in files(&repository().join("content")) {
            let to = content.join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        let site = fs::read_to_string(content.join("site.yaml")).unwrap();
        let named = site.lines().map(|line| {
            if line.starts_with("languages:") { format!("languages: [{lang}]") } else { line.to_owned() }
        });
        fs::write(content.join("site.yaml"), named.collect::<Vec<_>>().join("\n")).unwrap();
        let made = build_from(&content, folder.path(), &[]);
        for (path, bytes) in made.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg"))
        {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(!text.contains(['⟦', '⟧']), "{lang}: {path}");
            assert!(!path.ends_with(".html") || text.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages().map(|(path, html)| (path, attributes(html, "id").into_iter().collect())).collect();
    let mut seen = 0;
    for (path, html) in pages() {
        let folder = Path::new(path).parent().unwrap();
        for href in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
            if href.starts_with("https://") {
                continue;
            }
            let (file, fragment) = href.split_once('#').map_or((href, None), |(file, id)| (file, Some(id)));
            let to = if file.is_empty() { path.to_owned() } else { normal(&folder.join(file)) };
            assert!(site().contains_key(&to), "{path}: {href} leads to no file");
            if let Some(id) = fragment {
                assert!(
                    ids.get(to.as_str()).is_some_and(|known| known.contains(id)),
                    "{path}: no #{id} in {to}"
                );
            }
            seen += 1;
        }
    }
    assert!(seen > 10_000, "only {seen} links were seen");
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
    let mut drawings = 0;
    for (path, bytes) in site().iter().filter(|(path, _)| path.ends_with("/chart.svg")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let root = document.root_element();
        assert!(
            root.attribute("viewBox").is_some() && root.attribute("lang") == Some(language(path)),
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
    assert!(drawings > 100, "only {drawings} drawings");
}

#[test]
fn the_same_content_gives_the_same_bytes_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let again = build(
        folder.path(),
        &[("TZ", "Pacific/Auckland"), ("LANG", "ar_EG.UTF-8"), ("RAYON_NUM_THREADS", "1")],
    );
    let different: Vec<&String> =
        site().keys().filter(|path| again.get(*path) != site().get(*path)).collect();
    assert!(different.is_empty() && again.len() == site().len(), "{different:?}");
}

fn report(as_of: Option<&str>) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let content = repository().join("content");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shanhai"));
    command.current_dir(folder.path()).args(["build", "--content"]).arg(&content);
    if let Some(day) = as_of {
        command.args(["--as-of", day]);
    }
    assert!(command.output().unwrap().status.success());
    serde_json::from_slice(&fs::read(folder.path().join("output/data/report.json")).unwrap()).unwrap()
}

fn verdict<'r>(report: &'r Value, target: &str) -> &'r Value {
    let id = target.split('@').next().unwrap();
    let indicators = report["indicators"].as_array().unwrap();
    let indicator = indicators.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"));
    let verdicts = indicator["verdicts"].as_array().unwrap();
    verdicts.iter().find(|one| one["target"] == target).unwrap_or_else(|| panic!("no {target}"))
}

#[test]
fn the_worked_cases_stand_in_the_report_of_each_day() {
    let (now, then) = (report(None), report(Some("2020-07-01")));
    assert_eq!(now["as_of"], "2021-05-11");
    assert_eq!(then["as_of"], "2020-07-01");
    // The students: a figure without a start caps and proves no minimum.
    assert_eq!(verdict(&now, "students-recruited@2018..2020")["status"], "undetermined");
    let students = verdict(&then, "students-recruited@2018..2020");
    assert_eq!(students["status"], "under_way");
    assert_eq!(students["path"]["attainment_high"], "77.055555");
    // The workers: five months are a floor; behind on the way, undetermined in the end.
    assert_eq!(verdict(&then, "workers-taken-on@2020")["status"], "behind");
    let workers = verdict(&now, "workers-taken-on@2020");
    assert_eq!((&workers["status"], &workers["low"]), (&Value::from("undetermined"), &Value::from("2127")));
    // The aid: a cumulative figure caps every year and proves none.
    for year in ["2018", "2019", "2020"] {
        let aid = verdict(&now, &format!("fiscal-aid@{year}"));
        assert_eq!((&aid["status"], &aid["low"]), (&Value::from("undetermined"), &Value::Null), "{year}");
    }
    // The town: 2017 alone would have to exceed what is left.
    let town = verdict(&now, "town-funds@2018..2020;scope=qingxi-zhenxiong");
    assert_eq!(town["status"], "undetermined");
    let beyond = town["reasons"].as_array().unwrap().iter().find_map(|reason| reason.get("beyond"));
    assert_eq!(beyond, Some(&Value::from("7434700")));
    // A standard of 4000万 a county is proof for its year alone.
    assert_eq!(verdict(&now, "aid-per-county@2019")["status"], "met");
    assert_eq!(verdict(&now, "aid-per-county@2018")["status"], "not_comparable");
}

#[test]
fn the_plan_is_there_row_by_row() {
    let report = report(None);
    let plan = report["plans"]
        .as_array()
        .unwrap()
        .iter()
        .find(|plan| plan["id"] == "dongguan-zhaotong-2018-2020")
        .unwrap();
    let actions = plan["actions"].as_array().unwrap();
    let tasks: Vec<&Value> = actions.iter().flat_map(|action| action["tasks"].as_array().unwrap()).collect();
    assert_eq!((actions.len(), tasks.len()), (9, 23));
    assert!(tasks.iter().all(|task| !task["lead"].as_array().unwrap().is_empty()));
    assert!(
        tasks
            .iter()
            .all(|task| ["2018-2020年", "每年11月前"].contains(&task["due"]["zh-Hans"].as_str().unwrap()))
    );
    let funds =
        report["indicators"].as_array().unwrap().iter().find(|one| one["id"] == "town-funds").unwrap();
    let members = funds["targets"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|target| target["period"] != "" && !target["member_of"].is_null());
    assert_eq!(members.count(), 22 * 3);
    let page = std::str::from_utf8(&site()["plan/index.html"]).unwrap();
    assert_eq!(page.matches("class=\"task\"").count(), 23);
}

#[test]
fn every_figure_leads_to_its_source() {
    let report = report(None);
    let mut figures = 0;
    for indicator in report["indicators"].as_array().unwrap() {
        let id = indicator["id"].as_str().unwrap();
        let page = std::str::from_utf8(&site()[&format!("indicators/{id}/index.html")]).unwrap();
        for (index, actual) in indicator["actuals"].as_array().unwrap().iter().enumerate() {
            let source = actual["source"].as_str().unwrap();
            let anchor = format!("#{id}-{}", index + 1);
            let links = attributes(page, "href");
            // A source with many figures has further pages, numbered.
            let leads = |href: &&str| {
                let path = href.strip_suffix(&anchor).and_then(|rest| rest.split_once("/sources/"));
                path.is_some_and(|(_, page)| {
                    page.strip_prefix(source).is_some_and(|rest| rest.starts_with('/'))
                })
            };
            assert!(links.iter().any(leads), "{id}: figure {} has no link to {source}", index + 1);
            assert!(!actual["locator"].as_str().unwrap().is_empty());
            figures += 1;
        }
    }
    assert!(figures > 300, "only {figures} figures");
}

#[test]
fn every_page_is_light() {
    for (path, html) in pages() {
        assert!(html.len() <= 60_000, "{path} has {} bytes", html.len());
    }
}

#[test]
fn a_page_holds_each_glyph_that_it_shows_once() {
    let mut shown = 0;
    for (path, html) in pages() {
        let uses: BTreeSet<&str> =
            attributes(html, "href").into_iter().filter_map(|href| href.strip_prefix("#glyph-")).collect();
        assert_eq!(html.matches("<symbol ").count(), uses.len(), "{path}");
        for key in &uses {
            assert_eq!(html.matches(&format!("<symbol id=\"glyph-{key}\"")).count(), 1, "{path}: {key}");
        }
        shown += uses.len();
    }
    assert!(shown > 500, "only {shown} glyphs");
}

#[test]
fn the_counts_of_a_plan_lead_to_the_lists_of_its_targets() {
    let home = std::str::from_utf8(&site()["index.html"]).unwrap();
    let lists: BTreeSet<&str> =
        attributes(home, "href").into_iter().filter(|href| href.starts_with("lists/status-")).collect();
    assert_eq!(lists.len(), 4, "{lists:?}");
    let met = lists.iter().find(|href| href.contains("-met/")).unwrap();
    let page = std::str::from_utf8(&site()[*met]).unwrap();
    assert_eq!(page.matches("class=\"line\"").count(), 3);
}

#[test]
fn a_long_list_comes_in_pages() {
    let project = Project::starter();
    let one = |n: usize| {
        format!(
            "title: 第{n}个背景数\nscope: yi-county\nmeasure: stock\nbetter: higher\nunit: person\nactuals:\n  \
             - {{ at: 2023-06-30, value: {n}, source: bulletin-2025, locator: 第{n}段 }}\n"
        )
    };
    for n in 0..120 {
        project.put(&format!("content/indicators/many/many-{n}.yaml"), one(n + 1));
    }
    project.run(&["build"]).exit(0);
    let overview = project.text("output/indicators/index.html");
    assert!(overview.contains("lists/scope-yi-county/index.html") && !overview.contains("many-77/"));
    let (first, second) = (
        project.text("output/lists/scope-yi-county/index.html"),
        project.text("output/lists/scope-yi-county/2/index.html"),
    );
    let rows = |page: &str| page.matches("class=\"row-name\"").count();
    assert_eq!((rows(&first), rows(&second)), (100, 20));
    assert!(first.contains("href=\"2/index.html\"") && second.contains("href=\"../index.html\""));
    // The figures of a source go on on its second page, and links to them know it.
    let paged = (0..120)
        .map(|n| project.text(&format!("output/indicators/many-{n}/index.html")))
        .filter(|page| page.contains("sources/bulletin-2025/2/index.html#many-"))
        .count();
    assert!((40..60).contains(&paged), "{paged}");
    assert!(project.path("output/sources/bulletin-2025/2/index.html").exists());
    assert!(project.path("output/partnerships/yi-county/2/index.html").exists());
}

/// The pages of the starter site, as they were when someone last looked at them.
#[test]
fn the_starter_site_looks_as_accepted() {
    let project = Project::starter();
    project.run(&["build"]).exit(0);
    let golden = repository().join("tests/golden/site");
    let made = files(&project.path("output"));
    let kept =
        ["index.html", "plan/index.html", "methods/index.html", "data/report.json", "assets/style.css"];
    let chosen = |path: &&String| {
        kept.contains(&path.as_str())
            || path.starts_with("indicators/") && !path.ends_with("/data.json")
            || path.starts_with("stories/")
            || path.starts_with("sources/")
    };
    let names: BTreeSet<&String> = made.keys().filter(chosen).collect();
    if std::env::var_os("SHANHAI_BLESS").is_some() {
        let _ = fs::remove_dir_all(&golden);
        for name in &names {
            let path = golden.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &made[*name]).unwrap();
        }
    }
    let accepted: BTreeSet<String> = files(&golden).into_keys().collect();
    assert_eq!(names.iter().map(|name| (*name).clone()).collect::<BTreeSet<_>>(), accepted);
    for name in names {
        let wanted = fs::read(golden.join(name)).unwrap();
        assert!(wanted == made[name], "{name} differs from tests/golden/site; SHANHAI_BLESS=1 accepts it");
    }
}

/// Each further language has the same pages as the first, every page leads to itself in the others, and
/// a word that is in no language of the page says which it is.
#[test]
fn every_language_has_every_page() {
    let own: BTreeSet<&str> =
        pages().map(|(path, _)| path).filter(|path| language(path) == "zh-Hans").collect();
    for lang in ["zh-Hant", "en"] {
        let prefix = format!("{lang}/");
        let there: BTreeSet<&str> = pages().filter_map(|(path, _)| path.strip_prefix(&prefix)).collect();
        let differ: Vec<_> = there.symmetric_difference(&own).take(5).collect();
        assert!(differ.is_empty(), "{lang}: {differ:?} and perhaps more");
    }
    for (path, html) in pages() {
        let hreflang = attributes(html, "hreflang");
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            assert!(hreflang.contains(&lang), "{path} does not lead to {lang}");
        }
        assert!(!html.contains(['\u{fdd0}', '\u{fdd1}', '\u{fdd2}']), "{path} shows a mark");
    }
}

/// On an English page, every Chinese word stands in an element that says it is Chinese.
#[test]
fn foreign_words_say_their_language() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut foreign = 0;
    for (path, html) in pages().filter(|(path, _)| language(path) == "en") {
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
    assert!(foreign > 100, "only {foreign} runs were seen");
}

fn is_void(name: &str) -> bool {
    ["meta", "link", "br", "hr", "img", "input", "path", "rect", "circle", "line", "use"].contains(&name)
}

/// The chart in the README is the one that the site draws.
#[test]
fn the_readme_shows_what_is_built() {
    let shown = fs::read(repository().join("docs/images/workers-taken-on.svg")).unwrap();
    assert!(shown == site()["indicators/workers-taken-on/chart.svg"], "copy the chart to docs/images anew");
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
