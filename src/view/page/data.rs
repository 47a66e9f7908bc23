//! The page of the data files.

use super::parts::Fact;
use serde::Serialize;

/// The data files.
#[derive(Debug, Clone, Serialize)]
pub struct DataView {
    /// Each file: what it holds, and its link.
    pub files: Vec<Fact>,
}
