//! Numbers, periods and days as sources write them: read or refused; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shanhai::model::{Period, Written, parse_date};

fuzz_target!(|text: &str| {
    if let Ok(number) = Written::parse(text) {
        let again = Written::parse(number.text()).expect("what was read can be read again");
        assert_eq!((number.value(), number.step()), (again.value(), again.step()));
        assert!(number.significant_step() >= number.step());
    }
    let _ = Period::parse(text);
    let _ = parse_date(text);
});
