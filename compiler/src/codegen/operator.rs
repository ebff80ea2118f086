//! Operators that Rust has itself, with Python's meaning: comparisons of two `int`s or two `float`s, and arithmetic of
//! `float`s that cannot raise.

use hotforge_analyzer::ir::{Expr, NativeArgument, NativeCall, NativeResult};
use hotforge_analyzer::types::Type;
use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Typing;
use super::function::Writer;
use super::types::layout;

impl Writer<'_> {
    /// The call as an operation of Rust's own, where it is one.
    pub fn operator(&self, call: &NativeCall) -> Option<TokenStream> {
        let [left, right] = call.arguments.as_slice() else { return None };
        let (left, right) = (operand(left)?, operand(right)?);
        let ty = layout(&left.ty);
        if call.result != NativeResult::Plain || ty != layout(&right.ty) {
            return None;
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
}

fn operand(argument: &NativeArgument) -> Option<&Expr> {
    match argument {
        NativeArgument::Value(value) | NativeArgument::Reference(value) => Some(value),
        _ => None,
    }
}
