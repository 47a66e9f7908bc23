//! What published methods read from a trend, with all that went in.

use crate::evaluate::{MethodReading, TrendPoint, TrendReading};
use crate::model::{Better, Period, TrendMethod};
use crate::view::context::LangContext;
use crate::view::page::TrendView;

/// The table of the methods, and what a reader should know besides.
pub(in crate::view) fn trend(ctx: &LangContext<'_>, reading: &TrendReading) -> TrendView {
    let word = |name: &str| ctx.locale.word(name);
    let value = |year: i16, value| {
        ctx.say("trend-base", &[("year", &year.to_string()), ("value", &ctx.locale.number(value))])
    };
    let points = [reading.base, reading.current].into_iter().flatten();
    let inputs: Vec<String> = points
        .map(|point| value(point.year, point.value))
        .chain(reading.target.map(|(year, target)| value(year, target)))
        .collect();
    let inputs = ctx.locale.list(&inputs);
    TrendView {
        head: vec![word("trend-method"), word("trend-result"), word("trend-inputs")],
        rows: reading.readings.iter().map(|one| row(ctx, one, &inputs)).collect(),
        notes: notes(ctx, reading),
        disagree: reading.disagree.then(|| word("trend-disagree")),
    }
}

fn row(ctx: &LangContext<'_>, one: &MethodReading, inputs: &str) -> Vec<String> {
    let locale = ctx.locale;
    let method = match one.method {
        TrendMethod::Linear => "trend-linear",
        TrendMethod::OpenSdg => "trend-open-sdg",
        TrendMethod::Eurostat => "trend-eurostat",
    };
    let mut result = locale.sentence(&locale.word(&format!("trend-{}", one.category.as_str())));
    if let Some(score) = one.score {
        result = ctx.say("trend-with-score", &[("result", &result), ("score", &locale.number(score))]);
    }
    let formula = locale.word(&format!("trend-formula-{}", one.formula.as_str()));
    let cuts: Vec<String> = one.cuts.iter().map(|cut| locale.number(*cut)).collect();
    let mut based = vec![locale.sentence(&ctx.say("trend-from", &[("inputs", inputs)]))];
    match (one.progress, one.gap) {
        (Some(progress), _) => {
            let progress = locale.number(progress);
            based.push(locale.sentence(&ctx.say(
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

fn notes(ctx: &LangContext<'_>, reading: &TrendReading) -> Vec<String> {
    let mut notes = Vec::new();
    match reading.better {
        Better::Higher => notes.push(ctx.locale.word("trend-better-higher")),
        Better::Lower => notes.push(ctx.locale.word("trend-better-lower")),
        Better::Range => {}
    }
    if let Some(limit) = reading.limit {
        notes.push(ctx.say("trend-limit", &[("limit", &ctx.locale.number(limit))]));
    }
    if let Some(base) = reading.base.filter(|base| base.year != reading.base_year) {
        let (asked, used) = (reading.base_year.to_string(), base.year.to_string());
        notes.push(ctx.say("trend-base-moved", &[("asked", &asked), ("used", &used)]));
    }
    let is_calendar = |point: &TrendPoint| {
        let year = Period::year(point.year);
        year.is_ok_and(|year| year.contains(&point.period))
    };
    let mut points: Vec<TrendPoint> = [reading.base, reading.current].into_iter().flatten().collect();
    points.dedup();
    for point in points.iter().filter(|point| !is_calendar(point)) {
        let (year, period) = (point.year.to_string(), ctx.locale.period(&point.period));
        notes.push(ctx.say("trend-twelve-months", &[("year", &year), ("period", &period)]));
    }
    for why in ["no_year", "no_plain_number", "other_of_the_year"] {
        let count = reading.left_out.iter().filter(|(_, cause)| cause.as_str() == why).count();
        if count > 0 {
            notes.push(ctx.say(&format!("trend-left-out-{why}"), &[("count", &count.to_string())]));
        }
    }
    notes
}
