//! Comprehensions and generator expressions.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Clause, Comprehension, Expr, Stop};
use hotforge_analyzer::types::Type;
use proc_macro2::TokenStream;
use quote::quote;

use super::expression::Typing;
use super::frames::Frame;
use super::function::Writer;
use super::regions::{AccessKind, Accesses, Region};
use super::types::is_copy;

impl Writer<'_> {
    /// A list, set or dict comprehension: loops that fill a vector.
    pub fn comprehension(&self, comprehension: &Comprehension, ty: &Type, span: Span, typing: Typing) -> TokenStream {
        let (items, iterator) = (&self.helpers.items, &self.helpers.iterator);
        let element = self.value(&comprehension.element, typing);
        let of = self.untold_item(ty);
        let fill = quote!(#items.push(#element););
        let finish = match ty {
            Type::List(_) => quote!(rt::list::from_vec(#items)),
            Type::Set(item) if self.calls_methods(&item.ty) => {
                self.caught_value(quote!(rt::set::from_vec(#items)), span)
            }
            Type::Set(_) => quote!(rt::set::from_vec(#items)),
            Type::Dict(key, _) if self.calls_methods(&key.ty) => {
                self.caught_value(quote!(rt::dict::from_pairs(#items)), span)
            }
            Type::Dict(..) => quote!(rt::dict::from_pairs(#items)),
            other => return self.context.refuse(Some(span), format!("a comprehension of type {other}")),
        };
        match comprehension.clauses.as_slice() {
            // As many items as the iterator says; not more than a few thousand on its word alone.
            [only] if only.conditions.is_empty() => {
                let (stream, rounds) = (self.stream(&only.iterator), self.rounds(only, fill, span));
                quote!({
                    let mut #iterator = #stream;
                    let mut #items #of = Vec::with_capacity(#iterator.size_hint().min(4096));
                    #rounds
                    #finish
                })
            }
            clauses => {
                let loops = clauses.iter().rev().fold(fill, |inner, clause| {
                    let (stream, rounds) = (self.stream(&clause.iterator), self.rounds(clause, inner, span));
                    quote!(let mut #iterator = #stream; #rounds)
                });
                quote!({ let mut #items #of = Vec::new(); #loops #finish })
            }
        }
    }

    /// The type of the vector that a comprehension fills, where its items do not tell: they are never made.
    fn untold_item(&self, ty: &Type) -> Option<TokenStream> {
        let elements = ty.elements();
        if !elements.iter().any(|element| element.ty == Type::Never) {
            return None;
        }
        let items: Vec<TokenStream> = elements.iter().map(|element| self.context.rust_type(&element.ty)).collect();
        Some(match &items[..] {
            [item] => quote!(: Vec<#item>),
            items => quote!(: Vec<(#(#items),*)>),
        })
    }

    /// The loop of one clause over the iterator made before it.
    fn rounds(&self, clause: &Clause, inner: TokenStream, span: Span) -> TokenStream {
        let next = self.next(span);
        let (pattern, setup) = self.unpacking(clause.target, &clause.setup, Region::of(clause));
        let inner = match self.condition(&clause.conditions) {
            None => inner,
            Some(condition) => quote!(if #condition { #inner }),
        };
        quote!(while let Some(#pattern) = #next { #setup #inner })
    }

    /// A generator expression: an iterator that runs as it is asked for items. As in Python its first iterator is made
    /// at once, all else later. It shares no borrow with the function: it holds clones of the variables it reads.
    pub fn generator(&self, comprehension: &Comprehension, span: Span) -> TokenStream {
        let Some((first, rest)) = comprehension.clauses.split_first() else {
            return self.context.refuse(Some(span), "a generator without a clause");
        };
        let stream = self.stream(&first.iterator);
        // What is moved into the closure must not be moved out of it: it runs many times.
        let leaving = self.leaving.take();
        // What it raises goes to whoever asks for an item.
        self.frames.borrow_mut().push(Frame::Closure);
        let generator = self.generator_clause(first, stream, rest, comprehension, span);
        self.frames.borrow_mut().pop();
        self.leaving.replace(leaving);
        let captured = self.captured(comprehension);
        if captured.is_empty() { generator } else { quote!({ #captured #generator }) }
    }

    fn generator_clause(
        &self,
        clause: &Clause,
        stream: TokenStream,
        rest: &[Clause],
        whole: &Comprehension,
        span: Span,
    ) -> TokenStream {
        let (iterator, element) = (&self.helpers.iterator, &whole.element);
        let maker = match whole.stop {
            Stop::Error => quote!(rt::generator::from_fn),
            Stop::End => quote!(rt::generator::mapped),
            Stop::Raised => quote!(rt::generator::asked),
        };
        let next = self.next(span);
        let (pattern, setup) = self.unpacking(clause.target, &clause.setup, Region::of(clause));
        let condition = self.condition(&clause.conditions);
        match rest.split_first() {
            None => {
                let element = self.value(element, Typing::Open);
                let give = match condition {
                    None => quote!(return Ok(Some(#element));),
                    Some(condition) => quote!(if #condition { return Ok(Some(#element)); }),
                };
                quote!(#maker({
                    let mut #iterator = #stream;
                    move || {
                        while let Some(#pattern) = #next { #setup #give }
                        Ok(None)
                    }
                }))
            }
            Some((inner, rest)) => {
                let captured = self.captured_by(inner, rest, element);
                let inner_stream = self.stream(&inner.iterator);
                let inner = self.generator_clause(inner, inner_stream, rest, whole, span);
                let inner = quote!(rt::builtins::boxed(#inner));
                let give = match condition {
                    None => quote!(#captured return Ok(Some(#inner));),
                    Some(condition) => quote!(if #condition { #captured return Ok(Some(#inner)); }),
                };
                quote!(rt::generator::flatten(#maker({
                    let mut #iterator = #stream;
                    move || {
                        while let Some(#pattern) = #next { #setup #give }
                        Ok(None)
                    }
                })))
            }
        }
    }

    fn next(&self, span: Span) -> TokenStream {
        let iterator = &self.helpers.iterator;
        self.fallible(quote!(#iterator.next()), span)
    }

    fn condition(&self, conditions: &[Expr]) -> Option<TokenStream> {
        match conditions {
            [] => None,
            [only] => Some(self.value(only, Typing::Known)),
            _ => {
                let conditions = conditions.iter().map(|condition| self.operand(condition));
                Some(quote!(#(#conditions)&&*))
            }
        }
    }

    /// Clones of the variables that a generator reads, under their own names.
    fn captured(&self, comprehension: &Comprehension) -> TokenStream {
        self.clones(&Accesses::of_generator(comprehension))
    }

    /// Clones of the variables that the inner clauses of a generator read.
    fn captured_by(&self, clause: &Clause, rest: &[Clause], element: &Expr) -> TokenStream {
        self.clones(&Accesses::of_clauses(clause, rest, element))
    }

    /// Clones, under their own names, of the variables that are read but not set.
    pub fn clones(&self, accesses: &Accesses) -> TokenStream {
        let mut seen = Vec::new();
        for access in &accesses.list {
            let local = access.local;
            let is_own = accesses.list.iter().any(|access| access.local == local && access.kind == AccessKind::Write);
            if !is_own && !seen.contains(&local) && !is_copy(self.python_type(local)) {
                seen.push(local);
            }
        }
        let clones = seen.into_iter().map(|local| {
            let name = self.local(local);
            quote!(let #name = #name.clone();)
        });
        clones.collect()
    }
}
