//! What a card is made of: the picture that stands for a page where a link to it is shown.

use super::{ChartSpec, Status};

/// A card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// BCP 47 tag of its words.
    pub lang: String,
    /// The name of the site.
    pub site: String,
    /// What the page says, in one sentence.
    pub title: String,
    /// Words under it, less large; may be empty, and are left out where there is no room.
    pub aside: String,
    /// A paragraph under that, shown where there is no picture and room for all of it; may be empty.
    pub text: String,
    /// What is shown beside or below the words.
    pub picture: CardPicture,
}

/// What a card shows besides its words.
#[derive(Debug, Clone, PartialEq)]
pub enum CardPicture {
    /// Nothing.
    None,
    /// A chart without its frame; left out if it is too tall to be read.
    Chart(Box<ChartSpec>),
    /// A bar of all statuses.
    Shares(Vec<Share>),
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The status.
    pub status: Status,
    /// How many.
    pub count: usize,
    /// The words: how many, and what they are.
    pub label: String,
}
