//! Names of things: newtypes that are valid by construction.

use std::fmt;
use std::sync::Arc;

/// Why a text cannot be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdFault {
    /// Nothing, or more than 64 characters.
    Length,
    /// A character besides `a-z`, `0-9` and `-`, or a hyphen at an end.
    Character(char),
    /// A name that Windows keeps for a device, such as `con` or `lpt1`.
    Reserved,
}

fn check(text: &str) -> Result<(), IdFault> {
    if text.is_empty() || text.len() > 64 {
        return Err(IdFault::Length);
    }
    if let Some(odd) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(IdFault::Character(odd));
    }
    if text.starts_with('-') || text.ends_with('-') {
        return Err(IdFault::Character('-'));
    }
    let device = matches!(text, "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"].iter().any(|stem| {
            text.strip_prefix(stem)
                .is_some_and(|rest| rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_digit()))
        });
    if device { Err(IdFault::Reserved) } else { Ok(()) }
}

macro_rules! ids {
    ($($(#[$doc:meta])* struct $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Accepts `a-z0-9-`, 1 to 64 characters, no hyphen at an end, no device name of Windows.
            ///
            /// # Errors
            /// Says which of these rules the text breaks.
            pub fn new(text: &str) -> Result<Self, IdFault> {
                check(text).map(|()| Self(Arc::from(text)))
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
    /// A plan: the stem of its file.
    struct PlanId;
    /// A brief: the stem of its file.
    struct BriefId;
    /// A page of the site's own: the stem of its file.
    struct PageId;
    /// An action of a plan.
    struct ActionId;
    /// A scope in the tree of partnerships and places.
    struct ScopeId;
    /// A list of scopes.
    struct GroupId;
    /// A request for figures: the stem of its file.
    struct RequestId;
    /// An organisation that answers for tasks.
    struct UnitId;
    /// What a quantity is counted in.
    struct MeasurementUnitId;
    /// A source document.
    struct SourceId;
    /// An indicator.
    struct IndicatorId;
    /// A case story.
    struct StoryId;
    /// A division of a quantity, such as by sex.
    struct DimensionId;
    /// A part of what a dimension divides, such as women.
    struct CategoryId;
    /// A photo beside a story: unique within the story.
    struct PhotoId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_latin_letters_digits_and_hyphens() {
        assert!(StoryId::new("louxia-village-2").is_ok());
        assert_eq!(StoryId::new(""), Err(IdFault::Length));
        assert_eq!(StoryId::new(&"a".repeat(65)), Err(IdFault::Length));
        assert_eq!(StoryId::new("Louxia"), Err(IdFault::Character('L')));
        assert_eq!(StoryId::new("楼下"), Err(IdFault::Character('楼')));
        assert_eq!(StoryId::new("../x"), Err(IdFault::Character('.')));
        assert_eq!(StoryId::new("-a"), Err(IdFault::Character('-')));
        for device in ["con", "nul", "com1", "lpt9"] {
            assert_eq!(StoryId::new(device), Err(IdFault::Reserved), "{device}");
        }
        assert!(StoryId::new("com10").is_ok());
    }
}
