//! Diagnostics in the terminal, drawn by ariadne.

use std::collections::HashMap;
use std::io::{self, Write};

use ariadne::{CharSet, Color, Config, IndexType, Label, Report, ReportKind, Source};
use hotforge_analyzer::diagnostics::{Diagnostic, Severity};
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Analysis, Span};

/// Writes every diagnostic of an analysis with the source it is about, and a line that counts them.
///
/// # Errors
/// Where the writer fails.
pub fn write_diagnostics(analysis: &Analysis, colored: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut sources = Sources::new(analysis);
    for diagnostic in &analysis.diagnostics {
        report(analysis, diagnostic, colored).write(&mut sources, &mut *out)?;
        writeln!(out)?;
    }
    match summary(analysis) {
        Some(summary) => writeln!(out, "{summary}"),
        None => Ok(()),
    }
}

fn report<'a>(analysis: &'a Analysis, diagnostic: &'a Diagnostic, colored: bool) -> Report<'a, Place> {
    let (kind, color) = match diagnostic.severity {
        Severity::Error => (ReportKind::Error, Color::Red),
        Severity::Warning => (ReportKind::Warning, Color::Yellow),
        Severity::Note => (ReportKind::Advice, Color::Blue),
    };
    let config = Config::default().with_index_type(IndexType::Byte).with_color(colored).with_char_set(CharSet::Unicode);
    let place = |span: Span| (span.file, within(analysis, span));
    let mut report = Report::build(kind, place(diagnostic.span))
        .with_config(config)
        .with_code(diagnostic.code.to_string())
        .with_message(&diagnostic.message)
        // A label draws its line only where it says something.
        .with_label(Label::new(place(diagnostic.span)).with_message("here").with_color(color));
    for label in &diagnostic.labels {
        report = report.with_label(
            Label::new(place(label.span)).with_message(&label.message).with_color(Color::Cyan).with_order(1),
        );
    }
    if let Some(help) = &diagnostic.help {
        report = report.with_help(help);
    }
    report.finish()
}

type Place = (FileId, std::ops::Range<usize>);

/// A range that lies in the text, at least as far as the text goes.
fn within(analysis: &Analysis, span: Span) -> std::ops::Range<usize> {
    let length = analysis.file(span.file).text.len();
    (span.start as usize).min(length)..(span.end as usize).min(length)
}

/// "2 errors, 1 warning"; `None` where there is nothing to count.
fn summary(analysis: &Analysis) -> Option<String> {
    let count = |severity| analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let counts = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    let parts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The texts of the analysed files, by id.
struct Sources<'a> {
    analysis: &'a Analysis,
    sources: HashMap<FileId, Source<String>>,
}

impl<'a> Sources<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        Self { analysis, sources: HashMap::new() }
    }
}

impl ariadne::Cache<FileId> for Sources<'_> {
    type Storage = String;

    fn fetch(&mut self, id: &FileId) -> Result<&Source<String>, impl std::fmt::Debug> {
        let text = || Source::from(self.analysis.file(*id).text.to_string());
        Ok::<_, std::convert::Infallible>(&*self.sources.entry(*id).or_insert_with(text))
    }

    fn display<'f>(&self, id: &'f FileId) -> Option<impl std::fmt::Display + 'f> {
        Some(self.analysis.file(*id).path.clone())
    }
}
