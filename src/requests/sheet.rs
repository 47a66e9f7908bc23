//! A layout as a workbook to fill in: a guide, a sheet for each unit, and a hidden sheet by which it is known again.

use super::answer::{Nature, Said};
use super::form::{Column, Form, Layout, Row, Time};
use crate::exchange::xlsx::{Book, Cell, Check, Content, Look, Paper, Rule, Sheet, column_name, sheet_name};
use crate::locale::Locale;
use rust_decimal::prelude::ToPrimitive;

/// The hidden sheet.
pub(super) const KEYS: &str = "_shanhai";
/// Goes up whenever the layout changes; another one is refused before anything is read.
pub(super) const VERSION: &str = "1";
/// What stands in the first cell of the hidden sheet.
pub(super) const KEYS_HEAD: &str = "shanhai";
/// The row of the hidden sheet from which on each line is a row of a form.
pub(super) const KEY_ROWS: u32 = 7;
/// The column of the hidden sheet from which on the values sent out stand.
pub(super) const KEY_VALUES: u32 = 7;

/// The marks of what stands at the foot of a sheet; each has its word in the catalogues.
pub(super) const FOOT: [&str; 5] = ["@basis", "@filled-by", "@approved-by", "@phone", "@date"];

/// The row of marks; heads stand below it.
const MARKS: u32 = 3;
/// The first row that is asked.
const FIRST: u32 = 5;
/// The first column of a time.
const TIMES: u16 = 5;

/// The workbook that asks some of the forms of a layout.
pub fn book(layout: &Layout, forms: &[&Form], locale: &Locale) -> Book {
    let locale = &locale.unmarked();
    let guide = locale.word("form-guide");
    let mut names = vec![KEYS.to_owned()];
    let guide = sheet_name(&guide, &mut names);
    let named: Vec<(String, &Form)> =
        forms.iter().map(|form| (sheet_name(&form.title, &mut names), *form)).collect();
    let mut sheets = vec![self::guide(guide, layout, forms, locale)];
    sheets.extend(named.iter().map(|(name, form)| Writer { layout, form, locale }.sheet(name)));
    sheets.push(keys(layout, &named));
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    Book {
        title: layout.title.clone(),
        made: (
            u16::try_from(layout.due.year()).unwrap_or(1900),
            part(layout.due.month()),
            part(layout.due.day()),
        ),
        mark: Some((KEYS_HEAD.to_owned(), format!("{VERSION};{};{}", layout.request, layout.digest()))),
        font: font(locale),
        sheets,
        first: usize::from(forms.len() == 1),
    }
}

/// A typeface that the programs of a language's users have.
pub(super) fn font(locale: &Locale) -> &'static str {
    if locale.lang().as_str().starts_with("zh") { "宋体" } else { "Calibri" }
}

fn guide(name: String, layout: &Layout, forms: &[&Form], locale: &Locale) -> Sheet {
    let mut sheet = Sheet { name, widths: vec![(0, 90.0)], locked: true, ..Sheet::default() };
    sheet.put(0, 0, &layout.title, Look::Title);
    let mut lines: Vec<String> = (1..=8).map(|line| locale.word(&format!("form-line-{line}"))).collect();
    lines.extend(layout.contact.iter().map(|contact| locale.say("form-contact", &[("contact", contact)])));
    lines.extend(example(forms, locale));
    for (line, row) in lines.iter().zip(2..) {
        sheet.put(row, 0, line, Look::Lines);
    }
    sheet.paper = Some(Paper { head: 0, foot: format!("&R{}", locale.word("form-page")) });
    sheet
}

/// How a number is written, by the first figure that is known.
fn example(forms: &[&Form], locale: &Locale) -> Option<String> {
    let rows = forms.iter().flat_map(|form| &form.rows);
    let (row, number) = rows
        .filter(|row| !row.unit.is_empty())
        .find_map(|row| Some((row, row.sent.iter().rev().flatten().find_map(|sent| sent.said.number())?)))?;
    let fill = [("title", &*row.title), ("unit", &row.unit), ("number", &number.to_string())];
    Some(locale.say("form-example", &fill))
}

struct Writer<'a> {
    layout: &'a Layout,
    form: &'a Form,
    locale: &'a Locale,
}

