//! The wrapper of one operator: takes dynamic values, narrows them to the parameters' types, and widens the result.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{
    FnArg, GenericArgument, GenericParam, PathArguments, ReturnType, Signature, Type, TypeParamBound, WherePredicate,
};

use crate::modules::Crate;

/// What is not evaluated, or is written by hand in `src/native/`.
pub const LEFT_OUT: &[&str] = &[
    "abi",
    "bounds",
    "builtins::boxed",
    "builtins::print",
    "builtins::print_error",
    "bundle",
    "cache",
    "closure",
    "dict::items",
    "dict::keys",
    "dict::values",
    "exception",
    "flag",
    "functools::cached",
    "generator::flatten",
    "json::decoded",
    "none",
    "object",
    "onnxruntime",
    "pydantic::after",
    "pydantic::before",
    "pydantic::by_type",
    "pydantic::maker",
    "pydantic::member",
    "pydantic::plain",
    "recursion",
    "record",
    "str::format",
    "str::percent",
    "struct::bool",
    "struct::float",
    "struct::int",
    "tokenizers",
    "torchvision",
    "transformers",
    "typed_dict",
];

/// What asks a clock of the system, which WebAssembly has not: `src/clock.rs` asks the page's.
pub const OF_THE_SYSTEM: &[&str] = &["time"];

/// Traits of the runtime that stand for any value.
const ANY: &[&str] = &["Object", "Clone", "Compare", "Equal", "Key", "Identity", "Sized"];

/// Traits of the runtime that some types have, and which these are.
const CHOICES: &[(&str, &[&str])] = &[
    ("AnyPattern", &["rt::Str", "rt::re::Pattern"]),
    ("AnySet", &["rt::Set<Cell>", "rt::FrozenSet<Cell>"]),
    ("Buffer", &["rt::Bytes", "rt::Bytearray"]),
    ("Dated", &["rt::datetime::Datetime", "rt::datetime::Date"]),
    ("Encoded", &["rt::Str", "rt::Bytes", "rt::Bytearray"]),
    ("Exact", &["i64", "f64"]),
    ("Located", &["rt::urllib::parse::ParseResult", "rt::urllib::parse::SplitResult"]),
    ("Message", &["()", "rt::Bytes", "rt::Bytearray"]),
    ("Iterable", &["rt::List<rt::Str>", "rt::Sequence<rt::Str>"]),
];

/// Types that a variant of `Cell` holds.
const PLAIN: &[&str] = &[
    "Boxed",
    "Bytes",
    "Complex",
    "Dict",
    "Ellipsis",
    "Either",
    "FrozenSet",
    "List",
    "Never",
    "Raised",
    "Range",
    "Sequence",
    "Set",
    "Slice",
    "Str",
    "struct::Value",
];

/// What stands for a type parameter.
#[derive(Clone)]
pub enum Meaning {
    /// A type.
    Type(TokenStream),
    /// An iterator over items of a type: cells where it is not said.
    Iterator(Option<Type>),
    /// A function: what it takes, and what it gives.
    Function(Vec<Type>, Type),
    /// Any of these types.
    Choice(Vec<TokenStream>),
}

pub type Meanings = BTreeMap<String, Meaning>;

/// The name of the wrapper of an operator.
pub fn name(path: &str) -> Ident {
    format_ident!("native_{}", path.replace("::", "_"))
}

/// Where a signature is read: paths are looked up in its module.
pub struct Scope<'a> {
    runtime: &'a Crate,
    module: &'a str,
    opaque: &'a mut BTreeMap<String, TokenStream>,
}

