//! Statements.

use rustpython_ast as ast;

use super::BindingKind;
use super::heap::{Kind, join_ways};
use super::machine::Machine;
use super::value::{Atom, Closure, Code, Value, Wrapper};
use crate::catalog::catalog;
use crate::types::Type;

/// How many rounds a loop may take until its values settle.
const MOST_ROUNDS: usize = 4;

impl<'p: 'q, 'q> Machine<'p, 'q> {
    pub fn statements(&mut self, body: &'p [ast::Stmt]) {
        for statement in body {
            if self.heap.is_none() {
                return;
            }
            self.statement(statement);
        }
    }

    pub fn statement(&mut self, statement: &'p ast::Stmt) {
        crate::trace::with_stack(|| self.statement_here(statement));
        self.may_raise();
    }

    fn statement_here(&mut self, statement: &'p ast::Stmt) {
        match statement {
            ast::Stmt::Expr(node) => drop(self.eval(&node.value)),
            ast::Stmt::Assign(node) => {
                let value = self.eval(&node.value);
                node.targets.iter().for_each(|target| self.bind(target, value.clone()));
            }
            ast::Stmt::AnnAssign(node) => self.annotated_assign(node),
            ast::Stmt::AugAssign(node) => self.augmented_assign(node),
            ast::Stmt::Return(node) => {
                let value = node.value.as_deref().map_or(Value::plain(Type::None), |value| self.eval(value));
                self.return_value(value);
            }
            ast::Stmt::If(node) => self.if_statement(node),
            ast::Stmt::For(node) => {
                let iterable = self.eval(&node.iter);
                let item = self.iterate(&iterable, self.span(&*node.iter));
                self.run_loop(&node.body, &node.orelse, |machine| machine.bind(&node.target, item.clone()), false);
            }
            ast::Stmt::While(node) => {
                let is_endless = matches!(&*node.test, ast::Expr::BooleanLiteral(literal) if literal.value);
                let test = |machine: &mut Self| drop(machine.eval(&node.test));
                self.run_loop(&node.body, &node.orelse, test, is_endless);
            }
            ast::Stmt::Break(_) => self.leave_round(true),
            ast::Stmt::Continue(_) => self.leave_round(false),
            ast::Stmt::Raise(node) => {
                for value in node.exc.iter().chain(&node.cause) {
                    self.eval(value);
                }
                self.may_raise();
                self.heap = None;
            }
            ast::Stmt::Assert(node) => drop(self.eval(&node.test)),
            ast::Stmt::Delete(node) => node.targets.iter().for_each(|target| self.unbind(target)),
            ast::Stmt::FunctionDef(node) => self.function_definition(node),
            ast::Stmt::ClassDef(node) => self.class_definition(node),
            ast::Stmt::Import(node) => self.import_statement(node),
            ast::Stmt::ImportFrom(node) => self.import_from(node),
            ast::Stmt::Global(node) => self.declare(&node.names, true),
            ast::Stmt::Nonlocal(node) => self.declare(&node.names, false),
            ast::Stmt::Try(node) => self.try_statement(node),
            ast::Stmt::With(node) => self.with_statement(node),
            ast::Stmt::Match(node) => self.match_statement(node),
            ast::Stmt::TypeAlias(_) | ast::Stmt::Pass(_) | ast::Stmt::IpyEscapeCommand(_) => {}
        }
    }

    fn annotated_assign(&mut self, node: &'p ast::StmtAnnAssign) {
        let declared = self.annotation(&node.annotation);
        match &node.value {
            Some(value) => {
                let value = self.eval(value);
                self.bind(&node.target, if value.is_unknown() { declared } else { value });
            }
            None => {
                // A field of a class, or a name that is assigned later.
                if let ast::Expr::Name(name) = &*node.target {
                    self.note(self.span(&*node.target), BindingKind::Variable, name.id.as_str(), &declared);
                }
            }
        }
    }

    fn augmented_assign(&mut self, node: &'p ast::StmtAugAssign) {
        let left = self.eval(&node.target);
        let right = self.eval(&node.value);
        let value = self.augmented(node.op, &left, &right, self.span(node));
        self.bind(&node.target, value);
    }

    fn if_statement(&mut self, node: &'p ast::StmtIf) {
        let mut clauses: Vec<(Option<&'p ast::Expr>, &'p [ast::Stmt])> = vec![(Some(&node.test), &node.body)];
        clauses.extend(node.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body[..])));
        self.if_clauses(&clauses);
    }

    fn if_clauses(&mut self, clauses: &[(Option<&'p ast::Expr>, &'p [ast::Stmt])]) {
        let Some(((test, body), rest)) = clauses.split_first() else { return };
        let Some(test) = test else { return self.statements(body) };
        if is_main_test(test) {
            return self.statements(body);
        }
        let value = self.eval(test);
        match value.constant().and_then(super::expression::truth) {
            Some(true) => {
                self.apart(|machine| machine.if_clauses(rest));
                self.statements(body);
            }
            Some(false) => {
                self.apart(|machine| machine.statements(body));
                self.if_clauses(rest);
            }
            None => self.either(
                |machine| {
                    machine.narrow(test, true);
                    machine.statements(body);
                },
                |machine| {
                    machine.narrow(test, false);
                    machine.if_clauses(rest);
                },
            ),
        }
    }

    /// Runs a loop until its head holds all that comes back to it. `begin` starts each round.
    fn run_loop(
        &mut self,
        body: &'p [ast::Stmt],
        orelse: &'p [ast::Stmt],
        begin: impl Fn(&mut Self),
        is_endless: bool,
    ) {
        let mut left = None;
        for _ in 0..MOST_ROUNDS {
            let Some(head) = self.heap.clone() else { break };
            self.here().loops.push((None, None));
            begin(self);
            self.statements(body);
            let (breaks, continues) = self.here().loops.pop().unwrap_or_default();
            left = join_ways(left, breaks);
            let back = join_ways(self.heap.take(), continues);
            let Some(back) = back else {
                self.heap = Some(head);
                break;
            };
            let settled = head.covers(&back);
            self.heap = Some(head.join(&back));
            if settled || !self.may_step() {
                break;
            }
        }
        if is_endless {
            self.heap = None;
        } else {
            self.statements(orelse);
        }
        self.heap = join_ways(self.heap.take(), left);
    }

    fn leave_round(&mut self, is_break: bool) {
        let heap = self.heap.take();
        if let Some((breaks, continues)) = self.here().loops.last_mut() {
            let way = if is_break { breaks } else { continues };
            *way = join_ways(way.take(), heap);
        }
    }

    fn return_value(&mut self, value: Value) {
        let heap = self.heap.take();
        let activation = self.here();
        activation.returned = activation.returned.join(&value);
        activation.exit = join_ways(activation.exit.take(), heap);
    }

    fn try_statement(&mut self, node: &'p ast::StmtTry) {
        let before = self.heap.clone();
        self.here().tries.push(before);
        self.statements(&node.body);
        let raised = self.here().tries.pop().flatten();
        self.statements(&node.orelse);
        let mut after = self.heap.take();
        for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
            self.heap = raised.clone();
            if let Some(class) = &handler.type_ {
                let classes = self.eval(class);
                if let Some(name) = &handler.name {
                    let exception = self.exception_of(&classes);
                    self.set_name(name.as_str(), exception.clone());
                    self.note(self.span(name), BindingKind::Variable, name.as_str(), &exception);
                }
            }
            self.statements(&handler.body);
            after = join_ways(after, self.heap.take());
        }
        self.heap = if node.handlers.is_empty() { join_ways(after.clone(), raised) } else { after.clone() };
        if !node.finalbody.is_empty() {
            self.statements(&node.finalbody);
            if after.is_none() {
                self.heap = None;
            }
        } else if node.handlers.is_empty() {
            self.heap = after;
        }
    }

    /// An exception of the classes that an `except` names.
    fn exception_of(&mut self, classes: &Value) -> Value {
        let mut found = Vec::new();
        for class in classes.atoms() {
            match class {
                Atom::Object(tuple) => {
                    let items = self.object(*tuple).map(|object| object.items.joined()).unwrap_or_default();
                    found.push(self.follow(|machine| machine.exception_of(&items)));
                }
                Atom::NativeClass(name) => {
                    let exception = catalog().exception(name).map_or(Type::Unknown, Type::Exception);
                    found.push(Value::plain(exception));
                }
                Atom::Class(_) => found.push(self.instance_of(class)),
                _ => {}
            }
        }
        found.into_iter().collect()
    }

    fn with_statement(&mut self, node: &'p ast::StmtWith) {
        for item in &node.items {
            let context = self.eval(&item.context_expr);
            let at = self.span(&item.context_expr);
            let entered = self.call_dunder(&context, "__enter__", &[], at);
            // Managers that are not known mostly give themselves.
            let value = entered.unwrap_or(context);
            if let Some(target) = &item.optional_vars {
                self.bind(target, value);
            }
        }
        self.statements(&node.body);
    }

    pub fn function_definition(&mut self, node: &'p ast::StmtFunctionDef) {
        let closure = self.closure_of(Code::Def(node), node.name.as_str(), Some(&node.parameters));
        let id = self.make_closure(closure);
        let mut value: Value = Atom::Closure(id).into();
        for decorator in node.decorator_list.iter().rev() {
            let function = self.eval(&decorator.expression);
            value = self.decorated(&function, value, self.span(decorator));
        }
        self.set_name(node.name.as_str(), value);
    }

    /// What a decorator makes of a function or class.
    pub fn decorated(&mut self, decorator: &Value, function: Value, at: crate::Span) -> Value {
        let wrapper =
            |kind: Wrapper| Value::of(function.atoms().iter().map(|atom| Atom::Wrapped(kind, Box::new(atom.clone()))));
        match decorator.atoms() {
            [Atom::NativeClass(name)] | [Atom::External(name)] => match name.rsplit('.').next() {
                Some("staticmethod") => wrapper(Wrapper::Static),
                Some("classmethod") => wrapper(Wrapper::Class),
                Some("property" | "cached_property" | "abstractproperty" | "setter" | "getter" | "deleter") => {
                    wrapper(Wrapper::Property)
                }
                _ => function,
            },
            [Atom::Native(_, name)] => match &**name {
                "staticmethod" => wrapper(Wrapper::Static),
                "classmethod" => wrapper(Wrapper::Class),
                "property" | "cached_property" => wrapper(Wrapper::Property),
                _ => function,
            },
            [Atom::Closure(_) | Atom::Bound(..) | Atom::Class(_) | Atom::Object(_)] => {
                let arguments = super::value::Arguments::positional([function.clone()]);
                let result = self.call(decorator, &arguments, at);
                if result.is_unknown() { function } else { result }
            }
            // `@value.setter`: the property stays what it is.
            [Atom::Wrapped(..)] => decorator.clone(),
            _ => function,
        }
    }

    /// A function as it stands in the scope that is being run.
    pub fn closure_of(&mut self, code: Code<'p>, name: &str, parameters: Option<&'p ast::Parameters>) -> Closure<'p> {
        let mut defaults = Vec::new();
        for parameter in parameters.into_iter().flat_map(|parameters| parameters.iter_non_variadic_params()) {
            if let Some(default) = &parameter.default {
                defaults.push((parameter.name().as_str(), self.eval(default)));
            }
        }
        let scope = self.scope();
        let class = self.classes.contains_key(&scope).then_some(scope);
        // The body of a class is no scope for the functions in it.
        let around = if class.is_some() { self.around.get(&scope).copied().unwrap_or(scope) } else { scope };
        let name = match &self.here().name {
            Some(outer) => format!("{outer}.{name}"),
            None => name.to_owned(),
        };
        Closure { file: self.file(), code, name: name.into(), around, class, defaults }
    }

    fn match_statement(&mut self, node: &'p ast::StmtMatch) {
        let subject = self.eval(&node.subject);
        let before = self.heap.clone();
        let mut after = None;
        let mut is_whole = false;
        for case in &node.cases {
            self.heap = before.clone();
            let matches = self.matches(&case.pattern, &subject);
            if is_whole || matches == Some(false) {
                self.apart(|machine| machine.run_case(case, &subject));
                continue;
            }
            self.run_case(case, &subject);
            is_whole |= case.guard.is_none() && matches == Some(true);
            after = join_ways(after, self.heap.take());
        }
        self.heap = if is_whole { after } else { join_ways(after, before) };
    }

    fn run_case(&mut self, case: &'p ast::MatchCase, subject: &Value) {
        self.bind_pattern(&case.pattern, subject);
        if let Some(guard) = &case.guard {
            self.eval(guard);
        }
        self.statements(&case.body);
    }

    /// Whether a pattern surely matches, or surely does not.
    fn matches(&mut self, pattern: &'p ast::Pattern, subject: &Value) -> Option<bool> {
        match pattern {
            ast::Pattern::MatchAs(node) => match &node.pattern {
                None => Some(true),
                Some(inner) => self.matches(inner, subject),
            },
            ast::Pattern::MatchValue(node) => {
                let value = self.eval(&node.value);
                Some(subject.constant()? == value.constant()?)
            }
            ast::Pattern::MatchOr(node) => {
                let each: Vec<Option<bool>> =
                    node.patterns.iter().map(|pattern| self.matches(pattern, subject)).collect();
                match () {
                    () if each.contains(&Some(true)) => Some(true),
                    () if each.iter().all(|matches| *matches == Some(false)) => Some(false),
                    () => None,
                }
            }
            _ => None,
        }
    }

    /// Binds what a pattern captures.
    fn bind_pattern(&mut self, pattern: &'p ast::Pattern, subject: &Value) {
        match pattern {
            ast::Pattern::MatchAs(node) => {
                if let Some(inner) = &node.pattern {
                    self.bind_pattern(inner, subject);
                }
                if let Some(name) = &node.name {
                    let value = match node.pattern.as_deref() {
                        Some(ast::Pattern::MatchClass(class)) => self.class_instances(&class.cls, subject),
                        _ => subject.clone(),
                    };
                    self.bind_identifier(name, value);
                }
            }
            ast::Pattern::MatchSequence(node) => {
                let at = self.span(node);
                let is_star = |pattern: &ast::Pattern| matches!(pattern, ast::Pattern::MatchStar(_));
                let starred = node.patterns.iter().position(is_star);
                let sequences = self.of_kind(subject, &[Kind::List, Kind::Tuple]);
                let values = self.unpack(&sequences, node.patterns.len(), starred, at);
                for (pattern, value) in node.patterns.iter().zip(values) {
                    self.bind_pattern(pattern, &value);
                }
            }
            ast::Pattern::MatchStar(node) => {
                if let Some(name) = &node.name {
                    self.bind_identifier(name, subject.clone());
                }
            }
            ast::Pattern::MatchMapping(node) => {
                let subject = &self.of_kind(subject, &[Kind::Dict]);
                for (key, pattern) in node.keys.iter().zip(&node.patterns) {
                    let key = self.eval(key);
                    let value = self.item(subject, &key, self.span(node));
                    self.bind_pattern(pattern, &value);
                }
                if let Some(rest) = &node.rest {
                    self.bind_identifier(rest, subject.clone());
                }
            }
            ast::Pattern::MatchClass(node) => {
                let instances = self.class_instances(&node.cls, subject);
                for (place, pattern) in node.arguments.patterns.iter().enumerate() {
                    let value = self.positional_attribute(&instances, place, self.span(node));
                    self.bind_pattern(pattern, &value);
                }
                for keyword in &node.arguments.keywords {
                    let value = self.attribute(&instances, keyword.attr.as_str(), self.span(node));
                    self.bind_pattern(&keyword.pattern, &value);
                }
            }
            ast::Pattern::MatchOr(node) => node.patterns.iter().for_each(|pattern| self.bind_pattern(pattern, subject)),
            ast::Pattern::MatchValue(_) | ast::Pattern::MatchSingleton(_) => {}
        }
    }

    /// The containers of these kinds that a value may be; all of it where none is known.
    fn of_kind(&self, value: &Value, kinds: &[Kind]) -> Value {
        let is_kind = |atom: &&Atom| match atom {
            Atom::Object(id) => self.object(*id).is_some_and(|object| kinds.contains(&object.kind)),
            _ => false,
        };
        Value::of(value.atoms().iter().filter(is_kind).cloned())
    }

    fn bind_identifier(&mut self, name: &'p ast::Identifier, value: Value) {
        self.note(self.span(name), BindingKind::Variable, name.as_str(), &value);
        self.set_name(name.as_str(), value);
    }
}

/// `__name__ == "__main__"`: module code is run as a script's.
fn is_main_test(test: &ast::Expr) -> bool {
    matches!(test, ast::Expr::Compare(compare)
        if matches!(&*compare.left, ast::Expr::Name(name) if name.id.as_str() == "__name__"))
}
