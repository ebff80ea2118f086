//! `itertools`: forms that the stubs know under names of their own, and those that take the truth of values.

use super::arguments::Argument;
use super::compare::negated;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::ir::{Constant, Expr};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// A call of a function of `itertools`; `None` where the stub says all of it.
    pub(super) fn itertools_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        match (name, arguments) {
            ("zip_longest", _) => self.zip_longest(arguments, span),
            ("accumulate", [items, rest @ ..]) if rest.iter().all(|argument| argument.keyword == Some("initial")) => {
                self.accumulated(items, rest, span)
            }
            (
                "compress",
                [data @ Argument { value: Value::Expr(_), .. }, Argument { value: Value::Expr(selectors), .. }],
            ) => {
                let item = self.item_type(&selectors.ty)?;
                if item == Type::Bool || poisoned(&item) {
                    return None;
                }
                let truths = self.generated(selectors.clone(), span, |tracer, item| (tracer.truth(item), Vec::new()));
                let truths = Argument { keyword: Some("selectors"), span: truths.span, value: Value::Expr(truths) };
                let callee = Value::Native("itertools".into(), name.into());
                Some(self.call_value(callee, vec![data.clone(), truths], span))
            }
            (
                "filterfalse",
                [Argument { value: Value::Expr(test), .. }, Argument { value: Value::Expr(items), .. }],
            ) if test.ty == Type::None => Some(self.generated(items.clone(), span, |tracer, item| {
                let truth = tracer.truth(item.clone());
                (item, vec![negated(truth, span)])
            })),
            _ => None,
        }
    }

    /// `accumulate(items)` of items of several types: each sum is of the type that `+` gives.
    fn accumulated(&mut self, items: &Argument<'a>, initial: &[Argument<'a>], span: Span) -> Option<Expr> {
        let Value::Expr(iterable) = &items.value else { return None };
        let item = self.item_type(&iterable.ty)?;
        let starts = initial.iter().filter_map(|initial| match &initial.value {
            Value::Expr(initial) => Some(initial.ty.clone()),
            _ => None,
        });
        let sum = starts.fold(item.clone(), |sum, start| self.join(&sum, &start));
        if !sum.is_union() {
            return None;
        }
        let add = Argument { keyword: None, span, value: Value::Native("operator".into(), "add".into()) };
        let arguments = [items.clone(), add].into_iter().chain(initial.iter().cloned()).collect();
        Some(self.call_value(Value::Native("itertools".into(), "accumulate".into()), arguments, span))
    }

    /// `zip_longest(a, b, fillvalue=v)`: what fills is given once for each iterable, at the type of its items.
    pub(super) fn zip_longest(&mut self, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let (fill, iterables): (Vec<_>, Vec<_>) =
            arguments.iter().cloned().partition(|argument| argument.keyword == Some("fillvalue"));
        let none = Argument { keyword: None, value: Value::Expr(Expr::constant(Constant::None, span)), span };
        let fill = fill.into_iter().next().unwrap_or(none);
        let callee = Value::Native("itertools".into(), "zip_longest".into());
        Some(self.with_setup(|tracer| {
            let iterables: Vec<Argument> =
                iterables.into_iter().map(|iterable| tracer.keep_argument(iterable)).collect();
            let fill = tracer.keep_argument(Argument { keyword: None, ..fill });
            let fills = vec![fill; iterables.len()];
            tracer.call_value(callee, iterables.into_iter().chain(fills).collect(), span)
        }))
    }
}
