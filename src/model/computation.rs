//! Numbers that the program computes for a text: a change, a sum, a share, a count; and what the words say of them.

use super::{ActionId, Binding, FigureKey, IndicatorId, Origin, PlanId, Value};

/// Something to compute, where a text asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computation {
    /// What is computed.
    pub formula: Formula,
    /// What the words say comes out; none where they are left to the program.
    pub said: Option<Said>,
    /// Where the text asks for it.
    pub origin: Origin,
}

/// What is computed, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// How a quantity changed.
    Change {
        /// The figure from which it changed.
        from: FigureKey,
        /// The figure to which it changed.
        to: FigureKey,
        /// As what it is told.
        form: ChangeForm,
    },
    /// What figures that have nothing in common add up to.
    Sum(Vec<FigureKey>),
    /// What share one figure is of another, in per cent.
    Share {
        /// The part.
        part: FigureKey,
        /// The whole.
        whole: FigureKey,
    },
    /// How many there are of something in a plan.
    Count(Count),
}

/// As what a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeForm {
    /// Later less earlier, in the unit of the quantity; of per cents in points.
    Difference,
    /// In per cent of the earlier figure.
    Percent,
}

/// How many of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The plan.
    pub plan: PlanId,
    /// What is counted.
    pub by: CountedBy,
    /// The statuses that count, as data files name them; all if there is none.
    pub status: Vec<String>,
    /// Only what binds so.
    pub binding: Option<Binding>,
    /// Only what belongs to this action.
    pub action: Option<ActionId>,
}

/// What a count counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedBy {
    /// Targets; a whole over members is one.
    Targets,
    /// Indicators, each as its last-due target stands.
    Indicators,
    /// Tasks of the plan.
    Tasks,
    /// Actions of the plan, without the safeguards.
    Actions,
}

/// What the words of a computed number say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The number with its qualifier.
    pub value: Value,
    /// True if the words speak of a fall, so that the number is what it fell by.
    pub falls: bool,
}

impl Formula {
    /// The figures that it is computed from.
    pub fn figures(&self) -> Vec<&FigureKey> {
        match self {
            Self::Change { from, to, .. } => vec![from, to],
            Self::Sum(parts) => parts.iter().collect(),
            Self::Share { part, whole } => vec![part, whole],
            Self::Count(_) => Vec::new(),
        }
    }

    /// The indicators that it speaks of, without repetition.
    pub fn indicators(&self) -> Vec<&IndicatorId> {
        let mut all: Vec<&IndicatorId> = Vec::new();
        for key in self.figures() {
            if !all.contains(&&key.indicator) {
                all.push(&key.indicator);
            }
        }
        all
    }
}
