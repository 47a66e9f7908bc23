//! `shanhai import`: workbooks that came back, each taken whole or not at all.

use super::report::printed;
use super::request::Asking;
use super::request_args::{FindingFormat, ImportArgs, PreferName};
use super::{Exit, Output};
use crate::diagnostic::Format;
use crate::disk::{self, Change};
use crate::exchange;
use crate::locale::Locale;
use crate::pipeline;
use crate::requests::{self, Kind, Order, Prefer, Said, Taken};
use crate::tree::FileTree;
use std::path::Path;

/// As many bytes as are read of a file; one more is too large a workbook.
const LIMIT: u64 = 20 << 20;

/// Takes the files. What was found in them is the data of this command.
pub(super) fn run(args: &ImportArgs, out: &mut Output) -> Exit {
    imported(args, out).unwrap_or_else(|exit| exit)
}

fn imported(args: &ImportArgs, out: &mut Output) -> Result<Exit, Exit> {
    let mut asking = Asking::read(&args.content, out)?;
    let locale = asking.locale(args.lang.as_deref(), out)?;
    let before = (asking.report.clone(), asking.evaluation.clone());
    let (mut exit, mut said) = (Exit::Clean, Vec::new());
    let mut changed = false;
    for path in &args.files {
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let (bytes, modified) = disk::one_file(path, LIMIT).map_err(|error| {
            out.error(
                &format!("cannot read {}: {error}", path.display()),
                "check its name; files before it were taken",
            );
            Exit::Io
        })?;
        let modified = jiff::Timestamp::from_second(i64::try_from(modified).unwrap_or(0));
        let modified = modified.map(|time| time.to_string()).unwrap_or_default();
        let prefer = args.prefer.map(|which| match which {
            PreferName::File => Prefer::File,
            PreferName::Stored => Prefer::Stored,
        });
        let order = Order { bytes: &bytes, modified: &modified, prefer, accepted: &args.accept };
        let taken = requests::take(&asking.files, &asking.report, order, &locale);
        let found: Vec<Said> = taken.findings.iter().map(|one| one.said(&name, &locale)).collect();
        show(args.format, &found, &locale, out);
        said.extend(found);
        if taken.refused {
            out.say(&locale.say("import-refused", &[("file", &name)]));
            exit = Exit::Faults;
            continue;
        }
        match settle(args, &taken, &mut asking, (&name, &locale), out)? {
            Exit::Clean => changed |= !taken.changes.is_empty(),
            other => exit = other,
        }
    }
    if args.format == FindingFormat::Csv {
        out.data(&table(&said));
    }
    if changed {
        verdicts(&before, &asking, &locale, out);
    }
    for (path, text) in asking.proposed.iter().filter(|_| changed) {
        out.say(&locale.say("import-source", &[("path", &shown(&args.content, path))]));
        out.words(text);
    }
    if args.dry_run {
        out.say(&locale.word("import-dry"));
    }
    Ok(exit)
}

/// Looks whether the content stays without error, and writes what changes.
fn settle(
    args: &ImportArgs,
    taken: &Taken,
    asking: &mut Asking,
    (name, locale): (&str, &Locale),
    out: &mut Output,
) -> Result<Exit, Exit> {
    let mut files = asking.files.clone();
    for (path, bytes) in &taken.edits {
        files.put(path.clone(), bytes.clone());
    }
    let checked = pipeline::judge(&files, None);
    let Some((report, evaluation)) = checked.judged else {
        out.say(&locale.word("import-faulty"));
        out.words(&printed(checked.diagnostics, &files, &args.content, Format::Text, out.words_colour()));
        out.say(&locale.say("import-refused", &[("file", name)]));
        return Ok(Exit::Faults);
    };
    if !args.dry_run {
        write(&args.content, &asking.files, taken, out)?;
    }
    (asking.files, asking.report, asking.evaluation) = (files, report, evaluation);
    for change in &taken.changes {
        let message = match change.kind {
            Kind::Added => "import-added",
            Kind::Changed => "import-changed",
            Kind::Withdrawn => "import-withdrawn",
        };
        out.say(&locale.say(message, &[("what", &change.what), ("old", &change.old), ("new", &change.new)]));
    }
    let many = |kind: Kind| taken.changes.iter().filter(|one| one.kind == kind).count().to_string();
    let fill = [
        ("file", name),
        ("filled", &taken.filled.to_string()),
        ("asked", &taken.asked.to_string()),
        ("added", &many(Kind::Added)),
        ("changed", &many(Kind::Changed)),
        ("withdrawn", &many(Kind::Withdrawn)),
    ];
    out.say(&locale.say("import-file", &fill));
    Ok(Exit::Clean)
}

/// Writes the table and the list of returns together, or neither.
fn write(content: &Path, files: &FileTree, taken: &Taken, out: &mut Output) -> Result<(), Exit> {
    let below = |path: &'_ str| -> String { path.strip_prefix("content/").unwrap_or(path).to_owned() };
    let paths: Vec<String> = taken.edits.iter().map(|(path, _)| below(path)).collect();
    let changes: Vec<Change<'_>> = taken
        .edits
        .iter()
        .zip(&paths)
        .map(|((path, after), below)| Change { path: below, before: files.get(path), after })
        .collect();
    disk::change(content, &changes, None).map_err(|error| {
        out.error(
            &error.to_string(),
            "nothing of this file was written; try again when the content can be written",
        );
        Exit::Io
    })
}

/// What was found, a line each; a table is written whole at the end.
fn show(format: FindingFormat, found: &[Said], locale: &Locale, out: &mut Output) {
    for one in found {
        match format {
            FindingFormat::Text => out.data(&format!("{}\n", crate::code_points::shown(&one.line(locale)))),
            FindingFormat::Json => out.data(&format!("{}\n", serde_json::to_string(one).unwrap_or_default())),
            FindingFormat::Csv => {}
        }
    }
}

fn table(said: &[Said]) -> String {
    let head = ["file", "sheet", "cell", "weight", "code", "what", "mend"].map(str::to_owned);
    let rows: Vec<Vec<String>> = said
        .iter()
        .map(|one| {
            let words = [&one.file, &one.sheet, &one.cell, one.weight, one.code, &one.what, &one.mend];
            words.map(str::to_owned).to_vec()
        })
        .collect();
    String::from_utf8(exchange::table(&head, &rows)).unwrap_or_default()
}

/// Which verdicts change, in words.
fn verdicts(
    before: &(crate::model::Report, crate::evaluate::Evaluation),
    after: &Asking,
    locale: &Locale,
    out: &mut Output,
) {
    let turned = pipeline::turned((&before.0, &before.1), (&after.report, &after.evaluation), locale);
    if turned.is_empty() {
        out.say(&locale.word("import-no-verdicts"));
        return;
    }
    out.say(&locale.word("import-verdicts"));
    for one in turned {
        out.say(
            &locale
                .say("import-verdict", &[("what", &one.target), ("old", &one.before), ("new", &one.after)]),
        );
    }
}

/// A path of the content as the person knows it.
fn shown(content: &Path, path: &str) -> String {
    content.join(path.strip_prefix("content/").unwrap_or(path)).display().to_string()
}
