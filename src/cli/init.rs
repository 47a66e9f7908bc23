//! `shanhai init`: a small site to begin with.

use super::args::InitArgs;
use super::schema::schemas;
use super::{Exit, Output, starter};
use crate::disk;
use crate::tree::FileTree;

/// Writes the starter site and the schemas that its files name.
pub(super) fn run(args: &InitArgs, out: &mut Output) -> Exit {
    let folder = &args.folder;
    match disk::is_empty(folder) {
        Ok(true) => {}
        Ok(false) => {
            let message = format!("{} is not empty", folder.display());
            out.error(&message, "name a new folder: shanhai init report");
            return Exit::Usage;
        }
        Err(error) => {
            let message = format!("cannot look into {}: {error}", folder.display());
            out.error(&message, "name a new folder: shanhai init report");
            return Exit::Io;
        }
    }
    let mut files = FileTree::new();
    for (path, text) in starter::FILES.iter().map(|(path, text)| (*path, (*text).to_owned())) {
        let _ = files.add(path, text.into_bytes());
    }
    for (name, text) in schemas() {
        let _ = files.add(format!(".schema/{name}"), text.into_bytes());
    }
    if let Err(error) = disk::create(folder, &files) {
        out.error(&error.to_string(), "check that the folder may be written to and the disk is not full");
        return Exit::Io;
    }
    let go = if folder.as_os_str() == "." { String::new() } else { format!("cd {} && ", folder.display()) };
    out.say(&format!("wrote {} files to {}", files.len(), folder.display()));
    out.say(&format!("next: {go}shanhai build"));
    Exit::Clean
}
