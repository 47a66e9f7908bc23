//! Numbers written in Chinese characters: 四十二, 一百零五, 五点二, 两亿三千万, 百分之五点二, 二〇二〇.

use crate::locale::lang::Spelled;
use rust_decimal::Decimal;

/// What is no number though it begins like one.
#[rustfmt::skip] // a word a line would be long
const NOT_NUMBERS: &[&str] = &[
    "一些", "一定", "一起", "一般", "一直", "一样", "一樣", "一方", "一边", "一邊", "一面", "一带", "一帶", "一路",
    "一度", "一旦", "一切", "一致", "一同", "一律", "一举", "一舉", "一时", "一時", "一体", "一體", "一线", "一線",
    "一流", "一手", "一心", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "一经", "一經",
    "三农", "三農", "四川", "五常", "九江", "十分", "十足", "十字", "十里", "十四五", "十三五", "十二五", "十五五",
];

/// What stands before characters that name something or leave the number open: 第三, 数十, 几百, 星期一.
const NAMES_BEFORE: &[&str] = &[
    "第", "数", "數", "几", "幾", "初", "星期", "周", "礼拜", "禮拜", "统", "統", "之", "万", "萬", "唯",
    "同",
];

/// Reads the number that begins at a byte of a text; none if no character of a number stands there.
pub(super) fn spelled(text: &str, at: usize) -> Option<Spelled> {
    let rest = &text[at..];
    for (prefix, percent) in [("百分之", true), ("千分之", false), ("万分之", false)] {
        if let Some(share) = rest.strip_prefix(prefix) {
            let Some(found) = number(share) else { return Some(none(at + prefix.len())) };
            let number = found.number.filter(|_| percent);
            let number = number.map(|(value, step)| (value, step, true));
            return Some(Spelled { end: at + prefix.len() + found.length, number });
        }
    }
    let found = number(rest)?;
    let end = at + found.length;
    let no_number = NOT_NUMBERS.iter().any(|word| rest.starts_with(word))
        || NAMES_BEFORE.iter().any(|word| text[..at].ends_with(word))
        || rest[found.length..].starts_with(['几', '幾', '来', '來'])
        || rest[found.length..].starts_with("分之");
    if no_number {
        return Some(none(end.max(at + word_length(rest))));
    }
    Some(Spelled { end, number: found.number.map(|(value, step)| (value, step, false)) })
}

fn none(end: usize) -> Spelled {
    Spelled { end, number: None }
}

fn word_length(rest: &str) -> usize {
    NOT_NUMBERS.iter().filter(|word| rest.starts_with(*word)).map(|word| word.len()).max().unwrap_or(0)
}

struct Found {
    length: usize,
    /// The value, and what the last digit said is worth; none if the characters say no one number.
    number: Option<(Decimal, Decimal)>,
}

/// Reads the characters of one number.
fn number(text: &str) -> Option<Found> {
    let length = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
    let run = &text[..length];
    // A full stop of a number stands between digits: 五点二, not 三点整.
    let stop = text[length..].strip_prefix(['点', '點']);
    let decimals = stop.map(|after| &after[..after.find(|c| digit(c).is_none()).unwrap_or(after.len())]);
    let decimals = decimals.filter(|decimals| !decimals.is_empty() && !run.is_empty());
    if run.is_empty() || (digit(run.chars().next()?).is_none() && !run.starts_with('十')) {
        return None;
    }
    let Some(decimals) = decimals else { return Some(Found { length, number: whole(run) }) };
    let mut end = length + '点'.len_utf8() + decimals.len();
    let mut scale = 1_i64;
    while let Some(large) = text[end..].chars().next().and_then(large) {
        scale = scale.checked_mul(large)?;
        end += '万'.len_utf8();
    }
    if text[end..].starts_with(is_numeral) {
        // 三点五十分 is a time.
        let more = text[end..].find(|c| !is_numeral(c)).unwrap_or(text.len() - end);
        return Some(Found { length: end + more, number: None });
    }
    let value = || {
        let (before, _) = whole(run)?;
        let places = u32::try_from(decimals.chars().count()).ok().filter(|places| *places <= 10)?;
        let after = decimals.chars().try_fold(0_i64, |sum, c| Some(sum * 10 + digit(c)?))?;
        let scale = Decimal::from(scale);
        let value = before.checked_add(Decimal::new(after, places))?.checked_mul(scale)?;
        Some((value, Decimal::new(1, places).checked_mul(scale)?))
    };
    Some(Found { length: end, number: value() })
}

