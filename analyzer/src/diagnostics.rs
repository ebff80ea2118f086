//! Diagnostics: one type for the terminal, the language server, the notebook and the browser.

mod codes;

use serde::Serialize;

use crate::source::Span;

pub use codes::Code;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The predictor cannot be compiled.
    Error,
    /// It compiles, but probably does not do what is meant.
    Warning,
    /// Good to know.
    Note,
}

/// Something to tell the author of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// What kind of problem: also names the page that explains it.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The construct that is meant.
    pub span: Span,
    /// One line in the user's words: what is wrong.
    pub message: String,
    /// Other places that explain it: where a type came from, the call that led here.
    pub labels: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
    /// An edit that mends it.
    pub fix: Option<Fix>,
}

/// A place beside the primary one, and what it has to do with the problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// An edit of the source that mends a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does, as a command: "Replace by `…`".
    pub title: String,
    /// The range to replace; empty to insert.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
}

impl Diagnostic {
    /// A diagnostic of the code's own severity.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            message: message.into(),
            labels: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// The same with advice on what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with another place that explains it.
    #[must_use]
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// The same with an edit that mends it.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { title: title.into(), span, replacement: replacement.into() });
        self
    }
}
