//! Stories: the list, and one page a story whose figures carry their sources.

use super::build::Sheet;
use super::desk::{Desk, Here};
use super::page::{Body, Fact, PhotoView, StoriesView, StoryNote, StoryView};
use super::prose::{self, References};
use super::route::Route;
use crate::model::{Bound, BoundText, IndicatorId, Lang, PhotoId, Story, StoryId};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the list.
pub(super) fn list(here: &Here<'_>) -> Sheet {
    let report = here.desk.report;
    let first: Vec<&StoryId> = report.site.home.stories.iter().collect();
    let rest = report.stories.keys().filter(|id| !first.contains(id));
    let stories = first.iter().copied().chain(rest).filter_map(|id| here.story_card(id)).collect();
    here.plain("page-stories", "about-stories", Body::Stories(StoriesView { stories }))
}

/// Where and when a story happened.
pub(super) fn where_when(desk: &Desk<'_>, story: &Story) -> String {
    let place = desk.maybe(story.place.as_ref());
    let period = story.period.map(|period| desk.locale.period(&period));
    match (place, period) {
        (Some(place), Some(period)) => desk.say("story-where-when", &[("where", &place), ("when", &period)]),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// Writes a story's page.
pub(super) fn story(here: &Here<'_>, id: &StoryId) -> Sheet {
    let desk = here.desk;
    let found = desk.report.stories.get(id).and_then(|story| Some((story, desk.text_of(&story.texts)?)));
    let Some((story, (lang, text))) = found else {
        return here.plain("page-not-found", "about-not-found", Body::NotFound);
    };
    let ids: Vec<&StoryId> = desk.report.stories.keys().collect();
    let at = ids.iter().position(|other| *other == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| ids.get(at)).map(|id| here.story(id));
    let bound = Binding::new(here, story, text, lang);
    // A text that no program converts stands as it is, and says so.
    let foreign = (!desk.locale.can_write(lang)).then(|| lang.as_str().to_owned());
    let summary = desk.words(&story.summary).into_owned();
    let view = StoryView {
        where_when: where_when(desk, story),
        text_html: prose::html(&text.markup, &bound),
        photos: bound.unplaced(),
        untranslated: foreign.as_ref().map(|_| desk.locale.word("story-untranslated")),
        text_lang: foreign,
        notes: bound.notes.iter().map(|(_, note)| note.clone()).collect(),
        people: story
            .people
            .iter()
            .map(|person| Fact {
                name: desk.words(&person.name).into_owned(),
                text: desk.words(&person.role).into_owned(),
                href: None,
            })
            .collect(),
        indicators: indicators(story, text)
            .into_iter()
            .filter_map(|id| desk.report.indicators.get(id))
            .map(|one| here.indicator(one))
            .collect(),
        sources: sources(desk, id).into_iter().map(|source| here.source(source)).collect(),
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
        summary: summary.clone(),
    };
    Sheet {
        title: desk.words(&story.title).into_owned(),
        description: summary,
        crumbs: vec![here.home(), here.link(&Route::Stories, desk.locale.word("page-stories"))],
        body: Body::Story(Box::new(view)),
    }
}

/// What the text of a story or a brief says, for the search.
pub(super) fn plain_text(desk: &Desk<'_>, texts: &BTreeMap<Lang, BoundText>) -> Option<String> {
    let (lang, text) = desk.text_of(texts)?;
    Some(desk.locale.converted(lang, &text.markup.plain_text()).into_owned())
}

/// The indicators a story names or uses.
fn indicators<'s>(story: &'s Story, text: &'s BoundText) -> BTreeSet<&'s IndicatorId> {
    let used = text.bound.values().filter_map(|bound| match bound {
        Bound::Figure(key) => Some(&key.indicator),
        Bound::Promise(id, _) | Bound::Verdict(id, _) | Bound::Chart(id) | Bound::Table(id) => Some(id),
        Bound::Source(_) | Bound::Task(_) | Bound::Story(_) | Bound::Photo(_) => None,
    });
    story.indicators.iter().chain(used).collect()
}

/// The sources a story draws on.
pub(super) fn sources<'a>(desk: &Desk<'a>, id: &StoryId) -> Vec<&'a crate::model::SourceId> {
    desk.index
        .stories_from
        .iter()
        .filter(|(_, stories)| stories.contains(id))
        .map(|(source, _)| *source)
        .collect()
}

