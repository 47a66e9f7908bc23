//! Indicators side by side: attainment bullets of an action, small plots of a plan, tiles of a scope.

use super::judged::{percent, touch};
use super::members::{panel, panel_notes};
use super::overview::{Overview, Words};
use super::value::{mark, notes};
use super::{Made, context, members, sources};
use crate::chart::{Bullet, Bullets, Multiples, Panel, Plot, Touch};
use crate::evaluate::Verdict;
use crate::model::{Action, Actual, Indicator, Plan, ScopeId, SourceId, Target};
use crate::view::desk::{Desk, Here, Shown};
use crate::view::page::TableCell;
use crate::view::route::Route;
use crate::view::verdicts::{self, Tally};
use rust_decimal::Decimal;

/// One plot alone is no comparison.
const FEWEST: usize = 2;
/// More small plots than this are no overview any more.
const MOST_PANELS: usize = 16;

/// The indicators of an action of whose attainment something is proven, in per cent of what was asked; if
/// there are several.
pub(in crate::view) fn attainment(here: &Here<'_>, plan: &Plan, action: &Action) -> Option<Overview> {
    let desk = here.desk.drawings();
    let rows: Vec<(&Indicator, &Target, &Verdict)> = desk
        .index
        .of_action(plan, action)
        .filter_map(|indicator| {
            let (target, verdict) = best(desk, indicator)?;
            Some((indicator, target, verdict))
        })
        .collect();
    if rows.len() < FEWEST {
        return None;
    }
    let bullets = rows
        .iter()
        .map(|(indicator, target, verdict)| Bullet {
            name: name(desk, indicator, target),
            plan: desk.locale.condition(&verdict.condition, desk.unit(indicator)),
            value: mark(desk, indicator, target, verdict, true),
            percent: percent(desk, verdict),
            status: Shown::of(verdict).glyph(),
            touch: linked(here, indicator, touch(desk, indicator, target, verdict)),
        })
        .collect::<Vec<_>>();
    let mut tally = Tally::new();
    for (.., verdict) in &rows {
        *tally.entry(Shown::of(verdict)).or_default() += 1;
    }
    let title = desk.say(
        "chart-attainment-title",
        &[
            ("action", &desk.words(&action.short)),
            ("total", &desk.locale.count(rows.len())),
            ("counts", &verdicts::parts(desk, &tally, "chart-scorecard-title-part")),
        ],
    );
    let table = rows
        .iter()
        .map(|(indicator, target, verdict)| {
            let (unit, link) = (desk.unit(indicator), here.indicator(indicator));
            vec![
                TableCell { text: link.text, href: Some(link.href) },
                plain(desk.period(indicator, &target.period)),
                plain(desk.locale.condition(&verdict.condition, unit)),
                plain(desk.locale.proven(verdict.reached().0, unit)),
                plain(percent(desk, verdict)),
                plain(desk.status(Shown::of(verdict)).word),
            ]
        })
        .collect();
    let notes = notes(bullets.iter().filter_map(|row| row.value.as_ref()));
    let plot = Plot::Bullets(Bullets {
        rows: bullets,
        hundred: desk.locale.word("chart-hundred"),
        no_data: desk.locale.word("chart-no-data"),
    });
    let words = Words {
        id: format!("attainment-{}", action.id),
        title,
        subtitle: desk.locale.word("chart-attainment-subtitle"),
        head: heads(desk, &["indicator", "period", "asked", "proven", "share", "status"]),
    };
    let of = rows.iter().map(|(indicator, ..)| *indicator);
    Some(Overview::new(desk, "attainment", words, Made::new(plot, notes), table, all_sources(of)))
}

/// A cap this far above what was asked says nothing of how it went.
const WIDEST_CAP: Decimal = Decimal::from_parts(300, 0, 0, false, 0);

/// The target of an indicator of whose attainment most is proven: by a floor, then the latest.
fn best<'i, 'd>(desk: &Desk<'d>, indicator: &'i Indicator) -> Option<(&'i Target, &'d Verdict)> {
    let known = |verdict: &Verdict| {
        let attainment = verdict.reached().1;
        (
            attainment.low.is_some_and(|low| !low.is_zero()),
            attainment.high.is_some_and(|high| high <= WIDEST_CAP),
        )
    };
    desk.tops(indicator)
        .into_iter()
        .filter(|(_, verdict)| known(verdict) != (false, false))
        .max_by_key(|(target, verdict)| (known(verdict), target.period.end()))
}

fn name(desk: &Desk<'_>, indicator: &Indicator, target: &Target) -> String {
    let period = desk.period(indicator, &target.period);
    desk.say("chart-row-name", &[("title", &desk.words(&indicator.title)), ("period", &period)])
}

