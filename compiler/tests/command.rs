//! The command as a user types it: what it prints and how it ends.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with one Python file.
struct Folder(TempDir);

impl Folder {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        std::fs::write(folder.path().join("program.py"), text).expect("it can be written");
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn hotforge(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::cargo_bin("hotforge").expect("the command is built");
        let output = command.current_dir(self.path()).env("NO_COLOR", "1").args(arguments).output().expect("it runs");
        Ended {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

struct Ended {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

const GOOD: &str = "from hotforge import compile\n\n\n@compile()\ndef double(x: int) -> int:\n    return 2 * x\n";

#[test]
fn a_good_file_is_checked() {
    let ended = Folder::with(GOOD).hotforge(&["check", "program.py"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(0), "double(x: int) -> int\n"), "{}", ended.stderr);
}

#[test]
fn errors_are_drawn_where_they_stand() {
    let text = "from hotforge import compile\n\n\n@compile()\ndef shout(text: str | None, é: int) -> str:\n    \
                return text.uper() + é\n";
    let ended = Folder::with(text).hotforge(&["check", "program.py"]);
    assert_eq!(ended.code, Some(1));
    insta::assert_snapshot!(ended.stderr);
}

#[test]
fn all_errors_are_told_at_once() {
    let text = "from hotforge import compile\nimport pandas\n\n\n@compile()\ndef f(x: int, y):\n    return x\n\n\n\
                @compile()\ndef g(x: int) -> int:\n    import pandas\n    a = pandas.read_csv(x)\n    b = [1, 2][\"x\"]\n    \
                async def c(): ...\n    return x + \"1\"\n";
    let ended = Folder::with(text).hotforge(&["check", "program.py"]);
    assert_eq!(ended.code, Some(1));
    insta::assert_snapshot!(ended.stderr);
}

#[test]
fn broken_python_is_told_where() {
    let ended = Folder::with("def f(:\n    x = (1\n").hotforge(&["check", "program.py"]);
    assert_eq!(ended.code, Some(1));
    insta::assert_snapshot!(ended.stderr);
}

#[test]
fn json_is_for_machines() {
    let ended = Folder::with(&GOOD.replace("2 * x", "x.nothing")).hotforge(&["check", "program.py", "--json"]);
    assert_eq!(ended.code, Some(1));
    let output: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let diagnostic = &output["diagnostics"][0];
    assert_eq!((&diagnostic["code"], &diagnostic["place"]["start"]["line"]), (&"HF0103".into(), &6.into()));
}

#[test]
fn a_missing_file_is_the_users_mistake() {
    let ended = Folder::with(GOOD).hotforge(&["check", "other.py"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("cannot read other.py"), "{}", ended.stderr);
}

#[test]
fn a_missing_python_is_told_with_what_to_do() {
    let text = GOOD.replace("2 * x", "N * x") + "\n\nN = 2\n";
    let ended = Folder::with(&text).hotforge(&["compile", "program.py", "--python", "/nonexistent/python"]);
    assert_eq!(ended.code, Some(2), "{}", ended.stderr);
    assert!(ended.stderr.contains("--python"), "{}", ended.stderr);
}

#[test]
fn a_module_that_raises_shows_its_traceback() {
    let text = GOOD.replace("2 * x", "N * x") + "\n\nN = 1 // 0\n";
    let ended = Folder::with(&text).hotforge(&["compile", "program.py"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    for expected in ["N = 1 // 0", "ZeroDivisionError", "HF0922"] {
        assert!(ended.stderr.contains(expected), "{}", ended.stderr);
    }
}

#[test]
fn codes_are_explained() {
    let folder = Folder::with(GOOD);
    assert!(folder.hotforge(&["explain", "hf0103"]).stdout.starts_with("# HF0103"));
    assert_eq!(folder.hotforge(&["explain", "HF9999"]).code, Some(2));
}

#[test]
fn a_predictor_is_compiled_and_run() {
    let folder = Folder::with(GOOD);
    let compiled = folder.hotforge(&["compile", "program.py"]);
    assert_eq!(compiled.code, Some(0), "{}", compiled.stderr);
    let run = |arguments: &[&str]| folder.hotforge(&[&["run", "build/program"], arguments].concat());
    assert_eq!(run(&["--x", "21"]).stdout.trim(), "42");
    let overflow = run(&["--x", "9223372036854775807"]);
    assert_eq!(overflow.code, Some(1));
    assert!(overflow.stderr.contains("OverflowError") && overflow.stderr.contains("line 6"), "{}", overflow.stderr);
    assert_eq!(run(&["--x", "no number"]).code, Some(2));
    assert_eq!(run(&["--z", "1"]).code, Some(2));
}

#[test]
fn a_stream_is_shown_item_by_item() {
    let text = "from hotforge import compile\n\n\n@compile()\ndef shares(items: list[int]):\n    for item in items:\n        \
                yield 12 // item\n";
    let folder = Folder::with(text);
    let compiled = folder.hotforge(&["compile", "program.py"]);
    assert_eq!(compiled.code, Some(0), "{}", compiled.stderr);
    let run = |items: &str| folder.hotforge(&["run", "build/program", "--items", items]);
    assert_eq!(run("[1, 2, 3]").stdout, "12\n6\n4\n");
    let failed = run("[1, 0, 3]");
    assert_eq!((failed.code, failed.stdout.as_str()), (Some(1), "12\n"));
    assert!(failed.stderr.contains("ZeroDivisionError"), "{}", failed.stderr);
}

#[test]
fn rust_can_be_seen_without_building() {
    let ended = Folder::with(GOOD).hotforge(&["compile", "program.py", "--emit", "rust"]);
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    assert!(ended.stdout.contains("fn double(x: i64)"), "{}", ended.stdout);
}

#[test]
fn a_bundle_that_is_none_is_refused() {
    let folder = Folder::with(GOOD);
    let nothing: PathBuf = folder.path().join("nothing");
    assert_eq!(folder.hotforge(&["run", &nothing.to_string_lossy()]).code, Some(2));
    assert_eq!(folder.hotforge(&["run", "program.py"]).code, Some(2));
}
