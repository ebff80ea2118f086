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
            [FormatPart::Value { value, conversion, spec: None }] => return self.text_of(value, *conversion),
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
        match conversion {
            None | Some(Conversion::Str) => quote!(rt::object::str(#value)),
            Some(Conversion::Repr) => quote!(rt::object::repr(#value)),
            Some(Conversion::Ascii) => quote!(rt::object::ascii(#value)),
        }
    }

    fn part(&self, part: &FormatPart, span: Span) -> TokenStream {
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
