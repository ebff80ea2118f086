//! Enums of the program: a Rust enum for each.

use hotforge_analyzer::ir::{Class, Constant, Expr, Protocol};
use hotforge_analyzer::types::{EnumBase, RecordKind, Type, short};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::context::Context;
use super::expression::Typing;
use super::function::Writer;

/// Whether the type is that of an enum's members.
pub fn is_enum(ty: &Type) -> bool {
    matches!(ty, Type::Record(record) if matches!(record.kind, RecordKind::Enum(_)))
}

impl Context<'_> {
    /// The member of an enum at a place.
    pub fn enum_member(&self, ty: &Type, index: usize) -> TokenStream {
        let Type::Record(record) = ty else { return self.refuse(None, format!("{ty} is no enum")) };
        match self.class(record) {
            Some((_, (name, _))) if ty.is_flag() => {
                let bits = super::constant::integer(index as i64);
                quote!(rt::flag::of::<#name>(#bits))
            }
            Some((_, (name, members))) if index < members.len() => {
                let member = &members[index];
                quote!(#name::#member)
            }
            _ => self.refuse(None, format!("{ty} has no such member")),
        }
    }

    /// The member of an enum by its name.
    pub fn member_named(&self, ty: &Type, name: &str) -> Option<TokenStream> {
        let Type::Record(record) = ty else { return None };
        let (class, _) = self.class(record)?;
        let index = class.members.iter().position(|member| member.name == name)?;
        Some(self.enum_member(ty, index))
    }

    /// The class of flags: their names and bits.
    pub fn flag_definition(&self, class: &Class, base: EnumBase, name: &Ident) -> TokenStream {
        let doc = format!(" `class {}`", short(&class.name));
        let marker = self.marker(class.span);
        let python_name = short(&class.name);
        let members = class.members.iter().map(|member| {
            let (name, bits) = (&member.name, self.constant(&member.value, &Type::Int));
            quote!((#name, #bits))
        });
        let is_int = base == EnumBase::IntFlag;
        let text = |name: &str, function| {
            let (name, function) = (format_ident!("{name}"), self.function_name(function));
            quote! {
                fn #name(flag: rt::flag::Flag<Self>, out: &mut String) {
                    out.push_str(rt::record::must(#function(flag)).as_str());
                }
            }
        };
        let repr = match class.repr {
            Protocol::Method(function) => Some(text("repr", function)),
            _ => None,
        };
        let str = class.str.map(|function| text("str", function));
        quote! {
            #marker
            #[doc = #doc]
            struct #name;
            impl rt::flag::Class for #name {
                const NAME: &'static str = #python_name;
                const MEMBERS: &'static [(&'static str, i64)] = &[#(#members),*];
                const IS_INT: bool = #is_int;
                #repr
                #str
            }
        }
    }

    /// The Rust enum, and what the runtime's traits ask of it.
    pub fn enum_definition(&self, class: &Class, base: EnumBase, name: &Ident, members: &[Ident]) -> TokenStream {
        let doc = format!(" `class {}`", short(&class.name));
        let marker = self.marker(class.span);
        let python_name = short(&class.name);
        let value = |constant: &Constant| self.constant(constant, &constant.ty());
        let arms = |arm: &dyn Fn(&hotforge_analyzer::ir::Member) -> TokenStream| {
            let arms = class.members.iter().zip(members).map(|(member, name)| {
                let arm = arm(member);
                quote!(Self::#name => { #arm })
            });
            quote!(match *self { #(#arms)* })
        };
        let method = |function: hotforge_analyzer::ir::FunctionId| {
            let function = self.function_name(function);
            quote!(out.push_str(rt::record::must(#function(*self)).as_str());)
        };
        let repr = match class.repr {
            Protocol::Method(function) => method(function),
            _ => arms(&|member| {
                let (first, value) = (format!("<{python_name}.{}: ", member.name), value(&member.value));
                quote!(out.push_str(#first); rt::Object::repr(&#value, out); out.push('>');)
            }),
        };
        let shows_value = matches!(base, EnumBase::Int | EnumBase::Str);
        let text = |member: &hotforge_analyzer::ir::Member| format!("{python_name}.{}", member.name);
        let str = match class.str {
            Some(function) => method(function),
            None if shows_value => arms(&|member| {
                let value = value(&member.value);
                quote!(rt::Object::str(&#value, out);)
            }),
            None => arms(&|member| {
                let text = text(member);
                quote!(out.push_str(#text);)
            }),
        };
        let format = match (class.format, class.str) {
            (Some(function), _) => {
                let function = self.function_name(function);
                quote!(out.push_str(#function(*self, rt::Str::from(spec.to_owned()))?.as_str()); Ok(()))
            }
            (None, None) if shows_value => arms(&|member| {
                let value = value(&member.value);
                quote!(rt::Object::format(&#value, spec, out))
            }),
            _ => quote! {
                let text = rt::object::str(self);
                rt::Object::format(&text, spec, out)
            },
        };
        let equal = match class.equality {
            Protocol::Method(function) => {
                let function = self.function_name(function);
                quote!(rt::record::must(#function(*self, *other)))
            }
            _ => quote!(*self as u32 == *other as u32),
        };
        let hash = match class.hash {
            Some(Protocol::Method(function)) => {
                let function = self.function_name(function);
                quote!(std::hash::Hasher::write_i64(state, rt::record::must(#function(*self)));)
            }
            _ => quote!(std::hash::Hasher::write_u32(state, *self as u32);),
        };
        let order = base.value_type().map(|ty| {
            let ty = self.rust_type(&ty);
            let values = arms(&|member| value(&member.value));
            quote! {
                impl #name {
                    fn python_value(&self) -> #ty { #values }
                }
                impl rt::Compare for #name {
                    fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
                        rt::Compare::compare(&self.python_value(), &other.python_value())
                    }
                }
            }
        });
        let input = arms(&|member| {
            let value = value(&member.value);
            quote!(rt::pydantic::Input::member(self, &#value))
        });
        let dump = arms(&|member| {
            let value = value(&member.value);
            quote!(rt::Object::dump(&#value, dumper))
        });
        // JSON has what a member is beside a member.
        let json = base.value_type().map(|_| {
            let written = arms(&|member| {
                let value = value(&member.value);
                quote!(rt::Object::json(&#value, writer))
            });
            quote!(fn json(&self, writer: &mut rt::json::Writer) -> rt::Fallible<()> { #written })
        });
        let to_value = arms(&|member| {
            let value = value(&member.value);
            quote!(rt::abi::ToValue::to_value(#value))
        });
        let tries = class.members.iter().zip(members).map(|(member, name)| {
            let (ty, value) = (self.rust_type(&member.value.ty()), value(&member.value));
            quote! {
                if let Ok(given) = <#ty as rt::abi::FromValue>::from_value(value) {
                    if rt::Equal::equal(&given, &#value) {
                        return Ok(Self::#name);
                    }
                }
            }
        });
        quote! {
            #marker
            #[doc = #doc]
            #[allow(dead_code, non_camel_case_types)]
            #[derive(Clone, Copy)]
            enum #name { #(#members),* }
            impl rt::Object for #name {
                fn type_name(&self) -> &'static str { #python_name }
                fn freeze(&self) {}
                fn repr(&self, out: &mut String) { #repr }
                fn str(&self, out: &mut String) { #str }
                fn format(&self, spec: &str, out: &mut String) -> rt::Fallible<()> { #format }
                fn input(&self) -> rt::pydantic::Input { #input }
                fn dump(&self, dumper: &mut rt::pydantic::Dumper) -> rt::Fallible<()> { #dump }
                #json
            }
            impl rt::Identity for #name {
                fn same(&self, other: &Self) -> bool { *self as u32 == *other as u32 }
            }
            impl rt::Equal for #name {
                fn equal(&self, other: &Self) -> bool { #equal }
            }
            impl rt::Key for #name {
                fn hash<H: std::hash::Hasher>(&self, state: &mut H) { #hash }
            }
            #order
            impl rt::abi::ToValue for #name {
                fn to_value(self) -> rt::abi::Value { (&self).value_at_boundary() }
            }
            impl #name {
                fn value_at_boundary(&self) -> rt::abi::Value { #to_value }
            }
            impl rt::abi::FromValue for #name {
                fn from_value(value: &rt::abi::Value) -> Result<Self, Box<rt::abi::Mismatch>> {
                    // A member comes as an object with its value, or as the value itself.
                    let value = match value {
                        rt::abi::Value::Record(record)
                            if record.class.as_str().rsplit('.').next() == Some(#python_name) =>
                        {
                            record.fields.first().map_or(value, |(_, inner)| inner)
                        }
                        other => other,
                    };
                    #(#tries)*
                    Err(rt::abi::Mismatch::of(value))
                }
            }
        }
    }
}

impl Writer<'_> {
    /// The value that belongs to the member of an enum.
    pub fn select(&self, subject: &Expr, values: &[Expr]) -> TokenStream {
        let place = self.value(subject, Typing::Open);
        let arms = values.iter().enumerate().map(|(index, value)| {
            let member = self.context.enum_member(&subject.ty, index);
            let value = self.value(value, Typing::Open);
            quote!(#member => #value,)
        });
        quote!(match #place { #(#arms)* })
    }
}
