//! Reasons as objects: `reason` names the kind, the other keys are its data.

use super::part::{DaySpan, end, start};
use crate::evaluate::{Counts, LeftOutWhy, Reason, Status};
use crate::exchange::named::Named;
use crate::exchange::number;
use crate::model::Period;
use serde_json::{Map, Value, json};

/// A reason with its data. Figures are named by their place in the indicator's `actuals`, from 0.
pub(super) fn object(reason: &Reason) -> Value {
    let mut object = Map::new();
    object.insert("reason".to_owned(), Value::from(reason.as_str()));
    if let Value::Object(data) = data(reason) {
        object.extend(data);
    }
    Value::Object(object)
}

/// How many stand in each status, every status named.
pub(super) fn counts(counts: &Counts) -> Value {
    Status::ALL.iter().map(|status| (status.as_str().to_owned(), Value::from(counts.of(*status)))).collect()
}

fn data(reason: &Reason) -> Value {
    match reason {
        Reason::FloorFrom { actuals, less, total, open } | Reason::CapFrom { actuals, less, total, open } => {
            json!({ "actuals": actuals, "less": less, "total": number::plain(*total), "open": open })
        }
        Reason::CapOfPart { actuals, periods } => json!({ "actuals": actuals, "periods": spans(periods) }),
        Reason::NoFloorFor { periods } | Reason::NoCapFor { periods } | Reason::NoGrowthFor { periods } => {
            json!({ "periods": spans(periods) })
        }
        Reason::CapSpansMore { actual, outside, wider, beyond } => json!({
            "actual": actual,
            "outside": spans(outside),
            "wider": wider,
            "beyond": number::end(*beyond),
        }),
        Reason::Decided { actuals, on, basis } => {
            json!({ "actuals": actuals, "on": span(on), "basis": basis.as_str() })
        }
        Reason::Latest { actuals, on } | Reason::Broken { actuals, on } => {
            json!({ "actuals": actuals, "on": span(on) })
        }
        Reason::GrowthSoFar { actuals, on, value } => {
            json!({ "actuals": actuals, "on": span(on), "value": number::plain(*value) })
        }
        Reason::RestMust { period, value } => {
            json!({ "start": start(period), "end": end(period), "value": number::plain(*value) })
        }
        // Its figures are those of the other indicator.
        Reason::Threshold { indicator, actuals } => {
            json!({ "indicator": indicator, "other_actuals": actuals })
        }
        Reason::NoThreshold { indicator, period } => {
            json!({ "indicator": indicator, "start": start(period), "end": end(period) })
        }
        Reason::NoValue { actuals, observation } => {
            json!({ "actuals": actuals, "observation": observation.as_str() })
        }
        Reason::PartsKept { kept, of } => json!({ "kept": kept, "of": of }),
        Reason::ToBeConfirmed { due } => json!({ "due": due.to_string() }),
        Reason::MadeGood { actuals, on, days } => {
            json!({ "actuals": actuals, "on": on.to_string(), "days": days })
        }
        Reason::NothingForPeriod { period } => json!({ "start": start(period), "end": end(period) }),
        Reason::BeforeDue { on, due, held } => {
            json!({ "on": span(on), "due": due.to_string(), "held": held })
        }
        Reason::LeftOut { actuals, why } => match why {
            LeftOutWhy::NotAResult(kind) => {
                json!({ "actuals": actuals, "why": why.as_str(), "kind": kind.name() })
            }
            LeftOutWhy::NoValue(observation) => {
                json!({ "actuals": actuals, "why": why.as_str(), "observation": observation.as_str() })
            }
            _ => json!({ "actuals": actuals, "why": why.as_str() }),
        },
        Reason::Disputed { actuals } | Reason::Rounding { actuals } => json!({ "actuals": actuals }),
        Reason::PathAt { date, planned, first } => {
            json!({ "date": date.to_string(), "planned": number::end(*planned), "first": number::end(*first) })
        }
        Reason::DueEarlier { due, end } => json!({ "due": due.to_string(), "end": end.to_string() }),
        Reason::NotBegun { start } => json!({ "start": start.to_string() }),
        Reason::DroppedBy { revision }
        | Reason::BeforeRevision { revision }
        | Reason::ChangedLater { revision } => {
            json!({ "revision": revision })
        }
        Reason::MemberCounts { counts: members } => json!({ "counts": counts(members) }),
        Reason::DoneBy { actual, by } => json!({ "actual": actual, "by": by.to_string() }),
        Reason::DoneLate { actual, from } => json!({ "actual": actual, "from": from.to_string() }),
        Reason::DoneAround { actual, period } | Reason::Unfinished { actual, period } => {
            json!({ "actual": actual, "start": start(period), "end": end(period) })
        }
        Reason::Needs { period, scope } => {
            json!({ "start": start(period), "end": end(period), "scope": scope })
        }
        Reason::OnlyCap
        | Reason::OnlyFloor
        | Reason::LimitNotKept
        | Reason::LimitNotBroken
        | Reason::NotEveryDay
        | Reason::AlreadyBeyond
        | Reason::AlreadyShort
        | Reason::TooClose
        | Reason::AcrossBreak
        | Reason::NothingReported => Value::Null,
    }
}

fn span(period: &Period) -> Value {
    json!(DaySpan(*period))
}

fn spans(periods: &[Period]) -> Value {
    periods.iter().map(span).collect()
}
