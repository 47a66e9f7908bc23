//! The address of a figure: `2019`, `2019;scope=x;sex=women;source=y`, `baseline`.

use super::{Actual, Cell, FigurePlace, Indicator, Period, ScopeId, SourceId, Years};
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

/// Why an address names no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureFault {
    /// The address is not of the known form.
    Form,
    /// No figure is there; these are the addresses that exist.
    None {
        /// Addresses of the indicator's figures.
        known: Vec<String>,
    },
    /// Several figures are there; these tell them apart.
    Several {
        /// Their full addresses.
        known: Vec<String>,
    },
}

/// What an address says of the figure that it names.
#[derive(Debug, Clone, Copy)]
pub struct WantedFigure<'a> {
    /// Its period as written, or `baseline`.
    pub period: Option<&'a str>,
    /// Its scope.
    pub scope: Option<&'a str>,
    /// The category of each dimension that is named; none for the headline.
    pub cell: &'a BTreeMap<String, String>,
    /// Its source.
    pub source: Option<&'a str>,
}

impl Indicator {
    /// Finds a figure by period, scope, cell and source.
    ///
    /// An actual is at a period if the period is its own, or holds its day. Where the scope is not
    /// said, a figure for the indicator's own scope goes before others; where no cell is said, it is the
    /// headline that is meant. `years` are those of its plan, by
    /// whose names a period may be written.
    ///
    /// # Errors
    /// Says why the address names no figure, or several.
    pub fn figure(&self, years: Years<'_>, wanted: WantedFigure<'_>) -> Result<FigurePlace, FigureFault> {
        if wanted.period == Some("baseline") {
            let said = |one: &Actual| {
                wanted.scope.unwrap_or(self.scope.as_str()) == one.scope.as_str()
                    && one.cell.is_named(wanted.cell)
                    && wanted.source.is_none_or(|source| one.source.as_str() == source)
            };
            // The only one needs no more words.
            let only = self.baselines().count() == 1 && wanted.scope.is_none() && wanted.cell.is_empty();
            return match self.baselines().position(|one| only || said(one)) {
                Some(index) => Ok(FigurePlace::Baseline(index)),
                None => Err(FigureFault::None { known: known(&self.actuals, &self.scope) }),
            };
        }
        select(&self.actuals, (&self.scope, years), wanted).map(FigurePlace::Actual)
    }

    /// The address of each of its actuals, no two alike: as short as is usual, with the source where others have the
    /// same, and numbered where one source has several. It does not change with the place in the file.
    pub fn actual_addresses(&self) -> Vec<String> {
        apart(&self.actuals, |actual, full| {
            let source = full.then_some(&actual.source);
            let scope = (actual.scope != self.scope).then_some(&actual.scope);
            FigureAddress { period: &actual.time, scope, cell: &actual.cell, source }.to_string()
        })
    }

    /// The address of each of its baselines, in the order of [`Indicator::baselines`], no two alike.
    pub fn baseline_addresses(&self) -> Vec<String> {
        let all: Vec<&Actual> = self.baselines().collect();
        apart(&all, |actual, full| {
            let mut text = "baseline".to_owned();
            if actual.scope != self.scope {
                let _ = write!(text, ";scope={}", actual.scope);
            }
            text.push_str(&actual.cell.to_string());
            if full {
                let _ = write!(text, ";source={}", actual.source);
            }
            text
        })
    }

    /// The address of one of its actuals, as short as is usual: `2019`, `2019;scope=x`.
    pub fn address(&self, actual: &Actual) -> String {
        address(actual, &self.scope, false)
    }
}

