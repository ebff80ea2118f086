//! Attributes: reading and setting fields, properties and what the class holds.

use rustpython_ast as ast;

use super::super::arguments::Argument;
use super::super::container::wanted_elements;
use super::super::environment::Binding;
use super::super::expression::nearest;
use super::super::function::{FunctionTracer, bound_part, poisoned};
use super::super::optional::Use;
use super::super::value::{Definition, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, Stmt, StmtKind};
use crate::scope::classes::{ClassDef, ClassKind, FieldDefault, Member, MethodKind};
use crate::source::Span;
use crate::syntax;
use crate::types::{RecordKind, Type, union};

impl<'a> FunctionTracer<'_, 'a> {
    /// Whether an object's attribute is a method that is called on it.
    pub(in super::super) fn is_record_method(&self, ty: &Type, name: &str) -> bool {
        let Some(class) = self.class_of_type(ty) else { return false };
        let is_field = self.tracer.tables.field(&class.name, name).is_some();
        !is_field
            && match self.tracer.classes.member(class, name) {
                Some((_, member)) => matches!(member, Member::Method { .. }),
                None if ty.is_named_tuple() => super::named_tuple::METHODS.contains(&name),
                None => self.model_of(ty).is_some() && super::super::model::METHODS.contains(&name),
            }
            || ty.is_typed_dict() && crate::catalog::catalog().method("builtins.dict", name).is_some()
    }

    /// Whether objects of the type have the attribute.
    pub(in super::super) fn has_record_attribute(&self, ty: &Type, name: &str) -> bool {
        let Some(class) = self.class_of_type(ty) else { return false };
        self.tracer.tables.field(&class.name, name).is_some() || self.tracer.classes.member(class, name).is_some()
    }

    /// `object.name` that is no method.
    pub(in super::super) fn record_attribute(&mut self, object: Expr, name: &str, span: Span) -> Expr {
        let Some(class) = self.class_of_type(&object.ty) else { return Expr::invalid(span) };
        if super::is_enum(class)
            && let Some(value) = self.enum_attribute(object.clone(), class, name, span)
        {
            return value;
        }
        if object.ty.is_named_tuple()
            && let Some(Value::Expr(value)) = self.named_tuple_attribute(class, name, span)
        {
            return value;
        }
        let found = self.tracer.classes.member(class, name);
        if let Some((owner, Member::Property { getter, is_cached: true, .. })) = found {
            return self.cached_attribute(object, class, self.method_definition(owner, getter), span);
        }
        if let Some((owner, Member::Property { getter, .. })) = found {
            let definition = self.method_definition(owner, getter);
            let receiver = Argument { keyword: None, span: object.span, value: Value::Expr(object) };
            return self.call_definition(definition, vec![receiver], span);
        }
        if let Some((field, ty)) = self.tracer.tables.field(&class.name, name) {
            return self.read_field(object, class, name, field, &ty, span);
        }
        match found {
            Some((owner, Member::Value(node))) => {
                let value = self.class_constant(owner, name, node, span);
                self.with_setup(|tracer| {
                    tracer.keep("object", object);
                    value
                })
            }
            _ if name == super::super::model::FIELDS_SET && super::super::model::config_of(class).is_some() => {
                // From the next pass on objects of the class have it.
                let (field, ty) = self.tracer.tables.join_field(&class.name, name, &Type::set(Type::Str));
                self.read_field(object, class, name, field, &ty, span)
            }
            _ => {
                let diagnostic = self.unknown_record_attribute(class, name, span);
                self.refuse(diagnostic)
            }
        }
    }

    /// `functools.cached_property`: a field that the first read sets.
    fn cached_attribute(&mut self, object: Expr, class: &'a ClassDef<'a>, getter: Definition<'a>, span: Span) -> Expr {
        let name = getter.name();
        if class.record.kind != RecordKind::Class || self.tracer.classes.slots(class).is_some() {
            let message = "`cached_property` needs objects with a `__dict__`, which those of this class lack";
            return self.refuse(Diagnostic::new(Code::UnsupportedClass, span, message).help("write `@property`"));
        }
        self.with_setup(|tracer| {
            let object = tracer.keep("object", object);
            let receiver = Argument { keyword: None, span, value: Value::Expr(object.clone()) };
            let mut value = Expr::invalid(span);
            let mut then = tracer.in_block(|tracer| value = tracer.call_definition(getter, vec![receiver], span));
            if poisoned(&value.ty) {
                return Expr { kind: ExprKind::Invalid, ty: value.ty, span };
            }
            tracer.tracer.tables.join_field(&class.name, name, &Type::Unbound);
            let (field, ty) = tracer.tables_join_field(class, name, &value);
            let bound = bound_part(&ty);
            let slot = tracer.temporary(name, &bound);
            let kept = Expr { kind: ExprKind::Local(slot), ty: bound.clone(), span };
            then.extend(tracer.in_block(|tracer| {
                let value = tracer.convert(value, &bound);
                tracer.emit(StmtKind::Assign { target: slot, value }, span);
                let value = tracer.convert(kept.clone(), &ty);
                tracer.keep_in_field(object.clone(), field, value, span);
            }));
            let read = Expr { kind: ExprKind::Field { record: Box::new(object), field }, ty: ty.clone(), span };
            let orelse = tracer.in_block(|tracer| {
                let value = tracer.convert(read.clone(), &bound);
                tracer.emit(StmtKind::Assign { target: slot, value }, span);
            });
            let kind = ExprKind::IsMember { subject: Box::new(read), members: vec![Type::Unbound] };
            let test = Expr { kind, ty: Type::Bool, span };
            tracer.emit(StmtKind::If { test, then, orelse }, span);
            kept
        })
    }

    /// Sets a field of an object, unless it is a captured one and the value cannot change: that is made anew then.
    fn keep_in_field(&mut self, record: Expr, field: usize, value: Expr, span: Span) {
        let is_immutable = super::super::decorator::is_immutable(&value.ty);
        let set = StmtKind::SetField { record, field, value };
        if !is_immutable {
            return self.emit(set, span);
        }
        let body = self.in_block(|tracer| tracer.emit(set, span));
        let base = crate::catalog::catalog().exception("builtins.BaseException").expect("it is in the catalog");
        let caught = self.temporary("caught", &Type::Exception(base));
        self.emit(StmtKind::Try { body, orelse: Vec::new(), caught, handler: Vec::new() }, span);
    }

    fn read_field(
        &mut self,
        object: Expr,
        class: &'a ClassDef<'a>,
        name: &str,
        field: usize,
        ty: &Type,
        span: Span,
    ) -> Expr {
        let bound = bound_part(ty);
        if bound == Type::Never {
            let message = format!("nothing is ever assigned to `{name}` of `{}`", class.node.name.as_str());
            self.report(Diagnostic::new(Code::UnboundName, span, message).help("assign it in `__init__`"));
            return Expr { kind: ExprKind::Invalid, ty: Type::Never, span };
        }
        let read = Expr { kind: ExprKind::Field { record: Box::new(object), field }, ty: ty.clone(), span };
        if bound == *ty {
            return read;
        }
        let message = no_attribute(class, name);
        self.for_each_member(read, &mut |tracer, member| match member.ty {
            Type::Unbound => tracer.raise_expression("AttributeError", &message, span),
            _ => tracer.convert(member, &bound),
        })
    }

    fn unknown_record_attribute(&self, class: &'a ClassDef<'a>, name: &str, span: Span) -> Diagnostic {
        let message = match name {
            "__dict__" | "__slots__" | "__annotations__" => {
                format!("`{name}` cannot be compiled: fields are known by name at compile time only")
            }
            _ => format!("`{}` has no attribute `{name}`", class.node.name.as_str()),
        };
        let diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message)
            .label(syntax::span(class.file, &class.node.name), "the class is defined here");
        let fields = self.tracer.tables.fields(&class.name);
        let members = class.ancestors.iter().filter_map(|name| self.tracer.classes.get(name));
        let members = members.flat_map(|class| class.members.keys().copied());
        let names = fields.iter().map(|(name, _)| name.as_str()).chain(members);
        if name == "__dict__" {
            return diagnostic.help("write the fields out, as `{\"n\": value.n}`");
        }
        match nearest(name, names.filter(|name| !name.starts_with("__"))) {
            Some(near) => {
                let at = Span { start: span.end.saturating_sub(name.len() as u32), ..span };
                diagnostic.help(format!("did you mean `{near}`?")).fix(format!("Replace by `{near}`"), at, near)
            }
            None => diagnostic,
        }
    }

    /// `Class.name`.
    pub(in super::super) fn class_attribute(&mut self, class: &'a ClassDef<'a>, name: &str, span: Span) -> Value<'a> {
        if name == "__name__" || name == "__qualname__" {
            return Value::Expr(Expr::constant(Constant::Str(class.node.name.as_str().into()), span));
        }
        if let Some(member) = self.member_by_name(class, name, span) {
            return Value::Expr(member);
        }
        if name == "__members__" && super::is_enum(class) {
            let names = class.values.iter().map(|member| self.string(member.name, span)).collect();
            let members =
                class.values.iter().filter_map(|member| self.member_by_name(class, member.name, span)).collect();
            return Value::Expr(self.dict_of(names, members, span));
        }
        if class.record.kind == RecordKind::NamedTuple
            && let Some(value) = self.named_tuple_attribute(class, name, span)
        {
            return value;
        }
        match self.tracer.classes.member(class, name) {
            Some((owner, Member::Method { node, kind, .. })) => {
                let definition = self.method_definition(owner, node);
                match kind {
                    MethodKind::Class => Value::ClassMethod(class, definition),
                    MethodKind::Object | MethodKind::Static => Value::Function(definition),
                }
            }
            Some((owner, Member::Value(node))) => Value::Expr(self.class_constant(owner, name, node, span)),
            None if super::super::model::config_of(class).is_some()
                && let Some(function) = super::super::model::ModelFunction::named(name) =>
            {
                Value::Model(class, function)
            }
            _ => {
                let diagnostic = self.unknown_record_attribute(class, name, span);
                Value::Expr(self.refuse(diagnostic))
            }
        }
    }

    /// What `super().name` is: a method, bound to the object or to the class.
    pub(in super::super) fn super_attribute(
        &mut self,
        target: Value<'a>,
        after: &str,
        name: &str,
        span: Span,
    ) -> Value<'a> {
        let class = match &target {
            Value::Expr(object) => self.class_of_type(&object.ty),
            Value::ProjectClass(class) => Some(*class),
            _ => None,
        };
        let Some(class) = class else { return Value::Expr(Expr::invalid(span)) };
        match self.tracer.classes.member_after(class, after, name) {
            Some((owner, Member::Method { node, kind, .. })) => {
                let definition = self.method_definition(owner, node);
                match (kind, target) {
                    (MethodKind::Static, _) => Value::Function(definition),
                    (MethodKind::Class, _) => Value::ClassMethod(class, definition),
                    (MethodKind::Object, Value::Expr(object)) => Value::BoundMethod(Box::new(object), definition),
                    (MethodKind::Object, _) => Value::Function(definition),
                }
            }
            Some((owner, Member::Property { getter, .. })) => {
                let definition = self.method_definition(owner, getter);
                let Value::Expr(object) = target else { return Value::Expr(Expr::invalid(span)) };
                let receiver = Argument { keyword: None, span, value: Value::Expr(object) };
                Value::Expr(self.call_definition(definition, vec![receiver], span))
            }
            Some((owner, Member::Value(node))) => Value::Expr(self.class_constant(owner, name, node, span)),
            // `object.__init__` does nothing.
            None if matches!(name, "__init__" | "__post_init__" | "model_post_init" | "__init_subclass__") => {
                Value::Nothing
            }
            None => {
                let message = format!("'super' object has no attribute '{name}'");
                Value::Expr(self.refuse(Diagnostic::new(Code::UnknownAttribute, span, message)))
            }
        }
    }

    /// A value that the body of a class binds: evaluated once in Python, so it must be a constant here.
    pub(in super::super) fn class_constant(
        &mut self,
        owner: &'a ClassDef<'a>,
        name: &str,
        node: &'a ast::Expr,
        span: Span,
    ) -> Expr {
        if let Some(constant) = crate::catalog::constant(node) {
            return Expr::constant(constant, span);
        }
        let reported = self.tracer.output.diagnostics.len();
        let value = self.in_module(owner.file, |tracer| {
            let value = tracer.constant_value(owner, node);
            Expr { span, ..value }
        });
        if poisoned(&value.ty) {
            self.tracer.output.diagnostics.truncate(reported);
            let message = format!(
                "`{name}` of the class `{}` is no constant, and Python evaluates it when the module is run",
                owner.node.name.as_str()
            );
            let diagnostic = Diagnostic::new(Code::UnsupportedClass, span, message)
                .label(syntax::span(owner.file, node), "it is made here");
            return self.refuse(
                diagnostic.help(
                    "write a constant, or a name at the top level of the module: it is captured into the library",
                ),
            );
        }
        value
    }

    /// A value of constants, names of the module, and names of the class itself.
    fn constant_value(&mut self, owner: &'a ClassDef<'a>, node: &'a ast::Expr) -> Expr {
        let span = self.span(node);
        if let ast::Expr::Name(name) = node
            && let Some(Member::Value(other)) = owner.members.get(name.id.as_str())
            && !std::ptr::eq(*other, node)
        {
            return self.constant_value(owner, other);
        }
        for name in crate::scope::loaded_names([], &[node]) {
            if let Some(Member::Value(other)) = owner.members.get(name)
                && !std::ptr::eq(*other, node)
            {
                let value = self.constant_value(owner, other);
                self.bind(name, Binding::Static(Value::Expr(value)));
            }
        }
        match self.value(node, None) {
            Value::Expr(value) if is_constant_like(&value) => value,
            _ => Expr::invalid(span),
        }
    }

    /// What a field holds where nothing sets it on the object: the default that its class gives.
    pub(in super::super) fn class_default(&mut self, class: &'a ClassDef<'a>, name: &str, span: Span) -> Option<Expr> {
        match self.tracer.classes.member(class, name)? {
            (owner, Member::Value(node)) => Some(self.class_constant(owner, name, node, span)),
            _ => None,
        }
    }

    /// `target.name = value`.
    pub(in super::super) fn assign_attribute(&mut self, node: &'a ast::ExprAttribute, value: Value<'a>) {
        let span = self.span(node);
        let value = match value {
            Value::Expr(value) => value,
            other => self.function_value(other, span),
        };
        let name = node.attr.as_str();
        let value = if matches!(&*node.value, ast::Expr::Name(_)) { value } else { self.keep("value", value) };
        match self.value(&node.value, None) {
            Value::Unmade(class) => self.set_unmade(class, &node.value, name, value, span),
            Value::Expr(object) => {
                let known = value.ty.clone();
                // What is validated when it is assigned may become something else.
                let converts = self.model_of(&object.ty).and_then(super::super::model::config_of);
                let converts = converts.is_some_and(|config| config.validates_assignment);
                let path = super::path_of(node);
                self.store_attribute(object, name, value, span);
                if let Some(environment) = &mut self.environment {
                    environment.forget_field(name);
                    if let Some(path) = path
                        && !converts
                        && !poisoned(&known)
                    {
                        environment.narrow(&path, known);
                    }
                }
            }
            Value::ProjectClass(class) => {
                let message =
                    format!("`{}.{name}` is shared by all calls and cannot be changed", class.node.name.as_str());
                self.report(Diagnostic::new(Code::GlobalMutation, span, message).help("keep the value in an object"));
            }
            other => {
                let message = format!("the attribute `{name}` of {} cannot be set", other.describe());
                self.report(Diagnostic::new(Code::UnsupportedStatement, span, message));
            }
        }
    }

    /// Sets an attribute of an object.
    pub(in super::super) fn store_attribute(&mut self, object: Expr, name: &str, value: Expr, span: Span) {
        if let Type::Exception(class) = object.ty.clone() {
            return self.store_exception_attribute(object, &class, name, value, span);
        }
        if poisoned(&object.ty) || poisoned(&value.ty) {
            return;
        }
        if object.ty.is_union() {
            let value = self.keep("value", value);
            let object = self.present(object, Use::Attribute(name), span);
            let call = self.for_each_member(object, &mut |tracer, member| {
                let block = tracer.in_block(|tracer| tracer.store_attribute(member, name, value.clone(), span));
                Expr {
                    kind: ExprKind::Block(block, Box::new(Expr::constant(Constant::None, span))),
                    ty: Type::None,
                    span,
                }
            });
            return self.emit_call(call);
        }
        let Some(class) = self.class_of_type(&object.ty) else {
            let message = format!("the attribute `{name}` of `{}` cannot be set", object.ty);
            let mut diagnostic = Diagnostic::new(Code::UnknownAttribute, span, message);
            if object.ty == Type::None {
                diagnostic = diagnostic.help("test for `None` first: `if value is not None:`");
            }
            return self.report(diagnostic);
        };
        if matches!(object.kind, ExprKind::Global(_)) {
            let message = "a captured object is shared by all calls and cannot be changed";
            return self
                .report(Diagnostic::new(Code::GlobalMutation, span, message).help("make the object in the function"));
        }
        match self.tracer.classes.member(class, name) {
            Some((owner, Member::Property { setter: Some(setter), .. })) => {
                let definition = self.method_definition(owner, setter);
                let argument = |value: Expr| Argument { keyword: None, span: value.span, value: Value::Expr(value) };
                let value = self.keep("value", value);
                let call = self.call_definition(definition, vec![argument(object), argument(value)], span);
                return self.emit_call(call);
            }
            Some((_, Member::Property { setter: None, is_cached: false, .. })) => {
                let message = format!("property '{name}' of '{}' object has no setter", class.node.name.as_str());
                let raised = self.raise_expression("AttributeError", &message, span);
                self.emit_call(value);
                self.emit_call(raised);
                self.environment = None;
                return;
            }
            _ => {}
        }
        if super::super::model::config_of(class).is_some() && self.store_in_model(class, &object, name, &value, span) {
            return;
        }
        if class.record.kind == RecordKind::NamedTuple
            && self.tracer.classes.fields(class).iter().any(|(_, field)| field.name == name)
        {
            self.emit_call(value);
            self.emit_call(object);
            let raised = self.raise_expression("AttributeError", "can't set attribute", span);
            self.emit_call(raised);
            self.environment = None;
            return;
        }
        if !self.is_frozen(class)
            && let Some(slots) = self.tracer.classes.slots(class)
            && !slots.contains(&name)
        {
            self.emit_call(value);
            self.emit_call(object);
            return self.raise_no_attribute(class, name, span);
        }
        if self.is_frozen(class) {
            self.emit_call(value);
            self.emit_call(object);
            let message = format!("cannot assign to field '{name}'");
            let raised = self.raise_expression("dataclasses.FrozenInstanceError", &message, span);
            self.emit_call(raised);
            self.environment = None;
            return;
        }
        self.set_field(class, object, name, value, span);
    }

    /// Raises what Python does for an attribute that objects of the class cannot have.
    pub(super) fn raise_no_attribute(&mut self, class: &'a ClassDef<'a>, name: &str, span: Span) {
        let raised = self.raise_expression("AttributeError", &no_attribute(class, name), span);
        self.emit_call(raised);
        self.environment = None;
    }

    /// Sets a field, whatever the class says to that.
    pub(in super::super) fn set_field(
        &mut self,
        class: &'a ClassDef<'a>,
        object: Expr,
        name: &str,
        value: Expr,
        span: Span,
    ) {
        if self.tracer.tables.field(&class.name, name).is_none() {
            // Objects that are made elsewhere may not have it.
            let first = self.class_default(class, name, span).map_or(Type::Unbound, |default| default.ty);
            self.tracer.tables.join_field(&class.name, name, &first);
        }
        let (field, ty) = self.tracer.tables.join_field(&class.name, name, &value.ty.widened());
        let value = self.convert(value, &ty);
        self.emit(StmtKind::SetField { record: object, field, value }, span);
    }

    pub(in super::super) fn is_frozen(&self, class: &ClassDef<'a>) -> bool {
        let ancestors = class.ancestors.iter().filter_map(|name| self.tracer.classes.get(name));
        ancestors.into_iter().any(|class| matches!(&class.kind, ClassKind::Dataclass(options) if options.frozen))
    }

    /// The default of a dataclass field, as an expression of its own.
    pub(in super::super) fn field_default(
        &mut self,
        owner: &'a ClassDef<'a>,
        name: &str,
        default: FieldDefault<'a>,
        expected: Option<&Type>,
        span: Span,
    ) -> Expr {
        match default {
            FieldDefault::Value(node) => self.class_constant(owner, name, node, span),
            FieldDefault::Factory(node) => {
                let factory = self.in_module(owner.file, |tracer| tracer.value(node, None));
                match (&factory, expected) {
                    (Value::Class(class), _)
                        if matches!(&**class, "builtins.list" | "builtins.dict" | "builtins.set") =>
                    {
                        self.empty_container(class, expected, span)
                    }
                    _ => self.call_value(factory, Vec::new(), span),
                }
            }
        }
    }

    fn empty_container(&mut self, class: &str, expected: Option<&Type>, span: Span) -> Expr {
        let some = expected.map(|ty| union(ty.members().iter().filter(|member| **member != Type::None).cloned()));
        match class {
            "builtins.list" => self.list(&[], some.as_ref(), span),
            "builtins.set" => self.set(&[], some.as_ref(), span),
            _ => {
                let [key, value] = wanted_elements(some.as_ref(), |ty| matches!(ty, Type::Dict(..)));
                let key = self.element(&Type::Never, key, 0, span);
                let value = self.element(&Type::Never, value, 1, span);
                Expr { kind: ExprKind::Dict(Vec::new()), ty: Type::Dict(key, value), span }
            }
        }
    }

    /// Evaluates for effect, as a statement.
    pub(in super::super) fn emit_discarded(&mut self, value: Expr) {
        let span = value.span;
        self.block.push(Stmt { kind: StmtKind::Evaluate(value), span });
    }
}

