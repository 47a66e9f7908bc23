//! Series with what was planned for them.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![state(), below_zero(), yearly(), average(), limit(), bands(), margins(), several()]
}

const POINTS: (Swatch, &str) = (Swatch::Point, "已公布");
const BEFORE: (Swatch, &str) = (Swatch::PointBefore, "基期");
const PATH: (Swatch, &str) = (Swatch::Path, "计划进度");
const CEILING: (Swatch, &str) = (Swatch::PlanMaximum, "计划上限");

fn point(at: i32, value: f64, label: &str) -> TrendPoint {
    TrendPoint {
        at,
        label: at.to_string(),
        value: Some(Value::exact(value, label)),
        interaction: tip(&format!("{at}年{label}")),
        ..TrendPoint::default()
    }
}

fn before(at: i32, value: f64, label: &str) -> TrendPoint {
    let value = Value { coverage: Coverage::Earlier, ..Value::exact(value, label) };
    TrendPoint { value: Some(value), ..point(at, 0.0, label) }
}

fn aim(at: i32, kind: PlanKind, label: &str, status: Status, text: &str) -> Aim {
    Aim {
        at,
        from: None,
        label: at.to_string(),
        plan: Plan { kind, label: label.into() },
        verdict: verdict(status, text),
        interaction: tip(label),
    }
}

fn one(series: Series) -> Plot {
    Plot::Trend(Trend {
        series: vec![Series { zero: "0".into(), ..series }], gap: "其间未见公布".into()
    })
}

/// From a baseline along the planned way to what is asked at its end.
fn state() -> ChartSpec {
    let series = Series {
        points: vec![
            before(2020, 23.2, "23.2%"),
            TrendPoint { after_gap: true, ..point(2022, 23.6, "23.6%") },
            point(2023, 23.8, "23.8%"),
            TrendPoint { hollow: true, ..point(2024, 23.9, "23.9%") },
        ],
        path: vec![(2020, 23.2), (2025, 24.1)],
        aims: vec![aim(2025, PlanKind::Minimum(24.1), "≥24.1%", Status::UnderWay, "进行中")],
        ..Series::default()
    };
    framed("series-state", "森林覆盖率：23.9%（2024年），目标24.1%，进行中", "比率（%）", one(series))
        .key(&[BEFORE, POINTS, (Swatch::PointHollow, "初步数"), PATH, FLOOR])
        .note("纵轴不从零开始。")
}

/// A fall that is asked, all of it since the first day.
fn below_zero() -> ChartSpec {
    let series = Series {
        points: vec![
            point(2021, -3.1, "−3.1%"),
            point(2022, -5.4, "−5.4%"),
            point(2023, -5.0, "−5.0%"),
            point(2024, -9.2, "−9.2%"),
        ],
        path: vec![(2020, 0.0), (2021, -2.9), (2022, -5.7), (2023, -8.3), (2024, -11.0), (2025, -13.5)],
        aims: vec![aim(2025, PlanKind::Maximum(-13.5), "≤−13.5%", Status::Behind, "进度落后")],
        ..Series::default()
    };
    framed("series-below-zero", "能耗强度：累计降低9.2%，目标13.5%，进度落后", "累计增减（%）", one(series))
        .key(&[POINTS, PATH, CEILING])
}

/// One floor for every year.
fn yearly() -> ChartSpec {
    let asked = |at, status| aim(at, PlanKind::Minimum(65.0), "超过65万吨", status, "");
    let series = Series {
        points: vec![
            point(2021, 66.2, "66.2万吨"),
            point(2022, 64.1, "64.1万吨"),
            TrendPoint { breaks: true, ..point(2023, 65.7, "65.7万吨") },
            point(2024, 67.4, "67.4万吨"),
        ],
        aims: vec![
            asked(2021, Status::Met),
            asked(2022, Status::Missed),
            asked(2023, Status::Met),
            asked(2024, Status::Met),
            asked(2025, Status::NoData),
        ],
        ..Series::default()
    };
    framed("series-yearly", "粮食：2022年未达到，其余各年达到", "产量（万吨）", one(series))
        .key(&[POINTS, FLOOR, STATUS_KEY[0], STATUS_KEY[2], STATUS_KEY[5]])
        .note("竖虚线处统计口径改变，两边不可比。纵轴不从零开始。")
}

/// Yearly growth beside the average that is asked, and what the last year must come to.
fn average() -> ChartSpec {
    let level = Aim {
        from: Some(2020),
        ..aim(2025, PlanKind::Exact(6.0), "年均6%左右", Status::Behind, "进度落后")
    };
    let needed = Aim {
        from: Some(2024),
        verdict: None,
        label: String::new(),
        ..aim(2025, PlanKind::Exact(7.9), "2025年须7.9%", Status::Behind, "")
    };
    let series = Series {
        points: vec![
            point(2021, 8.1, "8.1%"),
            point(2022, -1.2, "−1.2%"),
            point(2023, 5.6, "5.6%"),
            point(2024, 5.2, "5.2%"),
        ],
        aims: vec![level],
        needed: Some(needed),
        ..Series::default()
    };
    framed(
        "series-average",
        "地区生产总值：年均4.4%，目标年均6%左右，进度落后",
        "比上年增长（%）",
        one(series),
    )
    .key(&[POINTS, PLAN, (Swatch::Needed, "其余年份须达到")])
}

