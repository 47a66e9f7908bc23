//! Words that do not say what is computed, as diagnostics.

use super::arithmetic::{Computed, NotComputed, compute};
use super::fit::{Fit, fit};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::evaluate::{Evaluation, Status};
use crate::model::{Bound, BoundText, Computation, Formula, Report};
use rust_decimal::Decimal;

/// What is wrong with the computed numbers of all texts. A count of how targets stand is held against the report
/// date of the site and no other day: the text was written for that day.
pub fn findings(report: &Report, evaluation: &Evaluation) -> Vec<Diagnostic> {
    let texts = report.stories.values().flat_map(|story| story.texts.values());
    let texts = texts.chain(report.briefs.values().flat_map(|brief| brief.texts.values()));
    let texts = texts.chain(report.pages.values().flat_map(|page| page.texts.values()));
    let is_its_day = evaluation.as_of == report.site.report_date;
    texts
        .flat_map(computations)
        .filter(|one| is_its_day || !matches!(one.formula, Formula::Count(_)))
        .filter_map(|one| finding(report, evaluation, one))
        .collect()
}

fn computations(text: &BoundText) -> impl Iterator<Item = &Computation> {
    text.bound.values().filter_map(|bound| match bound {
        Bound::Computed(computation) => Some(computation.as_ref()),
        _ => None,
    })
}

fn finding(report: &Report, evaluation: &Evaluation, wanted: &Computation) -> Option<Diagnostic> {
    let (code, message, hint) = match compute(report, evaluation, &wanted.formula) {
        Ok(computed) => {
            let (message, hint) = wrong(wanted, &computed)?;
            (Code::WrongWording, message, hint)
        }
        Err(NotComputed::UnknownStatus(word)) => {
            let known = || Status::ALL.into_iter().map(Status::as_str);
            let hint = match nearest(&word, known()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("write one of: {}", known().collect::<Vec<_>>().join(", ")),
            };
            (Code::UnknownWord, format!("\"{word}\" is no status"), hint)
        }
        Err(NotComputed::NothingToDivideBy) => (
            Code::NotComputable,
            "the figure to divide by may be zero or less, or nothing bounds it from below".to_owned(),
            "state both figures instead, each with a link of its own".to_owned(),
        ),
        Err(NotComputed::NoNumber) => (
            Code::NotComputable,
            "the figures behind this number have no value to compute with".to_owned(),
            "state them instead, each with a link of its own".to_owned(),
        ),
    };
    let found = Diagnostic::new(code, wanted.origin.clone(), message).hint(hint);
    let figures = wanted.formula.figures().into_iter().filter_map(|key| report.actual(key));
    Some(figures.fold(found, |found, figure| found.also(figure.origin.clone(), "a figure behind it is here")))
}

fn wrong(wanted: &Computation, computed: &Computed) -> Option<(String, String)> {
    let said = wanted.said.as_ref()?;
    let number = said.value.numbers().text().unwrap_or_default();
    let told = told(computed);
    Some(match fit(said, computed) {
        Fit::Fits => return None,
        Fit::Other => {
            let fall = if said.falls { "a fall of " } else { "" };
            let hint = match (&wanted.formula, computed.plain) {
                (Formula::Count(_), _) => "write that, or leave the words empty to have it filled in",
                (_, Some(_)) => {
                    "write that, rounded as you like, or leave the words empty to have it filled in"
                }
                (_, None) => "say what is proven, such as \"at least\", or leave the words empty",
            };
            (format!("the words say {fall}{number}, the figures give {told}"), hint.to_owned())
        }
        Fit::NotExact => (
            format!("\"{number}\" is only about so: a figure behind it is"),
            "say \"约\" or \"about\" before it".to_owned(),
        ),
        Fit::TooFine => (
            format!("\"{number}\" is more exact than the figures, which give {told}"),
            "write fewer digits, or say \"约\" or \"about\"".to_owned(),
        ),
    })
}

/// What was computed, in the plain words of a message.
fn told(computed: &Computed) -> String {
    let shown = |number: Decimal| number.round_dp(4).normalize().to_string();
    let (low, high) = (computed.interval.low.map(shown), computed.interval.high.map(shown));
    match (computed.plain.map(shown), low, high) {
        (Some(plain), Some(low), Some(high)) if low != high => format!("{plain} (from {low} to {high})"),
        (Some(plain), ..) => plain,
        (None, Some(low), Some(high)) => format!("between {low} and {high}"),
        (None, Some(low), None) => format!("at least {low}"),
        (None, None, Some(high)) => format!("at most {high}"),
        (None, None, None) => "nothing".to_owned(),
    }
}
