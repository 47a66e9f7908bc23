//! What is known of the day on which a count began whose start a source does not state.

use crate::diagnostic::Code;
use crate::load::raw::RawActual;
use crate::load::spot::{Faults, Spot};
use crate::load::values;
use crate::model::Period;
use jiff::civil::Date;

/// Between which days the count began.
#[derive(Debug, Default)]
pub(super) struct Since {
    pub at_latest: Option<Date>,
    pub at_earliest: Option<Date>,
}

/// Reads `since_at_latest` and `since_at_earliest`, which need an unknown start and a reason.
pub(super) fn read(
    raw: &RawActual,
    time: Option<&Period>,
    spot: &Spot<'_>,
    faults: &mut Faults,
) -> Option<Since> {
    let mut day = |text: &Option<String>, key: &'static str| -> Option<Option<Date>> {
        let Some(text) = text else { return Some(None) };
        let at = spot.key(key);
        let day = values::day(text, &at, faults)?;
        let Some(time) = time else { return Some(Some(day)) };
        if time.start().is_some() || raw.period.is_none() {
            let message = "the day on which this count began is known";
            let hint = format!("take \"{key}\" out, or write the period as ..{}", time.end());
            faults.add(Code::TimeForms, &spot.name(key), message, hint);
            return None;
        }
        if day > time.end() {
            let message = format!("{day} lies after the end of the count ({})", time.end());
            faults.add(Code::BadDate, &at, message, "a count begins before it ends");
            return None;
        }
        if raw.note.is_none() {
            let hint = "add \"note:\" with what shows on which day the count began";
            faults.add(Code::MissingKey, &spot.name(key), format!("\"{key}\" needs its reason"), hint);
            return None;
        }
        Some(Some(day))
    };
    let at_earliest = day(&raw.since_at_earliest, "since_at_earliest");
    let at_latest = day(&raw.since_at_latest, "since_at_latest");
    let since = Since { at_earliest: at_earliest?, at_latest: at_latest? };
    if since.at_earliest.zip(since.at_latest).is_some_and(|(earliest, latest)| earliest > latest) {
        let message = "the count began at the latest before it began at the earliest";
        faults.add(Code::BadRange, &spot.name("since_at_latest"), message, "check both days");
        return None;
    }
    Some(since)
}
