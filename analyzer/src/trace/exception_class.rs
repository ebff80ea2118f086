//! Exception classes of the project: `__init__` with `super().__init__(…)`, attributes, `__str__`, methods.
//!
//! An exception's attributes have one type each for the whole family of classes that has one root in the project: what is
//! stored in them anywhere in the program. `str()` of an exception is what its `__str__` gave when it was made.

use rustpython_ast as ast;
use rustpython_text_size::{Ranged, TextRange};

use super::Tracer;
use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::{Code as FunctionCode, Definition, Value};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, NativeArgument};
use crate::scope::Symbol;
use crate::source::{FileId, Span};
use crate::types::{ClassName, ExceptionClass, Type};

/// A class of the project that derives from an exception.
#[derive(Debug, Clone)]
pub(super) struct ProjectException<'a> {
    pub file: FileId,
    pub node: &'a ast::StmtClassDef,
    pub class: ExceptionClass,
}

/// What stands in the body of such a class.
#[derive(Clone, Copy)]
enum Member<'a> {
    Method(&'a ast::StmtFunctionDef),
    Constant(&'a ast::Expr),
}

impl<'a> ProjectException<'a> {
    fn member(&self, name: &str) -> Option<Member<'a>> {
        self.node.body.iter().rev().find_map(|statement| match statement {
            ast::Stmt::FunctionDef(function) if function.name.as_str() == name => Some(Member::Method(function)),
            ast::Stmt::Assign(assign) => {
                let is_it = |target: &ast::Expr| matches!(target, ast::Expr::Name(other) if other.id.as_str() == name);
                assign.targets.iter().any(is_it).then_some(Member::Constant(&assign.value))
            }
            ast::Stmt::AnnAssign(assign) => match (&*assign.target, &assign.value) {
                (ast::Expr::Name(other), Some(value)) if other.id.as_str() == name => Some(Member::Constant(value)),
                _ => None,
            },
            _ => None,
        })
    }
}

impl<'a> Tracer<'a> {
    /// The exception classes of the project.
    pub fn project_exceptions(&self) -> Vec<ProjectException<'a>> {
        let mut found = Vec::new();
        for file in self.project.ids() {
            for symbol in self.scope(file).symbols.values() {
                if let Symbol::Class(node) = symbol
                    && let Some(class) = self.exception_class(file, node)
                {
                    found.push(ProjectException { file, node, class });
                }
            }
            for local in &self.scope(file).local_classes {
                if let Some(class) = self.exception_class(file, local.node) {
                    found.push(ProjectException { file, node: local.node, class });
                }
            }
        }
        found
    }

    fn project_exception(&self, name: &str) -> Option<ProjectException<'a>> {
        self.project_exceptions().into_iter().find(|exception| **exception.class.name() == *name)
    }

    /// The member of that name that the class has or inherits from a class of the project, from an ancestor on.
    fn exception_member(&self, lineage: &[ClassName], name: &str) -> Option<(ProjectException<'a>, Member<'a>)> {
        lineage.iter().filter(|class| catalog().class(class).is_none()).find_map(|class| {
            let owner = self.project_exception(class)?;
            let member = owner.member(name)?;
            Some((owner, member))
        })
    }

    /// The exception class whose body holds that place.
    fn exception_around(&self, file: FileId, place: TextRange) -> Option<ProjectException<'a>> {
        let mut all = self.project_exceptions().into_iter();
        all.find(|exception| exception.file == file && exception.node.range().contains_range(place))
    }
}

/// The class that the attributes of a family are known by: the furthest ancestor of the project.
fn family(class: &ExceptionClass) -> &ClassName {
    let own = class.lineage().iter().rfind(|name| catalog().class(name).is_none());
    own.unwrap_or(class.name())
}

