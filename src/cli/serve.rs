//! `shanhai serve`: the site in a browser, following every change of its files.

use super::args::ServeArgs;
use super::explain;
use super::report::{Counts, joined, printed};
use super::site::{THEMES, passed_over_note, theme};
use super::{ContentFolder, Exit, Output};
use crate::diagnostic::{Diagnostic, Format, MOST_SHOWN, Severity, first_of};
use crate::disk;
use crate::load::Drafts;
use crate::pipeline::{self, Session};
use crate::preview::{self, Finding, Maker, ServerAddress, SiteFiles, SourcePlace, Watched};
use crate::tree::FileTree;
use crate::view::{self, Explanation};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Serves until Ctrl-C.
pub(super) fn run(args: &ServeArgs, out: &mut Output) -> Exit {
    serve(args, out).unwrap_or_else(|exit| exit)
}

fn serve(args: &ServeArgs, out: &mut Output) -> Result<Exit, Exit> {
    ContentFolder::folder(&args.content, out)?;
    let (_, _, folder) = theme(args.theme.as_deref(), out)?;
    let bound = preview::bind(&args.host, args.port).map_err(|error| {
        let message = format!("cannot serve on {}, port {}: {error}", args.host, args.port);
        out.error(&message, "name another port with --port, or another address with --host");
        Exit::Io
    })?;
    let url = bound.server.url();
    for line in greeting(&bound.server, args.port, bound.moved) {
        out.say(&line);
    }
    if let Some(note) = passed_over_note(&args.content, &disk::passed_over(&args.content, "content")) {
        out.say(&note);
    }
    if args.open && !open(&url) {
        out.say("no browser could be opened from here; open the address yourself");
    }
    let drafts = if args.drafts { Drafts::Shown } else { Drafts::LeftOut };
    let maker = LocalMaker {
        session: Session::new(args.as_of, drafts),
        content: args.content.clone(),
        sources: preview::SourceFiles::default(),
        counts: Counts::default(),
        said: None,
    };
    let name = |folder: PathBuf| {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        (folder, format!("{THEMES}/{name}"))
    };
    let watched = Watched { content: (args.content.clone(), "content".to_owned()), theme: folder.map(name) };
    preview::run(bound, watched, maker).map_err(|error| {
        out.error(&format!("the preview cannot go on: {error}"), "start it again");
        Exit::Io
    })?;
    Ok(Exit::Clean)
}

/// What is said at the beginning.
fn greeting(server: &ServerAddress, port: u16, moved: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if moved {
        lines.push(format!("port {port} is taken; port {} is used", server.address.port()));
    }
    if !server.is_private() {
        let what = if server.address.ip().is_unspecified() { "every network" } else { "the network" };
        lines.push(format!(
            "the preview is open to {what} that this machine is on: whoever reaches {} can read the site, with \
             the paths of its files and its drafts",
            server.address
        ));
    }
    lines.push(format!("serving on {} (Ctrl-C ends)", server.url()));
    lines
}

/// Opens an address with the program that the system keeps for it.
fn open(url: &str) -> bool {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}

/// Makes the site of this folder.
struct LocalMaker {
    session: Session,
    content: PathBuf,
    /// The files of the last making, for the lines that findings point at.
    sources: preview::SourceFiles,
    /// How many faults the last making found: not all of them are said.
    counts: Counts,
    /// What was said last.
    said: Option<Vec<Finding>>,
}

impl Maker for LocalMaker {
    fn make(&mut self, sources: &preview::SourceFiles) -> Vec<Finding> {
        let found = self.session.make(&sources.content, &sources.theme);
        self.sources = sources.clone();
        let mut found = joined(sources.unread.clone(), found);
        found.sort_by(|a, b| (a.severity(), &a.origin, a.code).cmp(&(b.severity(), &b.origin, b.code)));
        self.counts = Counts::of(&found);
        let (shown, more) = first_of(&found.iter().collect::<Vec<_>>());
        let mut findings: Vec<Finding> =
            shown.into_iter().map(|one| finding(one, &self.sources, &self.content)).collect();
        findings.extend(more.words().map(|text| Finding { error: more.errors > 0, text }));
        findings
    }

    fn forget(&mut self) {
        self.session.forget();
    }

    fn look(&self, work: &mut dyn FnMut(&dyn SiteFiles)) {
        self.session.look(|site| work(&ServedSite { site, local: self }));
    }

    fn made(&mut self, seconds: f64, findings: &[Finding]) {
        let mut out = Output::standard();
        let errors = findings.iter().filter(|one| one.error).count();
        let counts = if findings.len() > MOST_SHOWN {
            self.counts
        } else {
            Counts { errors, warnings: findings.len() - errors }
        };
        if self.said.as_deref() != Some(findings) {
            for one in findings {
                out.words(&format!("{}\n\n", one.text));
            }
        }
        let kept = if errors > 0 { "; the last good site is served" } else { "" };
        out.say(&format!("{} after {:.0} ms{kept}", counts.words(), seconds * 1000.0));
        self.said = Some(findings.to_vec());
    }
}

/// A finding as the terminal shows it, without colour.
fn finding(found: &Diagnostic, sources: &preview::SourceFiles, content: &Path) -> Finding {
    let mut named = FileTree::new();
    for origin in std::iter::once(&found.origin).chain(found.related.iter().map(|(origin, _)| origin)) {
        let file = sources.content.get(&origin.file).or_else(|| sources.theme.get(&origin.file));
        if let Some(bytes) = file {
            // Two places in one file name it twice.
            let _ = named.add(origin.file.to_string(), bytes);
        }
    }
    let text = printed(vec![found.clone()], &named, content, Format::Text, false);
    Finding { error: found.severity() == Severity::Error, text: text.trim_end().to_owned() }
}

/// The site that stands.
struct ServedSite<'a, 's, 'd, 'r> {
    site: &'a pipeline::OnDemandSite<'s, 'd, 'r>,
    local: &'a LocalMaker,
}

impl<'r: 'd, 'd> SiteFiles for ServedSite<'_, '_, 'd, 'r> {
    fn file(&self, path: &str) -> Option<Result<Vec<u8>, Vec<Finding>>> {
        let file = self.site.file(path)?;
        Some(file.map_err(|found| vec![finding(&found, &self.local.sources, &self.local.content)]))
    }

    fn place(&self, indicator: &str, anchor: &str) -> Option<SourcePlace> {
        let site = self.site;
        let explained = view::explain(site.index, site.locales.first()?, indicator)?;
        let at = place(&explained, anchor)?;
        Some(SourcePlace { at: at.to_owned(), explained: explain::text(&explained) })
    }
}

/// Where a figure or target stands, by its place on the indicator's page.
fn place<'e>(explained: &'e Explanation, anchor: &str) -> Option<&'e str> {
    let figure = explained.figures.iter().find(|figure| figure.anchor == anchor).map(|figure| &figure.place);
    let target =
        || explained.targets.iter().find(|target| target.anchor == anchor).map(|target| &target.place);
    figure.or_else(target).map(String::as_str)
}
