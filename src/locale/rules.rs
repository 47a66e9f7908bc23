//! What the rules of a language for numbers, dates and sentences differ in, as data. A new language is a
//! new constant here; words and their order stand in its catalogue.

/// How a language writes.
#[derive(Debug)]
pub(super) struct Rules {
    /// What may stand behind a number for a power of ten, the largest first, with the space before it.
    pub scales: &'static [(i64, &'static str)],
    /// When money is written with one of them.
    pub money: Scaling,
    /// When a count is.
    pub count: Scaling,
    /// When a number is that its source wrote with 千, 万 or 亿; none if it stays as its source wrote it.
    pub written: Option<Scaling>,
    /// True if thousands stand apart in a number with such a word too: 12,345.67 million.
    pub groups_scaled: bool,
    /// What stands for a month in a date, January first.
    pub months: [&'static str; 12],
    /// True if a sentence begins with a capital letter.
    pub capitals: bool,
}

/// When a number is written with 万 and 亿, or with million and billion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scaling {
    /// From this number on.
    pub from: i64,
    /// With so many decimals at most; a number that needs more is written out, so that no digit is lost.
    pub decimals: u32,
}

/// Chinese, converted for its Traditional form: 12.54亿元, 2020年1—5月.
pub(super) const CHINESE: Rules = Rules {
    scales: &[(100_000_000, "亿"), (10_000, "万")],
    money: Scaling { from: 10_000, decimals: 4 },
    count: Scaling { from: 100_000, decimals: 2 },
    written: None,
    // Scaled numbers are short: a comma in 1043.47万 would only slow the eye.
    groups_scaled: false,
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    capitals: false,
};

/// English: CNY 1.254 billion, January–May 2020.
pub(super) const ENGLISH: Rules = Rules {
    scales: &[(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")],
    money: Scaling { from: 1_000_000, decimals: 4 },
    count: Scaling { from: 1_000_000, decimals: 2 },
    written: Some(Scaling { from: 1_000_000, decimals: 4 }),
    groups_scaled: true,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    capitals: true,
};