/// Another limit each year, with a figure of which only an end is known.
fn limit() -> ChartSpec {
    let capped =
        TrendPoint { value: Some(Value::bounds(0.0, Some(2.0), "至多2起")), ..point(2022, 0.0, "") };
    let open = TrendPoint { value: Some(Value::bounds(3.0, None, "3起以上")), ..point(2023, 0.0, "") };
    let series = Series {
        points: vec![point(2021, 5.0, "5起"), capped, open, point(2024, 0.0, "0起")],
        aims: vec![
            aim(2022, PlanKind::Maximum(4.0), "≤4起", Status::Met, ""),
            aim(2023, PlanKind::Maximum(2.0), "≤2起", Status::Missed, ""),
            aim(2024, PlanKind::Maximum(0.0), "0起", Status::Met, ""),
        ],
        ..Series::default()
    };
    framed("series-limit", "事故：2024年0起，目标0起，达到", "起数", one(series))
        .key(&[POINTS, CEILING, STATUS_KEY[0], STATUS_KEY[2]])
        .note("箭头表示至少这么多，没有上限。虚线表示数在此范围之内。")
}

/// A band to stay in.
fn bands() -> ChartSpec {
    let asked = |at, status| aim(at, PlanKind::Range { low: 0.2, high: 0.5 }, "0.2至0.5毫克/升", status, "");
    let part = Value { coverage: Coverage::Part, ..Value::exact(0.34, "0.34毫克/升") };
    let series = Series {
        points: vec![
            point(2022, 0.16, "0.16毫克/升"),
            point(2023, 0.31, "0.31毫克/升"),
            TrendPoint { value: Some(part), ..point(2024, 0.0, "") },
        ],
        aims: vec![asked(2022, Status::Missed), asked(2023, Status::Met), asked(2024, Status::UnderWay)],
        ..Series::default()
    };
    framed("series-band", "余氯：2024年上半年0.34毫克/升，2022年未达到", "平均（毫克/升）", one(series)).key(
        &[
            POINTS,
            (Swatch::PointPart, "只含一部分时段"),
            (Swatch::PlanRange, "计划区间"),
            STATUS_KEY[0],
            STATUS_KEY[1],
            STATUS_KEY[2],
        ],
    )
}

/// Surveys with their confidence intervals, in English.
fn margins() -> ChartSpec {
    let survey =
        |at, value, label: &str, margin| TrendPoint { margin: Some(margin), ..point(at, value, label) };
    let series = Series {
        points: vec![
            TrendPoint { margin: Some((15.1, 21.7)), ..before(2021, 18.4, "18.4%") },
            survey(2023, 14.7, "14.7%", (11.8, 17.6)),
        ],
        path: vec![(2021, 18.4), (2025, 12.0)],
        aims: vec![aim(
            2025,
            PlanKind::Maximum(12.0),
            "≤ 12%",
            Status::OnTrack,
            "On track (within the margin)",
        )],
        ..Series::default()
    };
    let spec = framed(
        "series-margins",
        "Diarrhoea among children under five: 14.7% (2023); target: at most 12%; on track",
        "Rate, all districts, in %",
        one(series),
    );
    ChartSpec { lang: "en".into(), source: "Sources: surveys (invented figures)".into(), ..spec }
        .key(&[
            (Swatch::PointBefore, "Baseline"),
            (Swatch::Point, "Published"),
            (Swatch::Margin, "Confidence interval"),
            (Swatch::Path, "Planned path"),
            (Swatch::PlanMaximum, "Planned maximum"),
        ])
        .note("The vertical axis does not begin at zero.")
}

/// The whole, and its parts as small plots with names.
fn several() -> ChartSpec {
    let place = |name: &str, points: [(f64, &str); 3], asked: (f64, &str), status| Series {
        name: name.into(),
        status: Some(status),
        points: points
            .iter()
            .zip([2020, 2022, 2024])
            .map(|((value, label), at)| point(at, *value, label))
            .collect(),
        path: vec![(2020, points[0].0), (2025, asked.0)],
        aims: vec![aim(2025, PlanKind::Minimum(asked.0), asked.1, status, "")],
        ..Series::default()
    };
    let series = vec![
        place("全市", [(61.0, "61.0%"), (62.5, "62.5%"), (64.1, "64.1%")], (65.0, "≥65%"), Status::Behind),
        place(
            "东城区",
            [(98.1, "98.1%"), (98.3, "98.3%"), (98.5, "98.5%")],
            (98.9, "≥98.9%"),
            Status::OnTrack,
        ),
        place(
            "青山县",
            [(44.0, "44.0%"), (45.9, "45.9%"), (48.2, "48.2%")],
            (48.1, "≥48.1%"),
            Status::Reached,
        ),
        place(
            "石门县",
            [(42.2, "42.2%"), (41.7, "41.7%"), (45.7, "45.7%")],
            (46.7, "≥46.7%"),
            Status::UnderWay,
        ),
    ];
    framed(
        "series-several",
        "城镇化率：64.1%（2024年），目标65%，进度落后；1个县已达到",
        "比率（%），全市与各县区",
        Plot::Trend(Trend { series, gap: String::new() }),
    )
    .key(&[POINTS, PATH, FLOOR, STATUS_KEY[1]])
    .note("各图尺度不同，只与自己的目标比较。")
}
