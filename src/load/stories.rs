//! `stories/<id>/index.md`: front matter, text, and what each of its references leads to.

use super::actuals::fault_of;
use super::indicators::Indicators;
use super::photos::{self, Beside, Pictures};
use super::spot::{Faults, Spot};
use super::story_files::{Stories, StoryFile};
use super::values::{self, Languages};
use super::wording::{self, WordingFault};
use crate::diagnostic::{Code, Diagnostic};
use crate::markup::{Block, Reference, Target, VerdictRef};
use crate::model::{
    Bound, FigureKey, Indicator, Lang, Origin, Person, Plan, PlanId, Source, SourceId, Story, StoryId,
    StoryText, TargetId, TaskRef, Text,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

/// Binds the stories to the report.
pub(super) fn resolve(read: &Stories, world: &World<'_>, faults: &mut Faults) -> BTreeMap<StoryId, Story> {
    let names: BTreeSet<String> = read.files.iter().map(|file| file.stem.clone()).collect();
    let binder = Binder { world, stories: &names, read };
    let mut by_story: BTreeMap<&str, Vec<&StoryFile>> = BTreeMap::new();
    for file in &read.files {
        by_story.entry(&file.stem).or_default().push(file);
    }
    let mut stories = BTreeMap::new();
    let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (stem, files) in &by_story {
        let photos = files.iter().filter(|file| file.lang.is_none()).flat_map(|file| &file.raw.photos);
        used.entry(stem).or_default().extend(photos.map(|photo| photo.file.as_str()));
        if let Some(story) = binder.story(stem, files, faults) {
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

/// What stories speak of and what stands beside them.
pub(super) struct World<'a> {
    pub languages: &'a Languages,
    pub indicators: &'a Indicators,
    pub sources: &'a BTreeMap<SourceId, Source>,
    pub plans: &'a BTreeMap<PlanId, Plan>,
    /// The pictures beside stories, by folder.
    pub pictures: &'a BTreeMap<String, Pictures>,
}

struct Binder<'a> {
    world: &'a World<'a>,
    stories: &'a BTreeSet<String>,
    read: &'a Stories,
}

impl Binder<'_> {
    fn story(&self, stem: &str, files: &[&StoryFile], faults: &mut Faults) -> Option<Story> {
        let languages = self.world.languages;
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
            let text = StoryText {
                file: file.document.file.to_string(),
                markup: Arc::clone(&file.markup),
                bound: self.bind(file, &beside, faults),
            };
            texts.insert(lang, text);
        }
        let Some(main) = files.iter().find(|file| file.lang.is_none()) else {
            let at = files.first().map(|file| Spot::root(&file.document))?;
            faults.add(
                Code::BadStory,
                &at,
                "this story has no index.md",
                "write it in the site's first language first",
            );
            return None;
        };
        let spot = Spot::root(&main.document);
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
            self.world.indicators,
            (Code::UnknownIndicator, "indicator"),
            &spot.key("indicators"),
            faults,
        );
        let sources = Self::list(
            &raw.sources,
            self.world.sources,
            (Code::UnknownSource, "source"),
            &spot.key("sources"),
            faults,
        );
        let period = raw.period.as_ref().and_then(|text| values::period(text, &spot.key("period"), faults));
        Some(Story {
            id,
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
        spot: &Spot<'_>,
        faults: &mut Faults,
    ) -> Vec<K>
    where
        K: Ord + Clone + std::borrow::Borrow<str>,
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
        let pictures = self.world.pictures.get(stem).unwrap_or(&nothing);
        let mut beside = Beside::default();
        for file in files {
            let spot = Spot::root(&file.document);
            if file.lang.is_none() {
                beside = photos::resolve(&file.raw, &spot, stem, pictures, self.world.languages, faults);
            } else {
                photos::only_in_index(&file.raw, &spot, faults);
            }
        }
        beside
    }

    /// What each reference of a text leads to; a reference that leads nowhere is a fault.
    fn bind(&self, file: &StoryFile, beside: &Beside, faults: &mut Faults) -> BTreeMap<usize, Bound> {
        let mut bound = BTreeMap::new();
        for reference in file.markup.references() {
            let at = Spot::plain(&file.document.file, &file.document.text, reference.span.clone());
            let found = match reference.target {
                Target::Photo(name) => beside.bound(name, &reference, &at, faults),
                _ => self.reference(&reference, file, &at, faults),
            };
            if let Some(found) = found {
                bound.insert(reference.span.start, found);
            }
        }
        bound
    }

    fn reference(
        &self,
        reference: &Reference<'_>,
        file: &StoryFile,
        at: &Spot<'_>,
        faults: &mut Faults,
    ) -> Option<Bound> {
        let indicator = |name: &str, faults: &mut Faults| {
            values::known(self.world.indicators, name, (Code::UnknownIndicator, "indicator"), at, faults)
        };
        match reference.target {
            Target::Figure(address) => {
                let (id, found) = indicator(&address.indicator, faults)?;
                let (period, scope, source) =
                    (address.period.as_deref(), address.scope.as_deref(), address.source.as_deref());
                let actual = found
                    .figure(period, scope, source)
                    .map_err(|fault| fault_of(&fault, &address.to_string(), at, faults))
                    .ok()?;
                let figure = actual.map_or(found.baseline.as_ref(), |index| found.actuals.get(index))?;
                if !reference.words.trim().is_empty() {
                    let around = around(&file.document.text, &reference.span);
                    let checked = wording::figure(&reference.words, &around, &figure.value);
                    worded(checked, reference, &figure.origin, at, faults);
                }
                Some(Bound::Figure(FigureKey { indicator: id.clone(), actual }))
            }
            Target::Promise(address) => {
                let (id, found) = indicator(&address.indicator, faults)?;
                let target = target(found, address, at, faults)?;
                if !reference.words.trim().is_empty() {
                    worded(
                        wording::promise(&reference.words, &target.condition),
                        reference,
                        &target.origin,
                        at,
                        faults,
                    );
                }
                Some(Bound::Promise(id.clone(), target.id.clone()))
            }
            Target::Verdict(address) => {
                let (id, found) = indicator(&address.indicator, faults)?;
                Some(Bound::Verdict(id.clone(), target(found, address, at, faults)?.id.clone()))
            }
            Target::Chart(name) => indicator(name, faults).map(|(id, _)| Bound::Chart(id.clone())),
            Target::Table(name) => indicator(name, faults).map(|(id, _)| Bound::Table(id.clone())),
            Target::Source(name) => {
                let known = (Code::UnknownSource, "source");
                values::known(self.world.sources, name, known, at, faults)
                    .map(|(id, _)| Bound::Source(id.clone()))
            }
            Target::Task(number) => self.task(number, at, faults).map(Bound::Task),
            Target::Story(name) => {
                if !self.stories.contains(name)
                    && !faults.is_broken(Code::UnknownStory, name)
                    && !self.read.is_draft(name, at, faults)
                {
                    faults.add(
                        Code::UnknownStory,
                        at,
                        format!("there is no story \"{name}\""),
                        "name the folder of a story",
                    );
                }
                StoryId::new(name).ok().map(Bound::Story)
            }
            Target::Relative(path) => {
                let hint = "link to source:, task:, chart:, story:, or to a full https:// address";
                faults.add(Code::BrokenLink, at, format!("\"{path}\" leads nowhere on the site"), hint);
                None
            }
            Target::Fragment(id) => {
                let there = file
                    .markup
                    .blocks
                    .iter()
                    .any(|block| matches!(block, Block::Heading { id: known, .. } if known == id));
                if !there {
                    faults.add(
                        Code::BrokenLink,
                        at,
                        format!("no heading of this story is \"#{id}\""),
                        "use the words of a heading",
                    );
                }
                None
            }
            Target::Photo(_) | Target::Url(_) | Target::Refused(_) => None,
        }
    }

    fn task(&self, number: &str, at: &Spot<'_>, faults: &mut Faults) -> Option<TaskRef> {
        // The task may stand in a plan that has faults of its own.
        if faults.any_broken(Code::UnknownPlan) {
            return None;
        }
        let plans: Vec<&Plan> =
            self.world.plans.values().filter(|plan| plan.task(number).is_some()).collect();
        match plans.as_slice() {
            [plan] => Some(TaskRef { plan: plan.id.clone(), number: number.to_owned() }),
            [] => {
                faults.add(
                    Code::UnknownTask,
                    at,
                    format!("no plan has a task \"{number}\""),
                    "write a number of the checklist, such as task:5.2",
                );
                None
            }
            several => {
                let names: Vec<&str> = several.iter().map(|plan| plan.id.as_str()).collect();
                let message = format!("task \"{number}\" stands in several plans: {}", names.join(", "));
                faults.add(Code::UnknownTask, at, message, "link to an indicator or a source instead");
                None
            }
        }
    }
}

