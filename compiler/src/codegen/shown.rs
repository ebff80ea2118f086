//! What a debugger calls to show variables: for each type that Rust does not show as Python does, a C function that gives the
//! `repr` of a value. `compiler/src/build/show.py` finds them in the library.

use std::collections::BTreeMap;

use hotforge_analyzer::types::Type;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::Context;

/// The functions, as Rust.
pub fn shown(context: &Context) -> String {
    let locals = context.analysis.program.functions.iter().flat_map(|function| &function.locals);
    let types = locals.map(|local| &local.ty).filter(|ty| is_shown(ty)).map(|ty| context.rust_type(ty));
    let types: BTreeMap<String, TokenStream> = types.map(|ty| (ty.to_string(), ty)).collect();
    let functions = types.values().enumerate().map(|(number, ty)| {
        let name = format_ident!("hotforge_show_{number}");
        quote! {
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn #name(value: *const #ty) -> *const std::ffi::c_char {
                // SAFETY: the debugger passes a variable of this type.
                unsafe { rt::debugger::show(value) }
            }
        }
    });
    functions.map(|function| format!("{function}\n")).collect()
}

/// Whether it has a `repr`, and Rust shows it otherwise.
fn is_shown(ty: &Type) -> bool {
    !matches!(ty, Type::None | Type::Bool | Type::Int | Type::Float | Type::Literal(_))
        && !ty.any(&|part| !has_repr(part))
}

fn has_repr(ty: &Type) -> bool {
    matches!(
        ty,
        Type::None
            | Type::Bool
            | Type::Int
            | Type::Float
            | Type::Complex
            | Type::Str
            | Type::Bytes
            | Type::Literal(_)
            | Type::Range
            | Type::List(_)
            | Type::Set(_)
            | Type::FrozenSet(_)
            | Type::Dict(..)
            | Type::Container(..)
            | Type::Tuple(_)
            | Type::Sequence(_)
            | Type::Union(_)
            | Type::Scalar(_)
            | Type::Array(_)
            | Type::Tensor(_)
            | Type::Record(_)
    )
}
