//! `stories/<id>/index.md`: front matter, text, and what each of its references leads to.

use super::aliases::Renamed;
use super::bindings::World;
use super::cursor::{Cursor, Faults};
use super::photos::{self, Beside, Pictures};
use super::story_files::StoryFile;
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::model::{BoundText, Lang, Person, Story, StoryId, Text};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Binds the stories to the report.
pub(super) fn resolve(world: &World<'_>, faults: &mut Faults) -> BTreeMap<StoryId, Story> {
    let read = world.read;
    let mut by_story: BTreeMap<&str, Vec<&StoryFile>> = BTreeMap::new();
    for file in &read.files {
        by_story.entry(&file.stem).or_default().push(file);
    }
    let mut stories = BTreeMap::new();
    let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (stem, files) in &by_story {
        let photos = files.iter().filter(|file| file.lang.is_none()).flat_map(|file| &file.raw.photos);
        used.entry(stem).or_default().extend(photos.map(|photo| photo.file.as_str()));
        if let Some(story) = world.story(stem, files, faults) {
            stories.insert(story.id.clone(), story);
        }
    }
    for draft in &read.drafts {
        used.entry(draft)
            .or_default()
            .extend(world.pictures.get(draft).into_iter().flatten().map(|one| one.0.as_str()));
    }
    photos::unused(world.pictures, &used, faults);
    stories
}

impl World<'_> {
    fn story(&self, stem: &str, files: &[&StoryFile], faults: &mut Faults) -> Option<Story> {
        let languages = self.languages;
        let own = languages.own();
        let lang_of = |file: &StoryFile| file.lang.as_deref().map_or_else(|| own.clone(), Lang::new);
        let (mut titles, mut summaries, mut places) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut texts = BTreeMap::new();
        let beside = self.beside(stem, files, faults);
        for file in files {
            let lang = lang_of(file);
            titles.insert(lang.clone(), file.raw.title.clone());
            summaries.insert(lang.clone(), file.raw.summary.clone());
            places.extend(file.raw.place.clone().map(|place| (lang.clone(), place)));
            let text = BoundText {
                file: file.document.file.to_string(),
                markup: Arc::clone(&file.markup),
                bound: self.bind(file, Some(&beside), faults),
            };
            texts.insert(lang, text);
            if file.lang.is_some() && !file.raw.aliases.is_empty() {
                let at = Cursor::root(&file.document).name("aliases");
                let message = "the aliases of a story are written in index.md";
                faults.add(Code::BadStory, &at, message, "move them there");
            }
        }
        let Some(main) = files.iter().find(|file| file.lang.is_none()) else {
            let at = files.first().map(|file| Cursor::root(&file.document))?;
            faults.add(
                Code::BadStory,
                &at,
                "this story has no index.md",
                "write it in the site's first language first",
            );
            return None;
        };
        let spot = Cursor::root(&main.document);
        for lang in languages.missing(&Text::new(&own, titles.clone())?) {
            let message = format!("this story has no text in \"{}\"", lang.as_str());
            let hint =
                format!("write index.{}.md beside it; until then its page shows this text", lang.as_str());
            faults.add(Code::Untranslated, &spot, message, hint);
        }
        let id = values::id(stem, StoryId::new, &spot, faults)?;
        let raw = &main.raw;
        let indicators = Self::list(
            &raw.indicators,
            self.indicators,
            (Code::UnknownIndicator, "indicator"),
            &spot.key("indicators"),
            faults,
        );
        let sources = Self::list(
            &raw.sources,
            self.sources,
            (Code::UnknownSource, "source"),
            &spot.key("sources"),
            faults,
        );
        let period = raw.period.as_ref().and_then(|text| values::period(text, &spot.key("period"), faults));
        Some(Story {
            id,
            aliases: values::aliases(&raw.aliases, StoryId::new, &spot.key("aliases"), faults),
            title: Text::new(&own, titles)?,
            summary: Text::new(&own, summaries)?,
            place: Text::new(&own, places),
            period,
            indicators,
            sources,
            people: people(main, languages, faults),
            photos: beside.photos,
            texts,
            origin: spot.origin(),
        })
    }

    fn list<K, V>(
        names: &[String],
        map: &BTreeMap<K, V>,
        known: (Code, &str),
        spot: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Vec<K>
    where
        K: Ord + Clone + std::borrow::Borrow<str>,
        V: Renamed,
    {
        names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                values::known(map, name, known, &spot.item(index), faults).map(|(id, _)| id.clone())
            })
            .collect()
    }

    /// The photos that `index.md` lists.
    fn beside(&self, stem: &str, files: &[&StoryFile], faults: &mut Faults) -> Beside {
        let nothing = Pictures::new();
        let pictures = self.pictures.get(stem).unwrap_or(&nothing);
        let mut beside = Beside::default();
        for file in files {
            let spot = Cursor::root(&file.document);
            if file.lang.is_none() {
                beside = photos::resolve(&file.raw, &spot, stem, pictures, self.languages, faults);
            } else {
                photos::only_in_index(&file.raw, &spot, faults);
            }
        }
        beside
    }
}

fn people(file: &StoryFile, languages: &Languages, faults: &mut Faults) -> Vec<Person> {
    let spot = Cursor::root(&file.document).key("people");
    let mut people = Vec::new();
    for (index, raw) in file.raw.people.iter().enumerate() {
        let at = spot.item(index);
        let name = languages.text(&raw.name, &at.key("name"), faults);
        if !raw.public && raw.consent.as_ref().is_none_or(|consent| consent.trim().is_empty()) {
            let message = format!("\"{}\" is a private person", name.get(&languages.own()).1);
            let hint = "take the name out, here and in the text, or say under \"consent:\" who agreed";
            faults.add(Code::PrivatePerson, &at.key("name"), message, hint);
        }
        let role = languages.text(&raw.role, &at.key("role"), faults);
        people.push(Person { name, role, public: raw.public, consent: raw.consent.clone() });
    }
    people
}
