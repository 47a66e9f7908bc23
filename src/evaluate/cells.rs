//! The cells of an indicator's dimensions: what the figures of one say of another.
//!
//! Cells of one dimension have nothing in common, so their minima add up to one of the whole, and their maxima too
//! where they make it up completely. Cells of two dimensions overlap and are never added. Each cell is judged by
//! its own figures and by what is put together here from the others: of its parts, and of what contains it, less
//! the other parts of that.

mod known;

use self::known::{End, Known, Region};
use super::case::{Case, judged};
use super::conflict::Conflict;
use super::figure::Figure;
use super::method::Method;
use super::region::{Day, Span, Tree};
use crate::model::{Cell, Dimension, Indicator, Measure, Report, Target};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// An indicator as the judge sees it: the headline and every other cell of which a target speaks, by each method
/// of counting.
pub(super) struct Cases<'a> {
    /// The whole, by the last method.
    headline: Case<'a>,
    others: BTreeMap<(Method, Cell), Case<'a>>,
    /// Figures that contradict each other.
    pub conflicts: Vec<Conflict>,
}

impl<'a> Cases<'a> {
    pub fn new(report: &'a Report, tree: &'a Tree<'a>, indicator: &'a Indicator, as_of: Day) -> Self {
        Self::with(report, tree, indicator, as_of, &[])
    }

    /// With cases of other targets too, such as those that are held against this indicator.
    pub fn with(
        report: &'a Report,
        tree: &'a Tree<'a>,
        indicator: &'a Indicator,
        as_of: Day,
        also: &[&Target],
    ) -> Self {
        let targets: Vec<&Target> = indicator.targets.iter().chain(also.iter().copied()).collect();
        let mut methods: BTreeSet<Method> = BTreeSet::from([Method::last(indicator)]);
        methods.extend(targets.iter().map(|target| Method::of(indicator, target)));
        let (mut others, mut conflicts) = (BTreeMap::new(), Vec::new());
        for method in methods {
            let of_it = |target: &&&Target| Method::of(indicator, target) == method;
            let asked: Vec<&Target> = targets.iter().filter(of_it).copied().collect();
            let make = |cell: &Cell, of_others: Vec<Figure>| {
                Case::new(report, tree, (indicator, cell, method), as_of, of_others)
            };
            let sums = Sums::new(report, tree, indicator, &asked);
            let (cases, found) = sums.judge(&make, &asked);
            others.extend(cases.into_iter().map(|(cell, case)| ((method, cell), case)));
            for conflict in found {
                if !conflicts.contains(&conflict) {
                    conflicts.push(conflict);
                }
            }
        }
        let (last, whole) = (Method::last(indicator), Cell::default());
        let headline = others
            .remove(&(last, whole.clone()))
            .unwrap_or_else(|| Case::new(report, tree, (indicator, &whole, last), as_of, Vec::new()).0);
        Self { headline, others, conflicts }
    }

    /// The whole, by the last method of counting.
    pub fn headline(&self) -> &Case<'a> {
        &self.headline
    }

    /// The cell of which a target speaks, by the method of its due day.
    pub fn of(&self, target: &Target) -> &Case<'a> {
        let method = Method::of(self.headline.indicator, target);
        self.others.get(&(method, target.cell.clone())).unwrap_or(&self.headline)
    }
}

/// Every cell of which a figure or one of the targets speaks, and everything that contains one.
fn named(indicator: &Indicator, targets: &[&Target]) -> BTreeSet<Cell> {
    let figures = indicator.actuals.iter().map(|actual| &actual.cell);
    let mut all = BTreeSet::from([Cell::default()]);
    for cell in figures.chain(targets.iter().map(|target| &target.cell)) {
        with_outer(cell, &mut all);
    }
    all
}

fn with_outer(cell: &Cell, all: &mut BTreeSet<Cell>) {
    if all.insert(cell.clone()) {
        for (dimension, _) in cell.iter() {
            with_outer(&cell.without(dimension), all);
        }
    }
}

/// The cells of which targets speak and those that contain them, the widest first; not the headline.
fn asked(targets: &[&Target]) -> Vec<Cell> {
    let mut all = BTreeSet::new();
    for target in targets {
        with_outer(&target.cell, &mut all);
    }
    let mut all: Vec<Cell> = all.into_iter().filter(|cell| !cell.is_headline()).collect();
    all.sort_by_key(Cell::depth);
    all
}

/// Targets and ends of figures, above which nothing is put together for the days up to each end.
const ON_THE_WAY: usize = 4096;

/// A cell as the judge sees it, and what of its figures contradicts each other.
type Made<'a> = (Case<'a>, Vec<Conflict>);

