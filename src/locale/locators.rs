//! Places in a document, where its language has set words for them: 附件 5.2 is Annex 5.2 on an English page. Headings
//! that are quoted stay as they are written.

use super::{Locale, lang};
use crate::model::Lang;

/// What stands between the parts of a place, and the message for it.
const BETWEEN: [(char, &str); 2] = [('；', "sentence-separator"), ('，', "clause-of-place")];

impl Locale {
    /// A place in a document of a language, as a page of this one says it.
    pub fn place_in(&self, lang: &Lang, place: &str) -> String {
        if self.can_write(lang) {
            return self.written_in(lang, place).into_owned();
        }
        let known = lang::of(lang.as_str()).map_or(&[][..], |of| of.wording.places_named);
        let (mut said, mut as_written, mut rest) = (String::new(), String::new(), place);
        loop {
            let end = rest.find(|c| BETWEEN.iter().any(|(mark, _)| *mark == c)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            match self.named(known, part.trim()) {
                Some(named) => {
                    said.push_str(&self.quoted(lang, &mut as_written));
                    said.push_str(&named);
                }
                None => as_written.push_str(part),
            }
            let Some(mark) = after.chars().next() else { break };
            rest = &after[mark.len_utf8()..];
            let next = rest.split(|c| BETWEEN.iter().any(|(mark, _)| *mark == c)).next().unwrap_or(rest);
            let is_apart = as_written.is_empty() || self.named(known, next.trim()).is_some();
            if is_apart {
                said.push_str(&self.quoted(lang, &mut as_written));
                let message = BETWEEN.iter().find(|(one, _)| *one == mark).map_or("", |(_, name)| *name);
                said.push_str(&self.word(message));
            } else {
                as_written.push(mark);
            }
        }
        said.push_str(&self.quoted(lang, &mut as_written));
        said
    }

    /// Words of another language that were gathered, marked as such.
    fn quoted(&self, lang: &Lang, words: &mut String) -> String {
        let taken = std::mem::take(words);
        if taken.is_empty() { taken } else { self.written_in(lang, &taken).into_owned() }
    }

    /// A part that is nothing but a set word with its number.
    fn named(&self, known: &[(&str, &str, &str)], part: &str) -> Option<String> {
        let number_of = |before: &str, after: &str| {
            let number = part.strip_prefix(before)?.strip_suffix(after)?.trim();
            let is_number = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '–' | '—'));
            (is_number && !number.is_empty()).then(|| number.to_owned())
        };
        let (number, message) =
            known.iter().find_map(|(before, after, message)| Some((number_of(before, after)?, *message)))?;
        Some(self.say(message, &[("number", &number)]))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_document_is_said_in_the_language_of_the_page() {
        let lang = Lang::new("zh-Hans");
        let zh = Locale::new(&lang).unwrap();
        let en = Locale::new(&Lang::new("en")).unwrap().unmarked();
        for (written, said) in [
            ("附件 5.2", "Annex 5.2"),
            ("第3段", "paragraph 3"),
            ("二（三）1；附件 3.1", "二（三）1; Annex 3.1"),
            ("发展经济 产业合作带来无限可能，第4段", "发展经济 产业合作带来无限可能, paragraph 4"),
            ("围绕目标任务，高位推动高效推进", "围绕目标任务，高位推动高效推进"),
        ] {
            assert_eq!(en.place_in(&lang, written), said);
            assert_eq!(zh.place_in(&lang, written), written);
        }
    }
}
