//! Verdicts in full, in one line, and counted.

use super::desk::{Desk, Here, Shown, target_anchor};
use super::page::{CountView, VerdictLine, VerdictView};
use super::reasons::Reasons;
use super::route::Route;
use crate::evaluate::{Reason, Status, Verdict};
use crate::model::{Indicator, RevisionChange, Target};
use std::collections::BTreeMap;

impl Here<'_> {
    /// The verdicts of an indicator, wholes with their members.
    pub fn verdicts(&self, indicator: &Indicator) -> Vec<VerdictView> {
        let judged = self.desk.judged(&indicator.id);
        indicator
            .targets
            .iter()
            .zip(&judged.verdicts)
            .enumerate()
            .filter(|(_, (target, _))| target.member_of.is_none())
            .map(|(index, (target, verdict))| self.verdict(indicator, index, target, verdict))
            .collect()
    }

    fn verdict(
        &self,
        indicator: &Indicator,
        index: usize,
        target: &Target,
        verdict: &Verdict,
    ) -> VerdictView {
        let desk = self.desk;
        let (locale, unit) = (desk.locale, desk.unit(indicator));
        let (reached, attainment) = verdict.reached();
        let reasons = Reasons { desk, indicator, target };
        let members: Vec<VerdictView> = target
            .members
            .iter()
            .filter_map(|id| desk.target(indicator, id))
            .map(|(at, member, verdict)| self.verdict(indicator, at, member, verdict))
            .collect();
        // What is said of the members stands in their own lead, not among the reasons.
        let steps: Vec<Reason> = verdict
            .reasons
            .iter()
            .filter(|reason| !matches!(reason, Reason::MemberCounts { .. }))
            .cloned()
            .collect();
        VerdictView {
            anchor: target_anchor(index),
            period: desk.period(indicator, &target.period),
            scope: (target.scope != indicator.scope).then(|| self.scope(&target.scope)),
            condition: locale.condition(&verdict.condition, unit),
            due: locale.day(target.due),
            status: desk.status(Shown::of(verdict)),
            proven: locale.proven(reached, unit),
            attainment: locale.attainment(attainment),
            path: self.path(indicator, verdict),
            reasons: reasons.sentences(&steps),
            settled_by: verdict.settled_by.as_ref().map(|reason| reasons.sentence(reason)),
            source: self.place(target),
            derived: desk.maybe(target.derived.as_ref()),
            note: desk.maybe(target.note.as_ref()),
            revisions: target.revisions.iter().map(|revision| self.revision(indicator, revision)).collect(),
            members_lead: (!members.is_empty()).then(|| {
                desk.say(
                    "members-lead",
                    &[("parts", &parts(desk, &tally(desk, indicator, target), "reason-member-count"))],
                )
            }),
            members,
        }
    }

    /// Where a target is promised.
    fn place(&self, target: &Target) -> super::TitledLink {
        let link = self.short_source(&target.source);
        let locator = self.desk.locator(&target.source, &target.locator);
        let text = format!("{} {locator}", link.text).trim().to_owned();
        super::TitledLink { text, ..link }
    }

    fn path(&self, indicator: &Indicator, verdict: &Verdict) -> Option<String> {
        let desk = self.desk;
        let (locale, unit) = (desk.locale, desk.unit(indicator));
        let path = verdict.path.as_ref().filter(|_| !verdict.status.is_settled())?;
        let shown = locale.proven(path.interval, unit);
        if shown.is_empty() {
            return None;
        }
        let date = locale.day(path.date);
        Some(match (path.planned_shown, path.planned_attainment) {
            (Some(planned), None) => desk.say(
                "path-planned-amount",
                &[("date", &date), ("planned", &locale.quantity(planned, unit)), ("shown", &shown)],
            ),
            (Some(planned), Some(share)) => desk.say(
                "path-planned",
                &[
                    ("date", &date),
                    ("planned", &locale.quantity(planned, unit)),
                    ("percent", &locale.percent(share)),
                    ("shown", &shown),
                ],
            ),
            _ => desk.say("path-none", &[("date", &date), ("shown", &shown)]),
        })
    }

    fn revision(&self, indicator: &Indicator, revision: &crate::model::Revision) -> String {
        let desk = self.desk;
        let (on, why) = (desk.locale.day(revision.on), desk.words(&revision.why).into_owned());
        let mut said = vec![match &revision.change {
            RevisionChange::Was(condition) => {
                let was = desk.locale.condition(condition, desk.unit(indicator));
                desk.say("revision-was", &[("on", &on), ("was", &was), ("why", &why)])
            }
            RevisionChange::Dropped => desk.say("revision-dropped", &[("on", &on), ("why", &why)]),
        }];
        said.extend(revision.who.as_ref().map(|who| desk.say("revision-who", &[("who", &desk.words(who))])));
        desk.locale.sentences(&said)
    }

    /// The verdicts of an indicator, one line each.
    pub fn lines(&self, indicator: &Indicator) -> Vec<VerdictLine> {
        let desk = self.desk;
        let judged = desk.judged(&indicator.id);
        indicator
            .targets
            .iter()
            .zip(&judged.verdicts)
            .enumerate()
            .filter(|(_, (target, _))| target.member_of.is_none())
            .map(|(index, (target, verdict))| self.line(indicator, index, target, verdict))
            .collect()
    }

    /// The verdicts of an indicator to scan: one line for periods of which the same is said.
    pub fn lines_in_short(&self, indicator: &Indicator) -> Vec<VerdictLine> {
        in_short(self.desk, self.lines(indicator))
    }

    /// One verdict in one line.
    pub fn line(
        &self,
        indicator: &Indicator,
        index: usize,
        target: &Target,
        verdict: &Verdict,
    ) -> VerdictLine {
        let desk = self.desk;
        let (_, attainment) = verdict.reached();
        let members = target.members.len();
        VerdictLine {
            period: desk.period(indicator, &target.period),
            condition: desk.locale.condition(&verdict.condition, desk.unit(indicator)),
            status: desk.status(Shown::of(verdict)),
            attainment: desk.locale.attainment(attainment),
            href: self.address.link_at(&Route::Indicator(indicator.id.clone()), &target_anchor(index)),
            whole: match members {
                0 if target.scope == indicator.scope => None,
                0 => Some(desk.scope(&target.scope)),
                _ => Some(desk.say("whole-of", &[("count", &desk.locale.count(members))])),
            },
        }
    }
}