/// What is put together from the figures of other cells.
struct Sums<'a> {
    indicator: &'a Indicator,
    /// False where amounts do not add up: of a rate, or in a unit of measure such as per cent.
    adds: bool,
    /// The regions of the targets.
    asked: BTreeSet<Region<'a>>,
}

impl<'a> Sums<'a> {
    fn new(report: &'a Report, tree: &Tree<'_>, indicator: &'a Indicator, targets: &[&Target]) -> Self {
        let unit = indicator.unit.as_ref().and_then(|id| report.measurement_units.get(id));
        let adds_up = matches!(indicator.measure, Measure::Flow | Measure::Stock);
        let over_days = indicator.measure == Measure::Flow;
        let asked = targets
            .iter()
            .filter(|_| over_days)
            .filter_map(|target| Some(Region::of(tree.number(&target.scope)?, judged(target), false)))
            .collect();
        Self { indicator, adds: adds_up && unit.is_none_or(|unit| unit.additive), asked }
    }

    /// Every cell of which targets speak, and the headline, each with what the others prove of it; and what of
    /// the figures contradicts each other.
    fn judge<'c>(
        &self,
        make: &dyn Fn(&Cell, Vec<Figure>) -> Made<'c>,
        targets: &[&Target],
    ) -> (BTreeMap<Cell, Case<'c>>, Vec<Conflict>) {
        let (mut inner, mut conflicts) = (BTreeMap::new(), Vec::new());
        // Parts before what contains them.
        let mut cells: Vec<Cell> = named(self.indicator, targets).into_iter().collect();
        cells.sort_by_key(|cell| Reverse(cell.depth()));
        for cell in cells {
            let (case, found) = make(&cell, self.of_parts(&inner, &cell));
            conflicts.extend(found);
            inner.insert(cell, case);
        }
        // And what contains them before the parts.
        let mut cases: BTreeMap<Cell, Case<'c>> = BTreeMap::new();
        cases.extend(inner.remove_entry(&Cell::default()));
        for cell in asked(targets) {
            let mut figures = self.of_parts(&inner, &cell);
            for (dimension, _) in cell.iter() {
                let Some(outer) = cases.get(&cell.without(dimension)) else { continue };
                let own = inner.get(&cell).map_or(&[][..], |case| &case.figures);
                figures.extend(self.of_rest(&inner, outer, (&cell, own), dimension.as_str()));
            }
            let (case, _) = make(&cell, figures);
            cases.insert(cell, case);
        }
        (cases, conflicts)
    }

    /// What the parts of a cell prove of it, dimension by dimension.
    fn of_parts(&self, cases: &BTreeMap<Cell, Case<'_>>, cell: &Cell) -> Vec<Figure> {
        let mut all = Vec::new();
        if !self.adds {
            return all;
        }
        for dimension in &self.indicator.dimensions {
            if cell.category(dimension.id.as_str()).is_some() {
                continue;
            }
            let parts: Vec<Option<&Case<'_>>> = dimension
                .categories
                .iter()
                .map(|one| cases.get(&cell.with(&dimension.id, &one.id)))
                .collect();
            let figures = parts.iter().flatten().flat_map(|case| &case.figures);
            for region in self.regions(figures) {
                let known: Vec<Option<Known>> =
                    parts.iter().map(|case| Known::of((*case)?, &region)).collect();
                all.extend(sum(dimension, &known, &region, never_negative(&parts)));
            }
        }
        all
    }

    /// What the rest of a whole proves of one part of a dimension: the whole less the other parts.
    fn of_rest(
        &self,
        cases: &BTreeMap<Cell, Case<'_>>,
        outer: &Case<'_>,
        (cell, own): (&Cell, &[Figure]),
        dimension: &str,
    ) -> Vec<Figure> {
        let found = self.indicator.dimensions.iter().find(|one| one.id.as_str() == dimension);
        let Some(dimension) = found.filter(|_| self.adds) else { return Vec::new() };
        let outside = cell.without(&dimension.id);
        let others: Vec<Option<&Case<'_>>> = dimension
            .categories
            .iter()
            .filter(|one| cell.category(dimension.id.as_str()) != Some(&one.id))
            .map(|one| cases.get(&outside.with(&dimension.id, &one.id)))
            .collect();
        // What is known of the whole by its parts alone says nothing new of one of them.
        let told: Vec<&Figure> = outer.figures.iter().filter(|figure| !figure.put_together).collect();
        let regions = self.regions(told.iter().copied().chain(own));
        let meets = |region: &Region<'_>| told.iter().any(|figure| figure.span.meets(region.span));
        let mut all = Vec::new();
        for region in regions.iter().filter(|region| meets(region)) {
            let Some(whole) = Known::of(outer, region) else { continue };
            let known: Vec<Option<Known>> = others.iter().map(|case| Known::of((*case)?, region)).collect();
            let never_negative = outer.quantity.never_negative && never_negative(&others);
            all.extend(rest(dimension, &whole, &known, region, never_negative));
        }
        all
    }

    /// The regions of some figures and of the targets, these also up to the end of each figure: by then it is asked
    /// how a target stands on its way.
    fn regions<'f>(&self, figures: impl Iterator<Item = &'f Figure>) -> BTreeSet<Region<'a>> {
        let mut ends = BTreeSet::new();
        let mut all: BTreeSet<Region<'a>> = BTreeSet::new();
        for figure in figures {
            ends.insert(figure.known_to);
            all.extend(self.region(figure));
        }
        if all.is_empty() {
            return all;
        }
        all.extend(self.asked.iter().cloned());
        if self.asked.len().saturating_mul(ends.len()) <= ON_THE_WAY {
            for asked in &self.asked {
                let within = ends.iter().filter(|to| asked.span.from < **to && **to < asked.span.to);
                all.extend(
                    within.map(|to| Region { span: Span::new(asked.span.from, *to), ..asked.clone() }),
                );
            }
        }
        all
    }

    fn region(&self, figure: &Figure) -> Vec<Region<'a>> {
        let mut all = Vec::new();
        if !figure.span.start_known() {
            return all;
        }
        let is_exact = !figure.dated || figure.span.is_day();
        if is_exact {
            all.push(Region::of(figure.scope, figure.span, figure.dated));
        }
        if !is_exact || figure.stands_for.is_some() {
            let sources = figure.actuals.iter().filter_map(|index| self.indicator.actuals.get(*index));
            all.extend(sources.map(|actual| Region::told_by(figure, &actual.source)));
        }
        all
    }
}

