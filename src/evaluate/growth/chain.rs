//! Growth from year to year, put together to that of several years.

use super::root::{factor, power};
use crate::evaluate::Interval;
use crate::evaluate::case::{Asked, Case};
use crate::evaluate::figure::Figure;
use crate::evaluate::own::finest;
use crate::evaluate::region::Span;
use crate::evaluate::state;
use crate::model::Reckoning;
use rust_decimal::Decimal;

/// What is known of the first years of a period.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    /// As what it was before, times this; between these ends.
    pub factor: Interval,
    /// The same from the numbers as printed, where each is one.
    pub printed: Option<Decimal>,
    /// The figures, as places.
    pub places: Vec<usize>,
    /// What the last digit of the coarsest year is worth, of the way through the years that is printed most finely;
    /// none where each has a figure that is no plain number.
    pub step: Option<Decimal>,
}

impl Chain {
    fn start() -> Self {
        Self {
            factor: Interval::exactly(Decimal::ONE),
            printed: Some(Decimal::ONE),
            places: Vec::new(),
            step: Some(Decimal::ZERO),
        }
    }

    fn then(&self, next: &Self) -> Self {
        let product = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_mul(b?);
        let places = self.places.iter().chain(&next.places).copied().collect();
        Self {
            // No factor lies below zero.
            factor: Interval::new(
                product(self.factor.low, next.factor.low),
                product(self.factor.high, next.factor.high),
            ),
            printed: product(self.printed, next.printed),
            places,
            step: self.step.zip(next.step).map(|(a, b)| a.max(b)),
        }
    }

    /// Two ways through the same years: what holds is what both leave possible, and one of them may know an end that
    /// the other does not. Where they contradict each other the one that leaves less open stands.
    fn with(self, other: Self) -> Self {
        let factor = self.factor.intersect(&other.factor);
        let (best, rest) = if other.is_narrower(&self) { (other, self) } else { (self, other) };
        if factor == best.factor || factor.is_empty() {
            let step = if factor.is_empty() { best.step } else { finer(best.step, rest.step) };
            return Self { step, ..best };
        }
        let more = rest.places.into_iter().filter(|place| !best.places.contains(place));
        Self {
            factor,
            printed: best.printed.or(rest.printed),
            places: best.places.iter().copied().chain(more).collect(),
            step: finer(best.step, rest.step),
        }
    }

    /// The wider, the less is known; what is open at an end is widest.
    fn width(&self) -> Option<Decimal> {
        self.factor.high?.checked_sub(self.factor.low?)
    }

    fn is_narrower(&self, other: &Self) -> bool {
        match (self.width(), other.width()) {
            (Some(one), Some(two)) => (one, self.places.len()) < (two, other.places.len()),
            (one, two) => one.is_some() && two.is_none(),
        }
    }
}

fn finer(a: Option<Decimal>, b: Option<Decimal>) -> Option<Decimal> {
    a.into_iter().chain(b).min()
}

/// What is known of the first year, the first two, and so on, nothing where some year of them is not known: what all
/// ways to put them together leave possible. `counts` says which figures may be used.
pub(super) fn chains(
    case: &Case<'_>,
    asked: &Asked<'_>,
    years: &[Span],
    counts: &dyn Fn(&Figure) -> bool,
) -> Vec<Option<Chain>> {
    let mut known: Vec<Option<Chain>> = vec![Some(Chain::start())];
    for end in 1..=years.len() {
        let mut best: Option<Chain> = None;
        for begin in 0..end {
            let Some(before) = known.get(begin).and_then(Option::as_ref) else { continue };
            let Some(next) = stretch(case, asked, &years[begin..end], counts) else { continue };
            let chain = before.then(&next);
            best = Some(match best {
                Some(best) => best.with(chain),
                None => chain,
            });
        }
        known.push(best);
    }
    known.remove(0);
    known
}

/// What figures say of exactly these years: of one its growth, of several an average or a total.
pub(super) fn stretch(
    case: &Case<'_>,
    asked: &Asked<'_>,
    years: &[Span],
    counts: &dyn Fn(&Figure) -> bool,
) -> Option<Chain> {
    let (first, last) = (years.first()?, years.last()?);
    let span = Span::new(first.from, last.to);
    let of_it = |reckoning: Reckoning| {
        let is = |figure: &Figure| figure.span == span && figure.reckoning == reckoning && counts(figure);
        let reading = state::figures_of(case, asked, case.places(is), span)?;
        let years = if reckoning == Reckoning::Average { years.len() } else { 1 };
        let over = |percent: Option<Decimal>| power(factor(percent?)?, years);
        Some(Chain {
            factor: Interval::new(over(reading.interval.low), over(reading.interval.high)),
            printed: over(reading.printed),
            step: finest(reading.places.iter().filter_map(|place| case.figures.get(*place))),
            places: reading.places,
        })
    };
    let single = (years.len() == 1).then(|| of_it(Reckoning::Single)).flatten();
    let all = [single, of_it(Reckoning::Average), of_it(Reckoning::Cumulative)];
    all.into_iter().flatten().reduce(Chain::with)
}
