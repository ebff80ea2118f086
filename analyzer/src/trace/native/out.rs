//! `np.add(a, b, out=c)`, `np.divide(a, b, out=c, where=b != 0)`: what a function that goes element by element gives is
//! stored in an array, and that array is what the call gives. `np.sum(a, where=mask)`: what is left out is replaced by what
//! changes nothing.

use super::super::arguments::Argument;
use super::super::function::FunctionTracer;
use super::super::value::Value;
use crate::catalog::{Signature, StubType, catalog};
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// The call of a function of numpy that is told where its result goes; `None` for any other.
    pub(super) fn call_into(
        &mut self,
        name: &str,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        let is_given = |keyword: &str| arguments.iter().any(|argument| argument.keyword == Some(keyword));
        if !(is_given("out") || is_given("where")) || !overloads.iter().all(goes_by_element) {
            return None;
        }
        let mut rest = arguments.to_vec();
        let out = take(&mut rest, "out").filter(|argument| !is_none(argument));
        let mask = take(&mut rest, "where").filter(|argument| !is_true(argument));
        let Some(out) = out else {
            let Some(mask) = mask else { return Some(self.call_native(name, overloads, rest, span)) };
            let message = "`where` without `out` leaves elements that nothing was stored in";
            let help = "give an array to store the result in: `out=np.zeros_like(a)`";
            return Some(self.refuse(Diagnostic::new(Code::ArgumentType, mask.span, message).help(help)));
        };
        let result = self.call_native(name, overloads, rest, span);
        if result.ty == Type::Unknown || matches!(result.kind, ExprKind::Invalid) {
            return Some(result);
        }
        let result = Argument { keyword: None, value: Value::Expr(result), span };
        let (store, arguments) = match mask {
            Some(mask) => ("_into_where", vec![result, positional(out), positional(mask)]),
            None => ("_into", vec![result, positional(out)]),
        };
        let store = catalog().module("numpy").and_then(|module| module.functions.get(store));
        let store = store.expect("the stub of numpy tells how results are stored");
        Some(self.call_native(name, store, arguments, span))
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// The call of a reduction of numpy that leaves elements out; `None` for any other.
    pub(super) fn call_reduced(
        &mut self,
        name: &str,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        let neutral = overloads.iter().find_map(|signature| neutral_of(&signature.native))?;
        let mut rest = arguments.to_vec();
        let mask = take(&mut rest, "where")?;
        if is_true(&mask) || rest.is_empty() {
            return Some(self.call_native(name, overloads, rest, span));
        }
        let choose = catalog().module("numpy").and_then(|module| module.functions.get("where"));
        let choose = choose.expect("the stub of numpy has `where`");
        let neutral = Expr { ty: neutral.ty(), kind: ExprKind::Constant(neutral), span };
        let neutral = Argument { keyword: None, value: Value::Expr(neutral), span };
        let chosen = self.call_native("where", choose, vec![positional(mask), rest[0].clone(), neutral], span);
        if chosen.ty == Type::Unknown || matches!(chosen.kind, ExprKind::Invalid) {
            return Some(chosen);
        }
        rest[0].value = Value::Expr(chosen);
        Some(self.call_native(name, overloads, rest, span))
    }
}

/// What changes nothing where it is reduced with other elements.
fn neutral_of(native: &str) -> Option<Constant> {
    match native {
        "numpy::sum" => Some(Constant::Int(0)),
        "numpy::prod" => Some(Constant::Int(1)),
        "numpy::any" => Some(Constant::Bool(false)),
        "numpy::all" => Some(Constant::Bool(true)),
        _ => None,
    }
}

/// Whether each element of the result is made of the elements at its place.
fn goes_by_element(signature: &Signature) -> bool {
    let is_free = |name: &str| signature.parameters.iter().all(|parameter| &*parameter.name != name);
    signature.native.starts_with("numpy::")
        && is_free("out")
        && is_free("where")
        && matches!(&signature.returns, StubType::Apply(function, _) if &**function == "Elementwise")
}

fn take<'a>(arguments: &mut Vec<Argument<'a>>, keyword: &str) -> Option<Argument<'a>> {
    let place = arguments.iter().position(|argument| argument.keyword == Some(keyword))?;
    Some(arguments.remove(place))
}

fn positional(argument: Argument<'_>) -> Argument<'_> {
    Argument { keyword: None, ..argument }
}

fn is_none(argument: &Argument<'_>) -> bool {
    matches!(&argument.value, Value::Expr(expr) if expr.ty == Type::None)
}

fn is_true(argument: &Argument<'_>) -> bool {
    matches!(&argument.value, Value::Expr(Expr { kind: ExprKind::Constant(Constant::Bool(true)), .. }))
}
