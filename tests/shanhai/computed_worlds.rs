//! Random shares, changes and sums that the program works out: what is said of them is true of the numbers behind
//! them, whatever words these are told in.

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use shanhai::{disk, exchange, pipeline};
use std::fmt::Write;
use std::path::Path;

const SCOPES: [&str; 3] = ["north", "south", "east"];

#[derive(Debug, Clone)]
struct World {
    /// Persons are exact when they are written out, tonnes are rounded.
    counted: bool,
    /// True numbers in hundredths: of two indicators, two years, three scopes that make up the valley.
    numbers: [[[i64; 3]; 2]; 2],
    /// How each is told: in which words, and how far from the truth.
    words: [[[(u8, i64); 3]; 2]; 2],
    kind: u8,
    side: u8,
    off: i64,
}

fn world() -> impl Strategy<Value = World> {
    let number = || prop::array::uniform2(prop::array::uniform2(prop::array::uniform3(5_000_i64..40_000)));
    let word = || (prop_oneof![4 => Just(0_u8), 1 => 1_u8..4], 0_i64..300);
    let words = prop::array::uniform2(prop::array::uniform2(prop::array::uniform3(word())));
    (any::<bool>(), number(), words, 0_u8..3, 0_u8..4, -2_i64..3).prop_map(
        |(counted, mut numbers, words, kind, side, off)| {
            if counted {
                numbers.iter_mut().flatten().flatten().for_each(|number| *number -= *number % 100);
            }
            World { counted, numbers, words, kind, side, off }
        },
    )
}

impl World {
    fn told(&self, which: usize, year: usize, scope: usize) -> String {
        let number = self.numbers[which][year][scope];
        let (word, slack) = self.words[which][year][scope];
        let whole = |hundredths: i64| (hundredths.div_euclid(100)).max(0);
        match word {
            0 if self.counted => format!("value: {}", whole(number)),
            0 => {
                let tenths = (number + 5) / 10;
                format!("value: {}.{}", tenths / 10, tenths % 10)
            }
            1 => format!("at_least: {}", whole(number - slack)),
            2 => format!("more_than: {}", whole(number - slack - 1).min(whole(number) - 1)),
            _ => format!("between: [{}, {}]", whole(number - slack), whole(number + slack) + 1),
        }
    }

    fn of_all(&self, which: usize, year: usize) -> i64 {
        self.numbers[which][year].iter().sum()
    }

    /// The true result as a fraction: in per cent, or in hundredths of the unit.
    fn truth(&self) -> (i64, i64) {
        let (a, b) = (self.numbers[0][1][0], self.numbers[1][1][0]);
        let before = self.numbers[0][0][0];
        match self.kind {
            // The parts make up the valley.
            0 => (self.of_all(0, 1) * 100, self.of_all(1, 1)),
            1 => ((a - before) * 100, before),
            _ => (a + b, 100),
        }
    }

    /// The threshold in tenths, close to the truth.
    fn threshold(&self) -> i64 {
        let (above, below) = self.truth();
        let rounded = (above * 10 + below / 2).div_euclid(below) + self.off;
        if self.kind == 2 { (rounded / 10 + self.off) * 10 } else { rounded }
    }

    fn satisfies(&self) -> bool {
        let (above, below) = self.truth();
        let (is, asked) = (above * 10, self.threshold() * below);
        match self.side {
            0 => is >= asked,
            1 => is <= asked,
            2 => is > asked,
            _ => is < asked,
        }
    }

    fn input(&self, which: usize) -> String {
        let unit = if self.counted { "person" } else { "tonne" };
        let mut text =
            format!("title: Counted\nmeasure: flow\nbetter: higher\nunit: {unit}\nscope: valley\nactuals:\n");
        for year in 0..2 {
            for (scope, name) in SCOPES.iter().enumerate() {
                let told = self.told(which, year, scope);
                let period = 2019 + year;
                writeln!(
                    text,
                    "  - {{ period: {period}, {told}, scope: {name}, source: on-2021-03-01, locator: table 1 }}"
                )
                .unwrap();
            }
        }
        text
    }

    fn computed(&self) -> String {
        let unit = match (self.kind, self.counted) {
            (0 | 1, _) => "percent",
            (_, true) => "person",
            (_, false) => "tonne",
        };
        let (measure, how) = [
            ("rate", "{ share: first, of: second }"),
            ("growth", "{ change: first }"),
            ("flow", "{ sum: [first, second] }"),
        ][usize::from(self.kind)];
        let side = ["at_least", "at_most", "above", "below"][usize::from(self.side)];
        let better = if self.side.is_multiple_of(2) { "higher" } else { "lower" };
        let scope = if self.kind == 0 { "valley" } else { "north" };
        let threshold = Decimal::new(self.threshold(), 1).normalize();
        format!(
            "title: Worked out\nplan: plan\nmeasure: {measure}\nbetter: {better}\nunit: {unit}\nscope: {scope}\n\
             computed: {how}\ntargets:\n  - {{ period: 2020, {side}: \"{threshold}\", source: plan-paper, locator: row 1 }}\n"
        )
    }

    fn verdict(&self) -> Value {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts/_base/content");
        let (mut tree, found) = disk::read(&base, "content");
        assert!(found.is_empty(), "{found:?}");
        for (name, text) in [("first", self.input(0)), ("second", self.input(1)), ("third", self.computed())]
        {
            tree.put(format!("content/indicators/{name}.yaml"), text.into_bytes());
        }
        let checked = pipeline::judge(&tree, Some("2030-01-01".parse().unwrap()));
        let Some((report, evaluation)) = checked.judged else { panic!("{:?}", checked.diagnostics) };
        assert!(evaluation.conflicts.is_empty(), "{:?}", evaluation.conflicts);
        let bytes = exchange::file(&report, &evaluation, "data/report.json").unwrap();
        let all: Value = serde_json::from_slice(&bytes).unwrap();
        let third = all["indicators"].as_array().unwrap().iter().find(|one| one["id"] == "third").unwrap();
        third["verdicts"][0].clone()
    }
}

fn check(world: &World) -> Result<(), TestCaseError> {
    let verdict = world.verdict();
    let status = verdict["status"].as_str().unwrap();
    match status {
        "met" => prop_assert!(world.satisfies(), "{verdict}"),
        "missed" => prop_assert!(!world.satisfies(), "{verdict}"),
        "undetermined" | "no_data" | "not_comparable" => {}
        _ => return Err(TestCaseError::fail(format!("{verdict}"))),
    }
    let (above, below) = world.truth();
    let end = |key: &str| verdict[key].as_str().and_then(|text| text.parse::<Decimal>().ok());
    // A quotient without end is written with as many digits as a number has.
    let (above, little) = (Decimal::from(above), Decimal::new(1, 15));
    let least = |low: Decimal| low * Decimal::from(below) - little <= above;
    let most = |high: Decimal| high * Decimal::from(below) + little >= above;
    prop_assert!(end("low").is_none_or(least), "{verdict}");
    prop_assert!(end("high").is_none_or(most), "{verdict}");
    // Of numbers that are exact everything is known.
    let plain = world.words.iter().flatten().flatten().all(|(word, _)| *word == 0);
    prop_assert!(!(plain && world.counted) || matches!(status, "met" | "missed"), "{verdict}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_worked_out_is_true_of_the_numbers_behind_it(world in world()) {
        check(&world)?;
    }
}

fn cases() -> u32 {
    std::env::var("SHANHAI_WORLDS").ok().and_then(|text| text.parse().ok()).unwrap_or(100)
}
