# The sentences of shanhai in English. One message a line; the program fills in what stands in braces.
# Words that may stand inside a sentence are in small letters; the program writes a capital letter where
# they begin a sentence or stand alone.

list-separator = ,{ " " }
list-last-separator = { " and " }
clause-separator = ;{ " " }
sentence-separator = ;{ " " }
sentence-space = { " " }
full-stop = .
clause-of-place = ,{ " " }
place-annex = Annex { $number }
place-table = Table { $number }
place-paragraph = paragraph { $number }
place-page = p. { $number }
place-item = item { $number }
explain-separator = ,{ " " }

## What a site may call by words of its own: `terms:` in site.yaml. Each with its plural, and both with a capital.
-term-action = action
-term-actions = actions
-term-Action = Action
-term-Actions = Actions
-term-task = task
-term-tasks = tasks
-term-Task = Task
-term-Tasks = Tasks
-term-unit = responsible agency
-term-units = responsible agencies
-term-Unit = Responsible agency
-term-Units = Responsible agencies
-term-member = part
-term-members = parts
-term-Member = Part
-term-Members = Parts
-term-partnership = pairing
-term-partnerships = pairings
-term-Partnership = Pairing
-term-Partnerships = Pairings

# What the scopes of a site are called that has no pairings.
scopes-places = place|places
scopes-organisations = organisation|organisations
scopes-programmes = programme|programmes
scopes-various = place or agency|places and agencies

## Numbers and units. quantity-code is for codes of money such as CNY, quantity-sign for signs such as ¥.
quantity = { $number } { $unit }
quantity-percent = { $number }{ $unit }
quantity-code = { $unit } { $number }
quantity-sign = { $unit }{ $number }

## Numbers and conditions
value-about = about { $value }
value-more-than = more than { $value }
value-at-least = at least { $value }
value-nearly = nearly { $value }
value-at-most = at most { $value }
value-between = between { $low } and { $high }
value-done = completed
value-in-progress = not yet completed
value-missing = no value
condition-at-least = at least { $value }
condition-at-least-rate = at least { $value }
condition-at-most-rate = at most { $value }
condition-at-most = at most { $value }
condition-exactly = exactly { $value }
condition-above = more than { $value }
condition-below = less than { $value }
condition-about = about { $value }
condition-between = between { $low } and { $high }
condition-within = kept { $range }
against-at-least = at least as much as “{ $other }”
against-at-most = at most as much as “{ $other }”
against-exactly = as much as “{ $other }”
against-above = more than “{ $other }”
against-below = less than “{ $other }”
against-within-alike = within { $below } of “{ $other }”
against-within = no more than { $below } below and { $above } above “{ $other }”
condition-fall = a fall of { $value } or more
asked-with-number = { $condition } ({ $number })
asked-average = { $condition } a year on average
asked-cumulative = { $condition } over the whole period
asked-from-baseline = { $condition } (baseline { $sum })
growth-average = { $value } a year on average
growth-cumulative = { $value } in all
# The same where a fall is asked: −9.2% is a fall of 9.2%.
growth-fall = a fall of { $value }
growth-fall-average = a fall of { $value } a year on average
growth-fall-cumulative = a fall of { $value } in all
sum-more = { $baseline } + { $amount }
sum-less = { $baseline } − { $amount }
sum-times = { $baseline } × { $times }
asked-in = { $condition } ({ $period })
asked-each-year = { $condition } (each year, { $period })
asked-of-each = { $condition } each
asked-by-member = { $conditions }, depending on the { -term-member }
asked-of-each-its-own = what each { -term-member } was asked
condition-done = to be completed
# How far it is from the baseline to what is asked.
share-of-way = { $share } of the way from the baseline
proven-figure = { $value } ({ $time })
proven-figure-of-scope = { $value } ({ $scope }, { $time })
distance-points = { $number } percentage points

# How a quantity changed between two figures, where a text leaves it to be filled in.
change-points-up = up { $value }
change-points-down = down { $value }
change-percent-up = up { $value }
change-percent-down = down { $value }
change-amount-up = { $value } more
change-amount-down = { $value } fewer
change-none = no change
distance-above-limit = { $amount } above the limit
distance-below-limit = { $amount } below the limit
distance-above-range = { $amount } above the range
distance-below-range = { $amount } below the range
verdict-within-margin = within the margin of error
verdict-provisional = preliminary figure
verdict-estimated = estimated figure
verdict-made-good = reached by { $on }, at most { $days ->
        [one] { $days } day
       *[other] { $days } days
    } late
verdict-changed-later = changed from “{ $was }” to “{ $now }” on { $on }, after the due date
verdict-dropped-later = dropped on { $on }, after the due date
proven-at-least = at least { $value }
proven-at-most = at most { $value }
proven-less-than = less than { $value }
proven-between = between { $low } and { $high }

## Dates
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-months = { $from }–{ $to } { $year }
date-year = { $year }
date-years = { $from }–{ $to }
date-range = { $from } – { $to }
date-until = up to { $end }
date-by = by { $end }
date-due = by { $day }
date-half-1 = first half of { $year }
date-half-2 = second half of { $year }
date-quarter-1 = first quarter of { $year }
date-quarter-2 = second quarter of { $year }
date-quarter-3 = third quarter of { $year }
date-quarter-4 = fourth quarter of { $year }

## Verdicts
status-met = met
status-met-meaning = The published figures are enough to show that the target was met.
status-exceeded = above the range
    .counted = beyond the planned range
status-exceeded-meaning = The published figures show more than the upper end of the planned range; this does not count as missed.
status-missed = missed
status-missed-meaning = The published figures are enough to show that the target was not met, and nothing later can change that.
status-reached = reached, to be confirmed
    .counted = reached (to be confirmed)
status-reached-meaning = Not yet due. The latest figure meets the target; the figure for the due date has to confirm it.
status-on_track = on track
status-on_track-meaning = Not yet due. The published figures show at least the progress planned by now.
status-behind = behind
status-behind-meaning = Not yet due. The published figures show less progress than planned by now.
status-under_way = under way
status-under_way-meaning = Not yet due. There are figures, but they do not show whether it is on track or behind.
status-undetermined = not enough evidence
    .counted = without enough evidence
