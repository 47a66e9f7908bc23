//! `shanhai brief`: briefs to print and send, made without the site around them.

use super::args::{BriefArgs, BriefFormat};
use super::fonts::machine_faces;
use super::report::{Counts, printed};
use super::site::{THEMES, theme};
use super::{ContentFolder, Exit, Output};
use crate::brief::FaceFile;
use crate::brief::Printer;
use crate::diagnostic::{Diagnostic, Outcome, nearest};
use crate::disk::{self, OwnError};
use crate::locale::Locale;
use crate::model::{Lang, Report};
use crate::pipeline;
use crate::site::Theme;
use crate::tree::FileTree;
use crate::typeface::{Chosen, Role, choose};
use crate::view::BriefKey;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// Makes the briefs that were asked for.
pub(super) fn run(args: &BriefArgs, out: &mut Output) -> Exit {
    brief(args, out).unwrap_or_else(|exit| exit)
}

fn brief(args: &BriefArgs, out: &mut Output) -> Result<Exit, Exit> {
    let began = Instant::now();
    let site = &args.site;
    let guarded = [site.content.clone(), PathBuf::from(THEMES)];
    if let Some(other) = disk::guarding(&args.output, &guarded) {
        let message =
            format!("{} lies in {}, where briefs are not written", args.output.display(), other.display());
        out.error(&message, "name a folder of its own, such as --output briefs");
        return Err(Exit::Usage);
    }
    let ContentFolder { files, found, note } = ContentFolder::read(&site.content, out)?;
    let (theme_files, in_theme, _) = theme(args.theme.as_deref(), out)?;
    let checked = pipeline::judge(&files, site.as_of);
    let mut diagnostics: Vec<Diagnostic> =
        found.into_iter().chain(in_theme).chain(checked.diagnostics).collect();
    let theme = Theme::new(&theme_files).map_err(|found| diagnostics.extend(found)).ok();
    let mut made = FileTree::new();
    if let Some(((report, evaluation), theme)) = checked.judged.zip(theme) {
        let keys = asked(args, &report, out)?;
        let locales = languages(args, &report, out)?;
        let printer = Printer::new(faces(args, &report));
        let order = pipeline::BriefOrder { keys: &keys, locales: &locales, formats: &formats(args) };
        let (files, faults) = pipeline::briefs(&report, &evaluation, &theme, &printer, &order);
        diagnostics.extend(faults);
        for (path, bytes) in files {
            // Names of briefs differ, and so do those of languages.
            let _ = made.add(path, bytes);
        }
        said(&report, &keys, out);
    }
    let found = Outcome::<()>::judged(None, diagnostics).diagnostics;
    let counts = Counts::of(&found);
    out.words(&printed(found, &files, &site.content, site.format.into(), out.words_colour()));
    if let Some(note) = note {
        out.say(&note);
    }
    if counts.errors > 0 {
        out.say(&format!("{}; nothing was written", counts.words()));
        return Ok(Exit::Faults);
    }
    disk::replace_own(&args.output, &made, args.force).map_err(|error| match &error {
        OwnError::Changed(_) => {
            out.error(
                &error.to_string(),
                "move it away, name another folder with --output, or replace it with --force",
            );
            Exit::Usage
        }
        OwnError::Refused(_) => {
            out.error(&error.to_string(), "name another folder with --output");
            Exit::Io
        }
    })?;
    for (path, bytes) in made.iter() {
        out.say(&format!("{} ({} kB)", args.output.join(path).display(), bytes.len().div_ceil(1000)));
    }
    out.say(&format!("{} files after {:.2} s", made.len(), began.elapsed().as_secs_f64()));
    Ok(Exit::Clean)
}

/// Says what is left out when nothing was asked for and nobody has written anything.
fn said(report: &Report, keys: &[BriefKey], out: &mut Output) {
    if keys.is_empty() && report.briefs.is_empty() {
        out.say("nobody has written a brief yet; --plan makes one of the plan from the data");
    }
}

