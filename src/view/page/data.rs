//! The page of the data files.

use super::parts::Fact;
use serde::Serialize;

/// The data files.
#[derive(Debug, Clone, Serialize)]
pub struct DataView {
    /// Each file: its name, what it holds, and its address.
    pub files: Vec<Fact>,
}
