//! Charts of targets that ask something of each member: a dot, a tile or a small plot each.

use super::judged::{interaction, line, nothing};
use super::value::{geometry, mark, notes, plan};
use crate::chart::{
    Column, Multiples, Panel, Plan, PlanKind, Plot, Stack, Stacks, Swatch, Tile, Tiles, Unit, UnitGroup,
    UnitSort, Units, Verdict as Line,
};
use crate::evaluate::{Status, Verdict};
use crate::model::{Condition, Indicator, ScopeId, Target};
use crate::view::charts::frame::PlotWithNotes;
use crate::view::context::LangContext;
use crate::view::shown::Shown;
use crate::view::wording::{self, proven};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

/// Tiles stand so many to a row.
const ABREAST: usize = 3;
/// A scale of dots has at most so many places.
const MOST_STACKS: usize = 9;
/// Fewer known figures than this make no scale.
const FEWEST_KNOWN: usize = 3;

type Member<'i, 'd> = (&'i Target, &'d Verdict);

/// The members of the whole of which most is known; of the later one of two alike.
fn members<'i, 'd>(
    ctx: &LangContext<'d>,
    indicator: &'i Indicator,
    only_places: bool,
) -> Vec<Member<'i, 'd>> {
    let of = |whole: &Target| -> Vec<Member<'i, 'd>> {
        whole
            .members
            .iter()
            .filter_map(|id| ctx.target(indicator, id))
            .map(|(_, target, verdict)| (target, verdict))
            .collect()
    };
    let known =
        |whole: &Target| of(whole).iter().filter(|(_, verdict)| verdict.status != Status::NoData).count();
    let best = indicator
        .tops()
        .filter(|whole| !whole.members.is_empty())
        .filter(|whole| !only_places || indicator.has_a_place_each(whole, &ctx.report.scopes))
        .max_by_key(|whole| (known(whole), whole.period.end()));
    best.map(of).unwrap_or_default()
}

/// A place's whole name.
pub(super) fn name(ctx: &LangContext<'_>, scope: &ScopeId) -> String {
    ctx.scope(scope)
}

/// The shortest names that tell scopes apart: who assists, who is assisted, or their titles.
fn names(ctx: &LangContext<'_>, scopes: &[&ScopeId]) -> Vec<String> {
    let all = |part: fn(&crate::model::Scope) -> Option<&crate::model::Text>| -> Option<Vec<String>> {
        scopes
            .iter()
            .map(|id| ctx.report.scopes.get(id).and_then(part).map(|text| ctx.words(text).into_owned()))
            .collect()
    };
    let distinct = |names: &Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    all(|scope| scope.from.as_ref())
        .filter(distinct)
        .or_else(|| all(|scope| scope.to.as_ref()).filter(distinct))
        .unwrap_or_else(|| scopes.iter().map(|id| name(ctx, id)).collect())
}

/// Places in rows of tiles: the index of each, its name, and its column and row.
pub(super) fn in_rows(ctx: &LangContext<'_>, scopes: &[&ScopeId]) -> Vec<(usize, String, (u8, u8))> {
    let at = |index: usize| u8::try_from(index).unwrap_or(u8::MAX);
    names(ctx, scopes)
        .into_iter()
        .enumerate()
        .map(|(index, name)| (index, name, (at(index % ABREAST), at(index / ABREAST))))
        .collect()
}

/// One tile a member.
pub(super) fn tiles(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let members = members(ctx, indicator, true);
    let places: Vec<&ScopeId> = members.iter().map(|(target, _)| &target.scope).collect();
    let tiles: Vec<Tile> = in_rows(ctx, &places)
        .into_iter()
        .map(|(index, name, (column, row))| {
            let (target, verdict) = members[index];
            Tile {
                column,
                row,
                name,
                value: mark(ctx, indicator, target, verdict, true),
                plan: proven::asked(ctx, indicator, target, verdict),
                judged: true,
                status: Shown::of(verdict).glyph(),
                interaction: interaction(ctx, indicator, target, verdict),
            }
        })
        .collect();
    let mut notes = notes(tiles.iter().filter_map(|tile| tile.value.as_ref()));
    notes.push("chart-note-tiles");
    PlotWithNotes::new(Plot::Tiles(Tiles { tiles, no_data: nothing(ctx, indicator) }), notes)
}

