//! The program: reads the command line and puts the parts together.

fn main() {}
