//! What published methods read from a trend, with all that went in.

use super::desk::Desk;
use super::page::TrendView;
use crate::evaluate::{MethodReading, TrendPoint, TrendReading};
use crate::model::{Better, Period, TrendMethod};

/// The table of the methods, and what a reader should know besides.
pub(super) fn trend(desk: &Desk<'_>, reading: &TrendReading) -> TrendView {
    let word = |name: &str| desk.locale.word(name);
    let value = |year: i16, value| {
        desk.say("trend-base", &[("year", &year.to_string()), ("value", &desk.locale.number(value))])
    };
    let points = [reading.base, reading.current].into_iter().flatten();
    let inputs: Vec<String> = points
        .map(|point| value(point.year, point.value))
        .chain(reading.target.map(|(year, target)| value(year, target)))
        .collect();
    let inputs = desk.locale.list(&inputs);
    TrendView {
        head: vec![word("trend-method"), word("trend-result"), word("trend-inputs")],
        rows: reading.readings.iter().map(|one| row(desk, one, &inputs)).collect(),
        notes: notes(desk, reading),
        disagree: reading.disagree.then(|| word("trend-disagree")),
    }
}

fn row(desk: &Desk<'_>, one: &MethodReading, inputs: &str) -> Vec<String> {
    let locale = desk.locale;
    let method = match one.method {
        TrendMethod::Linear => "trend-linear",
        TrendMethod::OpenSdg => "trend-open-sdg",
        TrendMethod::Eurostat => "trend-eurostat",
    };
    let mut result = locale.sentence(&locale.word(&format!("trend-{}", one.category.as_str())));
    if let Some(score) = one.score {
        result = desk.say("trend-with-score", &[("result", &result), ("score", &locale.number(score))]);
    }
    let formula = locale.word(&format!("trend-formula-{}", one.formula.as_str()));
    let cuts: Vec<String> = one.cuts.iter().map(|cut| locale.number(*cut)).collect();
    let mut based = vec![locale.sentence(&desk.say("trend-from", &[("inputs", inputs)]))];
    match (one.progress, one.gap) {
        (Some(progress), _) => {
            let progress = locale.number(progress);
            based.push(locale.sentence(&desk.say(
                "trend-number",
                &[("formula", &formula), ("progress", &progress), ("cuts", &locale.list(&cuts))],
            )));
        }
        (None, Some(gap)) => based.push(locale.word(&format!("trend-gap-{}", gap.as_str()))),
        (None, None) => {}
    }
    if inputs.is_empty() {
        based.remove(0);
    }
    vec![locale.word(method), result, locale.sentences(&based)]
}

fn notes(desk: &Desk<'_>, reading: &TrendReading) -> Vec<String> {
    let mut notes = Vec::new();
    match reading.better {
        Better::Higher => notes.push(desk.locale.word("trend-better-higher")),
        Better::Lower => notes.push(desk.locale.word("trend-better-lower")),
        Better::Range => {}
    }
    if let Some(limit) = reading.limit {
        notes.push(desk.say("trend-limit", &[("limit", &desk.locale.number(limit))]));
    }
    if let Some(base) = reading.base.filter(|base| base.year != reading.base_year) {
        let (asked, used) = (reading.base_year.to_string(), base.year.to_string());
        notes.push(desk.say("trend-base-moved", &[("asked", &asked), ("used", &used)]));
    }
    let is_calendar = |point: &TrendPoint| {
        let year = Period::year(point.year);
        year.is_ok_and(|year| year.contains(&point.period))
    };
    let mut points: Vec<TrendPoint> = [reading.base, reading.current].into_iter().flatten().collect();
    points.dedup();
    for point in points.iter().filter(|point| !is_calendar(point)) {
        let (year, period) = (point.year.to_string(), desk.locale.period(&point.period));
        notes.push(desk.say("trend-twelve-months", &[("year", &year), ("period", &period)]));
    }
    for why in ["no_year", "no_plain_number", "other_of_the_year"] {
        let count = reading.left_out.iter().filter(|(_, cause)| cause.as_str() == why).count();
        if count > 0 {
            notes.push(desk.say(&format!("trend-left-out-{why}"), &[("count", &count.to_string())]));
        }
    }
    notes
}
