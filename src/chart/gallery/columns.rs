//! Yearly columns.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![
        exact(),
        minimum_about(),
        not_comparable(),
        bounds(),
        torn(),
        proven_by_floor(),
        range_and_maximum(),
        mixed(),
        no_plan(),
        long_labels(),
        english(),
        traditional(),
        many(),
    ]
}

fn column(label: &str, value: Option<Value>, plan: Option<Plan>, verdict: Option<Verdict>) -> Column {
    let said = value.as_ref().map_or("无数据", |value| &value.label);
    let interaction = tip(&format!("{label}：{said}"));
    Column { label: label.into(), value, plan, verdict, interaction }
}

fn columns(columns: Vec<Column>) -> Plot {
    Plot::Columns(Columns { columns, no_data: "无数据".into() })
}

fn exact() -> ChartSpec {
    let plot = columns(vec![
        column(
            "2018年",
            Some(Value::exact(1652.0, "1,652")),
            exactly(1600.0, "1,600"),
            verdict(Status::Met, "103%"),
        ),
        column(
            "2019年",
            Some(Value::exact(1987.0, "1,987")),
            exactly(1900.0, "1,900"),
            verdict(Status::Met, "104%"),
        ),
        column(
            "2020年",
            Some(Value::exact(1204.0, "1,204").covering(Coverage::Part, "截至6月")),
            exactly(1900.0, "1,900"),
            verdict(Status::UnderWay, "进行中"),
        ),
    ]);
    framed(
        "columns-exact",
        "招生：2018、2019年均超计划，2020年上半年过六成",
        "每年招收人数与当年计划数（人）",
        plot,
    )
    .key(&[ACTUAL, PLAN, PART])
    .note("框为计划数；斜纹为未满年度，不计完成与否。")
}

fn minimum_about() -> ChartSpec {
    let floor = || minimum(8000.0, "≥8,000");
    let plot = columns(vec![
        column("2018年", Some(Value::exact(7640.0, "7,640")), floor(), verdict(Status::Missed, "95%，差360")),
        column(
            "2019年",
            Some(Value::exact(8300.0, "约8,300").of_kind(ValueKind::About)),
            floor(),
            verdict(Status::Met, "约103%"),
        ),
        column("2020年", None, floor(), verdict(Status::NoData, "无数据")),
    ]);
    framed(
        "columns-minimum",
        "劳务输出：有数据的两年中一年达到下限",
        "每年输出劳动力（人），计划每年不少于8,000人",
        plot,
    )
    .key(&[ACTUAL, FLOOR])
    .note("锯齿顶边表示约数；2020年数据未公布，不作推算。")
}

fn not_comparable() -> ChartSpec {
    let floor = || minimum(1500.0, "≥1,500");
    let plot = columns(vec![
        column(
            "2018年",
            Some(Value::exact(1320.0, "1,320").covering(Coverage::NotComparable, "口径不同")),
            floor(),
            verdict(Status::NotComparable, "口径不可比"),
        ),
        column(
            "2019年",
            Some(Value::exact(1800.0, "超1,800").of_kind(ValueKind::MoreThan)),
            floor(),
            verdict(Status::Met, "超120%"),
        ),
        column(
            "2020年",
            Some(Value::exact(960.0, "960").covering(Coverage::Part, "截至6月")),
            floor(),
            verdict(Status::UnderWay, "进行中"),
        ),
    ]);
    framed(
        "columns-not-comparable",
        "培训人数：2019年达到下限，2018年口径不同不可比",
        "每年培训人次，计划每年不少于1,500人次",
        plot,
    )
    .key(&[ACTUAL, FLOOR, (Swatch::NotComparable, "口径不同"), PART])
    .note("竖虚线：2018年按人数、2019年起按人次统计，前后不可比，浅色柱不与计划比较。“超”为原文用语。")
}

fn bounds() -> ChartSpec {
    let floor = || minimum(8000.0, "≥8,000");
    let plot = columns(vec![
        column(
            "2018年",
            Some(Value::bounds(5127.0, Some(9400.0), "5,127–9,400")),
            floor(),
            verdict(Status::Undetermined, "64%–117%，未定"),
        ),
        column(
            "2019年",
            Some(Value::bounds(2100.0, None, "至少2,100")),
            floor(),
            verdict(Status::Undetermined, "至少26%"),
        ),
        column(
            "2020年",
            Some(Value::bounds(0.0, Some(6900.0), "至多6,900")),
            floor(),
            verdict(Status::Missed, "至多86%"),
        ),
    ]);
    framed(
        "columns-bounds",
        "劳务输出：一年未达到，两年尚不能判定",
        "每年输出劳动力（人），计划每年不少于8,000人",
        plot,
    )
    .key(&[ACTUAL, BOUNDS, FLOOR])
    .note("实心为已证明的下限，点线框为可能到达之处；箭头表示没有上限。")
}

