//! Comparisons: `==`, `<`, `in`, `is`, and chains of them.

use rustpython_ast as ast;

use super::function::{FunctionTracer, poison_of, poisoned};
use super::native::{dtype_of_value, is_bytearray};
use super::optional::{Use, may_be_none};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::{DType, RecordKind, Type, base_of};

impl<'a> FunctionTracer<'_, 'a> {
    /// `a < b <= c`: each operand is evaluated once, and no later one where a comparison is false.
    pub(super) fn compare(&mut self, node: &'a ast::ExprCompare) -> Expr {
        let span = self.span(node);
        if let Some(identity) = self.static_identity(node) {
            return identity;
        }
        if let Some(condition) = self.type_condition(node) {
            return condition.test;
        }
        if let Some(found) = self.in_info(node) {
            return found;
        }
        let left = self.expression(&node.left, None);
        let operations: Vec<(ast::CmpOp, &'a ast::Expr)> =
            node.ops.iter().copied().zip(node.comparators.iter()).collect();
        // The first two operands are always evaluated.
        let names = crate::scope::walrus_names(&node.comparators[1..]);
        self.sometimes(names, span, |tracer| tracer.chain(left, &operations, span))
    }

    fn chain(&mut self, left: Expr, operations: &[(ast::CmpOp, &'a ast::Expr)], span: Span) -> Expr {
        let ((op, node), rest) = operations.split_first().expect("a comparison has an operator");
        let right = self.expression(node, None);
        if rest.is_empty() {
            return self.compare_values(*op, left, right, span);
        }
        self.with_setup(|tracer| {
            let left = tracer.keep("left", left);
            let right = tracer.keep("middle", right);
            let first = tracer.compare_values(*op, left, right.clone(), span);
            if let Some(poison) = poison_of([&first], span) {
                return poison;
            }
            let later = tracer.chain(right, rest, span);
            if later.ty == Type::Unknown {
                return Expr::invalid(span);
            }
            if first.ty != Type::Bool || !matches!(later.ty, Type::Bool | Type::Never) {
                let diagnostic = Diagnostic::new(Code::OperandTypes, span, "arrays cannot be compared in a chain");
                return tracer.refuse(diagnostic.help("write `(a < b) & (b < c)`"));
            }
            let later = tracer.convert(later, &Type::Bool);
            Expr { kind: ExprKind::And(Box::new(first), Box::new(later)), ty: Type::Bool, span }
        })
    }

    /// `f is None` of a class or function, which is known.
    fn static_identity(&mut self, node: &'a ast::ExprCompare) -> Option<Expr> {
        let [op @ (ast::CmpOp::Is | ast::CmpOp::IsNot)] = node.ops[..] else { return None };
        if !matches!(&*node.left, ast::Expr::Name(_)) || !matches!(node.comparators[0], ast::Expr::NoneLiteral(_)) {
            return None;
        }
        match self.value(&node.left, None) {
            Value::Expr(_) => None,
            _ => Some(Expr::constant(Constant::Bool(op == ast::CmpOp::IsNot), self.span(node))),
        }
    }

    pub(super) fn compare_values(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        if let Some(poison) = poison_of([&left, &right], span) {
            return poison;
        }
        let (left, right) = match left.ty != right.ty && !matches!(op, ast::CmpOp::Is | ast::CmpOp::IsNot) {
            true if matches!(op, ast::CmpOp::In | ast::CmpOp::NotIn) => (left, self.as_tuple(right)),
            true => (self.as_tuple(left), self.as_tuple(right)),
            false => (left, right),
        };
        if let (Some(a), Some(b)) = (known_int(&left), known_int(&right))
            && let Some(result) = compared(op, a, b)
        {
            return self.known_after(left, right, result, span);
        }
        match op {
            ast::CmpOp::Eq | ast::CmpOp::NotEq => self.equality(op, left, right, span),
            ast::CmpOp::Lt | ast::CmpOp::LtE | ast::CmpOp::Gt | ast::CmpOp::GtE => self.ordering(op, left, right, span),
            ast::CmpOp::Is | ast::CmpOp::IsNot => self.identity(op, left, right, span),
            ast::CmpOp::In => self.membership(left, right, span),
            ast::CmpOp::NotIn => {
                let is_in = self.membership(left, right, span);
                negated(is_in, span)
            }
        }
    }

    fn equality(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        if is_array_of_texts(&left.ty) || is_array_of_texts(&right.ty) {
            let message = "numpy compares each text of an array, which compiled code does not";
            let diagnostic = Diagnostic::new(Code::OperandTypes, span, message);
            return self.refuse(diagnostic.help("compare the texts of `.tolist()`"));
        }
        if is_array_like(&left.ty) || is_array_like(&right.ty) {
            return self.array_comparison(op, left, right, span);
        }
        if !left.ty.is_union()
            && !right.ty.is_union()
            && let Some(test) = self.dtype_equality(op, &left, &right, span)
        {
            return test;
        }
        let (left, right) = (self.without_literal(left), self.without_literal(right));
        let is_record = |ty: &Type| matches!(ty, Type::Record(_));
        if !left.ty.is_union() && !right.ty.is_union() && (is_record(&left.ty) || is_record(&right.ty)) {
            return self.record_equality(left, right, op == ast::CmpOp::NotEq, span);
        }
        if left.ty == Type::None || right.ty == Type::None {
            let identity = if op == ast::CmpOp::Eq { ast::CmpOp::Is } else { ast::CmpOp::IsNot };
            return self.identity(identity, left, right, span);
        }
        if left.ty.is_union() || right.ty.is_union() {
            return self.compare_members(op, left, right, span);
        }
        if let Some((left, right)) = members_to_compare(&left, &right) {
            return self.with_setup(|tracer| tracer.member_equality(op, left, right, span));
        }
        if left.ty != right.ty && (left.ty.any(&is_enum_value) || right.ty.any(&is_enum_value)) {
            let message = format!("members of an enum within `{}` and `{}` are not compared", left.ty, right.ty);
            let diagnostic = Diagnostic::new(Code::OperandTypes, span, message);
            return self.refuse(diagnostic.help("compare their values: `[member.value for member in members]`"));
        }
        if left.ty != right.ty && (left.ty.any(&Type::has_plain) || right.ty.any(&Type::has_plain)) {
            let message =
                format!("named tuples or typed dicts within `{}` and `{}` are not compared", left.ty, right.ty);
            let diagnostic = Diagnostic::new(Code::OperandTypes, span, message);
            return self
                .refuse(diagnostic.help("make plain tuples or dicts of them: `[tuple(point) for point in points]`"));
        }
        if let Type::Instance(_) = left.ty
            && left.ty == right.ty
            && let Some(test) = self.fitting_method(&left, "__eq__", std::slice::from_ref(&right), span)
        {
            return if op == ast::CmpOp::Eq { test } else { negated(test, span) };
        }
        // `items == []`: the empty one is a container of the same elements, as is `()` beside a tuple of any length.
        self.unify_sites(&left.ty, &right.ty);
        let (left, right) = match (&left.ty, &right.ty) {
            (Type::Sequence(_), Type::Tuple(members)) if members.is_empty() => {
                let right = self.convert(right, &left.ty);
                (left, right)
            }
            (Type::Tuple(members), Type::Sequence(_)) if members.is_empty() => (self.convert(left, &right.ty), right),
            _ => (left, right),
        };
        if !can_be_equal(&left.ty, &right.ty) {
            if is_sized_alike(&left.ty, &right.ty) {
                return self.both_empty(left, right, op == ast::CmpOp::NotEq, span);
            }
            return self.known_after(left, right, op == ast::CmpOp::NotEq, span);
        }
        let path = if op == ast::CmpOp::Eq { "object::equal" } else { "object::not_equal" };
        self.native(path, vec![left, right], Type::Bool, span)
    }

    /// A dtype of numpy beside anything: equal to what `np.dtype` makes that dtype of, as a class, a name, or `None`.
    fn dtype_equality(&mut self, op: ast::CmpOp, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        let (dtype, other) = match (&left.ty, &right.ty) {
            (Type::DType(dtype), _) => (*dtype, right),
            (_, Type::DType(dtype)) => (*dtype, left),
            _ => return None,
        };
        let meant = match &other.ty {
            Type::DType(other) => Some(*other),
            Type::None => Some(DType::Float64),
            Type::Callable(function) => {
                self.tracer.callees.get(&function.key).and_then(|callee| dtype_of_value(&callee.value))
            }
            Type::Str | Type::Literal(_) => match dtype_of_value(&Value::Expr(other.clone())) {
                Some(dtype) => Some(dtype),
                None => {
                    let message = "a dtype is compared with a text that is not one of numpy's full names";
                    let diagnostic = Diagnostic::new(Code::ConstantRequired, other.span, message);
                    return Some(self.refuse(diagnostic.help("write the class, as `x.dtype == np.float32`")));
                }
            },
            _ => None,
        };
        let is_equal = meant == Some(dtype);
        Some(self.known_after(left.clone(), right.clone(), is_equal == (op == ast::CmpOp::Eq), span))
    }

    /// The members of a tuple that is kept in a variable.
    fn kept_members(&mut self, tuple: Expr, span: Span) -> Vec<Expr> {
        let Type::Tuple(members) = tuple.ty.clone() else { return Vec::new() };
        let kept = self.keep("tuple", tuple);
        let member = |(index, ty): (usize, &Type)| Expr {
            kind: ExprKind::Member { tuple: Box::new(kept.clone()), index },
            ty: ty.clone(),
            span,
        };
        members.iter().enumerate().map(member).collect()
    }

    /// `==` and `!=` of tuples, member by member.
    fn member_equality(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        let (left, right) = (self.kept_members(left, span), self.kept_members(right, span));
        let same_length = Expr::constant(Constant::Bool(left.len() == right.len()), span);
        let equal = left.into_iter().zip(right).fold(same_length, |whole, (left, right)| {
            if whole.kind == ExprKind::Constant(Constant::Bool(false)) {
                return whole;
            }
            let equal = self.compare_values(ast::CmpOp::Eq, left, right, span);
            match &whole.kind {
                _ if poisoned(&whole.ty) || poisoned(&equal.ty) => Expr::invalid(span),
                ExprKind::Constant(Constant::Bool(true)) => equal,
                _ => Expr { kind: ExprKind::And(Box::new(whole), Box::new(equal)), ty: Type::Bool, span },
            }
        });
        if op == ast::CmpOp::NotEq { negated(equal, span) } else { equal }
    }

    /// `<` and the like of tuples: the first members that differ decide, then the lengths.
    fn member_ordering(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        let (left, right) = (self.kept_members(left, span), self.kept_members(right, span));
        let by_length = match op {
            ast::CmpOp::Lt => left.len() < right.len(),
            ast::CmpOp::LtE => left.len() <= right.len(),
            ast::CmpOp::Gt => left.len() > right.len(),
            _ => left.len() >= right.len(),
        };
        let last = Expr::constant(Constant::Bool(by_length), span);
        let pairs: Vec<(Expr, Expr)> = left.into_iter().zip(right).collect();
        pairs.into_iter().rev().fold(last, |rest, (left, right)| {
            let equal = self.compare_values(ast::CmpOp::Eq, left.clone(), right.clone(), span);
            if equal.kind == ExprKind::Constant(Constant::Bool(true)) {
                return rest;
            }
            let decided = self.compare_values(op, left, right, span);
            if [&rest, &equal, &decided].into_iter().any(|test| poisoned(&test.ty)) {
                return Expr::invalid(span);
            }
            let kind = ExprKind::If { test: Box::new(equal), then: Box::new(rest), orelse: Box::new(decided) };
            Expr { kind, ty: Type::Bool, span }
        })
    }

    fn compare_members(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let left = tracer.keep("left", left);
            let right = tracer.keep("right", right);
            tracer.for_each_member(left, &mut |tracer, left| {
                tracer.for_each_member(right.clone(), &mut |tracer, right| {
                    let raised = tracer.none_in_order(op, &left, &right, span);
                    raised.unwrap_or_else(|| tracer.compare_values(op, left.clone(), right, span))
                })
            })
        })
    }

    /// Containers whose elements are never equal are equal where both are empty.
    fn both_empty(&mut self, left: Expr, right: Expr, negate: bool, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let left = tracer.keep("left", left);
            let right = tracer.keep("right", right);
            let [left, right] = [left, right].map(|side| {
                let truth = tracer.truth(side);
                negated(truth, span)
            });
            if poisoned(&left.ty) || poisoned(&right.ty) {
                return Expr::invalid(span);
            }
            let both = Expr { kind: ExprKind::And(Box::new(left), Box::new(right)), ty: Type::Bool, span };
            if negate { negated(both, span) } else { both }
        })
    }

    /// Both sides evaluated, and a result that their types decide.
    fn known_after(&mut self, left: Expr, right: Expr, result: bool, span: Span) -> Expr {
        self.with_setup(|tracer| {
            tracer.keep("left", left);
            tracer.keep("right", right);
            Expr::constant(Constant::Bool(result), span)
        })
    }

    fn ordering(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        if is_array_like(&left.ty) || is_array_like(&right.ty) {
            return self.array_comparison(op, left, right, span);
        }
        let (left, right) = (self.without_literal(left), self.without_literal(right));
        let is_record = |ty: &Type| matches!(ty, Type::Record(_));
        if !left.ty.is_union() && !right.ty.is_union() && (is_record(&left.ty) || is_record(&right.ty)) {
            return match self.record_ordering(op, &left, &right, span) {
                Some(test) => test,
                None => self.refuse_ordering(op, &left, &right, span),
            };
        }
        // What may raise does so here, and not on the way out of a sort.
        if let (Type::Instance(class), true) = (&left.ty, left.ty == right.ty)
            && let Some([signature]) = catalog().method(class, method_of(op))
            && !signature.raises.is_empty()
            && let Some(test) = self.fitting_method(&left, method_of(op), std::slice::from_ref(&right), span)
        {
            return test;
        }
        if let Some((left, right)) = members_to_compare(&left, &right) {
            return self.with_setup(|tracer| tracer.member_ordering(op, left, right, span));
        }
        if is_ordered(&left.ty, &right.ty) && !left.ty.is_union() && !right.ty.is_union() {
            let path = match op {
                ast::CmpOp::Lt => "object::less",
                ast::CmpOp::LtE => "object::less_equal",
                ast::CmpOp::Gt => "object::greater",
                _ => "object::greater_equal",
            };
            return self.native(path, vec![left, right], Type::Bool, span);
        }
        if left.ty.is_union() || right.ty.is_union() {
            return self.compare_members(op, left, right, span);
        }
        if let (Type::Set(_) | Type::FrozenSet(_), Type::Set(_) | Type::FrozenSet(_)) = (&left.ty, &right.ty)
            && let Some(test) = self.fitting_method(&left, method_of(op), std::slice::from_ref(&right), span)
        {
            return test;
        }
        self.refuse_ordering(op, &left, &right, span)
    }

    fn refuse_ordering(&mut self, op: ast::CmpOp, left: &Expr, right: &Expr, span: Span) -> Expr {
        let message = format!("`{}` is not supported between `{}` and `{}`", op.as_str(), left.ty, right.ty);
        let mut diagnostic = Diagnostic::new(Code::OperandTypes, span, message)
            .label(left.span, format!("this is `{}`", left.ty))
            .label(right.span, format!("this is `{}`", right.ty));
        if left.ty == Type::None || right.ty == Type::None {
            diagnostic = diagnostic.help("test for `None` first: `if value is not None:`");
        }
        self.refuse(diagnostic)
    }

    fn array_comparison(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        if left.ty.is_union() || right.ty.is_union() {
            return self.compare_members(op, left, right, span);
        }
        let method = method_of(op);
        if let Some(result) = self.fitting_method(&left, method, std::slice::from_ref(&right), span) {
            return result;
        }
        let reflected = match op {
            ast::CmpOp::Lt => "__gt__",
            ast::CmpOp::LtE => "__ge__",
            ast::CmpOp::Gt => "__lt__",
            ast::CmpOp::GtE => "__le__",
            _ => method,
        };
        if let Some(result) = self.fitting_method(&right, reflected, std::slice::from_ref(&left), span) {
            return result;
        }
        let message = format!("`{}` is not supported between `{}` and `{}`", op.as_str(), left.ty, right.ty);
        self.refuse(Diagnostic::new(Code::OperandTypes, span, message))
    }

    fn identity(&mut self, op: ast::CmpOp, left: Expr, right: Expr, span: Span) -> Expr {
        let test = if right.ty == Type::None || left.ty == Type::None {
            let subject = if right.ty == Type::None { left } else { right };
            self.is_none(subject, span)
        } else if matches!((&left.ty, &right.ty), (Type::Bool, Type::Bool)) {
            self.native("object::equal", vec![left, right], Type::Bool, span)
        } else if (left.ty == Type::Bool || right.ty == Type::Bool) && (left.ty.is_union() || right.ty.is_union()) {
            return self.compare_members(op, left, right, span);
        } else if left.ty == Type::Bool || right.ty == Type::Bool {
            // There are two objects of `bool`, and nothing else is one of them.
            return self.known_after(left, right, op == ast::CmpOp::IsNot, span);
        } else if (left.ty.is_union() || right.ty.is_union()) && holds_record(&left.ty) && holds_record(&right.ty) {
            return self.compare_members(op, left, right, span);
        } else if (matches!(left.ty, Type::Record(_)) || matches!(right.ty, Type::Record(_))) && left.ty != right.ty {
            return self.known_after(left, right, op == ast::CmpOp::IsNot, span);
        } else if is_shared_object(&left.ty) && left.ty == right.ty {
            self.native("object::same", vec![left, right], Type::Bool, span)
        } else {
            let message = format!(
                "`is` between `{}` and `{}` tells nothing: identity of such values is not defined",
                left.ty, right.ty
            );
            let diagnostic = Diagnostic::new(Code::OperandTypes, span, message).help("compare with `==`");
            return self.refuse(diagnostic);
        };
        if op == ast::CmpOp::IsNot { negated(test, span) } else { test }
    }

    fn is_none(&mut self, subject: Expr, span: Span) -> Expr {
        let members = subject.ty.members();
        if !members.contains(&Type::None) || !subject.ty.is_union() {
            let result = subject.ty == Type::None;
            return self.with_setup(|tracer| {
                tracer.keep("subject", subject);
                Expr::constant(Constant::Bool(result), span)
            });
        }
        let kind = ExprKind::IsMember { subject: Box::new(subject), members: vec![Type::None] };
        Expr { kind, ty: Type::Bool, span }
    }

    fn membership(&mut self, item: Expr, container: Expr, span: Span) -> Expr {
        if may_be_none(&container.ty) {
            return self.with_setup(|tracer| {
                let (item, container) = (tracer.keep("item", item), tracer.keep("container", container));
                let container = tracer.present(container, Use::Contain, span);
                tracer.membership(item, container, span)
            });
        }
        let item = self.without_literal(item);
        // A member of a `StrEnum` is sought as the text that it is, but among members.
        let item = match self.item_type(&container.ty) {
            Some(held) if held != item.ty => self.enum_value(&item, span).unwrap_or(item),
            _ => item,
        };
        if container.ty.is_union() {
            return self.compare_members(ast::CmpOp::In, item, container, span);
        }
        let (item, container) = match self.named_tuples_in(item, container, span) {
            Some(operands) => operands,
            None => return Expr::invalid(span),
        };
        if let Type::Tuple(_) = &container.ty {
            return self.tuple_membership(item, container, span);
        }
        if matches!(
            container.ty,
            Type::List(_)
                | Type::Set(_)
                | Type::FrozenSet(_)
                | Type::Dict(..)
                | Type::Container(..)
                | Type::Sequence(_)
        ) {
            let held = self.item_type(&container.ty).expect("a container has items");
            // A dtype is equal to its class, but has another hash.
            if let (Type::DType(_), Type::List(_) | Type::Sequence(_)) = (&item.ty, &container.ty)
                && held != item.ty
            {
                return self.membership_among(item, container, &held, span);
            }
            if held == Type::Never || !may_hold(&held, &item.ty) {
                return self.known_after(item, container, false, span);
            }
            if held.is_union() && held != item.ty {
                return self.membership_among(item, container, &held, span);
            }
        }
        let container = Expr { span: container.span, ..container };
        if let Type::Record(_) = container.ty {
            return self.record_membership(item, container, span);
        }
        if let Some(test) = self.fitting_method(&container, "__contains__", std::slice::from_ref(&item), span) {
            return self.item_first(test, span);
        }
        if item.ty.is_union() {
            return self.compare_members(ast::CmpOp::In, item, container, span);
        }
        let (described, item_type) = (container.ty.clone(), item.ty.clone());
        if self.item_type(&container.ty).is_some_and(|held| can_be_equal(&held, &item_type)) {
            let (iterator, _) = self.iterate(container);
            let arguments = vec![NativeArgument::Iterator(iterator), NativeArgument::Reference(item)];
            let test = self.raising_native("object::contains", arguments, Type::Bool, span);
            return self.item_first(test, span);
        }
        let message = format!("`in` is not supported between `{item_type}` and `{described}`");
        self.refuse(Diagnostic::new(Code::OperandTypes, span, message))
    }

    /// `x in container` of elements of several types: sought as one of them, or else compared with each.
    fn membership_among(&mut self, item: Expr, container: Expr, held: &Type, span: Span) -> Expr {
        if item.ty.members().iter().all(|member| held.members().contains(member)) {
            let item = self.convert(item.clone(), held);
            if let Some(test) = self.fitting_method(&container, "__contains__", std::slice::from_ref(&item), span) {
                return self.item_first(test, span);
            }
        }
        self.with_setup(|tracer| {
            let item = tracer.keep("item", item);
            let container = tracer.keep("container", container);
            let tests = tracer.generated(container, span, |tracer, element| {
                (tracer.equality(ast::CmpOp::Eq, element, item, span), Vec::new())
            });
            if poisoned(&tests.ty) {
                return Expr::invalid(span);
            }
            tracer.raising_native("builtins::any", vec![NativeArgument::Iterator(tests)], Type::Bool, span)
        })
    }

    /// `x in object`: by its `__contains__`, else by iteration.
    fn record_membership(&mut self, item: Expr, object: Expr, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let item = tracer.keep("item", item);
            let object = tracer.keep("container", object);
            if let Some(found) = tracer.record_dunder(&object, "__contains__", std::slice::from_ref(&item), span) {
                return tracer.truth(found);
            }
            if let Some(found) = tracer.flag_membership(&item, &object, span) {
                return found;
            }
            if let Some(value) = tracer.enum_value(&object, span) {
                return tracer.membership(item, value, span);
            }
            let (iterator, held) = tracer.iterate(object);
            if poisoned(&held) {
                return Expr { kind: ExprKind::Invalid, ty: held, span };
            }
            tracer.membership(item, iterator, span)
        })
    }

    /// `x in (1, "a")`: compared with one member after the other.
    fn tuple_membership(&mut self, item: Expr, tuple: Expr, span: Span) -> Expr {
        let Type::Tuple(members) = tuple.ty.clone() else { return Expr::invalid(span) };
        self.with_setup(|tracer| {
            let item = tracer.keep("item", item);
            let tuple = match tuple.kind {
                ExprKind::Tuple(items) => items,
                _ => {
                    let kept = tracer.keep("tuple", tuple);
                    let member = |(index, ty): (usize, &Type)| Expr {
                        kind: ExprKind::Member { tuple: Box::new(kept.clone()), index },
                        ty: ty.clone(),
                        span,
                    };
                    members.iter().enumerate().map(member).collect()
                }
            };
            // All members are evaluated before the first is compared.
            let tuple: Vec<Expr> = tuple.into_iter().map(|member| tracer.keep("member", member)).collect();
            tuple.into_iter().fold(Expr::constant(Constant::Bool(false), span), |found, member| {
                let equal = tracer.equality(ast::CmpOp::Eq, item.clone(), member, span);
                match (&found.kind, &equal.kind) {
                    (ExprKind::Constant(Constant::Bool(false)), _) => equal,
                    (_, ExprKind::Constant(Constant::Bool(false))) => found,
                    _ if poisoned(&equal.ty) || poisoned(&found.ty) => Expr::invalid(span),
                    _ => Expr { kind: ExprKind::Or(Box::new(found), Box::new(equal)), ty: Type::Bool, span },
                }
            })
        })
    }

    /// The item is written, and so evaluated, before the container that the method is called on.
    fn item_first(&mut self, call: Expr, span: Span) -> Expr {
        let ExprKind::Native(mut native) = call.kind else { return call };
        let ty = call.ty;
        self.with_setup(|tracer| {
            for argument in native.arguments.iter_mut().rev() {
                if let NativeArgument::Value(expr) | NativeArgument::Reference(expr) | NativeArgument::Iterator(expr) =
                    argument
                    && !matches!(expr.kind, ExprKind::Global(_))
                {
                    *expr = tracer.keep("operand", expr.clone());
                }
            }
            Expr { kind: ExprKind::Native(native), ty, span }
        })
    }

    fn without_literal(&mut self, value: Expr) -> Expr {
        match &value.ty {
            Type::Literal(values) => {
                let base = values[0].ty();
                self.convert(value, &base)
            }
            _ => value,
        }
    }
}

