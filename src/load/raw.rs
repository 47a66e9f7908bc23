//! The files as written, one raw type for each kind: what serde reads and what `shanhai schema`
//! publishes. The doc comments are the descriptions that editors show.

mod brief;
mod dimension;
mod indicator;
mod observed;
mod ordered;
mod page;
mod partnerships;
mod plan;
mod request;
mod site;
mod source;
mod story;
mod text;
mod threshold;
mod units;
mod word_list;
mod written;

pub use brief::RawBrief;
pub use dimension::{RawDimension, RawDimensions, RawSharedDimensions};
pub use indicator::{
    RawActual, RawBinding, RawChangeIn, RawComputed, RawEvery, RawHolds, RawIndicator, RawRevision,
    RawTarget, RawTrend, RawWas, RawWhole,
};
pub use observed::RawBreak;
pub use ordered::Ordered;
pub use page::RawPage;
pub use partnerships::{RawGroup, RawPartnerships, RawScope};
pub use plan::{RawAction, RawPlan, RawTask};
pub use request::{RawAskedOf, RawAskedRow, RawRequest};
pub use site::{
    RawBriefs, RawHome, RawLicence, RawMeasurementUnit, RawMenuEntry, RawSilence, RawSite, RawTerms,
};
pub use source::{RawClaim, RawCountFrom, RawSource, RawStates};
pub use story::{RawNumberSilence, RawPerson, RawPhoto, RawStory};
pub use text::RawText;
pub use threshold::{RawBand, RawChange, RawFrom, RawThreshold};
pub use units::{RawUnit, RawUnits};

use crate::yaml;

/// The kinds of content file, each with its JSON Schema: what `shanhai schema` writes.
pub fn schemas() -> Vec<(&'static str, serde_json::Value)> {
    vec![
        ("site", yaml::schema::<RawSite>()),
        ("partnerships", yaml::schema::<RawPartnerships>()),
        ("units", yaml::schema::<RawUnits>()),
        ("dimensions", yaml::schema::<RawSharedDimensions>()),
        ("plan", yaml::schema::<RawPlan>()),
        ("source", yaml::schema::<RawSource>()),
        ("indicator", yaml::schema::<RawIndicator>()),
        ("story", yaml::schema::<RawStory>()),
        ("brief", yaml::schema::<RawBrief>()),
        ("page", yaml::schema::<RawPage>()),
        ("request", yaml::schema::<RawRequest>()),
    ]
}
