//! Rust: a struct with a method for each predictor, on the crate `hotforge`.

use hotforge::manifest::{Manifest, Parameter, Predictor, Schema};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::identifier;
use crate::error::{Error, Result};

pub(super) fn write(manifest: &Manifest) -> Result<String> {
    let methods = manifest.predictors.iter().map(method);
    let file = quote! {
        //! Written by `hotforge bindings rust`: do not change it, write it anew.
        #![allow(dead_code)]

        use std::path::Path;

        use hotforge::{Array, Library, Raised, Stream, Value};

        /// The predictors of a bundle.
        #[derive(Debug, Clone)]
        pub struct Predictors {
            library: Library,
        }

        impl Predictors {
            /// Loads the bundle.
            ///
            /// # Errors
            /// Where there is none, or it cannot be loaded here.
            pub fn load(path: impl AsRef<Path>) -> hotforge::Result<Self> {
                Ok(Self { library: Library::load(path)? })
            }

            #(#methods)*

            fn call(&self, name: &str, arguments: Vec<(&str, Value)>) -> hotforge::Result<Value> {
                Ok(self.library.predictor(name)?.call(arguments)?)
            }
        }

        /// What a library gives that is not the one this was written for.
        fn other(value: Value) -> Raised {
            Raised {
                class: "TypeError".into(),
                message: format!("the predictor gave {}: write these bindings anew", value.type_name()),
                bases: Vec::new(),
                traceback: Vec::new(),
            }
        }

        /// What no predictor here takes or gives.
        type Unused = (Array, Stream);
    };
    let parsed = syn::parse2(file).map_err(|error| Error::internal(format!("the wrapper is no Rust: {error}"), ""))?;
    Ok(prettyplease::unparse(&parsed))
}

fn method(predictor: &Predictor) -> TokenStream {
    let (name, key) = (ident(&predictor.name), &predictor.name);
    let doc = predictor.doc.as_deref().unwrap_or(key);
    let doc = doc.lines().chain(["", "# Errors", "What the predictor raises."]).map(|line| format!(" {line}"));
    let parameters = predictor.parameters.iter().map(|parameter| {
        let (name, ty) = (ident(&parameter.name), ty(&parameter.typed.schema));
        if parameter.is_required() { quote!(#name: #ty) } else { quote!(#name: Option<#ty>) }
    });
    let given = predictor.parameters.iter().map(argument);
    let returns = ty(&predictor.returns.schema);
    let result = result(&predictor.returns.schema);
    quote! {
        #(#[doc = #doc])*
        pub fn #name(&self, #(#parameters),*) -> hotforge::Result<#returns> {
            #[allow(unused_mut)]
            let mut _arguments: Vec<(&str, Value)> = Vec::new();
            #(#given)*
            let value = self.call(#key, _arguments)?;
            #result
        }
    }
}

fn argument(parameter: &Parameter) -> TokenStream {
    let (name, key) = (ident(&parameter.name), &parameter.name);
    let value = into_value(&parameter.typed.schema, &name);
    if parameter.is_required() {
        quote!(_arguments.push((#key, #value));)
    } else {
        quote!(if let Some(#name) = #name { _arguments.push((#key, #value)); })
    }
}

/// The type in Rust; what has none of its own is any value.
fn ty(schema: &Schema) -> TokenStream {
    match schema {
        Schema::None => quote!(()),
        Schema::Bool => quote!(bool),
        Schema::Int => quote!(i64),
        Schema::Float => quote!(f64),
        Schema::Str => quote!(String),
        Schema::Bytes => quote!(Vec<u8>),
        Schema::List { item } if is_plain(item) => {
            let item = ty(item);
            quote!(Vec<#item>)
        }
        Schema::Array { .. } => quote!(Array),
        Schema::Iterator { .. } => quote!(Stream),
        _ => quote!(Value),
    }
}

fn is_plain(schema: &Schema) -> bool {
    matches!(schema, Schema::Bool | Schema::Int | Schema::Float | Schema::Str)
}

fn into_value(schema: &Schema, name: &Ident) -> TokenStream {
    match schema {
        Schema::Bytes => quote!(Value::Bytes(#name)),
        schema if ty(schema).to_string() == "Value" => quote!(#name),
        _ => quote!(Value::from(#name)),
    }
}

fn result(schema: &Schema) -> TokenStream {
    match schema {
        Schema::List { item } if is_plain(item) => {
            let item = ty(item);
            quote! {
                let items = Vec::<Value>::try_from(value).map_err(other)?;
                let items = items.into_iter().map(|item| <#item>::try_from(item).map_err(other));
                Ok(items.collect::<Result<Vec<_>, _>>()?)
            }
        }
        schema if ty(schema).to_string() == "Value" => quote!(Ok(value)),
        schema => {
            let ty = ty(schema);
            quote!(Ok(<#ty>::try_from(value).map_err(other)?))
        }
    }
}

fn ident(name: &str) -> Ident {
    let name = identifier(name);
    match syn::parse_str::<Ident>(&name) {
        Ok(ident) => ident,
        Err(_) if ["self", "Self", "super", "crate", "_"].contains(&name.as_str()) => {
            Ident::new(&format!("{name}_"), Span::call_site())
        }
        Err(_) => Ident::new_raw(&name, Span::call_site()),
    }
}