/// Whether a value is the same at each evaluation and cannot be changed.
fn is_constant_like(value: &Expr) -> bool {
    let immutable = |ty: &Type| {
        matches!(
            ty,
            Type::None
                | Type::Bool
                | Type::Int
                | Type::Float
                | Type::Complex
                | Type::Str
                | Type::Bytes
                | Type::Literal(_)
                | Type::Tuple(_)
                | Type::Sequence(_)
                | Type::FrozenSet(_)
                | Type::Union(_)
        )
    };
    match &value.kind {
        ExprKind::Global(_) => true,
        // A member of an enum.
        ExprKind::Constant(_) if matches!(value.ty, Type::Record(_)) => true,
        _ => {
            immutable(&value.ty)
                && value.ty.parts().into_iter().all(|part| {
                    !part.any(&|part| {
                        matches!(
                            part,
                            Type::List(_)
                                | Type::Set(_)
                                | Type::Dict(..)
                                | Type::Record(_)
                                | Type::Iterator(_)
                                | Type::Array(_)
                                | Type::Tensor(_)
                        )
                    })
                })
        }
    }
}

/// What CPython says where an object does not have the attribute.
pub(super) fn no_attribute(class: &ClassDef, name: &str) -> String {
    format!("'{}' object has no attribute '{name}'", class.node.name.as_str())
}
