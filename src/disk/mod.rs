//! The only room that names `std::fs`: files in, files out.
//!
//! ```text
//! read       a folder → FileTree, and a diagnostic for what cannot be read
//! publish    FileTree → the output folder, whole or not at all
//!   output_dir  where that is, and where a site is never written
//!   lock        one build at a time
//!   leftovers   what a killed build left is put in order
//!   previous    what stands there now: which files are ours (manifest), which are not (inventory)
//!   plan        what is unchanged, changed, gone, and what is in the way
//!   swap        build whole beside it, exchange atomically
//!   piecemeal   where that cannot be done: file by file, pages last
//! fonts      the font files of this machine
//! scan       a folder rescanned again and again (`serve`)
//! inotify    change notifications from the system
//! seal       outside the output folder: which manifest this machine wrote there
//! last_site  what stands in the output folder → FileTree: what need not be made anew
//! change     files of the content get other bytes, and one another path, all or none (`rename`)
//! own        files of our own among others, known by their digests (`brief`)
//! create     files into a folder where nothing may be overwritten (`init`)
//! ```
//!
//! What holds throughout: symbolic links are never followed while writing or deleting; a file is
//! deleted only if our manifest lists it; nobody's file is overwritten.
#![allow(clippy::disallowed_methods, reason = "this is the room that the rule protects")]

mod change;
mod create;
mod error;
mod fonts;
mod inotify;
mod inventory;
mod last_site;
mod leftovers;
mod lock;
mod manifest;
mod output_dir;
mod own;
mod piecemeal;
mod plan;
mod previous;
mod publish;
mod read;
mod scan;
mod seal;
mod swap;
#[cfg(test)]
mod tests;

pub use change::{Change, change};
pub use create::{CreateError, can_open, create, folders, is_empty, is_folder, replace};
pub use error::{PublishError, Refusal};
pub use fonts::{font_files, font_folders, part, whole};
pub use inotify::{Hints, Touched};
pub use last_site::last_site;
pub use own::{OwnError, guarding, replace_own};
pub use publish::{Published, publish, refuse};
pub use read::{Contents, contents, one_file, passed_over, read};
pub use scan::Scan;
