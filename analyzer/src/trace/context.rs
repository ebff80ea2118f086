//! `with` on the context managers that are known.

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_text_size::{Ranged, TextRange};

use super::arguments::Argument;
use super::cleanup::Cleanup;
use super::exit_stack::Guarded;
use super::function::{FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument, StmtKind};
use crate::scope::{Symbol, assigned_names};
use crate::source::Span;
use crate::types::{ExceptionClass, Type};

/// Context managers that change nothing which compiled code has: gradients, warnings.
const WITHOUT_EFFECT: &[&str] = &[
    "contextlib.nullcontext",
    "torch.autograd.no_grad",
    "torch.enable_grad",
    "torch.inference_mode",
    "torch.no_grad",
    "torch.set_grad_enabled",
    "warnings.catch_warnings",
];

/// What a `with` is on.
enum Manager {
    /// One that does nothing; what it gives for `as`.
    Nothing(Expr),
    /// `contextlib.closing`, of this object.
    Closing(Expr),
    /// `contextlib.suppress`.
    Suppress(Vec<ExceptionClass>),
    /// An object of the project or of the catalog with `__enter__` and `__exit__`.
    Object(Expr),
    /// `contextlib.ExitStack`.
    Stack,
    /// The generator of a function that `contextlib.contextmanager` decorates, and whether it may end an exception.
    Generator(Expr, bool),
}

/// The call that a `with` stands on.
#[derive(Clone, Copy)]
pub(super) struct Entering {
    call: Span,
    /// Where it makes a context manager of a generator: whether that may end an exception.
    generator: Option<bool>,
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn with_statement(&mut self, node: &'a ast::StmtWith) {
        self.with_items(&node.items, Guarded::Statements(&node.body));
    }

    pub(super) fn with_items(&mut self, items: &'a [ast::WithItem], body: Guarded<'a>) {
        match items.split_first() {
            Some((item, rest)) => self.with_item(&item.context_expr, item.optional_vars.as_deref(), rest, body),
            None => self.guarded(body),
        }
    }

    /// `with manager as target`, the other items behind it, and what they guard.
    pub(super) fn with_item(
        &mut self,
        manager: &'a ast::Expr,
        target: Option<&'a ast::Expr>,
        rest: &'a [ast::WithItem],
        body: Guarded<'a>,
    ) {
        let span = self.span(manager);
        match self.context_manager(manager) {
            Some(Manager::Stack) => self.with_stack(target, rest, body, span),
            Some(Manager::Nothing(value)) => {
                match target {
                    Some(target) => self.assign_target(target, Value::Expr(value), span),
                    None => self.emit(StmtKind::Evaluate(value), span),
                }
                self.with_items(rest, body);
            }
            Some(Manager::Suppress(classes)) => {
                if let Some(target) = target {
                    self.assign_target(target, Value::Expr(Expr::constant(Constant::None, span)), span);
                }
                self.attempt(
                    (span, span),
                    &assigned_names(body.statements()),
                    None,
                    |tracer| tracer.with_items(rest, body),
                    |_| {},
                    |tracer, caught| tracer.suppress(&classes, caught, span),
                );
            }
            Some(Manager::Closing(object)) => {
                let object = self.keep_always("closed", object);
                match target {
                    Some(target) => self.assign_target(target, Value::Expr(object.clone()), span),
                    None => self.emit(StmtKind::Evaluate(object.clone()), span),
                }
                let mut assigned = assigned_names(body.statements());
                assigned.extend(rest.iter().filter_map(|item| item.optional_vars.as_deref()).flat_map(names_of_target));
                let cleanup = Cleanup::close(self, object.clone());
                self.attempt(
                    (span, span),
                    &assigned,
                    Some(cleanup),
                    |tracer| tracer.with_items(rest, body),
                    |tracer| tracer.close(object.clone(), span),
                    |tracer, caught| {
                        tracer.close(object.clone(), span);
                        tracer.reraise(caught, span);
                    },
                );
            }
            Some(Manager::Object(manager)) => {
                let manager = self.keep_always("manager", manager);
                let entered = self.call_method(manager.clone(), "__enter__", Vec::new(), span);
                self.with_entered((manager, true), entered, target, rest, body, span);
            }
            Some(Manager::Generator(generator, may_suppress)) => {
                let Type::Iterator(item) = generator.ty.clone() else { return };
                let manager = self.keep_always("manager", generator);
                let arguments = vec![NativeArgument::Reference(manager.clone())];
                let entered = self.raising_native("generator::enter", arguments, (*item).clone(), span);
                self.with_entered((manager, may_suppress), entered, target, rest, body, span);
            }
            None => {
                if let Some(target) = target {
                    self.assign_target(target, Value::Expr(Expr::invalid(span)), span);
                }
                self.with_items(rest, body);
            }
        }
    }

