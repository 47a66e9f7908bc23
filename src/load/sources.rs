//! `sources/<id>.yaml`, without the claims, which speak of figures that are not known yet.

use super::cursor::{Cursor, Faults};
use super::parsed::Parsed;
use super::raw::{RawClaim, RawCountFrom, RawSource};
use super::values::{self, Languages};
use crate::code_points::shown;
use crate::diagnostic::Code;
use crate::model::{Lang, Period, Source, SourceId, Text};
use crate::yaml::Document;
use std::collections::BTreeMap;

/// A source's claims and the file in which they stand.
pub(super) type ClaimFile = (SourceId, Document, Vec<RawClaim>);

/// The sources, and their claims as written.
pub(super) fn resolve(
    files: Vec<Parsed<RawSource>>,
    languages: &Languages,
    faults: &mut Faults,
) -> (BTreeMap<SourceId, Source>, Vec<ClaimFile>) {
    let mut sources = BTreeMap::new();
    let mut claims = Vec::new();
    for Parsed { stem, document, raw } in files {
        let spot = Cursor::root(&document);
        let id = values::id(&stem, SourceId::new, &spot, faults);
        let published = values::period(&raw.published, &spot.key("published"), faults);
        if id.is_none() || published.is_none() {
            faults.broken(Code::UnknownSource, &stem);
        }
        if published.is_some_and(|period| period.start().is_none()) {
            let hint = "say from which day on it can have been published";
            faults.add(Code::BadPeriod, &spot.key("published"), "the first day of publication is open", hint);
        }
        let count_from_first = count_from(&raw, published.as_ref(), languages, &spot, faults);
        let url = values::address(raw.url.as_deref(), &spot.key("url"), faults);
        let text = |raw: &Option<_>, key: &str, faults: &mut Faults| {
            languages.maybe(raw.as_ref(), &spot.key(key), faults)
        };
        let source = |id, published| Source {
            id,
            title: languages.text(&raw.title, &spot.key("title"), faults),
            short: text(&raw.short, "short", faults),
            publisher: text(&raw.publisher, "publisher", faults),
            author: text(&raw.author, "author", faults),
            published,
            count_from_first,
            inferred: text(&raw.inferred, "inferred", faults),
            kind: raw.kind.into(),
            language: language(&raw.language, &spot.key("language"), faults),
            number: raw.number,
            url,
            archive: text(&raw.archive, "archive", faults),
            note: text(&raw.note, "note", faults),
            claims: Vec::new(),
            origin: spot.origin(),
        };
        if let (Some(id), Some(published)) = (id, published) {
            let resolved = source(id.clone(), published);
            sources.insert(id.clone(), resolved);
            claims.push((id, document, raw.claims));
        }
    }
    (sources, claims)
}

/// The language of a source: a tag that a page, a PDF and a reader of pages understand.
fn language(tag: &str, at: &Cursor<'_>, faults: &mut Faults) -> Lang {
    let mut parts = tag.split('-');
    let is = |part: &str, widths: std::ops::RangeInclusive<usize>| {
        widths.contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let first = parts.next().unwrap_or_default();
    let fine = is(first, 2..=3)
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| is(part, 2..=8));
    if !fine {
        let message = format!("\"{}\" is no tag of a language", shown(tag));
        faults.add(
            Code::UnknownLanguage,
            at,
            message,
            "write zh-Hans, en, or another tag such as fr or pt-BR",
        );
    }
    Lang::new(tag)
}

/// Why a source that is dated by a stretch of days counts from the first of them on, if it does.
fn count_from(
    raw: &RawSource,
    published: Option<&Period>,
    languages: &Languages,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Text> {
    let why = languages.maybe(raw.count_from_why.as_ref(), &spot.key("count_from_why"), faults);
    let Some(RawCountFrom::First) = raw.count_from else {
        if why.is_some() {
            let hint = "add \"count_from: first\", or take it out";
            let message = "a reason is given for a day that is not named";
            faults.add(Code::MissingKey, &spot.name("count_from_why"), message, hint);
        }
        return None;
    };
    let at = spot.name("count_from");
    if published.is_some_and(|published| published.start() == Some(published.end())) {
        let hint = "take \"count_from\" out";
        faults.add(Code::TimeForms, &at, "the day of publication is known: there is nothing to choose", hint);
        return None;
    }
    if why.is_none() {
        let hint =
            "add \"count_from_why:\" with what shows that it had been published on the first of these days";
        faults.add(Code::MissingKey, &at, "\"count_from\" needs its reason", hint);
    }
    why
}
