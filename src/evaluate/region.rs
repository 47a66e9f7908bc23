//! Regions: a stretch of days and a scope of the tree.

use crate::model::{Period, Scope, ScopeId, ScopeTree};
use jiff::{SignedDuration, civil::Date};
use std::collections::BTreeMap;

/// A day, counted from 1970-01-01.
pub(super) type Day = i32;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The number of a day.
pub(super) fn day(date: Date) -> Day {
    // The calendar has fewer than four million days.
    i32::try_from(date.duration_since(EPOCH).as_hours() / 24).unwrap_or(Day::MAX)
}

/// The day of a number; the calendar's last day beyond its end.
pub(super) fn date(day: Day) -> Date {
    EPOCH.checked_add(SignedDuration::from_hours(i64::from(day) * 24)).unwrap_or(Date::MAX)
}

/// Days from one to another, the last not included. An unknown start is [`Span::UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    /// One past the last day.
    pub to: Day,
    /// The first day.
    pub from: Day,
}

impl Span {
    /// Before every day of the calendar.
    pub const UNKNOWN: Day = Day::MIN;

    pub fn of(period: &Period) -> Self {
        Self { from: period.start().map_or(Self::UNKNOWN, day), to: day(period.end()) + 1 }
    }

    pub fn new(from: Day, to: Day) -> Self {
        Self { to, from }
    }

    /// The period with these days; only for spans that are not empty.
    pub fn period(self) -> Period {
        let start = (self.from != Self::UNKNOWN).then(|| date(self.from));
        let end = date(self.to.saturating_sub(1));
        Period::new(start, end).unwrap_or(Period::day(end))
    }

    pub fn start_known(self) -> bool {
        self.from != Self::UNKNOWN
    }

    pub fn is_day(self) -> bool {
        self.start_known() && self.to == self.from + 1
    }

    /// Number of days; only for spans whose start is known.
    pub fn days(self) -> i64 {
        i64::from(self.to) - i64::from(self.from)
    }

    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    pub fn meets(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// What lies in both; empty (`to` not after `from`) if they do not meet.
    pub fn common(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }
}

/// The days that lie in any of the spans: sorted, disjoint, not touching.
pub(super) fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.from, span.to));
    let mut all: Vec<Span> = Vec::new();
    for span in spans.into_iter().filter(|span| span.from < span.to) {
        match all.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => all.push(span),
        }
    }
    all
}

/// The days that lie in both of two unions.
pub(super) fn intersection(one: &[Span], other: &[Span]) -> Vec<Span> {
    union(one.iter().flat_map(|a| other.iter().map(|b| a.common(*b))).collect())
}

/// The days of a span that lie in none of a union.
pub(super) fn rest(of: Span, without: &[Span]) -> Vec<Span> {
    let mut left = Vec::new();
    let mut from = of.from;
    for span in without {
        if span.to <= from || span.from >= of.to {
            continue;
        }
        if span.from > from {
            left.push(Span::new(from, span.from));
        }
        from = span.to;
    }
    if from < of.to {
        left.push(Span::new(from, of.to));
    }
    left
}

/// The scopes as numbers, so that "inside" is two comparisons.
pub(super) struct Tree<'a> {
    numbers: BTreeMap<&'a ScopeId, usize>,
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    scope: &'a Scope,
    parent: Option<usize>,
    children: Vec<usize>,
    depth: usize,
    /// Place in a walk that visits parents before children, and one past its last descendant.
    enter: usize,
    leave: usize,
}

