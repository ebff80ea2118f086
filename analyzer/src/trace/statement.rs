//! Statements.

use rustpython_ast as ast;

use super::environment::Binding;
use super::function::FunctionTracer;
use super::value::{Code as FunctionCode, Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, StmtKind};
use crate::scope::imports;

impl<'a> FunctionTracer<'_, 'a> {
    /// Traces statements up to the first that ends the way.
    pub fn statements(&mut self, body: &'a [ast::Stmt]) {
        for statement in body {
            if self.environment.is_none() {
                return;
            }
            super::expression::with_stack(|| self.statement(statement));
        }
    }

    fn statement(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::Expr(node) => self.expression_statement(node),
            ast::Stmt::Assign(node) => self.assign(node),
            ast::Stmt::AnnAssign(node) => self.annotated_assign(node),
            ast::Stmt::AugAssign(node) => self.augmented_assign(node),
            ast::Stmt::Return(node) => self.return_statement(node),
            ast::Stmt::If(node) => self.if_statement(node),
            ast::Stmt::For(node) if !node.is_async => self.for_statement(node),
            ast::Stmt::While(node) => self.while_statement(node),
            ast::Stmt::Break(node) => self.break_statement(self.span(node)),
            ast::Stmt::Continue(node) => self.continue_statement(self.span(node)),
            ast::Stmt::Try(node) => self.try_statement(node),
            ast::Stmt::With(node) if !node.is_async => self.with_statement(node),
            ast::Stmt::Match(node) => self.match_statement(node),
            ast::Stmt::Global(node) => self.global_statement(node),
            ast::Stmt::Raise(node) => self.raise_statement(node),
            ast::Stmt::Assert(node) => self.assert_statement(node),
            ast::Stmt::Delete(node) => self.delete_statement(node),
            ast::Stmt::Pass(_) => {}
            ast::Stmt::FunctionDef(node) => self.nested_function(node),
            ast::Stmt::ClassDef(node) => self.local_class(node),
            // What it means for the names is known from the start of the function.
            ast::Stmt::Nonlocal(_) => {}
            ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_) => self.import_statement(statement),
            other => self.unsupported_statement(other),
        }
    }

    fn expression_statement(&mut self, node: &'a ast::StmtExpr) {
        if matches!(&*node.value, ast::Expr::StringLiteral(_) | ast::Expr::EllipsisLiteral(_)) {
            return;
        }
        match &*node.value {
            ast::Expr::Yield(node) => return self.yield_statement(node),
            ast::Expr::YieldFrom(node) => return self.yield_from(node),
            _ => {}
        }
        let span = self.span(node);
        if let Value::Expr(value) = self.value(&node.value, None) {
            self.emit(StmtKind::Evaluate(value), span);
        }
    }

    fn return_statement(&mut self, node: &'a ast::StmtReturn) {
        let span = self.span(node);
        if let Some((this, class)) = self.constructs {
            return self.return_object(this, class, span);
        }
        let expected = self.declared_result.clone();
        let outer = std::mem::replace(&mut self.leaving, true);
        let value = match &node.value {
            Some(value) => self.expression(value, expected.as_ref()),
            None => Expr::constant(Constant::None, span),
        };
        self.leaving = outer;
        self.emit_return(value, span);
    }

    fn if_statement(&mut self, node: &'a ast::StmtIf) {
        let mut clauses: Vec<(&'a ast::Expr, &'a [ast::Stmt])> = vec![(&*node.test, &node.body[..])];
        let mut last: &'a [ast::Stmt] = &[];
        for clause in &node.elif_else_clauses {
            match &clause.test {
                Some(test) => clauses.push((test, &clause.body)),
                None => last = &clause.body,
            }
        }
        self.if_clauses(&clauses, last);
    }

    fn if_clauses(&mut self, clauses: &[(&'a ast::Expr, &'a [ast::Stmt])], last: &'a [ast::Stmt]) {
        let Some(((test, body), rest)) = clauses.split_first() else { return self.statements(last) };
        let span = self.span(*test);
        let condition = self.condition(test);
        if let Some(value) = self.known_truth(&condition.test) {
            // Only one way is taken, as `if isinstance(x, int)` of an `int`; the other may not even type.
            return if value {
                self.narrow(&condition.if_true);
                self.statements(body);
            } else {
                self.narrow(&condition.if_false);
                self.if_clauses(rest, last);
            };
        }
        let before = self.environment.clone();
        self.narrow(&condition.if_true);
        let then = self.in_block(|tracer| tracer.statements(body));
        let after_then = std::mem::replace(&mut self.environment, before);
        self.narrow(&condition.if_false);
        let orelse = self.in_block(|tracer| tracer.if_clauses(rest, last));
        let after_else = self.environment.take();
        let (merged, then, orelse) = self.merge((after_then, then), (after_else, orelse), span);
        self.environment = merged;
        self.emit(StmtKind::If { test: condition.test, then, orelse }, span);
    }

    fn delete_statement(&mut self, node: &'a ast::StmtDelete) {
        node.targets.iter().for_each(|target| self.delete(target));
    }

    fn delete(&mut self, target: &'a ast::Expr) {
        match target {
            ast::Expr::Tuple(ast::ExprTuple { elts, .. }) | ast::Expr::List(ast::ExprList { elts, .. }) => {
                elts.iter().for_each(|target| self.delete(target));
            }
            ast::Expr::Name(name) => {
                let _ = self.expression(target, None);
                let span = self.span(target);
                self.unbind(name.id.as_str(), span);
            }
            ast::Expr::Subscript(subscript) => self.delete_item(subscript),
            other => {
                let (message, help) = match other {
                    ast::Expr::Attribute(_) => (
                        "`del` of an attribute cannot be compiled: an object has the fields of its class as long as it lives",
                        "declare the field as `… | None`, and set it to `None`",
                    ),
                    _ => ("`del` of this is not supported", "delete names and items of lists and dicts"),
                };
                let diagnostic = Diagnostic::new(Code::UnsupportedStatement, self.span(other), message).help(help);
                self.report(diagnostic);
            }
        }
    }

    fn nested_function(&mut self, node: &'a ast::StmtFunctionDef) {
        if node.is_async {
            return self.unsupported_function(node, "an `async` function");
        }
        let definition =
            Definition { file: self.file, code: FunctionCode::Def(node), nested: true, class: None, bare: true };
        let at = self.span(&node.name);
        let value = if super::closure::computed_defaults(&definition).is_empty() {
            Value::Function(definition)
        } else {
            // Its defaults are computed here, so it holds them from here on.
            Value::Expr(self.function_value(Value::Function(definition), at))
        };
        let value = self.decorated_here(definition, node, value);
        self.assign_name(node.name.as_str(), value, at);
    }

    /// A class within this function. It is one class for all calls, so its code may read nothing that a call makes.
    fn local_class(&mut self, node: &'a ast::StmtClassDef) {
        let (at, name) = (self.span(&node.name), node.name.as_str());
        let scope = self.tracer.scope(self.file);
        let same = |other: &&crate::scope::LocalClass| other.node.name.as_str() == name;
        let local = scope.local_classes.iter().find(|local| std::ptr::eq(local.node, node));
        let refused = match local {
            Some(local) if let Some(captured) = local.captures => Some((
                format!("the class `{name}` reads `{captured}` of the function around it, which cannot be compiled"),
                "define the class at module level, and give its objects what they use of the function as fields",
            )),
            Some(local)
                if scope.local_classes.iter().filter(same).filter(|other| other.within == local.within).count() > 1 =>
            {
                Some((format!("this function has two classes with the name `{name}`"), "give each a name of its own"))
            }
            _ => None,
        };
        let value = match refused {
            Some((message, help)) => {
                Value::Expr(self.refuse(Diagnostic::new(Code::UnsupportedStatement, at, message).help(help)))
            }
            None => {
                let symbol = crate::scope::Symbol::Class(node);
                let value = self.tracer.symbol_value(self.file, name, &symbol, at);
                value.unwrap_or_else(|| Value::Expr(Expr::invalid(at)))
            }
        };
        self.bind(name, Binding::Static(value));
    }

    fn unsupported_function(&mut self, node: &'a ast::StmtFunctionDef, what: &str) {
        let message = format!("{what} cannot be compiled");
        let diagnostic = Diagnostic::new(Code::UnsupportedStatement, self.span(&node.name), message);
        self.report(diagnostic.help("write an ordinary function"));
    }

    fn import_statement(&mut self, statement: &'a ast::Stmt) {
        for (name, symbol) in imports(self.tracer.project, self.file, statement) {
            let span = self.span(statement);
            match self.tracer.symbol_value(self.file, name, &symbol, span) {
                Some(value) => self.bind(name, Binding::Static(value)),
                // It was refused: using it must not cascade.
                None => self.bind(name, Binding::Static(Value::Expr(Expr::invalid(span)))),
            }
        }
    }

    /// `global name`, which says nothing new of names that are only read.
    fn global_statement(&mut self, node: &'a ast::StmtGlobal) {
        for name in &node.names {
            if !self.bound.remove(name.as_str()) {
                continue;
            }
            let span = self.span(name);
            let message =
                format!("the global `{}` is changed by this function, which cannot be compiled", name.as_str());
            let diagnostic = Diagnostic::new(Code::UnsupportedStatement, span, message);
            self.report(diagnostic.help("return the new value instead of changing a global"));
            self.bind(name.as_str(), Binding::Static(Value::Expr(Expr::invalid(span))));
        }
    }

    fn unsupported_statement(&mut self, statement: &'a ast::Stmt) {
        let (what, help) = describe(statement);
        let span = self.span(statement);
        // The first line says enough: a whole block underlined hides what is wrong in it.
        let text = self.tracer.project.file(self.file).slice(span);
        let first_line = text.find('\n').unwrap_or(text.len()) as u32;
        let span = crate::Span { end: span.start + first_line, ..span };
        let message = format!("{what} cannot be compiled");
        self.report(Diagnostic::new(Code::UnsupportedStatement, span, message).help(help));
        // What the block assigns is not known: reading it must not cascade.
        for name in crate::scope::assigned_names(std::slice::from_ref(statement)) {
            self.bind(name, Binding::Static(Value::Expr(Expr::invalid(span))));
        }
    }
}

/// What the statement is, and what to write instead.
fn describe(statement: &ast::Stmt) -> (&'static str, &'static str) {
    match statement {
        ast::Stmt::With(_) => ("`async with`", "write an ordinary `with`"),
        ast::Stmt::For(_) => ("`async for`", "write an ordinary `for`"),
        ast::Stmt::TypeAlias(_) => ("a `type` alias within a function", "define it at module level"),
        _ => ("this statement", "rewrite it with the statements listed in the README"),
    }
}
