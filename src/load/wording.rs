//! Validation of wording: do the words of a bound figure state it? `22.04万元` and `220,400元` state the same value;
//! `约` or `more than` must be said where the source says it.

use super::number_words::{self, Stated};
use crate::locale::lang::{self, ChangeWords, Qualifiers, is_han};
use crate::model::{Condition, Said, Value, Written};
use rust_decimal::Decimal;

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
    /// They hold several numbers, where one is computed.
    SeveralNumbers,
    /// What touches them makes another number of it, or something that is no number.
    Touched {
        /// The words with what stands around them.
        shown: String,
    },
    /// They drop the source's qualifier.
    NoQualifier {
        /// Words that would say it.
        say: &'static str,
    },
}

/// The words of one qualifier in a language's list of them.
pub(super) type WordList = fn(&Qualifiers) -> &'static [&'static str];

const ABOUT: WordList = |words| words.about;
pub(super) const MORE: WordList = |words| words.more_than;
pub(super) const LEAST: WordList = |words| words.at_least;
pub(super) const NEARLY: WordList = |words| words.nearly;
pub(super) const MOST: WordList = |words| words.at_most;

/// Whether a text says a qualifier in the words of any language: in words that stand apart, where they do.
fn within(said: WordList, text: &str) -> bool {
    lang::all().iter().map(|language| &language.wording).any(|wording| {
        let holds = |word: &&str| if wording.spaced { holds_word(text, word) } else { text.contains(word) };
        said(&wording.qualifiers).iter().any(holds)
    })
}

/// A word that would say a qualifier in a language; in the first one, if the program does not know it.
fn example(said: WordList, lang: &str) -> &'static str {
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
    let (numbers, qualifier): (Vec<&Written>, Option<WordList>) = match value {
        Value::Value(n) => (vec![n], None),
        Value::About(n) => (vec![n], Some(ABOUT)),
        Value::MoreThan(n) => (vec![n], Some(MORE)),
        Value::AtLeast(n) => (vec![n], Some(LEAST)),
        Value::Nearly(n) => (vec![n], Some(NEARLY)),
        Value::AtMost(n) => (vec![n], Some(MOST)),
        Value::Between(low, high) => (vec![low, high], None),
        Value::Done | Value::InProgress | Value::Missing => return Ok(()),
    };
    if approximates(words, around, value) {
        return Ok(());
    }
    states(words, around, &numbers)?;
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

/// Checks the words of a promise: they must hold its number or numbers. `around` is the text beside them.
pub(super) fn promise(words: &str, around: &str, condition: &Condition) -> Result<(), WordingFault> {
    let numbers: Vec<&Written> = condition.numbers().all().collect();
    // The number of one that is held against another indicator is that indicator's, which a figure link can bind.
    if numbers.is_empty() { Ok(()) } else { states(words, around, &numbers) }
}

/// Checks that words speak of per cent only where the data is in per cent; `percent` says that it is, though its
/// numbers are written without the sign.
pub(super) fn unit(words: &str, data: Option<&Written>, percent: bool) -> Result<(), WordingFault> {
    let Some(data) = data.filter(|data| !percent && !data.is_percent()) else { return Ok(()) };
    let words = number_words::narrow(words);
    let found = number_words::numbers(&words);
    let spelled_out = |one: &&Stated| words[..one.place.start.min(words.len())].ends_with("百分之");
    match found.iter().find(|one| one.points || one.written.is_percent() || spelled_out(one)) {
        Some(one) => Err(WordingFault::OtherNumber {
            said: format!("{}%", one.written.text()),
            data: data.text().to_owned(),
        }),
        None => Ok(()),
    }
}

/// The words of a number that the program computes: which number they say, how exactly, and whether they speak of
/// points, of per cent, or of a fall.
pub(super) fn computed(words: &str, around: &str) -> Result<(Said, Stated), WordingFault> {
    let mut found = number_words::numbers(words);
    if found.len() > 1 {
        return Err(WordingFault::SeveralNumbers);
    }
    let stated = found.pop().ok_or(WordingFault::NoNumber)?;
    let (before, after) = around.split_once('\n').unwrap_or((around, ""));
    let words = number_words::narrow(words);
    let said = Said {
        value: qualified(&words, (before, after), &stated),
        falls: falls(before, &words, after, &stated),
    };
    Ok((said, stated))
}

