//! Pages speak as their readers do: no word of the program's own way of thinking stands on one.

use crate::sites::{Built, aid, files, frozen, repository};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a Chinese page never says, whoever wrote the content.
const CHINESE: &[&str] = &[
    "某日",
    "不可比",
    "无法判定",
    "无数据",
    "判不了",
    "只列出",
    "取用的数",
    "算得",
    "谁说的",
    "哪里用到",
    "只看含有",
    "某日存量",
    "期间累计",
    "要看的时段",
    "能判定",
    "个成员",
    "两头都",
    "说的是",
    "的数，",
    "的数。",
    "的数：",
    "个数。",
];

/// What an English page never says.
const ENGLISH: &[&str] = &[
    "Level on a given day",
    "level on a given day",
    "some day in",
    "Undetermined",
    "undetermined",
    "Not comparable",
    "not comparable",
    "No data",
    "no data",
    "Bodies",
    "bodies",
    "Verdict ",
    "verdict ",
    "Who says so",
    "listed only",
    "asked about",
    "lower bound",
    "upper bound",
    "What would settle it",
    "cannot be determined",
    "cannot be judged",
    " members in total",
];

/// The texts of a page that a reader sees, marks left out.
fn visible(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html.split_once("<body").map_or(html, |(_, body)| body));
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        if !tag.starts_with(['/', 's', 'a', 'b', 'e', 'm']) || tag.starts_with("/p") {
            out.push('\n');
        }
        let hidden = ["script", "style"].iter().find(|name| tag.starts_with(*name));
        rest = match hidden.and_then(|name| tag.split_once(&format!("</{name}>"))) {
            Some((_, after)) => after,
            None => tag.split_once('>').map_or("", |(_, after)| after),
        };
    }
    out.push_str(rest);
    out
}

/// All that editors wrote; what stands there is theirs to say.
fn written(content: &Path) -> String {
    let all = files(content).into_values();
    all.filter_map(|bytes| String::from_utf8(bytes).ok()).collect::<Vec<_>>().join("\n")
}

/// A little of what stands before and after a word.
fn around(text: &str, at: usize, word: &str) -> (String, String) {
    let before: Vec<char> = text[..at].chars().rev().take(3).collect();
    (before.into_iter().rev().collect(), text[at + word.len()..].chars().take(3).collect())
}

fn faults(pages: &BTreeMap<String, Vec<u8>>, own: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let words = match () {
            () if html.contains("<html lang=\"zh-Hans\"") => CHINESE,
            () if html.contains("<html lang=\"en\"") => ENGLISH,
            () => continue,
        };
        let text = visible(html);
        for word in words {
            for (at, _) in text.match_indices(word) {
                let (before, after) = around(&text, at, word);
                if !own.contains(&format!("{before}{word}")) && !own.contains(&format!("{word}{after}")) {
                    found.push(format!("{path}: {before}{word}{after}"));
                }
            }
        }
    }
    found
}

fn sample(name: &'static str) -> (Built, PathBuf) {
    let content = frozen(name);
    (Built::of(name, &content), content)
}

#[test]
fn no_page_says_what_only_the_program_would() {
    let (city, of_city) = sample("city");
    let (results, of_results) = sample("results");
    let mut all = faults(&aid().files, &written(&frozen("aid")));
    all.extend(faults(&city.files, &written(&of_city)));
    all.extend(faults(&results.files, &written(&of_results)));
    assert!(all.is_empty(), "{} places:\n{}", all.len(), all[..all.len().min(40)].join("\n"));
}

#[test]
fn the_word_of_a_status_leads_to_what_it_means() {
    let page = aid().page("indicators/workers-taken-on/index.html");
    let methods = aid().page("methods/index.html");
    for key in ["not_comparable", "undetermined"] {
        assert!(page.contains(&format!("href=\"../../methods/index.html#status-{key}\"")), "{key}");
        assert!(methods.contains(&format!("<tr id=\"status-{key}\">")), "{key}");
    }
    // All are explained, those that nothing stands in as well: a link may come from an older page.
    assert!(methods.contains("<tr id=\"status-dropped\">"));
}

#[test]
fn a_target_names_the_figure_that_is_missing_and_years_alike_share_a_card() {
    let text = visible(aid().page("indicators/workers-taken-on/index.html"));
    for said in
        ["不少于8,000人（2018—2020年每年）", "2018年、2019年：不少于8,000人", "2020年6—12月没有公布数据。"]
    {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    let missing = "东莞—昭通2018年、2019年、2020年6—12月吸纳昭通劳动力就业的完整数据";
    assert!(text.replace('\u{2060}', "").contains(missing), "{text}");
    let page = aid().page("indicators/workers-taken-on/index.html");
    assert_eq!(page.matches("<article class=\"verdict").count(), 2);
    // Each target still has its place to link to.
    for year in 2018..=2020 {
        assert!(page.contains(&format!("id=\"target-{year}\"")), "target-{year}");
    }
}

#[test]
fn the_home_page_counts_once_and_draws_each_target() {
    let home = aid().page("index.html");
    let text = visible(home);
    assert!(text.contains("1项得到证实，没有一项被证实未完成，86项凭公开数据还不能下结论"), "{text}");
    let squares = home.split("class=\"squares\"").skip(1).map(|rest| rest.split("</ul>").next().unwrap());
    assert_eq!(squares.map(|row| row.matches("<li>").count()).sum::<usize>(), 87);
    assert!(home.contains("title=\"吸纳昭通劳动力就业，2020年：证据不足\""));
    assert!(home.contains("action=\"search/index.html\"") && !home.contains("class=\"counts\""));
    let lost = aid().page("404.html");
    assert!(lost.contains("role=\"search\""), "{lost}");
    let sheet = std::fs::read_to_string(repository().join("src/site/theme/style.css")).unwrap();
    for key in ["met", "undetermined", "not_comparable"] {
        assert!(sheet.contains(&format!(".sq-{key}")), "{key} has a filling");
    }
}
