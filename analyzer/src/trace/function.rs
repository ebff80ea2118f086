//! Tracing one function for one call signature.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use rustpython_ast as ast;
use rustpython_text_size::Ranged;

use super::Tracer;
use super::environment::{Binding, Environment};
use super::generator::{is_generator, result_type};
use super::tables::{Instance, Signature};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{
    Block, Constant, Expr, ExprKind, Function, FunctionId, Local, LocalId, NativeArgument, Stmt, StmtKind,
};
use crate::scope::classes::ClassDef;
use crate::source::{FileId, Span};
use crate::syntax;
use crate::types::{Element, Type, join, union};

/// How many calls deep the tracer follows a program: each costs stack of its own.
const DEEPEST_CALLS: usize = 60;

/// Traces one function instance. The environment is `None` where the code cannot be reached.
pub(super) struct FunctionTracer<'t, 'a> {
    pub tracer: &'t mut Tracer<'a>,
    pub file: FileId,
    pub instance: Instance,
    pub environment: Option<Environment<'a>>,
    /// The statements of the innermost block so far.
    pub block: Block,
    pub loops: Vec<super::loops::LoopFrame>,
    /// The `try` statements around what is being traced.
    pub attempts: super::attempt::Attempts<'a>,
    /// The declared result type: what displays in a `return` may be of.
    pub declared_result: Option<Type>,
    /// The joined type of all results in the last pass, which every `return` converts to.
    pub result: Type,
    /// Names that the function binds somewhere, and so never reads from the module.
    pub bound: std::collections::BTreeSet<&'a str>,
    /// The class that the function is a method of.
    pub class: Option<&'a ClassDef<'a>>,
    /// The name of its first parameter: `self`, `cls`.
    pub first_parameter: Option<&'a str>,
    /// Whether annotations are of a predictor's parameter, so that objects of the classes they name come from outside.
    pub arrives: bool,
    /// Whether annotations are of the fields of a model, whose objects are made by validating.
    pub validates: bool,
    /// Whether the expression that is traced next may be of any type: a model validates it.
    pub takes_any: bool,
    /// Where in a nested value containers are being made: each place has a site of its own.
    pub site_path: u32,
    /// Whether the function is a `__hash__`, in which alone hashes can be had.
    pub in_hash: bool,
    /// Where the function is an `__init__` that makes an object: the name of it, and its class.
    pub constructs: Option<(&'a str, &'a ClassDef<'a>)>,
    /// Whether names are being bound in the scope of a comprehension, which is its own: no variable is shared.
    pub in_own_scope: bool,
    /// Whether a generator expression is being traced, whose code runs elsewhere.
    pub in_generator_expression: bool,
    /// Whether the function is a generator.
    pub is_generator: bool,
    /// Whether a `yield` of it stands in a `try`.
    pub is_guarded: bool,
    /// The definition: what its shared names are known by.
    pub definition: Span,
    /// The names that it reads of the functions around it.
    pub free: std::collections::BTreeSet<String>,
    /// The names that it may bind more than once.
    pub rebound: std::collections::BTreeSet<&'a str>,
    /// The names that functions within it declare `nonlocal`.
    pub rebound_within: std::collections::BTreeSet<&'a str>,
    /// The comprehensions around what is being traced, outermost first.
    pub comprehensions: Vec<super::closure::ComprehensionScope<'a>>,
    /// Where what is being traced runs later than where it stands: the outermost comprehension that does.
    pub late: Option<usize>,
    /// Whether nothing of the function runs after what is being traced.
    pub leaving: bool,
    /// Whether the items of the call that is being traced are all asked for where it stands.
    pub at_once: bool,
    /// The members of unions that are being traced, as a number: `0` where the whole is.
    pub arm: u64,
    /// The call whose generator is asked for what it returns, until that generator is found.
    pub awaiting: Option<Span>,
    /// The call that a `with` stands on.
    pub entering: Option<super::context::Entering>,
    /// Expressions whose items are all asked for where they stand.
    pub immediate: std::collections::HashSet<rustpython_text_size::TextRange>,
    locals: Vec<Local>,
    slots: HashMap<(String, Type), LocalId>,
}

/// What a call gives the function it calls.
pub(super) struct CallFrame<'a> {
    /// Name and type of each parameter, in order, then of each name that is closed over.
    pub parameters: Vec<(String, Type)>,
    /// How many of them are parameters of the function itself; the others are closed over.
    pub own: usize,
    /// Functions and other static things that a nested function sees around it.
    pub statics: Environment<'a>,
}

