//! placeholder until the markup room lands
/// A parsed text.
#[derive(Debug, Clone)]
pub struct Markup;
