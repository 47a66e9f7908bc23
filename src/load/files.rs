//! Content discovery: which file is what by its path, and what no content file may be.

use crate::code_points::unwanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Origin;
use crate::tree::{FileTree, is_left_behind};
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A file's id, path and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentFile {
    /// The stem, or for a story the folder: what the id is made of.
    pub stem: String,
    /// The path that diagnostics name.
    pub path: Arc<str>,
    /// The text.
    pub text: Arc<str>,
}

/// A picture's path and bytes.
#[derive(Debug, Clone)]
pub(super) struct PhotoFile {
    /// The path that diagnostics name.
    pub path: Arc<str>,
    /// The bytes.
    pub bytes: Arc<[u8]>,
}

/// The content's files by kind, each in order of path.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// `site.yaml`.
    pub site: Option<ContentFile>,
    /// `partnerships.yaml`.
    pub partnerships: Option<ContentFile>,
    /// `units.yaml`.
    pub units: Option<ContentFile>,
    /// `dimensions.yaml`.
    pub dimensions: Option<ContentFile>,
    /// `plans/*.yaml`.
    pub plans: Vec<ContentFile>,
    /// `sources/*.yaml`.
    pub sources: Vec<ContentFile>,
    /// `indicators/**/*.yaml`.
    pub indicators: Vec<ContentFile>,
    /// `actuals/*.csv`.
    pub tables: Vec<ContentFile>,
    /// `stories/<id>/index.md` and `index.<lang>.md`.
    pub stories: Vec<ContentFile>,
    /// `briefs/<id>.md` and `<id>.<lang>.md`.
    pub briefs: Vec<ContentFile>,
    /// `pages/<id>.md` and `<id>.<lang>.md`.
    pub pages: Vec<ContentFile>,
    /// `editions/*.json`.
    pub editions: Vec<ContentFile>,
    /// `requests/*.yaml`.
    pub requests: Vec<ContentFile>,
    /// The pictures beside stories, by the story's folder and then by name.
    pub pictures: BTreeMap<String, BTreeMap<String, PhotoFile>>,
    /// Files that are there and were refused: what a reference to each would be, and its id.
    pub refused: Vec<(Code, String)>,
}

/// What the bytes of a file were read as.
pub(super) struct Read {
    bytes: Arc<[u8]>,
    text: Result<Arc<str>, Box<Diagnostic>>,
}

/// The folder that content paths begin with.
pub(super) const ROOT: &str = "content/";

const YAML_LIMIT: usize = 1 << 20;
const TEXT_LIMIT: usize = 4 << 20;
/// A program wrote it, from files of any number.
const EDITION_LIMIT: usize = 64 << 20;

/// Sorts the files below `content/`; what is no content is a fault, except what nobody wrote. A text that was read
/// before from the same bytes is taken from there.
#[allow(clippy::case_sensitive_file_extension_comparisons, reason = "endings are written in small letters")]
pub(super) fn sort(
    tree: &FileTree,
    before: &mut BTreeMap<String, Read>,
    faults: &mut Vec<Diagnostic>,
) -> Files {
    let mut files = Files::default();
    if before.len() > tree.len() {
        before.retain(|path, _| tree.get(path).is_some());
    }
    for (path, bytes) in tree.iter() {
        let Some(below) = path.strip_prefix(ROOT) else { continue };
        if below.split('/').any(is_left_behind) {
            continue;
        }
        let parts: Vec<&str> = below.split('/').collect();
        let name = parts.last().copied().unwrap_or_default();
        let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".csv")).unwrap_or(name);
        let (slot, stem): (&mut dyn Slot, &str) = match parts.as_slice() {
            ["site.yaml"] => (&mut files.site, stem),
            ["partnerships.yaml"] => (&mut files.partnerships, stem),
            ["units.yaml"] => (&mut files.units, stem),
            ["dimensions.yaml"] => (&mut files.dimensions, stem),
            ["plans", name] if name.ends_with(".yaml") => (&mut files.plans, stem),
            ["sources", name] if name.ends_with(".yaml") => (&mut files.sources, stem),
            ["indicators", .., name] if name.ends_with(".yaml") => (&mut files.indicators, stem),
            ["requests", name] if name.ends_with(".yaml") => (&mut files.requests, stem),
            // What came back, as `shanhai import` notes it: nothing of it is in the report.
            ["requests", name] if name.ends_with(".returns.csv") => continue,
            ["actuals", name] if name.ends_with(".csv") => (&mut files.tables, stem),
            ["stories", folder, name] if name.starts_with("index.") && name.ends_with(".md") => {
                (&mut files.stories, folder)
            }
            ["briefs", name] if name.ends_with(".md") => (&mut files.briefs, text_stem(name)),
            ["pages", name] if name.ends_with(".md") => (&mut files.pages, text_stem(name)),
            ["editions", name] if name.ends_with(".json") => (&mut files.editions, name),
            ["stories", folder, name] if is_picture(name) => {
                let picture = PhotoFile { path: Arc::from(path), bytes: Arc::clone(bytes) };
                files.pictures.entry((*folder).to_owned()).or_default().insert((*name).to_owned(), picture);
                continue;
            }
            _ => {
                faults.push(
                    Diagnostic::new(Code::UnknownFile, Origin::file(path), "this file is no kind of content")
                        .hint(place_for(&parts)),
                );
                continue;
            }
        };
        let limit = match parts[0] {
            "editions" => EDITION_LIMIT,
            _ if path.ends_with(".yaml") => YAML_LIMIT,
            _ => TEXT_LIMIT,
        };
        let text = if let Some(read) = before.get(path).filter(|read| Arc::ptr_eq(&read.bytes, bytes)) {
            read.text.clone()
        } else {
            let text = text(path, bytes, limit);
            before.insert(path.to_owned(), Read { bytes: Arc::clone(bytes), text: text.clone() });
            text
        };
        match text {
            Ok(text) => slot.put(ContentFile { stem: stem.to_owned(), path: Arc::from(path), text }),
            Err(found) => {
                faults.push(*found);
                let unknown = match parts[0] {
                    "plans" => Code::UnknownPlan,
                    "sources" => Code::UnknownSource,
                    "indicators" => Code::UnknownIndicator,
                    "stories" => Code::UnknownStory,
                    _ => Code::MissingFile,
                };
                let id = if unknown == Code::MissingFile { name } else { stem };
                files.refused.push((unknown, id.to_owned()));
            }
        }
    }
    files
}

