//! Reasons as data → sentences.

use crate::evaluate::{Counts, LeftOutWhy, Reason};
use crate::model::{ActualKind, Condition, Indicator, Period, Target};
use crate::view::context::LangContext;
use rust_decimal::Decimal;

/// Writes the reasons of one target's verdict.
pub(in crate::view) struct Reasons<'d> {
    pub ctx: &'d LangContext<'d>,
    pub indicator: &'d Indicator,
    pub target: &'d Target,
}

impl Reasons<'_> {
    /// One sentence a reason, or two where a reason says two things.
    pub fn sentences(&self, reasons: &[Reason]) -> Vec<String> {
        reasons.iter().map(|reason| self.sentence(reason)).filter(|text| !text.is_empty()).collect()
    }

    /// A reason as a sentence.
    pub fn sentence(&self, reason: &Reason) -> String {
        self.ctx.locale.sentence(&self.said(reason))
    }

    fn said(&self, reason: &Reason) -> String {
        let ctx = self.ctx;
        let locale = ctx.locale;
        let say = |name: &str, fill: &[(&str, &str)]| ctx.say(name, fill);
        match reason {
            Reason::FloorFrom { actuals, less, total } => self.adds_up("floor", actuals, less, *total),
            Reason::CapFrom { actuals, less, total } => self.adds_up("cap", actuals, less, *total),
            Reason::Disputed { actuals } => say("reason-disputed", &[("figures", &self.figures(actuals))]),
            Reason::CapOfPart { actuals, periods } => say(
                "reason-cap-of-part",
                &[("figures", &self.figures(actuals)), ("periods", &self.periods(periods))],
            ),
            Reason::OnlyCap => locale.word("reason-only-cap"),
            Reason::OnlyFloor => locale.word("reason-only-floor"),
            Reason::NoFloorFor { periods } => {
                say("reason-no-floor-for", &[("periods", &self.periods(periods))])
            }
            Reason::NoCapFor { periods } => say("reason-no-cap-for", &[("periods", &self.periods(periods))]),
            Reason::CapSpansMore { actual, outside, wider, beyond } => {
                self.spans_more(*actual, outside, wider.as_ref(), *beyond)
            }
            Reason::Latest { actuals, .. } => say("reason-latest", &[("figures", &self.figures(actuals))]),
            Reason::LimitNotKept => locale.word("reason-limit-not-kept"),
            Reason::LimitNotBroken => locale.word("reason-limit-not-broken"),
            Reason::Decided { actuals, basis, .. } => say(
                &format!("reason-decided-{}", basis.as_str()),
                &[("figures", &self.figures(actuals)), ("due", &locale.day(self.target.due))],
            ),
            Reason::Broken { actuals, .. } => say("reason-broken", &[("figures", &self.figures(actuals))]),
            Reason::PartsKept { kept, of } => {
                say("reason-parts-kept", &[("kept", &locale.count(*kept)), ("of", &locale.count(*of))])
            }
            Reason::ToBeConfirmed { due } => say("reason-to-be-confirmed", &[("due", &locale.day(*due))]),
            Reason::MadeGood { actuals, on, days } => {
                let days = usize::try_from(*days).unwrap_or_default();
                say(
                    "reason-made-good",
                    &[
                        ("figures", &self.figures(actuals)),
                        ("on", &locale.day(*on)),
                        ("days", &locale.count(days)),
                    ],
                )
            }
            Reason::BeforeDue { on, due, held } => {
                let name = match held {
                    Some(true) => "reason-before-due-held",
                    Some(false) => "reason-before-due-failed",
                    None => "reason-before-due",
                };
                say(name, &[("on", &locale.at(on)), ("due", &locale.day(*due))])
            }
            Reason::LeftOut { actuals, why } => self.left_out(actuals, *why),
            Reason::Rounding { actuals } => say("reason-rounding", &[("figures", &self.figures(actuals))]),
            Reason::PathAt { date, planned: Some(planned) } => {
                let planned = self.amount(*planned);
                let falls = matches!(self.target.condition, Condition::AtMost(_) | Condition::Below(_));
                let name = if falls { "reason-path-at-most" } else { "reason-path-at" };
                say(name, &[("date", &locale.day(*date)), ("planned", &planned)])
            }
            Reason::PathAt { date, planned: None } => {
                say("reason-path-none", &[("date", &locale.day(*date))])
            }
            Reason::AlreadyBeyond => locale.word("reason-already-beyond"),
            Reason::AlreadyShort => locale.word("reason-already-short"),
            Reason::DueEarlier { due, .. } => say("reason-due-earlier", &[("due", &locale.day(*due))]),
            Reason::NotBegun { start } => say("reason-not-begun", &[("start", &locale.day(*start))]),
            Reason::NothingReported => locale.word("reason-nothing-reported"),
            Reason::NothingForPeriod { period } => {
                say("reason-nothing-for-period", &[("period", &locale.period(period))])
            }
            Reason::ChangedLater { revision } => self.revision("reason-changed-later", *revision),
            Reason::DroppedBy { revision } => self.revision("reason-dropped", *revision),
            Reason::BeforeRevision { revision } => self.revision("reason-before-revision", *revision),
            Reason::MemberCounts { counts } => say("reason-members", &[("counts", &self.counts(counts))]),
            Reason::DoneBy { actual, by } => {
                say("reason-done-by", &[("figures", &self.figure(*actual)), ("by", &locale.day(*by))])
            }
            Reason::DoneLate { actual, from } => {
                say("reason-done-late", &[("figures", &self.figure(*actual)), ("from", &locale.day(*from))])
            }
            Reason::DoneAround { actual, .. } => {
                say("reason-done-around", &[("figures", &self.figure(*actual))])
            }
            Reason::Unfinished { actual, .. } => {
                say("reason-unfinished", &[("figures", &self.figure(*actual))])
            }
            Reason::Needs { period, scope } => {
                let day = period.start() == Some(period.end());
                let name = if day { "reason-needs-day" } else { "reason-needs" };
                say(name, &[("scope", &ctx.scope(scope)), ("period", &locale.period(period))])
            }
        }
    }

    fn spans_more(
        &self,
        actual: usize,
        outside: &[Period],
        wider: Option<&crate::model::ScopeId>,
        beyond: Option<Decimal>,
    ) -> String {
        let figures = self.figure(actual);
        let stretches = self.periods(outside);
        let scope = self.ctx.scope(&self.target.scope);
        let wider_name = wider.map(|id| self.ctx.scope(id)).unwrap_or_default();
        let fill: &[(&str, &str)] =
            &[("figures", &figures), ("outside", &stretches), ("wider", &wider_name), ("scope", &scope)];
        let mut said = vec![match (outside.is_empty(), wider) {
            (true, _) => self.ctx.say("reason-cap-spans-scope", fill),
            (false, None) => self.ctx.say("reason-cap-spans-time", fill),
            (false, Some(_)) => self.ctx.say("reason-cap-spans-both", fill),
        }];
        if let Some(beyond) = beyond {
            let amount = self.amount(beyond);
            said.push(match (outside, wider) {
                ([one], None) if one.start().is_some() => {
                    self.ctx.say("reason-beyond-time", &[("outside", &stretches), ("beyond", &amount)])
                }
                _ => self.ctx.say("reason-beyond", &[("beyond", &amount)]),
            });
        }
        self.ctx.locale.sentences(&said)
    }

    fn left_out(&self, actuals: &[usize], why: LeftOutWhy) -> String {
        let kind = match why {
            LeftOutWhy::NotAResult(kind) => self.kind(kind),
            _ => String::new(),
        };
        let name = format!("left-{}", why.as_str());
        self.ctx.say(&name, &[("figures", &self.figures(actuals)), ("kind", &kind)])
    }

    fn kind(&self, kind: ActualKind) -> String {
        kind_key(kind).map(|key| self.ctx.locale.word(key)).unwrap_or_default()
    }

    fn revision(&self, name: &str, index: usize) -> String {
        let Some(revision) = self.target.revisions.get(index) else { return String::new() };
        let (on, why) = (self.ctx.locale.day(revision.on), self.ctx.words(&revision.why).into_owned());
        self.ctx.say(name, &[("on", &on), ("why", &why)])
    }

    fn counts(&self, counts: &Counts) -> String {
        let parts: Vec<String> = counts
            .iter()
            .map(|(status, count)| {
                let word = self.ctx.locale.counted(&format!("status-{}", status.as_str()));
                self.ctx.say(
                    "reason-member-count",
                    &[("count", &self.ctx.locale.count(count)), ("status", &word)],
                )
            })
            .collect();
        self.ctx.locale.list(&parts)
    }

    fn amount(&self, value: Decimal) -> String {
        self.ctx.locale.quantity(value, self.ctx.unit(self.indicator))
    }

    fn periods(&self, periods: &[Period]) -> String {
        let words: Vec<String> = periods
            .iter()
            .map(|period| match period.start() {
                Some(_) => self.ctx.locale.period(period),
                None => self.ctx.say("reason-unknown-start", &[("end", &self.ctx.locale.day(period.end()))]),
            })
            .collect();
        self.ctx.locale.list(&words)
    }

    /// What figures prove together, those that are taken off named.
    fn adds_up(&self, end: &str, actuals: &[usize], less: &[usize], total: Decimal) -> String {
        let how = match (less.is_empty(), actuals.len()) {
            (false, _) => "less",
            (true, 1) => "one",
            (true, _) => "many",
        };
        self.ctx.say(
            &format!("reason-{end}-{how}"),
            &[
                ("figures", &self.figures(actuals)),
                ("less", &self.figures(less)),
                ("total", &self.amount(total)),
            ],
        )
    }

    fn figures(&self, actuals: &[usize]) -> String {
        self.ctx.locale.list(&actuals.iter().map(|index| self.figure(*index)).collect::<Vec<_>>())
    }

    fn figure(&self, index: usize) -> String {
        figure(self.ctx, self.indicator, index, &self.target.scope)
    }
}

