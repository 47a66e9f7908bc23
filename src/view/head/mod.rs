//! What stands around a page's body or beside its site for programs: head, structured data, social card, feed.

pub(super) mod feed;
pub(super) mod json_ld;
pub(super) mod records;
pub(super) mod site_head;
pub(super) mod social_card;
