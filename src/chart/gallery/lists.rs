//! Lists, links and places.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![
        timeline(),
        slope(),
        slope_two(),
        dumbbell(),
        trend(),
        trend_full(),
        scorecard(),
        scorecard_actions(),
        units(),
        network(),
        ranges(),
        tiles(),
        multiples(),
        glyphs(),
    ]
}

fn plain() -> Touch {
    Touch::default()
}

fn timeline() -> ChartSpec {
    let item = |date: &str, text: &str, remark: Option<&str>, status| Milestone {
        date: date.into(),
        text: text.into(),
        remark: remark.map(Into::into),
        status,
        touch: tip(text),
    };
    let milestones = vec![
        item("2018年3月", "签订三年行动框架协议", None, Status::Met),
        item(
            "2018年9月",
            "建立县镇联席会议制度，每季度召开一次，由双方分管负责人轮流主持",
            Some("2018年11月建成，晚两个月"),
            Status::Met,
        ),
        item(
            "2019年4月",
            "开通劳务协作直通班车",
            Some("到期仍未开通"),
            Status::Missed,
        ),
        item(
            "2019年11月",
            "职业学校共建实训基地挂牌",
            Some("来源没有写明日期"),
            Status::Undetermined,
        ),
        item(
            "2020年6月",
            "农产品直供平台上线运营",
            Some("建设中"),
            Status::UnderWay,
        ),
        item("2020年12月", "三年行动终期评估", None, Status::NotDue),
    ];
    framed(
        "timeline",
        "六个里程碑：两个已完成，一个未完成",
        "定性任务按计划时间排列；状态以年度总结原文为据",
        Plot::Timeline(Timeline { milestones }),
    )
    .key(&[
        (Swatch::Status(Status::Met), "达到"),
        (Swatch::Status(Status::UnderWay), "进行中"),
        (Swatch::Status(Status::Missed), "未达到"),
        (Swatch::Status(Status::Undetermined), "未定"),
        (Swatch::Status(Status::NotDue), "未到期"),
    ])
}

fn pair(name: &str, before: (f64, &str), after: (f64, &str), main: bool) -> SlopeRow {
    SlopeRow {
        name: name.into(),
        before: Some(Value::exact(before.0, before.1)),
        after: Some(Value::exact(after.0, after.1)),
        main,
        touch: tip(name),
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
    let rows = vec![pair(
        "劳务经纪人工资性收入",
        (1200.0, "1,200元"),
        (3200.0, "3,200元"),
        true,
    )];
    framed(
        "slope-one",
        "月工资由1,200元增至3,200元",
        "同一户外出务工前后的月工资（元）",
        slope_of(rows),
    )
}

fn dumbbell() -> ChartSpec {
    let mut rows = vec![
        pair("东岭县", (3.1, "3.1万元"), (15.2, "15.2万元"), false),
        pair("南溪县", (6.0, "6.0万元"), (24.8, "24.8万元"), false),
        pair("西川县", (17.2, "17.2万元"), (6.1, "6.1万元"), false),
        pair(
            "北原县（含易地搬迁安置点和新建社区）",
            (5.3, "约5.3万元"),
            (22.1, "22.1万元"),
            false,
        ),
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
        touch: tip(&at.to_string()),
    }
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
        Plot::Trend(Trend {
            points,
            gap: "其间年份未公布".into(),
        }),
    )
    .note("虚线只连接两个已公布年份，不表示中间走势。")
}

fn trend_full() -> ChartSpec {
    let points = vec![
        point(2013, Some((6.2, "6.2"))),
        point(2014, Some((7.8, "7.8"))),
        point(2015, Some((7.1, "7.1"))),
        point(2016, Some((8.8, "8.8"))),
        point(2017, Some((9.9, "9.9"))),
        point(2020, Some((12.4, "12.4亿元"))),
    ];
    framed(
        "trend-full",
        "背景：财政收入七年翻番",
        "一般公共预算收入（亿元），2013–2020年",
        Plot::Trend(Trend {
            points,
            gap: "未公布".into(),
        }),
    )
}

fn tally(status: Status, count: u32) -> Tally {
    Tally {
        status,
        count,
        label: count.to_string(),
    }
}

fn cell(tallies: Vec<Tally>) -> ScoreCell {
    ScoreCell {
        tallies,
        touch: plain(),
    }
}

