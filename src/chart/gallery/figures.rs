//! Bullets, running totals, before and after, context.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![
        bullets(),
        bullets_bounds(),
        bullets_english(),
        cumulative(),
        cumulative_bounds(),
        slope(),
        slope_two(),
        dumbbell(),
        trend(),
        trend_full(),
        trend_break(),
    ]
}

fn bullet(name: &str, plan: &str, value: Option<Value>, percent: &str, status: Status) -> Bullet {
    Bullet {
        name: name.into(),
        plan: plan.into(),
        value,
        percent: percent.into(),
        status,
        interaction: tip(name),
    }
}

fn bullets() -> ChartSpec {
    let rows = vec![
        bullet(
            "劳务输出",
            "计划≥8,000",
            Some(Value::exact(103.75, "约8,300人").of_kind(ValueKind::About)),
            "约103%",
            Status::Met,
        ),
        bullet("培训班次", "计划≥6", Some(Value::exact(183.3, "11期")), "183%", Status::Met),
        bullet(
            "培训人数",
            "计划≥1,500",
            Some(Value::exact(120.0, "超1,800人次").of_kind(ValueKind::MoreThan)),
            "超120%",
            Status::Met,
        ),
        bullet("帮扶资金", "计划1.80", Some(Value::exact(97.2, "1.75亿元")), "97%", Status::Missed),
    ];
    let plot = Plot::Bullets(Bullets { rows, hundred: "计划＝100%".into(), no_data: "无数据".into() });
    framed(
        "bullets",
        "2019年：四项量化任务三项达到，资金差0.05亿元",
        "实际完成与当年计划之比；各行单位不同，统一以计划为100%",
        plot,
    )
    .key(&[ACTUAL, FLOOR, (Swatch::Status(Status::Met), "达到"), (Swatch::Status(Status::Missed), "未达到")])
    .note("“约”“超”为原文用语，百分比随之标注；百分比向下取整。")
}

fn bullets_bounds() -> ChartSpec {
    let mut linked = bullet(
        "劳务输出",
        "计划≥8,000",
        Some(Value::bounds(64.0, Some(117.0), "5,127–9,400人")),
        "64%–117%",
        Status::Undetermined,
    );
    linked.interaction.href = Some("indicators/labour.html?year=2018&x=1".into());
    let rows = vec![
        linked,
        bullet("培训班次", "计划≥6", Some(Value::bounds(118.9, None, "至少7期")), "至少118%", Status::Met),
        bullet(
            "培训人数",
            "计划≥1,500",
            Some(Value::bounds(0.0, Some(80.0), "至多1,200人次")),
            "至多80%",
            Status::Missed,
        ),
        bullet(
            "帮扶资金",
            "计划1.80",
            Some(Value::bounds(40.0, Some(900.0), "0.72–16.2亿元")),
            "40%–900%",
            Status::Undetermined,
        ),
        bullet("村集体收入", "计划≥5", Some(Value::exact(860.0, "43万元")), "860%", Status::Met),
        bullet(
            "就业基地",
            "计划≥20",
            Some(Value::exact(45.0, "9个").covering(Coverage::Part, "截至6月")),
            "45%",
            Status::Behind,
        ),
        bullet("健康帮扶", "计划≥12", None, "", Status::NoData),
        bullet(
            "贫困村农产品进入大湾区市场的销售总额（含线上线下各渠道）",
            "三年累计不少于3.5亿元，每年另行下达",
            Some(Value::exact(71.0, "约2.49亿元").of_kind(ValueKind::About)),
            "约71%",
            Status::OnTrack,
        ),
    ];
    let plot = Plot::Bullets(Bullets { rows, hundred: "计划＝100%".into(), no_data: "无数据".into() });
    framed(
        "bullets-bounds",
        "八项任务：两项已证明达到，一项未达到",
        "实际完成与计划之比；点线为可能到达之处",
        plot,
    )
    .key(&[ACTUAL, BOUNDS, FLOOR, PART])
}

