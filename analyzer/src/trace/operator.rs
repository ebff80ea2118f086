//! Operators: arithmetic, bits and signs, by the dunder methods that the catalog has for them.

use rustpython_ast as ast;

use super::arguments::Argument;
use super::function::{FunctionTracer, poison_of, poisoned};
use super::optional::{Use, may_be_none, number_or_none};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::types::{DType, Type};

/// Symbol, method, reflected method and in-place method of a binary operator.
struct Operator {
    symbol: &'static str,
    method: &'static str,
    reflected: &'static str,
    in_place: &'static str,
}

fn operator(operator: ast::Operator) -> Operator {
    let (symbol, method, reflected, in_place) = match operator {
        ast::Operator::Add => ("+", "__add__", "__radd__", "__iadd__"),
        ast::Operator::Sub => ("-", "__sub__", "__rsub__", "__isub__"),
        ast::Operator::Mult => ("*", "__mul__", "__rmul__", "__imul__"),
        ast::Operator::MatMult => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
        ast::Operator::Div => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
        ast::Operator::Mod => ("%", "__mod__", "__rmod__", "__imod__"),
        ast::Operator::Pow => ("**", "__pow__", "__rpow__", "__ipow__"),
        ast::Operator::LShift => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
        ast::Operator::RShift => (">>", "__rshift__", "__rrshift__", "__irshift__"),
        ast::Operator::BitOr => ("|", "__or__", "__ror__", "__ior__"),
        ast::Operator::BitXor => ("^", "__xor__", "__rxor__", "__ixor__"),
        ast::Operator::BitAnd => ("&", "__and__", "__rand__", "__iand__"),
        ast::Operator::FloorDiv => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
    };
    Operator { symbol, method, reflected, in_place }
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn binary(&mut self, node: &'a ast::ExprBinOp) -> Expr {
        let span = self.span(node);
        // `2**63 - 1`: Python computes it without a bound, and only the result has to fit.
        match constant_operation(node) {
            Some(Folded::Int(value)) if let Ok(value) = i64::try_from(value) => {
                return Expr::constant(Constant::Int(value), span);
            }
            Some(Folded::Int(_) | Folded::Huge) => {
                let diagnostic = Diagnostic::new(Code::IntegerRange, span, "this integer does not fit 64 bits");
                return self.refuse(diagnostic.help("write a `float`, as `1e30`, or keep the number below `2**63`"));
            }
            None => {}
        }
        let left = self.expression(&node.left, None);
        let right = self.expression(&node.right, None);
        let repeated = match (node.op, &*node.left, &*node.right) {
            (ast::Operator::Mult, ast::Expr::List(_), _) => left.ty.clone(),
            (ast::Operator::Mult, _, ast::Expr::List(_)) => right.ty.clone(),
            _ => Type::Unknown,
        };
        let value = self.binary_values(node.op, left, right, span);
        // `[None] * n`: what is put in later is what the display holds, too, which nothing else sees.
        if value.ty == repeated { Expr { ty: repeated, ..value } } else { value }
    }

    pub(super) fn binary_values(&mut self, op: ast::Operator, left: Expr, right: Expr, span: Span) -> Expr {
        if let Some(poison) = poison_of([&left, &right], span) {
            return poison;
        }
        let operator = operator(op);
        if op == ast::Operator::Add
            && let Some(joined) = self.concatenated_tuples(&left, &right, span)
        {
            return joined;
        }
        if op == ast::Operator::Mod && left.ty.widened() == Type::Str {
            return self.str_percent(left, right, span);
        }
        if matches!(op, ast::Operator::BitAnd | ast::Operator::BitOr | ast::Operator::Sub | ast::Operator::BitXor)
            && (is_set_like_view(&left) || is_set_like_view(&right))
        {
            // A view of a dict is like a set, and what it gives together with any iterable is one.
            let (left, right) = (self.as_set(left), self.as_set(right));
            return self.binary_values(op, left, right, span);
        }
        if op == ast::Operator::Mod && left.ty.widened() == Type::Bytes {
            return self.bytes_percent(left, right, span);
        }
        let is_record = |ty: &Type| matches!(ty, Type::Record(_));
        if !left.ty.is_union() && !right.ty.is_union() && (is_record(&left.ty) || is_record(&right.ty)) {
            if !self.has_dunder(&left.ty, &[operator.method])
                && !self.has_dunder(&right.ty, &[operator.reflected])
                && let Some(flags) = self.flag_operator(op, &left, &right, span)
            {
                return flags;
            }
            return match self.record_operator(&left, &right, operator.method, operator.reflected, span) {
                Some(result) => result,
                None => match self.enum_operands(&left, &right, span) {
                    Some((left, right)) => self.binary_values(op, left, right, span),
                    None if left.ty.has_plain() || right.ty.has_plain() => {
                        let (left, right) = self.plain_operands(left, right);
                        self.binary_values(op, left, right, span)
                    }
                    None => self.refuse_operands(operator.symbol, &left, &right, span),
                },
            };
        }
        if let Some(result) = self.fitting_method(&left, operator.method, std::slice::from_ref(&right), span) {
            return match op {
                ast::Operator::BitOr => self.with_copied_entries(result, &[&left.ty, &right.ty], span),
                _ => result,
            };
        }
        if let Some(result) = self.fitting_method(&right, operator.reflected, std::slice::from_ref(&left), span) {
            // Python evaluates the left operand first, and so must the call that has it second.
            return self.in_source_order(result, span);
        }
        if left.ty.is_union() || right.ty.is_union() {
            let symbol = if op == ast::Operator::Pow { "** or pow()" } else { operator.symbol };
            return self.binary_members(op, symbol, left, right, span);
        }
        if let Some(joined) = self.joined_containers(op, &left, &right, span) {
            return joined;
        }
        match (&left.ty, &right.ty) {
            (Type::Array(_), Type::List(_) | Type::Tuple(_)) => {
                let right = self.as_array(right, None);
                self.binary_values(op, left, right, span)
            }
            (Type::List(_) | Type::Tuple(_), Type::Array(_)) => {
                let left = self.as_array(left, None);
                self.binary_values(op, left, right, span)
            }
            _ => self.refuse_operands(operator.symbol, &left, &right, span),
        }
    }

    /// The array that numpy makes of what stands beside an array.
    pub(super) fn as_array(&mut self, value: Expr, dtype: Option<DType>) -> Expr {
        let span = value.span;
        let argument = |keyword, value| Argument { keyword, span, value: Value::Expr(value) };
        let mut arguments = vec![argument(None, value)];
        if let Some(dtype) = dtype {
            let kind = ExprKind::Constant(Constant::Str(dtype.name().into()));
            arguments.push(argument(Some("dtype"), Expr { kind, ty: Type::DType(dtype), span }));
        }
        self.call_value(Value::Native("numpy".into(), "asarray".into()), arguments, span)
    }

    /// An operator of which one operand is of several types. CPython names it by its symbol where it has none for the two.
    fn binary_members(&mut self, op: ast::Operator, symbol: &str, left: Expr, right: Expr, span: Span) -> Expr {
        self.with_setup(|tracer| {
            let left = tracer.keep("left", left);
            let right = tracer.keep("right", right);
            tracer.for_each_member(left, &mut |tracer, left| {
                tracer.for_each_member(right.clone(), &mut |tracer, right| {
                    let raised = tracer.none_operand(symbol, &left, &right, span);
                    raised.unwrap_or_else(|| tracer.binary_values(op, left.clone(), right, span))
                })
            })
        })
    }

    /// `a + b` of lists and `a | b` of sets and dicts whose elements differ in type: what `[*a, *b]`, `{*a, *b}` and
    /// `{**a, **b}` give. Other operators of sets are those of sets that may hold both.
    fn joined_containers(&mut self, op: ast::Operator, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        if let (Type::Set(a), Type::Set(b)) = (&left.ty, &right.ty)
            && matches!(op, ast::Operator::BitAnd | ast::Operator::Sub | ast::Operator::BitXor)
            && a.ty != b.ty
        {
            let item = self.join(&a.ty, &b.ty);
            return Some(self.with_setup(|tracer| {
                let (left, right) = (tracer.keep("left", left.clone()), tracer.keep("right", right.clone()));
                let (left, right) = (tracer.set_of(left, &item), tracer.set_of(right, &item));
                tracer.binary_values(op, left, right, span)
            }));
        }
        if let (ast::Operator::Add, Type::Container(class, a), Type::Container(other, b)) = (op, &left.ty, &right.ty)
            && class == other
            && &**class == "collections.deque"
        {
            // A copy of the left one, with its bound, that takes what the right one holds.
            let item = self.join(&a[0].ty, &b[0].ty);
            let ty = Type::Container(class.clone(), [self.element(&item, None, 0, span)].into());
            return Some(self.with_setup(|tracer| {
                let (left, right) = (tracer.keep("left", left.clone()), tracer.keep("right", right.clone()));
                let joined = tracer.remade_wider(class, left, &ty, span);
                let joined = tracer.keep("joined", joined);
                match tracer.put_in(&joined, "extend", &[right], span) {
                    true => joined,
                    false => Expr::invalid(span),
                }
            }));
        }
        let (kind, method) = match (op, &left.ty, &right.ty) {
            (ast::Operator::Add, Type::List(_), Type::List(_)) => (ExprKind::List(Vec::new()), "extend"),
            (ast::Operator::BitOr, Type::Set(_), Type::Set(_) | Type::FrozenSet(_)) => {
                (ExprKind::Set(Vec::new()), "update")
            }
            (ast::Operator::BitOr, Type::Dict(..), Type::Dict(..)) => (ExprKind::Dict(Vec::new()), "update"),
            _ => return None,
        };
        let ty = left.ty.map_elements(&mut |_, part| self.element(&Type::Never, None, part, span))?;
        let ty = match ty {
            Type::Dict(key, value) => Type::Dict(key, value.keyed(Some(self.entries_at(span)))),
            other => other,
        };
        Some(self.with_setup(|tracer| {
            let left = tracer.keep("left", left.clone());
            let right = tracer.keep("right", right.clone());
            let joined = tracer.keep("joined", Expr { kind, ty, span });
            if tracer.put_in(&joined, method, &[left], span) && tracer.put_in(&joined, method, &[right], span) {
                joined
            } else {
                Expr::invalid(span)
            }
        }))
    }

    /// The set itself where it holds elements of that type, or a new one that does.
    fn set_of(&mut self, set: Expr, item: &Type) -> Expr {
        if set.ty.parts().first() == Some(&item) {
            return set;
        }
        let span = set.span;
        let wider = Expr { kind: ExprKind::Set(Vec::new()), ty: Type::set(item.clone()), span };
        let wider = self.keep("wider", wider);
        if self.put_in(&wider, "update", &[set], span) { wider } else { Expr::invalid(span) }
    }

    /// `a |= b` of sets and dicts whose elements differ in type.
    fn joined_in_place(&mut self, op: ast::Operator, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        let joins = matches!(
            (op, &left.ty, &right.ty),
            (ast::Operator::BitOr, Type::Set(_), Type::Set(_) | Type::FrozenSet(_))
                | (ast::Operator::BitOr, Type::Dict(..), Type::Dict(..))
        );
        if joins { self.try_method(left, "update", std::slice::from_ref(right), span) } else { None }
    }

    /// A set of the items.
    fn as_set(&mut self, value: Expr) -> Expr {
        match value.ty {
            Type::Set(_) => value,
            _ => {
                let span = value.span;
                let argument = Argument { keyword: None, span, value: Value::Expr(value) };
                self.call_value(Value::Class("builtins.set".into()), vec![argument], span)
            }
        }
    }

    /// A call whose arguments stand in another order than in the source keeps them in variables first.
    fn in_source_order(&mut self, call: Expr, span: Span) -> Expr {
        let ExprKind::Native(mut native) = call.kind else { return call };
        let ty = call.ty;
        self.with_setup(|tracer| {
            for argument in native.arguments.iter_mut().rev() {
                use crate::ir::NativeArgument::{Reference, Value};
                if let Value(expr) | Reference(expr) = argument {
                    *expr = tracer.keep("operand", expr.clone());
                }
            }
            Expr { kind: ExprKind::Native(native), ty, span }
        })
    }

    /// `(a, b) + (c,)` of fixed lengths.
    fn concatenated_tuples(&mut self, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        let (Type::Tuple(a), Type::Tuple(b)) = (&left.ty, &right.ty) else { return None };
        let (a, b) = (a.clone(), b.clone());
        let (left, right) = (left.clone(), right.clone());
        Some(self.with_setup(|tracer| {
            let left = tracer.keep("left", left);
            let right = tracer.keep("right", right);
            let members = |tuple: &Expr, types: &[Type]| -> Vec<Expr> {
                let member = |(index, ty): (usize, &Type)| Expr {
                    kind: ExprKind::Member { tuple: Box::new(tuple.clone()), index },
                    ty: ty.clone(),
                    span,
                };
                types.iter().enumerate().map(member).collect()
            };
            let items: Vec<Expr> = members(&left, &a).into_iter().chain(members(&right, &b)).collect();
            let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
            Expr { kind: ExprKind::Tuple(items), ty, span }
        }))
    }

    fn refuse_operands(&mut self, symbol: &str, left: &Expr, right: &Expr, span: Span) -> Expr {
        let message = format!("`{symbol}` is not supported between `{}` and `{}`", left.ty, right.ty);
        let mut diagnostic = Diagnostic::new(Code::OperandTypes, span, message)
            .label(left.span, format!("this is `{}`", left.ty))
            .label(right.span, format!("this is `{}`", right.ty));
        if left.ty == Type::None || right.ty == Type::None {
            diagnostic = diagnostic.help("test for `None` first: `if value is not None:`");
        } else if symbol == "+" && (left.ty == Type::Str || right.ty == Type::Str) {
            diagnostic = diagnostic.help("convert with `str(…)`, or write an f-string");
        }
        self.refuse(diagnostic)
    }

    /// `left op= right`: in place where the type can, else the binary operator.
    pub(super) fn augmented(&mut self, op: ast::Operator, left: Expr, right: Expr, span: Span) -> Augmented {
        let operator = operator(op);
        if let Type::Record(_) = left.ty
            && !poisoned(&right.ty)
            && let Some(result) = self.record_dunder(&left, operator.in_place, std::slice::from_ref(&right), span)
        {
            return Augmented::Rebound(result);
        }
        if !poisoned(&left.ty)
            && !poisoned(&right.ty)
            && let Some(call) = self.fitting_method(&left, operator.in_place, std::slice::from_ref(&right), span)
        {
            return Augmented::InPlace(call);
        }
        if let (Type::Array(_), Type::List(_) | Type::Tuple(_)) = (&left.ty, &right.ty) {
            let right = self.as_array(right, None);
            return self.augmented(op, left, right, span);
        }
        if !poisoned(&left.ty)
            && !poisoned(&right.ty)
            && let Some(call) = self.joined_in_place(op, &left, &right, span)
        {
            return Augmented::InPlace(call);
        }
        let is_number_or_none = |ty: &Type| ty.members().iter().all(|ty| number_or_none(ty).is_some());
        if (may_be_none(&left.ty) || may_be_none(&right.ty))
            && is_number_or_none(&left.ty)
            && is_number_or_none(&right.ty)
        {
            let symbol = format!("{}=", operator.symbol);
            return Augmented::Rebound(self.binary_members(op, &symbol, left, right, span));
        }
        Augmented::Rebound(self.binary_values(op, left, right, span))
    }

    pub(super) fn unary(&mut self, node: &'a ast::ExprUnaryOp) -> Expr {
        let span = self.span(node);
        if node.op == ast::UnaryOp::Not {
            let expr = self.condition_of_not(node);
            return Expr { span, ..expr };
        }
        // The smallest integer is written as the negation of a number that does not fit.
        if let (ast::UnaryOp::USub, ast::Expr::NumberLiteral(literal)) = (node.op, &*node.operand)
            && let ast::Number::Int(value) = &literal.value
            && value.to_string() == "9223372036854775808"
        {
            return Expr::constant(Constant::Int(i64::MIN), span);
        }
        let operand = self.expression(&node.operand, None);
        if let (ast::UnaryOp::USub, ExprKind::Constant(constant)) = (node.op, &operand.kind)
            && !matches!(operand.ty, Type::Record(_))
        {
            match constant {
                Constant::Int(value) => return Expr::constant(Constant::Int(value.wrapping_neg()), span),
                Constant::Float(value) => return Expr::constant(Constant::Float(-value), span),
                _ => {}
            }
        }
        self.unary_value(node.op, operand, span)
    }

    fn condition_of_not(&mut self, node: &'a ast::ExprUnaryOp) -> Expr {
        let inner = self.condition(&node.operand).test;
        match inner.kind {
            ExprKind::Constant(Constant::Bool(value)) => Expr::constant(Constant::Bool(!value), inner.span),
            _ if poisoned(&inner.ty) => inner,
            _ => {
                let span = inner.span;
                Expr { kind: ExprKind::Not(Box::new(inner)), ty: Type::Bool, span }
            }
        }
    }

    pub(super) fn unary_value(&mut self, op: ast::UnaryOp, operand: Expr, span: Span) -> Expr {
        if poisoned(&operand.ty) {
            return operand;
        }
        let (symbol, method) = match op {
            ast::UnaryOp::USub => ("-", "__neg__"),
            ast::UnaryOp::UAdd => ("+", "__pos__"),
            _ => ("~", "__invert__"),
        };
        if operand.ty.is_union() {
            let operand = self.present(operand, Use::Unary(symbol), span);
            return self.for_each_member(operand, &mut |tracer, member| tracer.unary_value(op, member, span));
        }
        if operand.ty.is_flag() && method == "__invert__" && !self.has_dunder(&operand.ty, &[method]) {
            let ty = operand.ty.clone();
            return self.raising_native("flag::invert", vec![crate::ir::NativeArgument::Reference(operand)], ty, span);
        }
        match self.fitting_method(&operand, method, &[], span) {
            Some(result) => result,
            None => {
                let message = format!("unary `{symbol}` is not supported for `{}`", operand.ty);
                self.refuse(Diagnostic::new(Code::OperandTypes, span, message))
            }
        }
    }
}

