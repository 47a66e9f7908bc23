//! Every kind in English: words are longer and break at spaces.

use super::*;
use Status::{Met, Missed, NoData, NotComparable, NotDue, OnTrack, UnderWay, Undetermined};

pub(super) fn all() -> Vec<ChartSpec> {
    vec![
        columns(),
        cumulative(),
        timeline(),
        slope(),
        dumbbell(),
        trend(),
        scorecard(),
        units(),
        network(),
        ranges(),
        tiles(),
        multiples(),
    ]
}

fn english(id: &str, title: &str, subtitle: &str, plot: Plot) -> ChartSpec {
    ChartSpec {
        lang: "en".into(),
        source: "Source: Three-year plan; 2020 report (demo data, not real statistics)".into(),
        ..framed(&format!("{id}-english"), title, subtitle, plot)
    }
}

fn columns() -> ChartSpec {
    let year = |label: &str, value, status, text: &str| Column {
        label: label.into(),
        value,
        plan: minimum(180.0, "at least CNY 180 million"),
        verdict: verdict(status, text),
        interaction: tip(label),
    };
    let columns = vec![
        year(
            "2018",
            Some(Value::bounds(0.0, Some(1066.0), "at most CNY 1.066 billion")),
            Undetermined,
            "cannot be judged",
        ),
        year("2019", Some(Value::bounds(195.0, None, "at least CNY 195 million")), Met, "at least 108%"),
        year("2020", None, NotComparable, "not comparable"),
    ];
    english(
        "columns-money",
        "Fiscal aid of the province and the city: 2018 cannot be judged, 2019 is met, 2020 is not comparable",
        "Counted over the period, Dongguan–Zhaotong, in yuan",
        Plot::Columns(Columns { columns, no_data: "no usable figure".into() }),
    )
    .key(&[(Swatch::Bounds, "Only bounds known"), (Swatch::PlanMinimum, "Planned minimum")])
    .note("The solid part is proven, the dotted part is not; an arrow means that there is no cap.")
}

fn cumulative() -> ChartSpec {
    let step = |label: &str, earlier, value, plan: (f64, &str), status, text: &str| Step {
        label: label.into(),
        earlier,
        value,
        plan: exactly(plan.0, plan.1),
        verdict: verdict(status, text),
        interaction: tip(label),
    };
    let steps = vec![
        step("2018", 0.0, Some(Value::exact(1652.0, "1,652")), (1600.0, "1,600"), Met, "103%"),
        step("2019", 1652.0, Some(Value::exact(3639.0, "3,639")), (3500.0, "3,500"), Met, "103%"),
        step(
            "2020",
            3639.0,
            Some(Value::exact(4843.0, "4,843").covering(Coverage::Part, "to June 2020")),
            (5400.0, "5,400"),
            UnderWay,
            "89%, under way",
        ),
    ];
    english(
        "cumulative",
        "By June 2020 the students recruited come to 89% of the three-year plan",
        "Running total of students recruited, against the running plan",
        Plot::Cumulative(Cumulative { steps, no_data: "no data".into() }),
    )
    .key(&[
        (Swatch::Earlier, "Earlier years"),
        (Swatch::Actual, "This year"),
        (Swatch::Part, "Part of a year"),
        (Swatch::PlanExact, "Plan"),
    ])
}

fn timeline() -> ChartSpec {
    let item = |date: &str, text: &str, remark: &str, status| Milestone {
        date: date.into(),
        text: text.into(),
        remark: Some(remark.into()),
        status,
        interaction: tip(text),
    };
    let milestones = vec![
        item(
            "January 2018 to September 2019",
            "The graphene materials company is founded and takes up work",
            "Done on a day between the two",
            Met,
        ),
        item("31 March 2019", "Direct bus for workers", "Not done when it was due", Missed),
        item("31 December 2020", "Training base opens at the vocational school", "Under way", UnderWay),
    ];
    english(
        "timeline",
        "Three milestones: one done, one missed, one under way",
        "Milestones in the order of their dates",
        Plot::Timeline(Timeline { milestones }),
    )
}

fn pair(name: &str, before: (f64, &str), after: (f64, &str), main: bool) -> SlopeRow {
    SlopeRow {
        name: name.into(),
        before: Some(Value::exact(before.0, before.1)),
        after: Some(Value::exact(after.0, after.1)),
        main,
        interaction: plain(),
    }
}

fn slope_of(rows: Vec<SlopeRow>) -> Plot {
    Plot::Slope(Slope {
        before: "2018".into(),
        after: "2019".into(),
        zero: "0".into(),
        rows,
        no_data: "no data".into(),
    })
}

