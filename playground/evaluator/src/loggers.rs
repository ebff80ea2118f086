//! Loggers that modules make. What a library would have captured of one is told by the statements that set logging up, where
//! they set levels and nothing else.

use std::collections::BTreeMap;

use hotforge_analyzer::Analysis;
use hotforge_analyzer::ir::Global;
use hotforge_analyzer::types::Type;
use hotforge_runtime as rt;

use crate::cell::Cell;
use crate::convert::IntoCell;
use crate::globals::{made_by, module_of, statements, words};
use crate::prepare::leak;

/// `logging.WARNING`: the level of the root, and the least that is written where nothing handles messages.
const WARNING: i64 = 30;

/// What sets logging up in ways that are not followed.
const OTHER_SET_UP: [&str; 8] =
    ["basicConfig", "dictConfig", "fileConfig", "addHandler", "addFilter", "disable", "propagate", "disabled"];

/// The logger of a global, where it can be told what a library would have captured.
pub fn logger(analysis: &Analysis, global: &Global) -> Option<Cell> {
    let is_logger = matches!(&global.ty, Type::Instance(class) if &**class == "logging.Logger");
    let is_set_up_otherwise = |text: &str| words(text).any(|word| OTHER_SET_UP.contains(&word));
    if !is_logger || analysis.files.iter().any(|file| is_set_up_otherwise(&file.text)) {
        return None;
    }
    let file = analysis.file(global.file);
    let name = name_of(&file.text, &global.name, &module_of(&file.path, &analysis.files[0].path)?)?;
    let level = effective(&name, &levels(analysis)?);
    Some(rt::logging::captured(leak(&name), level, WARNING, "", "").into_cell())
}

/// The name of the logger that a variable of a module is bound to.
fn name_of(text: &str, variable: &str, module: &str) -> Option<String> {
    let made = made_by(text, variable)?;
    called(made.expression.trim(), module)
}

/// The name that `logging.getLogger(name)` is called with.
fn called(expression: &str, module: &str) -> Option<String> {
    match expression.strip_prefix("logging.getLogger(")?.strip_suffix(')')? {
        "__name__" => Some(module.to_owned()),
        text => Some(text.strip_prefix('"')?.strip_suffix('"').filter(|name| !name.contains(['"', '\\']))?.to_owned()),
    }
}

/// The levels that loggers are given at the tops of modules; `None` where one is not told.
fn levels(analysis: &Analysis) -> Option<BTreeMap<String, i64>> {
    let mut levels = BTreeMap::new();
    for file in &analysis.files {
        if !words(&file.text).any(|word| word == "setLevel") {
            continue;
        }
        let module = module_of(&file.path, &analysis.files[0].path)?;
        for statement in statements(&file.text).into_iter().filter(|one| words(one).any(|word| word == "setLevel")) {
            let (logger, level) = statement.trim().strip_suffix(')')?.rsplit_once(".setLevel(")?;
            let name = called(logger, &module).or_else(|| name_of(&file.text, logger, &module))?;
            levels.insert(name, level_of(level)?);
        }
    }
    Some(levels)
}

fn level_of(text: &str) -> Option<i64> {
    let name = text.strip_prefix("logging.").unwrap_or(text);
    Some(match name.trim_matches('"') {
        "DEBUG" => 10,
        "INFO" => 20,
        "WARNING" | "WARN" => WARNING,
        "ERROR" => 40,
        "CRITICAL" | "FATAL" => 50,
        number => number.parse().ok()?,
    })
}

/// The level that a logger has, or the nearest above it.
fn effective(name: &str, levels: &BTreeMap<String, i64>) -> i64 {
    let above = |name: &str| name.rfind('.').map(|end| name[..end].to_owned());
    let chain = std::iter::successors(Some(name.to_owned()), |name| above(name));
    // A level of 0 leaves it to the one above.
    chain.filter_map(|name| levels.get(&name).copied()).find(|level| *level != 0).unwrap_or(WARNING)
}
