//! Calls of runtime operators.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Constant, Expr, ExprKind, NativeArgument, NativeCall, NativeResult};
use hotforge_analyzer::types::{Type, join_all, layout, union};
use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Typing;
use super::function::Writer;
use super::names::runtime_path;

/// The operators that replace the elements of an array by what they give with those of another.
const UPDATES: [&str; 8] = [
    "numpy::ndarray::iadd",
    "numpy::ndarray::isub",
    "numpy::ndarray::imul",
    "numpy::ndarray::itruediv",
    "numpy::ndarray::ifloordiv",
    "numpy::ndarray::iand",
    "numpy::ndarray::ior",
    "numpy::ndarray::ixor",
];

impl Writer<'_> {
    /// A call of a runtime operator, as a value of the type.
    pub fn native(&self, call: &NativeCall, ty: &Type, span: Span) -> TokenStream {
        if let Some(operation) = self.operator(call) {
            return operation;
        }
        if let Some(element) = self.through_view(call, span) {
            return element;
        }
        if let Some(looped) = self.fused(call, ty, span) {
            return looped;
        }
        let path = self.typed_path(call, ty);
        let arguments = call.arguments.iter().map(|argument| self.native_argument(argument, call));
        let called = if self.may_unwind(call) && !matches!(ty, Type::Iterator(_)) {
            self.caught(call, &path, arguments.collect(), span)
        } else {
            let called = quote!(#path(#(#arguments),*));
            if call.raises { self.fallible(called, span) } else { called }
        };
        match &call.result {
            NativeResult::Plain => called,
            // What is an `Option` of a union there is one union here.
            NativeResult::Optional(member) if matches!(layout(member), Type::Union(_)) => {
                let name = &self.helpers.value;
                let present = self.converted(quote!(#name), member, ty, span);
                let none = self.converted(quote!(()), &Type::None, ty, span);
                quote! {
                    match #called {
                        Some(#name) => #present,
                        None => #none,
                    }
                }
            }
            NativeResult::Optional(member) => {
                let result = union([member.clone(), Type::None]);
                self.converted(called, &result, ty, span)
            }
            NativeResult::Either(members) => self.one_of(called, members, ty, span),
        }
    }

    /// An `rt::Either` of types, the second of which is again one where there are more than two.
    fn one_of(&self, value: TokenStream, members: &[Type], ty: &Type, span: Span) -> TokenStream {
        let [first, others @ ..] = members else { return value };
        if others.is_empty() {
            return self.converted(value, first, ty, span);
        }
        let name = &self.helpers.value;
        let (first, others) =
            (self.converted(quote!(#name), first, ty, span), self.one_of(quote!(#name), others, ty, span));
        quote! {
            match #value {
                rt::Either::Left(#name) => #first,
                rt::Either::Right(#name) => #others,
            }
        }
    }

    /// The path of the operator; where its type parameter is told by nothing else, with it.
    fn typed_path(&self, call: &NativeCall, ty: &Type) -> TokenStream {
        let path = runtime_path(&call.path);
        let parameter = match (&*call.path, call.arguments.last()) {
            (
                "exception::attribute"
                | "pydantic::handled"
                | "pydantic::given_as"
                | "pydantic::adapted"
                | "pydantic::adapted_json"
                | "pydantic::adapted_json_bytes",
                _,
            ) => ty,
            ("exception::set_attribute", Some(NativeArgument::Value(value))) => &value.ty,
            _ => return quote!(#path),
        };
        let parameter = self.context.rust_type(parameter);
        quote!(#path::<#parameter>)
    }

    /// A reference to a part of an array that the operator reads at once: `total += rows[i]`.
    fn part_read(&self, value: &Expr, call: &NativeCall) -> Option<TokenStream> {
        let ExprKind::Native(getitem) = &value.kind else { return None };
        let [NativeArgument::Reference(array), NativeArgument::Index(places)] = getitem.arguments.as_slice() else {
            return None;
        };
        let is_part = &*getitem.path == "numpy::ndarray::getitem"
            && matches!(array.kind, ExprKind::Local(_))
            && places.iter().all(|place| place.ty == Type::Int);
        if !is_part || !UPDATES.contains(&&*call.path) {
            return None;
        }
        let (array, places) = (self.reference(array), places.iter().map(|place| self.value(place, Typing::Known)));
        let part = self.fallible(quote!(rt::numpy::ndarray::part(#array, &[#(#places),*])), value.span);
        Some(quote!(&#part))
    }

    pub fn native_argument(&self, argument: &NativeArgument, call: &NativeCall) -> TokenStream {
        match argument {
            NativeArgument::Value(Expr { kind: ExprKind::Constant(Constant::Int(value)), ty, .. })
                if *ty == Type::Int || matches!(ty, Type::Literal(_)) =>
            {
                self.int_argument(*value, tells_int(call))
            }
            NativeArgument::Value(value) => self.value(value, Typing::Open),
            NativeArgument::Reference(value) => self.part_read(value, call).unwrap_or_else(|| self.reference(value)),
            NativeArgument::Iterator(value) => match &value.ty {
                Type::Iterator(_) => self.stream(value),
                Type::Tuple(members) => self.iterated(value, &join_all(members.iter())),
                _ => self.iterated(value, &Type::Never),
            },
            NativeArgument::Variadic(values) => {
                let values = values.iter().map(|value| self.value(value, Typing::Open));
                quote!(&[#(#values),*])
            }
            NativeArgument::Index(components) if components.is_empty() => quote!(&[0i64; 0]),
            NativeArgument::Index(components) if components.iter().all(|component| component.ty == Type::Int) => {
                let places = components.iter().map(|component| self.value(component, Typing::Known));
                quote!(&[#(#places),*])
            }
            NativeArgument::Index(components) => {
                let components = components.iter().map(|component| {
                    let component = self.reference(component);
                    quote!(rt::numpy::index(#component))
                });
                quote!(&[#(#components),*])
            }
            NativeArgument::Function(closure) => self.closure(closure),
            NativeArgument::Fields(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    let (name, value) = (self.tensor_name(name), self.reference(value));
                    quote!((#name, #value as &dyn rt::str::Field))
                });
                quote!(&[#(#fields),*])
            }
            NativeArgument::Rule(ruled) => {
                let (ty, rule) = &**ruled;
                let rule = self.context.rule(rule, ty, 0);
                quote! {{
                    static RULE: rt::pydantic::Rule = #rule;
                    &RULE
                }}
            }
            NativeArgument::Feed(tensors) => {
                let tensors = tensors.iter().map(|(name, array)| {
                    let (name, array) = (self.tensor_name(name), self.reference(array));
                    quote!((#name, rt::onnxruntime::tensor(#array)))
                });
                quote!(&[#(#tensors),*])
            }
        }
    }

    /// The name of a model's input: a plain literal where it is known, as it mostly is.
    fn tensor_name(&self, name: &Expr) -> TokenStream {
        match &name.kind {
            ExprKind::Constant(Constant::Str(text)) => {
                let text: &str = text;
                quote!(#text)
            }
            _ => {
                let name = self.place(name);
                quote!(#name.as_str())
            }
        }
    }
}

/// Whether the parameters of the operator, or its other arguments, tell that a bare number is an `i64`.
fn tells_int(call: &NativeCall) -> bool {
    let is_literal =
        |value: &Expr| matches!(layout(&value.ty), Type::Int) && matches!(value.kind, ExprKind::Constant(_));
    let is_generic = ["builtins::", "numpy::", "torch::", "torchvision::", "cv2::", "librosa::", "scipy::"]
        .iter()
        .any(|of| call.path.starts_with(of));
    !is_generic
        && call.arguments.iter().any(|argument| match argument {
            NativeArgument::Value(value) | NativeArgument::Reference(value) => !is_literal(value),
            _ => true,
        })
}
