//! Code of compiled functions that no call reaches: behind a `return`, or in a branch that the types rule out.

use std::collections::HashSet;

use rustpython_ast as ast;
use rustpython_ast::AnyNodeRef;
use rustpython_text_size::{Ranged, TextRange};

use super::nodes;
use crate::analysis::Analysis;
use crate::diagnostics::Severity;
use crate::source::{FileId, Span};
use crate::syntax::span;

/// The statements of a file's compiled functions that nothing reaches, those that follow one another together.
pub fn unreached(analysis: &Analysis, file: FileId) -> Vec<Span> {
    let mut finder = Finder { analysis, file, found: Vec::new() };
    let compiled: HashSet<Span> = analysis.program.functions.iter().map(|instance| instance.span).collect();
    for function in nodes::functions(analysis.body(file)) {
        let whole = span(file, function);
        let is_compiled = compiled.contains(&whole);
        let has_errors = analysis.diagnostics.iter().any(|diagnostic| {
            diagnostic.severity == Severity::Error
                && diagnostic.span.file == file
                && whole.start <= diagnostic.span.start
                && diagnostic.span.end <= whole.end
        });
        if is_compiled && !has_errors {
            finder.block(&function.body);
        }
    }
    finder.found
}

struct Finder<'a> {
    analysis: &'a Analysis,
    file: FileId,
    found: Vec<Span>,
}

impl Finder<'_> {
    fn block(&mut self, body: &[ast::Stmt]) {
        let (mut run, mut is_behind_end): (Option<TextRange>, bool) = (None, false);
        for statement in body {
            // What follows what is not reached is not reached.
            if run.is_some() || is_behind_end || self.is_unreached(statement) {
                run = Some(run.map_or(statement.range(), |run| run.cover(statement.range())));
                continue;
            }
            is_behind_end = matches!(
                statement,
                ast::Stmt::Return(_) | ast::Stmt::Raise(_) | ast::Stmt::Continue(_) | ast::Stmt::Break(_)
            );
            self.within(statement);
        }
        self.found.extend(run.map(|run| span(self.file, run)));
    }

    fn within(&mut self, statement: &ast::Stmt) {
        match statement {
            ast::Stmt::If(node) => {
                self.block(&node.body);
                node.elif_else_clauses.iter().for_each(|clause| self.block(&clause.body));
            }
            ast::Stmt::For(node) => [&node.body, &node.orelse].into_iter().for_each(|body| self.block(body)),
            ast::Stmt::While(node) => [&node.body, &node.orelse].into_iter().for_each(|body| self.block(body)),
            ast::Stmt::With(node) => self.block(&node.body),
            ast::Stmt::Match(node) => node.cases.iter().for_each(|case| self.block(&case.body)),
            ast::Stmt::Try(node) => {
                [&node.body, &node.orelse, &node.finalbody].into_iter().for_each(|body| self.block(body));
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    self.block(&handler.body);
                }
            }
            _ => {}
        }
    }

    /// Whether the tracer has nothing to say of a statement in which there is something to say.
    fn is_unreached(&self, statement: &ast::Stmt) -> bool {
        let whole = span(self.file, statement);
        let within = Span { end: 0, ..whole }..Span { file: self.file, start: whole.end, end: 0 };
        if self.analysis.types.range(within.clone()).next().is_some()
            || self.analysis.meanings.range(within).next().is_some()
        {
            return false;
        }
        match statement {
            ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_) | ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_) => {
                false
            }
            ast::Stmt::AnnAssign(node) if node.value.is_none() => false,
            _ => {
                let mut tells = false;
                nodes::each(std::slice::from_ref(statement), |node| {
                    // The tracer notes nothing of the name of a class.
                    tells |= matches!(
                        node,
                        AnyNodeRef::ExprCall(_)
                            | AnyNodeRef::ExprBinOp(_)
                            | AnyNodeRef::ExprSubscript(_)
                            | AnyNodeRef::ExprNumberLiteral(_)
                    );
                });
                tells
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::fixture::analysis;

    fn shown(body: &str) -> Vec<String> {
        let analysis = analysis(&format!("from hotforge import compile\n{body}"));
        let found = unreached(&analysis, FileId(0)).into_iter();
        found.map(|span| analysis.file(FileId(0)).slice(span).to_owned()).collect()
    }

    #[test]
    fn what_follows_a_return() {
        let found = shown("@compile()\ndef f(x: int) -> int:\n    return x\n    x += 1\n    return x * 2\n");
        assert_eq!(found, ["x += 1\n    return x * 2"]);
    }

    #[test]
    fn a_branch_that_the_types_rule_out() {
        let found = shown(
            "@compile()\ndef f(x: int) -> int:\n    return g(x)\ndef g(x):\n    if isinstance(x, str):\n        return len(x)\n    return x\n",
        );
        assert_eq!(found, ["return len(x)"]);
    }

    #[test]
    fn nothing_of_functions_that_are_not_compiled_or_have_errors() {
        assert!(shown("def f(x):\n    return x\n    return 2\n").is_empty());
        assert!(shown("@compile()\ndef f(x: int) -> int:\n    y = nothing\n    return y\n").is_empty());
        assert!(
            shown("@compile()\ndef f(x: int) -> int:\n    \"\"\"Doc.\"\"\"\n    pass\n    ...\n    return x\n")
                .is_empty()
        );
    }
}