impl<'a> Tracer<'a> {
    /// The instance of a function for a call, traced if this pass has not done so, and its result type.
    pub fn instance(&mut self, definition: Definition<'a>, frame: CallFrame<'a>, call: Span) -> (FunctionId, Type) {
        let span = syntax::span(definition.file, definition.range());
        let types = frame.parameters.iter().map(|(_, ty)| ty.clone()).collect();
        let project = self.project;
        let statics = frame.statics.names().filter_map(|(name, binding)| match binding {
            Binding::Static(value) => Some((name.to_owned(), value.identity(project))),
            _ => None,
        });
        let statics = statics.collect();
        let instance = self.tables.instance(Signature { definition: span, parameters: types, statics });
        let is_generator = is_generator(&definition);
        // A container that nothing was put in yet belongs to the caller: what the callee puts in must reach its site.
        let is_open = frame.parameters.iter().any(|(_, ty)| ty.any(&|part| *part == Type::Never));
        if let Some(id) = self.instances.get(&instance)
            && (!is_open || self.output.functions[id.0 as usize].is_none())
        {
            let (id, result) = (*id, self.tables.result(instance));
            if is_generator {
                return (id, result_type(true, result));
            }
            if result == Type::Never && !may_raise(&definition) && self.output.functions[id.0 as usize].is_none() {
                // An error only if the last pass still says so: until then it may be learned what is returned.
                let message = format!("`{}` calls itself on every way and never returns", definition.name());
                let diagnostic = Diagnostic::new(Code::Recursion, call, message);
                self.report(diagnostic.help("return without calling on one way at least"));
            }
            return (id, result);
        }
        let id = FunctionId(self.output.functions.len() as u32);
        self.output.functions.push(None);
        self.instances.insert(instance, id);
        if self.depth >= DEEPEST_CALLS {
            let message = format!("calls nest more than {DEEPEST_CALLS} deep here");
            self.report(Diagnostic::new(Code::Recursion, call, message).help("call fewer functions from one another"));
            return (id, Type::Unknown);
        }
        if (self.is_stale)() {
            return (id, Type::Unknown);
        }
        self.depth += 1;
        let function = FunctionTracer::new(self, definition, instance).trace(definition, frame, span);
        self.depth -= 1;
        self.output.functions[id.0 as usize] = Some(function);
        (id, result_type(is_generator, self.tables.result(instance)))
    }
}

impl<'a> Tracer<'a> {
    /// A function that the tracer itself writes, traced once in each pass: it is known by a place and a word.
    pub fn made_function(
        &mut self,
        at: Span,
        word: &str,
        name: &str,
        parameters: Vec<(String, Type)>,
        body: impl FnOnce(&mut FunctionTracer<'_, 'a>, Vec<Expr>) -> Expr,
    ) -> FunctionId {
        let types = parameters.iter().map(|(_, ty)| ty.clone()).collect();
        let statics = vec![(word.to_owned(), name.to_owned())];
        let instance = self.tables.instance(Signature { definition: at, parameters: types, statics });
        if let Some(id) = self.instances.get(&instance) {
            return *id;
        }
        let id = FunctionId(self.output.functions.len() as u32);
        self.output.functions.push(None);
        self.instances.insert(instance, id);
        let mut tracer = FunctionTracer::for_file(self, at.file, instance);
        let mut slots = Vec::new();
        let mut values = Vec::new();
        for (name, ty) in parameters {
            let slot = tracer.temporary(&name, &ty);
            slots.push(slot);
            values.push(Expr { kind: ExprKind::Local(slot), ty, span: at });
        }
        let value = body(&mut tracer, values);
        tracer.emit_return(value, at);
        let mut function = Function {
            is_cached: false,
            name: name.to_owned(),
            file: at.file,
            span: at,
            parameters: slots,
            is_generator: false,
            is_guarded: false,
            returns: tracer.result,
            locals: tracer.locals,
            body: tracer.block,
        };
        super::prune::prune(&mut function);
        self.output.functions[id.0 as usize] = Some(function);
        id
    }

    /// The result type of a function that is traced.
    pub fn result_of(&self, function: FunctionId) -> Type {
        self.output.functions[function.0 as usize].as_ref().map_or(Type::Never, |function| function.returns.clone())
    }
}

