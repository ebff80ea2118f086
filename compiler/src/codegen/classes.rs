//! Classes of the program: a struct of the fields for each, and what the runtime's traits ask of it.

use hotforge_analyzer::catalog::catalog;
use hotforge_analyzer::ir::{Class, Expr, Field, Protocol};
use hotforge_analyzer::types::{RecordKind, RecordType, Type, layout, short};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::context::Context;
use super::expression::Typing;
use super::function::Writer;
use super::names::Names;
use super::types::is_copy;
use super::unions::{has_equality, is_key};

/// The Rust names of the classes, and of the fields of each.
#[derive(Debug, Default)]
pub struct ClassNames {
    classes: Vec<(Ident, Vec<Ident>)>,
}

impl ClassNames {
    /// For the classes of a program.
    pub fn of(classes: &[Class]) -> Self {
        const TAKEN: &[&str] =
            &["Option", "Vec", "String", "Box", "Result", "Self", "Some", "None", "Ok", "Err", "LIBRARY"];
        let mut taken = Names::with(TAKEN.iter().copied());
        let classes = classes.iter().map(|class| {
            let mut own = Names::default();
            let names = class.fields.iter().map(|field| &field.name);
            let names = names.chain(class.members.iter().map(|member| &member.name));
            let fields = names.map(|name| own.fresh(name)).collect();
            (taken.fresh(&struct_name(short(&class.name))), fields)
        });
        Self { classes: classes.collect() }
    }
}

/// The name of the struct of a class, which may not be that of a union: `IntOrStr`.
fn struct_name(name: &str) -> String {
    let is_capital = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let is_union = name.contains("Or") && name.split("Or").all(is_capital);
    if is_union { format!("{name}Object") } else { name.to_owned() }
}

