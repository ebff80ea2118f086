//! What stands around the code that is being written: where `break`, `continue` and exceptions go.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Lifetime;

use super::function::Writer;

/// Something around a statement that `break`, `continue` or an exception may have to name.
pub enum Frame {
    /// A loop.
    Loop {
        /// Its label.
        label: Lifetime,
        /// Whether a statement names it.
        is_named: bool,
        /// The label of the block that holds the loop and its `else`, where it has one.
        with_else: Option<Lifetime>,
    },
    /// The body of a `try`.
    Attempt {
        /// The label of its block, whose value is what is raised.
        label: Lifetime,
        /// Whether anything in it may raise.
        is_named: bool,
    },
    /// Any other labelled block.
    Block,
    /// Code that runs as if it stood further out.
    Outside {
        /// How many bodies of `try` it is not in.
        attempts: usize,
        /// How many loops it is not in.
        loops: usize,
    },
    /// A closure: nothing in it jumps out of it.
    Closure,
}

/// A label that no other of the function around has.
pub fn label(name: &str, depth: usize) -> Lifetime {
    let text = if depth == 0 { format!("'{name}") } else { format!("'{name}_{}", depth + 1) };
    Lifetime::new(&text, Span::call_site())
}

impl Writer<'_> {
    pub fn break_loop(&self) -> TokenStream {
        match self.name_loop(|with_else| with_else.is_none()) {
            (Some(with_else), _) => quote!(break #with_else;),
            (None, Some(label)) => quote!(break #label;),
            (None, None) => quote!(break;),
        }
    }

    pub fn continue_loop(&self) -> TokenStream {
        match self.name_loop(|_| true) {
            (_, Some(label)) => quote!(continue #label;),
            (_, None) => quote!(continue;),
        }
    }

    /// The label of the innermost loop's block with an `else`, and the label of the loop where it must be named: Rust
    /// wants that from within a labelled block. `names` says whether the loop's own label would be written.
    fn name_loop(&self, names: impl Fn(&Option<Lifetime>) -> bool) -> (Option<Lifetime>, Option<Lifetime>) {
        let mut skipped = 0;
        let mut is_within = false;
        for frame in self.frames.borrow_mut().iter_mut().rev() {
            match frame {
                Frame::Loop { label, is_named, with_else } if skipped == 0 => {
                    let needed = is_within && names(with_else);
                    *is_named |= needed;
                    return (with_else.clone(), needed.then(|| label.clone()));
                }
                Frame::Loop { .. } => skipped -= 1,
                Frame::Outside { loops, .. } => skipped += *loops,
                Frame::Attempt { .. } | Frame::Block => {}
                Frame::Closure => break,
            }
            is_within = true;
        }
        (None, None)
    }

    /// Does something with the body of a `try` that an exception raised here ends.
    fn attempt<T>(&self, found: impl FnOnce(&mut Lifetime, &mut bool) -> T) -> Option<T> {
        let mut skipped = 0;
        for frame in self.frames.borrow_mut().iter_mut().rev() {
            match frame {
                Frame::Attempt { label, is_named } if skipped == 0 => return Some(found(label, is_named)),
                Frame::Attempt { .. } => skipped -= 1,
                Frame::Outside { attempts, .. } => skipped += *attempts,
                Frame::Loop { .. } | Frame::Block => {}
                Frame::Closure => break,
            }
        }
        None
    }

    /// Whether an exception raised here does not end the function at once.
    pub fn is_attempted(&self) -> bool {
        self.attempt(|_, _| ()).is_some()
    }

    /// The label of the block that an exception raised here ends.
    pub fn attempt_label(&self) -> Option<Lifetime> {
        self.attempt(|label, is_named| {
            *is_named = true;
            label.clone()
        })
    }
}