/// An integer that literals alone make.
enum Folded {
    Int(i128),
    /// It is beyond 128 bits.
    Huge,
}

/// The value of an operation on integer literals; `None` of any other, and of one that raises or gives a float.
fn constant_operation(node: &ast::ExprBinOp) -> Option<Folded> {
    let (Folded::Int(left), Folded::Int(right)) = (constant_integer(&node.left)?, constant_integer(&node.right)?)
    else {
        return Some(Folded::Huge);
    };
    let value = match node.op {
        ast::Operator::Add => left.checked_add(right),
        ast::Operator::Sub => left.checked_sub(right),
        ast::Operator::Mult => left.checked_mul(right),
        ast::Operator::Pow => match u32::try_from(right) {
            Ok(exponent) => left.checked_pow(exponent),
            Err(_) if right < 0 => return None,
            Err(_) => None,
        },
        ast::Operator::LShift => match u32::try_from(right) {
            Ok(by @ 0..=100) => 1_i128.checked_shl(by).and_then(|factor| left.checked_mul(factor)),
            Ok(_) => None,
            Err(_) => return None,
        },
        _ => return None,
    };
    Some(value.map_or(Folded::Huge, Folded::Int))
}

fn constant_integer(node: &ast::Expr) -> Option<Folded> {
    match node {
        ast::Expr::NumberLiteral(literal) => match &literal.value {
            ast::Number::Int(value) => Some(value.to_string().parse().map_or(Folded::Huge, Folded::Int)),
            _ => None,
        },
        ast::Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::USub => match constant_integer(&unary.operand)? {
            Folded::Int(value) => Some(value.checked_neg().map_or(Folded::Huge, Folded::Int)),
            Folded::Huge => Some(Folded::Huge),
        },
        ast::Expr::BinOp(operation) => constant_operation(operation),
        _ => None,
    }
}

/// Whether an expression is `d.keys()` or `d.items()`: a view that is like a set.
fn is_set_like_view(value: &Expr) -> bool {
    matches!(&value.kind, ExprKind::Native(call) if matches!(&*call.path, "dict::iterate_keys" | "dict::iterate_items"))
}

/// What an augmented assignment does.
pub(super) enum Augmented {
    /// The object was changed: the name keeps it.
    InPlace(Expr),
    /// The name is bound to a new value.
    Rebound(Expr),
}
