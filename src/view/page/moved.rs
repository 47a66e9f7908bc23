//! The page at an address that leads on.

use super::link::Link;
use serde::Serialize;

/// The page at the address that a thing had before it was renamed. It leads on to the new one by itself, is in no
/// list, and asks search engines to leave it out.
#[derive(Debug, Clone, Serialize)]
pub struct MovedView {
    /// Where it stands now.
    pub link: Link,
}
