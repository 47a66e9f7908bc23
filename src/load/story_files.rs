//! The files of stories: read, and held against what can be said of each by itself.

use super::files::ContentFile;
use super::memory::ReadStory;
use super::raw::RawStory;
use super::spot::{Faults, Spot};
use crate::diagnostic::{Code, Diagnostic};
use crate::markup::{self, Markup, MarkupFaultKind, TargetFault};
use crate::model::Origin;
use crate::yaml::{Document, Shape};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A story's file, read but not yet bound to anything.
pub(super) struct StoryFile {
    pub stem: String,
    pub lang: Option<String>,
    pub document: Document,
    pub raw: RawStory,
    pub markup: Arc<Markup>,
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
    pub fn is_draft(&self, name: &str, at: &Spot<'_>, faults: &mut Faults) -> bool {
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
            let story = read_one(file, &shape, &mut faults).map(Arc::new);
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

fn read_one(file: &ContentFile, shape: &Shape<RawStory>, faults: &mut Faults) -> Option<StoryFile> {
    let Some((yaml, body)) = markup::split_front_matter(&file.text) else {
        let found =
            Diagnostic::new(Code::BadStory, Origin::file(&file.path), "this story has no front matter")
                .hint("begin with a line ---, then title: and summary:, then another line ---");
        faults.push(found);
        return None;
    };
    let markup = markup::parse(&file.text[body.clone()], body.start);
    for fault in &markup.faults {
        let at = Spot::plain(&file.path, &file.text, fault.span.clone());
        match &fault.kind {
            MarkupFaultKind::ControlCharacter(odd) => {
                let message = format!("the control character U+{:04X} stands here", u32::from(*odd));
                faults.add(Code::NotText, &at, message, "delete it");
            }
            MarkupFaultKind::TooDeep => {
                faults.add(Code::TooDeep, &at, "this nests deeper than 64 levels", "write it flatter");
            }
            MarkupFaultKind::Target { text, fault: TargetFault::Refused } => {
                let hint = "link to http, https, mailto or tel, or to figure:, chart:, source:, task:, verdict:, target:, story:, photo:";
                faults.add(Code::LinkRefused, &at, format!("a link to \"{text}\" is not allowed"), hint);
            }
            MarkupFaultKind::Target { text, fault: TargetFault::Reference(why) } => {
                faults.add(
                    Code::BrokenLink,
                    &at,
                    format!("\"{text}\" cannot be read: {why}"),
                    "write figure:indicator@2019",
                );
            }
        }
    }
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let lang = name.strip_prefix("index.").and_then(|rest| rest.strip_suffix(".md")).map(str::to_owned);
    let document =
        Document::parse(&file.path, &file.text, yaml).map_err(|found| faults.found.extend(found)).ok()?;
    let raw = document.read(shape).map_err(|found| faults.found.extend(found)).ok()?;
    let story = StoryFile { stem: file.stem.clone(), lang, document, raw, markup: Arc::new(markup) };
    numbers(&story, faults);
    Some(story)
}

/// Numbers bound to nothing, and silences that silence nothing.
fn numbers(file: &StoryFile, faults: &mut Faults) {
    let spot = Spot::root(&file.document).key("silence");
    let mut used = vec![false; file.raw.silence.len()];
    for number in file.markup.numbers().into_iter().filter(|number| !number.bound) {
        let silenced = file.raw.silence.iter().position(|silence| {
            let words = silence.number.trim();
            words == number.text || digits(words) == digits(&number.text)
        });
        if let Some(index) = silenced {
            used[index] = true;
            continue;
        }
        let at = Spot::plain(&file.document.file, &file.document.text, number.span.clone());
        let hint = "bind it: [words](figure:indicator@2019), or name it under \"silence:\" with a reason";
        faults.add(
            Code::UnboundNumber,
            &at,
            format!("the number \"{}\" is bound to no figure", number.text),
            hint,
        );
    }
    for (index, silence) in file.raw.silence.iter().enumerate().filter(|(index, _)| !used[*index]) {
        let message = format!("no unbound number \"{}\" stands in this text", silence.number);
        faults.add(Code::UnusedSilence, &spot.item(index), message, "take this entry out");
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
}