/// The briefs that the arguments name; without any, those that somebody wrote.
fn asked(args: &BriefArgs, report: &Report, out: &mut Output) -> Result<Vec<BriefKey>, Exit> {
    let mut keys = Vec::new();
    for name in &args.briefs {
        let found = report.briefs.keys().find(|id| id.as_str() == name);
        let known = report.briefs.keys().map(crate::model::BriefId::as_str);
        keys.push(BriefKey::Written(one("brief", name, found, known, out)?.clone()));
    }
    if let Some(plan) = &args.plan {
        let known = || report.plans.keys().map(crate::model::PlanId::as_str);
        let found = match plan.as_str() {
            "" => report.plans.keys().next(),
            name => report.plans.keys().find(|id| id.as_str() == name),
        };
        keys.push(BriefKey::Plan(one("plan", plan, found, known(), out)?.clone()));
    }
    let actions = || report.plans.values().flat_map(|plan| &plan.actions);
    for name in &args.action {
        let found = actions().find(|action| action.id.as_str() == name);
        // Whoever has the plan in hand knows an action by its number: 5 is the fifth.
        let counted = || name.parse::<usize>().ok().and_then(|at| actions().nth(at.checked_sub(1)?));
        let found = found.or_else(|| actions().find(|action| action.number == *name)).or_else(counted);
        let known = actions().map(|action| action.id.as_str());
        keys.push(BriefKey::Action(one("action", name, found, known, out)?.id.clone()));
    }
    for name in &args.partnership {
        let found = report.scopes.iter().find(|scope| scope.id.as_str() == name);
        let known = report.scopes.iter().map(|scope| scope.id.as_str());
        keys.push(BriefKey::Partnership(one("pairing or place", name, found, known, out)?.id.clone()));
    }
    for name in &args.unit {
        let found = report.units.keys().find(|id| id.as_str() == name);
        let known = report.units.keys().map(crate::model::UnitId::as_str);
        keys.push(BriefKey::Unit(one("unit", name, found, known, out)?.clone()));
    }
    if keys.is_empty() {
        keys = report.briefs.keys().cloned().map(BriefKey::Written).collect();
    }
    keys.dedup();
    Ok(keys)
}

/// What was found, or a word on what there is.
fn one<'k, T>(
    kind: &str,
    name: &str,
    found: Option<T>,
    known: impl Iterator<Item = &'k str>,
    out: &mut Output,
) -> Result<T, Exit> {
    let Some(found) = found else {
        let known: Vec<&str> = known.collect();
        let hint = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None if known.is_empty() => "there are none".to_owned(),
            None => format!("there are: {}", known.join(", ")),
        };
        out.error(&format!("there is no {kind} \"{name}\""), &hint);
        return Err(Exit::Usage);
    };
    Ok(found)
}

/// The languages that were asked for; without any, the site's own.
fn languages(args: &BriefArgs, report: &Report, out: &mut Output) -> Result<Vec<Locale>, Exit> {
    let own = [report.site.language().as_str().to_owned()];
    let wanted = if args.lang.is_empty() { &own[..] } else { &args.lang };
    let mut locales = Vec::new();
    for tag in wanted {
        let found = report.site.languages.iter().find(|lang| lang.as_str() == tag);
        let known = report.site.languages.iter().map(Lang::as_str);
        let lang = one("language", tag, found, known, out)?;
        locales.extend(Locale::of(&report.site, lang));
    }
    Ok(locales)
}

fn formats(args: &BriefArgs) -> Vec<&'static str> {
    let mut formats: Vec<BriefFormat> = args.to.clone();
    if formats.is_empty() {
        formats = BriefFormat::ALL.to_vec();
    }
    formats.sort_unstable();
    formats.dedup();
    formats.into_iter().map(BriefFormat::ending).collect()
}

/// The faces of this machine that serve a role better than the carried ones: those that the site names first,
/// then those that are usual.
fn faces(args: &BriefArgs, report: &Report) -> Vec<FaceFile> {
    if args.carried_faces {
        return Vec::new();
    }
    let found = machine_faces();
    let mut faces = Vec::new();
    for role in Role::ALL {
        let own = report.site.briefs.typefaces.get(role.as_str()).map(Vec::as_slice).unwrap_or_default();
        let Some(Chosen::Found(face, _)) = choose(role, own, &found) else { continue };
        if let Some(data) = disk::whole(&face.path) {
            faces.push(FaceFile { role, data: Arc::new(data), index: face.index });
        }
    }
    faces
}
