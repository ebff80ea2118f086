//! Questions about single operations: what the types of operands say of the result's, with no program around them.
//!
//! Inference ([`crate::infer`]) follows programs that are never compiled, and asks here for whatever the catalog or the
//! rules of the compiled language know. What is wrong with an operation is not told: its result is unknown.

use std::sync::Arc;

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::FunctionTracer;
use super::tables::{Signature, Tables};
use super::value::Value;
use super::{Sources, Tracer, native};
use crate::catalog::{Signature as StubSignature, StubType, catalog};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::{FileId, Span};
use crate::types::{ClassName, Type};

/// Answers questions about operations on values of known types.
pub(crate) struct Queries<'a> {
    tracer: Tracer<'a>,
}

/// An argument of a call that is asked about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Given {
    /// A value of that type.
    Value(Type),
    /// This constant.
    Constant(Constant),
    /// A class of the catalog itself.
    Class(ClassName),
}

/// An argument with its keyword, if it has one.
pub(crate) type GivenArgument = (Option<Arc<str>>, Given);

/// What a member of a module that is not of the project is.
pub(crate) enum Member {
    /// A value of that type.
    Value(Type),
    /// A module.
    Module,
    /// A function.
    Function,
    /// A class.
    Class,
    /// The catalog does not know.
    Unknown,
}

impl<'a> Queries<'a> {
    /// Answers for a project; `tables` is scratch space.
    pub fn new(sources: Sources<'a>, tables: &'a mut Tables) -> Self {
        Self { tracer: Tracer::new(sources, tables) }
    }

    /// The type of `function(arguments)`, for a function of the catalog.
    pub fn function(&mut self, module: &str, name: &str, arguments: &[GivenArgument]) -> Type {
        let function = Value::Native(module.into(), name.into());
        let overloads = catalog().module(module).and_then(|module| module.functions.get(name));
        let overloads = overloads.map_or(&[][..], |overloads| overloads);
        let called = self.call(function, overloads, arguments);
        if called == Type::Unknown { declared_result(overloads) } else { called }
    }

    /// The type of `class(arguments)`, for a class of the catalog.
    pub fn construct(&mut self, class: &str, arguments: &[GivenArgument]) -> Type {
        if let Some(exception) = catalog().exception(class) {
            return Type::Exception(exception);
        }
        let overloads = catalog().method(class, "__new__");
        let made = self.call(Value::Class(class.into()), overloads.unwrap_or_default(), arguments);
        if made == Type::Unknown { overloads.map_or_else(|| instance_of(class), declared_result) } else { made }
    }

    /// The type of `receiver.name(arguments)`; `None` where there is no such method.
    pub fn method(&mut self, receiver: &Type, name: &str, arguments: &[GivenArgument]) -> Option<Type> {
        let overloads = catalog().method(&native::class_of(receiver)?, name)?;
        let receiver = value(receiver);
        let called = self.call(Value::Method(Box::new(receiver), name.into()), overloads, arguments);
        Some(if called == Type::Unknown { declared_result(overloads) } else { called })
    }

    /// Whether a value has such a method or attribute, and whether that is a method.
    pub fn attribute(&mut self, receiver: &Type, name: &str) -> Option<bool> {
        let overloads = catalog().method(&native::class_of(receiver)?, name)?;
        Some(!overloads[0].property)
    }

    /// The type of `receiver.name`, for an attribute that is no method.
    pub fn property(&mut self, receiver: &Type, name: &str) -> Type {
        self.method(receiver, name, &[]).unwrap_or(Type::Unknown)
    }

    /// The type of `left op right`.
    pub fn binary(&mut self, op: ast::Operator, left: &Type, right: &Type) -> Type {
        let (left, right) = (value(left), value(right));
        self.ask(|tracer, at| tracer.binary_values(op, left, right, at).ty)
    }

    /// The type of `value[index]`.
    pub fn item(&mut self, container: &Type, index: &Type) -> Type {
        let (container, index) = (value(container), value(index));
        self.ask(|tracer, at| tracer.item(container, index, at).ty)
    }

