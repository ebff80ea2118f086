//! `struct`: what a format packs and unpacks. The format decides the types, so it must be known: a literal, or a name of
//! the module for one.

use std::sync::Arc;

use super::Tracer;
use super::arguments::{Argument, Matched, ParameterShape, constant_of, match_arguments};
use super::function::{FunctionTracer, poisoned};
use super::native::is_bytearray;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};
use crate::ir::{Constant, Expr, ExprKind, NativeArgument};
use crate::source::Span;
use crate::types::Type;

/// The most values that a tuple of a fixed length holds.
const MOST_MEMBERS: usize = 12;

/// The sort of value that a format character packs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Int,
    Float,
    Bool,
    /// `c`: one byte.
    Byte,
    Bytes,
}

impl Field {
    fn of(code: u8, is_native: bool) -> Option<Self> {
        Some(match code {
            b'b' | b'B' | b'h' | b'H' | b'i' | b'I' | b'l' | b'L' | b'q' | b'Q' => Field::Int,
            b'n' | b'N' | b'P' if is_native => Field::Int,
            b'e' | b'f' | b'd' => Field::Float,
            b'?' => Field::Bool,
            b'c' => Field::Byte,
            b's' | b'p' => Field::Bytes,
            _ => return None,
        })
    }

    fn ty(self) -> Type {
        match self {
            Field::Int => Type::Int,
            Field::Float => Type::Float,
            Field::Bool => Type::Bool,
            Field::Byte | Field::Bytes => Type::Bytes,
        }
    }

    /// The operator that reads one such value, and the one that reads many.
    fn readers(self) -> (&'static str, &'static str) {
        match self {
            Field::Int => ("struct::field_int", "struct::field_ints"),
            Field::Float => ("struct::field_float", "struct::field_floats"),
            Field::Bool => ("struct::field_bool", "struct::field_bools"),
            Field::Byte | Field::Bytes => ("struct::field_bytes", "struct::field_byteses"),
        }
    }
}

/// The values of a format, or what `struct.error` says of it.
fn fields(format: &str) -> Result<Vec<Field>, &'static str> {
    let (is_native, codes) = match format.as_bytes() {
        [b'@', rest @ ..] => (true, rest),
        [b'<' | b'>' | b'!' | b'=', rest @ ..] => (false, rest),
        rest => (true, rest),
    };
    let mut fields = Vec::new();
    let mut count: Option<usize> = None;
    for code in codes {
        match code {
            b'0'..=b'9' => {
                let digit = usize::from(code - b'0');
                let next = count.unwrap_or(0).checked_mul(10).and_then(|count| count.checked_add(digit));
                count = Some(next.ok_or("total struct size too long")?);
            }
            code if code.is_ascii_whitespace() && count.is_none() => {}
            b'x' => count = None,
            b'p' if count == Some(0) => return Err("a Pascal string of no bytes cannot be unpacked"),
            code => {
                let field = Field::of(*code, is_native).ok_or("bad char in struct format")?;
                let values = if field == Field::Bytes { 1 } else { count.unwrap_or(1) };
                if values > u16::MAX.into() {
                    return Err("a format of so many values is not supported");
                }
                fields.extend(std::iter::repeat_n(field, values));
                count = None;
            }
        }
    }
    match count {
        Some(_) => Err("repeat count given without format specifier"),
        None => Ok(fields),
    }
}

impl<'a> Tracer<'a> {
    /// The format that an argument says: a literal, or a name of the module for one.
    fn format_of(&self, expr: &Expr) -> Option<Arc<str>> {
        let constant = match &expr.kind {
            ExprKind::Global(id) => self.global_constant(&self.output.globals[id.0 as usize])?,
            _ => constant_of(expr)?,
        };
        match constant {
            Constant::Str(text) => Some(text),
            Constant::Bytes(bytes) => std::str::from_utf8(&bytes).ok().map(Arc::from),
            _ => None,
        }
    }
}