/// The number that an expression comes to, where it is known: how many axes an array has decides what else is traced.
fn known_int(value: &Expr) -> Option<i64> {
    match &value.kind {
        ExprKind::Constant(Constant::Int(known)) if value.ty == Type::Int => Some(*known),
        ExprKind::Block(_, value) => known_int(value),
        _ => None,
    }
}

fn compared(op: ast::CmpOp, a: i64, b: i64) -> Option<bool> {
    match op {
        ast::CmpOp::Eq => Some(a == b),
        ast::CmpOp::NotEq => Some(a != b),
        ast::CmpOp::Lt => Some(a < b),
        ast::CmpOp::LtE => Some(a <= b),
        ast::CmpOp::Gt => Some(a > b),
        ast::CmpOp::GtE => Some(a >= b),
        _ => None,
    }
}

/// The operands where they are tuples whose members only the analyzer can compare.
fn members_to_compare(left: &Expr, right: &Expr) -> Option<(Expr, Expr)> {
    let (Type::Tuple(x), Type::Tuple(y)) = (&left.ty, &right.ty) else { return None };
    let is_plain = |x: &Type, y: &Type| x == y || is_number(x) && is_number(y);
    let plain = x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| is_plain(x, y));
    (!plain).then(|| (left.clone(), right.clone()))
}

