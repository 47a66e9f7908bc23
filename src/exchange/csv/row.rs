//! The rows of the tables, and the columns that several tables have in common.

use super::table::{Cell, Columns};
use crate::evaluate::{LeftOutWhy, PathPoint, Reason, Use, Verdict};

use crate::exchange::whole::{Reported, Whole};
use crate::model::{
    self, CategoryId, Condition, DimensionId, Indicator, Numbers, Period, Report, ScopeId, SourceId, Target,
    Text,
};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A target with its indicator.
pub(super) struct TargetRow<'a> {
    pub whole: Whole<'a>,
    pub target: &'a Target,
}

/// A target that was judged.
pub(super) struct VerdictRow<'a> {
    pub whole: Whole<'a>,
    pub target: &'a Target,
    pub verdict: &'a Verdict,
}

impl<'a> VerdictRow<'a> {
    /// A number of the path, if there is one.
    pub(super) fn on_path(&self, take: impl Fn(&PathPoint) -> Option<Decimal>) -> Cell<'static> {
        Cell::Number(self.verdict.path.as_ref().and_then(take))
    }

    /// The figures that reasons of a kind speak of, by their places, in order.
    pub(super) fn figures(&self, kind: impl Fn(&Reason) -> bool) -> Cell<'static> {
        let reasons = self.verdict.reasons.iter().filter(|reason| kind(reason));
        let places: BTreeSet<usize> = reasons.flat_map(Reason::actuals).copied().collect();
        Cell::list(places.iter().map(usize::to_string))
    }

    /// The figure that would settle it.
    pub(super) fn needs(&self) -> Option<(&'a Period, &'a ScopeId)> {
        match &self.verdict.settled_by {
            Some(Reason::Needs { period, scope }) => Some((period, scope)),
            _ => None,
        }
    }
}

/// A figure with its indicator.
pub(super) struct ActualRow<'a> {
    pub whole: Whole<'a>,
    pub reported: Reported<'a>,
}

/// A row that belongs to an indicator.
pub(super) trait OfIndicator<'a> {
    /// The indicator.
    fn whole(&self) -> Whole<'a>;
}

impl<'a> OfIndicator<'a> for TargetRow<'a> {
    fn whole(&self) -> Whole<'a> {
        self.whole
    }
}

impl<'a> OfIndicator<'a> for VerdictRow<'a> {
    fn whole(&self) -> Whole<'a> {
        self.whole
    }
}

impl<'a> OfIndicator<'a> for ActualRow<'a> {
    fn whole(&self) -> Whole<'a> {
        self.whole
    }
}

/// `indicator`, `title`, `unit`: what a row of targets, actuals or verdicts begins with.
pub(super) fn belongs<'a, Row: OfIndicator<'a> + 'a>() -> Columns<'a, Row> {
    Columns::<Row>::new()
        .add("indicator", |row| Cell::text(row.whole().indicator.id.as_str()))
        .add("title", |row| Cell::text(own(row.whole().report, &row.whole().indicator.title)))
        .add("unit", |row| Cell::maybe(unit(row.whole().indicator)))
}

/// The words of a text in the site's own language.
pub(in crate::exchange) fn own<'a>(report: &Report, text: &'a Text) -> &'a str {
    text.words(&report.site.language())
}

/// The same of a text that may be left out.
pub(in crate::exchange) fn said<'a>(report: &Report, text: Option<&'a Text>) -> Cell<'a> {
    Cell::maybe(text.map(|text| own(report, text)))
}

/// The unit of measure.
pub(in crate::exchange) fn unit(indicator: &Indicator) -> Option<&str> {
    indicator.unit.as_ref().map(crate::model::MeasurementUnitId::as_str)
}

/// The name of a scope.
pub(in crate::exchange) fn scope_title<'a>(report: &'a Report, scope: &ScopeId) -> Cell<'a> {
    Cell::maybe(report.scopes.get(scope).map(|scope| own(report, &scope.title)))
}

/// A column for each dimension of some indicators, by its id, with the category of the cell that a row speaks of;
/// blank for the headline.
pub(in crate::exchange) fn with_cells<'a, Row: 'a>(
    columns: Columns<'a, Row>,
    indicators: impl Iterator<Item = &'a Indicator>,
    take: fn(&Row) -> &'a model::Cell,
) -> Columns<'a, Row> {
    let names: BTreeSet<&'a DimensionId> =
        indicators.flat_map(|indicator| &indicator.dimensions).map(|dimension| &dimension.id).collect();
    names.into_iter().fold(columns, |columns, name| {
        columns.add(name.as_str().to_owned(), move |row| {
            Cell::maybe(take(row).category(name.as_str()).map(CategoryId::as_str))
        })
    })
}

/// How a figure was come by, where it was not simply observed.
pub(in crate::exchange) fn observation(actual: &model::Actual) -> Option<&'static str> {
    actual.observation.as_ref().map(|(observation, _)| observation.as_str())
}

/// The title of a source.
pub(in crate::exchange) fn source_title<'a>(report: &'a Report, source: &SourceId) -> Cell<'a> {
    Cell::maybe(report.sources.get(source).map(|source| own(report, &source.title)))
}

/// The first day, or an empty cell.
pub(in crate::exchange) fn start(period: &Period) -> Cell<'static> {
    Cell::maybe(period.start().map(|day| day.to_string()))
}

/// The last day.
pub(in crate::exchange) fn end(period: &Period) -> Cell<'static> {
    Cell::text(period.end().to_string())
}

/// What a figure was used for.
pub(in crate::exchange) fn uses(uses: &[Use]) -> Cell<'static> {
    Cell::list(uses.iter().copied().map(Use::as_str))
}

/// The number of a condition that has one.
pub(super) fn value(condition: &Condition) -> Cell<'static> {
    Cell::Number(match condition.numbers() {
        Numbers::One(one) => Some(one.value()),
        Numbers::None | Numbers::Two(..) => None,
    })
}

/// The two numbers of a condition that has two.
pub(super) fn range(condition: &Condition) -> (Option<Decimal>, Option<Decimal>) {
    match condition.numbers() {
        Numbers::Two(low, high) => (Some(low.value()), Some(high.value())),
        Numbers::None | Numbers::One(_) => (None, None),
    }
}

/// The names of reasons; where figures were left out, why.
pub(super) fn reasons(reasons: &[Reason]) -> Cell<'static> {
    Cell::list(reasons.iter().map(|reason| match reason {
        Reason::LeftOut { why, .. } => Cow::Owned(format!("left_out:{}", LeftOutWhy::as_str(*why))),
        other => Cow::Borrowed(other.as_str()),
    }))
}
