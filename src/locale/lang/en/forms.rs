//! Words by which English cells of workbooks are read.

use crate::locale::lang::FormWords;

pub(super) const FORMS: FormWords = FormWords {
    nothing: &["n/a", "na", "nil", "none", "no data", "..."],
    before: &[
        ("approximately", "about"),
        ("roughly", "about"),
        ("about", "about"),
        ("approx.", "about"),
        ("around", "about"),
        ("ca.", "about"),
        ("~", "about"),
        ("more than", "more_than"),
        ("over", "more_than"),
        (">=", "at_least"),
        ("≥", "at_least"),
        (">", "more_than"),
        ("at least", "at_least"),
        ("nearly", "nearly"),
        ("almost", "nearly"),
        ("at most", "at_most"),
        ("up to", "at_most"),
        ("<=", "at_most"),
        ("≤", "at_most"),
    ],
    after: &[("or more", "at_least"), ("or less", "at_most"), ("+", "at_least")],
    provisional: &["preliminary", "provisional"],
    expected: &["expected", "forecast"],
    multiples: &[("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1_000)],
};
