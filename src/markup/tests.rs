//! Tests of the tree as a whole.

use super::*;
use proptest::prelude::*;

fn blocks(text: &str) -> Vec<Block> {
    let markup = parse(text, 0);
    assert_eq!(markup.faults, [], "{text}");
    markup.blocks
}

/// Every fault with the text at its place.
fn faults(text: &str) -> Vec<(MarkupFaultKind, &str)> {
    parse(text, 0).faults.into_iter().map(|fault| (fault.kind, &text[fault.span])).collect()
}

#[test]
fn a_document_becomes_its_blocks() {
    let text = "# 一、背景 A\n\n话[^n]\n二\n\n1. 甲\n2. 乙\n\n> 引\n\n```rust x\nlet **a**;\n```\n\n---\n\n[^n]: 注\n";
    let found = blocks(text);
    let [heading, words, list, quote, code, rule, note] = &found[..] else { panic!("{found:#?}") };
    assert!(matches!(heading, Block::Heading { level: 1, id, .. } if id == "一背景-a"));
    assert!(matches!(words, Block::Paragraph { inlines, .. }
        if matches!(&inlines[..], [Inline::Text { .. }, Inline::FootnoteReference { label, .. }, Inline::SoftBreak { .. }, Inline::Text { .. }] if label == "n")));
    assert!(matches!(list, Block::List { start: Some(1), tight: true, items, .. } if items.len() == 2));
    assert!(matches!(quote, Block::Quote { blocks, .. } if blocks.len() == 1));
    assert!(
        matches!(code, Block::Code { language: Some(l), text, .. } if l == "rust" && text == "let **a**;\n")
    );
    assert!(matches!(rule, Block::Rule { .. }));
    assert!(
        matches!(note, Block::FootnoteDefinition { label, blocks, .. } if label == "n" && blocks.len() == 1)
    );
    let shown: Vec<&str> = found.iter().map(|block| &text[block.span()]).collect();
    assert_eq!(shown[..4], ["# 一、背景 A", "话[^n]\n二", "1. 甲\n2. 乙", "> 引"]);
    assert_eq!(shown[5], "---");
}

#[test]
fn lists_know_whether_they_are_tight() {
    assert!(matches!(&blocks("- a\n- b")[..], [Block::List { start: None, tight: true, .. }]));
    assert!(matches!(&blocks("- a\n\n- b")[..], [Block::List { tight: false, .. }]));
    let nested = blocks("3) a\n   - b");
    let [Block::List { start: Some(3), items, .. }] = &nested[..] else { panic!("{nested:#?}") };
    assert!(matches!(&items[0].blocks[..], [Block::Paragraph { .. }, Block::List { .. }]));
}

#[test]
fn tables_have_a_head_and_rows() {
    let text = "| 甲 | 乙 |\n|:-|-:|\n| a\\|b | **c** |\n| d |\n";
    let found = blocks(text);
    let [Block::Table { align, head, rows, .. }] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(align, &[Align::Left, Align::Right]);
    assert_eq!((head.len(), rows.len(), rows[1].len()), (2, 2, 2));
    assert_eq!(plain_text(&rows[0][0].inlines), "a|b");
    assert_eq!(plain_text(&rows[0][1].inlines), "c");
}

#[test]
fn references_survive_the_markdown() {
    let text = "[字](figure:louxia-collective-income@..2020-06) [](verdict:a@2018..2020;scope=b) \
                ![图](chart:a) [表](table:a \"题\") [源][1] [任务](task:5.2)\n\n![独图](photos/a.jpg)\n\n\
                [1]: source:dongguan-feature-2020\n";
    let markup = parse(text, 0);
    assert_eq!(markup.faults, []);
    let found: Vec<_> =
        markup.references().into_iter().map(|r| (r.target.clone(), r.words, r.image)).collect();
    assert_eq!(
        found,
        [
            (
                Target::Figure(FigureRef::parse("louxia-collective-income@..2020-06").unwrap()),
                "字".to_owned(),
                false
            ),
            (Target::Verdict(VerdictRef::parse("a@2018..2020;scope=b").unwrap()), String::new(), false),
            (Target::Chart("a".into()), "图".into(), true),
            (Target::Table("a".into()), "表".into(), false),
            (Target::Source("dongguan-feature-2020".into()), "源".into(), false),
            (Target::Task("5.2".into()), "任务".into(), false),
            (Target::Relative("photos/a.jpg".into()), "独图".into(), true),
        ]
    );
    assert!(matches!(&markup.blocks[1], Block::Figure(image) if image.alt == "独图"));
}

