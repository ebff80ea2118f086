//! What `from module import *` binds, of modules of the catalog.

use rustpython_ast as ast;

use crate::catalog::catalog;

/// Modules of which the catalog has every name that is also one of a built-in function: what is not there hides nothing.
const MODULES: &[&str] =
    &["bisect", "cmath", "collections", "datetime", "heapq", "itertools", "math", "random", "statistics", "string"];

/// The names that the module gives to whoever imports all of it; none of another module.
pub fn names(module: &str) -> Vec<&'static str> {
    let Some(stub) = catalog().module(module).filter(|_| MODULES.contains(&module)) else { return Vec::new() };
    let names =
        stub.functions.keys().chain(stub.classes.keys()).chain(stub.constants.keys()).chain(stub.aliases.keys());
    names.map(|name| &**name).filter(|name| !name.starts_with('_')).collect()
}

/// The same of a statement, where it is such an import.
pub fn names_of(statement: &ast::Stmt) -> Vec<&'static str> {
    match statement {
        ast::Stmt::ImportFrom(import) if import.level == 0 && import.names.iter().any(|alias| &*alias.name == "*") => {
            import.module.as_ref().map(|module| names(module.as_str())).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