/// A figure in words: its time and value, and of whom if that is not `own`.
pub(in crate::view) fn figure(
    ctx: &LangContext<'_>,
    indicator: &Indicator,
    index: usize,
    own: &crate::model::ScopeId,
) -> String {
    let Some(actual) = indicator.actuals.get(index) else { return String::new() };
    let (time, value) = (ctx.time(actual), ctx.locale.value(&actual.value, ctx.unit(indicator)));
    let scope = if actual.scope == *own { String::new() } else { ctx.scope(&actual.scope) };
    let name = match (indicator.unit.is_none(), scope.is_empty()) {
        (true, true) => "said-milestone",
        (true, false) => "said-milestone-of-scope",
        (false, true) => "said-figure",
        (false, false) => "said-figure-of-scope",
    };
    ctx.say(name, &[("time", &time), ("value", &value), ("scope", &scope)])
}

/// The message for what a figure is, if it is no result.
pub(in crate::view) fn kind_key(kind: ActualKind) -> Option<&'static str> {
    match kind {
        ActualKind::Result => None,
        ActualKind::Planned => Some("kind-planned"),
        ActualKind::Expected => Some("kind-expected"),
        ActualKind::Standard => Some("kind-standard"),
        ActualKind::Baseline => Some("kind-baseline"),
        ActualKind::Background => Some("kind-background"),
    }
}