    fn with_entered(
        &mut self,
        (manager, may_suppress): (Expr, bool),
        entered: Expr,
        target: Option<&'a ast::Expr>,
        rest: &'a [ast::WithItem],
        body: Guarded<'a>,
        span: Span,
    ) {
        match target {
            Some(target) if !poisoned(&entered.ty) => self.assign_target(target, Value::Expr(entered), span),
            Some(target) => self.assign_target(target, Value::Expr(Expr::invalid(span)), span),
            None => self.emit(StmtKind::Evaluate(entered), span),
        }
        let mut assigned = assigned_names(body.statements());
        assigned.extend(rest.iter().filter_map(|item| item.optional_vars.as_deref()).flat_map(names_of_target));
        let cleanup = Cleanup::exit(self, manager.clone());
        let at_end = manager.clone();
        self.attempt(
            (span, span),
            &assigned,
            Some(cleanup),
            |tracer| tracer.with_items(rest, body),
            |tracer| tracer.exit_normally(at_end, span),
            |tracer, caught| {
                tracer.exit_raising(manager, caught, span);
                if !may_suppress {
                    // It has been raised on already: no way leads on from here.
                    tracer.reraise(caught, span);
                }
            },
        );
    }

    /// `object.close()`.
    pub(super) fn close(&mut self, object: Expr, span: Span) {
        let call = self.call_method(object, "close", Vec::new(), span);
        self.emit_call(call);
    }

    /// `__exit__` without an exception.
    pub(super) fn exit_normally(&mut self, manager: Expr, span: Span) {
        if let Type::Iterator(_) = manager.ty {
            let arguments = vec![NativeArgument::Reference(manager)];
            let left = self.raising_native("generator::exit", arguments, Type::None, span);
            return self.emit(StmtKind::Evaluate(left), span);
        }
        let none = || Argument { keyword: None, span, value: Value::Expr(Expr::constant(Constant::None, span)) };
        let call = self.call_method(manager, "__exit__", vec![none(), none(), none()], span);
        self.emit(StmtKind::Evaluate(call), span);
    }

    /// `__exit__` with the exception that is on its way; where it gives something true, the exception ends there.
    fn exit_raising(&mut self, manager: Expr, caught: crate::ir::LocalId, span: Span) {
        let exception = self.caught(caught, span);
        if let Type::Iterator(_) = manager.ty {
            let arguments = vec![NativeArgument::Reference(manager), NativeArgument::Reference(exception)];
            let left = self.raising_native("generator::exit_raising", arguments, Type::None, span);
            return self.emit(StmtKind::Evaluate(left), span);
        }
        let argument = |value: Expr| Argument { keyword: None, span, value: Value::Expr(value) };
        // The class is passed as the exception, since it is only tested for `None`; the traceback is not read.
        let none = || argument(Expr::constant(Constant::None, span));
        let arguments = match &manager.ty {
            // Those of the catalog do the same whatever was raised.
            Type::Instance(_) | Type::Image(_) => vec![none(), none(), none()],
            _ => vec![argument(exception.clone()), argument(exception), none()],
        };
        let result = self.call_method(manager, "__exit__", arguments, span);
        if result.ty == Type::Unknown {
            return self.reraise(caught, span);
        }
        // It is called whatever its type says of its truth.
        let result = self.keep("result", result);
        let suppressed = self.truth(result);
        let suppressed = self.keep("suppressed", suppressed);
        if suppressed.kind == ExprKind::Constant(Constant::Bool(true)) {
            return;
        }
        let kept = self.environment.clone();
        let then = self.in_block(|tracer| tracer.reraise(caught, span));
        self.environment = kept;
        let test = Expr { kind: ExprKind::Not(Box::new(suppressed)), ty: Type::Bool, span };
        self.emit(StmtKind::If { test, then, orelse: Vec::new() }, span);
    }

