use serde_json::{Value, json};

use crate::Playground;

const PREDICTOR: &str = "from hotforge import compile

SIZE = 2 ** 3
WORDS = [\"a\", \"b\"]


@compile()
def shout(text: str, times: int = 2) -> str:
    \"\"\"Say it louder.\"\"\"
    loud = text.upper()
    return loud * times * SIZE + WORDS[0]
";

fn playground(files: &[(&str, &str)]) -> Playground {
    let mut playground = Playground::new();
    files.iter().for_each(|(path, text)| playground.write(path, text));
    playground
}

fn ask(playground: &mut Playground, request: Value) -> Value {
    serde_json::from_str(&playground.ask(&request.to_string())).unwrap()
}

#[test]
fn what_is_no_request_is_told() {
    let mut playground = Playground::new();
    for request in ["", "{}", "[]", "{\"ask\": \"nothing\"}", "{\"ask\": \"hover\", \"file\": 3}"] {
        let answer: Value = serde_json::from_str(&playground.ask(request)).unwrap();
        assert!(answer["error"].is_string(), "{request} {answer}");
    }
}

#[test]
fn an_editor_is_told_what_the_language_server_tells() {
    let mut playground = playground(&[("main.py", PREDICTOR)]);
    let diagnostics = ask(&mut playground, json!({ "ask": "diagnostics", "file": "main.py" }));
    assert_eq!(diagnostics["items"], json!([]));
    let hints = ask(&mut playground, json!({ "ask": "hints", "file": "main.py" }));
    assert!(hints.to_string().contains("\": str\""), "{hints}");
    let at = json!({ "lineNumber": 10, "column": 18 });
    let hover = ask(&mut playground, json!({ "ask": "hover", "file": "main.py", "position": at }));
    assert!(hover["markdown"].as_str().unwrap().contains("upper"), "{hover}");
    let found = ask(
        &mut playground,
        json!({ "ask": "references", "file": "main.py", "position": { "lineNumber": 10, "column": 6 } }),
    );
    assert_eq!(found.as_array().unwrap().len(), 2, "{found}");
    let renamed = ask(
        &mut playground,
        json!({ "ask": "rename", "file": "main.py", "position": { "lineNumber": 10, "column": 6 }, "name": "x" }),
    );
    assert_eq!(renamed["edits"].as_array().unwrap().len(), 2, "{renamed}");
    let tokens = ask(&mut playground, json!({ "ask": "tokens", "file": "main.py" }));
    assert!(!tokens.as_array().unwrap().is_empty() && tokens.as_array().unwrap().len().is_multiple_of(5));
}

#[test]
fn columns_are_counted_as_the_editor_counts() {
    let text = "from hotforge import compile\n\n@compile()\ndef f(a: str) -> str:\n    return \"😀é\" + a + 1\n";
    let mut playground = playground(&[("main.py", text)]);
    let diagnostics = ask(&mut playground, json!({ "ask": "diagnostics", "file": "main.py" }));
    let range = &diagnostics["items"][0]["range"];
    assert_eq!((range["startColumn"].as_u64(), range["endColumn"].as_u64()), (Some(12), Some(25)), "{diagnostics}");
}

#[test]
fn rust_is_generated_with_a_line_for_each_statement() {
    let mut playground = playground(&[("main.py", PREDICTOR)]);
    let rust = ask(&mut playground, json!({ "ask": "rust", "file": "main.py" }));
    let text = rust["text"].as_str().unwrap_or_else(|| panic!("{rust}"));
    assert!(text.contains("= 8;") && text.contains("fn shout"), "{text}");
    assert_eq!(rust["standIns"], json!([]));
    let lines = rust["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line[2]["startLineNumber"] == 10).unwrap();
    let rust_line = text.lines().nth(line[0].as_u64().unwrap() as usize - 1).unwrap();
    assert!(rust_line.contains("loud"), "{rust_line}");
}

#[test]
fn a_value_that_only_running_the_module_gives_has_a_stand_in() {
    let text = PREDICTOR.replace("2 ** 3", "int(\"7\")");
    let mut playground = playground(&[("main.py", &text)]);
    let rust = ask(&mut playground, json!({ "ask": "rust", "file": "main.py" }));
    assert_eq!(rust["standIns"], json!(["SIZE"]), "{rust}");
}

#[test]
fn the_other_outputs_are_there() {
    let mut playground = playground(&[("main.py", PREDICTOR)]);
    let mut output = |name: &str| ask(&mut playground, json!({ "ask": name, "file": "main.py" }));
    assert_eq!(output("graph")[0]["nodes"][0]["label"], "shout");
    let flow = &output("flow")["functions"][0];
    assert_eq!((&flow["name"], &flow["nodes"][0]["label"]), (&json!("shout#0"), &json!("text")), "{flow}");
    assert!(flow["edges"].as_array().unwrap().iter().any(|edge| edge["types"] == json!(["text: str"])), "{flow}");
    let manifest: Value = serde_json::from_str(output("manifest")["text"].as_str().unwrap()).unwrap();
    assert_eq!(manifest["predictors"][0]["parameters"][1]["default"], 2);
    let ir = output("ir");
    assert_eq!(ir["lines"][0][0], "predictor shout(text: str, times: int = 2) = shout#0", "{ir}");
    assert_eq!(ir["lines"][0][1]["range"]["startLineNumber"], 8, "{ir}");
    let lines: Vec<&str> = ir["lines"].as_array().unwrap().iter().filter_map(|line| line[0].as_str()).collect();
    assert!(lines.contains(&"    loud: str = str::upper(text)"), "{lines:?}");
    assert_eq!(ir["program"]["predictors"][0]["name"], "shout", "{ir}");
    let types = output("types");
    assert!(types.as_array().unwrap().iter().any(|row| row["operator"] == "str::upper"), "{types}");
    assert!(output("header").as_str().unwrap().contains("hotforge_call"));
    assert!(output("operators").to_string().contains("upper()"));
}

#[test]
fn files_reach_one_another_and_an_edit_of_one_is_seen_in_the_other() {
    let main = "from hotforge import compile\nfrom helpers import twice\n\n@compile()\ndef f(a: int) -> int:\n    return twice(a)\n";
    let mut playground = playground(&[("main.py", main), ("helpers.py", "def twice(a: int):\n    return a * 2\n")]);
    let problems = |playground: &mut Playground| {
        ask(playground, json!({ "ask": "diagnostics", "file": "main.py" }))["items"].as_array().unwrap().len()
    };
    assert_eq!(problems(&mut playground), 0);
    playground.write("helpers.py", "def twice(a: int):\n    return a.nothing\n");
    assert_ne!(problems(&mut playground), 0);
    playground.remove("helpers.py");
    assert_ne!(problems(&mut playground), 0);
}

#[test]
fn outputs_of_a_broken_program_say_why_they_are_missing() {
    let mut playground = playground(&[("main.py", "def f(:\n")]);
    for name in ["rust", "ir", "flow", "manifest"] {
        let answer = ask(&mut playground, json!({ "ask": name, "file": "main.py" }));
        assert!(answer["missing"].is_string(), "{answer}");
    }
    assert_eq!(ask(&mut playground, json!({ "ask": "graph", "file": "main.py" })), json!([]));
    assert_eq!(ask(&mut playground, json!({ "ask": "stub", "module": "nothing" })), Value::Null);
}
