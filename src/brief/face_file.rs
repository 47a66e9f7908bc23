//! A typeface of the machine, read: what only a brief that is printed here may be set in.

use crate::typeface::Role;
use std::sync::Arc;

/// A face of the machine, read.
#[derive(Debug, Clone)]
pub struct FaceFile {
    /// The role that it serves.
    pub role: Role,
    /// The whole file.
    pub data: Arc<Vec<u8>>,
    /// Its place in the file, if that is a collection; otherwise 0.
    pub index: u32,
}