impl<'t, 'a> FunctionTracer<'t, 'a> {
    pub fn new(tracer: &'t mut Tracer<'a>, definition: Definition<'a>, instance: Instance) -> Self {
        let mut bound = match definition.code {
            FunctionCode::Def(function) => crate::scope::assigned_names(&function.body),
            FunctionCode::Lambda(_) | FunctionCode::Value(_) => Default::default(),
        };
        for name in super::closure::nonlocal_names(&definition) {
            bound.remove(name);
        }
        let rebound = super::closure::rebound_names(&definition);
        let place = syntax::span(definition.file, definition.range());
        let is_generator = is_generator(&definition);
        let first_parameter = match definition.code {
            FunctionCode::Def(function) => super::record::first_parameter(function),
            FunctionCode::Lambda(_) | FunctionCode::Value(_) => None,
        };
        let class = definition.class;
        let in_hash = class.is_some() && definition.name() == "__hash__";
        let whole = Self::for_file(tracer, definition.file, instance);
        Self { bound, is_generator, rebound, definition: place, class, first_parameter, in_hash, ..whole }
    }

    /// A tracer of code that is in no function: the value of a module-level variable.
    pub fn for_file(tracer: &'t mut Tracer<'a>, file: FileId, instance: Instance) -> Self {
        let result = tracer.tables.found_result(instance);
        Self {
            tracer,
            file,
            instance,
            environment: Some(Environment::default()),
            block: Block::new(),
            loops: Vec::new(),
            attempts: Default::default(),
            declared_result: None,
            result,
            bound: Default::default(),
            class: None,
            first_parameter: None,
            in_hash: false,
            arrives: false,
            validates: false,
            takes_any: false,
            site_path: 0,
            constructs: None,
            in_own_scope: false,
            in_generator_expression: false,
            is_generator: false,
            is_guarded: false,
            definition: Span { file, start: 0, end: 0 },
            free: Default::default(),
            rebound: Default::default(),
            rebound_within: Default::default(),
            comprehensions: Vec::new(),
            late: None,
            leaving: false,
            at_once: false,
            arm: 0,
            awaiting: None,
            entering: None,
            immediate: Default::default(),
            locals: Vec::new(),
            slots: HashMap::new(),
        }
    }

    fn trace(mut self, definition: Definition<'a>, frame: CallFrame<'a>, span: Span) -> Function {
        if let Some(name) = self.first_parameter
            && let Some(Binding::Static(Value::Unmade(class))) = frame.statics.get(name)
        {
            self.constructs = Some((name, *class));
        }
        self.environment = Some(frame.statics);
        self.note_parameters(definition, &frame.parameters);
        let mut parameters = Vec::new();
        self.free = frame.parameters[frame.own..].iter().map(|(name, _)| name.clone()).collect();
        for (name, ty) in frame.parameters {
            let slot = self.parameter_slot(&name, &ty);
            parameters.push(slot);
            let view = ty.clone();
            self.bind(
                &name,
                match ty {
                    Type::Cell(content) => Binding::Cell { slot, view: content.ty.clone(), content, is_free: true },
                    declared => Binding::Local { slot, declared, view },
                },
            );
        }
        self.bind_keywords(&definition);
        self.make_cells(&definition);
        match definition.code {
            FunctionCode::Def(function) => self.trace_def(function),
            FunctionCode::Value(node) => {
                let value = self.expression(node, None);
                self.emit_return(value, self.span(node));
            }
            FunctionCode::Lambda(lambda) => {
                let value = self.expression(&lambda.body, None);
                self.emit_return(value, self.span(&*lambda.body));
            }
        }
        let types: Vec<Type> = parameters.iter().map(|slot| self.locals[slot.0 as usize].ty.clone()).collect();
        let is_cached = self.keeps_results(&definition, &types);
        let mut function = Function {
            is_cached,
            name: definition.name().to_owned(),
            file: self.file,
            span,
            parameters,
            locals: self.locals,
            is_generator: self.is_generator,
            is_guarded: self.is_guarded,
            returns: result_type(self.is_generator, self.result),
            body: self.block,
        };
        super::prune::prune(&mut function);
        function
    }

    fn trace_def(&mut self, function: &'a ast::StmtFunctionDef) {
        if let Some((_, class)) = self.constructs {
            return self.trace_constructor(function, class);
        }
        self.declared_result = function.returns.as_deref().and_then(|node| self.quiet_annotation(node));
        self.statements(&function.body);
        if self.environment.is_some() {
            let end = self.span(function);
            let none = Expr::constant(Constant::None, Span { start: end.end, ..end });
            self.emit_return(none, end);
        }
        self.check_declared_result(function);
    }

