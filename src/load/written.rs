//! Texts whose file is `<id>.md`, with one beside it for each further language: briefs and pages. Their files are
//! grouped by id, drafts left out, and titles, summaries and bound texts put together by language.

use super::bindings::World;
use super::cursor::{Cursor, Faults};
use super::files::ContentFile;
use super::raw::{RawBrief, RawPage};
use super::story_files::Drafts;
use super::texts::{self, FrontMatter, TextFile};
use crate::diagnostic::Code;
use crate::model::{BoundText, Lang, Text};
use crate::yaml::Shape;
use schemars::JsonSchema;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands before such a text.
pub(super) trait WrittenMatter: FrontMatter + JsonSchema {
    fn title(&self) -> &str;
    fn summary(&self) -> &str;
    fn is_draft(&self) -> bool;
}

impl WrittenMatter for RawBrief {
    fn title(&self) -> &str {
        &self.title
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn is_draft(&self) -> bool {
        self.draft
    }
}

impl WrittenMatter for RawPage {
    fn title(&self) -> &str {
        &self.title
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn is_draft(&self) -> bool {
        self.draft
    }
}

/// The files of one text, read.
pub(super) struct WrittenFiles<R> {
    pub stem: String,
    files: Vec<TextFile<R>>,
    /// True if all of them could be read.
    whole: bool,
    /// What is wrong with them by themselves.
    faults: Faults,
}

/// What a text says, by language, and its file in the site's first language.
pub(super) struct Written<'f, R> {
    pub main: &'f TextFile<R>,
    pub title: Text,
    pub summary: Text,
    pub texts: BTreeMap<Lang, BoundText>,
}

/// Reads the files of a kind. A draft is left out with all that is wrong with it.
pub(super) fn read<R: WrittenMatter>(
    files: &[ContentFile],
    drafts: Drafts,
    faults: &Faults,
) -> Vec<WrittenFiles<R>> {
    let shape = Shape::new();
    let mut by_stem: BTreeMap<&str, Vec<&ContentFile>> = BTreeMap::new();
    for file in files {
        by_stem.entry(&file.stem).or_default().push(file);
    }
    let part = faults.parts();
    let mut all = Vec::new();
    for (stem, files) in by_stem {
        let mut own = part();
        let read: Vec<Option<TextFile<R>>> =
            files.iter().map(|file| texts::read(file, stem, &shape, &mut own)).collect();
        let whole = read.iter().all(Option::is_some);
        let read: Vec<TextFile<R>> = read.into_iter().flatten().collect();
        let is_draft = read.iter().any(|file| file.lang.is_none() && file.raw.is_draft());
        if drafts == Drafts::Shown || !is_draft {
            all.push(WrittenFiles { stem: stem.to_owned(), files: read, whole, faults: own });
        }
    }
    all
}

impl<R: WrittenMatter> WrittenFiles<R> {
    /// Binds the text to the report and reports its faults; `more` looks at each further language's file.
    pub(super) fn resolve(
        &self,
        world: &World<'_>,
        faults: &mut Faults,
        mut more: impl FnMut(&TextFile<R>, &mut Faults),
    ) -> Option<Written<'_, R>> {
        faults.take_over(&self.faults);
        let (stem, own) = (&self.stem, world.languages.own());
        let (mut titles, mut summaries, mut texts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for file in &self.files {
            let lang = file.lang.as_deref().map_or_else(|| own.clone(), Lang::new);
            titles.insert(lang.clone(), file.raw.title().trim().to_owned());
            summaries.insert(lang.clone(), file.raw.summary().to_owned());
            let text = BoundText {
                file: file.document.file.to_string(),
                markup: Arc::clone(&file.markup),
                bound: world.bind(file, None, faults),
            };
            texts.insert(lang, text);
            if file.lang.is_some() {
                more(file, faults);
            }
        }
        let Some(main) = self.files.iter().find(|file| file.lang.is_none()) else {
            if self.whole {
                let at = self.files.first().map(|file| Cursor::root(&file.document))?;
                let message = format!("this {} has no {stem}.md", R::KIND);
                faults.add(R::CODE, &at, message, "write it in the site's first language first");
            }
            return None;
        };
        let title = Text::new(&own, titles)?;
        for lang in world.languages.missing(&title) {
            let message = format!("this {} has no text in \"{}\"", R::KIND, lang.as_str());
            let hint =
                format!("write {stem}.{}.md beside it; until then this text stands for it", lang.as_str());
            faults.add(Code::Untranslated, &Cursor::root(&main.document), message, hint);
        }
        Some(Written { main, title, summary: Text::new(&own, summaries)?, texts })
    }
}