/// The references of a text, resolved for a page: links, notes and charts.
struct Binding<'h> {
    here: &'h Here<'h>,
    story: &'h Story,
    text: &'h BoundText,
    /// The language of the text.
    lang: &'h Lang,
    /// Notes by the place of their reference in the text.
    notes: Vec<(usize, StoryNote)>,
    /// The number of each reference's note; the same figure twice has one note.
    numbers: BTreeMap<usize, (usize, bool)>,
}

impl<'h> Binding<'h> {
    fn new(here: &'h Here<'h>, story: &'h Story, text: &'h BoundText, lang: &'h Lang) -> Self {
        let mut binding = Self { here, story, text, lang, notes: Vec::new(), numbers: BTreeMap::new() };
        let mut known: Vec<&Bound> = Vec::new();
        for (start, bound) in &text.bound {
            let Some(note) = binding.note(bound, known.len() + 1) else { continue };
            if let Some(at) = known.iter().position(|other| *other == bound) {
                binding.numbers.insert(*start, (at + 1, false));
            } else {
                known.push(bound);
                binding.numbers.insert(*start, (known.len(), true));
                binding.notes.push((*start, note));
            }
        }
        binding
    }

    /// The photos that stand in the text, by their places.
    fn placed(&self) -> impl Iterator<Item = (usize, &'h PhotoId)> {
        self.text.bound.iter().filter_map(|(start, bound)| match bound {
            Bound::Photo(id) => Some((*start, id)),
            _ => None,
        })
    }

    /// The photos that do not.
    fn unplaced(&self) -> Vec<PhotoView> {
        let placed: BTreeSet<&PhotoId> = self.placed().map(|(_, id)| id).collect();
        let rest = self.story.photos.iter().filter(|photo| !placed.contains(&photo.id)).enumerate();
        rest.map(|(at, photo)| self.here.photo(self.story, photo, "", placed.is_empty() && at == 0)).collect()
    }

    /// The note for a figure or a promise.
    fn note(&self, bound: &Bound, number: usize) -> Option<StoryNote> {
        let origin = self.here.origin(bound)?;
        Some(StoryNote {
            number,
            anchor: format!("note-{number}"),
            back: format!("ref-{number}"),
            locator: self.here.desk.locator(origin.source, origin.locator),
            figure: origin.figure,
            text: origin.text,
            source: origin.link,
        })
    }
}

impl References for Binding<'_> {
    fn words<'t>(&self, words: &'t str) -> Cow<'t, str> {
        let locale = &self.here.desk.locale;
        // A text that stands as written carries its language as a whole.
        if locale.can_write(self.lang) { locale.written_in(self.lang, words) } else { Cow::Borrowed(words) }
    }

    fn link(&self, start: usize, words_html: &str) -> Option<String> {
        let bound = self.text.bound.get(&start)?;
        let words = if words_html.trim().is_empty() {
            prose::escape(&self.here.filled(bound))
        } else {
            words_html.to_owned()
        };
        let href = prose::escape(&self.here.leads_to(bound)?);
        if let Bound::Verdict(id, target) = bound {
            let status = self.here.desk.status(self.here.stands(id, target)?);
            return Some(format!(
                "<a class=\"verdict-link status-{}\" href=\"{href}\">{}{words}</a>",
                status.key, status.glyph_html
            ));
        }
        let Some((number, first)) = self.numbers.get(&start) else {
            return Some(format!("<a href=\"{href}\">{words}</a>"));
        };
        let id = if *first { format!(" id=\"ref-{number}\"") } else { String::new() };
        Some(format!(
            "<a class=\"figure-link\" href=\"{href}\">{words}</a>\u{2060}<sup class=\"note-ref\"><a{id} href=\"#note-{number}\">{number}</a></sup>"
        ))
    }

    fn figure(&self, start: usize, alt: &str) -> Option<String> {
        let bound = self.text.bound.get(&start)?;
        if let Bound::Photo(id) = bound {
            let photo = self.story.photos.iter().find(|photo| photo.id == *id)?;
            let first = self.placed().next().is_some_and(|(at, _)| at == start);
            return Some(prose::photo(&self.here.photo(self.story, photo, &self.words(alt), first)));
        }
        let (Bound::Chart(id) | Bound::Table(id)) = bound else { return None };
        let mut chart = self.here.chart_asked(self.here.bound_indicator(id)?)?;
        chart.id = format!("{}-{start}", chart.id);
        let as_table = self.here.desk.locale.word("as-table");
        Some(prose::chart(
            &chart,
            matches!(bound, Bound::Chart(_)).then_some(as_table.as_str()),
            &self.words(alt),
        ))
    }
}
