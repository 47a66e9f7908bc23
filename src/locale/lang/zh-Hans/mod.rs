//! Simplified Chinese, from which Traditional Chinese is converted.

mod forms;
mod numerals;
mod wording;

use super::{Language, Rules, Scaling};
use std::borrow::Cow;

pub(super) fn language() -> Language {
    Language {
        tag: "zh-Hans",
        name: "简体中文",
        converts_to: Some(("zh-Hant", "繁體中文")),
        messages: Cow::Borrowed(include_str!("messages.ftl")),
        interface: Cow::Borrowed(include_str!("interface.ftl")),
        forms: Cow::Borrowed(include_str!("forms.ftl")),
        codes: Cow::Borrowed(include_str!("codes.ftl")),
        rules: RULES,
        wording: wording::wording(),
        form_words: forms::FORMS,
        units: UNITS,
    }
}

/// 12.54亿元, 2020年1—5月.
const RULES: Rules = Rules {
    scales: &[(100_000_000, "亿"), (10_000, "万")],
    money: Scaling { from: 10_000, decimals: 4 },
    count: Scaling { from: 100_000, decimals: 2 },
    written: None,
    // Scaled numbers are short: a comma in 1043.47万 would only slow the eye.
    groups_scaled: false,
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    capitals: false,
    heading_number: Some(heading_number),
};

/// A number from 1 in Chinese characters, as headings have it.
fn heading_number(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match number {
        0 => "〇".to_owned(),
        1..=9 => DIGITS[number].to_owned(),
        10..=99 => {
            let tens = if number < 20 { "" } else { DIGITS[number / 10] };
            format!("{tens}十{}", DIGITS[number % 10])
        }
        _ => number.to_string(),
    }
}

const UNITS: &[(&str, &str)] = &[
    ("person", "人"),
    ("person-time", "人次"),
    ("household", "户"),
    ("yuan", "元"),
    ("percent", "%"),
    ("percentage-point", "个百分点"),
    ("per-mille", "‰"),
    ("index-point", "点"),
    ("times", "倍"),
    ("item", "个"),
    ("project", "个"),
    ("event", "场"),
    ("visit", "次"),
    ("session", "期"),
    ("batch", "批次"),
    ("school", "所"),
    ("hospital", "家"),
    ("clinic", "个"),
    ("village", "个"),
    ("town", "个"),
    ("county", "个"),
    ("enterprise", "家"),
    ("workshop", "个"),
    ("job", "个"),
    ("department", "个"),
    ("group", "组"),
    ("pair", "对"),
    ("message", "条"),
    ("order", "宗"),
    ("vehicle-trip", "车次"),
    ("vehicle", "辆"),
    ("line", "条"),
    ("greenhouse", "个"),
    ("station", "个"),
    ("tonne", "吨"),
    ("kilometre", "公里"),
    ("square-metre", "平方米"),
    ("square-kilometre", "平方公里"),
    ("mu", "亩"),
    ("celsius", "℃"),
    ("day", "天"),
    ("year", "年"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_in_chinese() {
        let said: Vec<String> = [1, 9, 10, 11, 20, 32, 99, 100].into_iter().map(heading_number).collect();
        assert_eq!(said, ["一", "九", "十", "十一", "二十", "三十二", "九十九", "100"]);
    }
}
