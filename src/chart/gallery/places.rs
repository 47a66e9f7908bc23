//! Units, links, ranges, tiles and small multiples.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![units(), units_stacked(), network(), ranges(), tiles(), multiples()]
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
                sort: if at < mains { UnitSort::Main } else { UnitSort::Second },
                interaction: plain(),
            })
            .collect(),
    };
    let met: Vec<String> = (1..=19).map(|at| format!("单位{at}")).collect();
    let met: Vec<&str> = met.iter().map(String::as_str).collect();
    let open: Vec<String> = (1..=26).map(|at| format!("镇街{at}")).collect();
    let open: Vec<&str> = open.iter().map(String::as_str).collect();
    let groups = vec![
        group(Status::Met, "达到", &met, 6, false),
        group(Status::Missed, "未达到", &["神湾镇 0场", "东升镇 1场", "三角镇 1场", "大涌镇 1场"], 0, true),
        group(Status::Undetermined, "未定：只有两市合计", &open, 0, false),
        group(Status::NoData, "无数据", &["白石县", "青河县"], 2, true),
    ];
    framed(
        "units",
        "对口交流：51个单位中19个达到“至少2场”",
        "2019年每个单位举办场次；每点一个单位",
        Plot::Units(Units { stacks: None, groups }),
    )
    .key(&[(Swatch::UnitMain, "县"), (Swatch::UnitSecond, "镇街")])
}

fn units_stacked() -> ChartSpec {
    let unit = |name: String, sort| Unit { name, sort, interaction: plain() };
    let stack = |value: u8, mains: u8, seconds: u8| Stack {
        value: f64::from(value),
        label: value.to_string(),
        units: (0..mains + seconds)
            .map(|at| {
                let sort = if at < mains { UnitSort::Main } else { UnitSort::Second };
                (Status::Met, unit(format!("单位{value}-{at}"), sort))
            })
            .collect(),
    };
    let missed = |value: u8, names: &[&str]| Stack {
        value: f64::from(value),
        label: value.to_string(),
        units: names
            .iter()
            .map(|name| (Status::Missed, unit(format!("{name} {value}"), UnitSort::Second)))
            .collect(),
    };
    let stacks = vec![
        missed(0, &["神湾镇"]),
        missed(1, &["东升镇", "三角镇"]),
        stack(2, 2, 7),
        stack(3, 2, 4),
        stack(4, 1, 1),
        stack(5, 1, 1),
    ];
    let stacks = Stacks {
        plan: Plan { kind: PlanKind::Minimum(2.0), label: "计划：每单位≥2场".into() },
        stacks,
        axis: "每单位场数".into(),
        missed: "未达到：".into(),
    };
    let open = UnitGroup {
        status: Status::NoData,
        label: "无数据".into(),
        count: "2个".into(),
        named: true,
        units: ["白石县", "青河县"].map(|name| unit(name.into(), UnitSort::Main)).to_vec(),
    };
    framed(
        "units-stacked",
        "对口交流：22个单位中19个达到“至少2场”",
        "2019年每个单位举办场次；每点一个单位（6县、16镇街）",
        Plot::Units(Units { stacks: Some(stacks), groups: vec![open] }),
    )
    .key(&[(Swatch::UnitMain, "县"), (Swatch::UnitSecond, "镇街"), STATUS_KEY[2]])
}

fn network() -> ChartSpec {
    let hub = |name: &str, nodes: &[&str]| Hub {
        name: name.into(),
        count: format!("{}对", nodes.len()),
        nodes: nodes.iter().map(|node| Node { name: (*node).into(), interaction: plain() }).collect(),
        interaction: tip(name),
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
        Plot::Network(Network { left: "帮扶镇（街道）".into(), right: "受援县".into(), hubs }),
    )
}

fn ranges() -> ChartSpec {
    let row = |name: &str, value: Option<Value>, status| RangeRow {
        name: name.into(),
        value,
        status,
        interaction: tip(name),
    };
    let rows = vec![
        row("东岭县", Some(Value::exact(3.0, "3个")), Status::Met),
        row("南溪县", Some(Value::exact(2.0, "2个")), Status::Met),
        row("西川县", Some(Value::exact(4.0, "4个")), Status::Exceeded),
        row("北原县", Some(Value::bounds(1.0, None, "至少1个")), Status::Undetermined),
        row("青河县", Some(Value::exact(0.0, "0个")), Status::Missed),
        row("白石县", None, Status::NoData),
        row("大山彝族苗族自治县城区", Some(Value::bounds(0.0, Some(2.0), "至多2个")), Status::Undetermined),
    ];
    let ticks = (0..5).map(|at| (f64::from(at), at.to_string())).collect();
    let plan = Plan { kind: PlanKind::Range { low: 1.0, high: 3.0 }, label: "计划 1–3个".into() };
    framed(
        "ranges",
        "就业基地：七县中两县在1–3个的计划区间内",
        "2019年各县建成基地数（个）",
        Plot::Ranges(Ranges { plan, rows, ticks, no_data: "无数据".into() }),
    )
    .key(&[(Swatch::PlanRange, "计划区间"), STATUS_KEY[0], STATUS_KEY[2], STATUS_KEY[3]])
}

fn tiles() -> ChartSpec {
    let tile = |name: &str, column, row, value, plan: &str, status| Tile {
        column,
        row,
        name: name.into(),
        value,
        plan: plan.into(),
        judged: true,
        status,
        interaction: tip(name),
    };
    let tiles = vec![
        tile("北原县", 1, 0, Some(Value::exact(108.6, "1,630")), "计划≥1,500", Status::Met),
        tile("青河县", 2, 0, Some(Value::exact(81.6, "980")), "计划≥1,200", Status::Missed),
        tile(
            "西川县",
            0,
            1,
            Some(Value::bounds(50.0, Some(130.0), "650–1,690")),
            "计划≥1,300",
            Status::Undetermined,
        ),
        tile("南溪县", 1, 1, Some(Value::exact(103.8, "1,350")), "计划≥1,300", Status::Met),
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
        Plot::Tiles(Tiles { tiles, no_data: "无数据".into() }),
    )
    .key(&[(Swatch::Actual, "实际"), (Swatch::PlanMinimum, "计划下限")])
}

fn multiples() -> ChartSpec {
    use Status::{Met, Missed, NoData, UnderWay, Undetermined};
    let year = |label: &str, value: Option<Value>, plan: f64, status| Column {
        label: label.into(),
        value,
        plan: minimum(plan, &format!("≥{plan}")),
        verdict: verdict(status, ""),
        interaction: tip(label),
    };
    let part = |value, label: &str| Some(Value::exact(value, label).covering(Coverage::Part, "截至6月"));
    let exact = |value, label: &str| Some(Value::exact(value, label));
    let panel = |name: &str, status, values: [Option<Value>; 3], plan: f64, statuses: [Status; 3]| Panel {
        name: name.into(),
        status,
        interaction: plain(),
        columns: ["2018", "2019", "2020"]
            .iter()
            .zip(values)
            .zip(statuses)
            .map(|((label, value), status)| year(label, value, plan, status))
            .collect(),
    };
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
        Plot::Multiples(Multiples { panels, no_data: "无数据".into() }),
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
