//! Stories: any text has front matter or none, and its body is a tree; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shanhai::markup::{parse, split_front_matter};

fuzz_target!(|text: &str| {
    let body = match split_front_matter(text) {
        Some((head, body)) => {
            assert!(text.get(head.clone()).is_some() && head.end <= body.start);
            body
        }
        None => 0..text.len(),
    };
    let markup = parse(&text[body.clone()], body.start);
    for fault in &markup.faults {
        assert!(text.get(fault.span.clone()).is_some(), "{:?} is no part of the text", fault.span);
    }
});
