//! Dunder methods: what operators and built-in functions do with an object.

use rustpython_ast as ast;

use super::super::arguments::Argument;
use super::super::function::{FunctionTracer, poisoned};
use super::super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind};
use crate::scope::classes::ClassDef;
use crate::source::Span;
use crate::types::Type;

/// The class of `NotImplemented`, of which there is no value in compiled code: a call that gives it is not made.
pub(in super::super) const NOT_IMPLEMENTED: &str = "builtins.NotImplementedType";

impl<'a> FunctionTracer<'_, 'a> {
    /// Calls a method of an object by its name.
    pub(in super::super) fn call_record_method(
        &mut self,
        object: Expr,
        name: &str,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Option<Expr> {
        let class = self.class_of_type(&object.ty)?;
        if object.ty.is_typed_dict() {
            return Some(self.typed_dict_method(object, name, arguments, span));
        }
        if object.ty.is_named_tuple() && self.tracer.classes.member(class, name).is_none() {
            return self.named_tuple_method(class, object, name, arguments, span);
        }
        let Some((owner, member)) = self.tracer.classes.member(class, name) else {
            self.model_of(&object.ty)?;
            return self.model_method(object, class, name, &arguments, span);
        };
        let crate::scope::classes::Member::Method { node, kind, .. } = member else { return None };
        let definition = self.method_definition(owner, node);
        use crate::scope::classes::MethodKind;
        Some(match kind {
            MethodKind::Object => {
                let this = Argument { keyword: None, span: object.span, value: Value::Expr(object) };
                self.call_definition(definition, std::iter::once(this).chain(arguments).collect(), span)
            }
            MethodKind::Class | MethodKind::Static => self.with_setup(|tracer| {
                tracer.keep("object", object);
                if *kind == MethodKind::Static {
                    return tracer.call_definition(definition, arguments, span);
                }
                tracer.call_class_method(class, definition, arguments, span)
            }),
        })
    }

    pub(in super::super) fn call_class_method(
        &mut self,
        class: &'a ClassDef<'a>,
        definition: super::super::value::Definition<'a>,
        arguments: Vec<Argument<'a>>,
        span: Span,
    ) -> Expr {
        let this = Argument { keyword: None, span, value: Value::ProjectClass(class) };
        self.call_definition(definition, std::iter::once(this).chain(arguments).collect(), span)
    }

    /// Calls a dunder method, if the object's class has it and does not answer `NotImplemented`.
    pub(in super::super) fn record_dunder(
        &mut self,
        object: &Expr,
        method: &str,
        arguments: &[Expr],
        span: Span,
    ) -> Option<Expr> {
        let class = self.class_of_type(&object.ty)?;
        self.tracer.classes.method(class, method)?;
        let arguments = arguments
            .iter()
            .map(|argument| Argument { keyword: None, span: argument.span, value: Value::Expr(argument.clone()) })
            .collect();
        let result = self.call_record_method(object.clone(), method, arguments, span)?;
        if is_not_implemented(&result.ty) {
            return None;
        }
        if result.ty.members().iter().any(is_not_implemented) {
            let message = format!("`{method}` gives `NotImplemented` for some values of these types only");
            let diagnostic = Diagnostic::new(Code::OperandTypes, span, message);
            return Some(
                self.refuse(diagnostic.help("decide by the types of the operands alone: `isinstance(other, …)`")),
            );
        }
        Some(result)
    }

    /// A binary operator of which one side at least is an object; `None` where no side has it.
    pub(in super::super) fn record_operator(
        &mut self,
        left: &Expr,
        right: &Expr,
        method: &str,
        reflected: &str,
        span: Span,
    ) -> Option<Expr> {
        let mut found = None;
        let value = self.with_setup(|tracer| {
            let left = tracer.keep("left", left.clone());
            let right = tracer.keep("right", right.clone());
            found = tracer.kept_operator(&left, &right, method, reflected, span);
            found.clone().unwrap_or_else(|| Expr::invalid(span))
        });
        found.map(|_| value)
    }

    fn kept_operator(&mut self, left: &Expr, right: &Expr, method: &str, reflected: &str, span: Span) -> Option<Expr> {
        // A class that derives from the left one's comes first.
        let (left_class, right_class) = (self.class_of_type(&left.ty), self.class_of_type(&right.ty));
        if let (Some(a), Some(b)) = (left_class, right_class)
            && a.name != b.name
            && b.ancestors.contains(&a.name)
            && self.tracer.classes.method(b, reflected).is_some()
        {
            let first = self.record_dunder(right, reflected, std::slice::from_ref(left), span);
            return first.or_else(|| self.record_dunder(left, method, std::slice::from_ref(right), span));
        }
        if let Some(result) = self.record_dunder(left, method, std::slice::from_ref(right), span) {
            return Some(result);
        }
        // Two objects of one class do not try the reflected method.
        if left_class.is_some() && left.ty == right.ty && method != reflected && !is_comparison(method) {
            return None;
        }
        self.record_dunder(right, reflected, std::slice::from_ref(left), span)
    }

    /// `left == right` of which one side at least is an object.
    pub(in super::super) fn record_equality(&mut self, left: Expr, right: Expr, negate: bool, span: Span) -> Expr {
        let has_method = |tracer: &Self, value: &Expr| {
            tracer.class_of_type(&value.ty).is_some_and(|class| tracer.tracer.classes.method(class, "__eq__").is_some())
        };
        if left.ty != right.ty
            && !has_method(self, &left)
            && !has_method(self, &right)
            && let Some((left, right)) = self.enum_operands(&left, &right, span)
        {
            let op = if negate { ast::CmpOp::NotEq } else { ast::CmpOp::Eq };
            return self.compare_values(op, left, right, span);
        }
        if negate && let Some(result) = self.record_operator(&left, &right, "__ne__", "__ne__", span) {
            return result;
        }
        let equal = match self.record_operator(&left, &right, "__eq__", "__eq__", span) {
            Some(result) => result,
            None if left.ty != right.ty && (left.ty.has_plain() || right.ty.has_plain()) => {
                let (left, right) = self.plain_operands(left, right);
                self.compare_values(ast::CmpOp::Eq, left, right, span)
            }
            None if left.ty == right.ty => self.native("object::equal", vec![left, right], Type::Bool, span),
            None => self.with_setup(|tracer| {
                tracer.keep("left", left);
                tracer.keep("right", right);
                Expr::constant(Constant::Bool(false), span)
            }),
        };
        if !negate || poisoned(&equal.ty) {
            return equal;
        }
        let test = self.truth(equal);
        super::super::compare::negated(test, span)
    }

    /// `left < right` and the like of which one side at least is an object; `None` where they have no order.
    pub(in super::super) fn record_ordering(
        &mut self,
        op: ast::CmpOp,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Option<Expr> {
        let (method, reflected) = match op {
            ast::CmpOp::Lt => ("__lt__", "__gt__"),
            ast::CmpOp::LtE => ("__le__", "__ge__"),
            ast::CmpOp::Gt => ("__gt__", "__lt__"),
            _ => ("__ge__", "__le__"),
        };
        if let Some(result) = self.record_operator(left, right, method, reflected, span) {
            return Some(result);
        }
        if let Some((left, right)) = self.enum_operands(left, right, span) {
            return Some(self.compare_values(op, left, right, span));
        }
        if left.ty != right.ty && (left.ty.has_plain() || right.ty.has_plain()) {
            let (left, right) = self.plain_operands(left.clone(), right.clone());
            return Some(self.compare_values(op, left, right, span));
        }
        let class = self.class_of_type(&left.ty)?;
        if left.ty != right.ty {
            return None;
        }
        if self.has_generated_order(class) {
            let path = match op {
                ast::CmpOp::Lt => "object::less",
                ast::CmpOp::LtE => "object::less_equal",
                ast::CmpOp::Gt => "object::greater",
                _ => "object::greater_equal",
            };
            return Some(self.native(path, vec![left.clone(), right.clone()], Type::Bool, span));
        }
        let completes =
            class.ancestors.iter().filter_map(|name| self.tracer.classes.get(name)).any(|class| class.total_ordering);
        completes.then(|| self.completed_ordering(op, left, right, span))
    }

    /// The comparisons that `functools.total_ordering` adds to the one that the class has.
    fn completed_ordering(&mut self, op: ast::CmpOp, left: &Expr, right: &Expr, span: Span) -> Expr {
        let Some(class) = self.class_of_type(&left.ty) else { return Expr::invalid(span) };
        let root = ["__lt__", "__le__", "__gt__", "__ge__"]
            .into_iter()
            .find(|name| self.tracer.classes.method(class, name).is_some());
        let Some(root) = root else { return Expr::invalid(span) };
        self.with_setup(|tracer| {
            let left = tracer.keep("left", left.clone());
            let right = tracer.keep("right", right.clone());
            let Some(answer) = tracer.record_dunder(&left, root, std::slice::from_ref(&right), span) else {
                return Expr::invalid(span);
            };
            let answer = tracer.truth(answer);
            let answer = tracer.keep("answer", answer);
            let equal = tracer.record_equality(left, right, false, span);
            let equal = tracer.truth(equal);
            let not = |test: Expr| super::super::compare::negated(test, span);
            let and = |a: Expr, b: Expr| Expr { kind: ExprKind::And(Box::new(a), Box::new(b)), ty: Type::Bool, span };
            let or = |a: Expr, b: Expr| Expr { kind: ExprKind::Or(Box::new(a), Box::new(b)), ty: Type::Bool, span };
            // As in `functools`: each from the one that is there and `==`.
            match (root, op) {
                ("__lt__", ast::CmpOp::Gt) | ("__gt__", ast::CmpOp::Lt) => and(not(answer), not(equal)),
                ("__lt__", ast::CmpOp::LtE) | ("__gt__", ast::CmpOp::GtE) => or(answer, equal),
                ("__lt__", ast::CmpOp::GtE) | ("__gt__", ast::CmpOp::LtE) => not(answer),
                ("__le__", ast::CmpOp::Gt) | ("__ge__", ast::CmpOp::Lt) => not(answer),
                ("__le__", ast::CmpOp::Lt) | ("__ge__", ast::CmpOp::Gt) => and(answer, not(equal)),
                _ => or(not(answer), equal),
            }
        })
    }

    fn has_generated_order(&self, class: &ClassDef<'a>) -> bool {
        let ancestors = class.ancestors.iter().filter_map(|name| self.tracer.classes.get(name));
        ancestors.into_iter().any(|class| class.kind.generates("__lt__"))
    }

    /// `super()` in a method.
    pub(in super::super) fn super_value(&mut self, span: Span) -> Value<'a> {
        let (Some(class), Some(this)) = (self.class, self.first_parameter) else {
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, "`super()` outside of a method");
            return Value::Expr(self.refuse(diagnostic));
        };
        let target = self.name_value(this, span);
        Value::Super(Box::new(target), class.name.clone())
    }

    /// `type(value)`: the class, where it is one.
    pub(in super::super) fn type_of(&mut self, node: &'a ast::Expr, span: Span) -> Value<'a> {
        let value = self.expression(node, None);
        if poisoned(&value.ty) {
            return Value::Expr(Expr { kind: ExprKind::Invalid, ty: value.ty, span });
        }
        let is_plain = matches!(value.kind, ExprKind::Local(_) | ExprKind::Constant(_) | ExprKind::Convert(_));
        match (self.class_of_type(&value.ty), super::super::native::class_of(&value.ty)) {
            (Some(class), _) if is_plain => Value::ProjectClass(class),
            (None, Some(class)) if is_plain => Value::Class(class),
            _ => {
                let message = format!("`type` of a `{}` is not known before the program runs", value.ty);
                let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
                Value::Expr(self.refuse(diagnostic.help("test with `isinstance`; the name is `type(value).__name__`")))
            }
        }
    }

    /// `hash(value)` within a `__hash__`.
    pub(in super::super) fn hash_of(&mut self, node: &'a ast::Expr, span: Span) -> Expr {
        let value = self.expression(node, None);
        if poisoned(&value.ty) {
            return Expr { kind: ExprKind::Invalid, ty: value.ty, span };
        }
        if !self.in_hash {
            let message = "`hash` gives another number in each run of Python, and is compiled within `__hash__` only";
            let help = "use a dict or a set, or a digest of the text";
            return self.refuse(Diagnostic::new(Code::UnsupportedBuiltin, span, message).help(help));
        }
        if !super::super::native::is_hashable(&value.ty) {
            let message = format!("unhashable type: `{}`", value.ty);
            return self
                .refuse(Diagnostic::new(Code::ArgumentType, span, message).help("hash a tuple of what is compared"));
        }
        let base = value.ty.widened();
        let value = self.convert(value, &base);
        self.native("record::hash", vec![value], Type::Int, span)
    }

    /// Whether objects of the type have a `__format__` of their own.
    pub(in super::super) fn has_format(&self, ty: &Type) -> bool {
        self.class_of_type(ty).is_some_and(|class| self.tracer.classes.method(class, "__format__").is_some())
    }

    /// `str(object)`, `repr(object)`, where the class has a method for it; `None` where the runtime does it.
    pub(in super::super) fn record_text(&mut self, object: &Expr, conversion: Conversion, span: Span) -> Option<Expr> {
        let class = self.class_of_type(&object.ty)?;
        let method = |name: &str| self.tracer.classes.method(class, name).map(|(owner, _)| owner);
        let name = match conversion {
            Conversion::Str if method("__str__").is_some() => "__str__",
            Conversion::Str | Conversion::Repr
                if method("__repr__").is_some() && !self.tracer.generates_repr(class) =>
            {
                "__repr__"
            }
            _ => return None,
        };
        let text = self.record_dunder(object, name, &[], span)?;
        if text.ty == Type::Str || poisoned(&text.ty) {
            return Some(text);
        }
        let message = format!("`{name}` must return a `str`, not `{}`", text.ty);
        Some(self.refuse(Diagnostic::new(Code::ReturnType, span, message)))
    }
}

fn is_not_implemented(ty: &Type) -> bool {
    matches!(ty, Type::Instance(class) if &**class == NOT_IMPLEMENTED)
}

fn is_comparison(method: &str) -> bool {
    matches!(method, "__lt__" | "__le__" | "__gt__" | "__ge__" | "__eq__" | "__ne__")
}
