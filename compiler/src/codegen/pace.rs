//! Loops ask once in a while whether anybody has ended the call: whoever made it with a cancellation, or Ctrl-C in Python.
//!
//! A round costs a step of a counter in a register. It would keep LLVM from vectorising the loop, so the innermost loops over what
//! has an end, a range or a list, do without: the loops around them ask.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Block, Expr, ExprKind};
use hotforge_analyzer::types::Type;
use proc_macro2::TokenStream;
use quote::quote;

use super::frames::Frame;
use super::function::Writer;
use super::regions::Accesses;

impl Writer<'_> {
    /// Writes a loop whose rounds are counted; loops within it share the counter.
    pub fn paced(&self, write: impl FnOnce() -> TokenStream) -> TokenStream {
        let is_inner = self.is_in_loop();
        let looped = write();
        if is_inner {
            return looped;
        }
        let pace = &self.helpers.pace;
        quote!(let mut #pace = rt::pace::Pace::default(); #looped)
    }

    /// Counts a round.
    pub fn step(&self, span: Span) -> TokenStream {
        let pace = &self.helpers.pace;
        let step = self.fallible(quote!(#pace.step()), span);
        quote!(#step;)
    }

    /// Whether a loop is around what is written, within the same Rust function.
    pub fn is_in_loop(&self) -> bool {
        let frames = self.frames.borrow();
        let own = frames.iter().rev().take_while(|frame| !matches!(frame, Frame::Closure));
        own.into_iter().any(|frame| matches!(frame, Frame::Loop { .. }))
    }
}

/// Whether the rounds of a `for` are to be counted.
pub fn is_paced(iterator: &Expr, body: &Block, orelse: &Block) -> bool {
    !has_end(iterator) || Accesses::of_loop(None, body, orelse).repeats_something()
}

/// Whether it goes over what lies in memory, or over a range.
fn has_end(iterator: &Expr) -> bool {
    matches!(&iterator.kind, ExprKind::Iterate(inner) if !matches!(inner.ty, Type::Iterator(_)))
}
