//! One cell as a number: what people type, what spreadsheets make of it, and what nobody can know.

use super::answer::{scale, shown};
use super::finding::{Finding, Weight};
use super::form::Row;
use crate::code_points;
use crate::exchange::xlsx::Entry;
use crate::locale::lang::{self, FormWords};
use crate::model::ActualKind;
use rust_decimal::Decimal;

/// A number as it was read, in the unit of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "a number is what it is")]
pub(super) struct Number {
    /// With the decimals that are asked for.
    pub number: Decimal,
    /// As it was typed.
    pub typed: Decimal,
    /// The qualifier that stands with it, `value` if none does.
    pub qualifier: &'static str,
    /// True if it says that it is preliminary.
    pub provisional: bool,
    /// Expected, if it says that.
    pub kind: Option<ActualKind>,
}

/// A cell with what the file says of it besides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub entry: &'a Entry,
    pub percent: bool,
}

/// The words of all languages: a form may have been filled in in any.
fn words() -> impl Iterator<Item = &'static FormWords> {
    lang::all().iter().map(|language| &language.form_words)
}

/// Reads a cell of a row; none if it says that there is no figure. What is worth a notice is added to those found.
pub(super) fn read(
    Seen { entry, percent }: Seen<'_>,
    row: &Row,
    place: (&str, &str),
    found: &mut Vec<Finding>,
) -> Result<Option<Number>, Finding> {
    let refused = |code: &'static str, text: &str| {
        Finding::new(Weight::Refused, code, place).with("text", text).with("unit", row.unit.clone())
    };
    let (typed, qualifier, provisional, kind) = match entry {
        Entry::Number(value) => {
            let value = fifteen(*value).ok_or_else(|| refused("not-a-number", &value.to_string()))?;
            if percent && row.suffix != "%" {
                return Err(refused("per-cent-format", &value.to_string()));
            }
            let value =
                if percent { value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value) } else { value };
            (value, "value", false, None)
        }
        Entry::Text(text) => match said(text, row, place, found)? {
            None => return Ok(None),
            Some(read) => read,
        },
        Entry::Error(text) => return Err(refused("formula-error", text)),
        Entry::Date(text) => return Err(refused("date", text)),
        Entry::Yes(_) => return Err(refused("not-a-number", &entry.text())),
    };
    let typed = typed.normalize();
    let number = shown(typed, row.decimals);
    if number != typed {
        let decimals = row.decimals.to_string();
        let notice = Finding::new(Weight::Notice, "rounded", place).with("text", typed.to_string());
        found.push(notice.with("read", number.to_string()).with("decimals", decimals));
    }
    Ok(Some(Number { number, typed, qualifier, provisional, kind }))
}

/// Fifteen significant digits are what a spreadsheet knows of a number: 0.1 + 0.2 is 0.3.
fn fifteen(value: f64) -> Option<Decimal> {
    // Beyond what a decimal holds there is nothing that anybody counts.
    if !value.is_finite() || value.abs() >= 1e24 {
        return None;
    }
    Decimal::from_scientific(&format!("{value:.14e}")).ok().map(|number| number.normalize())
}

/// Full-width digits and signs as half-width ones, spaces of all kinds as one kind.
pub(super) fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\r' | '\n' | '\t' => ' ',
        '−' => '-',
        '﹪' => '%',
        _ => code_points::half_width(c),
    };
    text.chars().map(half).collect::<String>().trim().trim_start_matches('\'').trim().to_owned()
}

