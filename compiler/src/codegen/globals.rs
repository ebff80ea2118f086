//! Captured globals: constants, statics that are made once, and what is loaded from files.

use std::sync::Arc;

use hotforge_analyzer::Span;
use hotforge_analyzer::ir::{Constant, FunctionId, GlobalId};
use hotforge_analyzer::types::{DType, RecordType, Type};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::constant::{float, integer};
use super::context::Context;
use super::data::made_in_parts;
use super::expression::vector;
use super::function::Writer;
use super::types::{class_path, element_type, is_copy};
use super::{Blob, BlobContent, BlobPlace, Models};
use crate::capture::value::{CapturedValue, loaded_extension};

/// How a global is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// A Rust constant.
    Constant,
    /// Made when it is first read.
    Made,
    /// Made when it is first read, which may raise.
    Loaded,
}

fn kept(value: &CapturedValue, ty: &Type) -> Kept {
    match value {
        CapturedValue::Constant(Constant::Tuple(_)) => Kept::Made,
        CapturedValue::Constant(_) | CapturedValue::DType(_) if !ty.is_union() => Kept::Constant,
        _ if is_loaded(value) => Kept::Loaded,
        _ => Kept::Made,
    }
}

/// Whether the value is or holds something that is loaded from a file.
fn is_loaded(value: &CapturedValue) -> bool {
    match value {
        CapturedValue::Loaded { .. } | CapturedValue::Session { .. } | CapturedValue::Pattern { .. } => true,
        CapturedValue::List(items)
        | CapturedValue::Tuple(items)
        | CapturedValue::Set(items)
        | CapturedValue::FrozenSet(items) => items.iter().any(is_loaded),
        CapturedValue::Dict(pairs) => pairs.iter().any(|(key, value)| is_loaded(key) || is_loaded(value)),
        CapturedValue::Object { fields, shared, .. } => fields.iter().chain(shared).any(|(_, value)| is_loaded(value)),
        CapturedValue::Constant(_)
        | CapturedValue::Array { .. }
        | CapturedValue::Tensor { .. }
        | CapturedValue::TensorDType(_)
        | CapturedValue::Image { .. }
        | CapturedValue::DType(_)
        | CapturedValue::Made { .. }
        | CapturedValue::Flag { .. }
        | CapturedValue::Enum { .. } => false,
    }
}