const STATUS_KEY: [(Swatch, &str); 7] = [
    (Swatch::Status(Status::Met), "达到"),
    (Swatch::Status(Status::UnderWay), "进行中"),
    (Swatch::Status(Status::Missed), "未达到"),
    (Swatch::Status(Status::Undetermined), "未定"),
    (Swatch::Status(Status::NotComparable), "不可比"),
    (Swatch::Status(Status::NoData), "无数据"),
    (Swatch::Status(Status::NotDue), "未到期"),
];

fn scorecard() -> ChartSpec {
    use Status::{Met, Missed, NoData, UnderWay};
    let row = |name: &str, statuses: [Status; 3]| ScoreRow {
        name: name.into(),
        cells: statuses.map(|status| cell(vec![tally(status, 1)])).to_vec(),
        touch: plain(),
    };
    let rows = vec![
        row("产业合作", [Met, Met, UnderWay]),
        row("劳务协作", [Missed, Met, NoData]),
        row("人才支援", [Missed, Met, UnderWay]),
        row("资金支持", [Met, Missed, UnderWay]),
        row("社会参与", [Met, Met, UnderWay]),
        row("镇村结对", [Met, Met, Met]),
        row("教育帮扶", [Met, Met, UnderWay]),
        row("健康帮扶", [NoData, Met, UnderWay]),
    ];
    let columns = ["2018年", "2019年", "2020年"].map(Into::into).to_vec();
    framed(
        "scorecard",
        "24项年度任务：13项达到，3项未达到",
        "八项行动逐年状态；6项进行中，2项无数据",
        Plot::Scorecard(Scorecard { columns, rows }),
    )
    .key(&STATUS_KEY[..6])
}

fn scorecard_actions() -> ChartSpec {
    use Status::{Met, Missed, NoData, NotComparable, NotDue, UnderWay, Undetermined};
    let row = |name: &str, tallies: &[(Status, u32)]| ScoreRow {
        name: name.into(),
        cells: vec![cell(
            tallies
                .iter()
                .map(|(status, count)| tally(*status, *count))
                .collect(),
        )],
        touch: Touch {
            tip: Some(name.into()),
            href: Some("actions/a1.html".into()),
        },
    };
    let rows = vec![
        row(
            "产业合作",
            &[(Met, 3), (UnderWay, 2), (Undetermined, 5), (NotDue, 1)],
        ),
        row(
            "劳务协作",
            &[
                (Met, 4),
                (Missed, 1),
                (Undetermined, 9),
                (NotComparable, 2),
                (NoData, 3),
            ],
        ),
        row("人才支援", &[(Met, 2), (Undetermined, 1)]),
        row(
            "东西部扶贫协作资金支持与管理",
            &[(Met, 19), (Missed, 6), (Undetermined, 33), (NoData, 12)],
        ),
        row("镇村结对", &[]),
    ];
    framed(
        "scorecard-actions",
        "五项行动中四项已有任务达到",
        "每个符号为一项任务",
        Plot::Scorecard(Scorecard {
            columns: vec![],
            rows,
        }),
    )
    .key(&STATUS_KEY)
}

fn units() -> ChartSpec {
    let group = |status, label: &str, names: &[&str], mains: usize, named| UnitGroup {
        status,
        label: label.into(),
        count: format!("{}个", names.len()),
        named,
        units: names
            .iter()
            .enumerate()
            .map(|(at, name)| Unit {
                name: (*name).into(),
                sort: if at < mains {
                    UnitSort::Main
                } else {
                    UnitSort::Second
                },
                touch: plain(),
            })
            .collect(),
    };
    let met: Vec<String> = (1..=19).map(|at| format!("单位{at}")).collect();
    let met: Vec<&str> = met.iter().map(String::as_str).collect();
    let open: Vec<String> = (1..=26).map(|at| format!("镇街{at}")).collect();
    let open: Vec<&str> = open.iter().map(String::as_str).collect();
    let groups = vec![
        group(Status::Met, "达到", &met, 6, false),
        group(
            Status::Missed,
            "未达到",
            &["神湾镇 0场", "东升镇 1场", "三角镇 1场", "大涌镇 1场"],
            0,
            true,
        ),
        group(Status::Undetermined, "未定：只有两市合计", &open, 0, false),
        group(Status::NoData, "无数据", &["白石县", "青河县"], 2, true),
    ];
    framed(
        "units",
        "对口交流：51个单位中19个达到“至少2场”",
        "2019年每个单位举办场次；每点一个单位",
        Plot::Units(Units { groups }),
    )
    .key(&[(Swatch::UnitMain, "县"), (Swatch::UnitSecond, "镇街")])
}

