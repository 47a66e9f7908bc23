//! Briefs written and read again, by what the file says.

#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the endings are our own")]

use super::picture::DrawnChart;
use super::{Docx, write};
use crate::lang_marks::foreign;
use crate::view::{
    BriefBlock, BriefChart, BriefNote, BriefTable, BriefView, BriefWords, Column, Imprint, Link, ListItem,
    NoteMark, Run,
};
use rayon::prelude::*;
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

fn note(number: usize, first: bool) -> Run {
    Run { note: Some(NoteMark { number, first }), ..Run::default() }
}

fn item(level: usize, marker: &str, text: &str) -> ListItem {
    ListItem { level, marker: marker.to_owned(), runs: vec![Run::plain(text)] }
}

/// Something of every kind.
fn brief(lang: &str) -> BriefView {
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
struct File(BTreeMap<String, Vec<u8>>);

impl File {
    fn read(bytes: Vec<u8>) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..zip.len()).map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().to_owned(), bytes)
        });
        Self(parts.collect())
    }

    fn of(brief: &BriefView) -> Self {
        Self::read(Docx::new().unwrap().file(brief).unwrap())
    }

    fn part(&self, name: &str) -> &str {
        std::str::from_utf8(self.0.get(name).unwrap_or_else(|| panic!("{name}"))).unwrap()
    }

    fn text(&self) -> Document<'_> {
        Document::parse(self.part("word/document.xml")).unwrap()
    }
}

fn name<'x>(node: Node<'x, '_>) -> &'x str {
    node.tag_name().name()
}

fn all<'d>(document: &'d Document<'_>, tag: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    document.descendants().filter(move |node| node.tag_name().name() == tag)
}

/// An attribute by its local name.
fn said<'x>(node: Node<'x, '_>, local: &str) -> Option<&'x str> {
    node.attributes().find(|attribute| attribute.name() == local).map(|attribute| attribute.value())
}

