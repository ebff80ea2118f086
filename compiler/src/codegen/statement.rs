//! Statements.

use std::collections::BTreeSet;

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Block, Constant, Expr, ExprKind, LocalId, Stmt, StmtKind};
use hotforge_analyzer::types::Type;
use proc_macro2::TokenStream;
use quote::quote;

use super::bounds::{Head, Loop};
use super::expression::{Typing, is_open};
use super::frames::{Frame, label};
use super::function::Writer;
use super::locals::read_once;
use super::pace::is_paced;
use super::regions::{Place, Region};

/// Whether the statements never run to their end.
pub fn diverges(block: &Block) -> bool {
    block.iter().any(never_ends)
}

/// Whether the statement never runs to its end.
pub fn never_ends(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Return(_) | StmtKind::Raise(_) | StmtKind::Reraise(_) | StmtKind::Break | StmtKind::Continue => true,
        StmtKind::Try { body, orelse, handler, .. } => (diverges(body) || diverges(orelse)) && diverges(handler),
        StmtKind::Outside { body, .. } => diverges(body),
        StmtKind::Evaluate(_) | StmtKind::Yield(_) | StmtKind::Assign { .. } => always_raises(stmt),
        StmtKind::SetField { record, value, .. } => record.ty == Type::Never || value.ty == Type::Never,
        StmtKind::If { then, orelse, .. } => diverges(then) && diverges(orelse),
        StmtKind::While { test, body, orelse } => !breaks(body) && (is_true(test) || diverges(orelse)),
        StmtKind::For { body, orelse, .. } => !breaks(body) && diverges(orelse),
    }
}

/// Whether a statement's value is never there, since computing it raises.
pub fn always_raises(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Evaluate(value) | StmtKind::Yield(value) | StmtKind::Assign { value, .. } => value.ty == Type::Never,
        _ => false,
    }
}

/// Whether a `break` leaves the loop that has this body.
fn breaks(body: &Block) -> bool {
    breaks_within(body, 0)
}

/// Whether a `break` in the block leaves the loop that is this many loops further out.
fn breaks_within(block: &Block, depth: usize) -> bool {
    block.iter().any(|stmt| match &stmt.kind {
        StmtKind::Break => depth == 0,
        StmtKind::If { then, orelse, .. } => breaks_within(then, depth) || breaks_within(orelse, depth),
        StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
            breaks_within(body, depth + 1) || breaks_within(orelse, depth)
        }
        StmtKind::Try { body, orelse, handler, .. } => {
            [body, orelse, handler].into_iter().any(|block| breaks_within(block, depth))
        }
        StmtKind::Outside { loops, body, .. } => {
            depth.checked_sub(*loops).is_some_and(|depth| breaks_within(body, depth))
        }
        _ => false,
    })
}

fn is_true(test: &Expr) -> bool {
    test.kind == ExprKind::Constant(Constant::Bool(true))
}