impl Writer<'_> {
    fn sheet(&self, name: &str) -> Sheet {
        let (layout, form, locale) = (self.layout, self.form, self.locale);
        let mut sheet = Sheet {
            name: name.to_owned(),
            widths: vec![(1, 6.0), (2, 34.0), (3, 11.0), (4, 11.0)],
            hidden_columns: vec![0],
            hidden_rows: vec![MARKS],
            locked: true,
            frozen: Some((FIRST, 3)),
            paper: Some(Paper { head: MARKS + 1, foot: format!("&L&A&R{}", locale.word("form-page")) }),
            ..Sheet::default()
        };
        sheet.put(0, 0, "@sheet", Look::Plain);
        sheet.put(1, 0, form.of.id(), Look::Plain);
        sheet.put(
            0,
            1,
            locale.say("form-head", &[("unit", &form.title), ("title", &layout.title)]),
            Look::Title,
        );
        let due = locale.day(layout.due);
        sheet.put(1, 1, locale.say("form-only-open", &[("due", &due)]), Look::Plain);
        let asked = layout.asked(form).to_string();
        sheet.put(2, 1, locale.say("form-count", &[("asked", &asked)]), Look::Plain);
        sheet.put(MARKS, 0, "@columns", Look::Plain);
        for (column, name) in (1..).zip(["number", "title", "unit", "time"]) {
            sheet.put(MARKS, column, format!("#{name}"), Look::Plain);
            sheet.put(MARKS + 1, column, locale.word(&format!("form-{name}")), Look::Head);
        }
        for (row, line) in form.rows.iter().zip(FIRST..) {
            sheet.put(line, 0, &row.mark, Look::Plain);
            let time = locale.word(Self::time(row));
            for (column, text) in (1..).zip([&row.number, &row.title, &row.unit, &time]) {
                sheet.put(line, column, text, Look::Label);
            }
        }
        self.times(&mut sheet);
        let below = FIRST + u32::try_from(form.rows.len()).unwrap_or(0) + 1;
        for (mark, line) in FOOT.iter().zip(below..) {
            sheet.put(line, 0, *mark, Look::Plain);
            sheet.put(
                line,
                2,
                locale.word(&format!("form-foot-{}", mark.trim_start_matches('@'))),
                Look::Label,
            );
            sheet.cells.insert((line, 3), Cell::blank(Look::OpenText));
        }
        sheet
    }

    /// What a column means in a row.
    fn time(row: &Row) -> &'static str {
        match row.time {
            Time::At => "form-at",
            Time::Done => "form-done",
            Time::Over if row.suffix == "%" => "form-current",
            Time::Over => "form-over",
        }
    }

    fn times(&self, sheet: &mut Sheet) {
        let (mut at, mut before, mut counted, mut filled) = (TIMES, None, Vec::new(), 0);
        let last = FIRST + u32::try_from(self.form.rows.len()).unwrap_or(1).max(1) - 1;
        for (index, column) in self.layout.columns.iter().enumerate() {
            sheet.put(MARKS, at, &column.key, Look::Plain);
            sheet.put(MARKS + 1, at, &column.title, Look::Head);
            sheet.widths.push((at, 13.0));
            for (row, line) in self.form.rows.iter().zip(FIRST..) {
                let sent = row.sent.get(index).and_then(Option::as_ref);
                let (text, nature) = sent.map_or((String::new(), None), |sent| {
                    let (text, nature) = sent.said.cell(sent.nature, self.locale);
                    (text, Some(nature).filter(|nature| *nature != Nature::Final))
                });
                filled += usize::from(column.open && !text.is_empty());
                let number = sent.filter(|_| text.parse::<f64>().is_ok()).and_then(|sent| sent.said.number());
                sheet.cells.insert((line, at), cell(row, column, text, number.and_then(|one| one.to_f64())));
                if column.open {
                    let nature = nature.map(|nature| nature.word(self.locale)).unwrap_or_default();
                    let note = sent.map(|sent| sent.note.clone()).unwrap_or_default();
                    for (beside, text) in [(at + 1, nature), (at + 2, note)] {
                        let blank = Cell::blank(Look::OpenText);
                        let cell = if text.is_empty() { blank } else { Cell::text(text, Look::OpenText) };
                        sheet.cells.insert((line, beside), cell);
                    }
                }
            }
            if !column.open {
                (before, at) = (Some(at), at + 1);
                continue;
            }
            for (beside, name, width) in [(at + 1, "nature", 11.0), (at + 2, "basis", 30.0)] {
                sheet.put(MARKS, beside, format!("{}#{name}", column.key), Look::Plain);
                sheet.put(MARKS + 1, beside, self.locale.word(&format!("form-{name}")), Look::Head);
                sheet.widths.push((beside, width));
            }
            let letter = column_name(u32::from(at));
            counted.push(format!("COUNTA({letter}{}:{letter}{})", FIRST + 1, last + 1));
            sheet.chosen = sheet.chosen.or(Some((FIRST, at)));
            self.checks(sheet, at, before, last);
            (before, at) = (Some(at), at + 3);
        }
        if !counted.is_empty() {
            let (first, second) =
                (self.locale.word("form-filled-before"), self.locale.word("form-filled-after"));
            let formula = format!("=\"{first} \"&({})&\"{second}\"", counted.join("+"));
            let content = Content::Formula(formula, format!("{first} {filled}{second}"));
            sheet.cells.insert((2, 3), Cell { content, look: Look::Plain });
        }
    }

    fn checks(&self, sheet: &mut Sheet, at: u16, before: Option<u16>, last: u32) {
        let words: Vec<String> = Nature::ALL.iter().map(|nature| nature.word(self.locale)).collect();
        sheet.checks.push(Check { column: at + 1, rows: (FIRST, last), rule: Rule::List(words) });
        let milestones = self.form.rows.iter().any(|row| row.time == Time::Done);
        let here = format!("{}{}", column_name(u32::from(at)), FIRST + 1);
        if milestones {
            // Words and numbers stand in one column: only lines with a milestone have a list.
            let words = ["form-in-progress", "form-not-begun"].map(|name| self.locale.word(name)).to_vec();
            for (row, line) in self.form.rows.iter().zip(FIRST..) {
                let rule = match row.time {
                    // A day that is not in the list is to be typed: the list only proposes.
                    Time::Done => Rule::Proposed(words.clone()),
                    _ => Rule::Number(self.locale.word("form-not-a-number")),
                };
                sheet.checks.push(Check { column: at, rows: (line, line), rule });
            }
            return;
        }
        let rule = Rule::Number(self.locale.word("form-not-a-number"));
        sheet.checks.push(Check { column: at, rows: (FIRST, last), rule });
        sheet.checks.push(Check {
            column: at,
            rows: (FIRST, last),
            rule: Rule::Odd(format!("=ISTEXT({here})")),
        });
        if let Some(before) = before {
            let then = format!("{}{}", column_name(u32::from(before)), FIRST + 1);
            let far = format!(
                "=AND(ISNUMBER({here}),ISNUMBER({then}),OR(ABS({here})>5*ABS({then}),5*ABS({here})<ABS({then})))"
            );
            sheet.checks.push(Check { column: at, rows: (FIRST, last), rule: Rule::Odd(far) });
        }
    }
}

