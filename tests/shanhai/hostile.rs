//! What content may not say: numbers that the data does not have, links that run code, characters that nobody sees.
//! Each is tried as a writer would write it, in the starter site, and has to be found by `check`.

use crate::project::Project;
use std::fmt::Write as _;

const STORY: &str = "content/stories/zhang-village/index.md";

/// Names what `check --strict` lets pass of some bodies of a story.
fn accepted(bodies: &[&str]) -> Vec<String> {
    let project = Project::starter();
    let passes = |body: &&&str| {
        project.put(STORY, format!("---\ntitle: 张村\nsummary: 村里的老人看病。\n---\n{body}\n"));
        let ran = project.command(&["check", "--strict"]).output().unwrap();
        ran.status.code() == Some(0)
    };
    bodies.iter().filter(passes).map(|body| (*body).to_owned()).collect()
}

/// The data says 42. `@` stands for the address of that figure.
fn around_42(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.replace('@', "figure:clinics@2024-12-31")).collect()
}

#[test]
fn what_touches_a_figure_makes_no_other_number_of_it() {
    let bodies = around_42(&[
        "有[42](@)万个。",
        "有[42](@)&#x4e07;个。",
        "有[42](@)**万**个。",
        "有[42](@)&nbsp;万个。",
        "有[42](@)\n万个。",
        "有[42](@) million.",
        "有[四十二](@)万个。",
        "有9[42](@)个。",
        "有９[42](@)个。",
        "有٩[42](@)个。",
        "有⑨[42](@)个。",
        "有**9**[42](@)个。",
        "有**9[42](@)**个。",
        "有`9`[42](@)个。",
        "有&#57;[42](@)个。",
        "有[9](https://example.org)[42](@)个。",
        "有9&shy;[42](@)个。",
        "有9&#x200b;[42](@)个。",
        "有9\u{200b}[42](@)个。",
        "有9[](@)。",
        "有[42](@)⑨个。",
        "有[42](@)²个。",
        "有[42](@)&frac12;个。",
        "有[42](@).5个。",
        "有[42](@),000个。",
        "有[42](@) 000个。",
        "有[42](@)/100。",
        "有[42](@)k个。",
        "有[42](@)O个。",
        "有[42](@)–50个。",
        "有[4](@)[2](@)个。",
        "有[042](@)个。",
        "有[42%](@)个。",
        "有[42](@)%。",
        "有[42](@)‰。",
        "有[42](@) per cent.",
        "有[42](@)个百分点。",
        "百分之[42](@)。",
        "有[42](@)分之一。",
        "有[42](@)成。",
        "有一百[42](@)个。",
        "是-[42](@)个。",
        "是−[42](@)个。",
        "是[-42](@)个。",
        "负[42](@)个。",
        "不到[42](@)个。",
        "不到[](@)。",
        "有[不到42个](@)。",
        "超过[42](@)个。",
        "近[42](@)个。",
        "有[42](@)多个。",
        "有[42余个](@)。",
        "less than [42](@).",
        "more than [42](@).",
        "not [42](@).",
        "有[42](@)&#x338;个。",
        "有[42&#x338;](@)个。",
        "有[4~~2~~](@)个。",
        "有~~[42](@)~~个。",
        "有&#x202e;[42](@)&#x202c;个。",
        "有&#x2067;[42](@)&#x2069;个。",
        "有\u{200f}[42](@)个。",
    ]);
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    assert_eq!(accepted(&bodies), Vec::<String>::new());
}

#[test]
fn a_figure_may_stand_in_any_honest_sentence() {
    let bodies = around_42(&[
        "有[42个](@)诊所，[42](@)个，[](@)。",
        "有[四十二个](@)，[４２](@)个，**[42](@)** 家。",
        "不少于[42](@)个，约[42](@)个，其余[42](@)家。",
        "到2024年，[42](@)家；2024年[42](@)家；附近[42](@)家。",
        "In 2024 [42](@) clinics, and at least [42](@).",
        "从[42](@)—[42](@)个；高三[42](@)个。",
    ]);
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    assert_eq!(accepted(&bodies), bodies);
}

#[test]
fn numbers_bound_to_nothing_are_seen_in_every_script_and_width() {
    let bodies = [
        "村里有９９个。",
        "村里有𝟗𝟗个。",
        "村里有٩٩个。",
        "村里有⑨个。",
        "村里有九十九个。",
        "[建成99个](verdict:clinics)。",
    ];
    assert_eq!(accepted(&bodies), Vec::<String>::new());
}

