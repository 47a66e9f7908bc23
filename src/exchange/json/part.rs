//! Small parts that several records share.

use crate::exchange::number::plain;
use crate::model::{Cell, Licence, Numbers, Period, Site, SourceId, Text};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A text as a map from language to words.
#[derive(Debug, Clone, Copy)]
pub(super) struct LangMap<'a>(pub &'a Text);

impl Serialize for LangMap<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(lang, words)| (lang.as_str(), words)))
    }
}

/// A word after a number: where a language tells one from many, the word for many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Many<'a>(pub &'a Text);

impl Serialize for Many<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let many = self.0.iter().filter_map(|(lang, words)| Some((lang.as_str(), words.rsplit('|').next()?)));
        to.collect_map(many.filter(|(_, word)| !word.is_empty()))
    }
}

/// A cell as a map from dimension to category; empty for the headline.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellRecord<'a>(pub &'a Cell);

impl Serialize for CellRecord<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter())
    }
}

/// A stretch of days; the start is null where the source does not say when counting began.
#[derive(Debug, Clone, Copy)]
pub(super) struct DaySpan(pub Period);

impl Serialize for DaySpan {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("start", &start(&self.0))?;
        map.serialize_entry("end", &end(&self.0))?;
        map.end()
    }
}

/// The first day, if it is known.
pub(super) fn start(period: &Period) -> Option<String> {
    period.start().map(|day| day.to_string())
}

/// The last day.
pub(super) fn end(period: &Period) -> String {
    period.end().to_string()
}

/// A source and a place in it, as two keys.
pub(super) fn cited(source: Option<&(SourceId, String)>) -> (Option<&str>, Option<&str>) {
    source.map(|(source, locator)| (source.as_str(), locator.as_str())).unzip()
}

/// `value` for a condition with one number.
pub(super) fn value(numbers: Numbers<'_>) -> Option<String> {
    match numbers {
        Numbers::One(one) => Some(plain(one.value())),
        Numbers::None | Numbers::Two(..) => None,
    }
}

/// `range` for a condition with two.
pub(super) fn range(numbers: Numbers<'_>) -> Option<[String; 2]> {
    match numbers {
        Numbers::Two(low, high) => Some([plain(low.value()), plain(high.value())]),
        Numbers::None | Numbers::One(_) => None,
    }
}

/// The program that wrote a file.
#[derive(Debug, serde::Serialize)]
pub(super) struct Generator {
    name: &'static str,
    version: &'static str,
}

/// This program.
pub(super) const GENERATOR: Generator =
    Generator { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

/// Terms of use.
#[derive(Debug, serde::Serialize)]
pub(super) struct LicenceRecord<'a> {
    title: LangMap<'a>,
    url: Option<&'a str>,
}

impl<'a> LicenceRecord<'a> {
    /// The terms as the site's settings name them.
    pub(super) fn new(licence: &'a Licence) -> Self {
        Self { title: LangMap(&licence.title), url: licence.url.as_deref() }
    }
}

/// What the site is called.
#[derive(Debug, serde::Serialize)]
pub(super) struct SiteRecord<'a> {
    title: LangMap<'a>,
    languages: Vec<&'a str>,
    publisher: Option<LangMap<'a>>,
    base_url: Option<&'a str>,
}

impl<'a> SiteRecord<'a> {
    /// The site's name and languages.
    pub(super) fn new(site: &'a Site) -> Self {
        Self {
            title: LangMap(&site.title),
            languages: site.languages.iter().map(crate::model::Lang::as_str).collect(),
            publisher: site.publisher.as_ref().map(LangMap),
            base_url: site.base_url.as_deref(),
        }
    }
}
