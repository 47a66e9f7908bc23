//! Which files the briefs of a site have: each made, or taken from the last build's output as from a cache.
//!
//! A brief with a character that no face has is a fault of the content: left to itself the character would
//! vanish from the page without a word.

use super::{Docx, FaceFile, Unwritten};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Origin, Report};
use crate::tree::FileTree;
use crate::view::{Address, Body, BriefKey, BriefView, Route, SiteView};
use rayon::prelude::*;
use std::sync::OnceLock;

#[cfg(feature = "pdf")]
use super::{PdfFaces, PdfFault, PdfWriter, is_of};

/// Why a brief has no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unprinted {
    /// It has characters that no face has.
    Characters(String),
    /// The program cannot do it.
    Broken(String),
}

/// A file by its path.
pub type Print = (String, Vec<u8>);

/// Makes the files of briefs; what it needs for a format it gets ready when that is first asked for.
#[derive(Debug, Default)]
pub struct Printer {
    /// Faces of this machine; none for a site, which is the same wherever it is built.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only PDF is set with faces"))]
    machine: Vec<FaceFile>,
    #[cfg(feature = "pdf")]
    pdf: OnceLock<Result<PdfWriter, Unprinted>>,
    docx: OnceLock<Result<Docx, Unprinted>>,
}

impl Printer {
    /// A printer with faces of this machine before the carried ones.
    pub fn new(machine: Vec<FaceFile>) -> Self {
        Self { machine, ..Self::default() }
    }

    /// The file of a brief in a format.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub fn file(&self, brief: &BriefView, ending: &str) -> Result<Vec<u8>, Unprinted> {
        match ending {
            #[cfg(feature = "pdf")]
            "pdf" => self.pdf()?.pdf(brief).map_err(|fault| unset(&fault)),
            "docx" => self.docx()?.file(brief).map_err(|fault| unwritten(&fault)),
            other => Err(Unprinted::Broken(format!("there is no format \"{other}\""))),
        }
    }

    /// Looks whether a brief can be printed, without printing it.
    ///
    /// # Errors
    /// Why it cannot, in words.
    #[cfg(feature = "faces")]
    pub fn look_through(&self, brief: &BriefView) -> Result<(), Unprinted> {
        #[cfg(feature = "pdf")]
        self.pdf()?.look_through(brief).map_err(|fault| unset(&fault))?;
        self.docx()?.look_through(brief).map_err(|fault| unwritten(&fault))
    }

    #[cfg(feature = "pdf")]
    fn pdf(&self) -> Result<&PdfWriter, Unprinted> {
        let writer = self.pdf.get_or_init(|| {
            let faces = PdfFaces::new(&self.machine).map_err(|error| Unprinted::Broken(error.to_string()))?;
            PdfWriter::new(faces).map_err(|error| Unprinted::Broken(error.to_string()))
        });
        writer.as_ref().map_err(Clone::clone)
    }

    fn docx(&self) -> Result<&Docx, Unprinted> {
        let docx = self.docx.get_or_init(|| Docx::new().map_err(|fault| unwritten(&fault)));
        docx.as_ref().map_err(Clone::clone)
    }

    /// Forgets what helped to make the last files: a program that goes on calls it now and then.
    pub fn forget(&self) {
        #[cfg(feature = "pdf")]
        PdfWriter::forget();
    }
}

#[cfg(feature = "pdf")]
fn unset(fault: &PdfFault) -> Unprinted {
    match fault {
        PdfFault::Missing(_) => Unprinted::Characters(fault.to_string()),
        PdfFault::Refused(_) => Unprinted::Broken(fault.to_string()),
    }
}

fn unwritten(fault: &Unwritten) -> Unprinted {
    match fault {
        Unwritten::Missing(why) => Unprinted::Characters(why.clone()),
        Unwritten::Broken(why) => Unprinted::Broken(why.clone()),
    }
}