/// One small plot a scope, a column a target.
pub(super) fn multiples(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let scopes = indicator.plots();
    let judged = ctx.judged(&indicator.id);
    let panels: Vec<Panel> = names(ctx, &scopes)
        .into_iter()
        .zip(&scopes)
        .filter_map(|(name, scope)| {
            let own: Vec<Member<'_, '_>> = indicator
                .targets
                .iter()
                .zip(&judged.verdicts)
                .filter(|(target, _)| {
                    target.scope == **scope && target.cell.is_headline() && target.members.is_empty()
                })
                .collect();
            panel(ctx, indicator, name, &own)
        })
        .collect();
    let notes = panel_notes(&panels);
    PlotWithNotes::new(Plot::Multiples(Multiples { panels, no_data: nothing(ctx, indicator) }), notes)
}

/// A small plot of targets; its glyph is that of the latest of which anything is known.
pub(super) fn panel(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    name: String,
    targets: &[Member<'_, '_>],
) -> Option<Panel> {
    let silent = |verdict: &Verdict| matches!(verdict.status, Status::NoData | Status::NotDue);
    let latest = targets.iter().rev().find(|(_, verdict)| !silent(verdict)).or(targets.last())?;
    let columns = targets
        .iter()
        .map(|(target, verdict)| Column {
            label: ctx.when(indicator, target),
            value: mark(ctx, indicator, target, verdict, false),
            plan: plan(ctx, indicator, &verdict.condition),
            verdict: Some(Line { text: String::new(), ..line(ctx, verdict) }),
            interaction: interaction(ctx, indicator, target, verdict),
        })
        .collect();
    Some(Panel {
        name,
        status: Shown::of(latest.1).glyph(),
        columns,
        interaction: crate::chart::Interaction::default(),
    })
}

/// What the marks of small plots need said, and that each has its own scale.
pub(super) fn panel_notes(panels: &[Panel]) -> Vec<&'static str> {
    let values = panels.iter().flat_map(|panel| &panel.columns).filter_map(|column| column.value.as_ref());
    let mut notes = notes(values);
    notes.push("chart-note-multiples");
    notes
}

/// One dot a member: over a scale where its figure is known, by status where not.
pub(super) fn units(ctx: &LangContext<'_>, indicator: &Indicator) -> PlotWithNotes {
    let members = members(ctx, indicator, false);
    let places: Vec<&ScopeId> = members.iter().map(|(target, _)| &target.scope).collect();
    let named = names(ctx, &places).into_iter().zip(&members);
    // Categories of a dimension have the same scope and names of their own.
    let names = named.map(
        |(name, (target, _))| {
            if target.cell.is_headline() { name } else { ctx.cell(indicator, &target.cell) }
        },
    );
    let most = members.iter().filter_map(|(target, _)| target.condition.threshold()).max();
    let dots: Vec<Dot<'_, '_>> = members
        .iter()
        .zip(names)
        .map(|((target, verdict), name)| Dot {
            target,
            verdict,
            name,
            sort: if target.condition.threshold() == most { UnitSort::Main } else { UnitSort::Second },
        })
        .collect();
    let (stacks, rest) = match scale(&dots) {
        Some(values) => {
            let (known, rest): (Vec<_>, Vec<_>) = dots.into_iter().partition(|dot| dot.count().is_some());
            (Some(stacks(ctx, indicator, &values, &known)), rest)
        }
        None => (None, dots),
    };
    let mut groups: BTreeMap<Shown, Vec<Unit>> = BTreeMap::new();
    for dot in rest {
        groups.entry(Shown::of(dot.verdict)).or_default().push(dot.unit(ctx, indicator, None));
    }
    let groups = Shown::ALL
        .into_iter()
        .filter_map(|shown| groups.remove(&shown).map(|units| (shown, units)))
        .map(|(shown, units)| UnitGroup {
            status: shown.glyph(),
            label: ctx.status(shown).word,
            count: ctx.locale.count(units.len()),
            named: units.len() <= 8,
            units,
        })
        .collect();
    let made = PlotWithNotes::new(Plot::Units(Units { stacks, groups }), Vec::new());
    let sorts = sorts(ctx, indicator, &members);
    PlotWithNotes { sorts, ..made }
}

