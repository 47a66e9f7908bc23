//! Out and back: what a random request asks and a random unit fills in reads as the same figures.

use super::answer::{Nature, QUALIFIERS, Said, shown};
use super::form::{Column, Form, Layout, Row, Sent, Time};
use super::read::{Returned, read};
use super::returned::Answer;
use super::sheet::book;
use crate::exchange::xlsx::{self, Book, Cell as XlsxCell, Content, Look};
use crate::locale::Locale;
use crate::model::{AskedOf, Cell, IndicatorId, Lang, Period, ScopeId, UnitId};
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::BTreeMap;

fn locale() -> Locale {
    Locale::new(&Lang::new("zh-Hans")).expect("Chinese").unmarked()
}

fn row(at: usize, suffix: &str, decimals: u32, time: Time, sent: Vec<Option<Sent>>) -> Row {
    let unit = if suffix == "%" { "%".to_owned() } else { format!("{suffix}人") };
    Row {
        mark: format!("i-{at}|city"),
        indicator: IndicatorId::new(&format!("i-{at}")).expect("an id"),
        scope: ScopeId::new("city").expect("an id"),
        cell: Cell::default(),
        number: at.to_string(),
        title: format!("第{at}项"),
        unit,
        suffix: suffix.to_owned(),
        decimals,
        time,
        beside: None,
        sent,
    }
}

fn layout(rows: Vec<Row>) -> Layout {
    let column = |key: &str, title: &str, open| Column {
        key: key.to_owned(),
        title: title.to_owned(),
        period: Period::parse(key).expect("a period"),
        open,
    };
    Layout {
        request: "h1".into(),
        source: "units".into(),
        title: "报送表".into(),
        due: jiff::civil::date(2025, 7, 10),
        contact: None,
        columns: vec![column("2024", "2024年", false), column("2025", "2025年", true)],
        forms: vec![Form {
            of: AskedOf::Unit(UnitId::new("bureau").expect("an id")),
            title: "某局".into(),
            rows,
        }],
    }
}

#[expect(clippy::unnecessary_wraps, reason = "as a row has it")]
fn sent(number: i64, decimals: u32) -> Option<Sent> {
    let said = Said::Number("value", Decimal::new(number, decimals));
    Some(Sent { said, nature: Nature::Final, note: String::new() })
}

fn blank(layout: &Layout) -> Book {
    book(layout, &layout.forms.iter().collect::<Vec<_>>(), &locale())
}

fn came_back(layout: &Layout, book: &Book) -> Returned {
    let bytes = xlsx::write(book).expect("written");
    read(&bytes, &BTreeMap::from([(layout.request.clone(), layout.clone())]), &locale())
}

/// Fills in a cell of the sheet of the first unit. Rows of figures begin at 5, 2025 stands in column 6.
fn fill(book: &mut Book, row: u32, column: u16, content: Content) {
    book.sheets[1].cells.insert((row, column), XlsxCell { content, look: Look::Open(1) });
}

fn text(text: &str) -> Content {
    Content::Text(text.into())
}

fn codes(returned: &Returned) -> Vec<String> {
    returned.findings.iter().map(|one| format!("{} {}", one.cell, one.code)).collect()
}

fn answers(returned: &Returned) -> Vec<&Answer> {
    returned.forms.iter().flat_map(|form| &form.answers).collect()
}

#[test]
fn a_form_says_what_it_is_and_what_was_filled_in() {
    let rows = vec![
        row(0, "%", 1, Time::At, vec![sent(604, 1), None]),
        row(1, "万", 0, Time::Over, vec![None, None]),
    ];
    let layout = layout(rows);
    let mut book = blank(&layout);
    fill(&mut book, 5, 6, Content::Number(61.2));
    fill(&mut book, 6, 6, text("约300"));
    fill(&mut book, 6, 8, text("按新口径"));
    fill(&mut book, 8, 3, text("局统计科"));
    let returned = came_back(&layout, &book);
    assert_eq!(codes(&returned), Vec::<String>::new());
    let said: Vec<_> =
        answers(&returned).iter().map(|one| (one.said.kept(), one.cell.clone(), one.note.clone())).collect();
    let expected = [("value 61.2", "G6", ""), ("about 300", "G7", "按新口径")];
    assert_eq!(said, expected.map(|(said, cell, note)| (said.to_owned(), cell.to_owned(), note.to_owned())));
    assert_eq!(returned.forms[0].foot.get("basis").map(String::as_str), Some("局统计科"));
}

/// Something that people do to a form.
type Do = fn(&mut Book);

