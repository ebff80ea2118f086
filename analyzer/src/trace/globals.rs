//! Module-level names: functions, modules, catalog members, and the variables that capture freezes.

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr};
use rustpython_text_size::Ranged;

use super::Tracer;
use super::expression::nearest;
use super::function::{FunctionTracer, poisoned};
use super::tables::Signature;
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Global, NativeCall, NativeResult};
use crate::scope::{Symbol, Variable, word};
use crate::source::{FileId, Span};
use crate::syntax;
use crate::types::Type;

/// The class of all fast tokenizers of transformers.
const TRANSFORMERS: &str = "transformers.PreTrainedTokenizerFast";

/// Built-in functions that the tracer itself lowers, and so have no stub.
pub(crate) const INTRINSICS: &[&str] = &[
    "isinstance",
    "reveal_type",
    "len",
    "abs",
    "round",
    "repr",
    "ascii",
    "format",
    "map",
    "filter",
    "iter",
    "next",
    "print",
    "type",
    "callable",
];

impl<'a> Tracer<'a> {
    /// The value of a name that is not local: of the module, or built in.
    pub fn global_value(&mut self, file: FileId, name: &str, span: Span) -> Value<'a> {
        if let Some(local) = self.scope(file).local_class(name, span.start.into())
            && span.file == file
        {
            let symbol = Symbol::Class(local);
            return self.symbol_value(file, name, &symbol, span).unwrap_or_else(|| Value::Expr(Expr::invalid(span)));
        }
        if let Some(symbol) = self.scope(file).symbols.get(name) {
            return self.symbol_value(file, name, symbol, span).unwrap_or_else(|| Value::Expr(Expr::invalid(span)));
        }
        if name == "NotImplemented" {
            let ty = Type::instance(super::record::NOT_IMPLEMENTED);
            return Value::Expr(Expr { kind: ExprKind::Constant(crate::ir::Constant::None), ty, span });
        }
        if name == "object" {
            return Value::Class("builtins.object".into());
        }
        let builtins = catalog().module("builtins").expect("the catalog has builtins");
        if builtins.functions.contains_key(name)
            || INTRINSICS.contains(&name)
            || super::record::INTRINSICS.contains(&name)
        {
            return Value::Native("builtins".into(), name.into());
        }
        if let Some(target) = builtins.aliases.get(name) {
            return Value::Class(target.clone());
        }
        if builtins.classes.contains_key(name) {
            return Value::Class(format!("builtins.{name}").into());
        }
        if let Some((why, help)) = super::refused::builtin(name) {
            let message = format!("`{name}` cannot be compiled: {why}");
            self.report(Diagnostic::new(Code::UnsupportedBuiltin, span, message).help(help));
            return Value::Expr(Expr::invalid(span));
        }
        let known = builtins.functions.keys().chain(builtins.classes.keys()).map(AsRef::as_ref);
        let names = known.chain(self.scope(file).symbols.keys().copied()).chain(INTRINSICS.iter().copied());
        let diagnostic =
            Diagnostic::new(Code::UnknownName, span, format!("the name `{name}` is not defined, or not supported"));
        let diagnostic = match nearest(name, names) {
            Some(near) => {
                diagnostic.help(format!("did you mean `{near}`?")).fix(format!("Replace by `{near}`"), span, near)
            }
            None => diagnostic,
        };
        self.report(diagnostic);
        Value::Expr(Expr::invalid(span))
    }

    /// What a symbol stands for; `None` where that was refused.
    pub fn symbol_value(&mut self, file: FileId, name: &str, symbol: &Symbol<'a>, span: Span) -> Option<Value<'a>> {
        match symbol {
            Symbol::Function(function) => Some(Value::Function(Definition {
                file,
                code: FunctionCode::Def(function),
                nested: false,
                class: None,
                bare: false,
            })),
            Symbol::Class(class) => {
                if let Some(class) = self.exception_class(file, class) {
                    return Some(Value::ExceptionClass(class));
                }
                self.class_value(file, class, span)
            }
            Symbol::Module(module) => {
                if self.project.module(module).is_some() || catalog().knows_module(module) {
                    return Some(Value::Module(module.as_str().into()));
                }
                self.unknown_module(module, span);
                None
            }
            Symbol::Member { module, member } => Some(self.member_value(module, member, span)),
            Symbol::Variable(variable) => match self.function_variable(file, name, variable, span) {
                Some(function) => Some(function),
                None => Some(Value::Expr(self.variable(file, name, variable, span))),
            },
        }
    }

    fn unknown_module(&mut self, module: &str, span: Span) {
        let (why, help) = match super::refused::module(module) {
            Some((why, help)) => (format!(": {why}"), help),
            None => (String::new(), "use it at module level: values it makes there are captured into the library"),
        };
        let message = format!("the module `{module}` is not supported in compiled code{why}");
        self.report(Diagnostic::new(Code::UnknownModule, span, message).help(help));
    }

    /// `module.member`.
    pub fn member_value(&mut self, module: &str, member: &str, span: Span) -> Value<'a> {
        let dotted = format!("{module}.{member}");
        if dotted == "functools.partial" {
            return Value::Known(module.into(), member.into());
        }
        if let Some(file) = self.project.module(module) {
            if let Some(symbol) = self.scope(file).symbols.get(member) {
                return self
                    .symbol_value(file, member, symbol, span)
                    .unwrap_or_else(|| Value::Expr(Expr::invalid(span)));
            }
            if self.project.module(&dotted).is_none() {
                let message = format!("the module `{module}` has no `{member}`");
                self.report(Diagnostic::new(Code::UnknownAttribute, span, message));
                return Value::Expr(Expr::invalid(span));
            }
        }
        if dotted == "datetime.UTC" {
            return Value::Expr(utc(span));
        }
        if self.project.module(&dotted).is_some() || catalog().knows_module(&dotted) {
            return Value::Module(dotted.into());
        }
        if super::functional::is_traced(module, member) {
            return Value::Native(module.into(), member.into());
        }
        match catalog().module(module) {
            // What it offers but for its exceptions is read by the tracer itself.
            Some(stub) if matches!(module, "dataclasses" | "pydantic") && !stub.classes.contains_key(member) => {
                Value::Known(module.into(), member.into())
            }
            Some(_) if module == "sys" && matches!(member, "stderr" | "stdout") => {
                Value::Known(module.into(), member.into())
            }
            Some(stub) => {
                if let Some(target) = stub.aliases.get(member) {
                    let (module, member) = target.rsplit_once('.').expect("an alias is dotted");
                    return self.member_value(module, member, span);
                }
                if stub.functions.contains_key(member) {
                    return Value::Native(module.into(), member.into());
                }
                if stub.classes.contains_key(member) {
                    return Value::Class(dotted.into());
                }
                if let Some(constant) = stub.constants.get(member) {
                    return Value::Expr(Expr::constant(constant.clone(), span));
                }
                if module == "numpy" && crate::types::functions::dtype_named(member).is_some() {
                    return Value::Class(dotted.into());
                }
                if module == "numpy" && member == "newaxis" {
                    return Value::Expr(Expr::constant(crate::ir::Constant::None, span));
                }
                self.unknown_member(module, member, span)
            }
            None if catalog().knows_module(module) => Value::Known(module.into(), member.into()),
            None => {
                self.unknown_module(module, span);
                Value::Expr(Expr::invalid(span))
            }
        }
    }

    fn unknown_member(&mut self, module: &str, member: &str, span: Span) -> Value<'a> {
        let stub = catalog().module(module).expect("the caller has seen it");
        let names = stub.functions.keys().chain(stub.classes.keys()).chain(stub.aliases.keys()).map(AsRef::as_ref);
        if let Some((why, help)) = super::refused::member(module, member) {
            let message = format!("`{module}.{member}` cannot be compiled: {why}");
            self.report(Diagnostic::new(Code::UnknownAttribute, span, message).help(help));
            return Value::Expr(Expr::invalid(span));
        }
        let message = format!("`{module}.{member}` is not supported in compiled code");
        let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
        let diagnostic = match nearest(member, names) {
            Some(near) => {
                let at = Span { start: span.end.saturating_sub(member.len() as u32), ..span };
                diagnostic.help(format!("did you mean `{near}`?")).fix(format!("Replace by `{near}`"), at, near)
            }
            None => {
                let help = format!(
                    "write it with what `{module}` has in compiled code, or compute it at module level, where it is captured"
                );
                diagnostic.help(help)
            }
        };
        self.report(diagnostic);
        Value::Expr(Expr::invalid(span))
    }

    /// A read of a module-level variable.
    fn variable(&mut self, file: FileId, name: &str, variable: &Variable<'a>, span: Span) -> Expr {
        let place = syntax::span(file, variable.range);
        let path = &self.project.file(file).path;
        let ty = match self.captured.get(path, name) {
            Some(captured) => match self.captured_type(captured, name, place) {
                // Of an earlier analysis, which knew the class but not what objects of it held.
                Some(ty) if ty.any(&|part| *part == Type::Unknown) => self.static_type(file, name, variable),
                Some(ty) => ty,
                None => return Expr::invalid(span),
            },
            None => self.static_type(file, name, variable),
        };
        if let Type::DType(_) | Type::TensorDType(_) = ty {
            return Expr { kind: ExprKind::Constant(crate::ir::Constant::None), ty, span };
        }
        let id = self.global(Global { file, name: name.to_owned(), ty: ty.clone(), span: place, made_by: None });
        if let Some(what) = variable.value.filter(|_| ty == Type::Unknown).and_then(|node| self.unfrozen(file, node)) {
            let message = format!("the global `{name}` is {what}, which cannot be frozen into a library");
            let diagnostic = Diagnostic::new(Code::GlobalType, span, message).label(place, "it is made here");
            self.report(diagnostic.help("keep what the predictor needs of it in numbers, text, containers or arrays"));
            return Expr::invalid(span);
        }
        if ty == Type::Unknown {
            let message = format!("the type of the global `{name}` is known only when the module is run");
            let diagnostic = Diagnostic::new(Code::GlobalNeedsCapture, span, message).label(place, "it is made here");
            self.report(diagnostic.help("`hotforge compile` runs the module once and captures it"));
            return Expr::invalid(span);
        }
        Expr { kind: ExprKind::Global(id), ty, span }
    }

    /// What module-level code makes by a call, where the name of what it calls tells that no library can hold it.
    fn unfrozen(&self, file: FileId, node: &ast::Expr) -> Option<&'static str> {
        let ast::Expr::Call(call) = node else { return None };
        let symbols = &self.scope(file).symbols;
        let (module, member) = match &*call.func {
            ast::Expr::Name(name) => match symbols.get(name.id.as_str()) {
                Some(Symbol::Member { module, member }) => (module.as_str(), member.as_str()),
                Some(_) => return None,
                None => ("builtins", name.id.as_str()),
            },
            ast::Expr::Attribute(attribute) => match &*attribute.value {
                ast::Expr::Name(name) => match symbols.get(name.id.as_str())? {
                    Symbol::Module(module) => (module.as_str(), attribute.attr.as_str()),
                    _ => return None,
                },
                _ => return None,
            },
            _ => return None,
        };
        let is_foreign = self.project.module(module).is_none();
        is_foreign.then(|| super::refused::unfrozen(module, member)).flatten()
    }

    /// The type of a module-level variable as far as it can be told without running the module.
    fn static_type(&mut self, file: FileId, name: &str, variable: &Variable<'a>) -> Type {
        let key = (file, name.to_owned());
        match self.global_types.get(&key) {
            Some(Some(ty)) => return ty.clone(),
            // It is made of itself.
            Some(None) => return Type::Unknown,
            None => {}
        }
        self.global_types.insert(key.clone(), None);
        let ty = self.find_static_type(file, name, variable);
        self.global_types.insert(key, Some(ty.clone()));
        ty
    }

    fn find_static_type(&mut self, file: FileId, name: &str, variable: &Variable<'a>) -> Type {
        let definition = syntax::span(file, variable.range);
        let instance = self.tables.instance(Signature { definition, parameters: Vec::new(), statics: Vec::new() });
        let reported = self.output.diagnostics.len();
        let (globals, functions) = (self.output.globals.len(), self.output.functions.len());
        let mut tracer = FunctionTracer::for_file(self, file, instance);
        let annotated = variable.annotation.and_then(|node| tracer.quiet_annotation(node));
        let made = match variable.value {
            Some(value) if !calls_project(tracer.tracer, file, value) => tracer.module_value(value, annotated.as_ref()),
            _ => Type::Unknown,
        };
        self.output.diagnostics.truncate(reported);
        if self.output.functions.len() == functions {
            self.output.globals.truncate(globals);
        }
        let ty = match annotated {
            Some(annotated) if poisoned(&made) || may_hold_more(&made, &annotated) => annotated,
            _ => made,
        };
        // What the module puts in later is known when it is run.
        let name = word(name);
        let is_changed = self.project.statements(file).iter().any(|statement| statement.changes.contains(&name));
        if is_changed && ty.any(&has_entries) { Type::Unknown } else { without_sites(&ty) }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The type of a value that module-level code makes.
    fn module_value(&mut self, node: &'a ast::Expr, expected: Option<&Type>) -> Type {
        if let Some(ty) = self.constructed(node) {
            return ty;
        }
        match self.value(node, expected) {
            Value::Expr(expr) => expr.ty,
            Value::Class(class) => {
                let class = Value::Class(class);
                let of_torch = super::native::tensor_dtype_of_value(&class).map(Type::TensorDType);
                let dtype = of_torch.or_else(|| super::native::dtype_of_value(&class).map(Type::DType));
                dtype.unwrap_or(Type::Unknown)
            }
            _ => Type::Unknown,
        }
    }

    /// Objects that only module-level code makes: models, tokenizers and fonts.
    fn constructed(&mut self, node: &'a ast::Expr) -> Option<Type> {
        let ast::Expr::Call(call) = node else { return None };
        if let ast::Expr::Attribute(attribute) = &*call.func
            && let Value::Class(class) = self.value(&attribute.value, None)
            && matches!(&*class, "tokenizers.Tokenizer" | TRANSFORMERS | "transformers.AutoTokenizer")
        {
            return Some(Type::instance(if &*class == "tokenizers.Tokenizer" { &class } else { TRANSFORMERS }));
        }
        match self.value(&call.func, None) {
            Value::Class(class) if &*class == "onnxruntime.InferenceSession" => Some(self.session_type(call)),
            Value::Class(class) if matches!(&*class, "tokenizers.Tokenizer" | TRANSFORMERS) => {
                Some(Type::Instance(class))
            }
            Value::Native(module, name) if (&*module, &*name) == ("logging", "getLogger") => {
                Some(Type::instance(super::messages::LOGGER))
            }
            Value::Native(module, name)
                if &*module == "PIL.ImageFont" && matches!(&*name, "truetype" | "load_default") =>
            {
                Some(Type::instance("PIL.ImageFont.FreeTypeFont"))
            }
            _ => None,
        }
    }
}

