//! What the program promises from outside: one binary of tests, run on folders of their own.
#![allow(clippy::disallowed_methods, reason = "tests lay out folders and look at them")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(unreachable_pub, reason = "a test has no outside")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the endings are our own")]

mod architecture;
mod bounds;
mod briefs;
mod briefs_long;
// The sites that are built whole are in Traditional Chinese too.
#[cfg(feature = "traditional")]
mod briefs_found;
#[cfg(feature = "faces")]
mod cards;
mod changes;
mod charts;
#[cfg(feature = "traditional")]
mod charts_true;
mod circles;
mod codes;
mod commands;
mod computed;
mod computed_worlds;
mod contract;
mod diagnostics;
mod dimensions;
mod docx;
#[cfg(target_os = "linux")]
mod faults;
mod hostile;
mod incremental;
#[cfg(feature = "traditional")]
mod invariants;
mod keys;
mod languages;
#[cfg(feature = "traditional")]
mod old_browsers;
mod own_pages;
mod photos;
mod pictures;
mod preview;
mod project;
mod publishing;
mod rename;
mod requests;
mod results;
mod schemas;
mod security;
#[cfg(feature = "traditional")]
mod site;
#[cfg(feature = "traditional")]
mod sites;
mod tables;
mod terms;
mod themes;
mod verdicts;
mod whole_truth;
#[cfg(feature = "traditional")]
mod words;
