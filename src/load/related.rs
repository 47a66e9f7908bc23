//! Indicators that an indicator names to be shown beside it.

use super::cursor::{Cursor, Faults};
use super::values;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Indicator, IndicatorId, Related};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads `related`. That they are there is checked once all are read.
pub(super) fn read(raw: &[String], spot: &Cursor<'_>, faults: &mut Faults) -> Vec<Related> {
    let mut all: Vec<Related> = Vec::new();
    for (index, name) in raw.iter().enumerate() {
        let at = spot.item(index);
        let Some(indicator) = values::id(name, IndicatorId::new, &at, faults) else { continue };
        if all.iter().any(|known| known.indicator == indicator) {
            faults.add(Code::DuplicateId, &at, format!("\"{name}\" is named twice"), "keep one of the two");
            continue;
        }
        all.push(Related { indicator, origin: at.origin() });
    }
    all
}

/// Looks at all of them, once all indicators are read.
pub(super) fn check(indicators: &BTreeMap<IndicatorId, Arc<Indicator>>, faults: &mut Faults) {
    for indicator in indicators.values() {
        for related in &indicator.related {
            let id = related.indicator.as_str();
            let (message, hint) = if related.indicator == indicator.id {
                ("an indicator is not related to itself".to_owned(), "name another one".to_owned())
            } else if indicators.contains_key(&related.indicator)
                || faults.is_broken(Code::UnknownIndicator, id)
            {
                continue;
            } else {
                let hint = nearest(id, indicators.keys().map(IndicatorId::as_str)).map_or_else(
                    || "write the name of a file in indicators/ without \".yaml\"".to_owned(),
                    |near| format!("did you mean \"{near}\"?"),
                );
                (format!("there is no indicator \"{id}\""), hint)
            };
            let found = Diagnostic::new(Code::UnknownIndicator, related.origin.clone(), message);
            faults.push(found.hint(hint));
        }
    }
}
