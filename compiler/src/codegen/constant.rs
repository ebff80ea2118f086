//! Constants.

use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::types::Type;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::Context;
use super::convert::target;
use super::expression::vector;
use super::types::is_unit;

/// An `int` whose type the context tells.
pub fn integer(value: i64) -> TokenStream {
    if value == i64::MIN {
        return quote!(i64::MIN);
    }
    signed(Literal::u64_unsuffixed(value.unsigned_abs()), value < 0)
}

/// An `int` that tells its own type.
pub fn open_integer(value: i64) -> TokenStream {
    if value == i64::MIN {
        return quote!(i64::MIN);
    }
    signed(Literal::i64_suffixed(value.abs()), value < 0)
}

/// A `float`, to the bit but for the payload of a NaN.
pub fn float(value: f64) -> TokenStream {
    if value.is_nan() {
        return quote!(f64::NAN);
    }
    if value.is_infinite() {
        return if value > 0.0 { quote!(f64::INFINITY) } else { quote!(f64::NEG_INFINITY) };
    }
    // Rust's debug format is the shortest text that reads back as the same number.
    match format!("{:?}", value.abs()).parse::<Literal>() {
        Ok(literal) => signed(literal, value.is_sign_negative()),
        Err(_) => {
            let bits = Literal::u64_unsuffixed(value.to_bits());
            quote!(f64::from_bits(#bits))
        }
    }
}

fn signed(literal: Literal, is_negative: bool) -> TokenStream {
    if is_negative { quote!(-#literal) } else { quote!(#literal) }
}

impl Context<'_> {
    /// A constant at a type that it has, or converts to.
    pub fn constant(&self, constant: &Constant, ty: &Type) -> TokenStream {
        match (constant, ty) {
            (_, Type::Union(members)) => {
                let own = if *ty == Type::Unbound { Type::Unbound } else { constant.ty() };
                // An int is given where `float | None` is declared.
                let own = target(&own, members).cloned().unwrap_or(own);
                let value = if is_unit(&own) { None } else { Some(self.constant(constant, &own)) };
                self.as_member_of(value, &own, ty)
            }
            (Constant::None, _) => quote!(()),
            (Constant::Bool(value), Type::Int) => integer((*value).into()),
            (Constant::Bool(_) | Constant::Int(_) | Constant::Float(_), Type::Complex) => {
                let real = self.constant(constant, &Type::Float);
                quote!(rt::complex::of(#real, 0.0))
            }
            (Constant::Bool(value), Type::Float) => float((*value).into()),
            (Constant::Bool(value), _) => quote!(#value),
            (Constant::Int(value), Type::Float) => float(*value as f64),
            (Constant::Int(value), _) => integer(*value),
            (Constant::Float(value), _) => float(*value),
            (Constant::Str(value), _) => {
                let value: &str = value;
                quote!(rt::Str::literal(#value))
            }
            (Constant::Bytes(value), _) => {
                let value = Literal::byte_string(value);
                quote!(rt::Bytes::literal(#value))
            }
            (Constant::Tuple(values), Type::Sequence(item)) => {
                let values = values.iter().map(|value| self.constant(value, item));
                let values = vector(values);
                quote!(rt::sequence::from_vec(#values))
            }
            (Constant::Tuple(values), _) if values.is_empty() => {
                quote!(rt::sequence::from_vec(Vec::<rt::Never>::new()))
            }
            (Constant::Tuple(values), Type::Tuple(members)) => {
                let values = values.iter().zip(members.iter()).map(|(value, member)| self.constant(value, member));
                quote!((#(#values,)*))
            }
            (Constant::Tuple(values), _) => {
                let values = values.iter().map(|value| self.constant(value, &value.ty()));
                quote!((#(#values,)*))
            }
        }
    }
}