/// Lines that follow each other and differ in nothing but the period are one line with all their periods.
pub(super) fn in_short(desk: &Desk<'_>, lines: Vec<VerdictLine>) -> Vec<VerdictLine> {
    let separator = desk.locale.word("list-separator");
    let mut short: Vec<VerdictLine> = Vec::new();
    for line in lines {
        match short.last_mut() {
            Some(last)
                if last.condition == line.condition
                    && last.status.key == line.status.key
                    && last.attainment == line.attainment
                    && last.whole == line.whole =>
            {
                last.period = format!("{}{separator}{}", last.period, line.period);
            }
            _ => short.push(line),
        }
    }
    short
}

/// How many targets stand in each status.
pub(super) type Tally = BTreeMap<Shown, usize>;

/// Counts the targets that count of some indicators.
pub(super) fn count<'i>(desk: &Desk<'_>, indicators: impl IntoIterator<Item = &'i Indicator>) -> Tally {
    of(indicators.into_iter().flat_map(|one| desk.tops(one)).map(|(_, verdict)| verdict))
}

/// Counts the members of a whole.
pub(super) fn tally(desk: &Desk<'_>, indicator: &Indicator, whole: &Target) -> Tally {
    of(whole.members.iter().filter_map(|id| desk.target(indicator, id)).map(|(_, _, verdict)| verdict))
}

/// Counts verdicts.
pub(super) fn of<'v>(verdicts: impl Iterator<Item = &'v Verdict>) -> Tally {
    let mut tally = Tally::new();
    for verdict in verdicts {
        *tally.entry(Shown::of(verdict)).or_default() += 1;
    }
    tally
}

/// The counts in the order of lists, with their shares.
#[allow(clippy::cast_precision_loss, reason = "a share to draw with")]
pub(super) fn counts(desk: &Desk<'_>, tally: &Tally) -> Vec<CountView> {
    let total: usize = tally.values().sum();
    let percent = |count: usize| (count as f64 * 10_000.0 / total.max(1) as f64).round() / 100.0;
    let mut before = 0;
    let mut views = Vec::new();
    for (shown, count) in
        Shown::ALL.into_iter().filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
    {
        let (offset, share) = (percent(before), percent(count));
        views.push(CountView { status: desk.status(shown), count, share, offset, href: None });
        before += count;
    }
    views
}

/// The counts in words, in the order of lists: `3项证实达到，10项无法判定`.
pub(super) fn parts(desk: &Desk<'_>, tally: &Tally, message: &str) -> String {
    let words: Vec<String> = Shown::ALL
        .into_iter()
        .filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
        .map(|(shown, count)| {
            let word = desk.locale.counted(&format!("status-{}", shown.key()));
            desk.say(message, &[("count", &desk.locale.count(count)), ("status", &word)])
        })
        .collect();
    desk.locale.list(&words)
}

/// True if a target is proven not to be met. One that is behind is not yet due.
pub(super) fn is_missed(status: Status) -> bool {
    status == Status::Missed
}

/// True if a status leaves the target open.
pub(super) fn is_open(status: Status) -> bool {
    matches!(
        status,
        Status::UnderWay | Status::Undetermined | Status::NotComparable | Status::NoData | Status::NotDue
    )
}
