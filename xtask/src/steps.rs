//! Steps of a task: each runs whatever came of those before it, and a summary ends the task.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use xshell::Cmd;

/// A step: its name and the command that it is.
pub struct Step<'a> {
    /// What it is called in the summary and on the command line.
    pub name: &'static str,
    /// What it runs.
    pub command: Cmd<'a>,
}

struct Outcome {
    name: &'static str,
    time: Duration,
    error: Option<xshell::Error>,
}

/// Runs the steps in order, all of them, and prints what came of each. Fails where one failed.
pub fn run(steps: Vec<Step<'_>>) -> Result<()> {
    let count = steps.len();
    let mut outcomes = Vec::new();
    for (number, step) in steps.into_iter().enumerate() {
        println!("\n── {}/{count} {}: {}", number + 1, step.name, step.command);
        let started = Instant::now();
        let error = step.command.quiet().run().err();
        if let Some(error) = &error {
            println!("── {} FAILED: {error}", step.name);
        }
        outcomes.push(Outcome { name: step.name, time: started.elapsed(), error });
    }
    summarise(&outcomes)
}

fn summarise(outcomes: &[Outcome]) -> Result<()> {
    println!("\n── Summary");
    for outcome in outcomes {
        let verdict = if outcome.error.is_some() { "FAILED" } else { "ok" };
        println!("{:>10}  {:<6} {:6.1} s", outcome.name, verdict, outcome.time.as_secs_f64());
    }
    let failed: Vec<_> =
        outcomes.iter().filter(|outcome| outcome.error.is_some()).map(|outcome| outcome.name).collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}
