//! `site.yaml`.

use super::RawText;
use super::word_list::words;
use super::written::{Day, Id, LangTag, Url, WarningCode};
use crate::model::UnitStyle;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The site: its name, languages and the day on which the report is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "site")]
pub struct RawSite {
    /// The site's name.
    pub title: RawText,
    /// One sentence under the title.
    pub tagline: Option<RawText>,
    /// Its languages, such as zh-Hans and en; the first is its own.
    #[schemars(with = "Vec<LangTag>", length(min = 1))]
    pub languages: Vec<String>,
    /// Where it will stand, such as `https://example.org/`; links are relative without it.
    #[schemars(with = "Option<Url>")]
    pub base_url: Option<String>,
    /// Whether pages get a picture for previews of links to them (true by default); needs `base_url`.
    pub og_images: Option<bool>,
    /// The day on which the report is written, such as 2021-05-11.
    #[schemars(with = "Day")]
    pub report_date: String,
    /// Who publishes it.
    pub publisher: Option<RawText>,
    /// Under which terms its words may be used.
    pub licence: Option<RawLicence>,
    /// Who is responsible and where the site is registered, for the foot of its pages.
    #[serde(default)]
    pub records: RawRecords,
    /// What this site calls its scopes, actions, tasks, responsible units and members.
    #[serde(default)]
    pub terms: RawTerms,
    /// The entries of the menu, in order. Without it: all lists that hold something, then the site's own pages.
    pub menu: Option<Vec<RawMenuEntry>>,
    /// What the home page shows first.
    pub home: Option<RawHome>,
    /// What all briefs have in common.
    #[serde(default)]
    pub briefs: RawBriefs,
    /// What the search of the site knows besides its pages.
    #[serde(default)]
    pub search: RawSearch,
    /// What the page of changes compares the site with; there is none without it.
    pub changes: Option<RawChanges>,
    /// Units of measure besides the built-in ones.
    #[serde(default)]
    pub measurement_units: BTreeMap<String, RawMeasurementUnit>,
    /// Warnings that were looked at and accepted.
    #[serde(default)]
    pub silence: Vec<RawSilence>,
    /// Words that become Traditional Chinese in a way of their own, mostly names: the Simplified word
    /// and how it is to stand, such as `后所: 后所`.
    #[serde(default)]
    pub traditional: BTreeMap<String, String>,
}

/// Who is responsible and where the site is registered; each only where there is one.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "records")]
pub struct RawRecords {
    /// The body that is responsible (主办单位).
    pub organiser: Option<RawText>,
    /// The body that runs the site (承办单位).
    pub operator: Option<RawText>,
    /// The ICP registration (备案号).
    pub icp: Option<String>,
    /// The registration with the public security bureau (公安备案号).
    pub police: Option<String>,
    /// The code of a government site (政府网站标识码); its pages then carry the meta names that such sites must.
    pub site_code: Option<String>,
}

/// Terms of use.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "licence")]
pub struct RawLicence {
    /// Its name.
    pub title: RawText,
    /// The address of its text.
    #[schemars(with = "Option<Url>")]
    pub url: Option<String>,
}

/// An entry of the menu: where it leads, or that and what it is called.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
#[schemars(title = "menu entry")]
pub enum RawMenuEntry {
    /// plan, indicators, partnerships, units, stories, briefs, sources, methods, data, search, `page:<id>` or
    /// `story:<id>`.
    To(String),
    /// An entry with words of its own.
    Titled {
        /// As above, or an address elsewhere such as `https://example.org/`.
        to: String,
        /// Its words.
        title: RawText,
    },
}

impl RawMenuEntry {
    /// Where it leads, as written.
    pub fn to(&self) -> &str {
        match self {
            Self::To(to) | Self::Titled { to, .. } => to,
        }
    }
}

/// What the home page shows first.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "home page")]
pub struct RawHome {
    /// Ids of indicators.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub figures: Vec<String>,
    /// Ids of stories.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub stories: Vec<String>,
}

/// What the search of the site knows besides its pages.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "search")]
pub struct RawSearch {
    /// Groups of words of any language that mean the same to a reader: who types one finds what any of them finds.
    #[serde(default)]
    #[schemars(inner(length(min = 2)))]
    pub synonyms: Vec<Vec<String>>,
}

/// What the page of changes compares the site with.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "changes")]
pub struct RawChanges {
    /// The file of the earlier edition below content/, a published report.json: `editions/2020-12.json`.
    pub since: String,
}

/// What all briefs have in common.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "briefs")]
pub struct RawBriefs {
    /// The name over them (简报名称), where a brief has none of its own.
    pub masthead: Option<RawText>,
    /// Who issues them (编发单位), where a brief does not say.
    pub issuer: Option<RawText>,
    /// Typefaces for printing on this machine, by role (xiaobiaosong, song, fangsong, kai, hei), best first.
    #[serde(default)]
    pub typefaces: BTreeMap<String, Vec<String>>,
}

/// What a site calls what every site has; "one|many" where a language tells the two apart.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "terms")]
pub struct RawTerms {
    /// A scope: pairing, district, country (in menu, headings and methods).
    pub partnership: Option<RawText>,
    /// A chapter of a plan: action, outcome (篇章).
    pub action: Option<RawText>,
    /// A row of it: task, output.
    pub task: Option<RawText>,
    /// Who answers for it: responsible body, partner organisation.
    pub unit: Option<RawText>,
    /// Each of those of whom a target asks the same.
    pub member: Option<RawText>,
}

/// A unit of measure of the site's own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "unit of measure")]
pub struct RawMeasurementUnit {
    /// The word after the number; in English "one|many" where the two differ.
    pub title: RawText,
    /// Ids that it had before. `shanhai rename` writes them.
    #[serde(default)]
    #[schemars(with = "Vec<Id>")]
    pub aliases: Vec<String>,
    /// How numbers in it are written: count (default), money, percent or size.
    pub style: Option<RawUnitStyle>,
    /// True for things counted one by one, of which a whole number is exact; false for what is measured. As
    /// the style says without it: true for count.
    pub counted: Option<bool>,
    /// False if amounts do not add over places: shares, averages, prices, years of schooling. As the style
    /// says without it: false for percent.
    pub additive: Option<bool>,
    /// True if a rate in it is an average over time, such as a rate of unemployment: that of a year then lies
    /// between the lowest and the highest of its parts.
    #[serde(default)]
    pub averages: bool,
}

words! {
    /// How numbers in a unit are written.
    RawUnitStyle => UnitStyle {
        /// Things that are counted.
        Count => UnitStyle::Count,
        /// Money in yuan.
        Money => UnitStyle::Money,
        /// A share.
        Percent => UnitStyle::Percent,
        /// A measured size.
        Size => UnitStyle::Size,
    }
}

/// A warning that was looked at and accepted.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "silence")]
pub struct RawSilence {
    /// The code of the warning, such as unbound-number.
    #[schemars(with = "WarningCode")]
    pub code: String,
    /// The file below content/ for which it is given; all files without it.
    pub at: Option<String>,
    /// Why it is accepted.
    pub reason: String,
}
