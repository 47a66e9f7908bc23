//! What the evaluation promises, as tests.

mod build;
mod claims;
mod conflicts;
mod exact;
mod left_out;
mod milestones;
mod random;
mod statuses;
mod stocks;
mod worked;