#[test]
fn every_key_that_takes_an_address_has_the_one_allow_list() {
    let addresses = [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:http://e.example/x",
        "\\\\\\\\e.example\\\\x",
        "//e.example",
        "https:e.example",
        "https://",
        "https://user:word@e.example/",
        "https://e.example/\\u202e",
        "https://e.example/%E2%80%AE",
        "https://e.example/%00",
        "https://e.example/\\\" onclick=x",
    ];
    let mut passed = String::new();
    for address in addresses {
        for (file, key) in [
            ("content/site.yaml", format!("licence: {{ title: x, url: \"{address}\" }}")),
            ("content/site.yaml", format!("base_url: \"{address}\"")),
            ("content/sources/bulletin-2025.yaml", format!("url: \"{address}\"")),
        ] {
            let project = Project::starter();
            let text = project.text(file);
            let name = key.split(':').next().unwrap();
            let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(name)).collect();
            project.put(file, format!("{}\n{key}\n", kept.join("\n")));
            if project.command(&["check"]).output().unwrap().status.code() != Some(1) {
                let _ = writeln!(passed, "{file}: {key}");
            }
        }
    }
    assert_eq!(passed, "");
    let links = [
        "[a](https://user:word@e.example/)",
        "[a](https://e.example/%0d%0a)",
        "[a](https:e.example)",
        "<javascript:x>",
    ];
    assert_eq!(accepted(&links), Vec::<String>::new());
}

/// A name with an escape sequence is said without it: a terminal would obey.
#[test]
#[cfg(unix)]
fn a_terminal_is_told_of_control_characters_and_not_given_them() {
    let project = Project::starter();
    project.put("content/sources/a\u{1b}[2J\u{202e}b.yaml", "title: x\n");
    let ran = project.run(&["check"]).exit(1);
    assert!(!ran.stdout().contains(['\u{1b}', '\u{202e}']), "{}", ran.stdout());
    let ran = project.run(&["check", "--content", "no\u{1b}[31m\u{202e}where"]).exit(2);
    assert!(!ran.stderr().contains(['\u{1b}', '\u{202e}']), "{}", ran.stderr());
}

#[test]
fn nothing_is_written_into_the_content() {
    let project = Project::starter();
    for args in [
        &["brief", "--to", "html", "--output", "content/briefs"][..],
        &["brief", "--to", "html", "--output", "content"],
        &["brief", "--to", "html", "--output", "content/new/../briefs"],
        &["brief", "--to", "html", "--output", "themes/mine"],
        &["schema", "--out", "content"],
        &["schema", "--out", "content/sources"],
    ] {
        project.run(args).exit(2).stderr_has("lies in");
    }
    project.run(&["check", "--strict"]).exit(0);
}

#[test]
fn a_brief_that_somebody_changed_is_kept() {
    let project = Project::starter();
    let brief = &["brief", "--to", "html"];
    project.run(brief).exit(0);
    let content = project.text("content/briefs/first-issue.md");
    // Other content, another brief: its own file is replaced.
    project.put("content/briefs/first-issue.md", content.replacen("issue: 1", "issue: 2", 1));
    project.run(brief).exit(0);
    let made = project.text("briefs/first-issue.html");
    project.put("briefs/first-issue.html", format!("{made}<!-- corrected by hand -->"));
    project.run(brief).exit(2).stderr_has("first-issue.html").stderr_has("--force");
    assert!(project.text("briefs/first-issue.html").contains("by hand"));
    project.run(&["brief", "--to", "html", "--force"]).exit(0);
    assert_eq!(project.text("briefs/first-issue.html"), made);
    // A file that was never ours is kept as well.
    let project = Project::starter().file("briefs/first-issue.html", "a letter");
    project.run(brief).exit(2);
    assert_eq!(project.text("briefs/first-issue.html"), "a letter");
}

#[test]
fn a_brief_that_stands_alone_runs_nothing_and_loads_nothing() {
    let project = Project::starter();
    project.run(&["brief", "--to", "html"]).exit(0);
    let page = project.text("briefs/first-issue.html");
    let policy = page.find("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'").unwrap();
    assert!(policy < page.find("<style>").unwrap());
}
