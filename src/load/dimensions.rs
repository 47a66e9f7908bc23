//! Dimensions: those of `dimensions.yaml`, those of one indicator, and the cells that figures and targets name.

use super::cursor::{Cursor, Faults};
use super::parsed::Parsed;
use super::raw::{Ordered, RawDimension, RawDimensions, RawSharedDimensions, RawText};
use super::values::{self, Languages};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Category, CategoryId, Cell, Dimension, DimensionId};
use std::collections::BTreeMap;

/// Names that mean something else where a dimension stands: parts of an address, columns of a table.
const TAKEN: [&str; 24] = [
    "actual",
    "at",
    "cap",
    "code",
    "definition",
    "end",
    "figure",
    "floor",
    "high",
    "id",
    "indicator",
    "kind",
    "locator",
    "low",
    "n",
    "note",
    "partial",
    "period",
    "provisional",
    "qualifier",
    "scope",
    "source",
    "start",
    "value",
];

/// The dimensions that indicators may share.
pub(super) fn shared(
    file: Option<Result<Parsed<RawSharedDimensions>, Vec<Diagnostic>>>,
    languages: &Languages,
    faults: &mut Faults,
) -> BTreeMap<DimensionId, Dimension> {
    let file = match file {
        None => return BTreeMap::new(),
        Some(Ok(file)) => file,
        Some(Err(found)) => {
            faults.found.extend(found);
            faults.broken(Code::UnknownDimension, EVERY);
            return BTreeMap::new();
        }
    };
    let spot = Cursor::root(&file.document).key("dimensions");
    let all = own(&file.raw.dimensions, &spot, languages, faults);
    all.into_iter().map(|one| (one.id.clone(), one)).collect()
}

/// Stands for all dimensions where their file cannot be read.
const EVERY: &str = "";

/// The dimensions of an indicator, in the order written.
pub(super) fn of_indicator(
    raw: Option<&RawDimensions>,
    shared: &BTreeMap<DimensionId, Dimension>,
    languages: &Languages,
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Vec<Dimension> {
    match raw {
        None => Vec::new(),
        Some(RawDimensions::Own(dimensions)) => own(dimensions, spot, languages, faults),
        Some(RawDimensions::Shared(names)) => {
            let mut all: Vec<Dimension> = Vec::new();
            for (index, name) in names.iter().enumerate() {
                let at = spot.item(index);
                if all.iter().any(|known| known.id.as_str() == name) {
                    let message = format!("\"{name}\" is named twice");
                    faults.add(Code::DuplicateId, &at, message, "keep one of the two");
                    continue;
                }
                if faults.is_broken(Code::UnknownDimension, EVERY) {
                    continue;
                }
                let known = (Code::UnknownDimension, "shared dimension");
                match values::known(shared, name, known, &at, faults) {
                    Some((_, one)) => all.push(one.clone()),
                    // Cells that name it are then no faults of their own.
                    None => faults.broken(Code::UnknownDimension, name),
                }
            }
            all
        }
    }
}

fn own(
    raw: &Ordered<RawDimension>,
    spot: &Cursor<'_>,
    languages: &Languages,
    faults: &mut Faults,
) -> Vec<Dimension> {
    let mut all = Vec::new();
    for (name, raw) in &raw.0 {
        let (at, named) = (spot.key(name), spot.name(name));
        let id = if TAKEN.contains(&name.as_str()) {
            let message = format!("a dimension cannot be called \"{name}\"");
            faults.add(
                Code::BadId,
                &named,
                message,
                "that word means something else in addresses and tables",
            );
            None
        } else {
            values::id(name, DimensionId::new, &named, faults)
        };
        let categories = categories(&raw.categories, &at.key("categories"), languages, faults);
        let title = languages.text(&raw.title, &at.key("title"), faults);
        let (Some(id), Some(categories)) = (id, categories) else {
            faults.broken(Code::UnknownDimension, name);
            continue;
        };
        all.push(Dimension { id, title, categories, complete: raw.complete, origin: named.origin() });
    }
    all
}

/// The parts of a dimension; none if one of them has a fault.
fn categories(
    raw: &Ordered<RawText>,
    spot: &Cursor<'_>,
    languages: &Languages,
    faults: &mut Faults,
) -> Option<Vec<Category>> {
    let mut all = Vec::new();
    for (name, title) in &raw.0 {
        let title = languages.text(title, &spot.key(name), faults);
        if let Some(id) = values::id(name, CategoryId::new, &spot.name(name), faults) {
            all.push(Category { id, title });
        }
    }
    if raw.0.is_empty() {
        faults.add(
            Code::MissingKey,
            spot,
            "a dimension has categories",
            "name its parts: { women: Women, men: Men }",
        );
        return None;
    }
    (all.len() == raw.0.len()).then_some(all)
}

/// The cell that a figure or target names. `all` are the dimensions of its indicator.
pub(super) fn cell(
    raw: &BTreeMap<String, String>,
    all: &[Dimension],
    spot: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<Cell> {
    let mut found = BTreeMap::new();
    for (name, category) in raw {
        let Some(dimension) = dimension(name, all, &spot.name(name), faults) else { continue };
        if let Some(category) = self::category(category, dimension, &spot.key(name), faults) {
            found.insert(dimension.id.clone(), category.id.clone());
        }
    }
    (found.len() == raw.len()).then(|| Cell::new(found))
}

/// The dimension of a name among those of an indicator.
pub(super) fn dimension<'d>(
    name: &str,
    all: &'d [Dimension],
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<&'d Dimension> {
    let found = all.iter().find(|dimension| dimension.id.as_str() == name);
    let broken = |faults: &Faults, name: &str| faults.is_broken(Code::UnknownDimension, name);
    if found.is_none() && !broken(faults, name) && !broken(faults, EVERY) {
        let names = || all.iter().map(|dimension| dimension.id.as_str());
        let hint = match (nearest(name, names()), all.is_empty()) {
            (Some(near), _) => format!("did you mean \"{near}\"?"),
            (None, true) => "add \"dimensions:\" to the indicator".to_owned(),
            (None, false) => format!("write one of: {}", names().collect::<Vec<_>>().join(", ")),
        };
        faults.add(Code::UnknownDimension, at, format!("the indicator has no dimension \"{name}\""), hint);
    }
    found
}

fn category<'d>(
    name: &str,
    dimension: &'d Dimension,
    at: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<&'d Category> {
    let found = dimension.category(name);
    if found.is_none() {
        let names = || dimension.categories.iter().map(|category| category.id.as_str());
        let hint = nearest(name, names()).map_or_else(
            || format!("write one of: {}", names().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        let message = format!("\"{}\" has no category \"{name}\"", dimension.id);
        faults.add(Code::UnknownCategory, at, message, hint);
    }
    found
}