impl<'a> Tree<'a> {
    pub fn new(scopes: &'a ScopeTree) -> Self {
        let numbers: BTreeMap<_, _> =
            scopes.iter().enumerate().map(|(number, scope)| (&scope.id, number)).collect();
        let number = |id: &ScopeId| numbers.get(id).copied();
        let mut nodes: Vec<Node<'a>> = scopes
            .iter()
            .map(|scope| Node {
                scope,
                parent: scope.part_of.as_ref().and_then(number),
                children: scopes.children(&scope.id).iter().filter_map(number).collect(),
                depth: 0,
                enter: 0,
                leave: 0,
            })
            .collect();
        let mut clock = 0;
        for root in 0..nodes.len() {
            if nodes[root].parent.is_none() {
                walk(&mut nodes, root, &mut clock);
            }
        }
        Self { numbers, nodes }
    }

    /// Number of scopes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn number(&self, id: &ScopeId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    pub fn id(&self, number: usize) -> &'a ScopeId {
        &self.nodes[number].scope.id
    }

    pub fn parent(&self, number: usize) -> Option<usize> {
        self.nodes[number].parent
    }

    pub fn children(&self, number: usize) -> &[usize] {
        &self.nodes[number].children
    }

    pub fn depth(&self, number: usize) -> usize {
        self.nodes[number].depth
    }

    /// True if the children make it up completely.
    pub fn is_covered_by_children(&self, number: usize) -> bool {
        self.nodes[number].scope.covers_all && !self.nodes[number].children.is_empty()
    }

    /// True for a scope and itself, and for a scope and one that contains it.
    pub fn lies_in(&self, inner: usize, outer: usize) -> bool {
        let (inner, outer) = (&self.nodes[inner], &self.nodes[outer]);
        outer.enter <= inner.enter && inner.leave <= outer.leave
    }

    /// True if all steps from a containing scope down to it are between a scope and the parts that make
    /// it up completely, so that its maximum can be part of a maximum of the whole.
    pub fn helps_to_cover(&self, inner: usize, outer: usize) -> bool {
        let mut at = inner;
        while at != outer {
            match self.parent(at) {
                Some(above) if self.is_covered_by_children(above) => at = above,
                _ => return false,
            }
        }
        true
    }
}

fn walk(nodes: &mut [Node<'_>], root: usize, clock: &mut usize) {
    let mut stack = vec![(root, 0)];
    while let Some((at, next)) = stack.pop() {
        if next == 0 {
            nodes[at].enter = *clock;
            *clock += 1;
        }
        if let Some(child) = nodes[at].children.get(next).copied() {
            nodes[child].depth = nodes[at].depth + 1;
            stack.push((at, next + 1));
            stack.push((child, 0));
        } else {
            nodes[at].leave = *clock;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span::of(&Period::parse(text).expect(text))
    }

    #[test]
    fn days_are_numbered_from_the_epoch_and_back() {
        assert_eq!(day(Date::constant(1970, 1, 1)), 0);
        assert_eq!(day(Date::constant(2020, 2, 29)), 18321);
        assert_eq!(day(Date::constant(1969, 12, 31)), -1);
        for number in [-700_000, -1, 0, 1, 18_321, 2_900_000] {
            assert_eq!(day(date(number)), number);
        }
        assert_eq!(date(Day::MAX), Date::MAX);
    }

    #[test]
    fn a_span_is_its_period() {
        for text in ["2019", "2018..2020", "2020-06-17", "..2020-06"] {
            assert_eq!(span(text).period(), Period::parse(text).expect(text));
        }
        assert_eq!(span("2020").days(), 366);
    }

    #[test]
    fn unions_intersections_and_rests() {
        let years = union(vec![span("2020"), span("2018"), span("2019-03..2019-12")]);
        assert_eq!(years, [span("2018"), span("2019-03..2020")]);
        assert_eq!(rest(span("2018..2020"), &years), [span("2019-01..2019-02")]);
        assert_eq!(rest(span("2019-05"), &years), []);
        assert_eq!(rest(span("2017..2018"), &years), [span("2017")]);
        let half = union(vec![span("2018-07..2019-06")]);
        assert_eq!(intersection(&years, &half), [span("2018-07..2018-12"), span("2019-03..2019-06")]);
    }
}