impl Writer<'_> {
    /// The statements of a region. `is_tail`: they end the function, so that a last `return` is its value.
    pub fn statements(&self, block: &Block, region: Region, is_tail: bool) -> TokenStream {
        self.statements_from(0, block, region, is_tail)
    }

    /// The statements of a region from the one at an index on: those before are part of a pattern.
    fn statements_from(&self, start: usize, block: &Block, region: Region, is_tail: bool) -> TokenStream {
        let mut tokens = TokenStream::new();
        let mut statements = block.iter().enumerate().skip(start);
        while let Some((index, stmt)) = statements.next() {
            let place = Place::Statement(index);
            if let Some(store) = block.get(index + 1)
                && let Some(stored) = self.stored(stmt, store, region, index)
            {
                tokens.extend(self.context.marker(stmt.span));
                tokens.extend(stored);
                statements.next();
                continue;
            }
            let assigned = match stmt.kind {
                StmtKind::Assign { target, .. } => Some(target),
                _ => None,
            };
            for local in self.locals.declared_at(region, place).filter(|local| Some(*local) != assigned) {
                tokens.extend(self.declaration(local));
            }
            tokens.extend(self.context.marker(stmt.span));
            if let Some(deferred) = self.deferred(block, region, index) {
                tokens.extend(deferred);
                continue;
            }
            tokens.extend(match &stmt.kind {
                StmtKind::Assign { target, value } => {
                    self.assign(*target, value, self.locals.is_declared_at(*target, region, place))
                }
                _ => self.statement(stmt, is_tail && index + 1 == block.len()),
            });
            // What follows is never reached, and Rust has no types for what it reads.
            if always_raises(stmt) {
                break;
            }
        }
        tokens
    }

    /// Declares a variable that something nested assigns first.
    pub fn declaration(&self, local: LocalId) -> TokenStream {
        if *self.python_type(local) == Type::None {
            return TokenStream::new();
        }
        let (binding, ty) = (self.binding(local), self.local_type(local));
        quote!(let #binding: #ty;)
    }

    pub fn assign(&self, target: LocalId, value: &Expr, declares: bool) -> TokenStream {
        // A variable that can only hold `None` takes part in nothing.
        if *self.python_type(target) == Type::None {
            return self.evaluate(value);
        }
        // The target of a loop that nothing reads has no name to set.
        if !declares && !self.locals.is_read(target) {
            let (ty, value) = (self.local_type(target), self.value(value, Typing::Known));
            return quote!(let _: #ty = #value;);
        }
        if !declares {
            let (name, value) = (self.local(target), self.value(value, Typing::Known));
            return quote!(#name = #value;);
        }
        let binding = self.binding(target);
        if is_open(value) {
            let (ty, value) = (self.local_type(target), self.value(value, Typing::Known));
            quote!(let #binding: #ty = #value;)
        } else {
            let value = self.value(value, Typing::Open);
            quote!(let #binding = #value;)
        }
    }

    fn evaluate(&self, value: &Expr) -> TokenStream {
        match &value.kind {
            ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Global(_) => TokenStream::new(),
            ExprKind::Convert(inner) => self.evaluate(inner),
            _ => {
                let is_unit = value.ty == Type::None;
                let value = self.value(value, Typing::Open);
                // Rust takes an `if` that a statement begins with for one without a value.
                let begins_with_if = value.clone().into_iter().next().is_some_and(|token| token.to_string() == "if");
                if begins_with_if && !is_unit { quote!(let _ = #value;) } else { quote!(#value;) }
            }
        }
    }

    fn statement(&self, stmt: &Stmt, is_tail: bool) -> TokenStream {
        match &stmt.kind {
            // Written where its region is known.
            StmtKind::Assign { target, value } => self.assign(*target, value, false),
            StmtKind::Evaluate(value) => self.evaluate(value),
            StmtKind::If { test, then, orelse } => self
                .counted(test, then, orelse)
                .or_else(|| self.chosen_by_branches(test, then, orelse))
                .unwrap_or_else(|| self.if_statement(test, then, orelse, is_tail)),
            StmtKind::While { test, body, orelse } => self.while_loop(test, body, orelse, stmt.span),
            StmtKind::For { target, iterator, body, orelse } => {
                self.for_loop(*target, iterator, body, orelse, stmt.span)
            }
            StmtKind::SetField { record, field, value } => self.set_field(record, *field, value, stmt.span),
            StmtKind::Break => self.break_loop(),
            StmtKind::Continue => self.continue_loop(),
            StmtKind::Return(value) => self.return_value(value, is_tail),
            StmtKind::Yield(value) => self.give(value, stmt.span),
            StmtKind::Raise(exception) => self.raise(exception, stmt.span, is_tail),
            StmtKind::Reraise(caught) => self.reraise(*caught),
            StmtKind::Try { body, orelse, caught, handler } => self.try_statement(body, orelse, *caught, handler),
            StmtKind::Outside { attempts, loops, body } => self.outside(*attempts, *loops, body),
        }
    }

    fn return_value(&self, value: &Expr, is_tail: bool) -> TokenStream {
        let outer = self.leaving.replace(self.movable(value));
        let result = if value.ty == Type::Never {
            self.value(value, Typing::Known)
        } else {
            let (steps, value) = steps(self.value(value, Typing::Known));
            let result = result(value);
            if is_tail { quote!(#steps #result) } else { quote!(#steps return #result;) }
        };
        self.leaving.replace(outer);
        result
    }

    fn raise(&self, exception: &Expr, span: Span, is_tail: bool) -> TokenStream {
        let outer = self.leaving.replace(self.movable(exception));
        let exception = self.value(exception, Typing::Known);
        self.leaving.replace(outer);
        if is_tail {
            return self.at(quote!(Err(#exception)), span);
        }
        let raise = self.raise_now(exception, span);
        quote!(#raise;)
    }

    /// The variables that a statement which leaves the function may move: none where a handler may still run.
    fn movable(&self, value: &Expr) -> BTreeSet<LocalId> {
        if self.is_attempted() { BTreeSet::new() } else { read_once(value) }
    }

    fn if_statement(&self, test: &Expr, then: &Block, orelse: &Block, is_tail: bool) -> TokenStream {
        // Both ways must end the function for the whole to be its value.
        let is_tail = is_tail && diverges(then) && diverges(orelse);
        let test = self.value(test, Typing::Known);
        let then = self.statements(then, Region::of(then), is_tail);
        let region = Region::of(orelse);
        let orelse = match orelse.as_slice() {
            [] => TokenStream::new(),
            [Stmt { kind: StmtKind::If { test, then, orelse }, .. }]
                if self.locals.declared_at(region, Place::Statement(0)).next().is_none() =>
            {
                let inner = self.if_statement(test, then, orelse, is_tail);
                quote!(else #inner)
            }
            _ => {
                let orelse = self.statements(orelse, region, is_tail);
                quote!(else { #orelse })
            }
        };
        quote!(if #test { #then } #orelse)
    }

    fn while_loop(&self, test: &Expr, body: &Block, orelse: &Block, span: Span) -> TokenStream {
        self.paced(|| {
            self.with_views(Loop { head: Head::Test(test), body, orelse }, || {
                let head = if is_true(test) {
                    quote!(loop)
                } else {
                    let test = self.value(test, Typing::Known);
                    quote!(while #test)
                };
                self.looped(head, orelse, body, || {
                    let (step, body) = (self.step(span), self.statements(body, Region::of(body), false));
                    quote!(#step #body)
                })
            })
        })
    }

    fn for_loop(&self, target: LocalId, iterator: &Expr, body: &Block, orelse: &Block, span: Span) -> TokenStream {
        let stream = self.stream(iterator);
        let name = &self.helpers.iterator;
        let next = self.fallible(quote!(#name.next()), span);
        let region = Region::of(body);
        let (pattern, start) = self.unpacked_target(target, body, region);
        let is_paced = is_paced(iterator, body, orelse);
        let head = quote!(while let Some(#pattern) = #next);
        let write = || {
            self.with_views(Loop { head: Head::Item { target, iterator }, body, orelse }, || {
                let looped = || {
                    self.looped(head.clone(), orelse, body, || {
                        let step = is_paced.then(|| self.step(span));
                        let set = self.set_target(target, region);
                        let body = self.statements_from(start, body, region, false);
                        quote!(#step #set #body)
                    })
                };
                if is_paced { looped() } else { self.with_proofs(looped) }
            })
        };
        let looped = if is_paced { self.paced(write) } else { write() };
        match self.context.drops_are_seen {
            // Python drops it as soon as the loop is left.
            true => quote!({ let mut #name = #stream; #looped }),
            false => quote!(let mut #name = #stream; #looped),
        }
    }

    /// The pattern for an item of a loop, and the statements of its body: those that only unpack the item are left out,
    /// since the pattern does it.
    pub fn unpacking(&self, target: LocalId, body: &Block, region: Region) -> (TokenStream, TokenStream) {
        let (pattern, start) = self.unpacked_target(target, body, region);
        let set = self.set_target(target, region);
        let statements = self.statements_from(start, body, region, false);
        // What the conditions and the element set first.
        let late = self.locals.declared_at(region, Place::Statement(body.len()));
        let late = late.map(|local| self.declaration(local)).collect::<TokenStream>();
        (pattern, quote!(#set #statements #late))
    }

    /// The pattern for an item, and how many of the first statements it stands for.
    fn unpacked_target(&self, target: LocalId, body: &Block, region: Region) -> (TokenStream, usize) {
        let plain = (self.target(target, region), 0);
        let Type::Tuple(members) = self.python_type(target) else { return plain };
        let is_own = self.locals.is_declared_at(target, region, Place::Pattern) && self.locals.is_moved(target);
        let mut names = vec![quote!(_); members.len()];
        let mut count = 0;
        while let Some((index, name)) = body.get(count).and_then(|stmt| self.unpacked(stmt, target, count, region)) {
            names[index] = self.target(name, region);
            count += 1;
        }
        if !is_own || count == 0 || self.locals.read_count(target) != count {
            return plain;
        }
        (quote!((#(#names,)*)), count)
    }

    /// The member and the variable, where a statement declares the variable and puts a member of the item into it.
    fn unpacked(&self, stmt: &Stmt, item: LocalId, index: usize, region: Region) -> Option<(usize, LocalId)> {
        let StmtKind::Assign { target, value: Expr { kind: ExprKind::Member { tuple, index: member }, .. } } =
            &stmt.kind
        else {
            return None;
        };
        let is_declared = self.locals.is_declared_at(*target, region, Place::Statement(index));
        (tuple.kind == ExprKind::Local(item) && is_declared).then_some((*member, *target))
    }

    /// The pattern that takes an item of a loop or the payload of a union.
    pub fn target(&self, target: LocalId, region: Region) -> TokenStream {
        if *self.python_type(target) == Type::None {
            return quote!(());
        }
        if !self.is_bound_in(target, region) {
            let item = &self.helpers.item;
            return quote!(#item);
        }
        if self.locals.is_read(target) { self.binding(target) } else { quote!(_) }
    }

    /// The statement that sets the target of a loop where the pattern does not.
    pub fn set_target(&self, target: LocalId, region: Region) -> TokenStream {
        if *self.python_type(target) == Type::None || self.is_bound_in(target, region) {
            return TokenStream::new();
        }
        let (item, name) = (&self.helpers.item, self.local(target));
        quote!(#name = #item;)
    }

    fn is_bound_in(&self, target: LocalId, region: Region) -> bool {
        self.locals.is_declared_in(target, region)
    }

    /// A loop with its labels and its `else`.
    fn looped(
        &self,
        head: TokenStream,
        orelse: &Block,
        body_of: &Block,
        body: impl FnOnce() -> TokenStream,
    ) -> TokenStream {
        let depth = self.frames.borrow().len();
        let has_else = !orelse.is_empty() && breaks(body_of);
        let label = label("round", depth);
        let with_else = has_else.then(|| super::frames::label("search", depth));
        self.frames.borrow_mut().push(Frame::Loop {
            label: label.clone(),
            is_named: false,
            with_else: with_else.clone(),
        });
        let body = body();
        let is_named = matches!(self.frames.borrow_mut().pop(), Some(Frame::Loop { is_named: true, .. }));
        let label = is_named.then(|| quote!(#label:));
        let looped = quote!(#label #head { #body });
        match with_else {
            // Without a `break` the `else` simply comes next.
            None => {
                let orelse = self.statements(orelse, Region::of(orelse), false);
                quote!(#looped #orelse)
            }
            Some(with_else) => {
                self.frames.borrow_mut().push(Frame::Block);
                let orelse = self.statements(orelse, Region::of(orelse), false);
                self.frames.borrow_mut().pop();
                quote!(#with_else: { #looped #orelse })
            }
        }
    }
}

/// The statements of a block expression and its value: where nothing follows they need no block of their own.
fn steps(value: TokenStream) -> (TokenStream, TokenStream) {
    let Ok(syn::Expr::Block(syn::ExprBlock { label: None, block, .. })) = syn::parse2(value.clone()) else {
        return (TokenStream::new(), value);
    };
    match block.stmts.split_last() {
        Some((syn::Stmt::Expr(value, None), steps)) => (quote!(#(#steps)*), quote!(#value)),
        _ => (TokenStream::new(), value),
    }
}

/// `Ok(value)`; of a call that may raise, the call itself.
fn result(value: TokenStream) -> TokenStream {
    match syn::parse2(value.clone()) {
        Ok(syn::Expr::Try(attempt)) => {
            let call = attempt.expr;
            quote!(#call)
        }
        _ => quote!(Ok(#value)),
    }
}
