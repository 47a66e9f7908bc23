//! shanhai: a plan, reported figures and stories in; a judged public report out.

pub mod chart;
