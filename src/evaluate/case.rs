//! One indicator as the judge sees it, and one target as it is asked.

use super::bounds::Bounds;
use super::condition::{InForce, in_force};
use super::conflict::{self, Conflict, Dispute, Settled};
use super::demand::{Demand, Proof};
use super::done;
use super::figure::{self, Figure};
use super::method::Method;
use super::region::{Day, Span, Tree, day};
use super::{LeftOutWhy, Quantity, Reason, Status, Threshold};
use crate::model::{Actual, Cell, Indicator, Measure, Observation, Report, Target};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// An indicator with the figures that may be used for judging it.
pub(super) struct Case<'a> {
    pub report: &'a Report,
    pub tree: &'a Tree<'a>,
    pub indicator: &'a Indicator,
    /// By which its figures were counted.
    pub method: Method,
    pub quantity: Quantity,
    /// True if a rate in this unit is an average over its period.
    pub averages: bool,
    pub as_of: Day,
    pub figures: Vec<Figure>,
    /// Figures in conflict: they bear on targets and prove nothing by themselves. Their places follow
    /// those of `figures`.
    pub contested: Vec<Figure>,
    /// What the figures prove of any region: of a flow over all days, of a stock on single ones.
    pub bounds: Bounds<'a>,
    /// Contradictions among the contested figures.
    pub disputes: Vec<Dispute>,
    /// What is proven with either side of a contradiction, made when first asked for.
    sides: RefCell<BTreeMap<usize, Sides<'a>>>,
    /// For each actual that may not be used, why.
    pub left_out: Vec<Option<LeftOutWhy>>,
    /// True if any result was published.
    pub reported: bool,
    /// True for an amount of which nothing says that it fell below nought.
    pub never_negative: bool,
    /// The places of the figures by the days that they speak of.
    by_span: BTreeMap<Span, Vec<usize>>,
}

/// What is proven without one figure of a contradiction or another: one of them is wrong, and not known which.
pub(super) type Sides<'a> = Rc<Vec<Bounds<'a>>>;

/// The most figures of a contradiction of which each is left out in turn. Of larger ones only the minima are
/// held against the maxima.
const IN_TURN: usize = 12;

impl<'a> Case<'a> {
    /// The figures of one cell of an indicator, with what those of other cells say of it.
    pub fn new(
        report: &'a Report,
        tree: &'a Tree<'a>,
        (indicator, cell, method): (&'a Indicator, &Cell, Method),
        as_of: Day,
        of_others: Vec<Figure>,
    ) -> (Self, Vec<Conflict>) {
        let quantity = Quantity::of(&report.measurement_units, indicator);
        let unit = indicator.unit.as_ref().and_then(|id| report.measurement_units.get(id));
        let averages = unit.is_some_and(|unit| unit.averages);
        let mut sorted = figure::sort(report, tree, (indicator, cell, method), as_of);
        let mut figures = std::mem::take(&mut sorted.figures);
        figures.extend(of_others);
        let settled = if indicator.measure == Measure::Milestone {
            let (contested, conflicts) = done::settle(tree, indicator, &mut figures);
            let bounds = Bounds::new(tree, &[], false, |_| false);
            Settled { figures, contested, disputes: Vec::new(), conflicts, bounds }
        } else {
            let asked: Vec<_> = indicator
                .targets
                .iter()
                .filter_map(|target| Some((tree.number(&target.scope)?, judged(target))))
                .collect();
            conflict::settle(tree, indicator, figures, &asked)
        };
        let Settled { figures, contested, disputes, conflicts, bounds } = settled;
        let mut left_out = sorted.left_out;
        for index in contested.iter().flat_map(|figure| &figure.actuals) {
            if let Some(why) = left_out.get_mut(*index) {
                *why = Some(LeftOutWhy::InConflict);
            }
        }
        let reported = sorted.reported;
        let case = Self {
            report,
            tree,
            indicator,
            method,
            quantity,
            averages,
            as_of,
            figures,
            contested,
            bounds,
            disputes,
            sides: RefCell::default(),
            left_out,
            reported,
            never_negative: false,
            by_span: BTreeMap::new(),
        }
        .looked_through();
        (case, conflicts)
    }

    /// The figure of a place, contested ones too.
    pub fn figure(&self, place: usize) -> Option<&Figure> {
        self.figures.get(place).or_else(|| self.contested.get(place.checked_sub(self.figures.len())?))
    }

    /// What is proven whichever figure of a contradiction is the wrong one, all other contested figures left out.
    pub fn sides(&self, dispute: usize) -> Option<Sides<'a>> {
        if let Some(known) = self.sides.borrow().get(&dispute) {
            return Some(Rc::clone(known));
        }
        let of = self.disputes.get(dispute)?;
        let all: Vec<usize> = of.floor.iter().chain(&of.cap).copied().collect();
        let sides = Rc::new(if all.len() > IN_TURN {
            vec![self.bounds.with(&[], &of.floor), self.bounds.with(&[], &of.cap)]
        } else {
            let without =
                |wrong: &usize| all.iter().copied().filter(|place| place != wrong).collect::<Vec<_>>();
            all.iter().map(|wrong| self.bounds.with(&[], &without(wrong))).collect()
        });
        self.sides.borrow_mut().insert(dispute, Rc::clone(&sides));
        Some(sides)
    }

