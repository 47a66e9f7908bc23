//! shanhai: a plan, reported figures and stories in; a judged public report out.

pub mod chart;
pub mod diagnostic;
pub mod evaluate;
pub mod exchange;
pub mod load;
pub mod locale;
pub mod markup;
pub mod model;
pub mod pipeline;
pub mod tree;
pub mod view;
pub mod yaml;
