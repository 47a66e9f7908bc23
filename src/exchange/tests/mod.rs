//! Tests of the files against the contract of `docs/data.md`.

mod tables;

use super::world::{AS_OF, evaluation, reasons, report};
use super::{files, indicator, json};
use crate::evaluate::{Evaluation, evaluate};
use crate::model::Report;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const DOCS: &str = include_str!("../../../docs/data.md");

const KEYS: [(&str, &[&str]); 8] = [
    ("", &["as_of", "plans", "sources", "indicators", "claims"]),
    ("/plans/0", &["id", "title", "number", "period", "scope", "source", "actions"]),
    ("/plans/0/actions/0/tasks/0", &["number", "title", "due", "lead", "partner", "indicators"]),
    ("/sources/0", &["id", "title", "publisher", "published", "kind", "language", "url"]),
    (
        "/indicators/2",
        &[
            "id", "title", "unit", "measure", "better", "scope", "task", "targets", "actuals", "verdicts",
            "trend",
        ],
    ),
    (
        "/indicators/2/targets/0",
        &["id", "start", "end", "scope", "condition", "value", "due", "source", "locator"],
    ),
    (
        "/indicators/2/actuals/0",
        &["start", "end", "scope", "low", "high", "as_written", "qualifier", "source", "locator", "used_for"],
    ),
    (
        "/indicators/2/verdicts/0",
        &["target", "status", "low", "high", "attainment_low", "attainment_high", "reasons"],
    ),
];

fn world() -> (Report, Evaluation) {
    let report = report();
    let evaluation = evaluation(&report);
    (report, evaluation)
}

fn parsed() -> Value {
    let (report, evaluation) = world();
    let text = json::report(&report, &evaluation);
    assert!(text.ends_with("}\n") && !text.ends_with("\n\n"));
    serde_json::from_str(&text).expect("JSON")
}

/// The records of a CSV file, each by column.
fn table(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("a mark");
    assert!(text.ends_with("\r\n"));
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    assert_eq!(head.iter().collect::<BTreeSet<_>>().len(), head.len(), "each column once");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| head.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()).collect()
}

fn is_json(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|ending| ending == "json")
}

#[test]
fn every_key_of_the_contract_is_there() {
    let value = parsed();
    for (place, keys) in KEYS {
        let record = value.pointer(place).unwrap_or_else(|| panic!("{place}"));
        for key in keys {
            assert!(record.get(key).is_some(), "{place}/{key}");
        }
    }
    for key in ["source", "text", "computed", "outcome"] {
        assert!(value["claims"][0].get(key).is_some(), "claims/{key}");
    }
    assert_eq!(value["schema_version"], 1);
    assert_eq!(value["generator"], json!({ "name": "shanhai", "version": env!("CARGO_PKG_VERSION") }));
    assert_eq!(value["as_of"], "2020-09-30");
    assert_eq!(value["licence"]["title"], json!({ "zh-Hans": "CC BY 4.0" }));
    assert_eq!(value["counts"]["met"], 1);
    assert_eq!(value["counts"]["missed"], 0);
}

#[test]
fn a_plan_leads_from_tasks_to_indicators() {
    let plan = &parsed()["plans"][0];
    assert_eq!(plan["period"], json!({ "start": "2018-01-01", "end": "2020-12-31" }));
    let task = &plan["actions"][0]["tasks"][0];
    assert_eq!(task["number"], "5.2");
    assert_eq!(task["lead"], json!(["bureau"]));
    assert_eq!(task["indicators"], json!(["park", "workers"]));
}

#[test]
fn a_target_says_value_or_range_and_what_it_was() {
    let targets = parsed()["indicators"][2]["targets"].clone();
    let first = &targets[0];
    assert_eq!(first["id"], "workers@2018");
    assert_eq!((&first["condition"], &first["value"]), (&json!("at_least"), &json!("8000")));
    assert_eq!(first.get("range"), None);
    assert_eq!(first["revisions"][0]["was"], json!({ "condition": "between", "range": ["5000", "6000"] }));
    assert_eq!(first["revisions"][0]["dropped"], false);
    let planned = targets.as_array().expect("targets").last().expect("one");
    assert_eq!(planned["range"], json!(["1", "15000"]));
    assert_eq!(planned.get("value"), None);
    assert_eq!((&planned["due"], &planned["pace"]), (&json!("2020-10-31"), &json!("steps")));
    let whole = targets.as_array().expect("targets").iter().find(|one| one["members"] != json!([]));
    assert_eq!(whole.expect("a whole")["members"].as_array().map(Vec::len), Some(2));
    assert_eq!(parsed()["indicators"][1]["targets"][0]["condition"], "done");
}

