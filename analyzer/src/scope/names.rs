//! Which names statements bind and read.

use std::collections::BTreeSet;

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_pattern, walk_stmt};
use rustpython_text_size::{Ranged, TextRange};

/// The names that a function body, or a part of one, binds in its own scope: assignments, loop targets, walrus,
/// nested functions, imports. Comprehensions and nested functions have scopes of their own.
pub fn assigned_names(body: &[ast::Stmt]) -> BTreeSet<&str> {
    let mut binder = Binder { names: Vec::new() };
    body.iter().for_each(|statement| binder.visit_stmt(statement));
    binder.names.into_iter().map(|(name, _)| name).collect()
}

/// The names that expressions bind by `:=`, those of comprehensions in them included.
pub fn walrus_names<'a>(expressions: impl IntoIterator<Item = &'a ast::Expr>) -> BTreeSet<&'a str> {
    let mut binder = Binder { names: Vec::new() };
    expressions.into_iter().for_each(|expression| binder.visit_expr(expression));
    binder.names.into_iter().map(|(name, _)| name).collect()
}

/// The names that one statement binds, each with its first place.
pub(super) fn assigned_in(statement: &ast::Stmt) -> Vec<(&str, TextRange)> {
    let mut binder = Binder { names: Vec::new() };
    binder.visit_stmt(statement);
    binder.names
}

/// The names that are read anywhere in the body, nested scopes included.
pub fn loaded_names<'a>(
    body: impl IntoIterator<Item = &'a ast::Stmt>,
    expressions: &[&'a ast::Expr],
) -> BTreeSet<&'a str> {
    let mut reader = Reader { names: BTreeSet::new() };
    body.into_iter().for_each(|statement| reader.visit_stmt(statement));
    expressions.iter().for_each(|expression| reader.visit_expr(expression));
    reader.names
}

/// The blocks directly within a compound statement.
pub(super) fn blocks(statement: &ast::Stmt) -> Vec<&[ast::Stmt]> {
    match statement {
        ast::Stmt::If(node) => std::iter::once(&node.body[..])
            .chain(node.elif_else_clauses.iter().map(|clause| &clause.body[..]))
            .collect(),
        ast::Stmt::Try(node) => {
            let handlers = node.handlers.iter().map(|ast::ExceptHandler::ExceptHandler(handler)| &handler.body[..]);
            [&node.body[..], &node.orelse, &node.finalbody].into_iter().chain(handlers).collect()
        }
        ast::Stmt::With(node) => vec![&node.body],
        _ => Vec::new(),
    }
}

struct Binder<'a> {
    names: Vec<(&'a str, TextRange)>,
}

impl<'a> Visitor<'a> for Binder<'a> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::FunctionDef(function) => self.names.push((function.name.as_str(), function.name.range())),
            ast::Stmt::ClassDef(class) => self.names.push((class.name.as_str(), class.name.range())),
            ast::Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    self.names.push((name.split('.').next().unwrap_or_default(), alias.range()));
                }
            }
            ast::Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.names.push((alias.asname.as_ref().unwrap_or(&alias.name).as_str(), alias.range()));
                }
            }
            ast::Stmt::Try(node) => {
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    self.names.extend(handler.name.as_ref().map(|name| (name.as_str(), name.range())));
                }
                walk_stmt(self, statement);
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        let name = match pattern {
            ast::Pattern::MatchAs(node) => &node.name,
            ast::Pattern::MatchStar(node) => &node.name,
            ast::Pattern::MatchMapping(node) => &node.rest,
            _ => &None,
        };
        self.names.extend(name.as_ref().map(|name| (name.as_str(), name.range())));
        walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        match expression {
            ast::Expr::Name(name) if name.ctx != ast::ExprContext::Load => {
                self.names.push((name.id.as_str(), name.range()));
            }
            // A walrus in a comprehension binds in the enclosing function; the targets of the `for` do not.
            ast::Expr::ListComp(node) => self.comprehension(&node.generators, &[&node.elt]),
            ast::Expr::SetComp(node) => self.comprehension(&node.generators, &[&node.elt]),
            ast::Expr::Generator(node) => self.comprehension(&node.generators, &[&node.elt]),
            ast::Expr::DictComp(node) => self.comprehension(&node.generators, &[&node.key, &node.value]),
            ast::Expr::Lambda(_) => {}
            _ => walk_expr(self, expression),
        }
    }
}

impl<'a> Binder<'a> {
    fn comprehension(&mut self, generators: &'a [ast::Comprehension], elements: &[&'a ast::Expr]) {
        for generator in generators {
            self.visit_expr(&generator.iter);
            generator.ifs.iter().for_each(|condition| self.visit_expr(condition));
        }
        elements.iter().for_each(|element| self.visit_expr(element));
    }
}

struct Reader<'a> {
    names: BTreeSet<&'a str>,
}

impl<'a> Visitor<'a> for Reader<'a> {
    fn visit_expr(&mut self, expression: &'a ast::Expr) {
        if let ast::Expr::Name(name) = expression
            && name.ctx == ast::ExprContext::Load
        {
            self.names.insert(name.id.as_str());
        }
        walk_expr(self, expression);
    }

    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        // An augmented assignment reads its target too.
        if let ast::Stmt::AugAssign(assign) = statement
            && let ast::Expr::Name(name) = &*assign.target
        {
            self.names.insert(name.id.as_str());
        }
        walk_stmt(self, statement);
    }
}
