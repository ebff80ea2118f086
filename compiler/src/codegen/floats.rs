//! Operators on what is Python's `float` or numpy's `float64`, as a sum is that begins with `0.0`: beside a `float64` both give the
//! same, so one operator stands for both, without a question which it is in each round of a loop.

use hotforge_analyzer::ir::{Expr, ExprKind, LocalId, NativeArgument};
use hotforge_analyzer::types::{DType, Type};
use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Typing;
use super::function::Writer;
use super::regions::Region;

/// Operators, each with the one that has its operands in the other order.
const OPERATORS: &[(&str, &str)] = &[
    ("numpy::add", "numpy::ndarray::radd"),
    ("numpy::subtract", "numpy::ndarray::rsub"),
    ("numpy::multiply", "numpy::ndarray::rmul"),
    ("numpy::divide", "numpy::ndarray::rtruediv"),
    ("numpy::less", "numpy::greater"),
    ("numpy::less_equal", "numpy::greater_equal"),
];

impl Writer<'_> {
    /// The operator of a dispatch over `float | float64` whose arms are one operator with one other `float64`; `matched` is the value.
    pub fn of_either_float(
        &self,
        union: &Type,
        arms: &[(LocalId, Expr)],
        matched: &TokenStream,
        typing: Typing,
    ) -> Option<TokenStream> {
        const FLOAT64: Type = Type::Scalar(DType::Float64);
        let [(float, of_float), arm @ (scalar, of_scalar)] = arms else { return None };
        if union.members() != [Type::Float, FLOAT64] || of_float.ty != of_scalar.ty {
            return None;
        }
        let (operator, left, right) = operation(of_float)?;
        let (other, as_scalar) = match (left == *float, right == *float) {
            (true, false) => (right, (*scalar, right)),
            (false, true) => (left, (left, *scalar)),
            _ => return None,
        };
        if *self.python_type(other) != FLOAT64 || operation(of_scalar)? != (operator, as_scalar.0, as_scalar.1) {
            return None;
        }
        let region = Region::of(arm);
        let (binding, set) = (self.target(*scalar, region), self.set_target(*scalar, region));
        let (from_float, from_scalar) =
            (self.context.variant_path(&Type::Float, union), self.context.variant_path(&FLOAT64, union));
        let value = &self.helpers.value;
        let operation = self.value(of_scalar, typing);
        Some(quote!({
            let #binding = match #matched {
                #from_float(#value) => rt::numpy::Scalar(#value),
                #from_scalar(#value) => #value,
            };
            #set
            #operation
        }))
    }
}

/// An operator on two variables: its name, the one on the left, the one on the right.
fn operation(expr: &Expr) -> Option<(&'static str, LocalId, LocalId)> {
    let ExprKind::Native(call) = &expr.kind else { return None };
    let [NativeArgument::Reference(first), NativeArgument::Reference(second)] = call.arguments.as_slice() else {
        return None;
    };
    let (ExprKind::Local(first), ExprKind::Local(second)) = (&first.kind, &second.kind) else { return None };
    OPERATORS.iter().find_map(|(operator, turned)| match &*call.path {
        path if path == *operator => Some((*operator, *first, *second)),
        path if path == *turned => Some((*operator, *second, *first)),
        _ => None,
    })
}
