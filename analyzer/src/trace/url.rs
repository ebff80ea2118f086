//! `urllib.parse.urlencode`: names and values of any types, as text.

use super::arguments::{Argument, constant_of};
use super::function::{FunctionTracer, poisoned};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind};
use crate::source::Span;
use crate::types::Type;

/// The parameters of `urlencode`, in order.
const PARAMETERS: [&str; 6] = ["query", "doseq", "safe", "encoding", "errors", "quote_via"];

impl<'a> FunctionTracer<'_, 'a> {
    /// A call of a function of `urllib.parse`; `None` where the stub says all of it.
    pub(super) fn url_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        if name != "urlencode" || arguments.iter().any(|argument| argument.keyword == Some("_plus")) {
            return None;
        }
        let mut given: [Option<Argument<'a>>; 6] = Default::default();
        for (place, argument) in arguments.iter().enumerate() {
            let place = match argument.keyword {
                None => place,
                Some(keyword) => PARAMETERS.iter().position(|name| *name == keyword)?,
            };
            *given.get_mut(place)? = Some(argument.clone());
        }
        let [query, doseq, safe, encoding, errors, quote_via] = given;
        let Value::Expr(query) = query?.value else { return None };
        let each = match doseq.map(|doseq| doseq.value) {
            None => false,
            Some(Value::Expr(doseq)) => match constant_of(&doseq) {
                Some(Constant::Bool(each)) => each,
                _ => return Some(self.refuse_urlencode("`doseq` must be a constant", "write `doseq=True`", span)),
            },
            Some(_) => return None,
        };
        let plus = match quote_via.map(|quote| quote.value) {
            None => true,
            Some(Value::Native(_, name)) if matches!(&*name, "quote" | "quote_plus") => &*name == "quote_plus",
            Some(_) => {
                let help = "write `quote_via=quote`, or join the fields yourself";
                return Some(self.refuse_urlencode("`quote_via` must be `quote` or `quote_plus`", help, span));
            }
        };
        let pairs = match query.ty {
            Type::Dict(..) | Type::Container(..) => self.call_method(query, "items", Vec::new(), span),
            _ => query,
        };
        let texts = self.query_texts(pairs, each, span);
        if poisoned(&texts.ty) {
            return Some(texts);
        }
        let plus = Expr::constant(Constant::Bool(plus), span);
        let argument = |keyword, value: Expr| Argument { keyword: Some(keyword), span, value: Value::Expr(value) };
        let options = [("safe", safe), ("encoding", encoding), ("errors", errors)];
        let options = options
            .into_iter()
            .filter_map(|(keyword, option)| option.map(|option| Argument { keyword: Some(keyword), ..option }));
        let arguments = [Argument { keyword: None, span, value: Value::Expr(texts) }, argument("_plus", plus)];
        let function = if each { "_urlencode_each" } else { "urlencode" };
        let callee = Value::Native("urllib.parse".into(), function.into());
        Some(self.call_value(callee, arguments.into_iter().chain(options).collect(), span))
    }

    /// Names and values as text: `(str(name), str(value))`, or of several values `(str(name), [str(value), …])`.
    fn query_texts(&mut self, pairs: Expr, each: bool, span: Span) -> Expr {
        self.generated(pairs, span, |tracer, pair| {
            let Type::Tuple(members) = pair.ty.clone() else {
                let message = format!("a query is made of pairs of name and value, not of `{}`", pair.ty);
                return (tracer.refuse(Diagnostic::new(Code::ArgumentType, span, message)), Vec::new());
            };
            let [name, value] = &members[..] else {
                let help = "give pairs of name and value";
                return (tracer.refuse_urlencode("a query is made of pairs", help, span), Vec::new());
            };
            let member = |index, ty: &Type| {
                let kind = ExprKind::Member { tuple: Box::new(pair.clone()), index };
                Expr { kind, ty: ty.clone(), span }
            };
            let name = tracer.query_text(member(0, name), span);
            let value = member(1, value);
            let value = if each { tracer.query_values(value, span) } else { tracer.query_text(value, span) };
            if poisoned(&name.ty) || poisoned(&value.ty) {
                return (Expr::invalid(span), Vec::new());
            }
            let ty = Type::tuple([name.ty.clone(), value.ty.clone()]);
            (Expr { kind: ExprKind::Tuple(vec![name, value]), ty, span }, Vec::new())
        })
    }

    fn query_text(&mut self, value: Expr, span: Span) -> Expr {
        if value.ty.any(&|part| *part == Type::Bytes) {
            return self.refuse_urlencode("bytes are not put into a query", "decode them first", span);
        }
        self.text_of_value(value, Conversion::Str, span)
    }

    /// The texts of a value that may be several.
    fn query_values(&mut self, value: Expr, span: Span) -> Expr {
        if value.ty.is_union() {
            return self.for_each_member(value, &mut |tracer, member| tracer.query_values(member, span));
        }
        let texts = match &value.ty {
            Type::List(_) | Type::Tuple(_) | Type::Sequence(_) => {
                let texts = self.generated(value, span, |tracer, item| (tracer.query_text(item, span), Vec::new()));
                let texts = Argument { keyword: None, span, value: Value::Expr(texts) };
                return self.call_value(Value::Class("builtins.list".into()), vec![texts], span);
            }
            Type::None | Type::Bool | Type::Int | Type::Float | Type::Str | Type::Literal(_) => {
                self.query_text(value, span)
            }
            other => {
                let message = format!("a `{other}` is not put into a query");
                return self.refuse_urlencode(&message, "give texts, numbers, or lists of them", span);
            }
        };
        let Some((element, texts)) = self.elements(vec![texts], None, 0, span) else { return Expr::invalid(span) };
        Expr { kind: ExprKind::List(texts), ty: Type::List(element), span }
    }

    fn refuse_urlencode(&mut self, message: &str, help: &str, span: Span) -> Expr {
        self.refuse(Diagnostic::new(Code::ArgumentType, span, message.to_owned()).help(help.to_owned()))
    }
}
