//! `f(**options)` of a dict whose keys are known only at run time: each parameter that is still open takes the value of its
//! name, and what keys there are is checked where the call runs.

use super::super::arguments::{Argument, ParameterShape};
use super::super::function::FunctionTracer;
use super::super::value::Value;
use super::fixed::Target;
use crate::ir::{Constant, Expr, NativeArgument};
use crate::source::Span;
use crate::types::Type;

impl<'a> FunctionTracer<'_, 'a> {
    /// The arguments with `**options` taken apart into one for each parameter that is open. As they are where this cannot be:
    /// where other arguments are given by keyword, or where the function has a `**` parameter for the rest.
    ///
    /// `default` gives the value of a parameter that has one.
    pub(in super::super) fn fill_keywords(
        &mut self,
        target: &Target<'_>,
        parameters: &[&'a str],
        mut arguments: Vec<Argument<'a>>,
        default: &mut dyn FnMut(&mut Self, usize) -> Option<Expr>,
        span: Span,
    ) -> Vec<Argument<'a>> {
        let is_options = |argument: &Argument<'a>| matches!(argument.value, Value::SpreadKeywords(_));
        let is_open_ended = |argument: &Argument<'a>| matches!(argument.value, Value::Spread(_));
        let has_keywords = arguments.iter().any(|argument| argument.keyword.is_some());
        let takes_all = target.shapes.iter().any(|shape| shape.keywords);
        if has_keywords || takes_all || arguments.iter().any(is_open_ended) {
            return arguments;
        }
        let [before @ .., Argument { value: Value::SpreadKeywords(options), span: at, .. }] = &arguments[..] else {
            return arguments;
        };
        if before.iter().any(is_options) {
            return arguments;
        }
        let (options, at, given) = ((**options).clone(), *at, before.len());
        let positional = target.shapes.iter().enumerate().filter(|(_, shape)| shape.positional && !shape.variadic);
        let filled: Vec<usize> = positional.take(given).map(|(place, _)| place).collect();
        let open: Vec<usize> =
            (0..target.shapes.len()).filter(|place| target.shapes[*place].keyword && !filled.contains(place)).collect();
        let mut defaults = Vec::new();
        for place in &open {
            match (target.shapes[*place].has_default, default(self, *place)) {
                (false, _) => defaults.push(None),
                (true, Some(value)) => defaults.push(Some(value)),
                (true, None) => return arguments,
            }
        }
        arguments.pop();
        let mut made: Vec<Argument<'a>> = arguments.into_iter().map(|argument| self.keep_argument(argument)).collect();
        self.check_options(target, &filled, &options, span);
        for (place, default) in open.into_iter().zip(defaults) {
            let keyword = parameters[place];
            let key = self.string(keyword, at);
            let item = self.item(options.clone(), key.clone(), at);
            let value = match default {
                None => item,
                Some(default) => {
                    let test = self.native("dict::contains", vec![options.clone(), key], Type::Bool, at);
                    self.choice(test, item, default, at)
                }
            };
            let value = Value::Expr(self.keep("argument", value));
            made.push(Argument { keyword: Some(keyword), span: at, value });
        }
        made
    }

    /// Raises where a key is no parameter, or one that has its value, or where a parameter has none.
    fn check_options(&mut self, target: &Target<'_>, filled: &[usize], options: &Expr, span: Span) {
        let shapes = target.shapes;
        let names = |test: &dyn Fn(usize, &ParameterShape<'_>) -> bool| -> NativeArgument {
            let chosen = shapes.iter().enumerate().filter(|(place, shape)| test(*place, shape));
            let names: Vec<&str> = chosen.map(|(_, shape)| shape.name).collect();
            NativeArgument::Reference(Expr::constant(Constant::Str(names.join(" ").into()), span))
        };
        let is_required = |place: usize, shape: &ParameterShape<'_>| {
            !shape.has_default && !shape.variadic && !filled.contains(&place)
        };
        let arguments = vec![
            NativeArgument::Reference(options.clone()),
            NativeArgument::Reference(Expr::constant(Constant::Str(target.name.as_str().into()), span)),
            names(&|_, shape| shape.keyword),
            names(&|place, shape| shape.keyword && filled.contains(&place)),
            names(&|_, shape| shape.positional && !shape.keyword && !shape.variadic),
            names(&|place, shape| is_required(place, shape) && shape.positional),
            names(&|place, shape| is_required(place, shape) && !shape.positional),
        ];
        let check = self.raising_native("builtins::expect_keywords", arguments, Type::None, span);
        self.emit_call(check);
    }
}
