//! Indicators side by side: attainment bullets of an action, small plots of a plan, tiles of a scope.

use super::frame::sources;
use super::judged::{interaction, percent};
use super::members::{panel, panel_notes};
use super::value::{mark, notes};
use super::{context, members};
use crate::chart::{Bullet, Bullets, Interaction, Multiples, Panel, Plot};
use crate::evaluate::Verdict;
use crate::model::{Action, Actual, Indicator, Plan, ScopeId, SourceId, Target};
use crate::view::charts::frame::{ChartHeading, PlotWithNotes};
use crate::view::charts::overview::{Overview, OverviewWords};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::TableCell;
use crate::view::route::Route;
use crate::view::shown::Shown;
use crate::view::wording::proven;
use crate::view::wording::verdicts::{self, StatusTally};
use rust_decimal::Decimal;

/// One plot alone is no comparison.
const FEWEST: usize = 2;
/// More small plots than this are no overview any more.
const MOST_PANELS: usize = 16;

/// The indicators of an action of whose attainment something is proven, in per cent of what was asked; if
/// there are several.
pub(in crate::view) fn attainment(
    page_ctx: &PageContext<'_>,
    plan: &Plan,
    action: &Action,
) -> Option<Overview> {
    let ctx = page_ctx.lang.drawings();
    let rows: Vec<(&Indicator, &Target, &Verdict)> = ctx
        .refs
        .of_action(plan, action)
        .filter_map(|indicator| {
            let (target, verdict) = best(ctx, indicator)?;
            Some((indicator, target, verdict))
        })
        .collect();
    if rows.len() < FEWEST {
        return None;
    }
    let bullets = rows
        .iter()
        .map(|(indicator, target, verdict)| Bullet {
            name: name(ctx, indicator, target),
            plan: proven::asked(ctx, indicator, target, verdict),
            value: mark(ctx, indicator, target, verdict, true),
            percent: percent(ctx, verdict),
            status: Shown::of(verdict).glyph(),
            interaction: linked(page_ctx, indicator, interaction(ctx, indicator, target, verdict)),
        })
        .collect::<Vec<_>>();
    let mut tally = StatusTally::new();
    for (.., verdict) in &rows {
        *tally.entry(Shown::of(verdict)).or_default() += 1;
    }
    let title = ctx.say(
        "chart-attainment-title",
        &[
            ("action", &ctx.words(&action.short)),
            ("total", &ctx.locale.count(rows.len())),
            ("counts", &verdicts::parts(ctx, &tally, "chart-scorecard-title-part")),
        ],
    );
    let table = rows
        .iter()
        .map(|(indicator, target, verdict)| {
            let link = page_ctx.indicator(indicator);
            vec![
                TableCell { text: link.text, href: Some(link.href) },
                plain(ctx.when(indicator, target)),
                plain(proven::asked(ctx, indicator, target, verdict)),
                plain(proven::proven(ctx, indicator, target, verdict)),
                plain(percent(ctx, verdict)),
                plain(ctx.status(Shown::of(verdict)).word),
            ]
        })
        .collect();
    let notes = notes(bullets.iter().filter_map(|row| row.value.as_ref()));
    let plot = Plot::Bullets(Bullets {
        rows: bullets,
        hundred: ctx.locale.word("chart-hundred"),
        no_data: ctx.locale.word("chart-no-data"),
    });
    let words = OverviewWords {
        id: format!("attainment-{}", action.id),
        title,
        subtitle: ctx.locale.word("chart-attainment-subtitle"),
        head: heads(ctx, &["indicator", "period", "asked", "proven", "share", "status"]),
    };
    let of = rows.iter().map(|(indicator, ..)| *indicator);
    Some(Overview::new(ctx, "attainment", words, PlotWithNotes::new(plot, notes), table, all_sources(of)))
}

/// A cap this far above what was asked says nothing of how it went.
const WIDEST_CAP: Decimal = Decimal::from_parts(300, 0, 0, false, 0);

/// The target of an indicator of whose attainment most is proven: by a floor, then the latest.
fn best<'i, 'd>(ctx: &LangContext<'d>, indicator: &'i Indicator) -> Option<(&'i Target, &'d Verdict)> {
    let known = |verdict: &Verdict| {
        let attainment = verdict.reached().1;
        (
            attainment.low.is_some_and(|low| !low.is_zero()),
            attainment.high.is_some_and(|high| high <= WIDEST_CAP),
        )
    };
    ctx.drawn(indicator)
        .into_iter()
        .filter(|(_, verdict)| known(verdict) != (false, false))
        .max_by_key(|(target, verdict)| (known(verdict), target.period.end()))
}

fn name(ctx: &LangContext<'_>, indicator: &Indicator, target: &Target) -> String {
    let period = ctx.when(indicator, target);
    ctx.say("chart-row-name", &[("title", &ctx.words(&indicator.title)), ("period", &period)])
}

