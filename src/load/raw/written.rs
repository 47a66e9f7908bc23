//! What a text in a file is: a number, a day, a period, an id. All of them are read as texts, as they are written.
//!
//! Their JSON Schemas say the same to an editor, which reads a plain `520` or `2022` as a number and has to let it
//! through, and give it examples to show; `patternErrorMessage` is what it says of another text. The
//! types have no values: a key names one by `#[schemars(with = "…")]`.

use crate::diagnostic::{Code, Severity};
use crate::load::measures;
use crate::locale::lang;
use crate::model::ChartKind;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;
use std::borrow::Cow;

/// Declares kinds of text with the schema of each.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $schema:expr;)*) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

kinds! {
    /// A number as its source writes it.
    Number = json_schema!({
        "title": "number", "type": ["string", "number"], "examples": [2127, "12.54亿", "1.7万", "21.5%"]
    });
    /// A period, or a day.
    Period = json_schema!({
        "title": "period", "type": ["string", "integer"], "minimum": 1900, "maximum": 2200,
        "examples": [2019, "2019-Q1", "2019-05", "2019-05-31", "2018..2020", "..2020-06"]
    });
    /// A year.
    Year = json_schema!({
        "title": "year", "type": ["string", "integer"], "minimum": 1900, "maximum": 2200, "examples": [2030]
    });
    /// A day.
    Day = json_schema!({
        "title": "day", "type": "string", "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$",
        "patternErrorMessage": "write year, month and day: 2020-12-31", "examples": ["2021-05-11"]
    });
    /// A day of every year.
    MonthDay = json_schema!({
        "title": "month and day", "type": "string", "pattern": r"^\s*\d{2}-\d{2}\s*$",
        "patternErrorMessage": "write month and day: 07-01", "examples": ["07-01"]
    });
    /// A day, or a day of every year.
    Due = json_schema!({
        "title": "day", "type": "string", "pattern": r"^\s*(\d{4}-)?\d{2}-\d{2}\s*$",
        "patternErrorMessage": "write month and day (03-31), or a full day (2020-03-31)",
        "examples": ["03-31", "2020-11-30"]
    });
    /// The id of something defined elsewhere.
    Id = json_schema!({
        "title": "id", "type": ["string", "integer"], "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
        "patternErrorMessage": "an id has a-z, 0-9 and hyphens between them", "maxLength": 64
    });
    /// A figure of the same indicator.
    OwnFigure = json_schema!({
        "title": "figure", "type": ["string", "integer"], "examples": [2020, "2020;source=x"]
    });
    /// A figure of any indicator.
    AnyFigure = json_schema!({
        "title": "figure", "type": "string", "pattern": "@",
        "patternErrorMessage": "write indicator@2019", "examples": ["workers-taken-on@2020"]
    });
    /// A web address.
    Url = json_schema!({
        "title": "address", "type": "string", "pattern": "^https?://",
        "patternErrorMessage": "write https://example.org/", "examples": ["https://example.org/"]
    });
    /// A language of the interface.
    LangTag = open("language", lang::tags(cfg!(feature = "traditional")).into_iter());
    /// The id of a unit of measure, built in or the site's own.
    UnitOfMeasure = open("unit of measure", measures::built_in().keys().map(ToString::to_string));
    /// The code of a warning.
    WarningCode = open("code", warnings());
    /// A kind of chart, or none.
    Chart = closed("kind of chart", &["auto", "none"], ChartKind::ALL.map(ChartKind::as_str));
}

/// A word with some that are known, which an editor proposes, and others that it cannot know.
fn open<T: Into<Json>>(title: &str, known: impl Iterator<Item = T>) -> Schema {
    let known: Vec<Json> = known.map(Into::into).collect();
    json_schema!({ "title": title, "anyOf": [{ "type": "string" }, { "enum": known }] })
}

/// One of these words. As a pattern, so that [the loader](crate::load) refuses another one in its own words, and as
/// a list, so that an editor proposes them.
fn closed<const N: usize>(title: &str, first: &[&str], more: [&str; N]) -> Schema {
    let words: Vec<&str> = first.iter().copied().chain(more).collect();
    let (pattern, wrong) =
        (format!("^({})$", words.join("|")), format!("write one of: {}", words.join(", ")));
    json_schema!({
        "title": title,
        "anyOf": [{ "type": "string", "pattern": pattern, "patternErrorMessage": wrong }, { "enum": words }]
    })
}

/// The codes that a site can silence: those that stop no build.
fn warnings() -> impl Iterator<Item = &'static str> {
    Code::ALL.iter().filter(|code| code.severity() == Severity::Warning).map(|code| code.as_str())
}