fn cell(row: &Row, column: &Column, text: String, number: Option<f64>) -> Cell {
    let decimals = u8::try_from(row.decimals).unwrap_or(0);
    let look = match (column.open, row.time) {
        // A day that is typed stays as it is typed.
        (true, Time::Done) => Look::OpenText,
        (true, _) => Look::Open(decimals),
        (false, _) => Look::Known(decimals),
    };
    match number {
        Some(number) => Cell { content: Content::Number(number), look },
        None if text.is_empty() => Cell::blank(look),
        None => Cell::text(text, look),
    }
}

/// The hidden sheet: what the workbook is, and a line for each row with the values that were sent out.
fn keys(layout: &Layout, forms: &[(String, &Form)]) -> Sheet {
    let mut sheet = Sheet { name: KEYS.to_owned(), very_hidden: true, locked: true, ..Sheet::default() };
    let head = [
        (KEYS_HEAD, VERSION.to_owned()),
        ("request", layout.request.clone()),
        ("source", layout.source.clone()),
        ("digest", layout.digest()),
    ];
    for (row, (name, value)) in (0..).zip(&head) {
        sheet.put(row, 0, *name, Look::Plain);
        sheet.put(row, 1, value, Look::Plain);
    }
    sheet.put(4, 0, "columns", Look::Plain);
    sheet.put(5, 0, "open", Look::Plain);
    for (at, column) in (1..).zip(&layout.columns) {
        sheet.put(4, at, &column.key, Look::Plain);
        sheet.put(5, at, if column.open { "yes" } else { "no" }, Look::Plain);
    }
    let mut line = KEY_ROWS;
    for (name, form) in forms {
        for row in &form.rows {
            let decimals = row.decimals.to_string();
            let own = [name, form.of.id(), &row.mark, &row.unit, row.time.as_str(), &row.suffix, &decimals];
            for (column, text) in (0..).zip(own) {
                if !text.is_empty() {
                    sheet.put(line, column, text, Look::Plain);
                }
            }
            for (column, sent) in (u16::try_from(KEY_VALUES).unwrap_or(0)..).zip(&row.sent) {
                if let Some(sent) =
                    sent.as_ref().filter(|sent| sent.said != Said::Nothing || sent.nature != Nature::Final)
                {
                    sheet.put(
                        line,
                        column,
                        format!("{};{}", sent.nature.as_str(), sent.said.kept()),
                        Look::Plain,
                    );
                }
            }
            line += 1;
        }
    }
    sheet
}
