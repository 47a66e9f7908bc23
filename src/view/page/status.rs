//! How targets stand: a status, how many share it, a verdict in one line.

use serde::Serialize;

/// A status: always a glyph and a word.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// Its name in data files and in `data-status`, such as `on_track`; `exceeded` for a range that was passed.
    pub key: String,
    /// The word: 已证实达到.
    pub word: String,
    /// One sentence that says what it means.
    pub meaning: String,
    /// The glyph, as SVG that is hidden from screen readers. It refers to a drawing that stands once at the end
    /// of the page: see `glyphs`.
    pub glyph_html: String,
}

/// How many targets stand in a status.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// The status.
    pub status: StatusView,
    /// How many targets; wholes count once, without their members.
    pub count: usize,
    /// The share of all, in per cent from 0 to 100, to draw with.
    pub share: f64,
    /// The shares of the statuses before it together, in per cent, to draw with.
    pub offset: f64,
    /// The address of their list; nothing where they are not listed.
    pub href: Option<String>,
}

/// A verdict in one line.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictLine {
    /// The period: 2019年. Neighbours of which all else is the same share a line: 2018年、2019年.
    pub period: String,
    /// What was asked: 不少于8,000人.
    pub condition: String,
    /// How it stands.
    pub status: StatusView,
    /// What is proven in per cent of what was asked: 至少26.5%; where a per cent says nothing, the figure itself.
    /// Empty if nothing is.
    pub attainment: String,
    /// What has to be known with the verdict, each in a few words; see the verdict of an indicator.
    pub remarks: Vec<String>,
    /// The address of the verdict's place on the indicator's page.
    pub href: String,
    /// For a whole how many members it is over: 22个镇街合计; for a target of another scope than its indicator's,
    /// that scope. Else nothing.
    pub whole: Option<String>,
}