fn never_negative(cases: &[Option<&Case<'_>>]) -> bool {
    cases.iter().flatten().all(|case| case.quantity.never_negative)
}

/// The parts of a whole together: minima of those that are known, maxima if all are and make it up.
fn sum(
    dimension: &Dimension,
    parts: &[Option<Known>],
    region: &Region<'_>,
    never_negative: bool,
) -> Option<Figure> {
    let all_known = dimension.complete && parts.iter().all(Option::is_some);
    let known: Vec<&Known> = parts.iter().flatten().collect();
    let low = if never_negative || (all_known && known.iter().all(|one| one.low.is_some())) {
        add_up(known.iter().filter_map(|one| one.low))
    } else {
        None
    };
    let high = if all_known {
        all(known.iter().map(|one| one.high)).and_then(|all| add_up(all.into_iter()))
    } else {
        None
    };
    if low.is_none() && high.is_none() {
        return None;
    }
    Some(region.figure(&known, Vec::new(), (low, high)))
}

/// The whole less the other parts.
fn rest(
    dimension: &Dimension,
    whole: &Known,
    others: &[Option<Known>],
    region: &Region<'_>,
    never_negative: bool,
) -> Option<Figure> {
    let all_known = dimension.complete && others.iter().all(Option::is_some);
    let known: Vec<&Known> = others.iter().flatten().collect();
    let less = |from: End, other: End| -> End { Some((from?.0.checked_sub(other?.0)?, from?.1 || other?.1)) };
    let nothing: End = Some((Decimal::ZERO, false));
    let most_of_others = all(known.iter().map(|one| one.high)).filter(|_| all_known);
    let low = less(whole.low, most_of_others.and_then(|all| add_up(all.into_iter()).or(nothing)));
    let low = low.filter(|(low, _)| !never_negative || *low > Decimal::ZERO);
    let least_of_others = if never_negative {
        add_up(known.iter().filter_map(|one| one.low)).or(nothing)
    } else {
        all(known.iter().map(|one| one.low)).filter(|_| all_known).and_then(|all| add_up(all.into_iter()))
    };
    let high = less(whole.high, least_of_others);
    if low.is_none() && high.is_none() {
        return None;
    }
    let taken = known.iter().filter(|one| one.low.is_some() || low.is_some());
    let taken: Vec<usize> = taken.flat_map(|one| one.actuals.iter().copied()).collect();
    let used: Vec<&Known> = std::iter::once(whole).chain(known).collect();
    Some(region.figure(&used, taken, (low, high)))
}

fn all(ends: impl Iterator<Item = End>) -> Option<Vec<(Decimal, bool)>> {
    ends.collect()
}

/// None without any, or where the sum has more digits than there are.
fn add_up(ends: impl Iterator<Item = (Decimal, bool)>) -> End {
    ends.map(Some).reduce(|sum, next| {
        let ((sum, open), (next, other)) = (sum?, next?);
        Some((sum.checked_add(next)?, open || other))
    })?
}

/// The days of a region, for [`known`].
impl Region<'_> {
    fn of(scope: usize, span: Span, dated: bool) -> Self {
        Self { scope, span, dated, told: None }
    }
}