fn torn() -> ChartSpec {
    let plot = columns(vec![
        column(
            "2018年",
            Some(Value::bounds(1022.0, Some(9800.0), "1,022–9,800")),
            exactly(1600.0, "1,600"),
            verdict(Status::Undetermined, "尚不能判定"),
        ),
        column(
            "2019年",
            Some(Value::exact(1987.0, "1,987")),
            exactly(1900.0, "1,900"),
            verdict(Status::Met, "104%"),
        ),
        column(
            "2020年",
            Some(Value::bounds(0.0, Some(9800.0), "至多9,800")),
            exactly(1900.0, "1,900"),
            verdict(Status::Undetermined, "尚不能判定"),
        ),
    ]);
    framed("columns-torn", "招生：三年中只有2019年的数字能与计划比较", "每年招收人数与当年计划数（人）", plot)
        .key(&[ACTUAL, BOUNDS, PLAN])
        .note("撕口表示上限远在图外，按比例画不下。")
}

fn proven_by_floor() -> ChartSpec {
    let floor = || minimum(1500.0, "≥1,500");
    let plot = columns(vec![
        column(
            "2018年",
            Some(Value::bounds(1783.0, None, "至少1,783")),
            floor(),
            verdict(Status::Met, "至少118%"),
        ),
        column("2019年", Some(Value::exact(1810.0, "1,810")), floor(), verdict(Status::Met, "120%")),
        column(
            "2020年",
            Some(Value::bounds(400.0, None, "至少400").covering(Coverage::Part, "截至5月")),
            floor(),
            verdict(Status::OnTrack, "按进度"),
        ),
    ]);
    framed(
        "columns-floor",
        "贫困劳动力培训：两年达到，2020年按进度推进",
        "每年培训人次，计划每年不少于1,500人次",
        plot,
    )
    .key(&[ACTUAL, BOUNDS, FLOOR, PART])
}

fn range_and_maximum() -> ChartSpec {
    let plan = |kind, label: &str| Some(Plan { kind, label: label.into() });
    let plot = columns(vec![
        column(
            "贫困率",
            Some(Value::exact(1.6, "1.6%")),
            plan(PlanKind::Maximum(2.0), "≤2%"),
            verdict(Status::Met, "低于上限"),
        ),
        column(
            "辍学率",
            Some(Value::exact(2.4, "2.4%")),
            plan(PlanKind::Maximum(2.0), "≤2%"),
            verdict(Status::Missed, "高于上限"),
        ),
        column(
            "基地",
            Some(Value::exact(3.4, "3.4")),
            plan(PlanKind::Range { low: 1.0, high: 3.0 }, "1–3"),
            verdict(Status::Exceeded, "超出区间"),
        ),
    ]);
    framed("columns-range-maximum", "一项低于上限，一项高于上限，一项超出计划区间", "三种计划各一例", plot)
        .key(&[ACTUAL, (Swatch::PlanMaximum, "计划上限"), (Swatch::PlanRange, "计划区间")])
}

fn mixed() -> ChartSpec {
    let plot = columns(vec![
        column(
            "2017年",
            Some(Value::exact(1100.0, "1,100").covering(Coverage::Earlier, "计划前")),
            None,
            None,
        ),
        column(
            "2018年",
            Some(Value::exact(1400.0, "1,400")),
            exactly(1600.0, "1,600"),
            verdict(Status::Missed, "87%，差200"),
        ),
        column(
            "2019年",
            Some(Value::exact(2600.0, "2,600")),
            minimum(1900.0, "≥1,900"),
            verdict(Status::Met, "136%"),
        ),
        column(
            "2020年",
            Some(Value::exact(600.0, "600").covering(Coverage::Part, "一季度")),
            minimum(2000.0, "≥2,000"),
            verdict(Status::Behind, "落后"),
        ),
        column("2021年", None, minimum(2000.0, "≥2,000"), verdict(Status::NotDue, "未到期")),
    ]);
    framed(
        "columns-mixed",
        "招生：一年未达到，一年超过下限，2020年落后于进度",
        "每年招收人数与当年计划（人）",
        plot,
    )
    .key(&[ACTUAL, (Swatch::Earlier, "计划以前"), PLAN, FLOOR, PART])
}

