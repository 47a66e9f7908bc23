//! Sums that remember which figures they are made of.

use rust_decimal::Decimal;

/// A total of figures, with the place of its parts in a [`Ledger`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    pub total: Decimal,
    /// Number of figures in it: of equal totals the one of fewer figures is kept.
    pub count: u32,
    parts: Option<u32>,
}

impl Sum {
    pub const EMPTY: Self = Self { total: Decimal::ZERO, count: 0, parts: None };

    /// True if this is the better minimum of the two.
    pub fn proves_more_than(&self, other: &Self) -> bool {
        (self.total, other.count) > (other.total, self.count)
    }

    /// True if this is the better maximum of the two.
    pub fn costs_less_than(&self, other: &Self) -> bool {
        (self.total, self.count) < (other.total, other.count)
    }
}

/// What a proof found: a total, and the figures in it as places in the list that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proven {
    pub total: Decimal,
    pub figures: Vec<usize>,
}

/// Remembers how sums were put together.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    entries: Vec<Entry>,
}

#[derive(Debug)]
enum Entry {
    Figure(usize),
    Both(u32, u32),
}

impl Ledger {
    /// A sum of one figure.
    pub fn figure(&mut self, place: usize, amount: Decimal) -> Sum {
        Sum { total: amount, count: 1, parts: self.enter(Entry::Figure(place)) }
    }

    /// Two sums together; none if the total has more digits than are kept.
    pub fn plus(&mut self, one: Sum, other: Sum) -> Option<Sum> {
        let total = one.total.checked_add(other.total)?;
        let parts = match (one.parts, other.parts) {
            (Some(a), Some(b)) => self.enter(Entry::Both(a, b)),
            (a, b) => a.or(b),
        };
        Some(Sum { total, count: one.count + other.count, parts })
    }

    /// Closes a sum: its total and its figures, in order.
    pub fn close(&self, sum: Sum) -> Proven {
        let mut figures = Vec::new();
        let mut open: Vec<u32> = sum.parts.into_iter().collect();
        while let Some(at) = open.pop() {
            match &self.entries[at as usize] {
                Entry::Figure(place) => figures.push(*place),
                Entry::Both(a, b) => open.extend([*a, *b]),
            }
        }
        figures.sort_unstable();
        figures.dedup();
        Proven { total: sum.total, figures }
    }

    fn enter(&mut self, entry: Entry) -> Option<u32> {
        let at = u32::try_from(self.entries.len()).ok()?;
        self.entries.push(entry);
        Some(at)
    }
}
