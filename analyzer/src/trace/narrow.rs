//! Conditions: the truth of a value, and what a test says of the names in it.

use rustpython_ast as ast;

use super::environment::Binding;
use super::function::{FunctionTracer, poison_of, poisoned};
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, StmtKind};
use crate::scope::classes::Classes;
use crate::source::Span;
use crate::types::{ImageMode, RecordKind, Type, is_subtype, union};

/// Names and the types that they are now known to have.
pub(super) type Facts = Vec<(String, Type)>;

/// A test as a `bool`, with what holds where it is true and where it is false.
pub(super) struct Condition {
    pub test: Expr,
    pub if_true: Facts,
    pub if_false: Facts,
}

impl Condition {
    pub(super) fn plain(test: Expr) -> Self {
        Self { test, if_true: Facts::new(), if_false: Facts::new() }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// Narrows names by facts.
    pub(super) fn narrow(&mut self, facts: &Facts) {
        if let Some(environment) = &mut self.environment {
            facts.iter().for_each(|(name, ty)| environment.narrow(name, ty.clone()));
        }
    }

    /// A test in a position where only its truth counts.
    pub(super) fn condition(&mut self, node: &'a ast::Expr) -> Condition {
        match node {
            ast::Expr::BoolOp(operation) => {
                let span = self.span(operation);
                let names = crate::scope::walrus_names(&operation.values[1..]);
                let is_and = operation.op == ast::BoolOp::And;
                self.sometimes_tested(names, span, is_and, |tracer| tracer.boolean_condition(operation))
            }
            ast::Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => {
                let inner = self.condition(&unary.operand);
                let test = not(inner.test, self.span(unary));
                Condition { test, if_true: inner.if_false, if_false: inner.if_true }
            }
            ast::Expr::Compare(compare) if compare.ops.len() == 1 => match self.type_condition(compare) {
                Some(condition) => condition,
                None => self.comparison_condition(compare),
            },
            ast::Expr::Call(call) if self.is_builtin(&call.func, "isinstance") => self.isinstance_condition(call),
            ast::Expr::Name(_) | ast::Expr::Attribute(_) | ast::Expr::Named(_) => {
                let value = self.expression(node, None);
                let ty = value.ty.clone();
                let test = self.truth(value);
                let mut condition = Condition::plain(test);
                if ty.is_union()
                    && let Some((name, _)) = self.narrowed(node)
                {
                    let can_be_false = |member: &&Type| self.can_be_false(member);
                    let if_false = union(ty.members().iter().filter(can_be_false).cloned());
                    let if_true = union(ty.members().iter().filter(|member| can_be_true(member)).cloned());
                    self.fact(&mut condition.if_true, &name, if_true);
                    self.fact(&mut condition.if_false, &name, if_false);
                }
                condition
            }
            _ => {
                let value = self.expression(node, None);
                Condition::plain(self.truth(value))
            }
        }
    }

    /// What a test comes to that is evaluated here, where that is known: then only what else it does is left to do.
    pub(super) fn known_truth(&mut self, test: &Expr) -> Option<bool> {
        let value = test.known_truth()?;
        if !matches!(test.kind, ExprKind::Constant(_)) {
            self.emit(StmtKind::Evaluate(test.clone()), test.span);
        }
        Some(value)
    }

    fn boolean_condition(&mut self, operation: &'a ast::ExprBoolOp) -> Condition {
        let span = self.span(operation);
        let is_and = operation.op == ast::BoolOp::And;
        let outer = self.environment.clone();
        let mut whole: Option<Condition> = None;
        for node in &operation.values {
            if let Some(so_far) = &whole {
                let facts = if is_and { so_far.if_true.clone() } else { so_far.if_false.clone() };
                self.narrow(&facts);
                if so_far.test.known_truth() == Some(!is_and) {
                    break;
                }
            }
            let next = self.condition(node);
            whole = Some(match whole {
                None => next,
                Some(so_far) => combine(so_far, next, is_and, span),
            });
        }
        // What the operands narrowed holds for later operands only; the caller narrows by the facts.
        self.restore_views(outer);
        whole.expect("a boolean operation has operands")
    }

    /// Undoes narrowing but keeps bindings that were made since.
    pub(super) fn restore_views(&mut self, earlier: Option<super::environment::Environment<'a>>) {
        let (Some(now), Some(earlier)) = (&mut self.environment, earlier) else { return };
        for (name, binding) in earlier.names() {
            if let (
                Binding::Local { slot, view, .. } | Binding::Cell { slot, view, .. },
                Some(Binding::Local { slot: same, .. } | Binding::Cell { slot: same, .. }),
            ) = (binding, now.get(name))
                && slot == same
            {
                now.narrow(name, view.clone());
            }
        }
        now.set_fields(&earlier);
    }

    fn comparison_condition(&mut self, compare: &'a ast::ExprCompare) -> Condition {
        let (operator, right) = (compare.ops[0], &compare.comparators[0]);
        if matches!(operator, ast::CmpOp::In | ast::CmpOp::NotIn) {
            return self.membership_condition(compare, right);
        }
        let against_none = matches!(right, ast::Expr::NoneLiteral(_));
        let value = self.compare(compare);
        let mut condition = Condition::plain(self.truth(value));
        if !against_none {
            self.narrow_mode(compare, &mut condition);
            return condition;
        }
        let Some((name, ty)) = self.narrowed(&compare.left) else { return condition };
        let some = union(ty.members().iter().filter(|member| **member != Type::None).cloned());
        let none = union(ty.members().iter().filter(|member| **member == Type::None).cloned());
        let (is_none, is_some) = match operator {
            ast::CmpOp::Is | ast::CmpOp::Eq => (&mut condition.if_true, &mut condition.if_false),
            ast::CmpOp::IsNot | ast::CmpOp::NotEq => (&mut condition.if_false, &mut condition.if_true),
            _ => return condition,
        };
        if ty.is_union() {
            is_none.push((name.clone(), none));
            is_some.push((name, some));
        }
        condition
    }

    pub(super) fn fact(&self, facts: &mut Facts, name: &str, ty: Type) {
        if ty != Type::Never {
            facts.push((name.to_owned(), ty));
        }
    }

    /// The type that a local name is known to have here.
    pub(super) fn view(&self, name: &str) -> Option<Type> {
        match self.lookup(name)? {
            Binding::Local { view, .. } | Binding::Cell { view, .. } => Some(view.clone()),
            _ => None,
        }
    }

    pub(super) fn isinstance_condition(&mut self, call: &'a ast::ExprCall) -> Condition {
        let span = self.span(call);
        let [subject, classes] = &*call.arguments.args else {
            let diagnostic = Diagnostic::new(Code::CallArguments, span, "`isinstance` takes a value and a class");
            return Condition::plain(self.refuse(diagnostic));
        };
        let value = self.expression(subject, None);
        let Some(tests) = self.isinstance_tests(classes) else { return Condition::plain(Expr::invalid(span)) };
        if let Some(poison) = poison_of([&value], span) {
            return Condition::plain(poison);
        }
        let ty = value.ty.clone();
        if ty.members().iter().any(|member| matches!(member, Type::Exception(_))) {
            return self.exception_condition(subject, value, &tests, span);
        }
        let accepts = |member: &Type| tests.iter().any(|test| test.accepts(member, self.tracer.classes));
        let (inside, outside): (Vec<Type>, Vec<Type>) = ty.members().iter().cloned().partition(accepts);
        let test = if outside.is_empty() || inside.is_empty() {
            Expr { span, ..Expr::constant(Constant::Bool(outside.is_empty()), span) }
        } else {
            let subject = Box::new(value);
            Expr { kind: ExprKind::IsMember { subject, members: inside.clone() }, ty: Type::Bool, span }
        };
        let mut condition = Condition::plain(test);
        if ty.is_union()
            && let Some((name, _)) = self.narrowed(subject)
        {
            self.fact(&mut condition.if_true, &name, union(inside));
            self.fact(&mut condition.if_false, &name, union(outside));
        }
        condition
    }

    /// Objects without a truth of their own are never false; everything else may be empty or zero.
    fn can_be_false(&self, ty: &Type) -> bool {
        match self.class_of_type(ty) {
            Some(class) if matches!(class.record.kind, RecordKind::Enum(base) if base.value_type().is_some()) => true,
            Some(class) => {
                ["__bool__", "__len__"].into_iter().any(|name| self.tracer.classes.method(class, name).is_some())
            }
            None => match ty {
                Type::Instance(class) => {
                    ["__bool__", "__len__"].iter().any(|name| catalog().method(class, name).is_some())
                }
                other => !matches!(
                    other,
                    Type::Session(_) | Type::Pattern(_) | Type::Match(_) | Type::Struct(_) | Type::Image(_)
                ),
            },
        }
    }

    /// The classes that the second argument of `isinstance` names: one, a tuple, or a `|` of them.
    pub(super) fn isinstance_tests(&mut self, node: &'a ast::Expr) -> Option<Vec<ClassTest>> {
        match node {
            ast::Expr::Tuple(tuple) => {
                let tests: Option<Vec<_>> = tuple.elts.iter().map(|class| self.isinstance_tests(class)).collect();
                Some(tests?.concat())
            }
            ast::Expr::BinOp(union) if union.op == ast::Operator::BitOr => {
                let mut tests = self.isinstance_tests(&union.left)?;
                tests.extend(self.isinstance_tests(&union.right)?);
                Some(tests)
            }
            ast::Expr::NoneLiteral(_) => Some(vec![ClassTest("builtins.NoneType".into())]),
            _ => match self.value(node, None) {
                super::value::Value::Class(name) => Some(vec![ClassTest(name)]),
                super::value::Value::ExceptionClass(class) => Some(vec![ClassTest(class.name().clone())]),
                super::value::Value::ProjectClass(class) if class.record.kind == RecordKind::TypedDict => {
                    let name = class.node.name.as_str();
                    let message =
                        format!("`{name}` is a typed dict: nothing tells at run time of which class a dict is");
                    let span = self.span(node);
                    self.report(Diagnostic::new(Code::ArgumentType, span, message).help("test with `dict`"));
                    None
                }
                super::value::Value::ProjectClass(class) => Some(vec![ClassTest(class.name.clone())]),
                super::value::Value::Expr(expr) if poisoned(&expr.ty) => None,
                super::value::Value::Known(module, name) if let Some(test) = abstract_class(&module, &name) => {
                    Some(vec![test])
                }
                other => {
                    let message = format!("`isinstance` takes a class here, not {}", other.describe());
                    let span = self.span(node);
                    self.report(Diagnostic::new(Code::ArgumentType, span, message));
                    None
                }
            },
        }
    }

    /// The truth of a value.
    pub(super) fn truth(&mut self, value: Expr) -> Expr {
        let span = value.span;
        match &value.ty {
            Type::Bool => value,
            Type::Unknown | Type::Never => value,
            Type::None => self.truth_of_type(value, false),
            Type::Union(_) => self.for_each_member(value, &mut |tracer, member| tracer.truth(member)),
            Type::Literal(values) => {
                let base = values[0].ty();
                let value = self.convert(value, &base);
                self.truth(value)
            }
            Type::Tuple(members) => {
                let is_true = !members.is_empty();
                self.truth_of_type(value, is_true)
            }
            ty if ty.is_flag() && !self.has_dunder(ty, &["__bool__", "__len__"]) => {
                let bits = self.native("flag::value", vec![value], Type::Int, span);
                self.truth(bits)
            }
            ty if self.plain_type(ty).is_some() && !self.has_dunder(ty, &["__bool__", "__len__"]) => {
                let tuple = self.plain(value);
                self.truth(tuple)
            }
            _ => match self.try_method(&value, "__bool__", &[], span) {
                Some(test) => test,
                None => match self.try_method(&value, "__len__", &[], span) {
                    Some(length) => {
                        let zero = Expr::constant(Constant::Int(0), span);
                        self.native("object::not_equal", vec![length, zero], Type::Bool, span)
                    }
                    // Any other object is true, as in Python.
                    None => self.truth_of_type(value, true),
                },
            },
        }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The truth of a value that its type tells; the value is evaluated.
    fn truth_of_type(&mut self, value: Expr, truth: bool) -> Expr {
        let span = value.span;
        self.with_setup(|tracer| {
            tracer.keep("object", value);
            Expr::constant(Constant::Bool(truth), span)
        })
    }

    /// What `image.mode == "RGB"` says of the image.
    fn narrow_mode(&self, compare: &ast::ExprCompare, condition: &mut Condition) {
        let facts = match compare.ops[0] {
            ast::CmpOp::Eq => &mut condition.if_true,
            ast::CmpOp::NotEq => &mut condition.if_false,
            _ => return,
        };
        let ast::Expr::Attribute(attribute) = &*compare.left else { return };
        let ast::Expr::StringLiteral(name) = &compare.comparators[0] else { return };
        if attribute.attr.as_str() == "mode"
            && let Some((image, Type::Image(None))) = self.narrowed(&attribute.value)
            && let Some(mode) = ImageMode::from_name(name.value.to_str())
        {
            self.fact(facts, &image, Type::Image(Some(mode)));
        }
    }

    /// What `x in (1, "a")` says of `x`: it is of a type that some element may be equal to.
    fn membership_condition(&mut self, compare: &'a ast::ExprCompare, container: &'a ast::Expr) -> Condition {
        let test = self.compare(compare);
        let mut condition = Condition::plain(test);
        let (ast::Expr::Tuple(ast::ExprTuple { elts, .. })
        | ast::Expr::List(ast::ExprList { elts, .. })
        | ast::Expr::Set(ast::ExprSet { elts, .. })) = container
        else {
            return condition;
        };
        let Some((name, ty)) = self.narrowed(&compare.left) else { return condition };
        // Constants alone: their types are known without evaluating them twice.
        let elements: Option<Vec<Type>> = elts.iter().map(constant_type).collect();
        let (Some(elements), true) = (elements, ty.is_union()) else { return condition };
        let may_be = |member: &&Type| elements.iter().any(|element| super::compare::can_be_equal(member, element));
        let inside = union(ty.members().iter().filter(may_be).cloned());
        let facts = if compare.ops[0] == ast::CmpOp::In { &mut condition.if_true } else { &mut condition.if_false };
        self.fact(facts, &name, inside);
        condition
    }
}

/// The type of a literal.
fn constant_type(node: &ast::Expr) -> Option<Type> {
    Some(match node {
        ast::Expr::NoneLiteral(_) => Type::None,
        ast::Expr::BooleanLiteral(_) => Type::Bool,
        ast::Expr::StringLiteral(_) => Type::Str,
        ast::Expr::BytesLiteral(_) => Type::Bytes,
        ast::Expr::NumberLiteral(number) => match number.value {
            ast::Number::Int(_) => Type::Int,
            ast::Number::Float(_) => Type::Float,
            ast::Number::Complex { .. } => return None,
        },
        ast::Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::USub => return constant_type(&unary.operand),
        _ => return None,
    })
}

/// The name that holds the value of an expression: `x`, `(x := …)`.
pub(super) fn subject_name(node: &ast::Expr) -> Option<&str> {
    match node {
        ast::Expr::Name(name) => Some(name.id.as_str()),
        ast::Expr::Named(named) => subject_name(&named.target),
        _ => None,
    }
}

/// The abstract class of that name, of which built-in classes are.
fn abstract_class(module: &str, name: &str) -> Option<ClassTest> {
    let full = match module {
        "collections.abc" | "typing" => format!("collections.abc.{name}"),
        "numbers" => format!("numbers.{name}"),
        _ => return None,
    };
    (!classes_of_abstract(&full).is_empty()).then(|| ClassTest(full.into()))
}

/// The built-in classes that are of an abstract one, as `collections.abc` and `numbers` register them.
fn classes_of_abstract(name: &str) -> &'static [&'static str] {
    match name {
        "collections.abc.Sequence" => &["list", "tuple", "str", "bytes", "bytearray", "range", "collections.deque"],
        "collections.abc.MutableSequence" => &["list", "bytearray", "collections.deque"],
        "collections.abc.Mapping" | "collections.abc.MutableMapping" => &["dict"],
        "collections.abc.Set" | "collections.abc.AbstractSet" => &["set", "frozenset"],
        "collections.abc.MutableSet" => &["set"],
        "numbers.Number" | "numbers.Complex" => &["int", "float", "complex"],
        "numbers.Real" => &["int", "float"],
        "numbers.Rational" | "numbers.Integral" => &["int"],
        _ => &[],
    }
}

fn is_of_abstract(class: &str, name: &str) -> bool {
    classes_of_abstract(name).contains(&class.strip_prefix("builtins.").unwrap_or(class))
}

/// Whether numpy registers its scalars of a dtype with an abstract class of numbers.
fn registers_scalar(name: &str, dtype: crate::types::DType) -> bool {
    let is = |kind: &str| dtype.name().starts_with(kind);
    let is_int = is("int") || is("uint");
    match name {
        "numbers.Number" | "numbers.Complex" => is_int || is("float") || is("complex"),
        "numbers.Real" => is_int || is("float"),
        "numbers.Rational" | "numbers.Integral" => is_int,
        _ => false,
    }
}

/// A class in `isinstance`.
#[derive(Clone)]
pub(super) struct ClassTest(pub std::sync::Arc<str>);

impl ClassTest {
    /// Whether a value of that type is an instance of the class.
    pub(super) fn accepts(&self, ty: &Type, classes: &Classes) -> bool {
        if let Type::Exception(known) = ty {
            return &*self.0 == "builtins.object" || known.derives(&self.0);
        }
        if let Type::Record(record) = ty {
            let base = match record.kind {
                RecordKind::Enum(base) => base.class(),
                RecordKind::NamedTuple => Some("builtins.tuple"),
                RecordKind::TypedDict => Some("builtins.dict"),
                RecordKind::Class => None,
            };
            return matches!(&*self.0, "builtins.object")
                || base.is_some_and(|base| base == &*self.0 || is_of_abstract(base, &self.0))
                || classes.derives(&record.name, &self.0);
        }
        if let Type::Scalar(dtype) = ty
            && registers_scalar(&self.0, *dtype)
        {
            return true;
        }
        let of_abstract = classes_of_abstract(&self.0);
        if !of_abstract.is_empty() {
            let named = |class: &str| match class.contains('.') {
                true => ClassTest(class.into()),
                false => ClassTest(format!("builtins.{class}").into()),
            };
            return of_abstract.iter().any(|class| named(class).accepts(ty, classes));
        }
        let class = self.0.strip_prefix("builtins.").unwrap_or(&self.0);
        match class {
            "object" => true,
            "int" => {
                matches!(ty, Type::Int | Type::Bool)
                    || matches!(ty, Type::Literal(values) if is_subtype(&values[0].ty(), &Type::Int))
            }
            "float" => matches!(ty, Type::Float | Type::Scalar(crate::types::DType::Float64)),
            "str" => matches!(ty, Type::Str) || matches!(ty, Type::Literal(values) if values[0].ty() == Type::Str),
            "numpy.ndarray" => matches!(ty, Type::Array(_)),
            "numpy.bool" => *ty == Type::Scalar(crate::types::DType::Bool),
            _ => match super::native::class_of(ty) {
                Some(name) => crate::catalog::catalog().derives(&name, &self.0),
                None => false,
            },
        }
    }
}

fn can_be_true(ty: &Type) -> bool {
    *ty != Type::None
}

fn not(test: Expr, span: Span) -> Expr {
    match test.kind {
        ExprKind::Constant(Constant::Bool(value)) => Expr::constant(Constant::Bool(!value), span),
        _ if poisoned(&test.ty) => test,
        _ => Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span },
    }
}

