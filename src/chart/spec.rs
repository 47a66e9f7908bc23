//! What a chart is made of, before any of it is drawn.
//!
//! Every word in a drawing comes in here, finished: labels, notes, units, percentages, the
//! description that is read aloud. Numbers (`f64`) serve only the geometry and are never
//! printed. The types know neither the report nor a language.
//!
//! Lengths are measured from zero, so in a bar anything below zero, not a number or infinite is
//! drawn as zero, and its label still says what the source said. Only a series goes below zero.

mod card;
mod framed;
mod kinds;
mod series;
mod value;

pub use card::*;
pub use framed::*;
pub use kinds::*;
pub use series::*;
pub use value::*;
