//! Operators that call methods of the program's classes: `__eq__` in a search, `__lt__` in a sort, `__str__` in an f-string.
//!
//! What such a method raises unwinds through the operator, which cannot raise it itself. Where the operator is called, the
//! unwinding is caught and goes on as the exception that it is, so that an `except` sees it.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Expr, ExprKind, NativeArgument, NativeCall, Protocol};
use hotforge_analyzer::types::{ClassName, RecordKind, Type};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::function::Writer;

/// Operators of lists and other sequences that only pass their items on.
const PASSING: &[&str] = &[
    "append",
    "appendleft",
    "extend",
    "insert",
    "pop",
    "popleft",
    "getitem",
    "setitem",
    "delitem",
    "getslice",
    "setslice",
    "delslice",
    "len",
    "reverse",
    "clear",
    "copy",
    "add",
    "iadd",
    "mul",
    "imul",
    "concat",
    "bool",
    "new",
    "from_iter",
];

/// Operators of dicts that look at values.
const OF_VALUES: &[&str] = &["equal", "not_equal", "repr"];

impl Writer<'_> {
    /// Whether the operator may call a method of the program that raises.
    pub fn may_unwind(&self, call: &NativeCall) -> bool {
        let (module, name) = call.path.rsplit_once("::").unwrap_or_default();
        if matches!(module, "list" | "sequence" | "tuple" | "collections::deque" | "exception" | "closure" | "none")
            && PASSING.contains(&name)
        {
            return false;
        }
        call.arguments.iter().any(|argument| match argument {
            NativeArgument::Value(value) | NativeArgument::Reference(value) | NativeArgument::Iterator(value) => {
                self.calls_methods(match &value.ty {
                    // A dict calls methods of its keys.
                    Type::Dict(key, _) if module == "dict" && !OF_VALUES.contains(&name) => &key.ty,
                    ty => ty,
                })
            }
            NativeArgument::Variadic(values) => values.iter().any(|value| self.calls_methods(&value.ty)),
            NativeArgument::Fields(fields) => fields.iter().any(|(_, value)| self.calls_methods(&value.ty)),
            NativeArgument::Index(_)
            | NativeArgument::Function(_)
            | NativeArgument::Feed(_)
            | NativeArgument::Rule(_) => false,
        })
    }

    /// Whether comparing, hashing or showing a value of the type may call a method of the program.
    pub fn calls_methods(&self, ty: &Type) -> bool {
        self.calls_methods_within(ty, &mut Vec::new())
    }

    fn calls_methods_within(&self, ty: &Type, seen: &mut Vec<ClassName>) -> bool {
        let Type::Record(record) = ty else {
            return ty.parts().into_iter().any(|part| self.calls_methods_within(part, seen));
        };
        if record.kind != RecordKind::Class || seen.contains(&record.name) {
            return false;
        }
        seen.push(record.name.clone());
        let Some((class, _)) = self.context.class(record) else { return false };
        let is_method = |protocol: &Protocol| matches!(protocol, Protocol::Method(_) | Protocol::Reflected(_));
        let protocols = [Some(class.repr), Some(class.equality), class.order, class.hash];
        class.str.is_some()
            || class.format.is_some()
            || protocols.iter().flatten().any(is_method)
            || class.fields.iter().any(|field| self.calls_methods_within(&field.ty, seen))
    }

    /// A call of an operator of which an unwinding is caught. Its arguments are evaluated before.
    pub fn caught(
        &self,
        call: &NativeCall,
        path: &TokenStream,
        arguments: Vec<TokenStream>,
        span: Span,
    ) -> TokenStream {
        let mut kept = TokenStream::new();
        let passed = call.arguments.iter().zip(arguments).enumerate().map(|(index, (argument, tokens))| {
            if stays_in_place(argument) {
                return tokens;
            }
            let name = format_ident!("{}_{index}", self.helpers.value);
            kept.extend(quote!(let #name = #tokens;));
            quote!(#name)
        });
        let passed: Vec<TokenStream> = passed.collect();
        let called = quote!(#path(#(#passed),*));
        let called = if call.raises { called } else { quote!(Ok(#called)) };
        let called = self.fallible(quote!(rt::record::caught(|| #called)), span);
        quote!({ #kept #called })
    }

    /// The same of an expression that raises nothing itself, made of values that are evaluated already.
    pub fn caught_value(&self, made: TokenStream, span: Span) -> TokenStream {
        self.fallible(quote!(rt::record::caught(|| Ok(#made))), span)
    }
}

/// Whether evaluating the argument does nothing, or it needs the call to tell its type.
fn stays_in_place(argument: &NativeArgument) -> bool {
    match argument {
        NativeArgument::Value(value) => matches!(value, Expr { kind: ExprKind::Constant(_), .. }),
        NativeArgument::Function(_) => true,
        _ => false,
    }
}