/// What words say of one number, with the qualifier that stands in them or next to them.
fn qualified(words: &str, (before, after): (&str, &str), stated: &Stated) -> Value {
    let words = words.to_lowercase();
    let (before, after) = (before.trim_end().to_lowercase(), after.trim_start().to_lowercase());
    let close = |said: WordList| within(said, &words) || touches(said, &before, &after);
    let number = stated.written.clone();
    // Of words that hold each other (不超过 and 超) the longer ones are asked first.
    if close(MOST) {
        Value::AtMost(number)
    } else if close(LEAST) {
        Value::AtLeast(number)
    } else if close(NEARLY) {
        Value::Nearly(number)
    } else if close(ABOUT) {
        Value::About(number)
    } else if close(MORE) {
        Value::MoreThan(number)
    } else {
        Value::Value(number)
    }
}

/// Whether a word that says how exact a number is stands at once before or behind it.
pub(super) fn touches(said: WordList, before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end(), after.trim_start());
    lang::all().iter().any(|language| {
        let wording = &language.wording;
        said(&wording.qualifiers).iter().any(|word| {
            // 多20人 is a rise by 20 and 其余20人 are the others; 20多人 is more than 20. 附近 is not 近.
            let behind = wording.numerals.more.iter().any(|more| word.chars().eq([*more]));
            let other = behind || wording.prose.not_about.iter().any(|other| before.ends_with(other));
            let ends = |rest: &str| apart(rest.chars().next_back(), wording.spaced);
            let stands_before = !other && before.strip_suffix(word).is_some_and(ends);
            let begins = |rest: &str| apart(rest.chars().next(), wording.spaced);
            stands_before || after.strip_prefix(word).is_some_and(begins)
        })
    })
}

/// Whether a word ends where `next` stands.
fn apart(next: Option<char>, spaced: bool) -> bool {
    !spaced || !next.is_some_and(|c| c.is_alphanumeric() && !is_han(c))
}

/// Whether words speak of a fall: the word for a rise or a fall that stands last before the number, or else the
/// first behind it, says it.
fn falls(before: &str, words: &str, after: &str, stated: &Stated) -> bool {
    let before = format!("{before}{}", &words[..stated.place.start]).to_lowercase();
    let after = format!("{}{after}", &words[stated.place.end..]).to_lowercase();
    let mut last: Option<(usize, usize, bool)> = None;
    let mut first: Option<(usize, usize, bool)> = None;
    for language in lang::all() {
        let ChangeWords { rises, falls } = language.wording.changes;
        let spaced = language.wording.spaced;
        for (word, down) in
            rises.iter().map(|word| (*word, false)).chain(falls.iter().map(|word| (*word, true)))
        {
            // A single character is a word of its own only next to the number: 高0.4个, but 高中.
            if !spaced && word.chars().count() == 1 {
                if before.trim_end().ends_with(word) {
                    last = last.max(Some((before.len() - word.len(), word.len(), down)));
                }
                continue;
            }
            let stands = |text: &str, at: usize| {
                apart(text[..at].chars().next_back(), spaced)
                    && apart(text[at + word.len()..].chars().next(), spaced)
            };
            let behind = before.rmatch_indices(word).map(|(at, _)| at).find(|at| stands(&before, *at));
            last = last.max(behind.map(|at| (at, word.len(), down)));
            if spaced {
                let ahead = after.match_indices(word).map(|(at, _)| at).find(|at| stands(&after, *at));
                first = [first, ahead.map(|at| (at, word.len(), down))].into_iter().flatten().min();
            }
        }
    }
    last.or(first).is_some_and(|(.., down)| down)
}

/// Whether words round a plain number in a way that says so: 约4100亿元 for 4102.3亿元, 20多万 for 22.04万.
fn approximates(words: &str, around: &str, value: &Value) -> bool {
    let (Value::Value(data) | Value::About(data)) = value else { return false };
    let Ok((said, stated)) = computed(words, around) else { return false };
    let number = data.value();
    let from = |number: &Written| (number.value(), number.significant_step());
    let near = |said: &Written| {
        number.checked_sub(said.value()).is_some_and(|apart| apart.abs() <= said.rounds_within())
    };
    let no_more = |least: Decimal, step: Decimal| least.checked_add(step).is_some_and(|most| number <= most);
    if stated.points && data.is_percent() {
        return false;
    }
    match &said.value {
        Value::About(said) => near(said),
        _ if matches!(value, Value::About(_)) => false,
        Value::MoreThan(said) | Value::AtLeast(said) => {
            let (least, step) = from(said);
            least <= number && no_more(least, step)
        }
        Value::Nearly(said) => number <= said.value() && near(said),
        Value::AtMost(said) => {
            let (most, step) = from(said);
            number <= most && most.checked_sub(step).is_some_and(|least| least <= number)
        }
        _ => false,
    }
}

