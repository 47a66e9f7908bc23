//! How targets stand: a status, how many share it, a verdict in one line.

use serde::Serialize;

/// A status: always a glyph and a word.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// Its name in data files, such as `on_track`; `exceeded` for a range that was passed.
    pub key: String,
    /// The word: 已证实达到.
    pub word: String,
    /// One sentence that says what it means.
    pub meaning: String,
    /// The glyph, as SVG that is hidden from screen readers; its drawing stands once at the end of the page.
    pub glyph_html: String,
}

/// How many targets stand in a status.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// The status.
    pub status: StatusView,
    /// How many.
    pub count: usize,
    /// The share of all in per cent, to draw with: 0 to 100.
    pub share: f64,
    /// The shares before it, to draw with.
    pub offset: f64,
    /// Where they are listed, if anywhere.
    pub href: Option<String>,
}

/// A verdict in one line.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictLine {
    /// The period: 2019年. In a table to scan several, if all else is the same: 2018年、2019年.
    pub period: String,
    /// What was asked: 不少于8,000人.
    pub condition: String,
    /// How it stands.
    pub status: StatusView,
    /// What is proven, in short: 至少26.6%. Empty if nothing is.
    pub attainment: String,
    /// The verdict's place on the indicator's page.
    pub href: String,
    /// For a whole over members: 22个镇街合计.
    pub whole: Option<String>,
}
