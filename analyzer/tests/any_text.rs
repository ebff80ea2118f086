//! Any text at all gives an analysis: programs that are cut off, lack a line, or have their characters shuffled.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::infer::infer;
use hotforge_analyzer::{Files, analyze};

struct Text(Arc<[u8]>);

impl Files for Text {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        (path == "program.py").then(|| self.0.clone())
    }
}

fn check(text: &str) {
    let analysis = analyze("program.py", &Text(text.as_bytes().into()), &CapturedTypes::default());
    for diagnostic in &analysis.diagnostics {
        let file = analysis.file(diagnostic.span.file);
        assert!(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end as usize <= file.text.len());
    }
    // Inference takes longer than a trace that soon refuses: a part of the texts is enough for it.
    if !text.len().is_multiple_of(4) {
        return;
    }
    let (bindings, files) = infer("program.py", &Text(text.as_bytes().into()));
    for binding in &bindings {
        let file = &files[binding.span.file.0 as usize];
        assert!(file.slice(binding.span).len() as u32 == binding.span.end - binding.span.start);
    }
}

/// The predictors of the parity suite and the examples.
fn programs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut work = vec![root.join("tests/parity"), root.join("examples")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = work.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder is there").flatten() {
            match entry.path() {
                path if path.is_dir() => work.push(path),
                path if path.extension().is_some_and(|extension| extension == "py") => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    files.into_iter().map(|path| std::fs::read_to_string(path).expect("it is text")).collect()
}

#[test]
fn programs_that_are_cut_off() {
    for program in programs() {
        let cuts: Vec<usize> = program.char_indices().map(|(at, _)| at).step_by(97).collect();
        cuts.into_iter().for_each(|at| check(&program[..at]));
    }
}

#[test]
fn programs_that_lack_a_line() {
    for program in programs() {
        let lines: Vec<&str> = program.lines().collect();
        for missing in (0..lines.len()).step_by(7) {
            let rest: Vec<&str> = [&lines[..missing], &lines[missing + 1..]].concat();
            check(&rest.join("\n"));
        }
    }
}

#[test]
fn programs_whose_words_are_exchanged() {
    let mut state = 0x2545_f491_4f6c_dd1du64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    let programs = programs();
    for _ in 0..1500 {
        let mut words: Vec<&str> =
            programs[random(programs.len())].split_inclusive([' ', '\n', '(', ',', '.']).collect();
        for _ in 0..1 + random(4) {
            let other: Vec<&str> =
                programs[random(programs.len())].split_inclusive([' ', '\n', '(', ',', '.']).collect();
            let at = random(words.len());
            words[at] = other[random(other.len())];
        }
        check(&words.concat());
    }
}

#[test]
fn odd_texts() {
    for text in ["\u{feff}", "\0", "\r\r\n", "def f(x: ", "f'{f\"{'", "@compile()\n", "x = ", "é = 1\nprint(é", "\\"]
    {
        check(text);
    }
    check(&"(".repeat(100_000));
    check(&format!("x = {}1", "-".repeat(100_000)));
    check(&format!("x = {}1", "not ".repeat(50_000)));
    check(&format!("x = {}", "a + ".repeat(50_000)));
    check(&format!("x = {}", "lambda: ".repeat(20_000)));
    check(&format!("x{}", ".a".repeat(50_000)));
    check(&format!("x{}", "()".repeat(50_000)));
    check(&"if x:\n ".repeat(5_000));
    check(&format!("x = 1{}", " if 1 else 1".repeat(20_000)));
    check(&format!("x = 2{}", " ** 2".repeat(20_000)));
    let nested = (0..5_000).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect::<String>();
    check(&nested);
    let chained = "@compile()\ndef f(x: int) -> int:\n    return x".to_owned() + &" + x".repeat(20_000);
    check(&format!("from hotforge import compile\n{chained}\n"));
    let elifs = "    elif x == 1:\n        y = 2\n".repeat(5_000);
    check(&format!(
        "from hotforge import compile\n@compile()\ndef f(x: int) -> int:\n    if x == 0:\n        y = 1\n{elifs}    return x\n"
    ));
}
