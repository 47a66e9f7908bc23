//! Where briefs are found: from the page of what they are about, from the home page, by the search.

use crate::sites::aid;

fn page(path: &str) -> &'static str {
    aid().page(path)
}

/// The line that leads from a page to its brief.
fn in_print(html: &str) -> Option<&str> {
    let mut lines = html.split("<p class=\"in-print\">").skip(1).filter_map(|rest| rest.split("</p>").next());
    lines.find(|line| line.contains("briefs/"))
}

#[test]
fn a_page_leads_to_the_brief_on_what_it_is_about() {
    for (path, brief) in [
        ("plan/index.html", "../briefs/plan-of-dongguan-zhaotong-2018-2020/"),
        ("en/actions/labour/index.html", "../../briefs/action-of-labour/"),
        ("zh-Hant/partnerships/guangzhou-meizhou/index.html", "../../briefs/scope-of-guangzhou-meizhou/"),
    ] {
        let line = in_print(page(path)).unwrap_or_else(|| panic!("{path} leads to no brief"));
        assert!(line.contains(&format!("href=\"{brief}index.html\"")), "{path}: {line}");
        assert_eq!(line.contains(".pdf\""), cfg!(feature = "pdf"), "{path}: {line}");
    }
    // A place has no brief; that of a pairing stands on the first of its pages alone.
    for (path, bytes) in aid().files.iter().filter(|(path, _)| path.contains("partnerships/")) {
        let html = String::from_utf8_lossy(bytes);
        let Some(line) = in_print(&html) else { continue };
        let scope = path.split("partnerships/").nth(1).unwrap().split('/').next().unwrap();
        assert!(line.contains(&format!("briefs/scope-of-{scope}/")), "{path}: {line}");
        assert!(path.ends_with(&format!("{scope}/index.html")), "{path} is not the first page");
    }
    assert!(in_print(page("partnerships/meizhou/index.html")).is_none());
    assert!(page("index.html").contains("<li><a href=\"briefs/index.html\">看简报</a></li>"));
}

#[test]
fn titles_of_briefs_are_one_line_with_one_stop() {
    for path in ["briefs/index.html", "en/briefs/index.html", "zh-Hant/briefs/index.html"] {
        for twice in ["::", ",:", "：：", "，："] {
            assert!(!page(path).contains(twice), "{path} has {twice}");
        }
    }
    assert!(
        page("en/briefs/index.html")
            .contains(">Dongguan–Zhaotong, the three-year plan: its targets checked<")
    );
}

#[test]
fn a_brief_names_a_place_once_behind_a_figure() {
    let html = page("briefs/plan-of-guangzhou-meizhou-2020/index.html");
    let text = html.split_once("class=\"text\"").unwrap().1;
    for paragraph in text.split("<p>").skip(1).map(|rest| rest.split("</p>").next().unwrap()) {
        let marks: Vec<&str> = paragraph.split("href=\"#note-").skip(1).collect();
        let numbers: Vec<&str> = marks.iter().map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] != pair[1]), "{paragraph}");
    }
}

#[test]
fn written_briefs_are_found() {
    let found = aid()
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("search/"))
        .any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("briefs/three-year-plan/index.html"));
    assert!(found, "the search does not know the briefs");
}