/// The digits of a number, without the words around it.
/// The target that a reference names: by its period, and by its scope where that is not the
/// indicator's; without a period the only one there is.
fn target<'i>(
    indicator: &'i Indicator,
    address: &VerdictRef,
    at: &Spot<'_>,
    faults: &mut Faults,
) -> Option<&'i crate::model::Target> {
    let scope = address.scope.as_deref().unwrap_or(indicator.scope.as_str());
    let found: Vec<_> = indicator
        .targets
        .iter()
        .filter(|target| target.scope.as_str() == scope)
        .filter(|target| {
            address.period.as_ref().is_none_or(|period| target.period.text().to_string() == *period)
        })
        .collect();
    if let [one] = found.as_slice() {
        return Some(one);
    }
    if found.is_empty() && faults.is_broken(Code::UnknownTarget, indicator.id.as_str()) {
        return None;
    }
    let known: Vec<String> = indicator
        .targets
        .iter()
        .filter(|target| target.member_of.is_none())
        .map(|target| target.id.to_string())
        .collect();
    let TargetId(wanted) = TargetId(address.to_string());
    let message = match found.len() {
        0 => format!("there is no target \"{wanted}\""),
        n => format!("\"{wanted}\" names {n} targets"),
    };
    faults.add(Code::UnknownTarget, at, message, format!("the targets are: {}", known.join(", ")));
    None
}

