//! What a reader sees, before any HTML: the report and its evaluation in the words of one language.
//!
//! [`route`] makes every address. The structs of [`page`] are plain and serialisable; templates see
//! nothing else.

mod page;
mod route;

pub use page::*;
pub use route::Route;
