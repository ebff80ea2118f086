//! Where results go, and what is left out of them: `out`, `where` and `initial` of numpy's functions.
//!
//! `np.add(a, b, out=c)`, `np.divide(a, b, out=c, where=b != 0)`: what a function that goes element by element gives is
//! stored in an array, and that array is what the call gives. `np.max(a, initial=0, where=mask)`: a reduction that begins with
//! a value or leaves elements out is another function of the stub.

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
        let (rest, out, mask) = told_apart(arguments);
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
        Some(self.call_native(name, numpy_function(store), arguments, span))
    }
}

/// A function that makes one value of many, or a product of matrices.
struct Reduction {
    /// What its overloads are bound to.
    native: &'static str,
    /// The function of numpy's stub that takes `where`, and `initial` where there is such a thing.
    masked: Option<&'static str>,
    /// Whether nothing comes of no elements, so that a mask needs an `initial`.
    needs_initial: bool,
    /// The function of numpy's stub that stores the result.
    into: &'static str,
}

const fn reduction(native: &'static str, masked: &'static str) -> Reduction {
    Reduction { native, masked: Some(masked), needs_initial: false, into: "_reduced_into" }
}

const REDUCTIONS: &[Reduction] = &[
    reduction("numpy::sum", "_sum_from"),
    reduction("numpy::prod", "_prod_from"),
    Reduction { needs_initial: true, ..reduction("numpy::min", "_min_from") },
    Reduction { needs_initial: true, ..reduction("numpy::max", "_max_from") },
    reduction("numpy::any", "_any_where"),
    reduction("numpy::all", "_all_where"),
    reduction("numpy::mean", "_mean_where"),
    reduction("numpy::var", "_var_where"),
    reduction("numpy::std", "_std_where"),
    Reduction { masked: None, into: "_matmul_into", ..reduction("numpy::matmul", "") },
    Reduction { masked: None, into: "_dot_into", ..reduction("numpy::dot", "") },
    Reduction { masked: None, into: "_accumulated_into", ..reduction("numpy::cumsum", "") },
    Reduction { masked: None, into: "_accumulated_into", ..reduction("numpy::cumprod", "") },
    reduction("numpy::median", "median"),
];

impl<'a> FunctionTracer<'_, 'a> {
    /// The call of a reduction of numpy that is told what to leave out, what to begin with or where its result goes; `None` for
    /// any other.
    pub(super) fn call_reduced(
        &mut self,
        name: &str,
        overloads: &'static [Signature],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        let is_given = |keyword: &str| arguments.iter().any(|argument| argument.keyword == Some(keyword));
        if !["out", "where", "initial"].into_iter().any(is_given) {
            return None;
        }
        let is_bound = |reduction: &&Reduction| overloads.iter().any(|overload| &*overload.native == reduction.native);
        let reduction = REDUCTIONS.iter().find(is_bound)?;
        let (mut rest, out, mask) = told_apart(arguments);
        let initial = take(&mut rest, "initial");
        if let Some(none) = initial.as_ref().filter(|initial| is_none(initial) && !reduction.needs_initial) {
            let message = format!("without a value to begin with there is no `{name}` of no elements");
            let help = "leave `initial` out, or give a number";
            return Some(self.refuse(Diagnostic::new(Code::ArgumentType, none.span, message).help(help)));
        }
        let initial = initial.filter(|argument| !is_none(argument));
        if let (Some(mask), None, true) = (&mask, &initial, reduction.needs_initial) {
            let message = format!("of the elements that `where` keeps, which may be none, there is no `{name}`");
            let help = "say what comes of none: `initial=0`";
            return Some(self.refuse(Diagnostic::new(Code::ArgumentType, mask.span, message).help(help)));
        }
        let overloads = match reduction.masked {
            Some(masked) if mask.is_some() || initial.is_some() => numpy_function(masked),
            _ => overloads,
        };
        rest.extend(mask);
        rest.extend(initial);
        let Some(out) = out else { return Some(self.call_native(name, overloads, rest, span)) };
        Some(self.with_setup(|tracer| tracer.reduce_into(reduction, name, overloads, rest, out, span)))
    }

    fn reduce_into(
        &mut self,
        reduction: &Reduction,
        name: &str,
        overloads: &'static [Signature],
        arguments: Vec<Argument<'a>>,
        out: Argument<'a>,
        span: Span,
    ) -> Expr {
        let arguments: Vec<Argument> = arguments.into_iter().map(|argument| self.keep_argument(argument)).collect();
        let result = self.call_native(name, overloads, arguments.clone(), span);
        if result.ty == Type::Unknown || matches!(result.kind, ExprKind::Invalid) {
            return result;
        }
        let constant = |constant: Constant| {
            let expr = Expr { ty: constant.ty(), kind: ExprKind::Constant(constant), span };
            Argument { keyword: None, value: Value::Expr(expr), span }
        };
        let mut stored = vec![Argument { keyword: None, value: Value::Expr(result), span }, positional(out)];
        if reduction.masked.is_some() {
            let named = |keyword: &str| arguments.iter().find(|argument| argument.keyword == Some(keyword)).cloned();
            let second = arguments.get(1).filter(|argument| argument.keyword.is_none()).cloned();
            stored.push(positional(arguments[0].clone()));
            stored.push(named("axis").or(second).map_or_else(|| constant(Constant::None), positional));
            stored.push(named("keepdims").map_or_else(|| constant(Constant::Bool(false)), positional));
        }
        self.call_native(name, numpy_function(reduction.into), stored, span)
    }
}

/// The overloads of a function that the stub of numpy has.
fn numpy_function(name: &str) -> &'static [Signature] {
    let function = catalog().module("numpy").and_then(|module| module.functions.get(name));
    function.expect("the stub of numpy has the functions that calls are lowered to")
}

/// Whether each element of the result is made of the elements at its place.
fn goes_by_element(signature: &Signature) -> bool {
    let is_free = |name: &str| signature.parameters.iter().all(|parameter| &*parameter.name != name);
    signature.native.starts_with("numpy::")
        && is_free("out")
        && is_free("where")
        && matches!(&signature.returns, StubType::Apply(function, _) if &**function == "Elementwise")
}

/// The arguments without where the result goes and what is left out of it, and these two where they say anything.
fn told_apart<'a>(arguments: &[Argument<'a>]) -> (Vec<Argument<'a>>, Option<Argument<'a>>, Option<Argument<'a>>) {
    let mut rest = arguments.to_vec();
    let out = take(&mut rest, "out").filter(|argument| !is_none(argument));
    let mask = take(&mut rest, "where").filter(|argument| !is_true(argument));
    (rest, out, mask)
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