    /// An object of the project as a context manager, if it is one that can be compiled.
    fn object_manager(&mut self, value: Expr, span: Span) -> Option<Manager> {
        if let Type::Instance(_) | Type::Image(_) = &value.ty
            && let Some(class) = super::native::class_of(&value.ty)
            && catalog().method(&class, "__exit__").is_some()
        {
            return Some(Manager::Object(value));
        }
        let method = |name: &str| {
            let class = self.class_of_type(&value.ty)?;
            self.tracer.classes.method(class, name)
        };
        let (Some(_), Some((owner, exit))) = (method("__enter__"), method("__exit__")) else {
            let message = format!("a `{}` is no context manager that can be compiled", value.ty);
            let diagnostic = Diagnostic::new(Code::UnsupportedStatement, span, message);
            self.report(diagnostic.help("use `try` and `finally`"));
            return None;
        };
        if let Some(place) = reads_class_or_traceback(exit) {
            let at = crate::Span { file: owner.file, start: place.start().to_u32(), end: place.end().to_u32() };
            let message = "`__exit__` can test its first argument for `None` and use its second in compiled code";
            let diagnostic = Diagnostic::new(Code::UnsupportedStatement, at, message);
            self.report(diagnostic.help("ask the exception itself: `isinstance(exc, ValueError)`"));
            return None;
        }
        Some(Manager::Object(value))
    }

