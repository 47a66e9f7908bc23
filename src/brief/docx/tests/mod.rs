//! Briefs written and read again, by what the file says.

#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the endings are our own")]

mod sample;

use self::sample::{File, all, brief, name, paragraphs, said, words};
use super::picture::DrawnChart;
use super::{Docx, write};
use crate::view::BriefView;
use rayon::prelude::*;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

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
        if let crate::view::BriefBlock::Chart(chart) = block {
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