pub(super) fn negated(test: Expr, span: Span) -> Expr {
    match test.kind {
        ExprKind::Constant(Constant::Bool(value)) => Expr::constant(Constant::Bool(!value), span),
        _ if poisoned(&test.ty) => test,
        _ => Expr { kind: ExprKind::Not(Box::new(test)), ty: Type::Bool, span },
    }
}

fn method_of(op: ast::CmpOp) -> &'static str {
    match op {
        ast::CmpOp::Eq => "__eq__",
        ast::CmpOp::NotEq => "__ne__",
        ast::CmpOp::Lt => "__lt__",
        ast::CmpOp::LtE => "__le__",
        ast::CmpOp::Gt => "__gt__",
        _ => "__ge__",
    }
}

fn is_array_like(ty: &Type) -> bool {
    ty.members().iter().any(|member| matches!(member, Type::Array(_) | Type::Scalar(_) | Type::Tensor(_)))
}

fn is_array_of_texts(ty: &Type) -> bool {
    ty.members()
        .iter()
        .any(|member| matches!(member, Type::Instance(class) if super::session::rank_of_texts(class).is_some()))
}

fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::Int | Type::Float | Type::Scalar(_))
}

fn is_shared_object(ty: &Type) -> bool {
    matches!(ty, Type::List(_) | Type::Set(_) | Type::Dict(..) | Type::Container(..) | Type::Record(_))
        || is_bytearray(ty)
        || matches!(ty, Type::Instance(class) if has_identity(class))
}

