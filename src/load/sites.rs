//! `site.yaml`: languages first, because every other file has texts; the rest last, because it names
//! indicators and stories.

use super::cursor::{Cursor, Faults};
use super::files::{ContentFile, ROOT};
use super::parsed::Parsed;
use super::raw::{RawLicence, RawSite, RawTerms};
use super::settings_world::Named;
use super::values::{self, Languages};
use super::{measures, menu};
use crate::changes::Edition;
use crate::code_points::shown;
use crate::diagnostic::Code;
use crate::locale::lang;
use crate::markup::web_address;
use crate::model::{
    BriefSettings, Home, Lang, Licence, MeasurementUnit, MeasurementUnitId, Records, Silence, Site, Story,
    StoryId, Terms, UnitStyle,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The parts that a typeface can play on a printed page.
const ROLES: [&str; 5] = ["xiaobiaosong", "song", "fangsong", "kai", "hei"];

/// The site's languages.
pub(super) fn languages(file: &Parsed<RawSite>, faults: &mut Faults) -> Languages {
    let spot = Cursor::root(&file.document).key("languages");
    let written = lang::tags(cfg!(feature = "traditional"));
    for (index, tag) in file.raw.languages.iter().enumerate() {
        if !written.contains(&tag.as_str()) {
            let hint = format!("the interface is written in: {}", written.join(", "));
            faults.add(
                Code::UnknownLanguage,
                &spot.item(index),
                format!("the interface is not written in \"{tag}\""),
                hint,
            );
        } else if file.raw.languages[..index].contains(tag) {
            let message = format!("the language \"{tag}\" is named twice");
            faults.add(Code::DuplicateId, &spot.item(index), message, "name each language once");
        }
    }
    Languages(file.raw.languages.iter().map(|tag| Lang::new(tag)).collect())
}

/// The built-in units of measure and the site's own, which may take the place of one that is built in.
pub(super) fn measurement_units(
    file: &Parsed<RawSite>,
    languages: &Languages,
    faults: &mut Faults,
) -> BTreeMap<MeasurementUnitId, MeasurementUnit> {
    let spot = Cursor::root(&file.document).key("measurement_units");
    let mut all = measures::built_in();
    for (name, raw) in &file.raw.measurement_units {
        let Some(id) = values::id(name, MeasurementUnitId::new, &spot.name(name), faults) else { continue };
        // What the site does not say of a unit that is built in is as it is there.
        let built_in = all.get(&id);
        let title = languages.text(&raw.title, &spot.key(name).key("title"), faults);
        let known_style = built_in.map_or(UnitStyle::Count, |known| known.style);
        let style = raw.style.map_or(known_style, UnitStyle::from);
        let known =
            built_in.filter(|known| known.style == style).map(|known| (known.counted, known.additive));
        let (counted, additive) = known.unwrap_or_else(|| measures::by_style(style));
        let at = spot.key(name).key("aliases");
        let unit = MeasurementUnit {
            id: id.clone(),
            aliases: values::aliases(&raw.aliases, MeasurementUnitId::new, &at, faults),
            title,
            style,
            counted: raw.counted.unwrap_or(counted),
            additive: raw.additive.unwrap_or(additive),
            averages: raw.averages,
        };
        all.insert(id, unit);
    }
    all
}

/// The site's settings.
pub(super) fn resolve(
    file: &Parsed<RawSite>,
    languages: &Languages,
    named: &Named<'_>,
    faults: &mut Faults,
) -> Option<Site> {
    let Named { indicators, scopes, stories, read, editions, .. } = named;
    let (raw, spot) = (&file.raw, Cursor::root(&file.document));
    let mut home = Home::default();
    if let Some(raw) = &raw.home {
        let spot = spot.key("home");
        for (index, name) in raw.figures.iter().enumerate() {
            let at = spot.key("figures").item(index);
            let found = values::known(indicators, name, (Code::UnknownIndicator, "indicator"), &at, faults);
            home.figures.extend(found.map(|(id, _)| id.clone()));
        }
        for (index, name) in raw.stories.iter().enumerate() {
            let at = spot.key("stories").item(index);
            if read.is_draft(name, &at, faults) {
                continue;
            }
            let found = values::known(stories, name, (Code::UnknownStory, "story"), &at, faults);
            home.stories.extend(found.map(|(id, _)| id.clone()));
        }
    }
    let menu = menu::resolve(raw.menu.as_deref(), named, languages, &spot.key("menu"), faults);
    let licence = raw.licence.as_ref().map(|RawLicence { title, url }| Licence {
        title: languages.text(title, &spot.key("licence").key("title"), faults),
        url: values::address(url.as_deref(), &spot.key("licence").key("url"), faults),
    });
    let at = spot.key("records");
    let records = Records {
        organiser: languages.maybe(raw.records.organiser.as_ref(), &at.key("organiser"), faults),
        operator: languages.maybe(raw.records.operator.as_ref(), &at.key("operator"), faults),
        icp: raw.records.icp.clone(),
        police: raw.records.police.clone(),
        site_code: raw.records.site_code.clone(),
    };
    let at = spot.key("briefs");
    let briefs = BriefSettings {
        masthead: languages.maybe(raw.briefs.masthead.as_ref(), &at.key("masthead"), faults),
        issuer: languages.maybe(raw.briefs.issuer.as_ref(), &at.key("issuer"), faults),
        typefaces: typefaces(&raw.briefs.typefaces, &at.key("typefaces"), faults),
    };
    let terms = terms(&raw.terms, languages, &spot.key("terms"), faults);
    let base_url = raw.base_url.as_ref().and_then(|url| base_url(url, &spot.key("base_url"), faults));
    let silence = raw
        .silence
        .iter()
        .enumerate()
        .map(|(index, one)| Silence {
            code: one.code.clone(),
            at: one.at.clone(),
            reason: one.reason.clone(),
            origin: spot.key("silence").item(index).origin(),
        })
        .collect();
    let since = raw.changes.as_ref().map(|changes| changes.since.as_str());
    let earlier = since.and_then(|since| earlier(since, editions, &spot.key("changes").key("since"), faults));
    let report_date = values::day(&raw.report_date, &spot.key("report_date"), faults);
    Some(Site {
        title: languages.text(&raw.title, &spot.key("title"), faults),
        tagline: languages.maybe(raw.tagline.as_ref(), &spot.key("tagline"), faults),
        publisher: languages.maybe(raw.publisher.as_ref(), &spot.key("publisher"), faults),
        languages: languages.0.clone(),
        base_url,
        briefs,
        og_images: raw.og_images.unwrap_or(true),
        report_date: report_date?,
        licence,
        records,
        home,
        menu,
        silence,
        earlier,
        synonyms: synonyms(&raw.search.synonyms, &spot.key("search").key("synonyms"), faults),
        terms,
        scope_words: scopes.words(),
        traditional: with_names(&raw.traditional, stories),
        origin: spot.origin(),
    })
}

fn terms(raw: &RawTerms, languages: &Languages, at: &Cursor<'_>, faults: &mut Faults) -> Terms {
    let mut term = |raw: &Option<_>, key: &str| languages.maybe(raw.as_ref(), &at.key(key), faults);
    Terms {
        partnership: term(&raw.partnership, "partnership"),
        action: term(&raw.action, "action"),
        task: term(&raw.task, "task"),
        unit: term(&raw.unit, "unit"),
        member: term(&raw.member, "member"),
    }
}

/// The earlier edition that the site names.
fn earlier(
    since: &str,
    editions: &[ContentFile],
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Arc<Edition>> {
    let Some(file) = editions.iter().find(|file| file.path.strip_prefix(ROOT) == Some(since)) else {
        let known: Vec<&str> = editions.iter().filter_map(|file| file.path.strip_prefix(ROOT)).collect();
        let hint = if known.is_empty() {
            "put a published report.json there, as editions/<name>.json".to_owned()
        } else {
            format!("there are: {}", known.join(", "))
        };
        faults.add(Code::MissingFile, at, format!("there is no earlier edition \"{}\"", shown(since)), hint);
        return None;
    };
    match Edition::read(&file.text) {
        Ok(edition) => Some(Arc::new(edition)),
        Err(why) => {
            faults.add(
                Code::WrongType,
                at,
                why.to_string(),
                "take the report.json from the data folder of a site",
            );
            None
        }
    }
}

/// The site's own forms of words, and the names of people in stories as they are written: a name is never made of other
/// characters, in the text no more than in the list. One of two characters may be a word as well.
fn with_names(
    own: &BTreeMap<String, String>,
    stories: &BTreeMap<StoryId, Story>,
) -> BTreeMap<String, String> {
    const WHOLE_NAME: usize = 3;
    let simplified = Lang::new("zh-Hans");
    let people = stories.values().flat_map(|story| &story.people);
    let names = people
        .filter_map(|person| Some(person.name.get(&simplified)).filter(|(lang, _)| **lang == simplified));
    let mut all: BTreeMap<String, String> = names
        .filter(|(_, name)| name.chars().count() >= WHOLE_NAME)
        .map(|(_, name)| (name.to_owned(), name.to_owned()))
        .collect();
    all.extend(own.clone());
    all
}

/// Groups of words that mean the same. A word without a sign would be found everywhere.
fn synonyms(raw: &[Vec<String>], at: &Cursor<'_>, faults: &mut Faults) -> Vec<Vec<String>> {
    for (index, group) in raw.iter().enumerate() {
        if let Some(word) = group.iter().position(|word| word.trim().is_empty()) {
            let message = "this word for the search has no sign in it".to_owned();
            faults.add(Code::UnknownWord, &at.item(index).item(word), message, "leave it out");
        }
    }
    raw.to_vec()
}

/// The names of typefaces by role; a role that no page has is a fault.
fn typefaces(
    raw: &BTreeMap<String, Vec<String>>,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> BTreeMap<String, Vec<String>> {
    for name in raw.keys().filter(|name| !ROLES.contains(&name.as_str())) {
        let hint = format!("the roles are: {}", ROLES.join(", "));
        faults.add(Code::UnknownWord, &at.name(name), format!("no page has a typeface for \"{name}\""), hint);
    }
    raw.clone()
}

fn base_url(url: &str, at: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    match web_address(url) {
        Ok(()) if !url.contains(['?', '#']) => {
            Some(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
        }
        _ => {
            faults.add(
                Code::LinkRefused,
                at,
                format!("\"{}\" is no address of a site", shown(url)),
                "write https://example.org/",
            );
            None
        }
    }
}
