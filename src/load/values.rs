//! Texts, numbers, periods, days and names of things: from words in a file to model values.

use super::aliases::{Renamed, renamed};
use super::cursor::{Cursor, Faults};
use super::periods::Reading;
use super::raw::RawText;
use crate::code_points::shown;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::locale::lang::{self, is_han};
use crate::markup::web_address;
use crate::model::{
    Alias, IdFault, Indicator, IndicatorId, Lang, NumberFault, Origin, Period, PeriodFault, Text, Written,
    parse_date,
};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The site's languages; its own first.
pub(super) struct Languages(pub Vec<Lang>);

impl Languages {
    /// The site's own language.
    pub(super) fn own(&self) -> Lang {
        self.0.first().cloned().unwrap_or_else(|| Lang::new("zh-Hans"))
    }

    /// Reads a text.
    pub(super) fn text(&self, raw: &RawText, at: &Cursor<'_>, faults: &mut Faults) -> Text {
        let first = self.own();
        let text = self.read(raw, &first, at, faults);
        for lang in self.missing(&text) {
            faults.untranslated(lang, at);
        }
        text
    }

    /// The site's languages in which a text is wanted and not there. Traditional Chinese is converted from
    /// Simplified; a text without a word, such as `2020` or a Latin name on a Chinese page, needs none.
    pub(super) fn missing<'l>(&'l self, text: &Text) -> impl Iterator<Item = &'l Lang> {
        let (lang, words) = text.get(&self.own());
        let chinese = lang.as_str().starts_with("zh");
        let wordless = !words.chars().any(|c| if chinese { is_han(c) } else { c.is_alphabetic() });
        let there: Vec<Lang> = text.iter().map(|(lang, _)| lang.clone()).collect();
        self.0.iter().filter(move |lang| {
            let converted = lang.as_str() == "zh-Hant" && there.iter().any(|lang| lang.as_str() == "zh-Hans");
            !wordless && !converted && !there.contains(lang)
        })
    }

    fn read(&self, raw: &RawText, first: &Lang, at: &Cursor<'_>, faults: &mut Faults) -> Text {
        match raw {
            RawText::Plain(words) => Text::plain(first.clone(), words.trim()),
            RawText::ByLang(map) => {
                let mut by_lang = BTreeMap::new();
                // A text may be written in any of them, whether or not the site shows it yet.
                let known = lang::tags(true);
                for (tag, words) in map {
                    if self.0.iter().all(|lang| lang.as_str() != tag) && !known.contains(&tag.as_str()) {
                        let hint = format!("write one of: {}", known.join(", "));
                        faults.add(
                            Code::UnknownLanguage,
                            &at.name(tag),
                            format!("\"{tag}\" is no language of this site"),
                            hint,
                        );
                    }
                    by_lang.insert(Lang::new(tag), words.trim().to_owned());
                }
                Text::new(first, by_lang).unwrap_or_else(|| Text::plain(first.clone(), ""))
            }
        }
    }

    /// Reads a text that may be left out.
    pub(super) fn maybe(&self, raw: Option<&RawText>, at: &Cursor<'_>, faults: &mut Faults) -> Option<Text> {
        raw.map(|raw| self.text(raw, at, faults))
    }
}

