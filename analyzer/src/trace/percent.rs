//! `template % values` of bytes, by that of text: each byte is the character of its number, and the conversions that mean
//! something else in bytes are made into text beforehand. The template must be a constant, since it says which these are.

use super::arguments::constant_of;
use super::function::{FunctionTracer, poisoned};
use super::native::is_bytearray;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Conversion, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::Type;

/// A template of bytes, read.
struct Template {
    /// The template of text that stands for it.
    text: String,
    /// What takes a value: the letter of a conversion, or `*` for a width or a precision.
    takes: Vec<char>,
}

impl Template {
    /// `None` where it is malformed or asks for values by name.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut template = Self { text: String::new(), takes: Vec::new() };
        let mut characters = bytes.iter().copied().map(char::from);
        while let Some(character) = characters.next() {
            template.text.push(character);
            if character != '%' {
                continue;
            }
            loop {
                match characters.next()? {
                    option @ ('-' | '+' | ' ' | '#' | '.' | '0'..='9' | 'h' | 'l' | 'L') => template.text.push(option),
                    '*' => {
                        template.text.push('*');
                        template.takes.push('*');
                    }
                    '%' => {
                        template.text.push('%');
                        break;
                    }
                    text @ ('s' | 'b' | 'a' | 'r' | 'c') => {
                        template.text.push('s');
                        template.takes.push(text);
                        break;
                    }
                    number @ ('d' | 'i' | 'u' | 'o' | 'x' | 'X' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G') => {
                        template.text.push(number);
                        template.takes.push(number);
                        break;
                    }
                    _ => return None,
                }
            }
        }
        Some(template)
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    pub(super) fn bytes_percent(&mut self, template: Expr, values: Expr, span: Span) -> Expr {
        let Some(Constant::Bytes(bytes)) = constant_of(&template) else {
            let message = "what a template of bytes takes must be known: it must be a constant";
            let diagnostic = Diagnostic::new(Code::ConstantRequired, template.span, message);
            return self.refuse(diagnostic.help("write it out, or join the parts with `b\"\".join(…)`"));
        };
        let Some(read) = Template::read(&bytes) else {
            let message = "this template of bytes is malformed, or asks for values by name";
            let diagnostic = Diagnostic::new(Code::ArgumentType, template.span, message);
            return self.refuse(diagnostic.help("write `%d`, `%s` and the like, and the values in a tuple"));
        };
        self.with_setup(|tracer| {
            let values = tracer.percent_values(values, span);
            if values.len() != read.takes.len() {
                let message = if values.len() < read.takes.len() {
                    "not enough arguments for format string"
                } else {
                    "not all arguments converted during bytes formatting"
                };
                return tracer.refuse(Diagnostic::new(Code::CallArguments, span, message));
            }
            let values: Option<Vec<Expr>> =
                read.takes.iter().zip(values).map(|(take, value)| tracer.percent_value(*take, value)).collect();
            let Some(values) = values else { return Expr::invalid(span) };
            let fields = values.into_iter().map(|value| (tracer.string("", span), value)).collect();
            let lenient = NativeArgument::Value(Expr::constant(Constant::Bool(false), span));
            let text = tracer.string(&read.text, span);
            let arguments = vec![NativeArgument::Reference(text), NativeArgument::Fields(fields), lenient];
            let text = tracer.raising_native("str::percent", arguments, Type::Str, span);
            tracer.native("bytes::of_latin", vec![text], Type::Bytes, span)
        })
    }

    /// The values one by one, each evaluated.
    fn percent_values(&mut self, values: Expr, span: Span) -> Vec<Expr> {
        match (values.kind.clone(), values.ty.clone()) {
            (ExprKind::Tuple(items), _) => items.into_iter().map(|item| self.keep("field", item)).collect(),
            (_, Type::Tuple(members)) => {
                let tuple = Box::new(self.keep("values", values));
                let member = |(index, ty): (usize, &Type)| Expr {
                    kind: ExprKind::Member { tuple: tuple.clone(), index },
                    ty: ty.clone(),
                    span,
                };
                members.iter().enumerate().map(member).collect()
            }
            _ => vec![self.keep("field", values)],
        }
    }

    /// A value as the template of text takes it; `None` where it was refused.
    fn percent_value(&mut self, take: char, value: Expr) -> Option<Expr> {
        if poisoned(&value.ty) {
            return None;
        }
        let span = value.span;
        let ty = value.ty.widened();
        let is_bytes = ty == Type::Bytes || is_bytearray(&ty);
        let is_int = matches!(ty, Type::Int | Type::Bool);
        let made = match take {
            's' | 'b' if is_bytes => self.native("bytes::latin", vec![value], Type::Str, span),
            'a' | 'r' => self.text_of_value(value, Conversion::Ascii, span),
            'c' if is_int => {
                let value = NativeArgument::Value(self.convert(value, &Type::Int));
                self.raising_native("bytes::character", vec![value], Type::Str, span)
            }
            'c' if is_bytes => {
                let value = NativeArgument::Reference(value);
                self.raising_native("bytes::single_character", vec![value], Type::Str, span)
            }
            '*' | 'o' | 'x' | 'X' if is_int => value,
            'd' | 'i' | 'u' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' if is_int || ty == Type::Float => value,
            _ => {
                let message = format!("`%{take}` of bytes does not take a `{ty}`");
                let diagnostic = Diagnostic::new(Code::ArgumentType, span, message);
                self.report(match ty {
                    Type::Str => diagnostic.help("encode it first: `text.encode()`"),
                    _ => diagnostic,
                });
                return None;
            }
        };
        Some(self.keep("field", made))
    }
}