fn slope() -> ChartSpec {
    let rows = vec![
        pair("Louxia", (54000.0, "CNY 54,000"), (220_400.0, "CNY 220,400"), true),
        pair("Average", (41000.0, "CNY 41,000"), (151_000.0, "CNY 151,000"), false),
    ];
    english(
        "slope",
        "Collective income of the village: from CNY 54,000 in 2018 to CNY 220,400 in 2019",
        "Yuan; context, not judged",
        slope_of(rows),
    )
}

fn dumbbell() -> ChartSpec {
    let rows = vec![
        pair("Dongling county", (31000.0, "CNY 31,000"), (152_000.0, "CNY 152,000"), false),
        pair(
            "Beiyuan county, with the relocation sites and the new communities",
            (53000.0, "about CNY 53,000"),
            (221_000.0, "CNY 221,000"),
            false,
        ),
        pair("Nanxi county", (172_000.0, "CNY 172,000"), (61000.0, "CNY 61,000"), false),
    ];
    english(
        "dumbbell",
        "Income of the villages rose in two counties and fell in one",
        "Collective income in yuan, 2018 and 2019",
        slope_of(rows),
    )
}

fn trend() -> ChartSpec {
    let point = |at: i32, value: Option<(f64, &str)>| TrendPoint {
        at,
        label: at.to_string(),
        value: value.map(|(value, label)| Value::exact(value, label)),
        interaction: plain(),
        ..TrendPoint::default()
    };
    let points = vec![
        point(2014, Some((1_336_700.0, "1,336,700 people"))),
        point(2015, Some((1_110_000.0, "over 1.11 million people"))),
        point(2016, None),
        point(2017, None),
        point(2018, None),
        point(2019, Some((180_000.0, "about 180,000 people"))),
    ];
    english(
        "trend",
        "People in poverty in Zhaotong: from 1,336,700 in 2014 to about 180,000 in 2019",
        "People at the end of the year; context, not judged",
        Plot::Trend(Trend {
            series: vec![Series { points, ..Series::default() }],
            gap: "no figures published between".into(),
        }),
    )
}

fn scorecard() -> ChartSpec {
    let row = |name: &str, tallies: &[(Status, u32)]| ScoreRow {
        name: name.into(),
        cells: vec![ScoreCell {
            tallies: tallies
                .iter()
                .map(|(status, count)| Tally { status: *status, count: *count, label: count.to_string() })
                .collect(),
            interaction: plain(),
        }],
        interaction: plain(),
    };
    let rows = vec![
        row("Industry and trade", &[(Met, 3), (Undetermined, 5), (NotDue, 1)]),
        row("Labour cooperation", &[(Met, 1), (Missed, 1), (NotComparable, 12), (NoData, 13)]),
        row("Follow-up support for people who were relocated", &[(OnTrack, 2), (NoData, 1)]),
    ];
    english(
        "scorecard",
        "39 targets in three actions: 4 met, 1 missed, 2 on track, 5 cannot be judged",
        "Each glyph is one target",
        Plot::Scorecard(Scorecard { columns: vec!["Targets by status".into()], rows }),
    )
    .key(&[
        (Swatch::Status(Met), "met"),
        (Swatch::Status(OnTrack), "on track"),
        (Swatch::Status(Missed), "missed"),
        (Swatch::Status(Undetermined), "cannot be judged"),
        (Swatch::Status(NotComparable), "not comparable"),
        (Swatch::Status(NoData), "no data"),
        (Swatch::Status(NotDue), "not yet begun"),
    ])
}

fn units() -> ChartSpec {
    let stack = |value: u8, status, names: &[&str]| Stack {
        value: f64::from(value),
        label: value.to_string(),
        units: names
            .iter()
            .map(|name| (status, Unit { name: (*name).into(), sort: UnitSort::Main, interaction: plain() }))
            .collect(),
    };
    let stacks = Stacks {
        plan: Plan { kind: PlanKind::Minimum(2.0), label: "Plan: each unit at least 2 meetings".into() },
        stacks: vec![
            stack(0, Missed, &["Dalingshan subdistrict 0"]),
            stack(1, Missed, &["Huangjiang town 1", "Zhangmutou town 1"]),
            stack(2, Met, &["Qingxi", "Shijie", "Guancheng", "Changan"]),
            stack(3, Met, &["Humen", "Houjie"]),
        ],
        axis: "meetings of each unit".into(),
        missed: "Missed:".into(),
    };
    let open = UnitGroup {
        status: NoData,
        label: "no data".into(),
        count: "2 of 11".into(),
        named: true,
        units: ["Chashan town", "Hongmei town"]
            .map(|name| Unit { name: name.into(), sort: UnitSort::Main, interaction: plain() })
            .to_vec(),
    };
    english(
        "units",
        "Joint meetings: 6 of 11 towns held at least two",
        "Meetings in 2019; each dot is one town",
        Plot::Units(Units { stacks: Some(stacks), groups: vec![open] }),
    )
}

