//! Functions among the arguments of a catalog function: `reduce(f, items)`, `takewhile(test, items)`.
//!
//! A stub declares such a parameter as `Callable[[T, U], R]`. Once the other arguments have said what its type variables
//! are, the function is traced for those types, as if it were called where it stands, and its result says what `R` is.

use std::collections::BTreeMap;

use super::fit::Context;
use super::pass::argument_type;
use super::{Bindings, Unfit};
use crate::catalog::{Bound, Signature, StubType};
use crate::ir::{Closure, Expr, ExprKind};
use crate::trace::arguments::{Argument, Matched};
use crate::trace::function::{FunctionTracer, poisoned};
use crate::trace::value::Value;
use crate::types::Type;
use crate::{Code, Diagnostic};

/// How often a function is traced again because its own result widened what it is called with, as the accumulator of
/// `reduce` is.
const MOST_ROUNDS: usize = 4;

impl<'a> FunctionTracer<'_, 'a> {
    /// Traces the functions among the arguments; they bind the type variables of their results.
    pub(super) fn fit_functions(
        &mut self,
        signature: &Signature,
        matched: &[Matched<'a>],
        bindings: &mut Bindings,
    ) -> Result<BTreeMap<usize, Closure>, Unfit> {
        let mut functions = BTreeMap::new();
        for (index, (parameter, matched)) in signature.parameters.iter().zip(matched).enumerate() {
            let (StubType::Callable(parameters, returns), Matched::One(argument)) = (&parameter.declared, matched)
            else {
                continue;
            };
            if let Value::Expr(expr) = &argument.value
                && !matches!(expr.ty, Type::Callable(_))
            {
                if poisoned(&expr.ty) {
                    return Err(Unfit::Silent);
                }
                return Err(Unfit::Type {
                    parameter: parameter.name.clone(),
                    declared: parameter.declared.describe(),
                    found: format!("`{}`", expr.ty),
                    span: argument.span,
                });
            }
            functions.insert(index, self.fit_function(signature, parameters, returns, argument, bindings)?);
        }
        Ok(functions)
    }

    fn fit_function(
        &mut self,
        signature: &Signature,
        parameters: &[StubType],
        returns: &StubType,
        function: &Argument<'a>,
        bindings: &mut Bindings,
    ) -> Result<Closure, Unfit> {
        let span = function.span;
        for _ in 0..MOST_ROUNDS {
            let types: Option<Vec<Type>> = parameters
                .iter()
                .map(|parameter| match parameter {
                    StubType::Spread(tuple) => argument_type(tuple, bindings),
                    plain => argument_type(plain, bindings),
                })
                .collect();
            let types = types.ok_or(Unfit::Silent)?;
            if types.contains(&Type::Never) {
                let diagnostic = Diagnostic::new(Code::UnknownElement, span, "this is called with nothing, ever");
                self.report(diagnostic.help("put something in before the function is called with it"));
                return Err(Unfit::Silent);
            }
            let closure = self.trace_closure(parameters, &types, function)?;
            let mut body = closure.body;
            if body.ty == Type::Unknown || body.kind == ExprKind::Invalid {
                return Err(Unfit::Silent);
            }
            if *returns == StubType::Plain(Type::Bool) {
                body = self.truth(body);
            }
            if let StubType::Name(name) = returns
                && signature.variables.iter().any(|(other, bound)| other == name && *bound == Some(Bound::Comparable))
            {
                body = self.ordered_key(body, "<", span);
            }
            let before = argument_type(returns, bindings);
            let context = Context { mutates: true, fixed: false };
            if !self.fits_type(returns, &body.ty, context, bindings) {
                let message = format!("this function gives a `{}` here, which does not fit", body.ty);
                let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
                return Err(Unfit::Wrong(Box::new(diagnostic.help(format!("it is to give `{}`", returns.describe())))));
            }
            let after = argument_type(returns, bindings);
            if before.is_none() || before == after {
                let span = body.span;
                let body = match &after {
                    // It never returns: that stands for a value of any type.
                    Some(target) if body.ty == Type::Never => {
                        Expr { kind: ExprKind::Convert(Box::new(body)), ty: target.clone(), span }
                    }
                    Some(target) => self.convert(body, target),
                    None => body,
                };
                return Ok(Closure { body, ..closure });
            }
        }
        let diagnostic = Diagnostic::new(Code::UnsettledType, span, "the type that this function gives never settles");
        Err(Unfit::Wrong(Box::new(diagnostic.help("let it give the type that it is given"))))
    }

    /// The call of a function with values of the given types.
    fn trace_closure(
        &mut self,
        declared: &[StubType],
        types: &[Type],
        function: &Argument<'a>,
    ) -> Result<Closure, Unfit> {
        let span = function.span;
        let mut parameters = Vec::new();
        let mut arguments = Vec::new();
        for (declared, ty) in declared.iter().zip(types) {
            let local = self.temporary("argument", ty);
            parameters.push(local);
            let value = Expr { kind: ExprKind::Local(local), ty: ty.clone(), span };
            match (declared, ty) {
                (StubType::Spread(_), Type::Tuple(members)) => {
                    let member = |(index, ty): (usize, &Type)| Expr {
                        kind: ExprKind::Member { tuple: Box::new(value.clone()), index },
                        ty: ty.clone(),
                        span,
                    };
                    arguments.extend(members.iter().enumerate().map(member));
                }
                (StubType::Spread(_), other) => {
                    let message = format!("the arguments come from `{other}`, whose length is not known");
                    let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
                    return Err(Unfit::Wrong(Box::new(diagnostic.help("give tuples of fixed length"))));
                }
                _ => arguments.push(value),
            }
        }
        let arguments =
            arguments.into_iter().map(|value| Argument { keyword: None, value: Value::Expr(value), span }).collect();
        let outer = self.late;
        if !self.at_once {
            self.late = outer.or(Some(self.comprehensions.len()));
        }
        let body = self.with_setup(|tracer| tracer.call_value(function.value.clone(), arguments, span));
        self.late = outer;
        Ok(Closure { parameters, body })
    }
}
