//! Tables of an indicator's figures: a row a part or a place, a column a time.

use crate::model::{Actual, Cell, Indicator, Period, ScopeId, Value};
use crate::view::context::{LangContext, PageContext};
use crate::view::page::{MatrixCell, MatrixRow, MatrixView};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Of whom and of which part a row speaks.
type Of<'a> = (&'a ScopeId, &'a Cell);

/// Rows that belong together.
struct Group<'a> {
    rows: Vec<Of<'a>>,
    /// What their sum is called, where they make up the whole and add up to it.
    sum: Option<String>,
}

/// The tables of an indicator: of its parts, and of its places; each only where there are several rows.
pub(in crate::view) fn views(page_ctx: &PageContext<'_>, indicator: &Indicator) -> Vec<MatrixView> {
    let ctx = page_ctx.lang;
    let headline = Cell::default();
    let own = Group { rows: vec![(&indicator.scope, &headline)], sum: None };
    let of_cells = Table::new(ctx, indicator, |actual| actual.scope == indicator.scope);
    let of_places = Table::new(ctx, indicator, |actual| actual.cell.is_headline());
    let cells = of_cells.view("matrix-cells", &own, &of_cells.cells());
    let places = of_places.view("matrix-places", &own, &of_places.places());
    cells.into_iter().chain(places).collect()
}

struct Table<'a> {
    ctx: &'a LangContext<'a>,
    indicator: &'a Indicator,
    /// With their places among the actuals, those replaced or of another kind left out.
    figures: Vec<(usize, &'a Actual)>,
    /// True if amounts of it add up over parts and places.
    adds: bool,
}

impl<'a> Table<'a> {
    fn new(ctx: &'a LangContext<'a>, indicator: &'a Indicator, takes: impl Fn(&Actual) -> bool) -> Self {
        let is_shown = |actual: &Actual| {
            actual.is_own_result() && !matches!(actual.value, Value::Done | Value::InProgress)
        };
        let figures = indicator.actuals.iter().enumerate();
        let figures = figures.filter(|(_, one)| is_shown(one) && takes(one)).collect();
        let adds = indicator.adds_up(ctx.unit(indicator));
        Self { ctx, indicator, figures, adds }
    }

