//! Answers requests from its standard input, a line of JSON each.

use std::io::{BufRead, Write};

/// Python's recursion limit takes more of a stack that evaluates than the system gives.
const STACK: usize = 1 << 30;

fn main() -> std::io::Result<()> {
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(|| {
        let (input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
        for line in input.lines() {
            writeln!(output, "{}", hotforge_evaluator::run(&line?))?;
            output.flush()?;
        }
        Ok(())
    })?;
    worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