    fn check_declared_result(&mut self, function: &'a ast::StmtFunctionDef) {
        let (Some(declared), Some(node)) = (&self.declared_result, &function.returns) else { return };
        // `NotImplemented` is an answer to the operator, not a result.
        let result = union(self.result.members().iter().filter(|member| **member != not_implemented()).cloned());
        let returned = result_type(self.is_generator, result);
        if super::declared::agrees(&returned, declared) {
            return;
        }
        let message =
            format!("`{}` is declared to return `{declared}`, but returns `{returned}`", function.name.as_str());
        let diagnostic = Diagnostic::new(Code::ReturnType, self.span(&**node), message)
            .help("the type that the code returns is the one that is compiled");
        self.tracer.report(diagnostic);
    }

    /// `return value`: ends the way here.
    pub fn emit_return(&mut self, value: Expr, span: Span) {
        if self.is_generator {
            return self.return_from_generator(value, span);
        }
        self.result = self.tracer.tables.join_result(self.instance, &value.ty.widened());
        let result = self.result.clone();
        let mut value = self.convert(value, &result);
        if self.has_cleanup_above(0) {
            // What is returned is what it was before the `finally` blocks run.
            value = self.keep_always("result", value);
        }
        self.clean_up(0, span);
        if self.environment.is_none() {
            return;
        }
        self.emit(StmtKind::Return(value), span);
        self.environment = None;
    }

    /// The span of a node in the function's file.
    pub fn span(&self, node: &impl Ranged) -> Span {
        syntax::span(self.file, node.range())
    }

    pub fn emit(&mut self, kind: StmtKind, span: Span) {
        self.block.push(Stmt { kind, span });
    }

    /// The statements that `trace` emits, as a block of their own.
    pub fn in_block(&mut self, trace: impl FnOnce(&mut Self)) -> Block {
        let outer = std::mem::take(&mut self.block);
        trace(self);
        std::mem::replace(&mut self.block, outer)
    }

    /// A new variable that no Python name is bound to.
    pub fn temporary(&mut self, name: &str, ty: &Type) -> LocalId {
        self.locals.push(Local { name: name.to_owned(), ty: ty.clone(), is_named: false });
        LocalId(self.locals.len() as u32 - 1)
    }

    fn parameter_slot(&mut self, name: &str, ty: &Type) -> LocalId {
        self.slot(name, ty)
    }

    /// The variable that holds values of that type for a Python name.
    pub fn slot(&mut self, name: &str, ty: &Type) -> LocalId {
        let key = (name.to_owned(), ty.clone());
        if let Some(slot) = self.slots.get(&key) {
            return *slot;
        }
        let slot = self.temporary(name, ty);
        self.locals[slot.0 as usize].is_named = true;
        self.slots.insert(key, slot);
        slot
    }

