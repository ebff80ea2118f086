//! `f(*items)` of a length that is known only at run time, and `f(**options)` of such keys.

mod fixed;
mod keywords;

use super::arguments::Argument;
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::catalog::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::Type;

pub(super) use fixed::Target;

impl<'a> FunctionTracer<'_, 'a> {
    /// A call with `*items` of what is no function of the project: the stub may have the function that takes all
    /// arguments as one list, `_zip_all` for `zip`. `None` where the arguments are matched as those of other calls.
    pub(super) fn spread_call(&mut self, callee: &Value<'a>, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let is_spread = |value: &Value| matches!(value, Value::Spread(_) | Value::SpreadKeywords(_));
        let spread = arguments.iter().find(|argument| is_spread(&argument.value))?;
        match callee {
            Value::Function(_)
            | Value::ProjectClass(_)
            | Value::BoundMethod(..)
            | Value::ClassMethod(..)
            | Value::Partial(..)
            | Value::Expr(_) => None,
            Value::Method(receiver, _) if matches!(receiver.ty, Type::Record(_)) => None,
            _ if arguments.iter().any(|argument| matches!(argument.value, Value::SpreadKeywords(_))) => {
                Some(self.refuse_spread(spread, "write the keyword arguments out: `f(a=…, b=…)`"))
            }
            Value::Native(module, name) if (&**module, &**name) == ("builtins", "print") => {
                Some(self.print_all(arguments.to_vec(), span))
            }
            Value::Native(module, name) if &**module == "builtins" && matches!(&**name, "max" | "min") => {
                Some(self.best_of_all(name, spread, arguments.to_vec(), span))
            }
            Value::Native(module, name) => {
                let all = format!("_{name}_all");
                let overloads = catalog().module(module).and_then(|stub| stub.functions.get(all.as_str()));
                let keywords = arguments.iter().any(|argument| argument.keyword.is_some());
                Some(match overloads {
                    Some(overloads) if !keywords => {
                        let list = self.list_of(arguments.to_vec(), span);
                        let list = Argument { keyword: None, span, value: Value::Expr(list) };
                        self.call_native(name, overloads, vec![list], span)
                    }
                    _ => self.refuse_spread(spread, "write the arguments out"),
                })
            }
            Value::Method(receiver, name) => {
                let all = format!("_{name}_all");
                let class = super::native::class_of(&receiver.ty);
                Some(match class.and_then(|class| catalog().method(&class, &all)) {
                    Some(overloads) => {
                        let this =
                            Argument { keyword: None, span: receiver.span, value: Value::Expr((**receiver).clone()) };
                        let list = self.list_of(arguments.to_vec(), span);
                        let list = Argument { keyword: None, span, value: Value::Expr(list) };
                        self.call_native(name, overloads, vec![this, list], span)
                    }
                    None => self.refuse_spread(spread, "write the arguments out, or a loop over them"),
                })
            }
            Value::Class(class) if let Some(overloads) = catalog().method(class, "_new_all") => {
                let list = self.list_of(arguments.to_vec(), span);
                let list = Argument { keyword: None, span, value: Value::Expr(list) };
                Some(self.call_native(crate::types::short(class), overloads, vec![list], span))
            }
            _ => Some(self.refuse_spread(spread, "write the arguments out")),
        }
    }

    /// `print(*items)`: the texts of all of them, joined.
    fn print_all(&mut self, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let (printed, mut options): (Vec<_>, Vec<_>) =
            arguments.into_iter().partition(|argument| argument.keyword.is_none());
        let sep = options.iter().position(|option| option.keyword == Some("sep")).map(|place| options.remove(place));
        let sep = match sep.map(|sep| sep.value) {
            Some(Value::Expr(sep)) if sep.ty == Type::Str => sep,
            Some(Value::Expr(sep)) if sep.ty == Type::None => self.string(" ", span),
            None => self.string(" ", span),
            Some(other) => {
                let message = format!("`sep` of `print` is a `str`, not {}", other.describe());
                return self.refuse(Diagnostic::new(Code::ArgumentType, span, message));
            }
        };
        let list = self.list_of(printed, span);
        if poisoned(&list.ty) {
            return Expr::invalid(span);
        }
        let texts =
            self.generated(list, span, |tracer, item| (tracer.text_of_value(item, Conversion::Str, span), Vec::new()));
        let joined =
            self.call_method(sep, "join", vec![Argument { keyword: None, span, value: Value::Expr(texts) }], span);
        let joined = Argument { keyword: None, span, value: Value::Expr(joined) };
        self.print(std::iter::once(joined).chain(options).collect(), span)
    }

    /// `max(*items)`: of the items and what stands beside them. One alone would be iterated over, which is an error of
    /// what has no items.
    fn best_of_all(&mut self, name: &str, spread: &Argument<'a>, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        let (values, keywords): (Vec<_>, Vec<_>) = arguments.into_iter().partition(|given| given.keyword.is_none());
        let beside = values.iter().filter(|value| !matches!(value.value, Value::Spread(_))).count();
        let list = self.list_of(values, span);
        if poisoned(&list.ty) {
            return Expr { kind: ExprKind::Invalid, ty: list.ty, span };
        }
        let list = self.keep("values", list);
        if keywords.iter().any(|keyword| keyword.keyword == Some("default")) {
            return self.refuse_spread(spread, &format!("write `{name}(items, default=…)`"));
        }
        if beside < 2 {
            let item = self.item_type(&list.ty).unwrap_or(Type::Unknown);
            let (Type::Int | Type::Float | Type::Bool) = item else {
                return self.refuse_spread(spread, &format!("write `{name}(items)`"));
            };
            let class = super::native::class_of(&item).unwrap_or_default();
            let text = |text: &str| NativeArgument::Reference(Expr::constant(Constant::Str(text.into()), span));
            let length = self.native("list::len", vec![list.clone()], Type::Int, span);
            let arguments = vec![NativeArgument::Value(length), text(name), text(crate::types::short(&class))];
            let check = self.raising_native("builtins::expect_several", arguments, Type::None, span);
            self.emit_call(check);
        }
        let list = Argument { keyword: None, span, value: Value::Expr(list) };
        let callee = Value::Native("builtins".into(), name.into());
        let arguments: Vec<_> = std::iter::once(list).chain(keywords).collect();
        self.special_call(&callee, &arguments, span).unwrap_or_else(|| self.call_value(callee, arguments, span))
    }

    fn refuse_spread(&mut self, spread: &Argument<'a>, help: &str) -> Expr {
        let message = match &spread.value {
            Value::Spread(items) => format!("`*` in this call needs a tuple of known length, not `{}`", items.ty),
            _ => "`**` in this call needs a display with constant keys".to_owned(),
        };
        self.refuse(Diagnostic::new(Code::UnsupportedExpression, spread.span, message).help(help))
    }

    /// A list of positional arguments, what is spread put in item by item.
    pub(super) fn list_of(&mut self, arguments: Vec<Argument<'a>>, span: Span) -> Expr {
        if let [Argument { value: Value::Spread(items), .. }] = &arguments[..]
            && let Type::List(_) = items.ty
        {
            return (**items).clone();
        }
        let Some((element, _)) = self.elements(Vec::new(), None, 0, span) else { return Expr::invalid(span) };
        let list = Expr { kind: ExprKind::List(Vec::new()), ty: Type::List(element), span };
        let list = self.keep("list", list);
        for argument in arguments {
            let (method, value) = match argument.value {
                Value::Spread(items) => ("extend", *items),
                Value::Expr(value) => ("append", value),
                other => ("append", self.function_value(other, argument.span)),
            };
            if poisoned(&value.ty) {
                return Expr { kind: ExprKind::Invalid, ty: value.ty, span };
            }
            if let Some(call) = self.try_method(&list, method, &[value], span) {
                self.emit_call(call);
            }
        }
        list
    }
}
