//! Lists, links and places.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![]
}