    /// What code that reads a name finds here. A name that may be without a value is noted: what a later pass learns of it,
    /// from the end of a loop for its head, is of interest only then.
    pub fn lookup(&self, name: &str) -> Option<&Binding<'a>> {
        let found = self.environment.as_ref()?.get(name);
        let may_be_unbound = match found {
            Some(Binding::Local { view, .. }) => view.members().contains(&Type::Unbound),
            Some(Binding::Cell { .. } | Binding::Static(_)) => false,
            // What a later pass knows to be a value may be a conflict in this one.
            Some(Binding::Conflict) | None => true,
        };
        if may_be_unbound {
            self.tracer.tables.note_vacant(self.instance, name);
        }
        found
    }

    /// Whether a name holds its value in a cell here, which functions share.
    pub fn is_in_cell(&self, name: &str) -> bool {
        matches!(self.environment.as_ref().and_then(|names| names.get(name)), Some(Binding::Cell { .. }))
    }

    pub fn bind(&mut self, name: &str, binding: Binding<'a>) {
        if let Some(environment) = &mut self.environment {
            environment.set(name, binding);
        }
    }

    /// Binds a name to a value: a variable of the value's type is assigned.
    pub fn assign_name(&mut self, name: &str, value: Value<'a>, span: Span) {
        let is_shared = self.is_in_cell(name);
        match value {
            Value::Expr(expr) if is_shared && !self.in_own_scope && !is_dict_view(&expr) => {
                self.tracer.note_type(span, &expr.ty);
                self.assign_cell(name, expr, span);
            }
            value @ (Value::Function(_) | Value::Native(..) | Value::Method(..)) if is_shared => {
                let value = self.function_value(value, span);
                self.assign_cell(name, value, span);
            }
            Value::Expr(expr) if is_dict_view(&expr) => {
                self.tracer.note_type(span, &expr.ty);
                let view = self.keep_view(expr);
                self.bind(name, Binding::Static(Value::Expr(view)));
            }
            Value::Expr(expr) => {
                let ty = expr.ty.clone();
                self.tracer.note_type(span, &ty);
                let slot = if self.in_own_scope { self.temporary(name, &ty) } else { self.slot(name, &ty) };
                self.emit(StmtKind::Assign { target: slot, value: expr }, span);
                let variable = Expr { kind: ExprKind::Local(slot), ty: ty.clone(), span };
                self.bind(name, Binding::Local { slot, declared: ty.clone(), view: ty });
                self.note_assignment(name, span);
                if self.in_own_scope {
                    self.share_target(name, variable);
                }
            }
            // The receiver is what it is now, whatever its name holds when the method is called.
            Value::Method(receiver, method) => {
                let (ty, span) = (receiver.ty.clone(), receiver.span);
                let slot = self.temporary("receiver", &ty);
                self.emit(StmtKind::Assign { target: slot, value: *receiver }, span);
                let receiver = Expr { kind: ExprKind::Local(slot), ty, span };
                self.bind(name, Binding::Static(Value::Method(Box::new(receiver), method)));
            }
            Value::BoundMethod(receiver, method) => {
                let (ty, span) = (receiver.ty.clone(), receiver.span);
                let slot = self.temporary("receiver", &ty);
                self.emit(StmtKind::Assign { target: slot, value: *receiver }, span);
                let receiver = Expr { kind: ExprKind::Local(slot), ty, span };
                self.bind(name, Binding::Static(Value::BoundMethod(Box::new(receiver), method)));
            }
            other => self.bind(name, Binding::Static(other)),
        }
    }

    /// A read of a variable at the type that is known of it here.
    pub fn local(&self, slot: LocalId, declared: &Type, view: &Type, span: Span) -> Expr {
        let read = Expr { kind: ExprKind::Local(slot), ty: declared.clone(), span };
        if declared == view {
            return Expr { ty: view.clone(), ..read };
        }
        Expr { kind: ExprKind::Convert(Box::new(read)), ty: view.clone(), span }
    }

    /// The value at the given type, which must be able to hold it.
    pub fn convert(&mut self, expr: Expr, target: &Type) -> Expr {
        self.convert_for(expr, target, Holder::Name)
    }

    /// The same of what an operator of the catalog is given.
    pub fn convert_argument(&mut self, expr: Expr, target: &Type) -> Expr {
        self.convert_for(expr, target, Holder::Operator)
    }

    fn convert_for(&mut self, expr: Expr, target: &Type, holder: Holder) -> Expr {
        self.unify_types(&expr.ty, target, holder);
        if holder == Holder::Operator && expr.ty == *target {
            return expr;
        }
        // A variable that no value is ever put into has a type of its own.
        if expr.ty == Type::Never && *target != Type::Never && matches!(expr.kind, ExprKind::Local(_)) {
            let span = expr.span;
            return Expr { kind: ExprKind::Convert(Box::new(expr)), ty: target.clone(), span };
        }
        if expr.ty == *target
            || !target.is_union()
                && join(&expr.ty, target) == *target
                && !is_numeric_step(&expr.ty, target)
                && !widens_length(&expr.ty, target)
                && !widens_function(&expr.ty, target)
        {
            return Expr { ty: target.clone(), ..expr };
        }
        if poisoned(&expr.ty) {
            return Expr { ty: target.clone(), ..expr };
        }
        let span = expr.span;
        Expr { kind: ExprKind::Convert(Box::new(expr)), ty: target.clone(), span }
    }

    /// Containers that may stand behind one name have one element type: their sites become one.
    pub fn unify_sites(&mut self, a: &Type, b: &Type) {
        self.unify_types(a, b, Holder::Name);
    }

    fn unify_types(&mut self, a: &Type, b: &Type, holder: Holder) {
        match (a, b) {
            (Type::List(_), Type::List(_))
            | (Type::Set(_), Type::Set(_))
            | (Type::FrozenSet(_), Type::FrozenSet(_))
            | (Type::Dict(..), Type::Dict(..)) => self.unify_containers(a, b, holder),
            (Type::Container(x, _), Type::Container(y, _)) if x == y => self.unify_containers(a, b, holder),
            (Type::Callable(x), Type::Callable(y)) if x.key == y.key => {
                for ((_, x), (_, y)) in x.captures.iter().zip(&y.captures) {
                    self.unify_types(x, y, holder);
                }
            }
            // Two cells that may stand behind one name hold values of one type.
            (Type::Cell(x), Type::Cell(y)) => {
                if let (Some(x), Some(y)) = (x.site, y.site) {
                    self.tracer.tables.unify(x, y);
                }
            }
            (Type::Tuple(x), Type::Tuple(y)) if x.len() == y.len() => {
                x.iter().zip(y.iter()).for_each(|(x, y)| self.unify_types(x, y, holder));
            }
            (Type::Union(members), other) | (other, Type::Union(members)) if !other.is_union() => {
                members
                    .iter()
                    .filter(|member| one_container(member, other))
                    .for_each(|member| self.unify_types(member, other, holder));
            }
            _ => {}
        }
    }

    fn unify_containers(&mut self, a: &Type, b: &Type, holder: Holder) {
        for (x, y) in a.elements().into_iter().zip(b.elements()) {
            self.unify_elements(x, y, holder);
        }
    }

    fn unify_elements(&mut self, a: &Element, b: &Element, holder: Holder) {
        let is_one = a.ty == b.ty || a.ty == Type::Never || b.ty == Type::Never;
        match (a.site, b.site) {
            (Some(x), Some(y)) if is_one => {
                self.tracer.tables.unify(x, y);
            }
            (Some(x), None) if a.ty == Type::Never => {
                self.tracer.tables.join_site(x, &b.ty);
            }
            (None, Some(y)) if b.ty == Type::Never => {
                self.tracer.tables.join_site(y, &a.ty);
            }
            _ => {}
        }
        match (a.entries, b.entries) {
            (Some(x), Some(y)) if is_one => self.tracer.tables.unify_entries(x, y),
            (Some(one), None) | (None, Some(one)) if is_one && holder == Holder::Name => {
                self.tracer.tables.open(one);
            }
            _ => {}
        }
        self.unify_types(&a.ty, &b.ty, holder);
    }

    /// The joined type of two values that may come to stand behind one name.
    pub fn join(&mut self, a: &Type, b: &Type) -> Type {
        self.unify_sites(a, b);
        join(a, b)
    }

    /// Joins the environments behind two ways; on each, variables are brought to the joined types.
    pub fn merge(
        &mut self,
        (left, mut left_block): (Option<Environment<'a>>, Block),
        (right, mut right_block): (Option<Environment<'a>>, Block),
        span: Span,
    ) -> (Option<Environment<'a>>, Block, Block) {
        let (left, right) = match (left, right) {
            (None, only) | (only, None) => return (only, left_block, right_block),
            (Some(left), Some(right)) => (left, right),
        };
        let mut merged = Environment::default();
        let names: std::collections::BTreeSet<&str> = left.names().chain(right.names()).map(|(name, _)| name).collect();
        for name in names {
            let binding = match (left.get(name), right.get(name)) {
                (
                    Some(Binding::Local { slot, declared, view: a }),
                    Some(Binding::Local { slot: other, view: b, .. }),
                ) if slot == other => Binding::Local { slot: *slot, declared: declared.clone(), view: join(a, b) },
                (
                    Some(Binding::Cell { slot, content, view: a, is_free }),
                    Some(Binding::Cell { slot: other, view: b, .. }),
                ) if slot == other => {
                    Binding::Cell { slot: *slot, content: content.clone(), view: join(a, b), is_free: *is_free }
                }
                (Some(Binding::Static(a)), Some(Binding::Static(b))) if same_static(a, b) => Binding::Static(a.clone()),
                (Some(Binding::Static(_)), Some(Binding::Static(_) | Binding::Local { .. }))
                | (Some(Binding::Local { .. }), Some(Binding::Static(_))) => {
                    // A function on one way: a value on both.
                    let a = self.binding_value(&left, name, span);
                    let b = self.binding_value(&right, name, span);
                    let (Some(a), Some(b)) = (a, b) else {
                        merged.set(name, Binding::Conflict);
                        continue;
                    };
                    let ty = self.join(&a.ty, &b.ty);
                    let slot = self.slot(name, &ty);
                    for (value, block) in [(a, &mut left_block), (b, &mut right_block)] {
                        let value = self.convert(value, &ty);
                        block.push(Stmt { kind: StmtKind::Assign { target: slot, value }, span });
                    }
                    Binding::Local { slot, declared: ty.clone(), view: ty }
                }
                (a, b) => match (view_of(a), view_of(b)) {
                    (Some(a_view), Some(b_view)) => {
                        let ty = self.join(&a_view, &b_view);
                        let slot = self.slot(name, &ty);
                        self.move_into(slot, &ty, a, &mut left_block, span);
                        self.move_into(slot, &ty, b, &mut right_block, span);
                        Binding::Local { slot, declared: ty.clone(), view: ty }
                    }
                    _ => Binding::Conflict,
                },
            };
            merged.set(name, binding);
        }
        merged.merge_fields(&left, &right);
        (Some(merged), left_block, right_block)
    }

    /// What a name holds in an environment, as a value: also a function. `None` where it can be none.
    pub fn binding_value(&mut self, environment: &Environment<'a>, name: &str, span: Span) -> Option<Expr> {
        match environment.get(name)? {
            Binding::Local { slot, declared, view } => Some(self.local(*slot, declared, view, span)),
            Binding::Static(value) => self.static_value(environment, value, span),
            Binding::Cell { .. } | Binding::Conflict => None,
        }
    }

    /// Appends the assignment that brings a binding (or an unassigned name) into a joined variable.
    pub fn move_into(&mut self, slot: LocalId, ty: &Type, from: Option<&Binding<'a>>, block: &mut Block, span: Span) {
        let value = match from {
            Some(Binding::Local { slot: same, .. }) if *same == slot => return,
            Some(Binding::Local { slot, declared, view }) => self.local(*slot, declared, view, span),
            _ => Expr { kind: ExprKind::Constant(Constant::None), ty: Type::Unbound, span },
        };
        let value = self.convert(value, ty);
        block.push(Stmt { kind: StmtKind::Assign { target: slot, value }, span });
    }

    /// Runs one step deeper in a nested value that one call makes.
    pub fn deeper<R>(&mut self, step: usize, run: impl FnOnce(&mut Self) -> R) -> R {
        let outer = self.site_path;
        self.site_path = outer.wrapping_mul(31).wrapping_add(step as u32 + 1);
        let result = run(self);
        self.site_path = outer;
        result
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.tracer.report(diagnostic);
    }

    /// Reports an error and gives the expression that stands for it.
    pub fn refuse(&mut self, diagnostic: Diagnostic) -> Expr {
        let span = diagnostic.span;
        self.report(diagnostic);
        Expr::invalid(span)
    }

    /// A variable of its own for a value that is needed more than once; gives the read of it.
    pub fn keep(&mut self, name: &str, value: Expr) -> Expr {
        if matches!(value.kind, ExprKind::Local(_) | ExprKind::Constant(_) | ExprKind::Invalid) {
            return value;
        }
        if is_dict_view(&value) {
            return self.keep_view(value);
        }
        let (ty, span) = (value.ty.clone(), value.span);
        let slot = self.temporary(name, &ty);
        self.emit(StmtKind::Assign { target: slot, value }, span);
        Expr { kind: ExprKind::Local(slot), ty, span }
    }

    /// Keeps the dict of a view: the view is made where it is read, and shows what the dict holds then.
    pub(super) fn keep_view(&mut self, mut view: Expr) -> Expr {
        if let ExprKind::Native(call) = &mut view.kind
            && let Some(NativeArgument::Reference(dict)) = call.arguments.first_mut()
        {
            // A variable of its own: the one that holds the dict now may hold another later.
            let slot = self.temporary("viewed", &dict.ty);
            let read = Expr { kind: ExprKind::Local(slot), ty: dict.ty.clone(), span: dict.span };
            let value = std::mem::replace(dict, read);
            let span = value.span;
            self.emit(StmtKind::Assign { target: slot, value }, span);
        }
        view
    }

    /// Traces for one member of a union: containers made meanwhile are others than those made for its other members.
    pub fn in_arm<T>(&mut self, member: &Type, trace: impl FnOnce(&mut Self) -> T) -> T {
        let mut hasher = std::hash::DefaultHasher::new();
        (self.arm, member).hash(&mut hasher);
        let outer = std::mem::replace(&mut self.arm, hasher.finish());
        let value = trace(self);
        self.arm = outer;
        value
    }

    /// An expression that may need statements before it.
    pub fn with_setup(&mut self, trace: impl FnOnce(&mut Self) -> Expr) -> Expr {
        let mut value = None;
        let setup = self.in_block(|tracer| value = Some(trace(tracer)));
        let value = value.expect("the closure sets it");
        if setup.is_empty() {
            return value;
        }
        let (ty, span) = (value.ty.clone(), value.span);
        Expr { kind: ExprKind::Block(setup, Box::new(value)), ty, span }
    }
}

/// Whether a function ends by raising somewhere, and so without a result.
fn may_raise(definition: &Definition) -> bool {
    struct Raises(bool);
    impl<'a> rustpython_ast::visitor::Visitor<'a> for Raises {
        fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
            self.0 |= matches!(statement, ast::Stmt::Raise(_) | ast::Stmt::Assert(_));
            rustpython_ast::visitor::walk_stmt(self, statement);
        }
    }
    let FunctionCode::Def(function) = definition.code else { return false };
    let mut raises = Raises(false);
    function.body.iter().for_each(|statement| rustpython_ast::visitor::Visitor::visit_stmt(&mut raises, statement));
    raises.0
}

