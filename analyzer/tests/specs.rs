//! Runs the type specifications in `tests/specs/*.md`.
//!
//! Each ```` ```python ```` block is a file of its own, named by the heading above it. A block whose fence names a
//! file, ```` ```python helpers.py ````, lies beside the blocks of its heading. Assertions are comments:
//!
//! - `reveal_type(x)  # revealed: list[str]` — the static type of `x`;
//! - `# error: [HF0103]` or `# error: [HF0103] "part of the message"` — a diagnostic that starts on this line; `warning`
//!   and `note` likewise. A diagnostic that no comment announces fails the case.

mod markdown;

use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::diagnostics::{Diagnostic, Severity};
use hotforge_analyzer::source::FileId;
use hotforge_analyzer::{Analysis, Code, Files, analyze};
use libtest_mimic::{Arguments, Failed, Trial};

use markdown::{Case, read_cases};

const FILE: &str = "spec.py";

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let trials = read_cases(&folder).into_iter().map(|case| Trial::test(case.name.clone(), move || check(&case)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

fn check(case: &Case) -> Result<(), Failed> {
    let analysis = analyze(FILE, &CaseFiles::new(case), &CapturedTypes::default());
    let mut differences = Vec::new();
    for (index, text) in case.source.lines().enumerate() {
        let line = Line { analysis: &analysis, number: index as u32 + 1, text };
        differences.extend(line.differing_type());
        differences.extend(line.differing_diagnostics());
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n").into()) }
}

/// The block as `spec.py`, and the named files beside it.
struct CaseFiles(HashMap<String, Arc<[u8]>>);

impl CaseFiles {
    fn new(case: &Case) -> Self {
        let beside = case.files.iter().map(|(name, text)| (name.clone(), text));
        let all = beside.chain([(FILE.to_owned(), &case.source)]);
        Self(all.map(|(name, text)| (name, text.as_bytes().into())).collect())
    }
}

impl Files for CaseFiles {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.get(path.trim_start_matches("./")).cloned()
    }
}

/// A line of the case and what the analysis says of it.
struct Line<'a> {
    analysis: &'a Analysis,
    number: u32,
    text: &'a str,
}

impl Line<'_> {
    fn differing_type(&self) -> Option<String> {
        let (code, expected) = self.text.split_once("# revealed:")?;
        let (before, call) = code.split_once("reveal_type(")?;
        let argument = call.trim_end().strip_suffix(')')?;
        let start = self.start() + (before.len() + "reveal_type(".len()) as u32;
        let end = start + argument.len() as u32;
        let of_argument = |span: &hotforge_analyzer::Span| (span.file, span.start, span.end) == (FileId(0), start, end);
        let actual = self.analysis.types.iter().find(|(span, _)| of_argument(span)).map(|(_, ty)| ty.to_string());
        let actual = actual.as_deref().unwrap_or("no type at all");
        let expected = expected.trim();
        (actual != expected).then(|| format!("line {}: `{argument}`: expected {expected}, got {actual}", self.number))
    }

    /// Byte offset of the line's first character.
    fn start(&self) -> u32 {
        let text = &self.analysis.file(FileId(0)).text;
        text.split_inclusive('\n').take(self.number as usize - 1).map(|line| line.len() as u32).sum()
    }

    fn differing_diagnostics(&self) -> Vec<String> {
        let mut actual: Vec<&Diagnostic> = self.diagnostics();
        let mut differences = Vec::new();
        for expected in Expected::all_of(self.text) {
            match actual.iter().position(|diagnostic| expected.fits(diagnostic)) {
                Some(found) => drop(actual.remove(found)),
                None => differences.push(format!("line {}: expected {}, did not get it", self.number, expected.text)),
            }
        }
        // What `reveal_type` tells is asserted by `# revealed:`.
        let unexpected =
            actual.into_iter().filter(|diagnostic| diagnostic.code != Code::RevealedType).map(|diagnostic| {
                let Diagnostic { code, message, .. } = diagnostic;
                format!("line {}: unexpected {}: [{code}] {message}", self.number, kind(diagnostic.severity))
            });
        differences.extend(unexpected);
        differences
    }

    fn diagnostics(&self) -> Vec<&Diagnostic> {
        let file = self.analysis.file(FileId(0));
        let here = |span: hotforge_analyzer::Span| span.file == FileId(0) && file.line(span.start) == self.number;
        self.analysis.diagnostics.iter().filter(|diagnostic| here(diagnostic.span)).collect()
    }
}

/// A diagnostic that a comment announces.
struct Expected<'a> {
    text: &'a str,
    kind: &'static str,
    code: &'a str,
    message: Option<&'a str>,
}

impl<'a> Expected<'a> {
    fn all_of(line: &'a str) -> impl Iterator<Item = Self> {
        line.split("# ").skip(1).filter_map(Self::read)
    }

    fn read(comment: &'a str) -> Option<Self> {
        let comment = comment.trim();
        let kind = ["error", "warning", "note"].into_iter().find(|kind| comment.starts_with(kind))?;
        let (code, rest) = comment[kind.len()..].strip_prefix(": [")?.split_once(']')?;
        let message = rest.trim().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        Some(Self { text: comment, kind, code, message })
    }

    fn fits(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.code.to_string() == self.code
            && kind(diagnostic.severity) == self.kind
            && self.message.is_none_or(|part| diagnostic.message.contains(part))
    }
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