fn bullets_english() -> ChartSpec {
    let rows = vec![
        bullet(
            "Workers placed outside the prefecture",
            "plan: at least 8,000 a year",
            Some(Value::bounds(64.0, Some(117.0), "between 5,127 and 9,400 people")),
            "64%–117%",
            Status::Undetermined,
        ),
        bullet("Training courses", "plan ≥6", Some(Value::exact(183.0, "11")), "183%", Status::Met),
    ];
    let plot = Plot::Bullets(Bullets { rows, hundred: "Plan = 100%".into(), no_data: "no data".into() });
    let mut spec = framed(
        "bullets-english",
        "One of two measurable tasks is proven to be met",
        "Attainment of the yearly plan",
        plot,
    );
    spec.lang = "en".into();
    spec
}

fn cumulative() -> ChartSpec {
    let step = |label: &str, earlier, value, plan, verdict| Step {
        label: label.into(),
        earlier,
        value: Some(value),
        plan,
        verdict,
        interaction: tip(label),
    };
    let steps = vec![
        step(
            "2018年",
            0.0,
            Value::exact(1652.0, "1,652"),
            exactly(1600.0, "1,600"),
            verdict(Status::Met, "103%"),
        ),
        step(
            "2019年",
            1652.0,
            Value::exact(3639.0, "3,639"),
            exactly(3500.0, "3,500"),
            verdict(Status::Met, "103%"),
        ),
        step(
            "2020年",
            3639.0,
            Value::exact(4843.0, "4,843").covering(Coverage::Part, "截至6月"),
            exactly(5400.0, "5,400"),
            verdict(Status::UnderWay, "89%"),
        ),
    ];
    framed(
        "cumulative",
        "到2020年累计招生已完成计划的89%",
        "累计招生人数与累计计划（人）",
        Plot::Cumulative(Cumulative { steps, no_data: "无数据".into() }),
    )
    .key(&[(Swatch::Earlier, "以前年度"), ACTUAL, PART, PLAN])
    .note("浅色为以前年度累计，深色为当年新增；百分比向下取整。")
}

fn cumulative_bounds() -> ChartSpec {
    let steps = vec![
        Step {
            label: "2018年".into(),
            value: Some(Value::bounds(900.0, Some(1700.0), "900–1,700")),
            ..Step::default()
        },
        Step { label: "2019年".into(), ..Step::default() },
        Step {
            label: "2020年".into(),
            earlier: 900.0,
            value: Some(Value::bounds(4200.0, None, "至少4,200")),
            plan: minimum(5400.0, "≥5,400"),
            verdict: verdict(Status::Undetermined, "至少77%"),
            ..Step::default()
        },
    ];
    framed(
        "cumulative-bounds",
        "到2020年累计至少完成77%，能否达到尚不能判定",
        "累计招生人数与到2020年的计划（人）",
        Plot::Cumulative(Cumulative { steps, no_data: "无数据".into() }),
    )
    .key(&[(Swatch::Earlier, "以前年度"), ACTUAL, BOUNDS, FLOOR])
}

fn pair(name: &str, before: (f64, &str), after: (f64, &str), main: bool) -> SlopeRow {
    SlopeRow {
        name: name.into(),
        before: Some(Value::exact(before.0, before.1)),
        after: Some(Value::exact(after.0, after.1)),
        main,
        interaction: tip(name),
    }
}

fn slope_of(rows: Vec<SlopeRow>) -> Plot {
    Plot::Slope(Slope {
        before: "2018年".into(),
        after: "2019年".into(),
        zero: "0".into(),
        rows,
        no_data: "无数据".into(),
    })
}

