//! The states before the plan: one for each scope and cell.

use super::actuals::ActualReader;
use super::cursor::{Cursor, Faults};
use super::raw::RawIndicator;
use crate::diagnostic::Code;
use crate::model::{Actual, ScopeId};

/// The baselines of an indicator.
pub(super) struct Baselines {
    /// In the order written.
    pub all: Vec<Actual>,
    /// True if one of them has a fault.
    pub is_broken: bool,
}

/// Reads `baseline` and `baselines`.
pub(super) fn read(
    raw: &RawIndicator,
    reader: &ActualReader<'_>,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Baselines {
    let list = spot.key("baselines");
    let one = raw.baseline.iter().map(|raw| (raw, spot.key("baseline")));
    let several = raw.baselines.iter().enumerate().map(|(index, raw)| (raw, list.item(index)));
    let mut read = Baselines { all: Vec::new(), is_broken: false };
    for (raw, at) in one.chain(several) {
        let Some(baseline) = reader.actual(raw, &at, faults) else {
            read.is_broken = true;
            continue;
        };
        let same = |known: &&Actual| known.scope == baseline.scope && known.cell == baseline.cell;
        if read.all.iter().any(|known| same(&known)) {
            let message = format!("there are two baselines of \"{}{}\"", baseline.scope, baseline.cell);
            faults.add(Code::DuplicateId, &at, message, "keep the one from which the plan starts");
            read.is_broken = true;
            continue;
        }
        read.all.push(baseline);
    }
    read
}

impl Baselines {
    /// The indicator's own, which is the one of its scope, or the only one; and the others.
    pub(super) fn divided(self, own: &ScopeId) -> (Option<Actual>, Vec<Actual>) {
        let mut all = self.all;
        let is_own = |one: &Actual| one.scope == *own && one.cell.is_headline();
        let place = all.iter().position(is_own).or((all.len() == 1).then_some(0));
        (place.map(|place| all.remove(place)), all)
    }
}
