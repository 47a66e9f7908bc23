//! The pages of the site, a file a kind: plain functions from a context to the parts of a page.

mod bound_text;
pub(super) mod briefs;
pub(super) mod changes;
mod entries;
mod examples;
pub(super) mod figure_tables;
pub(super) mod home;
pub(super) mod indicators;
mod list_links;
pub(super) mod lists;
mod matrix;
pub(super) mod methods;
pub(super) mod moved;
pub(super) mod partnerships;
pub(super) mod plans;
pub(super) mod search;
pub(super) mod sources;
pub(super) mod stories;
pub(super) mod text_pages;
pub(super) mod units;
