//! The files of stories: read, and held against what can be said of each by itself.

use super::cursor::{Cursor, Faults};
use super::files::ContentFile;
use super::raw::RawStory;
use super::texts::{self, TextFile};
use crate::diagnostic::Code;
use crate::yaml::Shape;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A story's file, read but not yet bound to anything.
pub(super) type StoryFile = TextFile<RawStory>;

/// What the file of a story became.
pub(super) struct ReadStory {
    pub file: ContentFile,
    pub story: Option<Arc<StoryFile>>,
    pub faults: Faults,
}

/// What happens to stories that are still being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drafts {
    /// They are no part of the report.
    #[default]
    LeftOut,
    /// They are stories like any other.
    Shown,
}

/// The stories as read, in order of their files' paths.
pub(super) struct Stories {
    pub files: Vec<Arc<StoryFile>>,
    /// The ids of those that are left out.
    pub drafts: BTreeSet<String>,
}

impl Stories {
    /// Says that a story is left out, where one is referred to; false if it is not.
    pub(super) fn is_draft(&self, name: &str, at: &Cursor<'_>, faults: &mut Faults) -> bool {
        let draft = self.drafts.contains(name);
        if draft {
            let hint = "finish it and take \"draft\" out of it, or take this reference out";
            faults.add(Code::UnknownStory, at, format!("the story \"{name}\" is a draft"), hint);
        }
        draft
    }
}

/// Reads the files of all stories.
pub(super) fn read(
    files: &[ContentFile],
    drafts: Drafts,
    before: &mut BTreeMap<Arc<str>, ReadStory>,
    faults: &mut Faults,
) -> Stories {
    let shape = Shape::new();
    let mut now = BTreeMap::new();
    for file in files {
        let read = before.remove(&file.path).filter(|read| read.file == *file).unwrap_or_else(|| {
            let mut faults = Faults::default();
            let story = texts::read(file, "index", &shape, &mut faults).map(Arc::new);
            if story.is_none() {
                faults.broken(Code::UnknownStory, &file.stem);
            }
            ReadStory { file: file.clone(), story, faults }
        });
        now.insert(Arc::clone(&file.path), read);
    }
    *before = now;
    // A draft is left out with all that is wrong with it; a story may have several files.
    let drafts: BTreeSet<String> = before
        .values()
        .filter_map(|read| read.story.as_ref())
        .filter(|story| story.lang.is_none() && story.raw.draft && drafts == Drafts::LeftOut)
        .map(|story| story.stem.clone())
        .collect();
    let shown = |read: &&ReadStory| !drafts.contains(&read.file.stem);
    let mut files = Vec::new();
    for read in before.values().filter(shown) {
        faults.take_over(&read.faults);
        files.extend(read.story.clone());
    }
    Stories { files, drafts }
}
