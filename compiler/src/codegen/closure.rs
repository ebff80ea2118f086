//! Functions given to runtime operators, as Rust closures.

use hotforge_analyzer::ir::Closure;
use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Typing;
use super::frames::Frame;
use super::function::Writer;
use super::regions::{Accesses, Region};

impl Writer<'_> {
    /// A closure that shares no borrow with the function: it holds clones of the variables it reads.
    pub fn closure(&self, closure: &Closure) -> TokenStream {
        let region = Region::of(closure);
        let parameters = closure.parameters.iter().map(|parameter| {
            let (pattern, ty) = (self.target(*parameter, region), self.local_type(*parameter));
            quote!(#pattern: #ty)
        });
        // What is moved into the closure must not be moved out of it: it runs many times.
        let leaving = self.leaving.take();
        self.frames.borrow_mut().push(Frame::Closure);
        let body = self.value(&closure.body, Typing::Known);
        self.frames.borrow_mut().pop();
        self.leaving.replace(leaving);
        let returns = self.context.rust_type(&closure.body.ty);
        let function = quote!(move |#(#parameters),*| -> rt::Fallible<#returns> { Ok(#body) });
        let captured = self.clones(&Accesses::of_closure(closure));
        if captured.is_empty() { function } else { quote!({ #captured #function }) }
    }
}
