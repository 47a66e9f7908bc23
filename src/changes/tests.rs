//! What is told of two editions, and what is not.

use super::{Changes, Edition, EditionFault, Kind};
use serde_json::{Value, json};

fn indicator(id: &str, more: &Value) -> Value {
    let mut one = json!({
        "id": id, "title": { "en": id }, "targets": [], "actuals": [], "verdicts": [],
    });
    for (key, value) in more.as_object().expect("an object") {
        one[key] = value.clone();
    }
    one
}

fn edition(as_of: &str, indicators: &[Value]) -> Edition {
    let text = json!({ "schema_version": 1, "as_of": as_of, "indicators": indicators }).to_string();
    Edition::read(&text).expect("an edition")
}

fn figure(year: &str, written: &str, source: &str) -> Value {
    json!({ "start": format!("{year}-01-01"), "end": format!("{year}-12-31"), "scope": "a", "where": {},
        "as_written": written, "qualifier": "value", "source": source, "index": 0 })
}

fn target(id: &str, written: &str) -> Value {
    json!({ "id": id, "condition": "at_least", "as_written": written, "due": "2020-12-31" })
}

fn told(changes: &Changes) -> Vec<(Kind, String, Option<&str>, Option<&str>)> {
    let one = |change: &super::Change| change.indicator.clone();
    changes.changes.iter().map(|c| (c.kind, one(c), c.was.as_deref(), c.is.as_deref())).collect()
}

#[test]
fn what_changed_is_told_and_nothing_else() {
    let before = edition(
        "2020-01-31",
        &[
            indicator(
                "jobs",
                &json!({
                    "actuals": [figure("2018", "5", "x"), figure("2019", "7", "x")],
                    "targets": [target("jobs@2020", "8000"), target("jobs@2021", "1")],
                    "verdicts": [{ "target": "jobs@2020", "status": "undetermined" }],
                }),
            ),
            indicator("beds", &json!({})),
        ],
    );
    let after = edition(
        "2021-01-31",
        &[
            indicator(
                "jobs",
                &json!({
                    // Another order in the file is no change; a figure of another source is a new one.
                    "actuals": [figure("2019", "7.5", "x"), figure("2018", "5", "x"), figure("2018", "5", "y")],
                    "targets": [target("jobs@2020", "9000")],
                    "verdicts": [{ "target": "jobs@2020", "status": "met" }],
                }),
            ),
            indicator("towns", &json!({})),
        ],
    );
    let changes = Changes::between(&before, &after);
    let jobs = || "jobs".to_owned();
    assert_eq!(
        told(&changes),
        [
            (Kind::VerdictTurned, jobs(), Some("undetermined"), Some("met")),
            (Kind::TargetRevised, jobs(), Some("at_least 8000 2020-12-31"), Some("at_least 9000 2020-12-31")),
            (Kind::TargetGone, jobs(), Some("at_least 1 2020-12-31"), None),
            (Kind::FigureAdded, jobs(), None, Some("5")),
            (Kind::FigureCorrected, jobs(), Some("7"), Some("7.5")),
            (Kind::IndicatorAdded, "towns".to_owned(), None, None),
            (Kind::IndicatorGone, "beds".to_owned(), None, None),
        ]
    );
    assert!(changes.text().contains("\nVerdicts that turned (1)\n  jobs@2020: undetermined → met\n"));
    let json: Value = serde_json::from_str(&changes.json()).expect("JSON");
    assert_eq!(json["changes"][0]["kind"], "verdict_turned");
    assert_eq!(
        Changes::between(&before, &before).text(),
        "From 2020-01-31 to 2020-01-31\n\nNothing changed.\n"
    );
}

#[test]
fn what_was_renamed_is_the_same_thing() {
    let held = json!({ "targets": [target("jobs@2020", "1")], "actuals": [figure("2018", "5", "x")] });
    let before = edition("2020-01-31", &[indicator("jobs", &held)]);
    let after = json!({ "targets": [target("workers@2020", "1")], "actuals": [figure("2018", "5", "x")], "aliases": ["jobs"] });
    let changes = Changes::between(&before, &edition("2021-01-31", &[indicator("workers", &after)]));
    assert_eq!(
        told(&changes),
        [
            (Kind::Renamed, "workers".to_owned(), Some("jobs"), Some("workers")),
            (Kind::Retitled, "workers".to_owned(), Some("jobs"), Some("workers")),
        ]
    );
}

#[test]
fn what_is_no_edition_is_refused() {
    assert!(matches!(Edition::read("{}"), Err(EditionFault::Form(_))));
    let other = json!({ "schema_version": 2, "as_of": "2020-01-31", "indicators": [] }).to_string();
    assert_eq!(Edition::read(&other), Err(EditionFault::Version(2)));
}
