//! An analysis after an edit, made of the one before, is the analysis that is made anew: over the parity suite and the
//! examples, character by character, through broken states, and over files that import one another.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use hotforge_analyzer::analysis::CapturedTypes;
use hotforge_analyzer::{Analysis, Files, Incremental, analyze};

#[derive(Default)]
struct Texts(RefCell<BTreeMap<String, String>>);

impl Texts {
    fn set(&self, path: &str, text: &str) {
        self.0.borrow_mut().insert(path.to_owned(), text.to_owned());
    }
}

impl Files for Texts {
    fn read(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.borrow().get(path).map(|text| text.as_bytes().into())
    }
}

/// Everything of an analysis that editors see.
fn told(analysis: &Analysis) -> String {
    let functions = analysis.program.functions.iter();
    let functions: Vec<_> = functions.map(|function| (&function.name, function.span, &function.returns)).collect();
    format!(
        "{:#?}",
        (
            &analysis.diagnostics,
            &analysis.types,
            &analysis.meanings,
            &analysis.lowering,
            &analysis.program.predictors,
            functions,
            &analysis.program.globals,
            &analysis.program.classes,
            &analysis.dependencies,
        )
    )
}

/// A file under edit.
struct Session {
    texts: Texts,
    incremental: Incremental,
}

impl Session {
    fn new() -> Self {
        Self { texts: Texts::default(), incremental: Incremental::default() }
    }

    fn check(&mut self, text: &str) {
        self.texts.set("program.py", text);
        let captured = CapturedTypes::default();
        let made = self.incremental.analyze("program.py", &self.texts, &captured, &|| false).expect("nobody hurries");
        let anew = analyze("program.py", &self.texts, &captured);
        let (made, anew) = (told(&made), told(&anew));
        if made != anew {
            let differs = made.lines().zip(anew.lines()).enumerate().find(|(_, (made, anew))| made != anew);
            let Some((line, _)) = differs else { panic!("one is longer, of\n{text}") };
            let around = |all: &str| all.lines().skip(line.saturating_sub(12)).take(24).collect::<Vec<_>>().join("\n");
            panic!("made:\n{}\n\nanew:\n{}\n\nof\n{text}", around(&made), around(&anew));
        }
    }
}

/// The predictors of the parity suite and the examples.
fn programs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut work = vec![root.join("tests/parity"), root.join("examples")];
    let mut files = Vec::new();
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

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

const INSERTED: &[&str] = &[
    "(",
    ")",
    "[",
    "\"\"\"",
    "'",
    ":",
    "\n",
    "    ",
    "x",
    "1",
    " = ",
    ".",
    "\nclass Extra(Exception):\n    pass\n",
    "\ndef extra(x: int) -> int:\n    return x\n",
    "\nimport math\n",
    "lambda: ",
    "# ",
    "@",
    "return ",
    "\nextra = 3\n",
    "é",
    "raise ValueError(1)\n",
    ";",
];

fn edited(text: &str, numbers: &mut Numbers) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = numbers.below(places.len());
    let start = places[at];
    match numbers.below(3) {
        0 => format!("{}{}{}", &text[..start], INSERTED[numbers.below(INSERTED.len())], &text[start..]),
        1 => {
            let end = places[(at + 1 + numbers.below(4)).min(places.len() - 1)];
            format!("{}{}", &text[..start], &text[end..])
        }
        _ => {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let removed = numbers.below(lines.len());
            lines.iter().enumerate().filter(|(line, _)| *line != removed).map(|(_, line)| *line).collect()
        }
    }
}

#[test]
fn edits_of_many_programs() {
    let mut numbers = Numbers(7);
    for program in programs().into_iter().step_by(4) {
        let mut session = Session::new();
        session.check(&program);
        let mut text = program.clone();
        for step in 0..6 {
            // Most edits are taken back or mended soon; some stay.
            let broken = edited(&text, &mut numbers);
            session.check(&broken);
            if step % 3 == 2 {
                text = broken;
            } else {
                session.check(&text);
            }
        }
    }
}

#[test]
fn several_programs_in_one_file() {
    let mut numbers = Numbers(11);
    let programs = programs();
    for first in (0..programs.len()).step_by(17) {
        let parts: Vec<&String> = (0..3).map(|next| &programs[(first + next * 13) % programs.len()]).collect();
        let mut text: String = parts.iter().map(|part| format!("{part}\n\n")).collect();
        let mut session = Session::new();
        for _ in 0..8 {
            session.check(&text);
            text = edited(&text, &mut numbers);
        }
    }
}

#[test]
fn a_function_typed_character_by_character() {
    const BEFORE: &str = "from hotforge import compile\nimport helpers\n\nLIMIT = 3\n\n\n";
    const TYPED: &str = "def helper(x: \"int\") -> int:\n    \"\"\"Doc of `first`.\"\"\"\n    return x + LIMIT + helpers.double(x)\n\n\n";
    const AFTER: &str = "class Point:\n    def __init__(self, x: int) -> None:\n        self.x = x\n\n\n\
        @compile()\ndef first(x: int) -> int:\n    return helper(x) + Point(x).x\n\n\n\
        @compile()\ndef second(x: float) -> float:\n    table = {\"a\": lambda y: y * LIMIT, \"b\": lambda y: y}\n    return table[\"a\"](x) + hlper(x)\n\n\n\
        @compile()\ndef third(words: list[str]) -> list[str]:\n    try:\n        return [words[0]]\n    except IndexError as e:\n        return [str(e)]\n";
    let mut session = Session::new();
    session.texts.set("helpers.py", "def double(x: int) -> int:\n    return x * 2\n");
    for end in 0..=TYPED.len() {
        session.check(&format!("{BEFORE}{}{AFTER}", &TYPED[..end]));
    }
    let whole = format!("{BEFORE}{TYPED}{AFTER}");
    for changed in ["def double(x: int) -> float:\n    return x * 2.0\n", "", "def double(x", "class double: pass\n"] {
        session.texts.set("helpers.py", changed);
        session.check(&whole);
        session.check(&whole.replace("LIMIT = 3", "LIMIT = 3.5"));
    }
}

#[test]
fn what_an_edit_does_not_reach_is_not_traced_again() {
    let blocks: String = (0..40)
        .map(|n| format!("def helper_{n}(x: int) -> int:\n    return x + {n}\n\n\n@compile()\ndef main_{n}(x: int) -> int:\n    return helper_{n}(x)\n\n\n"))
        .collect();
    let text = format!("from hotforge import compile\n\n\n{blocks}");
    let texts = Texts::default();
    let mut incremental = Incremental::default();
    // A stale analysis ends at the first function that it would have to trace.
    let mut analyze = |text: &str, is_stale: bool| {
        texts.set("program.py", text);
        incremental.analyze("program.py", &texts, &CapturedTypes::default(), &|| is_stale).is_some()
    };
    assert!(analyze(&text, false));
    assert!(analyze(&format!("# A comment moves all.\n{text}"), true));
    assert!(analyze(&text.replace("\n\n\n@", "\n\n\nunused = 1\n\n\n@"), true));
    assert!(!analyze(&text.replace("x + 7", "x + 8"), true));
}
