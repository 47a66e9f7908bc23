//! Charts asked for by name that the indicator cannot fill: the one that suits it is drawn instead.

use super::cursor::Faults;
use super::indicators::Indicators;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ChartChoice, ScopeTree};

/// Names every such wish, once all figures are known.
pub(super) fn check(indicators: &Indicators, scopes: &ScopeTree, faults: &mut Faults) {
    for indicator in indicators.values() {
        let ChartChoice::Kind(kind, origin) = &indicator.chart else { continue };
        let fitting = indicator.charts(scopes);
        if fitting.contains(kind) {
            continue;
        }
        let names: Vec<&str> = fitting.iter().map(|kind| kind.as_str()).collect();
        let hint = if names.is_empty() {
            "nothing here can be drawn yet; leave \"chart\" out".to_owned()
        } else {
            format!("what fits: {}", names.join(", "))
        };
        let message = format!("the targets and figures do not fill a chart \"{}\"", kind.as_str());
        faults.push(Diagnostic::new(Code::ChartMisfit, origin.clone(), message).hint(hint));
    }
}