impl<'a> FunctionTracer<'_, 'a> {
    /// A call of a function of `struct`, or of the class `Struct`.
    pub(super) fn struct_call(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<Expr> {
        let (first, rest) = arguments.split_first()?;
        let Value::Expr(given) = &first.value else { return None };
        if poisoned(&given.ty) {
            return Some(Expr::invalid(span));
        }
        let Some(format) = self.tracer.format_of(given) else {
            let message = "the format decides what is packed and must be a constant";
            let diagnostic = Diagnostic::new(Code::ConstantRequired, given.span, message);
            return Some(self.refuse(diagnostic.help("write it out, for example `\"<IHH\"`")));
        };
        if name == "Struct" {
            if let Err(message) = fields(&format) {
                return Some(self.refuse_format(message, given.span));
            }
            let text = self.string(&format, given.span);
            return Some(self.native("struct::compile", vec![text], Type::Struct(Some(format)), span));
        }
        Some(self.struct_operation(name, &format, rest, span))
    }

    /// A method of a `Struct`; `None` for an attribute that its stub describes.
    pub(super) fn struct_method(
        &mut self,
        receiver: &Expr,
        name: &str,
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<Expr> {
        let Type::Struct(format) = &receiver.ty else { return None };
        let Some(format) = format.clone() else {
            let message = "the `Struct` is one of several, so what it packs is not known";
            let diagnostic = Diagnostic::new(Code::ConstantRequired, span, message);
            return Some(self.refuse(diagnostic.help("use one name for each format")));
        };
        Some(self.struct_operation(name, &format, arguments, span))
    }

    fn refuse_format(&mut self, message: &str, span: Span) -> Expr {
        self.refuse(Diagnostic::new(Code::ArgumentType, span, format!("`struct` cannot read this format: {message}")))
    }

    fn struct_operation(&mut self, name: &str, format: &Arc<str>, arguments: &[Argument<'a>], span: Span) -> Expr {
        let fields = match fields(format) {
            Ok(fields) => fields,
            Err(message) => return self.refuse_format(message, span),
        };
        let text = NativeArgument::Reference(self.string(format, span));
        match name {
            "calcsize" if arguments.is_empty() => self.raising_native("struct::calcsize", vec![text], Type::Int, span),
            "pack" => match self.packed(name, &fields, arguments, span) {
                Some(values) => self.raising_native("struct::pack", vec![text, values], Type::Bytes, span),
                None => Expr::invalid(span),
            },
            "pack_into" => self.pack_into(text, &fields, arguments, span),
            "unpack" | "unpack_from" | "iter_unpack" => self.struct_unpack(name, text, &fields, arguments, span),
            _ => {
                let diagnostic = self.unknown_attribute(&Type::Struct(Some(format.clone())), name, span);
                self.refuse(diagnostic)
            }
        }
    }

    fn pack_into(&mut self, text: NativeArgument, fields: &[Field], arguments: &[Argument<'a>], span: Span) -> Expr {
        let [Argument { value: Value::Expr(buffer), .. }, Argument { value: Value::Expr(offset), .. }, rest @ ..] =
            arguments
        else {
            let message = "pack_into() takes a buffer and an offset before the values";
            return self.refuse(Diagnostic::new(Code::CallArguments, span, message));
        };
        if !is_bytearray(&buffer.ty) || !matches!(offset.ty.widened(), Type::Int | Type::Bool) {
            let message =
                format!("pack_into() takes a `bytearray` and an `int`, not `{}` and `{}`", buffer.ty, offset.ty);
            return self.refuse(Diagnostic::new(Code::ArgumentType, span, message));
        }
        let offset = self.convert(offset.clone(), &Type::Int);
        let Some(values) = self.packed("pack_into", fields, rest, span) else { return Expr::invalid(span) };
        let arguments = vec![text, NativeArgument::Reference(buffer.clone()), NativeArgument::Value(offset), values];
        self.raising_native("struct::pack_into", arguments, Type::None, span)
    }

    /// The values to pack, each as its format character takes it.
    fn packed(
        &mut self,
        name: &str,
        fields: &[Field],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Option<NativeArgument> {
        if let Some(keyword) = arguments.iter().find(|argument| argument.keyword.is_some()) {
            let message = format!("{name}() takes no keyword arguments");
            self.report(Diagnostic::new(Code::CallArguments, keyword.span, message));
            return None;
        }
        if arguments.len() != fields.len() {
            let (wanted, given) = (fields.len(), arguments.len());
            let message = format!("{name} expected {wanted} items for packing (got {given})");
            self.report(Diagnostic::new(Code::CallArguments, span, message));
            return None;
        }
        let values: Option<Vec<Expr>> =
            fields.iter().zip(arguments).map(|(field, argument)| self.packed_value(*field, argument)).collect();
        values.map(NativeArgument::Variadic)
    }

    fn packed_value(&mut self, field: Field, argument: &Argument<'a>) -> Option<Expr> {
        let span = argument.span;
        let Value::Expr(value) = argument.value.clone() else {
            let message = format!("{} cannot be packed", argument.value.describe());
            self.report(Diagnostic::new(Code::ArgumentType, span, message));
            return None;
        };
        if poisoned(&value.ty) {
            return None;
        }
        let value = self.enum_value(&value, span).unwrap_or(value);
        let ty = value.ty.widened();
        let (path, argument) = match field {
            Field::Int if matches!(ty, Type::Int | Type::Bool) => {
                ("struct::int", NativeArgument::Value(self.convert(value, &Type::Int)))
            }
            Field::Float if matches!(ty, Type::Float | Type::Int | Type::Bool) => {
                ("struct::float", NativeArgument::Value(self.convert(value, &Type::Float)))
            }
            Field::Bool => ("struct::bool", NativeArgument::Value(self.truth(value))),
            Field::Byte | Field::Bytes if ty == Type::Bytes => {
                ("struct::bytes", NativeArgument::Reference(self.convert(value, &Type::Bytes)))
            }
            Field::Bytes if is_bytearray(&ty) => ("struct::bytes", NativeArgument::Reference(value)),
            _ => {
                let message = format!("the format packs `{}` here, not `{ty}`", field.ty());
                self.report(Diagnostic::new(Code::ArgumentType, span, message));
                return None;
            }
        };
        Some(self.native_call(path, vec![argument], Type::instance("struct.Value"), span))
    }

    fn struct_unpack(
        &mut self,
        name: &str,
        text: NativeArgument,
        fields: &[Field],
        arguments: &[Argument<'a>],
        span: Span,
    ) -> Expr {
        let Some((buffer, offset)) = self.unpacked_from(name, arguments, span) else { return Expr::invalid(span) };
        let unpacked = Type::instance("struct.Fields");
        let buffer = NativeArgument::Reference(buffer);
        match name {
            "iter_unpack" => {
                let items =
                    self.raising_native("struct::iter_unpack", vec![text, buffer], Type::iterator(unpacked), span);
                self.generated(items, span, |tracer, item| (tracer.fields_as_tuple(&item, fields, span), Vec::new()))
            }
            _ => self.with_setup(|tracer| {
                let (path, arguments) = match name {
                    "unpack" => ("struct::unpack", vec![text, buffer]),
                    _ => ("struct::unpack_from", vec![text, buffer, NativeArgument::Value(offset)]),
                };
                let made = tracer.raising_native(path, arguments, unpacked, span);
                let made = tracer.keep("fields", made);
                tracer.fields_as_tuple(&made, fields, span)
            }),
        }
    }

    /// The buffer that is unpacked, and the offset.
    fn unpacked_from(&mut self, name: &str, arguments: &[Argument<'a>], span: Span) -> Option<(Expr, Expr)> {
        let has_offset = name == "unpack_from";
        let shape = |name, has_default| ParameterShape {
            name,
            positional: true,
            keyword: has_offset,
            variadic: false,
            keywords: false,
            has_default,
        };
        let shapes = [shape("buffer", false), shape("offset", true)];
        let matched = match match_arguments(&shapes[..if has_offset { 2 } else { 1 }], arguments) {
            Ok(matched) => matched,
            Err(mismatch) => {
                let message = format!("{name}() {}", mismatch.message);
                self.report(Diagnostic::new(Code::CallArguments, mismatch.span.unwrap_or(span), message));
                return None;
            }
        };
        let mut values = matched.into_iter().map(|matched| match matched {
            Matched::One(Argument { value: Value::Expr(value), .. }) => Some(value),
            _ => None,
        });
        let buffer = values.next().flatten()?;
        let offset = values.next().flatten().unwrap_or_else(|| Expr::constant(Constant::Int(0), span));
        if poisoned(&buffer.ty) || poisoned(&offset.ty) {
            return None;
        }
        if !(buffer.ty.widened() == Type::Bytes || is_bytearray(&buffer.ty)) {
            let message = format!("{name}() takes a bytes-like object, not `{}`", buffer.ty);
            self.report(Diagnostic::new(Code::ArgumentType, buffer.span, message));
            return None;
        }
        if !matches!(offset.ty.widened(), Type::Int | Type::Bool) {
            let message = format!("{name}() takes an `int` as offset, not `{}`", offset.ty);
            self.report(Diagnostic::new(Code::ArgumentType, offset.span, message));
            return None;
        }
        Some((buffer, self.convert(offset, &Type::Int)))
    }

    /// What was unpacked: a tuple of a fixed length, or where that would be too long one of values of one kind.
    fn fields_as_tuple(&mut self, unpacked: &Expr, fields: &[Field], span: Span) -> Expr {
        if fields.len() <= MOST_MEMBERS {
            let member = |(number, field): (usize, &Field)| {
                let number = Expr::constant(Constant::Int(number as i64), span);
                let arguments = vec![NativeArgument::Reference(unpacked.clone()), NativeArgument::Value(number)];
                self.native_call(field.readers().0, arguments, field.ty(), span)
            };
            let items: Vec<Expr> = fields.iter().enumerate().map(member).collect();
            let ty = Type::tuple(items.iter().map(|item| item.ty.clone()));
            return Expr { kind: ExprKind::Tuple(items), ty, span };
        }
        let first = fields[0];
        if fields.iter().any(|field| field.ty() != first.ty()) {
            let message = format!("a tuple of more than {MOST_MEMBERS} values of several types is not supported");
            let diagnostic = Diagnostic::new(Code::UnsupportedExpression, span, message);
            return self.refuse(diagnostic.help("unpack the parts one after the other with `unpack_from`"));
        }
        let arguments = vec![NativeArgument::Reference(unpacked.clone())];
        self.native_call(first.readers().1, arguments, Type::Sequence(Arc::new(first.ty())), span)
    }
}
