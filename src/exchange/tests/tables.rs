//! Tests of the CSV files.

use super::{table, world};
use crate::exchange::{csv, indicator};

#[test]
fn the_tables_say_the_same_flat() {
    let (report, evaluation) = world();
    let indicators = table(&csv::indicators(&report, &evaluation));
    assert_eq!(indicators.len(), 3);
    assert_eq!(indicators[2]["title"], "'=吸纳,\"劳动力\"\n就业</script><b>");
    assert_eq!((&*indicators[2]["title_en"], &*indicators[0]["title_en"]), ("Workers", ""));
    assert_eq!((&*indicators[2]["task"], &*indicators[2]["baseline_high"]), ("5.2", "11500"));

    let targets = table(&csv::targets(&report, &evaluation));
    assert_eq!(targets.len(), report.indicators.values().map(|one| one.targets.len()).sum::<usize>());
    let last = targets.last().expect("a target");
    assert_eq!((&*last["value"], &*last["range_low"], &*last["range_high"]), ("", "1", "15000"));

    let actuals = table(&csv::actuals(&report, &evaluation));
    assert_eq!((&*actuals[0]["low"], &*actuals[0]["as_written"]), ("-3.205", "'-3.20%"));
    assert_eq!((&*actuals[2]["used_for"], &*actuals[2]["locator"]), ("floor; cap", "'-帮助就业"));
    assert_eq!((&*actuals[4]["start"], &*actuals[4]["note"]), ("", "'+注"));
    assert_eq!((&*actuals[5]["superseded"], &*actuals[5]["superseded_by"]), ("true", "1"));
    assert_eq!(actuals[5]["source_title"], "'=专题");

    let verdicts = table(&csv::verdicts(&report, &evaluation));
    let behind = verdicts.iter().find(|row| row["status"] == "behind").expect("a verdict");
    assert_eq!((&*behind["low"], &*behind["high"], &*behind["attainment_low"]), ("2127", "", "26.587599"));
    assert_eq!((&*behind["floor_actuals"], &*behind["cap_actuals"]), ("0", "1; 2"));
    assert_eq!((&*behind["settled_by_end"], &*behind["exceeded"]), ("2020-12-31", "true"));
    assert!(
        behind["reasons"].ends_with(
            "left_out:source_not_yet_published; left_out:not_a_result; left_out:others_prove_more"
        )
    );
}

#[test]
fn an_indicator_has_one_table_of_what_was_promised_and_reported() {
    let (report, evaluation) = world();
    let workers = &report.indicators["workers"];
    let rows = table(&indicator::csv(&report, &evaluation, workers));
    let kinds: Vec<&str> = rows.iter().map(|row| &*row["row"]).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "target").count(), workers.targets.len());
    assert_eq!((kinds[0], kinds.last()), ("baseline", Some(&"actual")));
    let target = &rows[3];
    assert_eq!((&*target["low"], &*target["high"], &*target["qualifier"]), ("8000", "", "at_least"));
    assert_eq!((&*target["status"], &*target["proven_low"], &*target["used_for"]), ("behind", "2127", ""));
    let actual = rows.iter().find(|row| row["index"] == "0").expect("a figure");
    assert_eq!((&*actual["low"], &*actual["used_for"], &*actual["status"]), ("2127", "floor; cap", ""));
    let park = table(&indicator::csv(&report, &evaluation, &report.indicators["park"]));
    assert_eq!((&*park[0]["qualifier"], &*park[0]["low"], &*park[0]["unit"]), ("done", "", ""));
}
