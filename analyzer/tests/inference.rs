//! Runs the specifications of inference in `tests/inference/*.md`.
//!
//! Each ```` ```python ```` block is a file of its own, named by the heading above it; a block whose fence names a file
//! lies beside the blocks of its heading. A comment `#: name: type` at the end of a line says what is bound there:
//! several are parted by `;`, a result is written `#: name() -> type`. What no comment names is not checked.

mod markdown;

use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use hotforge_analyzer::Files;
use hotforge_analyzer::infer::{Binding, BindingKind, infer};
use hotforge_analyzer::source::SourceFile;
use libtest_mimic::{Arguments, Failed, Trial};

use markdown::{Case, read_cases};

const FILE: &str = "spec.py";

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inference");
    let trials = read_cases(&folder).into_iter().map(|case| Trial::test(case.name.clone(), move || check(&case)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// The block as `spec.py`, and the named files beside it.
struct CaseFiles(HashMap<String, Arc<[u8]>>);

impl Files for CaseFiles {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.get(path).cloned()
    }
}

fn check(case: &Case) -> Result<(), Failed> {
    let all = case.files.iter().chain([(FILE.to_owned(), case.source.clone())].iter()).cloned().collect::<Vec<_>>();
    let files = all.iter().map(|(name, text)| (name.clone(), text.as_bytes().into())).collect();
    let (bindings, sources) = infer(FILE, &CaseFiles(files));
    let mut differences = Vec::new();
    let mut expected_count = 0;
    for (name, text) in &all {
        for (index, line) in text.lines().enumerate() {
            for expected in line.split_once("#: ").into_iter().flat_map(|(_, comment)| comment.split(';')) {
                expected_count += 1;
                differences.extend(difference(expected.trim(), name, index as u32 + 1, &bindings, &sources));
            }
        }
    }
    if expected_count == 0 {
        return Err("the case expects nothing".into());
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n").into()) }
}

fn difference(expected: &str, file: &str, line: u32, bindings: &[Binding], sources: &[SourceFile]) -> Option<String> {
    let (name, types) = expected.split_once("() -> ").or_else(|| expected.split_once(": "))?;
    let wants_result = expected.contains("() -> ");
    let found = bindings.iter().find(|binding| {
        let source = &sources[binding.span.file.0 as usize];
        source.path == file
            && source.line(binding.span.start) == line
            && binding.name == name
            && (binding.kind == BindingKind::Return) == wants_result
    });
    let actual = match found {
        None => "no binding".to_owned(),
        Some(binding) if binding.types.is_empty() => "Unknown".to_owned(),
        Some(binding) => binding.types.join(" | "),
    };
    (actual != types).then(|| format!("{file}:{line}: `{name}`: expected {types}, got {actual}"))
}