fn not_implemented() -> Type {
    Type::instance(super::record::NOT_IMPLEMENTED)
}

/// Whether nothing more is to be said of a value of that type: it comes of an error, or of a result not known yet.
pub(super) fn poisoned(ty: &Type) -> bool {
    matches!(ty, Type::Unknown | Type::Never)
}

/// What an operation is whose operands, in the order of their evaluation, are not all values; `None` where they are. What
/// was refused makes it refused, and what always raises is all that is evaluated of it, behind the operands before it.
pub(super) fn poison_of<'e>(operands: impl IntoIterator<Item = &'e Expr>, span: Span) -> Option<Expr> {
    let operands: Vec<&Expr> = operands.into_iter().collect();
    if operands.iter().any(|operand| operand.ty == Type::Unknown) {
        return Some(Expr::invalid(span));
    }
    let at = operands.iter().position(|operand| operand.ty == Type::Never)?;
    let raising = operands[at];
    if matches!(raising.kind, ExprKind::Invalid) {
        return Some(Expr { kind: ExprKind::Invalid, ty: Type::Never, span });
    }
    let is_idle = |operand: &Expr| matches!(operand.kind, ExprKind::Local(_) | ExprKind::Constant(_));
    let evaluated = operands[..at].iter().filter(|operand| !is_idle(operand));
    let before: Block =
        evaluated.map(|operand| Stmt { kind: StmtKind::Evaluate((*operand).clone()), span: operand.span }).collect();
    if before.is_empty() {
        return Some(raising.clone());
    }
    Some(Expr { kind: ExprKind::Block(before, Box::new(raising.clone())), ty: Type::Never, span })
}