fn no_plan() -> ChartSpec {
    let plot = columns(vec![
        column("2018年", Some(Value::exact(12.0, "12.0")), None, None),
        column("2019年", Some(Value::exact(15.5, "15.5")), None, None),
    ]);
    framed("columns-no-plan", "社会捐赠：两年共27.5万元", "每年捐赠（万元），没有计划数", plot)
}

fn long_labels() -> ChartSpec {
    let plan = || minimum(8000.0, "每年不少于8,000人（含省内转移就业）");
    let plot = columns(vec![
        column(
            "2018年1月至12月（计划年度）",
            Some(Value::bounds(5127.0, Some(9400.0), "至少5,127人，至多9,400人（两市合计）")),
            plan(),
            verdict(Status::Undetermined, "在64%与117%之间，尚不能判定"),
        ),
        column(
            "2019年",
            Some(Value::exact(8300.0, "约8,300人").of_kind(ValueKind::About)),
            plan(),
            verdict(Status::Met, "约103%"),
        ),
    ]);
    framed(
        "columns-long",
        "劳务输出：在现有公开数字之内，只有2019年可以判定为达到，其余年份的数字只是两市合计，因此不能判定",
        "每年输出劳动力（人），计划每年不少于8,000人；数字取自年度总结与新闻稿",
        plot,
    )
}

fn english() -> ChartSpec {
    let plot = columns(vec![
        column(
            "2018",
            Some(Value::exact(1652.0, "1,652")),
            exactly(1600.0, "1,600"),
            verdict(Status::Met, "103%"),
        ),
        column(
            "2019",
            Some(Value::bounds(1987.0, None, "at least 1,987")),
            exactly(1900.0, "1,900"),
            verdict(Status::Met, "at least 104%"),
        ),
        column(
            "2020",
            Some(Value::exact(1204.0, "1,204").covering(Coverage::Part, "to June")),
            exactly(1900.0, "1,900"),
            verdict(Status::UnderWay, "in progress"),
        ),
    ]);
    let mut spec = framed(
        "columns-english",
        "Recruitment beat the plan in 2018 and 2019; 2020 stands at 63% by June",
        "Students recruited each year against the three-year plan",
        plot,
    )
    .key(&[
        (Swatch::Actual, "Actual"),
        (Swatch::PlanExact, "Plan"),
        (Swatch::Part, "Part year"),
        (Swatch::Bounds, "Only bounds are proven"),
    ])
    .note("Boxes are plan figures. Hatching marks a part year, not yet judged.");
    spec.lang = "en".into();
    spec.source = "Source: three-year plan and annual summaries (demo data, not real statistics)".into();
    spec
}

fn traditional() -> ChartSpec {
    let floor = || minimum(1500.0, "≥1,500");
    let plot = columns(vec![
        column(
            "2018年",
            Some(Value::exact(1320.0, "1,320").covering(Coverage::NotComparable, "口徑不同")),
            floor(),
            verdict(Status::NotComparable, "口徑不可比"),
        ),
        column(
            "2019年",
            Some(Value::exact(1800.0, "超1,800").of_kind(ValueKind::MoreThan)),
            floor(),
            verdict(Status::Met, "超120%"),
        ),
    ]);
    let mut spec = framed(
        "columns-traditional",
        "培訓人次：2019年達到下限，2018年口徑不同不可比",
        "每年培訓人次，計劃每年不少於1,500人次",
        plot,
    );
    spec.lang = "zh-Hant".into();
    spec.source = "資料來源：三年計劃及年度總結（演示資料，非真實統計）".into();
    spec
}

fn many() -> ChartSpec {
    let plot = columns(
        (0..12)
            .map(|month| {
                let value = 120.0 + f64::from(month * month) * 9.0;
                column(
                    &format!("{}月", month + 1),
                    Some(Value::exact(value, format!("{value}"))),
                    minimum(400.0, "≥400"),
                    verdict(
                        if value < 400.0 { Status::Missed } else { Status::Met },
                        if value < 400.0 { "未达到" } else { "达到" },
                    ),
                )
            })
            .collect(),
    );
    framed("columns-many", "月度输出：十二个月中七个月达到", "2019年每月输出劳动力（人）；柱多则横排", plot)
}
