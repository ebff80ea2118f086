//! Module globals. Compiled code captures their values from the user's Python; there is none here. So the expression
//! that a global is bound to is evaluated: as the body of a function that is added to the file.

use std::collections::BTreeMap;

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::GlobalId;

use crate::run::{Global, Program};
use crate::shape::layout;

/// The name of the function that makes a global.
const MAKER: &str = "_hotforge_makes_";

/// How often functions are added: the expression of one global may read others.
const MOST_ROUNDS: usize = 5;

/// The analysis of the file with a function for each global that it reads.
pub fn with_makers(mut analysis: Analysis, file: &str, files: &BTreeMap<String, String>) -> Result<Analysis, String> {
    let Some(text) = files.get(file) else { return Ok(analysis) };
    let mut made: BTreeMap<String, String> = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        if analysis.has_errors() {
            return Ok(analysis);
        }
        let before = made.len();
        for global in analysis.program.globals.iter().filter(|global| global.made_by.is_none()) {
            if global.file.0 != 0 || made.contains_key(&global.name) {
                continue;
            }
            if let Some(expression) = bound_to(text, &global.name) {
                made.insert(global.name.clone(), expression);
            }
        }
        if made.len() == before {
            break;
        }
        let mut extended = files.clone();
        let mut added = format!("{text}\n\nfrom hotforge import compile as _hotforge_compile\n");
        for (name, expression) in &made {
            added.push_str(&format!(
                "\n@_hotforge_compile()\ndef {MAKER}{name}():\n    return (\n{expression}\n    )\n"
            ));
        }
        extended.insert(file.to_owned(), added);
        let next = crate::request::analysis_of(file, &extended);
        if next.has_errors() {
            // Which of them it was is found by leaving each out.
            return without_failing(text, file, files, &made);
        }
        analysis = next;
    }
    Ok(analysis)
}

/// The analysis with those functions that have no errors.
fn without_failing(
    text: &str,
    file: &str,
    files: &BTreeMap<String, String>,
    made: &BTreeMap<String, String>,
) -> Result<Analysis, String> {
    let mut added = format!("{text}\n\nfrom hotforge import compile as _hotforge_compile\n");
    let mut analysis = crate::request::analysis_of(file, files);
    for (name, expression) in made {
        let more = format!("\n@_hotforge_compile()\ndef {MAKER}{name}():\n    return (\n{expression}\n    )\n");
        let mut extended = files.clone();
        extended.insert(file.to_owned(), format!("{added}{more}"));
        let next = crate::request::analysis_of(file, &extended);
        if !next.has_errors() {
            added.push_str(&more);
            analysis = next;
        }
    }
    Ok(analysis)
}

/// The text of the expression that a name is bound to at the top of a module, where it is bound once and nothing there
/// may change it.
fn bound_to(text: &str, name: &str) -> Option<String> {
    let mut found = None;
    for statement in statements(text) {
        let (first, rest) = word(statement);
        match first {
            "import" | "from" | "def" | "class" | "async" => continue,
            _ if statement.starts_with(['#', '@', '"', '\'']) => continue,
            _ => {}
        }
        let target = rest.trim_start();
        let bound = match target.strip_prefix(':') {
            Some(annotated) => annotated.split_once('=').map(|(_, value)| value),
            None => target.strip_prefix('=').filter(|value| !value.starts_with('=')),
        };
        match bound {
            Some(value) if first == name && found.is_none() => found = Some(value.to_owned()),
            // Bound again, or bound together with others.
            Some(_) if first == name => return None,
            Some(value) if first.chars().all(|c| c.is_alphanumeric() || c == '_') => {
                // Another name: it may stand for the same object, but is not said to change it.
                let _ = value;
            }
            _ if mentions(statement, name) => return None,
            _ => {}
        }
    }
    found
}

/// The statements at the top of a module, each with all its lines.
fn statements(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut depth = 0_usize;
    let mut quoted: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let continues = depth > 0 || quoted.is_some() || line.starts_with([' ', '\t', ')', ']', '}', '\n', '\r']);
        if !continues && at > start {
            found.push(&text[start..at]);
            start = at;
        }
        scan(line, &mut depth, &mut quoted);
        at += line.len();
    }
    found.push(&text[start..]);
    found
}

/// Counts brackets that a line leaves open, and whether it ends within a long string.
fn scan(line: &str, depth: &mut usize, quoted: &mut Option<&'static str>) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some(quote) = *quoted {
            if rest.starts_with('\\') {
                rest = rest.get(1..).unwrap_or_default();
                rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
                continue;
            }
            if let Some(after) = rest.strip_prefix(quote) {
                *quoted = None;
                rest = after;
                continue;
            }
        } else {
            match c {
                '#' => return,
                '(' | '[' | '{' => *depth += 1,
                ')' | ']' | '}' => *depth = depth.saturating_sub(1),
                '"' | '\'' => {
                    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| rest.starts_with(quote));
                    *quoted = quote;
                    rest = &rest[quote.map_or(1, str::len)..];
                    continue;
                }
                _ => {}
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    if quoted.is_some_and(|quote| quote.len() == 1) {
        *quoted = None;
    }
}

fn word(statement: &str) -> (&str, &str) {
    let end = statement.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(statement.len());
    statement.split_at(end)
}

fn mentions(statement: &str, name: &str) -> bool {
    statement.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

/// The program, ready to run.
pub fn program(analysis: &Analysis) -> Program {
    let (classes, functions) = crate::prepare::prepare(analysis);
    let count = functions.len();
    let globals = (0..analysis.program.globals.len()).map(|id| global(analysis, GlobalId(id as u32))).collect::<Vec<_>>();
    let values = vec![None; globals.len()];
    Program { classes, functions, globals, values: values.into(), results: vec![None; count].into() }
}

fn global(analysis: &Analysis, id: GlobalId) -> Global {
    let global = &analysis.program.globals[id.0 as usize];
    if let Some(function) = global.made_by {
        return Global::MadeBy(function);
    }
    let maker = format!("{MAKER}{}", global.name);
    let maker = analysis.program.predictors.iter().find(|predictor| predictor.name == maker && global.file.0 == 0);
    let function = maker.map(|maker| (maker.function, &analysis.program.functions[maker.function.0 as usize].returns));
    match function {
        Some((function, returns)) if layout(returns) == layout(&global.ty) => Global::MadeBy(function),
        _ => Global::Refused(format!("the global `{}`", global.name)),
    }
}
