//! What changed between two published editions: new figures, verdicts that turned, targets revised, things renamed.
//!
//! An edition is what `data/report.json` says, which every site publishes: two of them can be compared whoever built
//! them and whenever, without the content. The command `shanhai changes` prints it, and a site that names its earlier
//! edition has it as a page.

mod compare;
mod edition;
#[cfg(test)]
mod tests;
mod text;

pub use compare::{Change, Changes, Kind};
pub use edition::{Edition, EditionFault};
