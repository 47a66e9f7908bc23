//! What of a text a reader sees.

use super::target::Target;
use crate::code_points;

/// Stands for what is no running text: code, an image, a note, the words of a task link.
pub(super) const OBJECT: char = '\u{FFFC}';

/// A character as a reader sees it: digits of every script and width as plain ones, nothing of what is invisible.
pub(super) fn seen(c: char) -> Option<char> {
    (!code_points::is_invisible(c)).then(|| code_points::plain_digit(c))
}

/// Whether the words of a link are held against the number that it leads to. Those of a verdict are free.
pub(super) fn is_held(target: &Target) -> bool {
    matches!(target, Target::Figure(_) | Target::Promise(_) | Target::Computed(_))
}
