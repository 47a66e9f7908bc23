//! An independent judge: what all worlds that the figures allow have in common.

pub mod cells;
mod simplex;
mod small;
