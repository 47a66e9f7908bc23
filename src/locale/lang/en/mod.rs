//! English.

mod forms;
mod wording;

use super::{Language, Rules, Scaling};
use std::borrow::Cow;

pub(super) fn language() -> Language {
    Language {
        tag: "en",
        name: "English",
        converts_to: None,
        messages: Cow::Borrowed(include_str!("messages.ftl")),
        interface: Cow::Borrowed(include_str!("interface.ftl")),
        forms: Cow::Borrowed(include_str!("forms.ftl")),
        codes: Cow::Borrowed(include_str!("codes.ftl")),
        rules: RULES,
        wording: wording::wording(),
        form_words: forms::FORMS,
        units: UNITS,
    }
}

/// CNY 1.254 billion, January–May 2020.
const RULES: Rules = Rules {
    scales: &[(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")],
    money: Scaling { from: 1_000_000, decimals: 4 },
    count: Scaling { from: 1_000_000, decimals: 2 },
    written: Some(Scaling { from: 1_000_000, decimals: 4 }),
    groups_scaled: true,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    capitals: true,
    heading_number: None,
};

const UNITS: &[(&str, &str)] = &[
    ("person", "person|people"),
    ("person-time", "person-time|person-times"),
    ("household", "household|households"),
    ("yuan", "yuan"),
    ("percent", "%"),
    ("percentage-point", "percentage point|percentage points"),
    ("per-mille", "‰"),
    ("index-point", "point|points"),
    ("times", "times"),
    ("item", "|"),
    ("project", "project|projects"),
    ("event", "event|events"),
    ("visit", "visit|visits"),
    ("session", "session|sessions"),
    ("batch", "batch|batches"),
    ("school", "school|schools"),
    ("hospital", "hospital|hospitals"),
    ("clinic", "clinic|clinics"),
    ("village", "village|villages"),
    ("town", "town|towns"),
    ("county", "county|counties"),
    ("enterprise", "enterprise|enterprises"),
    ("workshop", "workshop|workshops"),
    ("job", "job|jobs"),
    ("department", "department|departments"),
    ("group", "group|groups"),
    ("pair", "pair|pairs"),
    ("message", "message|messages"),
    ("order", "order|orders"),
    ("vehicle-trip", "trip|trips"),
    ("vehicle", "vehicle|vehicles"),
    ("line", "line|lines"),
    ("greenhouse", "greenhouse|greenhouses"),
    ("station", "station|stations"),
    ("tonne", "tonne|tonnes"),
    ("kilometre", "km"),
    ("square-metre", "m²"),
    ("square-kilometre", "km²"),
    ("mu", "mu"),
    ("celsius", "°C"),
    ("day", "day|days"),
    ("year", "year|years"),
];