#[test]
fn an_actual_says_its_interval_and_null_where_it_is_open() {
    let indicators = &parsed()["indicators"];
    let actuals = &indicators[2]["actuals"];
    assert_eq!((&actuals[0]["low"], &actuals[0]["high"]), (&json!("2127"), &json!("2127")));
    assert_eq!(actuals[0]["used_for"], json!(["floor", "cap"]));
    assert_eq!((&actuals[2]["start"], &actuals[2]["low"]), (&Value::Null, &Value::Null));
    assert_eq!((&actuals[2]["high"], &actuals[2]["as_written"]), (&json!("1254000000"), &json!("12.54亿")));
    assert_eq!((&actuals[3]["superseded"], &actuals[3]["superseded_by"]), (&json!(true), &json!(1)));
    assert_eq!(actuals[3]["as_written"], "1千..0.2万");
    assert_eq!(
        (&actuals[4]["kind"], &actuals[4]["definition"]["zh-Hans"]),
        (&json!("planned"), &json!("只算一月"))
    );
    assert_eq!(
        (&indicators[2]["baseline"]["low"], &indicators[2]["baseline"]["index"]),
        (&json!("10500"), &Value::Null)
    );
    let rate = &indicators[0];
    assert_eq!((&rate["task"], &rate["plan"]), (&Value::Null, &Value::Null));
    assert_eq!((&rate["actuals"][0]["dated"], &rate["actuals"][0]["low"]), (&json!(true), &json!("-3.205")));
    let done = &indicators[1]["actuals"][0];
    assert_eq!(
        (&done["qualifier"], &done["as_written"], &done["low"]),
        (&json!("done"), &Value::Null, &Value::Null)
    );
}

#[test]
fn a_verdict_carries_its_reasons_as_data() {
    let value = parsed();
    let verdict = &value["indicators"][2]["verdicts"][2];
    assert_eq!(
        (&verdict["status"], &verdict["low"], &verdict["high"]),
        (&json!("behind"), &json!("2127"), &Value::Null)
    );
    assert_eq!(verdict["attainment_low"], "26.587599");
    assert_eq!(verdict["path"]["planned"], "3322.4");
    assert_eq!(
        verdict["settled_by"],
        json!({ "reason": "needs", "start": "2020-01-01", "end": "2020-12-31", "scope": "own" })
    );
    let said = verdict["reasons"].as_array().expect("reasons");
    assert_eq!(said.len(), reasons().len());
    for (said, meant) in said.iter().zip(reasons()) {
        assert_eq!(said["reason"], meant.as_str());
    }
    let of = |name: &str| said.iter().find(|one| one["reason"] == name).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(
        *of("floor_from"),
        json!({ "reason": "floor_from", "actuals": [0], "less": [2], "total": "2127", "open": true })
    );
    assert_eq!(*of("only_cap"), json!({ "reason": "only_cap" }));
    assert_eq!(of("cap_spans_more")["outside"], json!([{ "start": null, "end": "2017-12-31" }]));
    assert_eq!(
        (&of("cap_spans_more")["wider"], &of("cap_spans_more")["beyond"]),
        (&json!("both"), &Value::Null)
    );
    assert_eq!(of("member_counts")["counts"]["met"], 2);
    let planned = said.iter().find(|one| one["why"] == "not_a_result").expect("left out");
    assert_eq!(planned["kind"], "planned");
}

