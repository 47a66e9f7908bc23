//! The words by which English texts are read.

use crate::locale::lang::{ChangeWords, NumeralWords, ProseWords, Qualifiers, Wording};

pub(super) fn wording() -> Wording {
    Wording {
        spaced: true,
        numerals: NumeralWords {
            scale_words: &[
                ("hundred", 100),
                ("thousand", 1_000),
                ("million", 1_000_000),
                ("billion", 1_000_000_000),
            ],
            small: SMALL,
            tens: &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
            ordinals: ORDINALS,
            range: &["to", "and"],
            percent: &["%", "per cent", "percent"],
            points: &["percentage point", "points", "point", "pp"],
            ..NumeralWords::default()
        },
        qualifiers: Qualifiers {
            about: &["about", "around", "roughly", "approximately", "some", "or so"],
            more_than: &["more than", "over", "above", "upwards of", "odd"],
            at_least: &["at least", "or more", "no fewer than", "no less than", "not less than"],
            nearly: &[
                "nearly",
                "almost",
                "close to",
                "just under",
                "less than",
                "fewer than",
                "under",
                "below",
                "short of",
            ],
            at_most: &["at most", "up to", "no more than", "not more than"],
            caps: &["no more than", "not more than"],
        },
        changes: ChangeWords {
            rises: &[
                "rise",
                "rises",
                "rose",
                "risen",
                "rising",
                "grow",
                "grows",
                "grew",
                "grown",
                "growth",
                "up",
                "increase",
                "increases",
                "increased",
                "gain",
                "gained",
                "higher",
                "more",
            ],
            falls: &[
                "fall",
                "falls",
                "fell",
                "fallen",
                "falling",
                "drop",
                "drops",
                "dropped",
                "down",
                "decline",
                "declined",
                "decrease",
                "decreased",
                "shrank",
                "lower",
                "less",
                "fewer",
            ],
        },
        prose: ProseWords {
            unit_words: UNIT_WORDS,
            months: MONTHS,
            half_days: &["a.m.", "p.m.", "am", "pm"],
            places: PLACES,
            marks: &["No.", "NO.", "no."],
            ..ProseWords::default()
        },
        places_named: &[],
    }
}

#[rustfmt::skip] // a word a line would be long
const SMALL: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Powers of ten and units, the longer before the shorter.
#[rustfmt::skip] // a word a line would be long
const UNIT_WORDS: &[&str] = &[
    "thousand yuan", "million yuan", "billion yuan", "hundred", "thousand", "million", "billion",
    "percentage points", "per cent", "percent", "yuan", "mu",
];

#[rustfmt::skip] // a word a line would be long
const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct",
    "Nov", "Dec",
];

const PLACES: &[&str] =
    &["chapter", "section", "article", "paragraph", "page", "task", "figure", "table", "annex", "item"];