fn network() -> ChartSpec {
    let hub = |name: &str, nodes: &[&str]| Hub {
        name: name.into(),
        count: format!("{}对", nodes.len()),
        nodes: nodes
            .iter()
            .map(|node| Node {
                name: (*node).into(),
                touch: plain(),
            })
            .collect(),
        touch: tip(name),
    };
    let hubs = vec![
        hub("东岭县", &["石湾镇", "桂园街道", "小榄镇"]),
        hub("南溪县", &["沙溪镇", "大涌镇", "横栏镇"]),
        hub("西川县", &["黄圃镇", "三角镇"]),
        hub("北原彝族苗族自治县", &["港口镇", "阜沙镇", "民众镇"]),
        hub("青河县", &["火炬高技术产业开发区（含临海工业园）"]),
        hub("白石县", &[]),
    ];
    framed(
        "network",
        "12个镇街结对5个县，每县至少2对",
        "结对帮扶关系（2018–2020年）",
        Plot::Network(Network {
            left: "帮扶镇（街道）".into(),
            right: "受援县".into(),
            hubs,
        }),
    )
}

fn ranges() -> ChartSpec {
    let row = |name: &str, value: Option<Value>, status| RangeRow {
        name: name.into(),
        value,
        status,
        touch: tip(name),
    };
    let rows = vec![
        row("东岭县", Some(Value::exact(3.0, "3个")), Status::Met),
        row("南溪县", Some(Value::exact(2.0, "2个")), Status::Met),
        row("西川县", Some(Value::exact(4.0, "4个")), Status::Exceeded),
        row(
            "北原县",
            Some(Value::bounds(1.0, None, "至少1个")),
            Status::Undetermined,
        ),
        row("青河县", Some(Value::exact(0.0, "0个")), Status::Missed),
        row("白石县", None, Status::NoData),
        row(
            "大山彝族苗族自治县城区",
            Some(Value::bounds(0.0, Some(2.0), "至多2个")),
            Status::Undetermined,
        ),
    ];
    let ticks = (0..5).map(|at| (f64::from(at), at.to_string())).collect();
    let plan = Plan {
        kind: PlanKind::Range {
            low: 1.0,
            high: 3.0,
        },
        label: "计划 1–3个".into(),
    };
    framed(
        "ranges",
        "就业基地：七县中两县在1–3个的计划区间内",
        "2019年各县建成基地数（个）",
        Plot::Ranges(Ranges {
            plan,
            rows,
            ticks,
            no_data: "无数据".into(),
        }),
    )
    .key(&[
        (Swatch::PlanRange, "计划区间"),
        STATUS_KEY[0],
        STATUS_KEY[2],
        STATUS_KEY[3],
    ])
}

fn tiles() -> ChartSpec {
    let tile = |name: &str, column, row, value, plan: &str, status| Tile {
        column,
        row,
        name: name.into(),
        value,
        plan: plan.into(),
        status,
        touch: tip(name),
    };
    let tiles = vec![
        tile(
            "北原县",
            1,
            0,
            Some(Value::exact(108.6, "1,630")),
            "计划≥1,500",
            Status::Met,
        ),
        tile(
            "青河县",
            2,
            0,
            Some(Value::exact(81.6, "980")),
            "计划≥1,200",
            Status::Missed,
        ),
        tile(
            "西川县",
            0,
            1,
            Some(Value::bounds(50.0, Some(130.0), "650–1,690")),
            "计划≥1,300",
            Status::Undetermined,
        ),
        tile(
            "南溪县",
            1,
            1,
            Some(Value::exact(103.8, "1,350")),
            "计划≥1,300",
            Status::Met,
        ),
        tile(
            "东岭县",
            2,
            1,
            Some(Value::exact(122.0, "约1,710").of_kind(ValueKind::About)),
            "计划≥1,400",
            Status::Met,
        ),
        tile("白石县", 1, 2, None, "计划≥1,300", Status::NoData),
    ];
    framed(
        "tiles",
        "劳务协作：六县中三县达到分解计划",
        "2019年各县输出人数（人）；格位示意相对方位，不是地图",
        Plot::Tiles(Tiles {
            tiles,
            no_data: "无数据".into(),
        }),
    )
    .key(&[(Swatch::Actual, "实际"), (Swatch::PlanMinimum, "计划下限")])
}