fn network() -> ChartSpec {
    let hub = |name: &str, count: &str, nodes: &[&str]| Hub {
        name: name.into(),
        count: count.into(),
        nodes: nodes.iter().map(|node| Node { name: (*node).into(), interaction: plain() }).collect(),
        interaction: plain(),
    };
    english(
        "network",
        "Seven towns and subdistricts assist two counties",
        "Pairings set by the plan, 2018–2020",
        Plot::Network(Network {
            left: "Assisting towns and subdistricts".into(),
            right: "Assisted counties".into(),
            hubs: vec![
                hub(
                    "Zhenxiong County",
                    "4 pairs",
                    &["Qingxi Town", "Qishi Town", "Qiaotou Town", "Xiegang Town"],
                ),
                hub(
                    "Ludian County",
                    "3 pairs",
                    &["Guancheng Subdistrict", "Wanjiang Subdistrict", "Gaobu Town"],
                ),
            ],
        }),
    )
}

fn ranges() -> ChartSpec {
    let row = |name: &str, value, status| RangeRow { name: name.into(), value, status, interaction: plain() };
    let rows = vec![
        row("2018", Some(Value::exact(3.0, "3 bases")), Met),
        row("January to May 2019", Some(Value::bounds(1.0, None, "at least 1 base")), Undetermined),
        row("2020", None, NoData),
    ];
    let ticks = (0..5).map(|at| (f64::from(at), at.to_string())).collect();
    let plan = Plan { kind: PlanKind::Range { low: 1.0, high: 3.0 }, label: "Plan: 1 to 3 bases".into() };
    english(
        "ranges",
        "Demonstration bases: 2018 inside the planned range",
        "Bases built each year",
        Plot::Ranges(Ranges { plan, rows, ticks, no_data: "no data".into() }),
    )
    .key(&[(Swatch::PlanRange, "Planned range"), (Swatch::Status(Met), "met")])
}

fn tiles() -> ChartSpec {
    let tile = |name: &str, at: u8, value, status| Tile {
        column: at % 3,
        row: at / 3,
        name: name.into(),
        value,
        plan: "at least CNY 30 million".into(),
        judged: true,
        status,
        interaction: plain(),
    };
    let tiles = vec![
        tile("Ludian", 0, Some(Value::exact(110.0, "CNY 33.1 million")), Met),
        tile("Qiaojia", 1, Some(Value::exact(93.0, "CNY 28.0 million")), Missed),
        tile("Weixin", 2, None, NoData),
        tile(
            "Zhaoyang District",
            3,
            Some(Value::bounds(0.0, Some(160.0), "at most CNY 48 million")),
            Undetermined,
        ),
        tile("Zhenxiong", 4, Some(Value::exact(134.0, "CNY 40.2 million")), Met),
    ];
    english(
        "tiles",
        "Aid to each county: two met, one missed",
        "2019; sorted by name, this is no map",
        Plot::Tiles(Tiles { tiles, no_data: "no data".into() }),
    )
    .key(&[(Swatch::Actual, "Reported"), (Swatch::PlanMinimum, "Planned minimum")])
}

fn multiples() -> ChartSpec {
    let year = |label: &str, value: Option<(f64, &str)>, plan: f64, status| Column {
        label: label.into(),
        value: value.map(|(value, label)| Value::exact(value, label)),
        plan: minimum(plan, &format!("at least {plan}")),
        verdict: verdict(status, ""),
        interaction: plain(),
    };
    let panel = |name: &str, status, values: [Option<(f64, &str)>; 3], plan: f64| Panel {
        name: name.into(),
        status,
        interaction: plain(),
        columns: ["2018", "2019", "2020"]
            .iter()
            .zip(values)
            .map(|(label, value)| {
                let missed = value.is_some_and(|value| value.0 < plan);
                year(label, value, plan, if missed { Missed } else { Met })
            })
            .collect(),
    };
    let panels = vec![
        panel(
            "Workers taken on (people)",
            Missed,
            [Some((7640.0, "7,640")), Some((8300.0, "8,300")), None],
            8000.0,
        ),
        panel(
            "Fiscal aid (CNY million)",
            Missed,
            [Some((182.0, "182")), Some((175.0, "175")), Some((190.0, "190"))],
            180.0,
        ),
        panel("Courses held", Met, [Some((8.0, "8")), Some((11.0, "11")), Some((9.0, "9"))], 6.0),
    ];
    english(
        "multiples",
        "Three targets a year: courses held reach theirs each year, workers and aid miss one year each",
        "A column a year, the line is the plan; each plot has its own scale",
        Plot::Multiples(Multiples { panels, no_data: "no data".into() }),
    )
    .key(&[
        (Swatch::Actual, "Reported"),
        (Swatch::PlanMinimum, "Planned minimum"),
        (Swatch::Status(Missed), "missed"),
    ])
}
