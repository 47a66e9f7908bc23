//! What is asked of an indicator in the end, and how that stands: the target that spans the others, or all of them,
//! those together of which the same is said.

use crate::evaluate::Verdict;
use crate::model::{Condition, Indicator, Period, Target};
use crate::view::context::LangContext;
use crate::view::shown::Shown;
use crate::view::wording::{condition, proven};

/// What is asked of an indicator.
pub(in crate::view) struct Asked<'a> {
    /// A line each.
    pub targets: Vec<AskedLine<'a>>,
    /// How many targets are not among them: on the way, of places, of parts.
    pub others: usize,
}

/// When a target has to hold.
#[derive(Debug, Clone)]
pub(in crate::view) struct AskedTime {
    /// Its days; nothing where it is asked at a date.
    period: Option<Period>,
    /// The same in words.
    said: String,
}

/// Times in words: periods that follow each other, of which each is asked, by the first and the last.
pub(in crate::view) fn times(ctx: &LangContext<'_>, times: &[AskedTime]) -> String {
    let follows = |pair: &[AskedTime]| match pair {
        [AskedTime { period: Some(one), .. }, AskedTime { period: Some(next), .. }] => {
            one.end().tomorrow().ok() == next.start()
        }
        _ => false,
    };
    match times {
        [first, _, .., last] if times.windows(2).all(follows) => {
            ctx.say("results-each-of", &[("from", &first.said), ("to", &last.said)])
        }
        _ => ctx.locale.list(&times.iter().map(|one| one.said.clone()).collect::<Vec<_>>()),
    }
}

/// One target, or several that ask the same and stand alike.
pub(in crate::view) struct AskedLine<'a> {
    /// Its place among the indicator's targets.
    pub at: usize,
    pub target: &'a Target,
    pub verdict: &'a Verdict,
    /// When each of them has to hold.
    pub times: Vec<AskedTime>,
    /// What is asked, in words.
    pub asked: String,
    pub shown: Shown,
    pub remarks: Vec<String>,
}

/// As many lines as a row has.
const LINES: usize = 6;

/// What is asked of an indicator.
pub(super) fn asked<'a>(ctx: &LangContext<'a>, indicator: &'a Indicator) -> Asked<'a> {
    let judged = ctx.judged(&indicator.id);
    let tops: Vec<(usize, &Target, &Verdict)> = indicator
        .targets
        .iter()
        .zip(&judged.verdicts)
        .enumerate()
        .filter(|(_, (target, _))| target.member_of.is_none())
        .map(|(at, (target, verdict))| (at, target, verdict))
        .collect();
    let is_own = |target: &Target| target.scope == indicator.scope && target.cell.is_headline();
    let mut main: Vec<_> = tops.iter().copied().filter(|(_, target, _)| is_own(target)).collect();
    if main.is_empty() {
        main.clone_from(&tops);
    }
    let last = main.iter().copied().max_by_key(|(_, target, _)| (target.due, target.period.days()));
    if let Some(last) = last.filter(|(at, last, _)| {
        let spans = |other: &Target| other.due <= last.due && last.period.contains(&other.period);
        // Two that ask for the same days stand side by side.
        main.iter().all(|(other, target, _)| {
            other == at || (spans(target) && (target.period, target.due) != (last.period, last.due))
        })
    }) {
        main = vec![last];
    }
    let mut targets: Vec<AskedLine<'a>> = Vec::new();
    let mut told = 0;
    for (at, target, verdict) in main {
        let line = line(ctx, indicator, (at, target, verdict));
        let full = targets.len() == LINES;
        let same = |known: &&mut AskedLine<'_>| {
            known.asked == line.asked && known.shown == line.shown && known.remarks == line.remarks
        };
        match targets.last_mut().filter(same) {
            Some(known) => known.times.extend(line.times),
            None if full => break,
            None => targets.push(line),
        }
        told += 1;
    }
    Asked { targets, others: tops.len() - told }
}

fn line<'a>(
    ctx: &LangContext<'a>,
    indicator: &'a Indicator,
    (at, target, verdict): (usize, &'a Target, &'a Verdict),
) -> AskedLine<'a> {
    let asked = match &target.condition {
        // The other indicator's number, which each year has its own of, stands in the verdict.
        against @ Condition::Against(_) => condition::condition(ctx, indicator, against),
        _ => proven::asked(ctx, indicator, target, verdict),
    };
    AskedLine {
        at,
        target,
        verdict,
        times: vec![AskedTime {
            period: (!target.has_a_date(indicator.measure)).then_some(target.period),
            said: ctx.when_alone(indicator, target),
        }],
        asked: match ctx.of_whom(indicator, target) {
            Some(whom) => ctx.say("results-of-whom", &[("whom", &whom), ("condition", &asked)]),
            None => asked,
        },
        shown: Shown::of(verdict),
        remarks: proven::remarks(ctx, indicator, target, verdict),
    }
}

/// What is asked by lines that follow each other in the same words.
pub(in crate::view) struct AskedOnce<'l, 'a> {
    /// The first of them.
    pub first: &'l AskedLine<'a>,
    /// When, for all of them.
    pub times: Vec<AskedTime>,
}

impl<'a> Asked<'a> {
    /// What is asked, each thing once with all the times for which it is.
    pub(in crate::view) fn once(&self) -> Vec<AskedOnce<'_, 'a>> {
        let mut once: Vec<AskedOnce<'_, 'a>> = Vec::new();
        for line in &self.targets {
            match once.last_mut().filter(|known| known.first.asked == line.asked) {
                Some(known) => known.times.extend(line.times.iter().cloned()),
                None => once.push(AskedOnce { first: line, times: line.times.clone() }),
            }
        }
        once
    }
}