/// Indicators of a plan that are asked for year by year, a small plot each, if something is known of
/// several.
pub(in crate::view) fn multiples(page_ctx: &PageContext<'_>, plan: &Plan) -> Option<Overview> {
    let ctx = page_ctx.lang.drawings();
    let mut found: Vec<(&Indicator, Vec<(&Target, &Verdict)>)> = Vec::new();
    for indicator in ctx.refs.of_plan(&plan.id) {
        let yearly: Vec<(&Target, &Verdict)> = ctx
            .drawn(indicator)
            .into_iter()
            .filter(|(target, _)| target.period.years().is_some_and(|years| years.count() == 1))
            .collect();
        let known =
            yearly.iter().any(|(target, verdict)| mark(ctx, indicator, target, verdict, false).is_some());
        if yearly.len() > 1 && known {
            found.push((indicator, yearly));
        }
    }
    if !(FEWEST..=MOST_PANELS).contains(&found.len()) {
        return None;
    }
    let panels: Vec<Panel> = found
        .iter()
        .filter_map(|(indicator, yearly)| {
            let title = ctx.words(&indicator.title).into_owned();
            let panel = panel(ctx, indicator, title.clone(), yearly)?;
            let interaction = Interaction { tip: Some(title), href: None };
            Some(Panel { interaction: linked(page_ctx, indicator, interaction), ..panel })
        })
        .collect();
    let table = found
        .iter()
        .flat_map(|(indicator, yearly)| {
            yearly.iter().map(move |(target, verdict)| (indicator, target, verdict))
        })
        .map(|(indicator, target, verdict)| {
            let link = page_ctx.indicator(indicator);
            vec![
                TableCell { text: link.text, href: Some(link.href) },
                plain(ctx.when(indicator, target)),
                plain(proven::asked(ctx, indicator, target, verdict)),
                plain(proven::proven(ctx, indicator, target, verdict)),
                plain(ctx.status(Shown::of(verdict)).word),
            ]
        })
        .collect();
    let notes = panel_notes(&panels);
    let plot = Plot::Multiples(Multiples { panels, no_data: ctx.locale.word("chart-no-usable-data") });
    let words = OverviewWords {
        id: format!("yearly-{}", plan.id),
        title: ctx.say("chart-multiples-title", &[("total", &ctx.locale.count(found.len()))]),
        subtitle: ctx.locale.word("chart-multiples-subtitle"),
        head: heads(ctx, &["indicator", "period", "asked", "proven", "status"]),
    };
    let of = found.iter().map(|(indicator, _)| *indicator);
    Some(Overview::new(ctx, "yearly", words, PlotWithNotes::new(plot, notes), table, all_sources(of)))
}

/// The indicator of which most is known for each place directly inside a scope, a tile a place.
pub(in crate::view) fn tiles(page_ctx: &PageContext<'_>, scope: &ScopeId) -> Option<Overview> {
    let ctx = page_ctx.lang.drawings();
    let scopes = &ctx.report.scopes;
    let judged = ctx
        .refs
        .order
        .iter()
        .filter(|indicator| {
            indicator.tops().any(|whole| whole.scope == *scope && indicator.has_a_place_each(whole, scopes))
        })
        .map(|indicator| (*indicator, members::tiles(ctx, indicator)));
    let context =
        ctx.refs.order.iter().filter(|indicator| indicator.scope == *scope).filter_map(|indicator| {
            let figures: Vec<&Actual> = indicator.places_with_a_figure(scopes);
            let alone = indicator.targets.is_empty() && figures.len() > FEWEST;
            alone.then(|| (*indicator, context::tiles(ctx, indicator)))
        });
    let known = |made: &PlotWithNotes| match &made.plot {
        Plot::Tiles(tiles) => tiles.tiles.iter().filter(|tile| tile.value.is_some()).count(),
        _ => 0,
    };
    // Of two alike the first in the order in which indicators are read.
    let all: Vec<(&Indicator, PlotWithNotes)> = judged.chain(context).collect();
    let most = all.iter().map(|(_, made)| known(made)).max()?;
    let (indicator, made) = all.into_iter().find(|(_, made)| known(made) == most)?;
    let drawing = ChartHeading::of(ctx, indicator);
    let Plot::Tiles(tiles) = &made.plot else { return None };
    let link = page_ctx.indicator(indicator);
    let nothing = ctx.locale.word("chart-no-data");
    let table = tiles
        .tiles
        .iter()
        .map(|tile| {
            let figure = tile.value.as_ref().map_or_else(|| nothing.clone(), |value| value.label.clone());
            vec![
                plain(tile.name.clone()),
                TableCell { text: link.text.clone(), href: Some(link.href.clone()) },
                plain(tile.plan.clone()),
                plain(figure),
            ]
        })
        .collect();
    let words = OverviewWords {
        id: format!("places-{scope}"),
        title: drawing.title,
        subtitle: drawing.subtitle,
        head: heads(ctx, &["place", "indicator", "asked", "reported"]),
    };
    Some(Overview::new(ctx, "places", words, made, table, all_sources([indicator].into_iter())))
}

fn plain(text: String) -> TableCell {
    TableCell { text, href: None }
}

fn heads(ctx: &LangContext<'_>, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| ctx.locale.word(&format!("chart-table-{name}"))).collect()
}

fn linked(page_ctx: &PageContext<'_>, indicator: &Indicator, interaction: Interaction) -> Interaction {
    Interaction { href: Some(page_ctx.address.link(&Route::Indicator(indicator.id.clone()))), ..interaction }
}

fn all_sources<'i>(indicators: impl Iterator<Item = &'i Indicator>) -> Vec<SourceId> {
    let mut all: Vec<SourceId> = Vec::new();
    for id in indicators.flat_map(sources) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}
