//! The XML namespaces of OOXML.

/// The name of the elements of text.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The names that a part with text declares.
pub(super) const SPACES: &[(&str, &str)] = &[("xmlns:w", WORD), ("xmlns:r", OFFICE)];

/// Of relationships between parts, and the beginning of their types.
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The beginning of those that the package itself uses.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
