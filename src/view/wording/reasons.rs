//! Reasons as data → sentences.

use crate::evaluate::{Counts, Interval, LeftOutWhy, Reason};
use crate::model::{ActualKind, Condition, Indicator, Period, Target, Value};
use crate::view::context::LangContext;
use crate::view::wording::{condition, missing, proven};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// As many figures that do not matter as are named one by one.
const NAMED: usize = 3;

/// As many figures that prove something as are named one by one. Of more the first are, and the table has them all.
const PROVING: usize = 12;

/// Writes the reasons of one target's verdict.
pub(in crate::view) struct Reasons<'d> {
    pub ctx: &'d LangContext<'d>,
    pub indicator: &'d Indicator,
    pub target: &'d Target,
}

impl Reasons<'_> {
    /// One sentence a reason, or two where a reason says two things.
    pub fn sentences(&self, reasons: &[Reason]) -> Vec<String> {
        let all: Vec<&Reason> = reasons.iter().collect();
        self.sentences_beside(&all, false)
    }

    /// The same beside a line that says what was planned by then, which is not said again.
    pub fn sentences_beside(&self, reasons: &[&Reason], told_of_path: bool) -> Vec<String> {
        let exact = exact(reasons);
        let silent = missing::nothing_for(reasons);
        let so_far = reasons.iter().find_map(|reason| match reason {
            Reason::PathAt { date, .. } => Some(*date),
            _ => None,
        });
        let without_value: Vec<usize> = reasons
            .iter()
            .filter_map(|reason| match reason {
                Reason::NoValue { actuals, .. } => Some(actuals.iter().copied()),
                _ => None,
            })
            .flatten()
            .collect();
        let said = reasons.iter().filter_map(|reason| match (*reason, exact) {
            // Of days of which nothing is known neither end is: that is one thing to say.
            (Reason::NoFloorFor { periods }, _) if Some(periods) == silent => {
                Some(self.ctx.say("reason-nothing-for", &[("periods", &self.periods(periods))]))
            }
            (Reason::NoCapFor { periods }, _) if Some(periods) == silent => None,
            (Reason::CapOfPart { .. }, _) if silent.is_some() => None,
            // Both ends by one figure are one thing to say.
            (Reason::FloorFrom { .. }, Some(index)) => Some(self.exactly(index, so_far)),
            (Reason::CapFrom { .. }, Some(_)) => None,
            (Reason::PathAt { first: None, planned: Some(_), .. }, _) if told_of_path => None,
            (Reason::LeftOut { actuals, why }, _) => {
                let told: Vec<usize> = actuals
                    .iter()
                    .copied()
                    .filter(|index| self.is_told(*index, *why, &without_value))
                    .collect();
                (!told.is_empty()).then(|| self.left_out(&told, *why))
            }
            (Reason::CapFrom { actuals, less, total, open }, None) => {
                Some(self.adds_up("cap", (actuals, less), (*total, *open), so_far))
            }
            _ => Some(self.said(reason)),
        });
        said.map(|text| self.ctx.locale.sentence(&text)).filter(|text| !text.is_empty()).collect()
    }

    /// True if a figure that is left out is worth a word. What has no value is why there is no verdict, and said
    /// as that; where it is of something else there is nothing to leave out.
    fn is_told(&self, index: usize, why: LeftOutWhy, without_value: &[usize]) -> bool {
        if matches!(why, LeftOutWhy::NoValue(_)) {
            return !without_value.contains(&index);
        }
        self.indicator.actuals.get(index).is_some_and(|actual| actual.value != Value::Missing)
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
            Reason::FloorFrom { actuals, less, total, open } => {
                self.adds_up("floor", (actuals, less), (*total, *open), None)
            }
            Reason::CapFrom { actuals, less, total, open } => {
                self.adds_up("cap", (actuals, less), (*total, *open), None)
            }
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
            Reason::Latest { actuals, on } => {
                let before = self.target.period.start().is_some_and(|start| on.end() < start);
                let name = if before { "reason-latest-before" } else { "reason-latest" };
                say(name, &[("figures", &self.figures(actuals))])
            }
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
            Reason::GrowthSoFar { actuals, on, value } => {
                // One figure of all of it says of what time it is, and mostly the same number.
                let name = match actuals.as_slice() {
                    [one] if self.says(*one, *value) => "reason-growth-so-far-said",
                    [_] => "reason-growth-so-far-by-one",
                    _ => "reason-growth-so-far",
                };
                let value = self.growth(*value);
                let on = ctx.period(self.indicator, on);
                say(name, &[("figures", &self.figures(actuals)), ("on", &on), ("value", &value)])
            }
            Reason::RestMust { period, value } => {
                let falls = matches!(self.target.condition, Condition::AtMost(_) | Condition::Below(_));
                let (kind, value) = match falls {
                    true if *value < Decimal::ZERO => ("fall", value.abs()),
                    true => ("at-most", *value),
                    false => ("at-least", *value),
                };
                let once = if is_a_year(period) { "-once" } else { "" };
                let period = ctx.period(self.indicator, period);
                say(
                    &format!("reason-rest-{kind}{once}"),
                    &[("period", &period), ("value", &self.amount(value))],
                )
            }
            Reason::NoGrowthFor { periods } => {
                say("reason-no-growth-for", &[("periods", &self.periods(periods))])
            }
            Reason::Threshold { indicator, actuals } => {
                let other = condition::title(ctx, indicator);
                let figures = ctx.report.indicators.get(indicator).map_or_else(String::new, |of| {
                    let all: Vec<String> =
                        actuals.iter().map(|index| figure(ctx, of, *index, &of.scope)).collect();
                    locale.list(&all)
                });
                say("reason-threshold", &[("other", &other), ("figures", &figures)])
            }
            Reason::NoThreshold { indicator, period } => {
                let (other, period) = (condition::title(ctx, indicator), ctx.period(self.indicator, period));
                say("reason-no-threshold", &[("other", &other), ("period", &period)])
            }
            Reason::NotEveryDay => locale.word("reason-not-every-day"),
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
                // A rate over a stretch is of all of it, and of no day.
                let over = self.indicator.actuals.iter().any(|one| !one.dated && one.time == *on);
                if over {
                    let asked = self.ctx.period(self.indicator, &self.target.period);
                    let on = self.ctx.period(self.indicator, on);
                    return say(&name.replace("due", "period"), &[("on", &on), ("period", &asked)]);
                }
                say(name, &[("on", &locale.at(on)), ("due", &locale.day(*due))])
            }
            Reason::LeftOut { actuals, why } => self.left_out(actuals, *why),
            Reason::Rounding { actuals } => say("reason-rounding", &[("figures", &self.figures(actuals))]),
            Reason::PathAt { planned: Some(planned), first: Some(first), .. } => {
                let (low, high) = (*first.min(planned), *first.max(planned));
                let unit = self.ctx.unit(self.indicator);
                say("reason-path-in", &[("planned", &locale.between(low, high, unit))])
            }
            Reason::PathAt { date, planned: Some(planned), first: None } => {
                let planned = self.growth(*planned);
                let falls = matches!(self.target.condition, Condition::AtMost(_) | Condition::Below(_));
                let name = if condition::asks_a_fall(self.indicator, &self.target.condition) {
                    "reason-path-fall"
                } else if falls {
                    "reason-path-at-most"
                } else {
                    "reason-path-at"
                };
                say(name, &[("date", &locale.day(*date)), ("planned", &planned)])
            }
            Reason::PathAt { date, planned: None, .. } => {
                say("reason-path-none", &[("date", &locale.day(*date))])
            }
            Reason::AlreadyBeyond => locale.word("reason-already-beyond"),
            Reason::TooClose => locale.word("reason-too-close"),
            Reason::AlreadyShort => locale.word("reason-already-short"),
            Reason::DueEarlier { due, .. } => say("reason-due-earlier", &[("due", &locale.day(*due))]),
            Reason::NotBegun { start } => say("reason-not-begun", &[("start", &locale.day(*start))]),
            Reason::NothingReported => locale.word("reason-nothing-reported"),
            Reason::NothingForPeriod { period } => {
                say("reason-nothing-for-period", &[("period", &locale.period(period))])
            }
            Reason::ChangedLater { revision } => self.changed_later(*revision),
            Reason::NoValue { actuals, observation } => {
                let word = locale.word(&format!("observation-{}", observation.as_str()));
                let why: Vec<String> = actuals
                    .iter()
                    .filter_map(|index| self.indicator.actuals.get(*index)?.observation.as_ref()?.1.as_ref())
                    .map(|reason| ctx.words(reason).into_owned())
                    .collect();
                let period = locale.list(&self.times(actuals));
                say("reason-no-value", &[("period", &period), ("word", &word), ("why", &locale.list(&why))])
            }
            Reason::AcrossBreak => say("reason-across-break", &[]),
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
            Reason::Needs { period, scope } => missing::figure(ctx, self.indicator, scope, &[*period]),
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
            // No more digits than the source has; less is still true of what would have to lie outside.
            let step = self.indicator.actuals.get(actual).and_then(|one| proven::step(&one.value));
            let beyond = step.map_or(beyond, |step| proven::down_to(beyond, step));
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
            LeftOutWhy::NoValue(observation) => {
                self.ctx.locale.word(&format!("observation-{}", observation.as_str()))
            }
            _ => String::new(),
        };
        let name = format!("left-{}", why.as_str());
        // What does not matter is told in a line, whatever its number: the table has it all.
        let figures = if actuals.len() > NAMED {
            self.ctx.say("left-many", &[("count", &self.ctx.locale.count(actuals.len()))])
        } else {
            self.figures(actuals)
        };
        self.ctx.say(&name, &[("figures", &figures), ("kind", &kind)])
    }

    fn times(&self, actuals: &[usize]) -> Vec<String> {
        let known = actuals.iter().filter_map(|index| self.indicator.actuals.get(*index));
        known.map(|actual| proven::time(self.ctx, self.indicator, actual)).collect()
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

    /// A growth in the terms of the target; any other number as it is.
    fn growth(&self, value: Decimal) -> String {
        condition::growth_towards(self.ctx, self.indicator, self.target, &self.amount(value))
    }

    /// True if a figure is printed as just this number.
    fn says(&self, index: usize, value: Decimal) -> bool {
        let actual = self.indicator.actuals.get(index);
        actual.is_some_and(|actual| actual.value.plain_number() == Some(value))
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

    /// What figures prove together, those that are taken off named. `so_far` is the day up to which they are
    /// looked at, where that is not the whole period.
    fn adds_up(
        &self,
        end: &str,
        (actuals, less): (&[usize], &[usize]),
        (total, open): (Decimal, bool),
        so_far: Option<Date>,
    ) -> String {
        let how = match (less.is_empty(), actuals.len()) {
            (false, _) => "less",
            (true, 1) => "one",
            // Several for one region are one figure that leaves open which of them is right.
            (true, _) if self.are_of_one_region(actuals) => "disagree",
            (true, _) => "many",
        };
        let late = if end == "cap" && how != "less" && so_far.is_some() { "-so-far" } else { "" };
        let proves = match end {
            "floor" => Interval::new(Some(total), None).with_open_ends(open, false),
            _ => Interval::new(None, Some(total)).with_open_ends(false, open),
        };
        let unit = self.ctx.unit(self.indicator);
        self.ctx.say(
            &format!("reason-{end}-{how}{late}"),
            &[
                ("figures", &self.figures(actuals)),
                ("less", &self.figures(less)),
                ("proves", &self.ctx.locale.proven(proves, unit)),
                ("date", &so_far.map(|date| self.ctx.locale.day(date)).unwrap_or_default()),
            ],
        )
    }

    /// One figure that counts exactly what is asked about.
    fn exactly(&self, index: usize, so_far: Option<Date>) -> String {
        let date = so_far.map(|date| self.ctx.locale.day(date));
        let name = if date.is_some() { "reason-exact-so-far" } else { "reason-exact" };
        self.ctx.say(name, &[("figures", &self.figure(index)), ("date", &date.unwrap_or_default())])
    }

    fn are_of_one_region(&self, actuals: &[usize]) -> bool {
        let mut regions = actuals.iter().filter_map(|index| self.indicator.actuals.get(*index));
        let first = regions.next();
        first.is_some_and(|first| {
            regions.all(|one| (one.time, &one.scope, &one.cell) == (first.time, &first.scope, &first.cell))
        })
    }

    fn changed_later(&self, index: usize) -> String {
        let change = proven::changed_later(self.ctx, self.indicator, self.target, index).unwrap_or_default();
        let why = self.target.revisions.get(index).map(|one| self.ctx.words(&one.why).into_owned());
        self.ctx.say("reason-changed-later", &[("change", &change), ("why", &why.unwrap_or_default())])
    }

    fn figures(&self, actuals: &[usize]) -> String {
        let named = if actuals.len() > PROVING { NAMED } else { actuals.len() };
        let mut said: Vec<String> = actuals.iter().take(named).map(|index| self.figure(*index)).collect();
        if named < actuals.len() {
            let rest = self.ctx.locale.count(actuals.len() - named);
            said.push(self.ctx.say("computed-more", &[("count", &rest)]));
        }
        self.ctx.locale.list(&said)
    }

    fn figure(&self, index: usize) -> String {
        figure(self.ctx, self.indicator, index, &self.target.scope)
    }
}

/// True for no more than a year, of which no average is asked.
fn is_a_year(period: &Period) -> bool {
    period.start().is_some_and(|start| (period.end() - start).get_days() <= 366)
}

/// The one figure that makes both ends, if one does.
fn exact(reasons: &[&Reason]) -> Option<usize> {
    let floor = reasons.iter().find_map(|reason| match reason {
        Reason::FloorFrom { actuals, less, .. } if less.is_empty() => Some(actuals.as_slice()),
        _ => None,
    })?;
    let cap = reasons.iter().find_map(|reason| match reason {
        Reason::CapFrom { actuals, less, .. } if less.is_empty() => Some(actuals.as_slice()),
        _ => None,
    })?;
    match (floor, cap) {
        ([one], [other]) if one == other => Some(*one),
        _ => None,
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
    let value = ctx.locale.value(&actual.value, ctx.unit(indicator));
    let mut time = proven::time(ctx, indicator, actual);
    // Of a count whose source does not say from when, what is known of its beginning.
    for (message, day) in [
        ("said-since-at-latest", actual.since_at_latest),
        ("said-since-at-earliest", actual.since_at_earliest),
    ] {
        if let Some(day) = day {
            time = ctx.say(message, &[("time", &time), ("day", &ctx.locale.day(day))]);
        }
    }
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
