//! The boundary: how the callers of a library reach its predictors.

use std::collections::BTreeSet;

use hotforge_analyzer::ir::{Class, Constant, Field, Parameter, ParameterKind, Predictor};
use hotforge_analyzer::types::{Dim, RecordKind, RecordType, Type, layout};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::brief::is_brief;
use super::context::Context;
use super::names::Names;
use super::types::{UnionLayout, union_layout};
use super::unions::variant_name;
use super::{Blob, BlobContent, BlobPlace};

impl Context<'_> {
    /// The description of the library, and for each predictor the function that callers reach it by.
    pub fn boundary(&self) -> TokenStream {
        let predictors = &self.analysis.program.predictors;
        let mut taken = Names::with([]);
        let names: Vec<Ident> = predictors
            .iter()
            .map(|predictor| taken.fresh(&format!("call_{}", self.function_name(predictor.function))))
            .collect();
        let entries = predictors.iter().zip(&names).map(|(predictor, name)| self.entry(predictor, name));
        let functions = predictors.iter().zip(&names).map(|(predictor, name)| self.entry_function(predictor, name));
        let typed = predictors.iter().map(|predictor| self.typed(predictor));
        let manifest = "manifest.json";
        self.blobs.borrow_mut().push(Blob {
            name: manifest.to_owned(),
            content: BlobContent::Bytes(self.options.manifest.as_bytes().into()),
            place: BlobPlace::Source,
        });
        quote! {
            static LIBRARY: rt::abi::Library = rt::abi::Library {
                manifest: include_str!(#manifest),
                predictors: &[#(#entries),*],
            };
            rt::export_library!(LIBRARY);
            #(#functions)*
            #(#typed)*
        }
    }

    fn entry(&self, predictor: &Predictor, call: &Ident) -> TokenStream {
        let name = &predictor.name;
        let function = &self.analysis.program.functions[predictor.function.0 as usize];
        let (is_brief, function) = (is_brief(function), &function.name);
        let parameters = predictor.parameters.iter().map(|parameter| self.parameter(parameter));
        quote! {
            rt::abi::Predictor {
                name: #name,
                function: #function,
                parameters: &[#(#parameters),*],
                is_brief: #is_brief,
                call: #call,
            }
        }
    }

    fn parameter(&self, parameter: &Parameter) -> TokenStream {
        let name = &parameter.name;
        let kind = match parameter.kind {
            ParameterKind::PositionalOnly => quote!(PositionalOnly),
            ParameterKind::PositionalOrKeyword => quote!(PositionalOrKeyword),
            ParameterKind::KeywordOnly => quote!(KeywordOnly),
        };
        let has_default = parameter.default.is_some();
        let ty = parameter.ty.to_string();
        let mut choices = Vec::new();
        collect_choices(&parameter.ty, &mut choices);
        let choices = choices.iter().filter_map(|choice| match choice {
            Constant::Str(text) => {
                let text: &str = text;
                Some(quote!(rt::abi::Choice::Str(#text)))
            }
            Constant::Int(value) => {
                let value = super::constant::integer(*value);
                Some(quote!(rt::abi::Choice::Int(#value)))
            }
            Constant::Bool(value) => Some(quote!(rt::abi::Choice::Bool(#value))),
            _ => None,
        });
        quote! {
            rt::abi::Parameter {
                name: #name,
                kind: rt::abi::ParameterKind::#kind,
                has_default: #has_default,
                ty: #ty,
                choices: &[#(#choices),*],
            }
        }
    }

    fn entry_function(&self, predictor: &Predictor, name: &Ident) -> TokenStream {
        let doc = format!(" Calls `{}` with the arguments that came over the boundary.", predictor.name);
        let mut taken = Names::with(["arguments"]);
        let names: Vec<Ident> = predictor.parameters.iter().map(|parameter| taken.fresh(&parameter.name)).collect();
        let reads = predictor.parameters.iter().enumerate().zip(&names).map(|((index, parameter), name)| {
            let (index, ty) = (Literal::usize_unsuffixed(index), self.rust_type(&parameter.ty));
            let read = match &parameter.default {
                None => quote!(arguments.get::<#ty>(#index)?),
                Some(default) if holds_enum(&parameter.ty) => {
                    let default = self.constant(default, &default.ty());
                    quote!(arguments.get_or::<#ty>(#index, || rt::abi::passed(#default))?)
                }
                Some(default) => {
                    let default = self.constant(default, &layout(&parameter.ty));
                    quote!(arguments.get_or::<#ty>(#index, || #default)?)
                }
            };
            let check = declared_dims(&parameter.ty).map(|dims| {
                let axes = dims.iter().map(axis);
                quote!(arguments.expect_shape(#index, &[#(#axes),*])?;)
            });
            quote!(let #name = #read; #check)
        });
        let function = self.function_name(predictor.function);
        // A parameter may be called what its function is called.
        let function = if names.contains(function) { quote!(self::#function) } else { quote!(#function) };
        let arguments = if names.is_empty() { quote!(_) } else { quote!(arguments) };
        quote! {
            #[doc = #doc]
            fn #name(#arguments: rt::abi::Arguments<'_>) -> rt::Fallible<rt::abi::Value> {
                #(#reads)*
                let result = #function(#(#names),*)?;
                Ok(rt::abi::ToValue::to_value(result))
            }
        }
    }

    /// The types that arguments and results are and hold, objects' fields too.
    fn boundary_types(&self) -> BTreeSet<Type> {
        let mut types = BTreeSet::new();
        let mut work: Vec<Type> = self.analysis.program.loaded.iter().map(layout).collect();
        for predictor in &self.analysis.program.predictors {
            let returns = &self.analysis.program.functions[predictor.function.0 as usize].returns;
            work.extend(predictor.parameters.iter().map(|parameter| layout(&parameter.ty)).chain([layout(returns)]));
        }
        while let Some(ty) = work.pop() {
            work.extend(ty.parts().into_iter().cloned());
            if let Type::Record(record) = &ty
                && !types.contains(&ty)
                && let Some((class, _)) = self.class(record)
            {
                work.extend(class.fields.iter().map(|field| layout(&field.ty)));
                if record.kind == RecordKind::TypedDict {
                    work.push(layout(&class.values()));
                }
            }
            types.insert(ty);
        }
        types
    }

    /// The names of the enums that arguments and results hold.
    pub fn boundary_unions(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for ty in self.boundary_types() {
            if let Type::Union(members) = &ty
                && let UnionLayout::Enum(members) = union_layout(members)
            {
                let name = members.iter().map(variant_name).collect::<Vec<_>>().join("Or");
                names.insert(format_ident!("{name}").to_string());
            }
        }
        names
    }

    /// How objects that arguments and results hold come in and go out.
    pub fn boundary_classes(&self) -> TokenStream {
        let types = self.boundary_types();
        let records = types.iter().filter_map(|ty| match ty {
            Type::Record(record) if record.kind.has_fields() => Some(record),
            _ => None,
        });
        records.map(|record| self.class_boundary(record)).collect()
    }

    fn class_boundary(&self, record: &RecordType) -> TokenStream {
        let Some((class, (name, fields))) = self.class(record) else { return TokenStream::new() };
        if class.kind == RecordKind::TypedDict {
            return self.typed_dict_boundary(class, name);
        }
        let fields: Vec<_> = class.fields.iter().zip(fields).collect();
        // What a class that derives from a named tuple sets beside the items is no item.
        let is_item = |field: &&(&Field, &Ident)| record.kind != RecordKind::NamedTuple || field.0.shown;
        let departing = fields.iter().filter(is_item).map(|(field, ident)| {
            let python_name = &field.name;
            let push = quote!(fields.push((#python_name, rt::abi::ToValue::to_value(self.#ident.clone()))););
            if field.ty.members().contains(&Type::Unbound) {
                // A field that was never set is no field.
                let unset = self.variant_path(&Type::Unbound, &field.ty);
                quote!(if !matches!(self.#ident, #unset) { #push })
            } else {
                push
            }
        });
        let is_tuple = (record.kind == RecordKind::NamedTuple).then(|| {
            quote!(
                const IS_TUPLE: bool = true;
            )
        });
        let arriving = fields.iter().map(|(field, ident)| {
            let python_name = &field.name;
            quote!(#ident: given.field(#python_name)?)
        });
        let from_dict = class.model.is_some().then(|| {
            quote! {
                fn from_dict(
                    dict: &rt::abi::Value,
                    _pairs: &[(rt::abi::Value, rt::abi::Value)],
                ) -> Result<rt::Record<Self>, Box<rt::abi::Mismatch>> {
                    Ok(rt::pydantic::arrived(dict))
                }
            }
        });
        quote! {
            impl rt::record::Departing for #name {
                #is_tuple
                fn fields(&self) -> Vec<(&'static str, rt::abi::Value)> {
                    let mut fields = Vec::new();
                    #(#departing)*
                    fields
                }
            }
            impl rt::record::Arriving for #name {
                fn from_fields(given: &rt::record::Given<'_>) -> Result<Self, Box<rt::abi::Mismatch>> {
                    Ok(Self { #(#arriving),* })
                }
                #from_dict
            }
        }
    }

    /// How typed dicts come in: each key has a type of its own.
    fn typed_dict_boundary(&self, class: &Class, name: &Ident) -> TokenStream {
        let values = class.values();
        let arms = class.fields.iter().map(|field| {
            let (key, ty) = (&field.name, self.rust_type(&field.ty));
            let value = self.widened(quote!(value), &field.ty, &values);
            quote!(#key => <#ty as rt::abi::FromValue>::from_value(value).map(|value| #value),)
        });
        quote! {
            impl rt::typed_dict::Declared for #name {
                fn value_of(
                    key: &str,
                    value: &rt::abi::Value,
                ) -> Option<Result<Self::Value, Box<rt::abi::Mismatch>>> {
                    Some(match key {
                        #(#arms)*
                        _ => return None,
                    })
                }
            }
        }
    }
}

/// Whether the type is, or has as a member, that of an enum.
fn holds_enum(ty: &Type) -> bool {
    ty.members().iter().any(super::enumeration::is_enum)
}

/// The dims that a parameter's type declares for the arrays in it.
fn declared_dims(ty: &Type) -> Option<&[Dim]> {
    match ty {
        Type::Array(array) | Type::Tensor(array) => array.dims.as_deref(),
        other => other.parts().into_iter().find_map(declared_dims),
    }
}

/// The length that a dim declares, as `expect_shape` takes it.
fn axis(dim: &Dim) -> TokenStream {
    match dim {
        Dim::Known(length) => {
            let length = Literal::u64_unsuffixed(*length);
            quote!(Some(#length))
        }
        Dim::Named(_) | Dim::Any => quote!(None),
    }
}

/// The constants that the literals of a type allow.
fn collect_choices(ty: &Type, choices: &mut Vec<Constant>) {
    if let Type::Literal(values) = ty {
        choices.extend(values.iter().cloned());
    }
    ty.parts().into_iter().for_each(|part| collect_choices(part, choices));
}
