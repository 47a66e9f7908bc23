//! Names that things had before they were renamed: their old addresses lead on, and references to them still hold.

use super::Origin;

/// An id that a thing had before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias<I> {
    /// The old id; nothing else has it.
    pub id: I,
    /// Where it is written.
    pub origin: Origin,
}
