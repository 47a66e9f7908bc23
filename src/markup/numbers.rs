//! The numbers in running text that a reader takes as figures.
//!
//! A figure bound by a `figure:` or `target:` link, or computed, is checked against the data; one that is
//! bound to nothing is a warning. So this room errs towards silence where a number only names
//! something: dates, years, times, ordinals, labels (5G, A4, PM2.5), patterns (1+8), list
//! numbers, telephone numbers, versions. Of numbers in characters only those from ten on, and those in per cent, are
//! figures, and only with a unit behind them: 四十二项, but not 三个要点; of numbers in words none is.

use super::characters;
use super::number_words::{CURRENCY, JOINERS, LATIN_UNITS, List, MARKS, chars, words};
use super::running::Running;
use super::scan::{Numeral, Scanner, is_year};
use super::tree::Markup;
use crate::locale::lang::ProseWords;
use std::ops::Range;

/// A number that a reader takes as a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberSpot {
    /// Its place in the file, from the word before it (约, ¥) to its unit. Marks within the
    /// number (`**1**万`) lie in the span.
    pub span: Range<usize>,
    /// The words read: `约22.04万元`.
    pub text: String,
    /// Whether it stands in the words of a link to a figure, a target or something computed.
    pub bound: bool,
}

impl Markup {
    /// The numbers of the running text, in reading order. Code, images and the words of
    /// `task:` links are passed over.
    pub fn numbers(&self) -> Vec<NumberSpot> {
        self.running().iter().flat_map(in_running).collect()
    }

    /// Those within a stretch of the file.
    pub fn numbers_within(&self, span: &Range<usize>) -> Vec<NumberSpot> {
        let within = |spot: &NumberSpot| span.start <= spot.span.start && spot.span.end <= span.end;
        self.numbers().into_iter().filter(within).collect()
    }
}

/// So many characters before a number are looked through for the ordinal's mark of a run: a longer one is none.
const LONGEST_RUN: usize = 128;

/// So many numbers behind one another can name days of one month.
const MOST_DAYS: usize = 8;

fn in_running(running: &Running) -> Vec<NumberSpot> {
    let scan = Scanner { marks: &running.marks, heading: running.heading };
    let mut spots = Vec::new();
    let mut at = 0;
    let mut named = None;
    while at < scan.marks.len() {
        if let Some(end) = scan.address(at) {
            at = end;
        } else if scan.digit(at) {
            let numeral = scan.numeral(at);
            at = numeral.end;
            if scan.only_names(&numeral) {
                named = None;
            } else if scan.is_name(&numeral, named) {
                named = Some(numeral.end);
            } else {
                named = None;
                let spot = scan.spot(&numeral);
                at = at.max(spot.1);
                spots.push(spot.0);
            }
        } else if let Some((number, end)) = characters::read(&scan, at) {
            at = end;
            if let Some((spot, end)) = number.map(|number| scan.spot_of(number)) {
                at = at.max(end);
                spots.push(spot);
            }
        } else {
            at += 1;
        }
    }
    spots
}

