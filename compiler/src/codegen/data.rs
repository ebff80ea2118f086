//! Much captured data, as a vocabulary. Code that made it item by item would keep rustc busy for minutes: what JSON can say
//! is read from a file beside the source when the global is first used, and the rest is made by many small functions.

use hotforge_analyzer::ir::Constant;
use hotforge_analyzer::types::Type;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::context::Context;
use super::expression::vector;
use super::{BlobContent, BlobPlace, CapturedValue};

/// From how many numbers and texts on data is much.
const MUCH: usize = 256;

impl Context<'_> {
    /// The value read from JSON, where it is much, and all of it is what JSON can say.
    pub(super) fn captured_data(&self, value: &CapturedValue, ty: &Type, name: &Ident) -> Option<TokenStream> {
        if count(value) < MUCH {
            return None;
        }
        match (value, ty) {
            (CapturedValue::List(_), Type::List(_)) => self.read(&json_of(value, ty)?, ty, name),
            (CapturedValue::Tuple(items), Type::Sequence(item)) => {
                let items = self.read_items(items, item, name)?;
                Some(quote!(rt::sequence::from_vec(#items)))
            }
            (CapturedValue::Dict(_), Type::Dict(key, _)) if key.ty == Type::Str => {
                self.read(&json_of(value, ty)?, ty, name)
            }
            // Keys of JSON are texts: others stand in a list of their own.
            (CapturedValue::Dict(pairs), Type::Dict(key, held)) => {
                let json = pairs.iter().map(|(_, value)| json_of(value, &held.ty)).collect::<Option<Vec<_>>>()?;
                let keys = self.read_items(pairs.iter().map(|(key, _)| key), &key.ty, name)?;
                let held = self.read(&format!("[{}]", json.join(",")), &Type::list(held.ty.clone()), name)?;
                Some(quote!(rt::dict::from_pairs(#keys.into_iter().zip(#held.to_vec()).collect())))
            }
            _ => None,
        }
    }

    /// A vector of the items.
    fn read_items<'v>(
        &self,
        items: impl IntoIterator<Item = &'v CapturedValue>,
        item: &Type,
        name: &Ident,
    ) -> Option<TokenStream> {
        let json = items.into_iter().map(|value| json_of(value, item)).collect::<Option<Vec<_>>>()?;
        let list = self.read(&format!("[{}]", json.join(",")), &Type::list(item.clone()), name)?;
        Some(quote!(#list.to_vec()))
    }

    /// A value of the type, read from a file that is part of the library.
    fn read(&self, json: &str, ty: &Type, name: &Ident) -> Option<TokenStream> {
        let file = self.blob(name, "json", BlobContent::Bytes(json.as_bytes().into()), BlobPlace::Source);
        let (rust_type, described) = (self.rust_type(ty), ty.to_string());
        Some(quote! {
            rt::json::loads::<#rust_type>(&rt::Str::literal(include_str!(#file)), &rt::Str::literal(#described))
                .unwrap_or_else(|raised| panic!("{raised}"))
        })
    }
}

/// A value of a type as JSON; `None` where JSON cannot say it, or it would be read as something else.
fn json_of(value: &CapturedValue, ty: &Type) -> Option<String> {
    let mut json = String::new();
    write(value, ty, &mut json)?;
    Some(json)
}

/// How many items one function makes.
const PART: usize = 64;

/// A vector of items of a type.
pub(super) fn made_in_parts(items: &[TokenStream], ty: &TokenStream) -> TokenStream {
    if items.len() <= PART {
        return vector(items.iter().cloned());
    }
    let parts = items.chunks(PART).map(|part| quote!(#(#part),*));
    quote! {{
        let mut items: Vec<#ty> = Vec::new();
        #({
            #[inline(never)]
            fn part(items: &mut Vec<#ty>) {
                items.extend([#parts]);
            }
            part(&mut items);
        })*
        items
    }}
}

/// How many numbers and texts there are.
fn count(value: &CapturedValue) -> usize {
    match value {
        CapturedValue::List(items) | CapturedValue::Tuple(items) => items.iter().map(count).sum(),
        CapturedValue::Dict(pairs) => pairs.iter().map(|(key, value)| count(key) + count(value)).sum(),
        CapturedValue::Constant(_) => 1,
        _ => 0,
    }
}

fn write(value: &CapturedValue, ty: &Type, json: &mut String) -> Option<()> {
    match (value, ty) {
        (CapturedValue::Constant(constant), _) => write_constant(constant, ty, json),
        (CapturedValue::List(items), Type::List(element)) => {
            group(json, ['[', ']'], items, |item, json| write(item, &element.ty, json))
        }
        (CapturedValue::Dict(pairs), Type::Dict(key, held)) if key.ty == Type::Str => {
            group(json, ['{', '}'], pairs, |(name, value), json| {
                write(name, &key.ty, json)?;
                json.push(':');
                write(value, &held.ty, json)
            })
        }
        _ => None,
    }
}

fn write_constant(constant: &Constant, ty: &Type, json: &mut String) -> Option<()> {
    let text = match (constant, ty) {
        (Constant::Bool(value), Type::Bool) => value.to_string(),
        (Constant::Int(value), Type::Int) => value.to_string(),
        // Zeros and powers that `Display` writes out are read to the bit, too.
        (Constant::Float(value), Type::Float) if value.is_finite() => format!("{value:?}"),
        (Constant::Int(value), Type::Float) => format!("{:?}", *value as f64),
        (Constant::Str(value), Type::Str) => serde_json::to_string(&**value).ok()?,
        _ => return None,
    };
    json.push_str(&text);
    Some(())
}

fn group<T>(
    json: &mut String,
    [open, close]: [char; 2],
    items: &[T],
    mut write: impl FnMut(&T, &mut String) -> Option<()>,
) -> Option<()> {
    json.push(open);
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            json.push(',');
        }
        write(item, json)?;
    }
    json.push(close);
    Some(())
}