/// Where a file of a kind goes: one, or one of many.
trait Slot {
    fn put(&mut self, file: ContentFile);
}

impl Slot for Option<ContentFile> {
    fn put(&mut self, file: ContentFile) {
        *self = Some(file);
    }
}

impl Slot for Vec<ContentFile> {
    fn put(&mut self, file: ContentFile) {
        self.push(file);
    }
}

fn is_picture(name: &str) -> bool {
    [".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending))
}

#[allow(clippy::case_sensitive_file_extension_comparisons, reason = "endings are written in small letters")]
fn place_for(parts: &[&str]) -> String {
    let name = parts.last().copied().unwrap_or_default();
    match parts {
        _ if name.ends_with(".yml") => "its name must end in .yaml".to_owned(),
        ["stories", ..] => {
            "a story is stories/<id>/index.md, with its photos beside it: .jpg, .jpeg, .png or .webp".to_owned()
        }
        ["briefs", ..] => "a brief is briefs/<id>.md, or briefs/<id>.<language>.md".to_owned(),
        ["pages", ..] => "a page is pages/<id>.md, or pages/<id>.<language>.md".to_owned(),
        ["editions", ..] => "an earlier edition is editions/<name>.json".to_owned(),
        ["requests", ..] => "a request is requests/<id>.yaml".to_owned(),
        ["actuals", ..] => "a table of actuals is actuals/<source-id>.csv".to_owned(),
        _ => "content is site.yaml, partnerships.yaml, units.yaml, dimensions.yaml, plans/, sources/, indicators/, actuals/, requests/, stories/, briefs/, pages/ and editions/".to_owned(),
    }
}

/// The text of a file within its budget, without control characters.
fn text(path: &str, bytes: &[u8], limit: usize) -> Result<Arc<str>, Box<Diagnostic>> {
    let fault = |code, message: String, hint: &str| {
        Box::new(Diagnostic::new(code, Origin::file(path), message).hint(hint))
    };
    if bytes.len() > limit {
        let message =
            format!("this file has {} KB; {} KB are allowed", bytes.len().div_ceil(1024), limit / 1024);
        return Err(fault(Code::TooLarge, message, "split it"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        fault(Code::NotText, format!("this file is not UTF-8 text (line {line})"), "save it as UTF-8")
    })?;
    // The mark of a byte order may begin a file.
    let body = text.char_indices().filter(|(at, c)| *at > 0 || *c != '\u{feff}');
    let odd = body.into_iter().find_map(|(at, c)| Some((at, c, unwanted(c)?)));
    if let Some((at, odd, what)) = odd {
        let origin = Origin::locate(&Arc::from(path), text, at..at + odd.len_utf8());
        let message = format!("the {what} U+{:04X} stands here", u32::from(odd));
        return Err(Box::new(Diagnostic::new(Code::NotText, origin, message).hint("delete it")));
    }
    Ok(Arc::from(text))
}

/// Reports ids that two files share, also where they differ only in case.
pub(super) fn duplicates(files: &[ContentFile], faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<Cow<'_, str>, &ContentFile> = HashMap::with_capacity(files.len());
    for file in files {
        let is_small = !file.stem.contains(char::is_uppercase);
        let name = if is_small { Cow::from(&file.stem) } else { Cow::from(file.stem.to_lowercase()) };
        match first.entry(name) {
            Entry::Vacant(place) => drop(place.insert(file)),
            Entry::Occupied(other) => faults.push(
                Diagnostic::new(
                    Code::DuplicateId,
                    Origin::file(&file.path),
                    format!("two files are called \"{}\"", file.stem),
                )
                .hint("rename one of the two; folders do not tell them apart")
                .also(Origin::file(&other.get().path), "the other one"),
            ),
        }
    }
}

/// The id of the brief or page that a file belongs to: its name up to the first full stop.
fn text_stem(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}
