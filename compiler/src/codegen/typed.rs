//! Typed C functions: for predictors whose parameters are plain, a function that takes C's own types.
//!
//! One list is what both are made from: the exported Rust functions, and the header that declares them.

use hotforge_analyzer::ir::Predictor;
use hotforge_analyzer::types::Type;
use hotforge_analyzer::{Analysis, ir};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::context::Context;
use super::names::Names;
use crate::keywords::C_KEYWORDS;

/// A predictor that has a typed C function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedFunction {
    /// The name of the C function.
    pub symbol: String,
    /// The predictor's docstring.
    pub doc: Option<String>,
    /// The names of the parameters, and their types.
    pub parameters: Vec<(String, Plain)>,
    /// The type of the result; none where it is a value of another kind.
    pub returns: Option<Plain>,
}

/// A type that C has, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    /// `bool`
    Bool,
    /// `int`
    Int,
    /// `float`
    Float,
    /// `str`, as a pointer and a length. Of a result it is a value.
    Str,
}

impl Plain {
    fn of(ty: &Type) -> Option<Self> {
        match ty {
            Type::Bool => Some(Self::Bool),
            Type::Int => Some(Self::Int),
            Type::Float => Some(Self::Float),
            Type::Str => Some(Self::Str),
            _ => None,
        }
    }

    fn rust(self) -> TokenStream {
        match self {
            Self::Bool => quote!(bool),
            Self::Int => quote!(i64),
            Self::Float => quote!(f64),
            Self::Str => quote!(rt::abi::c::Text),
        }
    }
}

/// The typed functions of a program, for each predictor that has one.
pub fn typed_functions(analysis: &Analysis) -> Vec<TypedFunction> {
    analysis.program.predictors.iter().filter_map(|predictor| typed_function(analysis, predictor)).collect()
}

fn typed_function(analysis: &Analysis, predictor: &Predictor) -> Option<TypedFunction> {
    let is_identifier =
        !predictor.name.is_empty() && predictor.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_identifier {
        return None;
    }
    let function = &analysis.program.functions[predictor.function.0 as usize];
    let mut taken = Names::with(C_KEYWORDS.iter().copied().chain(["result"]));
    let parameters = predictor.parameters.iter().map(|parameter: &ir::Parameter| {
        let name = taken.fresh(&parameter.name).to_string();
        Some((name.trim_start_matches("r#").to_owned(), Plain::of(&parameter.ty)?))
    });
    Some(TypedFunction {
        symbol: format!("hotforge_predict_{}", predictor.name),
        doc: predictor.doc.clone(),
        parameters: parameters.collect::<Option<Vec<_>>>()?,
        returns: Plain::of(&function.returns).filter(|plain| *plain != Plain::Str),
    })
}

impl Context<'_> {
    /// The typed C function of a predictor, where it has one.
    pub fn typed(&self, predictor: &Predictor) -> TokenStream {
        let Some(typed) = typed_function(self.analysis, predictor) else { return TokenStream::new() };
        let (symbol, function) = (format_ident!("{}", typed.symbol), self.function_name(predictor.function));
        let doc = format!(" Calls `{}` with arguments of C's own types.", predictor.name);
        let names: Vec<Ident> = (0..typed.parameters.len()).map(|index| format_ident!("argument_{index}")).collect();
        let types = typed.parameters.iter().map(|(_, plain)| plain.rust());
        let arguments = names.iter().zip(&typed.parameters).map(|(name, (python, plain))| match plain {
            // SAFETY: the caller passes as many bytes as it says.
            Plain::Str => quote!(unsafe { #name.read(#python) }?),
            _ => quote!(#name),
        });
        let (result, call) = match typed.returns {
            Some(plain) => (plain.rust(), quote!(typed)),
            None => (quote!(*mut rt::abi::Value), quote!(typed_value)),
        };
        quote! {
            #[doc = #doc]
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn #symbol(#(#names: #types,)* result: *mut #result) -> bool {
                unsafe { rt::abi::c::#call(result, || #function(#(#arguments),*)) }
            }
        }
    }
}
