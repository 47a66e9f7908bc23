//! Reading digits, and what stands together with them, from running text.

use super::running::RunningChar;

/// Digits as they stand together.
pub(super) struct Numeral {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The value, where it is a whole number without separators of at most four digits.
    pub(super) whole: Option<u32>,
    /// Whether its form alone says that it is no figure: 2018-09-25, 1+8, 1.2.3, 8:30, 0769.
    pub(super) name: bool,
}

pub(super) struct Scanner<'a> {
    pub(super) marks: &'a [RunningChar],
    pub(super) heading: bool,
}

impl Scanner<'_> {
    pub(super) fn at(&self, at: usize) -> Option<char> {
        self.marks.get(at).map(|mark| mark.c)
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.at(at))
    }

    pub(super) fn digit(&self, at: usize) -> bool {
        self.at(at).is_some_and(|c| c.is_ascii_digit())
    }

    pub(super) fn letter(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.at(at)).is_some_and(|c| c.is_ascii_alphabetic())
    }

    pub(super) fn is_any(&self, at: usize, chars: &[char]) -> bool {
        self.at(at).is_some_and(|c| chars.contains(&c))
    }

    /// Where the digits from `at` on end.
    pub(super) fn digits(&self, at: usize) -> usize {
        at + self.marks.iter().skip(at).take_while(|mark| mark.c.is_ascii_digit()).count()
    }

    /// Whether `word` stands at `at`.
    pub(super) fn word(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(n, c)| self.at(at + n) == Some(c))
    }

    /// Whether `word` ends at `at`.
    pub(super) fn word_before(&self, at: usize, word: &str) -> bool {
        at.checked_sub(word.chars().count()).is_some_and(|start| self.word(start, word))
    }

    /// The length of the longest of some words that stand at `at`.
    pub(super) fn longest(&self, at: usize, words: impl Iterator<Item = &'static str>) -> Option<usize> {
        words.filter(|word| self.word(at, word)).map(|word| word.chars().count()).max()
    }

    /// The end of a web address that begins at `at`.
    pub(super) fn address(&self, at: usize) -> Option<usize> {
        let found = ["http://", "https://", "www."].iter().any(|head| self.word(at, head));
        let length = || self.marks[at..].iter().take_while(|mark| mark.c.is_ascii_graphic()).count();
        found.then(|| at + length())
    }

    /// Reads the digits at `at` with all that stands together with them.
    pub(super) fn numeral(&self, start: usize) -> Numeral {
        let first = self.digits(start);
        let mut end = first;
        while self.at(end) == Some(',') && first - start <= 3 && self.digits(end + 1) == end + 4 {
            end += 4;
        }
        let mut dots = 0;
        while self.is_any(end, &['.', '．']) && self.digit(end + 1) {
            dots += 1;
            end = self.digits(end + 1);
        }
        let plain = end == first;
        let text: String = self.marks[start..end].iter().map(|mark| mark.c).collect();
        let whole = if plain && text.len() <= 4 { text.parse().ok() } else { None };
        let zero = plain && text.len() > 1 && text.starts_with('0');
        let chained = self.chained(start, end, whole);
        let name = dots > 1 || chained.is_some() || zero;
        let end = chained.or_else(|| zero.then(|| self.chain(end, &['-']))).unwrap_or(end);
        // A fraction is one number.
        let fraction = !name && self.at(end) == Some('/') && self.digit(end + 1);
        Numeral { start, end: if fraction { self.digits(end + 1) } else { end }, whole, name }
    }

    /// The end of a date, time or pattern that begins with the digits `start..end`.
    pub(super) fn chained(&self, start: usize, end: usize, whole: Option<u32>) -> Option<usize> {
        if self.at(end) == Some('+') && self.letter(Some(end + 1)) {
            return Some(end);
        }
        let mark = self.at(end).filter(|_| self.digit(end + 1))?;
        let width = self.digits(end + 1) - end - 1;
        match mark {
            '+' => Some(self.chain(end, &['+', '.'])),
            ':' | '：' if end - start <= 2 && width == 2 => Some(self.chain(end, &[':', '：'])),
            '-' | '/' if whole.is_some_and(is_year) && width <= 2 => Some(self.chain(end, &[mark])),
            _ => None,
        }
    }

    /// Where a chain of digits joined by `marks` ends.
    pub(super) fn chain(&self, mut end: usize, marks: &[char]) -> usize {
        while self.is_any(end, marks) && self.digit(end + 1) {
            end = self.digits(end + 1);
        }
        end
    }
}

/// Whether a number of four digits can be a year.
pub(super) fn is_year(n: u32) -> bool {
    (1900..2100).contains(&n)
}