impl Context<'_> {
    /// The item of a global.
    pub fn global_item(&self, id: GlobalId) -> TokenStream {
        let global = &self.analysis.program.globals[id.0 as usize];
        if let Some(function) = global.made_by {
            return self.made_global(id, function);
        }
        let Some(value) = self.values.get(id.0 as usize) else {
            return self.refuse(Some(global.span), format!("`{}` was not captured", global.name));
        };
        let name = self.global_name(id);
        let doc = format!(" `{}`", global.name);
        let marker = self.marker(global.span);
        let ty = self.rust_type(&global.ty);
        let is_file = matches!(value, CapturedValue::Loaded { .. } | CapturedValue::Session { .. });
        let made = if is_file { self.load(value, name) } else { self.captured_value(value, &global.ty, name) };
        let item = match kept(value, &global.ty) {
            Kept::Constant => quote!(const #name: #ty = #made;),
            Kept::Made => quote!(static #name: rt::Global<#ty> = rt::Global::new(|| #made);),
            Kept::Loaded if is_file => quote!(static #name: rt::Resource<#ty> = rt::Resource::new(|| #made);),
            Kept::Loaded => quote!(static #name: rt::Resource<#ty> = rt::Resource::new(|| Ok(#made));),
        };
        quote!(#marker #[doc = #doc] #item)
    }

    /// A global that compiled code makes: nothing in it can raise.
    fn made_global(&self, id: GlobalId, function: FunctionId) -> TokenStream {
        let global = &self.analysis.program.globals[id.0 as usize];
        let (name, doc) = (self.global_name(id), format!(" `{}`", global.name));
        let (marker, ty, function) =
            (self.marker(global.span), self.rust_type(&global.ty), self.function_name(function));
        quote! {
            #marker
            #[doc = #doc]
            static #name: rt::Global<#ty> = rt::Global::new(|| #function().unwrap_or_else(|raised| panic!("{raised}")));
        }
    }

    fn kept(&self, id: GlobalId) -> Kept {
        if self.analysis.program.globals[id.0 as usize].made_by.is_some() {
            return Kept::Made;
        }
        let ty = &self.analysis.program.globals[id.0 as usize].ty;
        self.values.get(id.0 as usize).map_or(Kept::Made, |value| kept(value, ty))
    }

    /// A captured value at a type that it has, or is a member of. `name` names the files it needs.
    fn captured_value(&self, value: &CapturedValue, ty: &Type, name: &Ident) -> TokenStream {
        if let Type::Union(members) = ty {
            return self.captured_member(value, members, ty, name);
        }
        if let Some(read) = self.captured_data(value, ty, name) {
            return read;
        }
        let items = |items: &[CapturedValue]| {
            if let Some(texts) = many_texts(items) {
                return quote!([#(#texts),*].into_iter().map(rt::Str::literal).collect::<Vec<_>>());
            }
            let item = ty.parts().first().copied().unwrap_or(ty);
            let values = items.iter().map(|value| self.captured_value(value, item, name));
            match items.iter().any(is_loaded) {
                true => vector(values),
                false => made_in_parts(&values.collect::<Vec<_>>(), &self.rust_type(item)),
            }
        };
        match (value, ty) {
            (CapturedValue::Constant(constant), _) => self.constant(constant, ty),
            (CapturedValue::List(values), Type::List(_)) => {
                let items = items(values);
                quote!(rt::list::from_vec(#items))
            }
            (CapturedValue::Set(values), Type::Set(_)) => {
                let items = items(values);
                quote!(rt::set::from_vec(#items))
            }
            (CapturedValue::FrozenSet(values), Type::FrozenSet(_)) => {
                let items = items(values);
                quote!(rt::frozenset::from_vec(#items))
            }
            (CapturedValue::Tuple(values), Type::Sequence(_)) => {
                let items = items(values);
                quote!(rt::sequence::from_vec(#items))
            }
            (CapturedValue::Tuple(values), Type::Tuple(_)) if values.is_empty() => {
                quote!(rt::sequence::from_vec(Vec::<rt::Never>::new()))
            }
            (CapturedValue::Tuple(values), Type::Tuple(members)) => {
                let values = values.iter().zip(members.iter()).map(|(value, ty)| self.captured_value(value, ty, name));
                quote!((#(#values,)*))
            }
            (CapturedValue::Dict(pairs), Type::Dict(key_type, value_type)) => {
                let pairs = pairs.iter().map(|(key, value)| {
                    let key = self.captured_value(key, &key_type.ty, name);
                    let value = self.captured_value(value, &value_type.ty, name);
                    quote!((#key, #value))
                });
                let pairs = match is_loaded(value) {
                    true => vector(pairs),
                    false => {
                        let (key, held) = (self.rust_type(&key_type.ty), self.rust_type(&value_type.ty));
                        made_in_parts(&pairs.collect::<Vec<_>>(), &quote!((#key, #held)))
                    }
                };
                quote!(rt::dict::from_pairs(#pairs))
            }
            (CapturedValue::Array { dtype, data, .. }, Type::Scalar(_)) => {
                let number = scalar(*dtype, data);
                quote!(rt::numpy::Scalar(#number))
            }
            (CapturedValue::Image { mode, width, height, pixels, palette }, Type::Image(_)) => {
                let pixels = self.blob(name, "bin", BlobContent::Bytes(pixels.clone()), BlobPlace::Source);
                let palette = match palette {
                    Some(palette) => Literal::byte_string(palette),
                    None => Literal::byte_string(&[]),
                };
                let (width, height) = (Literal::usize_unsuffixed(*width), Literal::usize_unsuffixed(*height));
                quote!(rt::pil::Image::captured(#mode, #width, #height, include_bytes!(#pixels), #palette))
            }
            (CapturedValue::Array { dtype, shape, data }, Type::Array(_)) => self.array(*dtype, shape, data, name),
            (CapturedValue::Tensor { dtype, shape, data }, Type::Tensor(_)) => {
                let elements = self.array(*dtype, shape, data, name);
                quote!(rt::torch::Tensor::of(#elements))
            }
            (CapturedValue::Enum { member, .. }, Type::Record(_)) => match self.member_named(ty, member) {
                Some(member) => member,
                None => self.refuse(None, format!("{ty} has no member `{member}`")),
            },
            (CapturedValue::Made { class, items }, Type::Instance(_)) => self.made_value(class, items, name),
            (CapturedValue::Flag { bits, .. }, Type::Record(record)) => {
                let (class, bits) = (self.class_name(record), integer(*bits));
                quote!(rt::flag::of::<#class>(#bits))
            }
            (CapturedValue::Object { fields, shared, .. }, Type::Record(record)) => {
                self.captured_object(fields, shared, record, name)
            }
            (CapturedValue::DType(dtype), _) => {
                let element = element_type(*dtype);
                quote!(rt::numpy::DType::<#element>::new())
            }
            (CapturedValue::Pattern { text, flags }, _) => {
                let (text, flags) = (&**text, Literal::i64_unsuffixed(*flags));
                quote!(rt::re::compile(&rt::Str::literal(#text), #flags)?)
            }
            (CapturedValue::Loaded { .. } | CapturedValue::Session { .. }, _) => {
                let load = self.load(value, name);
                quote!(#load?)
            }
            _ => self.refuse(None, format!("the value of `{name}` is not of the type {ty}")),
        }
    }

    /// A path or a date, by the function of the runtime that makes captured ones. What it may lack, as a time its zone,
    /// comes last.
    fn made_value(&self, class: &str, items: &[CapturedValue], name: &Ident) -> TokenStream {
        let path = match class {
            "pathlib.PurePath" => quote!(pathlib::pure_path::captured),
            "pathlib.Path" => quote!(pathlib::pure_path::captured_path),
            "datetime.date" => quote!(datetime::date::captured),
            "datetime.time" => quote!(datetime::time::captured),
            "datetime.datetime" => quote!(datetime::datetime::captured),
            "datetime.timedelta" => quote!(datetime::timedelta::captured),
            "datetime.timezone" => quote!(datetime::timezone::captured),
            "logging.Logger" => quote!(logging::captured),
            other => return self.refuse(None, format!("`{name}` is a {other}, which cannot be frozen")),
        };
        let may_lack = matches!(class, "datetime.time" | "datetime.datetime" | "datetime.timezone");
        let item = |(place, item): (usize, &CapturedValue)| {
            let value = match item {
                CapturedValue::Constant(Constant::None) => return quote!(None),
                CapturedValue::Constant(Constant::Str(text)) => {
                    let text: &str = text;
                    quote!(#text)
                }
                CapturedValue::Constant(constant) => self.constant(constant, &constant.ty()),
                CapturedValue::Made { class, items } => self.made_value(class, items, name),
                _ => self.refuse(None, format!("`{name}` is made of what cannot be frozen")),
            };
            if may_lack && place + 1 == items.len() { quote!(Some(#value)) } else { value }
        };
        let items = items.iter().enumerate().map(item);
        quote!(rt::#path(#(#items),*))
    }

    /// An object of the program, with what its fields held.
    fn captured_object(
        &self,
        fields: &[(String, CapturedValue)],
        shared: &[(String, CapturedValue)],
        record: &RecordType,
        name: &Ident,
    ) -> TokenStream {
        let Some((class, (class_name, field_names))) = self.class(record) else {
            return self.refuse(None, format!("no object of `{}` is ever made", record.name));
        };
        let values = class.fields.iter().zip(field_names).map(|(field, field_name)| {
            let given = fields.iter().chain(shared).find(|(given, _)| *given == field.name);
            let value = match given {
                Some((_, value)) => self.captured_value(value, &field.ty, name),
                None => self.as_member_of(None, &Type::Unbound, &field.ty),
            };
            quote!(#field_name: #value)
        });
        quote!(rt::record::new(#class_name { #(#values),* }))
    }

    fn captured_member(&self, value: &CapturedValue, members: &[Type], union: &Type, name: &Ident) -> TokenStream {
        let Some(member) = members.iter().find(|member| has_type(value, member)) else {
            return self.refuse(None, format!("the value of `{name}` is not of the type {union}"));
        };
        let inner = self.captured_value(value, member, name);
        self.as_member_of(Some(inner), &hotforge_analyzer::types::layout(member), union)
    }

    /// Reads an array from the bytes of a file that is part of the library.
    fn array(&self, dtype: DType, shape: &[usize], data: &Arc<[u8]>, name: &Ident) -> TokenStream {
        let file = self.blob(name, "bin", BlobContent::Bytes(data.clone()), BlobPlace::Source);
        let element = element_type(dtype);
        let shape = shape.iter().map(|length| Literal::usize_unsuffixed(*length));
        quote!(rt::numpy::Array::<#element>::from_bytes(include_bytes!(#file), &[#(#shape),*]))
    }

    /// The expression that loads a model or a tokenizer: of type `Fallible`.
    fn load(&self, value: &CapturedValue, name: &Ident) -> TokenStream {
        let (class, file, extension) = match value {
            CapturedValue::Loaded { class, file } => {
                (class_path(class), file, loaded_extension(class).unwrap_or("bin"))
            }
            CapturedValue::Session { file, .. } => (quote!(rt::onnxruntime::InferenceSession), file, "onnx"),
            _ => return self.refuse(None, format!("`{name}` is not loaded from a file")),
        };
        let content = BlobContent::File(file.clone());
        match self.options.models {
            Models::Embedded => {
                let file = self.blob(name, extension, content, BlobPlace::Source);
                quote!(#class::from_bytes(include_bytes!(#file)))
            }
            Models::Beside => {
                let file = self.blob(name, extension, content, BlobPlace::Library);
                quote!(rt::bundle::read(#file).and_then(|bytes| #class::from_bytes(&bytes)))
            }
        }
    }

    /// Notes a file that the library needs, under a name of its own.
    pub(super) fn blob(&self, global: &Ident, extension: &str, content: BlobContent, place: BlobPlace) -> String {
        let stem = global.to_string().trim_start_matches("r#").to_lowercase();
        let mut blobs = self.blobs.borrow_mut();
        let mut name = format!("{stem}.{extension}");
        let mut number = 2;
        while blobs.iter().any(|blob| blob.name == name) {
            name = format!("{stem}_{number}.{extension}");
            number += 1;
        }
        blobs.push(Blob { name: name.clone(), content, place });
        name
    }
}

impl Writer<'_> {
    /// The value of a global, owned.
    pub fn owned_global(&self, id: GlobalId, span: Span) -> TokenStream {
        let place = self.global_place(id, span);
        let ty = &self.context.analysis.program.globals[id.0 as usize].ty;
        match self.context.kept(id) {
            Kept::Constant => place,
            Kept::Made | Kept::Loaded if is_copy(ty) => quote!(*#place),
            Kept::Made | Kept::Loaded => quote!(#place.clone()),
        }
    }

    /// A reference to a global.
    pub fn global_reference(&self, id: GlobalId, span: Span) -> TokenStream {
        let place = self.global_place(id, span);
        match self.context.kept(id) {
            Kept::Constant => quote!(&#place),
            Kept::Made | Kept::Loaded => place,
        }
    }

    /// A global to call a method of.
    pub fn global_place(&self, id: GlobalId, span: Span) -> TokenStream {
        let name = self.context.global_name(id);
        match self.context.kept(id) {
            Kept::Constant => quote!(#name),
            Kept::Made => quote!(#name.get()),
            Kept::Loaded => self.fallible(quote!(#name.get()), span),
        }
    }
}

/// The texts of a long list of nothing else: as constant data they cost rustc a hundredth of what calls would.
fn many_texts(items: &[CapturedValue]) -> Option<Vec<&str>> {
    const MANY: usize = 32;
    if items.len() < MANY {
        return None;
    }
    let text = |item| match item {
        &CapturedValue::Constant(Constant::Str(ref text)) => Some(&**text),
        _ => None,
    };
    items.iter().map(text).collect()
}

/// Whether a captured value is of a member of a union.
fn has_type(value: &CapturedValue, ty: &Type) -> bool {
    let all = |items: &[CapturedValue], ty: &Type| items.iter().all(|item| is_of(item, ty));
    match (value, ty) {
        (CapturedValue::Constant(Constant::Tuple(values)), Type::Tuple(members)) => {
            values.len() == members.len() && values.iter().zip(members.iter()).all(|(value, ty)| value.ty() == *ty)
        }
        (CapturedValue::Constant(constant), Type::Literal(values)) => values.contains(constant),
        (CapturedValue::Constant(constant), _) => constant.ty() == *ty,
        (CapturedValue::List(items), Type::List(item)) => all(items, &item.ty),
        (CapturedValue::Set(items), Type::Set(item)) => all(items, &item.ty),
        (CapturedValue::FrozenSet(items), Type::FrozenSet(item)) => all(items, &item.ty),
        (CapturedValue::Tuple(items), Type::Sequence(item)) => all(items, item),
        (CapturedValue::Tuple(items), Type::Tuple(members)) => {
            items.len() == members.len() && items.iter().zip(members.iter()).all(|(item, ty)| is_of(item, ty))
        }
        (CapturedValue::Dict(pairs), Type::Dict(key, value)) => {
            pairs.iter().all(|(k, v)| is_of(k, &key.ty) && is_of(v, &value.ty))
        }
        (CapturedValue::Array { dtype, .. }, Type::Scalar(other)) => dtype == other,
        (CapturedValue::Array { dtype, .. }, Type::Array(array)) => *dtype == array.dtype,
        (CapturedValue::DType(dtype), Type::DType(other)) => dtype == other,
        (CapturedValue::Tensor { dtype, .. }, Type::Tensor(tensor)) => *dtype == tensor.dtype,
        (CapturedValue::TensorDType(dtype), Type::TensorDType(other)) => dtype == other,
        (CapturedValue::Made { class, .. } | CapturedValue::Loaded { class, .. }, Type::Instance(other)) => {
            class == other
        }
        (
            CapturedValue::Enum { class, .. } | CapturedValue::Flag { class, .. } | CapturedValue::Object { class, .. },
            Type::Record(record),
        ) => class.short() == hotforge_analyzer::types::short(&record.name),
        (CapturedValue::Image { .. }, Type::Image(_)) => true,
        (CapturedValue::Session { .. }, Type::Session(_)) | (CapturedValue::Pattern { .. }, Type::Pattern(_)) => true,
        _ => false,
    }
}

fn is_of(value: &CapturedValue, ty: &Type) -> bool {
    ty.members().iter().any(|member| has_type(value, member))
}

/// A number of one of numpy's types from its little-endian bytes.
fn scalar(dtype: DType, data: &[u8]) -> TokenStream {
    if dtype.is_complex() {
        let (real, imaginary) = data.split_at(data.len() / 2);
        let part = if dtype == DType::Complex64 { DType::Float32 } else { DType::Float64 };
        let (re, im) = (scalar(part, real), scalar(part, imaginary));
        return quote!(rt::numpy::ComplexNumber { re: #re, im: #im });
    }
    let mut bytes = [0; 8];
    let size = data.len().min(8);
    bytes[..size].copy_from_slice(&data[..size]);
    let bits = u64::from_le_bytes(bytes);
    let element = element_type(dtype);
    match dtype {
        DType::Bool => {
            let value = bits != 0;
            quote!(#value)
        }
        DType::Float64 => float(f64::from_bits(bits)),
        DType::Float16 => {
            let bits = Literal::u16_unsuffixed(bits as u16);
            quote!(rt::numpy::f16::from_bits(#bits))
        }
        DType::Complex64 | DType::Complex128 => unreachable!("a complex number is two floats"),
        DType::Float32 => {
            let bits = Literal::u32_unsuffixed(bits as u32);
            quote!(f32::from_bits(#bits))
        }
        DType::UInt8 | DType::UInt16 | DType::UInt32 | DType::UInt64 => {
            let value = Literal::u64_unsuffixed(bits);
            quote!(#value)
        }
        DType::Int8 | DType::Int16 | DType::Int32 | DType::Int64 => {
            let unused = 64 - 8 * size as u32;
            match (bits << unused) as i64 >> unused {
                i64::MIN => quote!(#element::MIN),
                value => integer(value),
            }
        }
    }
}
