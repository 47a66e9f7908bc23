//! Tests of emphasis beside CJK characters.

use super::Prepared;
use crate::markup::build::build;
use crate::markup::{Block, Inline, Markup, is_cjk, plain_text};
use proptest::prelude::*;

/// The tree with and without the treatment.
fn both(text: &str) -> (Markup, Markup) {
    (build(text, 0, &Prepared::cjk_friendly(text)), build(text, 0, &Prepared::plain(text)))
}

/// Inlines as HTML-like text: short to write in a table.
fn show(inlines: &[Inline]) -> String {
    let wrap = |tag, children: &[Inline]| format!("<{tag}>{}</{tag}>", show(children));
    let one = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Strong { children, .. } => wrap("b", children),
        Inline::Emphasis { children, .. } => wrap("i", children),
        Inline::Strikethrough { children, .. } => wrap("s", children),
        Inline::Link { children, .. } => wrap("a", children),
        Inline::Code { text, .. } => format!("<c>{text}</c>"),
        Inline::Image(image) => format!("<img {}>", image.alt),
        _ => " ".to_owned(),
    };
    inlines.iter().map(one).collect()
}

fn shown(text: &str) -> String {
    let (markup, _) = both(text);
    markup.runs().into_iter().map(show).collect::<Vec<_>>().join("¶")
}

#[test]
fn emphasis_works_beside_cjk() {
    for (text, expected) in [
        ("**真，**她", "<b>真，</b>她"),
        ("他说**“好”**了", "他说<b>“好”</b>了"),
        ("**（注）**后", "<b>（注）</b>后"),
        ("*强调。*后文", "<i>强调。</i>后文"),
        ("前，**「中」**，后", "前，<b>「中」</b>，后"),
        ("前**（中）**后", "前<b>（中）</b>后"),
        ("前**(中)**后", "前<b>(中)</b>后"),
        ("前**`码`**后", "前<b><c>码</c></b>后"),
        ("前**[字](a.md)**后", "前<b><a>字</a></b>后"),
        ("前**_“好”_**后", "前<b><i>“好”</i></b>后"),
        ("前***“好”***后", "前<i><b>“好”</b></i>后"),
        ("前~~（删）~~后", "前<s>（删）</s>后"),
        ("**22%**以上，**甲**、**乙。**丙", "<b>22%</b>以上，<b>甲</b>、<b>乙。</b>丙"),
        ("> 前\n> **真，**她", "前 <b>真，</b>她"),
        (
            "| **真，**她 | 乙 |\n|-|-|\n|前**（注）**|*“丙”*后|",
            "<b>真，</b>她¶乙¶前<b>（注）</b>¶<i>“丙”</i>后",
        ),
        ("**真，\u{E0100}**她", "<b>真，\u{E0100}</b>她"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_emphasis_stays() {
    for (text, expected) in [
        ("3~5个，（10）~（20）人，30~40", "3~5个，（10）~（20）人，30~40"),
        ("（1）~（2），（3）~（4）", "（1）~（2），（3）~（4）"),
        ("甲~乙**丙~丁**", "甲~乙<b>丙~丁</b>"),
        ("甲 * 乙，丙 ** 丁", "甲 * 乙，丙 ** 丁"),
        (r"\*真，\*她 \**真*她", "*真，*她 *<i>真</i>她"),
        ("`**真，**她`", "<c>**真，**她</c>"),
        ("**真，她", "**真，她"),
        ("他说__“好”__了", "他说__“好”__了"),
        ("```\n真*（x\n```", ""),
        ("a**“b”**c", "a**“b”**c"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn a_stop_of_the_writers_own_stays() {
    assert_eq!(shown("\u{2E00}**真，**她&#x2E01;&#11778;"), "\u{2E00}<b>真，</b>她\u{2E01}\u{2E02}");
    let every: String = super::STOPS.filter_map(char::from_u32).collect();
    assert_eq!(shown(&format!("{every}**真，**她")), format!("{every}**真，**她"));
}

/// Text without its marks.
fn bare(markup: &Markup) -> String {
    let text: String = markup.runs().into_iter().map(plain_text).collect();
    text.replace(['*', '~', ' '], "")
}

const PIECES: &str = r"(真|她|，|“|”|（|）|\*|\*\*|\*\*\*|~~|_|a|1|\.|!| |\n|\\|`|\[|\]|\(|\)|<|>|\||&amp;|&#x2E00;|😀|\x{FE00}|#|-){0,24}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn text_without_cjk_is_left_to_commonmark(text in r"(a|1|“|”|—|é|😀|\*|\*\*|~~|_|\.|!| |\n|\\|`|\[|\]|\(|\)|<|>|\||#|-){0,24}|[ -~\n]{0,40}") {
        prop_assert!(!text.contains(is_cjk));
        let (treated, plain) = both(&text);
        prop_assert_eq!(treated, plain);
    }

    #[test]
    fn no_word_is_lost_or_gained(text in r"(真|她|，|“|”|（|）|\*|\*\*|~~|a|1|！|\.|!|—){0,24}") {
        // A first word keeps the rest from being a list or a heading.
        let text = format!("字{text}");
        let (treated, plain) = both(&text);
        prop_assert_eq!(bare(&treated), bare(&plain));
        prop_assert_eq!(bare(&treated), text.replace(['*', '~'], ""));
    }

    #[test]
    fn spans_hold_what_they_say(text in PIECES) {
        let (treated, _) = both(&text);
        for inline in treated.inlines() {
            let written = text.get(inline.span());
            prop_assert!(written.is_some(), "{inline:?}");
            if let (Inline::Text { text: words, .. }, Some(written)) = (inline, written) {
                let reference = written.starts_with('&') && written.find(';') == Some(written.len() - 1);
                prop_assert!(words == written || reference, "{inline:?} {written:?}");
            }
            for child in inline.children() {
                let (outer, inner) = (inline.span(), child.span());
                prop_assert!(outer.start <= inner.start && inner.end <= outer.end);
            }
        }
    }

    #[test]
    fn no_stop_is_seen_and_no_block_moves(text in PIECES) {
        let (treated, plain) = both(&text);
        let blocks = |markup: &Markup| markup.blocks.iter().map(Block::span).collect::<Vec<_>>();
        prop_assert_eq!(blocks(&treated), blocks(&plain));
        let stop = |c: char| super::STOPS.contains(&u32::from(c));
        let leaked = format!("{treated:?}").contains(stop);
        prop_assert!(text.contains('&') || !leaked);
    }

    #[test]
    fn places_are_mapped_back(text in PIECES) {
        let prepared = Prepared::cjk_friendly(&text);
        prop_assert_eq!(prepared.clean(prepared.text()), text.clone());
        for (at, _) in prepared.text().char_indices() {
            let place = prepared.source(&(0..at)).end;
            prop_assert_eq!(prepared.clean(&prepared.text()[..at]), &text[..place]);
        }
    }
}
