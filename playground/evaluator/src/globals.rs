//! Module globals. Compiled code captures their values from the user's Python; there is none here. So the expression
//! that a global is bound to is evaluated, and what its module does with it after that: as the body of a function that is
//! added to the file.

use std::collections::{BTreeMap, BTreeSet};

use hotforge_analyzer::Analysis;
use hotforge_analyzer::analysis::{CapturedTypes, captured_class};
use hotforge_analyzer::diagnostics::Severity;
use hotforge_analyzer::ir::{self, FunctionId, GlobalId, Predictor};
use hotforge_analyzer::types::{Type, layout, short, union};

use crate::run::{Global, Program};

/// The name of the function that makes a global.
const MAKER: &str = "_hotforge_makes_";

/// How often functions are added: the expression of one global may read others.
const MOST_ROUNDS: usize = 5;

/// A global: the path of its file, and its name there.
type Name = (String, String);

/// The analysis of the files with a function for each global that is read, as far as there can be one.
pub fn with_makers(mut analysis: Analysis, file: &str, files: &BTreeMap<String, String>) -> Analysis {
    let mut makers: BTreeMap<Name, Made> = BTreeMap::new();
    let mut hopeless = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let missing = analysis.program.globals.iter().filter(|global| global.made_by.is_none());
        let missing = missing.map(|global| name_of(&analysis, global));
        let missing: Vec<Name> =
            missing.filter(|name| !makers.contains_key(name) && !hopeless.contains(name)).collect();
        if missing.is_empty() {
            break;
        }
        for name in missing {
            let added = files.get(&name.0).and_then(|text| made_by(text, &name.1)).and_then(|made| {
                makers.insert(name.clone(), made);
                let next = analysis_with(file, files, &makers)?;
                (!has_new_errors(&next, &analysis)).then_some(next)
            });
            match added {
                Some(next) => analysis = next,
                None => {
                    makers.remove(&name);
                    hopeless.insert(name);
                }
            }
        }
    }
    analysis
}

fn name_of(analysis: &Analysis, global: &ir::Global) -> Name {
    (analysis.file(global.file).path.to_string(), global.name.clone())
}

/// Whether it has errors that were not there before.
fn has_new_errors(analysis: &Analysis, before: &Analysis) -> bool {
    let count = |analysis: &Analysis| {
        analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    };
    count(analysis) > count(before)
}

/// The name of the function that makes a global: each has another, whatever file it stands in.
fn maker(name: &Name) -> String {
    let file: String = name.0.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    format!("{MAKER}{file}_{}", name.1)
}

/// The name by which the file of the predictor imports another.
pub fn module_of(path: &str, file: &str) -> Option<String> {
    let folder = file.rfind('/').map_or("", |end| &file[..=end]);
    let path = path.strip_prefix(folder)?.strip_suffix(".py")?;
    let path = path.strip_suffix("/__init__").unwrap_or(path);
    Some(path.replace('/', "."))
}

/// The files with functions that make globals behind their texts, and with predictors that call them: not every value can
/// be given to others.
fn extended(
    file: &str,
    files: &BTreeMap<String, String>,
    makers: &BTreeMap<Name, Made>,
) -> Option<BTreeMap<String, String>> {
    let mut extended = files.clone();
    let mut callers = "\n\nfrom hotforge import compile as _hotforge_compile\n".to_owned();
    for (name, made) in makers {
        let maker = maker(name);
        let text = extended.get_mut(&name.0)?;
        text.push_str(&made.function(&maker, &name.1));
        if name.0 != file {
            callers.push_str(&format!("from {} import {maker}\n", module_of(&name.0, file)?));
        }
        callers.push_str(&format!("\n@_hotforge_compile()\ndef {maker}_() -> int:\n    {maker}()\n    return 0\n"));
    }
    extended.get_mut(file)?.push_str(&callers);
    Some(extended)
}

/// The analysis with these functions. What they give says of which types the globals are that the analyzer alone knows
/// nothing of.
fn analysis_with(file: &str, files: &BTreeMap<String, String>, makers: &BTreeMap<Name, Made>) -> Option<Analysis> {
    let extended = extended(file, files, makers)?;
    let mut types = CapturedTypes::default();
    let mut analysis = crate::request::analysis_of(file, &extended, &types);
    for _ in 0..MOST_ROUNDS {
        let unknown = analysis.program.globals.iter().filter(|global| is_unknown(&global.ty));
        let found: Vec<_> = unknown
            .map(|global| name_of(&analysis, global))
            .filter_map(|name| {
                let (_, ty) = maker_of(&analysis, &name)?;
                let is_plain = !ty.any(&|part| matches!(part, Type::Unknown | Type::Never));
                is_plain.then(|| (name, by_path(&analysis, ty)))
            })
            .filter(|((file, name), _)| types.get(file, name).is_none())
            .collect();
        if found.is_empty() {
            break;
        }
        for ((file, name), ty) in found {
            types.insert(&file, name, ty);
        }
        analysis = crate::request::analysis_of(file, &extended, &types);
    }
    Some(analysis)
}

