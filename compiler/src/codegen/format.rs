//! f-strings.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Conversion, Expr, FormatPart};
use proc_macro2::TokenStream;
use quote::quote;

use super::function::Writer;

impl Writer<'_> {
    /// An f-string: a builder that takes its parts in order.
    pub fn format(&self, parts: &[FormatPart], span: Span) -> TokenStream {
        match parts {
            [] => return quote!(rt::Str::literal("")),
            [FormatPart::Text(text)] => return quote!(rt::Str::literal(#text)),
            [FormatPart::Value { value, conversion, spec: None }] if !self.calls_methods(&value.ty) => {
                return self.text_of(value, *conversion);
            }
            _ => {}
        }
        let builder = &self.helpers.text;
        let steps = parts.iter().map(|part| self.part(part, span));
        quote!({
            let mut #builder = rt::str::Builder::new();
            #(#steps)*
            #builder.finish()
        })
    }

    /// A value as text, converted as the field says.
    fn text_of(&self, value: &Expr, conversion: Option<Conversion>) -> TokenStream {
        let value = self.reference(value);
        self.converted_text(value, conversion.unwrap_or(Conversion::Str))
    }

    fn converted_text(&self, value: TokenStream, conversion: Conversion) -> TokenStream {
        match conversion {
            Conversion::Str => quote!(rt::object::str(#value)),
            Conversion::Repr => quote!(rt::object::repr(#value)),
            Conversion::Ascii => quote!(rt::object::ascii(#value)),
        }
    }

    fn part(&self, part: &FormatPart, span: Span) -> TokenStream {
        match part {
            FormatPart::Value { value, conversion, spec } if self.calls_methods(&value.ty) => {
                self.part_by_method(value, *conversion, spec.as_ref(), span)
            }
            _ => self.plain_part(part, span),
        }
    }

    /// A value that a method of the program shows.
    fn part_by_method(
        &self,
        value: &Expr,
        conversion: Option<Conversion>,
        spec: Option<&Expr>,
        span: Span,
    ) -> TokenStream {
        let (builder, shown) = (&self.helpers.text, &self.helpers.value);
        let value = self.reference(value);
        let step = match (conversion, spec) {
            (None | Some(Conversion::Str), None) => quote!(#builder.value(#shown)),
            (Some(Conversion::Repr), None) => quote!(#builder.repr(#shown)),
            (Some(Conversion::Ascii), None) => quote!(#builder.ascii(#shown)),
            (None, Some(spec)) => {
                let spec = self.reference(spec);
                let step = self.fallible(quote!(rt::record::caught(|| #builder.formatted(#shown, #spec))), span);
                return quote!({ let #shown = #value; #step; });
            }
            (Some(conversion), Some(spec)) => {
                let (text, spec) = (self.converted_text(quote!(#shown), conversion), self.reference(spec));
                let text = self.caught_value(text, span);
                let step = self.fallible(quote!(#builder.formatted(&#shown, #spec)), span);
                return quote!({ let #shown = #value; let #shown = #text; #step; });
            }
        };
        let step = self.caught_value(step, span);
        quote!({ let #shown = #value; #step; })
    }

    fn plain_part(&self, part: &FormatPart, span: Span) -> TokenStream {
        let builder = &self.helpers.text;
        match part {
            FormatPart::Text(text) => quote!(#builder.text(#text);),
            FormatPart::Value { value, conversion, spec: Some(spec) } => {
                let value = match conversion {
                    None => self.reference(value),
                    Some(_) => {
                        let text = self.text_of(value, *conversion);
                        quote!(&#text)
                    }
                };
                let spec = self.reference(spec);
                let step = self.fallible(quote!(#builder.formatted(#value, #spec)), span);
                quote!(#step;)
            }
            FormatPart::Value { value, conversion, spec: None } => {
                let value = self.reference(value);
                match conversion {
                    None | Some(Conversion::Str) => quote!(#builder.value(#value);),
                    Some(Conversion::Repr) => quote!(#builder.repr(#value);),
                    Some(Conversion::Ascii) => quote!(#builder.ascii(#value);),
                }
            }
        }
    }
}
