//! Conversions: the same value at another type.

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Expr, ExprKind, LocalId};
use hotforge_analyzer::types::{Type, fits, is_empty_container, layout};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::Context;
use super::expression::{Typing, vector};
use super::function::Writer;
use super::regions::Region;
use super::types::{UnionLayout, is_copy, is_unit, union_layout};
use super::unions::variant;

/// A number at another numeric type. The operand is an atom.
pub fn cast(operand: TokenStream, ty: &Type) -> TokenStream {
    match ty {
        Type::Int => quote!(i64::from(#operand)),
        _ => quote!(#operand as f64),
    }
}

fn is_empty_display(kind: &ExprKind) -> bool {
    match kind {
        ExprKind::List(values) | ExprKind::Set(values) => values.is_empty(),
        ExprKind::Dict(pairs) => pairs.is_empty(),
        _ => false,
    }
}

/// An empty container of the type.
fn empty(ty: &Type) -> Option<TokenStream> {
    Some(match ty {
        Type::List(_) => quote!(rt::list::from_vec(Vec::new())),
        Type::Set(_) => quote!(rt::set::from_vec(Vec::new())),
        Type::FrozenSet(_) => quote!(rt::frozenset::from_vec(Vec::new())),
        Type::Dict(..) => quote!(rt::dict::from_pairs(Vec::new())),
        Type::Sequence(_) => quote!(rt::sequence::from_vec(Vec::new())),
        _ => return None,
    })
}

/// The member of a union that takes a value: one of its own type, else the first that it converts to.
pub(super) fn target<'m>(from: &Type, members: &'m [Type]) -> Option<&'m Type> {
    members.iter().find(|member| *member == from).or_else(|| members.iter().find(|member| fits(from, member)))
}

impl Context<'_> {
    /// A value of a member's layout as the union. `value` is `None` for a member that holds nothing.
    pub fn as_member_of(&self, value: Option<TokenStream>, member: &Type, union: &Type) -> TokenStream {
        let constructor = self.variant_path(member, union);
        match value {
            Some(value) if !is_unit(member) => quote!(#constructor(#value)),
            _ => quote!(#constructor),
        }
    }

    /// A value as one of a union that has all its types as members.
    pub fn widened(&self, value: TokenStream, from: &Type, to: &Type) -> TokenStream {
        let (from, to) = (layout(from), layout(to));
        match (&from, &to) {
            _ if from == to => value,
            (Type::Union(members), Type::Union(_)) => {
                let arms = members.iter().map(|member| {
                    let variant = self.variant_path(member, &from);
                    let (pattern, held) = match is_unit(member) {
                        true => (variant, None),
                        false => (quote!(#variant(held)), Some(quote!(held))),
                    };
                    let made = self.as_member_of(held, member, &to);
                    quote!(#pattern => #made,)
                });
                quote!(match #value { #(#arms)* })
            }
            (_, Type::Union(_)) if is_unit(&from) => {
                let made = self.as_member_of(None, &from, &to);
                quote!({ let () = #value; #made })
            }
            (_, Type::Union(_)) => self.as_member_of(Some(value), &from, &to),
            _ => self.refuse(None, format!("no place for {from} in {to}")),
        }
    }

    /// The variant that holds a member of a union.
    pub fn variant_path(&self, member: &Type, union: &Type) -> TokenStream {
        match layout(union) {
            Type::Union(members) => match union_layout(&members) {
                UnionLayout::Option(_) if is_unit(member) => quote!(None),
                UnionLayout::Option(_) => quote!(Some),
                UnionLayout::Enum(members) => {
                    let (name, variant) = (self.union_enum(members), variant(member));
                    quote!(#name::#variant)
                }
            },
            _ => self.refuse(None, format!("{union} is no union")),
        }
    }
}

impl Writer<'_> {
    /// An expression at another type.
    pub fn convert(&self, inner: &Expr, to: &Type, span: Span, typing: Typing) -> TokenStream {
        if layout(&inner.ty) == layout(to) {
            return self.value(inner, typing);
        }
        match &inner.kind {
            // There is no such value.
            ExprKind::Local(local) if inner.ty == Type::Never => {
                let name = self.local(*local);
                quote!(match #name {})
            }
            ExprKind::Constant(constant) if !matches!(inner.ty, Type::Unbound | Type::Record(_)) => {
                self.context.constant(constant, to)
            }
            kind if is_empty_display(kind)
                && let Some(empty) = self.empty_at(&layout(&inner.ty), &layout(to)) =>
            {
                empty
            }
            _ => {
                let inner_typing = if inner.ty == Type::Int { typing } else { Typing::Open };
                self.converted(self.value(inner, inner_typing), &inner.ty, to, span)
            }
        }
    }

    /// An empty display of one type at another, where that is a container too.
    fn empty_at(&self, from: &Type, to: &Type) -> Option<TokenStream> {
        let member = match to {
            Type::Union(members) => target(from, members)?,
            other => other,
        };
        let value = empty(member)?;
        Some(if member == to { value } else { self.context.as_member_of(Some(value), member, to) })
    }

    /// A value of one type at another.
    pub fn converted(&self, value: TokenStream, from: &Type, to: &Type, span: Span) -> TokenStream {
        let (from, to) = (layout(from), layout(to));
        if from == to || from == Type::Never {
            return value;
        }
        match (&from, &to) {
            (Type::Union(members), _) => self.split_union(value, members, &from, &to, span),
            (_, Type::Union(members)) => match target(&from, members) {
                Some(member) => {
                    let value = self.converted(value, &from, member, span);
                    self.context.as_member_of(Some(value), member, &to)
                }
                None => self.no_conversion(&from, &to, span),
            },
            (Type::Record(_), Type::Dict(..)) if from.is_typed_dict() => quote!(rt::typed_dict::dict(&#value)),
            (Type::Dict(..), Type::Record(record)) if to.is_typed_dict() => {
                let class = self.context.class_name(record);
                quote!(rt::typed_dict::of::<#class>(#value))
            }
            (Type::Bool, Type::Int) => quote!(i64::from(#value)),
            (Type::Bool, Type::Float) => quote!(f64::from(#value)),
            (Type::Int, Type::Float) => self.as_type(value, &Type::Float),
            (Type::Scalar(_), Type::Float) => quote!(rt::numpy::scalar::float(&#value)),
            (Type::Bool | Type::Int | Type::Float, Type::Complex) => {
                let real = self.converted(value, &from, &Type::Float, span);
                quote!(rt::complex::of(#real, 0.0))
            }
            (Type::Callable(function), Type::Callable(target)) if function.key == target.key => {
                let members: Vec<Type> = function.captures.iter().map(|(_, ty)| ty.clone()).collect();
                let (names, values) = self.members(&members, target.captures.iter().map(|(_, ty)| ty), span);
                quote!({ let rt::closure::Closure((#(#names,)*)) = #value; rt::closure::Closure((#(#values,)*)) })
            }
            (Type::Tuple(members), Type::Tuple(targets)) if members.len() == targets.len() => {
                let (names, values) = self.members(members, targets.iter(), span);
                quote!({ let (#(#names,)*) = #value; (#(#values,)*) })
            }
            // The empty tuple is a sequence of nothing already.
            (Type::Tuple(members), Type::Sequence(item)) if members.is_empty() => match **item {
                Type::Never => value,
                _ => {
                    let item = self.context.rust_type(item);
                    quote!({ let _ = #value; rt::sequence::from_vec(Vec::<#item>::new()) })
                }
            },
            (Type::Tuple(members), Type::Sequence(item)) => {
                let (names, values) = self.members(members, members.iter().map(|_| &**item), span);
                let values = vector(values);
                quote!({ let (#(#names,)*) = #value; rt::sequence::from_vec(#values) })
            }
            _ if is_empty_container(&from) => match empty(&to) {
                // What makes the container may do more than that.
                Some(made) => quote!({ let _ = #value; #made }),
                None => self.no_conversion(&from, &to, span),
            },
            _ => self.no_conversion(&from, &to, span),
        }
    }

    fn no_conversion(&self, from: &Type, to: &Type, span: Span) -> TokenStream {
        self.context.refuse(Some(span), format!("no conversion from {from} to {to}"))
    }

    /// Names for the members of a tuple, and each of them converted.
    fn members<'t>(
        &self,
        members: &[Type],
        targets: impl Iterator<Item = &'t Type>,
        span: Span,
    ) -> (Vec<proc_macro2::Ident>, Vec<TokenStream>) {
        let names = (0..members.len()).map(|index| format_ident!("{}_{index}", self.helpers.value)).collect::<Vec<_>>();
        let values = names
            .iter()
            .zip(members.iter().zip(targets))
            .map(|(name, (from, to))| self.converted(quote!(#name), from, to, span))
            .collect();
        (names, values)
    }

    /// Another type from a union: member by member, where each has a place in it. The analyzer has made sure that the
    /// value is none of the other members; should it be one nevertheless, that raises.
    fn split_union(&self, value: TokenStream, members: &[Type], from: &Type, to: &Type, span: Span) -> TokenStream {
        let name = &self.helpers.value;
        let (possible, impossible): (Vec<&Type>, Vec<&Type>) = members.iter().partition(|member| fits(member, to));
        if possible.is_empty() {
            return self.no_conversion(from, to, span);
        }
        if let ([member], [Type::None], UnionLayout::Option(_)) =
            (possible.as_slice(), impossible.as_slice(), union_layout(members))
        {
            let present = self.fallible(quote!(rt::none::present(#value)), span);
            return self.converted(present, member, to, span);
        }
        let arms = possible.iter().map(|member| {
            let variant = self.context.variant_path(member, from);
            let pattern = if is_unit(member) { variant } else { quote!(#variant(#name)) };
            let inner = if is_unit(member) { quote!(()) } else { quote!(#name) };
            let value = self.converted(inner, member, to, span);
            quote!(#pattern => #value,)
        });
        let otherwise = (!impossible.is_empty()).then(|| {
            let message = format!("internal error: the value is not {to}");
            let raise = self.raise_now(quote!(rt::exception::runtime_error(#message)), span);
            quote!(_ => #raise,)
        });
        quote!(match #value { #(#arms)* #otherwise })
    }

    /// Which member a union holds.
    pub fn dispatch(&self, subject: &Expr, arms: &[(LocalId, Expr)], typing: Typing) -> TokenStream {
        let union = &subject.ty;
        let binds = arms.iter().any(|(local, _)| self.locals.is_read(*local) && !is_copy(self.python_type(*local)));
        let matched = if binds { self.value(subject, Typing::Open) } else { self.place(subject) };
        if let Some(operation) = self.of_either_float(union, arms, &matched, typing) {
            return operation;
        }
        let mut seen = Vec::new();
        let mut written = Vec::new();
        for (member, arm) in union.members().iter().zip(arms) {
            let member = layout(member);
            if seen.contains(&member) {
                continue;
            }
            let (binding, set) = (self.target(arm.0, Region::of(arm)), self.set_target(arm.0, Region::of(arm)));
            let variant = self.context.variant_path(&member, union);
            let pattern = if is_unit(&member) { variant } else { quote!(#variant(#binding)) };
            let value = self.value(&arm.1, typing);
            written.push(if set.is_empty() {
                quote!(#pattern => #value,)
            } else {
                quote!(#pattern => { #set #value })
            });
            seen.push(member);
        }
        quote!(match #matched { #(#written)* })
    }

    /// `x is not None`, where the expression is `x is None` of an optional.
    pub fn is_some(&self, test: &Expr) -> Option<TokenStream> {
        let ExprKind::IsMember { subject, members } = &test.kind else { return None };
        let Type::Union(all) = layout(&subject.ty) else { return None };
        if *members != [Type::None] || !matches!(union_layout(&all), UnionLayout::Option(_)) {
            return None;
        }
        let place = self.place(subject);
        Some(quote!(#place.is_some()))
    }

    /// Whether a union holds one of the members.
    pub fn is_member(&self, subject: &Expr, members: &[Type]) -> TokenStream {
        let mut members: Vec<Type> = members.iter().map(layout).collect();
        members.sort();
        members.dedup();
        let place = self.place(subject);
        let is_option = match layout(&subject.ty) {
            Type::Union(all) => matches!(union_layout(&all), UnionLayout::Option(_)),
            // Its members are one Rust type, which does not tell them apart; nor can Python.
            only => {
                let holds = members.contains(&only);
                return quote!(#holds);
            }
        };
        match members.as_slice() {
            [member] if is_option && is_unit(member) => quote!(#place.is_none()),
            [_] if is_option => quote!(#place.is_some()),
            _ => {
                let patterns = members.iter().map(|member| {
                    let variant = self.context.variant_path(member, &subject.ty);
                    if is_unit(member) { variant } else { quote!(#variant(_)) }
                });
                quote!(matches!(#place, #(#patterns)|*))
            }
        }
    }
}
