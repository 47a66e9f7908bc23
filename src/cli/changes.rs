//! `shanhai changes`: two published editions side by side.

use super::args::ChangesArgs;
use super::{Exit, Output};
use crate::changes::{Changes, Edition};
use crate::disk;
use std::path::{Path, PathBuf};

/// The report below the output folder of a site, and below its data folder.
const REPORTS: [&str; 2] = ["data/report.json", "report.json"];

/// Compares two editions. What changed is the data of this command.
pub(super) fn run(args: &ChangesArgs, out: &mut Output) -> Exit {
    let mut editions = Vec::new();
    for path in [&args.from, &args.to] {
        match edition(path) {
            Ok(edition) => editions.push(edition),
            Err((exit, why)) => {
                out.error(&why, "name a report.json, or the folder of a built site");
                return exit;
            }
        }
    }
    let [from, to] = editions.as_slice() else { return Exit::Io };
    let changes = Changes::between(from, to);
    out.data(&if args.json { changes.json() } else { changes.text() });
    Exit::Clean
}

/// The edition that a file is, or that a folder of a site has.
fn edition(path: &Path) -> Result<Edition, (Exit, String)> {
    let inside = REPORTS.iter().map(|name| path.join(name));
    let all: Vec<PathBuf> = [path.to_owned()].into_iter().chain(inside).collect();
    let read = all.iter().find_map(|one| Some((one, disk::whole(one)?)));
    let Some((file, bytes)) = read else {
        return Err((Exit::Usage, format!("there is no edition at {}", path.display())));
    };
    let text = String::from_utf8_lossy(&bytes);
    Edition::read(&text).map_err(|why| (Exit::Faults, format!("{}: {why}", file.display())))
}