impl Context<'_> {
    pub fn class(&self, record: &RecordType) -> Option<(&Class, &(Ident, Vec<Ident>))> {
        let classes = &self.analysis.program.classes;
        let index = classes.iter().position(|class| class.name == record.name)?;
        Some((&classes[index], &self.classes.classes[index]))
    }

    /// The struct of a class's fields.
    pub fn class_name(&self, record: &RecordType) -> TokenStream {
        match self.class(record) {
            Some((_, (name, _))) => quote!(#name),
            None => self.refuse(None, format!("no object of `{}` is ever made", record.name)),
        }
    }

    fn field_name(&self, ty: &Type, field: usize) -> Option<&Ident> {
        match layout(ty) {
            Type::Record(record) => self.class(&record)?.1.1.get(field),
            _ => None,
        }
    }

    /// The definitions of all classes.
    pub fn class_definitions(&self) -> TokenStream {
        let classes = self.analysis.program.classes.iter().zip(&self.classes.classes);
        let definition = |(class, (name, fields)): (&Class, &(Ident, Vec<Ident>))| match class.kind {
            RecordKind::Enum(base) if base.is_flag() => self.flag_definition(class, base, name),
            RecordKind::Enum(base) => self.enum_definition(class, base, name, fields),
            RecordKind::TypedDict => self.typed_dict_definition(class, name),
            RecordKind::Class | RecordKind::NamedTuple => self.class_definition(class, name, fields),
        };
        classes.map(definition).collect()
    }

    fn class_definition(&self, class: &Class, name: &Ident, names: &[Ident]) -> TokenStream {
        let fields: Vec<(&Field, &Ident)> = class.fields.iter().zip(names).collect();
        let doc = format!(" `class {}`", short(&class.name));
        let declared = fields.iter().map(|(field, name)| {
            let ty = self.rust_type(&field.ty);
            quote!(#name: #ty)
        });
        let marker = self.marker(class.span);
        let object = self.object_impl(class, name, &fields);
        let equality = self.equality_impl(class, name, &fields);
        let order = class.order.map(|order| self.order_impl(order, name, &fields));
        let hash = class.hash.map(|hash| self.hash_impl(hash, name, &fields));
        let model = class.model.as_ref().map(|model| self.model_impl(class, model, name, &fields));
        quote! {
            #marker
            #[doc = #doc]
            #[allow(dead_code)]
            struct #name { #(#declared),* }
            #object
            #equality
            #order
            #hash
            #model
        }
    }

    /// The class of a typed dict: what its keys hold.
    fn typed_dict_definition(&self, class: &Class, name: &Ident) -> TokenStream {
        let doc = format!(" `class {}`", short(&class.name));
        let marker = self.marker(class.span);
        let values = class.values();
        let ty = self.rust_type(&values);
        let equal = match has_equality(&layout(&values)) {
            true => quote!(rt::Equal::equal(a, b)),
            false => quote!(rt::record::incomparable(a)),
        };
        let unused = (!has_equality(&layout(&values))).then(|| quote!(let _ = b;));
        quote! {
            #marker
            #[doc = #doc]
            struct #name;
            impl rt::typed_dict::Keys for #name {
                type Value = #ty;
                fn equal(a: &Self::Value, b: &Self::Value) -> bool { #unused #equal }
            }
        }
    }

    fn object_impl(&self, class: &Class, name: &Ident, fields: &[(&Field, &Ident)]) -> TokenStream {
        let python_name = short(&class.name);
        let freezes = fields.iter().map(|(_, name)| quote!(rt::Object::freeze(&self.#name);));
        let copied = fields.iter().map(|(_, name)| quote!(#name: self.#name.clone()));
        let deepened = fields.iter().map(|(_, name)| {
            quote! {
                let copy = rt::Object::deepcopy(&record.get(|fields| fields.#name.clone()), memo)?;
                record.set(|fields| std::mem::replace(&mut fields.#name, copy))?;
            }
        });
        let repr = match class.repr {
            Protocol::Fields if let Some(model) = &class.model => self.shown_model(model, Some(python_name), fields),
            Protocol::Fields => {
                let shown: Vec<_> = fields.iter().filter(|(field, _)| field.shown).collect();
                // A dataclass is shown by where it is defined, a named tuple by its name.
                let shown_name = if class.kind == RecordKind::NamedTuple { python_name } else { &class.qualname };
                let first = format!("{shown_name}(");
                let parts = shown.iter().enumerate().map(|(index, (field, name))| {
                    let label = format!("{}{}=", if index > 0 { ", " } else { "" }, field.name);
                    quote!(out.push_str(#label); rt::Object::repr(&fields.#name, out);)
                });
                quote! {
                    rt::record::shown(record, out, |out| {
                        record.read(|fields| {
                            out.push_str(#first);
                            #(#parts)*
                            out.push(')');
                        });
                    });
                }
            }
            Protocol::Method(function) | Protocol::Reflected(function) => self.text_by(function),
            Protocol::Identity => {
                let module = class.name.rsplit_once('.').map_or("__main__", |(module, _)| module);
                quote!(rt::record::show_address(record, #module, out);)
            }
        };
        let str = class.str.map(|function| self.text_by(function));
        let str = str.or_else(|| class.model.as_ref().map(|model| self.shown_model(model, None, fields)));
        let str = str.map(|text| quote!(fn str(record: &rt::Record<Self>, out: &mut String) { #text }));
        let format = class.format.map(|function| {
            let function = self.function_name(function);
            quote! {
                fn format(record: &rt::Record<Self>, spec: &str, out: &mut String) -> rt::Fallible<()> {
                    out.push_str(#function(record.clone(), rt::Str::from(spec.to_owned()))?.as_str());
                    Ok(())
                }
            }
        });
        let json = (class.kind == RecordKind::NamedTuple).then(|| tuple_json(fields));
        let dump = class.model.as_ref().map(|model| self.dump_method(model, fields));
        quote! {
            impl rt::record::Class for #name {
                const NAME: &'static str = #python_name;
                fn freeze(&self) { #(#freezes)* }
                fn copied(&self) -> Self { Self { #(#copied),* } }
                fn deepen(record: &rt::Record<Self>, memo: &mut rt::copy::Memo) -> rt::Fallible<()> {
                    #(#deepened)*
                    Ok(())
                }
                fn repr(record: &rt::Record<Self>, out: &mut String) { #repr }
                #str
                #format
                #json
                #dump
            }
        }
    }

    fn text_by(&self, function: hotforge_analyzer::ir::FunctionId) -> TokenStream {
        let function = self.function_name(function);
        quote!(out.push_str(rt::record::must(#function(record.clone())).as_str());)
    }

    fn equality_impl(&self, class: &Class, name: &Ident, fields: &[(&Field, &Ident)]) -> TokenStream {
        let body = match class.equality {
            Protocol::Identity => return quote!(impl rt::record::Equality for #name {}),
            Protocol::Method(function) | Protocol::Reflected(function) => {
                let function = self.function_name(function);
                quote!(rt::record::must(#function(a.clone(), b.clone())))
            }
            Protocol::Fields => {
                let compared: Vec<_> = fields.iter().filter(|(field, _)| field.compared).collect();
                let tests = compared.iter().map(|(field, name)| {
                    if has_equality(&layout(&field.ty)) {
                        quote!(rt::Equal::equal(&a.#name, &b.#name))
                    } else {
                        quote!(rt::record::incomparable(&a.#name))
                    }
                });
                let tests = if compared.is_empty() { quote!(true) } else { quote!(#(#tests)&&*) };
                let test = quote!(a.is(b) || a.read(|a| b.read(|b| #tests)));
                guarded(test, fields)
            }
        };
        quote! {
            impl rt::record::Equality for #name {
                fn equal(a: &rt::Record<Self>, b: &rt::Record<Self>) -> bool { #body }
            }
        }
    }

    fn order_impl(&self, order: Protocol, name: &Ident, fields: &[(&Field, &Ident)]) -> TokenStream {
        let by_method = |compare: TokenStream, less: TokenStream| {
            quote! {
                impl rt::record::Order for #name {
                    const BY_METHOD: bool = true;
                    fn compare(a: &rt::Record<Self>, b: &rt::Record<Self>) -> Option<std::cmp::Ordering> {
                        rt::record::must(rt::record::order_by(a, b, #compare))
                    }
                    fn less(a: &rt::Record<Self>, b: &rt::Record<Self>) -> bool {
                        rt::record::must(#less)
                    }
                }
            }
        };
        let body = match order {
            Protocol::Method(function) => {
                let function = self.function_name(function);
                return by_method(quote!(#function), quote!(#function(a.clone(), b.clone())));
            }
            Protocol::Reflected(function) => {
                let function = self.function_name(function);
                return by_method(quote!(|a, b| #function(b, a)), quote!(#function(b.clone(), a.clone())));
            }
            Protocol::Fields | Protocol::Identity => {
                let steps = fields.iter().filter(|(field, _)| field.compared).map(|(field, name)| {
                    let order = order_of(&layout(&field.ty), name);
                    quote! {
                        match #order {
                            Some(std::cmp::Ordering::Equal) => {}
                            different => return different,
                        }
                    }
                });
                let compared = quote!(a.read(|a| b.read(|b| {
                    #(#steps)*
                    Some(std::cmp::Ordering::Equal)
                })));
                guarded(compared, fields)
            }
        };
        quote! {
            impl rt::record::Order for #name {
                fn compare(a: &rt::Record<Self>, b: &rt::Record<Self>) -> Option<std::cmp::Ordering> { #body }
            }
        }
    }

    fn hash_impl(&self, hash: Protocol, name: &Ident, fields: &[(&Field, &Ident)]) -> TokenStream {
        let body = match hash {
            Protocol::Identity => return quote!(impl rt::record::Hashable for #name {}),
            Protocol::Method(function) | Protocol::Reflected(function) => {
                let function = self.function_name(function);
                quote!(std::hash::Hasher::write_i64(state, rt::record::must(#function(record.clone())));)
            }
            Protocol::Fields => {
                let hashed = fields.iter().filter(|(field, _)| field.hashed).map(|(field, name)| {
                    if is_key(&layout(&field.ty)) {
                        quote!(rt::Key::hash(&fields.#name, state);)
                    } else {
                        quote!(rt::record::unhashable(&fields.#name);)
                    }
                });
                guarded(quote!(record.read(|fields| { #(#hashed)* })), fields)
            }
        };
        quote! {
            impl rt::record::Hashable for #name {
                fn hash<H: std::hash::Hasher>(record: &rt::Record<Self>, state: &mut H) { #body }
            }
        }
    }
}

/// JSON has a named tuple as a list of its fields.
fn tuple_json(fields: &[(&Field, &Ident)]) -> TokenStream {
    let shown: Vec<_> = fields.iter().filter(|(field, _)| field.shown).map(|(_, name)| name).collect();
    let count = Literal::usize_unsuffixed(shown.len());
    let arms = shown.iter().enumerate().map(|(place, name)| {
        let place = Literal::usize_unsuffixed(place);
        quote!(#place => rt::Object::json(&fields.#name, writer),)
    });
    quote! {
        fn json(record: &rt::Record<Self>, writer: &mut rt::json::Writer) -> rt::Fallible<()> {
            record.read(|fields| writer.group('[', ']', #count, |writer, place| match place {
                #(#arms)*
                _ => Ok(()),
            }))
        }
    }
}

/// Counts the depth where objects may hold one another.
fn guarded(body: TokenStream, fields: &[(&Field, &Ident)]) -> TokenStream {
    let is_object = |part: &Type| matches!(part, Type::Record(record) if record.kind.has_fields());
    let may_nest = fields.iter().any(|(field, _)| field.ty.any(&is_object));
    if may_nest { quote!(rt::record::nested(|| #body)) } else { body }
}

/// The order of a field of `a` and of `b`.
fn order_of(ty: &Type, name: &Ident) -> TokenStream {
    match ty {
        _ if is_ordered(ty) => quote!(rt::object::step(&a.#name, &b.#name)),
        Type::Union(members) => match &members[..] {
            [Type::None, some] | [some, Type::None] if is_ordered(some) => {
                quote!(rt::record::optional_order(&a.#name, &b.#name))
            }
            _ => quote!(rt::record::unordered(&a.#name, &b.#name)),
        },
        _ => quote!(rt::record::unordered(&a.#name, &b.#name)),
    }
}

/// Whether values of the type have an order among each other.
fn is_ordered(ty: &Type) -> bool {
    match ty {
        Type::Bool | Type::Int | Type::Float | Type::Str | Type::Bytes | Type::Never => true,
        Type::Record(record) => record.ordered,
        Type::Instance(class) => catalog().method(class, "__lt__").is_some(),
        Type::List(item) => is_ordered(&item.ty),
        Type::Tuple(members) => members.iter().all(is_ordered),
        Type::Sequence(item) => is_ordered(item),
        Type::Union(members) => members.iter().all(|member| matches!(member, Type::Bool | Type::Int | Type::Float)),
        _ => false,
    }
}

impl Writer<'_> {
    /// A new object.
    pub fn record(&self, values: &[Expr], ty: &Type) -> TokenStream {
        let Type::Record(record) = ty else { return self.context.refuse(None, format!("{ty} has no fields")) };
        let name = self.context.class_name(record);
        let values = values.iter().enumerate().map(|(index, value)| {
            let field = self.context.field_name(ty, index).cloned().unwrap_or_else(|| format_ident!("missing"));
            let value = self.value(value, Typing::Known);
            quote!(#field: #value)
        });
        quote!(rt::record::new(#name { #(#values),* }))
    }

    /// A field of an object, owned.
    pub fn field(&self, record: &Expr, field: usize, ty: &Type) -> TokenStream {
        let Some(name) = self.context.field_name(&record.ty, field) else {
            return self.context.refuse(Some(record.span), format!("{} has no such field", record.ty));
        };
        let place = self.place(record);
        if is_copy(ty) {
            quote!(#place.get(|fields| fields.#name))
        } else {
            quote!(#place.get(|fields| fields.#name.clone()))
        }
    }

    /// `record.field = value`.
    pub fn set_field(&self, record: &Expr, field: usize, value: &Expr, span: hotforge_analyzer::Span) -> TokenStream {
        let Some(name) = self.context.field_name(&record.ty, field) else {
            return self.context.refuse(Some(record.span), format!("{} has no such field", record.ty));
        };
        let (helper, ty) = (&self.helpers.value, self.context.rust_type(&value.ty));
        let value = self.value(value, Typing::Known);
        let place = self.place(record);
        let set = self.fallible(quote!(#place.set(|fields| std::mem::replace(&mut fields.#name, #helper))), span);
        quote!({ let #helper: #ty = #value; #set; })
    }
}
