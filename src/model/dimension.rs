//! Dimensions: how a quantity is divided besides by time and place, by sex or by age; and the cells of that.

use super::{CategoryId, DimensionId, Origin, Text};
use std::collections::BTreeMap;
use std::fmt;

/// One part of what a dimension divides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its name.
    pub title: Text,
}

/// A division into parts of which no two have anything in common.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its id.
    pub id: DimensionId,
    /// Its name.
    pub title: Text,
    /// Its parts, in the order written.
    pub categories: Vec<Category>,
    /// True if they make up the whole.
    pub complete: bool,
    /// Where it is written.
    pub origin: Origin,
}

impl Dimension {
    /// The part of an id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id.as_str() == id)
    }
}

/// Of which part of a quantity a figure or target speaks: one category of each dimension that is named. Without
/// any it is the headline, the whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell(BTreeMap<DimensionId, CategoryId>);

impl Cell {
    /// The cell of these categories.
    pub fn new(categories: BTreeMap<DimensionId, CategoryId>) -> Self {
        Self(categories)
    }

    /// True for the whole.
    pub fn is_headline(&self) -> bool {
        self.0.is_empty()
    }

    /// How many dimensions it names.
    pub fn depth(&self) -> usize {
        self.0.len()
    }

    /// The category of a dimension, if it names one.
    pub fn category(&self, dimension: &str) -> Option<&CategoryId> {
        self.0.get(dimension)
    }

    /// The dimensions that it names and the category of each, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = (&DimensionId, &CategoryId)> {
        self.0.iter()
    }

    /// True if the other is this cell or a part of it.
    pub fn contains(&self, other: &Self) -> bool {
        self.0.iter().all(|(dimension, category)| other.0.get(dimension) == Some(category))
    }

    /// The part of it that a category of one more dimension makes.
    #[must_use]
    pub fn with(&self, dimension: &DimensionId, category: &CategoryId) -> Self {
        let mut all = self.0.clone();
        all.insert(dimension.clone(), category.clone());
        Self(all)
    }

    /// What contains it: the same without a dimension.
    #[must_use]
    pub fn without(&self, dimension: &DimensionId) -> Self {
        let mut all = self.0.clone();
        all.remove(dimension);
        Self(all)
    }

    /// True if an address names this cell: each dimension and its category as texts.
    pub fn is_named(&self, named: &BTreeMap<String, String>) -> bool {
        named.len() == self.0.len()
            && self.0.iter().all(|(dimension, category)| {
                named.get(dimension.as_str()).is_some_and(|name| name == category.as_str())
            })
    }
}

/// As it stands in an address: `;age=under-5;sex=women`.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(dimension, category)| write!(f, ";{dimension}={category}"))
    }
}