/// The text just before and after a link, where a qualifier may stand: a few Chinese characters, or
/// some words in Latin letters, which are half as wide.
fn around(text: &str, span: &Range<usize>) -> String {
    let before = &text[..span.start];
    let near = &before[before.len() - narrow(before.chars().rev(), 12)..];
    // No word is cut in two: "cover" is not "over".
    let cut = before[..before.len() - near.len()].ends_with(|c: char| c.is_ascii_alphanumeric());
    let near = if cut { near.trim_start_matches(|c: char| c.is_ascii_alphanumeric()) } else { near };
    let after = &text[span.end..];
    format!("{near}\n{}", &after[..narrow(after.chars(), 8)])
}

/// How many bytes of `chars` fit into so many columns; a character beyond ASCII takes two.
fn narrow(chars: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut left = columns;
    chars
        .map_while(|c| {
            left = left.checked_sub(if c.is_ascii() { 1 } else { 2 })?;
            Some(c.len_utf8())
        })
        .sum()
}

fn worded(
    checked: Result<(), WordingFault>,
    reference: &Reference<'_>,
    data: &Origin,
    at: &Spot<'_>,
    faults: &mut Faults,
) {
    let (message, hint) = match checked {
        Ok(()) => return,
        Err(WordingFault::NoNumber) => (
            format!("\"{}\" does not state the figure it is bound to", reference.words),
            "write its value, or leave the words empty to have it filled in".to_owned(),
        ),
        Err(WordingFault::OtherNumber { said, data }) => (
            format!("the words say {said}, the data says {data}"),
            "write what the data says, or mend the data".to_owned(),
        ),
        Err(WordingFault::NoQualifier { say }) => (
            format!("\"{}\" drops the qualifier of the source", reference.words),
            format!("say \"{say}\" before or after it"),
        ),
    };
    faults.push(
        Diagnostic::new(Code::WrongWording, at.origin(), message)
            .hint(hint)
            .also(data.clone(), "the figure is here"),
    );
}

fn people(file: &StoryFile, languages: &Languages, faults: &mut Faults) -> Vec<Person> {
    let spot = Spot::root(&file.document).key("people");
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
