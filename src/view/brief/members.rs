//! The members of a whole target in a brief: how many stand how, and who is furthest behind. The page has them all.

use super::writer::BriefWriter;
use crate::evaluate::{Status, Verdict};
use crate::model::{Indicator, Target};
use crate::view::text::blocks::Run;
use crate::view::wording::{proven, verdicts};
use rust_decimal::Decimal;

/// As many members as are named.
const WORST: usize = 5;

/// By what verdicts are ordered that do not all find room: those that fell short first, then those of which it is
/// not known, then the others; of alike ones that of which least is reached.
pub(super) fn attention(verdict: &Verdict) -> (u8, Decimal) {
    let rank = match verdict.status {
        Status::Missed => 0,
        Status::Behind => 1,
        Status::Undetermined | Status::NotComparable => 2,
        Status::NoData => 3,
        Status::UnderWay => 4,
        Status::OnTrack | Status::Reached => 5,
        Status::Met => 6,
        Status::NotDue => 7,
        Status::Dropped => 8,
    };
    let (_, attainment) = verdict.reached();
    (rank, attainment.high.or(attainment.low).unwrap_or(Decimal::MAX))
}

impl BriefWriter<'_> {
    /// What is said of the members of a whole: how they stand, and of those that fell short the furthest behind.
    /// Nothing for a target without members, or whose members all stand alike and none fell short.
    pub(super) fn members(&mut self, indicator: &Indicator, whole: &Target) -> Vec<Run> {
        let ctx = self.page_ctx.lang;
        let members: Vec<(&Target, &Verdict)> = whole
            .members
            .iter()
            .filter_map(|id| ctx.target(indicator, id))
            .map(|(_, member, verdict)| (member, verdict))
            .collect();
        let tally = verdicts::of(members.iter().map(|(_, verdict)| *verdict));
        let fell_short = |verdict: &Verdict| matches!(verdict.status, Status::Missed | Status::Behind);
        let mut short: Vec<(&Target, &Verdict)> =
            members.into_iter().filter(|(_, verdict)| fell_short(verdict)).collect();
        if tally.len() < 2 && short.is_empty() {
            return Vec::new();
        }
        short.sort_by_key(|(_, verdict)| attention(verdict));
        let parts = verdicts::parts(ctx, &tally, "reason-member-count");
        let lead = ctx.say("members-lead", &[("parts", &parts)]);
        let mut runs = vec![Run::plain(format!("{}{lead}", ctx.locale.word("sentence-space")))];
        if short.is_empty() {
            return runs;
        }
        let space = ctx.locale.word("sentence-space");
        runs.push(Run::plain(format!("{space}{}", ctx.locale.word("paper-members-short"))));
        for (place, (member, verdict)) in short.iter().take(WORST).enumerate() {
            if place > 0 {
                runs.push(Run::plain(ctx.locale.word("clause-separator")));
            }
            let name = if member.scope != whole.scope {
                ctx.scope(&member.scope)
            } else if member.cell.is_headline() {
                ctx.when(indicator, member)
            } else {
                ctx.cell(indicator, &member.cell)
            };
            let proven = proven::proven(ctx, indicator, member, verdict);
            let said = if proven.is_empty() {
                name
            } else {
                ctx.say("paper-member", &[("name", &name), ("proven", &proven)])
            };
            runs.push(Run::plain(said));
            runs.extend(self.marks(indicator, verdict));
        }
        let rest = short.len().saturating_sub(WORST);
        if rest > 0 {
            let more = ctx.say("paper-members-more", &[("count", &ctx.locale.count(rest))]);
            runs.push(Run::plain(ctx.locale.word("clause-separator")));
            runs.push(Run { href: Some(self.page_ctx.indicator(indicator).href), ..Run::plain(more) });
        }
        runs.push(Run::plain(ctx.locale.word("full-stop")));
        runs
    }
}
