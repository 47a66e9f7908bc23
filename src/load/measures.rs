//! The built-in units of measure.

use crate::model::{Lang, MeasurementUnit, MeasurementUnitId, Text, UnitStyle};
use std::collections::BTreeMap;

/// Id, Chinese word, English word (one|many), style.
const BUILT_IN: &[(&str, &str, &str, UnitStyle)] = {
    use UnitStyle::{Count, Money, Percent, Size};
    &[
        ("person", "人", "person|people", Count),
        ("person-time", "人次", "person-time|person-times", Count),
        ("household", "户", "household|households", Count),
        ("yuan", "元", "yuan", Money),
        ("percent", "%", "%", Percent),
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
        ("session", "个", "session|workshops", Count),
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
            Some((id.clone(), MeasurementUnit { id, title, style: *style }))
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
}
