//! Objects of the program's own classes: what their attributes are, how they are made, what operators do with them.
//!
//! An object's type says which class it is of, exactly: a method is traced for each class that it is called on, so a
//! call on a known class is a plain call, and only a variable that may hold objects of several classes, a union, asks
//! at run time. What the fields hold is learned over the passes, class by class (see [`super::tables`]).

mod attribute;
mod captured;
mod construct;
mod dataclass;
mod dunder;
mod enumeration;
mod finish;
mod named_tuple;
mod path;
mod typed_dict;

use rustpython_ast as ast;

use super::Tracer;
use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::scope::classes::{ClassDef, ClassKind};
use crate::source::Span;
use crate::syntax;
use crate::types::{RecordType, Type, union};

/// Built-in functions of classes that the tracer itself lowers.
pub(super) const INTRINSICS: &[&str] = &["super", "type", "hash"];

pub(super) use construct::first_parameter;
pub(super) use dataclass::records_in;
pub(super) use dunder::NOT_IMPLEMENTED;
pub(super) use enumeration::is_enum;
pub(super) use finish::Traced;
pub(super) use path::path_of;

impl<'a> Tracer<'a> {
    /// The class of a record type.
    pub fn class_of(&self, record: &RecordType) -> Option<&'a ClassDef<'a>> {
        self.classes.get(&record.name)
    }

    /// The class that a `class` statement makes, as a value; `None` where that was refused.
    pub fn class_value(
        &mut self,
        file: crate::source::FileId,
        node: &'a ast::StmtClassDef,
        span: Span,
    ) -> Option<Value<'a>> {
        let class = self.classes.at(file, node)?;
        let place = syntax::span(file, &node.name);
        let refused = class.ancestors.iter().filter_map(|name| self.classes.get(name)).find_map(|ancestor| {
            let unsupported = ancestor.unsupported.as_ref()?;
            let at = syntax::span(ancestor.file, unsupported.range);
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, at, unsupported.message.clone());
            Some(
                diagnostic
                    .help(unsupported.help)
                    .label(span, format!("the class `{}` is used here", node.name.as_str())),
            )
        });
        let refused = refused.or_else(|| match &class.kind {
            ClassKind::Other(what) => {
                let message = format!("the class `{}` is {what}, which cannot be compiled yet", node.name.as_str());
                let diagnostic =
                    Diagnostic::new(Code::UnsupportedClass, span, message).label(place, "it is defined here");
                Some(diagnostic.help("use a dataclass"))
            }
            ClassKind::Exception => {
                let message = format!("the exception `{}` cannot be used in compiled code yet", node.name.as_str());
                let diagnostic =
                    Diagnostic::new(Code::UnsupportedClass, span, message).label(place, "it is defined here");
                Some(diagnostic.help("raise one of Python's own exceptions"))
            }
            _ => None,
        });
        match refused {
            Some(diagnostic) => {
                self.report(diagnostic);
                None
            }
            None => Some(Value::ProjectClass(class)),
        }
    }

    /// The type that an annotation with a class means: the class and what derives from it, as far as objects of them
    /// are made anywhere.
    pub fn annotated_class(&self, class: &ClassDef<'a>) -> Type {
        let made = self.classes.iter().filter(|other| other.ancestors.contains(&class.name));
        union(made.filter(|other| self.tables.is_made(&other.name)).map(|other| Type::Record(other.record.clone())))
    }

    /// Notes that objects of a class are made: its methods that the runtime calls are traced.
    pub fn make_class(&mut self, class: &'a ClassDef<'a>) -> Type {
        self.tables.make(&class.name);
        let ty = Type::Record(class.record.clone());
        if !self.output.made.contains(&class.name) {
            self.output.made.push(class.name.clone());
            self.trace_protocols(class);
        }
        ty
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The class of an object.
    pub(super) fn class_of_type(&self, ty: &Type) -> Option<&'a ClassDef<'a>> {
        match ty {
            Type::Record(record) => self.tracer.class_of(record),
            _ => None,
        }
    }

    /// `object.__setattr__(self, "name", value)`: sets a field of a frozen dataclass, too.
    pub(super) fn set_by_object(&mut self, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let [this, name, value] = arguments else { return None };
        let (Value::Expr(object), Value::Expr(name), Value::Expr(value)) = (&this.value, &name.value, &value.value)
        else {
            return None;
        };
        let Some(Constant::Str(name)) = super::arguments::constant_of(name) else { return None };
        let class = self.class_of_type(&object.ty)?;
        let block = self.in_block(|tracer| {
            if !poisoned(&value.ty) {
                tracer.set_field(class, object.clone(), &name, value.clone(), span);
            }
        });
        if let Some(environment) = &mut self.environment {
            environment.forget_field(&name);
        }
        let none = Expr::constant(Constant::None, span);
        Some(Expr { kind: ExprKind::Block(block, Box::new(none)), ty: Type::None, span })
    }

    /// Calls a method, its object among the arguments.
    pub(super) fn call_definition(
        &mut self,
        definition: Definition<'a>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        self.call_function(definition, None, arguments, span)
    }

    /// A method of a class as a function: its first parameter is the object.
    pub(super) fn method_definition(&self, owner: &'a ClassDef<'a>, node: &'a ast::StmtFunctionDef) -> Definition<'a> {
        Definition { file: owner.file, code: FunctionCode::Def(node), nested: false, class: Some(owner), bare: false }
    }

    /// Runs with the names of a module instead of those of the function.
    pub(super) fn in_module<T>(&mut self, file: crate::source::FileId, run: impl FnOnce(&mut Self) -> T) -> T {
        let environment = self.environment.replace(Default::default());
        let bound = std::mem::take(&mut self.bound);
        let file = std::mem::replace(&mut self.file, file);
        let result = run(self);
        self.file = file;
        self.bound = bound;
        self.environment = environment;
        result
    }
}