    fn suppress(&mut self, classes: &[ExceptionClass], caught: crate::ir::LocalId, span: Span) {
        let subject = self.caught(caught, span);
        let test = self.is_exception(subject, classes, span);
        if test.kind == ExprKind::Constant(Constant::Bool(true)) {
            return;
        }
        let kept = self.environment.clone();
        let then = self.in_block(|tracer| tracer.reraise(caught, span));
        self.environment = kept;
        let test = Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span };
        self.emit(StmtKind::If { test, then, orelse: Vec::new() }, span);
    }

    /// `None` where it was refused.
    fn context_manager(&mut self, node: &'a ast::Expr) -> Option<Manager> {
        let span = self.span(node);
        let ast::Expr::Call(call) = node else {
            let value = self.expression(node, None);
            return if poisoned(&value.ty) { None } else { self.object_manager(value, span) };
        };
        let arguments = &call.arguments;
        let path = self.dotted_path(&call.func);
        match path.as_deref() {
            Some("contextlib.suppress") => {
                let classes: Option<Vec<_>> =
                    arguments.args.iter().map(|argument| self.exception_classes(argument)).collect();
                Some(Manager::Suppress(classes?.concat()))
            }
            Some("contextlib.closing") if let ([object], []) = (&*arguments.args, &*arguments.keywords) => {
                let object = self.expression(object, None);
                (!poisoned(&object.ty)).then_some(Manager::Closing(object))
            }
            Some("contextlib.ExitStack") if arguments.is_empty() => Some(Manager::Stack),
            Some("numpy.errstate") => self.error_state(arguments, span),
            Some(path) if WITHOUT_EFFECT.contains(&path) => {
                let mut first = None;
                let keywords = arguments.keywords.iter().map(|keyword| &keyword.value);
                for argument in arguments.args.iter().chain(keywords) {
                    let value = self.expression(argument, None);
                    if poisoned(&value.ty) {
                        return None;
                    }
                    let value = self.keep("argument", value);
                    first = first.or(Some(value));
                }
                let none = Expr::constant(Constant::None, span);
                let gives = if path.ends_with("nullcontext") { first.unwrap_or(none) } else { none };
                Some(Manager::Nothing(gives))
            }
            Some(path) if path == "open" || !self.is_of_project(path) && !is_of_catalog(path) => {
                self.unknown_manager(Some(path.to_owned()), span)
            }
            _ => {
                let outer = self.entering.replace(Entering { call: span, generator: None });
                let value = self.expression(node, None);
                let entering = std::mem::replace(&mut self.entering, outer);
                match (&value.ty, entering.and_then(|entering| entering.generator)) {
                    (ty, _) if poisoned(ty) => None,
                    (Type::Iterator(item), Some(may_suppress)) => {
                        (!poisoned(item)).then_some(Manager::Generator(value, may_suppress))
                    }
                    _ => self.object_manager(value, span),
                }
            }
        }
    }

    /// Whether a `with` stands on this call; notes that it makes a context manager of the function's generator.
    pub(super) fn is_entered(&mut self, definition: &Definition<'a>, call: Span) -> bool {
        let Some(entering) = self.entering.as_mut().filter(|entering| entering.call == call) else { return false };
        let FunctionCode::Def(function) = definition.code else { return false };
        entering.generator = Some(may_suppress(&function.body));
        true
    }

    /// Whether `contextlib.contextmanager` decorates the function.
    pub(super) fn makes_context_manager(&mut self, definition: &Definition<'a>) -> bool {
        let FunctionCode::Def(function) = definition.code else { return false };
        let file = std::mem::replace(&mut self.file, definition.file);
        let is_decorated = function.decorator_list.iter().any(|decorator| {
            self.dotted_path(&decorator.expression).is_some_and(|path| path == "contextlib.contextmanager")
        });
        self.file = file;
        is_decorated
    }

    /// Whether the first name of a path is one of the project's own, or of a variable.
    fn is_of_project(&self, path: &str) -> bool {
        let first = path.split('.').next().unwrap_or_default();
        let is_local = self.lookup(first).is_some();
        let symbol = self.tracer.scope(self.file).symbols.get(first);
        is_local
            || self.tracer.project.module(first).is_some()
            || matches!(symbol, Some(Symbol::Class(_) | Symbol::Function(_) | Symbol::Variable(_)))
    }

    /// `np.errstate(…)`: what numpy would warn of is not told by compiled code, so only that may be asked for.
    fn error_state(&mut self, arguments: &'a ast::Arguments, span: Span) -> Option<Manager> {
        let is_quiet = |keyword: &ast::Keyword| matches!(&keyword.value, ast::Expr::StringLiteral(text) if matches!(text.value.to_str(), "ignore" | "warn"));
        if arguments.args.is_empty() && arguments.keywords.iter().all(is_quiet) {
            return Some(Manager::Nothing(Expr::constant(Constant::None, span)));
        }
        let message = "`np.errstate` can only ask for \"ignore\" or \"warn\" in compiled code";
        let diagnostic = Diagnostic::new(Code::UnsupportedStatement, span, message);
        self.report(diagnostic.help("test the result: `np.isfinite(result).all()`"));
        None
    }

    fn unknown_manager(&mut self, path: Option<String>, span: Span) -> Option<Manager> {
        let (what, help) = match path.as_deref() {
            Some("open") => {
                ("`with open(…)`", "read the file at module level: its content is captured into the library")
            }
            _ => (
                "`with` on this",
                "known are `contextlib.suppress`, `contextlib.closing`, `contextlib.nullcontext`, `contextlib.ExitStack`, `np.errstate` and what torch has for gradients; \
                 use `try` and `finally` for others",
            ),
        };
        let message = format!("{what} cannot be compiled");
        self.report(Diagnostic::new(Code::UnsupportedStatement, span, message).help(help));
        None
    }

    /// The dotted name that an expression of names and attributes stands for, of modules that need not be known.
    fn dotted_path(&self, node: &ast::Expr) -> Option<String> {
        match node {
            ast::Expr::Name(name) => {
                let name = name.id.as_str();
                if let Some(super::environment::Binding::Static(Value::Module(module))) = self.lookup(name) {
                    return Some(module.to_string());
                }
                match self.tracer.scope(self.file).symbols.get(name) {
                    Some(Symbol::Module(module)) => Some(module.clone()),
                    Some(Symbol::Member { module, member }) => Some(format!("{module}.{member}")),
                    _ => Some(name.to_owned()),
                }
            }
            ast::Expr::Attribute(attribute) => {
                Some(format!("{}.{}", self.dotted_path(&attribute.value)?, attribute.attr.as_str()))
            }
            _ => None,
        }
    }
}

