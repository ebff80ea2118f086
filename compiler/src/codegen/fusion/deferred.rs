//! Chains that wait. The value of a variable that one later chain reads is not made: what it is made of is evaluated and
//! checked where it stands, and the loop of the later chain makes its elements.
//!
//! Nothing between the two may change an array, or leave the block. Where something else than a chain reads the variable
//! after all, the value is made there.

use hotforge_analyzer::ir::{Block, Expr, ExprKind, LocalId, Stmt, StmtKind};
use hotforge_analyzer::types::{ArrayType, Type};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::chain::{Reader, fills, is_quiet};
use super::{Fusion, Leaf, MOST, Written};
use crate::codegen::function::Writer;
use crate::codegen::regions::{Accesses, Place, Region};
use crate::codegen::types::element_type;

/// A chain that waits.
#[derive(Clone)]
pub struct Deferred {
    written: Written,
    arrays: Vec<Leaf>,
    ty: ArrayType,
}

impl Writer<'_> {
    /// What is left of the statement at that index of a block where its chain can wait.
    pub fn deferred(&self, block: &Block, region: Region, index: usize) -> Option<TokenStream> {
        let StmtKind::Assign { target, value } = &block[index].kind else { return None };
        let Type::Array(array) = &value.ty else { return None };
        let waits = !self.context.options.keeps_variables
            && self.locals.read_count(*target) == 1
            && self.locals.is_moved(*target)
            && self.locals.is_declared_at(*target, region, Place::Statement(index))
            && is_read_soon(*target, &block[index + 1..]);
        if !waits {
            return None;
        }
        let chain = Reader { locals: &self.locals, result: array }.node(value);
        if chain.steps() == 0 || self.arrays_of(&chain) > MOST || !chain.is_quiet() {
            return None;
        }
        let mut fusion = Fusion { owner: Some(self.local(*target).clone()), ..Fusion::of(array) };
        let written = self.fuse(&chain, &mut fusion);
        written.shape.as_ref()?;
        let Fusion { before, arrays, .. } = fusion;
        self.waiting.borrow_mut().insert(*target, Deferred { written, arrays, ty: array.clone() });
        Some(before)
    }

    /// The chain that the variable waits for, as a part of one that gives arrays of that type.
    pub(super) fn waiting_part(&self, local: LocalId, fusion: &mut Fusion) -> Option<Written> {
        let waiting = self.waiting.borrow();
        let deferred = waiting.get(&local).filter(|deferred| fills(&deferred.ty, &fusion.result))?;
        // The variables that they were in may be bound to others by now.
        fusion.arrays.extend(deferred.arrays.iter().map(|leaf| Leaf { local: None, ..leaf.clone() }));
        Some(deferred.written.clone())
    }

    /// How many arrays a waiting chain reads.
    pub(super) fn arrays_waiting(&self, expr: &Expr) -> Option<usize> {
        let ExprKind::Local(local) = expr.kind else { return None };
        self.waiting.borrow().get(&local).map(|deferred| deferred.arrays.len())
    }

    /// The value of a variable whose chain waits, made now.
    pub fn made_now(&self, local: LocalId) -> Option<TokenStream> {
        let waiting = self.waiting.borrow();
        let Deferred { written: Written { value, shape }, arrays, ty } = waiting.get(&local)?;
        let (shape, element) = (shape.as_ref()?.tokens(), element_type(ty.dtype));
        let names: Vec<&Ident> = arrays.iter().map(|leaf| &leaf.name).collect();
        Some(quote!(rt::numpy::elementwise::map(#shape, (#(#names.read(),)*), move |(#(#names,)*)| -> #element {
            #(let #names = rt::numpy::Scalar(#names);)*
            #value.0
        })))
    }
}

/// Whether one of the statements reads the variable, and neither it nor one before it changes an array or goes elsewhere.
fn is_read_soon(local: LocalId, statements: &[Stmt]) -> bool {
    for stmt in statements {
        let (StmtKind::Assign { value, .. } | StmtKind::Evaluate(value) | StmtKind::Return(value)) = &stmt.kind else {
            return false;
        };
        if !is_quiet(value) {
            return false;
        }
        if Accesses::of_expression(value).list.iter().any(|access| access.local == local) {
            return true;
        }
    }
    false
}
