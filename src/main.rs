//! The `shanhai` command.
fn main() {}
