//! Charts of more than one indicator: a plan's actions by status, who assists whom, and what all such
//! charts share. Each has files of its own beside its page.

use super::frame::{drawn, key, source_line};
use crate::chart::{
    ChartSpec, Hub, Interaction, Network, Node, Plot, ScoreCell, ScoreRow, Scorecard, Style, Tally as Cell,
    draw,
};
use crate::model::{Plan, Scope, ScopeKind, ScopeTree, SourceId};
use crate::view::charts::frame::PlotWithNotes;
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{ChartTable, ChartView, TableCell};
use crate::view::route::{Address, Route};
use crate::view::shown::Shown;
use crate::view::wording::verdicts::{self, StatusTally};
use std::collections::BTreeMap;

/// A chart of several indicators, before it is drawn.
pub(in crate::view) struct Overview {
    name: &'static str,
    spec: ChartSpec,
    head: Vec<String>,
    rows: Vec<Vec<TableCell>>,
    sources: Vec<SourceId>,
}

/// The words of an overview, and the prefix of its ids.
pub(super) struct OverviewWords {
    pub id: String,
    pub title: String,
    pub subtitle: String,
    pub head: Vec<String>,
}

impl Overview {
    /// Frames a plot; what is read aloud are the rows of its table.
    pub(super) fn new(
        ctx: &LangContext<'_>,
        name: &'static str,
        words: OverviewWords,
        made: PlotWithNotes,
        rows: Vec<Vec<TableCell>>,
        sources: Vec<SourceId>,
    ) -> Self {
        let sentence = |row: &Vec<TableCell>| {
            let cells: Vec<String> =
                row.iter().map(|cell| cell.text.clone()).filter(|text| !text.is_empty()).collect();
            ctx.locale.list(&cells)
        };
        let spoken: Vec<String> = rows.iter().map(sentence).collect();
        let spec = ChartSpec {
            id: words.id,
            lang: ctx.locale.lang().as_str().to_owned(),
            title: words.title,
            subtitle: words.subtitle,
            aria: spoken.join(&ctx.locale.word("sentence-separator")),
            key: key(ctx, &made),
            notes: made.notes.iter().map(|name| ctx.locale.word(name)).collect(),
            source: source_line(ctx, &sources),
            plot: made.plot,
        };
        Self { name, spec, head: words.head, rows, sources }
    }

    /// The drawing, before it is drawn.
    pub(in crate::view) fn spec(&self) -> &ChartSpec {
        &self.spec
    }

    fn route(&self, page: &Route, ending: &'static str) -> Route {
        Route::ChartFile(Box::new(page.clone()), self.name, ending)
    }

    /// Its files beside the page `page` in the language of `tree`: the drawing and the table.
    pub(in crate::view) fn files(self, tree: &str, page: &Route) -> ((String, String), ChartTable) {
        let path = |ending| Address::new(tree, self.route(page, ending)).path();
        let (drawing, table) = ((path("svg"), draw(&self.spec, Style::FILE)), path("csv"));
        let rows = self.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
        (drawing, ChartTable { path: table, head: self.head, rows })
    }

    /// It as a figure of a page; its files stand beside the page `home`, which may be another one.
    pub(in crate::view) fn figure(self, page_ctx: &PageContext<'_>, home: &Route) -> ChartView {
        let word = |name: &str| page_ctx.lang.locale.word(name);
        let downloads = vec![
            page_ctx.link(&self.route(home, "svg"), word("download-svg")),
            page_ctx.link(&self.route(home, "csv"), word("download-csv")),
        ];
        let sources = self.sources.iter().map(|id| page_ctx.short_source(id)).collect();
        ChartView { sources, downloads, ..drawn(&self.spec, self.head, self.rows) }
    }
}

/// The actions of a plan, each with its targets by status.
pub(in crate::view) fn scorecard(ctx: &LangContext<'_>, plan: &Plan) -> Option<Overview> {
    let ctx = ctx.drawings();
    let rows: Vec<(String, StatusTally)> = plan
        .actions
        .iter()
        .map(|action| {
            let tally = verdicts::count(ctx, ctx.refs.of_action(plan, action));
            (ctx.words(&action.short).into_owned(), tally)
        })
        .collect();
    let mut all = StatusTally::new();
    for (_, tally) in &rows {
        for (shown, count) in tally {
            *all.entry(*shown).or_default() += count;
        }
    }
    if all.is_empty() {
        return None;
    }
    let total: usize = all.values().sum();
    let title = ctx.say(
        "chart-scorecard-title",
        &[
            ("total", &ctx.locale.count(total)),
            ("counts", &verdicts::parts(ctx, &all, "chart-scorecard-title-part")),
        ],
    );
    let spoken: Vec<String> = rows
        .iter()
        .map(|(name, tally)| {
            let counts = verdicts::parts(ctx, tally, "reason-member-count");
            ctx.say("chart-scorecard-row", &[("action", name), ("counts", &counts)])
        })
        .collect();
    let spec = ChartSpec {
        id: format!("score-{}", plan.id),
        lang: ctx.locale.lang().as_str().to_owned(),
        title,
        subtitle: ctx.locale.word("chart-scorecard-subtitle"),
        aria: spoken.join(&ctx.locale.word("sentence-separator")),
        key: statuses(ctx, &all),
        notes: Vec::new(),
        source: source_line(ctx, std::slice::from_ref(&plan.source)),
        plot: Plot::Scorecard(Scorecard {
            columns: vec![ctx.locale.word("chart-scorecard-column")],
            rows: rows.iter().map(|(name, tally)| row(name, tally)).collect(),
        }),
    };
    let head = [ctx.locale.word("chart-table-action")]
        .into_iter()
        .chain(all.keys().map(|shown| ctx.status(*shown).word))
        .collect();
    let cell = |text: String| TableCell { text, href: None };
    let table = rows
        .iter()
        .map(|(name, tally)| {
            let counts =
                all.keys().map(|shown| cell(tally.get(shown).map_or_else(String::new, ToString::to_string)));
            [cell(name.clone())].into_iter().chain(counts).collect()
        })
        .collect();
    Some(Overview { name: "scorecard", spec, head, rows: table, sources: vec![plan.source.clone()] })
}

