//! What the site is called and how it presents itself.

use super::{IndicatorId, Lang, MenuEntry, Origin, StoryId, Text};
use crate::changes::Edition;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The site's settings, complete: nothing is left to decide.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name.
    pub title: Text,
    /// One sentence under the title.
    pub tagline: Option<Text>,
    /// The languages it is written in; the first is its own.
    pub languages: Vec<Lang>,
    /// Where it will stand, with a slash at the end; none if links are all relative.
    pub base_url: Option<String>,
    /// The day on which the report is written.
    pub report_date: Date,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// Under which terms its words may be used.
    pub licence: Option<Licence>,
    /// Who is responsible and where it is registered.
    pub records: Records,
    /// What stands first on the home page.
    pub home: Home,
    /// The entries of its menu, in order.
    pub menu: Vec<MenuEntry>,
    /// Groups of words that mean the same to who searches the site.
    pub synonyms: Vec<Vec<String>>,
    /// What all briefs have in common.
    pub briefs: BriefSettings,
    /// True if pages get a picture for previews of links to them; they need a `base_url`.
    pub og_images: bool,
    /// Warnings that were looked at and accepted.
    pub silence: Vec<Silence>,
    /// What it calls its actions, tasks, responsible units, members and scopes.
    pub terms: Terms,
    /// What its scopes are, and are called where it has no word for them.
    pub scope_words: ScopeWords,
    /// Words that become Traditional Chinese in a way of their own, mostly names: the word and its form.
    pub traditional: BTreeMap<String, String>,
    /// The edition that was published before, with which the site is compared.
    pub earlier: Option<Arc<Edition>>,
    /// Where it is written.
    pub origin: Origin,
}

impl Site {
    /// The site's own language.
    pub fn language(&self) -> Lang {
        self.languages.first().cloned().unwrap_or_else(|| Lang::new("zh-Hans"))
    }
}

/// Who is responsible and where the site is registered; each only where there is one.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// The body that is responsible (主办单位).
    pub organiser: Option<Text>,
    /// The body that runs the site (承办单位).
    pub operator: Option<Text>,
    /// The ICP registration (备案号).
    pub icp: Option<String>,
    /// The registration with the public security bureau (公安备案号).
    pub police: Option<String>,
    /// The code of a government site (政府网站标识码).
    pub site_code: Option<String>,
}

/// A site's own words for what every site has, `one|many` where a language tells the two apart; none where it takes
/// those of the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// What a scope is called.
    pub partnership: Option<Text>,
    /// What a chapter of a plan is called.
    pub action: Option<Text>,
    /// What a row of it is called.
    pub task: Option<Text>,
    /// What a responsible unit is called.
    pub unit: Option<Text>,
    /// What each of those is called of whom a target asks the same.
    pub member: Option<Text>,
}

/// What the scopes of a site are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ScopeWords {
    /// There are pairs among them: who assists whom.
    #[default]
    Partnerships,
    /// Places and nothing else.
    Places,
    /// Organisations and nothing else.
    Organisations,
    /// Programmes and nothing else.
    Programmes,
    /// Several kinds of them, or groups.
    Various,
}

/// Terms of use.
#[derive(Debug, Clone)]
pub struct Licence {
    /// Its name.
    pub title: Text,
    /// Its text.
    pub url: Option<String>,
}

/// What the home page shows first.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// Indicators, in order.
    pub figures: Vec<IndicatorId>,
    /// Stories, in order.
    pub stories: Vec<StoryId>,
}

/// What all briefs have in common.
#[derive(Debug, Clone, Default)]
pub struct BriefSettings {
    /// The name over them.
    pub masthead: Option<Text>,
    /// Who issues them.
    pub issuer: Option<Text>,
    /// Names of typefaces to print with on a machine that has them, by role, best first.
    pub typefaces: BTreeMap<String, Vec<String>>,
}

/// A warning that was looked at and accepted.
#[derive(Debug, Clone)]
pub struct Silence {
    /// The code of the warning.
    pub code: String,
    /// The file it is given for, relative to `content/`; none for all files.
    pub at: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// Where it is written.
    pub origin: Origin,
}

impl Silence {
    /// Whether it takes back warnings of a code in a file.
    pub fn accepts(&self, code: &str, file: &str) -> bool {
        accepts((&self.code, self.at.as_deref()), code, file)
    }
}

/// Whether a silence of some code, given for some file or for all, takes back warnings of a code in a file.
pub fn accepts((accepted, at): (&str, Option<&str>), code: &str, file: &str) -> bool {
    let here = file.strip_prefix("content/").unwrap_or(file);
    accepted == code && at.is_none_or(|at| at == here)
}