fn combine(left: Condition, right: Condition, is_and: bool, span: Span) -> Condition {
    let kind = match (is_and, &left.test.kind) {
        // A constant operand that does not decide is left out.
        (_, ExprKind::Constant(Constant::Bool(value))) if *value == is_and => right.test.kind.clone(),
        (true, _) => ExprKind::And(Box::new(left.test), Box::new(right.test)),
        (false, _) => ExprKind::Or(Box::new(left.test), Box::new(right.test)),
    };
    let test = Expr { kind, ty: Type::Bool, span };
    // Both hold where `and` is true; where it is false, one of them does, of which the right one was tested where the left
    // one is true.
    let both = |mut a: Facts, b: Facts| {
        a.extend(b);
        a
    };
    let either = |a: &Facts, b: &Facts| -> Facts {
        let last = |facts: &Facts, name: &str| facts.iter().rev().find(|(other, _)| other == name).cloned();
        let names: std::collections::BTreeSet<&str> = a.iter().map(|(name, _)| name.as_str()).collect();
        let joined = names.into_iter().filter_map(|name| Some((last(a, name)?, last(b, name)?)));
        joined.map(|((name, a), (_, b))| (name, union([a, b]))).collect()
    };
    if is_and {
        let if_false = either(&left.if_false, &right.if_false);
        Condition { test, if_true: both(left.if_true, right.if_true), if_false }
    } else {
        let if_true = either(&left.if_true, &right.if_true);
        Condition { test, if_true, if_false: both(left.if_false, right.if_false) }
    }
}