/// The type with classes of the program as capture knows them: by their files.
fn by_path(analysis: &Analysis, ty: &Type) -> Type {
    match ty {
        Type::Record(record) => match analysis.program.classes.iter().find(|class| class.name == record.name) {
            Some(class) => captured_class(&analysis.file(class.span.file).path, short(&class.name)),
            None => ty.clone(),
        },
        Type::Union(members) => union(members.iter().map(|member| by_path(analysis, member))),
        other => other.map_parts(&mut |part| by_path(analysis, part)),
    }
}

fn is_unknown(ty: &Type) -> bool {
    ty.any(&|part| *part == Type::Unknown)
}

/// The function that makes a global, and what it gives.
fn maker_of<'a>(analysis: &'a Analysis, name: &Name) -> Option<(FunctionId, &'a Type)> {
    let maker = maker(name);
    let place = analysis.program.functions.iter().position(|function| function.name == maker)?;
    Some((FunctionId(place as u32), &analysis.program.functions[place].returns))
}

/// A global that a predictor reads, or what it calls may read, of which nothing is known. The IR of who reads it is not
/// whole.
pub fn unknown_read(analysis: &Analysis, predictor: &Predictor) -> Option<String> {
    let unknown: BTreeSet<&str> =
        analysis.program.globals.iter().filter(|global| is_unknown(&global.ty)).map(|global| &*global.name).collect();
    if unknown.is_empty() {
        return None;
    }
    let mut bodies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in &analysis.files {
        for statement in statements(&file.text) {
            if let Some(name) = defined(statement) {
                bodies.entry(name).or_default().push(statement);
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut work = vec![&*analysis.program.functions[predictor.function.0 as usize].name];
    while let Some(name) = work.pop() {
        if unknown.contains(name) {
            return Some(name.to_owned());
        }
        if seen.insert(name) {
            work.extend(bodies.get(name).into_iter().flatten().flat_map(|body| words(body)));
        }
    }
    None
}

/// The name that a statement at the top of a module defines.
fn defined(statement: &str) -> Option<&str> {
    let mut words = words(statement);
    match words.next()? {
        "def" | "class" => words.next(),
        "async" => words.nth(1),
        name => Some(name),
    }
}

pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// How a module makes a global.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The expression that its name is bound to.
    pub expression: String,
    /// The statements that change it after that.
    changes: Vec<String>,
}

impl Made {
    /// A function that makes it.
    fn function(&self, maker: &str, name: &str) -> String {
        let expression = &self.expression;
        if self.changes.is_empty() {
            return format!("\n\ndef {maker}():\n    return (\n{expression}\n    )\n");
        }
        let changes: String = self.changes.iter().map(|change| format!("    {}\n", change.trim_end())).collect();
        format!("\n\ndef {maker}():\n    {name} = (\n{expression}\n    )\n{changes}    return {name}\n")
    }
}

/// How a module makes a global, where its name is bound once, and nothing else may change it than statements that do nothing
/// but that. `None` where that cannot be told.
pub fn made_by(text: &str, name: &str) -> Option<Made> {
    let mut expression = None;
    let mut changes = Vec::new();
    // Whether another statement reads it, which may be before a change or after it.
    let mut is_read = false;
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
            Some(value) if first == name && expression.is_none() => expression = Some(value.to_owned()),
            // Bound again, or bound together with others.
            Some(_) if first == name => return None,
            // Another name: it may stand for the same object.
            Some(value) if first.chars().all(|c| c.is_alphanumeric() || c == '_') => is_read |= mentions(value, name),
            _ if first == name && target.starts_with(['[', '.']) && expression.is_some() => {
                changes.push(statement.to_owned());
            }
            // What a script does when it is run itself.
            _ if first == "if" && target.starts_with("__name__ ==") => {}
            _ if mentions(statement, name) => return None,
            _ if target.starts_with('(') && function(text, first).is_some_and(|def| mentions(def, name)) => {
                return None;
            }
            _ => {}
        }
    }
    let may_be_told = changes.is_empty() || !is_read;
    expression.filter(|_| may_be_told).map(|expression| Made { expression, changes })
}

/// The text of a function of a module.
fn function<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    statements(text).into_iter().find(|statement| word(statement).0 == "def" && defined(statement) == Some(name))
}

/// The statements at the top of a module, each with all its lines.
pub fn statements(text: &str) -> Vec<&str> {
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
    words(statement).any(|word| word == name)
}

/// The program, ready to run.
pub fn program(analysis: &Analysis) -> Program {
    let (classes, functions) = crate::prepare::prepare(analysis);
    let count = functions.len();
    let globals =
        (0..analysis.program.globals.len()).map(|id| global(analysis, GlobalId(id as u32))).collect::<Vec<_>>();
    let values = vec![None; globals.len()];
    Program { classes, functions, globals, values: values.into(), results: vec![None; count].into() }
}

fn global(analysis: &Analysis, id: GlobalId) -> Global {
    let global = &analysis.program.globals[id.0 as usize];
    if let Some(function) = global.made_by {
        return Global::MadeBy(function);
    }
    if let Some(logger) = crate::loggers::logger(analysis, global) {
        return Global::Known(logger);
    }
    match maker_of(analysis, &name_of(analysis, global)) {
        Some((function, returns)) if layout(returns) == layout(&global.ty) => Global::MadeBy(function),
        _ => Global::Refused(format!("the global `{}`", global.name)),
    }
}
