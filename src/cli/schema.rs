//! `shanhai schema`: JSON Schemas of the content files, so that an editor completes and checks them.

use super::args::SchemaArgs;
use super::{Exit, Output};
use crate::disk;
use crate::load::raw;
use crate::tree::FileTree;

/// Writes `<kind>.schema.json` for every kind of file.
pub(super) fn run(args: &SchemaArgs, out: &mut Output) -> Exit {
    let mut files = FileTree::new();
    for (name, text) in schemas() {
        let _ = files.add(name, text.into_bytes());
    }
    if let Err(error) = disk::replace(&args.out, &files) {
        out.error(&error.to_string(), "name another folder with --out");
        return Exit::Io;
    }
    out.say(&format!("wrote {} schemas to {}", files.len(), args.out.display()));
    Exit::Clean
}

/// The schemas by file name.
pub(super) fn schemas() -> Vec<(String, String)> {
    raw::schemas()
        .into_iter()
        .map(|(kind, schema)| (format!("{kind}.schema.json"), format!("{schema:#}\n")))
        .collect()
}
