//! `pages/<id>.md`: front matter, text, and what each of its references leads to.

use super::bindings::World;
use super::cursor::{Cursor, Faults};
use super::raw::RawPage;
use super::texts::TextFile;
use super::values;
use super::written::WrittenFiles;
use crate::diagnostic::Code;
use crate::model::{PageId, TextPage};
use std::collections::BTreeMap;

/// Binds the pages to the report.
pub(super) fn resolve(
    files: &[WrittenFiles<RawPage>],
    world: &World<'_>,
    faults: &mut Faults,
) -> BTreeMap<PageId, TextPage> {
    let pages = files.iter().filter_map(|file| page(file, world, faults));
    pages.map(|page| (page.id.clone(), page)).collect()
}

fn page(files: &WrittenFiles<RawPage>, world: &World<'_>, faults: &mut Faults) -> Option<TextPage> {
    let written = files.resolve(world, faults, |file, faults| only_in_main(file, &files.stem, faults))?;
    let spot = Cursor::root(&written.main.document);
    Some(TextPage {
        id: values::id(&files.stem, PageId::new, &spot, faults)?,
        aliases: values::aliases(&written.main.raw.aliases, PageId::new, &spot.key("aliases"), faults),
        title: written.title,
        summary: written.summary,
        texts: written.texts,
        origin: spot.origin(),
    })
}

/// Reports what a file in a further language says and only the first may.
fn only_in_main(file: &TextFile<RawPage>, stem: &str, faults: &mut Faults) {
    let said = [("draft", file.raw.draft), ("aliases", !file.raw.aliases.is_empty())];
    for (key, _) in said.into_iter().filter(|(_, said)| *said) {
        let message = format!("\"{key}\" of a page is written in {stem}.md");
        faults.add(Code::BadPage, &Cursor::root(&file.document).name(key), message, "move it there");
    }
}
