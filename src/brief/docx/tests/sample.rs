//! A brief with something of every kind, and a reader of what was written of it.

use crate::brief::docx::Docx;
use crate::lang_marks::foreign;
use crate::view::{
    BriefBlock, BriefChart, BriefNote, BriefTable, BriefView, BriefWords, Column, Imprint, Link, ListItem,
    NoteMark, Run,
};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

pub(super) fn note(number: usize, first: bool) -> Run {
    Run { note: Some(NoteMark { number, first }), ..Run::default() }
}

pub(super) fn item(level: usize, marker: &str, text: &str) -> ListItem {
    ListItem { level, marker: marker.to_owned(), runs: vec![Run::plain(text)] }
}

/// Something of every kind.
pub(super) fn brief(lang: &str) -> BriefView {
    let column = |head: &str, align, share| Column { head: head.to_owned(), align, share };
    let strong = Run { strong: true, ..Run::plain("重要") };
    let link = Run { href: Some("https://example.org/a b".to_owned()), ..Run::plain("出处") };
    let inside = Run { href: Some("../../indicators/x/".to_owned()), ..Run::plain("站内") };
    let ends = Run { ends_line: true, ..Run::default() };
    BriefView {
        name: "of-everything".to_owned(),
        lang: lang.to_owned(),
        corner: vec!["编号 001".to_owned(), "内部资料".to_owned()],
        masthead: "进展简报".to_owned(),
        issue: Some("第1期".to_owned()),
        running: Some("（总第5期）".to_owned()),
        issuer: "某办公室".to_owned(),
        date: "2021年5月11日".to_owned(),
        day: [2021, 5, 11],
        title: vec!["题目第一行".to_owned(), format!("第二行{}", foreign("en", "GDP"))],
        subject: format!("题目第一行第二行{}", foreign("en", "GDP")),
        summary: "摘要".to_owned(),
        text_lang: None,
        untranslated: None,
        blocks: vec![
            BriefBlock::Heading { level: 1, number: "一、".to_owned(), runs: vec![Run::plain("标题")] },
            BriefBlock::Paragraph {
                runs: vec![
                    Run::plain(format!("正文\u{0}见{}", foreign("en", "the <plan> & more"))),
                    note(2, false),
                    strong,
                    link,
                    inside,
                    note(1, true),
                    note(2, true),
                    note(9, true),
                    ends,
                ],
            },
            BriefBlock::List {
                small: false,
                ordered: true,
                items: vec![item(0, "3.", "甲"), item(1, "·", "乙"), item(0, "4.", "丙"), item(0, "7.", "丁")],
            },
            BriefBlock::Quote { paragraphs: vec![vec![Run::plain("引文")]] },
            BriefBlock::Table(BriefTable {
                label: "表1".to_owned(),
                caption: "表题".to_owned(),
                columns: vec![column("指标", "left", 33), column("目标", "right", 33), column("结论", "center", 33)],
                wide: false,
                rows: vec![
                    vec![vec![Run::plain("行一")], vec![Run::plain("8000人"), note(1, false)], vec![]],
                    vec![vec![Run::plain("行二")], vec![], vec![Run { status: Some("met".to_owned()), ..Run::plain("达到") }]],
                ],
            }),
            BriefBlock::Heading { level: 2, number: "（一）".to_owned(), runs: vec![Run::plain("小标题")] },
            BriefBlock::Chart(Box::new(BriefChart {
                id: "chart-1".to_owned(),
                label: "图1".to_owned(),
                caption: "图题".to_owned(),
                subtitle: "单位：人".to_owned(),
                description: "图中所示：6768人，高于\"6700人\"。".to_owned(),
                svg_html: String::new(),
                svg: r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="50" fill="#123456"/></svg>"##
                    .to_owned(),
                source: "来源：某文".to_owned(),
            })),
            BriefBlock::Rule,
        ],
        notes: vec![
            BriefNote { number: 1, runs: vec![Run::plain("某文，"), Run::plain(foreign("en", "p. 3"))] },
            BriefNote { number: 2, runs: vec![Run::plain("另文。")] },
        ],
        contributor: Some("（供稿：某人）".to_owned()),
        imprint: Imprint {
            recipients: vec![("报".to_owned(), "甲单位，乙单位".to_owned()), ("送".to_owned(), "丙单位".to_owned())],
            people: vec![("审核".to_owned(), "张三".to_owned()), ("责任编辑".to_owned(), "李四".to_owned())],
            copies: Some("（共印50份）".to_owned()),
        },
        words: BriefWords {
            notes: "注释".to_owned(),
            colon: "：".to_owned(),
            look_up: Some("出处见：https://example.org/".to_owned()),
        },
        downloads: vec![Link { text: String::new(), href: String::new() }],
    }
}

/// The parts of a file by name.
pub(super) struct File(pub BTreeMap<String, Vec<u8>>);

impl File {
    pub(super) fn read(bytes: Vec<u8>) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..zip.len()).map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        });
        Self(parts.collect())
    }

    pub(super) fn of(brief: &BriefView) -> Self {
        Self::read(Docx::new().unwrap().file(brief).unwrap())
    }

    pub(super) fn part(&self, name: &str) -> &str {
        std::str::from_utf8(self.0.get(name).unwrap_or_else(|| panic!("{name}"))).unwrap()
    }

    pub(super) fn text(&self) -> Document<'_> {
        Document::parse(self.part("word/document.xml")).unwrap()
    }
}

pub(super) fn name<'x>(node: Node<'x, '_>) -> &'x str {
    node.tag_name().name()
}

pub(super) fn all<'d>(document: &'d Document<'_>, tag: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    document.descendants().filter(move |node| node.tag_name().name() == tag)
}

/// An attribute by its local name.
pub(super) fn said<'x>(node: Node<'x, '_>, local: &str) -> Option<&'x str> {
    node.attributes().find(|attribute| attribute.name() == local).map(|attribute| attribute.value())
}

/// The words below a node, a line end as a bar and a tab as an arrow.
pub(super) fn words(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter_map(|node| match name(node) {
            "t" => node.text().map(str::to_owned),
            "br" => Some("|".to_owned()),
            "tab" if node.parent().is_some_and(|parent| name(parent) == "r") => Some("→".to_owned()),
            "footnoteReference" => Some(format!("*{}", said(node, "id").unwrap())),
            _ => None,
        })
        .collect()
}

/// The style and the words of every paragraph that has words.
pub(super) fn paragraphs(document: &Document<'_>) -> Vec<(String, String)> {
    all(document, "p")
        .map(|p| {
            let style =
                p.descendants().find(|node| name(*node) == "pStyle").and_then(|node| said(node, "val"));
            (style.unwrap_or("Normal").to_owned(), words(p))
        })
        .filter(|(_, words)| !words.is_empty())
        .collect()
}