/// Addresses that tell all figures apart: the short one where no other has it, else the full one, else numbered.
fn apart<T>(all: &[T], address: impl Fn(&T, bool) -> String) -> Vec<String> {
    let mut short: BTreeMap<String, usize> = BTreeMap::new();
    for one in all {
        *short.entry(address(one, false)).or_default() += 1;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    all.iter()
        .map(|one| {
            let text = address(one, false);
            let text = if short[&text] > 1 { address(one, true) } else { text };
            let count = taken.entry(text.clone()).or_default();
            *count += 1;
            if *count > 1 { format!("{text};n={count}") } else { text }
        })
        .collect()
}

/// Finds an actual by an address without indicator: `2019;source=x`.
///
/// # Errors
/// Says why the address names no figure, or several.
pub fn find_actual(
    actuals: &[Actual],
    own: &ScopeId,
    years: Years<'_>,
    text: &str,
) -> Result<usize, FigureFault> {
    let mut parts = text.split(';');
    let period = parts.next().filter(|text| !text.is_empty());
    let (mut scope, mut source, mut cell) = (None, None, BTreeMap::new());
    for part in parts {
        match part.split_once('=') {
            Some(("scope", id)) => scope = Some(id),
            Some(("source", id)) => source = Some(id),
            Some((dimension, category)) => drop(cell.insert(dimension.to_owned(), category.to_owned())),
            None => return Err(FigureFault::Form),
        }
    }
    select(actuals, (own, years), WantedFigure { period, scope, cell: &cell, source })
}

fn select(
    actuals: &[Actual],
    (own, years): (&ScopeId, Years<'_>),
    WantedFigure { period, scope, cell, source }: WantedFigure<'_>,
) -> Result<usize, FigureFault> {
    let wanted = match period {
        None => None,
        Some(text) => Some(years.read(text).map_err(|_| FigureFault::Form)?),
    };
    let at = |index: &usize, exact: bool| {
        let time = &actuals[*index].time;
        wanted.is_none_or(|wanted| {
            *time == wanted || (!exact && actuals[*index].dated && wanted.contains(time))
        })
    };
    let said = |index: &usize| {
        scope.is_none_or(|scope| actuals[*index].scope.as_str() == scope)
            && actuals[*index].cell.is_named(cell)
            && source.is_none_or(|source| actuals[*index].source.as_str() == source)
    };
    let all = || (0..actuals.len()).filter(said);
    let mut found: Vec<usize> = all().filter(|index| at(index, true)).collect();
    if found.is_empty() {
        found = all().filter(|index| at(index, false)).collect();
    }
    if scope.is_none() && found.iter().any(|index| actuals[*index].scope == *own) {
        found.retain(|index| actuals[*index].scope == *own);
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(FigureFault::None { known: known(actuals, own) }),
        several => {
            let known = several.iter().map(|index| address(&actuals[*index], own, true)).collect();
            Err(FigureFault::Several { known })
        }
    }
}

fn known(actuals: &[Actual], own: &ScopeId) -> Vec<String> {
    actuals.iter().map(|actual| address(actual, own, false)).collect()
}

/// The address of an actual, in full or as short as is usual.
fn address(actual: &Actual, own: &ScopeId, full: bool) -> String {
    FigureAddress {
        period: &actual.time,
        scope: (full || actual.scope != *own).then_some(&actual.scope),
        cell: &actual.cell,
        source: full.then_some(&actual.source),
    }
    .to_string()
}

/// The address of a figure within its indicator, as stories write it: `2019;scope=x;sex=women;source=y`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureAddress<'a> {
    /// Its time.
    pub period: &'a Period,
    /// Its scope, where it is not the indicator's.
    pub scope: Option<&'a ScopeId>,
    /// Of which part of the quantity.
    pub cell: &'a Cell,
    /// Its source, where the rest names several.
    pub source: Option<&'a SourceId>,
}

impl fmt::Display for FigureAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.period.text())?;
        if let Some(scope) = self.scope {
            write!(f, ";scope={scope}")?;
        }
        write!(f, "{}", self.cell)?;
        if let Some(source) = self.source {
            write!(f, ";source={source}")?;
        }
        Ok(())
    }
}
