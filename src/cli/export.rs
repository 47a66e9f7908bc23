//! `shanhai export`: the workbooks of a request.

use super::request::Asking;
use super::request_args::ExportArgs;
use super::{Exit, Output};
use crate::diagnostic::plural;
use crate::disk;
use crate::exchange::xlsx;
use crate::requests::{self, Form};
use crate::tree::FileTree;

/// Writes the workbooks.
pub(super) fn run(args: &ExportArgs, out: &mut Output) -> Exit {
    exported(args, out).unwrap_or_else(|exit| exit)
}

fn exported(args: &ExportArgs, out: &mut Output) -> Result<Exit, Exit> {
    let asking = Asking::read(&args.content, out)?;
    let request = asking.request(&args.request, out)?;
    // Units are asked in the site's own language, whoever sends the workbooks out.
    let locale = asking.locale(None, out)?;
    let layout = requests::layout(&asking.report, request, &locale);
    let all: Vec<&Form> = layout.forms.iter().collect();
    let books: Vec<(String, Vec<&Form>)> = if args.one_file {
        vec![(request.id.to_string(), all)]
    } else {
        all.into_iter().map(|form| (format!("{}-{}", request.id, form.of.id()), vec![form])).collect()
    };
    let mut tree = FileTree::new();
    for (name, forms) in &books {
        let bytes = xlsx::write(&requests::book(&layout, forms, &locale)).map_err(|why| {
            out.error(&format!("the workbook {name}.xlsx cannot be made: {why}"), "please report this fault");
            Exit::Bug
        })?;
        tree.put(format!("{name}.xlsx"), bytes);
    }
    disk::replace(&args.out, &tree).map_err(|error| {
        out.error(
            &error.to_string(),
            "close the workbook if a spreadsheet has it open, or name another folder with --out",
        );
        Exit::Io
    })?;
    let many = tree.len();
    let cells: usize = layout.forms.iter().map(|form| layout.asked(form)).sum();
    out.say(&format!("{many} {} for {cells} figures in {}", plural(many, "workbook"), args.out.display()));
    Ok(Exit::Clean)
}
