//! The way that a plan leads to a target, as its corners in time: for a drawing, and judged by nobody.

use super::case::Asked;
use super::cells::Cases;
use super::region::{Tree, date, day};
use super::{growth, points};
use crate::model::{CourseScale, Indicator, Measure, Report, Target};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The planned way to a target, on the scale on which its course is drawn: of a state or rate from the baseline over
/// what other targets ask earlier; of a growth over several years from its first day. Empty where nothing is planned
/// on the way: of a flow, of a range, without a pace.
pub fn planned_way(
    report: &Report,
    indicator: &Indicator,
    target: &Target,
    scale: CourseScale,
    as_of: Date,
) -> Vec<(Date, Decimal)> {
    let tree = Tree::new(&report.scopes);
    let cases = Cases::new(report, &tree, indicator, day(as_of));
    let case = cases.of(target);
    let Some(asked) = Asked::new(case, target) else { return Vec::new() };
    if asked.in_force.dropped.is_some() {
        return Vec::new();
    }
    let corners = match indicator.measure {
        Measure::Stock | Measure::Rate => {
            points::of_state(case, &asked).map(|line| line.corners(asked.span.from)).unwrap_or_default()
        }
        Measure::Growth if scale != CourseScale::AsReported => growth::planned_way(case, &asked, scale),
        Measure::Growth | Measure::Flow | Measure::Milestone => Vec::new(),
    };
    corners.into_iter().map(|(day, value)| (date(day), value)).collect()
}