/// `bool` to `int` and `int` to `float` change the value, unlike conversions between types of one representation.
fn is_numeric_step(from: &Type, to: &Type) -> bool {
    matches!((from, to), (Type::Bool, Type::Int | Type::Float) | (Type::Int, Type::Float))
}

/// What is to hold a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// A variable, a field, a container: what is put into the value through it must be known.
    Name,
    /// An operator of the catalog, which puts in nothing but what its signature says.
    Operator,
}

/// Whether a tuple, or one in it, becomes one of any length.
fn widens_length(from: &Type, to: &Type) -> bool {
    match (from, to) {
        (Type::Tuple(_), Type::Sequence(_)) => true,
        (Type::Tuple(from), Type::Tuple(to)) => from.iter().zip(to.iter()).any(|(from, to)| widens_length(from, to)),
        _ => false,
    }
}

/// Whether a function in a tuple becomes one of several.
fn widens_function(from: &Type, to: &Type) -> bool {
    match (from, to) {
        (Type::Tuple(from), Type::Tuple(to)) => from.iter().zip(to.iter()).any(|(from, to)| widens_function(from, to)),
        (Type::Callable(_) | Type::Union(_), Type::Union(_)) => from != to,
        _ => false,
    }
}

fn one_container(a: &Type, b: &Type) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b) && !join(a, b).is_union()
}