    /// The type of the items that iteration gives.
    pub fn items(&mut self, iterable: &Type) -> Type {
        self.ask(|tracer, _| tracer.item_type(iterable).unwrap_or(Type::Unknown))
    }

    /// What `module.name` is, for a module that is not of the project.
    pub fn member(&mut self, module: &str, name: &str) -> Member {
        if !catalog().knows_module(module) {
            return Member::Unknown;
        }
        let reported = self.tracer.output.diagnostics.len();
        let at = Span { file: FileId(0), start: 0, end: 0 };
        let member = self.tracer.member_value(module, name, at);
        self.tracer.output.diagnostics.truncate(reported);
        match member {
            Value::Module(_) => Member::Module,
            Value::Native(..) => Member::Function,
            Value::Class(_) => Member::Class,
            Value::Expr(expr) if expr.ty != Type::Unknown => Member::Value(expr.ty),
            _ => Member::Unknown,
        }
    }

    /// The type that an annotation names, where it names one that the compiled language has.
    pub fn annotation(&mut self, file: FileId, node: &'a ast::Expr) -> Option<Type> {
        let definition = crate::syntax::span(file, node);
        let instance =
            self.tracer.tables.instance(Signature { definition, parameters: Vec::new(), statics: Vec::new() });
        let reported = self.tracer.output.diagnostics.len();
        let ty = FunctionTracer::for_file(&mut self.tracer, file, instance).quiet_annotation(node);
        self.tracer.output.diagnostics.truncate(reported);
        ty
    }

    fn call(&mut self, callee: Value<'a>, overloads: &'static [StubSignature], arguments: &[GivenArgument]) -> Type {
        self.ask(|tracer, at| {
            let arguments = arguments.iter().filter_map(|(keyword, given)| {
                let keyword = match keyword {
                    // What no overload takes is left out.
                    Some(name) => Some(parameter_name(overloads, name)?),
                    None => None,
                };
                let value = match given {
                    Given::Value(ty) => Value::Expr(value(ty)),
                    Given::Constant(constant) => Value::Expr(Expr::constant(constant.clone(), at)),
                    Given::Class(name) => Value::Class(name.clone()),
                };
                Some(Argument { keyword, value, span: at })
            });
            tracer.call_value(callee, arguments.collect(), at).ty
        })
    }

    fn ask(&mut self, ask: impl FnOnce(&mut FunctionTracer<'_, 'a>, Span) -> Type) -> Type {
        let at = Span { file: FileId(0), start: 0, end: 0 };
        let instance =
            self.tracer.tables.instance(Signature { definition: at, parameters: Vec::new(), statics: Vec::new() });
        let reported = self.tracer.output.diagnostics.len();
        let ty = ask(&mut FunctionTracer::for_file(&mut self.tracer, FileId(0), instance), at);
        let is_refused = self.tracer.output.diagnostics.len() > reported;
        self.tracer.output.diagnostics.truncate(reported);
        if is_refused { Type::Unknown } else { ty }
    }
}

/// A keyword as the stubs write it.
fn parameter_name(overloads: &'static [StubSignature], name: &str) -> Option<&'static str> {
    let mut parameters = overloads.iter().flat_map(|signature| &signature.parameters);
    parameters.find(|parameter| &*parameter.name == name).map(|parameter| &*parameter.name)
}

/// An expression of that type, of which nothing else is known.
fn value(ty: &Type) -> Expr {
    let at = Span { file: FileId(0), start: 0, end: 0 };
    Expr { kind: ExprKind::Invalid, ty: ty.clone(), span: at }
}

/// What overloads are declared to return, where that is one type whatever the arguments.
fn declared_result(overloads: &[StubSignature]) -> Type {
    let plain = |signature: &StubSignature| match &signature.returns {
        StubType::Plain(ty) => ty.clone(),
        _ => Type::Unknown,
    };
    let first = overloads.first().map_or(Type::Unknown, plain);
    if overloads.iter().all(|signature| plain(signature) == first) { first } else { Type::Unknown }
}

fn instance_of(class: &str) -> Type {
    if class.starts_with("builtins.") { Type::Unknown } else { Type::instance(class) }
}
