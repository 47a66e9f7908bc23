//! Milestones and scorecards.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![timeline(), scorecard(), scorecard_actions(), glyphs()]
}

fn timeline() -> ChartSpec {
    let item = |date: &str, text: &str, remark: Option<&str>, status| Milestone {
        date: date.into(),
        text: text.into(),
        remark: remark.map(Into::into),
        status,
        interaction: tip(text),
    };
    let milestones = vec![
        item("2018年3月", "签订三年行动框架协议", None, Status::Met),
        item(
            "2018年9月",
            "建立县镇联席会议制度，每季度召开一次，由双方分管负责人轮流主持",
            Some("2018年11月建成，晚两个月"),
            Status::Met,
        ),
        item("2019年4月", "开通劳务协作直通班车", Some("到期仍未开通"), Status::Missed),
        item("2019年11月", "职业学校共建实训基地挂牌", Some("来源没有写明日期"), Status::Undetermined),
        item("2020年6月", "农产品直供平台上线运营", Some("建设中"), Status::UnderWay),
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

fn tally(status: Status, count: u32) -> Tally {
    Tally { status, count, label: count.to_string() }
}

fn cell(tallies: Vec<Tally>) -> ScoreCell {
    ScoreCell { tallies, interaction: plain() }
}

fn scorecard() -> ChartSpec {
    use Status::{Met, Missed, NoData, UnderWay};
    let row = |name: &str, statuses: [Status; 3]| ScoreRow {
        name: name.into(),
        cells: statuses.map(|status| cell(vec![tally(status, 1)])).to_vec(),
        interaction: plain(),
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
        cells: vec![cell(tallies.iter().map(|(status, count)| tally(*status, *count)).collect())],
        interaction: Interaction { tip: Some(name.into()), href: Some("actions/a1.html".into()) },
    };
    let rows = vec![
        row("产业合作", &[(Met, 3), (UnderWay, 2), (Undetermined, 5), (NotDue, 1)]),
        row("劳务协作", &[(Met, 4), (Missed, 1), (Undetermined, 9), (NotComparable, 2), (NoData, 3)]),
        row("人才支援", &[(Met, 2), (Undetermined, 1)]),
        row("东西部扶贫协作资金支持与管理", &[(Met, 19), (Missed, 6), (Undetermined, 33), (NoData, 12)]),
        row("镇村结对", &[]),
    ];
    framed(
        "scorecard-actions",
        "五项行动中四项已有任务达到",
        "每个符号为一项任务",
        Plot::Scorecard(Scorecard { columns: vec![], rows }),
    )
    .key(&STATUS_KEY)
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
            interaction: plain(),
        })
        .collect();
    framed(
        "glyphs",
        "十一种结果，十一种形状",
        "不靠颜色也能分辨",
        Plot::Scorecard(Scorecard { columns: vec![], rows }),
    )
    .key(
        &Status::ALL
            .iter()
            .zip(words)
            .map(|(status, word)| (Swatch::Status(*status), word))
            .collect::<Vec<_>>(),
    )
}