    /// The places of the figures that are so, contested ones left out.
    pub fn places(&self, is: impl Fn(&Figure) -> bool) -> Vec<usize> {
        (0..self.figures.len()).filter(|place| is(&self.figures[*place])).collect()
    }

    /// What is known close to a target's region, and one figure more, to try what it would prove.
    pub fn with(&self, figure: Figure, asked: &Asked<'_>) -> Self {
        let near = |one: &&Figure| {
            let related =
                self.tree.lies_in(one.scope, asked.scope) || self.tree.lies_in(asked.scope, one.scope);
            related && one.span.meets(asked.span)
        };
        let mut figures: Vec<Figure> = self.figures.iter().filter(near).cloned().collect();
        figures.push(figure);
        let bounds = conflict::bounds(self.tree, self.indicator, &figures);
        Self {
            figures,
            contested: Vec::new(),
            bounds,
            disputes: Vec::new(),
            sides: RefCell::default(),
            left_out: self.left_out.clone(),
            by_span: BTreeMap::new(),
            ..*self
        }
        .looked_through()
    }

    /// With what every target asks of the figures, so that none has to look through all of them for it.
    fn looked_through(mut self) -> Self {
        self.never_negative = figure::never_negative(self.indicator.measure, &self.figures);
        for (place, figure) in self.figures.iter().enumerate() {
            self.by_span.entry(figure.span).or_default().push(place);
        }
        self
    }

    /// The places of the figures of exactly these days that are so, contested ones left out.
    pub fn places_of(&self, span: Span, is: impl Fn(&Figure) -> bool) -> Vec<usize> {
        let all = self.by_span.get(&span).into_iter().flatten().copied();
        all.filter(|place| is(&self.figures[*place])).collect()
    }

    /// True if one of the actuals is called preliminary by its source.
    pub fn is_provisional(&self, actuals: &[usize]) -> bool {
        actuals.iter().any(|index| self.indicator.actuals.get(*index).is_some_and(|one| one.provisional))
    }