status-undetermined-meaning = The target is due and there are figures, but they show neither that it was met nor that it was missed.
status-not_comparable = measured differently
status-not_comparable-meaning = Figures for the target’s period were published, but for another area or group, by another definition or over a longer period.
status-no_data = not published
    .counted = not published
status-no_data-meaning = No figure has been published for the target’s period.
status-not_due = not yet due
status-not_due-meaning = The target’s period has not begun.
status-dropped = dropped
status-dropped-meaning = A revision of the plan dropped this target.

## Reasons
said-figure = { $value } ({ $time })
said-figure-of-scope = { $value } ({ $scope }, { $time })
# A time and the part of the quantity that is meant: 2024, women.
of-cell = { $time }, { $cell }
said-since-at-latest = { $time }, counted from { $day } at the latest
said-since-at-earliest = { $time }, counted from { $day } at the earliest
said-milestone = { $value } ({ $time })
said-milestone-of-scope = { $value } ({ $scope }, { $time })
reason-exact = { $figures }: the same period and coverage as the target.
reason-exact-so-far = { $figures }: everything from the beginning of the period to { $date }.
reason-floor-one = { $figures }: within the target’s period and coverage, which shows { $proves }.
reason-floor-many = { $figures }: no overlap, and all within the target’s period and coverage; together they show { $proves }.
reason-floor-less = { $figures }, less { $less }: what is left shows { $proves }.
reason-floor-disagree = { $figures }: they disagree, and whichever is right shows { $proves }.
reason-cap-one = { $figures }: covers all of the target’s period and coverage, which shows { $proves }.
reason-cap-one-so-far = { $figures }: covers everything up to { $date }, which shows { $proves } by then.
reason-cap-many = { $figures }: together they cover the whole target, which shows { $proves }.
reason-cap-many-so-far = { $figures }: together they cover everything up to { $date }, which shows { $proves } by then.
reason-cap-less = { $figures }, less { $less }: what is left shows { $proves }.
reason-cap-disagree = { $figures }: they disagree, and whichever is right shows { $proves }.
reason-cap-disagree-so-far = { $figures }: they disagree, and whichever is right shows { $proves } by { $date }.
reason-disputed = { $figures } contradict each other. What is said here holds whichever of them is wrong.
reason-cap-of-part = { $figures }: covers { $periods } only, so it does not say how many there can have been over the whole period.
reason-only-cap = A maximum is known but no minimum, so the figures do not show that the target was met.
reason-only-floor = A minimum is known but no maximum, so the figures do not show that the target was missed.
reason-limit-not-kept = A minimum is known but no maximum, so the figures do not show that the limit was kept.
reason-limit-not-broken = A maximum is known but no minimum, so the figures do not show that the limit was exceeded.
reason-decided-due_day = { $figures }: the figure for the due date decides.
reason-decided-whole_period = { $figures }: the figure for exactly this period decides.
reason-decided-parts = { $figures }: they fill the period, and its average lies between the lowest and the highest of them.
reason-decided-reported_for = { $figures }: what is reported for that time decides.
reason-decided-around_due_day = { $figures }: the due date, { $due }, lies within this time; on which day of it the figure was taken is not known.
reason-decided-stands_for = { $figures }: the source reports it for the time asked about.
reason-decided-never_falls = { $figures }: what is counted never falls, so this also settles the due date, { $due }.
reason-decided-once = { $figures }: it was to be reached once, and was.
reason-decided-throughout = { $figures }: the last part of the period is known, and it held in every part.
reason-decided-compounded = { $figures }: put together, the growth of each year gives that of the whole period.
reason-growth-so-far = Known so far is { $on }: { $figures }; that is { $value }.
reason-growth-so-far-by-one = Known so far: { $figures }; that is { $value }.
reason-growth-so-far-said = Known so far: { $figures }.
reason-rest-at-least = For the target to be met, growth in { $period } has to average at least { $value } a year.
reason-rest-at-most = For the target to be met, growth in { $period } has to average no more than { $value } a year.
reason-rest-fall = For the target to be met, the fall in { $period } has to average at least { $value } a year.
reason-rest-at-least-once = For the target to be met, growth in { $period } has to be at least { $value }.
reason-rest-at-most-once = For the target to be met, growth in { $period } has to be no more than { $value }.
reason-rest-fall-once = For the target to be met, the fall in { $period } has to be at least { $value }.
reason-no-growth-for = No growth has been published for { $periods }.
reason-threshold = Compared with “{ $other }”: { $figures }.
reason-no-threshold = “{ $other }” has not been published for { $period }, so there is nothing to compare with.
reason-broken = { $figures }: it was to hold throughout, and did not.
reason-parts-kept = It is proven to have held in { $kept } of { $of } parts of the period.
reason-not-every-day = The target has to hold on every day; figures are for single days, and a good day shows nothing about the others.
reason-to-be-confirmed = What counts is the state on the due date, { $due }.
reason-made-good = { $figures }: reached by { $on }, at most { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the due date.
reason-changed-later = Judged by what was in force on the due date; { $change }. Reason given: { $why }
reason-nothing-for-period = Nothing has been published yet for { $period }.
reason-before-due-held = On { $on } the target was satisfied; no figure for the due date, { $due }, has been published.
reason-before-due-failed = On { $on } the target was not satisfied; no figure for the due date, { $due }, has been published.
reason-no-floor-for = For { $periods } no figure says how much there was at least.
reason-nothing-for = Nothing has been published for { $periods }.
reason-no-cap-for = For { $periods } no figure says how much there was at most.
reason-cap-spans-time = { $figures }: also counts { $outside }, outside the target’s period; how much falls inside it is not known, so it gives a maximum only.
reason-cap-spans-scope = { $figures }: a total for { $wider }; it gives only the most that { $scope } can have had.
reason-cap-spans-both = { $figures }: a total for { $wider } that also counts { $outside }, outside the target’s period; it gives a maximum only.
reason-beyond = The target was missed only if what lies outside its period or area alone came to more than { $beyond }.
reason-beyond-time = The target was missed only if { $outside } alone came to more than { $beyond }.
reason-unknown-start = the time up to { $end } (start not stated)
reason-latest-before = The latest report, from before the period, is { $figures }.
reason-latest = The latest report within the period is { $figures }.
reason-before-period-held = For { $on } the target was satisfied; no figure for { $period } itself has been published.
reason-before-period-failed = For { $on } the target was not satisfied; no figure for { $period } itself has been published.
reason-before-period = This is the figure for { $on }; none for { $period } itself has been published.
reason-before-due = This is the figure for { $on }, before the due date, { $due }; nothing later has been published.
reason-rounding = { $figures }: approximate or rounded, and the target lies within the margin.
reason-path-at = The planned path asks for { $planned } by { $date }.
reason-path-at-most = The planned path allows no more than { $planned } by { $date }.
reason-path-fall = The planned path asks for { $planned } or more by { $date }.
reason-path-in = For the days of this figure, the planned path asks for { $planned }.
reason-path-none = This target has no planned path to compare with; the latest figure ends on { $date }.
reason-already-beyond = Not yet due, but the figures reported already pass the limit that the target sets.
reason-too-close = The figures come within half the last digit of the target: an exact figure might still be printed as the target itself, and none has been published.
reason-already-short = Not yet due, but the figures for the whole period cannot come to what the target asks.
reason-due-earlier = The target was to be met by { $due }, so only what happened up to that day is considered.
reason-not-begun = The target’s period does not begin until { $start }.
reason-nothing-reported = No source published up to the report date gives a result for this indicator.
reason-no-value = { $period }: { $word } ({ $why }), so there is no value to compare.
reason-across-break = The target follows from a baseline that was measured by another method; figures by the new method are not compared with it.
break-told = Measured by another method from { $on }: { $why }
reason-dropped = The revision of { $on } dropped this target: { $why }
reason-before-revision = Judged by the condition in force on the report date; it changes after { $on }.
reason-members = Of the { -term-members }, { $counts }.
reason-member-count = { $count } { $status }
reason-done-by = { $figures }: proves that it was completed by { $by }.
reason-done-late = { $figures }: completed no earlier than { $from }, after the due date.
reason-done-around = { $figures }: the due date falls within this time, so it is not known whether it was completed in time.
reason-unfinished = { $figures }: it was not completed at that time.
reason-needs = { $title }, { $scope }, { $period }: a complete figure.
reason-needs-year = { $title }, { $scope }, { $period }: a figure for the whole year.
reason-needs-day = { $title }, { $scope }, { $period }: a figure.

## Why figures are not counted
left-many = { $count } figures
left-source_not_yet_published = { $figures }: the source was published after the report date; not counted.
left-superseded = { $figures }: replaced by a newer figure; not counted.
left-not_a_result = { $figures }: { $kind }, not a result; for reference only.
left-other_definition = { $figures }: counted by another definition than the indicator’s; for reference only.
left-other_measure = { $figures }: measured in another way than the indicator; cannot be counted.
left-in_conflict = { $figures }: contradicts another figure; neither is used until this is cleared up.
left-other_scope = { $figures }: for another area or group, with no bearing on the target.
left-wider_scope = { $figures }: for a wider area or group, without a maximum; it says nothing about the target’s own part.
left-narrower_scope = { $figures }: only a part of what the target covers, which cannot stand for the whole.
left-other_cell = { $figures }: for another group.
left-other_method = { $figures }: measured by another method.
left-no_value = { $figures }: { $kind }.
left-other_period = { $figures }: outside the target’s period.
left-after_due = { $figures }: after the due date, with no bearing on whether the target was met in time.
left-start_unknown = { $figures }: the source does not say from when it counts, so it does not say how much falls within the period.
left-not_in_period = { $figures }: reaches beyond the target’s period, so it does not say how much falls within it.
left-partial_no_cap = { $figures }: reaches beyond the target’s period, and the source does not say that it is complete; it does not say how much falls within.
left-not_latest = { $figures }: there is a later figure within the period.
left-not_deciding = { $figures }: the status rests on another figure.
left-published_before_due = { $figures }: published before the due date, so it cannot speak for that day.
left-part_of_period = { $figures }: the rate of a part of the period, or of a day in it, which does not decide for the whole.
left-rate_of_other_scope = { $figures }: a rate for another area or group, which says nothing about this one.
left-other_reckoning = { $figures }: an average or a total over several years, or the growth of one of them, which is not what was asked.
left-day_unknown = { $figures }: the date is not certain enough to place it within the target’s period.
figures-aside = { $count ->
        [one] { $count } other figure not used
       *[other] { $count } other figures not used
    }
left-others_prove_more = { $figures }: usable, but other figures already show as much or more.

## What a figure is
kind-planned = planned figure
kind-expected = expected figure
kind-standard = standard
kind-baseline = baseline
kind-background = background figure
use-both = used for the status
use-floor = used as a minimum
use-cap = used as a maximum
use-reference = for reference only
remark-day = The source does not say on which day.
remark-definition = Definition: { $text }
remark-partial = The source does not say that this is complete; used as a minimum only.
# A word for how a figure was come by, and why: estimated: from a sample.
remark-observed = { $word }: { $text }
observation-estimated = estimated by its source
observation-imputed = imputed by its source
observation-suppressed = not published by its source
observation-not_collected = not collected
remark-provisional = The source calls this figure provisional.
remark-superseded = Replaced by { $other }.
remark-both = Differs from another figure; both stand: { $text }
remark-computed = Worked out from { $figures }.
computed-part = { $title }: { $figure }, { $source }
computed-more = { $count } more figures
meaning-between = as written, { $range }

## Headlines of indicators
head-figure = { $title }: { $figure }; target: { $condition }; { $status }
head-figure-share = { $title }: { $figure }, { $share } of the target ({ $condition }); { $status }
head-figure-way = { $title }: { $figure }; target: { $condition }, { $share }; { $status }
head-figure-distance = { $title }: { $figure }, { $distance } ({ $condition }); { $status }
head-remarked = { $status } ({ $remarks })
head-met = { $title }: target for { $period } { $status }
head-exceeded = { $title }: planned range for { $period } exceeded
head-missed = { $title }: target for { $period } { $status }
head-reached = { $title }: target for { $period } { $status }
head-on_track = { $title }: { $status } for { $period }
head-behind = { $title }: { $status } for { $period }
head-under_way = { $title }: under way for { $period }, pace not shown by published figures
head-undetermined = { $title }: for { $period } the published figures show neither that the target was met nor that it was missed
head-not_comparable = { $title }: figures were published, but not on the same basis as the target
head-no_data = { $title }: a target in the plan, no result published
head-not_due = { $title }: { $period } has not begun
head-dropped = { $title }: target for { $period } dropped
head-mixed-figure = { $title }: { $figure }; { $parts }
head-mixed = { $title }: { $parts }
head-mixed-part = { $periods }: { $status }
head-mixed-part-of-scope = { $scope }, { $periods }: { $status }
# Of many places or parts of which each has its own target: how many of them stand how.
hero-others = for { $targets } of single places or groups
head-mixed-others = of the others { $parts }
head-context-one = { $title }: { $value } ({ $time })
head-context-change = { $title }: from { $before } to { $after }
head-context-many = { $title }: { $count ->
        [one] { $count } published figure
       *[other] { $count } published figures
    }
head-context-latest = { $title }: { $value } ({ $time }); { $count ->
        [one] { $count } published figure
       *[other] { $count } published figures
    } in all
head-context-none = { $title }
subtitle-judged = { $measure }, { $scope }, in { $unit }
subtitle-judged-plain = { $measure }, { $scope }
subtitle-context = { $scope }, in { $unit }; background, without a target
subtitle-context-plain = { $scope }; background, without a target

## Charts
chart-no-data = not published
chart-no-usable-data = nothing comparable
chart-key-actual = reported
chart-key-part = part of the period only
chart-key-bounds = only a minimum or maximum known
chart-key-not-comparable = other definition
chart-key-earlier = earlier
chart-key-plan-minimum = planned minimum
chart-key-plan-exact = plan
chart-key-plan-maximum = planned maximum
chart-key-plan-range = planned range
chart-key-point = published
chart-key-before = baseline
chart-key-hollow = preliminary or estimated
chart-key-margin = confidence interval
chart-key-path = planned path
chart-key-needed = needed in the years left
chart-value-about = ≈ { $value }
chart-value-more-than = > { $value }
chart-value-at-least = ≥ { $value }
chart-value-nearly = nearly { $value }
chart-value-at-most = ≤ { $value }
chart-value-between = { $low }–{ $high }
chart-at-least = ≥ { $value }
chart-at-most = ≤ { $value }
chart-less-than = < { $value }
chart-between = { $low }–{ $high }
chart-plan-minimum = ≥ { $value }
chart-plan-maximum = ≤ { $value }
chart-hundred = plan = 100%
chart-gap = none published between
chart-note-bounds = The solid part is shown by published figures, the outlined or dotted part is not; an arrow means that no maximum is known.
chart-note-part = Hatching covers a part of the period only, not the whole year.
chart-note-about = A jagged top marks an approximate figure.
chart-note-more = A pointed top marks “more than”.
chart-note-not-comparable = Pale figures follow another definition and are not compared with the plan.
chart-note-earlier = Pale is what was reached in earlier years, dark what the year added.
chart-note-break = Where the line breaks, another method of counting begins; the two sides cannot be compared.
chart-plan-average = { $plan } a year on average
chart-plan-each-year = { $plan }, or { $each } a year
chart-needed = { $value } needed in { $time }
chart-note-open = An arrow means at least so much, and no maximum is known.
chart-note-cap = A dotted line is the range within which the figure lies.
chart-note-cut = The vertical axis does not begin at zero.
chart-note-scales = Each plot has its own scale and is compared with its own target; the sign before a name is the status of the target due last.
chart-note-scales-cut = Each plot has its own scale, not all from zero, and is compared with its own target; the sign before a name is the status of the target due last.
chart-row-of = { $whom }, { $period }
chart-published = { $value } published for { $time }
chart-over-limit = over the limit
chart-under-limit = within the limit
chart-note-tiles = The tiles stand in the order of the list; this is no map.
chart-note-multiples = Each plot has its own scale and is compared with its own plan line; the sign before a name is the status of its latest year.
chart-through = to { $day }
chart-each-asked = each { $asked }
chart-each-counts = figure of each { -term-member } ({ $unit })
chart-missed-names = Proven missed:
chart-attainment-title = { $action }: { $total ->
    [one] 1 indicator has a figure to compare with the plan
   *[other] { $total } indicators have figures to compare with the plan
}; { $counts }
chart-attainment-subtitle = For each, the period with the best evidence; units differ, so the plan is 100% throughout
chart-row-name = { $title }, { $period }
chart-multiples-title = { $total ->
    [one] 1 indicator with yearly targets, year by year
   *[other] { $total } indicators with yearly targets, year by year
}
chart-multiples-subtitle = Indicators of which at least one year can be compared; the line is the year’s plan
chart-source = Sources: { $sources }
chart-sentence = { $period }: target { $asked }; result { $shown }; { $status }
chart-sentence-nothing = { $period }: target { $asked }; { $status }
chart-network-title = { $towns ->
        [one] { $towns } side assists
       *[other] { $towns } sides assist
    } { $counties }
chart-network-subtitle = Pairings fixed by the plan, { $period }
chart-network-left = who assists
chart-network-right = who is assisted
chart-network-count = { $count ->
        [one] { $count } pairing
       *[other] { $count } pairings
    }
chart-network-item = { $county } is assisted by { $towns }
chart-scorecard-title = { $total ->
        [one] { $total } target
       *[other] { $total } targets
    }: { $counts }
chart-scorecard-title-part = { $count } { $status }
chart-scorecard-subtitle = Targets of each { -term-action } by status; a target set for every { -term-member } counts once, as a whole
chart-scorecard-column = Targets
chart-scorecard-row = { $action }: { $counts }
chart-table-period = Period
chart-table-scope = Area or group
chart-table-asked = Target
chart-table-reported = Published
chart-table-proven = Proven so far
chart-table-status = Status
chart-table-source = Source
chart-table-action = { -term-Action }
chart-table-indicator = Indicator
chart-table-share = Attainment
chart-table-place = Place
chart-table-county = Who is assisted
chart-table-towns = Who assists
download-svg = Chart (SVG)
download-csv = Data (CSV)
download-json = Data (JSON)

## Home page
home-lead = { $total ->
        [one] One quantified target
       *[other] { $total } quantified targets
    } of the “{ $plan }”, checked one by one against public reports: { $parts }.
home-lead-sum = { $total ->
        [one] One quantified target
       *[other] { $total } quantified targets
    } of the “{ $plan }”, checked one by one against public reports: { $parts }.
lead-met = { $count ->
        [0] none proven met
       *[other] { $count } proven met
    }
lead-missed = { $count ->
        [0] none proven missed
       *[other] { $count } proven missed
    }
lead-running = { $count } not yet due
lead-open = { $count } on which public figures allow no conclusion yet
lead-dropped = { $count } dropped
lead-kinds = Proven met: { $names }.
lead-kinds-more = Those proven met concern { $count } indicators, such as { $names }.
home-size = { $actions ->
        [one] { $actions } { -term-action }
       *[other] { $actions } { -term-actions }
    } and { $tasks ->
        [one] { $tasks } { -term-task }.
       *[other] { $tasks } { -term-tasks }.
    }
square-name = { $title }, { $period }: { $status }
square-name-of-whom = { $title }, { $whom }, { $period }: { $status }
way-plan = The plan’s table
way-stories = Stories
way-briefs = Briefs to print
way-data = Data to download
way-sources = All sources
home-by-indicator = Counted by indicators, each as its target due last: { $parts }.
home-by-binding = Binding targets: { $parts }.
home-by-indicative = Indicative targets: { $parts }.
home-lead-part = { $count } { $status }
home-promise-plan = “{ $plan }”, for { $scope }, { $period }.
home-promise-plan-numbered = “{ $plan }” ({ $number }), for { $scope }, { $period }.
home-promise-size = { $actions ->
        [one] { $actions } { -term-action }
       *[other] { $actions } { -term-actions }
    }, { $tasks ->
        [one] { $tasks } { -term-task }
       *[other] { $tasks } { -term-tasks }
    } and { $targets ->
        [one] { $targets } quantified target that can be checked.
       *[other] { $targets } quantified targets that can be checked.
    }
home-sources = Based on { $figures ->
        [one] { $figures } figure
       *[other] { $figures } figures
    } from { $count ->
        [one] { $count } public document.
       *[other] { $count } public documents.
    }
finding = { $period }: { $proven }; target: { $condition }
finding-dated = { $proven }; target { $period }: { $condition }
finding-remarked = { $finding } ({ $remark })
finding-done = { $period }: { $proven }
open-no_data = No source gives a figure for the target’s period.
open-not_comparable = Figures were published, but by another definition, or for another period, area or group.
open-cumulative = Only running totals over several years: they do not say how much fell in each year.
open-wider = Only totals for several places together: they do not say how much each had.
open-floor = Only figures for a part of the period or area: the rest has not been published.
open-under_way = Not yet due; the figures do not show the pace.
open-not_due = The period has not begun.
open-other = There are figures, but they show neither that the target was met nor that it was missed.
action-tasks = { $count ->
        [one] { $count } { -term-task }
       *[other] { $count } { -term-tasks }
    }
count-indicators = { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    }
and-more = { $count } more
all-of-status = All { $count }: { $status }
related-figures-count = { $count ->
        [one] { $count } related figure
       *[other] { $count } related figures
    }
page-numbered = { $title } (page { $page })
list-of-status = { $status }: { $count ->
        [one] { $count } target
       *[other] { $count } targets
    }
about-list = { $title }: targets, status and figures with their sources, one by one.
action-targets = { $count ->
        [one] { $count } target
       *[other] { $count } targets
    }
action-no-targets = no quantified target
action-lead = { $total ->
        [one] One quantified target: { $parts }.
       *[other] { $total } quantified targets: { $parts }.
    }
action-lead-none = This { -term-action } states no quantified target that can be checked.
task-without = The plan states no quantity that can be checked.
whole-sum-of = { $count ->
        [one] { $count } { -term-member }
       *[other] all { $count } { -term-members } together
    }
whole-of = { $count ->
        [one] { $count } { -term-member }
       *[other] { $count } { -term-members }
    }
unit-lead = Leads { $leads ->
        [0] no { -term-task }
        [one] { $leads } { -term-task }
       *[other] { $leads } { -term-tasks }
    } of the plan and takes part in { $partners ->
        [0] none.
        [one] { $partners } { -term-task }.
       *[other] { $partners } { -term-tasks }.
    }
members-lead = { -term-Member } by { -term-member }: { $parts }.
path-planned = On { $date } the planned path stands at { $planned } ({ $percent }); proven: { $shown }.
path-planned-amount = On { $date } the planned path stands at { $planned }; proven: { $shown }.
path-none = Proven up to { $date }: { $shown }.
revision-was = Until { $on } it was { $was }. Reason given: { $why }
revision-dropped = Dropped from { $on }. Reason given: { $why }
revision-who = (decided by { $who })
conflict-same = { $floor } and { $cap } speak of the same period and coverage, but do not agree.
conflict-parts = { $floor } add up to more than { $cap }, which contains them.
conflict-milestone = { $floor } and { $cap } do not fit together.
conflict-open = Neither is used until this is cleared up.
conflict-accepted = Both stand; the status allows for either.
claim-holds = holds
claim-rounds_to = holds after rounding
claim-holds_by_truncation = holds if cut off, not rounded
claim-does_not_hold = does not hold
claim-cannot_tell = cannot be checked
claim-computed = computed: { $value }
claim-computed-between = computed: between { $low } and { $high }
claim-figure = { $title }: { $value }
claim-nothing = no single value to compare with

## Facts
fact-number = Document number
fact-issued = Issued
fact-period = Period
fact-scope = Coverage
fact-document = Document
fact-measure = Type of figure
# Tables of figures: by part, by place, and their sums.
matrix-cells = By part
matrix-places = By place
matrix-sum = Sum of the places
matrix-sum-of = Sum: { $title }

# The main indicators of a plan in one table.
results-title = Results framework
results-number = No.
results-group = Group
results-indicator = Indicator
results-unit = Unit
results-binding = Kind
results-is-binding = binding
results-is-indicative = indicative
results-lead = Lead
results-baseline = Baseline
results-baseline-time = Baseline of
results-target = Target
results-due = Due
results-status = Status
results-remarks = Remarks
results-no-level = further indicators
results-said-of = { $of }: { $said }
results-of-whom = { $whom }: { $condition }
results-each-of = each of { $from } to { $to }
results-mark-provisional = preliminary
results-mark-partial = partial
results-mark-estimated = estimated
results-mark-imputed = imputed
results-mark-break = new method
results-mark-sum = sum of parts
results-mark-proven = proven from parts
results-not-begun = not begun
results-running = not over yet
results-elsewhere = by place or part only
results-not-reported = not reported
results-csv = Table for spreadsheets (CSV)
results-more-rows = { $count ->
    [one] { $count } more indicator in the file
   *[other] { $count } more indicators in the file
 }
results-more-targets = { $count ->
    [one] { $count } more target
   *[other] { $count } more targets
 }
results-places = The page of each indicator on the site has every figure with its place.
results-file = The main indicators of “{ $plan }”: baseline, each year’s figure, target, status
fact-level = Level
level-output = output
level-outcome = outcome
level-impact = impact
fact-unit = Unit
fact-better = Direction
fact-task = { -term-Task }
fact-action = { -term-Action }
fact-from = Assisting side
fact-to = Assisted side
fact-part-of = Part of
fact-source = Source
fact-publisher = Published by
fact-author = Author
fact-published = Date
fact-inferred = On the date
fact-kind = Kind
fact-language = Language
fact-url = Original
fact-archive = Archived copy
measure-flow = total over a period
measure-stock = point in time
measure-rate = rate or average
measure-growth = growth on the previous period
measure-milestone = completed or not
better-higher = higher is better
better-lower = lower is better
better-range = within the range
scope-partnership = paired assistance
scope-place = place
scope-organisation = organisation
scope-programme = programme
scope-group = group
source-plan = plan
source-newspaper = newspaper
source-bulletin = bulletin
source-report = report
source-statistics = statistics
source-web = web page
lang-zh-Hans = Chinese (Simplified)
lang-zh-Hant = Chinese (Traditional)
lang-en = English
source-figures = { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
source-targets = { $count ->
        [one] { $count } target
       *[other] { $count } targets
    }
source-claims = { $count ->
        [one] { $count } calculation checked
       *[other] { $count } calculations checked
    }
source-about = { $kind }, { $date }
source-about-publisher = { $publisher }, { $date }

## Titles and descriptions of pages
page-indicators = All indicators
page-partnerships = Pairings
page-units = Responsible agencies
page-stories = Stories
page-sources = Sources
page-methods = How each status is reached
page-data = Data files
page-not-found = There is no such page
menu-plan = Plan
menu-indicators = Indicators
menu-partnerships = Pairings
menu-units = Agencies
menu-stories = Stories
menu-sources = Sources
menu-methods = Methods
about-plan = Every { -term-task } of “{ $plan }”, with the { -term-units }, the due date and the status that public reports allow.
about-indicators = All indicators and background figures; every figure names its source and its place there.
about-action = { $action }: what was promised, and what is proven.
about-partnerships = Who assists whom, with the targets and figures of each.
about-scopes = The { -term-partnerships } of this site, with the targets and figures of each.
about-scope = { $scope }: targets, status and figures with their sources.
about-units = The { -term-tasks } that each { -term-unit } leads or takes part in, and how they stand.
about-unit = { -term-Tasks } that { $unit } leads or takes part in, and how they stand.
about-stories = Stories written from public reports; every number can be traced.
about-sources = The documents that this site is based on, and every figure drawn from each.
about-source = Figures drawn from “{ $source }”, with a check of its own arithmetic.
about-methods = How wording such as “by the end of”, “in total” or “more than” leads to a status that holds.
about-data = All targets, figures and statuses, in machine-readable files.
about-moved = The page of “{ $title }” has a new address.
about-not-found = The address may be mistyped, or the page may have a new name. Search below, or go to the home page.
as-of-note = Only sources published by the report date are used, and only targets due by then count as due.
generator-line = { $name } { $version }
group-context-of-task = { $number } { $title }
data-report = Everything: plans, sources, indicators, statuses, checks (JSON)
data-indicators = Indicators (CSV)
data-targets = Targets (CSV)
data-actuals = Figures (CSV)
data-verdicts = Statuses (CSV)
story-where-when = { $where }, { $when }
note-text = { $time }: { $value }
promise-text = { $period }: { $condition }
left-name-source_not_yet_published = Source published after the report date
left-name-superseded = Replaced by a newer figure
left-name-not_a_result = Not a result (planned, expected, standard, background)
left-name-other_definition = Another definition
left-name-other_measure = Other kind of measurement
left-name-in_conflict = In conflict, not yet cleared up
left-name-other_scope = Another area or group
left-name-wider_scope = Wider area or group
left-name-narrower_scope = Only a part of the area or group
left-name-other_cell = Another group
left-name-other_method = Other method of counting
left-name-no_value = No value
left-name-other_period = Outside the target’s period
left-name-after_due = After the due date
left-name-start_unknown = Start not stated
left-name-not_in_period = Reaches beyond the target’s period
left-name-partial_no_cap = Source does not say that it is complete
left-name-not_latest = There is a later figure
left-name-not_deciding = Another figure is used
left-name-published_before_due = Published before the due date
left-name-part_of_period = Rate of a part of the period
left-name-rate_of_other_scope = Rate for another area or group
left-name-day_unknown = Date not certain enough
left-name-others_prove_more = Other figures prove more
count-times = { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
count-figures = { $count }
trend-method = Method
trend-result = Result
trend-inputs = Based on
trend-linear = Linear
trend-open-sdg = Open SDG 2.4
trend-eurostat = Eurostat
trend-disagree = The two methods reach different results.
trend-achieved = achieved
trend-substantial = substantial progress
trend-moderate = moderate progress
trend-limited = limited progress
trend-deterioration = deterioration
trend-not_available = no reading
trend-base = { $value } ({ $year })
trend-from = from { $inputs }
trend-number = { $formula }: { $progress } (the words change at { $cuts })
trend-with-score = { $result } (score { $score }, between -5 and 5)
trend-formula-line = share of the way gone divided by share of the time gone
trend-formula-growth_over_needed = growth a year so far divided by the growth a year needed
trend-formula-growth = growth a year so far, above zero in the good direction
trend-gap-no_numbers = No year has a plain number.
trend-gap-none_since_base = All numbers are of years before the base year.
trend-gap-one_year = Only one year since the base year has a number.
trend-gap-no_growth_rate = No rate of growth leads from one of these numbers to the other: one is zero, or their signs differ.
trend-gap-base_is_target = The number of the base year is the target already.
trend-gap-no_target = This method needs a target.
trend-gap-target_year_passed = The target year is not after the first number.
trend-gap-no_direction = Neither more nor less is better here.
trend-better-higher = More is better.
trend-better-lower = Less is better.
trend-limit = The limit is { $limit }.
trend-base-moved = { $asked } has no number; the methods start from { $used }.
trend-twelve-months = The number of { $year } is that of { $period }.
trend-left-out-no_year = { $count ->
        [one] { $count } figure is not read: it speaks of no full year.
       *[other] { $count } figures are not read: they speak of no full year.
    }
trend-left-out-no_plain_number = { $count ->
        [one] { $count } figure is not read: it is no plain number.
       *[other] { $count } figures are not read: they are no plain numbers.
    }
trend-left-out-other_of_the_year = { $count ->
        [one] { $count } figure is not read: another stands for its year.
       *[other] { $count } figures are not read: others stand for their years.
    }
crumb-home = Home

## Methods page
method-question = The question
method-question-1 = A plan says how much is to be done by when; reports say how much was done in some part of that time, in some other place, or “more than so many in total”. One cannot simply be divided by the other.
method-question-example = The plan says “{ $asked }”; a report says “{ $said }”. One cannot simply be divided by the other.
method-question-2 = This site asks one thing only: do the published figures show that a target was met, do they show that it was missed, or do they show neither? Where they show neither, it says what is missing.
method-region = Period and coverage
method-region-1 = Every target and every figure has a period and a coverage: who assists whom, a place or an organisation, each of which may be part of a larger one.
method-region-scopes = Every target and every figure has a period and a coverage: a place, an organisation, a programme or a group, each of which may be part of a larger one.
method-region-2 = A figure that lies within the target shows a minimum; a figure that contains the whole target shows a maximum. A total for two places limits what each of them can have had, but does not show how much that was.
method-region-3 = For a running total whose source does not say from when it counts, the start is treated as unknown: it shows neither a minimum nor a maximum, unless something else says when the count had begun.
method-value = How exact a figure is
method-value-1 = A figure is read as a range, in the way its source writes it.
method-value-rounded = “{ $written }” is read as { $read }.
method-value-exact = “{ $written }” is a whole number written in full, of what is counted: it is exact.
method-value-2 = “About” means five per cent either way, or ten units of the last significant digit, whichever is less; “more than” and “at least” give a minimum only, “nearly” and “less than” a maximum only.
method-value-3 = A figure that its source does not call complete is used as a minimum, not as a maximum. All arithmetic is exact, in decimals; there is no floating point.
method-bounds = Minimum and maximum
method-bounds-1 = Totals over a period can be added where their periods and areas do not overlap. The minimum is the largest sum of figures that lie within the target without overlapping; the maximum is the smallest sum of figures that together cover the whole target.
method-bounds-2 = A figure for a point in time is asked for on the due date, and only a figure for that date settles it; an earlier one that meets the target is “reached” until then. Parts can be added, different dates cannot. Rates and averages cannot be added at all.
method-bounds-3 = The share of a target reached is a range too: at least so much, or at most. What is below one hundred per cent is never rounded up to it.
method-status = What each status means
method-status-1 = The minimum and maximum are compared with the target, which gives one of the statuses below. They are never averaged, and no { -term-task }, { -term-action } or plan gets an overall score; they are only counted.
method-status-2 = For a target not yet due, the published figures are compared with the planned path; where they do not show the pace, the status is “under way”.
method-members = Targets for every { -term-member }
method-members-1 = What the plan asks of every { -term-member } is looked at for each by itself, and so is the total.
method-members-2 = A total that is met does not mean that every { -term-member } met its share; the two are stated apart.
method-conflict = Figures that disagree
method-conflict-1 = Two figures for the same indicator, period and coverage that exclude each other, or parts that add up to more than their whole, are a contradiction. Until it is cleared up, only what holds whichever of them is wrong is used.
method-conflict-2 = Multiples, shares and sums that a source states itself are computed again, one by one; the results stand on the page of the source.
method-date = The report date
method-date-1 = Only sources published by the report date are used, and only targets due by then count as due. With another report date, the result is the report that could have been written on that day.
method-date-2 = A source without a printed date counts as published on the last of the days on which it may have appeared.
notice-converted = This page was converted from Simplified Chinese by the program; the page in Simplified Chinese is the one that counts.
story-untranslated = This story has not been translated into the language of this page; its text stands as written.
photo-credit = Photo: { $who }

## Search, feed, records
page-search = Search
about-search = Find words in the indicators, stories, { -term-tasks }, places and sources of this site.
search-none = Nothing was found. Try another word, or fewer.
search-one = 1 result
search-many = %n results
search-short = Type at least two letters.
search-failed = The index could not be loaded. Reload the page and try again.
search-any = Nothing has all of these words; %n have some of them
# A line a target: what was asked of when, what is reported, how it stands.
search-answer = { $period } { $condition }: { $proven }, { $status }
search-answer-open = { $period } { $condition }: { $status }
# The program's own words: groups that mean the same, with | between them. Who types an old word finds the new one.
search-synonyms = not enough evidence, evidence insufficient, insufficient evidence, undetermined, unproven | measured differently, not comparable, different basis, counted differently | not published, no data, unpublished | met, achieved, fulfilled, reached | missed, not met, failed | january, jan | february, feb | march, mar | april, apr | june, jun | july, jul | august, aug | september, sept, sep | october, oct | november, nov | december, dec | per cent, percent | programme, program
# Words of a question that say nothing of what is looked for.
search-fillers = how, many, much, what, which, who, where, when, why, is, are, was, were, did, do, does, has, have, had, the, a, an, of, in, on, at, to, for, from, by, and, or, there, any, been
kind-status = Verdict
kind-indicator = Indicator
kind-story = Story
kind-brief = Brief
kind-page = Page
kind-plan = Plan
kind-action = { -term-Action }
kind-task = { -term-Task }
kind-scope = Pairing or place
kind-unit = Agency
kind-source = Source
feed-title = Updates (Atom feed)
feed-report = Results as of { $day }
record-organiser = Organiser
record-operator = Operator
record-icp = ICP record
record-police = Public security record
record-site-code = Site code

## Briefs
menu-briefs = Briefs
page-briefs = Briefs
about-briefs = Briefs to print and pass on; every figure names its source.
briefs-plans = Plans
briefs-actions = { -term-Actions }
briefs-partnerships = Pairings
download-pdf = For printing (PDF)
download-docx = For editing (DOCX)
paper-masthead = Progress Brief
paper-heading-1 = { $n }. { "" }
paper-heading-2 = ({ $n }) { "" }
paper-heading-3 = { $n }. { "" }
paper-figure = Figure { $n }
paper-table = Table { $n }
paper-place = , { $place }.
paper-document = . { $about }.
paper-notes = Notes
paper-look-up = Where each figure comes from, and how each status was reached: { $url }
paper-copy = No. { $copy }
paper-issue = Issue { $n }
paper-running = No. { $n } since the first
paper-contributor = Contributed by { $who }
paper-report-to = Reported to
paper-send-to = Sent to
paper-issue-to = Issued to
paper-recipient-separator = ; { "" }
paper-reviewer = Approved by
paper-editor = Edited by
paper-copies = { $n ->
    [1] 1 copy printed
   *[other] { $n } copies printed
}
paper-title-space = : { "" }
paper-title-plan = targets and results
paper-title-action = targets and results
paper-title-partnership = promises and progress
paper-title-unit = { -term-tasks } and targets
paper-colon = : { "" }
paper-section-summary = Summary
paper-section-promised = What was promised
paper-section-proven = What is proven
paper-section-on-the-way = Not yet due
paper-section-missed = What was missed
paper-section-open = What is open, and why
paper-section-targets = Targets and results
paper-section-figures = Figures reported
paper-section-sources = Documents
paper-as-of = This brief is written by program from data up to { $day }. “Proven” means that published figures are enough to show it; where they are not, nothing is said to be met or missed.
paper-proven-none = The published figures are not enough to show any of them met.
paper-missed-none = None is proven to have been missed.
paper-findings-more = { $count ->
    [1] One more stands in the table of targets.
   *[other] { $count } more stand in the table of targets.
}
paper-open-lead = { $count ->
    [1] On one more target nothing can be concluded yet, for this reason.
   *[other] On the other { $count } nothing can be concluded yet, for these reasons.
}
paper-open-head = { $status } ({ $count }). { "" }
paper-open-names = This concerns: { $names }.
paper-open-names-more = This concerns { $count } indicators: { $names } and others.
paper-action-of = { $tasks ->
    [1] “{ $plan }” lists one { -term-task } under this { -term-action }.
   *[other] “{ $plan }” lists { $tasks } { -term-tasks } under this { -term-action }.
}
paper-unit-of = { $tasks ->
    [1] It leads one { -term-task } of the plan.
   *[other] It leads { $tasks } { -term-tasks } of the plan.
}
paper-unit-none = It leads no { -term-task } of the plan.
paper-pairing = { $from } assists { $to }.
paper-scope-lead = { $targets ->
    [0] The plan sets no target for it alone; { $figures ->
        [1] one figure was
       *[other] { $figures } figures were
    } published.
    [1] The plan sets one target for it; { $figures ->
        [1] one figure was
       *[other] { $figures } figures were
    } published.
   *[other] The plan sets { $targets } targets for it; { $figures ->
        [1] one figure was
       *[other] { $figures } figures were
    } published.
}
paper-figures-more = { $count ->
    [1] One more figure stands on the page of this name on the site.
   *[other] { $count } more figures stand on the page of this name on the site.
}
paper-of-scope = { $title } ({ $scope })
paper-table-targets = Targets, and what is proven
paper-table-with-data = Targets with figures, and what is proven
paper-table-figures = Figures as published
paper-table-tasks = { -term-Tasks }
paper-column-indicator = Indicator
paper-column-period = Period
paper-column-asked = Target
paper-column-proven = Proven
paper-column-status = Status
paper-column-reported = Published
paper-column-number = No.
paper-column-task = { -term-Task }
paper-column-due = Due
paper-column-lead = Lead
paper-plan-named = “{ $plan }”
paper-plan-numbered = “{ $plan }” ({ $number })
paper-plan-covers = { $plan } is for { $scope }, { $period }.
paper-plan-size = It lists { $size }
paper-each-year = each year { $from }–{ $to }
paper-note-sources = { $names }
paper-note-sources-more = { $count } documents, such as { $names }
paper-note-figures = { $count } figures from { $documents }. { "" }
paper-note-page = The page of this indicator on the site has each with its place.
paper-members-short = Furthest behind: { "" }
paper-member = { $name } with { $proven }
paper-members-more = { $count ->
    [1] one more on the indicator’s page
   *[other] { $count } more on the indicator’s page
}
paper-documents-more = { $count ->
    [1] One more document stands on the site.
   *[other] { $count } more documents stand on the site.
}
paper-targets-more = { $count ->
    [1] One more target stands on the page of this name on the site.
   *[other] { $count } more targets stand on the page of this name on the site.
}
paper-tasks-more = { $count ->
    [1] One more { -term-task } stands on the page of this name on the site.
   *[other] { $count } more { -term-tasks } stand on the page of this name on the site.
}

## Changes
page-changes = What changed since the edition before
about-changes = Compared with the edition of { $from }, as of { $to }: new figures, verdicts that turned, targets that were revised.
changes-none = Nothing changed.
change-verdict-turned = Verdicts that turned
change-target-revised = Targets that were revised
change-target-added = New targets
change-target-gone = Targets no longer listed
change-figure-added = New figures
change-figure-corrected = Figures that were corrected
change-figure-gone = Figures no longer listed
change-renamed = Indicators with another id
change-retitled = Indicators with another name
change-indicator-added = New indicators
change-indicator-gone = Indicators no longer listed
change-asked = { $condition }, due { $due }
cite-text = { $publisher }, “{ $page }”, { $site }, as of { $day }. { $url }
cite-text-alone = “{ $page }”, { $site }, as of { $day }. { $url }
kind-of-figure = Kind
