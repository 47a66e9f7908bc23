//! Missing glyphs: characters that no font has; glyph 0 of a font (.notdef) is the empty box.

use resvg::usvg::{Group, Node};
use std::collections::BTreeSet;

/// The characters in a group, and in the groups in it, that would be drawn as empty boxes.
pub(super) fn in_group(group: &Group) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    for node in group.children() {
        match node {
            Node::Group(inner) => missing.extend(in_group(inner)),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                missing.extend(
                    glyphs
                        .filter(|glyph| glyph.id.0 == 0)
                        .flat_map(|glyph| glyph.text.chars())
                        .filter(|c| !c.is_whitespace() && !c.is_control()),
                );
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    missing
}