/// The words below a node, a line end as a bar and a tab as an arrow.
fn words(node: Node<'_, '_>) -> String {
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
fn paragraphs(document: &Document<'_>) -> Vec<(String, String)> {
    all(document, "p")
        .map(|p| {
            let style =
                p.descendants().find(|node| name(*node) == "pStyle").and_then(|node| said(node, "val"));
            (style.unwrap_or("Normal").to_owned(), words(p))
        })
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

#[test]
fn everything_stands_in_order_under_its_style() {
    let file = File::of(&brief("zh-Hans"));
    let document = file.text();
    let found = paragraphs(&document);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(style, words)| (style.as_str(), words.as_str())).collect();
    let mut expected = vec![
        ("BriefCorner", "编号 001"),
        ("BriefCorner", "内部资料"),
        ("BriefMasthead", "进展简报"),
        ("BriefIssue", "第1期"),
        ("BriefIssue", "（总第5期）"),
        ("BriefIssuer", "某办公室→2021年5月11日"),
        ("Title", "题目第一行|第二行GDP"),
        ("Heading1", "一、标题"),
        // What is first referred to is the first note; a note that is not there has no mark.
        ("BodyText", "正文见the <plan> & more[*1]重要出处站内[*2][1]"),
        ("ListParagraph", "甲"),
        ("ListParagraph", "乙"),
        ("ListParagraph", "丙"),
        ("ListParagraph", "丁"),
        ("Quote", "引文"),
        ("Caption", "表1\u{3000}表题"),
        ("BriefTableHead", "指标"),
        ("BriefTableHead", "目标"),
        ("BriefTableHead", "结论"),
        ("BriefTable", "行一"),
        ("BriefTable", "8000人[2]"),
        ("BriefTable", "行二"),
        ("BriefTable", "达到"),
        ("Heading2", "（一）小标题"),
        ("BriefTable", "图中所示：6768人，高于\"6700人\"。"),
        ("Caption", "图1\u{3000}图题"),
        ("BriefFigureNote", "单位：人"),
        ("BriefFigureNote", "来源：某文"),
        ("BriefContributor", "（供稿：某人）"),
        ("BriefLookUp", "出处见：https://example.org/"),
        ("BriefImprint", "报："),
        ("BriefImprint", "甲单位，乙单位"),
        ("BriefImprint", "送："),
        ("BriefImprint", "丙单位"),
        ("BriefImprint", "审核：张三\u{3000}责任编辑：李四"),
        ("BriefImprint", "（共印50份）"),
    ];
    if cfg!(feature = "faces") {
        expected.retain(|(_, words)| !words.starts_with("图中所示"));
    }
    assert_eq!(found, expected);
    let styles = Document::parse(file.part("word/styles.xml")).unwrap();
    let defined: BTreeSet<&str> = all(&styles, "style").filter_map(|style| said(style, "styleId")).collect();
    let used = all(&document, "pStyle").chain(all(&document, "rStyle")).chain(all(&document, "tblStyle"));
    for style in used.filter_map(|node| said(node, "val")) {
        assert!(defined.contains(style), "{style}");
    }
}

#[test]
fn notes_are_those_of_word_and_a_repeated_mark_refers_to_the_first() {
    let file = File::of(&brief("zh-Hans"));
    let notes = Document::parse(file.part("word/footnotes.xml")).unwrap();
    let said_in: Vec<(&str, String)> =
        all(&notes, "footnote").map(|note| (said(note, "id").unwrap(), words(note))).collect();
    assert_eq!(
        said_in,
        [
            ("-1", String::new()),
            ("0", String::new()),
            ("1", " 另文。".to_owned()),
            ("2", " 某文，p. 3".to_owned())
        ]
    );
    let document = file.text();
    let fields: Vec<&str> = all(&document, "fldSimple").filter_map(|node| said(node, "instr")).collect();
    assert_eq!(fields, [" NOTEREF _Note1 \\f \\h ", " NOTEREF _Note2 \\f \\h "]);
    let marked: Vec<&str> = all(&document, "bookmarkStart").filter_map(|node| said(node, "name")).collect();
    assert_eq!(marked, ["_Note1", "_Note2"]);
}

#[test]
fn words_of_another_language_say_so_and_no_mark_is_left() {
    for (lang, own) in [("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW")] {
        let file = File::of(&brief(lang));
        let document = file.text();
        let tagged: Vec<(String, &str)> = all(&document, "lang")
            .map(|lang| (words(lang.ancestors().nth(2).unwrap()), said(lang, "val").unwrap()))
            .collect();
        assert_eq!(tagged, [("GDP".to_owned(), "en-GB"), ("the <plan> & more".to_owned(), "en-GB")]);
        assert!(
            file.part("word/styles.xml").contains(&format!(r#"<w:lang w:val="en-US" w:eastAsia="{own}""#))
        );
        assert!(file.part("docProps/core.xml").contains(&format!("<dc:language>{own}</dc:language>")));
        for (name, part) in file.0.iter().filter(|(name, _)| !name.ends_with(".png")) {
            let part = std::str::from_utf8(part).unwrap();
            assert!(!part.contains(crate::lang_marks::is_mark) && !part.contains('\u{0}'), "{name}");
        }
    }
    // A text that nobody translated: its words are of its language, those of the frame are not.
    let file = File::of(&BriefView { text_lang: Some("zh-Hans".to_owned()), ..brief("en") });
    let document = file.text();
    let lang = |text: &str| {
        let run = all(&document, "r").find(|run| words(*run) == text).unwrap();
        run.descendants().find(|node| name(*node) == "lang").and_then(|node| said(node, "eastAsia"))
    };
    assert_eq!(lang("标题"), Some("zh-CN"));
    assert_eq!(lang("引文"), Some("zh-CN"));
    assert_eq!(lang("一、"), None);
    assert_eq!(lang("单位：人"), None);
}

#[test]
fn the_same_brief_gives_the_same_bytes_also_beside_others() {
    let docx = Docx::new().unwrap();
    let langs = ["zh-Hans", "zh-Hant", "en"];
    let alone: Vec<Vec<u8>> = langs.iter().map(|lang| docx.file(&brief(lang)).unwrap()).collect();
    let together: Vec<(usize, Vec<u8>)> =
        (0..24).into_par_iter().map(|at| (at % 3, docx.file(&brief(langs[at % 3])).unwrap())).collect();
    for (at, bytes) in together {
        assert!(bytes == alone[at], "{}", langs[at]);
    }
    assert_ne!(alone[0], alone[1]);
}

#[test]
fn a_table_repeats_its_head_and_its_columns_fill_the_page() {
    let file = File::of(&brief("zh-Hans"));
    let document = file.text();
    let table = all(&document, "tbl").next().unwrap();
    let heads: Vec<bool> = table
        .children()
        .filter(|node| name(*node) == "tr")
        .map(|row| row.descendants().any(|node| name(node) == "tblHeader"))
        .collect();
    assert_eq!(heads, [true, false, false]);
    for table in all(&document, "tbl") {
        let widths: Vec<u32> = table
            .descendants()
            .filter(|node| name(*node) == "gridCol")
            .map(|column| said(column, "w").unwrap().parse().unwrap())
            .collect();
        assert_eq!(widths.iter().sum::<u32>(), 8845, "{widths:?}");
        for row in table.children().filter(|node| name(*node) == "tr") {
            let cells = row.children().filter(|node| name(*node) == "tc");
            let width: u32 = cells
                .map(|cell| cell.descendants().find(|node| name(*node) == "tcW").unwrap())
                .map(|width| said(width, "w").unwrap().parse::<u32>().unwrap())
                .sum();
            assert_eq!(width, 8845);
        }
    }
    let aligned: Vec<Option<&str>> = table
        .descendants()
        .filter(|node| name(*node) == "p")
        .skip(3)
        .map(|p| p.descendants().find(|node| name(*node) == "jc").and_then(|node| said(node, "val")))
        .collect();
    assert_eq!(aligned, [Some("left"), Some("right"), Some("center")].repeat(2));
}

#[test]
fn items_count_on_begin_again_and_nest() {
    let file = File::of(&brief("zh-Hans"));
    let document = file.text();
    let items: Vec<(&str, &str)> = all(&document, "numPr")
        .map(|item| {
            let of = |tag| {
                item.children().find(|node| name(*node) == tag).and_then(|node| said(node, "val")).unwrap()
            };
            (of("ilvl"), of("numId"))
        })
        .collect();
    assert_eq!(items, [("0", "1"), ("1", "2"), ("0", "1"), ("0", "3")]);
    let lists = Document::parse(file.part("word/numbering.xml")).unwrap();
    let series: Vec<(&str, Option<&str>)> = all(&lists, "num")
        .map(|num| {
            let of =
                |tag| num.descendants().find(|node| name(*node) == tag).and_then(|node| said(node, "val"));
            (of("abstractNumId").unwrap(), of("startOverride"))
        })
        .collect();
    assert_eq!(series, [("1", Some("3")), ("0", None), ("1", Some("7"))]);
}

#[cfg(feature = "faces")]
#[test]
fn a_chart_is_a_picture_with_words_for_those_who_do_not_see_it() {
    let file = File::of(&brief("zh-Hans"));
    let document = file.text();
    let picture = all(&document, "inline").next().unwrap();
    let described: Vec<&str> = picture.descendants().filter_map(|node| said(node, "descr")).collect();
    assert_eq!(described, ["图中所示：6768人，高于\"6700人\"。"; 2]);
    let extent = picture.descendants().find(|node| name(*node) == "extent").unwrap();
    assert_eq!((said(extent, "cx"), said(extent, "cy")), (Some("4032000"), Some("2016000")));
    let png = &file.0["word/media/image1.png"];
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 1000);
}

#[test]
fn a_chart_that_is_not_drawn_is_told() {
    let file = File::read(write(&brief("zh-Hans"), Vec::new()).unwrap());
    assert!(paragraphs(&file.text()).iter().any(|(_, words)| words.starts_with("图中所示：6768人")));
    assert!(!file.0.keys().any(|name| name.ends_with(".png")));
}

#[test]
fn a_high_chart_keeps_its_caption_on_its_page() {
    let picture = DrawnChart { png: Vec::new(), size: (1000, 4000) };
    let file = File::read(write(&brief("zh-Hans"), vec![picture]).unwrap());
    let document = file.text();
    let extent = all(&document, "extent").next().unwrap();
    assert_eq!((said(extent, "cx"), said(extent, "cy")), (Some("1710000"), Some("6840000")));
}

#[cfg(feature = "faces")]
#[test]
fn a_character_that_no_face_has_is_named_with_its_chart() {
    let mut brief = brief("zh-Hans");
    for block in &mut brief.blocks {
        if let BriefBlock::Chart(chart) = block {
            chart.svg =
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">ꓘ</text></svg>"#
                    .to_owned();
        }
    }
    let why = Docx::new().unwrap().file(&brief).unwrap_err().to_string();
    assert!(why.contains('ꓘ') && why.contains("图1"), "{why}");
}

#[test]
fn the_page_is_that_of_an_official_document_in_chinese_and_plain_in_english() {
    let file = File::of(&brief("zh-Hans"));
    let document = file.text();
    let margins = all(&document, "pgMar").next().unwrap();
    let mm = |side| said(margins, side).unwrap().parse::<f64>().unwrap() / 56.692_9;
    for (side, wanted) in [("top", 37.0), ("left", 28.0), ("bottom", 35.0), ("right", 26.0)] {
        assert!((mm(side) - wanted).abs() < 0.1, "{side}: {}", mm(side));
    }
    // 22 lines of 29 points go between the margins.
    let upright = 16838.0 - (mm("top") + mm("bottom")) * 56.692_9;
    assert!((0.0..1.0).contains(&(upright - 22.0 * 580.0)), "{upright}");
    let styles = file.part("word/styles.xml");
    for wanted in [
        r#"<w:spacing w:line="580" w:lineRule="exact"/>"#,
        r#"w:firstLineChars="200""#,
        r#"w:eastAsia="方正小标宋简体""#,
        r#"w:eastAsia="黑体""#,
        r#"w:eastAsia="楷体_GB2312""#,
        r#"w:eastAsia="仿宋_GB2312""#,
        r#"<w:outlineLvl w:val="0"/>"#,
        r#"<w:color w:val="E60012"/>"#,
    ] {
        assert!(styles.contains(wanted), "{wanted}");
    }
    assert!(file.part("word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    for (part, align) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
        let footer = Document::parse(file.part(part)).unwrap();
        assert_eq!(words(footer.root()), "— 1 —");
        assert_eq!(all(&footer, "jc").next().and_then(|node| said(node, "val")), Some(align));
        assert_eq!(all(&footer, "fldSimple").next().and_then(|node| said(node, "instr")), Some(" PAGE "));
    }
    let english = File::of(&brief("en"));
    let styles = english.part("word/styles.xml");
    assert!(styles.contains(r#"w:ascii="Times New Roman""#) && styles.contains(r#"<w:sz w:val="23"/>"#));
    assert!(!styles.contains("仿宋") && !styles.contains("exact\"/><w:jc w:val=\"both\""));
}

#[test]
fn parts_are_xml_hang_together_and_have_their_elements_in_the_order_of_the_schema() {
    for lang in ["zh-Hans", "en"] {
        let file = File::of(&brief(lang));
        let types = Document::parse(file.part("[Content_Types].xml")).unwrap();
        for part in all(&types, "Override").filter_map(|node| said(node, "PartName")) {
            assert!(file.0.contains_key(part.trim_start_matches('/')), "{part}");
        }
        for (part, folder, relations) in [
            ("word/document.xml", "word/", "word/_rels/document.xml.rels"),
            ("word/footnotes.xml", "word/", "word/_rels/footnotes.xml.rels"),
        ] {
            let relations = Document::parse(file.part(relations)).unwrap();
            let mut ids = BTreeSet::new();
            for relation in all(&relations, "Relationship") {
                assert!(ids.insert(said(relation, "Id").unwrap()), "{relation:?} twice");
                let target = said(relation, "Target").unwrap();
                let outside = said(relation, "TargetMode") == Some("External");
                assert!(outside || file.0.contains_key(&format!("{folder}{target}")), "{target}");
            }
            let document = Document::parse(file.part(part)).unwrap();
            for node in document.descendants() {
                for id in node.attributes().filter(|attribute| {
                    attribute.namespace().is_some_and(|space| space.ends_with("/relationships"))
                }) {
                    assert!(ids.contains(id.value()), "{} of {}", id.value(), name(node));
                }
            }
        }
        assert!(file.part("word/_rels/document.xml.rels").contains("https://example.org/a%20b"));
        for (part, bytes) in file.0.iter().filter(|(part, _)| part.ends_with(".xml")) {
            let document = Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
            for node in document.descendants() {
                in_order(part, node);
            }
        }
    }
}

/// What ECMA-376 (part 1, annex A) has in sequence, as far as it is written here.
const ORDERS: [(&str, &str); 9] = [
    (
        "pPr",
        "pStyle keepNext keepLines widowControl numPr pBdr tabs autoSpaceDE autoSpaceDN spacing ind jc outlineLvl",
    ),
    ("rPr", "rStyle rFonts b bCs i iCs strike color spacing sz szCs u vertAlign lang"),
    ("style", "name basedOn next qFormat pPr rPr tblPr"),
    ("tblPr", "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption"),
    ("tcPr", "tcW gridSpan vAlign"),
    ("sectPr", "footerReference pgSz pgMar"),
    ("lvl", "start numFmt suff lvlText lvlJc pPr rPr"),
    ("font", "altName charset family pitch"),
    (
        "settings",
        "mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr compat themeFontLang",
    ),
];

fn in_order(part: &str, node: Node<'_, '_>) {
    let Some((_, order)) = ORDERS.iter().find(|(parent, _)| *parent == name(node)) else { return };
    let order: Vec<&str> = order.split(' ').collect();
    let places: Vec<usize> = node
        .children()
        .map(|child| {
            let place = order.iter().position(|tag| *tag == name(child));
            place.unwrap_or_else(|| panic!("{part}: {} in {}", name(child), name(node)))
        })
        .collect();
    assert!(places.is_sorted(), "{part}: {} in {places:?}", name(node));
}
