//! `sources/<id>.yaml`.

use super::RawText;
use super::word_list::words;
use super::written::{AnyFigure, LangTag, Number, Period, Url};
use crate::model::{Compute, SourceKind};
use schemars::JsonSchema;
use serde::Deserialize;

/// A document that figures come from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "source")]
pub struct RawSource {
    /// Its title.
    pub title: RawText,
    /// A name for it where there is little room: under charts and in tables.
    pub short: Option<RawText>,
    /// Who published it.
    pub publisher: Option<RawText>,
    /// Who wrote it.
    pub author: Option<RawText>,
    /// The day of publication, or the stretch of days within which it lies.
    #[schemars(with = "Period")]
    pub published: String,
    /// With a stretch of days: `first` counts it as published from the first of them on, and not from the last.
    /// Say why in `count_from_why`.
    pub count_from: Option<RawCountFrom>,
    /// Why it counts from the first of these days on.
    pub count_from_why: Option<RawText>,
    /// How an unprinted date was worked out.
    pub inferred: Option<RawText>,
    /// What it is: plan, newspaper, bulletin, report, statistics or web.
    pub kind: RawSourceKind,
    /// The language it is written in, such as zh-Hans.
    #[schemars(with = "LangTag")]
    pub language: String,
    /// Its number.
    pub number: Option<String>,
    /// Where it can be read.
    #[schemars(with = "Option<Url>")]
    pub url: Option<String>,
    /// Where a copy is kept.
    pub archive: Option<RawText>,
    /// What else a reader should know of it.
    pub note: Option<RawText>,
    /// The arithmetic that it states.
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// The day from which on a source counts that is dated by a stretch of days.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawCountFrom {
    /// The first.
    First,
}

words! {
    /// What a source is.
    RawSourceKind => SourceKind {
        /// The plan's own document.
        Plan => SourceKind::Plan,
        /// A newspaper.
        Newspaper => SourceKind::Newspaper,
        /// An official bulletin.
        Bulletin => SourceKind::Bulletin,
        /// A report.
        Report => SourceKind::Report,
        /// A statistical publication.
        Statistics => SourceKind::Statistics,
        /// A page of a web site.
        Web => SourceKind::Web,
    }
}

words! {
    /// The arithmetic of a claim.
    RawCompute => Compute {
        /// The first figure divided by the second.
        Ratio => Compute::Ratio,
        /// The first figure divided by the second, in per cent.
        Share => Compute::Share,
        /// The second and later figures add up to the first.
        Sum => Compute::Sum,
        /// The first figure less the second.
        Difference => Compute::Difference,
    }
}

/// Arithmetic that a source states.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "claim")]
pub struct RawClaim {
    /// What the source states, in our words.
    pub text: RawText,
    /// Where it stands.
    pub locator: String,
    /// Which arithmetic: ratio, share, sum or difference.
    pub compute: RawCompute,
    /// The figures, as indicator@period.
    #[schemars(with = "Vec<AnyFigure>", length(min = 2))]
    pub of: Vec<String>,
    /// What it says comes out; left out for a sum.
    pub states: Option<RawStates>,
}

/// What a claim says comes out: exactly one of these.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "result")]
pub struct RawStates {
    /// A plain number.
    #[schemars(with = "Option<Number>")]
    pub value: Option<String>,
    /// About.
    #[schemars(with = "Option<Number>")]
    pub about: Option<String>,
    /// More than.
    #[schemars(with = "Option<Number>")]
    pub more_than: Option<String>,
    /// At least.
    #[schemars(with = "Option<Number>")]
    pub at_least: Option<String>,
    /// Nearly.
    #[schemars(with = "Option<Number>")]
    pub nearly: Option<String>,
    /// At most.
    #[schemars(with = "Option<Number>")]
    pub at_most: Option<String>,
}