/// Reads a number as sources write it.
pub(super) fn number(text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<Written> {
    let (what, hint) = match Written::parse(text) {
        Ok(written) => return Some(written),
        Err(NumberFault::NotANumber) => {
            ("is not a number", "write digits, such as 2127, 12.54亿, 1.7万 or 21.5%")
        }
        Err(NumberFault::TooLong) => ("has more than 28 digits", "round it as its source does"),
        Err(NumberFault::Trailing) => (
            "has words after the number",
            "leave out the unit of measure: only 千, 万, 百万, 亿, 万亿 and % may follow",
        ),
        Err(NumberFault::Grouping) => ("separates its thousands wrongly", "write 1,043.47 or 1043.47"),
    };
    faults.add(Code::BadNumber, at, format!("\"{text}\" {what}"), hint);
    None
}

/// Reads two numbers of a range, the lower first.
pub(super) fn range(texts: &[String], at: &Cursor<'_>, faults: &mut Faults) -> Option<(Written, Written)> {
    let low = number(texts.first()?, &at.item(0), faults);
    let high = number(texts.get(1)?, &at.item(1), faults);
    let (low, high) = (low?, high?);
    if low.value() > high.value() {
        faults.add(
            Code::BadRange,
            at,
            format!("the range begins at {low} and ends at {high}"),
            "write the lower end first",
        );
        return None;
    }
    Some((low, high))
}

/// Reads a period by the calendar.
pub(super) fn period(text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<Period> {
    Reading::CALENDAR.period(text, at, faults)
}

/// Reads a day.
pub(super) fn day(text: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<Date> {
    match parse_date(text) {
        Ok(day) => Some(day),
        Err(PeriodFault::NoSuchDay) => {
            faults.add(
                Code::BadDate,
                at,
                format!("the calendar has no day \"{text}\""),
                "check month and day",
            );
            None
        }
        Err(PeriodFault::Year) => {
            faults.add(
                Code::BadDate,
                at,
                format!("\"{text}\" lies outside the years 1900 to 2200"),
                "check the year",
            );
            None
        }
        Err(_) => {
            faults.add(
                Code::BadDate,
                at,
                format!("\"{text}\" is not a day"),
                "write year, month and day: 2020-12-31",
            );
            None
        }
    }
}

/// Reads an address of the web, if one is written.
pub(super) fn address(text: Option<&str>, at: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    let text = text?;
    if let Err(why) = web_address(text) {
        let message = format!("\"{}\" is no web address: {why}", shown(text));
        faults.add(
            Code::LinkRefused,
            at,
            message,
            "write it as a browser shows it: https://example.org/page",
        );
        return None;
    }
    Some(text.to_owned())
}

/// Makes an id of a word.
pub(super) fn id<T>(
    text: &str,
    new: fn(&str) -> Result<T, IdFault>,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<T> {
    let why = match new(text) {
        Ok(id) => return Some(id),
        Err(IdFault::Length) => "it must have 1 to 64 characters".to_owned(),
        Err(IdFault::Character(odd)) => {
            format!("\"{odd}\" cannot stand there: use a-z, 0-9 and hyphens between them")
        }
        Err(IdFault::Reserved) => "some systems keep this name for a device".to_owned(),
    };
    faults.add(Code::BadId, at, format!("\"{text}\" cannot be an id"), why);
    None
}

/// Reads the ids that a thing had before.
pub(super) fn aliases<I>(
    raw: &[String],
    new: fn(&str) -> Result<I, IdFault>,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Vec<Alias<I>> {
    raw.iter()
        .enumerate()
        .filter_map(|(index, text)| {
            let at = at.item(index);
            Some(Alias { id: id(text, new, &at, faults)?, origin: at.origin() })
        })
        .collect()
}

/// Finds a thing by its id among those that exist.
pub(super) fn known<'m, K, V>(
    map: &'m BTreeMap<K, V>,
    text: &str,
    (code, kind): (Code, &str),
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<(&'m K, &'m V)>
where
    K: Ord + std::borrow::Borrow<str>,
    V: Renamed,
{
    let found = map.get_key_value(text).or_else(|| renamed(map, text, kind, at, faults));
    if found.is_none() && !faults.is_broken(code, text) {
        let ids = || map.keys().map(std::borrow::Borrow::borrow);
        let hint = match (nearest(text, ids()), map.len()) {
            (Some(near), _) => format!("did you mean \"{near}\"?"),
            (None, 0) => "there are none yet: define it".to_owned(),
            (None, 1..=8) => format!("define it, or write one of: {}", ids().collect::<Vec<_>>().join(", ")),
            (None, many) => format!("define it, or write one of the {many} that exist"),
        };
        faults.add(code, at, format!("there is no {kind} \"{text}\""), hint);
    }
    found
}

/// Says that there is no such indicator, unless there is one with faults of its own.
pub(super) fn unknown_indicator(
    id: &IndicatorId,
    origin: &Origin,
    all: &BTreeMap<IndicatorId, Arc<Indicator>>,
    faults: &mut Faults,
) {
    if faults.is_broken(Code::UnknownIndicator, id.as_str()) {
        return;
    }
    let hint = nearest(id.as_str(), all.keys().map(IndicatorId::as_str)).map_or_else(
        || "write the name of a file in indicators/ without \".yaml\"".to_owned(),
        |near| format!("did you mean \"{near}\"?"),
    );
    let message = format!("there is no indicator \"{id}\"");
    faults.push(Diagnostic::new(Code::UnknownIndicator, origin.clone(), message).hint(hint));
}
