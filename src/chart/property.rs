//! Any spec at all gives a well-formed drawing that keeps inside its view box, and specs
//! with words of ordinary length give one whose words do not overlap.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::check;
use super::*;

/// Where words come from.
#[derive(Debug, Clone, Copy)]
enum WordSource {
    /// Anything, control characters and paragraphs included.
    Any,
    /// As a report writes them.
    Ordinary,
}

impl WordSource {
    fn strategy(self) -> BoxedStrategy<String> {
        match self {
            Self::Any => prop_oneof![
                any::<String>(),
                "[一-龥，。（）a-z0-9 ]{0,120}",
                Just("pneumonoultramicroscopicsilicovolcanoconiosis".repeat(4)),
                Just(String::new()),
            ]
            .boxed(),
            Self::Ordinary => prop_oneof![
                "[一-龥]{1,6}",
                "[0-9]{1,3},[0-9]{3}",
                "至少[0-9]{1,3},[0-9]{3}人",
                "[a-z]{2,8} [a-z]{2,8}",
                "[A-Z][a-z]{2,9}( [a-z]{2,9}){0,4}",
                "(at least |about )?CNY [0-9]{1,3}(\\.[0-9]{1,3})? (b|m)illion",
                "[0-9]{1,2} of [0-9]{2}",
                "(January|September) 201[0-9] to (May|December) 202[0-9]",
                Just(String::new()),
            ]
            .boxed(),
        }
    }
}

fn number() -> BoxedStrategy<f64> {
    prop_oneof![4 => 0.0..2000.0_f64, 1 => any::<f64>(), 1 => Just(0.0), 1 => Just(1e300), 1 => Just(f64::NAN)].boxed()
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::ALL.to_vec())
}

fn interaction(words: WordSource) -> impl Strategy<Value = Interaction> {
    (prop::option::of(words.strategy()), prop::option::weighted(0.2, words.strategy()))
        .prop_map(|(tip, href)| Interaction { tip, href })
}

fn value(words: WordSource) -> BoxedStrategy<Option<Value>> {
    let kinds = vec![ValueKind::Exact, ValueKind::About, ValueKind::MoreThan, ValueKind::Bounds];
    let coverages = vec![Coverage::Full, Coverage::Part, Coverage::NotComparable, Coverage::Earlier];
    let value = (
        number(),
        prop::option::of(number()),
        words.strategy(),
        select(kinds),
        select(coverages),
        prop::option::of(words.strategy()),
    )
        .prop_map(|(low, high, label, kind, coverage, note)| Value {
            low,
            high,
            label,
            kind,
            coverage,
            note,
        });
    prop::option::weighted(0.8, value).boxed()
}

fn plan(words: WordSource) -> BoxedStrategy<Option<Plan>> {
    let kind = (number(), number(), 0..4).prop_map(|(low, high, which)| match which {
        0 => PlanKind::Exact(low),
        1 => PlanKind::Minimum(low),
        2 => PlanKind::Maximum(low),
        _ => PlanKind::Range { low, high },
    });
    prop::option::of((kind, words.strategy()).prop_map(|(kind, label)| Plan { kind, label })).boxed()
}

fn verdict(words: WordSource) -> impl Strategy<Value = Option<Verdict>> {
    prop::option::of((status(), words.strategy()).prop_map(|(status, text)| Verdict { status, text }))
}

fn many<S: Strategy>(one: S) -> impl Strategy<Value = Vec<S::Value>> {
    prop_oneof![4 => 0..6_usize, 1 => Just(40_usize)].prop_flat_map({
        let one = std::rc::Rc::new(one);
        move |count| prop::collection::vec(one.clone(), count)
    })
}

fn column(words: WordSource) -> BoxedStrategy<Column> {
    (words.strategy(), value(words), plan(words), verdict(words), interaction(words))
        .prop_map(|(label, value, plan, verdict, interaction)| Column {
            label,
            value,
            plan,
            verdict,
            interaction,
        })
        .boxed()
}