/// Indicators of a plan that are asked for year by year, a small plot each, if something is known of
/// several.
pub(in crate::view) fn multiples(here: &Here<'_>, plan: &Plan) -> Option<Overview> {
    let desk = here.desk.drawings();
    let mut found: Vec<(&Indicator, Vec<(&Target, &Verdict)>)> = Vec::new();
    for indicator in &desk.index.order {
        if indicator.task.as_ref().is_none_or(|task| task.plan != plan.id) {
            continue;
        }
        let yearly: Vec<(&Target, &Verdict)> = desk
            .tops(indicator)
            .into_iter()
            .filter(|(target, _)| target.period.years().is_some_and(|years| years.count() == 1))
            .collect();
        let known =
            yearly.iter().any(|(target, verdict)| mark(desk, indicator, target, verdict, false).is_some());
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
            let title = desk.words(&indicator.title).into_owned();
            let panel = panel(desk, indicator, title.clone(), yearly)?;
            let touch = Touch { tip: Some(title), href: None };
            Some(Panel { touch: linked(here, indicator, touch), ..panel })
        })
        .collect();
    let table = found
        .iter()
        .flat_map(|(indicator, yearly)| {
            yearly.iter().map(move |(target, verdict)| (indicator, target, verdict))
        })
        .map(|(indicator, target, verdict)| {
            let (unit, link) = (desk.unit(indicator), here.indicator(indicator));
            vec![
                TableCell { text: link.text, href: Some(link.href) },
                plain(desk.period(indicator, &target.period)),
                plain(desk.locale.condition(&verdict.condition, unit)),
                plain(desk.locale.proven(verdict.reached().0, unit)),
                plain(desk.status(Shown::of(verdict)).word),
            ]
        })
        .collect();
    let notes = panel_notes(&panels);
    let plot = Plot::Multiples(Multiples { panels, no_data: desk.locale.word("chart-no-usable-data") });
    let words = Words {
        id: format!("yearly-{}", plan.id),
        title: desk.say("chart-multiples-title", &[("total", &desk.locale.count(found.len()))]),
        subtitle: desk.locale.word("chart-multiples-subtitle"),
        head: heads(desk, &["indicator", "period", "asked", "proven", "status"]),
    };
    let of = found.iter().map(|(indicator, _)| *indicator);
    Some(Overview::new(desk, "yearly", words, Made::new(plot, notes), table, all_sources(of)))
}

/// The indicator of which most is known for each place directly inside a scope, a tile a place.
pub(in crate::view) fn tiles(here: &Here<'_>, scope: &ScopeId) -> Option<Overview> {
    let desk = here.desk.drawings();
    let scopes = &desk.report.scopes;
    let judged = desk
        .index
        .order
        .iter()
        .filter(|indicator| {
            indicator.tops().any(|whole| whole.scope == *scope && indicator.has_a_place_each(whole, scopes))
        })
        .map(|indicator| (*indicator, members::tiles(desk, indicator)));
    let context =
        desk.index.order.iter().filter(|indicator| indicator.scope == *scope).filter_map(|indicator| {
            let figures: Vec<&Actual> = indicator.places_with_a_figure(scopes);
            let alone = indicator.targets.is_empty() && figures.len() > FEWEST;
            alone.then(|| (*indicator, context::tiles(desk, indicator)))
        });
    let known = |made: &Made| match &made.plot {
        Plot::Tiles(tiles) => tiles.tiles.iter().filter(|tile| tile.value.is_some()).count(),
        _ => 0,
    };
    // Of two alike the first in the order in which indicators are read.
    let all: Vec<(&Indicator, Made)> = judged.chain(context).collect();
    let most = all.iter().map(|(_, made)| known(made)).max()?;
    let (indicator, made) = all.into_iter().find(|(_, made)| known(made) == most)?;
    let drawing = super::Frame::of(desk, indicator);
    let Plot::Tiles(tiles) = &made.plot else { return None };
    let link = here.indicator(indicator);
    let nothing = desk.locale.word("chart-no-data");
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
    let words = Words {
        id: format!("places-{scope}"),
        title: drawing.title,
        subtitle: drawing.subtitle,
        head: heads(desk, &["place", "indicator", "asked", "reported"]),
    };
    Some(Overview::new(desk, "places", words, made, table, all_sources([indicator].into_iter())))
}

fn plain(text: String) -> TableCell {
    TableCell { text, href: None }
}

fn heads(desk: &Desk<'_>, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| desk.locale.word(&format!("chart-table-{name}"))).collect()
}

fn linked(here: &Here<'_>, indicator: &Indicator, touch: Touch) -> Touch {
    Touch { href: Some(here.address.link(&Route::Indicator(indicator.id.clone()))), ..touch }
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
