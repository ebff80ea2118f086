//! Any text at all gives an analysis, whose places lie within it.

#![no_main]

use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::{Files, analyze};
use libfuzzer_sys::fuzz_target;

struct Text<'a>(&'a [u8]);

impl Files for Text<'_> {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        (path == "program.py").then(|| self.0.into())
    }
}

fuzz_target!(|text: &[u8]| {
    let analysis = analyze("program.py", &Text(text), &CapturedTypes::default());
    for diagnostic in &analysis.diagnostics {
        let file = analysis.file(diagnostic.span.file);
        assert!(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end as usize <= file.text.len());
    }
});