fn columns(words: WordSource) -> BoxedStrategy<Plot> {
    let shared = (many(column(words)), plan(words), any::<bool>()).prop_map(|(mut columns, plan, shared)| {
        if shared {
            for column in &mut columns {
                column.plan.clone_from(&plan);
            }
        }
        columns
    });
    (shared, words.strategy())
        .prop_map(|(columns, no_data)| Plot::Columns(Columns { columns, no_data }))
        .boxed()
}

fn bullets(words: WordSource) -> BoxedStrategy<Plot> {
    let row =
        (words.strategy(), words.strategy(), value(words), words.strategy(), status(), interaction(words))
            .prop_map(|(name, plan, value, percent, status, interaction)| Bullet {
                name,
                plan,
                value,
                percent,
                status,
                interaction,
            });
    (many(row), words.strategy(), words.strategy())
        .prop_map(|(rows, hundred, no_data)| Plot::Bullets(Bullets { rows, hundred, no_data }))
        .boxed()
}

fn cumulative(words: WordSource) -> BoxedStrategy<Plot> {
    let step = (column(words), number()).prop_map(|(column, earlier)| Step {
        label: column.label,
        earlier,
        value: column.value,
        plan: column.plan,
        verdict: column.verdict,
        interaction: column.interaction,
    });
    (many(step), words.strategy())
        .prop_map(|(steps, no_data)| Plot::Cumulative(Cumulative { steps, no_data }))
        .boxed()
}

fn timeline(words: WordSource) -> BoxedStrategy<Plot> {
    let item = (
        words.strategy(),
        words.strategy(),
        prop::option::of(words.strategy()),
        status(),
        interaction(words),
    )
        .prop_map(|(date, text, remark, status, interaction)| Milestone {
            date,
            text,
            remark,
            status,
            interaction,
        });
    many(item).prop_map(|milestones| Plot::Timeline(Timeline { milestones })).boxed()
}

fn slope(words: WordSource) -> BoxedStrategy<Plot> {
    let row = (words.strategy(), value(words), value(words), any::<bool>(), interaction(words)).prop_map(
        |(name, before, after, main, interaction)| SlopeRow { name, before, after, main, interaction },
    );
    (many(row), words.strategy(), words.strategy(), words.strategy(), words.strategy())
        .prop_map(|(rows, before, after, zero, no_data)| {
            Plot::Slope(Slope { before, after, zero, rows, no_data })
        })
        .boxed()
}

/// A number on either side of zero.
fn signed() -> BoxedStrategy<f64> {
    (number(), any::<bool>()).prop_map(|(size, below)| if below { -size } else { size }).boxed()
}

fn trend(words: WordSource) -> BoxedStrategy<Plot> {
    let at = || prop_oneof![4 => 2010..2024_i32, 1 => any::<i32>()];
    let flags = (any::<bool>(), any::<bool>());
    let point = (
        at(),
        words.strategy(),
        value(words),
        prop::option::of((signed(), signed())),
        flags,
        interaction(words),
    )
        .prop_map(|(at, label, value, margin, (hollow, after_gap), interaction)| TrendPoint {
            at,
            label,
            value,
            margin,
            hollow,
            after_gap,
            breaks: at % 5 == 0,
            interaction,
        });
    let aim = move || {
        let when = (at(), prop::option::weighted(0.2, at()));
        (when, words.strategy(), plan(words), verdict(words), interaction(words)).prop_map(
            |((at, from), label, plan, verdict, interaction)| Aim {
                at,
                from,
                label,
                plan: plan.unwrap_or(Plan { kind: PlanKind::Maximum(0.0), label: String::new() }),
                verdict,
                interaction,
            },
        )
    };
    let plans = (prop::collection::vec(aim(), 0..4), prop::option::weighted(0.2, aim()));
    let path = prop::collection::vec((at(), signed()), 0..4);
    let head = (words.strategy(), prop::option::of(status()), interaction(words));
    let series = (head, many(point), path, plans, words.strategy()).prop_map(
        |((name, status, interaction), points, path, (aims, needed), zero)| Series {
            name,
            status,
            points,
            path,
            aims,
            needed,
            zero,
            interaction,
        },
    );
    (prop::collection::vec(series, 0..5), words.strategy())
        .prop_map(|(series, gap)| Plot::Trend(Trend { series, gap }))
        .boxed()
}

