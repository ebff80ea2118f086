//! Rust types: how a value of a Python type is held.

use hotforge_analyzer::types::{DType, RecordKind, Type, layout};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::Context;

/// How a union is held.
pub enum UnionLayout {
    /// `X | None`, as an `Option` of this member.
    Option(Type),
    /// An enum of our own, of these members.
    Enum(Vec<Type>),
}

/// How the members of a union are held. The type is a layout.
pub fn union_layout(members: &[Type]) -> UnionLayout {
    match members {
        [Type::None, member] | [member, Type::None] if *member != Type::Unbound => UnionLayout::Option(member.clone()),
        _ => {
            let (units, mut rest): (Vec<Type>, Vec<Type>) = members.iter().cloned().partition(is_unit);
            rest.extend(units.into_iter().rev());
            UnionLayout::Enum(rest)
        }
    }
}

/// Whether a member of a union holds no value, so that its variant has no payload.
pub fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::None | Type::Unbound)
}

/// Whether the Rust type is `Copy`.
pub fn is_copy(ty: &Type) -> bool {
    match ty {
        Type::None | Type::Unbound | Type::Bool | Type::Int | Type::Float | Type::Complex => true,
        Type::Scalar(_) | Type::DType(_) | Type::TensorDType(_) => true,
        Type::Literal(values) => is_copy(&values[0].ty()),
        Type::Record(record) => matches!(record.kind, RecordKind::Enum(_)),
        Type::Tuple(members) => !members.is_empty() && members.iter().all(is_copy),
        Type::Union(members) => members.iter().all(is_copy),
        Type::Callable(function) => function.captures.iter().all(|(_, ty)| is_copy(ty)),
        _ => false,
    }
}

/// The Rust type of numpy's elements.
pub fn element_type(dtype: DType) -> TokenStream {
    match dtype {
        DType::Bool => quote!(bool),
        DType::Int8 => quote!(i8),
        DType::Int16 => quote!(i16),
        DType::Int32 => quote!(i32),
        DType::Int64 => quote!(i64),
        DType::UInt8 => quote!(u8),
        DType::UInt16 => quote!(u16),
        DType::UInt32 => quote!(u32),
        DType::UInt64 => quote!(u64),
        DType::Float16 => quote!(rt::numpy::f16),
        DType::Float32 => quote!(f32),
        DType::Float64 => quote!(f64),
        DType::Complex64 => quote!(rt::numpy::ComplexNumber<f32>),
        DType::Complex128 => quote!(rt::numpy::ComplexNumber<f64>),
    }
}

/// The Rust type of a catalog class: `collections.deque` is `collections::Deque`.
pub fn class_path(class: &str) -> TokenStream {
    let (module, name) = class.rsplit_once('.').unwrap_or_default();
    let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
    let name = format!("{}{rest}", first.to_uppercase());
    let path = super::names::runtime_path(&match module {
        "builtins" | "" => name,
        module => format!("{}::{name}", module.to_lowercase().replace('.', "::")),
    });
    quote!(#path)
}

impl Context<'_> {
    /// The Rust type that holds values of the type.
    pub fn rust_type(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::None => quote!(()),
            Type::Bool => quote!(bool),
            Type::Int => quote!(i64),
            Type::Float => quote!(f64),
            Type::Complex => quote!(rt::Complex),
            Type::Str => quote!(rt::Str),
            Type::Bytes => quote!(rt::Bytes),
            Type::Ellipsis => quote!(rt::Ellipsis),
            Type::Literal(values) => self.rust_type(&values[0].ty()),
            Type::Range => quote!(rt::Range),
            Type::Slice => quote!(rt::Slice),
            Type::List(item) => self.generic("List", &[&item.ty]),
            Type::Set(item) => self.generic("Set", &[&item.ty]),
            Type::FrozenSet(item) => self.generic("FrozenSet", &[&item.ty]),
            Type::Dict(key, value) => self.generic("Dict", &[&key.ty, &value.ty]),
            Type::Container(class, elements) => {
                let path = class_path(class);
                let arguments = elements.iter().map(|element| self.rust_type(&element.ty));
                quote!(#path<#(#arguments),*>)
            }
            Type::Tuple(members) if members.is_empty() => quote!(rt::Sequence<rt::Never>),
            Type::Tuple(members) => {
                let members = members.iter().map(|member| self.rust_type(member));
                quote!((#(#members,)*))
            }
            Type::Sequence(item) => self.generic("Sequence", &[item]),
            Type::Iterator(item) => {
                let item = self.rust_type(item);
                quote!(rt::Boxed<#item>)
            }
            Type::Callable(function) => {
                let held = function.captures.iter().map(|(_, ty)| self.rust_type(ty));
                quote!(rt::closure::Closure<(#(#held,)*)>)
            }
            Type::Cell(content) => {
                let content = self.rust_type(&content.ty);
                quote!(rt::closure::Cell<#content>)
            }
            Type::Union(_) => self.union_type(ty),
            Type::Scalar(dtype) => {
                let element = element_type(*dtype);
                quote!(rt::numpy::Scalar<#element>)
            }
            Type::Array(array) => {
                let element = element_type(array.dtype);
                quote!(rt::numpy::Array<#element>)
            }
            Type::DType(dtype) => {
                let element = element_type(*dtype);
                quote!(rt::numpy::DType<#element>)
            }
            Type::Tensor(tensor) => {
                let element = element_type(tensor.dtype);
                quote!(rt::torch::Tensor<#element>)
            }
            Type::TensorDType(dtype) => {
                let element = element_type(*dtype);
                quote!(rt::torch::DType<#element>)
            }
            // Of a call that answers so nothing comes: it is not made.
            Type::Instance(class) if &**class == "builtins.NotImplementedType" => quote!(()),
            Type::Instance(class) => class_path(class),
            Type::Record(record) => {
                let name = self.class_name(record);
                match record.kind {
                    RecordKind::Enum(base) if base.is_flag() => quote!(rt::flag::Flag<#name>),
                    RecordKind::Enum(_) => name,
                    RecordKind::Class | RecordKind::NamedTuple => quote!(rt::Record<#name>),
                    RecordKind::TypedDict => quote!(rt::TypedDict<#name>),
                }
            }
            Type::Pattern(_) => quote!(rt::re::Pattern),
            Type::Match(_) => quote!(rt::re::Match),
            Type::Struct(_) => quote!(rt::r#struct::Struct),
            Type::Image(_) => quote!(rt::pil::Image),
            Type::Session(_) => quote!(rt::onnxruntime::InferenceSession),
            Type::Exception(_) => quote!(rt::Raised),
            Type::Never => quote!(rt::Never),
            // What exists at compile time only is carried as nothing.
            Type::Module(_) | Type::Class(_) | Type::Function(_) | Type::Method(_) => quote!(()),
            Type::Unknown | Type::Unbound | Type::Variable(_) => self.refuse_type(ty),
        }
    }

    fn generic(&self, name: &str, arguments: &[&Type]) -> TokenStream {
        let name = format_ident!("{name}");
        let arguments = arguments.iter().map(|argument| self.rust_type(argument));
        quote!(rt::#name<#(#arguments),*>)
    }

    fn union_type(&self, ty: &Type) -> TokenStream {
        match layout(ty) {
            Type::Union(members) => match union_layout(&members) {
                UnionLayout::Option(member) => {
                    let member = self.rust_type(&member);
                    quote!(Option<#member>)
                }
                UnionLayout::Enum(members) => {
                    let name = self.union_enum(members);
                    quote!(#name)
                }
            },
            single => self.rust_type(&single),
        }
    }
}
