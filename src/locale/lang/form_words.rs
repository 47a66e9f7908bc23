//! Words by which what people write into cells of workbooks is read.

/// The words of one language.
#[derive(Debug, Clone, Copy, Default)]
pub struct FormWords {
    /// What stands in a cell where there is no figure: —, 无, n/a. In small letters.
    pub nothing: &'static [&'static str],
    /// What may stand before a number, the longer before the shorter, and the value that it makes of it, as content
    /// files name it.
    pub before: &'static [(&'static str, &'static str)],
    /// What may stand behind one.
    pub after: &'static [(&'static str, &'static str)],
    /// What may stand in brackets behind a preliminary number.
    pub provisional: &'static [&'static str],
    /// What may stand in brackets behind an expected one.
    pub expected: &'static [&'static str],
    /// Powers of ten that may stand behind a number, the longer before the shorter.
    pub multiples: &'static [(&'static str, i64)],
}
