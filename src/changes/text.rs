//! Changes as text for a terminal, and as JSON.

use super::compare::{Change, Changes, Kind};
use std::fmt::Write as _;

impl Kind {
    /// The heading over changes of the kind.
    const fn heading(self) -> &'static str {
        match self {
            Self::VerdictTurned => "Verdicts that turned",
            Self::TargetRevised => "Targets revised",
            Self::TargetAdded => "New targets",
            Self::TargetGone => "Targets no longer there",
            Self::FigureAdded => "New figures",
            Self::FigureCorrected => "Figures corrected",
            Self::FigureGone => "Figures no longer there",
            Self::Renamed => "Indicators with another id",
            Self::Retitled => "Indicators with another name",
            Self::IndicatorAdded => "New indicators",
            Self::IndicatorGone => "Indicators no longer there",
        }
    }
}

impl Changes {
    /// A list under headings, a line each.
    pub fn text(&self) -> String {
        let mut out = format!("From {} to {}\n", self.from, self.to);
        if self.changes.is_empty() {
            out.push_str("\nNothing changed.\n");
        }
        for kind in Kind::ALL {
            let all: Vec<&Change> = self.of(kind).collect();
            if all.is_empty() {
                continue;
            }
            let _ = writeln!(out, "\n{} ({})", kind.heading(), all.len());
            for change in all {
                out.push_str("  ");
                line(change, &mut out);
            }
        }
        out
    }

    /// The same as JSON: `from`, `to`, and `changes` as a list.
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn line(change: &Change, out: &mut String) {
    out.push_str(&change.indicator);
    if let Some(place) = &change.place {
        let _ = write!(out, "@{place}");
    }
    let _ = match (&change.was, &change.is) {
        (Some(was), Some(is)) => writeln!(out, ": {was} → {is}"),
        (Some(only), None) | (None, Some(only)) => writeln!(out, ": {only}"),
        (None, None) => writeln!(out),
    };
}