fn multiples() -> ChartSpec {
    let year = |label: &str, value: Option<Value>, plan: f64, status| Column {
        label: label.into(),
        value,
        plan: minimum(plan, &format!("≥{plan}")),
        verdict: verdict(status, ""),
        touch: tip(label),
    };
    let part =
        |value, label: &str| Some(Value::exact(value, label).covering(Coverage::Part, "截至6月"));
    let exact = |value, label: &str| Some(Value::exact(value, label));
    let panel =
        |name: &str, status, values: [Option<Value>; 3], plan: f64, statuses: [Status; 3]| Panel {
            name: name.into(),
            status,
            touch: plain(),
            columns: ["2018", "2019", "2020"]
                .iter()
                .zip(values)
                .zip(statuses)
                .map(|((label, value), status)| year(label, value, plan, status))
                .collect(),
        };
    use Status::{Met, Missed, NoData, UnderWay, Undetermined};
    let panels = vec![
        panel(
            "产业合作（个）",
            UnderWay,
            [exact(12.0, "12"), exact(15.0, "15"), part(9.0, "9")],
            12.0,
            [Met, Met, UnderWay],
        ),
        panel(
            "劳务协作（人）",
            Met,
            [exact(7640.0, "7,640"), exact(8300.0, "8,300"), None],
            8000.0,
            [Missed, Met, NoData],
        ),
        panel(
            "人才支援（人）",
            UnderWay,
            [exact(96.0, "96"), exact(121.0, "121"), part(80.0, "80")],
            100.0,
            [Missed, Met, UnderWay],
        ),
        panel(
            "资金支持（亿元）",
            UnderWay,
            [exact(1.82, "1.82"), exact(1.75, "1.75"), part(1.1, "1.10")],
            1.8,
            [Met, Missed, UnderWay],
        ),
        panel(
            "社会参与（万元）",
            Undetermined,
            [
                Some(Value::bounds(900.0, Some(2600.0), "≥900")),
                exact(2650.0, "2,650"),
                Some(Value::bounds(300.0, None, "≥300")),
            ],
            2000.0,
            [Undetermined, Met, Undetermined],
        ),
        panel(
            "镇村结对（对）",
            Met,
            [exact(16.0, "16"), exact(16.0, "16"), exact(16.0, "16")],
            16.0,
            [Met, Met, Met],
        ),
        panel(
            "教育帮扶（所）",
            UnderWay,
            [exact(25.0, "25"), exact(30.0, "30"), part(21.0, "21")],
            24.0,
            [Met, Met, UnderWay],
        ),
    ];
    framed(
        "multiples",
        "八项行动：2019年七项达到计划，资金支持未达到",
        "每年实际值；横线为当年计划，各图尺度不同",
        Plot::Multiples(Multiples {
            panels,
            no_data: "无数据".into(),
        }),
    )
    .key(&[
        (Swatch::Actual, "实际"),
        (Swatch::PlanMinimum, "计划下限"),
        (Swatch::Part, "未满年度"),
        STATUS_KEY[0],
        STATUS_KEY[1],
        STATUS_KEY[2],
    ])
    .note("标题前符号为最近有数据年度的状态。")
}

fn glyphs() -> ChartSpec {
    let words = [
        "达到",
        "超出区间",
        "按进度",
        "进行中",
        "落后",
        "未达到",
        "未定",
        "不可比",
        "无数据",
        "未到期",
        "已取消",
    ];
    let rows = Status::ALL
        .iter()
        .zip(words)
        .map(|(status, word)| ScoreRow {
            name: word.into(),
            cells: vec![cell(vec![tally(*status, 3)])],
            touch: plain(),
        })
        .collect();
    framed(
        "glyphs",
        "十一种结果，十一种形状",
        "不靠颜色也能分辨",
        Plot::Scorecard(Scorecard {
            columns: vec![],
            rows,
        }),
    )
    .key(
        &Status::ALL
            .iter()
            .zip(words)
            .map(|(status, word)| (Swatch::Status(*status), word))
            .collect::<Vec<_>>(),
    )
}
