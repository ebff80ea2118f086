//! Expressions.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Constant, Expr, ExprKind, LocalId, NativeArgument, NativeCall};
use hotforge_analyzer::types::{Type, base_of, layout};
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;

use super::constant::{integer, open_integer};
use super::convert::cast;
use super::enumeration::is_enum;
use super::function::Writer;
use super::names::runtime_path;
use super::regions::{Place, Region};
use super::statement::always_raises;
use super::types::is_copy;

/// Whether the context of an expression tells Rust its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// It does: `2` is enough.
    Known,
    /// It does not: `2i64` must be written.
    Open,
}

/// Whether the Rust of the expression does not tell its type: `None`, an empty list, a number.
pub fn is_open(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(Constant::Int(_)) | ExprKind::Raise(_) => true,
        ExprKind::Tuple(values) => values.iter().any(is_open),
        ExprKind::List(values) | ExprKind::Set(values) => values.iter().all(is_open),
        ExprKind::Dict(pairs) => {
            pairs.iter().all(|(key, _)| is_open(key)) || pairs.iter().all(|(_, value)| is_open(value))
        }
        ExprKind::Comprehension(comprehension) => is_open(&comprehension.element),
        ExprKind::If { then, orelse, .. } => is_open(then) && is_open(orelse),
        ExprKind::Block(_, value) => is_open(value),
        ExprKind::Convert(inner) => match (&inner.ty, &expr.ty) {
            (Type::None | Type::Never, _) => true,
            (Type::Union(_), _) => false,
            (_, Type::Float) => false,
            _ => is_open(inner),
        },
        ExprKind::Native(_) if matches!(expr.ty, Type::Container(..)) => true,
        // What it reads is what its variable is declared to hold.
        ExprKind::Native(call) if call.path.starts_with("json::loads") || call.path.starts_with("pydantic::") => true,
        ExprKind::Native(call) => call.arguments.is_empty() && !expr.ty.parts().is_empty(),
        _ => false,
    }
}

/// Whether the call makes a container of the catalog, and none of its arguments tells Rust what that holds.
fn makes_untold(call: &NativeCall, ty: &Type) -> bool {
    matches!(ty, Type::Container(..))
        && call
            .arguments
            .iter()
            .all(|argument| matches!(argument, NativeArgument::Value(_) | NativeArgument::Function(_)))
}

