//! `shanhai rename`: another id for a thing, everywhere; shown first, written when asked.

use super::args::{RenameArgs, RenameKindName};
use super::report::printed;
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Diagnostic, Format, plural};
use crate::disk::{self, Change};
use crate::model::IdFault;
use crate::rename::{RenameFault, RenameKind, RenameOrder, Renaming, diff, rename};
use crate::tree::FileTree;

impl From<RenameKindName> for RenameKind {
    fn from(name: RenameKindName) -> Self {
        match name {
            RenameKindName::Indicator => Self::Indicator,
            RenameKindName::Story => Self::Story,
            RenameKindName::UnitOfMeasure => Self::UnitOfMeasure,
        }
    }
}

/// Renames a thing. What changes is the data of this command.
pub(super) fn run(args: &RenameArgs, out: &mut Output) -> Exit {
    let ContentFolder { files, found, .. } = match ContentFolder::read(&args.content, out) {
        Ok(content) => content,
        Err(exit) => return exit,
    };
    if !found.is_empty() {
        return faulty(args, found, &files, out);
    }
    let order = RenameOrder { kind: args.kind.map(RenameKind::from), old: &args.old, new: &args.new };
    let renaming = match rename(&files, order) {
        Ok(renaming) => renaming,
        Err(fault) => return refused(args, fault, &files, out),
    };
    let folder = args.content.to_string_lossy().replace('\\', "/");
    let folder = folder.trim_start_matches("./").trim_end_matches('/');
    out.data(&diff(&renaming, |path| format!("{folder}/{}", below(path))));
    let many = renaming.edits.len();
    let what = format!(
        "{} \"{}\" to \"{}\": {many} {}",
        renaming.kind.word(),
        args.old,
        args.new,
        plural(many, "file")
    );
    if !args.write {
        out.say(&format!("{what} would change; nothing was written. Add --write to do it"));
        return Exit::Clean;
    }
    match written(args, &renaming) {
        Ok(()) => {
            out.say(&format!("renamed {what} changed"));
            Exit::Clean
        }
        Err(error) => {
            out.error(&error.to_string(), "nothing was changed; try again when the file can be written");
            Exit::Io
        }
    }
}

fn written(args: &RenameArgs, renaming: &Renaming) -> Result<(), disk::CreateError> {
    let changes: Vec<Change<'_>> = renaming
        .edits
        .iter()
        .map(|edit| Change { path: below(&edit.path), before: Some(&edit.before), after: &edit.after })
        .collect();
    let moved = renaming.moved.as_ref().map(|(from, to)| (below(from), below(to)));
    disk::change(&args.content, &changes, moved)
}

/// A path of the content below its folder, whatever that is called.
fn below(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}

/// Says what is wrong with the content.
fn faulty(args: &RenameArgs, found: Vec<Diagnostic>, files: &FileTree, out: &mut Output) -> Exit {
    let text = printed(found, files, &args.content, Format::Text, out.words_colour());
    out.words(&text);
    let hint = "what cannot be read may refer to it: mend this first, and nothing is forgotten";
    out.error("nothing was renamed", hint);
    Exit::Faults
}

fn refused(args: &RenameArgs, fault: RenameFault, files: &FileTree, out: &mut Output) -> Exit {
    let (old, new) = (&args.old, &args.new);
    let (message, hint) = match fault {
        RenameFault::Content(found) => return faulty(args, found, files, out),
        RenameFault::Left(found) => {
            let text = printed(found, files, &args.content, Format::Text, out.words_colour());
            out.words(&text);
            let hint = "change this by hand first, and run it again";
            out.error(&format!("nothing was renamed: this would be left with \"{new}\""), hint);
            return Exit::Faults;
        }
        RenameFault::BadId(why) => {
            let why = match why {
                IdFault::Length => "it must have 1 to 64 characters".to_owned(),
                IdFault::Character(odd) => {
                    format!("\"{odd}\" cannot stand there: use a-z, 0-9 and hyphens between them")
                }
                IdFault::Reserved => "some systems keep this name for a device".to_owned(),
            };
            (format!("\"{new}\" cannot be an id"), why)
        }
        RenameFault::Unknown(near) => {
            let what =
                args.kind.map_or("indicator, story or unit of measure", |kind| RenameKind::from(kind).word());
            let hint = near.map_or_else(
                || {
                    "an indicator is named by its file, without folder and ending; a story by its folder"
                        .to_owned()
                },
                |near| format!("did you mean \"{near}\"?"),
            );
            (format!("there is no {what} \"{old}\""), hint)
        }
        RenameFault::Several(kinds) => {
            let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            let hint = "say which with --kind".to_owned();
            (format!("\"{old}\" names several things: {}", words.join(", ")), hint)
        }
        RenameFault::BuiltIn => {
            let hint =
                "define a unit of your own in site.yaml, and write its id where it is meant".to_owned();
            (format!("the unit of measure \"{old}\" is built in"), hint)
        }
        RenameFault::NoRoom => (
            format!("no alias can be added to \"{old}\" as its file is written"),
            "write \"aliases: []\" there, and run this again".to_owned(),
        ),
        RenameFault::Taken(None) => (format!("\"{new}\" is there already"), "take another id".to_owned()),
        RenameFault::Taken(Some(owner)) => (
            format!("\"{new}\" is an alias of \"{owner}\""),
            "take it out of \"aliases:\" there if it is to be an id again, and run this again".to_owned(),
        ),
    };
    out.error(&message, &hint);
    Exit::Usage
}
