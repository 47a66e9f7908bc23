//! The course of an indicator: what was published of one scope and cell in time, beside what was asked of it.

use super::{
    Actual, ActualKind, Cell, Condition, Indicator, Measure, Period, Reckoning, ScopeId, Target, Value,
};

/// One point is no course.
const FEWEST_POINTS: usize = 2;

/// What was published of one scope and cell in time, and what was asked of it.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    /// Of whom.
    pub scope: &'a ScopeId,
    /// Of which part of the quantity.
    pub cell: &'a Cell,
    /// Baseline and results, in order of time; no two of one day.
    pub points: Vec<&'a Actual>,
    /// What was asked, in order of when it is due.
    pub targets: Vec<&'a Target>,
    /// On which scale the points and what was asked are held against each other.
    pub scale: CourseScale,
}

/// What is measured on the one scale of figures and targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseScale {
    /// As they are reported and asked.
    AsReported,
    /// The growth of each year, beside the average that is asked or that a total comes to.
    Yearly,
    /// The growth since the target began, all together.
    Together,
}

impl Indicator {
    /// The courses that can be drawn, a scope and cell each: its own first. None for a milestone.
    pub fn courses(&self) -> Vec<Course<'_>> {
        let mut all: Vec<Course<'_>> = self
            .asked_of_each()
            .into_iter()
            .filter_map(|(scope, cell, targets)| self.course(scope, cell, targets))
            .collect();
        all.sort_by_key(|course| !self.is_own(course.scope, course.cell));
        all
    }

    /// True if the course of its own scope can be drawn, or those of all of which something is asked.
    pub fn is_told_by_courses(&self) -> bool {
        let courses = self.courses();
        let own = courses.first().is_some_and(|course| self.is_own(course.scope, course.cell));
        own || (!courses.is_empty() && courses.len() == self.asked_of_each().len())
    }

    fn is_own(&self, scope: &ScopeId, cell: &Cell) -> bool {
        *scope == self.scope && cell.is_headline()
    }

    /// The targets that have a number of their own, by scope and cell.
    fn asked_of_each(&self) -> Vec<(&ScopeId, &Cell, Vec<&Target>)> {
        let mut all: Vec<(&ScopeId, &Cell, Vec<&Target>)> = Vec::new();
        let has_number = |target: &&Target| {
            (target.members.is_empty() || target.whole_sum) && target.condition != Condition::Done
        };
        for target in self.targets.iter().filter(has_number) {
            match all.iter_mut().find(|(scope, cell, _)| **scope == target.scope && **cell == target.cell) {
                Some((.., targets)) => targets.push(target),
                None => all.push((&target.scope, &target.cell, vec![target])),
            }
        }
        for (.., targets) in &mut all {
            targets.sort_by_key(|target| target.due);
        }
        all
    }

    fn course<'a>(
        &'a self,
        scope: &'a ScopeId,
        cell: &'a Cell,
        targets: Vec<&'a Target>,
    ) -> Option<Course<'a>> {
        let published: Vec<&Actual> = self
            .baselines()
            .chain(&self.actuals)
            .filter(|actual| actual.scope == *scope && actual.cell == *cell && is_number(actual))
            .collect();
        let (points, scale) = match self.measure {
            Measure::Stock | Measure::Rate => (published, CourseScale::AsReported),
            // A part of a year has no place beside whole ones, and neither has a total of several.
            Measure::Flow => {
                let same = are_as_long(&targets, &published);
                (if same { published } else { Vec::new() }, CourseScale::AsReported)
            }
            Measure::Growth => growth(&targets, published)?,
            Measure::Milestone => return None,
        };
        let points = one_a_day(points)?;
        (points.len() >= FEWEST_POINTS).then_some(Course { scope, cell, points, targets, scale })
    }
}

/// True for a number by the indicator's own definition that no other replaces.
fn is_number(actual: &Actual) -> bool {
    matches!(actual.kind, ActualKind::Result | ActualKind::Baseline)
        && actual.definition.is_none()
        && actual.superseded_by.is_none()
        && !matches!(actual.value, Value::Done | Value::InProgress | Value::Missing)
}

/// True for two periods of the same length: two years, two quarters.
fn is_as_long(one: &Period, other: &Period) -> bool {
    one.days().zip(other.days()).is_some_and(|(one, other)| (one - other).abs() <= 2)
}

fn are_as_long(targets: &[&Target], points: &[&Actual]) -> bool {
    let Some(first) = targets.first().map(|target| &target.period) else { return false };
    targets.iter().all(|target| is_as_long(&target.period, first))
        && points.iter().all(|actual| is_as_long(&actual.time, first))
}

/// The points of a growth, and on which scale they are: year by year, or all together since its one target began.
fn growth<'a>(targets: &[&Target], published: Vec<&'a Actual>) -> Option<(Vec<&'a Actual>, CourseScale)> {
    if targets.iter().all(|target| target.reckoning == Reckoning::Single) {
        let single: Vec<&Actual> =
            published.into_iter().filter(|actual| actual.reckoning == Reckoning::Single).collect();
        return are_as_long(targets, &single).then_some((single, CourseScale::AsReported));
    }
    let [target] = targets else { return None };
    let inside: Vec<&Actual> =
        published.into_iter().filter(|actual| target.period.contains(&actual.time)).collect();
    let is_a_year = |actual: &Actual| actual.time.days().is_some_and(|days| (365..=366).contains(&days));
    let yearly: Vec<&Actual> = inside.iter().copied().filter(|actual| is_a_year(actual)).collect();
    let together: Vec<&Actual> = inside
        .iter()
        .copied()
        .filter(|actual| actual.reckoning == Reckoning::Cumulative || is_a_year(actual))
        .filter(|actual| actual.time.start() == target.period.start())
        .collect();
    let told = |points: &[&Actual]| points.len() >= FEWEST_POINTS;
    match target.reckoning {
        Reckoning::Cumulative if told(&together) => Some((together, CourseScale::Together)),
        _ if told(&yearly) => Some((yearly, CourseScale::Yearly)),
        _ if told(&together) => Some((together, CourseScale::Together)),
        _ => None,
    }
}

/// In order of time, each day once. None where two say different things of one day.
fn one_a_day(mut points: Vec<&Actual>) -> Option<Vec<&Actual>> {
    points.sort_by_key(|actual| (actual.time.end(), actual.time.start()));
    let number = |actual: &Actual| actual.value.plain_number();
    let agree = points.windows(2).all(|two| {
        two[0].time.end() != two[1].time.end()
            || (number(two[0]).is_some() && number(two[0]) == number(two[1]))
    });
    points.dedup_by_key(|actual| actual.time.end());
    agree.then_some(points)
}
