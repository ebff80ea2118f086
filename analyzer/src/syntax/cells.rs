//! Cells of a notebook that are compiled: `%%compile` says so, which a module made of cells holds as a comment.
//!
//! ```text
//! #%compile [OPTIONS] [NAMES] [# FUNCTIONS]
//! ```
//!
//! stands before the text of such a cell and `#%%` behind it. With NAMES these functions are predictors. Without, those of
//! the cell that are marked by `@compile` are, or else those that no other function of the cell mentions: what an entry
//! calls is compiled with it. FUNCTIONS are the functions of the cell, for who cannot write the end of it.

use std::collections::HashSet;

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::Ranged;

use crate::ide::each_node;

const BEGIN: &str = "#%compile";
const END: &str = "#%%";
/// The options that a word follows.
const WITH_WORD: [&str; 3] = ["--emit", "--save", "--entry"];

/// Where the names of the functions begin that cells mark, which are predictors without being marked themselves.
pub(super) fn marked(body: &[ast::Stmt], text: &str) -> HashSet<u32> {
    let mut marked = HashSet::new();
    if !text.contains(BEGIN) {
        return marked;
    }
    for cell in cells(text) {
        let functions = body.iter().filter_map(ast::Stmt::as_function_def_stmt);
        let own: Vec<&ast::StmtFunctionDef> = functions.filter(|function| cell.holds(function)).collect();
        marked.extend(cell.predictors(&own).iter().map(|function| function.name.start().to_u32()));
    }
    marked
}

struct Cell<'a> {
    start: usize,
    end: usize,
    names: Vec<&'a str>,
    functions: Option<Vec<&'a str>>,
}

fn cells(text: &str) -> Vec<Cell<'_>> {
    let mut found: Vec<Cell> = Vec::new();
    let mut offset = 0;
    let mut is_open = false;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_end();
        if let Some(rest) = trimmed.strip_prefix(BEGIN).filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
        {
            let (options, functions) = match rest.rsplit_once(" # ") {
                Some((options, functions)) => (options, Some(functions.split_whitespace().collect())),
                None => (rest, None),
            };
            found.push(Cell { start: offset, end: text.len(), names: names(options), functions });
            is_open = true;
        } else if trimmed == END && is_open {
            if let Some(cell) = found.last_mut() {
                cell.end = offset;
            }
            is_open = false;
        }
        offset += line.len();
    }
    found
}

/// The names among the words of the options.
fn names(options: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut words = options.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            // An expression, up to the end of the line.
            "--compare" => break,
            "--entry" => names.extend(words.next()),
            option if WITH_WORD.contains(&option) => drop(words.next()),
            option if option.starts_with('-') => {}
            name => names.push(name),
        }
    }
    names
}

impl Cell<'_> {
    fn holds(&self, function: &ast::StmtFunctionDef) -> bool {
        let at = function.start().to_usize();
        let is_own = |names: &Vec<&str>| names.contains(&function.name.as_str());
        (self.start..self.end).contains(&at) && self.functions.as_ref().is_none_or(is_own)
    }

    fn predictors<'f>(&self, own: &[&'f ast::StmtFunctionDef]) -> Vec<&'f ast::StmtFunctionDef> {
        if !self.names.is_empty() {
            return own.iter().copied().filter(|function| self.names.contains(&function.name.as_str())).collect();
        }
        if own.iter().any(|function| is_marked(function)) {
            return Vec::new();
        }
        let is_entry = |function: &&&ast::StmtFunctionDef| {
            let others = own.iter().filter(|other| other.name != function.name);
            !others.into_iter().any(|other| mentions(other, function.name.as_str()))
        };
        let entries: Vec<_> = own.iter().filter(is_entry).copied().collect();
        if entries.is_empty() { own.to_vec() } else { entries }
    }
}

/// Whether a function has a decorator that is called `compile`.
fn is_marked(function: &ast::StmtFunctionDef) -> bool {
    function.decorator_list.iter().any(|decorator| {
        let node = match &decorator.expression {
            ast::Expr::Call(call) => &*call.func,
            other => other,
        };
        crate::catalog::dotted(node).rsplit('.').next() == Some("compile")
    })
}

fn mentions(function: &ast::StmtFunctionDef, name: &str) -> bool {
    let mut found = false;
    each_node(&function.body, |node| found |= matches!(node, AnyNodeRef::ExprName(read) if read.id.as_str() == name));
    found
}

#[cfg(test)]
mod tests {
    use crate::source::{FileId, SourceFile};

    fn marked(text: &str) -> Vec<String> {
        let file = SourceFile::new("m.py".into(), "m".into(), text.into());
        let syntax = crate::syntax::parse(FileId(0), &file);
        let functions = syntax.body.iter().filter_map(rustpython_ast::Stmt::as_function_def_stmt);
        functions.filter(|function| syntax.is_marked(function)).map(|function| function.name.to_string()).collect()
    }

    const TWO: &str = "def a():\n    return b()\n\ndef b():\n    return 1\n";

    #[test]
    fn what_no_other_function_of_the_cell_mentions_is_an_entry() {
        assert_eq!(marked(TWO), [""; 0]);
        assert_eq!(marked(&format!("#%compile\n{TWO}")), ["a"]);
        assert_eq!(marked(&format!("#%compile\n{TWO}#%%\ndef c(): pass\n")), ["a"]);
        assert_eq!(marked(&format!("{TWO}#%compile\ndef c(): pass\n")), ["c"]);
        assert_eq!(marked("#%compile\ndef a():\n    return b()\n\ndef b():\n    return a()\n"), ["a", "b"]);
    }

    #[test]
    fn names_and_options_are_told_apart() {
        assert_eq!(marked(&format!("#%compile b\n{TWO}")), ["b"]);
        assert_eq!(marked(&format!("#%compile --check --emit rust --save a a b\n{TWO}")), ["a", "b"]);
        assert_eq!(marked(&format!("#%compile --entry b --time\n{TWO}")), ["b"]);
        assert_eq!(marked(&format!("#%compile a --compare b(1)\n{TWO}")), ["a"]);
        assert_eq!(marked(&format!("#%compiler\n{TWO}")), [""; 0]);
    }

    #[test]
    fn a_cell_without_an_end_names_its_functions() {
        assert_eq!(marked(&format!("#%compile # a b\n{TWO}\n\ndef later(): pass\n")), ["a"]);
    }

    #[test]
    fn marked_functions_stand_alone() {
        assert_eq!(marked(&format!("#%compile\n@compile()\ndef m(): pass\n{TWO}")), [""; 0]);
    }
}