/// Whether objects of a catalog class are told apart by what they are, and not only by what they hold: values that can be
/// keys never change.
fn has_identity(class: &str) -> bool {
    catalog().method(class, "__eq__").is_some() && catalog().method(class, "__hash__").is_none()
}

/// Whether members of the type are equal to numbers or texts.
fn is_enum_value(ty: &Type) -> bool {
    matches!(ty, Type::Record(record) if matches!(record.kind, RecordKind::Enum(base) if base.value_type().is_some()))
}

fn holds_record(ty: &Type) -> bool {
    ty.members().iter().any(|member| matches!(member, Type::Record(_)))
}

/// Whether values of the two types can ever be equal; where not, `==` is known.
pub(super) fn can_be_equal(a: &Type, b: &Type) -> bool {
    match (a, b) {
        _ if is_number(a) && is_number(b) => true,
        // Containers of elements that are never equal are equal where both are empty; that nobody asks for.
        (Type::List(x), Type::List(y)) => can_be_equal(&x.ty, &y.ty),
        (Type::Dict(k, v), Type::Dict(l, w)) => can_be_equal(&k.ty, &l.ty) && can_be_equal(&v.ty, &w.ty),
        (Type::Container(x, xs), Type::Container(y, ys)) if x == y => {
            xs.iter().zip(ys.iter()).all(|(x, y)| can_be_equal(&x.ty, &y.ty))
        }
        (Type::Container(..), other) if base_of(a).is_some() => can_be_equal(&base_of(a).expect("just seen"), other),
        (other, Type::Container(..)) if base_of(b).is_some() => can_be_equal(other, &base_of(b).expect("just seen")),
        (Type::Set(_) | Type::FrozenSet(_), Type::Set(_) | Type::FrozenSet(_)) => true,
        (Type::Tuple(x), Type::Tuple(y)) => {
            x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| can_be_equal(x, y))
        }
        (Type::Sequence(x), Type::Sequence(y)) => can_be_equal(x, y),
        (Type::Sequence(item), Type::Tuple(members)) | (Type::Tuple(members), Type::Sequence(item)) => {
            members.iter().all(|member| can_be_equal(item, member))
        }
        (Type::Union(members), other) | (other, Type::Union(members)) => {
            members.iter().any(|member| can_be_equal(member, other))
        }
        (Type::Literal(values), other) | (other, Type::Literal(values)) => can_be_equal(&values[0].ty(), other),
        (Type::Bytes, other) | (other, Type::Bytes) if is_bytearray(other) => true,
        (Type::Complex, Type::Bool | Type::Int | Type::Float) => true,
        (Type::Bool | Type::Int | Type::Float, Type::Complex) => true,
        (Type::Instance(x), Type::Instance(y)) => catalog().derives(x, y) || catalog().derives(y, x),
        _ => a == b,
    }
}

