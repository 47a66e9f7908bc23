//! The days on which another method of counting began.

use super::cursor::{Cursor, Faults};
use super::raw::RawBreak;
use super::values::{self, Languages};
use crate::diagnostic::Code;
use crate::model::Break;

/// Reads them, in order of day.
pub(super) fn read(
    raw: &[RawBreak],
    languages: &Languages,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Vec<Break> {
    let mut all: Vec<Break> = Vec::new();
    for (index, raw) in raw.iter().enumerate() {
        let at = spot.item(index);
        let why = languages.text(&raw.why, &at.key("why"), faults);
        let Some(on) = values::day(&raw.on, &at.key("on"), faults) else { continue };
        if all.iter().any(|known| known.on == on) {
            faults.add(
                Code::DuplicateId,
                &at.key("on"),
                format!("two breaks are on {on}"),
                "say both in one",
            );
            continue;
        }
        all.push(Break { on, why });
    }
    all.sort_by_key(|one| one.on);
    all
}