type Read = (Decimal, &'static str, bool, Option<ActualKind>);

fn said(
    text: &str,
    row: &Row,
    place: (&str, &str),
    found: &mut Vec<Finding>,
) -> Result<Option<Read>, Finding> {
    let refused = |code: &'static str| {
        Finding::new(Weight::Refused, code, place).with("text", text.trim()).with("unit", row.unit.clone())
    };
    let mut rest = half_width(text);
    if rest.is_empty() {
        return Ok(None);
    }
    let small = rest.to_lowercase();
    if words().any(|words| words.nothing.contains(&small.as_str())) {
        found.push(Finding::new(Weight::Notice, "no-figure", place).with("text", text.trim()));
        return Ok(None);
    }
    let (mut provisional, mut kind) = (false, None);
    if let Some((number, tail)) = rest.clone().split_once('(') {
        let tail = tail.trim_end_matches(')').trim().to_lowercase();
        match () {
            () if words().any(|words| words.provisional.contains(&tail.as_str())) => provisional = true,
            () if words().any(|words| words.expected.contains(&tail.as_str())) => {
                kind = Some(ActualKind::Expected);
            }
            () => return Err(refused("not-a-number")),
        }
        number.trim().clone_into(&mut rest);
    }
    let mut qualifier = "value";
    let small = rest.to_lowercase();
    let before = words().flat_map(|words| words.before).find(|(word, _)| small.starts_with(word));
    if let Some((word, meaning)) = before {
        qualifier = meaning;
        rest = rest.get(word.len()..).unwrap_or_default().trim().to_owned();
    }
    let end = rest.find(|c: char| !(c.is_ascii_digit() || ".,- ".contains(c))).unwrap_or(rest.len());
    let (digits, unit) = rest.split_at(end);
    let mut unit = unit.trim().to_lowercase();
    // 余 and 多 stand behind the number or behind its unit: 20余万, 20万余.
    let after = words()
        .flat_map(|words| words.after)
        .find(|(word, _)| unit.starts_with(word) || unit.ends_with(word));
    if let (Some((word, meaning)), "value") = (after, qualifier) {
        qualifier = meaning;
        let bare = unit.strip_prefix(word).or_else(|| unit.strip_suffix(word)).unwrap_or(&unit);
        unit = bare.trim().to_owned();
    }
    let digits = digits.trim();
    let number = match ungrouped(digits) {
        Some(number) => number.parse::<Decimal>().map_err(|_| refused("not-a-number"))?,
        None if digits.contains(',') => return Err(refused("decimal-comma")),
        None => return Err(refused("not-a-number")),
    };
    let own = row.unit.to_lowercase();
    if unit.is_empty() || unit == own || unit == row.suffix {
        return Ok(Some((number, qualifier, provisional, kind)));
    }
    let (multiple, word) = words()
        .flat_map(|words| words.multiples)
        .find_map(|(name, times)| Some((Decimal::from(*times), unit.strip_prefix(name)?.trim())))
        .unwrap_or((Decimal::ONE, unit.as_str()));
    // The row's unit without its own power of ten.
    let bare = own.strip_prefix(&row.suffix.to_lowercase()).unwrap_or(&own).trim();
    if row.suffix == "%" || (!word.is_empty() && word != bare) {
        return Err(refused(if word.chars().any(char::is_alphanumeric) {
            "other-unit"
        } else {
            "not-a-number"
        }));
    }
    let value = number.checked_mul(multiple).and_then(|all| all.checked_div(scale(&row.suffix)));
    let value = value.ok_or_else(|| refused("not-a-number"))?.normalize();
    if multiple != scale(&row.suffix) {
        let notice = Finding::new(Weight::Notice, "unit", place).with("text", text.trim());
        found.push(notice.with("read", format!("{value}{}", row.unit)));
    }
    Ok(Some((value, qualifier, provisional, kind)))
}