/// Whether two values are containers of one kind.
fn is_sized_alike(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::List(_), Type::List(_)) | (Type::Dict(..), Type::Dict(..)) => true,
        (Type::Container(x, _), Type::Container(y, _)) => x == y,
        _ => false,
    }
}

/// Whether a container of `held` may contain an item of that type.
fn may_hold(held: &Type, item: &Type) -> bool {
    item.members().iter().any(|item| can_be_equal(held, item))
}

/// Whether values of a catalog class are ordered: its stub says so by `__lt__`.
fn has_order(class: &str) -> bool {
    catalog().method(class, "__lt__").is_some()
}

/// Whether values of the two types have an order.
pub(super) fn is_ordered(a: &Type, b: &Type) -> bool {
    match (a, b) {
        _ if is_number(a) && is_number(b) => true,
        (Type::Str, Type::Str) | (Type::Bytes, Type::Bytes) => true,
        (Type::Record(x), Type::Record(y)) => x == y && x.ordered,
        (Type::List(x), Type::List(y)) => is_ordered(&x.ty, &y.ty),
        (Type::Container(x, xs), Type::Container(y, ys)) if x == y && has_order(x) => {
            xs.iter().zip(ys.iter()).all(|(x, y)| is_ordered(&x.ty, &y.ty))
        }
        (Type::Bytes, other) | (other, Type::Bytes) if is_bytearray(other) => true,
        (Type::Instance(x), Type::Instance(y)) => x == y && has_order(x),
        (Type::Tuple(x), Type::Tuple(y)) => x.iter().zip(y.iter()).all(|(x, y)| is_ordered(x, y)),
        (Type::Sequence(x), Type::Sequence(y)) => is_ordered(x, y),
        (Type::Literal(values), other) | (other, Type::Literal(values)) => is_ordered(&values[0].ty(), other),
        (Type::Union(members), other) | (other, Type::Union(members)) => {
            members.iter().all(|member| is_ordered(member, other))
        }
        (Type::Never, _) | (_, Type::Never) => true,
        _ => false,
    }
}
