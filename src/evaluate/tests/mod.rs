//! What the evaluation promises, as tests.

mod build;
mod claims;
mod conflicts;
mod exact;
mod left_out;
mod milestones;
mod promises;
mod random;
mod scale;
mod solver;
mod statuses;
mod stocks;
mod trends;
mod worked;
mod world;
mod worlds;
