//! Arrays as loops see them: what an index needs to know of an array is read once before the loop, where the variable stays
//! what it is in all of its rounds.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{LocalId, NativeArgument, NativeCall};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::bounds::{Loop, key};
use super::expression::Typing;
use super::frames::Frame;
use super::function::Writer;
use super::regions::{AccessKind, indexed_array};

/// An array in a variable, seen by so many numbers.
pub struct View {
    local: LocalId,
    rank: usize,
    name: Ident,
}

impl View {
    /// Whether it shows the array in a variable, seen by so many numbers.
    pub fn shows(&self, local: LocalId, rank: usize) -> bool {
        self.local == local && self.rank == rank
    }

    /// The variable that it is in.
    pub fn name(&self) -> &Ident {
        &self.name
    }
}

impl Writer<'_> {
    /// Writes a loop, with views of the arrays that it indexes before it, and what is asked of its indices.
    pub fn with_views(&self, looped: Loop, write: impl FnOnce() -> TokenStream) -> TokenStream {
        let outer = self.views.borrow().len();
        let mut made = TokenStream::new();
        if !self.is_in_closure() && !self.function.is_generator {
            let accesses = looped.accesses();
            let is_set = |local: LocalId| {
                accesses.list.iter().any(|access| access.local == local && access.kind == AccessKind::Write)
            };
            for &(local, rank) in &accesses.indexed {
                if is_set(local) || self.view(local, rank).is_some() {
                    continue;
                }
                let name = format_ident!("{}_{}", self.helpers.view, self.views.borrow().len() + 1);
                let array = self.local(local);
                made.extend(quote!(let #name = rt::numpy::View::<_, #rank>::of(&#array);));
                self.views.borrow_mut().push(View { local, rank, name });
            }
            made.extend(self.asked_before(looped));
        }
        let written = write();
        self.views.borrow_mut().truncate(outer);
        quote!(#made #written)
    }

    /// A read or an assignment of an element, where there is a view of the array.
    pub fn through_view(&self, call: &NativeCall, span: Span) -> Option<TokenStream> {
        let (local, rank) = indexed_array(call)?;
        if self.is_in_closure() {
            return None;
        }
        let view = self.view(local, rank)?;
        let [_, NativeArgument::Index(places), value @ ..] = &call.arguments[..] else { return None };
        let checked = places.iter().map(|place| self.value(place, Typing::Known));
        let proof = self.proved.borrow().get(&key(call)).cloned();
        let proved = proof.iter().flat_map(|_| places).map(|place| self.proved_index(place));
        let (checked, proved) = match value {
            [] => (
                self.fallible(quote!(#view.element([#(#checked),*])), span),
                quote!(unsafe { #view.within([#(#proved),*]) }),
            ),
            [NativeArgument::Reference(value)] => {
                let (array, value) = (self.local(local), self.reference(value));
                let proved = self.fallible(quote!(#view.set_within([#(#proved),*], #value)), span);
                (self.fallible(quote!(#view.set(&#array, [#(#checked),*], #value)), span), quote!(unsafe { #proved }))
            }
            _ => return None,
        };
        Some(match proof {
            Some(proof) if self.granted.borrow().contains(&proof) => proved,
            Some(proof) => {
                self.wanted.borrow_mut().insert(proof.clone());
                quote!(if #proof { #proved } else { #checked })
            }
            None => checked,
        })
    }

    /// Writes an innermost loop twice where it asks for proofs: once for when all of them hold, without any check that would keep LLVM
    /// from vectorising it.
    pub fn with_proofs(&self, looped: impl Fn() -> TokenStream) -> TokenStream {
        let around = self.wanted.take();
        let asking = looped();
        let wanted = self.wanted.replace(around);
        if wanted.is_empty() || self.context.options.keeps_variables {
            return asking;
        }
        let proofs = wanted.iter().cloned().collect::<Vec<_>>();
        let granted = self.granted.replace(wanted);
        let quick = looped();
        self.granted.replace(granted);
        quote!(if #(#proofs)&&* { #quick } else { #asking })
    }

    fn view(&self, local: LocalId, rank: usize) -> Option<Ident> {
        let views = self.views.borrow();
        views.iter().find(|view| view.shows(local, rank)).map(|view| view.name.clone())
    }

    /// Whether what is written runs later than where it stands.
    pub fn is_in_closure(&self) -> bool {
        self.frames.borrow().iter().any(|frame| matches!(frame, Frame::Closure))
    }
}
