//! Operators that Rust has itself, with Python's meaning: comparisons of two `int`s or two `float`s, and arithmetic of
//! `float`s that cannot raise, and division of an `int` by a number that is written out.

use hotforge_analyzer::ir::{Constant, Expr, ExprKind, NativeArgument, NativeCall, NativeResult};
use hotforge_analyzer::types::{Type, layout};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::expression::Typing;
use super::function::Writer;

impl Writer<'_> {
    /// The call as an operation of Rust's own, where it is one.
    pub fn operator(&self, call: &NativeCall) -> Option<TokenStream> {
        let [left, right] = call.arguments.as_slice() else { return None };
        let (left, right) = (operand(left)?, operand(right)?);
        let ty = layout(&left.ty);
        if call.result != NativeResult::Plain || ty != layout(&right.ty) {
            return None;
        }
        if let Some(divisor) = positive(right).filter(|_| ty == Type::Int)
            && let Some(divided) = self.divided(&call.path, left, divisor)
        {
            return Some(divided);
        }
        let operator = match (&*call.path, &ty) {
            ("object::equal", Type::Int | Type::Float | Type::Bool) => quote!(==),
            ("object::not_equal", Type::Int | Type::Float | Type::Bool) => quote!(!=),
            ("object::less", Type::Int | Type::Float) => quote!(<),
            ("object::less_equal", Type::Int | Type::Float) => quote!(<=),
            ("object::greater", Type::Int | Type::Float) => quote!(>),
            ("object::greater_equal", Type::Int | Type::Float) => quote!(>=),
            ("float::add", Type::Float) => quote!(+),
            ("float::sub", Type::Float) => quote!(-),
            ("float::mul", Type::Float) => quote!(*),
            _ => return None,
        };
        // The left operand tells Rust the type of the right one.
        let (left, right) = (self.operand_typed(left, Typing::Open), self.operand_typed(right, Typing::Known));
        Some(quote!(#left #operator #right))
    }

    /// `//` and `%` by a positive number that is written out: they never raise, and a power of two takes one step.
    fn divided(&self, path: &str, value: &Expr, divisor: i64) -> Option<TokenStream> {
        let number = Literal::i64_unsuffixed;
        let by = match (path, divisor.count_ones() == 1) {
            ("int::floordiv", true) => {
                let bits = Literal::u32_unsuffixed(divisor.trailing_zeros());
                quote!(>> #bits)
            }
            ("int::floordiv", false) => {
                let divisor = number(divisor);
                quote!(.div_euclid(#divisor))
            }
            ("int::mod", true) => {
                let mask = number(divisor - 1);
                quote!(& #mask)
            }
            ("int::mod", false) => {
                let divisor = number(divisor);
                quote!(.rem_euclid(#divisor))
            }
            _ => return None,
        };
        let is_name = matches!(value.kind, ExprKind::Local(_));
        let value = self.operand_typed(value, Typing::Open);
        Some(if is_name { quote!((#value #by)) } else { quote!(((#value) #by)) })
    }
}

/// The number, where it is written out and above 0.
fn positive(value: &Expr) -> Option<i64> {
    match value.kind {
        ExprKind::Constant(Constant::Int(number)) => Some(number).filter(|number| *number > 0),
        _ => None,
    }
}

fn operand(argument: &NativeArgument) -> Option<&Expr> {
    match argument {
        NativeArgument::Value(value) | NativeArgument::Reference(value) => Some(value),
        _ => None,
    }
}