/// Whether module-level code calls a function of the project: what that gives is found by capture.
fn calls_project<'a>(tracer: &Tracer<'a>, file: FileId, node: &'a ast::Expr) -> bool {
    struct Calls<'t, 'a> {
        tracer: &'t Tracer<'a>,
        file: FileId,
        found: bool,
    }
    impl<'a> Visitor<'a> for Calls<'_, 'a> {
        fn visit_expr(&mut self, node: &'a ast::Expr) {
            if let ast::Expr::Name(name) = node {
                let symbol = self.tracer.scope(self.file).symbols.get(name.id.as_str());
                self.found |= matches!(symbol, Some(Symbol::Function(_)));
            }
            walk_expr(self, node);
        }
    }
    let mut calls = Calls { tracer, file, found: false };
    calls.visit_expr(node);
    calls.found || node.range().is_empty()
}

/// Whether a type is of dicts whose keys hold values of several types.
fn has_entries(ty: &Type) -> bool {
    matches!(ty, Type::Dict(_, values) if values.ty.is_union() && values.entries.is_some())
}

/// Whether a container is declared to hold more types than it is made with: the module may put them in before it is captured.
fn may_hold_more(made: &Type, declared: &Type) -> bool {
    let (of_made, of_declared) = (made.elements(), declared.elements());
    let is_same = std::mem::discriminant(made) == std::mem::discriminant(declared);
    let is_within = |made: &Type, declared: &Type| made.members().iter().all(|ty| declared.members().contains(ty));
    is_same
        && !of_made.is_empty()
        && of_made.len() == of_declared.len()
        && of_made.iter().zip(of_declared).all(|(made, declared)| is_within(&made.ty, &declared.ty))
}

/// The type with its containers closed: nothing that is put in later widens them.
pub(super) fn without_sites(ty: &Type) -> Type {
    let closed = ty.map_elements(&mut |element, _| element.closed(without_sites(&element.ty)));
    closed.unwrap_or_else(|| ty.map_parts(&mut without_sites))
}

/// `datetime.UTC`, another name of `datetime.timezone.utc`.
fn utc(span: Span) -> Expr {
    let (path, arguments) = ("datetime::timezone::utc".into(), Vec::new());
    let call = NativeCall { path, raises: false, arguments, result: NativeResult::Plain };
    Expr { kind: ExprKind::Native(call), ty: Type::instance("datetime.timezone"), span }
}
