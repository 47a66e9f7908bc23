//! Stories: the list, and one page a story whose figures carry their sources.

use crate::markup::Image;
use crate::model::{Bound, BoundText, IndicatorId, Lang, PhotoId, Story, StoryId};
use crate::view::context::PageContext;
use crate::view::page::figure::PhotoView;
use crate::view::page::{Body, Fact, StoriesView, StoryNote, StoryView};
use crate::view::pages::entries;
use crate::view::parts::{self, PageParts};
use crate::view::route::Route;
use crate::view::text::blocks::{NoteMark, Run, StoryFigure, TextBlock};
use crate::view::text::from_markup::{BoundLink, References, TextBuilder};
use crate::view::wording::{documents, references, stories};
use crate::view::{charts, photos, results};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the list.
pub(in crate::view) fn list(page_ctx: &PageContext<'_>) -> PageParts {
    let report = page_ctx.lang.report;
    let first: Vec<&StoryId> = report.site.home.stories.iter().collect();
    let rest = report.stories.keys().filter(|id| !first.contains(id));
    let stories =
        first.iter().copied().chain(rest).filter_map(|id| entries::story_card(page_ctx, id)).collect();
    parts::plain(page_ctx, "page-stories", "about-stories", Body::Stories(StoriesView { stories }))
}

/// Writes a story's page.
pub(in crate::view) fn story(page_ctx: &PageContext<'_>, id: &StoryId) -> PageParts {
    let ctx = page_ctx.lang;
    let found = ctx.report.stories.get(id).and_then(|story| Some((story, ctx.text_of(&story.texts)?)));
    let Some((story, (lang, text))) = found else {
        return parts::not_found(page_ctx);
    };
    let ids: Vec<&StoryId> = ctx.report.stories.keys().collect();
    let at = ids.iter().position(|other| *other == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| ids.get(at)).map(|id| page_ctx.story(id));
    let binding = Binding::new(page_ctx, story, text, lang);
    let (unplaced, notes) = (binding.unplaced(), binding.notes.clone());
    let blocks = TextBuilder::new(&text.markup.blocks, binding).blocks(&text.markup.blocks);
    // A text that no program converts stands as it is, and says so.
    let foreign = (!ctx.locale.can_write(lang)).then(|| lang.as_str().to_owned());
    let summary = ctx.words(&story.summary).into_owned();
    let view = StoryView {
        where_when: stories::where_when(ctx, story),
        blocks,
        photos: unplaced,
        untranslated: foreign.as_ref().map(|_| ctx.locale.word("story-untranslated")),
        text_lang: foreign,
        notes,
        people: story
            .people
            .iter()
            .map(|person| Fact {
                name: ctx.locale.name(&person.name).into_owned(),
                text: ctx.words(&person.role).into_owned(),
                href: None,
            })
            .collect(),
        indicators: indicators(story, text)
            .into_iter()
            .filter_map(|id| ctx.report.indicators.get(id))
            .map(|one| page_ctx.indicator(one))
            .collect(),
        sources: stories::sources(ctx, id).into_iter().map(|source| page_ctx.source(source)).collect(),
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
        summary: summary.clone(),
    };
    PageParts {
        title: ctx.words(&story.title).into_owned(),
        description: summary,
        crumbs: vec![page_ctx.home(), page_ctx.link(&Route::Stories, ctx.locale.word("page-stories"))],
        body: Body::Story(Box::new(view)),
    }
}

/// The indicators a story names or uses.
fn indicators<'s>(story: &'s Story, text: &'s BoundText) -> BTreeSet<&'s IndicatorId> {
    let used = text.bound.values().flat_map(|bound| match bound {
        Bound::Figure(key) => vec![&key.indicator],
        Bound::Promise(id, _) | Bound::Verdict(id, _) | Bound::Chart(id) | Bound::Table(id) => vec![id],
        Bound::Computed(computation) => computation.formula.indicators(),
        Bound::PlanTable(_) | Bound::Source(_) | Bound::Task(_) | Bound::Story(_) | Bound::Photo(_) => {
            Vec::new()
        }
    });
    story.indicators.iter().chain(used).collect()
}

/// The references of a text, resolved for a page: links, notes and charts.
struct Binding<'h> {
    page_ctx: &'h PageContext<'h>,
    story: &'h Story,
    text: &'h BoundText,
    /// The language of the text.
    lang: &'h Lang,
    /// The notes in order.
    notes: Vec<StoryNote>,
    /// The numbers of each reference's notes; the same figure twice has one note.
    numbers: BTreeMap<usize, Vec<NoteMark>>,
}