/// The files of all briefs of a site, by path, and what could not be made.
///
/// One that stands in the last site, `earlier`, and was made of the same brief is taken over.
pub fn prints(
    views: &[SiteView],
    report: &Report,
    printer: &Printer,
    earlier: &FileTree,
) -> (Vec<Print>, Vec<Diagnostic>) {
    let wanted: Vec<(&SiteView, &BriefKey, &BriefView, &str)> = of_site(views)
        .flat_map(|(view, key, brief)| key.formats().map(move |ending| (view, key, brief, ending)))
        .collect();
    let made: Vec<Result<Print, Box<Diagnostic>>> = wanted
        .into_par_iter()
        .map(|(view, key, brief, ending)| {
            let path = Address::new(&view.tree, Route::BriefFile(key.clone(), ending)).path();
            let kept = earlier.get(&path).filter(|file| is_still(file, brief, ending));
            let file = match kept {
                Some(file) => file.to_vec(),
                None => printer.file(brief, ending).map_err(|why| Box::new(fault(report, key, &why)))?,
            };
            Ok((path, file))
        })
        .collect();
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for one in made {
        match one {
            Ok(file) => files.push(file),
            Err(fault) => add(&mut faults, *fault),
        }
    }
    (files, faults)
}

/// What of the briefs of a site cannot be printed, found without printing them.
#[cfg(feature = "faces")]
pub fn unprintable(views: &[SiteView], report: &Report, printer: &Printer) -> Vec<Diagnostic> {
    let all: Vec<(&SiteView, &BriefKey, &BriefView)> = of_site(views).collect();
    let looked =
        all.into_par_iter().filter_map(|(_, key, brief)| Some((key, printer.look_through(brief).err()?)));
    let mut faults = Vec::new();
    for (key, why) in looked.collect::<Vec<_>>() {
        add(&mut faults, fault(report, key, &why));
    }
    faults
}

/// The briefs of a site.
fn of_site(views: &[SiteView]) -> impl Iterator<Item = (&SiteView, &BriefKey, &BriefView)> {
    views.iter().flat_map(|view| view.pages.iter().map(move |page| (view, page))).filter_map(
        |(view, page)| match (&page.route, &page.body) {
            (Route::Brief(key), Body::Brief(brief)) => Some((view, key, brief.as_ref())),
            _ => None,
        },
    )
}

/// True if a file was made of this very brief.
#[cfg_attr(not(feature = "pdf"), allow(unused_variables))]
fn is_still(file: &[u8], brief: &BriefView, ending: &str) -> bool {
    match ending {
        #[cfg(feature = "pdf")]
        "pdf" => is_of(file, brief),
        _ => false,
    }
}

/// Adds a fault once: the same words may stand in a brief of every language and format.
pub fn add(faults: &mut Vec<Diagnostic>, fault: Diagnostic) {
    if !faults.contains(&fault) {
        faults.push(fault);
    }
}

/// A brief that cannot be made, at the place where it is written.
pub fn fault(report: &Report, key: &BriefKey, why: &Unprinted) -> Diagnostic {
    let origin: &Origin = match key {
        BriefKey::Written(id) => report.briefs.get(id).map(|brief| &brief.origin),
        BriefKey::Plan(id) => report.plans.get(id).map(|plan| &plan.origin),
        BriefKey::Action(id) => report
            .plans
            .values()
            .find(|plan| plan.actions.iter().any(|action| action.id == *id))
            .map(|plan| &plan.origin),
        BriefKey::Partnership(_) | BriefKey::Unit(_) => None,
    }
    .unwrap_or(&report.site.origin);
    let (code, why, hint) = match why {
        Unprinted::Characters(why) => (
            Code::NoGlyph,
            why,
            "write it with another character, or print it with a typeface that has it: \"shanhai fonts\" says how",
        ),
        Unprinted::Broken(why) => (Code::BadBrief, why, "this is a fault of shanhai: please report it"),
    };
    let message = format!("the brief \"{}\" cannot be printed: {why}", key.name());
    Diagnostic::new(code, origin.clone(), message).hint(hint)
}
