//! The filter between a text and the terminal: what comes out holds nothing that steers a terminal.
#![no_main]

use ibid::text::safe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let line = safe::line(text);
    assert!(line.chars().all(|c| safe::substitute(c).is_none() && !c.is_control()), "{line:?}");
    assert_eq!(safe::line(&line), line, "what is safe stays as it is");
});