impl<'h> Binding<'h> {
    fn new(page_ctx: &'h PageContext<'h>, story: &'h Story, text: &'h BoundText, lang: &'h Lang) -> Self {
        let mut binding = Self { page_ctx, story, text, lang, notes: Vec::new(), numbers: BTreeMap::new() };
        let mut known: Vec<Bound> = Vec::new();
        for (start, bound) in &text.bound {
            for one in references::stated(bound) {
                let Some(note) = binding.note(&one, known.len() + 1) else { continue };
                let at = known.iter().position(|other| *other == one);
                let number = at.map_or(known.len(), |at| at) + 1;
                binding.numbers.entry(*start).or_default().push(NoteMark { number, first: at.is_none() });
                if at.is_none() {
                    known.push(one);
                    binding.notes.push(note);
                }
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
        rest.map(|(at, photo)| {
            photos::in_story(self.page_ctx, self.story, photo, "", placed.is_empty() && at == 0)
        })
        .collect()
    }

    /// The note for a figure or a promise.
    fn note(&self, bound: &Bound, number: usize) -> Option<StoryNote> {
        let origin = references::origin(self.page_ctx, bound)?;
        Some(StoryNote {
            number,
            anchor: format!("note-{number}"),
            back: format!("ref-{number}"),
            original: documents::original(self.page_ctx, origin.source),
            locator: self.page_ctx.lang.locator(origin.source, origin.locator),
            figure: origin.figure,
            text: origin.text,
            source: origin.link,
        })
    }
}

impl References for Binding<'_> {
    type Figure = StoryFigure;

    fn words(&self, words: &str) -> String {
        let locale = &self.page_ctx.lang.locale;
        // A text that stands as written carries its language as a whole.
        if locale.can_write(self.lang) {
            locale.written_in(self.lang, words).into_owned()
        } else {
            words.to_owned()
        }
    }

    fn figure(&mut self, image: &Image, _: bool) -> Option<StoryFigure> {
        let start = image.span.start;
        let (bound, words) = (self.text.bound.get(&start)?, self.words(&image.alt));
        if let Bound::Photo(id) = bound {
            let photo = self.story.photos.iter().find(|photo| photo.id == *id)?;
            let first = self.placed().next().is_some_and(|(at, _)| at == start);
            let photo = Box::new(photos::in_story(self.page_ctx, self.story, photo, &words, first));
            return Some(StoryFigure::Photo { photo });
        }
        if let Bound::PlanTable(id) = bound {
            let plan = self.page_ctx.lang.report.plans.get(id)?;
            let mut results = Box::new(results::view(self.page_ctx, plan)?);
            // What the story calls it stands over it.
            if !words.trim().is_empty() {
                results.title = words;
            }
            return Some(StoryFigure::Results { results });
        }
        let (Bound::Chart(id) | Bound::Table(id)) = bound else { return None };
        let mut chart = Box::new(charts::asked(self.page_ctx, references::indicator(self.page_ctx, id)?)?);
        chart.id = format!("{}-{start}", chart.id);
        // What the story calls it stands over what is proven.
        if !words.trim().is_empty() && words != chart.title {
            chart.verdict = Some(std::mem::replace(&mut chart.title, words));
        }
        Some(match bound {
            Bound::Chart(_) => StoryFigure::Chart { chart },
            _ => StoryFigure::Table { chart },
        })
    }

    fn bound(&self, start: usize) -> Option<BoundLink> {
        let bound = self.text.bound.get(&start)?;
        let status = match bound {
            Bound::Verdict(id, target) => {
                Some(references::stands(self.page_ctx, id, target)?.key().to_owned())
            }
            _ => None,
        };
        Some(BoundLink {
            href: Some(references::leads_to(self.page_ctx, bound)?),
            filled: references::filled(self.page_ctx, bound),
            status,
            figure: self.numbers.contains_key(&start) || matches!(bound, Bound::Computed(_)),
        })
    }

    fn notes(&mut self, start: usize) -> Vec<Run> {
        let marks = self.numbers.get(&start).into_iter().flatten();
        marks.map(|mark| Run { note: Some(mark.clone()), ..Run::default() }).collect()
    }

    fn heading(&self, id: &str) -> Option<String> {
        Some(format!("#{id}"))
    }

    fn footnote(&mut self, label: &str, _: Vec<TextBlock<StoryFigure>>) -> Run {
        Run { footnote: Some(label.to_owned()), ..Run::default() }
    }
}
