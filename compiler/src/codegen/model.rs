//! Models of pydantic: how their objects are made of what is given, and how they are written as JSON.

use std::collections::BTreeSet;

use hotforge_analyzer::ir::{Class, Constant, Field, Model, ModelField, Rule, Step};
use hotforge_analyzer::types::{EnumBase, RecordKind, Type, layout};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::context::Context;
use super::types::{UnionLayout, is_unit, union_layout};
use super::unions::variant;

impl Context<'_> {
    /// How an object of a model is made.
    pub fn model_impl(&self, class: &Class, model: &Model, name: &Ident, declared: &[(&Field, &Ident)]) -> TokenStream {
        let Model { is_strict, by_alias, by_name, .. } = model;
        let extra = if model.forbids_extra { quote!(Forbid) } else { quote!(Ignore) };
        let is_known = |place: usize| {
            model.fields.iter().any(|given| given.field == place)
                || model.private.iter().any(|(private, _)| *private == place)
                || model.fields_set == Some(place)
        };
        if let Some(unknown) = (0..declared.len()).find(|place| !is_known(*place)) {
            let name = &declared[unknown].0.name;
            return self.refuse(Some(class.span), format!("`{name}` is no field of the model"));
        }
        let values: Vec<Ident> = (0..model.fields.len()).map(|index| quote::format_ident!("field_{index}")).collect();
        let inits = model.fields.iter().zip(&values).map(|(field, value)| {
            let name = declared[field.field].1;
            quote!(#name: #value)
        });
        let private = model.private.iter().map(|(place, default)| {
            let (name, default) = (declared[*place].1, self.function_name(*default));
            quote!(#name: #default()?)
        });
        let fields_set = model.fields_set.map(|place| {
            let name = declared[place].1;
            quote!(#name: given.fields_set())
        });
        let inits = inits.chain(private).chain(fields_set);
        let before = model.before.map(|function| {
            let function = self.function_name(function);
            quote! {
                fn before(input: rt::pydantic::Input) -> rt::Fallible<rt::pydantic::Input> { #function(input) }
            }
        });
        let is_root = model.is_root;
        let reads = model.fields.iter().zip(&values).enumerate().map(|(place, (field, value))| {
            let earlier = if field.knows_earlier { &values[..place] } else { &[] };
            let read = self.read_field(field, earlier);
            quote!(let #value = #read;)
        });
        let check = model.check.map(|function| {
            let function = self.function_name(function);
            quote! {
                fn check(record: rt::Record<Self>) -> rt::Fallible<rt::Record<Self>> { #function(record) }
            }
        });
        quote! {
            impl rt::pydantic::Model for #name {
                const OPTIONS: rt::pydantic::Options = rt::pydantic::Options {
                    extra: rt::pydantic::Extra::#extra,
                    by_name: #by_name,
                    by_alias: #by_alias,
                    strict: #is_strict,
                    is_root: #is_root,
                };
                fn fields(given: &mut rt::pydantic::Given<'_, '_>) -> rt::Fallible<Option<Self>> {
                    #(#reads)*
                    given.finish();
                    let (#(Some(#values),)*) = (#(#values,)*) else { return Ok(None) };
                    Ok(Some(Self { #(#inits),* }))
                }
                #before
                #check
            }
        }
    }

    /// `earlier` hold the fields that its functions are given, too.
    fn read_field(&self, field: &ModelField, earlier: &[Ident]) -> TokenStream {
        let function = |function| {
            let name = self.function_name(function);
            match earlier {
                [] => quote!(#name),
                _ => quote!(|value| #name(value, #(rt::sequence::from_vec(#earlier.iter().cloned().collect())),*)),
            }
        };
        let (check, ty) = (function(field.check), self.rust_type(&field.ty));
        let rule = self.rule(&field.rule, &field.ty, 0);
        let name = &field.name;
        let alias = option(field.alias.as_ref().map(|alias| quote!(#alias)));
        let has_default = field.default.is_some();
        let declared = quote! {{
            static FIELD: rt::pydantic::Field =
                rt::pydantic::Field { name: #name, alias: #alias, rule: #rule, has_default: #has_default };
            &FIELD
        }};
        let default = field.default.map(|default| self.function_name(default));
        if field.steps.is_empty() {
            return match default {
                Some(default) => quote!(given.optional::<#ty, _>(#declared, #check, #default)?),
                None => quote!(given.required::<#ty, _>(#declared, #check)?),
            };
        }
        let by_type = quote!(rt::pydantic::by_type::<#ty>(&field.rule));
        let read = field.steps.iter().fold(by_type, |read, step| match *step {
            Step::Before(step) => {
                let step = function(step);
                quote!(rt::pydantic::before(#step, #read))
            }
            Step::After(step) => {
                let step = function(step);
                quote!(rt::pydantic::after(#read, #step))
            }
            Step::Plain(step) => {
                let step = function(step);
                quote!(rt::pydantic::plain(#step))
            }
        });
        let given = match default {
            Some(default) => quote!(given.optional_by(field, #read, #check, #default)?),
            None => quote!(given.required_by(field, #read, #check)?),
        };
        quote! {{
            let field: &'static rt::pydantic::Field = #declared;
            #given
        }}
    }

    /// The rule of a field as a constant of the runtime's. `member` is the place among the members of a union.
    pub fn rule(&self, rule: &Rule, ty: &Type, member: usize) -> TokenStream {
        self.validated.borrow_mut().push(layout(ty));
        let mut set: Vec<TokenStream> = Vec::new();
        if member > 0 {
            let member = Literal::usize_unsuffixed(member);
            set.push(quote!(member: #member));
        }
        let flags = [
            ("strict", rule.strict, false),
            ("nullable", rule.nullable, false),
            ("allow_inf_nan", rule.allow_inf_nan, true),
            ("strip", rule.strip, false),
            ("lower", rule.lower, false),
            ("upper", rule.upper, false),
            ("instance_only", rule.instance_only, false),
        ];
        for (name, value, usual) in flags {
            if value != usual {
                let name = quote::format_ident!("{name}");
                set.push(quote!(#name: #value));
            }
        }
        let bounds = [
            ("multiple_of", &rule.multiple_of),
            ("le", &rule.le),
            ("lt", &rule.lt),
            ("ge", &rule.ge),
            ("gt", &rule.gt),
        ];
        for (name, bound) in bounds {
            let name = quote::format_ident!("{name}");
            match bound {
                Some(Constant::Int(value)) => {
                    let value = super::constant::integer(*value);
                    set.push(quote!(#name: Some(rt::pydantic::Bound::Int(#value))));
                }
                Some(Constant::Float(value)) => {
                    let value = float(*value);
                    set.push(quote!(#name: Some(rt::pydantic::Bound::Float(#value))));
                }
                _ => {}
            }
        }
        for (name, length) in [("min_length", rule.min_length), ("max_length", rule.max_length)] {
            if let Some(length) = length {
                let (name, length) = (quote::format_ident!("{name}"), Literal::u64_unsuffixed(length));
                set.push(quote!(#name: Some(#length)));
            }
        }
        if let Some(pattern) = &rule.pattern {
            set.push(quote!(pattern: Some(#pattern)));
        }
        if !rule.choices.is_empty() {
            let choices = rule.choices.iter().map(choice);
            set.push(quote!(choices: &[#(#choices),*]));
        }
        if !rule.parts.is_empty() {
            let members = match layout(ty) {
                Type::Union(members) => match union_layout(&members) {
                    UnionLayout::Enum(members) => members,
                    UnionLayout::Option(_) => Vec::new(),
                },
                _ => Vec::new(),
            };
            let parts = rule.parts.iter().map(|(ty, part)| {
                let member = members.iter().position(|member| *member == layout(ty)).unwrap_or(0);
                self.rule(part, ty, member)
            });
            set.push(quote!(parts: &[#(#parts),*]));
        }
        if !rule.label.is_empty() {
            let label = &rule.label;
            set.push(quote!(label: #label));
        }
        quote!(rt::pydantic::Rule { #(#set,)* ..rt::pydantic::Rule::ANY })
    }

    /// `model_dump_json` of a model.
    pub fn dump_method(&self, model: &Model, fields: &[(&Field, &Ident)]) -> TokenStream {
        if let Some(serializer) = model.serializer {
            let serializer = self.function_name(serializer);
            return quote! {
                fn dump(record: &rt::Record<Self>, dumper: &mut rt::pydantic::Dumper) -> rt::Fallible<()> {
                    rt::Object::dump(&#serializer(record.clone())?, dumper)
                }
            };
        }
        if let (true, [root]) = (model.is_root, &model.fields[..]) {
            let ident = fields[root.field].1;
            return quote! {
                fn dump(record: &rt::Record<Self>, dumper: &mut rt::pydantic::Dumper) -> rt::Fallible<()> {
                    record.read(|fields| rt::Object::dump(&fields.#ident, dumper))
                }
            };
        }
        let written = model.fields.iter().filter(|field| !field.is_excluded).map(|field| {
            let (python_name, ident) = (&fields[field.field].0.name, fields[field.field].1);
            let alias = option(field.written_as.as_ref().map(|alias| quote!(#alias)));
            match field.serializer {
                Some(serializer) => {
                    let serializer = self.function_name(serializer);
                    quote!(writer.serialized(#python_name, #alias, &fields.#ident, || #serializer(record.clone()))?;)
                }
                None => quote!(writer.field(#python_name, #alias, &fields.#ident)?;),
            }
        });
        let computed = model.computed.iter().map(|(name, function)| {
            let function = self.function_name(*function);
            quote!(writer.field(#name, None, &#function(record.clone())?)?;)
        });
        quote! {
            fn dump(record: &rt::Record<Self>, dumper: &mut rt::pydantic::Dumper) -> rt::Fallible<()> {
                dumper.model(|writer| {
                    record.read(|fields| {
                        #(#written)*
                        #(#computed)*
                        Ok(())
                    })
                })
            }
        }
    }

    /// The types of which generated code has rules: what fields of models, and what is validated by itself.
    fn validated_types(&self) -> BTreeSet<Type> {
        let mut work: Vec<Type> = self.validated.borrow().clone();
        let mut types = BTreeSet::new();
        while let Some(ty) = work.pop() {
            work.extend(ty.parts().into_iter().cloned());
            types.insert(ty);
        }
        types
    }

    /// How enums and unions of fields are validated.
    pub fn validated_enums(&self) -> TokenStream {
        let impls = self.validated_types().into_iter().filter_map(|ty| match &ty {
            Type::Record(record) => match record.kind {
                RecordKind::Enum(base) => Some(self.enum_validation(&ty, base)),
                _ => None,
            },
            Type::Union(members) => match union_layout(members) {
                UnionLayout::Enum(members) => Some(self.union_validation(members)),
                UnionLayout::Option(_) => None,
            },
            _ => None,
        });
        impls.collect()
    }

    fn enum_validation(&self, ty: &Type, base: EnumBase) -> TokenStream {
        let Type::Record(record) = ty else { return TokenStream::new() };
        let Some((class, (name, members))) = self.class(record) else { return TokenStream::new() };
        let values = class.members.iter().map(|member| choice(&member.value));
        let arms = members.iter().enumerate().map(|(index, member)| {
            let index = Literal::usize_unsuffixed(index);
            quote!(Some(#index) => Some(Self::#member),)
        });
        let base = match base {
            // Flags are no fields of models: the analyzer refuses them.
            EnumBase::Plain | EnumBase::Flag => quote!(Plain),
            EnumBase::Int | EnumBase::MixedInt | EnumBase::IntFlag => quote!(Int),
            EnumBase::Str | EnumBase::MixedStr => quote!(Str),
        };
        quote! {
            impl rt::pydantic::Validate for #name {
                fn validate(
                    input: &rt::pydantic::Input,
                    rule: &rt::pydantic::Rule,
                    state: &mut rt::pydantic::State,
                ) -> rt::Fallible<Option<Self>> {
                    if let Some(member) = input.downcast::<Self>() {
                        return Ok(Some(*member));
                    }
                    static VALUES: &[rt::pydantic::Choice] = &[#(#values),*];
                    let place = rt::pydantic::member(input, rt::pydantic::Base::#base, VALUES, rule, state)?;
                    Ok(match place { #(#arms)* _ => None })
                }
            }
        }
    }

    fn union_validation(&self, members: Vec<Type>) -> TokenStream {
        let name = self.union_enum(members.clone());
        let none = members.iter().find(|member| **member == Type::None).map(|member| {
            let variant = variant(member);
            quote! {
                if rule.nullable && matches!(input, rt::pydantic::Input::None) {
                    return Ok(Some(Self::#variant));
                }
            }
        });
        let arms = members.iter().enumerate().filter(|(_, member)| !is_unit(member)).map(|(index, member)| {
            let (variant, index) = (variant(member), Literal::usize_unsuffixed(index));
            quote!(#index => smart.or(part, Self::#variant)?,)
        });
        quote! {
            impl rt::pydantic::Validate for #name {
                fn validate(
                    input: &rt::pydantic::Input,
                    rule: &rt::pydantic::Rule,
                    state: &mut rt::pydantic::State,
                ) -> rt::Fallible<Option<Self>> {
                    #none
                    let mut smart = rt::pydantic::Smart::of(input, state);
                    for part in rule.parts {
                        smart = match part.member { #(#arms)* _ => smart };
                    }
                    Ok(smart.finish())
                }
            }
        }
    }
}

impl Context<'_> {
    /// `repr` of a model, or `str`, which has no name of the class and no commas.
    pub fn shown_model(&self, model: &Model, name: Option<&str>, fields: &[(&Field, &Ident)]) -> TokenStream {
        let separator = if name.is_some() { ", " } else { " " };
        let label = |index: usize, field: &str| format!("{}{field}=", if index > 0 { separator } else { "" });
        let shown: Vec<_> = fields.iter().filter(|(field, _)| field.shown).collect();
        let parts = shown.iter().enumerate().map(|(index, (field, name))| {
            let label = label(index, &field.name);
            quote!(out.push_str(#label); rt::Object::repr(&fields.#name, out);)
        });
        let computed = model.computed.iter().enumerate().map(|(index, (field, function))| {
            let (label, function) = (label(shown.len() + index, field), self.function_name(*function));
            quote!(out.push_str(#label); rt::Object::repr(&rt::record::must(#function(record.clone())), out);)
        });
        let (first, last) = match name {
            Some(name) => (format!("{name}("), ")"),
            None => (String::new(), ""),
        };
        quote! {
            rt::record::shown(record, out, |out| {
                record.read(|fields| {
                    out.push_str(#first);
                    #(#parts)*
                    #(#computed)*
                    out.push_str(#last);
                });
            });
        }
    }
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}

fn float(value: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(value.abs());
    if value.is_sign_negative() { quote!(-#literal) } else { quote!(#literal) }
}

/// A constant as a choice of the runtime's.
fn choice(constant: &Constant) -> TokenStream {
    let choice = match constant {
        Constant::None => quote!(None),
        Constant::Bool(value) => quote!(Bool(#value)),
        Constant::Int(value) => {
            let value = super::constant::integer(*value);
            quote!(Int(#value))
        }
        Constant::Float(value) => {
            let value = float(*value);
            quote!(Float(#value))
        }
        Constant::Str(text) => {
            let text: &str = text;
            quote!(Str(#text))
        }
        other => {
            let text = other.to_string();
            quote!(Other(#text))
        }
    };
    quote!(rt::pydantic::Choice::#choice)
}
