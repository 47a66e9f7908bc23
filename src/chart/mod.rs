//! A small drawing library that knows nothing of reports: [`ChartSpec`] → SVG text.
//!
//! ```text
//! spec ──► frame (title, key) ──► one kind, one file ──► frame (notes, source)
//!               │                        │
//!               └──── canvas: marks in, SVG text out ◄── plotters_backend: plotters' coordinates
//! ```
//!
//! Invariants: the same spec and style give the same bytes; no spec makes it panic; nothing
//! leaves the view box; no font is read; colours are tokens and statuses are shapes.
//! ```
//! use shanhai::chart::{self, *};
//!
//! let year = |label: &str, value, plan: f64, status, text: &str| Column {
//!     label: label.into(),
//!     value,
//!     plan: Some(Plan { kind: PlanKind::Minimum(plan), label: format!("≥{plan}") }),
//!     verdict: Some(Verdict { status, text: text.into() }),
//!     interaction: Interaction::default(),
//! };
//! let plot = Plot::Columns(Columns {
//!     columns: vec![
//!         year("2018", Some(Value::exact(640.0, "640")), 800.0, Status::Missed, "80%"),
//!         year("2019", Some(Value::bounds(830.0, None, "at least 830")), 800.0, Status::Met, "at least 103%"),
//!         year("2020", None, 800.0, Status::NoData, "no data"),
//!     ],
//!     no_data: "no data".into(),
//! });
//! let words = |swatch| if swatch == Swatch::PlanMinimum { "Plan" } else { "Actual" };
//! let spec = ChartSpec {
//!     id: "jobs".into(),
//!     lang: "en".into(),
//!     title: "Jobs: one year met, one missed".into(),
//!     subtitle: "Jobs each year, planned at least 800".into(),
//!     aria: "2018: 640 of 800. 2019: at least 830 of 800. 2020: no data.".into(),
//!     key: plot.swatches().into_iter().map(|swatch| KeyItem { swatch, label: words(swatch).into() }).collect(),
//!     notes: Vec::new(),
//!     source: "Source: annual summaries".into(),
//!     plot,
//! };
//! let inline = chart::draw(&spec, Style::FIGURE);
//! assert!(inline.starts_with("<svg"));
//! let file = chart::draw(&spec, Style::FILE);
//! assert!(file.contains("<style>"));
//! ```
//!
//! Absent: words of any language, numbers turned into text, interaction; values below zero, but in a series.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and coordinates of a drawing are small; values are clamped before"
)]

mod bar;
mod bullets;
mod canvas;
mod card;
#[cfg(test)]
mod check;
mod columns;
mod cumulative;
mod draw;
mod dumbbell;
mod extent;
mod frame;
#[cfg(test)]
mod gallery;
mod glyph;
mod key;
mod multiples;
mod network;
mod number;
mod paint;
mod placing;
mod plotters_backend;
#[cfg(test)]
mod property;
mod ranges;
mod rows;
mod scorecard;
mod slope;
mod spec;
mod swatches;
mod tiles;
mod timeline;
mod token;
mod trend;
mod units;
mod verdict_line;
mod width;
mod wrap;

pub use card::{CARD_HEIGHT, CARD_WIDTH, card};
pub use draw::draw;
pub use glyph::{glyph_file, glyph_symbol, glyph_use};
pub use spec::*;
pub use token::{page_css, paper_css};
pub use trend::is_cut;