fn scorecard(words: WordSource) -> BoxedStrategy<Plot> {
    let tally = (status(), prop_oneof![0..30_u32, any::<u32>()], words.strategy())
        .prop_map(|(status, count, label)| Tally { status, count, label });
    let cell = (prop::collection::vec(tally, 0..4), interaction(words))
        .prop_map(|(tallies, interaction)| ScoreCell { tallies, interaction });
    let row = (words.strategy(), prop::collection::vec(cell, 0..5), interaction(words))
        .prop_map(|(name, cells, interaction)| ScoreRow { name, cells, interaction });
    (many(row), prop::collection::vec(words.strategy(), 0..12))
        .prop_map(|(rows, columns)| Plot::Scorecard(Scorecard { columns, rows }))
        .boxed()
}

fn units(words: WordSource) -> BoxedStrategy<Plot> {
    let unit = (words.strategy(), any::<bool>(), interaction(words)).prop_map(|(name, main, interaction)| {
        Unit { name, sort: if main { UnitSort::Main } else { UnitSort::Second }, interaction }
    });
    let group = (status(), words.strategy(), words.strategy(), many(unit), any::<bool>())
        .prop_map(|(status, label, count, units, named)| UnitGroup { status, label, count, units, named });
    (prop::option::of(stacks(words)), prop::collection::vec(group, 0..5))
        .prop_map(|(stacks, groups)| Plot::Units(Units { stacks, groups }))
        .boxed()
}

fn stacks(words: WordSource) -> impl Strategy<Value = Stacks> {
    let unit = (status(), words.strategy(), any::<bool>(), interaction(words)).prop_map(
        |(status, name, main, interaction)| {
            let sort = if main { UnitSort::Main } else { UnitSort::Second };
            (status, Unit { name, sort, interaction })
        },
    );
    let stack = (number(), words.strategy(), many(unit)).prop_map(|(value, label, units)| Stack {
        value,
        label,
        units,
    });
    let some_plan = plan(words)
        .prop_map(|plan| plan.unwrap_or(Plan { kind: PlanKind::Minimum(2.0), label: String::new() }));
    (some_plan, prop::collection::vec(stack, 0..9), words.strategy(), words.strategy())
        .prop_map(|(plan, stacks, axis, missed)| Stacks { plan, stacks, axis, missed })
}

fn network(words: WordSource) -> BoxedStrategy<Plot> {
    let node =
        (words.strategy(), interaction(words)).prop_map(|(name, interaction)| Node { name, interaction });
    let hub = (words.strategy(), words.strategy(), prop::collection::vec(node, 0..5), interaction(words))
        .prop_map(|(name, count, nodes, interaction)| Hub { name, count, nodes, interaction });
    (words.strategy(), words.strategy(), many(hub))
        .prop_map(|(left, right, hubs)| Plot::Network(Network { left, right, hubs }))
        .boxed()
}

fn ranges(words: WordSource) -> BoxedStrategy<Plot> {
    let row = (words.strategy(), value(words), status(), interaction(words))
        .prop_map(|(name, value, status, interaction)| RangeRow { name, value, status, interaction });
    let some_plan = plan(words)
        .prop_map(|plan| plan.unwrap_or(Plan { kind: PlanKind::Exact(0.0), label: String::new() }));
    (some_plan, many(row), prop::collection::vec((number(), words.strategy()), 0..7), words.strategy())
        .prop_map(|(plan, rows, ticks, no_data)| Plot::Ranges(Ranges { plan, rows, ticks, no_data }))
        .boxed()
}

