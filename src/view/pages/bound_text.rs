//! The references of a text, story or page, resolved for the site: links, notes with the source of each figure, charts.

use crate::markup::Image;
use crate::model::{Bound, BoundText, Lang, PhotoId, Story};
use crate::view::context::PageContext;
use crate::view::page::StoryNote;
use crate::view::page::figure::PhotoView;
use crate::view::text::blocks::{NoteMark, Run, StoryFigure, TextBlock, level_headings};
use crate::view::text::from_markup::{BoundLink, References, TextBuilder};
use crate::view::wording::{documents, references};
use crate::view::{charts, photos, results};
use std::collections::{BTreeMap, BTreeSet};

/// A text as its page shows it.
pub(super) struct TextParts {
    /// Its blocks, their headings below the title of the page.
    pub blocks: Vec<TextBlock<StoryFigure>>,
    /// Where the figures in it come from, in the order of their numbers.
    pub notes: Vec<StoryNote>,
    /// The photos that do not stand in it.
    pub photos: Vec<PhotoView>,
    /// Its language, where the page is in another into which no program converts it.
    pub lang: Option<String>,
    /// A sentence that says so.
    pub untranslated: Option<String>,
}

/// A text in one of its languages, for a page; its photos are those of the story that it belongs to.
pub(super) fn parts(
    page_ctx: &PageContext<'_>,
    story: Option<&Story>,
    (lang, text): (&Lang, &BoundText),
) -> TextParts {
    let locale = page_ctx.lang.locale;
    let references = BoundReferences::new(page_ctx, story, text, lang);
    let (photos, notes) = (references.unplaced(), references.notes.clone());
    let mut blocks = TextBuilder::new(&text.markup.blocks, references).blocks(&text.markup.blocks);
    level_headings(&mut blocks);
    // A text that no program converts stands as it is, and says so.
    let lang = (!locale.can_write(lang)).then(|| lang.as_str().to_owned());
    let untranslated = lang.as_ref().map(|_| locale.word("story-untranslated"));
    TextParts { blocks, notes, photos, lang, untranslated }
}

/// The references of a text, resolved for a page: links, notes and charts.
struct BoundReferences<'h> {
    page_ctx: &'h PageContext<'h>,
    /// The story whose photos stand in the text; none for a page, which has none.
    story: Option<&'h Story>,
    text: &'h BoundText,
    /// The language of the text.
    lang: &'h Lang,
    /// The notes in order.
    notes: Vec<StoryNote>,
    /// The numbers of each reference's notes; the same figure twice has one note.
    numbers: BTreeMap<usize, Vec<NoteMark>>,
}

impl<'h> BoundReferences<'h> {
    fn new(
        page_ctx: &'h PageContext<'h>,
        story: Option<&'h Story>,
        text: &'h BoundText,
        lang: &'h Lang,
    ) -> Self {
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
        let Some(story) = self.story else { return Vec::new() };
        let placed: BTreeSet<&PhotoId> = self.placed().map(|(_, id)| id).collect();
        let rest = story.photos.iter().filter(|photo| !placed.contains(&photo.id)).enumerate();
        rest.map(|(at, photo)| {
            photos::in_story(self.page_ctx, story, photo, "", placed.is_empty() && at == 0)
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

impl References for BoundReferences<'_> {
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
            let story = self.story?;
            let photo = story.photos.iter().find(|photo| photo.id == *id)?;
            let first = self.placed().next().is_some_and(|(at, _)| at == start);
            let photo = Box::new(photos::in_story(self.page_ctx, story, photo, &words, first));
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