#[test]
fn raw_html_is_text_as_written() {
    for text in [
        "<script>alert(1)</script>",
        "字<b onclick=\"x\">**粗**</b>",
        "<!-- 隐 -->",
        "<div>\r\n  <p>\r\n</div>",
    ] {
        let markup = parse(text, 0);
        for inline in markup.inlines() {
            assert!(
                matches!(inline, Inline::Text { .. } | Inline::Strong { .. } | Inline::SoftBreak { .. }),
                "{inline:?}"
            );
        }
        let words: String = markup
            .inlines()
            .filter_map(|inline| match inline {
                Inline::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(words, text.replace(['*', '\r', '\n'], ""));
    }
    assert!(
        matches!(&blocks("# h {onclick=x}")[..], [Block::Heading { inlines, .. }] if plain_text(inlines) == "h {onclick=x}")
    );
}

#[test]
fn hostile_targets_are_refused_and_told() {
    let text = "字[甲](<java&#10;script:alert(1)>)和![](//host/x)和[乙](chart:乙)";
    let found = faults(text);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0].1, "[甲](<java&#10;script:alert(1)>)");
    let bad = TargetFault::Reference(RefFault::BadId("乙".into()));
    assert_eq!(found[2].0, MarkupFaultKind::Target { text: "chart:乙".into(), fault: bad });
    let markup = parse(text, 0);
    assert!(markup.references().iter().all(|r| matches!(r.target, Target::Refused(_))));
    let mail = parse("<a@b.cn>", 0);
    assert_eq!(mail.references()[0].target, &Target::Url("mailto:a@b.cn".into()));
}

#[test]
fn depth_is_limited_and_the_rest_is_text() {
    for (text, left) in [
        (format!("{}深", "> ".repeat(70)), "> > > > > > 深"),
        (format!("{}深{}", "*a **b ".repeat(40), "c** d* ".repeat(40)), ""),
        (format!("{}深", "- ".repeat(200)), ""),
    ] {
        let found = faults(&text);
        assert!(
            matches!(found[..], [(MarkupFaultKind::TooDeep, rest), ..] if left.is_empty() || rest.ends_with(left)),
            "{text}"
        );
    }
    assert_eq!(faults(&format!("{}深", "> ".repeat(63))), []);
}

#[test]
fn long_nonsense_is_read_in_time() {
    let started = std::time::Instant::now();
    for piece in ["> ", "*a", "[", "![", "**真，", "`", "<a ", "- ", "&#1;", "|", "1", "1,", "1、", "\u{1}"]
    {
        parse(&piece.repeat(20_000), 0).numbers();
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn control_characters_are_told_once_a_run() {
    assert_eq!(
        faults("甲\u{0}\u{1}乙\tc\r\n\u{7F}"),
        [
            (MarkupFaultKind::ControlCharacter('\0'), "\0\u{1}"),
            (MarkupFaultKind::ControlCharacter('\u{7F}'), "\u{7F}"),
        ]
    );
}

#[test]
fn a_bom_and_line_ends_do_no_harm() {
    let text = "\u{FEFF}# 题\r\n\r\n甲\r\n乙  \r\n丙\r\n";
    let found = blocks(text);
    assert!(
        matches!(&found[0], Block::Heading { id, span, .. } if id == "题" && &text[span.clone()] == "# 题")
    );
    let Block::Paragraph { inlines, .. } = &found[1] else { panic!("{found:#?}") };
    assert_eq!(plain_text(inlines), "甲乙\n丙");
    assert_eq!(plain_text(&inlines[..3]), "甲乙");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_gives_a_tree(text in r"(真|，|\*\*|~~|~|_|a|1\.|-|#|>|\||:|\n|\r\n| |\t|\\|`|```|\[\^a\]|\[|\]|\(|\)|<b>|<|!|&lt;|&#0;|\x{0}|\x{FEFF}|figure:a|---){0,40}", base in 0_usize..50) {
        let markup = parse(&text, base);
        let inside = |span: std::ops::Range<usize>| span.start >= base && text.get(span.start - base..span.end - base).is_some();
        for inline in markup.inlines() {
            prop_assert!(inside(inline.span()), "{inline:?}");
        }
        for block in &markup.blocks {
            prop_assert!(inside(block.span()), "{block:?}");
        }
        prop_assert!(markup.faults.iter().all(|fault| inside(fault.span.clone())));
        prop_assert!(markup.numbers().iter().all(|spot| inside(spot.span.clone())));
        prop_assert_eq!(parse(&text, base), markup);
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>()) {
        let markup = parse(&text, 0);
        let _ = (markup.references(), markup.numbers(), split_front_matter(&text));
    }
}
