//! Briefs to edit: the DOCX beside the page of a brief, read as a word processor reads it.

use crate::project::Project;
use roxmltree::Document;
use std::fs::{self, File};
use std::io::Read as _;
use zip::ZipArchive;

const BRIEF: &str = "---
title: |
  张村卫生站建成以后
  的有关情况
summary: 卫生站开了以后，有了哪些数。
issue: 3
date: 2025-03-31
secrecy: 内部资料
publish: true
contributor: 某县办公室
report_to: [某市领导小组]
send_to: [各县]
reviewer: 张三
copies: 50
---
乙县有卫生站的村，2024年底是[42个](figure:clinics@2024-12-31)，计划是[不少于40个](target:clinics)，结论为[](verdict:clinics)。

## 有关数字

有卫生站的村原来是[12个](figure:clinics@baseline)，现在是[42个](figure:clinics@2024-12-31)。[^1]

![有卫生站的村](chart:clinics)

![卫生站的目标和结果](table:clinics)

1. 医生要留得住。
2. 药要送得到。

[^1]: 数字都出自同一份简报。
";

const FILE: &str = "output/briefs/valley/valley.docx";

/// A starter project with a brief.
fn briefed() -> Project {
    let project = Project::starter().file("content/briefs/valley.md", BRIEF);
    project.run(&["build"]).exit(0);
    project
}

fn part(project: &Project, part: &str) -> String {
    let mut zip = ZipArchive::new(File::open(project.path(FILE)).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(part).unwrap_or_else(|error| panic!("{part}: {error}")).read_to_string(&mut text).unwrap();
    text
}

/// All words of a part, in order.
fn words(xml: &str) -> String {
    let document = Document::parse(xml).unwrap();
    document
        .descendants()
        .filter(|node| node.tag_name().name() == "t")
        .filter_map(|node| node.text())
        .collect()
}

#[test]
fn the_page_of_a_brief_offers_it_for_editing_and_the_file_says_what_the_page_says() {
    let project = briefed();
    let page = project.text("output/briefs/valley/index.html");
    assert!(page.contains("valley.docx") && page.contains("可编辑文本（DOCX）"), "{page}");
    let text = words(&part(&project, "word/document.xml"));
    let mut rest = text.as_str();
    for next in [
        "内部资料",
        "第3期",
        "张村卫生站建成以后的有关情况",
        "2024年底是42个[",
        "结论为证实达到",
        "一、有关数字",
        "图1",
        "有卫生站的村",
        "表1",
        "目标",
        "医生要留得住。",
        "供稿：某县办公室",
        "报：某市领导小组",
        "审核：张三",
        "共印50份",
    ] {
        let at = rest.find(next).unwrap_or_else(|| panic!("{next} is not in {rest}"));
        rest = &rest[at + next.len()..];
    }
    let notes = words(&part(&project, "word/footnotes.xml"));
    assert!(notes.contains("第1段") || notes.contains("简报"), "{notes}");
    assert!(notes.contains("数字都出自同一份简报。"), "{notes}");
    let core = part(&project, "docProps/core.xml");
    assert!(core.contains("<dc:title>张村卫生站建成以后的有关情况</dc:title>"), "{core}");
}

#[test]
fn a_chart_is_told_to_those_who_do_not_see_it() {
    let project = briefed();
    let text = part(&project, "word/document.xml");
    let document = Document::parse(&text).unwrap();
    if cfg!(feature = "faces") {
        let described: Vec<&str> =
            document.descendants().filter_map(|node| node.attribute("descr")).collect();
        assert!(!described.is_empty() && described.iter().all(|words| words.contains("42")), "{described:?}");
    } else {
        assert!(words(&text).contains("42"));
    }
}

#[test]
fn a_brief_is_the_same_file_whenever_it_is_made() {
    let (one, other) = (briefed(), briefed());
    let first = fs::read(one.path(FILE)).unwrap();
    assert!(first == fs::read(other.path(FILE)).unwrap());
    one.run(&["build"]).exit(0).stderr_has("nothing changed");
}
