//! Tests of the numbers found in running text.

use crate::markup::parse;
use proptest::prelude::*;

/// The numbers found, the bound ones in brackets, joined by spaces.
fn found(text: &str) -> String {
    let spots = parse(text, 0).numbers();
    let show = |spot: &super::NumberSpot| {
        if spot.bound { format!("[{}]", spot.text) } else { spot.text.clone() }
    };
    spots.iter().map(show).collect::<Vec<_>>().join(" | ")
}

#[test]
fn figures_are_found_with_their_words() {
    for (text, expected) in [
        ("收入22.04万元。", "22.04万元"),
        ("共220,400元", "220,400元"),
        ("约3000户、超5亿元、近20人", "约3000户 | 超5亿元 | 近20人"),
        ("超过100家，不足5%", "超过100家 | 不足5%"),
        ("节约20万元，附近3家", "20万元 | 3家"),
        ("增长21.5%，占92.44％", "21.5% | 92.44％"),
        ("下降-5.2%", "-5.2%"),
        ("提高3.5个百分点", "3.5个百分点"),
        ("100多人，3000余户，20余万元", "100多人 | 3000余户 | 20余万元"),
        ("2万亿元", "2万亿元"),
        ("3-5个月", "3 | 5个月"),
        ("2000—3000元", "2000 | 3000元"),
        ("2019人参加", "2019人"),
        ("22 万元", "22 万元"),
        ("历时3年，每天24小时", "3年 | 24小时"),
        ("100km，30m²，5kWh", "100km | 30m² | 5kWh"),
        ("共1234567", "1234567"),
        ("1/3的村", "1/3"),
        ("￥500，$20", "￥500 | $20"),
        ("100+家企业", "100+家"),
        ("**1**万", "1万"),
        ("覆盖`x`12个镇", "12个"),
        ("| 甲 | 乙 |\n|-|-|\n| 5户 | 2019 |", "5户"),
        ("## 收入超100万元", "超100万元"),
        ("- 12人\n- 13人", "12人 | 13人"),
        ("> 引14人[^a]\n\n[^a]: 注15人", "14人 | 15人"),
        ("[统计公报12万](source:a)", "12万"),
        ("捐4400萬元、30餘輛，11℃", "4400萬元 | 30餘輛 | 11℃"),
        ("三个要点20分", "20分"),
        ("约2000，", "约2000"),
        ("1234,100人", "1234 | 100人"),
        ("比例为3:2", "3 | 2"),
        ("5&#x4e07;元", "5万元"),
        ("1.254 billion yuan, 92.44 per cent, 43 mu", "1.254 billion yuan | 92.44 per cent | 43 mu"),
        ("paid 1900 yuan, 2019 people", "1900 yuan"),
        ("17 and 300 people in June", "17 | 300"),
        ("12 Mayors, 12 amid", "12 | 12"),
        ("共４２项、５．２％", "42项 | 5．2％"),
        ("十二项、约四十二人", "十二项 | 约四十二人"),
        ("增长百分之五点二", "百分之五点二"),
        ("两百多户，三万余人，两亿元", "两百多户 | 三万余人 | 两亿元"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn bound_numbers_are_told_apart() {
    for (text, expected) in [
        ("收入[22.04万元](figure:a@2019)，[](verdict:a)", "[22.04万元]"),
        ("[达标12项](verdict:a@2020)，另3项", "12项 | 3项"),
        ("约[**22.04**](figure:a@..2020-06)万元", "[约22.04万元]"),
        ("[任务5.2](task:5.2)后", ""),
        ("[2020年5户](figure:a)", "[5户]"),
        ("[5户](figure:A)", "5户"),
        ("[四十二项](count:a;status=met)、[0.4个百分点](change:a@2019..2020)", "[四十二项] | [0.4个百分点]"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn digits_of_every_script_and_dress_are_read() {
    for (text, expected) in [
        ("有９９个、𝟗𝟗个、٩٩个、九十九个", "99个 | 99个 | 99个 | 九十九个"),
        ("有⑨个，㊿户，½个", "9个 | 50户 | 1/2个"),
        ("有9&#x200b;9个，9\u{ad}9个", "99个 | 99个"),
        ("有9&zwnj;**9**个", "99个"),
        ("①提高收入，②修路；面积12m²，CO₂", "12m²"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn names_are_no_figures() {
    for text in [
        "2019年",
        "2020年6月",
        "6月17日",
        "2018—2020年",
        "2018-2020年",
        "2018至2020年",
        "2018、2019、2020年",
        "2018年至2020年",
        "on 18 June 2020",
        "June 18, 2020",
        "17–18 June",
        "17 and 18 June 2020",
        "from 17 to 19 June",
        "by 31 Dec",
        "at 5 p.m.",
        "5 pm",
        "see Chapter 2, task 5.2 and page 14",
        "in the 1990s",
        "the 20th century",
        "between 2018 and 2020",
        "2018-09-25",
        "2020 年 6 月 17 日",
        "2020/09/25",
        "2018-09",
        "2018—20年",
        "“2+2.5+0.5”联合",
        "1+N",
        "3mini",
        "2018-20年",
        "6、7月",
        "17—19日",
        "截至2019。",
        "2020级学生",
        "8时30分",
        "8:30",
        "上午9点半",
        "90年代",
        "21世纪",
        "80后",
        "70周年",
        "第10期",
        "第 3 批",
        "第1、2期",
        "第1—3批",
        "第一",
        "No.5",
        "三年",
        "六个",
        "第十二批",
        "二十年来",
        "三个要点",
        "十分重要",
        "十几个",
        "数十家",
        "三四十个",
        "二〇二〇年",
        "二十世纪",
        "千家万户",
        "十九大",
        "三分之一",
        "八点五十分",
        "5G",
        "A4纸",
        "4A级",
        "PM2.5",
        "COVID-19",
        "“1+8”协议",
        "0+3模式",
        "N+1",
        "1. 背景",
        "1、背景",
        "（1）甲；（2）乙",
        "见[1]",
        "## 5.2 背景",
        "## 1. 背景",
        "〔2020〕15号",
        "1号线",
        "版本1.2.3",
        "0769-22830000",
        "`12人`",
        "    12人",
        "```\n12人\n```",
        "https://a.cn/2019/12人",
        "<https://a.cn/12>",
        "[x](https://a.cn/12)",
        "![12人](chart:a)",
        "",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn spans_lead_to_the_file() {
    let text = "---\na: 1\n---\n收入约**22.04**万元，[5&#x6237;](figure:a)\n";
    let body = text.find("收").unwrap();
    let spots = parse(&text[body..], body).numbers();
    let shown: Vec<&str> = spots.iter().map(|spot| &text[spot.span.clone()]).collect();
    assert_eq!(shown, ["约**22.04**万元", "5&#x6237;"]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in "([0-9]{1,4}|[一二十]|百分之|年|月|日|第|约|万|元|%|[-—、/:+.,]| |km|G|\\*\\*|\n|&#49;|[(（\\[)）\\]]){0,25}") {
        for spot in parse(&text, 0).numbers() {
            prop_assert!(text.get(spot.span.clone()).is_some());
            prop_assert!(spot.text.contains(|c: char| c.is_ascii_digit() || "一二十".contains(c)));
        }
    }
}
