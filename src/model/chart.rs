//! Which kinds of chart an indicator's targets and figures can fill.

use super::{
    Actual, ActualKind, ChartKind, Condition, Indicator, Measure, Relation, ScopeId, ScopeTree, Target, Value,
};
use rust_decimal::Decimal;

/// Small plots and tiles beyond this many are no overview any more.
const MOST_PLACES: usize = 9;

/// A figure that can stand in a series, with its year.
pub type YearFigure<'a> = (i32, &'a Actual);

impl Indicator {
    /// The kinds of chart that its targets and figures can fill, the one that suits them best first.
    pub fn charts(&self, scopes: &ScopeTree) -> Vec<ChartKind> {
        if self.measure == Measure::Milestone {
            return vec![ChartKind::Timeline];
        }
        if self.targets.is_empty() { self.context_charts(scopes) } else { self.judged_charts(scopes) }
    }

    fn judged_charts(&self, scopes: &ScopeTree) -> Vec<ChartKind> {
        let tops: Vec<&Target> = self.tops().collect();
        let mut kinds = Vec::new();
        let of_places = tops.iter().any(|target| self.has_a_place_each(target, scopes));
        if of_places {
            kinds.push(ChartKind::Tiles);
        }
        if tops.iter().any(|target| !target.members.is_empty() && !self.is_over_categories(target)) {
            kinds.push(ChartKind::Units);
        }
        if self.shared_range().is_some() {
            kinds.push(ChartKind::Ranges);
        }
        if self.long_target().is_some() {
            kinds.push(ChartKind::Cumulative);
        }
        let by_year = [ChartKind::Columns, ChartKind::Bullets];
        kinds.extend(by_year);
        if tops.len() == 1 {
            kinds.retain(|kind| *kind != ChartKind::Columns);
            kinds.push(ChartKind::Columns);
        }
        // A growth is no share of the growth that was asked.
        if self.measure == Measure::Growth {
            kinds.retain(|kind| *kind != ChartKind::Bullets);
        }
        if self.plots().len() > 1 {
            kinds.push(ChartKind::Multiples);
        }
        // Bars have no length below zero, and nothing is a share of nothing.
        if self.goes_below_zero() {
            kinds.clear();
        } else if tops.iter().any(|target| target.condition.threshold().is_some_and(|asked| asked.is_zero()))
        {
            kinds.retain(|kind| *kind != ChartKind::Bullets);
        }
        // What was published in time, beside what was asked, says most of all.
        if self.is_told_by_courses() {
            kinds.insert(0, ChartKind::Trend);
        } else if !self.courses().is_empty() {
            kinds.push(ChartKind::Trend);
        }
        kinds
    }

    /// True if something is asked or was reported below zero.
    fn goes_below_zero(&self) -> bool {
        let asked = self.targets.iter().flat_map(|target| target.condition.numbers().all());
        let reported = self.actuals.iter().flat_map(|actual| actual.value.numbers().all());
        asked.chain(reported).any(|number| number.value().is_sign_negative() && !number.value().is_zero())
    }

    fn context_charts(&self, scopes: &ScopeTree) -> Vec<ChartKind> {
        let mut kinds = Vec::new();
        let own = self.series(&self.scope);
        let pairs = self.pairs();
        if self.places_with_a_figure(scopes).len() > 2 {
            kinds.push(ChartKind::Tiles);
        }
        match pairs.len() {
            0 => {}
            1 => {
                let years = pairs.first().map_or(0, |(_, [before, after])| after.0 - before.0);
                if years == 1 || own.is_empty() {
                    kinds.push(ChartKind::Slope);
                }
            }
            2 => kinds.push(ChartKind::Slope),
            _ => kinds.extend([ChartKind::Dumbbell, ChartKind::Slope]),
        }
        if !own.is_empty() {
            let best = if own.len() > 2 { 0 } else { kinds.len() };
            kinds.insert(best, ChartKind::Trend);
        }
        if !pairs.is_empty() && !kinds.contains(&ChartKind::Slope) {
            kinds.push(ChartKind::Slope);
        }
        kinds
    }

    /// The targets that a chart shows: wholes and single ones, not members; of an indicator that is divided those of
    /// the headline, and no whole over categories, which has no number of its own. Where that leaves none, all.
    pub fn tops(&self) -> impl Iterator<Item = &Target> {
        let is_top = |target: &&Target| target.member_of.is_none();
        let is_shown = |target: &&Target| is_top(target) && self.is_of_the_whole(target);
        let some = self.dimensions.is_empty() || self.targets.iter().any(|target| is_shown(&target));
        self.targets.iter().filter(is_top).filter(move |target| !some || self.is_of_the_whole(target))
    }

    /// True for a target of the headline that has a number of its own, or the members of which are places.
    fn is_of_the_whole(&self, target: &Target) -> bool {
        self.dimensions.is_empty()
            || (target.cell.is_headline() && (target.whole_sum || !self.is_over_categories(target)))
    }

    /// True for a whole over the categories of a dimension.
    fn is_over_categories(&self, whole: &Target) -> bool {
        let first = whole.members.first();
        let first = first.and_then(|id| self.targets.iter().find(|member| member.id == *id));
        first.is_some_and(|member| member.cell != whole.cell)
    }

    /// A whole whose members are a few places directly inside it.
    pub fn has_a_place_each(&self, whole: &Target, scopes: &ScopeTree) -> bool {
        let inside = scopes.children(&whole.scope);
        let members: Vec<&Target> =
            self.targets.iter().filter(|target| whole.members.contains(&target.id)).collect();
        (3..=MOST_PLACES).contains(&members.len())
            && members.iter().all(|member| inside.contains(&member.scope))
    }

