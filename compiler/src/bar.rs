//! Progress in the terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::progress::Progress;

/// A line that says what goes on, drawn only where somebody looks.
#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar; an invisible one draws nothing.
    pub fn new(visible: bool) -> Self {
        let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn stage(&self, name: &'static str) {
        self.0.set_style(ProgressStyle::default_spinner());
        self.0.set_message(name);
    }

    fn crates(&self, done: usize, total: usize, name: &str) {
        let style = ProgressStyle::with_template("building the runtime, once [{bar:30}] {pos}/{len} {msg}");
        self.0.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.0.set_length(total as u64);
        self.0.set_position(done as u64);
        self.0.set_message(name.to_owned());
    }

    fn warn(&self, message: &str) {
        self.0.suspend(|| eprintln!("warning: {message}"));
    }
}