fn tiles(words: WordSource) -> BoxedStrategy<Plot> {
    let place = prop_oneof![(0..4_u8, 0..4_u8), any::<(u8, u8)>()];
    let tile = (
        place,
        words.strategy(),
        value(words),
        words.strategy(),
        any::<bool>(),
        status(),
        interaction(words),
    )
        .prop_map(|((column, row), name, value, plan, judged, status, interaction)| Tile {
            column,
            row,
            name,
            value,
            plan,
            judged,
            status,
            interaction,
        });
    (many(tile), words.strategy()).prop_map(|(tiles, no_data)| Plot::Tiles(Tiles { tiles, no_data })).boxed()
}

fn multiples(words: WordSource) -> BoxedStrategy<Plot> {
    let panel = (words.strategy(), status(), prop::collection::vec(column(words), 0..5), interaction(words))
        .prop_map(|(name, status, columns, interaction)| Panel { name, status, columns, interaction });
    (many(panel), words.strategy())
        .prop_map(|(panels, no_data)| Plot::Multiples(Multiples { panels, no_data }))
        .boxed()
}

fn plot(words: WordSource) -> BoxedStrategy<Plot> {
    prop_oneof![
        4 => columns(words),
        2 => bullets(words),
        2 => cumulative(words),
        1 => timeline(words),
        2 => slope(words),
        2 => trend(words),
        1 => scorecard(words),
        1 => units(words),
        1 => network(words),
        1 => ranges(words),
        1 => tiles(words),
        1 => multiples(words),
    ]
    .boxed()
}

fn swatch() -> impl Strategy<Value = Swatch> {
    let mut swatches = vec![
        Swatch::Actual,
        Swatch::Earlier,
        Swatch::NotComparable,
        Swatch::Part,
        Swatch::Bounds,
        Swatch::PlanExact,
        Swatch::PlanMinimum,
        Swatch::PlanMaximum,
        Swatch::PlanRange,
        Swatch::Point,
        Swatch::PointBefore,
        Swatch::PointPart,
        Swatch::PointHollow,
        Swatch::Margin,
        Swatch::Path,
        Swatch::Needed,
        Swatch::UnitMain,
        Swatch::UnitSecond,
    ];
    swatches.extend(Status::ALL.map(Swatch::Status));
    any::<Index>().prop_map(move |index| *index.get(&swatches))
}

fn spec(words: WordSource) -> impl Strategy<Value = ChartSpec> {
    let key = (swatch(), words.strategy()).prop_map(|(swatch, label)| KeyItem { swatch, label });
    let frame = (
        words.strategy(),
        words.strategy(),
        words.strategy(),
        words.strategy(),
        words.strategy(),
        words.strategy(),
    );
    (frame, prop::collection::vec(key, 0..8), prop::collection::vec(words.strategy(), 0..3), plot(words))
        .prop_map(|((id, lang, title, subtitle, aria, source), key, notes, plot)| ChartSpec {
            id,
            lang,
            title,
            subtitle,
            aria,
            key,
            notes,
            source,
            plot,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_spec_gives_a_sound_drawing(spec in spec(WordSource::Any)) {
        for style in [Style::FILE, Style::FIGURE] {
            let svg = draw(&spec, style);
            prop_assert_eq!(check::sound(&svg), Ok(()), "{:?}", spec.plot);
            prop_assert_eq!(check::no_overlap(&svg), Ok(()), "{:?}", spec.plot);
        }
    }

    #[test]
    fn ordinary_words_do_not_overlap(spec in spec(WordSource::Ordinary)) {
        let svg = draw(&spec, Style::FILE);
        prop_assert_eq!(check::sound(&svg), Ok(()), "{:?}", spec.plot);
        prop_assert_eq!(check::no_covered_text(&svg), Ok(()), "{:?}", spec.plot);
        prop_assert_eq!(check::no_overlap(&svg), Ok(()), "{:?}", spec.plot);
    }
}
