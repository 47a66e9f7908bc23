//! `units.yaml`.

use super::Parsed;
use super::cursor::{Cursor, Faults};
use super::raw::RawUnits;
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::model::{Unit, UnitId};
use std::collections::BTreeMap;

/// The responsible units.
pub(super) fn resolve(
    file: &Parsed<RawUnits>,
    languages: &Languages,
    faults: &mut Faults,
) -> BTreeMap<UnitId, Unit> {
    let spot = Cursor::root(&file.document).key("units");
    let mut units = BTreeMap::new();
    for (name, raw) in &file.raw.units {
        let at = spot.key(name);
        let title = languages.text(&raw.title, &at.key("title"), faults);
        if let Some(id) = values::id(name, UnitId::new, &spot.name(name), faults) {
            units.insert(
                id.clone(),
                Unit { id, title, kind: raw.kind.into(), origin: spot.name(name).origin() },
            );
        } else {
            faults.broken(Code::UnknownResponsible, name);
        }
    }
    units
}
