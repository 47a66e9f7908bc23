//! The built-in units of measure.

use crate::model::{Lang, MeasurementUnit, MeasurementUnitId, Text, UnitStyle};
use std::collections::BTreeMap;

/// Id, Chinese word, English word (one|many), style. What the style does not say of them stands in
/// [`MEASURED`] and [`NOT_ADDITIVE`].
const BUILT_IN: &[(&str, &str, &str, UnitStyle)] = {
    use UnitStyle::{Count, Money, Percent, Size};
    &[
        ("person", "人", "person|people", Count),
        ("person-time", "人次", "person-time|person-times", Count),
        ("household", "户", "household|households", Count),
        ("yuan", "元", "yuan", Money),
        ("percent", "%", "%", Percent),
        ("percentage-point", "个百分点", "percentage point|percentage points", Size),
        ("per-mille", "‰", "‰", Size),
        ("index-point", "点", "point|points", Size),
        ("times", "倍", "times", Size),
        ("item", "个", "|", Count),
        ("project", "个", "project|projects", Count),
        ("event", "场", "event|events", Count),
        ("visit", "次", "visit|visits", Count),
        ("session", "期", "session|sessions", Count),
        ("batch", "批次", "batch|batches", Count),
        ("school", "所", "school|schools", Count),
        ("hospital", "家", "hospital|hospitals", Count),
        ("clinic", "个", "clinic|clinics", Count),
        ("village", "个", "village|villages", Count),
        ("town", "个", "town|towns", Count),
        ("county", "个", "county|counties", Count),
        ("enterprise", "家", "enterprise|enterprises", Count),
        ("workshop", "个", "workshop|workshops", Count),
        ("job", "个", "job|jobs", Count),
        ("department", "个", "department|departments", Count),
        ("group", "组", "group|groups", Count),
        ("pair", "对", "pair|pairs", Count),
        ("message", "条", "message|messages", Count),
        ("order", "宗", "order|orders", Count),
        ("vehicle-trip", "车次", "trip|trips", Count),
        ("vehicle", "辆", "vehicle|vehicles", Count),
        ("line", "条", "line|lines", Count),
        ("greenhouse", "个", "greenhouse|greenhouses", Count),
        ("station", "个", "station|stations", Count),
        ("tonne", "吨", "tonne|tonnes", Size),
        ("kilometre", "公里", "km", Size),
        ("square-metre", "平方米", "m²", Size),
        ("square-kilometre", "平方公里", "km²", Size),
        ("mu", "亩", "mu", Size),
        ("celsius", "℃", "°C", Size),
        ("day", "天", "day|days", Count),
        ("year", "年", "year|years", Count),
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

/// The built-in units by id.
pub(super) fn built_in() -> BTreeMap<MeasurementUnitId, MeasurementUnit> {
    BUILT_IN
        .iter()
        .filter_map(|(id, zh, en, style)| {
            let id = MeasurementUnitId::new(id).ok()?;
            let words = BTreeMap::from([
                (Lang::new("zh-Hans"), (*zh).to_owned()),
                (Lang::new("en"), (*en).to_owned()),
            ]);
            let title = Text::new(&Lang::new("zh-Hans"), words)?;
            let (counted, additive) = by_style(*style);
            let unit = MeasurementUnit {
                title,
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
    fn every_built_in_unit_has_a_valid_id() {
        assert_eq!(built_in().len(), BUILT_IN.len());
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
