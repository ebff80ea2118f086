//! Generator functions.
//!
//! The body is an `async` block, which Rust makes the state machine of that Python makes of it: `yield` gives the item and
//! waits: within a `try` an exception may come in meanwhile. See `rt::generator`.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::Expr;
use hotforge_analyzer::types::Type;
use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Typing;
use super::function::Writer;
use super::regions::Region;
use super::statement::diverges;

impl Writer<'_> {
    /// The body of the function that makes the generator.
    pub fn generator_body(&self) -> TokenStream {
        let body = &self.function.body;
        let statements = self.statements(body, Region::of(body), true);
        let end = (!diverges(body)).then(|| quote!(Ok(())));
        let (output, item) = (&self.helpers.output, self.item_type());
        quote!(Ok(rt::generator::new(move |#output: rt::generator::Output<#item>| async move { #statements #end })))
    }

    fn item_type(&self) -> TokenStream {
        match self.returns() {
            Type::Iterator(item) => self.context.rust_type(item),
            other => self.context.refuse(Some(self.function.span), format!("a generator of type {other}")),
        }
    }

    /// `yield value`.
    pub fn give(&self, value: &Expr, span: Span) -> TokenStream {
        let (output, value) = (&self.helpers.output, self.value(value, Typing::Known));
        if !self.is_attempted() {
            return quote!(#output.give(#value).await;);
        }
        let given = self.fallible(quote!(#output.give_guarded(#value).await), span);
        quote!(#given;)
    }
}
