//! How the verdicts of one indicator came about, for the terminal: the words of its page, with the
//! files and lines in which every target and figure stands.

use crate::locale::Locale;
use crate::model::{Indicator, IndicatorId, Target};
use crate::view::context::LangContext;
use crate::view::cross_refs::CrossRefs;
use crate::view::route::target_anchor;
use crate::view::shown::Shown;
use crate::view::wording::headline::headline;
use crate::view::wording::reasons;
use crate::view::wording::reasons::Reasons;
use crate::view::wording::{condition, proven};
use serde::Serialize;

/// An indicator explained.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// Its id.
    pub indicator: String,
    /// What it proves, as a sentence.
    pub headline: String,
    /// Where it is written.
    pub place: String,
    /// Its figures, in the order of the file.
    pub figures: Vec<ExplainedFigure>,
    /// Its targets with their verdicts; wholes before their members.
    pub targets: Vec<ExplainedTarget>,
}

/// A figure explained.
#[derive(Debug, Clone, Serialize)]
pub struct ExplainedFigure {
    /// Its place on the indicator's page.
    pub anchor: String,
    /// Time, scope and value.
    pub words: String,
    /// What the written value says: the two ends in base units.
    pub low: Option<String>,
    /// See `low`.
    pub high: Option<String>,
    /// The source and the place in it.
    pub source: String,
    /// What it was used for.
    pub used_for: Vec<String>,
    /// File, line and column.
    pub place: String,
}

/// A target explained.
#[derive(Debug, Clone, Serialize)]
pub struct ExplainedTarget {
    /// Its id.
    pub target: String,
    /// Its place on the indicator's page.
    pub anchor: String,
    /// True for a member of a whole.
    pub member: bool,
    /// The status as the data files write it.
    pub status: &'static str,
    /// Period, scope, condition and due date in words.
    pub asked: String,
    /// The status in words, with what is proven.
    pub verdict: String,
    /// The argument.
    pub reasons: Vec<String>,
    /// What would settle it.
    pub settled_by: Option<String>,
    /// File, line and column.
    pub place: String,
}

/// Explains an indicator; `None` if there is none of that id.
pub fn explain(index: &CrossRefs<'_>, locale: &Locale, id: &str) -> Option<Explanation> {
    let locale = locale.unmarked();
    let ctx = LangContext::new(index, &locale, None);
    let indicator = ctx.report.indicators.get(&IndicatorId::new(id).ok()?)?;
    let judged = ctx.judged(&indicator.id);
    let figures = indicator
        .actuals
        .iter()
        .enumerate()
        .map(|(index, actual)| {
            let interval = judged.intervals.get(index);
            ExplainedFigure {
                anchor: ctx.actual_anchor(indicator, index),
                words: reasons::figure(&ctx, indicator, index, &indicator.scope),
                low: interval.and_then(|interval| interval.low).map(|low| low.normalize().to_string()),
                high: interval.and_then(|interval| interval.high).map(|high| high.normalize().to_string()),
                source: format!("{} {}", actual.source, actual.locator),
                used_for: judged
                    .uses
                    .get(index)
                    .into_iter()
                    .flatten()
                    .map(|one| locale.word(&format!("use-{}", one.as_str())))
                    .collect(),
                place: actual.origin.to_string(),
            }
        })
        .collect();
    Some(Explanation {
        indicator: indicator.id.to_string(),
        headline: headline(&ctx, indicator),
        place: indicator.origin.to_string(),
        figures,
        targets: indicator.targets.iter().map(|target| explained(&ctx, indicator, target)).collect(),
    })
}

fn explained(ctx: &LangContext<'_>, indicator: &Indicator, target: &Target) -> ExplainedTarget {
    let locale = ctx.locale;
    let found = ctx.target(indicator, &target.id);
    let (status, verdict, steps, settled_by) = match found {
        Some((_, _, verdict)) => {
            let reasons = Reasons { ctx, indicator, target };
            let mut words = vec![
                locale.word(&format!("status-{}", Shown::of(verdict).key())),
                proven::proven(ctx, indicator, target, verdict),
                locale.attainment(verdict.reached().1),
                proven::distance(ctx, indicator, verdict),
            ];
            words.extend(proven::remarks(ctx, indicator, target, verdict));
            (
                verdict.status.as_str(),
                together(ctx, &words),
                reasons.sentences(&verdict.reasons),
                verdict.settled_by.as_ref().map(|reason| reasons.sentence(reason)),
            )
        }
        None => ("", String::new(), Vec::new(), None),
    };
    let asked = [
        ctx.time_asked(indicator, target),
        ctx.of_whom(indicator, target).unwrap_or_default(),
        // What is judged: what was in force on the due day.
        found.map_or_else(
            || condition::condition(ctx, indicator, &target.condition),
            |(_, _, verdict)| condition::of_target(ctx, indicator, target, verdict),
        ),
        locale.day(target.due),
    ];
    ExplainedTarget {
        anchor: target_anchor(&target.id),
        target: target.id.to_string(),
        member: target.member_of.is_some(),
        status,
        asked: together(ctx, &asked),
        verdict,
        reasons: steps,
        settled_by,
        place: target.origin.to_string(),
    }
}

/// What there is of several words, in a row.
fn together(ctx: &LangContext<'_>, words: &[String]) -> String {
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    words.join(&ctx.locale.word("explain-separator"))
}