/// Words for the two sorts of dots, where members are asked for different amounts.
fn sorts(ctx: &LangContext<'_>, indicator: &Indicator, members: &[Member<'_, '_>]) -> Vec<(Swatch, String)> {
    let mut asked: Vec<(Decimal, &Condition)> = members
        .iter()
        .filter_map(|(target, _)| Some((target.condition.threshold()?, &target.condition)))
        .collect();
    asked.sort_by_key(|(amount, _)| std::cmp::Reverse(*amount));
    asked.dedup_by_key(|(amount, _)| *amount);
    if asked.len() != 2 {
        return Vec::new();
    }
    [Swatch::UnitMain, Swatch::UnitSecond]
        .into_iter()
        .zip(asked)
        .map(|(swatch, (_, condition))| (swatch, wording::condition::condition(ctx, indicator, condition)))
        .collect()
}

struct Dot<'i, 'd> {
    target: &'i Target,
    verdict: &'d Verdict,
    name: String,
    sort: UnitSort,
}

impl Dot<'_, '_> {
    /// Its figure, if that is known as a whole number.
    fn count(&self) -> Option<u32> {
        let interval = self.verdict.reached().0;
        let low = interval.low.filter(|low| interval.high == Some(*low))?;
        low.is_integer().then(|| low.to_u32()).flatten()
    }

    fn unit(&self, ctx: &LangContext<'_>, indicator: &Indicator, count: Option<u32>) -> Unit {
        let name = match count {
            Some(count) => format!("{} {count}", self.name),
            None => self.name.clone(),
        };
        Unit { name, sort: self.sort, interaction: interaction(ctx, indicator, self.target, self.verdict) }
    }
}

/// The places of a scale, if all are asked for the same minimum and enough figures lie near each other.
fn scale(dots: &[Dot<'_, '_>]) -> Option<Vec<u32>> {
    let first = &dots.first()?.target.condition;
    let same =
        matches!(first, Condition::AtLeast(_)) && dots.iter().all(|dot| dot.target.condition == *first);
    let counts: Vec<u32> = dots.iter().filter_map(Dot::count).collect();
    let (least, most) = (counts.iter().min().copied()?, counts.iter().max().copied()?);
    let asked = first.threshold()?.ceil().to_u32()?;
    let (least, most) = (least.min(asked.saturating_sub(1)), most.max(asked));
    let from = if (most as usize) < MOST_STACKS { 0 } else { least };
    let places: Vec<u32> = (from..=most).take(MOST_STACKS + 1).collect();
    (same && counts.len() >= FEWEST_KNOWN && places.len() <= MOST_STACKS).then_some(places)
}

fn stacks(ctx: &LangContext<'_>, indicator: &Indicator, places: &[u32], known: &[Dot<'_, '_>]) -> Stacks {
    let unit = ctx.unit(indicator);
    let condition = known.first().map(|dot| &dot.target.condition);
    let plan = Plan {
        kind: PlanKind::Minimum(condition.and_then(Condition::threshold).map_or(0.0, geometry)),
        label: condition
            .map(|condition| {
                ctx.say(
                    "chart-each-asked",
                    &[("asked", &wording::condition::condition(ctx, indicator, condition))],
                )
            })
            .unwrap_or_default(),
    };
    let stacks = places
        .iter()
        .map(|place| Stack {
            value: f64::from(*place),
            label: ctx.locale.number(Decimal::from(*place)),
            units: known
                .iter()
                .filter(|dot| dot.count() == Some(*place))
                .map(|dot| (Shown::of(dot.verdict).glyph(), dot.unit(ctx, indicator, Some(*place))))
                .collect(),
        })
        .collect();
    let what = unit.and_then(|unit| ctx.locale.unit_name(unit)).unwrap_or_default();
    Stacks {
        plan,
        stacks,
        axis: ctx.say("chart-each-counts", &[("unit", &what)]),
        missed: ctx.locale.word("chart-missed-names"),
    }
}