    /// The cells of which there are figures, those of the same dimensions together, in the order of these.
    fn cells(&self) -> Vec<Group<'a>> {
        let dimensions = &self.indicator.dimensions;
        let place = |cell: &Cell| -> (Vec<usize>, Vec<usize>) {
            let named = dimensions.iter().enumerate().filter_map(|(at, dimension)| {
                let id = cell.category(dimension.id.as_str())?;
                Some((at, dimension.categories.iter().position(|one| one.id == *id)?))
            });
            named.unzip()
        };
        let mut all: Vec<Of<'a>> = self.figures.iter().map(|(_, one)| (&one.scope, &one.cell)).collect();
        all.retain(|(_, cell)| !cell.is_headline());
        all.sort_by_key(|(_, cell)| {
            let (named, categories) = place(cell);
            (named.len(), named, categories)
        });
        all.dedup();
        let mut groups: Vec<(Vec<usize>, Group<'a>)> = Vec::new();
        for of in all {
            let (named, _) = place(of.1);
            match groups.last_mut().filter(|(known, _)| *known == named) {
                Some((_, group)) => group.rows.push(of),
                None => groups.push((named, Group { rows: vec![of], sum: None })),
            }
        }
        for (named, group) in &mut groups {
            let [one] = named[..] else { continue };
            let dimension = &dimensions[one];
            if self.adds && dimension.complete && group.rows.len() == dimension.categories.len() {
                let title = self.ctx.words(&dimension.title);
                group.sum = Some(self.ctx.say("matrix-sum-of", &[("title", &title)]));
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The places of which there are figures, in the order in which they are reported.
    fn places(&self) -> Vec<Group<'a>> {
        let mut rows: Vec<Of<'a>> = Vec::new();
        for (_, actual) in &self.figures {
            let of = (&actual.scope, &actual.cell);
            if actual.scope != self.indicator.scope && !rows.contains(&of) {
                rows.push(of);
            }
        }
        let scopes = &self.ctx.report.scopes;
        let parts: BTreeSet<&ScopeId> = scopes.children(&self.indicator.scope).iter().collect();
        let is_all = scopes.get(&self.indicator.scope).is_some_and(|own| own.covers_all)
            && rows.iter().map(|(scope, _)| *scope).collect::<BTreeSet<_>>() == parts;
        let sum = (self.adds && is_all).then(|| self.ctx.locale.word("matrix-sum"));
        if rows.is_empty() { Vec::new() } else { vec![Group { rows, sum }] }
    }

    fn view(&self, title: &str, own: &Group<'_>, groups: &[Group<'_>]) -> Option<MatrixView> {
        if groups.is_empty() {
            return None;
        }
        let mut times: Vec<(Period, bool)> =
            self.figures.iter().map(|(_, one)| (one.time, one.dated)).collect();
        times.sort_by_key(|(time, dated)| (time.end(), time.start(), *dated));
        times.dedup();
        let mut rows = Vec::new();
        for group in std::iter::once(own).chain(groups) {
            let told: Vec<Vec<Vec<(usize, &Actual)>>> =
                group.rows.iter().map(|of| times.iter().map(|time| self.at(*of, *time)).collect()).collect();
            for (of, told) in group.rows.iter().zip(&told) {
                if told.iter().all(Vec::is_empty) {
                    continue;
                }
                let cells = told.iter().map(|figures| self.cell(figures)).collect();
                rows.push(MatrixRow { name: self.name(*of), is_sum: false, cells });
            }
            rows.extend(group.sum.as_ref().and_then(|name| self.sum(name, &told)));
        }
        let head = times.iter().map(|(time, dated)| {
            if *dated { self.ctx.locale.at(time) } else { self.ctx.period(self.indicator, time) }
        });
        Some(MatrixView { title: self.ctx.locale.word(title), head: head.collect(), rows })
    }

    fn at(&self, (scope, cell): Of<'_>, (time, dated): (Period, bool)) -> Vec<(usize, &'a Actual)> {
        let of_it = |actual: &Actual| {
            actual.scope == *scope && actual.cell == *cell && actual.time == time && actual.dated == dated
        };
        self.figures.iter().copied().filter(|(_, one)| of_it(one)).collect()
    }

    /// What is reported there: several figures where sources differ, each once.
    fn cell(&self, figures: &[(usize, &Actual)]) -> MatrixCell {
        let unit = self.ctx.unit(self.indicator);
        let mut said: Vec<String> =
            figures.iter().map(|(_, one)| self.ctx.locale.value(&one.value, unit)).collect();
        said.dedup();
        MatrixCell {
            text: said.join(&self.ctx.locale.word("clause-separator")),
            href: figures
                .first()
                .map(|(index, _)| format!("#{}", self.ctx.actual_anchor(self.indicator, *index))),
        }
    }

    /// The sum of rows that make up the whole, in each column in which all of them are plain numbers; none where
    /// that is in no column.
    fn sum(&self, name: &str, told: &[Vec<Vec<(usize, &Actual)>>]) -> Option<MatrixRow> {
        let columns = told.first()?.len();
        let number = |figures: &Vec<(usize, &Actual)>| match figures[..] {
            [(_, Actual { value: Value::Value(written), partial: false, .. })] => Some(written.value()),
            _ => None,
        };
        let sums: Vec<Option<Decimal>> = (0..columns)
            .map(|column| {
                told.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(number(row.get(column)?)?))
            })
            .collect();
        let unit = self.ctx.unit(self.indicator);
        let cell = |sum: &Option<Decimal>| MatrixCell {
            text: sum.map(|sum| self.ctx.locale.quantity(sum, unit)).unwrap_or_default(),
            href: None,
        };
        sums.iter().any(Option::is_some).then(|| MatrixRow {
            name: name.to_owned(),
            is_sum: true,
            cells: sums.iter().map(cell).collect(),
        })
    }

    fn name(&self, (scope, cell): Of<'_>) -> String {
        if cell.is_headline() { self.ctx.scope(scope) } else { self.ctx.cell(self.indicator, cell) }
    }
}