#[test]
fn what_people_do_to_a_form_is_named_with_its_cell() {
    let rows = || {
        vec![
            row(0, "%", 1, Time::At, vec![sent(604, 1), None]),
            row(1, "万", 0, Time::Over, vec![sent(300, 0), None]),
            row(2, "", 0, Time::Done, vec![None, None]),
        ]
    };
    let layout = layout(rows());
    let cases: [(&str, Do, &[&str]); 12] = [
        ("hundredth", |book| fill(book, 5, 6, Content::Number(0.6)), &["G6 per-cent"]),
        ("unit", |book| fill(book, 6, 6, Content::Number(3_000_000.0)), &["G7 jump"]),
        ("day", |book| fill(book, 6, 6, Content::Number(45_838.0)), &["G7 serial"]),
        ("grey", |book| fill(book, 5, 5, Content::Number(60.5)), &["F6 old-figure"]),
        ("words", |book| fill(book, 5, 6, text("3-5")), &["G6 not-a-number"]),
        ("milestone", |book| fill(book, 7, 6, text("快了")), &["G8 state"]),
        ("nature", |book| fill(book, 5, 7, text("随便")), &["G6 nature"]),
        ("no reason", |book| fill(book, 5, 7, text("未统计")), &["G6 no-reason"]),
        (
            "sorted",
            |book| {
                fill(book, 5, 6, Content::Number(61.0));
                fill(book, 5, 2, text("第1项"));
            },
            &["C6 names-moved"],
        ),
        (
            "other unit",
            |book| {
                fill(book, 6, 6, Content::Number(310.0));
                fill(book, 6, 3, text("人"));
            },
            &["D7 unit-changed"],
        ),
        (
            "own row",
            |book| {
                fill(book, 15, 2, text("数字经济占比"));
                fill(book, 15, 6, Content::Number(8.8));
            },
            &["C16 own-row"],
        ),
        (
            "column",
            |book| {
                for row in [3, 4] {
                    book.sheets[1].cells.remove(&(row, 6));
                }
            },
            &[" column-lost"],
        ),
    ];
    for (name, change, expected) in cases {
        let mut book = blank(&layout);
        change(&mut book);
        let returned = came_back(&layout, &book);
        let found: Vec<String> =
            codes(&returned).into_iter().filter(|one| !one.ends_with("some-empty")).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn words_beside_a_number_answer_the_question_about_it() {
    let layout = layout(vec![row(0, "%", 1, Time::At, vec![sent(604, 1), None])]);
    let mut book = blank(&layout);
    fill(&mut book, 5, 6, Content::Number(0.6));
    fill(&mut book, 5, 8, text("口径改了"));
    assert_eq!(codes(&came_back(&layout, &book)), Vec::<String>::new());
}

#[test]
fn a_form_is_known_again_without_its_hidden_sheet_and_without_its_marks() {
    let layout = layout(vec![row(0, "%", 1, Time::At, vec![sent(604, 1), None])]);
    let mut book = blank(&layout);
    fill(&mut book, 5, 6, Content::Number(61.2));
    book.sheets.pop();
    let returned = came_back(&layout, &book);
    assert_eq!((codes(&returned), answers(&returned).len()), (vec![" mark-lost".to_owned()], 1));
    // Copied as it is seen.
    book.mark = None;
    book.sheets[1].cells.retain(|(row, column), _| *row != 3 && *column != 0);
    let returned = came_back(&layout, &book);
    assert_eq!((codes(&returned), answers(&returned).len()), (vec![" mark-lost".to_owned()], 1));
    // With nothing that is ours.
    book.sheets[1].cells.retain(|(row, _), _| *row > 4);
    assert_eq!(codes(&came_back(&layout, &book)), [" no-mark"]);
}

#[test]
fn another_layout_is_refused_before_anything_is_read() {
    let layout = layout(vec![row(0, "%", 1, Time::At, vec![None, None])]);
    let mut book = blank(&layout);
    book.sheets[2].cells.insert((0, 1), XlsxCell::text("9", Look::Plain));
    assert_eq!(codes(&came_back(&layout, &book)), [" version"]);
    let mut book = blank(&layout);
    book.sheets[2].cells.insert((1, 1), XlsxCell::text("q9", Look::Plain));
    assert_eq!(codes(&came_back(&layout, &book)), [" other-request"]);
}

#[test]
fn an_empty_form_answers_nothing_and_deletes_nothing() {
    let layout = layout(vec![row(0, "%", 1, Time::At, vec![None, sent(604, 1)])]);
    let returned = came_back(&layout, &blank(&layout));
    assert_eq!(answers(&returned).len(), 1, "what was sent out stands in it");
    let mut book = blank(&layout);
    book.sheets[1].cells.remove(&(5, 6));
    let returned = came_back(&layout, &book);
    assert!(answers(&returned).is_empty());
    assert_eq!(codes(&returned), [" empty-before", " some-empty"]);
}

/// What a unit may answer, and how it stands in the cells.
fn filled() -> impl Strategy<Value = (usize, i64, u32, usize)> {
    (0..3_usize, -9_999_999_i64..9_999_999, 0_u32..4, 0..QUALIFIERS.len())
}

proptest! {
    // Each case is a workbook written three times.
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_filled_in_is_what_is_read(cells in proptest::collection::vec(filled(), 1..8)) {
        let rows = cells.iter().enumerate().map(|(at, (suffix, _, decimals, _))| {
            row(at, ["", "万", "%"][*suffix], *decimals, Time::Over, vec![None, None])
        });
        let layout = layout(rows.collect());
        let mut book = blank(&layout);
        prop_assert_eq!(xlsx::write(&book), xlsx::write(&blank(&layout)));
        let mut wanted = Vec::new();
        for ((line, row), (_, digits, decimals, qualifier)) in (5..).zip(&layout.forms[0].rows).zip(&cells) {
            let number = shown(Decimal::new(*digits, *decimals), row.decimals);
            let said = Said::Number(QUALIFIERS[*qualifier], number);
            let (text, nature) = said.cell(Nature::Final, &locale());
            let content = if text.parse::<f64>().is_ok() {
                Content::Number(number.to_f64().unwrap_or_default())
            } else {
                Content::Text(text)
            };
            fill(&mut book, line, 6, content);
            if nature != Nature::Final {
                fill(&mut book, line, 7, Content::Text(nature.word(&locale())));
            }
            wanted.push(said);
        }
        let returned = came_back(&layout, &book);
        let said: Vec<Said> = answers(&returned).into_iter().map(|one| one.said.clone()).collect();
        prop_assert_eq!(said, wanted, "{:?}", returned.findings);
    }
}