impl Scanner<'_> {
    /// Whether a numeral names something. `named` is the end of the last numeral that did.
    fn is_name(&self, numeral: &Numeral, named: Option<usize>) -> bool {
        numeral.name
            || self.named_before(numeral, named)
            || self.named_letters(numeral)
            || self.is_list_number(numeral)
            || self.is_date(numeral)
    }

    /// ① and ¹ where no unit of a quantity stands behind them.
    fn only_names(&self, numeral: &Numeral) -> bool {
        let marks = &self.marks[numeral.start..numeral.end];
        marks.iter().all(|mark| mark.dressed || mark.c == '/') && !self.has_unit(numeral.end)
    }

    /// 第10期, 第1、2期, No. 5, 8时30分.
    fn named_before(&self, numeral: &Numeral, named: Option<usize>) -> bool {
        let mut at = numeral.start;
        while self.before(at) == Some(' ') {
            at -= 1;
        }
        let joined = named.is_some_and(|end| end + 1 == numeral.start && self.is_joiner(end));
        let minutes = self.before(at).is_some_and(|c| matches!(c, '时' | '点'))
            && named == at.checked_sub(1)
            && self.at(numeral.end) == Some('分');
        let short_year = self.at(numeral.end) == Some('年') && numeral.whole.is_some_and(|n| n < 100);
        // A year behind a name is found by itself, a counted thing is a figure after all.
        joined && (short_year || !self.has_unit(numeral.end) && !numeral.whole.is_some_and(is_year))
            || joined && self.ordinal_run(numeral.start)
            || minutes
            || self.before(at).is_some_and(|c| chars(|prose| prose.ordinals).any(|ordinal| ordinal == c))
            || words(|prose| prose.marks).chain(MARKS).any(|word| self.word_before(at, word))
            || self.latin_word_before(at).is_some_and(|word| {
                let word = word.to_lowercase();
                words(|prose| prose.places).any(|place| place == word)
            })
    }

    /// Whether two numbers may be joined here.
    fn is_joiner(&self, at: usize) -> bool {
        self.at(at).is_some_and(|c| JOINERS.contains(&c) || chars(|prose| prose.joiners).any(|one| one == c))
    }

    /// Whether the joined numbers before `at` begin with an ordinal's mark, such as 第.
    fn ordinal_run(&self, at: usize) -> bool {
        let run = |at: &usize| self.digit(*at) || self.is_joiner(*at);
        let start = (0..at).rev().take(LONGEST_RUN).take_while(run).last();
        let first = start.and_then(|start| self.before(start));
        first.is_some_and(|c| chars(|prose| prose.ordinals).any(|ordinal| ordinal == c))
    }

    /// 5G, A4, PM2.5, COVID-19, N+1.
    fn named_letters(&self, numeral: &Numeral) -> bool {
        let start = numeral.start;
        let hyphen = matches!(self.before(start), Some('-' | '+')) && self.letter(start.checked_sub(2));
        let behind = self.letter(Some(numeral.end)) && self.latin_unit(numeral.end).is_none();
        self.letter(start.checked_sub(1)) || hyphen || behind
    }

    /// 1. and 1、 at the start, 5.2 at the start of a heading, （1） and [1] anywhere.
    fn is_list_number(&self, numeral: &Numeral) -> bool {
        let (start, end) = (numeral.start, numeral.end);
        let short = numeral.whole.is_some_and(|n| n < 100);
        let closed = match self.before(start) {
            Some('（' | '(') => self.is_any(end, &['）', ')']),
            Some('[' | '〔' | '［') => self.is_any(end, &[']', '〕', '］']),
            _ => false,
        };
        let opens = start == 0 && self.is_any(end, &['.', '、', '．', ')', '）']);
        let heads = start == 0 && self.heading && self.is_any(end, &[' ', '\u{3000}']);
        short && (closed || opens) || heads && !self.has_unit(end)
    }

    /// Years, months, days, hours, and what is named by its number: 90年代, 15号.
    fn is_date(&self, numeral: &Numeral) -> bool {
        let Some(n) = numeral.whole else { return false };
        let end = self.past_space(numeral.end);
        let next = self.at(end).unwrap_or('\n');
        if words(|prose| prose.names).any(|name| self.word(end, name))
            || self.is_english_date(numeral, n, MOST_DAYS)
        {
            return true;
        }
        match next {
            '年' if is_year(n) => return true,
            '月' if (1..=12).contains(&n) => return true,
            '日' if (1..=31).contains(&n) => return true,
            '时' if n <= 24 => return true,
            '点' if n <= 24 => {
                return self.digit(end + 1)
                    || self.is_any(end + 1, &['半', '整', '钟', '前', '后', '至', '到']);
            }
            _ => {}
        }
        // 6、7月, 17—19日: the first is what the second is.
        if self.is_joiner(end) && self.digit(end + 1) {
            let second = self.numeral(end + 1);
            let same_form = second.whole.is_some() && !second.name;
            if same_form && self.is_any(second.end, &['月', '日', '号']) && self.is_date(&second) {
                return true;
            }
        }
        is_year(n) && self.is_bare_year(numeral)
    }

    /// 18 June, June 18, 17–18 June, 17 and 18 June, 5 p.m.
    fn is_english_date(&self, numeral: &Numeral, n: u32, more: usize) -> bool {
        let end = self.past_space(numeral.end);
        if n <= 24 && self.latin_word(end, |prose| prose.half_days) {
            return true;
        }
        if !(1..=31).contains(&n) || more == 0 {
            return false;
        }
        let start = numeral.start;
        let month_before = self.before(start) == Some(' ')
            && self
                .latin_word_before(start - 1)
                .is_some_and(|word| words(|prose| prose.months).any(|month| month == word));
        if month_before || self.latin_word(end, |prose| prose.months) {
            return true;
        }
        let second = [" and ", " to ", "–", "-", "/", ", "].iter().find_map(|joiner| {
            let next = numeral.end + joiner.chars().count();
            (self.word(numeral.end, joiner) && self.digit(next)).then(|| self.numeral(next))
        });
        second.is_some_and(|second| second.whole.is_some_and(|n| self.is_english_date(&second, n, more - 1)))
    }

    /// Whether one of a list of words stands at `at` and ends there.
    fn latin_word(&self, at: usize, list: List) -> bool {
        self.longest(at, words(list)).is_some_and(|width| !self.letter(Some(at + width)))
    }

    /// The word in Latin letters that ends at `end`.
    fn latin_word_before(&self, end: usize) -> Option<String> {
        let start = (0..end).rev().take_while(|at| self.letter(Some(*at))).last()?;
        Some(self.marks[start..end].iter().map(|mark| mark.c).collect())
    }

    /// Whether a year's number stands for the year though no 年 follows.
    fn is_bare_year(&self, numeral: &Numeral) -> bool {
        let end = numeral.end;
        if words(|prose| prose.year_labels).any(|label| self.word(end, label)) {
            return true;
        }
        // 2018—2020 are years, 2000—3000元 are not: the last number says it.
        let second = (self.is_joiner(end) && self.digit(end + 1)).then(|| self.digits(end + 1));
        if let Some(second) = second {
            return self.at(self.past_space(second)) == Some('年') || !self.has_unit(second);
        }
        let counted = self.has_unit(end)
            || self.about(numeral.start) < numeral.start
            || self.at(end).is_some_and(char::is_alphanumeric);
        !counted
    }

    /// The number with the words that belong to it, and where they end.
    fn spot(&self, numeral: &Numeral) -> (NumberSpot, usize) {
        self.spot_of(numeral.start..numeral.end)
    }

    /// The same of a number in characters.
    pub(super) fn spot_of(&self, number: Range<usize>) -> (NumberSpot, usize) {
        let start = self.about(number.start);
        let end = self.unit(number.end);
        let marks = &self.marks[start..end];
        let digits = &self.marks[number];
        let from = marks.first().map_or(0, |mark| mark.span.start);
        let spot = NumberSpot {
            span: from..marks.last().map_or(from, |mark| mark.span.end),
            text: marks.iter().map(|mark| mark.c).collect(),
            bound: digits.iter().any(|mark| mark.bound),
        };
        (spot, end)
    }

    /// Where the sign, currency and 约 before a number begin.
    fn about(&self, start: usize) -> usize {
        let mut at = start;
        let signed = matches!(self.before(at), Some('-' | '−' | '+'))
            && !at.checked_sub(2).and_then(|at| self.at(at)).is_some_and(|c| c.is_ascii_alphanumeric());
        at -= usize::from(signed);
        at -= usize::from(self.before(at).is_some_and(|c| CURRENCY.contains(&c)));
        if words(|prose| prose.not_about).any(|word| self.word_before(at, word)) {
            return at;
        }
        let about = words(|prose| prose.about).filter(|word| self.word_before(at, word));
        at - about.map(|word| word.chars().count()).max().unwrap_or(0)
    }

    fn has_unit(&self, end: usize) -> bool {
        self.unit(end) > end
    }

    /// Where the scale and unit after a number end.
    pub(super) fn unit(&self, end: usize) -> usize {
        let mut at = self.past_space(end);
        let from = at;
        let is_of = |at: usize, list: fn(&ProseWords) -> &'static [char]| {
            self.at(at).is_some_and(|c| chars(list).any(|one| one == c))
        };
        at += usize::from(self.at(at) == Some('+') || is_of(at, |prose| prose.more));
        while is_of(at, |prose| prose.scales) {
            at += 1;
        }
        at += usize::from(is_of(at, |prose| prose.more));
        if self.is_any(at, &['%', '％', '‰']) {
            at += 1;
        } else if let Some(width) = self.latin_unit(at) {
            at += width;
        } else if let Some(width) = self.longest(at, words(|prose| prose.units).chain(["℃"])) {
            at += width;
        } else if let Some(width) = self.longest(at, words(|prose| prose.unit_words)) {
            at += if self.letter(Some(at + width)) { 0 } else { width };
        }
        if at > from { at } else { end }
    }

    /// The length of a unit in Latin letters, which must end there.
    fn latin_unit(&self, at: usize) -> Option<usize> {
        let width = self.longest(at, LATIN_UNITS.iter().copied())?;
        let more = self.at(at + width).is_some_and(|c| c.is_ascii_alphanumeric());
        (!more).then_some(width)
    }

    /// One space may stand between a number and its unit.
    fn past_space(&self, at: usize) -> usize {
        at + usize::from(self.at(at) == Some(' '))
    }
}

#[cfg(test)]
#[path = "numbers_tests.rs"]
mod tests;
