//! References to what the program computes: a change, a sum, a share, a count.
//!
//! ```text
//! change:  <indicator>@<period>..<period>[;scope=<id>][;<dimension>=<id>]…
//! sum:     <indicator>[+<indicator>…]@<period>[;scope=<id>][;<dimension>=<id>]…
//! share:   <indicator>/<indicator>@<period>[;scope=<id>][;<dimension>=<id>]…
//! count:   <plan>[;status=<status>[+<status>…]][;binding=<word>][;action=<id>][;by=<word>]
//! ```
//!
//! As with figures the parts come in this order only, and periods and words stay text: only `load` knows them.

use super::reference::{OfWhom, RefFault, id, named, of_whom, period};

/// The schemes of what is computed.
pub(super) const SCHEMES: [&str; 4] = ["change", "sum", "share", "count"];

/// Something that the program computes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComputedRef {
    /// How an indicator changed from one period to another.
    Change {
        /// The indicator's id.
        indicator: String,
        /// The period from which it changed.
        from: String,
        /// The period to which it changed.
        to: String,
        /// Which scope and cell.
        of: OfWhom,
    },
    /// What one or several indicators add up to in a period.
    Sum {
        /// The indicators' ids; at least one.
        indicators: Vec<String>,
        /// The period as written.
        period: String,
        /// Which scope and cell.
        of: OfWhom,
    },
    /// What share one indicator is of another.
    Share {
        /// The id of the indicator that is the part.
        part: String,
        /// The id of the one that is the whole.
        whole: String,
        /// The period as written.
        period: String,
        /// Which scope and cell.
        of: OfWhom,
    },
    /// How many targets of a plan stand so.
    Count(CountRef),
}

/// A count of what a plan holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRef {
    /// The plan's id.
    pub plan: String,
    /// The statuses that count; all if there is none.
    pub status: Vec<String>,
    /// Only what binds so.
    pub binding: Option<String>,
    /// Only what belongs to this action.
    pub action: Option<String>,
    /// What is counted: targets without it.
    pub by: Option<String>,
}

impl ComputedRef {
    /// Reads a reference by its scheme and the text behind it.
    ///
    /// # Errors
    /// The first part that does not follow the grammar.
    pub fn parse(scheme: &str, text: &str) -> Result<Self, RefFault> {
        if scheme == "count" {
            return CountRef::parse(text).map(Self::Count);
        }
        let mut pieces = text.split(';');
        let head = pieces.next().unwrap_or_default();
        let of = of_whom(pieces)?;
        let (what, when) = head.split_once('@').ok_or_else(|| RefFault::BadPeriod(String::new()))?;
        match scheme {
            "change" => {
                let (from, to) = when.split_once("..").ok_or_else(|| RefFault::BadPeriod(when.to_owned()))?;
                Ok(Self::Change { indicator: id(what)?, from: period(from)?, to: period(to)?, of })
            }
            "share" => {
                let (part, whole) = what.split_once('/').ok_or_else(|| RefFault::BadId(what.to_owned()))?;
                Ok(Self::Share { part: id(part)?, whole: id(whole)?, period: period(when)?, of })
            }
            _ => {
                let indicators = what.split('+').map(id).collect::<Result<_, _>>()?;
                Ok(Self::Sum { indicators, period: period(when)?, of })
            }
        }
    }
}

impl CountRef {
    fn parse(text: &str) -> Result<Self, RefFault> {
        let mut pieces = text.split(';');
        let plan = id(pieces.next().unwrap_or_default())?;
        let [status, binding, action, by] = named(pieces, ["status", "binding", "action", "by"])?;
        let status = status.iter().flat_map(|words| words.split('+')).map(str::to_owned).collect();
        Ok(Self { plan, status, binding, action: action.as_deref().map(id).transpose()?, by })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_computed_is_told_by_its_parts() {
        let change = ComputedRef::parse("change", "rate@2022..2023;scope=a;sex=women");
        let cell = [("sex".to_owned(), "women".to_owned())].into();
        let (indicator, of) = ("rate".to_owned(), OfWhom { scope: Some("a".to_owned()), cell });
        let wanted = ComputedRef::Change { indicator, from: "2022".to_owned(), to: "2023".to_owned(), of };
        assert_eq!(change, Ok(wanted));
        let sum = ComputedRef::parse("sum", "a+b@2019..2020");
        let (indicators, period) = (vec!["a".to_owned(), "b".to_owned()], "2019..2020".to_owned());
        assert_eq!(sum, Ok(ComputedRef::Sum { indicators, period, of: OfWhom::default() }));
        let count = ComputedRef::parse("count", "plan-1;status=met+on_track;by=indicators");
        let wanted = CountRef {
            plan: "plan-1".to_owned(),
            status: vec!["met".to_owned(), "on_track".to_owned()],
            binding: None,
            action: None,
            by: Some("indicators".to_owned()),
        };
        assert_eq!(count, Ok(ComputedRef::Count(wanted)));
    }

    #[test]
    fn a_part_that_is_missing_or_misplaced_is_named() {
        for (scheme, text, fault) in [
            ("change", "rate@2023", RefFault::BadPeriod("2023".to_owned())),
            ("share", "rate@2023", RefFault::BadId("rate".to_owned())),
            ("sum", "a", RefFault::BadPeriod(String::new())),
            ("count", "a;by=targets;status=met", RefFault::OutOfOrder("status")),
            ("sum", "a@2020;sex=women;scope=b", RefFault::OutOfOrder("scope")),
            ("count", "a;town=b", RefFault::UnknownPart("town=b".to_owned())),
        ] {
            assert_eq!(ComputedRef::parse(scheme, text), Err(fault), "{scheme}:{text}");
        }
    }
}
