//! A [`Book`] as the bytes of an XLSX file; the same book, the same bytes. The only file that names `rust_xlsxwriter`.

use super::book::{Book, Cell, Check, Content, Look, Rule, Sheet};
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, Url,
    Workbook, Worksheet, XlsxError,
};

/// A4, as the format numbers papers.
const A4: u8 = 9;

/// Writes a book.
///
/// # Errors
/// What the format cannot hold, such as two sheets of one name.
pub fn write(book: &Book) -> Result<Vec<u8>, String> {
    made(book).map_err(|error| error.to_string())
}

fn made(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    let (year, month, day) = book.made;
    // Without a day of its own the file would have the clock's.
    let day = ExcelDateTime::from_ymd(year, month, day)?;
    let mut properties = DocProperties::new().set_title(&book.title).set_creation_datetime(&day);
    if let Some((name, value)) = &book.mark {
        properties = properties.set_custom_property(name, value.as_str());
    }
    file.set_properties(&properties);
    for (at, sheet) in book.sheets.iter().enumerate() {
        let page = file.add_worksheet();
        tab(page, sheet, book.font)?;
        if at == book.first {
            page.set_active(true);
        }
    }
    file.save_to_buffer()
}

fn tab(page: &mut Worksheet, sheet: &Sheet, font: &str) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    for (column, width) in &sheet.widths {
        page.set_column_width(*column, *width)?;
    }
    for column in &sheet.hidden_columns {
        page.set_column_hidden(*column)?;
    }
    for row in &sheet.hidden_rows {
        page.set_row_hidden(*row)?;
    }
    for ((row, column), cell) in &sheet.cells {
        put(page, (*row, *column), cell, font)?;
    }
    for check in &sheet.checks {
        checked(page, check)?;
    }
    if let Some((row, column)) = sheet.frozen {
        page.set_freeze_panes(row, column)?;
    }
    if let Some(((top, left), (bottom, right))) = sheet.filter {
        page.autofilter(top, left, bottom, right)?;
    }
    if let Some((row, column)) = sheet.chosen {
        page.set_selection(row, column, row, column)?;
    }
    if let Some(paper) = &sheet.paper {
        page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_footer(&paper.foot);
        page.set_repeat_rows(paper.head, paper.head)?;
    }
    if sheet.very_hidden {
        page.set_very_hidden(true);
    }
    if sheet.locked {
        // A railing and no lock: without a password, and columns may be made wider.
        page.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        });
    }
    Ok(())
}

fn put(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, font: &str) -> Result<(), XlsxError> {
    let look = look(cell.look, font);
    match &cell.content {
        Content::Blank => page.write_blank(row, column, &look)?,
        Content::Number(number) => page.write_number_with_format(row, column, *number, &look)?,
        Content::Text(text) => page.write_string_with_format(row, column, text, &look)?,
        Content::Formula(formula, result) => {
            let formula = Formula::new(formula.as_str()).set_result(result.as_str());
            page.write_formula_with_format(row, column, formula, &look)?
        }
        Content::Link(address, words) => {
            page.write_url_with_format(row, column, Url::new(address.as_str()).set_text(words), &look)?
        }
    };
    Ok(())
}

fn checked(
    page: &mut Worksheet,
    Check { column, rows: (first, last), rule }: &Check,
) -> Result<(), XlsxError> {
    let (column, first, last) = (*column, *first, *last);
    match rule {
        Rule::List(words) => {
            let list = DataValidation::new().allow_list_strings(words)?;
            page.add_data_validation(first, column, last, column, &list)?;
        }
        Rule::Proposed(words) => {
            let list = DataValidation::new().allow_list_strings(words)?.show_error_message(false);
            page.add_data_validation(first, column, last, column, &list)?;
        }
        Rule::Number(words) => {
            let number = DataValidation::new()
                .allow_decimal_number(DataValidationRule::Between(-1e15, 1e15))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(words)?;
            page.add_data_validation(first, column, last, column, &number)?;
        }
        Rule::Odd(formula) => {
            let orange = Format::new().set_background_color(Color::RGB(0x00F8_CBAD));
            let rule = ConditionalFormatFormula::new().set_rule(formula.as_str()).set_format(&orange);
            page.add_conditional_format(first, column, last, column, &rule)?;
        }
    }
    Ok(())
}

fn look(look: Look, font: &str) -> Format {
    let plain = Format::new().set_font_name(font).set_font_size(11);
    let known = || plain.clone().set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00F2_F2F2));
    // Colour alone tells nobody who prints it what to fill in: the border is thick as well.
    let open = || {
        let yellow = plain.clone().set_background_color(Color::RGB(0x00FF_F8DC));
        yellow.set_border(FormatBorder::Medium).set_unlocked()
    };
    let wrapped = |format: Format| format.set_text_wrap().set_align(FormatAlign::VerticalCenter);
    match look {
        Look::Plain => plain,
        Look::Title => plain.set_bold().set_font_size(16),
        Look::Lines => plain.set_text_wrap().set_align(FormatAlign::Top),
        Look::Head => wrapped(plain.set_bold().set_border(FormatBorder::Thin)).set_align(FormatAlign::Center),
        Look::Label => wrapped(plain.set_border(FormatBorder::Thin)),
        Look::Known(decimals) => known()
            .set_num_format(places(decimals))
            .set_align(FormatAlign::Right)
            .set_font_color(Color::RGB(0x0059_5959)),
        // A format without a per cent sign: in one with it, what is typed is a hundredth or not, as it likes.
        Look::Open(decimals) => open().set_num_format(places(decimals)).set_align(FormatAlign::Right),
        Look::OpenText => wrapped(open().set_num_format("@")),
        Look::Number => plain.set_align(FormatAlign::Right),
    }
}

fn places(decimals: u8) -> String {
    if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(usize::from(decimals))) }
}