    /// The indices of the actuals behind figures, in order.
    pub fn actuals(&self, places: &[usize]) -> Vec<usize> {
        let mut all: Vec<usize> = places
            .iter()
            .filter_map(|place| self.figure(*place))
            .flat_map(|figure| figure.actuals.iter().copied())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The indices of the actuals that are added in a sum of figures, and of those that are taken off.
    pub fn added_and_less(&self, added: &[usize], taken: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let mut sides: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
        for (places, side) in [(added, 0), (taken, 1)] {
            for figure in places.iter().filter_map(|place| self.figure(*place)) {
                for index in &figure.actuals {
                    sides[if figure.less.contains(index) { 1 - side } else { side }].push(*index);
                }
            }
        }
        let [mut plus, mut minus] = sides;
        for side in [&mut plus, &mut minus] {
            side.sort_unstable();
            side.dedup();
        }
        (plus, minus)
    }

    /// True if a result of the target's own days was published that might have been about it, but is of a
    /// wider or narrower scope, of another definition or of a wider period.
    pub fn has_other_results(&self, asked: &Asked<'_>) -> bool {
        let related =
            |scope: usize| self.tree.lies_in(scope, asked.scope) || self.tree.lies_in(asked.scope, scope);
        self.indicator.actuals.iter().zip(&self.left_out).any(|(actual, why)| {
            let is_result = !matches!(
                why,
                Some(
                    LeftOutWhy::SourceNotYetPublished
                        | LeftOutWhy::Superseded
                        | LeftOutWhy::NotAResult(_)
                        | LeftOutWhy::NoValue(_)
                )
            );
            is_result
                && Span::of(&actual.time).meets(asked.span)
                && self.tree.number(&actual.scope).is_some_and(related)
        })
    }

    /// What a source says has no value, of the days, scope and cell of a target; none where it says nothing.
    fn without_value(&self, asked: &Asked<'_>) -> Option<(Vec<usize>, Observation)> {
        let of_it = |index: &usize| {
            self.indicator.actuals.get(*index).is_some_and(|actual| {
                actual.scope == asked.target.scope
                    && actual.cell == asked.target.cell
                    && Span::of(&actual.time).meets(asked.span)
            })
        };
        let all = self.left_out.iter().enumerate().filter_map(|(index, why)| match why {
            Some(LeftOutWhy::NoValue(observation)) => Some((index, *observation)),
            _ => None,
        });
        let all: Vec<_> = all.filter(|(index, _)| of_it(index)).collect();
        let (_, first) = *all.first()?;
        Some((all.iter().filter(|(_, one)| *one == first).map(|(index, _)| *index).collect(), first))
    }

    /// True if the estimate of one of the actuals is not its source's count.
    pub fn is_estimated(&self, actuals: &[usize]) -> bool {
        actuals
            .iter()
            .any(|index| self.indicator.actuals.get(*index).is_some_and(|one| one.observation.is_some()))
    }
}

/// A target as it stood on its due day, or on the report date if that is earlier.
pub(super) struct Asked<'a> {
    pub target: &'a Target,
    pub in_force: InForce,
    pub demand: Demand,
    /// True if its threshold follows from a baseline that was counted by another method.
    pub across_break: bool,
    /// The other indicator against which it is held, and what is known of it.
    pub against: Option<Threshold>,
    pub scope: usize,
    /// The days that are judged: the period up to the due day.
    pub span: Span,
    pub period: Span,
    /// The days whose figures say how it stands on the way: for `by: 2025` from the plan's start on.
    pub reach: Span,
    /// True for a rate over exactly its period; false for a state on the due day.
    pub over_period: bool,
    as_of: Day,
}

/// What is known of a target when its status is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grounds {
    pub proof: Proof,
    /// A failure that nothing later can undo, so that it is final before the due day too.
    pub broken: bool,
    /// What is proven of it on the way: reached, on track, behind.
    pub on_the_way: Option<Status>,
    /// Some figure says something of the target.
    pub bears: bool,
}

impl<'a> Asked<'a> {
    /// None if the tree does not have the target's scope.
    pub fn new(case: &Case<'a>, target: &'a Target) -> Option<Self> {
        let in_force = in_force(case.report, target, case.as_of);
        let of_it = |one: &&Actual| one.scope == target.scope && one.cell == target.cell;
        let start = case.indicator.baselines().find(of_it).filter(|_| target.from_baseline.is_some());
        let across_break = start.is_some_and(|baseline| !case.method.counted(baseline));
        // What was asked then, by the old method, has no number in the new one.
        let demand = if across_break {
            Demand::default()
        } else {
            Demand::of(&in_force.condition, case.indicator.better)
        };
        let span = judged(target);
        Some(Self {
            target,
            in_force,
            demand,
            across_break,
            against: None,
            scope: case.tree.number(&target.scope)?,
            span,
            period: Span::of(&target.period),
            reach: if target.reported_for { Span::new(begin(case, target, span), span.to) } else { span },
            over_period: is_over_period(case.indicator, target),
            as_of: case.as_of,
        })
    }

    /// The report date.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// The last day by which it is asked.
    pub fn due(&self) -> Day {
        day(self.target.due)
    }

