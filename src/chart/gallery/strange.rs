//! Specs no report would make on purpose.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![empty(), single_without_anything(), zeroes(), huge(), forty(), words_too_long()]
}

fn column(label: &str, value: Option<Value>, plan: Option<Plan>) -> Column {
    Column { label: label.into(), value, plan, ..Column::default() }
}

fn columns(columns: Vec<Column>) -> Plot {
    Plot::Columns(Columns { columns, no_data: "无数据".into() })
}

fn empty() -> ChartSpec {
    framed("strange-empty", "没有任何年份", "", columns(Vec::new()))
}

fn single_without_anything() -> ChartSpec {
    framed("strange-single", "只有一年，没有数据", "没有计划", columns(vec![column("2018年", None, None)]))
}

fn zeroes() -> ChartSpec {
    let zero = || Some(Value::exact(0.0, "0"));
    let plot = columns(vec![
        column("2018年", zero(), exactly(0.0, "0")),
        column("2019年", zero(), minimum(0.0, "≥0")),
    ]);
    framed("strange-zero", "计划和实际都是零", "数值都为零", plot)
}

fn huge() -> ChartSpec {
    let plot = columns(vec![
        column("2018年", Some(Value::exact(1e300, "极大")), exactly(1.0, "1")),
        column("2019年", Some(Value::exact(f64::NAN, "不是数")), exactly(1.0, "1")),
        column("2020年", Some(Value::bounds(-5.0, Some(f64::INFINITY), "负数起")), exactly(1.0, "1")),
    ]);
    framed("strange-huge", "数值极大、无穷或不是数", "仍然画得出", plot)
}

fn forty() -> ChartSpec {
    let all = (1..=40)
        .map(|at| column(&format!("第{at}期"), Some(Value::exact(f64::from(at), at.to_string())), None));
    framed("strange-forty", "四十个时期", "横排", columns(all.collect()))
}

fn words_too_long() -> ChartSpec {
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let milestones = vec![Milestone {
        date: word.into(),
        text: word.into(),
        remark: Some(word.into()),
        status: Status::Met,
        interaction: Interaction { tip: Some(word.into()), href: Some("a.html?b=1&c=\"2\"".into()) },
    }];
    let mut spec = framed("strange-words", word, word, Plot::Timeline(Timeline { milestones }))
        .key(&[(Swatch::Actual, word)]);
    spec.source = word.into();
    spec
}
