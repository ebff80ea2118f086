//! What may be `None`, used as if it were not: compiled code raises there what CPython raises.

use rustpython_ast as ast;

use super::function::FunctionTracer;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::Expr;
use crate::source::Span;
use crate::types::{Type, union};

/// What CPython says of `None` where it is used in one of these ways.
#[derive(Clone, Copy)]
pub(super) enum Use<'n> {
    /// `value[index]`
    Subscript,
    /// `value[index] = item`
    StoreItem,
    /// `del value[index]`
    DeleteItem,
    /// `value.name`, read or set.
    Attribute(&'n str),
    /// `for item in value`
    Iterate,
    /// `a, b = value`
    Unpack,
    /// `item in value`
    Contain,
    /// `len(value)`
    Length,
    /// `-value` and the like.
    Unary(&'n str),
    /// An operator with something else beside it: its symbol, and the names of both classes.
    Binary(&'n str, [&'n str; 2]),
    /// A comparison by order.
    Order(&'n str, [&'n str; 2]),
}

impl Use<'_> {
    /// The class and the text of the exception.
    fn raised(self) -> (&'static str, String) {
        let of_object = |what: &str| format!("'NoneType' object {what}");
        let text = match self {
            Self::Attribute(name) => return ("AttributeError", of_object(&format!("has no attribute '{name}'"))),
            Self::Subscript => of_object("is not subscriptable"),
            Self::StoreItem => of_object("does not support item assignment"),
            Self::DeleteItem => of_object("does not support item deletion"),
            Self::Iterate => of_object("is not iterable"),
            Self::Unpack => "cannot unpack non-iterable NoneType object".to_owned(),
            Self::Contain => "argument of type 'NoneType' is not iterable".to_owned(),
            Self::Length => "object of type 'NoneType' has no len()".to_owned(),
            Self::Unary(symbol) => format!("bad operand type for unary {symbol}: 'NoneType'"),
            Self::Binary(symbol, [left, right]) => {
                format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'")
            }
            Self::Order(symbol, [left, right]) => {
                format!("'{symbol}' not supported between instances of '{left}' and '{right}'")
            }
        };
        ("TypeError", text)
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The value where it is not `None`: else it raises. A value that is never or always `None` stays what it is, to be
    /// used or refused.
    pub(super) fn present(&mut self, value: Expr, used: Use, span: Span) -> Expr {
        if !may_be_none(&value.ty) {
            return value;
        }
        let rest = union(value.ty.members().iter().filter(|member| **member != Type::None).cloned());
        let at = value.span;
        self.for_each_member(value, &mut |tracer, member| match member.ty {
            Type::None => tracer.raise_for_none(used, at, span),
            _ => tracer.convert(member, &rest),
        })
    }

    /// What an operator gives for `None` and a number or the like, of which CPython knows no more than their classes.
    pub(super) fn none_operand(&mut self, symbol: &str, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        let names = [number_or_none(&left.ty)?, number_or_none(&right.ty)?];
        self.none_beside(Use::Binary(symbol, names), left, right, span)
    }

    /// The same of `<` and its like, where texts have no say either; nothing for other comparisons.
    pub(super) fn none_in_order(&mut self, op: ast::CmpOp, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        if !matches!(op, ast::CmpOp::Lt | ast::CmpOp::LtE | ast::CmpOp::Gt | ast::CmpOp::GtE) {
            return None;
        }
        let name = |ty: &Type| if *ty == Type::Str { Some("str") } else { number_or_none(ty) };
        let names = [name(&left.ty)?, name(&right.ty)?];
        self.none_beside(Use::Order(op.as_str(), names), left, right, span)
    }

    fn none_beside(&mut self, used: Use, left: &Expr, right: &Expr, span: Span) -> Option<Expr> {
        let none = [left, right].into_iter().find(|operand| operand.ty == Type::None)?;
        Some(self.raise_for_none(used, none.span, span))
    }

    /// Warns, once for each value of a function, and raises.
    fn raise_for_none(&mut self, used: Use, at: Span, span: Span) -> Expr {
        let (class, text) = used.raised();
        let written = self.tracer.project.file(self.file).slice(at);
        let is_path = |character: char| character.is_alphanumeric() || matches!(character, '_' | '.');
        let name = written.chars().all(is_path).then_some(written);
        let subject = name.map_or_else(|| "this".to_owned(), |name| format!("`{name}`"));
        let message = format!("{subject} may be `None` here, which raises `{class}`");
        let function = self.definition;
        let is_told = |known: &Diagnostic| {
            known.code == Code::MaybeNone && known.message.starts_with(&subject) && function.encloses(known.span)
        };
        if name.is_none() || !self.tracer.output.diagnostics.iter().any(is_told) {
            let diagnostic = Diagnostic::new(Code::MaybeNone, span, message).label(at, "this may be `None`");
            let name = name.unwrap_or("value").to_owned();
            self.report(diagnostic.help(format!("test for `None` first: `if {name} is not None:`")));
        }
        self.raise_expression(class, &text, span)
    }
}

pub(super) fn may_be_none(ty: &Type) -> bool {
    ty.is_union() && ty.members().contains(&Type::None)
}

pub(super) fn number_or_none(ty: &Type) -> Option<&'static str> {
    Some(match ty {
        Type::None => "NoneType",
        Type::Bool => "bool",
        Type::Int => "int",
        Type::Float => "float",
        Type::Complex => "complex",
        _ => return None,
    })
}