fn states(words: &str, around: &str, wanted: &[&Written]) -> Result<(), WordingFault> {
    let said = number_words::numbers(words);
    if said.is_empty() {
        return Err(WordingFault::NoNumber);
    }
    let (before, after) = around.split_once('\n').unwrap_or((around, ""));
    let words = number_words::narrow(words);
    // What has fallen by 9.2 % is -9.2 % in the data.
    let is_same = |said: &Stated, wanted: &Written| {
        let number = said.written.value();
        number == wanted.value()
            || (number == -wanted.value()
                && wanted.value() < Decimal::ZERO
                && falls(before, &words, after, said))
    };
    if said.len() == wanted.len() && said.iter().zip(wanted).all(|(said, wanted)| is_same(said, wanted)) {
        return Ok(());
    }
    let join = |all: Vec<&str>| all.join("–");
    Err(WordingFault::OtherNumber {
        said: join(said.iter().map(|Stated { written, .. }| written.text()).collect()),
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
        for words in ["二十二万零四百元", "二十二点零四万元", "２２．０４万元"] {
            assert_eq!(figure("zh-Hans", words, "", &income), Ok(()), "{words}");
        }
        assert!(matches!(
            figure("zh-Hans", "二十二万元", "", &income),
            Err(WordingFault::OtherNumber { .. })
        ));
        assert_eq!(figure("zh-Hans", "许多元", "", &income), Err(WordingFault::NoNumber));
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
    fn a_rounded_number_that_says_so_is_accepted_by_its_value() {
        let output = Value::Value(written("4102.3亿"));
        for (words, around) in [
            ("约4100亿元", ""),
            ("4100亿元左右", ""),
            ("4100亿元", "达到约\n"),
            ("超过4000亿元", ""),
            ("四千一百多亿元", ""),
            ("约四千一百亿元", ""),
            ("近4200亿元", ""),
            ("不到4200亿元", ""),
        ] {
            assert_eq!(figure("zh-Hans", words, around, &output), Ok(()), "{words}");
        }
        for (words, around) in [
            ("4100亿元", ""),
            ("约4600亿元", ""),
            ("超过4200亿元", ""),
            ("超过1000亿元", ""),
            ("4100亿元", "节约了\n"),
        ] {
            assert!(figure("zh-Hans", words, around, &output).is_err(), "{words}");
        }
        let share = Value::Value(written("21.5%"));
        assert_eq!(figure("en", "about 22 per cent", "", &share), Ok(()));
        assert!(figure("en", "about 22 percentage points", "", &share).is_err());
    }

    #[test]
    fn words_of_a_change_say_which_way_and_as_what() {
        for (words, around, value, points, falls) in [
            ("提高0.4个百分点", "", "0.4", true, false),
            ("0.4个百分点", "比上年下降\n", "0.4", true, true),
            ("少6.0%", "", "6.0", false, true),
            ("6.0%", "同比\n", "6.0", false, false),
            ("0.4 percentage points lower", "", "0.4", true, true),
            ("6 per cent", "grew by \n", "6", false, false),
            ("6 per cent", "which fell by \n", "6", false, true),
        ] {
            let (said, stated) = computed(words, around).expect(words);
            assert_eq!(said.value, Value::Value(stated.written.clone()), "{words}");
            assert_eq!((stated.written.text(), stated.points, said.falls), (value, points, falls), "{words}");
        }
    }

    #[test]
    fn what_is_below_zero_is_told_as_a_fall() {
        let change = Value::Value(written("-9.2%"));
        for (lang, words, around) in [
            ("zh-Hans", "降低9.2%", ""),
            ("zh-Hans", "9.2%", "累计降低\n，目标"),
            ("en", "9.2 %", "fell by \n since 2020"),
            ("en", "9.2 % lower", ""),
        ] {
            assert_eq!(figure(lang, words, around, &change), Ok(()), "{words}");
        }
        for words in ["提高9.2%", "9.2%", "降低9.3%"] {
            assert!(figure("zh-Hans", words, "", &change).is_err(), "{words}");
        }
        assert!(
            figure("zh-Hans", "降低9.2%", "", &Value::Value(written("9.2%"))).is_ok(),
            "as its name may say"
        );
        let asked = Condition::AtMost(written("-13.5%"));
        assert_eq!(promise("13.5%", "五年累计降低\n。", &asked), Ok(()));
        assert!(promise("13.5%", "五年累计\n。", &asked).is_err());
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
        assert_eq!(promise("每年8000人以上", "", &condition), Ok(()));
        assert!(promise("每年800人以上", "", &condition).is_err());
        assert!(promise("", "", &condition).is_err());
    }
}
