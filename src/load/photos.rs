//! The photos beside a story: found, looked at, and described.

use super::cursor::{Cursor, Faults};
use super::files::PhotoFile;
use super::raw::{RawPhoto, RawStory};
use super::values::{self, Languages};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::markup::Reference;
use crate::model::{Bound, Origin, Photo, PhotoId, Text};
use crate::photo::{self, PhotoFault, Probe};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The pictures of one folder, by name.
pub(super) type Pictures = BTreeMap<String, PhotoFile>;

/// The photos that `index.md` lists, and the names of all that it lists, so that a photo with faults of
/// its own is not missing as well.
#[derive(Default)]
pub(super) struct Beside {
    pub photos: Vec<Photo>,
    named: BTreeSet<String>,
}

/// Resolves the photos of a story; `spot` is the whole of its front matter, `folder` the story's folder.
pub(super) fn resolve(
    raw: &RawStory,
    spot: &Cursor<'_>,
    folder: &str,
    pictures: &Pictures,
    languages: &Languages,
    faults: &mut Faults,
) -> Beside {
    let spot = spot.key("photos");
    // Each file is read from end to end, for its mark.
    let looks: Vec<Option<(&PhotoFile, Result<Probe, PhotoFault>)>> = raw
        .photos
        .par_iter()
        .map(|one| pictures.get(&one.file).map(|found| (found, photo::probe(&found.bytes))))
        .collect();
    let mut beside = Beside::default();
    for (index, (raw, look)) in raw.photos.iter().zip(looks).enumerate() {
        let at = spot.item(index);
        let stem = stem(&raw.file);
        let again = !beside.named.insert(stem.to_owned());
        let words = words(raw, &at, languages, faults);
        let at = at.key("file");
        let Some((picture, look)) = look else {
            faults.push(missing(&raw.file, folder, &at, pictures));
            continue;
        };
        let Some(id) = values::id(stem, PhotoId::new, &at, faults) else { continue };
        if again {
            let hint = "list each photo once, each under a name of its own";
            faults.add(
                Code::DuplicateId,
                &at,
                format!("two photos of this story are called \"{stem}\""),
                hint,
            );
            continue;
        }
        match (look, words) {
            (Ok(look), Some(words)) => beside.photos.push(Photo {
                id,
                file: picture.path.to_string(),
                alt: words.alt,
                caption: words.caption,
                credit: words.credit,
                kind: look.kind,
                width: look.width,
                height: look.height,
                mark: look.mark,
                origin: at.origin(),
            }),
            (Err(fault), _) => faults.push(fault.at(at.origin(), &raw.file)),
            (Ok(_), None) => {}
        }
    }
    beside
}

impl Beside {
    /// The photo that a reference `photo:<id>` shows.
    pub(super) fn bound(
        &self,
        name: &str,
        reference: &Reference<'_>,
        at: &Cursor<'_>,
        faults: &mut Faults,
    ) -> Option<Bound> {
        if !reference.alone {
            let message = "a photo stands in a paragraph of its own, as an image";
            faults.add(Code::BrokenLink, at, message, format!("write ![](photo:{name}) between blank lines"));
            return None;
        }
        if let Some(photo) = self.photos.iter().find(|photo| photo.id.as_str() == name) {
            return Some(Bound::Photo(photo.id.clone()));
        }
        if !self.named.contains(name) {
            let hint = match nearest(name, self.named.iter().map(String::as_str)) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "list its file under \"photos:\" in index.md".to_owned(),
            };
            faults.add(Code::MissingPhoto, at, format!("this story lists no photo \"{name}\""), hint);
        }
        None
    }
}

/// Reports photos that another language's file lists: they are the story's, whatever its language.
pub(super) fn only_in_index(raw: &RawStory, spot: &Cursor<'_>, faults: &mut Faults) {
    if !raw.photos.is_empty() {
        let hint = "list them there; alt, caption and credit take each language: { zh-Hans: …, en: … }";
        faults.add(
            Code::BadStory,
            &spot.name("photos"),
            "the photos of a story are listed in index.md",
            hint,
        );
    }
}

/// Reports the pictures that no story shows; `used` are the names that each folder's story lists.
pub(super) fn unused(
    pictures: &BTreeMap<String, Pictures>,
    used: &BTreeMap<&str, BTreeSet<&str>>,
    faults: &mut Faults,
) {
    for (folder, pictures) in pictures {
        if faults.is_broken(Code::UnknownStory, folder) {
            continue;
        }
        for (name, picture) in pictures {
            if !used.get(folder.as_str()).is_some_and(|names| names.contains(name.as_str())) {
                let message = format!("no story shows \"{name}\", and it is not published");
                faults.push(
                    Diagnostic::new(Code::UnusedPhoto, Origin::file(&picture.path), message)
                        .hint("list it under \"photos:\" in index.md, or take it out"),
                );
            }
        }
    }
}

struct PhotoWords {
    alt: Text,
    caption: Option<Text>,
    credit: Text,
}

/// The words of a photo; none if one that it needs says nothing.
fn words(raw: &RawPhoto, at: &Cursor<'_>, languages: &Languages, faults: &mut Faults) -> Option<PhotoWords> {
    let (alt_at, credit_at) = (at.key("alt"), at.key("credit"));
    let alt = languages.text(&raw.alt, &alt_at, faults);
    let credit = languages.text(&raw.credit, &credit_at, faults);
    let caption = languages.maybe(raw.caption.as_ref(), &at.key("caption"), faults);
    let mut said = true;
    for (text, at, message, hint) in [
        (&alt, &alt_at, "this photo has no description", "say what it shows, for those who do not see it"),
        (&credit, &credit_at, "this photo has no credit", "name who took it, or whose it is"),
    ] {
        if text.iter().next().is_none() || text.iter().any(|(_, words)| words.is_empty()) {
            faults.add(Code::PhotoWords, at, message, hint);
            said = false;
        }
    }
    let caption = caption.filter(|text| text.iter().any(|(_, words)| !words.is_empty()));
    said.then_some(PhotoWords { alt, caption, credit })
}

fn missing(file: &str, folder: &str, at: &Cursor<'_>, pictures: &Pictures) -> Diagnostic {
    let hint = match nearest(file, pictures.keys().map(String::as_str)) {
        _ if file.contains(['/', '\\']) => "put it beside index.md, and write its name alone".to_owned(),
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "put it beside index.md; its name ends in .jpg, .jpeg, .png or .webp".to_owned(),
    };
    let path = format!("{}stories/{folder}/{file}", super::files::ROOT);
    Diagnostic::new(Code::MissingPhoto, at.origin(), format!("no photo \"{file}\" stands beside this story"))
        .hint(hint)
        .also(Origin::file(&path), "it should stand here")
}

/// A file's name without its ending.
fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