impl<'a> FunctionTracer<'_, 'a> {
    /// A new exception of a class of the project.
    pub(super) fn construct_exception(
        &mut self,
        class: ExceptionClass,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let init = self.tracer.exception_member(class.lineage(), "__init__");
        let text = self.tracer.exception_member(class.lineage(), "__str__");
        let repr = self.tracer.exception_member(class.lineage(), "__repr__");
        if init.is_none() && text.is_none() && repr.is_none() {
            return self.exception_with(class, arguments, span);
        }
        self.with_setup(|tracer| {
            let arguments: Vec<Argument> =
                arguments.into_iter().map(|argument| tracer.keep_argument(argument)).collect();
            // `BaseException.__new__` keeps the positional arguments; what `super().__init__` is given takes their place.
            let positional: Vec<Argument> = match &init {
                Some((_, Member::Method(init))) if begins_with_super(init) => Vec::new(),
                Some(_) => arguments.iter().filter(|argument| argument.keyword.is_none()).cloned().collect(),
                None => arguments.clone(),
            };
            let made = tracer.exception_with(class.clone(), positional, span);
            if matches!(made.kind, ExprKind::Invalid) {
                return made;
            }
            let made = tracer.keep("exception", made);
            if let Some((owner, Member::Method(init))) = init {
                let call = tracer.call_of_member(&owner, init, made.clone(), arguments, span);
                if call.ty == Type::Unknown {
                    return Expr::invalid(span);
                }
                tracer.emit_call(call);
            }
            let finished = match text {
                Some((owner, Member::Method(text))) => {
                    tracer.finished(&owner, text, made.clone(), "exception::finish_with_text", span)
                }
                _ => {
                    let arguments = vec![NativeArgument::Value(made.clone())];
                    tracer.exception_native("exception::finish", arguments, &made.ty, span)
                }
            };
            match repr {
                Some((owner, Member::Method(repr))) if !poisoned(&finished.ty) => {
                    let finished = tracer.keep("exception", finished);
                    tracer.finished(&owner, repr, finished, "exception::finish_with_repr", span)
                }
                _ => finished,
            }
        })
    }

    /// An exception that keeps the text which its `__str__` or `__repr__` gives.
    fn finished(
        &mut self,
        owner: &ProjectException<'a>,
        method: &'a ast::StmtFunctionDef,
        made: Expr,
        path: &str,
        span: Span,
    ) -> Expr {
        let text = self.call_of_member(owner, method, made.clone(), Vec::new(), span);
        if text.ty != Type::Str {
            if !poisoned(&text.ty) {
                let message = format!("`{}` gives a `{}`, not a `str`", method.name.as_str(), text.ty);
                self.report(Diagnostic::new(Code::ReturnType, span, message));
            }
            return Expr::invalid(span);
        }
        let text = self.keep("text", text);
        let arguments = vec![NativeArgument::Value(made.clone()), NativeArgument::Reference(text)];
        self.exception_native(path, arguments, &made.ty, span)
    }

    fn exception_native(&self, path: &str, arguments: Vec<NativeArgument>, ty: &Type, span: Span) -> Expr {
        let call = self.raising_native(path, arguments, ty.clone(), span);
        match call.kind {
            ExprKind::Native(native) => {
                Expr { kind: ExprKind::Native(crate::ir::NativeCall { raises: false, ..native }), ..call }
            }
            kind => Expr { kind, ..call },
        }
    }

    fn call_of_member(
        &mut self,
        owner: &ProjectException<'a>,
        function: &'a ast::StmtFunctionDef,
        receiver: Expr,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let definition =
            Definition { file: owner.file, code: FunctionCode::Def(function), nested: false, class: None, bare: false };
        let receiver = Argument { keyword: None, span: receiver.span, value: Value::Expr(receiver) };
        let arguments = std::iter::once(receiver).chain(arguments).collect();
        self.call_function(definition, None, arguments, span)
    }

    /// `super().__init__(…)` and the like, in a class of exceptions; `None` anywhere else.
    pub(super) fn exception_super_call(&mut self, node: &'a ast::ExprCall) -> Option<Expr> {
        let ast::Expr::Attribute(attribute) = &*node.func else { return None };
        let ast::Expr::Call(of) = &*attribute.value else { return None };
        if !self.is_builtin(&of.func, "super") || !of.arguments.args.is_empty() {
            return None;
        }
        let owner = self.tracer.exception_around(self.file, node.range())?;
        let function = owner.node.body.iter().find_map(|statement| match statement {
            ast::Stmt::FunctionDef(function) if function.range().contains_range(node.range()) => Some(function),
            _ => None,
        })?;
        let first = function.parameters.iter().next()?;
        let span = self.span(node);
        let receiver = self.read_name(first.name().as_str(), span);
        let Type::Exception(class) = receiver.ty.clone() else { return None };
        let arguments = self.arguments(&node.arguments)?;
        let name = attribute.attr.as_str();
        let place = class.lineage().iter().position(|name| name == owner.class.name())?;
        if let Some((base, Member::Method(method))) = self.tracer.exception_member(&class.lineage()[place + 1..], name)
        {
            return Some(self.call_of_member(&base, method, receiver, arguments, span));
        }
        Some(match name {
            "__init__" => {
                let given = self.exception_with(class, arguments, span);
                if given.ty == Type::Unknown {
                    return Some(given);
                }
                let arguments = vec![NativeArgument::Reference(receiver), NativeArgument::Reference(given)];
                self.exception_native("exception::take_arguments", arguments, &Type::None, span)
            }
            "__str__" => self.native("exception::text_of_arguments", vec![receiver], Type::Str, span),
            other => {
                let message = format!("`super().{other}` of an exception is not supported");
                self.refuse(Diagnostic::new(Code::UnknownAttribute, span, message))
            }
        })
    }

    /// `exception.name = value`.
    pub(super) fn store_exception_attribute(
        &mut self,
        receiver: Expr,
        class: &ExceptionClass,
        name: &str,
        value: Expr,
        span: Span,
    ) {
        if poisoned(&value.ty) {
            return;
        }
        if catalog().class(class.name()).is_some() || name == "args" {
            let message = format!("the attribute `{name}` of a `{}` cannot be set in compiled code", receiver.ty);
            let diagnostic = Diagnostic::new(Code::UnsupportedStatement, span, message);
            return self.report(diagnostic.help("set it in the `__init__` of an exception class of your own"));
        }
        let ty = self.tracer.tables.join_attribute(family(class), name, &value.ty.widened());
        let value = self.convert(value, &ty);
        let name = self.string(name, span);
        let arguments =
            vec![NativeArgument::Reference(receiver), NativeArgument::Reference(name), NativeArgument::Value(value)];
        let call = self.exception_native("exception::set_attribute", arguments, &Type::None, span);
        self.emit_call(call);
    }

    /// Whether the classes of a value have a method of that name.
    pub(super) fn has_exception_method(&self, class: &ExceptionClass, name: &str) -> bool {
        if super::model::is_validation_method(class, name) {
            return true;
        }
        matches!(
            self.tracer.exception_member(class.lineage(), name),
            Some((_, Member::Method(method))) if method.decorator_list.is_empty()
        )
    }

    /// Calls a method of an exception: that of the class that it is of when the program runs.
    pub(super) fn call_exception_method(
        &mut self,
        receiver: Expr,
        name: &str,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        if let Some(value) = self.validation_method(&receiver, name, &arguments, span) {
            return value;
        }
        self.with_setup(|tracer| {
            let receiver = tracer.keep("receiver", receiver);
            let arguments: Vec<Argument> =
                arguments.into_iter().map(|argument| tracer.keep_argument(argument)).collect();
            tracer.by_class(receiver, name, span, &mut |tracer, owner, member, receiver| match member {
                Member::Method(method) => tracer.call_of_member(owner, method, receiver, arguments.clone(), span),
                Member::Constant(_) => Expr::invalid(span),
            })
        })
    }

    /// An attribute of an exception of a class of the project, where it has one of that name.
    pub(super) fn project_exception_attribute(
        &mut self,
        value: Expr,
        class: &ExceptionClass,
        name: &str,
        span: Span,
    ) -> Option<Expr> {
        let member = self.tracer.exception_member(class.lineage(), name);
        if let Some(ty) = self.tracer.tables.attribute_type(family(class), name) {
            return Some(match member {
                Some((_, Member::Constant(_))) => self.attribute_or_default(value, class, name, span),
                _ => {
                    let name = self.string(name, span);
                    let arguments = vec![NativeArgument::Reference(value), NativeArgument::Reference(name)];
                    self.raising_native("exception::attribute", arguments, ty, span)
                }
            });
        }
        member?;
        Some(self.class_attribute_of(value, name, span))
    }

    /// An attribute that exceptions of the family set, and that the class itself holds as well.
    fn attribute_or_default(&mut self, value: Expr, class: &ExceptionClass, name: &str, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let value = tracer.keep("exception", value);
            let default = tracer.class_attribute_of(value.clone(), name, span);
            if poisoned(&default.ty) {
                return default;
            }
            let ty = tracer.tracer.tables.join_attribute(family(class), name, &default.ty.widened());
            let default = tracer.convert(default, &ty);
            let name = tracer.string(name, span);
            let arguments =
                vec![NativeArgument::Reference(value), NativeArgument::Reference(name), NativeArgument::Value(default)];
            tracer.exception_native("exception::attribute_or", arguments, &ty, span)
        })
    }

    /// What the class of an exception holds under a name.
    fn class_attribute_of(&mut self, value: Expr, name: &str, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let value = tracer.keep("exception", value);
            tracer.by_class(value, name, span, &mut |tracer, owner, member, receiver| match member {
                Member::Method(method) => tracer.call_of_property(owner, method, receiver, span),
                Member::Constant(node) => match crate::catalog::constant(node) {
                    Some(constant) => Expr::constant(constant, span),
                    None => {
                        let at = crate::syntax::span(owner.file, node);
                        let message = "an attribute of an exception class must be a constant in compiled code";
                        tracer.refuse(Diagnostic::new(Code::ConstantRequired, at, message))
                    }
                },
            })
        })
    }

    fn call_of_property(
        &mut self,
        owner: &ProjectException<'a>,
        method: &'a ast::StmtFunctionDef,
        receiver: Expr,
        span: Span,
    ) -> Expr {
        let is_property = |decorator: &ast::Decorator| matches!(&decorator.expression, ast::Expr::Name(name) if name.id.as_str() == "property");
        if method.decorator_list.len() == 1 && is_property(&method.decorator_list[0]) {
            let definition = Definition {
                file: owner.file,
                code: FunctionCode::Def(method),
                nested: false,
                class: None,
                bare: true,
            };
            let receiver = Argument { keyword: None, span: receiver.span, value: Value::Expr(receiver) };
            return self.call_undecorated(definition, None, vec![receiver], span);
        }
        let message = format!("the decorators of `{}` cannot be followed", method.name.as_str());
        self.refuse(Diagnostic::new(Code::UnsupportedDecorator, span, message))
    }

    /// What the member of that name gives, by the class that the exception is of when the program runs.
    fn by_class(
        &mut self,
        receiver: Expr,
        name: &str,
        span: Span,
        give: &mut dyn FnMut(&mut Self, &ProjectException<'a>, Member<'a>, Expr) -> Expr,
    ) -> Expr {
        let Type::Exception(class) = receiver.ty.clone() else { return Expr::invalid(span) };
        let Some((owner, member)) = self.tracer.exception_member(class.lineage(), name) else {
            return Expr::invalid(span);
        };
        let mut value = give(self, &owner, member, receiver.clone());
        let mut overriding: Vec<(ProjectException<'a>, Member<'a>)> = Vec::new();
        for other in self.tracer.project_exceptions() {
            if other.class != class
                && other.class.derives(class.name())
                && let Some(member) = other.member(name)
            {
                overriding.push((other, member));
            }
        }
        // The classes that derive from others are asked for first, and so written last.
        overriding.sort_by_key(|(other, _)| other.class.lineage().len());
        for (other, member) in overriding {
            let test = self.is_exception(receiver.clone(), std::slice::from_ref(&other.class), span);
            let narrowed = Expr { ty: Type::Exception(other.class.clone()), ..receiver.clone() };
            let own = give(self, &other, member, narrowed);
            value = self.choice(test, own, value, span);
        }
        value
    }
}

/// Whether the function calls `super().__init__` on every way.
fn begins_with_super(function: &ast::StmtFunctionDef) -> bool {
    function.body.iter().any(|statement| {
        let ast::Stmt::Expr(node) = statement else { return false };
        let ast::Expr::Call(call) = &*node.value else { return false };
        let ast::Expr::Attribute(attribute) = &*call.func else { return false };
        let ast::Expr::Call(of) = &*attribute.value else { return false };
        attribute.attr.as_str() == "__init__"
            && matches!(&*of.func, ast::Expr::Name(name) if name.id.as_str() == "super")
    })
}