    pub fn has_begun(&self) -> bool {
        let begin = self.reach.from.min(self.period.from);
        begin == Span::UNKNOWN || begin <= self.as_of
    }

    pub fn is_past_due(&self) -> bool {
        self.as_of > self.due()
    }

    /// True for a whole over members that is no sum of theirs.
    pub fn is_a_whole(&self) -> bool {
        !self.target.members.is_empty() && !self.target.whole_sum
    }

    /// Where it stands: every case of the table, in the order in which they are tried.
    pub fn status(&self, case: &Case<'_>, grounds: Grounds) -> Status {
        let Grounds { proof, broken, on_the_way, bears } = grounds;
        let past = self.is_past_due();
        if self.in_force.dropped.is_some() {
            Status::Dropped
        } else if proof.holds() {
            Status::Met
        } else if proof == Proof::Fails && (broken || past) {
            Status::Missed
        } else if let Some(status) = on_the_way.filter(|_| !past) {
            status
        } else if !self.has_begun() {
            Status::NotDue
        } else if bears {
            if past { Status::Undetermined } else { Status::UnderWay }
        } else if case.has_other_results(self) {
            Status::NotComparable
        } else {
            Status::NoData
        }
    }

    /// What there is to say before any figure is looked at.
    pub fn preamble(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if let Some(revision) = self.in_force.dropped {
            reasons.push(Reason::DroppedBy { revision });
        }
        if let Some(revision) = self.in_force.before {
            reasons.push(Reason::BeforeRevision { revision });
        }
        reasons
            .extend(self.in_force.later.iter().map(|revision| Reason::ChangedLater { revision: *revision }));
        if self.span.to < self.period.to {
            reasons.push(Reason::DueEarlier { due: self.target.due, end: self.target.period.end() });
        }
        if let Some(other) = &self.against {
            let indicator = other.indicator.clone();
            if !other.actuals.is_empty() {
                reasons.push(Reason::Threshold { indicator, actuals: other.actuals.clone() });
            } else if self.is_past_due() {
                reasons.push(Reason::NoThreshold { indicator, period: self.target.period });
            }
        }
        if self.across_break {
            reasons.push(Reason::AcrossBreak);
        }
        if let Some(start) = self.target.period.start().filter(|_| !self.has_begun()) {
            reasons.push(Reason::NotBegun { start });
        }
        reasons
    }

    /// Why there is no figure, where there is none.
    pub fn nothing(&self, case: &Case<'_>, status: Status) -> Option<Reason> {
        if let Some((actuals, observation)) = case.without_value(self).filter(|_| status == Status::NoData) {
            Some(Reason::NoValue { actuals, observation })
        } else if !case.reported {
            Some(Reason::NothingReported)
        } else if status == Status::NoData {
            Some(Reason::NothingForPeriod { period: self.target.period })
        } else {
            None
        }
    }
}

/// The days of a target that are judged: its period up to the due day.
pub(super) fn judged(target: &Target) -> Span {
    let period = Span::of(&target.period);
    let due = day(target.due) + 1;
    // The loader refuses a target that is due before it begins.
    if due <= period.from { period } else { Span::new(period.from, period.to.min(due)) }
}

/// From which day on figures say how a state stands that is asked for one later year.
fn begin(case: &Case<'_>, target: &Target, span: Span) -> Day {
    let plan = case.indicator.plan.as_ref().and_then(|id| case.report.plans.get(id));
    let plan = plan.map(|plan| Span::of(&plan.period).from);
    let baseline =
        case.indicator.baselines().filter(|one| one.scope == target.scope && one.cell == target.cell);
    let baseline = baseline.map(|baseline| Span::of(&baseline.time).to).next();
    plan.or(baseline).map_or(span.from, |begin| begin.min(span.from))
}

/// True if a target asks for the rate of exactly its period. A rate all of whose figures are of days is a
/// state, as a stock is.
fn is_over_period(indicator: &Indicator, target: &Target) -> bool {
    let dated = !indicator.actuals.is_empty() && indicator.actuals.iter().all(|actual| actual.dated);
    matches!(indicator.measure, Measure::Rate | Measure::Growth)
        && !target.by_day
        && !target.reported_for
        && !dated
}
