//! Specs no report would make on purpose.

use super::*;

pub(super) fn all() -> Vec<ChartSpec> {
    vec![]
}
