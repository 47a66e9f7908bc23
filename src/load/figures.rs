//! The address of a figure: `2019`, `2019;scope=x;source=y`, `baseline`.

use crate::model::{Actual, FigureAddress, Indicator, Period, ScopeId};

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

/// Finds a figure of an indicator by period, scope and source; `None` in the result is the baseline.
///
/// An actual is at a period if the period is its own, or holds its day. Where the scope is not said,
/// a figure for the indicator's own scope goes before others.
///
/// # Errors
/// Says why the address names no figure, or several.
pub fn find(
    indicator: &Indicator,
    period: Option<&str>,
    scope: Option<&str>,
    source: Option<&str>,
) -> Result<Option<usize>, FigureFault> {
    if period == Some("baseline") {
        return match &indicator.baseline {
            Some(_) => Ok(None),
            None => Err(FigureFault::None { known: known(&indicator.actuals, &indicator.scope) }),
        };
    }
    select(&indicator.actuals, &indicator.scope, period, scope, source)
}

/// Finds a figure by an address without indicator: `2019;source=x`.
pub(super) fn find_address(
    actuals: &[Actual],
    baseline: Option<&Actual>,
    own: &ScopeId,
    address: &str,
) -> Result<Option<usize>, FigureFault> {
    let mut parts = address.split(';');
    let period = parts.next().filter(|text| !text.is_empty());
    let (mut scope, mut source) = (None, None);
    for part in parts {
        match part.split_once('=') {
            Some(("scope", id)) => scope = Some(id),
            Some(("source", id)) => source = Some(id),
            _ => return Err(FigureFault::Form),
        }
    }
    if period == Some("baseline") && baseline.is_some() {
        return Ok(None);
    }
    select(actuals, own, period, scope, source)
}

fn select(
    actuals: &[Actual],
    own: &ScopeId,
    period: Option<&str>,
    scope: Option<&str>,
    source: Option<&str>,
) -> Result<Option<usize>, FigureFault> {
    let wanted = match period {
        None => None,
        Some(text) => Some(Period::parse(text).map_err(|_| FigureFault::Form)?),
    };
    let at = |index: &usize, exact: bool| {
        let time = &actuals[*index].time;
        wanted.is_none_or(|wanted| *time == wanted || (!exact && actuals[*index].dated && wanted.contains(time)))
    };
    let said = |index: &usize| {
        scope.is_none_or(|scope| actuals[*index].scope.as_str() == scope)
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
        [one] => Ok(Some(*one)),
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
        source: full.then_some(&actual.source),
    }
    .to_string()
}
