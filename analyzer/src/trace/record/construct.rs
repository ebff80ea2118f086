//! Making objects: `Class(…)`, by the `__init__` that a dataclass generates or by one of the class's own.
//!
//! While an `__init__` does nothing but set and read fields of `self`, they are plain variables; the object is made
//! from them where `self` is first needed whole, or at the end. Fields that are set only later may be read before:
//! they begin as [`Type::Unbound`], and reading them so raises AttributeError.

use rustpython_ast as ast;
use rustpython_ast::visitor::{Visitor, walk_expr, walk_stmt};

use super::super::arguments::{Argument, Matched, ParameterShape, match_arguments};
use super::super::environment::Binding;
use super::super::function::{FunctionTracer, bound_part, poisoned};
use super::super::value::Value;
use super::attribute::no_attribute;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::scope::classes::{ClassDef, ClassKind, Declared, Member};
use crate::source::Span;
use crate::syntax;
use crate::types::{RecordKind, Type};

impl<'a> FunctionTracer<'_, 'a> {
    /// `Class(…)`.
    pub(in super::super) fn construct_record(
        &mut self,
        class: &'a ClassDef<'a>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        if super::is_enum(class) {
            return self.enum_by_value(class, arguments, span);
        }
        if class.kind == ClassKind::TypedDict {
            return self.typed_dict_call(class, arguments, span);
        }
        let open = self.tracer.classes.abstract_methods(class);
        if !open.is_empty() {
            let plural = if open.len() == 1 { "" } else { "s" };
            let name = class.node.name.as_str();
            let message =
                format!("Can't instantiate abstract class {name} with abstract method{plural} {}", open.join(", "));
            return self.refuse(
                Diagnostic::new(Code::UnsupportedClass, span, message)
                    .help("make an object of a class that derives from it"),
            );
        }
        if super::super::model::config_of(class).is_some() {
            return self.construct_model(class, arguments, span);
        }
        let ty = self.tracer.make_class(class);
        if let Some((owner, node)) = self.tracer.classes.method(class, "__init__") {
            let generated = class.ancestors.iter().take_while(|name| **name != owner.name);
            let mut generated = generated.filter_map(|name| self.tracer.classes.get(name));
            if !generated.any(|class| matches!(&class.kind, ClassKind::Dataclass(options) if options.init)) {
                let definition = self.method_definition(owner, node);
                let this = Argument { keyword: None, span, value: Value::Unmade(class) };
                let arguments = std::iter::once(this).chain(arguments).collect();
                return self.call_definition(definition, arguments, span);
            }
        }
        match &class.kind {
            ClassKind::Dataclass(options) if options.init => self.construct_dataclass(class, arguments, ty, span),
            _ if self.tracer.classes.fields(class).is_empty() => {
                if let Some(argument) = arguments.first() {
                    let message = format!("{}() takes no arguments", class.node.name.as_str());
                    return self.refuse(Diagnostic::new(Code::CallArguments, argument.span, message));
                }
                self.new_record(class, &mut |_, _| None, span)
            }
            _ => self.construct_dataclass(class, arguments, ty, span),
        }
    }

    /// A dataclass by its generated `__init__`.
    fn construct_dataclass(
        &mut self,
        class: &'a ClassDef<'a>,
        arguments: Vec<Argument<'a>>,
        ty: Type,
        span: Span,
    ) -> Expr {
        let fields = self.tracer.classes.parameters(class);
        let (by_name, by_place): (Vec<_>, Vec<_>) =
            fields.iter().copied().filter(|(_, field)| field.init).partition(|(_, field)| field.kw_only);
        let parameters: Vec<(&'a ClassDef<'a>, &'a Declared<'a>)> = by_place.into_iter().chain(by_name).collect();
        let shapes: Vec<ParameterShape> = parameters
            .iter()
            .map(|(_, field)| ParameterShape {
                name: field.name,
                positional: !field.kw_only,
                keyword: true,
                variadic: false,
                keywords: false,
                has_default: field.default.is_some(),
            })
            .collect();
        let maker = if ty.is_named_tuple() { "__new__" } else { "__init__" };
        let name = format!("{}.{maker}", class.node.name.as_str());
        let target = super::super::spread::Target { name, receivers: 1, shapes: &shapes };
        let arguments = self.fill_fixed(&target, arguments, &mut |_, _| None, span);
        let names: Vec<&'a str> = parameters.iter().map(|(_, field)| field.name).collect();
        let arguments = self.fill_keywords(&target, &names, arguments, &mut |_, _| None, span);
        let matched = match match_arguments(&shapes, &arguments) {
            Ok(matched) => matched,
            Err(mismatch) => {
                let message = format!("{}() {}", class.node.name.as_str(), mismatch.message);
                let diagnostic = Diagnostic::new(Code::CallArguments, mismatch.span.unwrap_or(span), message);
                return self
                    .refuse(diagnostic.label(syntax::span(class.file, &class.node.name), "the class is defined here"));
            }
        };
        let mut for_post_init: Vec<Argument<'a>> = Vec::new();
        self.with_setup(|tracer| {
            let made = tracer.with_fields(class, &fields, &parameters, matched, &mut for_post_init, span);
            let Some((owner, node)) = tracer.tracer.classes.method(class, "__post_init__").filter(|_| made.ty == ty)
            else {
                return made;
            };
            let definition = tracer.method_definition(owner, node);
            let object = tracer.keep("object", made);
            let this = Argument { keyword: None, span, value: Value::Expr(object.clone()) };
            let call = tracer.call_definition(definition, std::iter::once(this).chain(for_post_init).collect(), span);
            tracer.emit_discarded(call);
            object
        })
    }

    /// A new object of what was matched to the parameters of a generated `__init__`; what is for `__post_init__` alone
    /// goes there.
    fn with_fields(
        &mut self,
        class: &'a ClassDef<'a>,
        fields: &[(&'a ClassDef<'a>, &'a Declared<'a>)],
        parameters: &[(&'a ClassDef<'a>, &'a Declared<'a>)],
        matched: Vec<Matched<'a>>,
        for_post_init: &mut Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        self.with_setup(|tracer| {
            let mut given: Vec<(&'a str, Expr)> = Vec::new();
            let mut in_order: Vec<(usize, Argument<'a>)> = Vec::new();
            for (index, matched) in matched.into_iter().enumerate() {
                if let Matched::One(argument) = matched {
                    in_order.push((index, argument));
                }
            }
            in_order.sort_by_key(|(_, argument)| argument.span.start);
            for (index, argument) in in_order {
                let (_, field) = parameters[index];
                let span = argument.span;
                let value = match argument.value {
                    Value::Expr(value) => value,
                    other => tracer.function_value(other, span),
                };
                let value = tracer.keep(field.name, value);
                given.push((field.name, value));
            }
            for (owner, field) in fields.iter().filter(|(_, field)| field.is_init_var) {
                let value = match given.iter().find(|(given, _)| *given == field.name) {
                    Some((_, value)) => value.clone(),
                    None => match field.default {
                        Some(default) => tracer.field_default(owner, field.name, default, None, span),
                        None => Expr::invalid(span),
                    },
                };
                for_post_init.push(Argument { keyword: None, span, value: Value::Expr(value) });
            }
            tracer.new_record(
                class,
                &mut |tracer, name| {
                    if let Some((_, value)) = given.iter().find(|(given, _)| *given == name) {
                        return Some(value.clone());
                    }
                    let (owner, field) = *fields.iter().find(|(_, field)| field.name == name)?;
                    let expected = tracer.field_annotation(owner, field);
                    Some(tracer.field_default(owner, name, field.default?, expected.as_ref(), span))
                },
                span,
            )
        })
    }

    /// The type of objects that a caller gives for a parameter: of the class and of those that derive from it, with
    /// fields as they are declared.
    pub(in super::super) fn arriving_class(&mut self, class: &'a ClassDef<'a>) -> Type {
        if super::is_enum(class) && class.unsupported.is_none() {
            return self.tracer.make_class(class);
        }
        let classes: Vec<&'a ClassDef<'a>> = self
            .tracer
            .classes
            .iter()
            .filter(|other| other.ancestors.contains(&class.name))
            .filter(|other| other.kind.declares_fields() || other.kind == ClassKind::Plain)
            // What a caller gives is made outside: of no class within a function.
            .filter(|other| !other.name.contains("<locals>"))
            // A typed dict that derives from another is a dict of the other's keys, too.
            .filter(|other| class.kind != ClassKind::TypedDict || other.name == class.name)
            .filter(|other| other.unsupported.is_none() && self.tracer.classes.abstract_methods(other).is_empty())
            .collect();
        let mut types = Vec::new();
        for other in classes {
            let is_plain = other.kind == ClassKind::Plain && other.record.kind == RecordKind::Class;
            if is_plain && let Some(unknown) = self.untyped_parameter(other) {
                // Of the classes below the one that is declared, those with known fields count.
                if other.name == class.name {
                    self.report(unknown);
                }
                continue;
            }
            types.push(self.make_model(other));
            if self.tracer.output.arriving.contains(&other.name) {
                continue;
            }
            self.tracer.output.arriving.push(other.name.clone());
            if super::super::model::config_of(other).is_some() {
                continue;
            }
            for (owner, field) in self.tracer.classes.fields(other) {
                let declared = self.field_annotation(owner, field).unwrap_or(Type::Never);
                self.tracer.tables.join_field(&other.name, field.name, &declared.widened());
            }
            if is_plain {
                self.learn_fields(other);
            }
        }
        crate::types::union(types)
    }

    /// What is wrong with the `__init__` of a class whose objects a caller gives, where a parameter has no type.
    fn untyped_parameter(&self, class: &'a ClassDef<'a>) -> Option<Diagnostic> {
        let (owner, node) = self.tracer.classes.method(class, "__init__")?;
        let parameters = node.parameters.posonlyargs.iter().chain(&node.parameters.args).skip(1);
        let untyped =
            parameters.chain(&node.parameters.kwonlyargs).find(|parameter| parameter.parameter.annotation.is_none())?;
        let name = class.node.name.as_str();
        let message =
            format!("what the fields of `{name}` hold is not known: `{}` has no type", untyped.name().as_str());
        let span = syntax::span(owner.file, untyped);
        Some(Diagnostic::new(Code::MissingAnnotation, span, message).help("annotate the parameters of `__init__`"))
    }

    /// The fields of a plain class are what its body declares, and what its `__init__` sets where it is given what
    /// its parameters declare.
    fn learn_fields(&mut self, class: &'a ClassDef<'a>) {
        for owner in class.ancestors.iter().rev().filter_map(|name| self.tracer.classes.get(name)) {
            for field in owner.declared.iter().filter(|field| !field.is_class_variable) {
                if let Some(declared) = self.field_annotation(owner, field) {
                    self.tracer.tables.join_field(&class.name, field.name, &declared.widened());
                }
            }
        }
        let Some((owner, node)) = self.tracer.classes.method(class, "__init__") else { return };
        let span = syntax::span(owner.file, &node.name);
        let declared = node.parameters.posonlyargs.iter().chain(&node.parameters.args).skip(1);
        let mut arguments = Vec::new();
        for parameter in declared.chain(&node.parameters.kwonlyargs) {
            let annotation = parameter.parameter.annotation.as_deref();
            let ty = annotation.and_then(|node| self.in_module(owner.file, |tracer| tracer.quiet_annotation(node)));
            let Some(ty) = ty else { return };
            // Of the call nothing is kept but what it says of the fields.
            let value = Value::Expr(Expr { kind: ExprKind::Invalid, ty: ty.widened(), span });
            arguments.push(Argument { keyword: Some(parameter.name().as_str()), span, value });
        }
        self.in_block(|tracer| {
            let made = tracer.construct_record(class, arguments, span);
            tracer.emit_discarded(made);
        });
    }

    /// The type that the annotation of a field declares.
    pub(in super::super) fn field_annotation(&mut self, owner: &'a ClassDef<'a>, field: &Declared<'a>) -> Option<Type> {
        let annotation = field.annotation?;
        self.in_module(owner.file, |tracer| tracer.quiet_annotation(annotation))
    }

    /// A new object: `value` gives what each field begins with, where it is known.
    pub(in super::super) fn new_record(
        &mut self,
        class: &'a ClassDef<'a>,
        value: &mut dyn FnMut(&mut Self, &str) -> Option<Expr>,
        span: Span,
    ) -> Expr {
        // The fields that are declared come first, in their order.
        for (_, field) in self.tracer.classes.fields(class) {
            self.tracer.tables.join_field(&class.name, field.name, &Type::Never);
        }
        let fields = self.tracer.tables.fields(&class.name);
        self.with_setup(|tracer| {
            let mut values = Vec::new();
            let mut poison = None;
            for (name, _) in fields {
                let first = match value(tracer, &name) {
                    Some(first) => first,
                    None => match tracer.class_default(class, &name, span) {
                        Some(default) => default,
                        None => Expr { kind: ExprKind::Constant(Constant::None), ty: Type::Unbound, span },
                    },
                };
                if poisoned(&first.ty) {
                    poison.get_or_insert(first.ty.clone());
                    continue;
                }
                let (_, ty) = tracer.tables_join_field(class, &name, &first);
                values.push(tracer.convert(first, &ty));
            }
            let ty = Type::Record(class.record.clone());
            match poison {
                Some(Type::Unknown) => Expr::invalid(span),
                Some(ty) => Expr { kind: ExprKind::Invalid, ty, span },
                None => Expr { kind: ExprKind::Record(values), ty, span },
            }
        })
    }

    pub(super) fn tables_join_field(&mut self, class: &'a ClassDef<'a>, name: &str, value: &Expr) -> (usize, Type) {
        let ty = value.ty.widened();
        if let Some((_, known)) = self.tracer.tables.field(&class.name, name) {
            self.unify_sites(&ty, &known);
        }
        self.tracer.tables.join_field(&class.name, name, &ty)
    }

    /// The statements of an `__init__` that makes an object.
    pub(in super::super) fn trace_constructor(&mut self, function: &'a ast::StmtFunctionDef, class: &'a ClassDef<'a>) {
        let Some(this) = first_parameter(function) else { return };
        for statement in &function.body {
            if self.environment.is_none() {
                return;
            }
            if self.is_unmade(this) && self.needs_object(statement, this, class) {
                self.make_object(this, class);
            }
            self.statements(std::slice::from_ref(statement));
        }
        if self.environment.is_some() {
            let end = self.span(function);
            let end = Span { start: end.end, ..end };
            self.return_object(this, class, end);
        }
    }

    /// `return` in an `__init__`: the object is what the constructor gives.
    pub(in super::super) fn return_object(&mut self, this: &'a str, class: &'a ClassDef<'a>, span: Span) {
        let object =
            if self.is_unmade(this) { self.unmade_record(this, class, span) } else { self.read_name(this, span) };
        self.emit_return(object, span);
    }

    fn is_unmade(&self, this: &str) -> bool {
        let binding = self.lookup(this);
        matches!(binding, Some(Binding::Static(Value::Unmade(_))))
    }

    /// Makes the object of what the fields hold so far.
    fn make_object(&mut self, this: &'a str, class: &'a ClassDef<'a>) {
        let span = syntax::span(class.file, &class.node.name);
        let span = Span { file: self.file, ..span };
        let span = if self.file == class.file { span } else { Span { file: self.file, start: 0, end: 0 } };
        let object = self.unmade_record(this, class, span);
        let ty = Type::Record(class.record.clone());
        let slot = self.slot(this, &ty);
        self.emit(StmtKind::Assign { target: slot, value: Expr { ty: ty.clone(), ..object } }, span);
        self.bind(this, Binding::Local { slot, declared: ty.clone(), view: ty });
    }

    fn unmade_record(&mut self, this: &str, class: &'a ClassDef<'a>, span: Span) -> Expr {
        let prefix = format!("{this}.");
        let set: Vec<String> = self
            .environment
            .iter()
            .flat_map(|environment| environment.names())
            .filter_map(|(name, _)| name.strip_prefix(&prefix).map(str::to_owned))
            .collect();
        for name in set {
            self.tracer.tables.join_field(&class.name, &name, &Type::Never);
        }
        self.new_record(
            class,
            &mut |tracer, name| {
                let binding = tracer.lookup(&format!("{prefix}{name}")).cloned();
                let Some(Binding::Local { slot, declared, view }) = binding else { return None };
                let value = tracer.local(slot, &declared, &view, span);
                if !value.ty.members().contains(&Type::Unbound) {
                    return Some(value);
                }
                // A way that has not set it leaves what the class holds.
                match tracer.class_default(class, name, span) {
                    Some(default) => Some(tracer.for_each_member(value, &mut |_, member| match member.ty {
                        Type::Unbound => default.clone(),
                        _ => member,
                    })),
                    None => Some(value),
                }
            },
            span,
        )
    }

    /// `self.name = value` before the object is made.
    pub(in super::super) fn set_unmade(
        &mut self,
        class: &'a ClassDef<'a>,
        this: &'a ast::Expr,
        name: &str,
        value: Expr,
        span: Span,
    ) {
        let ast::Expr::Name(this) = this else { return };
        if let Some(slots) = self.tracer.classes.slots(class)
            && !slots.contains(&name)
        {
            self.emit_call(value);
            return self.raise_no_attribute(class, name, span);
        }
        let ty = value.ty.widened();
        let value = self.convert(value, &ty);
        let value = match self.tracer.tables.field(&class.name, name) {
            Some((_, known)) => {
                self.unify_sites(&value.ty, &bound_part(&known));
                value
            }
            None => value,
        };
        self.assign_name(&format!("{}.{name}", this.id.as_str()), Value::Expr(value), span);
    }

    /// `self.name` before the object is made.
    pub(in super::super) fn read_unmade(
        &mut self,
        class: &'a ClassDef<'a>,
        this: &'a ast::Expr,
        name: &str,
        span: Span,
    ) -> Expr {
        let ast::Expr::Name(this) = this else { return Expr::invalid(span) };
        let path = format!("{}.{name}", this.id.as_str());
        let binding = self.lookup(&path).cloned();
        let default = |tracer: &mut Self| tracer.class_default(class, name, span);
        let message = no_attribute(class, name);
        match binding {
            Some(Binding::Local { slot, declared, view }) => {
                let read = self.local(slot, &declared, &view, span);
                if !read.ty.members().contains(&Type::Unbound) {
                    return read;
                }
                let bound = bound_part(&read.ty);
                self.for_each_member(read, &mut |tracer, member| match member.ty {
                    Type::Unbound => match default(tracer) {
                        Some(default) => default,
                        None => tracer.raise_expression("AttributeError", &message, span),
                    },
                    _ => tracer.convert(member, &bound),
                })
            }
            _ => match default(self) {
                Some(default) => default,
                None => self.raise_expression("AttributeError", &message, span),
            },
        }
    }

    /// Whether a statement of an `__init__` needs `self` for more than setting and reading its fields.
    fn needs_object(&self, statement: &'a ast::Stmt, this: &str, class: &'a ClassDef<'a>) -> bool {
        let is_field = |name: &str| match self.tracer.classes.member(class, name) {
            Some((_, member)) => matches!(member, Member::Value(_)),
            None => true,
        };
        let mut uses = Uses { this, is_field: &is_field, found: false };
        uses.visit_stmt(statement);
        uses.found
    }
}

/// The name of the first parameter: `self`.
pub(in super::super) fn first_parameter(function: &ast::StmtFunctionDef) -> Option<&str> {
    let parameters = &function.parameters;
    parameters.posonlyargs.iter().chain(&parameters.args).next().map(|parameter| parameter.name().as_str())
}

/// Looks for uses of `self` as a whole.
struct Uses<'u> {
    this: &'u str,
    is_field: &'u dyn Fn(&str) -> bool,
    found: bool,
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_stmt(&mut self, statement: &'a ast::Stmt) {
        match statement {
            ast::Stmt::Assign(_)
            | ast::Stmt::AnnAssign(_)
            | ast::Stmt::AugAssign(_)
            | ast::Stmt::Expr(_)
            | ast::Stmt::If(_)
            | ast::Stmt::Assert(_)
            | ast::Stmt::Raise(_)
            | ast::Stmt::Return(_) => walk_stmt(self, statement),
            // Elsewhere a field is no variable.
            _ => {
                let read = crate::scope::loaded_names([statement], &[]);
                self.found |= read.contains(self.this);
            }
        }
    }

    fn visit_expr(&mut self, node: &'a ast::Expr) {
        match node {
            ast::Expr::Attribute(attribute) if matches!(&*attribute.value, ast::Expr::Name(name) if name.id.as_str() == self.this) =>
            {
                self.found |= !(self.is_field)(attribute.attr.as_str());
            }
            ast::Expr::Name(name) => self.found |= matches!(name.id.as_str(), "super") || name.id.as_str() == self.this,
            ast::Expr::Lambda(_) => {
                let read = crate::scope::loaded_names([], &[node]);
                self.found |= read.contains(self.this);
            }
            _ => walk_expr(self, node),
        }
    }
}
