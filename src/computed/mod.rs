//! The numbers that texts ask the program to compute: changes, sums, shares and counts, of the figures that stand in
//! the report and the verdicts that stand beside it.
//!
//! As with the arithmetic of sources the numbers as printed are taken first, since a reader computes with these; what
//! the written numbers leave open stands beside it, and no words may claim more than it.

mod arithmetic;
mod findings;
mod fit;

pub use arithmetic::{Computed, NotComputed, compute};
pub use findings::findings;