/// The wrapper of an operator, where its signature can be met.
pub fn of(
    runtime: &Crate,
    path: &str,
    module: &str,
    signature: &Signature,
    opaque: &mut BTreeMap<String, TokenStream>,
) -> Option<TokenStream> {
    let mut scope = Scope { runtime, module, opaque };
    let segments = path.split("::").map(ident);
    let called = quote!(rt::#(#segments)::*);
    if let Some(wrapper) = crate::numpy::of(&mut scope, path, signature, &called) {
        return Some(wrapper);
    }
    let parameters = signature.inputs.iter().map(|input| match input {
        FnArg::Typed(input) => Some((*input.ty).clone()),
        FnArg::Receiver(_) => None,
    });
    let mut parameters: Vec<Type> = parameters.collect::<Option<_>>()?;
    let mut meanings = scope.meanings(signature)?;
    name_anonymous(&mut parameters, &mut meanings, &mut scope)?;
    if path.starts_with("dict::") && meanings.contains_key("V") && mentions(parameters.first()?, "Dict") {
        // A counter is a dict of ints.
        meanings.insert("V".to_owned(), Meaning::Choice(vec![quote!(i64), quote!(Cell)]));
    }
    // Where no parameter tells a type, it is written out.
    let names: Vec<String> = signature.generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    // A bound of another parameter tells one, too.
    let bounds = signature.generics.to_token_stream();
    let is_told = |name: &String| {
        parameters.iter().any(|parameter| mentions(parameter, name)) || mentions_of(bounds.clone(), name) > 1
    };
    let called = match names.iter().all(is_told) {
        true => called,
        false => {
            let types = names.iter().map(|name| match meanings.get(name) {
                Some(Meaning::Type(ty)) => Some(ty.clone()),
                _ => None,
            });
            let types: Vec<_> = types.collect::<Option<_>>()?;
            quote!(#called::<#(#types),*>)
        }
    };
    let is_fallible =
        matches!(&signature.output, ReturnType::Type(_, ty) if last(ty).is_some_and(|last| last == "Fallible"));
    let mut ways = Vec::new();
    for chosen in assignments(&meanings) {
        ways.push(scope.way(&parameters, &meanings, &chosen, &called, is_fallible)?);
    }
    let name = name(path);
    let body = match ways.as_slice() {
        [(None, call)] => quote!(#call),
        _ => {
            let ways = ways.iter().map(|(test, call)| match test {
                Some(test) => quote!(if #test { #call }),
                None => quote!({ #call }),
            });
            quote!(#(#ways)* Err(mismatched(#path)))
        }
    };
    Some(quote! {
        fn #name(args: &mut Args) -> Fallible<Cell> { #body }
    })
}

/// Every way to choose types for the parameters that have a choice.
fn assignments(meanings: &Meanings) -> Vec<Vec<(String, TokenStream)>> {
    let mut all = vec![Vec::new()];
    for (name, meaning) in meanings {
        if let Meaning::Choice(types) = meaning {
            all = all
                .into_iter()
                .flat_map(|chosen: Vec<(String, TokenStream)>| {
                    types.iter().map(move |ty| {
                        let mut chosen = chosen.clone();
                        chosen.push((name.clone(), ty.clone()));
                        chosen
                    })
                })
                .collect();
        }
    }
    all
}

/// Gives each `impl Trait` in the parameters a name.
fn name_anonymous(parameters: &mut [Type], meanings: &mut Meanings, scope: &mut Scope) -> Option<()> {
    parameters.iter_mut().try_for_each(|parameter| name_within(parameter, meanings, scope))
}

fn name_within(ty: &mut Type, meanings: &mut Meanings, scope: &mut Scope) -> Option<()> {
    match ty {
        Type::Reference(reference) => name_within(&mut reference.elem, meanings, scope),
        Type::Paren(inner) => {
            *ty = (*inner.elem).clone();
            name_within(ty, meanings, scope)
        }
        Type::Tuple(tuple) => tuple.elems.iter_mut().try_for_each(|member| name_within(member, meanings, scope)),
        Type::Path(path) => match path.path.segments.last_mut().map(|segment| &mut segment.arguments) {
            Some(PathArguments::AngleBracketed(arguments)) => {
                let types = arguments.args.iter_mut().filter_map(|argument| match argument {
                    GenericArgument::Type(ty) => Some(ty),
                    _ => None,
                });
                types.into_iter().try_for_each(|ty| name_within(ty, meanings, scope))
            }
            _ => Some(()),
        },
        Type::ImplTrait(bounds) => {
            let name = format!("Anonymous{}", meanings.len());
            let meaning = scope.meaning(bounds.bounds.iter())?;
            meanings.insert(name.clone(), meaning);
            let name = ident(&name);
            *ty = syn::parse_quote!(#name);
            Some(())
        }
        _ => Some(()),
    }
}

impl Scope<'_> {
    fn meanings(&mut self, signature: &Signature) -> Option<Meanings> {
        let mut bounds: Vec<(String, Vec<TypeParamBound>)> = Vec::new();
        for parameter in &signature.generics.params {
            match parameter {
                GenericParam::Type(parameter) => {
                    bounds.push((parameter.ident.to_string(), parameter.bounds.iter().cloned().collect()));
                }
                _ => return None,
            }
        }
        for predicate in signature.generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            let WherePredicate::Type(predicate) = predicate else { return None };
            let name = last(&predicate.bounded_ty)?;
            match bounds.iter_mut().find(|(parameter, _)| *parameter == name) {
                Some((_, known)) => known.extend(predicate.bounds.iter().cloned()),
                // What is asked of the items of an iterator holds for every value.
                None if name == "Item" => {}
                None => return None,
            }
        }
        let mut meanings = Meanings::new();
        for (name, bounds) in bounds {
            let meaning = self.meaning(bounds.iter())?;
            meanings.insert(name, meaning);
        }
        Some(meanings)
    }

    fn meaning<'b>(&mut self, bounds: impl Iterator<Item = &'b TypeParamBound>) -> Option<Meaning> {
        let mut meaning = Meaning::Type(quote!(Cell));
        for bound in bounds {
            let TypeParamBound::Trait(bound) = bound else { continue };
            let segment = bound.path.segments.last()?;
            let name = segment.ident.to_string();
            if ANY.contains(&name.as_str()) {
                continue;
            }
            meaning = match name.as_str() {
                "Iter" => Meaning::Iterator(match &segment.arguments {
                    PathArguments::AngleBracketed(arguments) => {
                        arguments.args.iter().find_map(|argument| match argument {
                            GenericArgument::AssocType(item) => Some(item.ty.clone()),
                            _ => None,
                        })
                    }
                    _ => None,
                }),
                "FnMut" | "Fn" | "FnOnce" => {
                    let PathArguments::Parenthesized(function) = &segment.arguments else { return None };
                    let ReturnType::Type(_, output) = &function.output else { return None };
                    Meaning::Function(function.inputs.iter().cloned().collect(), inner(output, "Fallible")?.clone())
                }
                "Kind" if self.module.starts_with("pathlib") => {
                    Meaning::Choice(vec![quote!(rt::pathlib::Pure), quote!(rt::pathlib::Concrete)])
                }
                // `Cell` has it itself.
                "Replacement" => Meaning::Type(quote!(Cell)),
                "Color" => Meaning::Type(quote!(crate::drawing::Color)),
                "Coordinates" => Meaning::Type(quote!(crate::drawing::Coordinates)),
                "Number" if self.module.starts_with("pil") => Meaning::Type(quote!(crate::drawing::Number)),
                _ => {
                    let (_, types) = CHOICES.iter().find(|(choice, _)| *choice == name)?;
                    Meaning::Choice(types.iter().map(|ty| ty.parse().expect("a type")).collect())
                }
            };
        }
        Some(meaning)
    }

    /// A test whether the arguments fit, where there is a choice, and the call.
    fn way(
        &mut self,
        parameters: &[Type],
        meanings: &Meanings,
        chosen: &[(String, TokenStream)],
        called: &TokenStream,
        is_fallible: bool,
    ) -> Option<(Option<TokenStream>, TokenStream)> {
        let mut tests = Vec::new();
        let mut taken = Vec::new();
        let mut passed = Vec::new();
        for (index, parameter) in parameters.iter().enumerate() {
            let variable = format_ident!("a{index}");
            let (take, pass) = self.argument(parameter, meanings, chosen, &variable)?;
            taken.push(take);
            passed.push(pass);
            if chosen.iter().any(|(name, _)| mentions(parameter, name)) {
                let ty = match parameter {
                    Type::Reference(reference) => &*reference.elem,
                    other => other,
                };
                if let Type::Slice(_) = ty {
                    continue;
                }
                let ty = self.render(ty, meanings, chosen)?;
                tests.push(quote!(args.fits::<#ty>(#index)));
            }
        }
        let call = quote!(#called(#(#passed),*));
        let call = if is_fallible { quote!(#call?) } else { call };
        let call = quote! {
            #(#taken)*
            return Wrap(#call).convert();
        };
        Some(((!tests.is_empty()).then(|| quote!(#(#tests)&&*)), call))
    }

    /// How an argument is taken, and how it is passed.
    pub fn argument(
        &mut self,
        parameter: &Type,
        meanings: &Meanings,
        chosen: &[(String, TokenStream)],
        variable: &Ident,
    ) -> Option<(TokenStream, TokenStream)> {
        if let Some(name) = last(parameter) {
            match meanings.get(&name) {
                Some(Meaning::Iterator(item)) => {
                    let item = self.item(item.as_ref(), meanings, chosen)?;
                    return Some((quote!(let #variable = args.iterator::<#item>()?;), quote!(#variable)));
                }
                Some(Meaning::Function(inputs, output)) => {
                    return self.function(inputs, output, meanings, chosen, variable);
                }
                _ => {}
            }
        }
        match parameter {
            Type::Reference(reference) => match &*reference.elem {
                Type::Slice(slice) => {
                    let item = self.render(&slice.elem, meanings, chosen)?;
                    Some((quote!(let #variable = args.many::<#item>()?;), quote!(&#variable)))
                }
                inner => {
                    let ty = self.render(inner, meanings, chosen)?;
                    Some((quote!(let #variable = args.take::<#ty>()?;), quote!(&#variable)))
                }
            },
            other => {
                let ty = self.render(other, meanings, chosen)?;
                Some((quote!(let #variable = args.take::<#ty>()?;), quote!(#variable)))
            }
        }
    }

    /// The items of an iterator.
    fn item(
        &mut self,
        item: Option<&Type>,
        meanings: &Meanings,
        chosen: &[(String, TokenStream)],
    ) -> Option<TokenStream> {
        item.map_or(Some(quote!(Cell)), |item| self.render(item, meanings, chosen))
    }

    fn function(
        &mut self,
        inputs: &[Type],
        output: &Type,
        meanings: &Meanings,
        chosen: &[(String, TokenStream)],
        variable: &Ident,
    ) -> Option<(TokenStream, TokenStream)> {
        let output = self.render(output, meanings, chosen)?;
        let mut declared = Vec::new();
        let mut passed = Vec::new();
        for (index, input) in inputs.iter().enumerate() {
            let name = format_ident!("b{index}");
            match input {
                Type::Reference(reference) => {
                    let ty = self.render(&reference.elem, meanings, chosen)?;
                    declared.push(quote!(#name: &#ty));
                    passed.push(quote!(IntoCell::into_cell(#name.clone())));
                }
                other => {
                    let ty = self.render(other, meanings, chosen)?;
                    declared.push(quote!(#name: #ty));
                    passed.push(quote!(IntoCell::into_cell(#name)));
                }
            }
        }
        let function = quote! {
            move |#(#declared),*| -> Fallible<#output> {
                #variable.call(vec![#(#passed),*]).and_then(<#output as FromCell>::from_cell)
            }
        };
        Some((quote!(let #variable = args.function()?;), function))
    }

    /// The type with values in the place of type parameters, by its public path.
    fn render(&mut self, ty: &Type, meanings: &Meanings, chosen: &[(String, TokenStream)]) -> Option<TokenStream> {
        match ty {
            Type::Tuple(tuple) => {
                let members: Option<Vec<_>> =
                    tuple.elems.iter().map(|member| self.render(member, meanings, chosen)).collect();
                let members = members?;
                Some(quote!((#(#members,)*)))
            }
            Type::Paren(inner) => self.render(&inner.elem, meanings, chosen),
            Type::Path(path) if path.qself.is_none() => {
                let segments: Vec<String> =
                    path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                if let [name, rest @ ..] = segments.as_slice() {
                    if let Some((_, ty)) = chosen.iter().find(|(parameter, _)| parameter == name) {
                        return match rest {
                            [] => Some(ty.clone()),
                            // Of a set.
                            [of] if of == "Item" => Some(quote!(Cell)),
                            _ => None,
                        };
                    }
                    match (meanings.get(name), rest) {
                        (Some(Meaning::Type(ty)), []) => return Some(ty.clone()),
                        (Some(Meaning::Iterator(item)), [of]) if of == "Item" => {
                            return self.item(item.as_ref(), meanings, chosen);
                        }
                        (Some(_), _) => return None,
                        _ => {}
                    }
                }
                let arguments = match &path.path.segments.last()?.arguments {
                    PathArguments::None => Vec::new(),
                    PathArguments::AngleBracketed(arguments) => arguments
                        .args
                        .iter()
                        .map(|argument| match argument {
                            GenericArgument::Type(ty) => self.render(ty, meanings, chosen),
                            _ => None,
                        })
                        .collect::<Option<_>>()?,
                    PathArguments::Parenthesized(_) => return None,
                };
                self.named(&segments, &arguments)
            }
            _ => None,
        }
    }

    /// The public path of the type that a path names.
    pub fn public_name(&self, ty: &Type) -> Option<String> {
        let Type::Path(path) = ty else { return None };
        let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let definition = self.runtime.resolve_type(self.module, &segments)?;
        self.runtime.public_type(&definition).map(str::to_owned)
    }

    fn named(&mut self, segments: &[String], arguments: &[TokenStream]) -> Option<TokenStream> {
        if let [name] = segments {
            match name.as_str() {
                "i64" | "f64" | "bool" | "f32" => {
                    let name = ident(name);
                    return Some(quote!(#name));
                }
                "Option" => return Some(quote!(Option<#(#arguments),*>)),
                _ => {}
            }
        }
        let definition = self.runtime.resolve_type(self.module, segments)?;
        if self.runtime.public_type(&definition) == Some("Raised") {
            return Some(quote!(rt::Raised));
        }
        if let Some((generics, target)) = self.runtime.alias(&definition).cloned() {
            let names = generics.params.iter().filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
                _ => None,
            });
            let meanings = names.zip(arguments).map(|(name, ty)| (name, Meaning::Type(ty.clone()))).collect();
            let module = definition.module.clone();
            let mut scope = Scope { runtime: self.runtime, module: &module, opaque: self.opaque };
            return scope.render(&target, &meanings, &[]);
        }
        let path = self.runtime.public_type(&definition)?.to_owned();
        let names = path.split("::").map(ident);
        let ty =
            if arguments.is_empty() { quote!(rt::#(#names)::*) } else { quote!(rt::#(#names)::*<#(#arguments),*>) };
        if matches!(path.as_str(), "torch::Tensor" | "torch::DType") {
            return None;
        }
        if path.starts_with("numpy::") && !matches!(path.as_str(), "numpy::random::Generator" | "numpy::texts::Texts") {
            return matches!(path.as_str(), "numpy::Array" | "numpy::Scalar" | "numpy::DType").then_some(ty);
        }
        if !PLAIN.contains(&path.as_str()) && !path.starts_with("abi") && path != "Record" {
            self.opaque.insert(ty.to_string(), quote!(opaque!(#ty);));
        }
        (!path.starts_with("abi")).then_some(ty)
    }
}

/// A name, raw where it is a word of Rust.
pub fn ident(name: &str) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(ident) => ident,
        Err(_) => Ident::new_raw(name, Span::call_site()),
    }
}

/// The last name of a path.
pub fn last(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// The argument of a type such as `Fallible<T>`.
fn inner<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// Whether a type names a parameter.
pub fn mentions(ty: &Type, name: &str) -> bool {
    mentions_of(ty.to_token_stream(), name) > 0
}

fn mentions_of(tokens: TokenStream, name: &str) -> usize {
    let of = |token| match token {
        TokenTree::Ident(ident) => usize::from(ident == name),
        TokenTree::Group(group) => mentions_of(group.stream(), name),
        _ => 0,
    };
    tokens.into_iter().map(of).sum()
}