/// Whether a generator may end an exception that is thrown in where it waits: only a `with`, or a handler that does not raise
/// it on, does.
fn may_suppress(body: &[ast::Stmt]) -> bool {
    struct Suppressing(bool);
    impl<'a> Visitor<'a> for Suppressing {
        fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
            self.0 |= match statement {
                ast::Stmt::With(node) => super::yields(&node.body),
                ast::Stmt::Try(node) => super::yields(&node.body) && (ends_it(node) || leaves(&node.finalbody)),
                _ => false,
            };
            walk_stmt(self, statement);
        }
    }
    fn ends_it(node: &ast::StmtTry) -> bool {
        node.handlers.iter().any(|ast::ExceptHandler::ExceptHandler(handler)| {
            !matches!(handler.body.last(), Some(ast::Stmt::Raise(_))) || leaves(&handler.body)
        })
    }
    /// Whether a statement jumps out of the block.
    fn leaves(body: &[ast::Stmt]) -> bool {
        struct Leaves(bool);
        impl<'a> Visitor<'a> for Leaves {
            fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
                self.0 |= matches!(statement, ast::Stmt::Return(_) | ast::Stmt::Break(_) | ast::Stmt::Continue(_));
                walk_stmt(self, statement);
            }
        }
        let mut search = Leaves(false);
        body.iter().for_each(|statement| search.visit_stmt(statement));
        search.0
    }
    let mut search = Suppressing(false);
    body.iter().for_each(|statement| search.visit_stmt(statement));
    search.0
}

/// The names that the target of an `as` binds.
fn names_of_target(target: &ast::Expr) -> Vec<&str> {
    match target {
        ast::Expr::Name(name) => vec![name.id.as_str()],
        ast::Expr::Tuple(tuple) => tuple.elts.iter().flat_map(names_of_target).collect(),
        ast::Expr::List(list) => list.elts.iter().flat_map(names_of_target).collect(),
        ast::Expr::Starred(starred) => names_of_target(&starred.value),
        _ => Vec::new(),
    }
}

/// Where `__exit__` reads the class of the exception otherwise than to test it for `None`, or the traceback.
fn reads_class_or_traceback(function: &ast::StmtFunctionDef) -> Option<TextRange> {
    let names: Vec<&str> = function.parameters.iter().map(|parameter| parameter.name().as_str()).collect();
    let watched = match (names.as_slice(), &function.parameters.vararg) {
        (_, Some(rest)) => vec![rest.name.as_str()],
        ([_, class, _, traceback], None) => vec![*class, *traceback],
        _ => Vec::new(),
    };
    let class = names.get(1).copied().filter(|_| function.parameters.vararg.is_none());
    let mut search = Reads { watched, class, found: None };
    function.body.iter().for_each(|statement| search.visit_stmt(statement));
    search.found
}

struct Reads<'n> {
    watched: Vec<&'n str>,
    /// The name that may be tested for `None`.
    class: Option<&'n str>,
    found: Option<TextRange>,
}

impl<'a> Visitor<'a> for Reads<'_> {
    fn visit_expr(&mut self, node: &'a ast::Expr) {
        match node {
            ast::Expr::Name(name) if self.watched.contains(&name.id.as_str()) => {
                self.found = self.found.or(Some(name.range()));
            }
            ast::Expr::Compare(compare)
                if matches!(compare.ops[..], [ast::CmpOp::Is | ast::CmpOp::IsNot])
                    && matches!(compare.comparators[0], ast::Expr::NoneLiteral(_))
                    && matches!(&*compare.left, ast::Expr::Name(name) if Some(name.id.as_str()) == self.class) => {}
            _ => walk_expr(self, node),
        }
    }
}

/// Whether a path names a class or a function of the catalog.
fn is_of_catalog(path: &str) -> bool {
    let function = path.rsplit_once('.').and_then(|(module, name)| catalog().module(module)?.functions.get(name));
    function.is_some() || catalog().class(path).is_some()
}
