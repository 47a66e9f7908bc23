//! Markdown files with front matter, stories, briefs and pages: read, and held against what can be said of each by
//! itself.

use super::cursor::{Cursor, Faults};
use super::files::ContentFile;
use super::number_words::narrow;
use super::raw::{RawBrief, RawNumberSilence, RawPage, RawStory};
use crate::code_points::unwanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::markup::{self, Markup, MarkupFaultKind, TargetFault};
use crate::model::{Lines, Origin};
use crate::yaml::{Document, Shape};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;

/// A text, read but not yet bound to anything.
pub(super) struct TextFile<R> {
    /// What its id is made of.
    pub stem: String,
    /// Its language, if its name says one.
    pub lang: Option<String>,
    pub document: Document,
    pub raw: R,
    pub markup: Arc<Markup>,
}

/// What stands before a text.
pub(super) trait FrontMatter: DeserializeOwned {
    /// What the text is called in a fault.
    const KIND: &'static str;
    /// The fault of one that cannot be used.
    const CODE: Code;
    /// How to write one.
    const FRONT: &'static str;

    /// Numbers bound to nothing that were looked at and accepted.
    fn silence(&self) -> &[RawNumberSilence];
}

impl FrontMatter for RawStory {
    const KIND: &'static str = "story";
    const CODE: Code = Code::BadStory;
    const FRONT: &'static str = "begin with a line ---, then title: and summary:, then another line ---";

    fn silence(&self) -> &[RawNumberSilence] {
        &self.silence
    }
}

impl FrontMatter for RawBrief {
    const KIND: &'static str = "brief";
    const CODE: Code = Code::BadBrief;
    const FRONT: &'static str = "begin with a line ---, then title: and summary:, then another line ---";

    fn silence(&self) -> &[RawNumberSilence] {
        &self.silence
    }
}

impl FrontMatter for RawPage {
    const KIND: &'static str = "page";
    const CODE: Code = Code::BadPage;
    const FRONT: &'static str = "begin with a line ---, then title: and summary:, then another line ---";

    fn silence(&self) -> &[RawNumberSilence] {
        &self.silence
    }
}

/// Reads a file, whose name is `<name>.md` or `<name>.<lang>.md`, with all that is wrong with it by itself.
pub(super) fn read<R: FrontMatter>(
    file: &ContentFile,
    name: &str,
    shape: &Shape<R>,
    faults: &mut Faults,
) -> Option<TextFile<R>> {
    let Some((yaml, body)) = markup::split_front_matter(&file.text) else {
        let message = format!("this {} has no front matter", R::KIND);
        faults.push(Diagnostic::new(R::CODE, Origin::file(&file.path), message).hint(R::FRONT));
        return None;
    };
    let markup = markup::parse(&file.text[body.clone()], body.start);
    let lines = Lines::of(&file.text);
    for fault in &markup.faults {
        let at = Cursor::plain(&file.path, &file.text, &lines, fault.span.clone());
        match &fault.kind {
            MarkupFaultKind::ControlCharacter(odd) => {
                let what = unwanted(*odd).unwrap_or("character");
                let message = format!("the {what} U+{:04X} stands here", u32::from(*odd));
                faults.add(Code::NotText, &at, message, "delete it");
            }
            MarkupFaultKind::TooDeep => {
                faults.add(
                    Code::TooDeep,
                    &at,
                    "this nests deeper than 64 levels, or leaves 10,000 brackets open",
                    "write it flatter, and close brackets",
                );
            }
            MarkupFaultKind::NoteCircle(label) => {
                let hint = "a note is read to its end: write here what the other one says";
                faults.add(R::CODE, &at, format!("the footnote \"{label}\" leads back to itself"), hint);
            }
            MarkupFaultKind::DeepNote => {
                let message =
                    format!("more than {} footnotes stand within one another", markup::DEEPEST_NOTE);
                faults.add(R::CODE, &at, message, "write here what the other one says");
            }
            MarkupFaultKind::Target { text, fault: TargetFault::Refused } => {
                let hint = "link to http, https, mailto or tel, or to figure:, chart:, source:, task:, verdict:, target:, change:, sum:, share:, count:, story:, page:, photo:";
                faults.add(Code::LinkRefused, &at, format!("a link to \"{text}\" is not allowed"), hint);
            }
            MarkupFaultKind::Target { text, fault: TargetFault::Reference(why) } => {
                faults.add(Code::BrokenLink, &at, format!("\"{text}\" cannot be read: {why}"), form(text));
            }
        }
    }
    let whole = file.path.rsplit('/').next().unwrap_or_default();
    let lang = whole.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
    let lang = lang.and_then(|rest| rest.strip_suffix(".md")).map(str::to_owned);
    let document =
        Document::parse(&file.path, &file.text, yaml).map_err(|found| faults.found.extend(found)).ok()?;
    let raw = document.read(shape).map_err(|found| faults.found.extend(found)).ok()?;
    let text = TextFile { stem: file.stem.clone(), lang, document, raw, markup: Arc::new(markup) };
    numbers(&text, faults);
    Some(text)
}

/// How a reference is written that begins as this one does.
fn form(text: &str) -> &'static str {
    match text.split(':').next() {
        Some("change") => "write change:indicator@2018..2019",
        Some("sum") => "write sum:indicator@2018..2019, or sum:one+other@2019",
        Some("share") => "write share:part/whole@2019",
        Some("count") => "write count:plan;status=met;binding=binding;action=id;by=targets, in this order",
        _ => "write figure:indicator@2019",
    }
}

/// Numbers bound to nothing, and silences that silence nothing.
fn numbers<R: FrontMatter>(file: &TextFile<R>, faults: &mut Faults) {
    let spot = Cursor::root(&file.document).key("silence");
    let mut used = vec![false; file.raw.silence().len()];
    // The first that names a number, by its words or by its digits.
    let (mut by_words, mut by_digits) = (HashMap::new(), HashMap::new());
    for (index, silence) in file.raw.silence().iter().enumerate() {
        let words = silence.number.trim();
        by_words.entry(words).or_insert(index);
        by_digits.entry(digits(words)).or_insert(index);
    }
    for number in file.markup.numbers().into_iter().filter(|number| !number.bound) {
        let digits_of = Some(digits(&number.text)).filter(|digits| !digits.is_empty());
        let silenced = [by_words.get(number.text.as_str()), digits_of.and_then(|of| by_digits.get(&of))];
        let silenced = silenced.into_iter().flatten().min().copied();
        if let Some(index) = silenced {
            used[index] = true;
            continue;
        }
        let at = Cursor::words(&file.document, number.span.clone());
        let hint = "bind it: [words](figure:indicator@2019), or name it under \"silence:\" with a reason";
        faults.add(
            Code::UnboundNumber,
            &at,
            format!("the number \"{}\" is bound to no figure", number.text),
            hint,
        );
    }
    for (index, silence) in file.raw.silence().iter().enumerate().filter(|(index, _)| !used[*index]) {
        let message = format!("no unbound number \"{}\" stands in this text", silence.number);
        faults.add(Code::UnusedSilence, &spot.item(index), message, "take this entry out");
    }
}

fn digits(text: &str) -> String {
    narrow(text).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
}