impl Writer<'_> {
    /// The value of an expression, owned.
    pub fn value(&self, expr: &Expr, typing: Typing) -> TokenStream {
        if let Some(fixed) = self.fixed(&expr.ty, &expr.kind) {
            return fixed;
        }
        match &expr.kind {
            ExprKind::Constant(Constant::Int(value)) if typing == Typing::Open => open_integer(*value),
            ExprKind::Constant(constant) => self.context.constant(constant, &expr.ty),
            ExprKind::Local(local) => self.owned_local(*local),
            ExprKind::Global(global) => self.owned_global(*global, expr.span),
            ExprKind::Member { tuple, index } => self.owned_member(tuple, *index, &expr.ty),
            ExprKind::Native(_) | ExprKind::Comprehension(_) | ExprKind::Iterate(_)
                if matches!(expr.ty, Type::Iterator(_)) =>
            {
                let stream = self.stream(expr);
                quote!(rt::builtins::boxed(#stream))
            }
            ExprKind::Native(call) if typing == Typing::Open && makes_untold(call, &expr.ty) => {
                let (made, ty) = (&self.helpers.value, self.context.rust_type(&expr.ty));
                let call = self.native(call, &expr.ty, expr.span);
                quote!({ let #made: #ty = #call; #made })
            }
            ExprKind::Native(call) => self.native(call, &expr.ty, expr.span),
            ExprKind::Call { function, arguments } => {
                let (name, depth) = self.callee(*function);
                let arguments = arguments.iter().map(|argument| self.value(argument, Typing::Known));
                let call = self.fallible(quote!(#name(#depth #(#arguments),*)), expr.span);
                // A function that never returns: what Rust does with nothing fits everywhere.
                if self.context.never_returns(*function) { quote!(match #call {}) } else { call }
            }
            ExprKind::Select { subject, values } => self.select(subject, values),
            ExprKind::Record(values) => self.record(values, &expr.ty),
            ExprKind::Field { record, field } => self.field(record, *field, &expr.ty),
            ExprKind::Tuple(values) => self.tuple(values, &expr.ty, typing),
            ExprKind::List(values) => self.collection("list", values, &expr.ty, typing),
            ExprKind::Set(values) => {
                let hashes = expr.ty.parts().into_iter().any(|item| self.calls_methods(item));
                let set = self.collection("set", values, &expr.ty, typing);
                if hashes { self.hashed_set(values, &expr.ty, expr.span) } else { set }
            }
            ExprKind::Dict(pairs) => {
                let hashes = expr.ty.parts().first().is_some_and(|key| self.calls_methods(key));
                let pairs = pairs.iter().map(|(key, value)| {
                    let (key, value) = (self.tuple_member(key, typing), self.tuple_member(value, typing));
                    quote!((#key, #value))
                });
                let pairs = vector(pairs);
                if hashes {
                    let items = &self.helpers.items;
                    let made = self.caught_value(quote!(rt::dict::from_pairs(#items)), expr.span);
                    quote!({ let #items = #pairs; #made })
                } else {
                    quote!(rt::dict::from_pairs(#pairs))
                }
            }
            ExprKind::Comprehension(comprehension) => self.comprehension(comprehension, &expr.ty, expr.span, typing),
            ExprKind::Format(parts) => self.format(parts, expr.span),
            ExprKind::If { test, then, orelse } => {
                if let Some(chosen) = self.chosen(test, then, orelse) {
                    return chosen;
                }
                let test = self.value(test, Typing::Known);
                let (then, orelse) = (self.value(then, typing), self.value(orelse, typing));
                quote!(if #test { #then } else { #orelse })
            }
            ExprKind::And(left, right) => {
                let (left, right) = (self.operand(left), self.operand(right));
                quote!(#left && #right)
            }
            ExprKind::Or(left, right) => {
                let (left, right) = (self.operand(left), self.operand(right));
                quote!(#left || #right)
            }
            ExprKind::Not(value) => {
                if let Some(test) = self.is_some(value) {
                    return test;
                }
                let value = self.operand(value);
                quote!(!#value)
            }
            ExprKind::Block(block, value) => {
                let region = Region::of(block);
                let statements = self.statements(block, region, false);
                if block.iter().any(always_raises) {
                    return quote!({ #statements });
                }
                let late = self.locals.declared_at(region, Place::Statement(block.len()));
                let late = late.map(|local| self.declaration(local)).collect::<TokenStream>();
                let value = self.value(value, typing);
                quote!({ #statements #late #value })
            }
            ExprKind::Convert(inner) => self.convert(inner, &expr.ty, expr.span, typing),
            ExprKind::Dispatch { subject, arms } => self.dispatch(subject, arms, typing),
            ExprKind::IsMember { subject, members } => self.is_member(subject, members),
            ExprKind::Raise(exception) => {
                let exception = self.value(exception, Typing::Known);
                self.raise_now(exception, expr.span)
            }
            ExprKind::Exception(arguments) => self.exception(arguments, &expr.ty),
            ExprKind::IsException { subject, classes } => self.is_exception(subject, classes),
            ExprKind::Slice(bounds) => {
                let bounds = bounds.iter().map(|bound| match bound.ty {
                    Type::None => quote!(None),
                    // `int | None` is held as an `Option` already.
                    Type::Union(_) => self.value(bound, Typing::Known),
                    _ => {
                        let bound = self.value(bound, Typing::Known);
                        quote!(Some(#bound))
                    }
                });
                quote!(rt::slice::new(#(#bounds),*))
            }
            ExprKind::Iterate(inner) => self.value(inner, typing),
            ExprKind::Invalid => self.context.refuse(Some(expr.span), "the program was refused by the analyzer"),
        }
    }

    /// What stands for an expression whose type alone says its value.
    fn fixed(&self, ty: &Type, kind: &ExprKind) -> Option<TokenStream> {
        match (ty, kind) {
            (_, ExprKind::Native(_) | ExprKind::Call { .. } | ExprKind::Block(..)) => None,
            (Type::DType(dtype), _) => {
                let element = super::types::element_type(*dtype);
                Some(quote!(rt::numpy::DType::<#element>::new()))
            }
            (Type::TensorDType(dtype), _) => {
                let element = super::types::element_type(*dtype);
                Some(quote!(rt::torch::DType::<#element>::new()))
            }
            (Type::Record(_), ExprKind::Constant(Constant::Int(index))) if is_enum(ty) => {
                Some(self.context.enum_member(ty, *index as usize))
            }
            (Type::Ellipsis, _) => Some(quote!(rt::Ellipsis)),
            (Type::None, ExprKind::Constant(_) | ExprKind::Local(_) | ExprKind::Global(_)) => Some(quote!(())),
            (Type::Module(_) | Type::Class(_) | Type::Function(_) | Type::Method(_), _) => Some(quote!(())),
            _ => None,
        }
    }

    /// A reference to the value of an expression.
    pub fn reference(&self, expr: &Expr) -> TokenStream {
        if self.fixed(&expr.ty, &expr.kind).is_none() {
            match &expr.kind {
                ExprKind::Global(global) => return self.global_reference(*global, expr.span),
                ExprKind::Convert(inner) if layout(&inner.ty) == layout(&expr.ty) => return self.reference(inner),
                _ => {}
            }
        }
        let place = self.place(expr);
        // What is expected of a call reaches into it: one that gives a subclass must be borrowed as what it is first.
        let is_made = !matches!(expr.kind, ExprKind::Local(_) | ExprKind::Member { .. });
        if is_made && base_of(&expr.ty).is_some() { quote!(#place.borrowed()) } else { quote!(&#place) }
    }

    /// Something to call a method of or to borrow: a variable itself, not a clone of it.
    pub fn place(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            _ if self.fixed(&expr.ty, &expr.kind).is_some() => self.value(expr, Typing::Open),
            ExprKind::Local(local) => {
                let name = self.local(*local);
                self.made_now(*local).unwrap_or(quote!(#name))
            }
            ExprKind::Global(global) => self.global_place(*global, expr.span),
            ExprKind::Member { tuple, index } => {
                let (path, index) = (self.held(tuple), Literal::usize_unsuffixed(*index));
                quote!(#path.#index)
            }
            ExprKind::Convert(inner) if layout(&inner.ty) == layout(&expr.ty) => self.place(inner),
            _ => atom(self.value(expr, Typing::Open)),
        }
    }

    /// An iterator that is consumed where it is made.
    pub fn stream(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Iterate(inner) | ExprKind::Convert(inner) if matches!(inner.ty, Type::Iterator(_)) => {
                if layout(&inner.ty) != layout(&expr.ty) {
                    return self.context.refuse(Some(expr.span), format!("{} as {}", inner.ty, expr.ty));
                }
                self.stream(inner)
            }
            ExprKind::Iterate(inner) => match &expr.ty {
                Type::Iterator(item) => self.iterated(inner, item),
                other => self.context.refuse(Some(expr.span), format!("iteration as {other}")),
            },
            ExprKind::Native(call) => self.native(call, &expr.ty, expr.span),
            ExprKind::Comprehension(comprehension) => self.generator(comprehension, expr.span),
            _ => self.value(expr, Typing::Open),
        }
    }

    /// The iterator over the items of an iterable. Those of a tuple take the one type that they have together.
    pub fn iterated(&self, iterable: &Expr, item: &Type) -> TokenStream {
        if iterable.ty == Type::Never {
            // It never comes to the iterator, which must be one nevertheless.
            let (none, value) =
                (&self.helpers.value, self.convert(iterable, &Type::list(Type::Never), iterable.span, Typing::Open));
            return quote!({ let #none: rt::List<rt::Never> = #value; #none.iter() });
        }
        if matches!(iterable.ty, Type::Tuple(_)) {
            let sequence = Type::Sequence(item.clone().into());
            let items = match &iterable.kind {
                ExprKind::Tuple(values) if values.iter().all(|value| layout(&value.ty) == layout(item)) => {
                    self.collection("sequence", values, &sequence, Typing::Open)
                }
                _ => self.converted(self.value(iterable, Typing::Open), &iterable.ty, &sequence, iterable.span),
            };
            let items = atom(items);
            return quote!(#items.iter());
        }
        let place = self.place(iterable);
        quote!(#place.iter())
    }

    /// A value as an operand of a Rust operator.
    pub fn operand(&self, expr: &Expr) -> TokenStream {
        self.operand_typed(expr, Typing::Known)
    }

    /// A value as an operand, told or not of its type.
    pub fn operand_typed(&self, expr: &Expr, typing: Typing) -> TokenStream {
        atom(self.value(expr, typing))
    }

    pub fn owned_local(&self, local: LocalId) -> TokenStream {
        if let Some(made) = self.made_now(local) {
            return made;
        }
        let name = self.local(local);
        if is_copy(self.python_type(local)) || self.locals.is_moved(local) || self.leaving.borrow().contains(&local) {
            quote!(#name)
        } else {
            quote!(#name.clone())
        }
    }

    fn owned_member(&self, tuple: &Expr, index: usize, ty: &Type) -> TokenStream {
        let moved = match &tuple.kind {
            ExprKind::Local(local) => self.locals.is_moved(*local),
            ExprKind::Global(_) => false,
            ExprKind::Member { .. } => false,
            _ => true,
        };
        let (tuple, index) = (self.held(tuple), Literal::usize_unsuffixed(index));
        if moved || is_copy(ty) { quote!(#tuple.#index) } else { quote!(#tuple.#index.clone()) }
    }

    /// The tuple that has members: of a function what it holds.
    fn held(&self, tuple: &Expr) -> TokenStream {
        let place = self.place(tuple);
        if matches!(tuple.ty, Type::Callable(_)) { quote!(#place.0) } else { place }
    }

    fn tuple(&self, values: &[Expr], ty: &Type, typing: Typing) -> TokenStream {
        match ty {
            Type::Callable(_) => {
                let held = values.iter().map(|value| self.value(value, Typing::Open));
                quote!(rt::closure::Closure((#(#held,)*)))
            }
            Type::Tuple(_) if values.is_empty() => quote!(rt::sequence::from_vec(Vec::<rt::Never>::new())),
            Type::Tuple(_) => {
                let values = values.iter().map(|value| self.tuple_member(value, typing));
                quote!((#(#values,)*))
            }
            _ => self.collection("sequence", values, ty, typing),
        }
    }

    /// A member of a tuple. Of one that only raises Rust must be told the type: it takes `!` for it, which becomes no other
    /// type once the tuple is made.
    fn tuple_member(&self, member: &Expr, typing: Typing) -> TokenStream {
        let value = self.value(member, typing);
        if !self.only_raises(member) || layout(&member.ty) == Type::Never {
            return value;
        }
        let (name, ty) = (&self.helpers.value, self.context.rust_type(&member.ty));
        quote!({ let #name: #ty = #value; #name })
    }

    /// Whether Rust sees that there is never a value.
    fn only_raises(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Call { function, .. } => self.context.never_returns(*function),
            ExprKind::Raise(_) => true,
            ExprKind::Convert(inner) | ExprKind::Block(_, inner) => self.only_raises(inner),
            _ => false,
        }
    }

    pub fn collection(&self, module: &str, values: &[Expr], ty: &Type, typing: Typing) -> TokenStream {
        let path = runtime_path(module);
        if values.is_empty() && typing == Typing::Open {
            let item = ty.parts().first().map(|item| self.context.rust_type(item));
            return quote!(#path::from_vec(Vec::<#item>::new()));
        }
        // The first element tells Rust the type of the others.
        let values = values
            .iter()
            .enumerate()
            .map(|(index, value)| self.value(value, if index == 0 { typing } else { Typing::Known }));
        let values = vector(values);
        quote!(#path::from_vec(#values))
    }

    /// A set whose elements are hashed and compared by methods of the program.
    fn hashed_set(&self, values: &[Expr], ty: &Type, span: Span) -> TokenStream {
        let (items, item) = (&self.helpers.items, ty.parts().first().map(|item| self.context.rust_type(item)));
        let values = vector(values.iter().map(|value| self.value(value, Typing::Known)));
        let made = self.caught_value(quote!(rt::set::from_vec(#items)), span);
        quote!({ let #items: Vec<#item> = #values; #made })
    }

    /// The place that an operator which raises is called from.
    pub fn at(&self, call: TokenStream, span: Span) -> TokenStream {
        self.uses_frame.set(true);
        let line = Literal::u32_unsuffixed(self.context.line(span));
        quote!(#call.at(HERE, #line))
    }

    /// An `int` constant in a call: with its type where nothing else in the call tells it.
    pub fn int_argument(&self, value: i64, is_told: bool) -> TokenStream {
        if is_told { integer(value) } else { open_integer(value) }
    }

    /// A value cast to a numeric Rust type.
    pub fn as_type(&self, value: TokenStream, ty: &Type) -> TokenStream {
        cast(atom(value), ty)
    }
}

/// A vector of these values. `prettyplease` lays out the operand of a macro only where it is simple, so one that holds
/// blocks is written without the macro.
pub fn vector(values: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let values: Vec<TokenStream> = values.into_iter().collect();
    if values.is_empty() {
        quote!(Vec::new())
    } else if values.iter().any(holds_block) {
        quote!(Vec::from([#(#values),*]))
    } else {
        quote!(vec![#(#values),*])
    }
}

fn holds_block(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace || holds_block(&group.stream()),
        _ => false,
    })
}

/// The tokens as an operand: in parentheses, unless nothing in them binds less tightly than an operator would.
pub fn atom(tokens: TokenStream) -> TokenStream {
    use syn::Expr;
    match syn::parse2::<Expr>(tokens.clone()) {
        Ok(
            Expr::Path(_)
            | Expr::Lit(_)
            | Expr::Call(_)
            | Expr::MethodCall(_)
            | Expr::Field(_)
            | Expr::Paren(_)
            | Expr::Try(_)
            | Expr::Macro(_)
            | Expr::Tuple(_),
        ) => tokens,
        _ => quote!((#tokens)),
    }
}
