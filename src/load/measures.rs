//! The built-in units of measure. What they are called stands with each language.

use crate::locale::lang;
use crate::model::{Lang, MeasurementUnit, MeasurementUnitId, Text, UnitStyle};
use std::collections::BTreeMap;

/// Id and style.
const BUILT_IN: &[(&str, UnitStyle)] = {
    use UnitStyle::{Count, Money, Percent, Size};
    &[
        ("person", Count),
        ("person-time", Count),
        ("household", Count),
        ("yuan", Money),
        ("percent", Percent),
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

/// The built-in units by id.
pub(super) fn built_in() -> BTreeMap<MeasurementUnitId, MeasurementUnit> {
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
            Some((id.clone(), MeasurementUnit { id, title, style: *style }))
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
}