    /// The range that all targets share.
    pub fn shared_range(&self) -> Option<(&Condition, Decimal, Decimal)> {
        let first = &self.tops().next()?.condition;
        let same = self.targets.iter().all(|target| target.condition == *first);
        match first {
            Condition::Between(low, high) | Condition::Within(low, high) if same => {
                Some((first, low.value(), high.value()))
            }
            _ => None,
        }
    }

    /// The one target of a flow that runs over several calendar years, where all others are within it:
    /// what a running total leads up to.
    pub fn long_target(&self) -> Option<&Target> {
        let years = |target: &Target| target.period.years().map_or(0, Iterator::count);
        let mut long = self.tops().filter(|target| years(target) > 1);
        let (first, none) = (long.next()?, long.next());
        let amount = matches!(first.condition, Condition::AtLeast(_) | Condition::Exactly(_));
        let inside =
            self.tops().all(|other| other.scope == first.scope && first.period.contains(&other.period));
        let plain =
            self.measure == Measure::Flow && first.members.is_empty() && first.period.start().is_some();
        (none.is_none() && amount && inside && plain).then_some(first)
    }

    /// The scopes of its targets that have several years each: a small plot each.
    pub fn plots(&self) -> Vec<&ScopeId> {
        let mut scopes: Vec<(&ScopeId, usize)> = Vec::new();
        for target in self.targets.iter().filter(|one| one.members.is_empty() && one.cell.is_headline()) {
            match scopes.iter_mut().find(|(scope, _)| **scope == target.scope) {
                Some((_, count)) => *count += 1,
                None => scopes.push((&target.scope, 1)),
            }
        }
        let several = scopes.len() <= MOST_PLACES && scopes.iter().all(|(_, count)| *count > 1);
        if several { scopes.into_iter().map(|(scope, _)| scope).collect() } else { Vec::new() }
    }

    /// The points of a scope that can stand in one series: results and the state before, by the
    /// indicator's own definition, one a year; a period of several years has no place on an axis of years.
    pub fn series(&self, scope: &ScopeId) -> Vec<YearFigure<'_>> {
        let mut points: Vec<YearFigure<'_>> = self
            .baselines()
            .chain(&self.actuals)
            .filter(|actual| actual.scope == *scope && is_point(actual))
            .map(|actual| (i32::from(actual.time.end().year()), actual))
            .collect();
        // What counts a part of a year has no place beside whole ones.
        let days = |actual: &Actual| if actual.dated { None } else { actual.time.days() };
        let longest = points.iter().filter_map(|(_, actual)| days(actual)).max();
        if self.measure != Measure::Stock {
            points.retain(|(_, actual)| {
                actual.dated || days(actual).zip(longest).is_some_and(|(one, all)| all - one <= 2)
            });
        }
        points.sort_by_key(|(year, actual)| (*year, actual.time));
        let mut years: Vec<i32> = points.iter().map(|(year, _)| *year).collect();
        years.dedup();
        if years.len() == points.len() { points } else { Vec::new() }
    }

    /// The scopes of which just two years are known, the same ones for all: its own first, then in the
    /// order in which they are reported.
    pub fn pairs(&self) -> Vec<(&ScopeId, [YearFigure<'_>; 2])> {
        let mut scopes = vec![&self.scope];
        for actual in &self.actuals {
            if !scopes.contains(&&actual.scope) {
                scopes.push(&actual.scope);
            }
        }
        let pairs: Vec<(&ScopeId, [YearFigure<'_>; 2])> = scopes
            .into_iter()
            .filter_map(|scope| Some((scope, <[YearFigure<'_>; 2]>::try_from(self.series(scope)).ok()?)))
            .filter(|(_, [before, after])| !self.is_broken_between(before.1.time.end(), after.1.time.end()))
            .collect();
        let years = |pair: &[YearFigure<'_>; 2]| [pair[0].0, pair[1].0];
        let same = pairs.windows(2).all(|two| years(&two[0].1) == years(&two[1].1));
        if same { pairs } else { pairs.into_iter().filter(|(scope, _)| **scope == self.scope).collect() }
    }

    /// The latest figure of each place directly inside its scope, if all are of the same time.
    pub fn places_with_a_figure(&self, scopes: &ScopeTree) -> Vec<&Actual> {
        let mut latest: Vec<&Actual> = Vec::new();
        for actual in self.actuals.iter().filter(|actual| is_point(actual)) {
            if scopes.relation(&actual.scope, &self.scope) != Relation::Inside
                || !scopes.children(&self.scope).contains(&actual.scope)
            {
                continue;
            }
            match latest.iter_mut().find(|known| known.scope == actual.scope) {
                Some(known) if known.time.end() < actual.time.end() => *known = actual,
                Some(_) => {}
                None => latest.push(actual),
            }
        }
        let same = latest.windows(2).all(|two| two[0].time == two[1].time);
        if same && latest.len() <= MOST_PLACES { latest } else { Vec::new() }
    }
}

fn is_point(actual: &Actual) -> bool {
    matches!(actual.kind, ActualKind::Result | ActualKind::Baseline)
        && actual.cell.is_headline()
        && actual.definition.is_none()
        && actual.superseded_by.is_none()
        && !matches!(actual.value, Value::Done | Value::InProgress | Value::Missing)
        && actual.time.years().is_some_and(|years| years.count() == 1)
}