/// A number without decimals; none if it is two of them (三四) or not written as numbers are.
fn whole(run: &str) -> Option<(Decimal, Decimal)> {
    let chars: Vec<char> = run.chars().collect();
    if chars.iter().all(|c| digit(*c).is_some()) {
        let is_read_out = chars.len() > 3 || chars.iter().any(|c| matches!(c, '〇' | '零'));
        if (chars.len() > 1 && !is_read_out) || chars.len() > 15 {
            return None;
        }
        let value = chars.iter().try_fold(0_i64, |sum, c| Some(sum * 10 + digit(*c)?))?;
        return Some((Decimal::from(value), Decimal::ONE));
    }
    let (mut total, mut section, mut one) = (0_i64, 0_i64, None);
    let mut step = 1_i64;
    for (at, c) in chars.iter().enumerate() {
        if let Some(digit) = digit(*c) {
            if digit == 0 {
                continue;
            }
            if one.is_some() {
                return None;
            }
            (one, step) = (Some(digit), 1);
        } else if let Some(small) = small(*c) {
            let count = one
                .take()
                .or((small == 10 && (at == 0 || section == 0 || chars[at - 1] == '零')).then_some(1))?;
            section += count * small;
            step = 1;
        } else {
            let large = large(*c)?;
            let part = section + one.take().unwrap_or(0);
            // 万亿: what stands before is multiplied as a whole.
            (total, step) = if part == 0 {
                (total.checked_mul(large)?, step * large)
            } else {
                (total + part.checked_mul(large)?, large)
            };
            section = 0;
        }
    }
    // 两万三 is 23,000.
    let shortened = chars.len() > 1
        && one.is_some()
        && chars.get(chars.len() - 2).is_some_and(|c| large(*c).is_some() || matches!(c, '百' | '千'));
    if shortened {
        let before = *chars.get(chars.len() - 2)?;
        step = large(before).or_else(|| small(before))? / 10;
        one = one.map(|one| one * step);
    }
    let value = total.checked_add(section + one.unwrap_or(0))?;
    Some((Decimal::from(value), Decimal::from(step)))
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || small(c).is_some() || large(c).is_some()
}

fn digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn small(c: char) -> Option<i64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        _ => return None,
    })
}

fn large(c: char) -> Option<i64> {
    Some(match c {
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<String> {
        spelled(text, 0)?
            .number
            .map(|(value, _, percent)| format!("{}{}", value.normalize(), if percent { "%" } else { "" }))
    }

    #[test]
    fn numbers_in_characters_are_read_by_their_value() {
        for (text, wanted) in [
            ("四十二项", "42"),
            ("十二个", "12"),
            ("一百零五人", "105"),
            ("一百一十", "110"),
            ("一千零一", "1001"),
            ("两万三千", "23000"),
            ("两万三", "23000"),
            ("三百五", "350"),
            ("两亿三千万元", "230000000"),
            ("四千一百亿元", "410000000000"),
            ("一万亿", "1000000000000"),
            ("五点二", "5.2"),
            ("十二点五四亿", "1254000000"),
            ("百分之五点二", "5.2%"),
            ("百分之四十", "40%"),
            ("二〇二〇", "2020"),
            ("五所", "5"),
        ] {
            assert_eq!(value(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_one_number_has_none() {
        for text in
            ["三四个", "十几个", "三分之一", "一些", "十分重要", "三点五十分", "千家", "亿元", "人", "十四五"]
        {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!(spelled("第三", "第".len()).map(|found| found.number), Some(None));
        assert_eq!(spelled("数十", "数".len()).map(|found| found.number), Some(None));
    }
}
