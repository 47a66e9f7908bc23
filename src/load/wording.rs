//! Do the words of a bound figure state it? `22.04万元` and `220,400元` state the same value; `约` or
//! `more than` must be said where the source says it.

use crate::model::{Condition, Value, Written};

/// What is wrong with the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WordingFault {
    /// They hold no number.
    NoNumber,
    /// They hold another number than the data.
    OtherNumber {
        /// What the words say.
        said: String,
        /// What the data says.
        data: String,
    },
    /// They drop the source's qualifier.
    NoQualifier {
        /// Words that would say it.
        say: &'static str,
    },
}

const ABOUT: &[&str] =
    &["约", "左右", "大约", "上下", "約", "about", "around", "roughly", "approximately", "some "];
const MORE: &[&str] = &["超", "多", "余", "餘", "以上", "more than", "over", "above"];
const LEAST: &[&str] =
    &["以上", "至少", "不少于", "不低于", "不少於", "不低於", "可达", "at least", "or more"];
const NEARLY: &[&str] = &["近", "接近", "不到", "nearly", "almost"];
const MOST: &[&str] = &["以下", "至多", "不超过", "不超過", "最多", "at most", "up to"];

/// Checks the words of a figure; `around` is the text just before and after the link, where a
/// qualifier may stand as well.
pub(super) fn figure(words: &str, around: &str, value: &Value) -> Result<(), WordingFault> {
    let (numbers, qualifiers): (Vec<&Written>, &[&'static str]) = match value {
        Value::Value(n) => (vec![n], &[]),
        Value::About(n) => (vec![n], ABOUT),
        Value::MoreThan(n) => (vec![n], MORE),
        Value::AtLeast(n) => (vec![n], LEAST),
        Value::Nearly(n) => (vec![n], NEARLY),
        Value::AtMost(n) => (vec![n], MOST),
        Value::Between(low, high) => (vec![low, high], &[]),
        Value::Done | Value::InProgress => return Ok(()),
    };
    states(words, &numbers)?;
    let everything = format!("{around}\n{words}").to_lowercase();
    // 以上 and 多 overlap in use: a floor may be worded either way.
    let said = |list: &[&str]| list.iter().any(|word| everything.contains(word));
    let fine = match value {
        Value::MoreThan(_) | Value::AtLeast(_) => said(MORE) || said(LEAST),
        _ => qualifiers.is_empty() || said(qualifiers),
    };
    if fine {
        Ok(())
    } else {
        Err(WordingFault::NoQualifier { say: qualifiers.first().copied().unwrap_or_default() })
    }
}

/// Checks the words of a promise: they must hold its number or numbers.
pub(super) fn promise(words: &str, condition: &Condition) -> Result<(), WordingFault> {
    match condition {
        Condition::AtLeast(n) | Condition::AtMost(n) | Condition::Exactly(n) => states(words, &[n]),
        Condition::Between(low, high) | Condition::Within(low, high) => states(words, &[low, high]),
        Condition::Done => Ok(()),
    }
}

fn states(words: &str, wanted: &[&Written]) -> Result<(), WordingFault> {
    let said = numbers(words);
    if said.is_empty() {
        return Err(WordingFault::NoNumber);
    }
    let same = said.len() == wanted.len()
        && said.iter().zip(wanted).all(|(said, wanted)| said.value() == wanted.value());
    if same {
        return Ok(());
    }
    let join = |all: Vec<&str>| all.join("–");
    Err(WordingFault::OtherNumber {
        said: join(said.iter().map(Written::text).collect()),
        data: join(wanted.iter().map(|written| written.text()).collect()),
    })
}

/// The numbers in a stretch of words, with their scale words.
fn numbers(words: &str) -> Vec<Written> {
    const SCALES: [&str; 6] = ["万亿", "百万", "千万", "亿", "万", "千"];
    const TRADITIONAL: [(char, char); 2] = [('萬', '万'), ('億', '亿')];
    let words: String =
        words.chars().map(|c| TRADITIONAL.iter().find(|(t, _)| *t == c).map_or(c, |(_, s)| *s)).collect();
    let mut found = Vec::new();
    let mut rest = words.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let mut end =
            rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
        end = rest[..end].trim_end_matches(['.', ',']).len();
        let after = rest[end..].trim_start_matches(['余', '多', '餘', ' ']);
        let scale = SCALES.iter().find(|scale| after.starts_with(**scale));
        let million = after.starts_with("million").then_some(&"百万");
        let text = format!("{}{}", &rest[..end], scale.or(million).unwrap_or(&""));
        found.extend(Written::parse(&text).ok());
        rest = &rest[end.max(1)..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Written {
        Written::parse(text).expect(text)
    }

    #[test]
    fn any_way_of_writing_the_value_is_accepted() {
        let income = Value::Value(written("22.04万"));
        for words in ["22.04万元", "220,400元", "220400元", "22.04 万元", "22.04萬元"] {
            assert_eq!(figure(words, "", &income), Ok(()), "{words}");
        }
        for words in ["22万元", "22.04元", "2.204万元", "约22.4万元"] {
            assert!(matches!(figure(words, "", &income), Err(WordingFault::OtherNumber { .. })), "{words}");
        }
        assert_eq!(figure("二十二万", "", &income), Err(WordingFault::NoNumber));
    }

    #[test]
    fn a_qualifier_of_the_source_must_be_said() {
        let jobs = Value::MoreThan(written("20万"));
        assert_eq!(figure("20多万个", "", &jobs), Ok(()));
        assert_eq!(figure("20万个", "提供超过", &jobs), Ok(()));
        assert_eq!(figure("20万个", "提供", &jobs), Err(WordingFault::NoQualifier { say: "超" }));
        let people = Value::About(written("18万"));
        assert_eq!(figure("18万人左右", "", &people), Ok(()));
        assert!(figure("18万人", "", &people).is_err());
    }

    #[test]
    fn a_range_needs_both_ends() {
        let range = Value::Between(written("300万"), written("500万"));
        assert_eq!(figure("300万至500万元", "", &range), Ok(()));
        assert!(figure("300万元", "", &range).is_err());
    }

    #[test]
    fn a_promise_needs_its_number() {
        let condition = Condition::AtLeast(written("8000"));
        assert_eq!(promise("每年8000人以上", &condition), Ok(()));
        assert!(promise("每年800人以上", &condition).is_err());
        assert!(promise("", &condition).is_err());
    }
}