fn statuses(ctx: &LangContext<'_>, all: &StatusTally) -> Vec<crate::chart::KeyItem> {
    Shown::ALL
        .into_iter()
        .filter(|shown| all.contains_key(shown))
        .map(|shown| crate::chart::KeyItem {
            swatch: crate::chart::Swatch::Status(shown.glyph()),
            label: ctx.status(shown).word,
        })
        .collect()
}

fn row(name: &str, tally: &StatusTally) -> ScoreRow {
    let tallies = Shown::ALL
        .into_iter()
        .filter_map(|shown| tally.get(&shown).map(|count| (shown, *count)))
        .map(|(shown, count)| Cell {
            status: shown.glyph(),
            count: u32::try_from(count).unwrap_or(u32::MAX),
            label: count.to_string(),
        })
        .collect();
    ScoreRow {
        name: name.to_owned(),
        cells: vec![ScoreCell { tallies, interaction: Interaction::default() }],
        interaction: Interaction::default(),
    }
}

/// The pairings under a plan: who assists on the left, who is assisted on the right.
pub(in crate::view) fn network(ctx: &LangContext<'_>, plan: &Plan) -> Option<Overview> {
    let ctx = ctx.drawings();
    let scopes = &ctx.report.scopes;
    let mut by_county: BTreeMap<usize, (String, Vec<String>)> = BTreeMap::new();
    let leads: Vec<_> = scopes.groups().flat_map(|group| &group.members).collect();
    for (index, county) in scopes.children(&plan.scope).iter().filter_map(|id| scopes.get(id)).enumerate() {
        let mut pairs = pairings(scopes, county);
        // Who leads stands first: the order of the groups.
        pairs.sort_by_key(|scope| leads.iter().position(|id| **id == scope.id).unwrap_or(usize::MAX));
        let towns: Vec<String> = pairs
            .iter()
            .filter_map(|scope| scope.from.as_ref())
            .map(|from| ctx.words(from).into_owned())
            .collect();
        if !towns.is_empty() {
            let name =
                county.to.as_ref().map_or_else(|| ctx.scope(&county.id), |to| ctx.words(to).into_owned());
            by_county.insert(index, (name, towns));
        }
    }
    if by_county.len() < 2 {
        return None;
    }
    let towns: usize = by_county.values().map(|(_, towns)| towns.len()).sum();
    let count = |n: usize| ctx.say("chart-network-count", &[("count", &ctx.locale.count(n))]);
    let spoken: Vec<String> = by_county
        .values()
        .map(|(county, towns)| {
            ctx.say("chart-network-item", &[("county", county), ("towns", &ctx.locale.list(towns))])
        })
        .collect();
    let spec = ChartSpec {
        id: "network".to_owned(),
        lang: ctx.locale.lang().as_str().to_owned(),
        title: ctx.say(
            "chart-network-title",
            &[("towns", &ctx.locale.count(towns)), ("counties", &ctx.locale.count(by_county.len()))],
        ),
        subtitle: ctx.say("chart-network-subtitle", &[("period", &ctx.locale.period(&plan.period))]),
        aria: spoken.join(&ctx.locale.word("sentence-separator")),
        key: Vec::new(),
        notes: Vec::new(),
        source: source_line(ctx, std::slice::from_ref(&plan.source)),
        plot: Plot::Network(Network {
            left: ctx.locale.sentence(&ctx.locale.word("chart-network-left")),
            right: ctx.locale.sentence(&ctx.locale.word("chart-network-right")),
            hubs: by_county
                .values()
                .map(|(name, towns)| Hub {
                    name: name.clone(),
                    count: count(towns.len()),
                    nodes: towns
                        .iter()
                        .map(|name| Node { name: name.clone(), interaction: Interaction::default() })
                        .collect(),
                    interaction: Interaction::default(),
                })
                .collect(),
        }),
    };
    let head = vec![ctx.locale.word("chart-table-county"), ctx.locale.word("chart-table-towns")];
    let cell = |text: String| TableCell { text, href: None };
    let rows = by_county
        .values()
        .map(|(county, towns)| vec![cell(county.clone()), cell(ctx.locale.list(towns))])
        .collect();
    Some(Overview { name: "network", spec, head, rows, sources: vec![plan.source.clone()] })
}

fn pairings<'s>(scopes: &'s ScopeTree, county: &Scope) -> Vec<&'s Scope> {
    scopes
        .children(&county.id)
        .iter()
        .filter_map(|id| scopes.get(id))
        .filter(|scope| scope.kind == ScopeKind::Partnership && scope.from.is_some())
        .collect()
}