#[test]
fn claims_conflicts_and_trends_are_there() {
    let value = parsed();
    let claim = &value["claims"][0];
    assert_eq!(
        (&claim["source"], &claim["computed"], &claim["outcome"]),
        (&json!("feature"), &json!("0.494651"), &json!("holds"))
    );
    assert_eq!(claim["of"][0], json!({ "indicator": "workers", "actual": 0, "baseline": null }));
    assert_eq!(claim["states"], json!({ "qualifier": "nearly", "as_written": "0.5" }));
    assert_eq!(
        (&value["conflicts"][0]["kind"], &value["conflicts"][0]["start"]),
        (&json!("parts_exceed_whole"), &Value::Null)
    );
    assert_eq!(
        value["indicators"][2]["trend"]["base"],
        json!({ "year": 2017, "value": "11000", "start": "2017-01-01", "end": "2017-12-31", "actual": 0 })
    );
    assert_eq!(value["indicators"][2]["trend"]["base_year"], 2016);
    assert_eq!(value["indicators"][2]["trend"]["left_out"], json!([{ "actual": 1, "why": "no_year" }]));
    let reading = &value["indicators"][2]["trend"]["readings"][0];
    assert_eq!(reading["formula"], "growth_over_needed");
    assert_eq!(reading["cuts"], json!(["0.95", "0.6", "0"]));
    assert_eq!(value["indicators"][2]["trend"]["readings"][0]["method"], "open-sdg");
    let units: Vec<_> =
        value["measurement_units"].as_array().expect("units").iter().map(|one| &one["id"]).collect();
    assert_eq!(units, ["percent", "person"]);
    assert_eq!(value["measurement_units"][1]["title"]["en"], "people");
    assert_eq!(value["groups"][0]["members"], json!(["town-a", "town-b"]));
}

#[test]
fn the_json_of_an_indicator_is_its_part_of_the_report_and_can_be_read_alone() {
    let (report, evaluation) = world();
    let whole = parsed();
    for (place, one) in report.indicators.values().enumerate() {
        let value: Value = serde_json::from_str(&indicator::json(&report, &evaluation, one)).expect("JSON");
        assert_eq!(value["indicator"], whole["indicators"][place]);
        let ids = |key: &str| -> Vec<&str> {
            value[key].as_array().expect(key).iter().filter_map(|one| one["id"].as_str()).collect()
        };
        for actual in value["indicator"]["actuals"].as_array().expect("actuals") {
            assert!(ids("sources").contains(&actual["source"].as_str().expect("a source")));
            assert!(ids("scopes").contains(&actual["scope"].as_str().expect("a scope")));
        }
        assert!(ids("sources").contains(&"plan") && ids("scopes").contains(&"both"));
    }
}

#[test]
fn the_same_input_gives_the_same_files_each_at_its_own_path() {
    let (report, evaluation) = world();
    let once = files(&report, &evaluation);
    assert_eq!(once, files(&report, &evaluation));
    let (again, said_again) = world();
    assert_eq!(once, files(&again, &said_again));
    let paths: BTreeSet<_> = once.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), once.len());
    assert_eq!(once.len(), 5 + 2 * report.indicators.len());
    assert!(paths.contains("indicators/workers/data.csv") && paths.contains("data/report.json"));
    for (path, bytes) in &once {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(!is_json(path) || !text.contains('<'), "{path}");
    }
}

#[test]
fn an_evaluation_that_knows_nothing_still_gives_the_facts() {
    let report = report();
    for said in [evaluate(&report, AS_OF), Evaluation { indicators: BTreeMap::new(), ..evaluation(&report) }]
    {
        let value: Value = serde_json::from_str(&json::report(&report, &said)).expect("JSON");
        assert_eq!(value["indicators"][2]["actuals"][0]["low"], "2127");
        assert!(files(&report, &said).iter().all(|(_, bytes)| !bytes.is_empty()));
    }
}

#[test]
fn every_key_and_column_is_explained() {
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| {
                found.insert(key.clone());
                keys(value, found);
            }),
            Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let (report, evaluation) = world();
    let mut names = BTreeSet::new();
    for (path, bytes) in files(&report, &evaluation) {
        if is_json(&path) {
            keys(&serde_json::from_slice(&bytes).expect("JSON"), &mut names);
        } else {
            names.extend(table(&bytes)[0].keys().cloned());
        }
    }
    names.retain(|name| !["zh-Hans", "en", "en-XA", "title_en"].contains(&name.as_str()));
    let missing: Vec<_> = names.iter().filter(|name| !DOCS.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/data.md does not explain {missing:?}");
}