/// 1,234.5 and 1 234.5 are numbers; of 1,5 nobody knows what it is.
fn ungrouped(text: &str) -> Option<String> {
    let text = text.replace(", ", ",").replace(' ', ",");
    if text.is_empty() || text.matches('.').count() > 1 || text[1..].contains('-') {
        return None;
    }
    if !text.contains(',') {
        return Some(text);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let three =
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) && !fraction.contains(',');
    three.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cell, IndicatorId, ScopeId};
    use crate::requests::form::Time;

    pub(super) fn row(unit: &str, suffix: &str, decimals: u32) -> Row {
        Row {
            mark: "gdp|city".into(),
            indicator: IndicatorId::new("gdp").unwrap(),
            scope: ScopeId::new("city").unwrap(),
            cell: Cell::default(),
            number: "1".into(),
            title: "甲".into(),
            unit: unit.into(),
            suffix: suffix.into(),
            decimals,
            time: Time::Over,
            beside: None,
            sent: Vec::new(),
        }
    }

    /// What a cell is read as: the number with its qualifier, or the code of why not; then the notices.
    #[expect(clippy::needless_pass_by_value, reason = "each is made for this one reading")]
    fn seen(entry: Entry, percent: bool, (unit, suffix, decimals): (&str, &str, u32)) -> String {
        let mut found = Vec::new();
        let read =
            read(Seen { entry: &entry, percent }, &row(unit, suffix, decimals), ("甲", "G7"), &mut found);
        let mut said = match read {
            Ok(Some(one)) => {
                let more = if one.provisional { " provisional" } else { "" };
                let more = if one.kind.is_some() { " expected" } else { more };
                format!("{} {}{suffix}{more}", one.qualifier, one.number)
            }
            Ok(None) => "nothing".to_owned(),
            Err(finding) => finding.code.to_owned(),
        };
        for finding in found {
            said = format!("{said}, {}", finding.code);
        }
        said
    }

    #[test]
    fn cells_are_read_as_people_fill_them_in() {
        let (share, money, people) = (("%", "%", 1), ("亿元", "亿", 1), ("万人", "万", 1));
        let number = |value: f64, row| seen(Entry::Number(value), false, row);
        let text = |text: &str, row| seen(Entry::Text(text.into()), false, row);
        assert_eq!(number(62.1, share), "value 62.1%");
        assert_eq!(number(62.0, share), "value 62.0%");
        assert_eq!(number(62.099_999_999_999_994, share), "value 62.1%");
        assert_eq!(number(62.15, share), "value 62.2%, rounded");
        assert_eq!(seen(Entry::Number(0.621), true, share), "value 62.1%");
        assert_eq!(seen(Entry::Number(0.621), true, people), "per-cent-format");
        for (typed, row, read) in [
            ("62.1%", share, "value 62.1%"),
            ("６２．１％", share, "value 62.1%"),
            ("约62", share, "about 62.0%"),
            ("62.1%左右", share, "about 62.1%"),
            ("62.1（初步数）", share, "value 62.1% provisional"),
            ("62.1（预计）", share, "value 62.1% expected"),
            ("62.1（估）", share, "not-a-number"),
            ("1,234.5", people, "value 1234.5万"),
            ("1 234.5", people, "value 1234.5万"),
            ("'1234.5", people, "value 1234.5万"),
            ("1,5", people, "decimal-comma"),
            ("62,1", share, "decimal-comma"),
            ("3-5", people, "not-a-number"),
            ("−0.2", share, "value -0.2%"),
            ("超过1200", people, "more_than 1200.0万"),
            ("20余", people, "more_than 20.0万"),
            ("≥60", share, "at_least 60.0%"),
            ("at least 60", share, "at_least 60.0%"),
            ("60以上", share, "at_least 60.0%"),
            ("0.12亿人", people, "value 1200.0万, unit"),
            ("13亿", money, "value 13.0亿"),
            ("12345万", ("亿元", "亿", 4), "value 1.2345亿, unit"),
            ("2.5 million", ("people", "", 0), "value 2500000, unit"),
            ("5吨", people, "other-unit"),
            ("—", people, "nothing, no-figure"),
            ("无", people, "nothing, no-figure"),
            ("N/A", people, "nothing, no-figure"),
            ("  ", people, "nothing"),
            ("abc", people, "not-a-number"),
            ("-", people, "nothing, no-figure"),
        ] {
            assert_eq!(text(typed, row), read, "{typed}");
        }
        assert_eq!(seen(Entry::Date("2025-06-30".into()), false, people), "date");
        assert_eq!(seen(Entry::Error("#DIV/0!".into()), false, people), "formula-error");
        assert_eq!(seen(Entry::Yes(true), false, people), "not-a-number");
    }

    proptest::proptest! {
        #[test]
        fn no_text_ends_the_program(text in "\\PC{0,30}") {
            let _ = seen(Entry::Text(text), false, ("万人", "万", 1));
        }
    }
}
