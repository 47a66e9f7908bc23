//! Validation of wording: do the words of a bound figure state it? `22.04万元` and `220,400元` state the same value;
//! `约` or `more than` must be said where the source says it.

use super::number_words::{self, Stated};
use crate::locale::lang::{self, Qualifiers};
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

/// The words of one qualifier in a language's list of them.
type Said = fn(&Qualifiers) -> &'static [&'static str];

const ABOUT: Said = |words| words.about;
const MORE: Said = |words| words.more_than;
const LEAST: Said = |words| words.at_least;
const NEARLY: Said = |words| words.nearly;
const MOST: Said = |words| words.at_most;

/// Whether a text says a qualifier in the words of any language: in words that stand apart, where they do.
fn within(said: Said, text: &str) -> bool {
    lang::all().iter().map(|language| &language.wording).any(|wording| {
        let holds = |word: &&str| if wording.spaced { holds_word(text, word) } else { text.contains(word) };
        said(&wording.qualifiers).iter().any(holds)
    })
}

/// A word that would say a qualifier in a language; in the first one, if the program does not know it.
fn example(said: Said, lang: &str) -> &'static str {
    let language = lang::all().iter().find(|language| {
        language.tag == lang || language.converts_to.is_some_and(|(converted, _)| converted == lang)
    });
    let language = language.or(lang::all().first());
    language.and_then(|one| said(&one.wording.qualifiers).first()).copied().unwrap_or_default()
}

/// Whether `word` stands in `text` and is no part of a longer word.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// Checks the words of a figure; `around` is the text just before and after the link, where a
/// qualifier may stand as well, and `lang` the language of the text.
pub(super) fn figure(lang: &str, words: &str, around: &str, value: &Value) -> Result<(), WordingFault> {
    let (numbers, qualifier): (Vec<&Written>, Option<Said>) = match value {
        Value::Value(n) => (vec![n], None),
        Value::About(n) => (vec![n], Some(ABOUT)),
        Value::MoreThan(n) => (vec![n], Some(MORE)),
        Value::AtLeast(n) => (vec![n], Some(LEAST)),
        Value::Nearly(n) => (vec![n], Some(NEARLY)),
        Value::AtMost(n) => (vec![n], Some(MOST)),
        Value::Between(low, high) => (vec![low, high], None),
        Value::Done | Value::InProgress => return Ok(()),
    };
    states(words, &numbers)?;
    let Some(qualifier) = qualifier else { return Ok(()) };
    let everything = format!("{around}\n{words}").to_lowercase();
    let fine = match value {
        // 以上 and 多 overlap in use: a floor may be worded either way.
        Value::MoreThan(_) | Value::AtLeast(_) => {
            let caps = lang::all().iter().flat_map(|language| language.wording.qualifiers.caps);
            let floors = caps.fold(everything, |text, cap| text.replace(cap, " "));
            within(MORE, &floors) || within(LEAST, &floors)
        }
        _ => within(qualifier, &everything),
    };
    if fine { Ok(()) } else { Err(WordingFault::NoQualifier { say: example(qualifier, lang) }) }
}

/// Checks the words of a promise: they must hold its number or numbers.
pub(super) fn promise(words: &str, condition: &Condition) -> Result<(), WordingFault> {
    match condition {
        Condition::AtLeast(n)
        | Condition::AtMost(n)
        | Condition::Exactly(n)
        | Condition::Above(n)
        | Condition::Below(n)
        | Condition::About(n) => states(words, &[n]),
        Condition::Between(low, high) | Condition::Within(low, high) => states(words, &[low, high]),
        // Its number is another indicator's, which a figure link can bind.
        Condition::Against(_) | Condition::Done => Ok(()),
    }
}

fn states(words: &str, wanted: &[&Written]) -> Result<(), WordingFault> {
    let said = number_words::numbers(words);
    if said.is_empty() {
        return Err(WordingFault::NoNumber);
    }
    let same = said.len() == wanted.len()
        && said.iter().zip(wanted).all(|(said, wanted)| said.value == wanted.value());
    if same {
        return Ok(());
    }
    let join = |all: Vec<&str>| all.join("–");
    Err(WordingFault::OtherNumber {
        said: join(said.iter().map(|Stated { text, .. }| text.as_str()).collect()),
        data: join(wanted.iter().map(|written| written.text()).collect()),
    })
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
            assert_eq!(figure("zh-Hans", words, "", &income), Ok(()), "{words}");
        }
        for words in ["22万元", "22.04元", "2.204万元", "约22.4万元"] {
            assert!(
                matches!(figure("zh-Hans", words, "", &income), Err(WordingFault::OtherNumber { .. })),
                "{words}"
            );
        }
        assert_eq!(figure("zh-Hans", "二十二万", "", &income), Err(WordingFault::NoNumber));
    }

    #[test]
    fn a_qualifier_of_the_source_must_be_said() {
        let jobs = Value::MoreThan(written("20万"));
        assert_eq!(figure("zh-Hans", "20多万个", "", &jobs), Ok(()));
        assert_eq!(figure("zh-Hans", "20万个", "提供超过", &jobs), Ok(()));
        assert_eq!(figure("zh-Hans", "20万个", "提供", &jobs), Err(WordingFault::NoQualifier { say: "超" }));
        let people = Value::About(written("18万"));
        assert_eq!(figure("zh-Hans", "18万人左右", "", &people), Ok(()));
        assert!(figure("zh-Hans", "18万人", "", &people).is_err());
    }

    #[test]
    fn english_says_the_same_in_its_own_way() {
        let roads = Value::Value(written("5"));
        assert_eq!(figure("en", "five village roads", "", &roads), Ok(()));
        assert!(matches!(
            figure("en", "six village roads", "", &roads),
            Err(WordingFault::OtherNumber { .. })
        ));
        let money = Value::MoreThan(written("12.54亿"));
        assert_eq!(figure("en", "more than 1.254 billion yuan", "", &money), Ok(()));
        assert_eq!(figure("en", "1.254 billion yuan", "paid over ", &money), Ok(()));
        let staff = Value::MoreThan(written("20"));
        assert_eq!(figure("en", "twenty-odd teachers", "", &staff), Ok(()));
        for words in ["20 teachers", "20 teachers from Hangover", "no more than 20 teachers"] {
            assert_eq!(
                figure("en", words, "", &staff),
                Err(WordingFault::NoQualifier { say: "more than" }),
                "{words}"
            );
        }
        let least = Value::AtLeast(written("6"));
        assert_eq!(figure("en", "no fewer than six pairs", "", &least), Ok(()));
        assert!(figure("en", "不超过6组", "", &least).is_err());
    }

    #[test]
    fn a_range_needs_both_ends() {
        let range = Value::Between(written("300万"), written("500万"));
        assert_eq!(figure("zh-Hans", "300万至500万元", "", &range), Ok(()));
        assert!(figure("zh-Hans", "300万元", "", &range).is_err());
    }

    #[test]
    fn a_promise_needs_its_number() {
        let condition = Condition::AtLeast(written("8000"));
        assert_eq!(promise("每年8000人以上", &condition), Ok(()));
        assert!(promise("每年800人以上", &condition).is_err());
        assert!(promise("", &condition).is_err());
    }
}