/// `d.keys()`, `d.values()` and `d.items()` are compiled as iterators, which they are only where they are used at once.
pub(super) fn is_dict_view(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Native(call) if call.path.starts_with("dict::iterate_"))
}

fn view_of(binding: Option<&Binding>) -> Option<Type> {
    match binding {
        Some(Binding::Local { view, .. }) => Some(view.clone()),
        None => Some(Type::Unbound),
        Some(Binding::Static(_) | Binding::Cell { .. } | Binding::Conflict) => None,
    }
}

fn same_static(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Function(a), Value::Function(b)) => a.file == b.file && a.range() == b.range(),
        (Value::Module(a), Value::Module(b)) => a == b,
        (Value::Class(a), Value::Class(b)) => a == b,
        (Value::ExceptionClass(a), Value::ExceptionClass(b)) => a == b,
        (Value::ProjectClass(a), Value::ProjectClass(b)) | (Value::Unmade(a), Value::Unmade(b)) => a.name == b.name,
        (Value::Unbound(a, b), Value::Unbound(c, d)) => (a, b) == (c, d),
        // A view of a dict, made anew where it is read.
        (Value::Expr(a), Value::Expr(b)) => a == b,
        (Value::Native(a, b), Value::Native(c, d)) | (Value::Known(a, b), Value::Known(c, d)) => (a, b) == (c, d),
        _ => false,
    }
}

/// The type without the state of being unassigned.
pub(super) fn bound_part(ty: &Type) -> Type {
    union(ty.members().iter().filter(|member| **member != Type::Unbound).cloned())
}
