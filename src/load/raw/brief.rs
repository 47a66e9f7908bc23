//! The front matter of `briefs/<id>.md`.

use super::written::Day;
use super::{RawNumberSilence, RawText};
use schemars::JsonSchema;
use serde::Deserialize;

/// The front matter of a brief. A file in a further language has only title, summary and silence.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "brief")]
pub struct RawBrief {
    /// Its title; each line of it stands on a line of its own.
    pub title: String,
    /// One or two sentences that stand for it in lists.
    pub summary: String,
    /// True while it is being written: it is left out of the site, and shown by `shanhai serve --drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Whether it stands on the site; `false` leaves it to `shanhai brief` alone. A brief with `secrecy` stands there only
    /// with `true`.
    pub publish: Option<bool>,
    /// The name over it (简报名称); without it the site's.
    pub masthead: Option<RawText>,
    /// Its number in the year (第几期).
    pub issue: Option<u32>,
    /// Its number since the first (总第几期).
    pub running: Option<u32>,
    /// Who issues it (编发单位); without it the site's, or its publisher.
    pub issuer: Option<RawText>,
    /// The day on which it is issued, such as 2021-05-11; without it the report date.
    #[schemars(with = "Option<Day>")]
    pub date: Option<String>,
    /// Who may read it (密级), such as 内部资料.
    pub secrecy: Option<RawText>,
    /// How soon it is to be dealt with (紧急程度).
    pub urgency: Option<RawText>,
    /// The number of this copy (编号).
    pub copy: Option<String>,
    /// Who contributed the text (供稿).
    pub contributor: Option<RawText>,
    /// To whom it is reported: superiors (报).
    #[serde(default)]
    pub report_to: Vec<RawText>,
    /// To whom it is sent: peers (送).
    #[serde(default)]
    pub send_to: Vec<RawText>,
    /// To whom it is issued: subordinates (发).
    #[serde(default)]
    pub issue_to: Vec<RawText>,
    /// Who approved it (审核).
    pub reviewer: Option<RawText>,
    /// Who edited it (责任编辑).
    pub editor: Option<RawText>,
    /// How many copies are printed (共印几份).
    pub copies: Option<u32>,
    /// Numbers bound to nothing that were looked at and accepted.
    #[serde(default)]
    pub silence: Vec<RawNumberSilence>,
}
