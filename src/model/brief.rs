//! Briefs (简报): texts bound to figures, with what stands in the head and at the foot of a bulletin.

use super::{BoundText, BriefId, Lang, Origin, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A brief that somebody wrote.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The stem of its file.
    pub id: BriefId,
    /// Whether it stands on the site; without that it is only made when it is asked for.
    pub published: bool,
    /// Its title; each line of it stands on a line of its own.
    pub title: Text,
    /// One or two sentences that stand for it in lists.
    pub summary: Text,
    /// The name over it; without it the site's.
    pub masthead: Option<Text>,
    /// Its number in the year.
    pub issue: Option<u32>,
    /// Its number since the first.
    pub running: Option<u32>,
    /// Who issues it; without it the site's.
    pub issuer: Option<Text>,
    /// The day on which it is issued; without it the report date.
    pub date: Option<Date>,
    /// What stands in the upper corner.
    pub marks: Marks,
    /// Who contributed the text.
    pub contributor: Option<Text>,
    /// Whom it goes to.
    pub recipients: Recipients,
    /// Who approved it.
    pub reviewer: Option<Text>,
    /// Who edited it.
    pub editor: Option<Text>,
    /// How many copies are printed.
    pub copies: Option<u32>,
    /// Its text in each language it is written in.
    pub texts: BTreeMap<Lang, BoundText>,
    /// Where it is written.
    pub origin: Origin,
}

/// What stands in the upper corner of a brief.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// Who may read it.
    pub secrecy: Option<Text>,
    /// How soon it is to be dealt with.
    pub urgency: Option<Text>,
    /// The number of this copy.
    pub copy: Option<String>,
}

/// Whom a brief goes to, as GB/T 9704 tells them apart.
#[derive(Debug, Clone, Default)]
pub struct Recipients {
    /// Superiors, to whom it is reported (报).
    pub report: Vec<Text>,
    /// Peers, to whom it is sent (送).
    pub send: Vec<Text>,
    /// Subordinates, to whom it is issued (发).
    pub issue: Vec<Text>,
}
