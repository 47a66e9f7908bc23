//! The built-in units of measure. What they are called stands with each language.

use crate::locale::lang;
use crate::model::{Lang, MeasurementUnit, MeasurementUnitId, Text, UnitStyle};
use std::collections::BTreeMap;

/// Id and style. What the style does not say of them stands in [`MEASURED`] and [`NOT_ADDITIVE`].
const BUILT_IN: &[(&str, UnitStyle)] = {
    use UnitStyle::{Count, Money, Percent, Size};
    &[
        ("person", Count),
        ("person-time", Count),
        ("household", Count),
        ("yuan", Money),
        ("percent", Percent),
        ("percentage-point", Size),
        ("per-mille", Size),
        ("index-point", Size),
        ("times", Size),
        ("item", Count),
        ("project", Count),
        ("event", Count),
        ("visit", Count),
        ("session", Count),
        ("batch", Count),
        ("school", Count),
        ("hospital", Count),
        ("clinic", Count),
        ("village", Count),
        ("town", Count),
        ("county", Count),
        ("enterprise", Count),
        ("workshop", Count),
        ("job", Count),
        ("department", Count),
        ("group", Count),
        ("pair", Count),
        ("message", Count),
        ("order", Count),
        ("vehicle-trip", Count),
        ("vehicle", Count),
        ("line", Count),
        ("greenhouse", Count),
        ("station", Count),
        ("tonne", Size),
        ("kilometre", Size),
        ("square-metre", Size),
        ("square-kilometre", Size),
        ("mu", Size),
        ("celsius", Size),
        ("day", Count),
        ("year", Count),
    ]
};

/// Units whose numbers are written as counts, but which are measured: a whole number of them is rounded.
const MEASURED: &[&str] = &["day", "year"];

/// Units whose amounts do not add over places, besides per cent. Years are years of schooling or of life.
const NOT_ADDITIVE: &[&str] = &["percentage-point", "per-mille", "index-point", "times", "celsius", "year"];

/// What the style of a unit says of it, where nothing else is said: whether its things are counted, and
/// whether amounts of it add over places.
pub(super) fn by_style(style: UnitStyle) -> (bool, bool) {
    (style == UnitStyle::Count, style != UnitStyle::Percent)
}

/// The built-in units of measure by id.
pub fn built_in() -> BTreeMap<MeasurementUnitId, MeasurementUnit> {
    BUILT_IN
        .iter()
        .filter_map(|(name, style)| {
            let id = MeasurementUnitId::new(name).ok()?;
            let word = |language: &'static lang::Language| {
                let (_, word) = language.units.iter().find(|(unit, _)| unit == name)?;
                Some((Lang::new(language.tag), (*word).to_owned()))
            };
            let words = lang::all().iter().filter_map(word).collect();
            let title = Text::new(&Lang::new(lang::all().first()?.tag), words)?;
            let (counted, additive) = by_style(*style);
            let unit = MeasurementUnit {
                title,
                aliases: Vec::new(),
                style: *style,
                counted: counted && !MEASURED.contains(&id.as_str()),
                additive: additive && !NOT_ADDITIVE.contains(&id.as_str()),
                averages: false,
                id: id.clone(),
            };
            Some((id, unit))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_unit_has_a_valid_id_and_a_word_in_each_language() {
        assert_eq!(built_in().len(), BUILT_IN.len());
        for language in lang::all() {
            assert_eq!(language.units.len(), BUILT_IN.len(), "{}", language.tag);
        }
    }

    #[test]
    fn the_lists_of_exceptions_name_units_that_exist() {
        let units = built_in();
        for id in MEASURED.iter().chain(NOT_ADDITIVE) {
            assert!(units.contains_key(*id), "{id}");
        }
    }

    #[test]
    fn things_are_counted_and_sizes_are_measured() {
        let units = built_in();
        let of = |id: &str| (units[id].counted, units[id].additive);
        for id in ["person", "village", "household", "project"] {
            assert_eq!(of(id), (true, true), "{id}");
        }
        for id in ["tonne", "kilometre", "yuan", "day"] {
            assert_eq!(of(id), (false, true), "{id}");
        }
        for id in ["percent", "per-mille", "index-point", "celsius", "year"] {
            assert_eq!(of(id), (false, false), "{id}");
        }
        assert!(units.values().all(|unit| !unit.averages));
    }
}
