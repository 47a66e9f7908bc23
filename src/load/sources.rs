//! `sources/<id>.yaml`, without the claims, which speak of figures that are not known yet.

use super::cursor::{Cursor, Faults};
use super::parsed::Parsed;
use super::raw::{RawClaim, RawSource};
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::model::{Lang, Source, SourceId};
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
        let url = raw.url.filter(|url| {
            let fine = url.starts_with("https://") || url.starts_with("http://");
            if !fine {
                faults.add(
                    Code::LinkRefused,
                    &spot.key("url"),
                    format!("\"{url}\" is no web address"),
                    "write https://…",
                );
            }
            fine
        });
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
            inferred: text(&raw.inferred, "inferred", faults),
            kind: raw.kind.into(),
            language: Lang::new(&raw.language),
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
