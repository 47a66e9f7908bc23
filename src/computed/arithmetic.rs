//! What comes out of a formula, of the numbers as printed and of all that they leave open.

use crate::evaluate::{Evaluation, Interval, Quantity, Status, count, count_binding, count_indicators};
use crate::model::{
    ActionKind, Binding, ChangeForm, Count, CountedBy, FigureKey, Formula, Indicator, Report, Value, Written,
};
use rust_decimal::Decimal;

/// A number that was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Computed {
    /// What comes out of the numbers as printed; none if one of them is a floor, a cap or a range.
    pub plain: Option<Decimal>,
    /// What comes out of all that they leave open.
    pub interval: Interval,
    /// What the last digit is worth of the figure that is written least exactly; none for a change in per cent, a
    /// share and a count.
    pub step: Option<Decimal>,
    /// True if one of the figures is said to be about what it is.
    pub about: bool,
}

/// Why a number cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotComputed {
    /// It would have to be divided by a figure that may be zero or less.
    NothingToDivideBy,
    /// A status that there is not.
    UnknownStatus(String),
    /// A figure is not there, or too large.
    NoNumber,
}

/// Computes a number.
///
/// # Errors
/// Says why it cannot be computed.
pub fn compute(report: &Report, evaluation: &Evaluation, formula: &Formula) -> Result<Computed, NotComputed> {
    let figure = |key: &FigureKey| Operand::of(report, key).ok_or(NotComputed::NoNumber);
    match formula {
        Formula::Change { from, to, form } => {
            let (from, to) = (figure(from)?, figure(to)?);
            let about = from.about || to.about;
            match form {
                ChangeForm::Difference => Ok(Computed {
                    plain: from.plain.zip(to.plain).and_then(|(from, to)| to.checked_sub(from)),
                    interval: to.interval.minus(&from.interval),
                    step: Some(from.step.max(to.step)),
                    about,
                }),
                ChangeForm::Percent => {
                    let ratio = quotient(&to, &from)?;
                    let hundred = Interval::exactly(Decimal::ONE_HUNDRED);
                    let plain = ratio.plain.and_then(|ratio| ratio.checked_sub(Decimal::ONE_HUNDRED));
                    Ok(Computed { plain, interval: ratio.interval.minus(&hundred), ..ratio })
                }
            }
        }
        Formula::Share { part, whole } => quotient(&figure(part)?, &figure(whole)?),
        Formula::Sum(parts) => {
            let parts = parts.iter().map(figure).collect::<Result<Vec<_>, _>>()?;
            let zero = Interval::exactly(Decimal::ZERO);
            Ok(Computed {
                plain: parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.plain?)),
                interval: parts.iter().fold(zero, |sum, part| sum.plus(&part.interval)),
                step: parts.iter().map(|part| part.step).max(),
                about: parts.iter().any(|part| part.about),
            })
        }
        Formula::Count(wanted) => {
            let number = Decimal::from(how_many(report, evaluation, wanted)?);
            Ok(Computed {
                plain: Some(number),
                interval: Interval::exactly(number),
                step: None,
                about: false,
            })
        }
    }
}

/// One figure of a computation.
struct Operand {
    plain: Option<Decimal>,
    interval: Interval,
    step: Decimal,
    about: bool,
}

impl Operand {
    fn of(report: &Report, key: &FigureKey) -> Option<Self> {
        let indicator = report.indicators.get(&key.indicator)?;
        let actual = report.actual(key)?;
        let quantity = Quantity::of(&report.measurement_units, indicator);
        let mut interval = Interval::of(&actual.value, quantity);
        let mut plain = actual.value.plain_number();
        if actual.partial {
            (plain, interval.high) = (None, None);
        }
        let step = actual.value.numbers().all().map(Written::step).max()?;
        Some(Self { plain, interval, step, about: matches!(actual.value, Value::About(_)) })
    }
}

/// One figure in per cent of another.
fn quotient(one: &Operand, other: &Operand) -> Result<Computed, NotComputed> {
    let ratio = one.interval.percent_of(&other.interval).ok_or(NotComputed::NothingToDivideBy)?;
    // However large the whole is, a share of it that is no less than nothing stays so.
    let least = one.interval.low.filter(|low| *low >= Decimal::ZERO).map(|_| Decimal::ZERO);
    let interval = Interval::new(ratio.low.or(least), ratio.high);
    let over = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b?);
    let plain = over(one.plain, other.plain);
    Ok(Computed { plain, interval, step: None, about: one.about || other.about })
}

fn how_many(report: &Report, evaluation: &Evaluation, wanted: &Count) -> Result<usize, NotComputed> {
    let plan = report.plans.get(&wanted.plan).ok_or(NotComputed::NoNumber)?;
    let actions = || plan.actions.iter().filter(|one| wanted.action.as_ref().is_none_or(|id| *id == one.id));
    let of_it = |indicator: &Indicator| {
        indicator.plan.as_ref() == Some(&wanted.plan)
            && (wanted.action.is_none()
                || indicator.task.as_ref().is_some_and(|task| {
                    actions().any(|action| action.tasks.iter().any(|one| one.number == task.number))
                }))
    };
    let judged = || {
        let all = report.indicators.values().filter(|indicator| of_it(indicator));
        all.filter_map(|one| Some((one.as_ref(), evaluation.indicators.get(&one.id)?.as_ref())))
    };
    let counts = match (wanted.by, wanted.binding) {
        (CountedBy::Actions, _) => return Ok(actions().filter(|one| one.kind == ActionKind::Action).count()),
        (CountedBy::Tasks, _) => return Ok(actions().map(|one| one.tasks.len()).sum()),
        (CountedBy::Targets, None) => count(judged()),
        (CountedBy::Targets, Some(binding)) => count_binding(judged(), binding),
        (CountedBy::Indicators, None) => count_indicators(judged()),
        (CountedBy::Indicators, Some(binding)) => {
            count_indicators(judged().filter(|(one, _)| binds(one, binding)))
        }
    };
    if wanted.status.is_empty() {
        return Ok(counts.total());
    }
    let named = |name: &String| {
        let status = Status::ALL.into_iter().find(|status| status.as_str() == name);
        status.map(|status| counts.of(status)).ok_or_else(|| NotComputed::UnknownStatus(name.clone()))
    };
    wanted.status.iter().map(named).sum()
}

/// Whether an indicator binds so, or one of its targets does.
fn binds(indicator: &Indicator, binding: Binding) -> bool {
    let all = indicator.targets.iter().filter(|target| target.member_of.is_none());
    all.map(|target| target.binding.or(indicator.binding)).any(|one| one == Some(binding))
}