fn slope() -> ChartSpec {
    let rows = vec![
        pair("平均", (5.4, "5.4万元"), (22.04, "22.04"), true),
        pair("东岭", (3.1, "3.1"), (15.2, "15.2"), false),
        pair("南溪", (6.0, "6.0"), (24.8, "24.8"), false),
        pair("西川", (7.2, "7.2"), (26.1, "26.1"), false),
        pair("北原", (5.3, "5.3"), (22.1, "22.1"), false),
    ];
    framed(
        "slope",
        "村集体收入由5.4万元增至22.04万元，为上年4.1倍",
        "示范村平均集体经济收入（万元），2018年与2019年",
        slope_of(rows),
    )
    .note("浅色线为各县示范村，粗线为平均；本项无年度计划数。")
}

fn slope_two() -> ChartSpec {
    let rows = vec![pair("劳务经纪人工资性收入", (1200.0, "1,200元"), (3200.0, "3,200元"), true)];
    framed("slope-one", "月工资由1,200元增至3,200元", "同一户外出务工前后的月工资（元）", slope_of(rows))
}

fn dumbbell() -> ChartSpec {
    let mut rows = vec![
        pair("东岭县", (3.1, "3.1万元"), (15.2, "15.2万元"), false),
        pair("南溪县", (6.0, "6.0万元"), (24.8, "24.8万元"), false),
        pair("西川县", (17.2, "17.2万元"), (6.1, "6.1万元"), false),
        pair("北原县（含易地搬迁安置点和新建社区）", (5.3, "约5.3万元"), (22.1, "22.1万元"), false),
    ];
    rows.push(SlopeRow {
        name: "青河县".into(),
        before: None,
        after: Some(Value::bounds(9.0, None, "至少9万元")),
        ..SlopeRow::default()
    });
    framed(
        "slope-dumbbell",
        "四县村集体收入增加，一县减少",
        "示范村集体经济收入，2018年与2019年",
        slope_of(rows),
    )
}

fn point(at: i32, value: Option<(f64, &str)>) -> TrendPoint {
    TrendPoint {
        at,
        label: at.to_string(),
        value: value.map(|(value, label)| Value::exact(value, label)),
        interaction: tip(&at.to_string()),
        ..TrendPoint::default()
    }
}

fn course(points: Vec<TrendPoint>, gap: &str) -> Plot {
    Plot::Trend(Trend { series: vec![Series { points, ..Series::default() }], gap: gap.into() })
}

fn trend() -> ChartSpec {
    let points = vec![
        point(2015, Some((111.0, "111万"))),
        point(2016, None),
        point(2017, None),
        point(2018, None),
        point(2019, Some((18.0, "18万"))),
    ];
    framed(
        "trend",
        "背景：贫困人口由111万降至18万",
        "贫困人口（万人），2015–2019年；背景指标，不设计划、不判定达成",
        course(points, "其间年份未公布"),
    )
    .note("虚线只连接两个已公布年份，不表示中间走势。")
}

fn trend_break() -> ChartSpec {
    let points = vec![
        point(2017, Some((21.0, "21.0"))),
        point(2018, Some((22.5, "22.5"))),
        point(2019, Some((23.1, "23.1"))),
        TrendPoint { breaks: true, ..point(2020, Some((19.4, "19.4"))) },
        point(2021, Some((20.2, "20.2"))),
    ];
    framed(
        "trend-break",
        "森林覆盖率：2020年起按新口径统计",
        "森林覆盖率（%），2017–2021年；新旧口径不可比",
        course(points, ""),
    )
    .note("2020年起统计口径改变，前后不相连。")
}

fn trend_full() -> ChartSpec {
    let points = vec![
        point(2013, Some((6.2, "6.2"))),
        point(2014, Some((7.8, "7.8"))),
        point(2015, Some((7.1, "7.1"))),
        point(2016, Some((8.8, "8.8"))),
        point(2017, Some((9.9, "9.9"))),
        TrendPoint { after_gap: true, ..point(2020, Some((12.4, "12.4亿元"))) },
    ];
    framed(
        "trend-full",
        "背景：财政收入七年翻番",
        "一般公共预算收入（亿元），2013–2020年",
        course(points, "未公布"),
    )
}
